/* streek-backup.c: dated copies that are made and thinned out by themselves */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/streek-backup.h"
#include "store/streek-medium.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define NAME_FORMAT "%Y-%m-%dT%H%M%SZ.streek"
#define NAME_LENGTH 25 /* "2026-11-22T054400Z.streek" */

/* A file in a folder of copies: a line for each copy, its name, a tab and the file that it is of. A
 * file that cannot be read tells no office; by its name its copies are found all the same. */
#define NAMES_FILE "names.txt"

static char *
dup_root (void)
{
  return g_build_filename (g_get_user_data_dir (), GETTEXT_PACKAGE, "backups", NULL);
}

/**
 * streek_backup_dup_office_folder:
 *
 * Returns: (transfer full): where this person's copies of the file of an office are kept: apart
 *   from the file, so that a lost folder does not take both
 */
char *
streek_backup_dup_office_folder (gint64 office_id)
{
  g_autofree char *root = dup_root ();
  g_autofree char *office = g_strdup_printf ("%" G_GINT64_FORMAT, office_id);

  return g_build_filename (root, office, NULL);
}

/**
 * streek_backup_dup_folder:
 *
 * Returns: (transfer full): as streek_backup_dup_office_folder()
 */
char *
streek_backup_dup_folder (StreekStore *store)
{
  return streek_backup_dup_office_folder (streek_store_get_office_id (store));
}

/* The moment in a name of ours, NULL for any other file: those are never touched. */
static GDateTime *
parse_name (const char *name)
{
  if (strlen (name) != NAME_LENGTH || !g_str_has_suffix (name, "Z.streek"))
    return NULL;

  g_autofree char *iso = g_strdup_printf ("%.13s:%.2s:%.2sZ", name, name + 13, name + 15);

  return g_date_time_new_from_iso8601 (iso, NULL);
}

/* Any bytes can stand in the name of a file, a new line too. */
static char *
dup_uri (const char *path)
{
  g_autofree char *resolved = streek_medium_dup_resolved_path (path);

  return g_filename_to_uri (resolved, NULL, NULL);
}

static char **
read_lines (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, NAMES_FILE, NULL);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return g_new0 (char *, 1);

  return g_strsplit (text, "\n", -1);
}

/* (nullable): the copy of a line, where it is there. @uri is what follows its name. */
static char *
find_copy (const char *folder, const char *line, const char **uri)
{
  const char *tab = strchr (line, '\t');
  g_autofree char *name = tab != NULL ? g_strndup (line, (gsize) (tab - line)) : NULL;
  g_autoptr (GDateTime) made = name != NULL ? parse_name (name) : NULL;
  g_autofree char *path = made != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;

  *uri = tab + 1;

  return g_steal_pointer (&path);
}

/* Notes what @copy_path is a copy of, and forgets the copies that are gone. */
static gboolean
keep_name (const char *folder, const char *copy_path, const char *path, GError **error)
{
  g_autofree char *file = g_build_filename (folder, NAMES_FILE, NULL);
  g_autofree char *copy_name = g_path_get_basename (copy_path);
  g_autofree char *uri = dup_uri (path);
  g_autofree char *line = g_strdup_printf ("%s\t%s", copy_name, uri);
  g_auto (GStrv) lines = read_lines (folder);
  g_autoptr (GString) text = g_string_new (NULL);

  if (uri == NULL || g_strv_contains ((const char *const *) lines, line))
    return TRUE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *of;
      g_autofree char *copy = find_copy (folder, lines[i], &of);

      if (copy != NULL)
        g_string_append_printf (text, "%s\n", lines[i]);
    }
  g_string_append_printf (text, "%s\n", line);

  return g_file_set_contents (file, text->str, (gssize) text->len, error);
}

static void
add_copies_of (const char *folder, const char *uri, GPtrArray *copies)
{
  g_auto (GStrv) lines = read_lines (folder);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *of;
      g_autofree char *copy = find_copy (folder, lines[i], &of);

      if (copy != NULL && g_str_equal (of, uri))
        g_ptr_array_add (copies, g_steal_pointer (&copy));
    }
}

/**
 * streek_backup_list_of:
 * @path: a file, be it gone or damaged
 *
 * Returns: (transfer full) (element-type filename): the copies of a file that had this name when
 *   they were made, in no order
 */
GPtrArray *
streek_backup_list_of (const char *path)
{
  g_autofree char *root = dup_root ();
  g_autofree char *uri = dup_uri (path);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && uri != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);

      add_copies_of (folder, uri, copies);
    }

  return copies;
}

