/* app-fixture.h: the program on a copy of the example, in a folder of its own */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-driver.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;         /* removed with everything in it */
  char *path;           /* of the copy of the example */
  StreekDriver *driver; /* (nullable) */
} AppFixture;

/* Makes the folder with the copy in it; starts nothing. */
void app_fixture_set_up (AppFixture *fixture, gconstpointer data);
void app_fixture_tear_down (AppFixture *fixture, gconstpointer data);
/* Starts the program on @path, on no file where it is NULL. */
void app_fixture_start (AppFixture *fixture, const char *path);
/* On the copy of the example, and waits for its map. */
void app_fixture_start_example (AppFixture *fixture);
char *app_fixture_dup_path (AppFixture *fixture, const char *name);
/* Chooses the saved view that is @steps under the first one. */
void app_fixture_choose_view (AppFixture *fixture, guint steps);
/* In the list of views, which is open: keeps what is shown now as @name … */
void app_fixture_save_view (AppFixture *fixture, const char *name);
/* … and goes to the one of that name. */
void app_fixture_choose_listed_view (AppFixture *fixture, const char *name);
/* Every control that there is now has a name for who does not see it; @where: for the log */
void app_fixture_check_names (AppFixture *fixture, const char *where);
/* Opens the menu of a button and chooses a command in it. */
void app_fixture_choose_command (AppFixture *fixture, const char *button, const char *command);
/* The same of a menu in that of the window. */
void app_fixture_choose_in_menu (AppFixture *fixture, const char *menu, const char *command);
/* Waits for a whole file: it is written under another name and then renamed; what GTK prints is
 * there before it is whole, so until the program rests. */
GBytes *app_fixture_wait_for_file (AppFixture *fixture, const char *path);

#define app_test(path, func)                                                                       \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, func, app_fixture_tear_down)
