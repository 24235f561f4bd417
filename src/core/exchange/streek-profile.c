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
/* A header is looked for in so many rows. */
#define MAX_HEADER_ROW 60

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

/* Those for something else are let go. @profile: (transfer full) */
static void
add_profile (GPtrArray *profiles, const char *records, StreekMapping *profile)
{
  if (g_strcmp0 (profile->records, records) != 0)
    {
      streek_mapping_free (profile);
      return;
    }

  for (guint i = 0; i < profiles->len; i++)
    if (g_strcmp0 (((StreekMapping *) profiles->pdata[i])->name, profile->name) == 0)
      {
        g_ptr_array_remove_index (profiles, i);
        break;
      }

  g_ptr_array_add (profiles, profile);
}

static StreekMapping *
read_file (const char *path, GError **error)
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

/**
 * streek_profile_read_file:
 * @records: (nullable): what it must be for; %NULL: figures
 * @error: return location for a #GFileError or %STREEK_IMPORT_ERROR_PROFILE
 *
 * Returns: (transfer full): the profile; one without a name is called as its file
 */
StreekMapping *
streek_profile_read_file (const char *path, const char *records, GError **error)
{
  g_autoptr (StreekMapping) profile = read_file (path, error);

  if (profile == NULL || g_strcmp0 (profile->records, records) == 0)
    return g_steal_pointer (&profile);

  g_set_error_literal (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_PROFILE,
                       profile->records == NULL
                         ? _ ("This profile is for figures, not for a plan.")
                         : _ ("This profile is for a plan, not for figures."));

  return NULL;
}

gboolean
streek_profile_write_file (const StreekMapping *profile, const char *path, GError **error)
{
  char *json = streek_mapping_to_json (profile);
  g_autoptr (GBytes) bytes = g_bytes_new_take (json, strlen (json));

  return streek_file_write_atomically (path, bytes, error);
}

static gboolean
add_shipped (GPtrArray *profiles, const char *records, GError **error)
{
  g_autofree char *folder = g_build_filename (streek_paths_get_data_dir (), FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (!g_str_has_suffix (name, ".json"))
        continue;

      g_autofree char *path = g_build_filename (folder, name, NULL);
      StreekMapping *profile = read_file (path, error);

      if (profile == NULL)
        {
          g_prefix_error (error, "%s: ", name);
          return FALSE;
        }

      add_profile (profiles, records, profile);
    }

  return TRUE;
}

static gboolean
add_saved (GPtrArray *profiles, const char *records, StreekDb *db, GError **error)
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
      add_profile (profiles, records, profile);
    }

  return step == STREEK_STEP_DONE;
}

/**
 * streek_profile_list:
 * @db: (nullable): a workspace; %NULL for those of the program alone
 * @records: (nullable): what they are for; %NULL: figures
 * @error: return location for a #StreekStoreError or %STREEK_IMPORT_ERROR_PROFILE
 *
 * Returns: (transfer full) (element-type StreekMapping): all profiles by name
 */
