/* streek-regression.c: how two figures of the same areas go together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-regression.h"

#include "stats/streek-stats-error.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* Sums of squares and products around the means, of the pairs that are whole. */
typedef struct
{
  gsize n;
  double mean_x;
  double mean_y;
  double xx;
  double yy;
  double xy;
} Moments;

static gboolean
is_pair (const double *x, const double *y, gsize index)
{
  return isfinite (x[index]) && isfinite (y[index]);
}

static Moments
measure (const double *x, const double *y, gsize n)
{
  Moments moments = { 0 };

  for (gsize i = 0; i < n; i++)
    if (is_pair (x, y, i))
      {
        moments.n++;
        moments.mean_x += x[i];
        moments.mean_y += y[i];
      }

  moments.mean_x /= (double) moments.n;
  moments.mean_y /= (double) moments.n;

  for (gsize i = 0; i < n; i++)
    if (is_pair (x, y, i))
      {
        double dx = x[i] - moments.mean_x, dy = y[i] - moments.mean_y;

        moments.xx += dx * dx;
        moments.yy += dy * dy;
        moments.xy += dx * dy;
      }

  return moments;
}

/* What rounding leaves of equal figures is no spread. */
static gboolean
has_spread (double squares, double mean, gsize n)
{
  double blur = 16 * DBL_EPSILON * mean;

  return squares > (double) n * blur * blur;
}

/**
 * streek_regression_fit:
 * @x: (array length=n): the figure that explains, %NAN where missing
 * @y: (array length=n): the figure that is explained
 * @n: how many
 * @regression: (out): the line y = intercept + slope · x, and the share r² of the spread of @y that
 *   it explains; %NAN where @y has no spread
 * @error: return location for a #StreekStatsError
 *
 * Ordinary least squares, over the pairs of which both are known.
 *
 * Source: Draper & Smith (1998), Applied Regression Analysis, chapter 1.
 *
 * Returns: %FALSE with @error set where fewer than 3 pairs are known, or all @x are equal
 */
gboolean
streek_regression_fit (
  const double *x, const double *y, gsize n, StreekRegression *regression, GError **error)
{
  g_return_val_if_fail (regression != NULL, FALSE);

  Moments moments = measure (x, y, n);

  if (moments.n < 3)
    {
      g_set_error_literal (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_TOO_FEW,
                           _ ("A line needs at least 3 areas of which both figures are known."));
      return FALSE;
    }

  if (!has_spread (moments.xx, moments.mean_x, moments.n))
    {
      g_set_error_literal (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_NO_SPREAD,
                           _ ("All figures are equal, so there is no line through them."));
      return FALSE;
    }

  double slope = moments.xy / moments.xx;

  *regression = (StreekRegression){
    .n = moments.n,
    .slope = slope,
    .intercept = moments.mean_y - slope * moments.mean_x,
    .r_squared = has_spread (moments.yy, moments.mean_y, moments.n)
                   ? CLAMP (moments.xy * moments.xy / (moments.xx * moments.yy), 0, 1)
                   : NAN,
  };

  return TRUE;
}

/**
 * streek_correlation_pearson:
 *
 * Returns: the correlation of Pearson, -1 to 1, over the pairs of which both are known; %NAN where
 *   fewer than 3 are, or one of both has no spread
 */
double
streek_correlation_pearson (const double *x, const double *y, gsize n)
{
  Moments moments = measure (x, y, n);

  if (moments.n < 3 || !has_spread (moments.xx, moments.mean_x, moments.n) ||
      !has_spread (moments.yy, moments.mean_y, moments.n))
    return NAN;

  return CLAMP (moments.xy / sqrt (moments.xx * moments.yy), -1, 1);
}
