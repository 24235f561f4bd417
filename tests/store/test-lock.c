/* test-lock.c: one writer at a time, who it is, and what a crash leaves */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-child.h"
#include "store-fixture.h"

#include "store/streek-lock.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

/* Opens for writing, says so, and holds the file until its input ends. */
static int
play_holder (const char *path)
{
  g_autoptr (StreekSchema) schema = store_fixture_extend_schema (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekStore) store = streek_store_open (path, STREEK_STORE_NONE, schema, NULL, &error);

  g_assert_no_error (error);
  store_fixture_run (store, "INSERT INTO theme VALUES (1, 'Wonen', 1)");
  g_print ("reason %d\n", streek_store_get_read_only_reason (store));
  getchar ();
  store_fixture_run (store, "INSERT INTO theme VALUES (2, 'Zorg', 2)");

  return 0;
}

static GSubprocess *
start_holder (StoreFixture *fixture)
{
  GSubprocess *child = store_child_start ("holder", fixture->path);
  g_autofree char *line = store_child_read_line (child);

  g_assert_cmpstr (line, ==, "reason 0");

  return child;
}

static void
end_holder (GSubprocess *child)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_close (g_subprocess_get_stdin_pipe (child), NULL, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (child, NULL, &error);
  g_assert_no_error (error);
}

static void
test_second_process_reads (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_create (fixture);

  g_autoptr (GSubprocess) child = start_holder (fixture);
  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);
  g_autofree char *sentence = streek_store_dup_read_only_sentence (store);

  g_assert_cmpint (streek_store_get_read_only_reason (store), ==, STREEK_STORE_READ_ONLY_HELD);
  g_assert_nonnull (strstr (sentence, streek_store_get_holder (store)));
  g_assert_true (g_str_equal (streek_store_get_holder (store), g_get_real_name ()) ||
                 g_str_equal (streek_store_get_holder (store), g_get_user_name ()));
  g_assert_false (store_fixture_try (store, "Try", "DELETE FROM theme", &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_READ_ONLY);

  /* It sees what the other commits. */
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM theme"), ==, 1);
  end_holder (child);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM theme"), ==, 2);

  /* Whoever copies the file now copies all of it. */
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  GStatBuf info;

  g_assert_true (g_stat (wal, &info) != 0 || info.st_size == 0);
}

static void
test_writer_waits_then_gives_up (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_create (fixture);

  g_autoptr (GSubprocess) child = start_holder (fixture);
  gint64 begin = g_get_monotonic_time ();

  g_assert_null (
    streek_store_open (fixture->path, STREEK_STORE_WAIT, fixture->schema, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_BUSY);

  double waited_s = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;

  g_assert_cmpfloat (waited_s, >, 4.5);
  g_assert_cmpfloat (waited_s, <, 15.0);
  end_holder (child);
}

static gpointer
end_holder_soon (gpointer data)
{
  g_usleep (G_USEC_PER_SEC / 3);
  end_holder (data);

  return NULL;
}

static void
test_waiting_writer_gets_its_turn (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_create (fixture);

  g_autoptr (GSubprocess) child = start_holder (fixture);
  GThread *thread = g_thread_new ("end", end_holder_soon, child);
  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_WAIT);

  g_thread_join (thread);
  g_assert_false (streek_store_is_read_only (store));
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM theme"), ==, 2);
  store_fixture_run (store, "DELETE FROM theme WHERE id = 1");
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (G_USEC_PER_SEC / 5);
  g_cancellable_cancel (data);

  return NULL;
}

static void
test_waiting_can_be_cancelled (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  store_fixture_create (fixture);

  g_autoptr (GSubprocess) child = start_holder (fixture);
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_null (
    streek_store_open (fixture->path, STREEK_STORE_WAIT, fixture->schema, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  end_holder (child);
}

static void
test_crash_leaves_a_free_lock (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *lock = streek_lock_dup_path (fixture->path);

  store_fixture_create (fixture);

  g_autoptr (GSubprocess) child = start_holder (fixture);

  g_subprocess_send_signal (child, SIGKILL);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));

  StreekStore *store = store_fixture_open (fixture, STREEK_STORE_NONE);

  g_assert_false (streek_store_is_read_only (store));
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM theme"), ==, 1);
  g_object_unref (store);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

/* A lock file is read by its lock, not by what stands in it. */
static void
test_strange_content (StoreFixture *fixture, gconstpointer data)
{
  const char *contents[] = { "", "\n\n\n", "An\nelders\n1\n", "\xff\xfe\n\xff\n-1\n", "x" };
  g_autofree char *lock = streek_lock_dup_path (fixture->path);

  store_fixture_create (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_true (g_file_set_contents (lock, contents[i], -1, NULL));

      g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

      g_assert_false (streek_store_is_read_only (store));
    }
}

static void
test_twice_in_one_process (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *lock = streek_lock_dup_path (fixture->path);

  store_fixture_create (fixture);

  StreekStore *first = store_fixture_open (fixture, STREEK_STORE_NONE);
  StreekStore *second = store_fixture_open (fixture, STREEK_STORE_NONE);

  g_assert_cmpint (streek_store_get_read_only_reason (second), ==, STREEK_STORE_READ_ONLY_HELD);
  g_object_unref (second);

  /* Closing the second one drops none of the first one's locks. */
  g_autoptr (GSubprocess) child = store_child_start ("barred", fixture->path);
  g_autofree char *line = store_child_read_line (child);

  g_assert_cmpstr (line, ==, "reason 3");
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  store_fixture_run (first, "INSERT INTO theme VALUES (1, 'Wonen', 1)");
  g_object_unref (first);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

static int
play_barred (const char *path)
{
  g_autoptr (StreekSchema) schema = store_fixture_extend_schema (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekStore) store = streek_store_open (path, STREEK_STORE_NONE, schema, NULL, &error);

  g_assert_no_error (error);
  g_print ("reason %d\n", streek_store_get_read_only_reason (store));

  return 0;
}

int
main (int argc, char **argv)
{
  static const StoreChildRole roles[] = { { "holder", play_holder }, { "barred", play_barred } };
  int status;

  if (store_child_run (argc, argv, roles, G_N_ELEMENTS (roles), &status))
    return status;

  g_test_init (&argc, &argv, NULL);

  STORE_FIXTURE_ADD ("/store/lock/second-process-reads", test_second_process_reads);
  STORE_FIXTURE_ADD ("/store/lock/writer-waits-then-gives-up", test_writer_waits_then_gives_up);
  STORE_FIXTURE_ADD ("/store/lock/waiting-writer-gets-its-turn", test_waiting_writer_gets_its_turn);
  STORE_FIXTURE_ADD ("/store/lock/waiting-can-be-cancelled", test_waiting_can_be_cancelled);
  STORE_FIXTURE_ADD ("/store/lock/crash-leaves-a-free-lock", test_crash_leaves_a_free_lock);
  STORE_FIXTURE_ADD ("/store/lock/strange-content", test_strange_content);
  STORE_FIXTURE_ADD ("/store/lock/twice-in-one-process", test_twice_in_one_process);

  return g_test_run ();
}
