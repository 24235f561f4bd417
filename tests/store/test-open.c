/* test-open.c: what is opened, how, and what is refused */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-child.h"
#include "store-fixture.h"

#include "store/streek-lock.h"
#include "store/streek-medium.h"

#include <glib/gstdio.h>
#include <string.h>

static void
assert_refused (StoreFixture *fixture, const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  StreekStoreFlags flags[] = { STREEK_STORE_NONE, STREEK_STORE_READ_ONLY };

  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_assert_null (streek_store_open (path, flags[i], fixture->schema, NULL, &error));
      g_assert_error (error, STREEK_STORE_ERROR, code);
      g_clear_error (&error);
    }

  g_autofree char *lock = streek_lock_dup_path (path);

  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

static void
assert_alone (StoreFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);

  g_assert_cmpstr (g_dir_read_name (dir), ==, "test.streek");
  g_assert_null (g_dir_read_name (dir));
}

static void
test_create_and_open (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_create (fixture);
  assert_alone (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);
  g_autofree char *version = streek_store_dup_reference_version (store);

  g_assert_false (streek_store_is_read_only (store));
  g_assert_null (streek_store_dup_read_only_sentence (store));
  g_assert_cmpstr (streek_store_get_path (store), ==, fixture->path);
  g_assert_cmpint (streek_store_get_schema_version (store), ==, 2);
  g_assert_cmpint (streek_store_get_office_id (store), >, 0);
  g_assert_cmpstr (version, ==, "2025.1");
  g_assert_cmpint (store_fixture_query (store, "PRAGMA auto_vacuum"), ==, 2);
  g_assert_cmpint (store_fixture_query (store, "PRAGMA application_id"), ==, 0x53545245);
  g_assert_cmpint (store_fixture_query (store, "PRAGMA foreign_keys"), ==, 1);

  g_assert_finalize_object (g_steal_pointer (&store));
  assert_alone (fixture);
}

/* Bytes 18 and 19 of the header are 1 for a rollback journal and 2 for WAL. */
static void
test_at_rest_not_wal (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_create (fixture);

  StreekStore *store = store_fixture_open (fixture, STREEK_STORE_NONE);

  store_fixture_run (store, "INSERT INTO theme VALUES (1, 'Wonen', 1)");
  g_assert_cmpint (store_fixture_query (store, "SELECT journal_mode = 'wal'"
                                               " FROM pragma_journal_mode"),
                   ==, 1);
  g_object_unref (store);

  g_autofree char *content = store_fixture_read_file (fixture->path, NULL);

  g_assert_cmpint (content[18], ==, 1);
  g_assert_cmpint (content[19], ==, 1);
  assert_alone (fixture);
}

static void
test_network_share_has_no_wal (StoreFixture *fixture, gconstpointer data)
{
  g_assert_true (streek_medium_is_network_type (0x6969));
  g_assert_true (streek_medium_is_network_type (0xff534d42));
  g_assert_false (streek_medium_is_network_type (0xef53));     /* ext4 */
  g_assert_false (streek_medium_is_network_type (0x01021994)); /* tmpfs */

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_ROLLBACK);

  store_fixture_run (store, "INSERT INTO theme VALUES (1, 'Wonen', 1)");
  g_assert_cmpint (store_fixture_query (store, "SELECT journal_mode = 'delete'"
                                               " FROM pragma_journal_mode"),
                   ==, 1);
}

