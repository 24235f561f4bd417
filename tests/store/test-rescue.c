/* test-rescue.c: a damaged file, the copies of it, and one of them in its place */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "store/streek-backup.h"
#include "store/streek-lock.h"
#include "store/streek-rescue.h"

#include <glib/gstdio.h>
#include <string.h>

/* Two copies in the folder of the person: without a theme, and with one. */
static void
keep_two (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) first = g_date_time_new_utc (2026, 11, 20, 10, 0, 0);
  g_autoptr (GDateTime) second = g_date_time_new_utc (2026, 11, 21, 16, 30, 0);

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);
  g_autofree char *folder = streek_backup_dup_folder (store);

  streek_backup_keep (store, folder, first, NULL, &error);
  g_assert_no_error (error);
  store_fixture_run (store, "INSERT INTO theme VALUES (1, 'Wonen', 1)");
  streek_backup_keep (store, folder, second, NULL, &error);
  g_assert_no_error (error);
  store_fixture_run (store, "INSERT INTO theme VALUES (2, 'Zorg', 2)");
}

/* Nothing of it can be read: neither what it is nor whose. */
static void
wipe (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  memset (bytes, 0, size);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
}

static const StreekRescueCopy *
get_copy (GPtrArray *copies, guint i)
{
  return copies->pdata[i];
}

static void
assert_two_copies (StoreFixture *fixture, const char *path)
{
  g_autoptr (GPtrArray) copies = streek_rescue_list_copies (path, fixture->schema);

  g_assert_cmpuint (copies->len, ==, 2);
  g_assert_true (g_str_has_suffix (get_copy (copies, 0)->path, "/2026-11-21T163000Z.streek"));
  g_assert_cmpint (g_date_time_get_day_of_month (get_copy (copies, 0)->made), ==, 21);
  g_assert_cmpint (g_date_time_get_minute (get_copy (copies, 0)->made), ==, 30);
  g_assert_true (g_str_has_suffix (get_copy (copies, 1)->path, "/2026-11-20T100000Z.streek"));

  GStatBuf info;

  g_assert_cmpint (g_stat (get_copy (copies, 0)->path, &info), ==, 0);
  g_assert_cmpint (get_copy (copies, 0)->n_bytes, ==, info.st_size);
}

static void
test_finds_copies_by_name (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *link = store_fixture_path (fixture, "koppeling.streek");

  keep_two (fixture);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);

  wipe (fixture->path);
  assert_two_copies (fixture, fixture->path);
  assert_two_copies (fixture, link);
  g_unlink (fixture->path);
  assert_two_copies (fixture, fixture->path);
}

/* Renamed outside the program, and then damaged where its office does not stand. */
static void
test_finds_copies_by_office (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *moved = store_fixture_path (fixture, "verhuisd.streek");

  keep_two (fixture);
  g_assert_cmpint (g_rename (fixture->path, moved), ==, 0);
  assert_two_copies (fixture, moved);
}

/* A copy made in the file manager has the same office, and copies of its own. */
static void
test_tells_files_of_one_office_apart (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) later = g_date_time_new_utc (2026, 11, 22, 9, 0, 0);
  g_autofree char *other = store_fixture_path (fixture, "tweede.streek");
  g_autofree char *bytes = NULL;
  gsize size;

  keep_two (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (other, bytes, (gssize) size, NULL));

  g_autoptr (StreekStore) store =
    streek_store_open (other, STREEK_STORE_NONE, fixture->schema, NULL, &error);
  g_autofree char *folder = streek_backup_dup_folder (store);

  streek_backup_keep (store, folder, later, NULL, &error);
  g_assert_no_error (error);

  assert_two_copies (fixture, fixture->path);

  g_autoptr (GPtrArray) copies = streek_rescue_list_copies (other, fixture->schema);

  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_true (g_str_has_suffix (get_copy (copies, 0)->path, "/2026-11-22T090000Z.streek"));
}

static void
test_finds_none (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_create (fixture);
  wipe (fixture->path);

  g_autoptr (GPtrArray) copies = streek_rescue_list_copies (fixture->path, fixture->schema);

  g_assert_cmpuint (copies->len, ==, 0);
}

