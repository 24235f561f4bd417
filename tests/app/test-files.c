/* test-files.c: the first run, and files that are missing, damaged, foreign or newer */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include <string.h>

static void
test_first_run_makes_a_workspace (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_fixture_dup_path (fixture, "streek.streek");

  app_fixture_start (fixture, NULL);
  streek_driver_click (fixture->driver, "button", "New Workspace…");
  streek_driver_answer_file_dialog (fixture->driver, "New Workspace", path);
  g_object_unref (streek_driver_wait (fixture->driver, "list item", "Indicators"));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

/* Names the file, says why in words, and the way back to the start works. */
static void
expect_error_page (AppFixture *fixture, const char *path, const char *why)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *title = g_strdup_printf ("“%s” could not be opened", name);

  app_fixture_start (fixture, path);
  g_object_unref (streek_driver_wait (fixture->driver, "label", title));
  g_object_unref (streek_driver_wait (fixture->driver, "label", why));
  streek_driver_click (fixture->driver, "button", "Back to Start");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Open the Example Workspace"));
}

static void
test_missing_file (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_fixture_dup_path (fixture, "weg.streek");

  g_autofree char *why = g_strdup_printf ("There is no file %s.", path);

  expect_error_page (fixture, path, why);
}

static void
test_other_file (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_fixture_dup_path (fixture, "brief.streek");

  g_assert_true (g_file_set_contents (path, "Beste collega,\n", -1, NULL));
  expect_error_page (fixture, path, "This is not a Streekatlas file.");
}

/* Pages of the middle overwritten, as a bad disk leaves them. */
static void
damage (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  memset (bytes + 100, 0x5a, 4096 * 4);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
}

static void
test_damaged_file (AppFixture *fixture, gconstpointer data)
{
  damage (fixture->path);
  app_fixture_start (fixture, fixture->path);
  g_object_unref (streek_driver_wait (fixture->driver, "label",
                                      "There are no backup copies of it on this computer."));
  g_clear_pointer (&fixture->driver, streek_driver_free);
  expect_error_page (fixture, fixture->path,
                     "The file is damaged. Restore the newest backup copy.");
}

/* A dated copy as the program keeps them: in the folder of the person, with a line that says which
 * file it is of. */
static void
keep_copy (const char *path, const char *name)
{
  g_autofree char *folder =
    g_build_filename (g_get_user_data_dir (), "streekatlas", "backups", "4711", NULL);
  g_autofree char *copy = g_build_filename (folder, name, NULL);
  g_autofree char *names = g_build_filename (folder, "names.txt", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *line = g_strdup_printf ("%s\t%s\n", name, uri);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) size, NULL));
  g_assert_true (g_file_set_contents (names, line, -1, NULL));
}

static void
test_puts_a_copy_back (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) made = g_date_time_new_utc (2026, 11, 21, 16, 30, 0);
  g_autoptr (GDateTime) local = g_date_time_to_local (made);
  g_autofree char *moment = g_date_time_format (local, "%-d %B %Y, %H:%M");
  g_autofree char *look = g_strdup_printf ("Look into the copy of %s", moment);
  g_autofree char *put_back = g_strdup_printf ("Put the copy of %s back", moment);
  g_autofree char *title = g_strdup_printf ("Copy of %s", moment);

  keep_copy (fixture->path, "2026-11-21T163000Z.streek");

  g_autofree char *whole = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->path, &whole, &size, NULL));
  damage (fixture->path);
  app_fixture_start (fixture, fixture->path);

  /* a window of its own, in which nothing can be changed */
  streek_driver_click (fixture->driver, "button", look);
  g_object_unref (streek_driver_wait (fixture->driver, "frame", title));
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "The file was opened for reading only."));
  g_object_unref (streek_driver_wait (fixture->driver, "list item", "Indicators"));
  streek_driver_press (fixture->driver, "ctrl+w");
  streek_driver_wait_gone (fixture->driver, "frame", title);

  streek_driver_click (fixture->driver, "button", put_back);
  streek_driver_click (fixture->driver, "button", "Put Back");
  g_object_unref (streek_driver_wait (fixture->driver, "list item", "Indicators"));
  g_object_unref (streek_driver_wait (fixture->driver, "label",
                                      "The copy is in place. The damaged file is called “* "
                                      "(damaged, *).streek” now."));
  streek_driver_press (fixture->driver, "ctrl+q");
  g_assert_cmpint (streek_driver_wait_end (fixture->driver), ==, 0);

  /* its pages are those of the copy again; closing a window writes where it was left */
  g_autofree char *now = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &now, NULL, NULL));
  g_assert_cmpmem (now + 100, 4, whole + 100, 4);
}

/* The user version is the big-endian number at byte 60 of a database:
 * https://sqlite.org/fileformat2
 */
static void
test_newer_file (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  memcpy (bytes + 60, "\x00\x00\x27\x0f", 4);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
  expect_error_page (
    fixture, fixture->path,
    "The file was made by a newer version of Streekatlas. Update Streekatlas to open it.");
}

/* Nothing is asked, nothing is lost: the program ends with 0 while a file is open. */
/* Made when it is asked for, with every shortcut by name, and away again. */
static void
test_shows_the_shortcuts (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start (fixture, NULL);
  streek_driver_press (fixture->driver, "ctrl+shift+question");
  g_object_unref (streek_driver_wait (fixture->driver, "label",
                                      "Search for an area, indicator, plan or project"));
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_gone (fixture->driver, "label",
                           "Search for an area, indicator, plan or project");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Open the Example Workspace"));
}

static void
test_quits_cleanly (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "ctrl+q");
  g_assert_cmpint (streek_driver_wait_end (fixture->driver), ==, 0);

  /* at rest there is one file */
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  app_test ("/app/files/first-run-makes-a-workspace", test_first_run_makes_a_workspace);
  app_test ("/app/files/missing", test_missing_file);
  app_test ("/app/files/other", test_other_file);
  app_test ("/app/files/damaged", test_damaged_file);
  app_test ("/app/files/puts-a-copy-back", test_puts_a_copy_back);
  app_test ("/app/files/newer", test_newer_file);
  app_test ("/app/files/shows-the-shortcuts", test_shows_the_shortcuts);
  app_test ("/app/files/quits-cleanly", test_quits_cleanly);

  return g_test_run ();
}
