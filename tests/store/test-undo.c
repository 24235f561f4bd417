/* test-undo.c: commands, their history, undo and redo */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "store/streek-message.h"

#include <string.h>

static const char add_theme[] = "INSERT INTO theme VALUES (1, 'Wonen', 1.0)";

static gboolean
execute (StreekDb *db, gpointer data, GError **error)
{
  return streek_db_execute (db, data, error);
}

static void
undo (StreekStore *store)
{
  g_autoptr (GError) error = NULL;

  streek_store_undo (store, NULL, &error);
  g_assert_no_error (error);
}

static void
redo (StreekStore *store)
{
  g_autoptr (GError) error = NULL;

  streek_store_redo (store, NULL, &error);
  g_assert_no_error (error);
}

static void
test_survives_reopening (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);
  g_autofree char *empty = store_fixture_dump (store);

  g_assert_false (streek_store_can_undo (store));
  store_fixture_run (store, add_theme);
  store_fixture_run (store, "UPDATE theme SET title = 'Werken'");

  g_autofree char *full = store_fixture_dump (store);

  g_clear_object (&store);
  store = store_fixture_open (fixture, STREEK_STORE_NONE);
  g_assert_true (streek_store_can_undo (store));
  g_assert_false (streek_store_can_redo (store));
  undo (store);
  g_clear_object (&store);
  store = store_fixture_open (fixture, STREEK_STORE_NONE);
  g_assert_true (streek_store_can_redo (store));
  g_assert_cmpint (store_fixture_query (store, "SELECT title = 'Wonen' FROM theme"), ==, 1);
  undo (store);

  g_autofree char *undone = store_fixture_dump (store);

  g_assert_cmpstr (undone, ==, empty);
  g_assert_false (streek_store_can_undo (store));
  redo (store);
  g_clear_object (&store);
  store = store_fixture_open (fixture, STREEK_STORE_NONE);
  redo (store);

  g_autofree char *redone = store_fixture_dump (store);

  g_assert_cmpstr (redone, ==, full);
}

