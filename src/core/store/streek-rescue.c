/* streek-rescue.c: the dated copies of a file that cannot be opened, and putting one back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/streek-rescue.h"
#include "store/streek-backup.h"
#include "store/streek-medium.h"
#include "store/streek-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAX_NAMES 100

/**
 * streek_rescue_copy_free:
 * @copy: (nullable) (transfer full):
 */
void
streek_rescue_copy_free (StreekRescueCopy *copy)
{
  if (copy == NULL)
    return;

  g_free (copy->path);
  g_clear_pointer (&copy->made, g_date_time_unref);
  g_free (copy);
}

/**
 * streek_rescue_may_help:
 * @error: why a file could not be opened
 *
 * Returns: whether an earlier copy is what a person needs: the file is gone, or what it holds is
 *   wrong; not where it is in use, newer than this program, or on a full disk
 */
gboolean
streek_rescue_may_help (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  if (error->domain == STREEK_STORE_ERROR)
    return error->code == STREEK_STORE_ERROR_NOT_FOUND ||
           error->code == STREEK_STORE_ERROR_NOT_OURS ||
           error->code == STREEK_STORE_ERROR_DAMAGED || error->code == STREEK_STORE_ERROR_FOREIGN;

  /* the errors of every other room are about tables that contradict themselves */
  return error->domain != G_IO_ERROR && error->domain != G_FILE_ERROR;
}

static StreekRescueCopy *
describe_copy (const char *path)
{
  StreekRescueCopy *copy = g_new0 (StreekRescueCopy, 1);
  GStatBuf info;

  copy->path = g_strdup (path);
  copy->made = streek_backup_dup_moment (path);
  copy->n_bytes = g_stat (path, &info) == 0 ? info.st_size : 0;

  return copy;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const StreekRescueCopy *first = *(StreekRescueCopy *const *) a;
  const StreekRescueCopy *second = *(StreekRescueCopy *const *) b;
  int order = g_date_time_compare (second->made, first->made);

  return order != 0 ? order : strcmp (first->path, second->path);
}

/* Where the tables can still be read: copies of a file that has been moved or copied since. */
static GPtrArray *
list_of_office (const char *path, const StreekSchema *schema)
{
  int version;
  g_autoptr (StreekDb) db = streek_store_open_suspect (path, schema, &version, NULL);
  g_autofree char *office = db != NULL ? streek_store_read_meta (db, "office", NULL) : NULL;

  if (office == NULL)
    return NULL;

  g_autofree char *folder = streek_backup_dup_office_folder (g_ascii_strtoll (office, NULL, 10));

  return streek_backup_list (folder, NULL);
}

/**
 * streek_rescue_list_copies:
 * @path: a workspace that cannot be opened, or is not there any more
 * @schema: the schema it should have
 *
 * Finds the dated copies by the name that the file had when they were made, which needs nothing of
 * the file itself; where there are none, by its office, if that can still be read. Blocks.
 *
 * Returns: (transfer full) (element-type StreekRescueCopy): the copies, newest first; empty where
 *   there are none
 */
GPtrArray *
streek_rescue_list_copies (const char *path, const StreekSchema *schema)
{
  g_return_val_if_fail (path != NULL && schema != NULL, NULL);

  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_rescue_copy_free);
  g_autoptr (GPtrArray) by_name = streek_backup_list_of (path);
  g_autoptr (GPtrArray) by_office = by_name->len == 0 ? list_of_office (path, schema) : NULL;
  const GPtrArray *found = by_office != NULL ? by_office : by_name;

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (copies, describe_copy (found->pdata[i]));

  g_ptr_array_sort (copies, compare_newest_first);

  return copies;
}

static gboolean
check_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_access (folder, W_OK | X_OK) == 0)
    return TRUE;

  g_set_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_READ_ONLY,
               /* Translators: %s is a folder. */
               _ ("Nothing can be written in %s. Look into the copy and save it somewhere else."),
               folder);

  return FALSE;
}

/* "Westhoek (damaged, 2026-11-22).streek", numbered where that exists. NULL with @error set. */
static char *
move_aside (const char *path, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  /* Translators: part of a file name; %s is a date such as 2026-11-22. */
  g_autofree char *remark = g_strdup_printf (_ ("damaged, %s"), day);

  for (int attempt = 0;; attempt++)
    {
      g_autofree char *aside = streek_medium_dup_sibling_path (path, remark, attempt);
      g_autoptr (GError) local_error = NULL;

      if (streek_medium_move (path, aside, &local_error))
        return g_steal_pointer (&aside);
      if (attempt < MAX_NAMES &&
          g_error_matches (local_error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_EXISTS))
        continue;

      g_propagate_error (error, g_steal_pointer (&local_error));

      return NULL;
    }
}

/* With the file locked, and a verified copy beside it under a name of nobody's. */
static gboolean
exchange (const char *ready_path, const char *path, char **kept_path, GError **error)
{
  g_autofree char *aside = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS) || streek_medium_has_journal (path))
    {
      aside = move_aside (path, error);
      if (aside == NULL)
        return FALSE;
    }

  if (streek_medium_publish (ready_path, path, error))
    {
      *kept_path = g_steal_pointer (&aside);
      return TRUE;
    }

  if (aside != NULL)
    streek_medium_move (aside, path, NULL);

  return FALSE;
}

/**
 * streek_rescue_put_back:
 * @copy_path: one of the copies
 * @path: the file in whose place it comes
 * @schema: the schema of both
 * @kept_path: (out) (nullable): what the file that was there is called now, %NULL where there was
 *   none
 * @error: return location for a #StreekStoreError: busy, read-only, full, or what is wrong with
 *   the copy
 *
 * Puts a verified copy of the copy in the place of the file. The file, with the journals beside it,
 * is kept under another name in the same folder: who repairs files may get more out of it. Where
 * anything fails, all is as it was. Blocks.
 */
gboolean
streek_rescue_put_back (const char *copy_path,
                        const char *path,
                        const StreekSchema *schema,
                        char **kept_path,
                        GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (copy_path != NULL && path != NULL && schema != NULL, FALSE);
  g_return_val_if_fail (kept_path != NULL, FALSE);

  g_autofree char *resolved = streek_medium_dup_resolved_path (path);
  g_autofree char *holder = NULL;
  int version;

  *kept_path = NULL;
  if (!check_folder (resolved, error))
    return FALSE;

  g_autoptr (StreekLock) lock = streek_lock_take (resolved, &holder, error);

  if (lock == NULL)
    {
      if (holder != NULL)
        streek_store_set_busy (holder, error);
      return FALSE;
    }

  g_autofree char *ready = streek_medium_dup_temporary_path (resolved);
  g_autoptr (StreekDb) db = streek_store_open_suspect (copy_path, schema, &version, error);

  if (db == NULL || !streek_store_write_copy (db, ready, cancellable, error))
    return FALSE;
  if (exchange (ready, resolved, kept_path, error))
    return TRUE;

  streek_medium_discard (ready);

  return FALSE;
}
