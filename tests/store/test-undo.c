/* test-undo.c: commands, their history, undo and redo */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <libglib-testing/signal-logger.h>

static const char add_theme[] = "INSERT INTO theme VALUES (1, 'Wonen', 1.0)";

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

  return g_test_run ();
}
