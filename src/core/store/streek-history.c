/* streek-history.c: changesets of user actions: recorded, undone and redone in one transaction */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "store/streek-history.h"
#include "store/streek-schema.h"

#include <glib/gi18n-lib.h>

struct _StreekRecorder
{
  sqlite3 *handle;
  sqlite3_session *session;
  GHashTable *touched; /* (unowned): a set of table names */
};

/* Asked for the first change of a recorded table and for each change of another. */
static int
on_table_changed_cb (void *user_data, const char *table)
{
  StreekRecorder *recorder = user_data;

  if (!g_hash_table_contains (recorder->touched, table))
    g_hash_table_add (recorder->touched, g_strdup (table));

  return streek_schema_is_recorded (table);
}

/**
 * streek_recorder_new:
 * @db: the writing connection, inside a transaction
 * @touched: a set of strings that gets the name of each table touched; outlives the recorder
 */
StreekRecorder *
streek_recorder_new (StreekDb *db, GHashTable *touched, GError **error)
{
  g_autoptr (StreekRecorder) recorder = g_new0 (StreekRecorder, 1);

  recorder->handle = streek_db_get_handle (db);
  recorder->touched = touched;

  int code = sqlite3session_create (recorder->handle, "main", &recorder->session);

  if (code == SQLITE_OK)
    {
      sqlite3session_table_filter (recorder->session, on_table_changed_cb, recorder);
      code = sqlite3session_attach (recorder->session, NULL);
    }

  if (code != SQLITE_OK)
    {
      streek_db_set_error (recorder->handle, code, error);
      return NULL;
    }

  return g_steal_pointer (&recorder);
}

/**
 * streek_recorder_is_empty:
 *
 * Returns: whether no recorded table was touched
 */
gboolean
streek_recorder_is_empty (StreekRecorder *recorder)
{
  return sqlite3session_isempty (recorder->session);
}

/**
 * streek_recorder_take:
 *
 * Returns: (transfer full): the changes of the recorded tables, of length 0 where there are
 *   none; or %NULL with @error set, and then the command must be rolled back
 */
