/* test-faults.c: killed in the middle, a full disk, a damaged file, a cancelled command */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-child.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#define KILLS 12

/* Each command writes one theme and three goals, so half a command can be told from a whole one. */
static char *
write_command (gint64 number)
{
  g_autofree char *filler = g_strnfill (500, 'x');

  return g_strdup_printf ("INSERT INTO theme VALUES (%1$" G_GINT64_FORMAT ", 'thema', 1);"
                          "INSERT INTO goal (theme_id, title) VALUES"
                          " (%1$" G_GINT64_FORMAT ", '%2$s'), (%1$" G_GINT64_FORMAT ", '%2$s'),"
                          " (%1$" G_GINT64_FORMAT ", '%2$s')",
                          number, filler);
}

static int
commit_until_killed (const char *path, StreekStoreFlags flags)
{
  g_autoptr (StreekSchema) schema = store_fixture_extend_schema (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekStore) store = streek_store_open (path, flags, schema, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (streek_store_is_read_only (store));

  gint64 number = store_fixture_query (store, "SELECT coalesce (max (id), 0) FROM theme");

  for (guint i = 1;; i++)
    {
      g_autofree char *sql = write_command (number + 1);

      /* Every fifth is undone and done again: undo is a write that may be cut off too. */
      store_fixture_run (store, sql);

      if (i % 5 == 0)
        {
          g_assert_true (streek_store_undo (store, NULL, NULL));
          g_assert_true (streek_store_redo (store, NULL, NULL));
        }

      number++;
      g_print ("%" G_GINT64_FORMAT "\n", number);
    }

  return 0;
}

static int
play_wal (const char *path)
{
  return commit_until_killed (path, STREEK_STORE_NONE);
}

static int
play_rollback (const char *path)
{
  return commit_until_killed (path, STREEK_STORE_ROLLBACK);
}

/* Lets it work for a while, kills it, and tells the last number it said was on the disk. */
static gint64
kill_in_the_middle (const char *role, const char *path, gulong delay_us)
{
  g_autoptr (GSubprocess) child = store_child_start (role, path);
  g_autofree char *line = store_child_read_line (child);
  gint64 last = g_ascii_strtoll (line, NULL, 10);

  g_usleep (delay_us);
  g_subprocess_send_signal (child, SIGKILL);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));

  while (TRUE)
    {
      g_autofree char *next = store_child_read_line (child);

      if (next == NULL)
        return last;

      last = g_ascii_strtoll (next, NULL, 10);
    }
}

/* All that was said is there; of the one under way all or nothing; and the rest is whole. The
 * fifth may be caught between its undo and its redo: then it can be redone. */
static void
assert_whole (StoreFixture *fixture, gint64 acknowledged)
{
  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);
  gint64 n = store_fixture_query (store, "SELECT count (*) FROM theme");

  g_assert_cmpint (n, >=, acknowledged);
  g_assert_cmpint (n, <=, acknowledged + 1);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM goal"), ==, 3 * n);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM history WHERE NOT undone"),
                   ==, n);
  g_assert_cmpint (
    store_fixture_query (store, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"), ==,
    1);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM pragma_foreign_key_check"),
                   ==, 0);

  if (n > 0)
    {
      g_assert_true (streek_store_undo (store, NULL, NULL));
      g_assert_true (streek_store_redo (store, NULL, NULL));
    }
}

static void
test_killed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  store_fixture_create (fixture);

  for (int i = 0; i < KILLS; i++)
    {
      gint64 acknowledged = kill_in_the_middle (i % 3 == 2 ? "rollback" : "wal", fixture->path,
                                                (gulong) g_rand_int_range (rand, 0, 30000));

      assert_whole (fixture, acknowledged);
    }
}

/* Grows the file against a limit until it cannot, and goes on once there is room. */
static gint64
fill_and_go_on (const char *path, StreekStoreFlags flags, void (*make_room) (const char *path))
{
  g_autoptr (StreekSchema) schema = store_fixture_extend_schema (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekStore) store = streek_store_open (path, flags, schema, NULL, &error);
  gint64 n = 0;

  g_assert_no_error (error);

  while (error == NULL)
    {
      g_autofree char *sql = write_command (n + 1);

      g_assert_cmpint (n, <, 20000);

      if (store_fixture_try (store, "Fill", sql, &error))
        n++;
    }

  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_FULL);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM theme"), ==, n);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM goal"), ==, 3 * n);

  make_room (path);

  g_autofree char *sql = write_command (n + 1);

  store_fixture_run (store, sql);
  g_assert_true (streek_store_undo (store, NULL, NULL));
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM goal"), ==, 3 * n);

  return n;
}

static void
set_size_limit (rlim_t limit)
{
  struct rlimit sizes;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &sizes), ==, 0);
  sizes.rlim_cur = limit;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &sizes), ==, 0);
}

static void
lift_size_limit (const char *path)
{
  struct rlimit sizes;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &sizes), ==, 0);
  set_size_limit (sizes.rlim_max);
}

