/* bench-classes.c: how long natural breaks take, and the sum of squares to hold beside a peer's */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-natural.h"
#include "stats/streek-sort.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

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

static void
run (double *values, gsize n, guint k)
{
  gint64 start = g_get_monotonic_time ();

  streek_sort_doubles (values, n);

  gint64 sorted = g_get_monotonic_time ();
  double within = 0;
  g_autofree guint *breaks = streek_natural_breaks (values, NULL, n, k, &within);
  gint64 done = g_get_monotonic_time ();

  printf ("natural breaks n=%zu k=%u: sort %.2f ms, breaks %.2f ms, within_ss %.6f\n", n, k,
          (sorted - start) / 1e3, (done - sorted) / 1e3, within);
}

/* bench-classes [VALUES.txt K]: numbers of one's own, to lay beside ckmeans */
int
main (int argc, char *argv[])
{
  const gsize sizes[] = { 581, 20000, 1000000 };

  if (argc == 3)
    {
      gsize n = 0;
      g_autofree double *values = read_values (argv[1], &n);

      if (values == NULL || n < (gsize) atoi (argv[2]))
        return 1;

      run (values, n, atoi (argv[2]));
      return 0;
    }

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree double *values = make_values (sizes[i]);

      run (values, sizes[i], 7);
    }

  return 0;
}
