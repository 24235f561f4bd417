/* streek-store-create.c: new workspaces, and copies of existing ones, whole or absent */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/streek-medium.h"
#include "store/streek-store-private.h"

#include <glib/gi18n-lib.h>

#define PAGES_PER_STEP 1000

/* Copies page by page through the backup API. @from holds one picture of its file meanwhile, so
 * a writer beside it cannot make it start over. */
static gboolean
copy_pages (StreekDb *from, StreekDb *to, GCancellable *cancellable, GError **error)
{
  sqlite3 *target = streek_db_get_handle (to);
  sqlite3_backup *backup =
    sqlite3_backup_init (target, "main", streek_db_get_handle (from), "main");
  int code = SQLITE_OK;

  while (backup != NULL && code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    code = sqlite3_backup_step (backup, PAGES_PER_STEP);

  if (backup != NULL)
    sqlite3_backup_finish (backup);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (code != SQLITE_DONE)
    streek_db_set_error (target, backup != NULL ? code : sqlite3_errcode (target), error);

  return code == SQLITE_DONE;
}

/* A copy of a file in WAL says that it is in WAL; alone on a disk it must not. */
static gboolean
copy_database (StreekDb *from, StreekDb *to, GCancellable *cancellable, GError **error)
{
  gint64 pages;
  gboolean alone = sqlite3_get_autocommit (streek_db_get_handle (from));

  if (alone && !streek_db_execute (from, "BEGIN", error))
    return FALSE;

  gboolean done = streek_db_query_int64 (from, "PRAGMA page_count", &pages, error) &&
                  copy_pages (from, to, cancellable, error);

  if (alone)
    streek_store_roll_back (from);

  return done && streek_db_execute (to, "PRAGMA journal_mode = DELETE", error);
}

static gboolean
verify_copy (StreekDb *db, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, "PRAGMA integrity_check (1)", error);

  if (stmt == NULL || streek_db_step (stmt, error) != STREEK_STEP_ROW)
    return FALSE;

  if (g_str_equal (streek_db_peek_text (stmt, 0), "ok"))
    return TRUE;

  g_set_error_literal (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_DAMAGED,
                       _ ("The file is damaged. Restore the newest backup copy."));

  return FALSE;
}

static gboolean
write_pages_to (StreekDb *from, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (StreekDb) to = streek_db_open (path, STREEK_DB_CREATE, error);

  /* Synced once as a whole before it gets its name. */
  return to != NULL && streek_db_execute (to, "PRAGMA synchronous = OFF", error) &&
         copy_database (from, to, cancellable, error) && verify_copy (to, error);
}

/**
 * streek_store_write_copy:
 * @from: an open connection
 * @dest_path: the copy, which must not exist
 *
 * Writes a verified copy: under its name it is whole or absent.
 */
gboolean
streek_store_write_copy (StreekDb *from,
                         const char *dest_path,
                         GCancellable *cancellable,
                         GError **error)
{
  if (!streek_medium_refuse_existing (dest_path, error))
    return FALSE;

  g_autofree char *temporary = streek_medium_dup_temporary_path (dest_path);

  if (write_pages_to (from, temporary, cancellable, error) &&
      streek_medium_publish (temporary, dest_path, error))
    return TRUE;

  streek_medium_discard (temporary);
  g_prefix_error (error, "%s: ", dest_path);

  return FALSE;
}

/**
 * streek_store_backup:
 * @dest_path: the copy; an existing file is an error, %STREEK_STORE_ERROR_EXISTS
 *
 * Copies the file as it is at this moment, while others read and write it: made with the backup
 * API under a temporary name, verified, synced and renamed. Blocks.
 *
 * Returns: whether the copy is there and whole; nothing of it is there otherwise
 */
gboolean
streek_store_backup (StreekStore *self,
                     const char *dest_path,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (STREEK_IS_STORE (self), FALSE);
  g_return_val_if_fail (dest_path != NULL, FALSE);

  g_autoptr (StreekReader) reader = streek_store_borrow_reader (self, cancellable, error);

  return reader != NULL &&
         streek_store_write_copy (streek_reader_get_db (reader), dest_path, cancellable, error);
}

static gboolean
write_office (StreekDb *db, gint64 office_id, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, office_id);

  return streek_store_write_meta (db, "office", text, error);
}

