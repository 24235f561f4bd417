/* streek-db.c: one SQLite connection, owned by one thread at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/streek-db.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* A progress handler that is called more often costs more than it brings. */
#define STEPS_BETWEEN_CANCEL_CHECKS 2000
#define BUSY_TIMEOUT_MS 5000

struct _StreekDb
{
  sqlite3 *handle;
  GCancellable *cancellable; /* (nullable): asked while a statement runs */
};

G_DEFINE_QUARK (streek_store_error, streek_store_error)

static StreekStoreError
map_error (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_NOTADB:
      return STREEK_STORE_ERROR_NOT_OURS;
    case SQLITE_CORRUPT:
      return STREEK_STORE_ERROR_DAMAGED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return STREEK_STORE_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return STREEK_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      return STREEK_STORE_ERROR_FULL;
    default:
      return STREEK_STORE_ERROR_FAILED;
    }
}

/* A quota and a size limit are full disks too, but SQLite calls only ENOSPC so. Of a commit that
 * fails it keeps no errno (3.40); the one of the call that failed is still there. */
static gboolean
is_disk_full (sqlite3 *handle, int code)
{
  if ((code & 0xff) != SQLITE_IOERR || handle == NULL)
    return FALSE;

  int kept = sqlite3_system_errno (handle);
  int system_errno = kept != 0 ? kept : errno;

  return system_errno == ENOSPC || system_errno == EDQUOT || system_errno == EFBIG;
}

static const char *
describe_error (StreekStoreError error)
{
  switch (error)
    {
    case STREEK_STORE_ERROR_NOT_OURS:
      return _ ("This is not a Streekatlas file.");
    case STREEK_STORE_ERROR_DAMAGED:
      return _ ("The file is damaged. Restore the newest backup copy.");
    case STREEK_STORE_ERROR_READ_ONLY:
      return _ ("The file can only be read, not changed.");
    case STREEK_STORE_ERROR_BUSY:
      return _ ("Another program is using the file. Try again in a moment.");
    case STREEK_STORE_ERROR_FULL:
      return _ ("The disk is full. Make room and try again; nothing was changed.");
    default:
      return NULL;
    }
}

/**
 * streek_db_set_error:
 * @handle: (nullable): the connection, for SQLite's own words
 * @code: what SQLite returned
 *
 * Sets @error from a result code: cancelled for an interrupted statement, else a
 * #StreekStoreError in words that say what to do.
 */
void
streek_db_set_error (sqlite3 *handle, int code, GError **error)
{
  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled."));
      return;
    }

  StreekStoreError kind = is_disk_full (handle, code) ? STREEK_STORE_ERROR_FULL : map_error (code);
  const char *words = describe_error (kind);

  if ((code & 0xff) == SQLITE_CANTOPEN)
    words =
      _ ("It cannot be opened or made. Look whether its folder exists and whether you may use "
         "both.");

  if (words != NULL)
    g_set_error_literal (error, STREEK_STORE_ERROR, kind, words);
  else
    g_set_error (error, STREEK_STORE_ERROR, kind,
                 /* Translators: %s is the database library's own message, in English. */
                 _ ("The file could not be read or written: %s"),
                 handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code));
}

static int
on_progress_cb (void *user_data)
{
  StreekDb *db = user_data;

  return db->cancellable != NULL && g_cancellable_is_cancelled (db->cancellable);
}

static gboolean
harden (StreekDb *db, GError **error)
{
  sqlite3_extended_result_codes (db->handle, 1);
  sqlite3_busy_timeout (db->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_progress_handler (db->handle, STEPS_BETWEEN_CANCEL_CHECKS, on_progress_cb, db);

  return streek_db_execute (db, "PRAGMA cell_size_check = ON", error) &&
         streek_db_execute (db, "PRAGMA foreign_keys = ON", error) &&
         streek_db_execute (db, "PRAGMA temp_store = MEMORY", error);
}

static StreekDb *
open_uri (const char *uri, int flags, GError **error)
{
  g_autoptr (StreekDb) db = g_new0 (StreekDb, 1);
  int code = sqlite3_open_v2 (uri, &db->handle, flags, NULL);

  if (code != SQLITE_OK)
    {
      streek_db_set_error (db->handle, code, error);
      return NULL;
    }

  if (!harden (db, error))
    return NULL;

  return g_steal_pointer (&db);
}

/**
 * streek_db_open:
 * @path: the file, as a path of the machine
 * @flags: how to open it
 * @error: return location for a #StreekStoreError
 *
 * Opens a connection as if the file were hostile: defensive, untrusted schema, cells checked.
 * Only core/store calls this on a workspace: any other open and close in the process drops
 * the locks of ours (POSIX advisory locks belong to the process).
 *
 * Returns: (transfer full): the connection, closed with streek_db_close()
 */
StreekDb *
streek_db_open (const char *path, StreekDbFlags flags, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  int open_flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);
  g_autofree char *uri =
    g_strconcat ("file:", escaped, flags & STREEK_DB_IMMUTABLE ? "?immutable=1" : NULL, NULL);

  if (flags & STREEK_DB_CREATE)
    open_flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  else if (flags & STREEK_DB_WRITABLE)
    open_flags |= SQLITE_OPEN_READWRITE;
  else
    open_flags |= SQLITE_OPEN_READONLY;

  return open_uri (uri, open_flags, error);
}

