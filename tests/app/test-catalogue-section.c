/* test-catalogue-section.c: single figures, own counts and definitions made and changed in the
 * window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

/* The section with the tab of that name in front. */
static void
open_tab (AppFixture *fixture, const char *tab)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "alt+2");
  streek_driver_click (fixture->driver, "label", "Population");
  streek_driver_click (fixture->driver, "page tab", tab);
}

static void
save_and_wait (AppFixture *fixture, const char *frame)
{
  streek_driver_click (fixture->driver, "button", "Save");
  streek_driver_wait_gone (fixture->driver, "frame", frame);
}

/* Of a year that has no figures yet, over the first area of the table. */
static void
test_figure_is_entered_and_undone (AppFixture *fixture, gconstpointer data)
{
  open_tab (fixture, "Table");
  streek_driver_click (fixture->driver, "button", "Enter a Figure…");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Enter a Figure"));

  g_autoptr (AtspiAccessible) save = streek_driver_wait (fixture->driver, "button", "Save");

  g_assert_false (streek_driver_is_sensitive (save));
  streek_driver_set_text (fixture->driver, "text", "Period (2024, 2024-Q3*", "2045");
  streek_driver_set_text (fixture->driver, "text", "Figure", "301,234");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Say where the figure was read."));
  g_assert_false (streek_driver_is_sensitive (save));
  streek_driver_set_text (fixture->driver, "text", "Source (required)", "Annual report");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Population, 2045: *301,234*"));
  g_assert_true (streek_driver_is_sensitive (save));
  save_and_wait (fixture, "Enter a Figure");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "301,234*"));

  streek_driver_press (fixture->driver, "ctrl+z");
  streek_driver_wait_gone (fixture->driver, "label", "301,234*");
}

/* What is not there yet has a list that says so, what is made stands in it with its value. */
static void
test_own_count_is_added_and_undone (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "alt+2");
  streek_driver_click (fixture->driver, "button", "Own Counts");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "haven van Zeebrugge"));
  streek_driver_click (fixture->driver, "button", "Add Count…");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Own Count"));
  streek_driver_set_text (fixture->driver, "text", "What is counted (required)", "Followers");
  streek_driver_set_text (fixture->driver, "text", "Name of it (required)", "Page of the region");
  streek_driver_click (fixture->driver, "button", "Add Value");
  streek_driver_set_text (fixture->driver, "text", "Date (2024, 2024-09 or 2024-09-01)", "2024-09");
  streek_driver_set_text (fixture->driver, "text", "Figure", "1,250");
  save_and_wait (fixture, "Own Count");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Page of the region"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "1,250 (September 2024)"));

  streek_driver_press (fixture->driver, "ctrl+z");
  streek_driver_wait_gone (fixture->driver, "label", "Page of the region");
  g_assert_true (streek_driver_has (fixture->driver, "label", "haven van Zeebrugge"));
}

/* A definition of the reference data is changed and brought back. */
static void
test_definition_is_edited_and_undone (AppFixture *fixture, gconstpointer data)
{
  open_tab (fixture, "Description");
  streek_driver_click (fixture->driver, "button", "Edit…");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "*Indicator*"));
  streek_driver_set_text (fixture->driver, "text", "Note", "Read with care");
  streek_driver_click (fixture->driver, "button", "Save");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Read with care"));

  streek_driver_press (fixture->driver, "ctrl+z");
  streek_driver_wait_gone (fixture->driver, "label", "Read with care");
}

