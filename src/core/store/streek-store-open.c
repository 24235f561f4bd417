/* streek-store-open.c: the road from a path to an open workspace, with everything it refuses */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/streek-medium.h"
#include "store/streek-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#define WAIT_MS 5000
#define POLL_MS 50

/* SQLite would make a new file, and would take an empty one for an empty database. */
static char *
resolve_path (const char *path, GError **error)
{
  char *resolved = realpath (path, NULL);
  GStatBuf info;

  if (resolved == NULL || g_stat (resolved, &info) != 0)
    {
      if (errno == ENOENT || errno == ENOTDIR)
        g_set_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_NOT_FOUND,
                     /* Translators: %s is a file. */
                     _ ("There is no file %s."), path);
      else
        g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                     /* Translators: %1$s is a file, %2$s what the system says about it. */
                     _ ("%1$s could not be opened: %2$s"), path, g_strerror (errno));
      g_clear_pointer (&resolved, free);
      return NULL;
    }

  char *copy = g_strdup (resolved);

  free (resolved);

  if (streek_medium_is_portal (copy))
    g_set_error_literal (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_FAILED,
                         _ ("Streekatlas may see this one file but not its folder, and needs "
                            "both. Move the file to Documents and open it there."));
  else if (S_ISREG (info.st_mode) && info.st_size > 0)
    return copy;
  else
    g_set_error_literal (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_NOT_OURS,
                         _ ("This is not a Streekatlas file."));
  g_free (copy);

  return NULL;
}

/* In steps of %POLL_MS, for at most %WAIT_MS where the caller must write. */
static StreekLock *
wait_for_lock (
  const char *path, gboolean wait, GCancellable *cancellable, char **holder, GError **error)
{
  for (int waited_ms = 0;; waited_ms += POLL_MS)
    {
      g_clear_pointer (holder, g_free);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      StreekLock *lock = streek_lock_take (path, holder, error);

      if (lock != NULL || *holder == NULL || !wait || waited_ms >= WAIT_MS)
        return lock;

      g_usleep (POLL_MS * 1000);
    }
}

void
streek_store_set_busy (const char *holder, GError **error)
{
  g_set_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_BUSY,
               /* Translators: %s is a person, or a person on a computer. */
               _ ("The file is in use by %s. Close it there, or try again later."), holder);
}

