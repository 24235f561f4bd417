/* test-map-panels.c: maps beside each other, chosen, walked and heard without a mouse */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

/* The share of people of 65 and over: figures of 2001, 2009 to 2015 and 2020. */
/* The first choice has the focus when the list opens. */
static void
choose_panels (AppFixture *fixture, guint steps)
{
  app_fixture_start_example (fixture);
  app_fixture_choose_view (fixture, 3);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "*65*"));
  streek_driver_click (fixture->driver, "button", "Maps beside each other");
  g_object_unref (streek_driver_wait (fixture->driver, "check box", "Two maps beside each other"));
  streek_driver_wait_popups (fixture->driver, 1);
  for (guint i = 0; i < steps; i++)
    streek_driver_press (fixture->driver, "Down");
  streek_driver_press (fixture->driver, "space");
  streek_driver_press (fixture->driver, "Escape");
}

/* An area that is walked to on one map is heard on the other too. */
static void
test_two_maps_are_walked_together (AppFixture *fixture, gconstpointer data)
{
  choose_panels (fixture, 1);
  /* the map that was there alone counts still */
  streek_driver_wait_count (fixture->driver, "image", "*65*", 3);
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Map 2: 2001. Choose another"));
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "The same class limits on all maps"));
  streek_driver_focus (fixture->driver, "image", "*65*2001*");
  streek_driver_press (fixture->driver, "Home");
  streek_driver_wait_description (fixture->driver, "image", "*65*2001*", "*class 1 of 5*");
  streek_driver_wait_description (fixture->driver, "image", "*65*2020*", "*class * of 5*");
}

/* The legend that both share counts the areas of the one that is pointed at. Out of `streek
 * values`: of the 64 municipalities of West-Vlaanderen 25 had less than 17,0 % in 2001, and one in
 * 2020. */
static void
test_card_and_legend_follow_the_map (AppFixture *fixture, gconstpointer data)
{
  choose_panels (fixture, 1);
  streek_driver_wait_count (fixture->driver, "image", "*65*", 3);
  g_object_unref (streek_driver_wait (fixture->driver, "button", "13.9 to < 17.0, 1 area"));
  streek_driver_focus (fixture->driver, "image", "*65*2001*");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "13.9 to < 17.0, 25 areas"));
  streek_driver_press (fixture->driver, "Home");

  /* what the card calls the area's figure of that map, and not of the first */
  g_object_unref (streek_driver_wait (fixture->driver, "label", "number * of 64, class 1 of 5"));
}

static void
test_every_period_has_a_small_map (AppFixture *fixture, gconstpointer data)
{
  choose_panels (fixture, 3);
  streek_driver_wait_count (fixture->driver, "image", "*65*", 10);
  g_object_unref (streek_driver_wait (fixture->driver, "label", "2012"));

  g_autoptr (GPtrArray) unnamed = streek_driver_list_unnamed (fixture->driver);

  g_assert_cmpuint (unnamed->len, ==, 0);
}

#define PARTS "Parts of the map*"

/* Several maps are one sheet: its legend is moved with keys, stays there in the next preview, and
 * goes back. */
static void
test_sheet_of_maps_is_arranged (AppFixture *fixture, gconstpointer data)
{
  choose_panels (fixture, 1);
  streek_driver_wait_count (fixture->driver, "image", "*65*", 3);
  streek_driver_press (fixture->driver, "ctrl+p");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Print Preview"));
  streek_driver_click (fixture->driver, "button", "Arrange");
  g_object_unref (streek_driver_wait (fixture->driver, "image", PARTS));
  streek_driver_press (fixture->driver, "Tab");
  streek_driver_wait_description (fixture->driver, "image", PARTS, "Title: *");
  streek_driver_press (fixture->driver, "Tab");
  streek_driver_wait_description (fixture->driver, "image", PARTS, "Legend: *");

  g_autofree char *before = streek_driver_dup_description (fixture->driver, "image", PARTS);

  for (guint i = 0; i < 12; i++)
    streek_driver_press (fixture->driver, "Left");
  streek_driver_wait_rest (fixture->driver);

  g_autofree char *after = streek_driver_dup_description (fixture->driver, "image", PARTS);

  g_assert_cmpstr (before, !=, after);
  g_assert_true (g_str_has_prefix (after, "Legend: "));
  streek_driver_press (fixture->driver, "Delete");
  streek_driver_wait_description (fixture->driver, "image", PARTS, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  app_test ("/app/map-panels/two-maps-are-walked-together", test_two_maps_are_walked_together);
  app_test ("/app/map-panels/card-and-legend-follow-the-map", test_card_and_legend_follow_the_map);
  app_test ("/app/map-panels/every-period-has-a-small-map", test_every_period_has_a_small_map);
  app_test ("/app/map-panels/sheet-of-maps-is-arranged", test_sheet_of_maps_is_arranged);

  return g_test_run ();
}
