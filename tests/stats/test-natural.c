/* test-natural.c: natural breaks against brute force, hand calculation and published examples */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-natural.h"
#include "stats/streek-sort.h"

#include <math.h>

static double
sum_within (const double *values, const double *weights, gsize from, gsize to)
{
  double weight = 0, sum = 0, squares = 0;

  for (gsize i = from; i < to; i++)
    {
      weight += weights[i];
      sum += weights[i] * values[i];
    }

  for (gsize i = from; i < to; i++)
    squares += weights[i] * pow (values[i] - sum / weight, 2);

  return squares;
}

/* Tries every way to cut the values from @from on in @n_classes. */
static double
try_all (const double *values, const double *weights, gsize from, gsize n, guint n_classes)
{
  if (n_classes == 1)
    return sum_within (values, weights, from, n);

  double least = INFINITY;

  for (gsize cut = from + 1; cut + n_classes - 1 <= n; cut++)
    least = MIN (least, sum_within (values, weights, from, cut) +
                          try_all (values, weights, cut, n, n_classes - 1));

  return least;
}

static void
test_equals_brute_force (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint trial = 0; trial < 300; trial++)
    {
      double values[12], weights[12];
      gsize n = g_rand_int_range (rand, 1, 13);
      double at = g_rand_double_range (rand, -1e6, 1e6);

      for (gsize i = 0; i < n; i++)
        {
          at += exp (g_rand_double_range (rand, -4, 6));
          values[i] = at;
          weights[i] = g_rand_int_range (rand, 1, 9);
        }

      for (guint k = 1; k <= n; k++)
        {
          double within = NAN, squares = 0;
          double least = try_all (values, weights, 0, n, k);
          g_autofree guint *starts = streek_natural_breaks (values, weights, n, k, &within);

          g_assert_cmpuint (starts[0], ==, 0);

          for (guint c = 0; c < k; c++)
            squares += sum_within (values, weights, starts[c], c + 1 < k ? starts[c + 1] : n);

          g_assert_cmpfloat_with_epsilon (squares, least, 1e-9 * least + 1e-12);
          g_assert_cmpfloat_with_epsilon (within, least, 1e-9 * least + 1e-9);
        }
    }
}

/* The example of simple-statistics' ckmeans: -1 -1 -1 -1 | 2 2 2 | 4 5 6, whose squares are 2. */
static void
test_published_example (void)
{
  const double values[] = { -1, 2, 4, 5, 6 };
  const double weights[] = { 4, 3, 1, 1, 1 };
  double within = NAN;
  g_autofree guint *starts = streek_natural_breaks (values, weights, 5, 3, &within);

  g_assert_cmpuint (starts[1], ==, 1);
  g_assert_cmpuint (starts[2], ==, 2);
  g_assert_cmpfloat_with_epsilon (within, 2, 1e-12);
}

/* By hand: {1 2 3} costs 2, {1 2} of the second clump 0.5; plain doubles lose both in 1e18. */
static void
test_tight_classes_far_apart (void)
{
  const double values[] = { 1, 2, 3, 1e9 + 1, 1e9 + 2, 1e9 + 10 };
  double within = NAN;
  g_autofree guint *starts = streek_natural_breaks (values, NULL, 6, 3, &within);

  g_assert_cmpuint (starts[1], ==, 3);
  g_assert_cmpuint (starts[2], ==, 5);
  g_assert_cmpfloat_with_epsilon (within, 2.5, 1e-9);
}

static void
test_as_many_classes_as_values (void)
{
  const double values[] = { -3, 0.1, 0.2, 8 };
  double within = NAN;
  g_autofree guint *starts = streek_natural_breaks (values, NULL, 4, 4, &within);

  for (guint c = 0; c < 4; c++)
    g_assert_cmpuint (starts[c], ==, c);

  g_assert_cmpfloat (within, ==, 0);
}

