/* test-atlas.c: a page for each area: chosen, leafed through, saved, kept as a view and found again
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
open_atlas (AppFixture *fixture)
{
  app_fixture_choose_command (fixture, "Menu", "Atlas…");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Atlas"));
}

/* Of the example: the five RESOC areas of West-Vlaanderen, behind their list. */
static void
test_pages_are_leafed_through (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  open_atlas (fixture);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Page 1 of 6: Contents"));
  app_fixture_check_names (fixture, "atlas");
  streek_driver_press (fixture->driver, "Page_Down");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Page 2 of 6: *"));
  streek_driver_wait_description (fixture->driver, "image", "Page 2 of 6: *", "*Inwoners*");
  streek_driver_press (fixture->driver, "ctrl+End");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Page 6 of 6: *"));
  streek_driver_press (fixture->driver, "Page_Up");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Page 5 of 6: *"));
  /* without the list there is a page less, and the page shown stays as near as can be */
  streek_driver_click (fixture->driver, NULL, "Begin with a list of pages");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Page 5 of 5: *"));
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_gone (fixture->driver, "frame", "Atlas");
}

static gboolean
begins_with (GBytes *bytes, const char *start)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= strlen (start) && memcmp (data, start, strlen (start)) == 0;
}

static void
test_atlas_is_saved (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_fixture_dup_path (fixture, "atlas.pdf");

  app_fixture_start_example (fixture);
  open_atlas (fixture);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Page 1 of 6: *"));
  streek_driver_press (fixture->driver, "ctrl+s");
  streek_driver_answer_file_dialog (fixture->driver, "Save the Atlas", path);

  g_autoptr (GBytes) pdf = app_fixture_wait_for_file (fixture, path);

  g_assert_true (begins_with (pdf, "%PDF-"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Saved as atlas.pdf"));
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Open"));
}

static void
print_to_file (AppFixture *fixture, const char *which)
{
  streek_driver_press (fixture->driver, "ctrl+p");
  streek_driver_click (fixture->driver, "label", "Print to File");
  streek_driver_wait_rest (fixture->driver);
  streek_driver_click (fixture->driver, NULL, which);
  streek_driver_click (fixture->driver, "button", "Print");
}

static guint
count_pages (GBytes *pdf)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  const char *count = memmem (data, size, "/Count ", strlen ("/Count "));

  g_assert_true (begins_with (pdf, "%PDF-"));
  g_assert_nonnull (count);

  return (guint) g_ascii_strtoull (count + strlen ("/Count "), NULL, 10);
}

/* The page that is shown alone, or all of them: list and five areas. The printer is a file, which
 * the dialog puts where the program was started. */
static void
test_atlas_is_printed (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = app_fixture_dup_path (fixture, ".");
  g_autofree char *before = g_get_current_dir ();
  g_autofree char *path = app_fixture_dup_path (fixture, "RESOC in West-Vlaanderen.pdf");

  g_assert_cmpint (g_chdir (folder), ==, 0);
  app_fixture_start_example (fixture);
  g_assert_cmpint (g_chdir (before), ==, 0);

  open_atlas (fixture);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Page 1 of 6: *"));
  streek_driver_press (fixture->driver, "Page_Down");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Page 2 of 6: *"));

  print_to_file (fixture, "Current Page");
  g_autoptr (GBytes) one = app_fixture_wait_for_file (fixture, path);

  g_assert_cmpuint (count_pages (one), ==, 1);
  g_assert_cmpint (g_unlink (path), ==, 0);

  print_to_file (fixture, "All Pages");
  g_autoptr (GBytes) all = app_fixture_wait_for_file (fixture, path);

  g_assert_cmpuint (count_pages (all), ==, 6);
}

/* It comes back with what was chosen, in a window that is opened anew. */
static void
test_atlas_is_kept_as_a_view (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  open_atlas (fixture);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Page 1 of 6: *"));
  streek_driver_click (fixture->driver, NULL, "Begin with a list of pages");
  streek_driver_set_text (fixture->driver, "text", "Title of the atlas", "Onze streken");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Page 1 of 5: *"));
  streek_driver_wait_rest (fixture->driver);
  streek_driver_click (fixture->driver, "button", "Keep as View");
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "The atlas is among the saved views."));
  streek_driver_press (fixture->driver, "Escape"); /* the entry takes the first one */
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_gone (fixture->driver, "frame", "Atlas");
  streek_driver_click (fixture->driver, NULL, "Saved views");
  app_fixture_choose_listed_view (fixture, "Atlas: Onze streken");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Atlas"));
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Page 1 of 5: *"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  app_test ("/app/atlas/is-printed", test_atlas_is_printed);
  app_test ("/app/atlas/pages-are-leafed-through", test_pages_are_leafed_through);
  app_test ("/app/atlas/atlas-is-saved", test_atlas_is_saved);
  app_test ("/app/atlas/atlas-is-kept-as-a-view", test_atlas_is_kept_as_a_view);

  return g_test_run ();
}