/**
 * streek_db_open_memory:
 *
 * Returns: (transfer full): an empty database that lives as long as the connection
 */
StreekDb *
streek_db_open_memory (GError **error)
{
  return open_uri (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, error);
}

/**
 * streek_db_close:
 * @db: (nullable) (transfer full): a connection whose statements are all finalised
 */
void
streek_db_close (StreekDb *db)
{
  if (db == NULL)
    return;

  sqlite3_close_v2 (db->handle);
  g_clear_object (&db->cancellable);
  g_free (db);
}

/**
 * streek_db_get_handle:
 *
 * Returns: (transfer none): SQLite's own connection, for what has no function here
 */
sqlite3 *
streek_db_get_handle (StreekDb *db)
{
  return db->handle;
}

/**
 * streek_db_set_cancellable:
 * @cancellable: (nullable): ends the running statement within milliseconds when cancelled
 */
void
streek_db_set_cancellable (StreekDb *db, GCancellable *cancellable)
{
  g_set_object (&db->cancellable, cancellable);
}

/**
 * streek_db_prepare:
 * @sql: one statement; values are bound, never written into it
 *
 * Returns: (transfer full): the statement, or %NULL with @error set
 */
sqlite3_stmt *
streek_db_prepare (StreekDb *db, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  int code = sqlite3_prepare_v2 (db->handle, sql, -1, &stmt, NULL);

  if (code != SQLITE_OK)
    {
      streek_db_set_error (db->handle, code, error);
      return NULL;
    }

  return stmt;
}

/**
 * streek_db_step:
 *
 * Returns: %STREEK_STEP_ROW, %STREEK_STEP_DONE, or %STREEK_STEP_ERROR with @error set: a busy or
 *   damaged file cannot pass as the end of the rows
 */
StreekStep
streek_db_step (sqlite3_stmt *stmt, GError **error)
{
  int code = sqlite3_step (stmt);

  if (code == SQLITE_ROW)
    return STREEK_STEP_ROW;
  if (code == SQLITE_DONE)
    return STREEK_STEP_DONE;

  streek_db_set_error (sqlite3_db_handle (stmt), code, error);

  return STREEK_STEP_ERROR;
}

/**
 * streek_db_finish:
 *
 * Runs a bound statement that gives no rows, and resets it for the next use.
 */
gboolean
streek_db_finish (sqlite3_stmt *stmt, GError **error)
{
  StreekStep step;

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    ;

  sqlite3_reset (stmt);

  return step == STREEK_STEP_DONE;
}

/**
 * streek_db_execute:
 * @sql: one or more statements of our own, without values
 */
gboolean
streek_db_execute (StreekDb *db, const char *sql, GError **error)
{
  int code = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    streek_db_set_error (db->handle, code, error);

  return code == SQLITE_OK;
}

/**
 * streek_db_query_int64:
 * @value: (out): the first column of the first row, 0 where there is none
 */
gboolean
streek_db_query_int64 (StreekDb *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  *value = 0;

  if (stmt == NULL)
    return FALSE;

  StreekStep step = streek_db_step (stmt, error);

  if (step == STREEK_STEP_ROW)
    *value = sqlite3_column_int64 (stmt, 0);

  return step != STREEK_STEP_ERROR;
}

/**
 * streek_db_bind_text:
 * @text: (nullable): copied; %NULL binds NULL
 */
void
streek_db_bind_text (sqlite3_stmt *stmt, int index, const char *text)
{
  sqlite3_bind_text (stmt, index, text, -1, SQLITE_TRANSIENT);
}

/* What a stranger's file calls text may be no UTF-8, on which every loop over characters runs past
 * the end. Interned, because it must live as long as SQLite's own; it is rare. */
static const char *
make_valid (const char *text)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return text;

  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return g_intern_string (valid);
}

/**
 * streek_db_dup_text:
 *
 * Returns: (transfer full) (nullable): the column as UTF-8, with U+FFFD for what is none; %NULL for
 *   NULL
 */
char *
streek_db_dup_text (sqlite3_stmt *stmt, int column)
{
  return g_strdup (make_valid ((const char *) sqlite3_column_text (stmt, column)));
}

/**
 * streek_db_peek_text:
 *
 * Returns: (transfer none): as streek_db_dup_text(), until the next step; "" for NULL
 */
const char *
streek_db_peek_text (sqlite3_stmt *stmt, int column)
{
  const char *text = make_valid ((const char *) sqlite3_column_text (stmt, column));

  return text != NULL ? text : "";
}