static int
play_limited_wal (const char *path)
{
  signal (SIGXFSZ, SIG_IGN);
  set_size_limit (400000);
  g_print ("%" G_GINT64_FORMAT, fill_and_go_on (path, STREEK_STORE_NONE, lift_size_limit));

  return 0;
}

static int
play_limited_rollback (const char *path)
{
  signal (SIGXFSZ, SIG_IGN);
  set_size_limit (400000);
  g_print ("%" G_GINT64_FORMAT, fill_and_go_on (path, STREEK_STORE_ROLLBACK, lift_size_limit));

  return 0;
}

static void
test_size_limit (StoreFixture *fixture, gconstpointer data)
{
  const char *roles[] = { "limited-wal", "limited-rollback" };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      store_fixture_create (fixture);

      g_autofree char *output = store_child_communicate (roles[i], fixture->path);
      gint64 n = g_ascii_strtoll (output, NULL, 10);

      g_assert_cmpint (n, >, 10);

      StreekStore *store = store_fixture_open (fixture, STREEK_STORE_NONE);

      g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM theme"), ==, n);
      g_object_unref (store);
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
    }
}

static void
remove_ballast (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *ballast = g_build_filename (folder, "ballast", NULL);

  g_assert_cmpint (g_unlink (ballast), ==, 0);
}

/* Fills what is left of a disk, to the last byte. */
static void
fill_disk (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "rest", NULL);
  g_autofree char *zeros = g_malloc0 (4096);
  FILE *file = fopen (path, "w");

  while (fwrite (zeros, 1, 4096, file) == 4096 && fflush (file) == 0)
    ;

  fclose (file);
}

/* On a disk that is full already the file opens for reading, and says why. */
static void
open_on_full_disk (const char *path, const StreekSchema *schema, const char *folder)
{
  g_autoptr (GError) error = NULL;

  fill_disk (folder);

  g_autoptr (StreekStore) store = streek_store_open (path, STREEK_STORE_NONE, schema, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (streek_store_get_read_only_reason (store), ==, STREEK_STORE_READ_ONLY_FULL);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM theme"), >, 10);
  g_assert_false (store_fixture_try (store, "Try", "DELETE FROM theme", &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_READ_ONLY);
}

/* A really full disk, where this process
 may mount a small one for itself alone. */
static int
play_small_disk (const char *path)
{
  g_autoptr (StreekSchema) schema = store_fixture_extend_schema (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *ballast = g_build_filename (folder, "ballast", NULL);
  g_autofree char *zeros = g_malloc0 (1 << 20);

  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("tmpfs", folder, "tmpfs", 0, "size=2m") != 0)
    {
      g_print ("skipped");
      return 0;
    }

  g_assert_true (g_file_set_contents (ballast, zeros, 1 << 20, NULL));
  g_assert_true (streek_store_create (path, schema, 0, NULL, &error));
  g_print ("%" G_GINT64_FORMAT, fill_and_go_on (path, STREEK_STORE_NONE, remove_ballast));
  open_on_full_disk (path, schema, folder);

  return 0;
}

static void
test_full_disk (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *output = store_child_communicate ("small-disk", fixture->path);

  if (g_str_equal (output, "skipped"))
    g_test_skip ("no small disk can be mounted here");
  else
    g_assert_cmpint (g_ascii_strtoll (output, NULL, 10), >, 10);
}

static void
test_nothing_made_on_full_disk (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *output = NULL;

  store_fixture_create (fixture);
  output = store_child_communicate ("limited-copies", fixture->path);
  g_assert_cmpstr (output, ==, "8 8 8");

  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);

  g_assert_cmpstr (g_dir_read_name (dir), ==, "test.streek");
  g_assert_null (g_dir_read_name (dir));
}

/* STREEK_STORE_ERROR_FULL is 8. */
static int
play_limited_copies (const char *path)
{
  g_autoptr (StreekSchema) schema = store_fixture_extend_schema (NULL);
  g_autoptr (StreekStore) store =
    streek_store_open (path, STREEK_STORE_READ_ONLY, schema, NULL, NULL);
  g_autofree char *dest = g_strconcat (path, "-copy", NULL);
  GError *errors[3] = { NULL };

  signal (SIGXFSZ, SIG_IGN);
  set_size_limit (10000);
  g_assert_false (streek_store_backup (store, dest, NULL, &errors[0]));
  g_assert_false (streek_store_create (dest, schema, 0, NULL, &errors[1]));
  g_assert_false (streek_store_create_from_template (path, dest, schema, NULL, &errors[2]));
  g_print ("%d %d %d", errors[0]->code, errors[1]->code, errors[2]->code);

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    g_clear_error (&errors[i]);

  return 0;
}

static void
write_file (const char *path, const char *content, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, (gssize) size, &error);
  g_assert_no_error (error);
}