static void
test_puts_a_copy_back (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);

  keep_two (fixture);
  wipe (fixture->path);
  /* the journal of the damaged file must not be played into the copy */
  g_assert_true (g_file_set_contents (journal, "afgebroken", -1, NULL));

  g_autofree char *damaged = store_fixture_read_file (fixture->path, NULL);
  g_autoptr (GPtrArray) copies = streek_rescue_list_copies (fixture->path, fixture->schema);

  g_assert_true (streek_rescue_put_back (get_copy (copies, 0)->path, fixture->path, fixture->schema,
                                         &kept, NULL, &error));
  g_assert_no_error (error);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  g_assert_false (streek_store_is_read_only (store));
  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM theme"), ==, 1);
  g_assert_true (streek_store_can_undo (store));

  g_autofree char *kept_journal = g_strconcat (kept, "-journal", NULL);
  g_autofree char *pattern = store_fixture_path (fixture, "test (damaged, ");
  gsize size;
  g_autofree char *bytes = store_fixture_read_file (kept, &size);

  g_assert_true (g_str_has_prefix (kept, pattern));
  g_assert_true (g_str_has_suffix (kept, ").streek"));
  g_assert_cmpmem (bytes, size, damaged, size);
  g_assert_true (g_file_test (kept_journal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  assert_two_copies (fixture, fixture->path);
}

static void
test_puts_back_a_file_that_is_gone (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  keep_two (fixture);
  g_unlink (fixture->path);

  g_autoptr (GPtrArray) copies = streek_rescue_list_copies (fixture->path, fixture->schema);

  g_assert_true (streek_rescue_put_back (get_copy (copies, 1)->path, fixture->path, fixture->schema,
                                         &kept, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (kept);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  g_assert_cmpint (store_fixture_query (store, "SELECT count (*) FROM theme"), ==, 0);
}

static void
assert_unchanged (StoreFixture *fixture, const char *bytes, gsize size)
{
  gsize size_now;
  g_autofree char *now = store_fixture_read_file (fixture->path, &size_now);
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  g_assert_cmpmem (now, size_now, bytes, size);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 1);
}

static void
test_leaves_all_as_it_was (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *holder = NULL;
  gsize size;

  keep_two (fixture);
  wipe (fixture->path);

  g_autofree char *bytes = store_fixture_read_file (fixture->path, &size);
  g_autoptr (GPtrArray) copies = streek_rescue_list_copies (fixture->path, fixture->schema);
  const char *copy = get_copy (copies, 0)->path;

  /* somebody else is at it */
  g_autoptr (StreekLock) lock = streek_lock_take (fixture->path, &holder, NULL);

  g_assert_false (
    streek_rescue_put_back (copy, fixture->path, fixture->schema, &kept, NULL, &error));
  g_assert_error (error, STREEK_STORE_ERROR, STREEK_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_clear_pointer (&lock, streek_lock_release);
  assert_unchanged (fixture, bytes, size);

  /* the copy is no better */
  wipe (copy);
  g_assert_false (
    streek_rescue_put_back (copy, fixture->path, fixture->schema, &kept, NULL, &error));
  g_assert_nonnull (error);
  g_assert_null (kept);
  assert_unchanged (fixture, bytes, size);
}

static void
test_tells_when_a_copy_helps (void)
{
  static const struct
  {
    int code;
    gboolean may_help;
  } cases[] = {
    { STREEK_STORE_ERROR_NOT_FOUND, TRUE }, { STREEK_STORE_ERROR_NOT_OURS, TRUE },
    { STREEK_STORE_ERROR_DAMAGED, TRUE },   { STREEK_STORE_ERROR_FOREIGN, TRUE },
    { STREEK_STORE_ERROR_NEWER, FALSE },    { STREEK_STORE_ERROR_BUSY, FALSE },
    { STREEK_STORE_ERROR_FULL, FALSE },     { STREEK_STORE_ERROR_READ_ONLY, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (STREEK_STORE_ERROR, cases[i].code, "");

      g_assert_cmpint (streek_rescue_may_help (error), ==, cases[i].may_help);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_FIXTURE_ADD ("/store/rescue/finds-copies-by-name", test_finds_copies_by_name);
  STORE_FIXTURE_ADD ("/store/rescue/finds-copies-by-office", test_finds_copies_by_office);
  STORE_FIXTURE_ADD ("/store/rescue/tells-files-of-one-office-apart",
                     test_tells_files_of_one_office_apart);
  STORE_FIXTURE_ADD ("/store/rescue/finds-none", test_finds_none);
  STORE_FIXTURE_ADD ("/store/rescue/puts-a-copy-back", test_puts_a_copy_back);
  STORE_FIXTURE_ADD ("/store/rescue/puts-back-a-file-that-is-gone",
                     test_puts_back_a_file_that_is_gone);
  STORE_FIXTURE_ADD ("/store/rescue/leaves-all-as-it-was", test_leaves_all_as_it_was);
  g_test_add_func ("/store/rescue/tells-when-a-copy-helps", test_tells_when_a_copy_helps);

  return store_fixture_run_isolated ("XDG_DATA_HOME");
}
