/* streek-analyses.c: analyses of a workspace's figures, in a worker */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-analyses.h"

#include "workspace/streek-figures.h"

/**
 * streek_workspace_analyse:
 * @workspace: the workspace
 * @query: the question
 * @cancellable: (nullable): to stop
 * @error: return location for an error as of streek_analysis_run()
 *
 * streek_analysis_run() on the figures as they are now. Blocks; any thread.
 *
 * Returns: (transfer full): the answer, or %NULL with @error set
 */
StreekAnalysis *
streek_workspace_analyse (StreekWorkspace *workspace,
                          const StreekAnalysisQuery *query,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && query != NULL, NULL);

  g_autoptr (StreekReader) reader = NULL;
  g_autoptr (StreekTotals) totals =
    streek_workspace_open_totals (workspace, &reader, cancellable, error);

  return totals != NULL ? streek_analysis_run (totals, query, cancellable, error) : NULL;
}

static void
analyse_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  StreekAnalysis *analysis = streek_workspace_analyse (source, task_data, cancellable, &error);

  if (analysis == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  streek_analysis_name_words (analysis); /* a window shows it, and must not wait */
  g_task_return_pointer (task, analysis, (GDestroyNotify) streek_analysis_free);
}

/**
 * streek_workspace_analyse_async:
 *
 * streek_workspace_analyse() in a thread, from a copy of @query; the ids of its answer have become
 * words.
 */
void
streek_workspace_analyse_async (StreekWorkspace *workspace,
                                const StreekAnalysisQuery *query,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && query != NULL);

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_workspace_analyse_async);
  g_task_set_task_data (task, streek_analysis_query_copy (query),
                        (GDestroyNotify) streek_analysis_query_free);
  g_task_run_in_thread (task, analyse_in_thread);
}

/**
 * streek_workspace_analyse_finish:
 *
 * Returns: (transfer full): the answer, or %NULL with @error set
 */
StreekAnalysis *
streek_workspace_analyse_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
