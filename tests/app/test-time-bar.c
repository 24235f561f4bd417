/* test-time-bar.c: the periods under the map, played and slid over as a person without a mouse does
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

/* The share of people of 65 and over: figures of 2001, 2009 to 2015 and 2020. */
static void
open_ageing (AppFixture *fixture)
{
  app_fixture_start_example (fixture);
  /* a bar slides in over the map, and the buttons move with it */
  streek_driver_wait_rest (fixture->driver);
  app_fixture_choose_view (fixture, 3);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "*65*"));
  g_object_unref (streek_driver_wait (fixture->driver, "slider", "Period"));
}

static void
test_keys_go_over_gaps (AppFixture *fixture, gconstpointer data)
{
  open_ageing (fixture);
  g_object_unref (streek_driver_wait (fixture->driver, "label", "No figures of 2002–2008, *"));
  streek_driver_focus (fixture->driver, "slider", "Period");
  streek_driver_press (fixture->driver, "Home");
  streek_driver_wait_description (fixture->driver, "slider", "Period", "2001, period 1 of *");
  streek_driver_press (fixture->driver, "Right");
  streek_driver_wait_description (fixture->driver, "slider", "Period", "2009, period 2 of *");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "*65*2009*"));

  /* who moves through time keeps the limits, and the legend says so */
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Class limits of all periods, *"));
}

/* A screen reader, or a pointer, sets a year that has no figures: the nearest one is taken. */
static void
test_a_year_without_figures_is_passed_over (AppFixture *fixture, gconstpointer data)
{
  open_ageing (fixture);
  streek_driver_set_value (fixture->driver, "slider", "Period", 2003);
  streek_driver_wait_description (fixture->driver, "slider", "Period", "2001, period 1 of *");
}

static void
test_limits_are_held (AppFixture *fixture, gconstpointer data)
{
  open_ageing (fixture);
  streek_driver_focus (fixture->driver, "slider", "Period");
  streek_driver_press (fixture->driver, "Home");
  streek_driver_wait_description (fixture->driver, "slider", "Period", "2001, period 1 of *");
  streek_driver_focus (fixture->driver, NULL, "Hold the class limits");
  streek_driver_press (fixture->driver, "space");
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "Class limits of 2001, held from *"));
}

/* With the desktop's animations on: the last but one plays to the last, and stops there. */
static void
test_space_plays (AppFixture *fixture, gconstpointer data)
{
  open_ageing (fixture);
  streek_driver_focus (fixture->driver, "slider", "Period");
  streek_driver_press (fixture->driver, "End");
  streek_driver_press (fixture->driver, "Left");
  streek_driver_wait_description (fixture->driver, "slider", "Period", "2015, period 8 of 9");
  streek_driver_press (fixture->driver, "space");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Pause"));
  streek_driver_wait_description (fixture->driver, "slider", "Period", "2020, period 9 of 9");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Play the periods"));

  /* from the end it begins anew */
  streek_driver_press (fixture->driver, "space");
  streek_driver_wait_description (fixture->driver, "slider", "Period", "2001, period 1 of *");
  streek_driver_press (fixture->driver, "space");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Play the periods"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  app_test ("/app/time-bar/keys-go-over-gaps", test_keys_go_over_gaps);
  app_test ("/app/time-bar/a-year-without-figures-is-passed-over",
            test_a_year_without_figures_is_passed_over);
  app_test ("/app/time-bar/limits-are-held", test_limits_are_held);
  app_test ("/app/time-bar/space-plays", test_space_plays);

  return g_test_run ();
}
