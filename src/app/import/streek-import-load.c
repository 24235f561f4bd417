/* streek-import-load.c: a file opened, recognised and looked into, in a worker */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import/streek-import-load.h"

#include "actor/streek-site-file.h"

StreekImportWish *
streek_import_wish_new (const char *path)
{
  StreekImportWish *wish = g_new0 (StreekImportWish, 1);

  wish->path = g_strdup (path);

  return wish;
}

void
streek_import_wish_free (StreekImportWish *wish)
{
  if (wish == NULL)
    return;

  g_clear_pointer (&wish->source, streek_source_unref);
  g_clear_pointer (&wish->mapping, streek_mapping_free);
  g_free (wish->path);
  g_free (wish->encoding);
  g_free (wish->sheet);
  g_free (wish->hint);
  g_free (wish);
}

void
streek_import_load_free (StreekImportLoad *load)
{
  if (load == NULL)
    return;

  g_clear_error (&load->error);
  g_clear_pointer (&load->source, streek_source_unref);
  g_clear_pointer (&load->profiles, g_ptr_array_unref);
  g_clear_pointer (&load->own, g_hash_table_unref);
  g_clear_pointer (&load->layout, streek_sheet_layout_free);
  g_clear_pointer (&load->grid, streek_grid_unref);
  g_clear_pointer (&load->mapping, streek_mapping_free);
  g_free (load);
}

static gboolean
open_source (StreekImportLoad *load, const StreekImportWish *wish, GCancellable *cancellable)
{
  const StreekSourceOptions options = { wish->encoding, wish->separator };

  load->source = wish->source != NULL
                   ? streek_source_ref (wish->source)
                   : streek_source_open (wish->path, &options, cancellable, &load->error);

  return load->source != NULL;
}

/* Those kept in the file can be thrown away; those of the program cannot. */
static gboolean
list_profiles (StreekImportLoad *load, StreekWorkspace *workspace)
{
  load->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  load->profiles = streek_imports_list_profiles (workspace, STREEK_PROFILE_FIGURES, &load->error);

  g_autoptr (GPtrArray) shipped =
    load->profiles != NULL ? streek_profile_list (NULL, STREEK_PROFILE_FIGURES, &load->error)
                           : NULL;

  for (guint i = 0; shipped != NULL && i < load->profiles->len; i++)
    {
      const StreekMapping *profile = load->profiles->pdata[i];
      g_autoptr (StreekMapping) same = streek_profile_find (shipped, profile->name, NULL);
      g_autofree char *before = same != NULL ? streek_mapping_to_json (same) : NULL;
      g_autofree char *now = streek_mapping_to_json (profile);

      if (g_strcmp0 (before, now) != 0)
        g_hash_table_add (load->own, g_strdup (profile->name));
    }

  return shipped != NULL;
}

static gboolean
find_mapping (StreekImportLoad *load,
              const StreekImportWish *wish,
              StreekWorkspace *workspace,
              GCancellable *cancellable)
{
  const StreekGuessWishes wishes = { .sheet = wish->sheet,
                                     .no_profile = wish->no_profile,
                                     .hint = wish->hint };

  load->mapping = wish->mapping != NULL ? streek_mapping_copy (wish->mapping)
                                        : streek_imports_guess (workspace, load->source, &wishes,
                                                                cancellable, &load->error);

  return load->mapping != NULL;
}

/* The first sheet that has the columns, else the first one that is wanted. */
static gboolean
look_into_sheets (StreekImportLoad *load, GCancellable *cancellable)
{
  guint n = streek_source_get_n_sheets (load->source);

  for (guint sheet = 0; sheet < n; sheet++)
    {
      const char *name = streek_source_get_sheet_name (load->source, sheet);

      if (!streek_mapping_wants_sheet (load->mapping, name != NULL ? name : ""))
        continue;

      g_autoptr (StreekGrid) grid =
        streek_grid_read (load->source, sheet, STREEK_GRID_ROWS, cancellable, &load->error);

      if (grid == NULL)
        return FALSE;

      g_autoptr (StreekSheetLayout) layout =
        streek_sheet_layout_new (load->mapping, load->source, sheet, grid);
      gboolean fits = streek_sheet_layout_fits (layout);

      if (load->grid == NULL || fits)
        {
          streek_sheet_layout_free (load->layout);
          streek_grid_unref (load->grid);
          load->sheet = sheet;
          load->layout = g_steal_pointer (&layout);
          load->grid = g_steal_pointer (&grid);
        }
      if (fits)
        break;
    }

  return TRUE;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  StreekImportWish *wish = data;
  StreekImportLoad *load = g_new0 (StreekImportLoad, 1);

  if (open_source (load, wish, cancellable))
    load->is_of_places = streek_site_file_is_of_places (load->source, cancellable);

  if (load->source != NULL && list_profiles (load, source) &&
      find_mapping (load, wish, source, cancellable))
    look_into_sheets (load, cancellable);

  g_task_return_pointer (task, load, (GDestroyNotify) streek_import_load_free);
}

/**
 * streek_import_load_async:
 * @wish: (transfer full): the file, and what a person said about it
 *
 * Opens the file, finds out what its columns mean and reads its first rows, all in a worker.
 */
void
streek_import_load_async (StreekWorkspace *workspace,
                          StreekImportWish *wish,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (STREEK_IS_WORKSPACE (workspace) && wish != NULL);

  g_autoptr (GTask) task = g_task_new (workspace, cancellable, callback, user_data);

  g_task_set_source_tag (task, streek_import_load_async);
  g_task_set_task_data (task, wish, (GDestroyNotify) streek_import_wish_free);
  g_task_run_in_thread (task, load_in_thread);
}

StreekImportLoad *
streek_import_load_finish (StreekWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