GBytes *
streek_recorder_take (StreekRecorder *recorder, GError **error)
{
  int size = 0;
  void *data = NULL;
  int code = sqlite3session_changeset (recorder->session, &size, &data);

  if (code != SQLITE_OK)
    {
      streek_db_set_error (NULL, code, error);
      sqlite3_free (data);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

/**
 * streek_recorder_free:
 * @recorder: (nullable) (transfer full):
 */
void
streek_recorder_free (StreekRecorder *recorder)
{
  if (recorder == NULL)
    return;

  if (recorder->session != NULL)
    sqlite3session_delete (recorder->session);

  g_free (recorder);
}

/**
 * streek_history_entry_clear:
 * @entry: a struct of the caller, whose content is freed
 */
void
streek_history_entry_clear (StreekHistoryEntry *entry)
{
  g_clear_pointer (&entry->message_id, g_free);
  g_clear_pointer (&entry->args, g_variant_unref);
  entry->id = 0;
  entry->schema_version = 0;
}

/* Numbers of an office are never given twice, also where a redo was dropped. */
static gboolean
draw_sequence (StreekDb *db, gint64 *sequence, GError **error)
{
  return streek_db_execute (
           db,
           "INSERT INTO store_meta (key, value) VALUES ('office_sequence', '1')"
           " ON CONFLICT (key) DO UPDATE SET value = CAST (CAST (value AS INTEGER) + 1 AS TEXT)",
           error) &&
         streek_db_query_int64 (
           db, "SELECT CAST (value AS INTEGER) FROM store_meta WHERE key = 'office_sequence'",
           sequence, error);
}

/**
 * streek_history_append:
 * @changeset: what the command did, not empty
 *
 * Writes down one user action, in its own transaction; what was undone can no longer be redone.
 */
gboolean
streek_history_append (StreekDb *db,
                       gint64 office_id,
                       int schema_version,
                       const char *message_id,
                       GVariant *args,
                       GBytes *changeset,
                       GError **error)
{
  static const char sql[] =
    "INSERT INTO history (office, office_sequence, schema_version, made_at, message_id, arguments,"
    " changeset) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
  gint64 sequence;

  if (!streek_db_execute (db, "DELETE FROM history WHERE undone", error) ||
      !draw_sequence (db, &sequence, error))
    return FALSE;

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  g_autofree char *printed = args != NULL ? g_variant_print (args, TRUE) : NULL;

  sqlite3_bind_int64 (stmt, 1, office_id);
  sqlite3_bind_int64 (stmt, 2, sequence);
  sqlite3_bind_int (stmt, 3, schema_version);
  sqlite3_bind_int64 (stmt, 4, g_get_real_time ());
  streek_db_bind_text (stmt, 5, message_id);
  streek_db_bind_text (stmt, 6, printed);
  sqlite3_bind_blob64 (stmt, 7, g_bytes_get_data (changeset, NULL), g_bytes_get_size (changeset),
                       SQLITE_STATIC);

  return streek_db_finish (stmt, error);
}

/**
 * streek_history_peek:
 * @entry: (out): the action that a step in @direction would touch
 */
gboolean
streek_history_peek (StreekDb *db,
                     StreekHistoryDirection direction,
                     StreekHistoryEntry *entry,
                     GError **error)
{
  static const char *const sql[] = {
    [STREEK_HISTORY_UNDO] = "SELECT id, message_id, arguments, schema_version FROM history"
                            " WHERE NOT undone ORDER BY id DESC LIMIT 1",
    [STREEK_HISTORY_REDO] = "SELECT id, message_id, arguments, schema_version FROM history"
                            " WHERE undone ORDER BY id LIMIT 1",
  };
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql[direction], error);

  *entry = (StreekHistoryEntry){ NULL };

  if (stmt == NULL)
    return FALSE;

  StreekStep step = streek_db_step (stmt, error);

  if (step == STREEK_STEP_ROW)
    {
      const char *args = (const char *) sqlite3_column_text (stmt, 2);

      entry->id = sqlite3_column_int64 (stmt, 0);
      entry->message_id = g_strdup (streek_db_peek_text (stmt, 1));
      entry->args = args != NULL ? g_variant_parse (NULL, args, NULL, NULL, NULL) : NULL;
      entry->schema_version = sqlite3_column_int (stmt, 3);
    }

  return step != STREEK_STEP_ERROR;
}

static GBytes *
read_changeset (StreekDb *db, gint64 id, GError **error)
{
  static const char sql[] = "SELECT changeset FROM history WHERE id = ?1";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  sqlite3_bind_int64 (stmt, 1, id);

  if (streek_db_step (stmt, error) != STREEK_STEP_ROW)
    return NULL;

  return g_bytes_new (sqlite3_column_blob (stmt, 0), (gsize) sqlite3_column_bytes (stmt, 0));
}

static GBytes *
invert_changeset (GBytes *changeset, GError **error)
{
  int size = 0;
  void *data = NULL;
  int code = sqlite3changeset_invert ((int) g_bytes_get_size (changeset),
                                      g_bytes_get_data (changeset, NULL), &size, &data);

  if (code != SQLITE_OK)
    {
      streek_db_set_error (NULL, code, error);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

static void
set_conflict (GError **error)
{
  g_set_error_literal (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_CONFLICT,
                       _ ("What this action left has been changed since. Nothing was changed."));
}

static gboolean
table_matches (StreekDb *db, const char *table, int n_columns, const guint8 *pk, GError **error)
{
  static const char sql[] = "SELECT pk FROM pragma_table_info (?1) ORDER BY cid";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);
  int n_found = 0;
  gboolean same = TRUE;
  StreekStep step;

  if (stmt == NULL)
    return FALSE;

  streek_db_bind_text (stmt, 1, table);

  while ((step = streek_db_step (stmt, error)) == STREEK_STEP_ROW)
    {
      gboolean in_key = sqlite3_column_int (stmt, 0) > 0;

      same = same && n_found < n_columns && in_key == (pk[n_found] != 0);
      n_found++;
    }

  if (step == STREEK_STEP_ERROR)
    return FALSE;
  if (same && n_found == n_columns && streek_schema_is_recorded (table))
    return TRUE;

  set_conflict (error);

  return FALSE;
}

/**
 * streek_history_is_readable:
 *
 * Returns: whether a changeset can be read from its first change to its last
 */
gboolean
streek_history_is_readable (const void *changeset, gsize size)
{
  sqlite3_changeset_iter *iter = NULL;
  int code = sqlite3changeset_start (&iter, (int) size, (void *) changeset);

  if (code != SQLITE_OK)
    return FALSE;

  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    ;

  return sqlite3changeset_finalize (iter) == SQLITE_OK;
}

/* SQLite takes a changeset for tables that are not there, or not so, and does nothing. */
static gboolean
compare_tables (StreekDb *db, GBytes *changeset, GHashTable *touched, GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  int code = sqlite3changeset_start (&iter, (int) g_bytes_get_size (changeset),
                                     (void *) g_bytes_get_data (changeset, NULL));
  gboolean same = code == SQLITE_OK;

  while (same && (code = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      const char *table;
      guint8 *pk;
      int n_columns, op;

      sqlite3changeset_op (iter, &table, &n_columns, &op, NULL);

      if (g_hash_table_contains (touched, table))
        continue;

      sqlite3changeset_pk (iter, &pk, NULL);
      same = table_matches (db, table, n_columns, pk, error);
      g_hash_table_add (touched, g_strdup (table));
    }

  sqlite3changeset_finalize (iter);

  if (same && code != SQLITE_DONE)
    {
      streek_db_set_error (NULL, code, error);
      same = FALSE;
    }

  return same;
}

static int
on_conflict_cb (void *user_data, int kind, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply_changeset (StreekDb *db, GBytes *changeset, GHashTable *touched, GError **error)
{
  if (!compare_tables (db, changeset, touched, error))
    return FALSE;

  int code = sqlite3changeset_apply (streek_db_get_handle (db), (int) g_bytes_get_size (changeset),
                                     (void *) g_bytes_get_data (changeset, NULL), NULL,
                                     on_conflict_cb, NULL);

  /* The second one where a row would lose what it refers to. */
  if (code == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT)
    set_conflict (error);
  else if (code != SQLITE_OK)
    streek_db_set_error (streek_db_get_handle (db), code, error);

  return code == SQLITE_OK;
}

static gboolean
mark_undone (StreekDb *db, gint64 id, gboolean undone, GError **error)
{
  static const char sql[] = "UPDATE history SET undone = ?2 WHERE id = ?1";
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, id);
  sqlite3_bind_int (stmt, 2, undone);

  return streek_db_finish (stmt, error);
}

static gboolean
check_reach (const StreekHistoryEntry *entry,
             StreekHistoryDirection direction,
             int schema_version,
             GError **error)
{
  const char *words = NULL;

  if (entry->message_id == NULL)
    words = direction == STREEK_HISTORY_UNDO ? _ ("There is nothing to undo.")
                                             : _ ("There is nothing to redo.");
  else if (entry->schema_version != schema_version)
    words = _ ("This action was done with an earlier version of Streekatlas, before the file was "
               "updated, and can no longer be undone.");

  if (words != NULL)
    g_set_error_literal (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_UNDO_ENDS, words);

  return words == NULL;
}

/**
 * streek_history_step:
 * @db: the writing connection, inside a transaction that the caller rolls back on failure
 * @schema_version: of the file now
 * @touched: a set of strings that gets the name of each table touched
 *
 * Takes back the last action, or does the last one taken back again.
 *
 * Returns: %FALSE with %STREEK_STORE_ERROR_UNDO_ENDS or %STREEK_STORE_ERROR_CONFLICT
 */
gboolean
streek_history_step (StreekDb *db,
                     StreekHistoryDirection direction,
                     int schema_version,
                     GHashTable *touched,
                     GError **error)
{
  StreekHistoryEntry entry;

  if (!streek_history_peek (db, direction, &entry, error))
    return FALSE;

  gint64 id = entry.id;
  gboolean reachable = check_reach (&entry, direction, schema_version, error);

  streek_history_entry_clear (&entry);

  if (!reachable)
    return FALSE;

  g_autoptr (GBytes) forward = read_changeset (db, id, error);
  g_autoptr (GBytes) wanted = NULL;

  if (forward == NULL)
    return FALSE;

  wanted =
    direction == STREEK_HISTORY_UNDO ? invert_changeset (forward, error) : g_bytes_ref (forward);

  return wanted != NULL && apply_changeset (db, wanted, touched, error) &&
         mark_undone (db, id, direction == STREEK_HISTORY_UNDO, error);
}
