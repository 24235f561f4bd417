/* streek-sites.c: places of a workspace: listed, entered, and taken in from files */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-sites.h"

#include "indicator/streek-own-count.h"
#include "workspace/streek-figures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_count (GPtrArray *names, const StreekOwnCount *count)
{
  if (count->subject_kind != STREEK_SUBJECT_PLACE || count->subject_key == NULL ||
      g_ptr_array_find_with_equal_func (names, count->name, g_str_equal, NULL))
    return;

  g_ptr_array_add (names, g_strdup (count->name));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return streek_site_words_compare (*(const char *const *) a, *(const char *const *) b);
}

/* What circles around places can show. */
static GPtrArray *
list_counts (StreekDb *db, GError **error)
{
  g_autoptr (GPtrArray) counts = streek_own_counts_list (db, error);
  GPtrArray *names = counts != NULL ? g_ptr_array_new_with_free_func (g_free) : NULL;

  for (guint i = 0; counts != NULL && i < counts->len; i++)
    add_count (names, counts->pdata[i]);

  if (names != NULL)
    g_ptr_array_sort (names, compare_names);

  return names;
}

/**
 * streek_sites_load:
 * @error: return location for a #StreekStoreError or #StreekAreaError
 *
 * Returns: (transfer full): the places with the municipality of today in which each lies
 */
StreekSiteList *
streek_sites_load (StreekWorkspace *workspace, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace), NULL);

  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas (workspace, error);
  g_autoptr (StreekReader) reader =
    areas != NULL
      ? streek_store_borrow_reader (streek_workspace_get_store (workspace), cancellable, error)
      : NULL;

  if (reader == NULL)
    return NULL;

  StreekDb *db = streek_reader_get_db (reader);
  g_autoptr (GPtrArray) sites = streek_sites_list (db, error);
  g_autoptr (GPtrArray) counts = sites != NULL ? list_counts (db, error) : NULL;

  if (counts == NULL)
    return NULL;

  g_autoptr (StreekSiteLocator) locator = streek_site_locator_new (areas, STREEK_DATE_NONE);
  StreekSiteList *list = g_new0 (StreekSiteList, 1);

  list->areas = g_steal_pointer (&areas);
  list->table = streek_sites_make_table (sites, locator);
  list->sites = g_steal_pointer (&sites);
  list->counts = g_steal_pointer (&counts);

  return list;
}

void
streek_site_list_free (StreekSiteList *list)
{
  if (list == NULL)
    return;

  g_ptr_array_unref (list->sites);
  g_ptr_array_unref (list->counts);
  streek_table_unref (list->table);
  streek_areas_unref (list->areas);
  g_free (list);
}

const StreekSite *
streek_site_list_find (const StreekSiteList *list, gint64 id)
{
  for (guint i = 0; i < list->sites->len; i++)
    if (((const StreekSite *) list->sites->pdata[i])->id == id)
      return list->sites->pdata[i];

  return NULL;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  StreekSiteList *list = streek_sites_load (source, cancellable, &error);

  if (list != NULL)
    g_task_return_pointer (task, list, (GDestroyNotify) streek_site_list_free);
  else
    g_task_return_error (task, error);
}

void
streek_sites_load_async (StreekWorkspace *workspace,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace));

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_sites_load_async);
  g_task_run_in_thread (task, load_in_thread);
}

StreekSiteList *
streek_sites_load_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Commands */

static gboolean
run_write (StreekDb *db, gpointer data, GError **error)
{
  const StreekSite *site = data;
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, site->id);

  return streek_site_write (db, site, error) &&
         (site->id == 0 ||
          streek_own_counts_rename_subject (db, STREEK_SUBJECT_PLACE, key, site->name, error));
}

/**
 * streek_edits_write_site_async:
 * @site: an id of 0 makes a new one; everything is copied
 */
void
streek_edits_write_site_async (StreekWorkspace *workspace,
                               const StreekSite *site,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && site != NULL);

  /* Translators: a command as undo names it; %s is a place. */
  const char *message = site->id != 0 ? N_ ("Change the place %s") : N_ ("Add the place %s");

  streek_store_run_command_async (
    streek_workspace_get_store (workspace), message, g_variant_new ("(s)", site->name), run_write,
    streek_site_copy (site), (GDestroyNotify) streek_site_free, NULL, callback, user_data);
}

static gboolean
run_delete (StreekDb *db, gpointer data, GError **error)
{
  gint64 id = *(const gint64 *) data;
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return streek_own_counts_release_subject (db, STREEK_SUBJECT_PLACE, key, error) &&
         streek_site_delete (db, id, error);
}

/**
 * streek_edits_delete_site_async:
 * @name: for the name of the command
 *
 * What is counted there stays, of a place that is only a name.
 */
