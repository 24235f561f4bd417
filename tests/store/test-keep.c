/* test-keep.c: dated copies that are made and thinned out by themselves */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "store/streek-backup.h"

#include <glib/gstdio.h>

static void
keep (StreekStore *store, const char *folder, const char *iso)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (iso, NULL);

  g_assert_nonnull (now);
  streek_backup_keep (store, folder, now, NULL, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list (const char *folder)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *copies = streek_backup_list (folder, &error);

  g_assert_no_error (error);

  return copies;
}

static gboolean
is_kept (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_only_what_changed (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = store_fixture_path (fixture, "copies");

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  keep (store, folder, "2026-11-20T10:00:00Z");
  keep (store, folder, "2026-11-20T11:00:00Z");
  store_fixture_run (store, "INSERT INTO theme VALUES (1, 'Wonen', 1)");
  keep (store, folder, "2026-11-20T12:00:00Z");
  g_assert_true (streek_store_undo (store, NULL, NULL));
  keep (store, folder, "2026-11-20T14:00:00+01:00");
  keep (store, folder, "2026-11-20T14:00:00Z");

  g_autoptr (GPtrArray) copies = list (folder);

  g_assert_cmpuint (copies->len, ==, 3);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (copies, 0), "/2026-11-20T130000Z.streek"));
  g_assert_true (g_str_has_suffix (g_ptr_array_index (copies, 1), "/2026-11-20T120000Z.streek"));

  g_autoptr (StreekStore) copy = streek_store_open (
    g_ptr_array_index (copies, 1), STREEK_STORE_READ_ONLY, fixture->schema, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_query (copy, "SELECT count (*) FROM theme"), ==, 1);
}

/* Empty files stand for older copies: only their names count. */
static void
put_old_copies (const char *folder)
{
  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);

  for (int day = 1; day <= 31; day++)
    for (int hour = 8; hour <= 12; hour += 4)
      {
        g_autofree char *name = g_strdup_printf ("2026-10-%02dT%02d0000Z.streek", day, hour);
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_assert_true (g_file_set_contents (path, "", 0, NULL));
      }
}

static void
test_thins_out (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = store_fixture_path (fixture, "copies");
  g_autofree char *own = g_build_filename (folder, "mijn kopie.streek", NULL);

  store_fixture_create (fixture);
  put_old_copies (folder);
  g_assert_true (g_file_set_contents (own, "", 0, NULL));

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  keep (store, folder, "2026-11-10T12:00:00Z");

  g_autoptr (GPtrArray) copies = list (folder);

  /* The new one and nine more, down to noon of 27 October; then the last of each day down to
   * 11 October at noon, 30 days before. */
  g_assert_cmpuint (copies->len, ==, 10 + 16);
  g_assert_false (is_kept (folder, "2026-10-27T080000Z.streek"));
  g_assert_true (is_kept (folder, "2026-11-10T120000Z.streek"));
  g_assert_true (is_kept (folder, "2026-10-31T080000Z.streek"));
  g_assert_true (is_kept (folder, "2026-10-26T120000Z.streek"));
  g_assert_false (is_kept (folder, "2026-10-26T080000Z.streek"));
  g_assert_true (is_kept (folder, "2026-10-11T120000Z.streek"));
  g_assert_false (is_kept (folder, "2026-10-10T120000Z.streek"));
  g_assert_true (is_kept (folder, "mijn kopie.streek"));
}

static void
test_unwritable_folder (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *inside_file = g_strconcat (fixture->path, "/copies", NULL);

  store_fixture_create (fixture);

  g_autoptr (StreekStore) store = store_fixture_open (fixture, STREEK_STORE_NONE);

  g_assert_false (streek_backup_keep (store, inside_file, now, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_FIXTURE_ADD ("/store/keep/only-what-changed", test_only_what_changed);
  STORE_FIXTURE_ADD ("/store/keep/thins-out", test_thins_out);
  STORE_FIXTURE_ADD ("/store/keep/unwritable-folder", test_unwritable_folder);

  return g_test_run ();
}
