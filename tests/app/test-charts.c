/* test-charts.c: the chart of an indicator read, walked over and changed in the window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

/* Statbel, Bevolking naar woonplaats: inhabitants of the seven municipalities of RESOC Oostende on
 * 1 January 2001, the lowest figure of the chart. */
#define OOSTENDE_2001 "*Oostende*2001*142,*"

static void
open_population (AppFixture *fixture)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "alt+2");
  streek_driver_click (fixture->driver, "label", "Population");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "*2001*2024*"));
}

static void
test_chart_is_described (AppFixture *fixture, gconstpointer data)
{
  open_population (fixture);
  streek_driver_wait_description (fixture->driver, "image", "*2001*2024*", "*RESOC*");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*6,821,770*"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Source: Statbel*"));
}

/* Home is the lowest figure, the arrows go on from there; what is reached is read out. */
static void
test_keys_walk_over_figures (AppFixture *fixture, gconstpointer data)
{
  open_population (fixture);
  streek_driver_focus (fixture->driver, "image", "*2001*2024*");
  streek_driver_press (fixture->driver, "Home");
  streek_driver_wait_description (fixture->driver, "image", "*2001*2024*", OOSTENDE_2001);
  streek_driver_press (fixture->driver, "Right");
  streek_driver_wait_description (fixture->driver, "image", "*2001*2024*", "*Oostende*2009*");
  streek_driver_press (fixture->driver, "Up");
  streek_driver_wait_description (fixture->driver, "image", "*2001*2024*", "*Westhoek*2009*");
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_description (fixture->driver, "image", "*2001*2024*", "*RESOC*");
}

/* An area chosen on the chart is chosen on the map. */
static void
test_selection_is_shared (AppFixture *fixture, gconstpointer data)
{
  open_population (fixture);
  streek_driver_focus (fixture->driver, "image", "*2001*2024*");
  streek_driver_press (fixture->driver, "Home");
  streek_driver_press (fixture->driver, "space");
  streek_driver_press (fixture->driver, "alt+1");
  streek_driver_focus (fixture->driver, "image", "Inwoners*");
  streek_driver_press (fixture->driver, "Home");
  streek_driver_wait_description (fixture->driver, "image", "Inwoners*", "*Oostende*selected*");
}

static void
choose_ranking (AppFixture *fixture)
{
  streek_driver_click (fixture->driver, "button", "Kind of chart: Lines");
  streek_driver_focus (fixture->driver, "list item", "Ranking");
  streek_driver_press (fixture->driver, "Return");
  streek_driver_wait_popups (fixture->driver, 0);
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Kind of chart: Ranking"));
}

static void
test_kinds_that_do_not_fit_say_why (AppFixture *fixture, gconstpointer data)
{
  open_population (fixture);
  choose_ranking (fixture);
  streek_driver_wait_gone (fixture->driver, "image", "*2001*2024*");

  /* one indicator makes no scatter plot, and says so */
  streek_driver_click (fixture->driver, "button", "Kind of chart: Ranking");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*two indicators*"));
}

static void
test_index_is_100_in_its_base (AppFixture *fixture, gconstpointer data)
{
  open_population (fixture);
  streek_driver_click (fixture->driver, "button", "Periods");
  g_object_unref (streek_driver_wait (fixture->driver, "combo box", "Index = 100 in"));
  streek_driver_wait_popups (fixture->driver, 1);
  streek_driver_press (fixture->driver, "alt+i");
  streek_driver_wait_popups (fixture->driver, 2);
  streek_driver_press (fixture->driver, "Down");
  streek_driver_press (fixture->driver, "Return");
  streek_driver_press (fixture->driver, "Escape");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Index: 2001 = 100*"));
}

/* A chart is saved beside the maps, brought back from the map, put in another view's place, and
 * taken back by undo. */
static void
test_chart_is_saved (AppFixture *fixture, gconstpointer data)
{
  open_population (fixture);
  choose_ranking (fixture);
  streek_driver_click (fixture->driver, "button", "Saved views");
  app_fixture_save_view (fixture, "Rangorde");
  app_fixture_choose_listed_view (fixture, "Referentieregio's vandaag");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Referentieregio*"));

  streek_driver_click (fixture->driver, "button", "Saved views");
  app_fixture_choose_listed_view (fixture, "Rangorde");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Kind of chart: Ranking"));
  streek_driver_wait_description (fixture->driver, "image", "*2024*", "*RESOC*");

  streek_driver_click (fixture->driver, "button", "Kind of chart: Ranking");
  streek_driver_focus (fixture->driver, "list item", "Bars");
  streek_driver_press (fixture->driver, "Return");
  streek_driver_wait_popups (fixture->driver, 0);
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Kind of chart: Bars"));
  streek_driver_click (fixture->driver, "button", "Saved views");
  streek_driver_click (fixture->driver, "button", "Let Rangorde show what is shown now");
  streek_driver_wait_gone (fixture->driver, "button", "Let Rangorde show what is shown now");
  streek_driver_wait_description (fixture->driver, "list item", "Rangorde", "Bars");

  streek_driver_click (fixture->driver, "button", "Undo");
  streek_driver_wait_description (fixture->driver, "list item", "Rangorde", "Ranking");
  app_fixture_choose_listed_view (fixture, "Rangorde");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Kind of chart: Ranking"));

  streek_driver_click (fixture->driver, "button", "Undo");
  streek_driver_click (fixture->driver, "button", "Saved views");
  g_object_unref (streek_driver_wait (fixture->driver, "list item", "RESOC en SERR 2009"));
  streek_driver_wait_gone (fixture->driver, "list item", "Rangorde");
}

/* With an indicator every tab is full of controls, and the first has most of its menus. */
static void
test_every_tab_has_names (AppFixture *fixture, gconstpointer data)
{
  static const char *const tabs[] = { "Chart", "Table", "Analysis", "Description",
                                      "Linked Actions" };

  open_population (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      streek_driver_click (fixture->driver, "page tab", tabs[i]);
      streek_driver_wait_rest (fixture->driver);
      app_fixture_check_names (fixture, tabs[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  app_test ("/app/charts/described", test_chart_is_described);
  app_test ("/app/charts/walked", test_keys_walk_over_figures);
  app_test ("/app/charts/selection-shared", test_selection_is_shared);
  app_test ("/app/charts/unfit-kinds", test_kinds_that_do_not_fit_say_why);
  app_test ("/app/charts/named", test_every_tab_has_names);
  app_test ("/app/charts/saved", test_chart_is_saved);
  app_test ("/app/charts/index", test_index_is_100_in_its_base);

  return g_test_run ();
}
