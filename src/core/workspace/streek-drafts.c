/* streek-drafts.c: the drafts of a workspace, read and written away from the main loop */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-drafts.h"

#include "workspace/streek-kinds.h"

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (StreekReader) reader =
    streek_store_borrow_reader (streek_workspace_get_store (source), cancellable, &error);

  streek_workspace_register_kinds ();

  GPtrArray *drafts =
    reader != NULL ? streek_record_drafts_list (streek_reader_get_db (reader), &error) : NULL;

  if (drafts != NULL)
    g_task_return_pointer (task, drafts, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
streek_workspace_load_drafts_async (StreekWorkspace *workspace,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_workspace_load_drafts_async);
  g_task_run_in_thread (task, load_in_thread);
}

GPtrArray *
streek_workspace_load_drafts_finish (StreekWorkspace *workspace,
                                     GAsyncResult *result,
                                     GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
run_keep (StreekDb *db, gpointer data, GError **error)
{
  return streek_record_draft_write (data, db, error);
}

void
streek_workspace_keep_draft_async (StreekWorkspace *workspace,
                                   const StreekRecordDraft *draft,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && draft != NULL);

  streek_store_run_unrecorded_async (
    streek_workspace_get_store (workspace), run_keep, streek_record_draft_copy (draft),
    (GDestroyNotify) streek_record_draft_free, NULL, callback, user_data);
}

static gboolean
run_drop (StreekDb *db, gpointer data, GError **error)
{
  return streek_record_draft_delete (db, *(const gint64 *) data, error);
}

void
streek_workspace_drop_draft_async (StreekWorkspace *workspace,
                                   gint64 id,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));

  streek_store_run_unrecorded_async (streek_workspace_get_store (workspace), run_drop,
                                     g_memdup2 (&id, sizeof id), g_free, NULL, callback, user_data);
}
