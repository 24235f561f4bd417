/* streek-profile.c: mappings that are kept: those that come with the program, and people's own */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-profile.h"

#include "base/streek-file.h"
#include "base/streek-paths.h"
#include "exchange/streek-import-layout.h"
#include "exchange/streek-period-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FOLDER "profiles"
#define MAX_PROFILE_SIZE (1024 * 1024)

static void
mapping_free (gpointer data)
{
  streek_mapping_free (data);
}

static int
compare_profiles (gconstpointer a, gconstpointer b)
{
  const StreekMapping *first = *(StreekMapping *const *) a;
  const StreekMapping *second = *(StreekMapping *const *) b;

  return g_strcmp0 (first->name, second->name);
}

static void
add_profile (GPtrArray *profiles, StreekMapping *profile)
{
  for (guint i = 0; i < profiles->len; i++)
    if (g_strcmp0 (((StreekMapping *) profiles->pdata[i])->name, profile->name) == 0)
      {
        g_ptr_array_remove_index (profiles, i);
        break;
      }

  g_ptr_array_add (profiles, profile);
}

/**
 * streek_profile_read_file:
 * @error: return location for a #GFileError or %STREEK_IMPORT_ERROR_PROFILE
 *
 * Returns: (transfer full): the profile; one without a name is called as its file
 */
StreekMapping *
streek_profile_read_file (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;

  StreekMapping *profile = streek_mapping_from_json (text, (gssize) length, error);

  if (profile != NULL && profile->name == NULL)
    {
      g_autofree char *name = g_path_get_basename (path);

      if (g_str_has_suffix (name, ".json"))
        name[strlen (name) - 5] = '\0';
      streek_mapping_set_text (&profile->name, name);
    }

  return profile;
}

gboolean
streek_profile_write_file (const StreekMapping *profile, const char *path, GError **error)
{
  char *json = streek_mapping_to_json (profile);
  g_autoptr (GBytes) bytes = g_bytes_new_take (json, strlen (json));

  return streek_file_write_atomically (path, bytes, error);
}

static gboolean
add_shipped (GPtrArray *profiles, GError **error)
{
  g_autofree char *folder = g_build_filename (streek_paths_get_data_dir (), FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (!g_str_has_suffix (name, ".json"))
        continue;

      g_autofree char *path = g_build_filename (folder, name, NULL);
      StreekMapping *profile = streek_profile_read_file (path, error);

      if (profile == NULL)
        {
          g_prefix_error (error, "%s: ", name);
          return FALSE;
        }

      add_profile (profiles, profile);
    }

  return TRUE;
}

static gboolean
add_saved (GPtrArray *profiles, StreekDb *db, GError **error)
{
  static const char sql[] = "SELECT name, profile FROM import_profile ORDER BY name";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  StreekStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      StreekMapping *profile = streek_mapping_from_json (streek_db_peek_text (stmt, 1), -1, error);

      if (profile == NULL)
        {
          g_prefix_error (error, "%s: ", streek_db_peek_text (stmt, 0));
          return FALSE;
        }

      streek_mapping_set_text (&profile->name, streek_db_peek_text (stmt, 0));
      add_profile (profiles, profile);
    }

  return step == STREEK_STEP_DONE;
}

/**
 * streek_profile_list:
 * @db: (nullable): a workspace; %NULL for those of the program alone
 * @error: return location for a #StreekStoreError or %STREEK_IMPORT_ERROR_PROFILE
 *
 * Returns: (transfer full) (element-type StreekMapping): all profiles by name
 */
GPtrArray *
streek_profile_list (StreekDb *db, GError **error)
{
  g_autoptr (GPtrArray) profiles = g_ptr_array_new_with_free_func (mapping_free);

  if (!add_shipped (profiles, error) || (db != NULL && !add_saved (profiles, db, error)))
    return NULL;

  g_ptr_array_sort (profiles, compare_profiles);

  return g_steal_pointer (&profiles);
}

/**
 * streek_profile_find:
 *
 * Returns: (transfer full): a copy of the profile of that name, or %NULL with
 *   %STREEK_IMPORT_ERROR_UNKNOWN
 */
StreekMapping *
streek_profile_find (GPtrArray *profiles, const char *name, GError **error)
{
  for (guint i = 0; i < profiles->len; i++)
    if (g_strcmp0 (((StreekMapping *) profiles->pdata[i])->name, name) == 0)
      return streek_mapping_copy (profiles->pdata[i]);

  g_set_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_UNKNOWN,
               /* Translators: %s is the name of a profile. */
               _ ("There is no profile “%s”."), name);

  return NULL;
}

