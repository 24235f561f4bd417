/* streek-indicator-rules-figures.c: rules about single figures: signs, shares, zeros, corrections
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-rules-private.h"
#include "indicator/streek-total-change.h"

#include "base/streek-number.h"
#include "indicator/streek-cell.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A part that is its whole but for rounding is no finding. */
#define ROUNDING 1e-9

/* Fewer zeros than this may well be. */
#define MIN_ZEROS 5

#define OLD_PROVISIONAL_YEARS 2

/* Values that are wrong by themselves */

typedef gboolean (*WrongFunc) (double value);

static void
add_value_column (StreekTable *table, const StreekIndicator *indicator)
{
  streek_rule_table_add_number (table, "value", _ ("Figure"), indicator);
}

static gboolean
collect_values (const StreekFiguresLook *look, WrongFunc is_wrong)
{
  guint column = (guint) streek_table_find_column (look->table, "value");

  for (guint i = 0; i < look->series->slices->len; i++)
    {
      const StreekSlice *slice = g_ptr_array_index (look->series->slices, i);

      for (guint entry = 0; entry < slice->vector->n; entry++)
        if (streek_rule_is_known (slice, entry) && is_wrong (slice->vector->values[entry]))
          streek_table_set_number (look->table,
                                   streek_rule_table_add_cell (look->table, slice, entry), column,
                                   slice->vector->values[entry], slice->vector->statuses[entry]);
    }

  return TRUE;
}

static gboolean
is_true_count (const StreekIndicator *indicator)
{
  return indicator->kind == STREEK_INDICATOR_COUNT && streek_indicator_is_no_difference (indicator);
}

static gboolean
is_negative (double value)
{
  return value < 0;
}

static gboolean
collect_negative (const StreekFiguresLook *look, GError **error)
{
  return collect_values (look, is_negative);
}

static char *
say_negative (const StreekIndicator *indicator, guint n)
{
  /* Translators: %1$s is an indicator, %2$u how many. */
  return g_strdup_printf (
    ngettext ("%2$u figure of “%1$s” is below zero.", "%2$u figures of “%1$s” are below zero.", n),
    indicator->name, n);
}

gboolean
streek_rule_look_for_negative_counts (StreekRuleRun *run, GError **error)
{
  static const StreekFiguresRule rule = { is_true_count, add_value_column, collect_negative,
                                          say_negative };

  return streek_rule_look_at_figures (run, &rule, error);
}

gboolean
streek_indicator_is_true_percentage (const StreekIndicator *indicator)
{
  return streek_indicator_is_percentage (indicator) &&
         streek_indicator_is_no_difference (indicator);
}

static gboolean
is_above_100 (double value)
{
  return value > 100 * (1 + ROUNDING);
}

static gboolean
collect_above_100 (const StreekFiguresLook *look, GError **error)
{
  return collect_values (look, is_above_100);
}

static char *
say_above_100 (const StreekIndicator *indicator, guint n)
{
  /* Translators: %1$s is an indicator, %2$u how many. */
  return g_strdup_printf (ngettext ("%2$u figure of “%1$s” is above 100 %%.",
                                    "%2$u figures of “%1$s” are above 100 %%.", n),
                          indicator->name, n);
}

gboolean
streek_rule_look_for_high_percentages (StreekRuleRun *run, GError **error)
{
  static const StreekFiguresRule rule = { streek_indicator_is_true_percentage, add_value_column,
                                          collect_above_100, say_above_100 };

  return streek_rule_look_at_figures (run, &rule, error);
}

/* Parts of a whole, cell by cell */

/* The vector of the denominator over the same roster; NULL without error where there is none. */
static const StreekSlice *
find_denominator (StreekIndicatorFacts *facts,
                  const StreekIndicator *indicator,
                  const StreekSeries *denominators,
                  const StreekSlice *slice)
{
  StreekPeriod period;
  guint n;

  if (!streek_catalogue_pick_denominator_period (facts->catalogue, indicator, slice->period,
                                                 &period))
    return NULL;

  StreekSlice *const *slices = streek_series_find (denominators, period, &n);

  for (guint i = 0; i < n; i++)
    if (slices[i]->vintage == slice->vintage)
      return slices[i];

  return NULL;
}

static void
collect_large_numerators (const StreekSlice *slice, const StreekSlice *whole, StreekTable *table)
{
  int part_column = streek_table_find_column (table, "numerator");

  for (guint entry = 0; entry < slice->vector->n; entry++)
    {
      double part = slice->vector->values[entry], all = whole->vector->values[entry];

      if (!streek_rule_is_known (slice, entry) || !streek_rule_is_known (whole, entry) ||
          part <= all * (1 + ROUNDING))
        continue;

      guint row = streek_rule_table_add_cell (table, slice, entry);

      streek_table_set_number (table, row, (guint) part_column, part,
                               slice->vector->statuses[entry]);
      streek_table_set_number (table, row, (guint) part_column + 1, all,
                               whole->vector->statuses[entry]);
    }
}

