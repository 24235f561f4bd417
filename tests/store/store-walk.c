/* store-walk.c: random edits of every recorded table, undone and redone step by step */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-walk.h"
#include "store-fixture.h"

#include <string.h>

#define ROWS_PER_TABLE 4
#define MAX_ATTEMPTS 4000

typedef struct
{
  char *name;
  char *type;
  gboolean not_null;
  gboolean in_key;
  char *parent;        /* (nullable): the table that it refers to */
  char *parent_column; /* (nullable) */
  GPtrArray *choices;  /* the words its CHECK allows; empty: any */
} Column;

typedef struct
{
  char *name;
  GPtrArray *columns;
  GPtrArray *literals; /* what its own SQL mentions: most CHECKs can be met with these */
} Table;

typedef enum
{
  INSERT,
  UPDATE,
  DELETE,
} Edit;

typedef struct
{
  const Table *table;
  Edit edit;
  GRand *rand;
  guint n_rows;
  guint n_done;
} Job;

static void
free_column (gpointer data)
{
  Column *column = data;

  g_free (column->name);
  g_free (column->type);
  g_free (column->parent);
  g_free (column->parent_column);
  g_ptr_array_unref (column->choices);
  g_free (column);
}

static void
free_table (gpointer data)
{
  Table *table = data;

  g_free (table->name);
  g_ptr_array_unref (table->columns);
  g_ptr_array_unref (table->literals);
  g_free (table);
}

static GPtrArray *
list_literals (const char *sql)
{
  g_autoptr (GRegex) regex = g_regex_new ("'([^']*)'|\\b([0-9]+(?:\\.[0-9]+)?)\\b", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GPtrArray *literals = g_ptr_array_new_with_free_func (g_free);

  for (g_regex_match (regex, sql, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      char *text = g_match_info_fetch (match, 1);

      if (*text == '\0')
        {
          g_free (text);
          text = g_match_info_fetch (match, 2);
        }

      g_ptr_array_add (literals, text);
    }

  return literals;
}

/* "kind IN ('count', 'ratio')": with a table of many such columns no row would ever fit by chance.
 */
static GPtrArray *
list_choices (const char *sql, const char *column)
{
  g_autofree char *pattern = g_strdup_printf ("\\b%s IN \\(([^)]*)\\)", column);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, sql, 0, &match);

  g_autofree char *list = g_match_info_matches (match) ? g_match_info_fetch (match, 1) : NULL;

  return list_literals (list != NULL ? list : "");
}

static void
read_columns (StreekDb *db, Table *table, const char *table_sql)
{
  static const char sql[] =
    "SELECT c.name, c.type, c.\"notnull\" OR c.pk > 0, c.pk > 0, f.\"table\","
    " coalesce (f.\"to\", (SELECT p.name FROM pragma_table_info (f.\"table\") AS p"
    " WHERE p.pk = f.seq + 1))"
    " FROM pragma_table_info (?1) AS c LEFT JOIN pragma_foreign_key_list (?1) AS f"
    " ON f.\"from\" = c.name GROUP BY c.cid ORDER BY c.cid";
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, &error);

  g_assert_no_error (error);
  streek_db_bind_text (stmt, 1, table->name);

  while (streek_db_step (stmt, &error) == STREEK_STEP_ROW)
    {
      Column *column = g_new0 (Column, 1);

      column->name = streek_db_dup_text (stmt, 0);
      column->type = streek_db_dup_text (stmt, 1);
      column->not_null = sqlite3_column_int (stmt, 2);
      column->in_key = sqlite3_column_int (stmt, 3);
      column->parent = streek_db_dup_text (stmt, 4);
      column->parent_column = streek_db_dup_text (stmt, 5);
      column->choices = list_choices (table_sql, column->name);
      g_ptr_array_add (table->columns, column);
    }

  g_assert_no_error (error);
}

