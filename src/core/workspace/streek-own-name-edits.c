/* streek-own-name-edits.c: names that people give areas, in a workspace, as commands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-own-name-edits.h"

#include "workspace/streek-figures.h"

#include <glib/gi18n-lib.h>

/**
 * streek_workspace_list_own_names:
 * @error: return location for a #StreekStoreError
 *
 * Returns: (transfer full) (element-type StreekOwnName): every name that people gave an area
 */
GPtrArray *
streek_workspace_list_own_names (StreekWorkspace *workspace,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace), NULL);

  g_autoptr (StreekReader) reader =
    streek_store_borrow_reader (streek_workspace_get_store (workspace), cancellable, error);

  return reader != NULL ? streek_own_names_list (streek_reader_get_db (reader), error) : NULL;
}

static gboolean
run_add (StreekDb *db, gpointer data, GError **error)
{
  GPtrArray *names = data;

  for (guint i = 0; i < names->len; i++)
    if (!streek_own_name_write (db, names->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* What undo calls it. */
static const char *
describe_adding (GPtrArray *names, GVariant **arguments)
{
  const StreekOwnName *first = names->pdata[0];

  if (names->len == 1)
    {
      *arguments = g_variant_new ("(s)", first->name);
      /* Translators: a command as undo names it; %s is a name of an area. */
      return N_ ("Remember the name %s");
    }

  *arguments = NULL;

  /* Translators: a command as undo names it. */
  return N_ ("Remember names of areas");
}

/**
 * streek_workspace_add_own_names:
 * @names: (element-type StreekOwnName): of areas that exist; where there is none nothing happens
 * @error: return location for a #StreekStoreError
 *
 * Writes all of them in one command that can be undone.
 */
gboolean
streek_workspace_add_own_names (StreekWorkspace *workspace,
                                GPtrArray *names,
                                GCancellable *cancellable,
                                GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && names != NULL, FALSE);

  if (names->len == 0)
    return TRUE;

  GVariant *arguments;
  const char *message = describe_adding (names, &arguments);

  return streek_store_run_command (streek_workspace_get_store (workspace), message, arguments,
                                   run_add, g_ptr_array_ref (names),
                                   (GDestroyNotify) g_ptr_array_unref, cancellable, error);
}

/**
 * streek_edits_add_own_names_async:
 * @names: (element-type StreekOwnName): of areas that exist, at least one; not to be changed
 *   afterwards
 */
void
streek_edits_add_own_names_async (StreekWorkspace *workspace,
                                  GPtrArray *names,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && names != NULL && names->len > 0);

  GVariant *arguments;
  const char *message = describe_adding (names, &arguments);

  streek_store_run_command_async (streek_workspace_get_store (workspace), message, arguments,
                                  run_add, g_ptr_array_ref (names),
                                  (GDestroyNotify) g_ptr_array_unref, NULL, callback, user_data);
}

static gboolean
run_remove (StreekDb *db, gpointer data, GError **error)
{
  return streek_own_name_remove (db, data, error);
}

/**
 * streek_edits_remove_own_name_async:
 * @name: copied
 */
void
streek_edits_remove_own_name_async (StreekWorkspace *workspace,
                                    const StreekOwnName *name,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && name != NULL);

  /* Translators: a command as undo names it; %s is a name of an area. */
  streek_store_run_command_async (streek_workspace_get_store (workspace), N_ ("Forget the name %s"),
                                  g_variant_new ("(s)", name->name), run_remove,
                                  streek_own_name_copy (name),
                                  (GDestroyNotify) streek_own_name_free, NULL, callback, user_data);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *names = streek_workspace_list_own_names (source, cancellable, &error);

  if (names != NULL)
    g_task_return_pointer (task, names, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
streek_workspace_list_own_names_async (StreekWorkspace *workspace,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_workspace_list_own_names_async);
  g_task_run_in_thread (task, list_in_thread);
}

GPtrArray *
streek_workspace_list_own_names_finish (StreekWorkspace *workspace,
                                        GAsyncResult *result,
                                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  char *path;    /* (nullable) */
  GBytes *bytes; /* (nullable) */
  char *set;
  char *known_from;
} TakeJob;

static void
free_take_job (gpointer data)
{
  TakeJob *job = data;

  g_free (job->path);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->set);
  g_free (job->known_from);
  g_free (job);
}

static void
take_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TakeJob *job = data;
  GError *error = NULL;
  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas_without_meshes (source, &error);
  g_autoptr (StreekSource) table_source = NULL;

  if (areas != NULL)
    table_source = job->path != NULL
                     ? streek_source_open (job->path, NULL, cancellable, &error)
                     : streek_source_open_bytes (job->bytes, job->known_from, NULL, &error);

  g_autoptr (StreekOwnNameTable) table =
    table_source != NULL ? streek_own_names_read_table (table_source, areas, job->set,
                                                        job->known_from, cancellable, &error)
                         : NULL;

  if (table != NULL && streek_workspace_add_own_names (source, table->names, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&table),
                           (GDestroyNotify) streek_own_name_table_free);
  else
    g_task_return_error (task, error);
}

/**
 * streek_workspace_take_own_names_async:
 * @path: (nullable): of a table
 * @bytes: (nullable): where there is no path, the text of one
 * @set: the set whose areas the table names
 * @known_from: where the names are known from
 */
void
streek_workspace_take_own_names_async (StreekWorkspace *workspace,
                                       const char *path,
                                       GBytes *bytes,
                                       const char *set,
                                       const char *known_from,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && (path != NULL || bytes != NULL));
  g_return_if_fail (set != NULL && known_from != NULL);

  g_autoptr (GTask) task = g_task_new (workspace, NULL, callback, user_data);
  TakeJob *job = g_new0 (TakeJob, 1);

  job->path = g_strdup (path);
  job->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  job->set = g_strdup (set);
  job->known_from = g_strdup (known_from);
  g_task_set_source_tag (task, streek_workspace_take_own_names_async);
  g_task_set_task_data (task, job, free_take_job);
  g_task_run_in_thread (task, take_in_thread);
}

/**
 * streek_workspace_take_own_names_finish:
 * @error: return location for a #StreekSourceError, #StreekAreaError or #StreekStoreError
 *
 * Returns: (transfer full): what became of every row, or %NULL where nothing was written
 */
StreekOwnNameTable *
streek_workspace_take_own_names_finish (StreekWorkspace *workspace,
                                        GAsyncResult *result,
                                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
