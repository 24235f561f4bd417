/* streek-indicator-rules-figures.c: rules about single figures: signs, shares, zeros, leaps */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-rules-private.h"

#include "base/streek-number.h"
#include "indicator/streek-cell.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A part that is its whole but for rounding is no finding. */
#define ROUNDING 1e-9

/* Fewer zeros than this may well be. */
#define MIN_ZEROS 5

/* A leap is this many times both neighbours; at the end of a series, where there is only one, more,
 * and for flows, which come and go, much more. Smaller counts leap all the time. */
#define JUMP 3.0
#define JUMP_AT_END 10.0
#define JUMP_OF_FLOW 50.0
#define MIN_JUMP_COUNT 100.0

#define OLD_PROVISIONAL_YEARS 2

static gboolean
is_in_catalogue_of (const StreekSlice *slice, guint entry)
{
  return slice->vintage->roster->codes[entry][0] != STREEK_ROSTER_NOT_LOCATED;
}

/* Values that are wrong by themselves */

typedef gboolean (*WrongFunc) (double value);

static StreekTable *
collect_values (const StreekIndicator *indicator, const StreekSeries *series, WrongFunc is_wrong)
{
  StreekTable *table = streek_rule_table_new ();
  guint column = streek_rule_table_add_number (table, "value", _ ("Figure"), indicator);

  for (guint i = 0; i < series->slices->len; i++)
    {
      const StreekSlice *slice = g_ptr_array_index (series->slices, i);

      for (guint entry = 0; entry < slice->vector->n; entry++)
        if (streek_rule_is_known (slice, entry) && is_wrong (slice->vector->values[entry]))
          streek_table_set_number (table, streek_rule_table_add_cell (table, slice, entry), column,
                                   slice->vector->values[entry], slice->vector->statuses[entry]);
    }

  return table;
}

static gboolean
is_negative (double value)
{
  return value < 0;
}

static char *
say_negative (const StreekIndicator *indicator, guint n)
{
  /* Translators: %1$s is an indicator, %2$u how many. */
  return g_strdup_printf (
    ngettext ("%2$u figure of “%1$s” is below zero.", "%2$u figures of “%1$s” are below zero.", n),
    indicator->name, n);
}

static gboolean
look_at_signs (StreekRuleRun *run,
               StreekIndicatorFacts *facts,
               const StreekIndicator *indicator,
               GError **error)
{
  if (indicator->kind != STREEK_INDICATOR_COUNT || streek_indicator_is_difference (indicator))
    return TRUE;

  const StreekSeries *series = streek_indicator_facts_read (facts, indicator->code, error);

  if (series != NULL)
    streek_rule_report_found (run, indicator, collect_values (indicator, series, is_negative),
                              say_negative);

  return series != NULL;
}

gboolean
streek_rule_look_for_negative_counts (StreekRuleRun *run, GError **error)
{
  return streek_indicator_rules_for_each (run, look_at_signs, error);
}

static gboolean
is_above_100 (double value)
{
  return value > 100 * (1 + ROUNDING);
}

static char *
say_above_100 (const StreekIndicator *indicator, guint n)
{
  /* Translators: %1$s is an indicator, %2$u how many. */
  return g_strdup_printf (ngettext ("%2$u figure of “%1$s” is above 100 %%.",
                                    "%2$u figures of “%1$s” are above 100 %%.", n),
                          indicator->name, n);
}

static gboolean
look_at_percentages (StreekRuleRun *run,
                     StreekIndicatorFacts *facts,
                     const StreekIndicator *indicator,
                     GError **error)
{
  if (!streek_indicator_is_percentage (indicator) || streek_indicator_is_difference (indicator))
    return TRUE;

  const StreekSeries *series = streek_indicator_facts_read (facts, indicator->code, error);

  if (series != NULL)
    streek_rule_report_found (run, indicator, collect_values (indicator, series, is_above_100),
                              say_above_100);

  return series != NULL;
}

