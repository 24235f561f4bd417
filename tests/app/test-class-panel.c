/* test-class-panel.c: the classes of a map, moved by keys and heard as a screen reader hears them
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

/* The view of the share of people of 65 and over: five classes, so four limits. */
static void
open_panel (AppFixture *fixture)
{
  app_fixture_start_example (fixture);
  app_fixture_choose_view (fixture, 3);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "*65*"));
  streek_driver_click (fixture->driver, NULL, "Settings");
  g_object_unref (streek_driver_wait (fixture->driver, "slider", "Limit 4 of 4"));
}

/* A limit that is moved makes own limits of all, with the value that is heard. */
static void
test_limits_are_moved_by_keys (AppFixture *fixture, gconstpointer data)
{
  open_panel (fixture);
  streek_driver_focus (fixture->driver, "slider", "Limit 2 of 4");

  g_autofree char *before =
    streek_driver_dup_description (fixture->driver, "slider", "Limit 2 of 4");

  streek_driver_press (fixture->driver, "End");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Own limits"));

  /* just under the third one, and the others stay where they were */
  g_autofree char *third =
    streek_driver_dup_description (fixture->driver, "slider", "Limit 3 of 4");
  g_autofree char *pattern = g_strdup_printf ("%.1f", g_ascii_strtod (third, NULL) - 0.1);

  g_assert_cmpstr (before, !=, pattern);
  streek_driver_wait_description (fixture->driver, "slider", "Limit 2 of 4", pattern);

  /* the map follows: its legend has the class between those two */
  g_autofree char *class = g_strdup_printf ("%s to < %s", pattern, third);

  g_object_unref (streek_driver_wait (fixture->driver, "label", class));

  g_autofree char *limits = g_strdup_printf ("*; %s; %s; *", pattern, third);
  g_autofree char *typed =
    streek_driver_dup_text (fixture->driver, "text", "Limits between classes*");

  g_assert_true (g_pattern_match_simple (limits, typed));
}

static void
test_what_is_not_possible_is_said (AppFixture *fixture, gconstpointer data)
{
  open_panel (fixture);
  streek_driver_focus (fixture->driver, "check box", "Zero is a class of its own*");
  streek_driver_press (fixture->driver, "space");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*No area has the value 0.*"));
}

static void
test_a_palette_is_chosen_by_keys (AppFixture *fixture, gconstpointer data)
{
  open_panel (fixture);
  /* the button after that entry; of its two parts with one name only the inner takes the focus */
  streek_driver_focus (fixture->driver, "text", "Value at which the colours part*");
  streek_driver_press (fixture->driver, "Tab");
  streek_driver_press (fixture->driver, "Return");
  g_object_unref (streek_driver_wait (fixture->driver, NULL, "YlGnBu"));
  streek_driver_wait_description (fixture->driver, NULL, "YlGnBu", "*17 apart*");
  streek_driver_press (fixture->driver, "Down");
  streek_driver_press (fixture->driver, "Down");
  streek_driver_press (fixture->driver, "Return");
  g_object_unref (streek_driver_wait (fixture->driver, NULL, "Palette: Blues"));
  app_fixture_check_names (fixture, "class panel");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  app_test ("/app/class-panel/limits-are-moved-by-keys", test_limits_are_moved_by_keys);
  app_test ("/app/class-panel/what-is-not-possible-is-said", test_what_is_not_possible_is_said);
  app_test ("/app/class-panel/a-palette-is-chosen-by-keys", test_a_palette_is_chosen_by_keys);

  return g_test_run ();
}
