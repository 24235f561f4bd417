/* streek-catalogue-periods.c: which periods an indicator has, of its own or of what it is made of
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-catalogue-private.h"
#include "indicator/streek-formula-private.h"

#define OLD_YEARS 5
#define INHABITANTS "pop_total"

gboolean
streek_catalogue_has_period (const StreekCatalogue *catalogue,
                             const char *code,
                             StreekPeriod period)
{
  const GArray *periods = g_hash_table_lookup (catalogue->periods, code);

  return periods != NULL && g_array_binary_search ((GArray *) periods, &period,
                                                   streek_catalogue_compare_periods, NULL);
}

/* The latest period at or before the first day of @period, at most @max_years back. */
static gboolean
find_latest_before (const GArray *periods, StreekPeriod period, int max_years, StreekPeriod *found)
{
  for (guint i = periods != NULL ? periods->len : 0; i > 0; i--)
    {
      StreekPeriod candidate = g_array_index (periods, StreekPeriod, i - 1);

      if (streek_period_get_first_day (candidate) > streek_period_get_first_day (period))
        continue;

      *found = candidate;

      return period.year - candidate.year <= max_years;
    }

  return FALSE;
}

/**
 * streek_catalogue_pick_denominator_period:
 * @indicator: a ratio
 * @period: period of its numerator
 * @denominator_period: (out): the period of the denominator that goes with it
 *
 * Returns: %FALSE where the indicator's rule finds no denominator
 */
gboolean
streek_catalogue_pick_denominator_period (const StreekCatalogue *catalogue,
                                          const StreekIndicator *indicator,
                                          StreekPeriod period,
                                          StreekPeriod *denominator_period)
{
  g_return_val_if_fail (catalogue != NULL && indicator != NULL, FALSE);
  g_return_val_if_fail (indicator->denominator != NULL, FALSE);

  switch (indicator->denominator_rule)
    {
    case STREEK_DENOMINATOR_LATEST_BEFORE:
      return find_latest_before (g_hash_table_lookup (catalogue->periods, indicator->denominator),
                                 period, indicator->denominator_max_years, denominator_period);
    case STREEK_DENOMINATOR_FIXED:
      *denominator_period = indicator->denominator_fixed_period;
      return streek_catalogue_has_period (catalogue, indicator->denominator, *denominator_period);
    default:
      *denominator_period = period;
      return streek_catalogue_has_period (catalogue, indicator->denominator, period);
    }
}

static void
append_periods_of_ratio (const StreekCatalogue *catalogue,
                         const StreekIndicator *indicator,
                         GArray *periods)
{
  const GArray *numerators = g_hash_table_lookup (catalogue->periods, indicator->numerator);

  for (guint i = 0; numerators != NULL && i < numerators->len; i++)
    {
      StreekPeriod period = g_array_index (numerators, StreekPeriod, i);
      StreekPeriod denominator_period;

      if (streek_catalogue_pick_denominator_period (catalogue, indicator, period,
                                                    &denominator_period) &&
          !streek_catalogue_has_period (catalogue, indicator->code, period))
        g_array_append_val (periods, period);
    }
}

GArray *
streek_catalogue_list_stored_periods (const StreekCatalogue *catalogue,
                                      const StreekIndicator *indicator)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));
  const GArray *own = g_hash_table_lookup (catalogue->periods, indicator->code);

  if (own != NULL)
    g_array_append_vals (periods, own->data, own->len);

  if (indicator->kind == STREEK_INDICATOR_RATIO)
    {
      append_periods_of_ratio (catalogue, indicator, periods);
      g_array_sort (periods, streek_catalogue_compare_periods);
    }

  return periods;
}

/**
 * streek_catalogue_list_periods:
 *
 * Returns: (transfer full) (element-type StreekPeriod): ascending, the periods that have figures
 *   of the indicator itself or of all that it is computed from
 */
GArray *
streek_catalogue_list_periods (const StreekCatalogue *catalogue, const StreekIndicator *indicator)
{
  g_return_val_if_fail (catalogue != NULL && indicator != NULL, NULL);

  if (indicator->kind != STREEK_INDICATOR_FORMULA)
    return streek_catalogue_list_stored_periods (catalogue, indicator);

  const GArray *computed = g_hash_table_lookup (catalogue->computed, indicator->code);
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));

  if (computed != NULL)
    g_array_append_vals (periods, computed->data, computed->len);

  return periods;
}

/* The periods of something in a formula; made when they are asked for first. */
static const GArray *
ensure_computed (StreekCatalogue *catalogue, const StreekIndicator *indicator, guint level);

static const GArray *
get_operand_periods (const StreekCatalogue *catalogue, const StreekIndicator *operand)
{
  gboolean is_computed =
    operand->kind == STREEK_INDICATOR_RATIO || operand->kind == STREEK_INDICATOR_FORMULA;

  return g_hash_table_lookup (is_computed ? catalogue->computed : catalogue->periods,
                              operand->code);
}

static gboolean
contains_period (const GArray *periods, StreekPeriod period)
{
  return periods != NULL && g_array_binary_search ((GArray *) periods, &period,
                                                   streek_catalogue_compare_periods, NULL);
}

gboolean
streek_catalogue_pick_operand_period (const StreekCatalogue *catalogue,
                                      const StreekIndicator *formula,
                                      const StreekIndicator *operand,
                                      gboolean is_first,
                                      StreekPeriod period,
                                      StreekPeriod *picked)
{
  const GArray *periods = get_operand_periods (catalogue, operand);

  *picked = period;

  if (!is_first && formula->denominator_rule == STREEK_DENOMINATOR_LATEST_BEFORE)
    return find_latest_before (periods, period, formula->denominator_max_years, picked);
  if (!is_first && formula->denominator_rule == STREEK_DENOMINATOR_FIXED)
    *picked = formula->denominator_fixed_period;

  return contains_period (periods, *picked);
}

