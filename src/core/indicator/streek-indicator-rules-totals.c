/* streek-indicator-rules-totals.c: rules about totals: their parts, what is hidden, what is known
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-indicator-rules-private.h"

#include "base/streek-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Each period of a series once, with its vectors. */
static gboolean
next_period (const StreekSeries *series, guint *index, StreekFigureSet *figures)
{
  if (*index >= series->slices->len)
    return FALSE;

  const StreekSlice *slice = g_ptr_array_index (series->slices, *index);

  figures->series = series;
  figures->period = slice->period;
  figures->slices = streek_series_find (series, slice->period, &figures->n_slices);
  *index += figures->n_slices;

  return TRUE;
}

typedef void (*PeriodFunc) (StreekIndicatorFacts *facts,
                            const StreekFigureSet *figures,
                            StreekTable *table);

/* Of one table and year, whole lists of totals go wrong together: one finding an indicator. */
static gboolean
collect_by_period (const StreekFiguresLook *look, PeriodFunc func)
{
  StreekFigureSet figures;

  for (guint index = 0; next_period (look->series, &index, &figures);)
    func (look->facts, &figures, look->table);

  return TRUE;
}

static gboolean
is_count (const StreekIndicator *indicator)
{
  return indicator->kind == STREEK_INDICATOR_COUNT;
}

static void
add_total_column (StreekTable *table, const StreekIndicator *indicator)
{
  streek_rule_table_add_number (table, "published", _ ("Published total"), indicator);
}

/* Totals and their sums */

static void
add_deviation (StreekTable *table, const StreekDeviation *deviation, StreekPeriod period)
{
  g_autofree char *code =
    g_strconcat (deviation->area->set->code, ":", deviation->area->code, NULL);
  guint column = (guint) streek_table_find_column (table, "published");
  guint row = streek_rule_table_add_area (table, deviation->area->name, code, period);

  streek_table_set_number (table, row, column, deviation->published, STREEK_STATUS_FINAL);
  streek_table_set_number (table, row, column + 1, deviation->sum, STREEK_STATUS_FINAL);
}

static void
add_deviations (StreekIndicatorFacts *facts, const StreekFigureSet *figures, StreekTable *table)
{
  g_autoptr (GPtrArray) deviations = streek_totals_list_deviations (facts->totals, figures);

  for (guint i = 0; i < deviations->len; i++)
    add_deviation (table, g_ptr_array_index (deviations, i), figures->period);
}

static gboolean
collect_deviations (const StreekFiguresLook *look, GError **error)
{
  return collect_by_period (look, add_deviations);
}

static void
add_sum_columns (StreekTable *table, const StreekIndicator *indicator)
{
  add_total_column (table, indicator);
  streek_rule_table_add_number (table, "sum", _ ("Sum of the parts"), indicator);
}

static char *
say_deviations (const StreekIndicator *indicator, guint n)
{
  /* Translators: %1$s is an indicator, %2$u how many. */
  return g_strdup_printf (
    ngettext ("%2$u published total of “%1$s” is not the sum of its parts.",
              "%2$u published totals of “%1$s” are not the sum of their parts.", n),
    indicator->name, n);
}

gboolean
streek_rule_look_for_deviating_totals (StreekRuleRun *run, GError **error)
{
  static const StreekFiguresRule rule = { is_count, add_sum_columns, collect_deviations,
                                          say_deviations };

  return streek_rule_look_at_figures (run, &rule, error);
}

/* Hidden cells */

static gboolean
has_hidden (const StreekFigureSet *figures)
{
  for (guint i = 0; i < figures->n_slices; i++)
    if (memchr (figures->slices[i]->vector->kinds, STREEK_MISSING_HIDDEN,
                figures->slices[i]->vector->n) != NULL)
      return TRUE;

  return FALSE;
}

static void
add_recomputable_of (StreekIndicatorFacts *facts,
                     const StreekFigureSet *figures,
                     const StreekSlice *slice,
                     StreekTable *table)
{
  guint column = (guint) streek_table_find_column (table, "published");

  for (guint entry = 0; entry < slice->vector->n; entry++)
    {
      const StreekArea *area = slice->vintage->areas[entry];

      if (area == NULL || area->units.n < 2 || !streek_rule_is_known (slice, entry) ||
          streek_cover_count_hidden_inside (facts->totals->scratch, figures->slices,
                                            figures->n_slices, area) != 1)
        continue;

      streek_table_set_number (table, streek_rule_table_add_cell (table, slice, entry), column,
                               slice->vector->values[entry], slice->vector->statuses[entry]);
    }
}