static void
test_missing (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *deep = store_fixture_path (fixture, "geen/map/x.streek");

  assert_refused (fixture, fixture->path, STREEK_STORE_ERROR_NOT_FOUND);
  assert_refused (fixture, deep, STREEK_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_not_ours (StoreFixture *fixture, gconstpointer data)
{
  const char *contents[] = { "", "SQLite format 3", "code,naam\n34022,Kortrijk\n" };
  g_autofree char *long_text = g_strnfill (10000, 'x');
  g_autofree char *other = store_fixture_path (fixture, "other.db");

  for (gsize i = 0; i <= G_N_ELEMENTS (contents); i++)
    {
      const char *text = i < G_N_ELEMENTS (contents) ? contents[i] : long_text;

      g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
      assert_refused (fixture, fixture->path, STREEK_STORE_ERROR_NOT_OURS);
    }

  assert_refused (fixture, fixture->folder, STREEK_STORE_ERROR_NOT_OURS);

  g_assert_true (g_file_set_contents (other, "", 0, NULL));
  store_fixture_spoil (other, "CREATE TABLE t (a); PRAGMA user_version = 1");
  assert_refused (fixture, other, STREEK_STORE_ERROR_NOT_OURS);
  store_fixture_spoil (other, "PRAGMA application_id = 1196444487"); /* a GeoPackage */
  assert_refused (fixture, other, STREEK_STORE_ERROR_NOT_OURS);
}

static void
test_newer (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_create (fixture);
  store_fixture_spoil (fixture->path, "PRAGMA user_version = 3");

  g_autofree char *before = store_fixture_read_file (fixture->path, NULL);

  assert_refused (fixture, fixture->path, STREEK_STORE_ERROR_NEWER);
  assert_alone (fixture);
}

static void
test_foreign_schema (StoreFixture *fixture, gconstpointer data)
{
  const char *additions[] = {
    "CREATE TRIGGER spy AFTER INSERT ON theme BEGIN DELETE FROM goal; END",
    "CREATE VIEW leak AS SELECT * FROM theme",
    "CREATE TABLE extra (a)",
    "CREATE INDEX slow ON theme (title)",
    "ALTER TABLE theme ADD COLUMN extra TEXT",
    "ALTER TABLE theme RENAME TO themes",
    "DROP TABLE membership",
    "CREATE VIRTUAL TABLE search_x USING fts5 (a)",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      store_fixture_create (fixture);
      store_fixture_spoil (fixture->path, additions[i]);
      assert_refused (fixture, fixture->path, STREEK_STORE_ERROR_FOREIGN);
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
    }

  /* The statistics that SQLite itself gathers are no stranger. */
  store_fixture_create (fixture);
  store_fixture_spoil (fixture->path, "ANALYZE");
  g_object_unref (store_fixture_open (fixture, STREEK_STORE_NONE));
}

static void
test_read_only_by_request (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_create (fixture);

  g_autofree char *before = store_fixture_read_file (fixture->path, NULL);
  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_READ_ONLY);

  g_assert_cmpint (streek_store_get_read_only_reason (store), ==,
                   STREEK_STORE_READ_ONLY_BY_REQUEST);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM ref_area"), ==, 2);
  g_assert_false (store_fixture_try (store, "Try", "DELETE FROM theme", &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (streek_store_undo (store, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_READ_ONLY);
  assert_alone (fixture);
}

/* As a person without rights: opens, counts, tries to write, and says how that went. */
static int
play_barred (const char *path)
{
  g_autoptr (StreekSchema) schema = store_fixture_extend_schema (NULL);
  g_autoptr (GError) error = NULL;

  store_child_become_nobody ();

  g_autoptr (StreekStore) store = streek_store_open (path, STREEK_STORE_NONE, schema, NULL, &error);

  if (store == NULL)
    {
      g_print ("refused %d", error->code);
      return 0;
    }

  g_print ("reason %d, %" G_GINT64_FORMAT " areas", streek_store_get_read_only_reason (store),
           store_fixture_query (store, "SELECT count (*) FROM ref_area"));

  if (!store_fixture_try (store, "Try", "DELETE FROM theme", &error))
    g_print (", refused %d", error->code);

  return 0;
}

static void
assert_barred (StoreFixture *fixture, const char *expected)
{
  g_autofree char *output = store_child_communicate ("barred", fixture->path);

  g_assert_cmpstr (output, ==, expected);
}

/* STREEK_STORE_READ_ONLY_MEDIUM is 2, STREEK_STORE_ERROR_READ_ONLY is 6. */
static void
test_read_only_medium (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_create (fixture);

  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);
  assert_barred (fixture, "reason 2, 2 areas, refused 6");

  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  assert_barred (fixture, "reason 2, 2 areas, refused 6");

  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  assert_barred (fixture, "reason 2, 2 areas, refused 6");

  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
}

/* A file that a crash left in WAL, brought to a write-protected folder: its newest changes lie
 * beside it. It is read with them or refused in words, never without them. */
static void
test_stranded_wal (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *folder = store_fixture_path (fixture, "locked");
  g_autofree char *copy = g_build_filename (folder, "test.streek", NULL);
  g_autofree char *copy_wal = g_strconcat (copy, "-wal", NULL);
  gsize size, wal_size;

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  store_fixture_run (store, "INSERT INTO theme VALUES (1, 'Wonen', 1)");

  g_autofree char *content = store_fixture_read_file (fixture->path, &size);
  g_autofree char *wal_content = store_fixture_read_file (wal, &wal_size);

  g_assert_cmpuint (wal_size, >, 0);
  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  g_assert_true (g_file_set_contents (copy, content, size, NULL));
  g_assert_true (g_file_set_contents (copy_wal, wal_content, wal_size, NULL));
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (copy, 0444), ==, 0);
  g_assert_cmpint (g_chmod (copy_wal, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);

  g_autofree char *output = store_child_communicate ("barred", copy);

  g_assert_cmpstr (output, ==, "refused 6");
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
}

static void
test_links_are_followed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *link = store_fixture_path (fixture, "link.streek");

  store_fixture_create (fixture);

  g_autoptr (GFile) file = g_file_new_for_path (link);

  g_assert_true (g_file_make_symbolic_link (file, "test.streek", NULL, NULL));

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);
  g_autoptr (StreekStore) second =
    streek_store_open (link, STREEK_STORE_NONE, fixture->schema, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (streek_store_get_path (second), ==, fixture->path);
  g_assert_cmpint (streek_store_get_read_only_reason (second), ==, STREEK_STORE_READ_ONLY_HELD);
}

/* The document portal of a sandbox lends a file without its folder. */
static void
test_portal (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b", NULL);
  g_autofree char *path = g_build_filename (folder, "test.streek", NULL);

  store_fixture_create (fixture);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (g_rename (fixture->path, path), ==, 0);
  assert_refused (fixture, path, STREEK_STORE_ERROR_FAILED);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static char *
find_copy (StoreFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, "(version 2, ") != NULL && g_str_has_suffix (name, ").streek"))
      return g_build_filename (fixture->folder, name, NULL);

  return NULL;
}

static void
test_older_is_copied_then_migrated (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSchema) newer = store_fixture_extend_schema (
    "ALTER TABLE theme ADD COLUMN colour TEXT; CREATE TABLE advice (id INTEGER PRIMARY KEY,"
    " title TEXT NOT NULL) STRICT");

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  store_fixture_run (store, "INSERT INTO theme VALUES (1, 'Wonen', 1)");

  gint64 office_id = streek_store_get_office_id (store);

  g_clear_object (&store);
  store = streek_store_open (fixture->path, STREEK_STORE_NONE, newer, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (streek_store_get_schema_version (store), ==, 3);
  g_assert_cmpint (streek_store_get_office_id (store), ==, office_id);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM theme"
                                               " WHERE title = 'Wonen' AND colour IS NULL"),
                   ==, 1);

  /* Undo stops at the migration, and says so. */
  g_assert_false (streek_store_can_undo (store));
  g_assert_false (streek_store_undo (store, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_UNDO_ENDS);
  g_clear_error (&error);
  store_fixture_run (store, "UPDATE theme SET colour = 'groen'");
  g_assert_true (streek_store_undo (store, NULL, &error));
  g_assert_false (streek_store_undo (store, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_UNDO_ENDS);
  g_clear_error (&error);

  g_autofree char *copy = find_copy (fixture);

  g_assert_nonnull (copy);

  g_autoptr (StreekStore) old =
    streek_store_open (copy, STREEK_STORE_NONE, fixture->schema, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (streek_store_undo (old, NULL, &error));
  g_assert_no_error (error);
}

/* Shown as it would be, without a byte of it or a file beside it changed. */
static void
test_older_is_shown_updated_where_read_only (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSchema) newer =
    store_fixture_extend_schema ("ALTER TABLE theme ADD COLUMN colour TEXT");
  gsize size, size_after;

  store_fixture_create (fixture);

  g_autoptr (StreekStore) old = store_fixture_open (fixture, STREEK_STORE_NONE);

  store_fixture_run (old, "INSERT INTO theme VALUES (1, 'Wonen', 1)");
  g_clear_object (&old);

  g_autofree char *before = store_fixture_read_file (fixture->path, &size);
  g_autoptr (StreekStore) store =
    streek_store_open (fixture->path, STREEK_STORE_READ_ONLY, newer, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (streek_store_get_path (store), ==, fixture->path);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM theme WHERE colour IS NULL"),
                   ==, 1);
  g_assert_false (store_fixture_try (store, "Try", "DELETE FROM theme", &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  g_autofree char *sentence = streek_store_dup_read_only_sentence (store);

  g_assert_nonnull (strstr (sentence, "updated copy"));
  assert_alone (fixture);
  g_clear_object (&store);

  g_autofree char *after = store_fixture_read_file (fixture->path, &size_after);
  g_autoptr (GDir) tmp = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;

  g_assert_cmpmem (after, size_after, before, size);
  while ((name = g_dir_read_name (tmp)) != NULL)
    {
      g_autofree char *left = g_build_filename (g_get_tmp_dir (), name, "test.streek", NULL);

      if (g_str_has_prefix (name, "streekatlas-"))
        g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
    }
}

static void
test_failed_migration_changes_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekSchema) broken = store_fixture_extend_schema (
    "ALTER TABLE theme ADD COLUMN colour TEXT; INSERT INTO goal VALUES (1, 2, 'wees', 0, NULL, 0)");

  store_fixture_create (fixture);
  g_assert_null (streek_store_open (fixture->path, STREEK_STORE_NONE, broken, NULL, &error));
  g_assert_nonnull (error);
  g_object_unref (store_fixture_open (fixture, STREEK_STORE_NONE));
}

static void
test_create_never_overwrites (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "mijn werk", -1, NULL));
  g_assert_false (streek_store_create (fixture->path, fixture->schema, 0, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_EXISTS);

  g_autofree char *content = store_fixture_read_file (fixture->path, NULL);

  g_assert_cmpstr (content, ==, "mijn werk");
  assert_alone (fixture);
}

