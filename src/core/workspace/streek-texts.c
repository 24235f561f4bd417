/* streek-texts.c: everything of a workspace that a search can find, gathered in a worker */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-texts.h"

#include "actor/streek-site-texts.h"
#include "area/streek-area-texts.h"
#include "indicator/streek-indicator-texts.h"
#include "record/streek-record-texts.h"
#include "workspace/streek-kinds.h"

static void
index_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  StreekStore *store = streek_workspace_get_store (STREEK_WORKSPACE (source));
  GError *error = NULL;

  streek_area_texts_register ();
  streek_site_texts_register ();
  streek_indicator_texts_register ();
  streek_workspace_register_kinds ();
  streek_record_texts_register ();

  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, cancellable, &error);
  StreekSearchIndex *index =
    reader != NULL ? streek_search_index_new (streek_reader_get_db (reader), task_data, &error)
                   : NULL;

  if (index != NULL)
    g_task_return_pointer (task, index, (GDestroyNotify) streek_search_index_unref);
  else
    g_task_return_error (task, error);
}

/**
 * streek_texts_index_async:
 * @former: (nullable): the index before the file changed; it can be used meanwhile
 *
 * streek_search_index_new() over every noun, in a thread.
 */
void
streek_texts_index_async (StreekWorkspace *workspace,
                          StreekSearchIndex *former,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_texts_index_async);
  if (former != NULL)
    g_task_set_task_data (task, streek_search_index_ref (former),
                          (GDestroyNotify) streek_search_index_unref);
  g_task_run_in_thread (task, index_in_thread);
}

/**
 * streek_texts_index_finish:
 *
 * Returns: (transfer full): the index, or %NULL with @error set
 */
StreekSearchIndex *
streek_texts_index_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