static void
add_recomputable (StreekIndicatorFacts *facts, const StreekFigureSet *figures, StreekTable *table)
{
  for (guint i = 0; has_hidden (figures) && i < figures->n_slices; i++)
    add_recomputable_of (facts, figures, figures->slices[i], table);
}

static gboolean
collect_recomputable (const StreekFiguresLook *look, GError **error)
{
  return collect_by_period (look, add_recomputable);
}

static char *
say_recomputable (const StreekIndicator *indicator, guint n)
{
  /* Translators: %1$s is an indicator, %2$u how many. */
  return g_strdup_printf (
    ngettext ("Under %2$u published total of “%1$s” exactly one figure is hidden.",
              "Under %2$u published totals of “%1$s” exactly one figure is hidden.", n),
    indicator->name, n);
}

gboolean
streek_rule_look_for_recomputable_cells (StreekRuleRun *run, GError **error)
{
  static const StreekFiguresRule rule = { is_count, add_total_column, collect_recomputable,
                                          say_recomputable };

  return streek_rule_look_at_figures (run, &rule, error);
}

/* Thresholds */

/* A set of one or two areas is hidden sooner than it is wrong: figures of Flanders say nothing of
 * Belgium. */
#define MIN_AREAS 3

/* Whether something is known of areas of the set, but of none enough; @n of them. */
static gboolean
is_set_hidden (StreekIndicatorFacts *facts,
               const StreekIndicator *indicator,
               const StreekAreaSet *set,
               StreekPeriod period,
               guint *n,
               GError **error)
{
  StreekDate on = streek_indicator_get_area_date (indicator, period);
  g_autoptr (GPtrArray) list = streek_areas_list (facts->areas, set->code, on, NULL, NULL);
  gboolean is_shown = FALSE;

  *n = 0;

  if (list != NULL && list->len < MIN_AREAS)
    return TRUE;

  for (guint i = 0; list != NULL && i < list->len && !is_shown; i++)
    {
      StreekTotal total = { 0 };

      if (!streek_totals_compute (facts->totals, indicator, g_ptr_array_index (list, i), period,
                                  NAN, &total, error))
        return FALSE;

      is_shown = total.missing == STREEK_MISSING_NONE;
      *n += total.missing == STREEK_MISSING_BELOW_COVERAGE;
      streek_total_clear (&total);
    }

  /* areas of which nothing at all is known are none of the threshold's business */
  if (is_shown || *n < MIN_AREAS)
    *n = 0;

  return TRUE;
}

static gboolean
look_at_threshold (StreekRuleRun *run,
                   StreekIndicatorFacts *facts,
                   const StreekIndicator *indicator,
                   GError **error)
{
  g_autoptr (GArray) periods = streek_catalogue_list_periods (facts->catalogue, indicator);
  g_autoptr (GPtrArray) sets = streek_areas_list_sets (facts->areas);
  g_autoptr (StreekTable) table = streek_table_new ();

  if (periods->len == 0 || indicator->threshold_pct <= 0)
    return TRUE;

  StreekPeriod newest = g_array_index (periods, StreekPeriod, periods->len - 1);

  streek_table_add_column (table, "set", _ ("Areas"), STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "hidden", _ ("Hidden areas"), STREEK_COLUMN_INTEGER, NULL, 0);

  for (guint i = 0; i < sets->len; i++)
    {
      const StreekAreaSet *set = g_ptr_array_index (sets, i);
      guint n;

      if (!is_set_hidden (facts, indicator, set, newest, &n, error))
        return FALSE;
      if (n == 0)
        continue;

      guint row = streek_table_add_row (table);

      streek_table_set_text (table, row, 0, set->name);
      streek_table_set_integer (table, row, 1, n);
    }

  if (streek_table_get_n_rows (table) == 0)
    return TRUE;

  g_autofree char *place = streek_rule_make_indicator_place (indicator->code);
  g_autofree char *period = streek_format_period (streek_format_get_default (), newest);
  g_autofree char *threshold =
    streek_format_number (streek_format_get_default (), indicator->threshold_pct, 0);
  g_autofree char *message = g_strdup_printf (
    /* Translators: %1$s is an indicator, %2$s a period, %3$s a percentage, %4$s a kind of areas. */
    _ ("“%1$s” of %2$s is shown for none of the areas of %4$s: less than %3$s %% is known."),
    indicator->name, period, threshold, streek_table_get_text (table, 0, 0));

  streek_rule_run_report (run, indicator->code, place, message, g_steal_pointer (&table));

  return TRUE;
}

gboolean
streek_rule_look_for_hiding_thresholds (StreekRuleRun *run, GError **error)
{
  return streek_indicator_rules_for_each (run, look_at_threshold, error);
}
