/* test-map-section.c: the map of the example, driven by keys and read as a screen reader reads it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

/* Five RESOC and four SERR in West-Vlaanderen: "De SERR's in West-Vlaanderen", West-Vlaanderen
 * Werkt 1/2009. */
static void
test_example_shows_resoc_and_serr (AppFixture *fixture, gconstpointer data)
{
  static const char *const resoc[] = { "Brugge", "Midden-West-Vlaanderen", "Oostende", "Westhoek",
                                       "Zuid-West-Vlaanderen" };

  app_fixture_start_example (fixture);
  streek_driver_wait_description (fixture->driver, "image", "RESOC and SERR*", "*5 areas*");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "RESOC (5) · SERR (4)*"));

  /* once in the legend, once in the list */
  for (gsize i = 0; i < G_N_ELEMENTS (resoc); i++)
    streek_driver_wait_count (fixture->driver, "label", resoc[i], 2);

  /* nobody documented which municipalities the SERR have: that stands on screen too */
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Composition inferred*"));
}

/* The 15 regions of the decree of 3 February 2023. */
static void
test_regions_of_today (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  app_fixture_choose_view (fixture, 1);
  streek_driver_wait_description (fixture->driver, "image", "Referentieregio*", "*15 areas*");
}

/* Without the sea and the countries around nobody needs to be thanked for them. */
static void
test_surroundings_are_switched_off (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*GSHHG*"));
  streek_driver_click (fixture->driver, "page tab", "Settings");
  streek_driver_click (fixture->driver, "check box", "Sea and neighbours*");
  streek_driver_wait_gone (fixture->driver, "label", "*GSHHG*");
}

static void
test_escape_leaves_a_search (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "ctrl+k");
  streek_driver_type (fixture->driver, "mannen");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Inwoners: mannen"));
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_gone (fixture->driver, "label", "Inwoners: mannen");
}

static void
test_table_instead_of_map (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "ctrl+t");
  /* the table lists what legend and list show as well */
  streek_driver_wait_count (fixture->driver, "label", "Oostende", 3);
  streek_driver_press (fixture->driver, "ctrl+t");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "RESOC and SERR*"));
}

/* U11: without a mouse, areas are walked and heard. Westhoek lies in the far south-west: left and
 * down lead there from wherever the walk begins. */
static void
test_areas_are_walked_by_keys (AppFixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "Home", "Down", "Left", "Down", "Left", "Up", "Left" };
  gboolean heard = FALSE;

  app_fixture_start_example (fixture);
  streek_driver_focus (fixture->driver, "image", "RESOC and SERR*");

  for (gsize i = 0; i < G_N_ELEMENTS (keys) && !heard; i++)
    {
      streek_driver_press (fixture->driver, keys[i]);
      streek_driver_wait_rest (fixture->driver);

      g_autofree char *words =
        streek_driver_dup_description (fixture->driver, "image", "RESOC and SERR*");

      heard = g_str_has_prefix (words, "Westhoek");
    }

  g_assert_true (heard);
}

/* A view with values: the same walk tells figure and class. Inhabitants of Diksmuide, 2024:
 * Statbel, 17 212 on 1 January 2024. */
static void
test_values_are_heard (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  app_fixture_choose_view (fixture, 3);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "*65*"));
  streek_driver_focus (fixture->driver, "image", "*65*");
  streek_driver_press (fixture->driver, "Home");
  streek_driver_wait_description (fixture->driver, "image", "*65*", "*class 1 of 5*");
  streek_driver_press (fixture->driver, "End");
  streek_driver_wait_description (fixture->driver, "image", "*65*", "*class 5 of 5*");
}

/* The area under the keys tells its course, in the card and in what is heard of the map. */
static void
test_course_of_an_area_is_heard (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  app_fixture_choose_view (fixture, 3);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "*65*"));
  streek_driver_focus (fixture->driver, "image", "*65*");
  streek_driver_press (fixture->driver, "Home");
  streek_driver_wait_description (fixture->driver, "image", "Course over time",
                                  "From * in 2001 to * in 2020*");
  streek_driver_wait_description (fixture->driver, "image", "*65*",
                                  "*class 1 of 5. From * in 2001 to * in 2020*");
}

/* This desktop asks for less movement: nothing plays by itself, each press goes one period on. */
static void
test_periods_are_stepped_through (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  app_fixture_choose_view (fixture, 3);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "*65*"));
  streek_driver_focus (fixture->driver, "slider", "Period");
  streek_driver_press (fixture->driver, "Home");
  streek_driver_wait_description (fixture->driver, "slider", "Period", "2001, period 1 of *");
  streek_driver_click (fixture->driver, "button", "Next period");
  streek_driver_wait_description (fixture->driver, "slider", "Period", "2009, period 2 of *");
  streek_driver_pause (1500);
  streek_driver_wait_description (fixture->driver, "slider", "Period", "2009, period 2 of *");
}

#define PARTS "What stands on the map*"

/* With keys alone, on the map itself: the scale bar leaves its corner, is told as moved, and goes
 * back to it. */
