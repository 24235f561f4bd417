/* streek-natural.c: natural breaks: the classes with the least squares around their means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-natural.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* A number as the unevaluated sum of two doubles: some 32 digits. Knuth (1969) and Dekker (1971),
 * Numerische Mathematik 18. */
typedef struct
{
  double high;
  double low;
} Twofold;

/* Everything that a class that begins at value j needs to know of what comes before j. */
typedef struct
{
  double rest;   /* least squares of the values before j in the classes so far, less square */
  double sum;    /* Σ w x of them, x from the middle */
  double weight; /* Σ w */
} Before;

typedef struct
{
  gsize n;
  Before *before;        /* (array length=n + 1) */
  double *square;        /* (array length=n + 1): Σ w x² */
  Twofold *exact_rest;   /* the same in twofold; NULL in the first, fast round */
  Twofold *exact_sum;    /* (array length=n + 1) */
  Twofold *exact_square; /* (array length=n + 1) */
  guint32 *start;        /* (array length=n): begin of the last class of the values up to each */
  double *least;         /* (array length=n): least squares of the values up to each */
  Twofold *exact_least;
} Work;

static Twofold
twofold_from_sum (double a, double b)
{
  double high = a + b;
  double part = high - a;

  return (Twofold){ high, (a - (high - part)) + (b - part) };
}

static Twofold
twofold_from_product (double a, double b)
{
  double high = a * b;
#ifdef FP_FAST_FMA
  return (Twofold){ high, fma (a, b, -high) };
#else
  const double splitter = 134217729.0; /* 2^27 + 1 */
  double a_scaled = splitter * a, b_scaled = splitter * b;
  double a_high = a_scaled - (a_scaled - a), b_high = b_scaled - (b_scaled - b);
  double a_low = a - a_high, b_low = b - b_high;

  return (Twofold){ high,
                    ((a_high * b_high - high) + a_high * b_low + a_low * b_high) + a_low * b_low };
#endif
}

static Twofold
twofold_add (Twofold a, Twofold b)
{
  Twofold sum = twofold_from_sum (a.high, b.high);

  return twofold_from_sum (sum.high, sum.low + a.low + b.low);
}

static Twofold
twofold_subtract (Twofold a, Twofold b)
{
  return twofold_add (a, (Twofold){ -b.high, -b.low });
}

static Twofold
twofold_multiply (Twofold a, Twofold b)
{
  Twofold product = twofold_from_product (a.high, b.high);

  return twofold_from_sum (product.high, product.low + (a.high * b.low + a.low * b.high));
}

static Twofold
twofold_divide (Twofold a, double b)
{
  double first = a.high / b;
  Twofold rest = twofold_subtract (a, twofold_from_product (first, b));

  return twofold_from_sum (first, (rest.high + rest.low) / b);
}

static gboolean
twofold_less (Twofold a, Twofold b)
{
  return a.high < b.high || (a.high == b.high && a.low < b.low);
}

/* The best begin, from @first to @last, of a class that ends with value @i. */
static guint32
find_start (Work *work, guint32 i, guint32 first, guint32 last)
{
  const Before end = work->before[i + 1];
  double best = INFINITY;
  guint32 start = first;

  for (guint32 j = first; j <= last; j++)
    {
      const Before *before = &work->before[j];
      double sum = end.sum - before->sum;
      double rest = before->rest - sum * sum / (end.weight - before->weight);

      if (rest < best)
        {
          best = rest;
          start = j;
        }
    }

  work->least[i] = MAX (best + work->square[i + 1], 0);

  return start;
}

/* The same in twofold, for values whose classes are very tight beside their spread. */
static guint32
find_start_exactly (Work *work, guint32 i, guint32 first, guint32 last)
{
  Twofold best = { INFINITY, 0 };
  guint32 start = first;

  for (guint32 j = first; j <= last; j++)
    {
      Twofold sum = twofold_subtract (work->exact_sum[i + 1], work->exact_sum[j]);
      Twofold gain = twofold_divide (twofold_multiply (sum, sum),
                                     work->before[i + 1].weight - work->before[j].weight);
      Twofold rest = twofold_subtract (work->exact_rest[j], gain);

      if (twofold_less (rest, best))
        {
          best = rest;
          start = j;
        }
    }

  work->exact_least[i] = twofold_add (best, work->exact_square[i + 1]);
  work->least[i] = MAX (work->exact_least[i].high, 0);

  return start;
}

/* Begins never run back as the end runs on, so the begin of the middle value bounds the others. */
static void
fill_row (Work *work, guint32 low, guint32 high, guint32 first, guint32 last)
{
  while (low <= high)
    {
      guint32 middle = low + (high - low) / 2;
      guint32 start = work->exact_rest != NULL
                        ? find_start_exactly (work, middle, first, MIN (middle, last))
                        : find_start (work, middle, first, MIN (middle, last));

      work->start[middle] = start;

      if (middle - low < high - middle)
        {
          if (middle > low)
            fill_row (work, low, middle - 1, first, start);

          low = middle + 1;
          first = start;
        }
      else
        {
          fill_row (work, middle + 1, high, start, last);

          if (middle == low)
            break;

          high = middle - 1;
          last = start;
        }
    }
}