/**
 * streek_backup_dup_moment:
 * @copy_path: any file
 *
 * Returns: (transfer full) (nullable): when this copy was made, in UTC; %NULL where the file does
 *   not have the name of a dated copy
 */
GDateTime *
streek_backup_dup_moment (const char *copy_path)
{
  g_autofree char *name = g_path_get_basename (copy_path);

  return parse_name (name);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

/**
 * streek_backup_list:
 * @folder: where the copies are
 *
 * Returns: (transfer full) (element-type filename): the copies, newest first; empty where the
 *   folder is not there
 */
GPtrArray *
streek_backup_list (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &local_error);
  const char *name;

  if (dir == NULL && !g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GDateTime) made = parse_name (name);

      if (made != NULL)
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }

  g_ptr_array_sort (paths, compare_newest_first);

  return g_steal_pointer (&paths);
}

/* Tells two states of a file apart without reading it all: what was done, undone and renewed. */
static char *
describe_state (StreekDb *db, GError **error)
{
  static const char sql[] =
    "SELECT (SELECT group_concat (pair, ' ') FROM"
    " (SELECT key || '=' || value AS pair FROM store_meta ORDER BY key))"
    " || ' ' || coalesce ((SELECT max (id) FROM history WHERE NOT undone), 0)";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL || streek_db_step (stmt, error) != STREEK_STEP_ROW)
    return NULL;

  return streek_db_dup_text (stmt, 0);
}

/* A copy that cannot be read is as good as none. */
static gboolean
is_same_state (StreekStore *store, const char *copy, const char *state)
{
  int version;
  g_autoptr (StreekDb) db =
    streek_store_open_suspect (copy, streek_store_get_schema (store), &version, NULL);

  if (db == NULL || version != streek_store_get_schema_version (store))
    return FALSE;

  g_autofree char *other = describe_state (db, NULL);

  return g_strcmp0 (other, state) == 0;
}

static gboolean
is_already_kept (
  StreekStore *store, GPtrArray *copies, GCancellable *cancellable, gboolean *kept, GError **error)
{
  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, cancellable, error);

  *kept = FALSE;

  if (reader == NULL)
    return FALSE;

  g_autofree char *state = describe_state (streek_reader_get_db (reader), error);

  if (state == NULL)
    return FALSE;

  *kept = copies->len > 0 && is_same_state (store, g_ptr_array_index (copies, 0), state);

  return TRUE;
}

/* @copies: newest first. The newest of a day is the first that is met of it. */
static gboolean
thin_out (GPtrArray *copies, GDateTime *now, GError **error)
{
  g_autofree char *last_day = NULL;

  for (guint i = 0; i < copies->len; i++)
    {
      const char *path = g_ptr_array_index (copies, i);
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *day = g_strndup (name, 10);
      g_autoptr (GDateTime) made = parse_name (name);
      gboolean recent = g_date_time_difference (now, made) <= STREEK_BACKUP_DAYS * G_TIME_SPAN_DAY;
      gboolean first_of_day = g_strcmp0 (day, last_day) != 0;

      g_free (last_day);
      last_day = g_steal_pointer (&day);

      if (i < STREEK_BACKUP_NEWEST || (recent && first_of_day))
        continue;

      g_autoptr (GFile) file = g_file_new_for_path (path);

      if (!g_file_delete (file, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_FAILED,
               /* Translators: %s is a folder. */
               _ ("The folder %s could not be made."), folder);

  return FALSE;
}

/**
 * streek_backup_keep:
 * @folder: where the copies are, made where it is not there
 * @now: the moment that names the copy
 *
 * Copies the file as streek_store_backup() does, unless the newest copy has the same state, notes
 * what it is a copy of, and drops the copies that are neither among the newest ten nor
 * the newest of one of the last thirty days. Nothing is dropped before the new copy is verified.
 * Blocks.
 */
gboolean
streek_backup_keep (
  StreekStore *store, const char *folder, GDateTime *now, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (STREEK_IS_STORE (store), FALSE);
  g_return_val_if_fail (folder != NULL && now != NULL, FALSE);

  g_autoptr (GPtrArray) copies = streek_backup_list (folder, error);
  gboolean kept;

  if (copies == NULL || !is_already_kept (store, copies, cancellable, &kept, error))
    return FALSE;
  if (kept)
    return keep_name (folder, copies->pdata[0], streek_store_get_path (store), error);

  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);
  g_autofree char *name = g_date_time_format (utc, NAME_FORMAT);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (!make_folder (folder, error) || !streek_store_backup (store, path, cancellable, error) ||
      !keep_name (folder, path, streek_store_get_path (store), error))
    return FALSE;

  g_ptr_array_insert (copies, 0, g_steal_pointer (&path));

  return thin_out (copies, utc, error);
}
