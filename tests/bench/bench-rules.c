/* bench-rules.c: how long all rules take to look at the example, from an open file to a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "area/streek-area-rules.h"
#include "base/streek-paths.h"
#include "indicator/streek-indicator-rules.h"
#include "rule/streek-check-list.h"
#include "store/streek-store.h"

#include <stdio.h>
#include <stdlib.h>

#define N_ROUNDS 5

/* When the rule before was done, and how long the longest step took. */
typedef struct
{
  gint64 last;
  double longest_ms;
  guint n_steps;
} Steps;

static void
on_progress_cb (double done, gpointer user_data)
{
  Steps *steps = user_data;
  gint64 now = g_get_monotonic_time ();

  steps->longest_ms = MAX (steps->longest_ms, (now - steps->last) / 1e3);
  steps->last = now;
  steps->n_steps++;
}

static void
must (gboolean done, const GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}

static int
compare_times (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* As streek_checks_run_async() does it, without the thread. */
static double
time_check (StreekStore *store, Steps *steps, guint *n_findings)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, NULL, &error);

  must (reader != NULL, error);
  *steps = (Steps){ .last = start };

  StreekDb *db = streek_reader_get_db (reader);
  g_autoptr (GPtrArray) findings =
    streek_rules_run (db, streek_date_from_ymd (2026, 1, 1), on_progress_cb, steps, NULL, &error);

  must (findings != NULL, error);

  g_autoptr (GPtrArray) acceptances = streek_acceptances_list (db, &error);

  must (acceptances != NULL, error);

  g_autoptr (StreekCheckList) list = streek_check_list_new (findings, acceptances, 0);

  *n_findings = streek_check_list_get_n_entries (list);

  return (g_get_monotonic_time () - start) / 1e3;
}

/* bench-rules [FILE.streek] */
int
main (int argc, char *argv[])
{
  g_autofree char *path =
    argc > 1 ? g_strdup (argv[1])
             : g_build_filename (streek_paths_get_data_dir (), "example.streek", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekStore) store =
    streek_store_open (path, STREEK_STORE_READ_ONLY, streek_schema_get_default (), NULL, &error);
  double times[N_ROUNDS];
  guint n_findings = 0;
  Steps steps;

  must (store != NULL, error);
  streek_area_rules_register ();
  streek_indicator_rules_register ();

  for (int i = 0; i < N_ROUNDS; i++)
    times[i] = time_check (store, &steps, &n_findings);

  printf ("first check %.1f ms", times[0]);
  qsort (times, N_ROUNDS, sizeof *times, compare_times);
  printf (", median of %d: %.1f ms   %u steps, the longest %.1f ms   %u findings\n", N_ROUNDS,
          times[N_ROUNDS / 2], steps.n_steps, steps.longest_ms, n_findings);
  streek_store_close (store);

  return 0;
}
