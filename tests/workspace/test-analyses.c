/* test-analyses.c: analyses in a worker, as the window asks for them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-analyses.h"
#include "workspace-fixture.h"

#include <math.h>
#include <string.h>

static StreekAnalysisQuery *
new_query (StreekAnalysisKind kind, const char *indicator)
{
  StreekAnalysisQuery *query = g_new0 (StreekAnalysisQuery, 1);

  query->kind = kind;
  query->indicators = g_strsplit (indicator, ",", -1);
  query->set = g_strdup ("gemeente");
  query->within = g_strdup ("provincie:30000");
  query->min_coverage_pct = NAN;

  return query;
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static GAsyncResult *
start_and_wait (StreekWorkspace *workspace, GCancellable *cancellable)
{
  GAsyncResult *result = NULL;

  {
    g_autoptr (StreekAnalysisQuery) query = new_query (STREEK_ANALYSIS_MORAN, "share_65plus");

    streek_workspace_analyse_async (workspace, query, cancellable, on_done_cb, &result);
  }

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return result;
}

/* The question may go as soon as it is asked. */
static void
test_worker_answers (void)
{
  g_autoptr (StreekWorkspace) workspace = workspace_fixture_open_example ();
  g_autoptr (GAsyncResult) result = start_and_wait (workspace, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAnalysis) analysis = streek_workspace_analyse_finish (workspace, result, &error);

  g_assert_no_error (error);
  g_assert_cmpint (analysis->kind, ==, STREEK_ANALYSIS_MORAN);
  /* West-Vlaanderen has 64 municipalities in 2020, and a row is about all of them */
  g_assert_cmpuint (streek_table_get_n_rows (analysis->table), ==, 65);
  g_assert_nonnull (strstr (analysis->title, "Aandeel 65-plussers"));
}

static void
test_cancelled_work_is_no_answer (void)
{
  g_autoptr (StreekWorkspace) workspace = workspace_fixture_open_example ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);

  g_autoptr (GAsyncResult) result = start_and_wait (workspace, cancellable);
  g_autoptr (GError) error = NULL;

  g_assert_null (streek_workspace_analyse_finish (workspace, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The three age groups are all there are, so shares add up to 100. */
static void
test_shares_of_a_whole (void)
{
  g_autoptr (StreekWorkspace) workspace = workspace_fixture_open_example ();
  g_autoptr (StreekAnalysisQuery) query =
    new_query (STREEK_ANALYSIS_QUOTIENT, "pop_0_14,pop_15_64,pop_65plus");
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAnalysis) analysis = streek_workspace_analyse (workspace, query, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_table_get_n_rows (analysis->table), ==, 3 * 64);

  guint share = (guint) streek_table_find_column (analysis->table, "share_pct");

  for (guint row = 0; row < 3 * 64; row += 3)
    g_assert_cmpfloat_with_epsilon (streek_table_get_number (analysis->table, row, share) +
                                      streek_table_get_number (analysis->table, row + 1, share) +
                                      streek_table_get_number (analysis->table, row + 2, share),
                                    100, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workspace/analyses/worker-answers", test_worker_answers);
  g_test_add_func ("/workspace/analyses/cancelled-work-is-no-answer",
                   test_cancelled_work_is_no_answer);
  g_test_add_func ("/workspace/analyses/shares-of-a-whole", test_shares_of_a_whole);

  return g_test_run ();
}
