/* test-schema.c: what a recorded table may not have */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/streek-schema.h"

#include <string.h>

static void
test_recorded_by_name (void)
{
  const char *recorded[] = { "theme", "reference", "goal", "drawing", "viewer", "storey" };
  const char *not_recorded[] = { "ref_area",        "store_meta", "history",    "search_text",
                                 "search_text_idx", "draft",      "view_state", "sqlite_stat1" };

  for (gsize i = 0; i < G_N_ELEMENTS (recorded); i++)
    g_assert_true (streek_schema_is_recorded (recorded[i]));

  for (gsize i = 0; i < G_N_ELEMENTS (not_recorded); i++)
    g_assert_false (streek_schema_is_recorded (not_recorded[i]));
}

/* Each was tried on SQLite 3.40: recorded wrongly, or not at all. */
static void
test_faults_are_named (void)
{
  const struct
  {
    const char *sql;
    const char *fault;
  } cases[] = {
    { "CREATE TABLE t (id INTEGER PRIMARY KEY)", "t: is not STRICT" },
    { "CREATE TABLE t (id INTEGER) STRICT", "t: has no primary key" },
    { "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER AS (id + 1)) STRICT",
      "t: generated column a" },
    { "CREATE TABLE t (id INTEGER PRIMARY KEY, up INTEGER REFERENCES t (id) ON DELETE CASCADE)"
      " STRICT",
      "t: foreign-key action on up" },
    { "CREATE TABLE t (id INTEGER PRIMARY KEY) STRICT;"
      "CREATE TRIGGER x AFTER INSERT ON t BEGIN DELETE FROM t; END",
      "t: trigger x" },
    { "CREATE TABLE t (id INTEGER PRIMARY KEY, rank REAL UNIQUE) STRICT",
      "t: unique index over rank" },
    { "CREATE TABLE t (id INTEGER PRIMARY KEY, title TEXT UNIQUE) STRICT", NULL },
    { "CREATE TABLE ref_t (id INTEGER)", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const migrations[] = { cases[i].sql, NULL };
      g_autoptr (StreekSchema) schema = streek_schema_new (migrations);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) faults = streek_schema_list_faults (schema, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (faults->len, ==, cases[i].fault != NULL ? 1 : 0);

      if (cases[i].fault != NULL)
        g_assert_cmpstr (g_ptr_array_index (faults, 0), ==, cases[i].fault);
    }
}

static void
test_differences_are_named (void)
{
  const char *const wanted[] = { "CREATE TABLE a (x); CREATE TABLE b (x)", NULL };
  const char *const found[] = { "CREATE  TABLE a\t(x); CREATE TABLE b (x, y); CREATE TABLE c (z)",
                                NULL };
  g_autoptr (StreekSchema) schema = streek_schema_new (wanted);
  g_autoptr (StreekSchema) other = streek_schema_new (found);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekDb) db = streek_db_open_memory (&error);

  g_assert_true (streek_schema_migrate (other, db, 0, 1, &error));

  g_autoptr (GPtrArray) names = streek_schema_list_differences (schema, db, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (names, 0), ==, "table b");
  g_assert_cmpstr (g_ptr_array_index (names, 1), ==, "table c");
  g_assert_false (streek_schema_check (schema, db, 1, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_FOREIGN);
}

/* A digest belongs to what its migrations make; where a migration was changed before its release,
 * the message of the failure holds the new one. A version without one costs every opening the run
 * of all migrations in memory. */
static void
test_shipped_digests (void)
{
  const StreekSchema *schema = streek_schema_get_default ();
  const int newest = streek_schema_get_version (schema);

  for (int version = 1; version <= newest; version++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *digest = streek_schema_make_digest (schema, version, &error);
      const char *shipped = streek_schema_get_shipped_digest (version);

      g_assert_no_error (error);

      g_test_message ("version %d", version);
      g_assert_cmpstr (digest, ==, shipped);
    }

  g_assert_null (streek_schema_get_shipped_digest (0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/schema/recorded-by-name", test_recorded_by_name);
  g_test_add_func ("/store/schema/faults-are-named", test_faults_are_named);
  g_test_add_func ("/store/schema/shipped-digests", test_shipped_digests);
  g_test_add_func ("/store/schema/differences-are-named", test_differences_are_named);

  return g_test_run ();
}
