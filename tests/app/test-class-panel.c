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

static void
set (AppFixture *fixture, const char *row, const char *text)
{
  streek_driver_set_text (fixture->driver, NULL, row, text);
}

/* Made, used, changed, found with the indicator, and taken back. */
static void
test_policy_limits_are_kept_and_used (AppFixture *fixture, gconstpointer data)
{
  open_panel (fixture);
  streek_driver_click (fixture->driver, "button", "Keep as Policy Limits*");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Give the policy limits a name."));
  set (fixture, "Name (required)", "Vergrijzing 2030");
  set (fixture, "Limits, with semicolons (required)", "18; 22");
  set (fixture, "< 18.0", "jong");
  set (fixture, "18.0 to < 22.0", "gemiddeld");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "These limits make 3 classes: *"));
  set (fixture, "≥ 22.0", "oud");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Say where the policy limits *"));
  app_fixture_check_names (fixture, "policy limits");
  set (fixture, "Source (required)", "Testplan");
  set (fixture, "Valid from period", "2020");
  streek_driver_click (fixture->driver, "button", "Save");

  /* the map has them at once, its legend their words, and its foot their source */
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Policy limits"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Testplan · from 2020"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "oud: ≥ 22.0"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*“Vergrijzing 2030”: Testplan.*"));

  /* another time is said */
  streek_driver_focus (fixture->driver, "slider", "Period");
  streek_driver_press (fixture->driver, "Left");
  g_object_unref (streek_driver_wait (fixture->driver, "label",
                                      "*“Vergrijzing 2030” hold from 2020; the map shows 2015.*"));

  streek_driver_click (fixture->driver, "button", "Edit Policy Limits*");
  set (fixture, "Valid from period", "2001");
  streek_driver_click (fixture->driver, "button", "Save");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Testplan · from 2001"));

  /* twice back: as if they had never been */
  streek_driver_press (fixture->driver, "ctrl+z");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Testplan · from 2020"));
  streek_driver_press (fixture->driver, "ctrl+z");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Quantiles"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  app_test ("/app/class-panel/limits-are-moved-by-keys", test_limits_are_moved_by_keys);
  app_test ("/app/class-panel/what-is-not-possible-is-said", test_what_is_not_possible_is_said);
  app_test ("/app/class-panel/a-palette-is-chosen-by-keys", test_a_palette_is_chosen_by_keys);
  app_test ("/app/class-panel/policy-limits-are-kept-and-used",
            test_policy_limits_are_kept_and_used);

  return g_test_run ();
}