static void
test_furniture_is_moved_on_the_map (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  streek_driver_focus (fixture->driver, "image", PARTS);
  streek_driver_wait_description (fixture->driver, "image", PARTS,
                                  "Scale bar: at 100 % from left to right, 100 % from top*");
  streek_driver_press (fixture->driver, "Up");
  streek_driver_wait_description (fixture->driver, "image", PARTS,
                                  "Scale bar: at 100 % from left to right, 9? % from top*");
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_click (fixture->driver, "page tab", "Settings");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Moved by hand: Scale bar"));
  streek_driver_click (fixture->driver, "button", "Put Everything Back");
  streek_driver_wait_gone (fixture->driver, "label", "Moved by hand: Scale bar");
  streek_driver_wait_description (fixture->driver, "image", PARTS,
                                  "Scale bar: at 100 % from left to right, 100 % from top*");
}

/* Numbers for all five: beside the map their names, which lead to the areas. */
static void
test_numbers_lead_to_their_areas (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  streek_driver_click (fixture->driver, "page tab", "Settings");
  /* a list has no focus of its own that a reader could tell: it is the second after the arrow, and
   * comes into sight with the focus */
  streek_driver_focus (fixture->driver, "check box", "North arrow*");
  streek_driver_press (fixture->driver, "Tab");
  streek_driver_press (fixture->driver, "Tab");
  streek_driver_press (fixture->driver, "space");
  streek_driver_wait_popups (fixture->driver, 1);
  streek_driver_press (fixture->driver, "Down");
  streek_driver_press (fixture->driver, "Down");
  streek_driver_press (fixture->driver, "Return");
  streek_driver_wait_rest (fixture->driver);
  streek_driver_click (fixture->driver, "page tab", "Legend and List");
  g_object_unref (streek_driver_wait (fixture->driver, "list", "Numbers on the map"));
  streek_driver_wait_count (fixture->driver, "list item", "?: *", 5);
  /* all of them are one stop of Tab: the map itself is reached well within the few there are */
  streek_driver_focus (fixture->driver, "image", PARTS);
  streek_driver_click (fixture->driver, "list item", "4: Westhoek");
  streek_driver_wait_description (fixture->driver, "image", "RESOC and SERR*",
                                  "Westhoek*selected*");
}

/* Each key says what it did. */
static void
test_every_key_is_heard (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  app_fixture_choose_view (fixture, 3);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "*65*"));
  streek_driver_focus (fixture->driver, "image", "*65*");
  streek_driver_press (fixture->driver, "End");
  streek_driver_wait_description (fixture->driver, "image", "*65*", "*class 5 of 5*");
  streek_driver_press (fixture->driver, "space");
  streek_driver_wait_description (fixture->driver, "image", "*65*", "*class 5 of 5, selected*");
  streek_driver_press (fixture->driver, "Return");
  streek_driver_press (fixture->driver, "ctrl+Left");
  streek_driver_press (fixture->driver, "minus");
  streek_driver_press (fixture->driver, "plus");
  streek_driver_press (fixture->driver, "0");
  streek_driver_wait_description (fixture->driver, "image", "*65*", "*class 5 of 5, selected*");
  streek_driver_press (fixture->driver, "Home");
  streek_driver_wait_description (fixture->driver, "image", "*65*", "*class 1 of 5.*");
  streek_driver_press (fixture->driver, "shift+space");
  streek_driver_wait_description (fixture->driver, "image", "*65*", "*class 1 of 5, selected*");
  streek_driver_press (fixture->driver, "Page_Up");
  streek_driver_wait_description (fixture->driver, "slider", "Period", "20??, period 8 of *");
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_description (fixture->driver, "image", "*65*", "*areas*");
}

static void
test_everything_focusable_has_a_name (AppFixture *fixture, gconstpointer data)
{
  static const char *const sections[] = { "alt+1", "alt+2", "alt+3", "alt+4", "alt+5",
                                          "alt+6", "alt+7", "alt+8", "ctrl+p" };

  app_fixture_start_example (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      streek_driver_press (fixture->driver, sections[i]);
      streek_driver_wait_rest (fixture->driver);
      app_fixture_check_names (fixture, sections[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  app_test ("/app/map/example-shows-resoc-and-serr", test_example_shows_resoc_and_serr);
  app_test ("/app/map/regions-of-today", test_regions_of_today);
  app_test ("/app/map/surroundings-are-switched-off", test_surroundings_are_switched_off);
  app_test ("/app/map/escape-leaves-a-search", test_escape_leaves_a_search);
  app_test ("/app/map/table-instead-of-map", test_table_instead_of_map);
  app_test ("/app/map/areas-are-walked-by-keys", test_areas_are_walked_by_keys);
  app_test ("/app/map/values-are-heard", test_values_are_heard);
  app_test ("/app/map/course-of-an-area-is-heard", test_course_of_an_area_is_heard);
  app_test ("/app/map/periods-are-stepped-through", test_periods_are_stepped_through);
  app_test ("/app/map/furniture-is-moved-on-the-map", test_furniture_is_moved_on_the_map);
  app_test ("/app/map/numbers-lead-to-their-areas", test_numbers_lead_to_their_areas);
  app_test ("/app/map/every-key-is-heard", test_every_key_is_heard);
  app_test ("/app/map/everything-focusable-has-a-name", test_everything_focusable_has_a_name);

  return g_test_run ();
}
