/* streek-own-area-edits.c: sets of areas that people bring into a workspace, as commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-own-area-edits.h"

#include <glib/gi18n-lib.h>

/* Translators: a command as undo names it; %s is a set of areas. */
#define WRITE_MESSAGE N_ ("Import the areas of %s")
/* Translators: a command as undo names it; %s is a set of areas. */
#define REMOVE_MESSAGE N_ ("Delete the areas of %s")

static gboolean
run_write (StreekDb *db, gpointer data, GError **error)
{
  return streek_own_areas_write (db, data, error);
}

static gboolean
run_remove (StreekDb *db, gpointer data, GError **error)
{
  return streek_own_areas_remove (db, data, error);
}

static gboolean
is_written (StreekStore *store,
            const StreekOwnAreas *own,
            gboolean *written,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, cancellable, error);

  return reader != NULL &&
         streek_own_areas_is_written (streek_reader_get_db (reader), own, written, error);
}

/**
 * streek_workspace_write_own_areas:
 * @own: a set that streek_own_areas_can_write()
 * @changed: (out): %FALSE where the file holds this very set already
 * @error: return location for a #StreekAreaError or #StreekStoreError
 *
 * Writes the set as one command; one undo takes it away again, or brings back the one it replaced.
 */
gboolean
streek_workspace_write_own_areas (StreekWorkspace *workspace,
                                  StreekOwnAreas *own,
                                  gboolean *changed,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && own != NULL, FALSE);

  StreekStore *store = streek_workspace_get_store (workspace);
  gboolean written = FALSE;

  if (!is_written (store, own, &written, cancellable, error))
    return FALSE;

  *changed = !written;
  if (written)
    return TRUE;

  return streek_store_run_command (
    store, WRITE_MESSAGE, g_variant_new ("(s)", streek_own_areas_get_name (own)), run_write,
    streek_own_areas_ref (own), (GDestroyNotify) streek_own_areas_unref, cancellable, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean changed = FALSE;

  if (streek_workspace_write_own_areas (source, task_data, &changed, cancellable, &error))
    g_task_return_int (task, changed);
  else
    g_task_return_error (task, error);
}

void
streek_workspace_write_own_areas_async (StreekWorkspace *workspace,
                                        StreekOwnAreas *own,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_task_set_task_data (task, streek_own_areas_ref (own), (GDestroyNotify) streek_own_areas_unref);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
streek_workspace_write_own_areas_finish (StreekWorkspace *workspace,
                                         GAsyncResult *result,
                                         gboolean *changed,
                                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), FALSE);

  gssize answer = g_task_propagate_int (G_TASK (result), error);

  *changed = answer > 0;

  return answer >= 0;
}

/**
 * streek_workspace_remove_own_areas:
 * @set: code of a set of people's own
 * @set_name: for the name of the command
 * @error: return location for %STREEK_AREA_ERROR_UNKNOWN_SET
 */
gboolean
streek_workspace_remove_own_areas (StreekWorkspace *workspace,
                                   const char *set,
                                   const char *set_name,
                                   GCancellable *cancellable,
                                   GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && set != NULL, FALSE);

  return streek_store_run_command (streek_workspace_get_store (workspace), REMOVE_MESSAGE,
                                   g_variant_new ("(s)", set_name), run_remove, g_strdup (set),
                                   g_free, cancellable, error);
}

void
streek_workspace_remove_own_areas_async (StreekWorkspace *workspace,
                                         const char *set,
                                         const char *set_name,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  streek_store_run_command_async (streek_workspace_get_store (workspace), REMOVE_MESSAGE,
                                  g_variant_new ("(s)", set_name), run_remove, g_strdup (set),
                                  g_free, NULL, callback, user_data);
}

/* @result comes from the store, as the source of the callback. */
gboolean
streek_workspace_remove_own_areas_finish (StreekWorkspace *workspace,
                                          GAsyncResult *result,
                                          GError **error)
{
  return streek_store_run_command_finish (streek_workspace_get_store (workspace), result, error);
}
