/* import-fixture.c: files handed to the assistant that takes figures in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "import-fixture.h"

/* By the keys of a person: the name of the file is typed into the file chooser. */
void
import_fixture_open (AppFixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = app_fixture_dup_path (fixture, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  streek_driver_press (fixture->driver, "ctrl+shift+i");
  streek_driver_answer_open_dialog (fixture->driver, "Choose Files with Figures", path);
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Import Figures"));
}

void
import_fixture_wait_label (AppFixture *fixture, const char *pattern)
{
  g_object_unref (streek_driver_wait (fixture->driver, "label", pattern));
}

gboolean
import_fixture_can_import (AppFixture *fixture)
{
  g_autoptr (AtspiAccessible) button = streek_driver_wait (fixture->driver, "button", "Import");

  return streek_driver_is_sensitive (button);
}

void
import_fixture_finish (AppFixture *fixture)
{
  g_assert_true (import_fixture_can_import (fixture));
  streek_driver_click (fixture->driver, "button", "Import");
  streek_driver_wait_gone (fixture->driver, "frame", "Import Figures");
}

/* Onto the map of the window, as from a file manager. */
void
import_fixture_drop (AppFixture *fixture, const char *name, const char *text)
{
  import_fixture_drop_at (fixture, name, text, "Import Figures");
}

void
import_fixture_drop_at (AppFixture *fixture, const char *name, const char *text, const char *frame)
{
  g_autofree char *path = app_fixture_dup_path (fixture, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  streek_driver_drop_file (fixture->driver, "image", "*", path);
  g_object_unref (streek_driver_wait (fixture->driver, "frame", frame));
}

void
import_fixture_close (AppFixture *fixture)
{
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_gone (fixture->driver, "frame", "Import Figures");
}

/* The first click on a window that is just there may be lost. */
void
import_fixture_show_step (AppFixture *fixture, const char *step, const char *pattern)
{
  for (guint i = 0; i < 20 && !streek_driver_has (fixture->driver, "label", pattern); i++)
    {
      streek_driver_click (fixture->driver, "label", step);

      for (guint j = 0; j < 40 && !streek_driver_has (fixture->driver, "label", pattern); j++)
        streek_driver_pause (50);
    }

  import_fixture_wait_label (fixture, pattern);
}