static gboolean
have_all_operands (StreekCatalogue *catalogue,
                   const StreekIndicator *indicator,
                   const StreekFormula *formula,
                   StreekPeriod period,
                   guint level)
{
  for (guint i = 0; i < streek_formula_get_n_operands (formula); i++)
    {
      const StreekIndicator *operand =
        streek_catalogue_find (catalogue, streek_formula_get_operand (formula, i), NULL);
      StreekPeriod picked;

      if (operand == NULL)
        return FALSE;

      ensure_computed (catalogue, operand, level);

      if (!streek_catalogue_pick_operand_period (catalogue, indicator, operand, i == 0, period,
                                                 &picked))
        return FALSE;
    }

  return TRUE;
}

static void
compute_periods (StreekCatalogue *catalogue,
                 const StreekIndicator *indicator,
                 GArray *periods,
                 guint level)
{
  g_auto (StreekFormulaProblem) problem = { 0 };
  g_autoptr (StreekFormula) formula = streek_formula_parse (indicator->formula, &problem);
  const StreekIndicator *first =
    formula != NULL
      ? streek_catalogue_find (catalogue, streek_formula_get_operand (formula, 0), NULL)
      : NULL;
  const GArray *candidates = first != NULL ? ensure_computed (catalogue, first, level) : NULL;

  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    {
      StreekPeriod period = g_array_index (candidates, StreekPeriod, i);

      if (!contains_period (periods, period) &&
          have_all_operands (catalogue, indicator, formula, period, level))
        g_array_append_val (periods, period);
    }
}

/* What is being computed has no periods yet, so a circle ends; so does too long a chain. */
static const GArray *
ensure_computed (StreekCatalogue *catalogue, const StreekIndicator *indicator, guint level)
{
  const GArray *known = get_operand_periods (catalogue, indicator);

  if (known != NULL || level >= STREEK_FORMULA_MAX_LEVELS)
    return known;
  if (indicator->kind != STREEK_INDICATOR_RATIO && indicator->kind != STREEK_INDICATOR_FORMULA)
    return NULL;

  GArray *periods = streek_catalogue_list_stored_periods (catalogue, indicator);

  g_hash_table_insert (catalogue->computed, (gpointer) indicator->code, periods);

  if (indicator->kind == STREEK_INDICATOR_FORMULA)
    {
      g_autoptr (GArray) more = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));

      compute_periods (catalogue, indicator, more, level + 1);

      for (guint i = 0; i < more->len; i++)
        if (!contains_period (periods, g_array_index (more, StreekPeriod, i)))
          {
            g_array_append_val (periods, g_array_index (more, StreekPeriod, i));
            g_array_sort (periods, streek_catalogue_compare_periods);
          }
    }

  return periods;
}

void
streek_catalogue_resolve_formulas (StreekCatalogue *catalogue)
{
  for (guint i = 0; i < catalogue->indicators->len; i++)
    {
      StreekIndicator *indicator = g_ptr_array_index (catalogue->indicators, i);

      indicator->is_count = streek_indicator_is_count (catalogue, indicator);

      ensure_computed (catalogue, indicator, 0);
    }
}

/**
 * streek_catalogue_find_newest_period:
 * @indicator: of the catalogue, or a formula that is still being written
 * @period: (out): the newest with figures
 *
 * Returns: %FALSE where there is none
 */
gboolean
streek_catalogue_find_newest_period (const StreekCatalogue *catalogue,
                                     const StreekIndicator *indicator,
                                     StreekPeriod *period)
{
  g_return_val_if_fail (catalogue != NULL && indicator != NULL && period != NULL, FALSE);

  g_auto (StreekFormulaProblem) problem = { 0 };
  g_autoptr (StreekFormula) formula =
    indicator->formula != NULL ? streek_formula_parse (indicator->formula, &problem) : NULL;
  const StreekIndicator *first =
    formula != NULL
      ? streek_catalogue_find (catalogue, streek_formula_get_operand (formula, 0), NULL)
      : indicator;
  g_autoptr (GArray) periods =
    first != NULL ? streek_catalogue_list_periods (catalogue, first) : NULL;

  for (guint i = periods != NULL ? periods->len : 0; i > 0; i--)
    {
      *period = g_array_index (periods, StreekPeriod, i - 1);

      g_autoptr (StreekExpansion) expansion =
        formula != NULL ? streek_expansion_new (catalogue, indicator, period, NULL) : NULL;

      if (formula == NULL || expansion != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The year that this file has got to: that of its newest inhabitants. Forecasts run ahead of it. */
static int
find_newest_year (const StreekCatalogue *catalogue)
{
  const StreekIndicator *inhabitants = streek_catalogue_find (catalogue, INHABITANTS, NULL);
  StreekPeriod newest;

  return inhabitants != NULL &&
             streek_catalogue_find_newest_period (catalogue, inhabitants, &newest)
           ? newest.year
           : 0;
}

/**
 * streek_catalogue_is_old:
 * @period: a period of @indicator
 *
 * Returns: whether there is nothing newer of @indicator, and that is years before the newest
 *   inhabitants
 */
gboolean
streek_catalogue_is_old (const StreekCatalogue *catalogue,
                         const StreekIndicator *indicator,
                         StreekPeriod period)
{
  StreekPeriod newest;

  g_return_val_if_fail (catalogue != NULL && indicator != NULL, FALSE);

  return streek_catalogue_find_newest_period (catalogue, indicator, &newest) &&
         streek_period_equal (period, newest) &&
         newest.year + OLD_YEARS <= find_newest_year (catalogue);
}
