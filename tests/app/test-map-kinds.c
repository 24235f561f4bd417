/* test-map-kinds.c: kinds of maps chosen by a person, and heard as a screen reader hears them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

/* The view of the share of people of 65 and over, with its settings. */
static void
open_settings (AppFixture *fixture)
{
  app_fixture_start_example (fixture);
  app_fixture_choose_view (fixture, 3);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "*65*"));
  streek_driver_click (fixture->driver, NULL, "Settings");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Drawn as: Automatic"));
}

static void
choose_kind (AppFixture *fixture, const char *shown, const char *kind)
{
  streek_driver_click (fixture->driver, "button", shown);
  streek_driver_focus (fixture->driver, "list item", kind);
  streek_driver_press (fixture->driver, "Return");
  streek_driver_wait_popups (fixture->driver, 0);
}

/* Of percentages the change is in percentage points, from the first period there is. */
static void
test_a_change_is_chosen (AppFixture *fixture, gconstpointer data)
{
  open_settings (fixture);
  choose_kind (fixture, "Drawn as: Automatic", "Change between two periods");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "*change from 2001 to *"));
  g_object_unref (
    streek_driver_wait (fixture->driver, "button", "Drawn as: Change between two periods"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*percentage points*"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*has a break in 2009*"));

  /* keys tell both figures of an area */
  streek_driver_focus (fixture->driver, "image", "*change from*");
  streek_driver_press (fixture->driver, "Home");
  streek_driver_wait_description (fixture->driver, "image", "*change from*", "*In 2001: *");

  /* who moves through time compares changes since 2001, and nothing lies between 2001 and 2001 */
  streek_driver_focus (fixture->driver, "slider", "Period");
  streek_driver_press (fixture->driver, "Left");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "*change from 2001 to 2015*"));
  streek_driver_click (fixture->driver, NULL, "Legend and List");
  g_object_unref (streek_driver_wait (fixture->driver, "label",
                                      "Class limits of all changes between 2001 and *"));
  streek_driver_wait_description (fixture->driver, "slider", "Period", "2015, period 7 of 8");
  streek_driver_focus (fixture->driver, NULL, "Hold the class limits");
  streek_driver_press (fixture->driver, "space");
  g_object_unref (streek_driver_wait (fixture->driver, "label",
                                      "Class limits of the change between 2001 and 2015, held"));

  g_autoptr (GPtrArray) unnamed = streek_driver_list_unnamed (fixture->driver);

  g_assert_cmpuint (unnamed->len, ==, 0);
}

/* Nine classes of two indicators: each cell of the square chooses its areas, and keys tell both
 * figures of an area. */
static void
test_two_indicators_are_chosen (AppFixture *fixture, gconstpointer data)
{
  open_settings (fixture);
  choose_kind (fixture, "Drawn as: Automatic", "Two indicators together");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Aandeel 65-plussers and *"));
  streek_driver_wait_description (fixture->driver, "image", "Aandeel 65-plussers and *",
                                  "Map of two indicators*");

  streek_driver_focus (fixture->driver, "text", "Two limits of the first indicator*");
  streek_driver_type (fixture->driver, "20; 24");
  streek_driver_press (fixture->driver, "Return");
  streek_driver_focus (fixture->driver, "image", "Aandeel 65-plussers and *");
  streek_driver_press (fixture->driver, "Home");
  streek_driver_wait_description (fixture->driver, "image", "Aandeel 65-plussers and *",
                                  "*Aandeel 65-plussers: *class * of 3; *class * of 3*");
  /* the course is of one of both, and says of which */
  streek_driver_wait_description (fixture->driver, "image", "Aandeel 65-plussers and *",
                                  "*Aandeel 65-plussers: From *");

  streek_driver_click (fixture->driver, NULL, "Legend and List");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "20.0 to < 24.0"));
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Aandeel 65-plussers: 20.0 to*"));

  g_autoptr (GPtrArray) unnamed = streek_driver_list_unnamed (fixture->driver);

  g_assert_cmpuint (unnamed->len, ==, 0);
}

static void
test_circles_lie_over_classes (AppFixture *fixture, gconstpointer data)
{
  open_settings (fixture);
  choose_kind (fixture, "Drawn as: Automatic", "Circles over classes");
  streek_driver_wait_description (fixture->driver, "image",
                                  "Aandeel 65-plussers and inwoners: 65 jaar en ouder*",
                                  "*Circles over it: *");
  streek_driver_click (fixture->driver, NULL, "Legend and List");
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "Inwoners: 65 jaar en ouder (personen)"));
}

/* What does not fit stays in the list, with its reason. */
static void
test_kinds_that_do_not_fit_say_why (AppFixture *fixture, gconstpointer data)
{
  open_settings (fixture);
  streek_driver_click (fixture->driver, "button", "Drawn as: Automatic");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Circles add up to a whole*"));
  streek_driver_press (fixture->driver, "Escape");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  app_test ("/app/map-kinds/a-change-is-chosen", test_a_change_is_chosen);
  app_test ("/app/map-kinds/two-indicators-are-chosen", test_two_indicators_are_chosen);
  app_test ("/app/map-kinds/circles-lie-over-classes", test_circles_lie_over_classes);
  app_test ("/app/map-kinds/kinds-that-do-not-fit-say-why", test_kinds_that_do_not_fit_say_why);

  return g_test_run ();
}