/* Hands what the classes so far cost to the next class. */
static void
carry_least (Work *work)
{
  for (gsize j = work->n; j > 0; j--)
    {
      work->before[j].rest = work->least[j - 1] - work->square[j];

      if (work->exact_rest != NULL)
        work->exact_rest[j] = twofold_subtract (work->exact_least[j - 1], work->exact_square[j]);
    }
}

/* Fills @starts (n_classes rows of n) and leaves the least squares in @work. */
static void
fill_table (Work *work, guint n_classes, guint32 *starts)
{
  for (guint c = 0; c < n_classes; c++)
    {
      work->start = &starts[c * work->n];
      fill_row (work, c, work->n - 1, c, c == 0 ? 0 : work->n - 1);
      carry_least (work);
    }
}

static void
sum_up (Work *work, const double *values, const double *weights)
{
  double middle = values[work->n / 2];
  Twofold sum = { 0, 0 }, square = { 0, 0 };

  work->before[0] = (Before){ 0, 0, 0 };
  work->square[0] = 0;
  work->exact_sum[0] = work->exact_square[0] = sum;

  for (gsize i = 0; i < work->n; i++)
    {
      double weight = weights != NULL ? weights[i] : 1;
      Twofold x = twofold_from_sum (values[i], -middle);
      Twofold weighted = twofold_multiply (x, (Twofold){ weight, 0 });

      sum = twofold_add (sum, weighted);
      square = twofold_add (square, twofold_multiply (weighted, x));
      work->exact_sum[i + 1] = sum;
      work->exact_square[i + 1] = square;
      work->before[i + 1] = (Before){ 0, sum.high, work->before[i].weight + weight };
      work->square[i + 1] = square.high;
    }
}

/* The first row of the table: values before j in no class cost nothing, and there are none. */
static void
begin_round (Work *work)
{
  for (gsize j = 0; j <= work->n; j++)
    work->before[j].rest = 0;

  for (gsize j = 0; work->exact_rest != NULL && j <= work->n; j++)
    work->exact_rest[j] = (Twofold){ 0, 0 };
}

/* Whether rounding may have hidden the optimum: it shifts a cost by a few units in the last place
 * of the squares around the middle, in every class. */
static gboolean
is_blurred (const Work *work, guint n_classes)
{
  return 16 * n_classes * DBL_EPSILON * work->square[work->n] > 1e-10 * work->least[work->n - 1];
}

/**
 * streek_natural_breaks:
 * @values: (array length=n): distinct numbers in ascending order
 * @weights: (array length=n) (nullable): how often each occurs; %NULL for once
 * @n: how many, at most 2^31
 * @n_classes: number of classes, 1 to @n
 * @within_ss: (out) (optional): sum of squared distances to the mean of each one's class
 *
 * Finds the classes with the least sum of squares within, exactly and whatever @n: a dynamic
 * programme whose rows are filled by divide and conquer in O(@n_classes · n log n). It runs in
 * double precision and, where the classes are so tight that rounding could hide the optimum, once
 * more in twofold precision, so the sum of squares is the optimum to 1e-10 of itself.
 *
 * Source: Fisher (1958), JASA 53 (284); Wang & Song (2011), The R Journal 3 (2), with the
 * monotone starts of Wu (1991), Journal of Algorithms 12.
 *
 * Returns: (transfer full) (array length=n_classes): index of the first value of each class
 */
guint *
streek_natural_breaks (
  const double *values, const double *weights, gsize n, guint n_classes, double *within_ss)
{
  g_return_val_if_fail (n_classes >= 1 && n_classes <= n && n <= G_MAXINT32, NULL);

  g_autofree guint32 *starts = g_new (guint32, n * n_classes);
  g_autofree Before *before = g_new (Before, n + 1);
  g_autofree double *square = g_new (double, n + 1);
  g_autofree double *least = g_new0 (double, n);
  g_autofree Twofold *exact_sum = g_new (Twofold, n + 1);
  g_autofree Twofold *exact_square = g_new (Twofold, n + 1);
  g_autofree Twofold *exact_rest = NULL;
  g_autofree Twofold *exact_least = NULL;
  Work work = {
    .n = n,
    .before = before,
    .square = square,
    .least = least,
    .exact_sum = exact_sum,
    .exact_square = exact_square,
  };

  sum_up (&work, values, weights);
  begin_round (&work);
  fill_table (&work, n_classes, starts);

  if (n_classes < n && is_blurred (&work, n_classes))
    {
      work.exact_rest = exact_rest = g_new (Twofold, n + 1);
      work.exact_least = exact_least = g_new0 (Twofold, n);
      begin_round (&work);
      fill_table (&work, n_classes, starts);
    }

  if (within_ss != NULL)
    *within_ss = n_classes < n ? least[n - 1] : 0;

  guint *breaks = g_new (guint, n_classes);
  gsize last = n - 1;

  for (guint c = n_classes; c-- > 0;)
    {
      breaks[c] = starts[c * n + last];
      last = breaks[c] - 1;
    }

  return breaks;
}
