/* streek-progress-rules.c: the rules about frozen progress reports */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-progress-rules.h"

#include "plan/streek-pact.h"
#include "plan/streek-report-periods.h"
#include "record/streek-record-look.h"
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
 * that says how often it reports. STREEK_DATE_NONE: nothing is expected. */
static StreekDate
find_first_expected (const StreekRecord *pact,
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
      !streek_record_has (pact, STREEK_PACT_REPORT_MONTHS) ||
      !streek_record_is (pact, STREEK_PACT_STATUS, "running"))
    return first;

  return g_array_index (periods, StreekInterval,
                        streek_report_periods_find_due (periods, today - PATIENCE_DAYS))
    .from;
}

static void
report_gap (StreekRuleRun *run, const StreekRecord *pact, StreekInterval period)
{
  gint64 id = streek_record_get_id (pact);
  g_autofree char *name = streek_report_period_dup_name (period, streek_format_get_default ());
  g_autofree char *day = streek_date_to_string (period.from);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT ":%s", id, day);
  g_autofree char *place = g_strdup_printf ("%s:%" G_GINT64_FORMAT, streek_pact_kind.id, id);
  /* Translators: %1$s is a plan, %2$s a period. */
  g_autofree char *message =
    g_strdup_printf (_ ("“%1$s” has no frozen progress report of %2$s."),
                     streek_record_get_text (pact, STREEK_PACT_TITLE), name);

  streek_rule_run_report (run, key, place, message, NULL);
}

static void
look_at_periods (StreekRuleRun *run, const StreekRecord *pact, const StreekRecords *records)
{
  StreekDate today = streek_rule_run_get_today (run);
  g_autoptr (GPtrArray) reports =
    streek_progress_reports_list (records, streek_record_get_id (pact), NULL);
  g_autoptr (GArray) periods = streek_report_periods_list_on (records, pact, today);
  StreekDate first = find_first_expected (pact, reports, periods, today);

  for (guint i = 0; i < periods->len && first != STREEK_DATE_NONE; i++)
    {
      StreekInterval period = g_array_index (periods, StreekInterval, i);

      if (period.from >= first && period.to + PATIENCE_DAYS <= today && !has_parts (periods, i) &&
          !is_reported (reports, period))
        report_gap (run, pact, period);
    }
}

static gboolean
look_for_gaps (StreekRuleRun *run, GError **error)
{
  StreekRecords *records = streek_record_look_ensure_records (run, error);
  guint n = 0;
  const StreekRecord *const *pacts =
    records != NULL ? streek_records_list (records, &streek_pact_kind, &n) : NULL;

  for (guint i = 0; i < n && !streek_rule_run_is_cancelled (run); i++)
    if (!streek_pact_is_closed (pacts[i]))
      look_at_periods (run, pacts[i], records);

  return records != NULL;
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
look_at_report (StreekRuleRun *run, const StreekRecord *report, StreekRecords *records)
{
  gint64 id = streek_record_get_id (report);
  StreekProgressDifference difference = { 0 };

  streek_progress_since_find (records, id, streek_rule_run_get_today (run), &difference);

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
  guint n = 0;
  const StreekRecord *const *pacts =
    records != NULL ? streek_records_list (records, &streek_pact_kind, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) reports =
        streek_progress_reports_list (records, streek_record_get_id (pacts[i]), NULL);
      StreekInterval former = { 0 };

      for (guint j = 0; j < reports->len && !streek_rule_run_is_cancelled (run); j++)
        {
          StreekInterval period = streek_progress_report_get_period (reports->pdata[j]);

          if (period.from != former.from || period.to != former.to)
            look_at_report (run, reports->pdata[j], records);
          former = period;
        }
    }

  return records != NULL;
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
