/* test-analysis.c: figures of an indicator held against each other in the window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

/* On the number of inhabitants of each RESOC of West-Vlaanderen. */
static void
open_analysis (AppFixture *fixture)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "alt+2");
  streek_driver_click (fixture->driver, "label", "Population");
  streek_driver_click (fixture->driver, NULL, "Analysis");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*change from 2001 to 2024*"));
}

static void
choose_kind (AppFixture *fixture, const char *button, const char *kind)
{
  streek_driver_click (fixture->driver, "button", button);
  streek_driver_focus (fixture->driver, "list item", kind);
  streek_driver_press (fixture->driver, "Return");
  streek_driver_wait_popups (fixture->driver, 0);
}

static void
begin_in_2009 (AppFixture *fixture)
{
  /* the chart, shown before, has a button of that name too */
  streek_driver_click_last (fixture->driver, "button", "Periods");
  streek_driver_wait_popups (fixture->driver, 1);
  streek_driver_press (fixture->driver, "space");
  streek_driver_wait_popups (fixture->driver, 2);
  streek_driver_press (fixture->driver, "Down"); /* 2001 */
  streek_driver_press (fixture->driver, "Down"); /* 2009 */
  streek_driver_press (fixture->driver, "Return");
  streek_driver_press (fixture->driver, "Escape");
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "*change from 2009 to 2024, in percent"));
}

/* RESOC Zuid-West-Vlaanderen, Statbel, Bevolking naar woonplaats, 1 January: 280 049 inhabitants in
 * 2009 and 302 332 in 2024, so 22 283 more: 22 283 / 280 049 = 7.957 %. */
static void
test_change_between_two_periods (AppFixture *fixture, gconstpointer data)
{
  open_analysis (fixture);
  begin_in_2009 (fixture);
  g_object_unref (streek_driver_wait (fixture->driver, "label", "280,049"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "22,283"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "8.0"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Source: Statbel*"));
}

/* The whole row, with the words of the test: permutations, seed and limit. */
static void
test_clusters_are_explained (AppFixture *fixture, gconstpointer data)
{
  open_analysis (fixture);
  choose_kind (fixture, "Kind of analysis: Change", "Moran's I");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*Moran's I and clusters"));
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "*999 random permutations*seed 0*"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "not significant"));
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Test"));
}

static void
test_kinds_that_do_not_fit_say_why (AppFixture *fixture, gconstpointer data)
{
  open_analysis (fixture);
  streek_driver_click (fixture->driver, "button", "Kind of analysis: Change");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*at least two indicators*"));
}

/* The first of the ranking, Zuid-West-Vlaanderen, chosen here is chosen on the map. */
static void
test_rows_select_areas (AppFixture *fixture, gconstpointer data)
{
  open_analysis (fixture);
  choose_kind (fixture, "Kind of analysis: Change", "Ranking");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*ranking, highest first"));
  /* the figure stood in the table before, too */
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Rank"));
  streek_driver_click (fixture->driver, "label", "302,332");
  streek_driver_press (fixture->driver, "alt+1");
  streek_driver_focus (fixture->driver, "image", "Inwoners*");
  streek_driver_press (fixture->driver, "End");
  streek_driver_wait_description (fixture->driver, "image", "Inwoners*",
                                  "*Zuid-West-Vlaanderen*selected*");
}

/* Saved beside maps and charts; back from the map of other areas it is as it was: kind, areas and
 * both periods. What stands in its place, and its end, undo takes back. */
static void
test_analysis_is_saved (AppFixture *fixture, gconstpointer data)
{
  open_analysis (fixture);
  begin_in_2009 (fixture);
  streek_driver_click (fixture->driver, "button", "Saved views");
  app_fixture_save_view (fixture, "Vijftien jaar");
  streek_driver_wait_description (fixture->driver, "list item", "Vijftien jaar",
                                  "Analysis: Change");
  app_fixture_choose_listed_view (fixture, "Referentieregio's vandaag");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Referentieregio*"));

  streek_driver_click (fixture->driver, "button", "Saved views");
  app_fixture_choose_listed_view (fixture, "Vijftien jaar");
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "*change from 2009 to 2024, in percent"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "280,049"));

  choose_kind (fixture, "Kind of analysis: Change", "Index");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Kind of analysis: Index"));
  streek_driver_click (fixture->driver, "button", "Saved views");
  streek_driver_click (fixture->driver, "button", "Let Vijftien jaar show what is shown now");
  streek_driver_wait_description (fixture->driver, "list item", "Vijftien jaar", "Analysis: Index");
  streek_driver_click (fixture->driver, "button", "Undo");
  streek_driver_wait_description (fixture->driver, "list item", "Vijftien jaar",
                                  "Analysis: Change");
  app_fixture_choose_listed_view (fixture, "Vijftien jaar");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Kind of analysis: Change"));
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "*change from 2009 to 2024, in percent"));

  streek_driver_click (fixture->driver, "button", "Saved views");
  streek_driver_click (fixture->driver, "button", "Delete Vijftien jaar");
  streek_driver_wait_gone (fixture->driver, "list item", "Vijftien jaar");
  streek_driver_click (fixture->driver, "button", "Undo");
  g_object_unref (streek_driver_wait (fixture->driver, "list item", "Vijftien jaar"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  app_test ("/app/analysis/change", test_change_between_two_periods);
  app_test ("/app/analysis/clusters", test_clusters_are_explained);
  app_test ("/app/analysis/unfit-kinds", test_kinds_that_do_not_fit_say_why);
  app_test ("/app/analysis/rows-select", test_rows_select_areas);
  app_test ("/app/analysis/saved", test_analysis_is_saved);

  return g_test_run ();
}