static GPtrArray *
list_tables (StreekDb *db, gboolean recorded)
{
  static const char sql[] =
    "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name";
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, &error);
  GPtrArray *tables = g_ptr_array_new_with_free_func (free_table);

  g_assert_no_error (error);

  while (streek_db_step (stmt, &error) == STREEK_STEP_ROW)
    {
      const char *name = streek_db_peek_text (stmt, 0);

      if (recorded ? !streek_schema_is_recorded (name) : !g_str_has_prefix (name, "ref_"))
        continue;

      Table *table = g_new0 (Table, 1);

      table->name = g_strdup (name);
      table->columns = g_ptr_array_new_with_free_func (free_column);
      table->literals = list_literals (streek_db_peek_text (stmt, 1));
      read_columns (db, table, streek_db_peek_text (stmt, 1));
      g_ptr_array_add (tables, table);
    }

  g_assert_no_error (error);

  return tables;
}

static void
bind_parent (StreekDb *db, sqlite3_stmt *stmt, int index, const Column *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" ORDER BY random () LIMIT 1",
                                          column->parent_column, column->parent);
  g_autoptr (sqlite3_stmt) query = streek_db_prepare (db, sql, NULL);

  if (query != NULL && streek_db_step (query, NULL) == STREEK_STEP_ROW)
    sqlite3_bind_value (stmt, index, sqlite3_column_value (query, 0));
  else
    sqlite3_bind_null (stmt, index);
}

static void
bind_text (sqlite3_stmt *stmt, int index, const Table *table, const Column *column, GRand *rand)
{
  static const char *const words[] = { "Kortrijk", "2019-01-01", "{}",      "2019", "é ’ \"x\"",
                                       "a",        "34022",      "#336699", "[]",   "nl" };
  guint pick = g_rand_int_range (rand, 0, 3);
  g_autofree char *random = g_strdup_printf ("w%u", g_rand_int (rand));

  if (pick > 0 && column->choices->len > 0)
    streek_db_bind_text (
      stmt, index,
      g_ptr_array_index (column->choices, g_rand_int_range (rand, 0, column->choices->len)));
  else if (pick == 0 && table->literals->len > 0)
    streek_db_bind_text (
      stmt, index,
      g_ptr_array_index (table->literals, g_rand_int_range (rand, 0, table->literals->len)));
  else
    streek_db_bind_text (
      stmt, index, pick == 1 ? words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))] : random);
}

static void
bind_number (sqlite3_stmt *stmt, int index, const Table *table, GRand *rand, gboolean integer)
{
  double value = 0;

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      if (table->literals->len > 0)
        value = g_ascii_strtod (
          g_ptr_array_index (table->literals, g_rand_int_range (rand, 0, table->literals->len)),
          NULL);
      break;
    case 1:
      value = g_rand_int_range (rand, 0, 4);
      break;
    case 2:
      value = g_rand_int_range (rand, 0, 30000);
      break;
    default:
      value = (double) g_rand_int (rand) * (integer ? 1 : 0.001);
    }

  if (integer)
    sqlite3_bind_int64 (stmt, index, (gint64) value);
  else
    sqlite3_bind_double (stmt, index, value);
}

static void
bind_bytes (sqlite3_stmt *stmt, int index, GRand *rand)
{
  guint8 bytes[64];
  int n = g_rand_int_range (rand, 0, (int) sizeof bytes);

  for (int i = 0; i < n; i++)
    bytes[i] = (guint8) g_rand_int (rand);

  sqlite3_bind_blob (stmt, index, bytes, n, SQLITE_TRANSIENT);
}

static void
bind_random (StreekDb *db,
             sqlite3_stmt *stmt,
             int index,
             const Table *table,
             const Column *column,
             GRand *rand)
{
  if (!column->not_null && g_rand_int_range (rand, 0, 3) == 0)
    sqlite3_bind_null (stmt, index);
  else if (column->parent != NULL)
    bind_parent (db, stmt, index, column);
  else if (g_str_equal (column->type, "TEXT"))
    bind_text (stmt, index, table, column, rand);
  else if (g_str_equal (column->type, "BLOB"))
    bind_bytes (stmt, index, rand);
  else
    bind_number (stmt, index, table, rand, !g_str_equal (column->type, "REAL"));
}

