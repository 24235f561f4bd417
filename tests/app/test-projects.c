/* test-projects.c: a project is read as a sheet, and changed from there */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

/* What is chosen in the list is on the sheet; its strands are there, and a pencil opens its form.
 */
static void
test_sheet (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  streek_driver_click (fixture->driver, "list item", "Projects");
  streek_driver_click (fixture->driver, "page tab", "Sheet");
  g_object_unref (streek_driver_wait (fixture->driver, "heading", "In brief"));
  app_fixture_check_names (fixture, "project sheet");
  streek_driver_click (fixture->driver, "button", "Open “In brief”");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Save"));
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_gone (fixture->driver, "button", "Save");
  streek_driver_click (fixture->driver, "page tab", "Map");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Projects by municipality"));
}

/* Enter reads a project, F2 there or in the list changes it, and Alt+Left is back at its row. So
 * for a programme. */
static void
test_list_opens_the_sheet (AppFixture *fixture, gconstpointer data)
{
  StreekDriver *driver;

  app_fixture_start_example (fixture);
  driver = fixture->driver;
  streek_driver_click (driver, "list item", "Projects");
  streek_driver_click (driver, "label", "Anticipating Change");
  streek_driver_press (driver, "Return");
  g_object_unref (streek_driver_wait (driver, "heading", "Anticipating Change"));
  streek_driver_press (driver, "F2");
  g_object_unref (streek_driver_wait (driver, "button", "Save"));
  streek_driver_press (driver, "Escape");
  streek_driver_wait_gone (driver, "button", "Save");
  streek_driver_press (driver, "alt+Left");
  streek_driver_press (driver, "Down");
  streek_driver_press (driver, "Return");
  g_object_unref (streek_driver_wait (driver, "heading", "Demographic Change*"));
  streek_driver_press (driver, "alt+Left");
  streek_driver_press (driver, "F2");
  g_object_unref (streek_driver_wait (driver, "button", "Save"));
  streek_driver_press (driver, "Escape");
  streek_driver_wait_gone (driver, "button", "Save");
  streek_driver_click (driver, "page tab", "Programmes");
  streek_driver_click (driver, "label", "West Deal");
  streek_driver_press (driver, "Return");
  g_object_unref (streek_driver_wait (driver, "heading", "West Deal"));
  g_object_unref (streek_driver_wait (driver, "button", "Back to the list"));
  streek_driver_press (driver, "alt+Left");
  streek_driver_press (driver, "Down");
  streek_driver_press (driver, "Return");
  g_object_unref (streek_driver_wait (driver, "heading", "Westhoek Impulsplan"));
}

/* In the form of a channel, which is open. */
static void
add_count (StreekDriver *driver, const char *period, const char *number)
{
  streek_driver_click (driver, "button", "Add: Count of a channel");
  g_object_unref (streek_driver_wait (driver, "frame", "Count of a channel"));
  streek_driver_set_text (driver, "text", "Of", period);
  streek_driver_set_text (driver, "text", "Number (required)", number);
  streek_driver_set_text (driver, "text", "What is counted", "Readers");
  streek_driver_press (driver, "ctrl+s");
  streek_driver_wait_gone (driver, "frame", "Count of a channel");
}

/* Two counts of a channel are drawn on the sheet of its project, said in words, and one click from
 * there is where they are entered. */
static void
test_counts_make_a_course (AppFixture *fixture, gconstpointer data)
{
  StreekDriver *driver;

  app_fixture_start_example (fixture);
  driver = fixture->driver;
  streek_driver_click (driver, "list item", "Projects");
  streek_driver_click (driver, "page tab", "Channels");
  streek_driver_click (driver, "label", "Streeknieuwsbrief");
  streek_driver_press (driver, "F2");
  g_object_unref (streek_driver_wait (driver, "frame", "Channel"));
  add_count (driver, "2016", "310");
  add_count (driver, "2014", "120");
  streek_driver_press (driver, "Escape");
  streek_driver_wait_gone (driver, "frame", "Channel");
  streek_driver_click (driver, "page tab", "Projects");
  streek_driver_wait_rest (driver);
  streek_driver_click (driver, "label", "Versterkt Streekbeleid Westhoek");
  streek_driver_press (driver, "Return");
  streek_driver_wait_description (driver, "button", "Course of “Streeknieuwsbrief: Readers”",
                                  "From 120 (2014) to 310 (2016).*");
  app_fixture_check_names (fixture, "course on a sheet");
  streek_driver_click (driver, "button", "Course of “Streeknieuwsbrief: Readers”");
  g_object_unref (streek_driver_wait (driver, "frame", "Channel"));
  g_object_unref (streek_driver_wait (driver, "list", "Counts of a channel"));
}

/* A project without areas is on no map: the page says what to do, leads there, and prints nothing.
 */
static void
test_map_without_areas (AppFixture *fixture, gconstpointer data)
{
  StreekDriver *driver;

  app_fixture_start_example (fixture);
  driver = fixture->driver;
  streek_driver_click (driver, "list item", "Projects");
  streek_driver_wait_rest (driver);
  streek_driver_click (driver, "label", "Westhoek Business Club");
  streek_driver_click (driver, "page tab", "Map");
  g_object_unref (streek_driver_wait (driver, "label", "No area of this project is entered.*"));
  streek_driver_wait_sensitive (driver, "button", "Print…", FALSE);
  app_fixture_check_names (fixture, "map without areas");
  streek_driver_click (driver, "button", "Only the one selected in the list");
  g_object_unref (streek_driver_wait (driver, "image", "Projects by municipality"));
  streek_driver_wait_sensitive (driver, "button", "Print…", TRUE);
  streek_driver_click (driver, "button", "Only the one selected in the list");
  streek_driver_click (driver, "button", "Open the Project");
  g_object_unref (streek_driver_wait (driver, "heading", "Westhoek Business Club"));
  g_object_unref (streek_driver_wait (driver, "button", "Add to “Areas”"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  app_test ("/app/projects/sheet", test_sheet);
  app_test ("/app/projects/list-opens-the-sheet", test_list_opens_the_sheet);
  app_test ("/app/projects/counts-make-a-course", test_counts_make_a_course);
  app_test ("/app/projects/map-without-areas", test_map_without_areas);

  return g_test_run ();
}