static gboolean
fill_empty (StreekDb *db, const StreekSchema *schema, gint64 office_id, GError **error)
{
  g_autofree char *mark =
    g_strdup_printf ("PRAGMA application_id = %d", STREEK_STORE_APPLICATION_ID);

  /* Only before the first table can a file learn to give pages back. */
  if (!streek_db_execute (db, "PRAGMA auto_vacuum = INCREMENTAL", error) ||
      !streek_db_execute (db, "PRAGMA synchronous = OFF", error) || !streek_store_begin (db, error))
    return FALSE;

  if (streek_db_execute (db, mark, error) &&
      streek_schema_migrate (schema, db, 0, streek_schema_get_version (schema), error) &&
      write_office (db, office_id, error) && streek_store_commit (db, error))
    return TRUE;

  streek_store_roll_back (db);

  return FALSE;
}

/**
 * streek_store_create:
 * @path: the new workspace; an existing file is an error, %STREEK_STORE_ERROR_EXISTS
 * @schema: its schema
 * @office_id: of the office, 0 for a random one; a template takes a fixed one, so that it comes
 *   out of the build the same each time
 *
 * Makes an empty workspace by running all migrations, the road that an old file takes too.
 */
gboolean
streek_store_create (const char *path,
                     const StreekSchema *schema,
                     gint64 office_id,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (path != NULL && schema != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !streek_medium_refuse_existing (path, error))
    return FALSE;

  g_autofree char *temporary = streek_medium_dup_temporary_path (path);
  g_autoptr (StreekDb) db = streek_db_open (temporary, STREEK_DB_CREATE, error);
  gboolean filled =
    db != NULL &&
    fill_empty (db, schema, office_id != 0 ? office_id : streek_store_random_id (), error);

  g_clear_pointer (&db, streek_db_close);

  if (filled && streek_medium_publish (temporary, path, error))
    return TRUE;

  streek_medium_discard (temporary);

  return FALSE;
}

/**
 * streek_store_forget_history:
 * @db: the writer's connection, in a transaction of the caller
 *
 * What was done until now can no longer be undone, and was done by no office.
 */
gboolean
streek_store_forget_history (StreekDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return streek_db_execute (db, "DELETE FROM history", error) &&
         streek_db_execute (db, "DELETE FROM store_meta WHERE key = 'office_sequence'", error);
}

/* What belongs to the template and not to its copies. */
static gboolean
make_own (StreekDb *db, GError **error)
{
  if (!streek_store_begin (db, error))
    return FALSE;

  if (streek_store_forget_history (db, error) &&
      streek_db_execute (db, "DELETE FROM draft", error) &&
      write_office (db, streek_store_random_id (), error) && streek_store_commit (db, error))
    return TRUE;

  streek_store_roll_back (db);

  return FALSE;
}

static gboolean
write_from_template (StreekStore *template,
                     const char *path,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (StreekReader) reader = streek_store_borrow_reader (template, cancellable, error);
  g_autoptr (StreekDb) to = reader != NULL ? streek_db_open (path, STREEK_DB_CREATE, error) : NULL;

  return to != NULL && streek_db_execute (to, "PRAGMA synchronous = OFF", error) &&
         copy_database (streek_reader_get_db (reader), to, cancellable, error) &&
         make_own (to, error) && verify_copy (to, error);
}

/**
 * streek_store_create_from_template:
 * @template_path: an installed workspace, opened read-only
 * @dest_path: the new one; an existing file is an error, %STREEK_STORE_ERROR_EXISTS
 *
 * Copies a template and draws a new office id; its history starts empty.
 */
gboolean
streek_store_create_from_template (const char *template_path,
                                   const char *dest_path,
                                   const StreekSchema *schema,
                                   GCancellable *cancellable,
                                   GError **error)
{
  g_return_val_if_fail (template_path != NULL && dest_path != NULL && schema != NULL, FALSE);

  if (!streek_medium_refuse_existing (dest_path, error))
    return FALSE;

  g_autoptr (StreekStore) template =
    streek_store_open (template_path, STREEK_STORE_READ_ONLY, schema, cancellable, error);

  if (template == NULL)
    return FALSE;

  g_autofree char *temporary = streek_medium_dup_temporary_path (dest_path);

  if (write_from_template (template, temporary, cancellable, error) &&
      streek_medium_publish (temporary, dest_path, error))
    return TRUE;

  streek_medium_discard (temporary);

  return FALSE;
}
