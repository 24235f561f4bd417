/* app-fixture.c: the program on a copy of the example, in a folder of its own */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app-fixture.h"

#include <gio/gio.h>

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from), dest = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, dest, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }

  g_rmdir (path);
}

void
app_fixture_set_up (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *example = g_build_filename (g_getenv ("STREEK_DATADIR"), "example.streek", NULL);

  fixture->folder = g_dir_make_tmp ("streek-app-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = app_fixture_dup_path (fixture, "voorbeeld.streek");
  copy_file (example, fixture->path);
}

void
app_fixture_tear_down (AppFixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->driver, streek_driver_free);
  remove_folder (fixture->folder);
  g_clear_pointer (&fixture->path, g_free);
  g_clear_pointer (&fixture->folder, g_free);
}

void
app_fixture_start (AppFixture *fixture, const char *path)
{
  const char *arguments[] = { g_getenv ("STREEK_APP"), path, NULL };

  g_assert_nonnull (arguments[0]);
  fixture->driver = streek_driver_start (arguments);
}

void
app_fixture_start_example (AppFixture *fixture)
{
  app_fixture_start (fixture, fixture->path);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "RESOC and SERR*"));
  streek_driver_wait_rest (fixture->driver); /* what comes later moves what is clicked */
}

char *
app_fixture_dup_path (AppFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

void
app_fixture_choose_view (AppFixture *fixture, guint steps)
{
  streek_driver_click (fixture->driver, "button", "Saved views");
  g_object_unref (streek_driver_wait (fixture->driver, "list item", "RESOC en SERR 2009"));
  streek_driver_wait_popups (fixture->driver, 1);

  for (guint i = 0; i < steps; i++)
    streek_driver_press (fixture->driver, "Down");

  streek_driver_press (fixture->driver, "Return");
  streek_driver_wait_popups (fixture->driver, 0);
}

void
app_fixture_save_view (AppFixture *fixture, const char *name)
{
  g_object_unref (streek_driver_wait (fixture->driver, "list item", "RESOC en SERR 2009"));
  streek_driver_set_text (fixture->driver, "text", "Name for this view", name);
  streek_driver_click (fixture->driver, "button", "Save View");
  g_object_unref (streek_driver_wait (fixture->driver, "list item", name));
}

void
app_fixture_choose_listed_view (AppFixture *fixture, const char *name)
{
  streek_driver_focus (fixture->driver, "list item", name);
  streek_driver_press (fixture->driver, "Return");
  streek_driver_wait_popups (fixture->driver, 0);
}

void
app_fixture_check_names (AppFixture *fixture, const char *where)
{
  g_autoptr (GPtrArray) unnamed = streek_driver_list_unnamed (fixture->driver);

  for (guint i = 0; i < unnamed->len; i++)
    g_test_message ("%s: %s", where, (char *) g_ptr_array_index (unnamed, i));

  g_assert_cmpuint (unnamed->len, ==, 0);
}

/* A menu closes by itself where what it stands on is made anew, or another window has just gone. */
void
app_fixture_choose_command (AppFixture *fixture, const char *button, const char *command)
{
  /* one that is on or off has a role of its own */
  for (guint i = 0; i < 20 && !streek_driver_has (fixture->driver, NULL, command); i++)
    {
      streek_driver_click (fixture->driver, "button", button);

      for (guint j = 0; j < 20 && !streek_driver_has (fixture->driver, NULL, command); j++)
        streek_driver_pause (50);
    }

  streek_driver_click (fixture->driver, NULL, command);
}

/* The menu inside takes the place of the one it stands in. */
void
app_fixture_choose_in_menu (AppFixture *fixture, const char *menu, const char *command)
{
  app_fixture_choose_command (fixture, "Menu", menu);
  g_object_unref (streek_driver_wait (fixture->driver, NULL, command));
  streek_driver_pause (400); /* it slides there */
  streek_driver_click (fixture->driver, NULL, command);
}

GBytes *
app_fixture_wait_for_file (AppFixture *fixture, const char *path)
{
  char *data;
  gsize length;

  for (int i = 0; i < 400 && !g_file_test (path, G_FILE_TEST_EXISTS); i++)
    streek_driver_pause (50);

  streek_driver_wait_rest (fixture->driver);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));

  return g_bytes_new_take (data, length);
}