/* Decides whether this store may write, and takes the lock where it may. */
static gboolean
settle_access (StreekStore *self, StreekStoreFlags flags, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (flags & STREEK_STORE_READ_ONLY)
    self->reason = STREEK_STORE_READ_ONLY_BY_REQUEST;
  else if (!streek_medium_is_writable (self->path))
    self->reason = STREEK_STORE_READ_ONLY_MEDIUM;

  if (self->reason != STREEK_STORE_WRITABLE)
    return TRUE;

  self->lock = wait_for_lock (self->path, (flags & STREEK_STORE_WAIT) != 0, cancellable,
                              &self->holder, &local_error);

  if (self->lock != NULL)
    return TRUE;

  if (local_error != NULL && g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (self->holder != NULL && (flags & STREEK_STORE_WAIT))
    {
      streek_store_set_busy (self->holder, error);
      return FALSE;
    }

  if (self->holder != NULL)
    self->reason = STREEK_STORE_READ_ONLY_HELD;
  else if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    self->reason = STREEK_STORE_READ_ONLY_FULL;
  else
    self->reason = STREEK_STORE_READ_ONLY_MEDIUM;

  return TRUE;
}

/* A journal left by a crash is taken back by the first that opens for writing. */
static void
recover_journal (const char *path)
{
  g_autoptr (StreekDb) db = streek_db_open (path, STREEK_DB_WRITABLE, NULL);
  gint64 version;

  if (db != NULL)
    streek_db_query_int64 (db, "PRAGMA user_version", &version, NULL);
}

static gboolean
needs_recovery (StreekDb *db)
{
  gint64 version;

  if (streek_db_query_int64 (db, "PRAGMA user_version", &version, NULL))
    return FALSE;

  int code = sqlite3_extended_errcode (streek_db_get_handle (db));

  return code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY;
}

static StreekDb *
open_for_reading (const char *path, StreekDbFlags flags, GError **error)
{
  StreekDb *db = streek_db_open (path, flags, error);

  if (db == NULL || !needs_recovery (db) || !streek_medium_is_writable (path))
    return db;

  streek_db_close (db);
  recover_journal (path);

  return streek_db_open (path, flags, error);
}

/* SQLite takes a last page of which a part is missing, and reads the rest as zeros. Pages that are
 * still in a journal are not missing. */
static gboolean
is_cut_off (StreekDb *db, const char *path)
{
  gint64 n_pages, page_size;
  GStatBuf info;

  return streek_db_query_int64 (db, "PRAGMA page_count", &n_pages, NULL) &&
         streek_db_query_int64 (db, "PRAGMA page_size", &page_size, NULL) &&
         !streek_medium_has_journal (path) && g_stat (path, &info) == 0 &&
         info.st_size < n_pages * page_size;
}

/* Nothing of the file is trusted before this; no table is read and nothing is written. */
static gboolean
read_version (
  StreekDb *db, const char *path, const StreekSchema *schema, int *found, GError **error)
{
  gint64 application_id, version;

  if (!streek_db_query_int64 (db, "PRAGMA application_id", &application_id, error) ||
      !streek_db_query_int64 (db, "PRAGMA user_version", &version, error))
    return FALSE;

  if (application_id != STREEK_STORE_APPLICATION_ID || version < 1)
    {
      g_set_error_literal (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_NOT_OURS,
                           _ ("This is not a Streekatlas file."));
      return FALSE;
    }

  if (version > streek_schema_get_version (schema))
    {
      g_set_error_literal (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_NEWER,
                           _ ("The file was made by a newer version of Streekatlas. Update "
                              "Streekatlas to open it."));
      return FALSE;
    }

  /* Asked twice: somebody else may be writing. */
  if (is_cut_off (db, path) && is_cut_off (db, path))
    {
      g_set_error_literal (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_DAMAGED,
                           _ ("The file is cut off: its end is missing. Restore the newest "
                              "backup copy."));
      return FALSE;
    }

  *found = (int) version;

  return TRUE;
}

static gboolean
check_identity (StreekStore *self, StreekDb *db, GError **error)
{
  return read_version (db, self->path, self->schema, &self->schema_version, error) &&
         streek_schema_check (self->schema, db, self->schema_version, error);
}

static gboolean
set_journal (StreekStore *self, StreekStoreFlags flags, GError **error)
{
  gboolean rollback = (flags & STREEK_STORE_ROLLBACK) || streek_medium_is_network (self->path);
  const char *sql = rollback ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (self->db, sql, error);

  if (stmt == NULL || streek_db_step (stmt, error) != STREEK_STEP_ROW)
    return FALSE;

  gboolean is_wal = g_str_equal (streek_db_peek_text (stmt, 0), "wal");

  g_clear_pointer (&stmt, sqlite3_finalize);

  /* Measured: with these a power cut loses nothing that was said to be done. */
  return streek_db_execute (
    self->db, is_wal ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = EXTRA", error);
}

/* A command of millions of figures is written once, at its end, instead of whenever 2 MB are full,
 * and what its changeset is made of need not be read back. A small one takes no more than before.
 */
static gboolean
make_room_for_commands (StreekStore *self, GError **error)
{
  return streek_db_execute (self->db, "PRAGMA cache_size = -65536", error); /* KiB */
}

/* "Westhoek (version 1, 2026-11-22).streek", numbered where that exists. */
static char *
name_old_copy (const char *path, int version, int attempt)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  /* Translators: part of a file name: %1$d is a number, %2$s a date such as 2026-11-22. */
  g_autofree char *remark = g_strdup_printf (_ ("version %1$d, %2$s"), version, day);

  return streek_medium_dup_sibling_path (path, remark, attempt);
}

static gboolean
copy_before_migration (StreekStore *self, GCancellable *cancellable, GError **error)
{
  for (int attempt = 0;; attempt++)
    {
      g_autofree char *copy = name_old_copy (self->path, self->schema_version, attempt);
      g_autoptr (GError) local_error = NULL;

      if (streek_store_write_copy (self->db, copy, cancellable, &local_error))
        return TRUE;
      if (attempt < 99 &&
          g_error_matches (local_error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_EXISTS))
        continue;

      g_propagate_error (error, g_steal_pointer (&local_error));

      return FALSE;
    }
}

static gboolean
migrate_db (StreekStore *self, StreekDb *db, GError **error)
{
  int newest = streek_schema_get_version (self->schema);

  if (!streek_store_begin (db, error))
    return FALSE;

  if (!streek_schema_migrate (self->schema, db, self->schema_version, newest, error) ||
      !streek_schema_check (self->schema, db, newest, error) || !streek_store_commit (db, error))
    {
      streek_store_roll_back (db);
      return FALSE;
    }

  self->schema_version = newest;

  return TRUE;
}

static gboolean
is_older (StreekStore *self)
{
  return self->schema_version < streek_schema_get_version (self->schema);
}

static gboolean
migrate (StreekStore *self, GCancellable *cancellable, GError **error)
{
  return !is_older (self) ||
         (copy_before_migration (self, cancellable, error) && migrate_db (self, self->db, error));
}

/* An older file that cannot be changed is shown all the same: as a copy that nobody else sees,
 * updated, and gone when the file is closed. @db: of the file, then of the copy. */
static gboolean
show_updated_copy (StreekStore *self, StreekDb **db, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("streekatlas-XXXXXX", error);
  g_autofree char *name = g_path_get_basename (self->path);

  if (folder == NULL)
    return FALSE;

  self->shown_path = g_build_filename (folder, name, NULL);

  if (!streek_store_write_copy (*db, self->shown_path, cancellable, error))
    return FALSE;

  g_autoptr (StreekDb) copy = streek_db_open (self->shown_path, STREEK_DB_WRITABLE, error);

  if (copy == NULL || !migrate_db (self, copy, error))
    return FALSE;

  g_clear_pointer (&copy, streek_db_close);
  g_clear_pointer (db, streek_db_close);
  self->reader_flags = STREEK_DB_READ_ONLY;
  *db = streek_store_connect (self, error);

  return *db != NULL;
}

/* A crash can leave changes beside a file that nobody may put back where they belong. */
static void
explain_stranded (const char *path, GError **error)
{
  if (streek_medium_is_writable (path) || !streek_medium_has_journal (path))
    return;

  g_clear_error (error);
  g_set_error_literal (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_READ_ONLY,
                       _ ("The file was not closed properly, and in a write-protected folder that "
                          "cannot be put right. Copy it, with the files beside it that begin with "
                          "its name, to a folder of your own."));
}

static gboolean
open_read_only (StreekStore *self, StreekDb **db, GCancellable *cancellable, GError **error)
{
  if (streek_medium_needs_immutable (self->path))
    self->reader_flags = STREEK_DB_IMMUTABLE;

  *db = open_for_reading (self->path, self->reader_flags, error);

  if (*db != NULL && check_identity (self, *db, error))
    return !is_older (self) || show_updated_copy (self, db, cancellable, error);

  explain_stranded (self->path, error);

  return FALSE;
}

static gboolean
open_writable (StreekStore *self, StreekStoreFlags flags, GCancellable *cancellable, GError **error)
{
  self->db = streek_db_open (self->path, STREEK_DB_WRITABLE, error);

  return self->db != NULL && check_identity (self, self->db, error) &&
         set_journal (self, flags, error) && make_room_for_commands (self, error) &&
         migrate (self, cancellable, error);
}

static gboolean
read_identity (StreekStore *self, StreekDb *db, GError **error)
{
  g_autofree char *office = streek_store_read_meta (db, "office", error);

  if (office == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_DAMAGED,
                             _ ("The file is damaged. Restore the newest backup copy."));
      return FALSE;
    }

  self->office_id = g_ascii_strtoll (office, NULL, 10);
  streek_store_refresh_state (self, db);

  for (int i = 0; i < 2; i++)
    self->announced[i] = self->states[i].possible;

  return TRUE;
}

