/* streek-change.c: how much a figure changed, from when to when, and how far a target is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-change.h"

#include <math.h>

#define DAYS_PER_YEAR 365.2425 /* of the Gregorian calendar */

static double
keep_finite (double value)
{
  return isfinite (value) ? value : NAN;
}

/**
 * streek_change_compute:
 * @kind: percent or percentage points: the caller says which, they are never mixed
 * @from: the figure of the first period, %NAN where missing
 * @to: the figure of the second
 *
 * Source: Eurostat, Statistics Explained, "Percentage change and percentage points".
 *
 * Returns: the change, %NAN where either is missing, and of a percentage where @from is not above
 *   zero, for then it has no meaning
 */
double
streek_change_compute (StreekChangeKind kind, double from, double to)
{
  if (kind == STREEK_CHANGE_PERCENT)
    return from > 0 ? keep_finite (100 * ((to - from) / from)) : NAN;

  return keep_finite (to - from);
}

/**
 * streek_change_average:
 * @years: how long it took, above 0; parts of a year count
 *
 * What the change was per year: in percent the constant yearly growth that leads from @from to @to,
 * 100 ((to / from)^(1 / years) - 1), otherwise an equal step per year.
 *
 * Source: Eurostat, Statistics Explained, "Annual average growth rate" (compound).
 *
 * Returns: the change per year; %NAN where a figure is missing, where @years is not above 0, and of
 *   a percentage where @from is not above zero or @to is below it
 */
double
streek_change_average (StreekChangeKind kind, double from, double to, double years)
{
  if (!(years > 0))
    return NAN;
  if (kind != STREEK_CHANGE_PERCENT)
    return keep_finite ((to - from) / years);

  return from > 0 && to >= 0 ? keep_finite (100 * (pow (to / from, 1 / years) - 1)) : NAN;
}

static int
count_parts (StreekPeriodKind kind)
{
  switch (kind)
    {
    case STREEK_PERIOD_QUARTER:
      return 4;
    case STREEK_PERIOD_MONTH:
      return 12;
    default:
      return 1;
    }
}

/**
 * streek_change_count_years:
 *
 * Returns: the years between two periods: exact between years, quarters or months, else by the
 *   days between their first days; negative where @to comes first, %NAN where one is no period
 */
double
streek_change_count_years (StreekPeriod from, StreekPeriod to)
{
  if (from.kind == STREEK_PERIOD_NONE || to.kind == STREEK_PERIOD_NONE)
    return NAN;
  if (from.kind == to.kind && from.kind != STREEK_PERIOD_DAY)
    return to.year - from.year + (to.part - from.part) / (double) count_parts (from.kind);

  return (streek_period_get_first_day (to) - streek_period_get_first_day (from)) / DAYS_PER_YEAR;
}

/**
 * streek_index_series:
 * @values: (array length=n): a series, %NAN where missing
 * @n: how many
 * @base: which of them is 100
 * @index: (out caller-allocates) (array length=n): the series as an index
 *
 * Returns: %FALSE, with all of @index %NAN, where the base is missing or not above zero
 */
gboolean
streek_index_series (const double *values, gsize n, gsize base, double *index)
{
  g_return_val_if_fail (base < n, FALSE);

  double one = values[base] > 0 ? values[base] : NAN;

  for (gsize i = 0; i < n; i++)
    index[i] = keep_finite (100 * (values[i] / one));

  return !isnan (one);
}

/**
 * streek_change_kind_get_id:
 *
 * Returns: the stable, untranslated word for files
 */
const char *
streek_change_kind_get_id (StreekChangeKind kind)
{
  static const char *const ids[] = {
    [STREEK_CHANGE_ABSOLUTE] = "absolute",
    [STREEK_CHANGE_PERCENT] = "percent",
    [STREEK_CHANGE_PERCENTAGE_POINTS] = "percentage_points",
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (ids), "");

  return ids[kind];
}
