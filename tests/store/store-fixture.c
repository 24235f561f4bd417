/* store-fixture.c: a folder of its own, a small schema with recorded and reference tables */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

static const char own_tables[] =
  "CREATE TABLE theme (id INTEGER PRIMARY KEY, title TEXT NOT NULL, rank REAL) STRICT;"
  "CREATE TABLE goal (id INTEGER PRIMARY KEY, theme_id INTEGER NOT NULL REFERENCES theme (id),"
  " title TEXT NOT NULL CHECK (title <> ''), share REAL, image BLOB,"
  " done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))) STRICT;"
  "CREATE TABLE membership (code TEXT NOT NULL REFERENCES ref_area (code),"
  " valid_from INTEGER NOT NULL, note TEXT, PRIMARY KEY (code, valid_from)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE ref_area (code TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, shape BLOB) STRICT;"
  "CREATE TABLE ref_part (code TEXT NOT NULL REFERENCES ref_area (code), unit INTEGER NOT NULL,"
  " share REAL, PRIMARY KEY (code, unit)) STRICT;";

static char *
read_first_migration (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("STREEK_SOURCE_ROOT"), "data", "sql", "001-store.sql", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

/* The fixture's schema with one more migration, or without for %NULL. */
StreekSchema *
store_fixture_extend_schema (const char *migration)
{
  g_autofree char *first = read_first_migration ();
  const char *const migrations[] = { first, own_tables, migration, NULL };

  return streek_schema_new (migrations);
}

void
store_fixture_set_up (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("streek-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.streek", NULL);
  fixture->schema = store_fixture_extend_schema (NULL);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }

  g_rmdir (folder);
}

void
store_fixture_tear_down (StoreFixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  streek_schema_free (fixture->schema);
}

/* Runs the tests with a folder of their own in place of one of the person's, as @variable names it.
 * GLib's own way leaks, and the leak checker would not hear of the rest. */
int
store_fixture_run_isolated (const char *variable)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("streek-own-XXXXXX", &error);

  g_assert_no_error (error);
  g_setenv (variable, folder, TRUE);

  int status = g_test_run ();

  remove_folder (folder);

  return status;
}

char *
store_fixture_path (StoreFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

/* A workspace with two reference areas and nothing else. */
void
store_fixture_create (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  streek_store_create (fixture->path, fixture->schema, 0, NULL, &error);
  g_assert_no_error (error);
  store_fixture_spoil (fixture->path,
                       "INSERT INTO ref_area VALUES ('34022', 'Kortrijk', x'0102'),"
                       " ('37015', 'Tielt', x'03');"
                       "INSERT INTO ref_part VALUES ('34022', 1, 1.0), ('37015', 2, 0.5);"
                       "INSERT INTO store_meta VALUES ('reference_version', '2025.1')");
}

StreekStore *
store_fixture_open (StoreFixture *fixture, StreekStoreFlags flags)
{
  g_autoptr (GError) error = NULL;
  StreekStore *store = streek_store_open (fixture->path, flags, fixture->schema, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);

  return store;
}

static gboolean
execute (StreekDb *db, gpointer data, GError **error)
{
  return streek_db_execute (db, data, error);
}

gboolean
store_fixture_try (StreekStore *store, const char *message_id, const char *sql, GError **error)
{
  return streek_store_run_command (store, message_id, NULL, execute, (gpointer) sql, NULL, NULL,
                                   error);
}

/* Runs @sql as one command. */
void
store_fixture_run (StreekStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;

  store_fixture_try (store, "Change", sql, &error);
  g_assert_no_error (error);
}

gint64
store_fixture_query (StreekStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, NULL, &error);
  gint64 value = 0;

  g_assert_no_error (error);
  streek_db_query_int64 (streek_reader_get_db (reader), sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
dump_table (StreekDb *db, const char *table, GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (db, sql, &error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  StreekStep step;

  g_assert_no_error (error);

  while ((step = streek_db_step (stmt, &error)) == STREEK_STEP_ROW)
    {
      GString *row = g_string_new (table);

      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        {
          int type = sqlite3_column_type (stmt, i);
          g_autofree char *hash = g_compute_checksum_for_data (
            G_CHECKSUM_MD5, sqlite3_column_blob (stmt, i), sqlite3_column_bytes (stmt, i));

          g_string_append_printf (row, "|%d:%s", type,
                                  type == SQLITE_BLOB ? hash : streek_db_peek_text (stmt, i));
        }

      g_ptr_array_add (rows, g_string_free (row, FALSE));
    }

  g_assert_no_error (error);
  g_ptr_array_sort (rows, compare_rows);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (rows, i));
}

/* Every table but the store's own, row by row, in an order that does not depend on rowids. */
char *
store_fixture_dump (StreekStore *store)
{
  static const char sql[] = "SELECT name FROM sqlite_schema WHERE type = 'table'"
                            " AND name NOT IN ('history', 'store_meta') ORDER BY name";
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, NULL, &error);
  g_autoptr (sqlite3_stmt) stmt = streek_db_prepare (streek_reader_get_db (reader), sql, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);

  while (streek_db_step (stmt, &error) == STREEK_STEP_ROW)
    dump_table (streek_reader_get_db (reader), streek_db_peek_text (stmt, 0), text);

  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

/* Writes behind the store's back, as another program would. */
void
store_fixture_spoil (const char *path, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekDb) db = streek_db_open (path, STREEK_DB_WRITABLE, &error);

  g_assert_no_error (error);
  streek_db_execute (db, sql, &error);
  g_assert_no_error (error);
}

char *
store_fixture_read_file (const char *path, gsize *size)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, size, &error);
  g_assert_no_error (error);

  return content;
}