/* An optimum has no better neighbour; ties and rounding would show here first. */
static void
test_many_values_are_no_worse_than_any_shift (void)
{
  const gsize n = 5000;
  const guint k = 7;
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autofree double *values = g_new (double, n);
  g_autofree double *weights = g_new (double, n);
  double at = 0, within = NAN;

  for (gsize i = 0; i < n; i++)
    {
      values[i] = at += exp (g_rand_double_range (rand, -3, 3));
      weights[i] = 1;
    }

  g_autofree guint *starts = streek_natural_breaks (values, weights, n, k, &within);

  for (guint c = 1; c < k; c++)
    for (int shift = -1; shift <= 1; shift += 2)
      {
        gsize end = c + 1 < k ? starts[c + 1] : n;
        double now = sum_within (values, weights, starts[c - 1], starts[c]) +
                     sum_within (values, weights, starts[c], end);
        double other = sum_within (values, weights, starts[c - 1], starts[c] + shift) +
                       sum_within (values, weights, starts[c] + shift, end);

        g_assert_cmpfloat (now, <=, other * (1 + 1e-12));
      }
}

/* Fisher (1958) as it was written: every cut of every row, no bound on where it may lie, and the
 * squares of a class from its own mean, updated value by value (Welford 1962). */
static void
fill_least_squares (const double *values, gsize n, guint n_classes, double *least)
{
  for (guint c = 0; c < n_classes; c++)
    for (gsize end = 0; end < n; end++)
      {
        double mean = 0, squares = 0, best = INFINITY;

        for (gsize start = end + 1; start-- > (c == 0 ? 0 : 1);)
          {
            double off = values[start] - mean;

            mean += off / (double) (end - start + 1);
            squares += off * (values[start] - mean);

            if (c > 0)
              best = MIN (best, squares + least[(c - 1) * n + start - 1]);
          }

        least[c * n + end] = c == 0 ? squares : end >= c ? best : 0;
      }
}

static void
test_equals_every_cut (void)
{
  const gsize n = 581;
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree double *values = g_new (double, n);
  g_autofree double *least = g_new (double, 12 * n);
  double at = 0;

  for (gsize i = 0; i < n; i++)
    values[i] = at += exp (g_rand_double_range (rand, -6, 4));

  fill_least_squares (values, n, 12, least);

  for (guint k = 2; k <= 12; k++)
    {
      double within = NAN, expected = least[k * n - 1];
      g_autofree guint *starts = streek_natural_breaks (values, NULL, n, k, &within);

      g_assert_nonnull (starts);
      g_assert_cmpfloat_with_epsilon (within, expected, 1e-9 * expected);
    }
}

static void
test_sort_orders_all_numbers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (gsize n = 0; n < 400; n += 37)
    {
      g_autofree double *values = g_new (double, n + 1);
      double sum = 0, sorted_sum = 0;

      for (gsize i = 0; i < n; i++)
        {
          values[i] = g_rand_int_range (rand, -50, 50) * exp (g_rand_double_range (rand, -9, 9));
          sum += fabs (values[i]);
        }

      streek_sort_doubles (values, n);

      for (gsize i = 0; i < n; i++)
        {
          g_assert_true (i == 0 || values[i - 1] <= values[i]);
          sorted_sum += fabs (values[i]);
        }

      g_assert_cmpfloat_with_epsilon (sum, sorted_sum, 1e-9 * sum + 1e-9);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stats/natural/equals-brute-force", test_equals_brute_force);
  g_test_add_func ("/stats/natural/equals-every-cut", test_equals_every_cut);
  g_test_add_func ("/stats/natural/published-example", test_published_example);
  g_test_add_func ("/stats/natural/tight-classes-far-apart", test_tight_classes_far_apart);
  g_test_add_func ("/stats/natural/as-many-classes-as-values", test_as_many_classes_as_values);
  g_test_add_func ("/stats/natural/no-shift-of-a-limit-is-better",
                   test_many_values_are_no_worse_than_any_shift);
  g_test_add_func ("/stats/sort/orders-all-numbers", test_sort_orders_all_numbers);

  return g_test_run ();
}
