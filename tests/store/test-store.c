/* test-store.c: threads: signals, asynchronous calls, readers on loan */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <libglib-testing/signal-logger.h>
#include <string.h>

static const char add_theme[] = "INSERT INTO theme VALUES (1, 'Wonen', 1)";

static void
drain_main_context (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
on_changed_cb (StreekStore *store, char **tables, gpointer user_data)
{
  GString *log = user_data;
  g_autofree char *joined = g_strjoinv (",", tables);

  g_string_append_printf (log, "%s;", joined);
}

static void
assert_changed (GtSignalLogger *logger, StreekStore *store, const char *expected)
{
  g_auto (GStrv) tables = NULL;

  gt_signal_logger_assert_emission_pop (logger, store, "changed", &tables);

  g_autofree char *joined = g_strjoinv (",", tables);

  g_assert_cmpstr (joined, ==, expected);
}

static void
assert_silence (GtSignalLogger *logger)
{
  drain_main_context ();
  gt_signal_logger_assert_no_emissions (logger);
}

static void
test_signals (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GtSignalLogger) logger = gt_signal_logger_new ();

  store_fixture_create (fixture);

  StreekStore *store = store_fixture_open (fixture, STREEK_STORE_NONE);

  gt_signal_logger_connect (logger, store, "changed");
  gt_signal_logger_connect (logger, store, "notify");
  assert_silence (logger);

  store_fixture_run (store, add_theme);
  drain_main_context ();
  gt_signal_logger_assert_notify_emission_pop (logger, store, "can-undo");
  assert_changed (logger, store, "theme");
  assert_silence (logger);

  /* It could be undone before, too: nothing to notify. */
  store_fixture_run (store, "INSERT INTO goal VALUES (1, 1, 'Doel', NULL, NULL, 0);"
                            "UPDATE theme SET rank = 3");
  drain_main_context ();
  assert_changed (logger, store, "goal,theme");
  assert_silence (logger);

  g_assert_true (streek_store_undo (store, NULL, NULL));
  drain_main_context ();
  gt_signal_logger_assert_notify_emission_pop (logger, store, "can-redo");
  assert_changed (logger, store, "goal,theme");

  g_assert_true (streek_store_undo (store, NULL, NULL));
  drain_main_context ();
  gt_signal_logger_assert_notify_emission_pop (logger, store, "can-undo");
  g_assert_false (streek_store_can_undo (store));
  assert_changed (logger, store, "theme");

  g_assert_true (streek_store_redo (store, NULL, NULL));
  drain_main_context ();
  gt_signal_logger_assert_notify_emission_pop (logger, store, "can-undo");
  g_assert_true (streek_store_can_undo (store));
  assert_changed (logger, store, "theme");

  store_fixture_run (store, "DELETE FROM theme");
  drain_main_context ();
  gt_signal_logger_assert_notify_emission_pop (logger, store, "can-redo");
  g_assert_false (streek_store_can_redo (store));
  assert_changed (logger, store, "theme");

  /* Nothing written, nothing heard; nor of what was rolled back. */
  store_fixture_run (store, "SELECT 1");
  assert_silence (logger);
  g_assert_false (store_fixture_try (store, "Fail", "DELETE FROM theme; x", NULL));
  assert_silence (logger);

  g_assert_finalize_object (store);
}

/* A signal on its way does not keep a store alive, nor meet a dead one. */
static void
test_signal_after_the_end (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_create (fixture);

  StreekStore *store = store_fixture_open (fixture, STREEK_STORE_NONE);

  store_fixture_run (store, add_theme);
  g_assert_finalize_object (store);
  drain_main_context ();
}

static gboolean
execute (StreekDb *db, gpointer data, GError **error)
{
  return streek_db_execute (db, data, error);
}

typedef struct
{
  GString *log;
  guint n_waiting;
} Async;

static void
on_run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  Async *async = user_data;
  gboolean done = streek_store_run_command_finish (STREEK_STORE (source), result, &error);

  g_string_append_printf (async->log, "%s;", done ? "done" : "failed");
  g_assert_true (done == (error == NULL));
  async->n_waiting--;
}

