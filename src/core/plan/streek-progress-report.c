/* streek-progress-report.c: what was reported of a plan over a period, frozen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-progress-report.h"

#include "body/streek-body.h"
#include "plan/streek-pact.h"
#include "plan/streek-report-periods.h"
#include "plan/streek-target-state.h"
#include "record/streek-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const StreekRecordWord sections[] = {
  { "plan", NC_ ("record", "The plan itself") },
  { "item", N_ ("Goals and actions") },
  { "ad_hoc", NC_ ("record", "Ad hoc") },
  { "project", N_ ("Projects") },
  { "event", N_ ("Events") },
  { "silent", NC_ ("record", "Without news") },
  { "target", N_ ("Targets") },
  { NULL, NULL },
};

static const StreekRecordWord whats[] = {
  { "update", N_ ("Update") },
  { "change", N_ ("Adjustment") },
  { "milestone", N_ ("Milestone") },
  { "event", N_ ("Event") },
  { "elsewhere", NC_ ("record", "Told elsewhere") },
  { "state", NC_ ("record", "Where it stood") },
  { "nothing", NC_ ("record", "Nothing was reported") },
  { "target", N_ ("Target") },
  { NULL, NULL },
};

static const StreekRecordField report_fields[] = {
  { "pact", N_ ("Plan"), STREEK_RECORD_REFERENCE, STREEK_RECORD_OWNER | STREEK_RECORD_ONCE,
    .target = &streek_pact_kind },
  { "plan_title", N_ ("Report of"), STREEK_RECORD_TEXT,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE },
  { "starts", N_ ("From"), STREEK_RECORD_DAY,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE },
  { "ends", N_ ("Until"), STREEK_RECORD_DAY,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE },
  { "version", N_ ("Version"), STREEK_RECORD_INTEGER,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE, .min = 1, .max = 9999 },
  { "frozen_on", N_ ("Frozen on"), STREEK_RECORD_DAY,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE },
  { "frozen_by", N_ ("By"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE,
    .hint = N_ ("A function") },
  { "note", N_ ("Remark"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE },
  { "with_targets", N_ ("With targets"), STREEK_RECORD_FLAG, STREEK_RECORD_ONCE },
  { "body", N_ ("Body"), STREEK_RECORD_REFERENCE, STREEK_RECORD_OWNER | STREEK_RECORD_ONCE,
    .target = &streek_body_kind },
};

static char *
dup_report_title (const StreekRecord *report, const StreekRecords *records)
{
  const StreekFormat *format = streek_format_get_default ();
  const char *plan = streek_record_get_text (report, STREEK_PROGRESS_REPORT_PLAN_TITLE);
  StreekInterval days = streek_progress_report_get_period (report);
  StreekDate frozen_on = streek_record_get_day (report, STREEK_PROGRESS_REPORT_FROZEN_ON);

  if (days.from == STREEK_DATE_NONE || frozen_on == STREEK_DATE_NONE)
    return g_strdup (plan != NULL ? plan : "");

  g_autofree char *period = streek_report_period_dup_name (days, format);
  g_autofree char *day = streek_format_date (format, frozen_on);

  /* Translators: a progress report: %1$s is a plan, %2$s a period, %3$s a day. */
  return g_strdup_printf (_ ("%1$s, %2$s, frozen on %3$s"), plan != NULL ? plan : "", period, day);
}

static gboolean
check_report (const StreekRecord *report, const StreekRecords *records, GError **error)
{
  return streek_record_check_one_owner (report, records, error) &&
         streek_record_check_order (
           report, streek_record_get_day (report, STREEK_PROGRESS_REPORT_STARTS),
           streek_record_get_day (report, STREEK_PROGRESS_REPORT_ENDS), error);
}

const StreekRecordKind streek_progress_report_kind = {
  .id = "progress_report",
  .name = N_ ("Frozen progress report"),
  .plural = N_ ("Frozen progress reports"),
  /* Translators: this and the next two are commands as undo names them; %s is a title. */
  .add = N_ ("Freeze the progress report %s"),
  .change = N_ ("Change the progress report %s"),
  .remove = N_ ("Withdraw the progress report %s"),
  .fields = report_fields,
  .n_fields = STREEK_PROGRESS_REPORT_N_FIELDS,
  .title = STREEK_PROGRESS_REPORT_PLAN_TITLE,
  .is_sealed = TRUE,
  .dup_title = dup_report_title,
  .check = check_report,
};