/* Opened whole or refused in words; whatever it is, nothing breaks. */
static void
open_damaged (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekStore) store =
    streek_store_open (fixture->path, STREEK_STORE_NONE, fixture->schema, NULL, &error);

  if (store == NULL)
    {
      g_assert_nonnull (error);
      g_assert_cmpuint (strlen (error->message), >, 10);
      return;
    }

  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, NULL, &error);
  gint64 value;

  if (reader != NULL)
    streek_db_query_int64 (streek_reader_get_db (reader), "SELECT sum (length (title)) FROM goal",
                           &value, NULL);
}

static void
test_flipped_bytes (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  gsize size;

  store_fixture_create (fixture);

  StreekStore *store = store_fixture_open (fixture, STREEK_STORE_NONE);

  for (gint64 i = 1; i < 20; i++)
    {
      g_autofree char *sql = write_command (i);

      store_fixture_run (store, sql);
    }

  g_object_unref (store);

  g_autofree char *content = store_fixture_read_file (fixture->path, &size);

  for (int i = 0; i < 150; i++)
    {
      g_autofree char *mutated = g_memdup2 (content, size);
      int n_flips = g_rand_int_range (rand, 1, 40);

      for (int k = 0; k < n_flips; k++)
        mutated[g_rand_int_range (rand, 0, (int) size)] ^= (char) g_rand_int_range (rand, 1, 256);

      write_file (fixture->path, mutated, size);
      open_damaged (fixture);
    }
}

static void
test_cut_off (StoreFixture *fixture, gconstpointer data)
{
  gsize size;

  store_fixture_create (fixture);

  g_autofree char *content = store_fixture_read_file (fixture->path, &size);

  for (gsize length = 1; length < size; length += 3571)
    {
      g_autoptr (GError) error = NULL;

      write_file (fixture->path, content, length);
      g_assert_null (
        streek_store_open (fixture->path, STREEK_STORE_NONE, fixture->schema, NULL, &error));
      g_assert_true (error->domain == STREEK_STORE_ERROR);
      g_assert_true (error->code == STREEK_STORE_ERROR_NOT_OURS ||
                     error->code == STREEK_STORE_ERROR_DAMAGED);
    }
}

static void
test_header_gone (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gsize size;

  store_fixture_create (fixture);

  g_autofree char *content = store_fixture_read_file (fixture->path, &size);

  memset (content, 0, 100);
  write_file (fixture->path, content, size);
  g_assert_null (
    streek_store_open (fixture->path, STREEK_STORE_NONE, fixture->schema, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_NOT_OURS);
}

static const char endless[] = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                              " INSERT INTO theme SELECT i, 'x', 1 FROM n";

static gboolean
write_then_run_endlessly (StreekDb *db, gpointer data, GError **error)
{
  g_cancellable_cancel (data);

  return streek_db_execute (db, endless, error);
}

static void
test_cancelled_command (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);
  g_autofree char *before = store_fixture_dump (store);

  g_assert_false (streek_store_run_command (store, "Cancelled", NULL, write_then_run_endlessly,
                                            cancellable, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_autofree char *after = store_fixture_dump (store);

  g_assert_cmpstr (after, ==, before);

  /* Cancelled before it begins, it does not begin; and the next one is not touched by it. */
  g_assert_false (streek_store_undo (store, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  store_fixture_run (store, "INSERT INTO theme VALUES (1, 'Wonen', 1)");
}

static void
test_cancelled_reader (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gint64 value;

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);
  g_autoptr (StreekReader) reader = streek_store_borrow_reader (store, cancellable, &error);

  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (
    streek_db_query_int64 (streek_reader_get_db (reader),
                           "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                           " SELECT count (*) FROM n",
                           &value, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  static const StoreChildRole roles[] = { { "wal", play_wal },
                                          { "rollback", play_rollback },
                                          { "limited-wal", play_limited_wal },
                                          { "limited-rollback", play_limited_rollback },
                                          { "limited-copies", play_limited_copies },
                                          { "small-disk", play_small_disk } };
  int status;

  if (store_child_run (argc, argv, roles, G_N_ELEMENTS (roles), &status))
    return status;

  g_test_init (&argc, &argv, NULL);

  STORE_FIXTURE_ADD ("/store/faults/killed", test_killed);
  STORE_FIXTURE_ADD ("/store/faults/size-limit", test_size_limit);
  STORE_FIXTURE_ADD ("/store/faults/full-disk", test_full_disk);
  STORE_FIXTURE_ADD ("/store/faults/nothing-made-on-full-disk", test_nothing_made_on_full_disk);
  STORE_FIXTURE_ADD ("/store/faults/flipped-bytes", test_flipped_bytes);
  STORE_FIXTURE_ADD ("/store/faults/cut-off", test_cut_off);
  STORE_FIXTURE_ADD ("/store/faults/header-gone", test_header_gone);
  STORE_FIXTURE_ADD ("/store/faults/cancelled-command", test_cancelled_command);
  STORE_FIXTURE_ADD ("/store/faults/cancelled-reader", test_cancelled_reader);

  return g_test_run ();
}
