/* streek-progress-rules.c: the rules about frozen progress reports */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-progress-rules.h"

#include "area/streek-area-rules.h"
#include "body/streek-body.h"
#include "plan/streek-pact.h"
#include "plan/streek-report-periods.h"
#include "record/streek-record-look.h"
#include "record/streek-record-portrait.h"
#include "workspace/streek-progress-since.h"

#include <glib/gi18n-lib.h>

/* So many days after a period there may be a report of it. */
#define PATIENCE_DAYS 31

/* Periods without a report */

static gboolean
contains (StreekInterval outer, StreekInterval inner)
{
  return outer.from <= inner.from && outer.to >= inner.to;
}

/* A year is there beside its own periods, for who looks back over it. */
static gboolean
has_parts (const GArray *periods, guint which)
{
  StreekInterval period = g_array_index (periods, StreekInterval, which);

  for (guint i = 0; i < periods->len; i++)
    if (i != which && contains (period, g_array_index (periods, StreekInterval, i)))
      return TRUE;

  return FALSE;
}

static gboolean
is_reported (const GPtrArray *reports, StreekInterval period)
{
  for (guint i = 0; i < reports->len; i++)
    if (contains (streek_progress_report_get_period (reports->pdata[i]), period))
      return TRUE;

  return FALSE;
}

/* From the first one that was frozen on; where none was, the last one alone, of a plan under way
 * that says how often it reports. STREEK_DATE_NONE: nothing is expected. @record: a plan or a body
 */
static StreekDate
find_first_expected (const StreekRecord *record,
                     const GPtrArray *reports,
                     const GArray *periods,
                     StreekDate today)
{
  StreekDate first = STREEK_DATE_NONE;

  for (guint i = 0; i < reports->len; i++)
    {
      StreekDate from = streek_progress_report_get_period (reports->pdata[i]).from;

      first = first == STREEK_DATE_NONE ? from : MIN (first, from);
    }

  if (first != STREEK_DATE_NONE || periods->len == 0 ||
      streek_record_get_kind (record) != &streek_pact_kind ||
      !streek_record_has (record, STREEK_PACT_REPORT_MONTHS) ||
      !streek_record_is (record, STREEK_PACT_STATUS, "running"))
    return first;

  return g_array_index (periods, StreekInterval,
                        streek_report_periods_find_due (periods, today - PATIENCE_DAYS))
    .from;
}

static void
report_gap (StreekRuleRun *run,
            const StreekRecord *record,
            const StreekRecords *records,
            StreekInterval period)
{
  g_autofree char *place = streek_record_dup_place (record);
  g_autofree char *title = streek_record_dup_title (record, records);
  g_autofree char *name = streek_report_period_dup_name (period, streek_format_get_default ());
  g_autofree char *day = streek_date_to_string (period.from);
  gboolean is_pact = streek_record_get_kind (record) == &streek_pact_kind;
  g_autofree char *key =
    is_pact ? g_strdup_printf ("%" G_GINT64_FORMAT ":%s", streek_record_get_id (record), day)
            : g_strdup_printf ("%s:%s", place, day);
  /* Translators: %1$s is a plan or a body, %2$s a period. */
  g_autofree char *message =
    g_strdup_printf (_ ("“%1$s” has no frozen progress report of %2$s."), title, name);

  streek_rule_run_report (run, key, place, message, NULL);
}

/* @record: a plan or a body */
static StreekReportOf
get_of (const StreekRecord *record)
{
  gint64 id = streek_record_get_id (record);

  return streek_record_get_kind (record) == &streek_pact_kind ? streek_report_of_plan (id)
                                                              : streek_report_of_body (id);
}

static void
look_at_periods (StreekRuleRun *run, const StreekRecord *record, const StreekRecords *records)
{
  StreekDate today = streek_rule_run_get_today (run);
  g_autoptr (GPtrArray) reports = streek_progress_reports_list (records, get_of (record), NULL);
  g_autoptr (GArray) periods = streek_report_periods_list_on (records, get_of (record), today);
  StreekDate first = find_first_expected (record, reports, periods, today);

  for (guint i = 0; i < periods->len && first != STREEK_DATE_NONE; i++)
    {
      StreekInterval period = g_array_index (periods, StreekInterval, i);

      if (period.from >= first && period.to + PATIENCE_DAYS <= today && !has_parts (periods, i) &&
          !is_reported (reports, period))
        report_gap (run, record, records, period);
    }
}