void
streek_edits_delete_site_async (StreekWorkspace *workspace,
                                gint64 id,
                                const char *name,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && name != NULL);

  /* Translators: a command as undo names it; %s is a place. */
  streek_store_run_command_async (
    streek_workspace_get_store (workspace), N_ ("Delete the place %s"), g_variant_new ("(s)", name),
    run_delete, g_memdup2 (&id, sizeof id), g_free, NULL, callback, user_data);
}

/* Files */

StreekSiteImport *
streek_sites_read_file (StreekWorkspace *workspace,
                        const StreekSiteFile *file,
                        GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && file != NULL, NULL);

  StreekStore *store = streek_workspace_get_store (workspace);
  guint64 generation = streek_store_get_generation (store);
  g_autoptr (StreekAreas) areas = streek_workspace_dup_areas (workspace, error);
  g_autoptr (StreekReader) reader =
    areas != NULL ? streek_store_borrow_reader (store, cancellable, error) : NULL;
  g_autoptr (GPtrArray) existing =
    reader != NULL ? streek_sites_list (streek_reader_get_db (reader), error) : NULL;
  StreekSiteImport *import =
    existing != NULL ? streek_site_import_read (file, existing, areas, cancellable, error) : NULL;

  if (import != NULL)
    import->generation = generation;

  return import;
}

static gboolean
run_commit (StreekDb *db, gpointer data, GError **error)
{
  return streek_site_import_write (db, data, error);
}

/**
 * streek_sites_commit:
 * @accept_partial: what was rejected may stay behind
 * @error: return location for a #StreekImportError or a #StreekStoreError
 *
 * Writes everything in one command that can be undone; where nothing would change there is none.
 */
gboolean
streek_sites_commit (StreekWorkspace *workspace,
                     StreekSiteImport *import,
                     gboolean accept_partial,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (STREEK_IS_WORKSPACE (workspace) && import != NULL, FALSE);

  StreekStore *store = streek_workspace_get_store (workspace);

  if (!streek_site_import_check (import, accept_partial, error))
    return FALSE;

  if (import->generation != streek_store_get_generation (store))
    {
      g_set_error_literal (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_STALE,
                           _ ("Something changed since this file was compared with what is here. "
                              "Compare it once more."));
      return FALSE;
    }

  if (import->changes->len == 0)
    return TRUE;

  /* Translators: a command as undo names it; %s is the name of a file. */
  return streek_store_run_command (
    store, N_ ("Import places from %s"), g_variant_new ("(s)", import->file_name), run_commit,
    streek_site_import_ref (import), (GDestroyNotify) streek_site_import_unref, cancellable, error);
}

typedef struct
{
  char *path;
  StreekSiteFile *file;
  StreekSiteImport *import;
  gboolean accept_partial;
} FileJob;

static void
free_file_job (gpointer data)
{
  FileJob *job = data;

  g_free (job->path);
  streek_site_file_free (job->file);
  g_clear_pointer (&job->import, streek_site_import_unref);
  g_free (job);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FileJob *job = data;
  GError *error = NULL;

  if (job->file == NULL)
    job->file = streek_site_file_open (job->path, NULL, cancellable, &error);

  if (job->file != NULL && streek_site_file_check (job->file, NULL))
    job->import = streek_sites_read_file (source, job->file, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
streek_sites_read_file_async (StreekWorkspace *workspace,
                              const char *path,
                              const StreekSiteFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && path != NULL);

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);
  FileJob *job = g_new0 (FileJob, 1);

  job->path = g_strdup (path);
  job->file = file != NULL ? streek_site_file_copy (file) : NULL;
  g_task_set_source_tag (task, streek_sites_read_file_async);
  g_task_set_task_data (task, job, free_file_job);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * streek_sites_read_file_finish:
 * @import: (out) (nullable) (transfer full): what would change; %NULL where the columns do not say
 *   enough, which streek_site_file_check() has in words
 *
 * Returns: (transfer full): the file that was read, or %NULL with @error set
 */
StreekSiteFile *
streek_sites_read_file_finish (StreekWorkspace *workspace,
                               GAsyncResult *result,
                               StreekSiteImport **import,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  FileJob *job = g_task_get_task_data (G_TASK (result));

  *import = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  *import = g_steal_pointer (&job->import);

  return g_steal_pointer (&job->file);
}

static void
commit_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FileJob *job = data;
  GError *error = NULL;

  if (streek_sites_commit (source, job->import, job->accept_partial, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
streek_sites_commit_async (StreekWorkspace *workspace,
                           StreekSiteImport *import,
                           gboolean accept_partial,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && import != NULL);

  g_autoptr (GTask) task = g_task_new (workspace, NULL, callback, user_data);
  FileJob *job = g_new0 (FileJob, 1);

  job->import = streek_site_import_ref (import);
  job->accept_partial = accept_partial;
  g_task_set_source_tag (task, streek_sites_commit_async);
  g_task_set_task_data (task, job, free_file_job);
  g_task_run_in_thread (task, commit_in_thread);
}

gboolean
streek_sites_commit_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