static char *
write_insert (const Table *table)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" VALUES (", table->name);

  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (sql, "%s?%u", i > 0 ? ", " : "", i + 1);

  g_string_append_c (sql, ')');

  return g_string_free (sql, FALSE);
}

/* FALSE where the random row meets a constraint. */
static gboolean
try_insert (StreekDb *db, const Table *table, GRand *rand)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = write_insert (table);
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < table->columns->len; i++)
    bind_random (db, stmt, (int) i + 1, table, g_ptr_array_index (table->columns, i), rand);

  return streek_db_finish (stmt, NULL);
}

static void
append_key_match (GString *sql, const Table *table, const char *order)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const Column *column = g_ptr_array_index (table->columns, i);

      if (column->in_key)
        g_string_append_printf (keys, "%s\"%s\"", keys->len > 0 ? ", " : "", column->name);
    }

  g_string_append_printf (sql, " WHERE (%s) IN (SELECT %s FROM \"%s\" ORDER BY %s LIMIT 1)",
                          keys->str, keys->str, table->name, order);
  g_string_free (keys, TRUE);
}

static gboolean
try_update (StreekDb *db, const Table *table, GRand *rand)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) sql = g_string_new (NULL);
  const Column *column =
    g_ptr_array_index (table->columns, g_rand_int_range (rand, 0, table->columns->len));

  /* A new key is another row: that is a deletion and an insertion, which are tried too. */
  if (column->in_key)
    return FALSE;

  g_string_printf (sql, "UPDATE \"%s\" SET \"%s\" = ?1", table->name, column->name);
  append_key_match (sql, table, "random ()");

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql->str, &error);

  g_assert_no_error (error);
  bind_random (db, stmt, 1, table, column, rand);

  return streek_db_finish (stmt, NULL);
}

static gboolean
try_delete (StreekDb *db, const Table *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "DELETE FROM \"%s\"", table->name);
  append_key_match (sql, table, "random ()");

  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql->str, &error);

  g_assert_no_error (error);

  return streek_db_finish (stmt, NULL);
}

static void
execute (StreekDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  streek_db_execute (db, sql, &error);
  g_assert_no_error (error);
}

/* References are looked at when a command ends: a row that others name cannot go by itself. */
static gboolean
leaves_loose_ends (sqlite3 *handle)
{
  int unresolved, highest;

  g_assert_cmpint (
    sqlite3_db_status (handle, SQLITE_DBSTATUS_DEFERRED_FKS, &unresolved, &highest, FALSE), ==,
    SQLITE_OK);

  return unresolved != 0;
}

static gboolean
try_edit (StreekDb *db, Job *job)
{
  sqlite3 *handle = streek_db_get_handle (db);

  execute (db, "SAVEPOINT attempt");

  gboolean done = job->edit == INSERT   ? try_insert (db, job->table, job->rand)
                  : job->edit == UPDATE ? try_update (db, job->table, job->rand)
                                        : try_delete (db, job->table);

  done = done && sqlite3_changes (handle) == 1 && !leaves_loose_ends (handle);

  if (!done)
    execute (db, "ROLLBACK TO attempt");

  execute (db, "RELEASE attempt");

  return done;
}

static gboolean
edit_rows (StreekDb *db, gpointer data, GError **error)
{
  Job *job = data;

  for (guint i = 0; i < MAX_ATTEMPTS && job->n_done < job->n_rows; i++)
    {
      if (try_edit (db, job))
        job->n_done++;
      else if (job->edit == DELETE && i > 20)
        break;
    }

  return TRUE;
}

static guint
run_edit (StreekStore *store, const Table *table, Edit edit, guint n_rows, GRand *rand)
{
  g_autoptr (GError) error = NULL;
  Job job = { table, edit, rand, n_rows, 0 };

  streek_store_run_command (store, "Edit", NULL, edit_rows, &job, NULL, NULL, &error);
  g_assert_no_error (error);

  return job.n_done;
}

static GPtrArray *
list_tables_of (StreekStore *store, gboolean recorded)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, NULL, &error);

  g_assert_no_error (error);

  return list_tables (streek_reader_get_db (reader), recorded);
}