static char *
say_large_numerator (const StreekIndicator *indicator, guint n)
{
  /* Translators: %1$s is an indicator, %2$u how many. */
  return g_strdup_printf (ngettext ("In %2$u figure of “%1$s” the part is larger than the whole.",
                                    "In %2$u figures of “%1$s” the part is larger than the whole.",
                                    n),
                          indicator->name, n);
}

static gboolean
look_at_share (StreekRuleRun *run,
               StreekIndicatorFacts *facts,
               const StreekIndicator *indicator,
               GError **error)
{
  if (indicator->kind != STREEK_INDICATOR_RATIO || !streek_indicator_is_true_percentage (indicator))
    return TRUE;

  const StreekSeries *parts = streek_indicator_facts_read (facts, indicator->numerator, error);
  const StreekSeries *wholes =
    parts != NULL ? streek_indicator_facts_read (facts, indicator->denominator, error) : NULL;

  if (wholes == NULL)
    return FALSE;

  StreekTable *table = streek_rule_table_new ();
  const StreekIndicator *part =
    streek_catalogue_find (facts->catalogue, indicator->numerator, NULL);
  const StreekIndicator *whole =
    streek_catalogue_find (facts->catalogue, indicator->denominator, NULL);

  streek_rule_table_add_number (table, "numerator", part != NULL ? part->name : _ ("Numerator"),
                                part != NULL ? part : indicator);
  streek_rule_table_add_number (table, "denominator",
                                whole != NULL ? whole->name : _ ("Denominator"),
                                whole != NULL ? whole : indicator);

  for (guint i = 0; i < parts->slices->len; i++)
    {
      const StreekSlice *slice = g_ptr_array_index (parts->slices, i);
      const StreekSlice *denominator = find_denominator (facts, indicator, wholes, slice);

      if (denominator != NULL)
        collect_large_numerators (slice, denominator, table);
    }

  streek_rule_report_found (run, indicator, table, say_large_numerator);

  return TRUE;
}

gboolean
streek_rule_look_for_large_numerators (StreekRuleRun *run, GError **error)
{
  return streek_indicator_rules_for_each (run, look_at_share, error);
}

/* Zeros */

/* A row for a vector in which there is something to count. */
static void
add_count (StreekTable *table, const StreekSlice *slice, guint n)
{
  guint column = (guint) streek_table_find_column (table, "n");

  if (n > 0)
    streek_table_set_integer (table, streek_rule_table_add_cell (table, slice, 0), column, n);
}

static void
add_zeros_column (StreekTable *table, const StreekIndicator *indicator)
{
  streek_table_add_column (table, "n", _ ("Areas with 0"), STREEK_COLUMN_INTEGER, NULL, 0);
}

/* How many areas have a figure, 0 where one of them is not zero or they are few. */
static guint
count_zeros (const StreekSlice *slice)
{
  guint n = 0;

  for (guint entry = 0; entry < slice->vector->n; entry++)
    {
      if (!streek_rule_is_known (slice, entry) || !streek_rule_is_located (slice, entry))
        continue;
      if (slice->vector->values[entry] != 0)
        return 0;
      n++;
    }

  return n >= MIN_ZEROS ? n : 0;
}

static char *
say_zeros (const StreekIndicator *indicator, guint n)
{
  /* Translators: %1$s is an indicator, %2$u how many. */
  return g_strdup_printf (ngettext ("In %2$u period every figure of “%1$s” is exactly 0.",
                                    "In %2$u periods every figure of “%1$s” is exactly 0.", n),
                          indicator->name, n);
}

static gboolean
collect_zeros (const StreekFiguresLook *look, GError **error)
{
  for (guint i = 0; i < look->series->slices->len; i++)
    {
      const StreekSlice *slice = g_ptr_array_index (look->series->slices, i);

      add_count (look->table, slice, count_zeros (slice));
    }

  return TRUE;
}

gboolean
streek_rule_look_for_zeros (StreekRuleRun *run, GError **error)
{
  static const StreekFiguresRule rule = { NULL, add_zeros_column, collect_zeros, say_zeros };

  return streek_rule_look_at_figures (run, &rule, error);
}

/* Provisional figures */

static guint
count_provisional (const StreekSlice *slice)
{
  guint n = 0;

  for (guint entry = 0; entry < slice->vector->n; entry++)
    n += streek_rule_is_known (slice, entry) &&
         slice->vector->statuses[entry] == STREEK_STATUS_PROVISIONAL;

  return n;
}

static char *
say_provisional (const StreekIndicator *indicator, guint n)
{
  /* Translators: %1$s is an indicator, %2$u how many. */
  return g_strdup_printf (
    ngettext ("“%1$s” is still provisional in %2$u period of more than two years ago.",
              "“%1$s” is still provisional in %2$u periods of more than two years ago.", n),
    indicator->name, n);
}

static void
add_provisional_column (StreekTable *table, const StreekIndicator *indicator)
{
  streek_table_add_column (table, "n", _ ("Provisional figures"), STREEK_COLUMN_INTEGER, NULL, 0);
}