static const StreekRecordField row_fields[] = {
  { "report", N_ ("Frozen progress report"), STREEK_RECORD_REFERENCE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_OWNER | STREEK_RECORD_ONCE,
    .target = &streek_progress_report_kind },
  { "section", N_ ("Section"), STREEK_RECORD_CHOICE, STREEK_RECORD_REQUIRED | STREEK_RECORD_ONCE,
    .words = sections },
  { "chapter", N_ ("Chapter"), STREEK_RECORD_TEXT, STREEK_RECORD_ONCE },
  { "subject", N_ ("What it is about"), STREEK_RECORD_TEXT,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_ONCE },
  { "title", N_ ("Title"), STREEK_RECORD_TEXT,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE },
  { "what", N_ ("What is said"), STREEK_RECORD_CHOICE,
    STREEK_RECORD_REQUIRED | STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE, .words = whats },
  { "said_on", N_ ("Date"), STREEK_RECORD_DAY, STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE },
  { "part", N_ ("Part"), STREEK_RECORD_TEXT, STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE },
  { "text", N_ ("Text"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE },
  { "old_text", N_ ("Old text"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_ONCE },
  { "reason", N_ ("Reason"), STREEK_RECORD_PARAGRAPHS, STREEK_RECORD_ONCE },
  { "status", N_ ("Status"), STREEK_RECORD_TEXT, STREEK_RECORD_ONCE },
  { "percent", N_ ("Done"), STREEK_RECORD_NUMBER, STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE,
    .unit = "%", .min = 0, .max = 100 },
  { "attendance", N_ ("Attendance"), STREEK_RECORD_NUMBER, STREEK_RECORD_ONCE, .min = 0,
    .max = 1e12 },
  { "rank", N_ ("Order"), STREEK_RECORD_NUMBER, STREEK_RECORD_RANK | STREEK_RECORD_ONCE },
  { "late", N_ ("Came in later"), STREEK_RECORD_FLAG, STREEK_RECORD_SHOWN | STREEK_RECORD_ONCE },
  { "unit", N_ ("Unit"), STREEK_RECORD_TEXT, STREEK_RECORD_ONCE },
  { "baseline", N_ ("Baseline"), STREEK_RECORD_TEXT, STREEK_RECORD_ONCE },
  { "baseline_period", N_ ("Of"), STREEK_RECORD_PERIOD, STREEK_RECORD_ONCE },
  { "target", N_ ("Target"), STREEK_RECORD_TEXT, STREEK_RECORD_ONCE },
  { "target_period", N_ ("By when"), STREEK_RECORD_PERIOD, STREEK_RECORD_ONCE },
  { "actual", N_ ("Actual value"), STREEK_RECORD_TEXT, STREEK_RECORD_ONCE },
  { "actual_period", N_ ("Value of"), STREEK_RECORD_PERIOD, STREEK_RECORD_ONCE },
  { "actual_sign", N_ ("How exactly"), STREEK_RECORD_TEXT, STREEK_RECORD_ONCE },
  { "way", N_ ("Of the way"), STREEK_RECORD_NUMBER, STREEK_RECORD_ONCE, .unit = "%",
    .decimals = 1 },
  { "way_sign", N_ ("How exactly"), STREEK_RECORD_TEXT, STREEK_RECORD_ONCE },
  { "obstacle", N_ ("Why no share of the way can be said"), STREEK_RECORD_CHOICE,
    STREEK_RECORD_ONCE, .words = streek_target_obstacles },
};

const StreekRecordKind streek_progress_report_row_kind = {
  .id = "progress_report_row",
  .name = N_ ("Line of a frozen progress report"),
  .plural = N_ ("Lines of frozen progress reports"),
  .fields = row_fields,
  .n_fields = STREEK_PROGRESS_REPORT_ROW_N_FIELDS,
  .title = STREEK_PROGRESS_REPORT_ROW_TITLE,
  .is_sealed = TRUE,
};

const char *
streek_progress_section_get_id (StreekProgressSection section)
{
  g_return_val_if_fail (section < STREEK_N_PROGRESS_SECTIONS, NULL);

  return sections[section].id;
}

const char *
streek_progress_what_get_id (StreekProgressWhat what)
{
  g_return_val_if_fail (what < STREEK_N_PROGRESS_LINES, NULL);

  return whats[what].id;
}

static guint
find_word (const StreekRecordWord *words, const char *id)
{
  for (guint i = 0; words[i].id != NULL; i++)
    if (g_strcmp0 (words[i].id, id) == 0)
      return i;

  return 0;
}

StreekProgressSection
streek_progress_section_from_id (const char *id)
{
  return (StreekProgressSection) find_word (sections, id);
}

StreekProgressWhat
streek_progress_what_from_id (const char *id)
{
  return (StreekProgressWhat) find_word (whats, id);
}

StreekReportOf
streek_report_of_plan (gint64 pact)
{
  return (StreekReportOf){ .pact = pact };
}

StreekReportOf
streek_report_of_body (gint64 body)
{
  return (StreekReportOf){ .body = body };
}

StreekReportOf
streek_progress_report_get_of (const StreekRecord *report)
{
  return (StreekReportOf){
    streek_record_get_reference (report, STREEK_PROGRESS_REPORT_PACT),
    streek_record_get_reference (report, STREEK_PROGRESS_REPORT_BODY),
  };
}

StreekInterval
streek_progress_report_get_period (const StreekRecord *report)
{
  return (StreekInterval){
    streek_record_get_day (report, STREEK_PROGRESS_REPORT_STARTS),
    streek_record_get_day (report, STREEK_PROGRESS_REPORT_ENDS) + 1,
  };
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

/* The newest first; down to the id, so that two runs give the same order. */
static int
compare_reports (gconstpointer a, gconstpointer b)
{
  const StreekRecord *first = *(const StreekRecord *const *) a;
  const StreekRecord *second = *(const StreekRecord *const *) b;
  StreekInterval before = streek_progress_report_get_period (first);
  StreekInterval after = streek_progress_report_get_period (second);
  int order = compare_numbers (after.to, before.to);

  if (order == 0)
    order = compare_numbers (after.from, before.from);
  if (order == 0)
    order = compare_numbers (streek_record_get_integer (second, STREEK_PROGRESS_REPORT_VERSION),
                             streek_record_get_integer (first, STREEK_PROGRESS_REPORT_VERSION));
  if (order == 0)
    order = compare_numbers (streek_record_get_day (second, STREEK_PROGRESS_REPORT_FROZEN_ON),
                             streek_record_get_day (first, STREEK_PROGRESS_REPORT_FROZEN_ON));

  return order != 0 ? order
                    : compare_numbers (streek_record_get_id (first), streek_record_get_id (second));
}

GPtrArray *
streek_progress_reports_list (const StreekRecords *records,
                              StreekReportOf of,
                              const StreekInterval *period)
{
  g_return_val_if_fail (records != NULL, NULL);

  GPtrArray *reports = g_ptr_array_new ();
  guint n;
  const StreekRecord *const *all = streek_records_list_by (
    records, &streek_progress_report_kind,
    of.pact != 0 ? STREEK_PROGRESS_REPORT_PACT : STREEK_PROGRESS_REPORT_BODY,
    of.pact != 0 ? of.pact : of.body, &n);

  for (guint i = 0; i < n; i++)
    {
      StreekInterval its_own = streek_progress_report_get_period (all[i]);

      if (its_own.from == STREEK_DATE_NONE || its_own.to <= its_own.from)
        continue; /* the file says something there that nobody can read */
      if (period == NULL || (its_own.from == period->from && its_own.to == period->to))
        g_ptr_array_add (reports, (gpointer) all[i]);
    }

  g_ptr_array_sort (reports, compare_reports);

  return reports;
}

const StreekRecord *
streek_progress_report_find_previous (const StreekRecords *records,
                                      StreekReportOf of,
                                      StreekInterval period,
                                      gint64 version)
{
  g_return_val_if_fail (records != NULL, NULL);

  g_autoptr (GPtrArray) versions = streek_progress_reports_list (records, of, &period);
  g_autoptr (GPtrArray) all = streek_progress_reports_list (records, of, NULL);

  for (guint i = 0; i < versions->len; i++)
    if (version == 0 ||
        streek_record_get_integer (versions->pdata[i], STREEK_PROGRESS_REPORT_VERSION) < version)
      return versions->pdata[i];

  for (guint i = 0; i < all->len; i++)
    if (streek_progress_report_get_period (all->pdata[i]).to <= period.from)
      return all->pdata[i];

  return NULL;
}