static void
test_from_template (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *template = store_fixture_path (fixture, "template.streek");

  store_fixture_create (fixture);

  g_autoptr (StreekStore) model = store_fixture_open (fixture, STREEK_STORE_NONE);
  gint64 office_id = streek_store_get_office_id (model);

  store_fixture_run (model, "INSERT INTO theme VALUES (1, 'Wonen', 1)");
  g_clear_object (&model);
  g_assert_cmpint (g_rename (fixture->path, template), ==, 0);

  g_assert_true (
    streek_store_create_from_template (template, fixture->path, fixture->schema, NULL, &error));
  g_assert_no_error (error);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  g_assert_cmpint (streek_store_get_office_id (store), !=, office_id);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM theme"), ==, 1);
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM history"), ==, 0);
  g_assert_cmpint (store_fixture_query (store, "PRAGMA auto_vacuum"), ==, 2);
  g_assert_false (
    streek_store_create_from_template (template, fixture->path, fixture->schema, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_EXISTS);
}

static void
test_closed_says_so (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  streek_store_close (store);
  streek_store_close (store);
  g_assert_false (store_fixture_try (store, "Try", "DELETE FROM theme", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (streek_store_borrow_reader (store, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  assert_alone (fixture);
}

int
main (int argc, char **argv)
{
  static const StoreChildRole roles[] = { { "barred", play_barred } };
  int status;

  if (store_child_run (argc, argv, roles, G_N_ELEMENTS (roles), &status))
    return status;

  g_test_init (&argc, &argv, NULL);

  STORE_FIXTURE_ADD ("/store/open/create-and-open", test_create_and_open);
  STORE_FIXTURE_ADD ("/store/open/at-rest-not-wal", test_at_rest_not_wal);
  STORE_FIXTURE_ADD ("/store/open/network-share-has-no-wal", test_network_share_has_no_wal);
  STORE_FIXTURE_ADD ("/store/open/missing", test_missing);
  STORE_FIXTURE_ADD ("/store/open/not-ours", test_not_ours);
  STORE_FIXTURE_ADD ("/store/open/newer", test_newer);
  STORE_FIXTURE_ADD ("/store/open/foreign-schema", test_foreign_schema);
  STORE_FIXTURE_ADD ("/store/open/read-only-by-request", test_read_only_by_request);
  STORE_FIXTURE_ADD ("/store/open/read-only-medium", test_read_only_medium);
  STORE_FIXTURE_ADD ("/store/open/stranded-wal", test_stranded_wal);
  STORE_FIXTURE_ADD ("/store/open/portal", test_portal);
  STORE_FIXTURE_ADD ("/store/open/links-are-followed", test_links_are_followed);
  STORE_FIXTURE_ADD ("/store/open/older-is-copied-then-migrated",
                     test_older_is_copied_then_migrated);
  STORE_FIXTURE_ADD ("/store/open/older-is-shown-updated-where-read-only",
                     test_older_is_shown_updated_where_read_only);
  STORE_FIXTURE_ADD ("/store/open/failed-migration-changes-nothing",
                     test_failed_migration_changes_nothing);
  STORE_FIXTURE_ADD ("/store/create/never-overwrites", test_create_never_overwrites);
  STORE_FIXTURE_ADD ("/store/create/from-template", test_from_template);
  STORE_FIXTURE_ADD ("/store/close/closed-says-so", test_closed_says_so);

  return store_fixture_run_isolated ("XDG_RUNTIME_DIR");
}