static void
test_ends_in_words (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  g_assert_false (streek_store_undo (store, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_UNDO_ENDS);
  g_clear_error (&error);
  g_assert_false (streek_store_redo (store, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_UNDO_ENDS);
}

static void
test_new_command_clears_redo (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  store_fixture_run (store, add_theme);
  undo (store);
  g_assert_true (streek_store_can_redo (store));
  store_fixture_run (store, "INSERT INTO theme VALUES (2, 'Zorg', 2.0)");
  g_assert_false (streek_store_can_redo (store));
  g_assert_false (streek_store_redo (store, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_UNDO_ENDS);

  /* Numbers of the office go on: 1 was given to what was undone and dropped. */
  g_assert_cmpint (store_fixture_query (store, "SELECT office_sequence FROM history"), ==, 2);
}

static void
test_message_is_filled_in (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  g_assert_null (streek_store_dup_undo_message (store));
  g_assert_true (store_fixture_try (store, "Rename %1$s to 100%%", add_theme, &error));

  g_autofree char *without = streek_store_dup_undo_message (store);

  g_assert_cmpstr (without, ==, "Rename  to 100%");
}

static void
test_failing_command_leaves_nothing (StoreFixture *fixture, gconstpointer data)
{
  static const char *const failing[] = {
    "INSERT INTO theme VALUES (2, 'Zorg', 2.0); INSERT INTO theme VALUES (1, 'Dubbel', 2.0)",
    "UPDATE theme SET title = 'x'; INSERT INTO goal VALUES (1, 99, 'wees', NULL, NULL, 0)",
    "DELETE FROM theme; INSERT INTO goal VALUES (1, 1, '', NULL, NULL, 0)",
    "UPDATE theme SET title = 'x'; this is not SQL",
  };

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  store_fixture_run (store, add_theme);

  g_autofree char *before = store_fixture_dump (store);

  for (gsize i = 0; i < G_N_ELEMENTS (failing); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (store_fixture_try (store, "Fail", failing[i], &error));
      g_assert_nonnull (error);

      g_autofree char *after = store_fixture_dump (store);

      g_assert_cmpstr (after, ==, before);
    }

  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM history"), ==, 1);
  store_fixture_run (store, "UPDATE theme SET title = 'Nog altijd'");
}

static void
test_nothing_changed_leaves_no_mark (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  store_fixture_run (store, "UPDATE theme SET title = title");
  store_fixture_run (store, "INSERT INTO theme VALUES (5, 'kort', 1); DELETE FROM theme");
  g_assert_false (streek_store_can_undo (store));
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM history"), ==, 0);
}

static void
test_message_takes_arguments (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  g_assert_true (streek_store_run_command (store, "Correct %2$s for %1$s, %3$d times",
                                           g_variant_new ("(ssi)", "it's %s", "Kortrijk", 3),
                                           execute, (gpointer) add_theme, NULL, NULL, &error));
  g_clear_object (&store);
  store = store_fixture_open (fixture, STREEK_STORE_NONE);

  g_autofree char *message = streek_store_dup_undo_message (store);

  g_assert_cmpstr (message, ==, "Correct Kortrijk for it's %s, 3 times");
}

/* Both come out of a file, so anything can stand there. */
static void
test_message_survives_anything (void)
{
  const struct
  {
    const char *id;
    const char *args;
    const char *expected;
  } cases[] = {
    { "", NULL, "" },
    { "%", NULL, "" },
    { "%n%n%s", NULL, "" },
    { "a %s b", "('x',)", "a x b" },
    { "%5.1f %s", "('x',)", "x " },
    { "%9$s|%99$s|%0$s", "('x',)", "||" },
    { "%s", "'no tuple'", "" },
    { "%s %s", "(true, [1, 2])", "true [1, 2]" },
    { "50 %%", NULL, "50 %" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GVariant) args =
        cases[i].args != NULL ? g_variant_parse (NULL, cases[i].args, NULL, NULL, NULL) : NULL;
      g_autofree char *message = streek_message_format (cases[i].id, args);

      g_assert_cmpstr (message, ==, cases[i].expected);
    }
}

static void
assert_conflict (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);
  g_autofree char *before = store_fixture_dump (store);

  g_assert_false (streek_store_undo (store, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_CONFLICT);

  g_autofree char *after = store_fixture_dump (store);

  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM history WHERE undone"), ==,
                   0);
}

static void
test_conflict_changes_nothing (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_create (fixture);

  StreekStore *store = store_fixture_open (fixture, STREEK_STORE_NONE);

  store_fixture_run (store, "INSERT INTO theme VALUES (1, 'Wonen', 1), (2, 'Zorg', 2)");
  g_object_unref (store);

  /* Another row, another value, and a row that leans on what would go. */
  store_fixture_spoil (fixture->path, "UPDATE theme SET title = 'Werken' WHERE id = 2");
  assert_conflict (fixture);
  store_fixture_spoil (fixture->path, "DELETE FROM theme WHERE id = 2");
  assert_conflict (fixture);
  store_fixture_spoil (fixture->path, "INSERT INTO theme VALUES (2, 'Zorg', 2);"
                                      "INSERT INTO goal VALUES (1, 1, 'Doel', NULL, NULL, 0)");
  assert_conflict (fixture);
  store_fixture_spoil (fixture->path, "DELETE FROM goal");

  store = store_fixture_open (fixture, STREEK_STORE_NONE);
  undo (store);
  g_object_unref (store);
}

/* Writes another table's name of the same length into the changeset of the only action. */
static void
rename_in_changeset (StoreFixture *fixture, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekDb) db = streek_db_open (fixture->path, STREEK_DB_WRITABLE, &error);
  g_autoptr (sqlite3_stmt) query = streek_db_prepare (db, "SELECT changeset FROM history", &error);
  g_autoptr (sqlite3_stmt) update =
    streek_db_prepare (db, "UPDATE history SET changeset = ?1", &error);

  g_assert_no_error (error);
  g_assert_cmpint (streek_db_step (query, &error), ==, STREEK_STEP_ROW);

  int size = sqlite3_column_bytes (query, 0);
  g_autofree char *bytes = g_memdup2 (sqlite3_column_blob (query, 0), size);
  char *place = memmem (bytes, size, from, strlen (from));

  g_assert_nonnull (place);
  memcpy (place, to, strlen (to));
  sqlite3_reset (query);
  sqlite3_bind_blob (update, 1, bytes, size, SQLITE_STATIC);
  g_assert_true (streek_db_finish (update, &error));
}

/* SQLite alone would say that all went well and do nothing; or write where nobody may. */
static void
test_tables_are_compared (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_create (fixture);

  StreekStore *store = store_fixture_open (fixture, STREEK_STORE_NONE);

  store_fixture_run (store, add_theme);
  g_object_unref (store);
  rename_in_changeset (fixture, "theme", "thema");
  assert_conflict (fixture);
  rename_in_changeset (fixture, "thema", "draft");
  assert_conflict (fixture);
  rename_in_changeset (fixture, "draft", "theme");

  store = store_fixture_open (fixture, STREEK_STORE_NONE);
  undo (store);
  g_object_unref (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_FIXTURE_ADD ("/store/undo/survives-reopening", test_survives_reopening);
  STORE_FIXTURE_ADD ("/store/undo/ends-in-words", test_ends_in_words);
  STORE_FIXTURE_ADD ("/store/undo/new-command-clears-redo", test_new_command_clears_redo);
  STORE_FIXTURE_ADD ("/store/undo/message-is-filled-in", test_message_is_filled_in);
  STORE_FIXTURE_ADD ("/store/undo/failing-command-leaves-nothing",
                     test_failing_command_leaves_nothing);
  STORE_FIXTURE_ADD ("/store/undo/nothing-changed-leaves-no-mark",
                     test_nothing_changed_leaves_no_mark);
  STORE_FIXTURE_ADD ("/store/undo/message-takes-arguments", test_message_takes_arguments);
  STORE_FIXTURE_ADD ("/store/undo/conflict-changes-nothing", test_conflict_changes_nothing);
  STORE_FIXTURE_ADD ("/store/undo/tables-are-compared", test_tables_are_compared);
  g_test_add_func ("/store/message/survives-anything", test_message_survives_anything);

  return g_test_run ();
}