gboolean
streek_rule_look_for_high_percentages (StreekRuleRun *run, GError **error)
{
  return streek_indicator_rules_for_each (run, look_at_percentages, error);
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
  if (indicator->kind != STREEK_INDICATOR_RATIO || !streek_indicator_is_percentage (indicator) ||
      streek_indicator_is_difference (indicator))
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

/* A row for each vector in which there is something to count. */
static StreekTable *
count_by_vector (const StreekSeries *series,
                 const char *title,
                 guint (*count) (const StreekSlice *slice))
{
  StreekTable *table = streek_rule_table_new ();
  guint column = streek_table_add_column (table, "n", title, STREEK_COLUMN_INTEGER, NULL, 0);

  for (guint i = 0; i < series->slices->len; i++)
    {
      const StreekSlice *slice = g_ptr_array_index (series->slices, i);
      guint n = count (slice);

      if (n > 0)
        streek_table_set_integer (table, streek_rule_table_add_cell (table, slice, 0), column, n);
    }

  return table;
}

/* How many areas have a figure, 0 where one of them is not zero or they are few. */
static guint
count_zeros (const StreekSlice *slice)
{
  guint n = 0;

  for (guint entry = 0; entry < slice->vector->n; entry++)
    {
      if (!streek_rule_is_known (slice, entry) || !is_in_catalogue_of (slice, entry))
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
look_at_zeros (StreekRuleRun *run,
               StreekIndicatorFacts *facts,
               const StreekIndicator *indicator,
               GError **error)
{
  const StreekSeries *series = streek_indicator_facts_read (facts, indicator->code, error);

  if (series == NULL)
    return FALSE;

  streek_rule_report_found (run, indicator,
                            count_by_vector (series, _ ("Areas with 0"), count_zeros), say_zeros);

  return TRUE;
}

gboolean
streek_rule_look_for_zeros (StreekRuleRun *run, GError **error)
{
  return streek_indicator_rules_for_each (run, look_at_zeros, error);
}

/* Leaps */

/* A figure in its series; a value of NAN where there is none. */
typedef struct
{
  guint index;
  guint entry;
  double value;
} Point;

/* The figure of the same land in the next period of the same length, or the one before. */
static Point
find_neighbour (StreekIndicatorFacts *facts, const StreekSeries *series, Point point, int step)
{
  const StreekSlice *slice = g_ptr_array_index (series->slices, point.index);

  for (guint i = point.index + (guint) step; i < series->slices->len; i += (guint) step)
    {
      const StreekSlice *other = g_ptr_array_index (series->slices, i);

      if (streek_period_equal (other->period, slice->period))
        continue;
      if (other->period.kind != slice->period.kind ||
          ABS (other->period.year - slice->period.year) > 2)
        break;

      int found =
        streek_indicator_facts_find_same (facts, slice->vintage, point.entry, other->vintage);

      if (found >= 0 && streek_rule_is_known (other, (guint) found))
        return (Point){ i, (guint) found, other->vector->values[found] };
    }

  return (Point){ .value = NAN };
}

/* By which factor a value is away from another, whichever is larger. */
static double
get_factor (double value, double other)
{
  if (value == other)
    return 1;
  if (value * other <= 0)
    return G_MAXDOUBLE;

  return MAX (value / other, other / value);
}

static gboolean
is_large_enough (const StreekIndicator *indicator, double a, double b)
{
  return indicator->kind != STREEK_INDICATOR_COUNT || fmax (fabs (a), fabs (b)) >= MIN_JUMP_COUNT;
}

/* A step up or down is no leap: it has to come back. */
static gboolean
is_jump (const StreekIndicator *indicator, double factor, double before, double value, double after)
{
  return (value > before) == (value > after) && get_factor (value, before) >= factor &&
         get_factor (value, after) >= factor && is_large_enough (indicator, value, before) &&
         is_large_enough (indicator, value, after);
}

/* At the end of a series, away from two that are alike. */
static gboolean
is_jump_at_end (const StreekIndicator *indicator, double value, double next, double second)
{
  return get_factor (value, next) >= JUMP_AT_END && get_factor (next, second) < JUMP &&
         is_large_enough (indicator, value, next);
}

/* INFINITY where leaps say nothing: one block of flats makes a month. */
static double
get_jump_factor (const StreekIndicator *indicator, StreekPeriod period)
{
  if (indicator->time_kind != STREEK_TIME_FLOW)
    return JUMP;

  return period.kind == STREEK_PERIOD_YEAR ? JUMP_OF_FLOW : INFINITY;
}

static gboolean
leaps (StreekIndicatorFacts *facts,
       const StreekIndicator *indicator,
       const StreekSeries *series,
       Point point,
       Point before,
       Point after)
{
  const StreekSlice *slice = g_ptr_array_index (series->slices, point.index);
  double factor = get_jump_factor (indicator, slice->period);

  if (!isnan (before.value) && !isnan (after.value))
    return is_jump (indicator, factor, before.value, point.value, after.value);

  Point next = isnan (before.value) ? after : before;

  if (isnan (next.value) || indicator->time_kind == STREEK_TIME_FLOW)
    return FALSE;

  Point second = find_neighbour (facts, series, next, isnan (before.value) ? 1 : -1);

  return !isnan (second.value) && is_jump_at_end (indicator, point.value, next.value, second.value);
}

static void
collect_jumps (StreekIndicatorFacts *facts,
               const StreekIndicator *indicator,
               const StreekSeries *series,
               guint index,
               StreekTable *table)
{
  const StreekSlice *slice = g_ptr_array_index (series->slices, index);
  guint column = (guint) streek_table_find_column (table, "before");

  for (guint entry = 0; entry < slice->vector->n; entry++)
    {
      double value = slice->vector->values[entry];

      if (!streek_rule_is_known (slice, entry) || !is_in_catalogue_of (slice, entry))
        continue;

      Point point = { index, entry, value };
      Point before = find_neighbour (facts, series, point, -1);
      Point after = find_neighbour (facts, series, point, 1);

      if (!leaps (facts, indicator, series, point, before, after))
        continue;

      guint row = streek_rule_table_add_cell (table, slice, entry);

      if (!isnan (before.value))
        streek_table_set_number (table, row, column, before.value, STREEK_STATUS_FINAL);
      streek_table_set_number (table, row, column + 1, value, slice->vector->statuses[entry]);
      if (!isnan (after.value))
        streek_table_set_number (table, row, column + 2, after.value, STREEK_STATUS_FINAL);
    }
}

static char *
say_jumps (const StreekIndicator *indicator, guint n)
{
  /* Translators: %1$s is an indicator, %2$u how many. */
  return g_strdup_printf (ngettext ("%2$u figure of “%1$s” is far from those around it.",
                                    "%2$u figures of “%1$s” are far from those around them.", n),
                          indicator->name, n);
}

static gboolean
look_at_jumps (StreekRuleRun *run,
               StreekIndicatorFacts *facts,
               const StreekIndicator *indicator,
               GError **error)
{
  if (streek_indicator_is_difference (indicator))
    return TRUE;

  const StreekSeries *series = streek_indicator_facts_read (facts, indicator->code, error);

  if (series == NULL)
    return FALSE;

  StreekTable *table = streek_rule_table_new ();

  streek_rule_table_add_number (table, "before", _ ("Before"), indicator);
  streek_rule_table_add_number (table, "value", _ ("Figure"), indicator);
  streek_rule_table_add_number (table, "after", _ ("After"), indicator);

  for (guint i = 0; i < series->slices->len && !streek_rule_run_is_cancelled (run); i++)
    collect_jumps (facts, indicator, series, i, table);

  streek_rule_report_found (run, indicator, table, say_jumps);

  return TRUE;
}

gboolean
streek_rule_look_for_jumps (StreekRuleRun *run, GError **error)
{
  return streek_indicator_rules_for_each (run, look_at_jumps, error);
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

static gboolean
look_at_provisionals (StreekRuleRun *run,
                      StreekIndicatorFacts *facts,
                      const StreekIndicator *indicator,
                      GError **error)
{
  const StreekSeries *series = streek_indicator_facts_read (facts, indicator->code, error);

  if (series == NULL)
    return FALSE;

  StreekTable *table = streek_rule_table_new ();
  guint column =
    streek_table_add_column (table, "n", _ ("Provisional figures"), STREEK_COLUMN_INTEGER, NULL, 0);
  int year, month, day;

  streek_date_to_ymd (streek_rule_run_get_today (run), &year, &month, &day);

  for (guint i = 0; i < series->slices->len; i++)
    {
      const StreekSlice *slice = g_ptr_array_index (series->slices, i);
      guint n = slice->period.year + OLD_PROVISIONAL_YEARS < year ? count_provisional (slice) : 0;

      if (n > 0)
        streek_table_set_integer (table, streek_rule_table_add_cell (table, slice, 0), column, n);
    }

  streek_rule_report_found (run, indicator, table, say_provisional);

  return TRUE;
}

gboolean
streek_rule_look_for_old_provisionals (StreekRuleRun *run, GError **error)
{
  return streek_indicator_rules_for_each (run, look_at_provisionals, error);
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
