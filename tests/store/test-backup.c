/* test-backup.c: copies are whole or absent, and of one moment */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
assert_folder_holds (StoreFixture *fixture, guint n_files)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  g_assert_cmpuint (n, ==, n_files);
}

static void
test_of_an_open_file (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dest = store_fixture_path (fixture, "copy.streek");

  store_fixture_create (fixture);

  StreekStore *store = store_fixture_open (fixture, STREEK_STORE_NONE);

  store_fixture_run (store, "INSERT INTO theme VALUES (1, 'Wonen', 1)");

  g_autofree char *before = store_fixture_dump (store);

  g_assert_true (streek_store_backup (store, dest, NULL, &error));
  g_assert_no_error (error);
  store_fixture_run (store, "INSERT INTO theme VALUES (2, 'Zorg', 2)");

  gint64 office_id = streek_store_get_office_id (store);

  g_object_unref (store);

  /* At rest, and not in WAL. */
  g_autofree char *content = store_fixture_read_file (dest, NULL);

  g_assert_cmpint (content[18], ==, 1);

  g_autoptr (StreekStore) copy =
    streek_store_open (dest, STREEK_STORE_NONE, fixture->schema, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (streek_store_get_office_id (copy), ==, office_id);

  g_autofree char *after = store_fixture_dump (copy);

  g_assert_cmpstr (after, ==, before);
  g_assert_true (streek_store_undo (copy, NULL, &error));
}

static void
test_never_overwrites (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dest = store_fixture_path (fixture, "copy.streek");

  store_fixture_create (fixture);
  g_assert_true (g_file_set_contents (dest, "mijn werk", -1, NULL));

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  g_assert_false (streek_store_backup (store, dest, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_EXISTS);
  g_clear_error (&error);

  /* Nor the file itself. */
  g_assert_false (streek_store_backup (store, fixture->path, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_EXISTS);

  g_autofree char *content = store_fixture_read_file (dest, NULL);

  g_assert_cmpstr (content, ==, "mijn werk");
}

/* The write-ahead log of a file that was thrown away after its program was killed: SQLite would
 * play its changes into whatever gets the name. */
static void
test_beside_the_log_of_another (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dest = store_fixture_path (fixture, "copy.streek");
  g_autofree char *log = store_fixture_path (fixture, "copy.streek-wal");

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);
  g_autofree char *own_log = g_strconcat (fixture->path, "-wal", NULL);
  gsize size;

  store_fixture_run (store, "INSERT INTO theme VALUES (1, 'Wonen', 1)");

  g_autofree char *content = store_fixture_read_file (own_log, &size);

  g_assert_cmpuint (size, >, 0);
  g_assert_true (g_file_set_contents (log, content, (gssize) size, &error));

  g_assert_false (streek_store_backup (store, dest, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (streek_store_create (dest, fixture->schema, 1, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_EXISTS);
  g_assert_false (g_file_test (dest, G_FILE_TEST_EXISTS));
}

static void
test_impossible_place (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dest = store_fixture_path (fixture, "geen/map/copy.streek");

  store_fixture_create (fixture);

  StreekStore *store = store_fixture_open (fixture, STREEK_STORE_NONE);

  g_assert_false (streek_store_backup (store, dest, NULL, &error));
  g_assert_nonnull (error);
  g_object_unref (store);
  assert_folder_holds (fixture, 1);
}

static void
test_cancelled (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *dest = store_fixture_path (fixture, "copy.streek");

  store_fixture_create (fixture);

  StreekStore *store = store_fixture_open (fixture, STREEK_STORE_READ_ONLY);

  g_cancellable_cancel (cancellable);
  g_assert_false (streek_store_backup (store, dest, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_unref (store);
  assert_folder_holds (fixture, 1);
}

/* A damaged file makes no backup that looks good. */
static void
test_damaged_source (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dest = store_fixture_path (fixture, "copy.streek");
  gsize size;

  store_fixture_create (fixture);

  StreekStore *store = store_fixture_open (fixture, STREEK_STORE_NONE);

  store_fixture_run (store, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                            " WHERE i < 2000) INSERT INTO theme SELECT i, 'thema', 1 FROM n");
  gint64 page = store_fixture_query (store, "SELECT rootpage FROM sqlite_schema"
                                            " WHERE name = 'theme'");
  g_object_unref (store);

  g_autofree char *content = store_fixture_read_file (fixture->path, &size);

  memset (content + (page - 1) * 4096, 0xee, 4096);
  g_assert_true (g_file_set_contents (fixture->path, content, (gssize) size, NULL));

  store = store_fixture_open (fixture, STREEK_STORE_READ_ONLY);
  g_assert_false (streek_store_backup (store, dest, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_DAMAGED);
  g_object_unref (store);
  assert_folder_holds (fixture, 1);
}

typedef struct
{
  StreekStore *store;
  int stop;
} Writing;

static gpointer
keep_writing (gpointer data)
{
  Writing *writing = data;

  for (gint64 i = 1; !g_atomic_int_get (&writing->stop); i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("INSERT INTO theme VALUES (%1$" G_GINT64_FORMAT ", 'thema', 1);"
                         "INSERT INTO goal (theme_id, title) VALUES (%1$" G_GINT64_FORMAT ", 'x')",
                         i);

      store_fixture_run (writing->store, sql);
    }

  return NULL;
}

static void
test_while_writing (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);
  Writing writing = { store, 0 };
  GThread *thread = g_thread_new ("writing", keep_writing, &writing);

  for (int i = 0; i < 8; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strdup_printf ("copy-%d.streek", i);
      g_autofree char *dest = store_fixture_path (fixture, name);

      g_assert_true (streek_store_backup (store, dest, NULL, &error));
      g_assert_no_error (error);

      g_autoptr (StreekStore) copy =
        streek_store_open (dest, STREEK_STORE_READ_ONLY, fixture->schema, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (store_fixture_query (copy, "SELECT (SELECT count (*) FROM theme)"
                                                  " - (SELECT count (*) FROM goal)"),
                       ==, 0);
    }

  g_atomic_int_set (&writing.stop, 1);
  g_thread_join (thread);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_FIXTURE_ADD ("/store/backup/of-an-open-file", test_of_an_open_file);
  STORE_FIXTURE_ADD ("/store/backup/never-overwrites", test_never_overwrites);
  STORE_FIXTURE_ADD ("/store/backup/beside-the-log-of-another", test_beside_the_log_of_another);
  STORE_FIXTURE_ADD ("/store/backup/impossible-place", test_impossible_place);
  STORE_FIXTURE_ADD ("/store/backup/cancelled", test_cancelled);
  STORE_FIXTURE_ADD ("/store/backup/damaged-source", test_damaged_source);
  STORE_FIXTURE_ADD ("/store/backup/while-writing", test_while_writing);

  return g_test_run ();
}