/* Without room for a journal a file can still be read, but not updated. */
static gboolean
fall_back_on_reading (StreekStore *self, const GError *why)
{
  if (!g_error_matches (why, STREEK_STORE_ERROR, STREEK_STORE_ERROR_FULL) ||
      self->schema_version != streek_schema_get_version (self->schema))
    return FALSE;

  g_clear_pointer (&self->db, streek_db_close);
  g_clear_pointer (&self->lock, streek_lock_release);
  self->reason = STREEK_STORE_READ_ONLY_FULL;

  return TRUE;
}

static gboolean
open_store (StreekStore *self, StreekStoreFlags flags, GCancellable *cancellable, GError **error)
{
  if (!settle_access (self, flags, cancellable, error))
    return FALSE;

  if (!streek_store_is_read_only (self))
    {
      g_autoptr (GError) local_error = NULL;

      if (open_writable (self, flags, cancellable, &local_error) &&
          read_identity (self, self->db, &local_error))
        return TRUE;

      if (!fall_back_on_reading (self, local_error))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }

  g_autoptr (StreekDb) db = NULL;

  if (!open_read_only (self, &db, cancellable, error) || !read_identity (self, db, error))
    return FALSE;

  g_ptr_array_add (self->idle, g_steal_pointer (&db));

  return TRUE;
}