GPtrArray *
streek_profile_list (StreekDb *db, const char *records, GError **error)
{
  g_autoptr (GPtrArray) profiles = g_ptr_array_new_with_free_func (mapping_free);

  if (!add_shipped (profiles, records, error) ||
      (db != NULL && !add_saved (profiles, records, db, error)))
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

/* How many of the headers a profile gives a meaning, and how exactly; 0 where there is one that it
 * has no word for: another table that looks alike. */
static guint
measure_headers (const StreekMapping *profile, const char *const *headers, guint n)
{
  guint n_known = 0;
  guint n_exact = 0;

  for (guint i = 0; i < n; i++)
    {
      const StreekMappingColumn *exact = streek_mapping_find_column (profile, headers[i]);
      gboolean is_known = exact != NULL;
      StreekPeriod period;

      for (guint j = 0; j < profile->columns->len && !is_known; j++)
        is_known = streek_header_match (
          ((StreekMappingColumn *) profile->columns->pdata[j])->header, headers[i], &period);

      n_known += is_known ? 1 : 0;
      n_exact += exact != NULL ? 1 : 0;
    }

  return n_known == n ? 1 + n_known + n_exact : 0;
}

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

  return streek_sheet_layout_fits (layout)
           ? measure_headers (profile, (const char *const *) layout->headers->pdata,
                              layout->headers->len)
           : 0;
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

const StreekMappingColumn *
streek_profile_find_field (const StreekMapping *profile, const char *header)
{
  g_return_val_if_fail (profile != NULL && header != NULL, NULL);

  const StreekMappingColumn *exact = streek_mapping_find_column (profile, header);
  StreekPeriod period;

  for (guint i = 0; i < profile->columns->len && exact == NULL; i++)
    if (streek_header_match (((StreekMappingColumn *) profile->columns->pdata[i])->header, header,
                             &period))
      exact = profile->columns->pdata[i];

  return exact;
}

/* (nullable): a column that says something and stands nowhere among the headers. */
static const char *
find_missing (const StreekMapping *profile, GStrv headers)
{
  for (guint i = 0; i < profile->columns->len; i++)
    {
      const StreekMappingColumn *column = profile->columns->pdata[i];
      gboolean is_there = column->field == NULL;

      for (guint j = 0; headers[j] != NULL && !is_there; j++)
        is_there = streek_profile_find_field (profile, headers[j]) == column;
      if (!is_there)
        return column->header;
    }

  return NULL;
}

/* Of a row and those under it as header: how well it fits; 0: it does not. Empty heads say nothing.
 * @missing: (out): a column that is not there */
static guint
measure_row (const StreekMapping *profile,
             const StreekGrid *grid,
             guint row,
             gboolean is_strict,
             const char **missing)
{
  g_auto (GStrv) headers = streek_grid_make_headers (grid, row, (guint) profile->n_header_rows, 0);
  g_autoptr (GPtrArray) filled = g_ptr_array_new ();

  for (guint i = 0; headers[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      g_strdelimit (headers[i], "\n", ' ');
      /* a column without a head is called by its number */
      if (*headers[i] == '\0' && streek_mapping_find_column (profile, number) != NULL)
        {
          g_free (headers[i]);
          headers[i] = g_steal_pointer (&number);
        }
      if (*headers[i] != '\0')
        g_ptr_array_add (filled, headers[i]);
    }

  *missing = find_missing (profile, headers);
  if (*missing != NULL)
    return 0;

  return is_strict ? measure_headers (profile, (const char *const *) filled->pdata, filled->len)
                   : 1;
}

/* The best row of the sheets. @missing: (out) (nullable): of the row that is nearest */
static guint
measure_sheets (const StreekMapping *profile,
                GPtrArray *grids,
                GPtrArray *names,
                gboolean is_strict,
                guint *sheet,
                guint *head_row,
                const char **missing)
{
  guint best = 0;

  *missing = NULL;

  for (guint i = 0; i < grids->len && (profile->n_header_rows > 0 || !is_strict); i++)
    {
      const StreekGrid *grid = grids->pdata[i];
      guint last = MIN (grid->rows->len, profile->n_header_rows > 0 ? MAX_HEADER_ROW : 1);

      if (!streek_mapping_wants_sheet (profile, names->pdata[i]))
        continue;

      for (guint row = 0; row < last; row++)
        {
          const char *lacks;
          guint fit = measure_row (profile, grid, row, is_strict, &lacks);

          if (*missing == NULL)
            *missing = lacks;
          if (fit > best)
            {
              best = fit;
              *sheet = i;
              *head_row = row;
            }
        }
    }

  return best;
}

StreekMapping *
streek_profile_recognise_heads (
  GPtrArray *profiles, GPtrArray *grids, GPtrArray *names, guint *sheet, guint *head_row)
{
  g_return_val_if_fail (profiles != NULL && grids != NULL && names != NULL, NULL);

  const StreekMapping *best = NULL;
  guint best_fit = 0;

  for (guint i = 0; i < profiles->len; i++)
    {
      const char *missing;
      guint number, row;
      guint fit = measure_sheets (profiles->pdata[i], grids, names, TRUE, &number, &row, &missing);

      if (fit > best_fit)
        {
          best = profiles->pdata[i];
          best_fit = fit;
          *sheet = number;
          *head_row = row;
        }
    }

  return best != NULL ? streek_mapping_copy (best) : NULL;
}

gboolean
streek_profile_find_heads (const StreekMapping *profile,
                           GPtrArray *grids,
                           GPtrArray *names,
                           guint *sheet,
                           guint *head_row,
                           GError **error)
{
  g_return_val_if_fail (profile != NULL && grids != NULL && names != NULL, FALSE);

  const char *missing;

  if (measure_sheets (profile, grids, names, FALSE, sheet, head_row, &missing) > 0)
    return TRUE;

  g_set_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_UNKNOWN,
               /* Translators: %1$s is the name of a profile, %2$s the head of a column. */
               _ ("No sheet has all columns of the profile “%1$s”: “%2$s” is missing."),
               profile->title != NULL ? profile->title : profile->name,
               missing != NULL ? missing : "");

  return FALSE;
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
      kept->field = g_strdup (column->field);
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
