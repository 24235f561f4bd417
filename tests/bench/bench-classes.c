/* bench-classes.c: how long natural breaks take, and the sum of squares to hold beside a peer's */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-natural.h"
#include "stats/streek-sort.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_ROUNDS 5

/* Incomes, say: many low, few high. The same numbers in every run. */
static double *
make_values (gsize n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (581);
  double *values = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    {
      double u = g_rand_double_range (rand, 1e-12, 1), v = g_rand_double (rand);

      values[i] = exp (3 + sqrt (-2 * log (u)) * cos (2 * G_PI * v));
    }

  return values;
}

static double *
read_values (const char *path, gsize *n)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;

  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));

  for (char *at = text, *end = NULL;; at = end)
    {
      double value = g_ascii_strtod (at, &end);

      if (end == at)
        break;

      g_array_append_val (values, value);
    }

  *n = values->len;

  return (double *) g_array_free (values, FALSE);
}

static int
compare_times (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Sorting included, the median of five. The limit is what a C program that does only this needed
 * for 7 classes on another machine; ckmeans finds the same squares. */
static void
run (const double *given, gsize n, guint k, double limit_ms)
{
  g_autofree double *values = g_new (double, n);
  double times[N_ROUNDS], within = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      memcpy (values, given, sizeof *values * n);

      gint64 start = g_get_monotonic_time ();

      streek_sort_doubles (values, n);

      g_autofree guint *breaks = streek_natural_breaks (values, NULL, n, k, &within);

      times[round] = (g_get_monotonic_time () - start) / 1e3;
    }

  qsort (times, N_ROUNDS, sizeof *times, compare_times);
  printf ("natural breaks n=%-8zu k=%-3u %8.2f ms", n, k, times[N_ROUNDS / 2]);

  if (!isnan (limit_ms))
    printf ("   limit %7.2f (%.2f x)", limit_ms, times[N_ROUNDS / 2] / limit_ms);

  printf ("   within_ss %.6f\n", within);
}

/* bench-classes [VALUES.txt K]: numbers of one's own, to lay beside ckmeans */
int
main (int argc, char *argv[])
{
  const gsize sizes[] = { 581, 20000, 1000000 };
  const double limits_ms[] = { 0.24, 7.4, 551 };

  if (argc == 3)
    {
      gsize n = 0;
      g_autofree double *values = read_values (argv[1], &n);

      if (values == NULL || n < (gsize) atoi (argv[2]))
        return 1;

      run (values, n, atoi (argv[2]), NAN);
      return 0;
    }

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree double *values = make_values (sizes[i]);

      for (guint k = 2; k <= 12; k += 5)
        run (values, sizes[i], k, k == 7 ? limits_ms[i] : NAN);
    }

  return 0;
}
