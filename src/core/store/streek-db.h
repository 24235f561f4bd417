/* streek-db.h: one SQLite connection, owned by one thread at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

typedef struct _StreekDb StreekDb;

#define STREEK_STORE_ERROR (streek_store_error_quark ())
GQuark streek_store_error_quark (void);

typedef enum
{
  STREEK_STORE_ERROR_FAILED,    /* SQLite said so; the message has its words */
  STREEK_STORE_ERROR_NOT_FOUND, /* no such file */
  STREEK_STORE_ERROR_NOT_OURS,  /* a file, but no workspace */
  STREEK_STORE_ERROR_NEWER,     /* written by a newer version */
  STREEK_STORE_ERROR_DAMAGED,   /* unreadable pages, or a checksum that does not match */
  STREEK_STORE_ERROR_FOREIGN,   /* tables, triggers or views that are not ours */
  STREEK_STORE_ERROR_READ_ONLY, /* opened read-only, or the medium is */
  STREEK_STORE_ERROR_BUSY,      /* another process or window has it */
  STREEK_STORE_ERROR_FULL,      /* no room on the disk */
  STREEK_STORE_ERROR_EXISTS,    /* would overwrite a file */
  STREEK_STORE_ERROR_UNDO_ENDS, /* nothing left to undo or redo, or a migration in between */
  STREEK_STORE_ERROR_CONFLICT,  /* undo meets rows that are not as it left them */
} StreekStoreError;

typedef enum
{
  STREEK_STEP_ERROR,
  STREEK_STEP_ROW,
  STREEK_STEP_DONE,
} StreekStep;

typedef enum
{
  STREEK_DB_READ_ONLY = 0,
  STREEK_DB_WRITABLE = 1 << 0,
  STREEK_DB_CREATE = 1 << 1,    /* make the file where there is none; implies writable */
  STREEK_DB_IMMUTABLE = 1 << 2, /* a medium on which no side file can be made */
} StreekDbFlags;

StreekDb *streek_db_open (const char *path, StreekDbFlags flags, GError **error);
StreekDb *streek_db_open_memory (GError **error);
void streek_db_close (StreekDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekDb, streek_db_close)

sqlite3 *streek_db_get_handle (StreekDb *db);
void streek_db_set_cancellable (StreekDb *db, GCancellable *cancellable);

sqlite3_stmt *streek_db_prepare (StreekDb *db, const char *sql, GError **error);
StreekStep streek_db_step (sqlite3_stmt *stmt, GError **error);
gboolean streek_db_finish (sqlite3_stmt *stmt, GError **error);
gboolean streek_db_execute (StreekDb *db, const char *sql, GError **error);
gboolean streek_db_query_int64 (StreekDb *db, const char *sql, gint64 *value, GError **error);
void streek_db_set_error (sqlite3 *handle, int code, GError **error);

void streek_db_bind_text (sqlite3_stmt *stmt, int index, const char *text);
char *streek_db_dup_text (sqlite3_stmt *stmt, int column);
const char *streek_db_peek_text (sqlite3_stmt *stmt, int column);
