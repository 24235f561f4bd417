/* streek-spread.c: the weighted mean and spread of a named group, and how far a figure lies off */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-spread.h"

#include "stats/streek-stats-error.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
is_known (const double *values, const double *weights, gsize index)
{
  return isfinite (values[index]) &&
         (weights == NULL || (isfinite (weights[index]) && weights[index] > 0));
}

static double
get_weight (const double *weights, gsize index)
{
  return weights != NULL ? weights[index] : 1;
}

/* Twice through the figures, so that a large mean leaves the spread its digits. */
static void
measure (const double *values, const double *weights, gsize n, StreekSpread *spread)
{
  double sum = 0, squares = 0;

  for (gsize i = 0; i < n; i++)
    if (is_known (values, weights, i))
      {
        spread->n_known++;
        spread->total_weight += get_weight (weights, i);
        sum += get_weight (weights, i) * values[i];
      }

  spread->mean = sum / spread->total_weight;

  for (gsize i = 0; i < n; i++)
    if (is_known (values, weights, i))
      squares += get_weight (weights, i) * pow (values[i] - spread->mean, 2);

  spread->deviation = sqrt (squares / spread->total_weight);
}

/**
 * streek_spread_compute:
 * @name: what the group is called, beside every score made of it
 * @values: (array length=n): a figure per member, %NAN where missing
 * @weight: (nullable): what the weights are called
 * @weights: (array length=n) (nullable): the weight of each, such as its denominator; a member
 *   whose weight is missing or not above 0 does not count; %NULL for every member alike
 * @n: how many members
 * @spread: (out): mean Σwx / Σw and standard deviation √(Σw(x − mean)² / Σw)
 * @error: return location for a #StreekStatsError
 *
 * With denominators as weights the mean of ratios is the ratio of the whole group.
 *
 * Source: weighted moments of a finite population, as in Cochran (1977), Sampling Techniques, 2.
 *
 * Returns: %FALSE with @error set where fewer than %STREEK_SPREAD_MIN_MEMBERS are known, or all are
 *   equal
 */
gboolean
streek_spread_compute (const char *name,
                       const double *values,
                       const char *weight,
                       const double *weights,
                       gsize n,
                       StreekSpread *spread,
                       GError **error)
{
  g_return_val_if_fail (name != NULL && spread != NULL, FALSE);

  *spread = (StreekSpread){ .name = name, .weight = weight, .n_members = n };
  measure (values, weights, n, spread);

  if (spread->n_known < STREEK_SPREAD_MIN_MEMBERS)
    {
      g_set_error (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_TOO_FEW,
                   ngettext ("A group needs at least 3 known figures to compare with, and this one "
                             "has %u.",
                             "A group needs at least 3 known figures to compare with, and this one "
                             "has %u.",
                             (guint) spread->n_known),
                   (guint) spread->n_known);
      return FALSE;
    }

  /* what is left of equal figures by rounding is no spread */
  if (!(spread->deviation > 16 * DBL_EPSILON * fabs (spread->mean)))
    {
      g_set_error_literal (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_NO_SPREAD,
                           _ ("All figures are equal, so none of them stands out."));
      return FALSE;
    }

  return TRUE;
}

/**
 * streek_spread_get_score:
 *
 * Returns: how many standard deviations @value lies above the mean of the group, %NAN where missing
 */
double
streek_spread_get_score (const StreekSpread *spread, double value)
{
  return (value - spread->mean) / spread->deviation;
}
