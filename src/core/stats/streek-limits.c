/* streek-limits.c: where one class ends and the next begins, method by method */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-limits.h"
#include "base/streek-number.h"
#include "stats/streek-natural.h"

#include <math.h>

/* Whole numbers above this have neighbours that a double cannot hold. */
#define MAX_WHOLE 9007199254740992.0

static GArray *
new_edges (double first)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_append_val (edges, first);

  return edges;
}

static void
append_edge (GArray *edges, double edge)
{
  g_array_append_val (edges, edge);
}

/* The roundest number above @below and at most @value, near the middle of the two: 15 between 13,4
 * and 16,2. Both have @decimals decimals. */
static double
find_round_number (double below, double value, int decimals)
{
  const double parts[] = { 1, 0.5, 0.2 };
  double unit = pow (10, decimals);
  double low = round (below * unit), high = round (value * unit), middle = (low + high) / 2;

  if (fabs (low) >= MAX_WHOLE || fabs (high) >= MAX_WHOLE)
    return value;

  for (int power = (int) floor (log10 (MAX (fabs (low), fabs (high)))) + 1; power >= 0; power--)
    for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
      {
        double step = MAX (1, pow (10, power) * parts[p]);
        double last = floor (high / step) * step;

        if (last <= low)
          continue;

        double first = (floor (low / step) + 1) * step;

        return CLAMP (round (middle / step) * step, first, last) / unit + 0.0;
      }

  return value;
}

/* Quantile @share of all values, equal ones counted each: definition 7 of Hyndman & Fan (1996). */
static double
find_quantile (const StreekSample *sample, double share)
{
  double place = (sample->n_all - 1) * share;
  double whole = floor (place);
  double passed = 0;
  gsize i = 0;

  while (passed + sample->weights[i] <= whole)
    passed += sample->weights[i++];

  gboolean is_next_equal = passed + sample->weights[i] > whole + 1;
  double low = sample->values[i];
  double high = is_next_equal || i + 1 == sample->n ? low : sample->values[i + 1];

  return low + (place - whole) * (high - low);
}

/* The number of distinct values below @limit. */
static gsize
count_below (const StreekSample *sample, double limit)
{
  gsize low = 0, high = sample->n;

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (sample->values[middle] < limit)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Rounds a quantile so that it keeps dividing the same values. */
static double
round_quantile (const StreekSample *sample, double quantile)
{
  double rounded = streek_number_round (quantile, sample->decimals);
  gsize n_below = count_below (sample, quantile);

  if (n_below == 0 || rounded > sample->values[n_below - 1])
    return rounded;

  return streek_number_round (rounded + pow (10, -sample->decimals), sample->decimals);
}

/* Where equal values swallow a quantile: class after class takes its share of what is left, and at
 * least one value, and leaves one for each class to come. */
static GArray *
share_out_ties (const StreekSample *sample, guint n_classes)
{
  GArray *edges = new_edges (sample->values[0]);
  double left = sample->n_all;
  gsize v = 0;

  for (guint c = 0; c + 1 < n_classes; c++)
    {
      gsize last_start = sample->n - (n_classes - c - 1);
      double share = left / (n_classes - c), taken = sample->weights[v];

      for (v++; v < last_start && taken + sample->weights[v] / 2 <= share; v++)
        taken += sample->weights[v];

      left -= taken;
      append_edge (edges,
                   find_round_number (sample->values[v - 1], sample->values[v], sample->decimals));
    }

  append_edge (edges, sample->values[sample->n - 1]);

  return edges;
}

/**
 * streek_limits_find_quantile:
 * @sample: the values
 * @n_classes: number of classes, at most as many as there are distinct values
 *
 * Edges with about equally many values between them, by definition 7 of Hyndman & Fan (1996), The
 * American Statistician 50 (4). Where equal values would leave a class empty, they get a class of
 * their own and the other classes share out the rest.
 *
 * Returns: (transfer full) (element-type double): @n_classes + 1 edges in ascending order
 */
GArray *
streek_limits_find_quantile (const StreekSample *sample, guint n_classes)
{
  g_autoptr (GArray) edges = new_edges (sample->values[0]);
  gsize n_before = 0;

  for (guint c = 1; c <= n_classes; c++)
    {
      double quantile = find_quantile (sample, (double) c / n_classes);
      gsize n_below = c < n_classes ? count_below (sample, quantile) : sample->n;

      if (n_below == n_before)
        return share_out_ties (sample, n_classes);

      append_edge (edges, c < n_classes ? round_quantile (sample, quantile) : quantile);
      n_before = n_below;
    }

  return g_steal_pointer (&edges);
}

/**
 * streek_limits_find_equal:
 * @sample: the values
 * @n_classes: number of classes
 *
 * Returns: (transfer full) (element-type double): @n_classes + 1 edges at equal distances, rounded;
 *   two may be equal
 */
GArray *
streek_limits_find_equal (const StreekSample *sample, guint n_classes)
{
  double first = sample->values[0], last = sample->values[sample->n - 1];
  GArray *edges = new_edges (first);

  for (guint c = 1; c < n_classes; c++)
    append_edge (edges, streek_number_round (first + (last - first) * ((double) c / n_classes),
                                             sample->decimals));

  append_edge (edges, last);

  return edges;
}

/**
 * streek_limits_find_natural:
 * @sample: the values
 * @n_classes: number of classes, at most as many as there are distinct values
 *
 * Edges between the classes of streek_natural_breaks(): any limit between two classes divides the
 * same values, so the roundest is taken.
 *
 * Returns: (transfer full) (element-type double): @n_classes + 1 edges in ascending order
 */
GArray *
streek_limits_find_natural (const StreekSample *sample, guint n_classes)
{
  g_autofree guint *starts =
    streek_natural_breaks (sample->values, sample->weights, sample->n, n_classes, NULL);
  GArray *edges = new_edges (sample->values[0]);

  for (guint c = 1; c < n_classes; c++)
    append_edge (edges, find_round_number (sample->values[starts[c] - 1], sample->values[starts[c]],
                                           sample->decimals));

  append_edge (edges, sample->values[sample->n - 1]);

  return edges;
}

/**
 * streek_limits_find_pretty:
 * @sample: the values
 * @n_classes: number of classes at most
 *
 * Returns: (transfer full) (element-type double): edges at multiples of the least 1, 2 or 5 times
 *   a power of ten that takes at most @n_classes classes
 */
GArray *
streek_limits_find_pretty (const StreekSample *sample, guint n_classes)
{
  const double parts[] = { 1, 2, 5 };
  double unit = pow (10, sample->decimals);
  double low = round (sample->values[0] * unit);
  double high = round (sample->values[sample->n - 1] * unit);
  double step = 1;

  if (n_classes == 1)
    return streek_limits_find_equal (sample, 1);

  for (guint i = 0;; i++)
    {
      step = parts[i % 3] * pow (10, i / 3);

      double n_steps = MAX (ceil (high / step) - floor (low / step), 1);

      if (n_steps <= n_classes)
        break;
    }

  GArray *edges = new_edges (floor (low / step) * step / unit + 0.0);

  for (double edge = floor (low / step) + 1; edge < ceil (high / step); edge++)
    append_edge (edges, edge * step / unit + 0.0);

  append_edge (edges, MAX (ceil (high / step), floor (low / step) + 1) * step / unit + 0.0);

  return edges;
}

/**
 * streek_limits_take_manual:
 * @sample: the values
 * @limits: (array length=n_limits): inner limits in ascending order
 * @n_limits: how many, at least 1
 *
 * Returns: (transfer full) (element-type double): the limits between the outermost values
 */
GArray *
streek_limits_take_manual (const StreekSample *sample, const double *limits, guint n_limits)
{
  GArray *edges = new_edges (MIN (sample->values[0], limits[0]));

  g_array_append_vals (edges, limits, n_limits);
  append_edge (edges, MAX (sample->values[sample->n - 1], limits[n_limits - 1]));

  return edges;
}

/**
 * streek_limits_get_deviation:
 * @values: (array length=n): values, NAN where missing
 * @weights: (array length=n) (nullable): how often each occurs; once
 * @n: how many
 * @mean: (out) (nullable): their mean
 *
 * Returns: the standard deviation of the values as of a sample (n - 1); 0 for one value
 */
double
streek_limits_get_deviation (const double *values, const double *weights, gsize n, double *mean)
{
  double n_all = 0, sum = 0, squares = 0;

  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]))
      {
        double weight = weights != NULL ? weights[i] : 1;

        n_all += weight;
        sum += weight * values[i];
      }

  double middle = n_all > 0 ? sum / n_all : 0;

  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]))
      squares += (weights != NULL ? weights[i] : 1) * pow (values[i] - middle, 2);

  if (mean != NULL)
    *mean = middle;

  return n_all > 1 ? sqrt (squares / (n_all - 1)) : 0;
}