/* Returns: (transfer container) (element-type StreekRecord): plans, then bodies */
static GPtrArray *
list_reporting (const StreekRecords *records)
{
  const StreekRecordKind *const kinds[] = { &streek_pact_kind, &streek_body_kind };
  GPtrArray *list = g_ptr_array_new ();

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint n;
      const StreekRecord *const *all = streek_records_list (records, kinds[k], &n);

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (list, (gpointer) all[i]);
    }

  return list;
}

static gboolean
is_closed (const StreekRecord *record)
{
  return streek_record_get_kind (record) == &streek_pact_kind && streek_pact_is_closed (record);
}

static gboolean
look_for_gaps (StreekRuleRun *run, GError **error)
{
  StreekRecords *records = streek_record_look_ensure_records (run, error);

  if (records == NULL)
    return FALSE;

  g_autoptr (GPtrArray) reporting = list_reporting (records);

  for (guint i = 0; i < reporting->len && !streek_rule_run_is_cancelled (run); i++)
    if (!is_closed (reporting->pdata[i]))
      look_at_periods (run, reporting->pdata[i], records);

  return TRUE;
}

/* Reports that say something else by now */

/* So that who accepts it is asked again when more has changed. */
static StreekTable *
make_figures (StreekProgressDifference difference)
{
  StreekTable *table = streek_table_new ();
  const struct
  {
    const char *name;
    guint n;
  } rows[] = {
    { C_ ("progress", "New"), difference.n_added },
    { C_ ("progress", "No longer in it"), difference.n_removed },
    { C_ ("progress", "Says something else"), difference.n_changed },
  };

  streek_table_add_column (table, "what", _ ("Difference"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "number", _ ("Number"), STREEK_COLUMN_NUMBER, NULL, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint row = streek_table_add_row (table);

      streek_table_set_text (table, row, 0, rows[i].name);
      streek_table_set_number (table, row, 1, rows[i].n, STREEK_STATUS_FINAL);
    }

  return table;
}

static void
look_at_report (StreekRuleRun *run,
                const StreekRecord *report,
                StreekRecords *records,
                const StreekAreas *areas)
{
  gint64 id = streek_record_get_id (report);
  StreekProgressDifference difference = { 0 };

  streek_progress_since_find (records, areas, id, streek_rule_run_get_today (run), &difference);

  guint n = streek_progress_difference_count (difference);

  if (n == 0)
    return;

  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *place = g_strconcat (streek_progress_report_kind.id, ":", key, NULL);
  g_autofree char *title = streek_record_dup_title (report, records);
  g_autofree char *message = g_strdup_printf (
    /* Translators: %1$u is how many, %2$s a progress report. */
    ngettext ("“%2$s”: of %1$u action, project or event something else is known now.",
              "“%2$s”: of %1$u actions, projects and events something else is known now.", n),
    n, title);

  streek_rule_run_report (run, key, place, message, make_figures (difference));
}

/* Of each period the newest version: it took the place of those before it. */
static gboolean
look_for_changes (StreekRuleRun *run, GError **error)
{
  StreekRecords *records = streek_record_look_ensure_records (run, error);
  const StreekAreas *areas = records != NULL ? streek_area_rules_ensure_areas (run, error) : NULL;

  if (areas == NULL)
    return FALSE;

  g_autoptr (GPtrArray) reporting = list_reporting (records);

  for (guint i = 0; i < reporting->len; i++)
    {
      g_autoptr (GPtrArray) reports =
        streek_progress_reports_list (records, get_of (reporting->pdata[i]), NULL);
      StreekInterval former = { 0 };

      for (guint j = 0; j < reports->len && !streek_rule_run_is_cancelled (run); j++)
        {
          StreekInterval period = streek_progress_report_get_period (reports->pdata[j]);

          if (period.from != former.from || period.to != former.to)
            look_at_report (run, reports->pdata[j], records, areas);
          former = period;
        }
    }

  return TRUE;
}

static const StreekRule rules[] = {
  { "plan/report-missing", STREEK_SEVERITY_WARNING, N_ ("A period without a progress report"),
    N_ ("It closed more than a month ago, and others of the plan were reported on, or the plan is "
        "under way and says how often it reports. Freeze the report of that period in the tab "
        "Progress, or accept this with the reason."),
    look_for_gaps },
  { "plan/report-changed", STREEK_SEVERITY_NOTE,
    N_ ("A frozen progress report says something else than what is known now"),
    N_ ("What was entered since does not change it. The tab Progress shows what is different; "
        "freeze another version where the report has to be sent again."),
    look_for_changes },
};

/**
 * streek_progress_rules_register:
 *
 * Lets a check look at frozen progress reports. Any thread, any number of times.
 */
void
streek_progress_rules_register (void)
{
  streek_rules_register (rules, G_N_ELEMENTS (rules));
}