static void
wait_for (Async *async)
{
  while (async->n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_asynchronous (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) log = g_string_new (NULL);
  Async async = { log, 4 };

  store_fixture_create (fixture);

  StreekStore *store = store_fixture_open (fixture, STREEK_STORE_NONE);

  g_signal_connect (store, "changed", G_CALLBACK (on_changed_cb), log);
  streek_store_run_command_async (store, "Add", NULL, execute, g_strdup (add_theme), g_free, NULL,
                                  on_run_cb, &async);
  streek_store_run_command_async (store, "Add", NULL, execute, g_strdup (add_theme), g_free, NULL,
                                  on_run_cb, &async);
  streek_store_undo_async (store, NULL, on_run_cb, &async);
  streek_store_redo_async (store, NULL, on_run_cb, &async);
  wait_for (&async);

  /* In the order of the calls, and the change is heard before the answer. */
  g_assert_cmpstr (log->str, ==, "theme;done;failed;theme;done;theme;done;");
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM theme"), ==, 1);
  g_assert_finalize_object (store);
}

static void
test_asynchronous_on_read_only (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) log = g_string_new (NULL);
  Async async = { log, 1 };

  store_fixture_create (fixture);

  StreekStore *store = store_fixture_open (fixture, STREEK_STORE_READ_ONLY);

  streek_store_run_command_async (store, "Add", NULL, execute, g_strdup (add_theme), g_free, NULL,
                                  on_run_cb, &async);
  wait_for (&async);
  g_assert_cmpstr (log->str, ==, "failed;");
  g_assert_finalize_object (store);
}

static void
test_unrecorded (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  g_assert_true (streek_store_run_unrecorded (
    store, execute, "INSERT INTO view_state VALUES ('context', 'RESOC')", NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (streek_store_can_undo (store));

  /* What can be undone cannot be changed behind undo's back. */
  g_assert_false (
    streek_store_run_unrecorded (store, execute, (gpointer) add_theme, NULL, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_FAILED);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM theme"), ==, 0);

  /* In one command with recorded tables they stay as they are when it is undone. */
  store_fixture_run (store, "INSERT INTO theme VALUES (1, 'Wonen', 1);"
                            "INSERT INTO draft VALUES ('form', '{}', 0)");
  g_assert_true (streek_store_undo (store, NULL, NULL));
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM draft"), ==, 1);
}

static void
test_reader_sees_one_moment (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 n;

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);
  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, NULL, &error);

  g_assert_no_error (error);

  StreekDb *db = streek_reader_get_db (reader);

  g_assert_true (streek_db_query_int64 (db, "SELECT count (*) FROM theme", &n, &error));
  store_fixture_run (store, add_theme);
  g_assert_true (streek_db_query_int64 (db, "SELECT count (*) FROM theme", &n, &error));
  g_assert_cmpint (n, ==, 0);
  g_assert_false (streek_db_execute (db, "DELETE FROM ref_area", &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_READ_ONLY);

  /* Returned and borrowed again it sees the newest. */
  g_clear_pointer (&reader, streek_store_return_reader);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM theme"), ==, 1);
}

static gpointer
read_endlessly (gpointer data)
{
  g_autoptr (GError) error = NULL;
  StreekReader *reader = data;
  gint64 n;

  g_assert_false (
    streek_db_query_int64 (streek_reader_get_db (reader),
                           "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                           " SELECT count (*) FROM n",
                           &n, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  streek_store_return_reader (reader);

  return NULL;
}

static void
test_closing_ends_readers (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);
  StreekReader *reader = streek_store_borrow_reader (store, NULL, &error);
  GThread *thread = g_thread_new ("read", read_endlessly, reader);

  g_usleep (50000);
  streek_store_close (store);
  g_thread_join (thread);

  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);

  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

static gpointer
read_sums (gpointer data)
{
  for (int i = 0; i < 200; i++)
    g_assert_cmpint (store_fixture_query (data, "SELECT (SELECT count (*) FROM theme)"
                                                " - (SELECT count (*) FROM goal)"),
                     ==, 0);

  return NULL;
}

static void
test_many_threads (StoreFixture *fixture, gconstpointer data)
{
  GThread *threads[4];

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_sums, store);

  for (int i = 1; i <= 100; i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("INSERT INTO theme VALUES (%1$d, 'thema', 1);"
                         "INSERT INTO goal (theme_id, title) VALUES (%1$d, 'doel')",
                         i);

      store_fixture_run (store, sql);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_random_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++)
    {
      gint64 id = streek_store_random_id ();

      g_assert_cmpint (id, >, 0);
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_FIXTURE_ADD ("/store/signals/told-once", test_signals);
  STORE_FIXTURE_ADD ("/store/signals/after-the-end", test_signal_after_the_end);
  STORE_FIXTURE_ADD ("/store/asynchronous/in-order", test_asynchronous);
  STORE_FIXTURE_ADD ("/store/asynchronous/on-read-only", test_asynchronous_on_read_only);
  STORE_FIXTURE_ADD ("/store/unrecorded/leaves-undo-alone", test_unrecorded);
  STORE_FIXTURE_ADD ("/store/reader/sees-one-moment", test_reader_sees_one_moment);
  STORE_FIXTURE_ADD ("/store/reader/ended-by-closing", test_closing_ends_readers);
  STORE_FIXTURE_ADD ("/store/reader/many-threads", test_many_threads);
  g_test_add_func ("/store/random-ids", test_random_ids);

  return g_test_run ();
}
