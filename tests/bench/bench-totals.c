/* bench-totals.c: the totals of all regions and periods of one indicator, in a large workspace */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-totals.h"
#include "workspace/streek-figures.h"

#include <math.h>
#include <stdio.h>
#include <time.h>

#define N_ROUNDS 9

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* Milliseconds of processor time: what others do on the machine does not count. */
static double
read_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Once more from the file each time: a new object keeps nothing of the one before. */
static gboolean
run (StreekWorkspace *workspace, const char *indicator, const char *set, GError **error)
{
  StreekStore *store = streek_workspace_get_store (workspace);
  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas (workspace, error);
  g_autoptr (StreekCatalogue) catalogue =
    areas != NULL ? streek_workspace_dup_catalogue (workspace, error) : NULL;
  const StreekIndicator *found =
    catalogue != NULL ? streek_catalogue_find (catalogue, indicator, error) : NULL;
  double cold[N_ROUNDS];
  double warm[N_ROUNDS];
  guint n_rows = 0;

  if (found == NULL)
    return FALSE;

  const StreekValuesQuery query = {
    .indicator = indicator,
    .set = set,
    .on = streek_date_from_ymd (2019, 1, 1),
    .periods = { streek_period_from_year (1995), streek_period_from_year (2024) },
    .min_coverage_pct = NAN,
  };

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, NULL, error);

      if (reader == NULL)
        return FALSE;

      double start = read_clock ();
      g_autoptr (StreekTotals) totals =
        streek_totals_new (streek_reader_get_db (reader), areas, catalogue);
      g_autoptr (StreekTable) first = streek_values_read (totals, &query, error);

      if (first == NULL)
        return FALSE;

      double read = read_clock ();
      g_autoptr (StreekTable) second = streek_values_read (totals, &query, error);

      if (second == NULL)
        return FALSE;

      n_rows = streek_table_get_n_rows (first);
      cold[round] = read - start;
      warm[round] = read_clock () - read;
    }

  qsort (cold, N_ROUNDS, sizeof cold[0], compare_doubles);
  qsort (warm, N_ROUNDS, sizeof warm[0], compare_doubles);
  printf ("%-15s %u totals: from the file %.1f, kept %.1f ms of processor time\n", set, n_rows,
          cold[N_ROUNDS / 2], warm[N_ROUNDS / 2]);

  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      fputs ("usage: bench-totals FILE INDICATOR\n", stderr);
      return 2;
    }

  g_autoptr (StreekWorkspace) workspace =
    streek_workspace_open (argv[1], STREEK_WORKSPACE_READ_ONLY, NULL, &error);

  if (workspace == NULL || !run (workspace, argv[2], "referentieregio", &error) ||
      !run (workspace, argv[2], "arrondissement", &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  return 0;
}
