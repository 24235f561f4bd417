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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  app_test ("/app/projects/sheet", test_sheet);

  return g_test_run ();
}