/* How many columns of the sheet a profile gives a meaning, and how exactly. */
static guint
measure_fit (const StreekMapping *profile,
             StreekSource *source,
             guint sheet,
             const StreekGrid *grid)
{
  const char *name = streek_source_get_sheet_name (source, sheet);

  if (!streek_mapping_wants_sheet (profile, name != NULL ? name : ""))
    return 0;

  g_autoptr (StreekSheetLayout) layout = streek_sheet_layout_new (profile, source, sheet, grid);
  guint n_known = 0;
  guint n_exact = 0;

  if (!streek_sheet_layout_fits (layout))
    return 0;

  for (guint i = 0; i < layout->headers->len; i++)
    {
      const StreekMappingColumn *exact =
        streek_mapping_find_column (profile, layout->headers->pdata[i]);
      gboolean is_known = exact != NULL;
      StreekPeriod period;

      for (guint j = 0; j < profile->columns->len && !is_known; j++)
        is_known =
          streek_header_match (((StreekMappingColumn *) profile->columns->pdata[j])->header,
                               layout->headers->pdata[i], &period);

      n_known += is_known ? 1 : 0;
      n_exact += exact != NULL ? 1 : 0;
    }

  /* a column that it has no word for: another table that looks alike */
  return n_known == layout->headers->len ? 1 + n_known + n_exact : 0;
}

/**
 * streek_profile_recognise:
 * @profiles: (element-type StreekMapping)
 *
 * Returns: (transfer full) (nullable): a copy of the profile that has a word for every column of a
 *   sheet; of several the one that has most of them word by word
 */
StreekMapping *
streek_profile_recognise (GPtrArray *profiles,
                          StreekSource *source,
                          GCancellable *cancellable,
                          GError **error)
{
  const StreekMapping *best = NULL;
  guint best_fit = 0;

  for (guint sheet = 0; sheet < streek_source_get_n_sheets (source); sheet++)
    {
      g_autoptr (StreekGrid) grid =
        streek_grid_read (source, sheet, STREEK_GRID_ROWS, cancellable, error);

      if (grid == NULL)
        return NULL;

      for (guint i = 0; i < profiles->len; i++)
        {
          guint fit = measure_fit (profiles->pdata[i], source, sheet, grid);

          if (fit > best_fit)
            {
              best = profiles->pdata[i];
              best_fit = fit;
            }
        }
    }

  return best != NULL ? streek_mapping_copy (best) : NULL;
}

static gboolean
has_pattern (const StreekMapping *profile, const char *pattern)
{
  return streek_mapping_find_column (profile, pattern) != NULL;
}

/**
 * streek_profile_new_from_mapping:
 * @name: how it is called
 * @title: (nullable): as people read it
 *
 * Returns: (transfer full): the profile; columns that differ in their period only become one, and
 * the period of a single file is left out
 */
StreekMapping *
streek_profile_new_from_mapping (const StreekMapping *mapping, const char *name, const char *title)
{
  StreekMapping *profile = streek_mapping_copy (mapping);

  streek_mapping_set_text (&profile->name, name);
  streek_mapping_set_text (&profile->title, title);
  g_clear_pointer (&profile->extracted_on, g_free);
  g_ptr_array_set_size (profile->columns, 0);
  if (profile->n_header_rows > 0)
    profile->header_row = -1;

  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const StreekMappingColumn *column = mapping->columns->pdata[i];
      g_autofree char *pattern = column->role == STREEK_ROLE_VALUE && column->period != NULL
                                   ? streek_header_dup_pattern (column->header)
                                   : g_strdup (column->header);
      gboolean has_period = strcmp (pattern, column->header) != 0;

      if (has_period && has_pattern (profile, pattern))
        continue;

      StreekMappingColumn *kept = streek_mapping_add_column (profile, pattern, column->role);

      kept->level = g_strdup (column->level);
      kept->indicator = g_strdup (column->indicator);
      kept->period = has_period ? NULL : g_strdup (column->period);
      kept->use = column->use;
      kept->member = g_strdup (column->member);
      kept->marks = column->marks;
      kept->is_part = column->is_part;
      kept->note = g_strdup (column->note);
    }

  return profile;
}

/**
 * streek_profile_save:
 * @changed_at: microseconds since 1970, UTC
 *
 * Keeps a profile in the workspace, inside a command; one of the same name is replaced.
 */
gboolean
streek_profile_save (StreekDb *db, const StreekMapping *profile, gint64 changed_at, GError **error)
{
  static const char sql[] =
    "INSERT INTO import_profile (name, profile, changed_at) VALUES (?1, ?2, ?3) "
    "ON CONFLICT DO UPDATE SET profile = excluded.profile, changed_at = excluded.changed_at";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  g_autofree char *json = streek_mapping_to_json (profile);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, profile->name);
  streek_db_bind_text (stmt, 2, json);
  sqlite3_bind_int64 (stmt, 3, changed_at);

  return streek_db_finish (stmt, error);
}

gboolean
streek_profile_delete (StreekDb *db, const char *name, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
    streek_db_prepare (db, "DELETE FROM import_profile WHERE name = ?1", error);

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, name);

  return streek_db_finish (stmt, error);
}