/* A formula that is not there yet is no wrong one; what is wrong in one is said in its words. */
static void
test_formula_is_written (AppFixture *fixture, gconstpointer data)
{
  open_tab (fixture, "Description");
  streek_driver_click (fixture->driver, NULL, "New Indicator");
  streek_driver_click (fixture->driver, NULL, "New Indicator with Formula…");
  g_object_unref (streek_driver_wait (fixture->driver, "text", "Formula"));
  g_assert_false (streek_driver_has (fixture->driver, "label", "*stops too early*"));

  streek_driver_set_text (fixture->driver, "text", "Formula", "pop_total /");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*stops too early*"));
  streek_driver_set_text (fixture->driver, "text", "Formula", "pop_total / nothing");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*nothing*"));
  streek_driver_set_text (fixture->driver, "text", "Formula", "");
  streek_driver_wait_gone (fixture->driver, "label", "*nothing*");
  g_assert_false (streek_driver_has (fixture->driver, "label", "*stops too early*"));
}

/* By the keys: the list of breaks is opened, one is added and filled in. */
static void
test_break_is_added_and_undone (AppFixture *fixture, gconstpointer data)
{
  open_tab (fixture, "Description");
  streek_driver_click (fixture->driver, "button", "Edit…");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "*Indicator*"));
  streek_driver_focus (fixture->driver, "list item", "Breaks");
  streek_driver_press (fixture->driver, "Return");
  streek_driver_focus (fixture->driver, "button", "Add a Break");
  streek_driver_press (fixture->driver, "Return");
  g_object_unref (streek_driver_wait (fixture->driver, "text", "Period"));
  streek_driver_type (fixture->driver, "2015");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Remove 2015"));
  streek_driver_set_text (fixture->driver, "text", "Reason", "Counted anew");
  save_and_wait (fixture, "*Indicator*");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Break at 2015"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Counted anew"));

  streek_driver_press (fixture->driver, "ctrl+z");
  streek_driver_wait_gone (fixture->driver, "label", "Break at 2015");
}

/* What is there can be read without opening a list, and is taken away with its own button. */
static void
test_parts_are_removed_and_undone (AppFixture *fixture, gconstpointer data)
{
  open_tab (fixture, "Description");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Parts: Geslacht"));
  streek_driver_click (fixture->driver, "button", "Edit…");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Leeftijd; Geslacht"));
  streek_driver_focus (fixture->driver, "list item", "Parts");
  streek_driver_press (fixture->driver, "Return");
  streek_driver_click (fixture->driver, "button", "Remove Geslacht");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Leeftijd"));
  save_and_wait (fixture, "*Indicator*");
  streek_driver_wait_gone (fixture->driver, "label", "Parts: Geslacht");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Parts: Leeftijd"));

  streek_driver_press (fixture->driver, "ctrl+z");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Parts: Geslacht"));
}

/* A source gave two differences and no figures: they stand in the description, each can be deleted,
 * and comes back. */
static void
test_stated_difference_is_deleted_and_undone (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "ctrl+k");
  streek_driver_type (fixture->driver, "sociale werkplaatsen");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Trede 5: sociale werkplaatsen"));
  streek_driver_press (fixture->driver, "Return");
  streek_driver_click (fixture->driver, "page tab", "Description");
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "regio Brugge less *Kortrijk*is 2*"));

  streek_driver_click (fixture->driver, "button", "Delete the Difference with regio Brugge");
  streek_driver_wait_gone (fixture->driver, "label", "regio Brugge less *");
  streek_driver_press (fixture->driver, "ctrl+z");
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "regio Brugge less *Kortrijk*is 2*"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  app_test ("/app/catalogue/figure-is-entered-and-undone", test_figure_is_entered_and_undone);
  app_test ("/app/catalogue/own-count-is-added-and-undone", test_own_count_is_added_and_undone);
  app_test ("/app/catalogue/formula-is-written", test_formula_is_written);
  app_test ("/app/catalogue/definition-is-edited-and-undone", test_definition_is_edited_and_undone);
  app_test ("/app/catalogue/break-is-added-and-undone", test_break_is_added_and_undone);
  app_test ("/app/catalogue/parts-are-removed-and-undone", test_parts_are_removed_and_undone);
  app_test ("/app/catalogue/stated-difference-is-deleted-and-undone",
            test_stated_difference_is_deleted_and_undone);

  return g_test_run ();
}