/**
 * streek_store_open:
 * @path: the workspace
 * @flags: how
 * @schema: (transfer none): the schema it must have; outlives the store
 * @cancellable: (nullable): ends waiting for another holder
 * @error: return location for a #StreekStoreError: not found, not ours, newer, foreign, damaged,
 *   or busy under %STREEK_STORE_WAIT
 *
 * Opens a workspace as if it were hostile. Where it cannot be written, or somebody else has it,
 * it is opened read-only and streek_store_get_read_only_reason() says why. A file of an older
 * version is copied beside itself, then migrated; where it cannot be written, a copy of it is
 * migrated and read in its place. Blocks; signals come in the main context that
 * is the default of the calling thread.
 *
 * Returns: (transfer full): the store, or %NULL with @error set
 */
StreekStore *
streek_store_open (const char *path,
                   StreekStoreFlags flags,
                   const StreekSchema *schema,
                   GCancellable *cancellable,
                   GError **error)
{
  g_return_val_if_fail (path != NULL && schema != NULL, NULL);

  g_autoptr (GError) local_error = NULL;
  g_autofree char *resolved = resolve_path (path, error);

  if (resolved == NULL)
    return NULL;

  g_autoptr (StreekStore) self = g_object_new (STREEK_TYPE_STORE, NULL);

  self->path = g_steal_pointer (&resolved);
  self->schema = schema;

  if (!open_store (self, flags, cancellable, &local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * streek_store_open_suspect:
 * @version: (out): the version of its schema, which is not compared with anything
 *
 * Opens a file to look what is wrong with it: read-only, and beyond its mark nothing is checked.
 *
 * Returns: (transfer full): a connection, or %NULL with @error set: not found, not ours or newer
 */
StreekDb *
streek_store_open_suspect (const char *path,
                           const StreekSchema *schema,
                           int *version,
                           GError **error)
{
  g_autofree char *resolved = resolve_path (path, error);

  if (resolved == NULL)
    return NULL;

  g_autoptr (StreekDb) db = open_for_reading (
    resolved, streek_medium_needs_immutable (resolved) ? STREEK_DB_IMMUTABLE : STREEK_DB_READ_ONLY,
    error);

  if (db == NULL || !read_version (db, resolved, schema, version, error))
    return NULL;

  return g_steal_pointer (&db);
}
