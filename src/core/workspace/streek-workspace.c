/* streek-workspace.c: an open workspace with all its nouns */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-workspace.h"
#include "base/streek-paths.h"
#include "store/streek-backup.h"

struct _StreekWorkspace
{
  GObject parent_instance;

  StreekStore *store;
};

G_DEFINE_FINAL_TYPE (StreekWorkspace, streek_workspace, G_TYPE_OBJECT)

static void
streek_workspace_dispose (GObject *object)
{
  StreekWorkspace *self = STREEK_WORKSPACE (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (streek_workspace_parent_class)->dispose (object);
}

static void
streek_workspace_class_init (StreekWorkspaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_workspace_dispose;
}

static void
streek_workspace_init (StreekWorkspace *self)
{
}

static StreekStoreFlags
to_store_flags (StreekWorkspaceFlags flags)
{
  return (flags & STREEK_WORKSPACE_READ_ONLY ? STREEK_STORE_READ_ONLY : 0) |
         (flags & STREEK_WORKSPACE_WAIT ? STREEK_STORE_WAIT : 0) |
         (flags & STREEK_WORKSPACE_ONE_COMMAND ? STREEK_STORE_ROLLBACK : 0);
}

/**
 * streek_workspace_open:
 * @path: the workspace
 * @flags: how
 * @cancellable: (nullable): ends waiting for another holder
 * @error: return location for a #StreekStoreError, as of streek_store_open()
 *
 * Opens a workspace. Blocks. Signals of the store come in the default main context, whichever
 * thread calls.
 *
 * Returns: (transfer full): the workspace, or %NULL with @error set
 */
StreekWorkspace *
streek_workspace_open (const char *path,
                       StreekWorkspaceFlags flags,
                       GCancellable *cancellable,
                       GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (StreekStore) store = streek_store_open (
    path, to_store_flags (flags), streek_schema_get_default (), cancellable, error);

  if (store == NULL)
    return NULL;

  StreekWorkspace *self = g_object_new (STREEK_TYPE_WORKSPACE, NULL);

  self->store = g_steal_pointer (&store);

  return self;
}

/**
 * streek_workspace_create:
 * @path: the new workspace; an existing file is an error, %STREEK_STORE_ERROR_EXISTS
 * @example: whether it starts as the example, with saved views and figures, or with only the
 *   reference data
 *
 * Copies an installed template, draws a new office id and opens the copy.
 *
 * Returns: (transfer full): the workspace, or %NULL with @error set
 */
StreekWorkspace *
streek_workspace_create (const char *path,
                         gboolean example,
                         GCancellable *cancellable,
                         GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autofree char *template = g_build_filename (
    streek_paths_get_data_dir (), example ? "example.streek" : "template.streek", NULL);

  if (!streek_store_create_from_template (template, path, streek_schema_get_default (), cancellable,
                                          error))
    return NULL;

  return streek_workspace_open (path, STREEK_WORKSPACE_NONE, cancellable, error);
}

static void
keep_backup_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  StreekWorkspace *self = source;
  GError *error = NULL;
  g_autofree char *folder = streek_backup_dup_folder (self->store);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  if (streek_backup_keep (self->store, folder, now, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * streek_workspace_keep_backup_async:
 *
 * Puts a dated copy beside the earlier ones of this person, as streek_backup_keep() does. A
 * window calls it after opening: the copy is then of the state before today's work.
 */
void
streek_workspace_keep_backup_async (StreekWorkspace *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (self));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_workspace_keep_backup_async);
  g_task_run_in_thread (task, keep_backup_in_thread);
}

/**
 * streek_workspace_keep_backup_finish:
 *
 * Returns: whether a copy of this state is there
 */
gboolean
streek_workspace_keep_backup_finish (StreekWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * streek_workspace_close:
 *
 * Closes the file as streek_store_close() does; what was read from it stays valid.
 */
void
streek_workspace_close (StreekWorkspace *self)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (self));

  streek_store_close (self->store);
}

/**
 * streek_workspace_get_store:
 *
 * Returns: (transfer none): the file itself
 */
StreekStore *
streek_workspace_get_store (StreekWorkspace *self)
{
  return self->store;
}
