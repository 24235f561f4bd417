/* test-figures-section.c: figures read, corrected, undone and redone in the window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

/* Inhabitants of Diksmuide on 1 January 2024 and of the twelve municipalities of RESOC
 * Zuid-West-Vlaanderen on 1 January 2019: Statbel, Bevolking naar woonplaats. */
#define DIKSMUIDE_2024 "17,228"
#define ZUID_WEST_2019 "290,706"

/* The section with its table in front, in place of the chart. */
static void
open_table (AppFixture *fixture)
{
  streek_driver_press (fixture->driver, "alt+2");
  streek_driver_click (fixture->driver, "page tab", "Table");
}

static void
choose_population (AppFixture *fixture)
{
  open_table (fixture);
  streek_driver_click (fixture->driver, "label", "Population");
}

/* The view "Inwoners per gemeente", its table, and the window with all years of Diksmuide. */
static void
open_diksmuide (AppFixture *fixture)
{
  app_fixture_start_example (fixture);
  app_fixture_choose_view (fixture, 2);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Inwoners*"));
  open_table (fixture);
  g_object_unref (streek_driver_wait (fixture->driver, "label", DIKSMUIDE_2024));
  streek_driver_click_last (fixture->driver, "label", "Diksmuide");
  streek_driver_press (fixture->driver, "Return");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Diksmuide"));
}

static void
correct_diksmuide (AppFixture *fixture, const char *figure)
{
  open_diksmuide (fixture);
  streek_driver_click (fixture->driver, "button", "Correct the Figure of 2024");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Correct a Figure"));
  streek_driver_set_text (fixture->driver, "text", "Figure", figure);
  streek_driver_set_text (fixture->driver, "text", "Reason (required)", "Counted again");
}

static void
test_totals_are_in_the_table (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  choose_population (fixture);
  g_object_unref (streek_driver_wait (fixture->driver, "label", ZUID_WEST_2019));
}

static void
test_search_finds_part_of_a_word (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "alt+2");
  streek_driver_set_text (fixture->driver, "entry", "Search indicators", "65+");
  g_object_unref (streek_driver_wait (fixture->driver, "list item", "Population aged 65+"));
  g_assert_false (streek_driver_has (fixture->driver, "label", "No Indicator Found"));
  streek_driver_set_text (fixture->driver, "entry", "Search indicators", "zzzz");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "No Indicator Found"));
}

/* What is computed from others offers no correction. */
static void
test_sums_are_not_corrected (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  choose_population (fixture);
  g_object_unref (streek_driver_wait (fixture->driver, "label", ZUID_WEST_2019));
  streek_driver_click (fixture->driver, "label", ZUID_WEST_2019);
  streek_driver_press (fixture->driver, "Return");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Zuid-West-Vlaanderen"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "What is computed from others*"));
  g_assert_false (streek_driver_has (fixture->driver, "button", "Correct the Figure of 2019"));
}

static void
test_correction_is_undone_and_redone (AppFixture *fixture, gconstpointer data)
{
  correct_diksmuide (fixture, "17,300");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Understood as 17,300*"));
  streek_driver_click (fixture->driver, "button", "Save");
  streek_driver_wait_gone (fixture->driver, "frame", "Correct a Figure");

  /* brought back, and corrected again by undoing that */
  streek_driver_click (fixture->driver, "button", "Correct the Figure of 2024");
  streek_driver_click (fixture->driver, "button", "Bring Back the Figure of the Source");
  streek_driver_wait_gone (fixture->driver, "frame", "Correct a Figure");
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_gone (fixture->driver, "frame", "Diksmuide");
  g_object_unref (streek_driver_wait (fixture->driver, "label", DIKSMUIDE_2024));
  streek_driver_press (fixture->driver, "ctrl+z");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "17,300"));

  streek_driver_press (fixture->driver, "ctrl+z");
  g_object_unref (streek_driver_wait (fixture->driver, "label", DIKSMUIDE_2024));
  streek_driver_wait_gone (fixture->driver, "label", "17,300");

  streek_driver_press (fixture->driver, "ctrl+shift+z");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "17,300"));
}

/* By a word of its definition, into the section that shows it. */
static void
test_search_finds_by_definition (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "ctrl+k");
  streek_driver_wait_rest (fixture->driver); /* the texts are gathered */
  streek_driver_type (fixture->driver, "wachtregister");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Indicator*wachtregister*"));
  streek_driver_press (fixture->driver, "Return");
  g_object_unref (streek_driver_wait (fixture->driver, "entry", "Search indicators"));
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Inwoners, 2001*"));
}

/* Without a reason, or without a number, there is nothing to save. */
static void
test_correction_needs_number_and_reason (AppFixture *fixture, gconstpointer data)
{
  correct_diksmuide (fixture, "many");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "This is not a number."));

  g_autoptr (AtspiAccessible) save = streek_driver_wait (fixture->driver, "button", "Save");

  g_assert_false (streek_driver_is_sensitive (save));
  streek_driver_set_text (fixture->driver, "text", "Figure", "17300");
  g_assert_true (streek_driver_is_sensitive (save));
  streek_driver_set_text (fixture->driver, "text", "Reason (required)", "  ");
  g_assert_false (streek_driver_is_sensitive (save));
}

static void
test_description_tells_where_figures_come_from (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  choose_population (fixture);
  streek_driver_click (fixture->driver, "page tab", "Description");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Statbel*"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "The sum of the areas"));
}

/* Choosing an area in the tree makes it the area of the window. */
static void
test_structure_is_a_tree (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "alt+3");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "ERSV West-Vlaanderen"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "70\u00a0municipalities"));
  streek_driver_click (fixture->driver, "label", "SERR Waas en Dender");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Area: Waas en Dender"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  app_test ("/app/figures/totals-are-in-the-table", test_totals_are_in_the_table);
  app_test ("/app/figures/search-finds-part-of-a-word", test_search_finds_part_of_a_word);
  app_test ("/app/figures/sums-are-not-corrected", test_sums_are_not_corrected);
  app_test ("/app/figures/correction-is-undone-and-redone", test_correction_is_undone_and_redone);
  app_test ("/app/figures/search-finds-by-definition", test_search_finds_by_definition);
  app_test ("/app/figures/correction-needs-number-and-reason",
            test_correction_needs_number_and_reason);
  app_test ("/app/figures/description-tells-where-figures-come-from",
            test_description_tells_where_figures_come_from);
  app_test ("/app/structure/is-a-tree", test_structure_is_a_tree);

  return g_test_run ();
}