static gboolean
collect_provisionals (const StreekFiguresLook *look, GError **error)
{
  int year, month, day;

  streek_date_to_ymd (streek_rule_run_get_today (look->run), &year, &month, &day);

  for (guint i = 0; i < look->series->slices->len; i++)
    {
      const StreekSlice *slice = g_ptr_array_index (look->series->slices, i);

      if (slice->period.year + OLD_PROVISIONAL_YEARS < year)
        add_count (look->table, slice, count_provisional (slice));
    }

  return TRUE;
}

gboolean
streek_rule_look_for_old_provisionals (StreekRuleRun *run, GError **error)
{
  static const StreekFiguresRule rule = { NULL, add_provisional_column, collect_provisionals,
                                          say_provisional };

  return streek_rule_look_at_figures (run, &rule, error);
}

/* Corrections */

static void
set_from_text (StreekTable *table, guint row, guint column, const char *text)
{
  StreekMissing missing;
  double value;

  if (streek_missing_parse_id (text, &missing))
    streek_table_set_missing (table, row, column, missing);
  else if (streek_number_parse (text, &value))
    streek_table_set_number (table, row, column, value, STREEK_STATUS_FINAL);
}

static void
report_correction (StreekRuleRun *run,
                   StreekIndicatorFacts *facts,
                   const StreekCell *cell,
                   const char *replaced,
                   const char *source,
                   const char *corrected,
                   const char *set)
{
  const StreekIndicator *indicator =
    streek_catalogue_find (facts->catalogue, cell->indicator, NULL);
  StreekPeriod period;

  if (indicator == NULL || !streek_period_parse (cell->period, &period, NULL))
    return;

  const StreekArea *area = streek_areas_resolve (facts->areas, set, cell->area_code,
                                                 streek_period_get_first_day (period), NULL, NULL);
  const char *name = area != NULL ? area->name : cell->area_code;
  g_autofree char *key = g_strdup_printf ("%s/%s:%s/%s/%s", cell->indicator, set, cell->area_code,
                                          cell->period, cell->roster_id);
  g_autofree char *place =
    streek_rule_make_value_place (cell->indicator, set, cell->area_code, period);
  g_autofree char *message = g_strdup_printf (
    /* Translators: %1$s is an indicator, %2$s an area, %3$s a period. */
    _ ("“%1$s” of %2$s in %3$s: the source has another figure now than when it was corrected."),
    indicator->name, name, cell->period);
  StreekTable *table = streek_table_new ();
  guint row = streek_table_add_row (table);

  streek_rule_table_add_number (table, "then", _ ("Source then"), indicator);
  streek_rule_table_add_number (table, "now", _ ("Source now"), indicator);
  streek_rule_table_add_number (table, "corrected", _ ("Corrected to"), indicator);
  set_from_text (table, row, 0, replaced);
  set_from_text (table, row, 1, source);
  set_from_text (table, row, 2, corrected);
  streek_rule_run_report (run, key, place, message, table);
}

static gboolean
look_at_correction (StreekRuleRun *run,
                    StreekIndicatorFacts *facts,
                    sqlite3_stmt *stmt,
                    GError **error)
{
  g_auto (StreekCell) cell = { streek_db_dup_text (stmt, 0), streek_db_dup_text (stmt, 1),
                               streek_db_dup_text (stmt, 2), streek_db_dup_text (stmt, 3) };
  g_autofree char *source = NULL;

  if (!streek_cell_read_source (streek_rule_run_get_db (run), &cell, &source, error))
    return FALSE;

  /* a cell that went away is what `streek verify` tells */
  if (source != NULL && strcmp (source, streek_db_peek_text (stmt, 4)) != 0)
    report_correction (run, facts, &cell, streek_db_peek_text (stmt, 4), source,
                       streek_db_peek_text (stmt, 5), streek_db_peek_text (stmt, 6));

  return TRUE;
}

gboolean
streek_rule_look_for_outdated_corrections (StreekRuleRun *run, GError **error)
{
  static const char sql[] =
    "SELECT c.indicator, c.period, c.roster_id, c.area_code, c.replaced, "
    "coalesce (CAST (c.value AS TEXT), c.missing), coalesce (r.set_code, f.set_code, '') "
    "FROM cell_correction AS c LEFT JOIN roster AS r ON r.id = c.roster_id "
    "LEFT JOIN ref_roster AS f ON f.id = c.roster_id "
    "WHERE c.replaced IS NOT NULL ORDER BY 1, 2, 3, 4";
  StreekIndicatorFacts *facts = streek_indicator_rules_ensure_facts (run, error);
  g_autoptr (sqlite3_stmt) stmt =
    facts != NULL ? streek_db_prepare (streek_rule_run_get_db (run), sql, error) : NULL;
  StreekStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    if (!look_at_correction (run, facts, stmt, error))
      return FALSE;

  return step == STREEK_STEP_DONE;
}