/**
 * streek_limits_find_deviation:
 * @sample: the values
 * @n_classes: number of classes
 *
 * Returns: (transfer full) (element-type double): edges one standard deviation apart, as many below
 *   the mean as above it: with an even number of classes the mean is a limit, with an odd one it
 *   lies in the middle of a class. Limits outside all values are left out
 */
GArray *
streek_limits_find_deviation (const StreekSample *sample, guint n_classes)
{
  double mean, first = sample->values[0], last = sample->values[sample->n - 1];
  double deviation =
    streek_limits_get_deviation (sample->values, sample->weights, sample->n, &mean);
  GArray *edges = new_edges (first);

  for (guint c = 1; c < n_classes; c++)
    {
      double limit =
        streek_number_round (mean + (c - n_classes / 2.0) * deviation, sample->decimals);

      if (limit > g_array_index (edges, double, edges->len - 1) && limit <= last)
        append_edge (edges, limit + 0.0);
    }

  append_edge (edges, last);

  return edges;
}

/* Limits from @least to @most, both above 0, each the same number of times the one before. */
static void
append_series (GArray *edges, double least, double most, guint n_classes, double sign, int decimals)
{
  for (guint i = 1; i < n_classes; i++)
    {
      double share = (double) (sign > 0 ? i : n_classes - i) / n_classes;

      append_edge (edges,
                   streek_number_round (sign * least * pow (most / least, share), decimals) + 0.0);
    }
}

/**
 * streek_limits_find_geometric:
 * @sample: the values
 * @n_classes: number of classes
 *
 * A series that multiplies cannot begin at 0 or pass it: where values lie on both sides, it runs
 * over those above 0, and the first class holds the others too.
 *
 * Returns: (transfer full) (element-type double): @n_classes + 1 edges, each the same number of
 *   times the one before, rounded; two may be equal
 */
GArray *
streek_limits_find_geometric (const StreekSample *sample, guint n_classes)
{
  double first = sample->values[0], last = sample->values[sample->n - 1];
  GArray *edges = new_edges (first);
  gsize n_negative = count_below (sample, 0);

  if (last > 0)
    {
      gsize begin = n_negative + (sample->values[n_negative] == 0);

      append_series (edges, sample->values[begin], last, n_classes, 1, sample->decimals);
    }
  else if (first < 0)
    append_series (edges, -sample->values[n_negative - 1], -first, n_classes, -1, sample->decimals);

  append_edge (edges, last);

  return edges;
}