/* Parents come before children after a few rounds, whatever the names. */
void
store_walk_fill_reference (StreekStore *store, GRand *rand)
{
  g_autoptr (GPtrArray) tables = list_tables_of (store, FALSE);

  for (guint round = 0; round < 4; round++)
    for (guint i = 0; i < tables->len; i++)
      {
        g_autoptr (GError) error = NULL;
        Job job = { g_ptr_array_index (tables, i), INSERT, rand, ROWS_PER_TABLE, 0 };

        streek_store_run_unrecorded (store, edit_rows, &job, NULL, NULL, &error);
        g_assert_no_error (error);
      }
}

/* Every recorded table gets rows, or the walk does not cover it and the test fails. */
static void
fill_tables (StreekStore *store, GPtrArray *tables, GPtrArray *dumps, GRand *rand)
{
  g_autoptr (GHashTable) filled = g_hash_table_new (NULL, NULL);

  for (guint round = 0; round < 6 && g_hash_table_size (filled) < tables->len; round++)
    for (guint i = 0; i < tables->len; i++)
      {
        Table *table = g_ptr_array_index (tables, i);

        if (g_hash_table_contains (filled, table) ||
            run_edit (store, table, INSERT, ROWS_PER_TABLE, rand) == 0)
          continue;

        g_hash_table_add (filled, table);
        g_ptr_array_add (dumps, store_fixture_dump (store));
      }

  for (guint i = 0; i < tables->len; i++)
    {
      Table *table = g_ptr_array_index (tables, i);

      if (!g_hash_table_contains (filled, table))
        g_error ("no random row fits into %s", table->name);
    }
}

static void
edit_tables (StreekStore *store, GPtrArray *tables, GPtrArray *dumps, guint n_edits, GRand *rand)
{
  gint64 n_before = store_fixture_query (store, "SELECT count (*) FROM history");
  gint64 n_wanted = n_before + n_edits;

  for (guint i = 0; n_before < n_wanted; i++)
    {
      Table *table = g_ptr_array_index (tables, i % tables->len);

      g_assert_cmpuint (i, <, 50 * n_edits + 1000);
      run_edit (store, table, g_rand_int_range (rand, INSERT, DELETE + 1),
                g_rand_int_range (rand, 1, 4), rand);

      gint64 n_after = store_fixture_query (store, "SELECT count (*) FROM history");

      if (n_after > n_before)
        g_ptr_array_add (dumps, store_fixture_dump (store));

      n_before = n_after;
    }
}

static void
assert_same (StreekStore *store, GPtrArray *dumps, guint index)
{
  g_autofree char *dump = store_fixture_dump (store);

  g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, index));
}

static void
reopen (StreekStore **store)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup (streek_store_get_path (*store));
  const StreekSchema *schema = streek_store_get_schema (*store);

  g_clear_object (store);
  *store = streek_store_open (path, STREEK_STORE_NONE, schema, NULL, &error);
  g_assert_no_error (error);
}

/* Fills every recorded table, makes @n_edits random edits, undoes and redoes all of it across
 * reopening, and compares the whole content after each step. */
void
store_walk_run (StreekStore **store, guint n_edits, GRand *rand)
{
  g_autoptr (GPtrArray) tables = list_tables_of (*store, TRUE);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  if (tables->len == 0)
    return;

  g_ptr_array_add (dumps, store_fixture_dump (*store));
  fill_tables (*store, tables, dumps, rand);
  edit_tables (*store, tables, dumps, n_edits, rand);
  reopen (store);

  for (guint i = dumps->len - 1; i > 0; i--)
    {
      g_assert_true (streek_store_undo (*store, NULL, &error));
      g_assert_no_error (error);
      assert_same (*store, dumps, i - 1);
    }

  g_assert_false (streek_store_can_undo (*store));
  reopen (store);

  for (guint i = 1; i < dumps->len; i++)
    {
      g_assert_true (streek_store_redo (*store, NULL, &error));
      g_assert_no_error (error);
      assert_same (*store, dumps, i);
    }

  g_assert_false (streek_store_can_redo (*store));
}
