/* test-links.c: one click from a thing to the thing: from what is said to the document that says it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

/* A browser that only notes what it is asked to open. */
static void
set_up_browser (AppFixture *fixture)
{
  g_autofree char *applications = app_fixture_dup_path (fixture, "share/applications");
  g_autofree char *share = app_fixture_dup_path (fixture, "share");
  g_autofree char *script = app_fixture_dup_path (fixture, "browser");
  g_autofree char *entry = g_build_filename (applications, "browser.desktop", NULL);
  g_autofree char *defaults = g_build_filename (applications, "mimeapps.list", NULL);
  g_autofree char *program =
    g_strdup_printf ("#!/bin/sh\nprintf '%%s' \"$1\" > '%s/opened'\n", fixture->folder);
  g_autofree char *launcher =
    g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Browser\nExec=%s %%u\n"
                     "MimeType=x-scheme-handler/https;\n",
                     script);

  g_assert_cmpint (g_mkdir_with_parents (applications, 0700), ==, 0);
  g_assert_true (g_file_set_contents (script, program, -1, NULL));
  g_assert_cmpint (g_chmod (script, 0700), ==, 0);
  g_assert_true (g_file_set_contents (entry, launcher, -1, NULL));
  g_assert_true (g_file_set_contents (
    defaults, "[Default Applications]\nx-scheme-handler/https=browser.desktop\n", -1, NULL));
  g_setenv ("XDG_DATA_HOME", share, TRUE);
}

static void
wait_opened (AppFixture *fixture, const char *expected)
{
  g_autofree char *path = app_fixture_dup_path (fixture, "opened");
  g_autoptr (GBytes) bytes = app_fixture_wait_for_file (fixture, path);
  g_autofree char *opened = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (opened, ==, expected);
  g_unlink (path);
}

/* By what is asked of everything there is; @kind: how the one that is wanted is called. */
static void
go_to (AppFixture *fixture, const char *words, const char *kind)
{
  g_autofree char *pattern = g_strconcat (kind, "*", NULL);

  streek_driver_press (fixture->driver, "ctrl+k");
  streek_driver_set_text (fixture->driver, "entry",
                          "Search for an area, indicator, plan or project", words);
  g_object_unref (streek_driver_wait (fixture->driver, "label", pattern));
  streek_driver_press (fixture->driver, "Return");
}

/* The document that a programme rests on, from the list. */
static void
test_cited_document_opens (AppFixture *fixture, gconstpointer data)
{
  set_up_browser (fixture);
  app_fixture_start_example (fixture);
  streek_driver_click (fixture->driver, "list item", "Projects");
  streek_driver_click (fixture->driver, "page tab", "Programmes");
  streek_driver_click (fixture->driver, "label", "West Deal");
  streek_driver_press (fixture->driver, "ctrl+Return");
  wait_opened (fixture, "https://www.resoc-westhoek.be");
}

/* An indicator's tab of linked actions leads to the action in the tree of its plan, whichever plan
 * was shown: it is chosen, in sight, and keys go on from there. */
static void
test_linked_action_is_shown_in_its_plan (AppFixture *fixture, gconstpointer data)
{
  StreekDriver *driver;

  app_fixture_start_example (fixture);
  driver = fixture->driver;
  go_to (fixture, "Streekpact Westhoek", "Plan");
  g_object_unref (streek_driver_wait (driver, "label", "Acties per stad *"));
  go_to (fixture, "Werkzoekenden met advies maatwerk", "Indicator");
  streek_driver_click (driver, "page tab", "Linked Actions");
  streek_driver_click (driver, "list item", "Inzetten op doelgroepen*");
  g_object_unref (streek_driver_wait (driver, "label", "Actieplan regionale*"));
  g_object_unref (
    streek_driver_wait (driver, "label", "Actielijn · 3.3.2 *")); /* beside the tree */
  streek_driver_press (driver, "Down");
  g_object_unref (streek_driver_wait (driver, "label", "Actie · 3.3.2 * Inzetten op doelgroepen"));
  streek_driver_press (driver, "alt+BackSpace");
  g_object_unref (streek_driver_wait (driver, "label", "Lines of a SWOT"));
  g_object_unref (streek_driver_wait (driver, "label", "Werkzoekenden met advies*"));
  streek_driver_press (driver, "alt+BackSpace");
  g_object_unref (streek_driver_wait (driver, "label", "Acties per stad *"));
}

/* Beside the tree a figure is one click from its map and one from its chart, in the area and the
 * period that it is of; of a single period the chart is a bar beside the province. */
static void
test_action_leads_to_map_and_chart (AppFixture *fixture, gconstpointer data)
{
  StreekDriver *driver;

  app_fixture_start_example (fixture);
  driver = fixture->driver;
  go_to (fixture, "Inzetten op doelgroepen", "Goal or action");
  streek_driver_click (driver, "button", "Show “Werkzoekenden met advies*” on the map");
  g_object_unref (
    streek_driver_wait (driver, "image", "Werkzoekenden met advies*, December 2018*"));
  g_object_unref (streek_driver_wait (driver, "label", "1 of * selected"));
  streek_driver_press (driver, "alt+4");
  streek_driver_focus (driver, "button", "Show “Werkzoekenden met advies*” in a chart");
  streek_driver_press (driver, "Return");
  g_object_unref (streek_driver_wait (driver, "label", "Werkzoekenden met advies* – Kortrijk*"));
}

/* In the register of targets, by keyboard: the chart of what is counted, with whose target it is
 * below; and back, and its map. */
static void
test_register_leads_to_chart_and_map (AppFixture *fixture, gconstpointer data)
{
  StreekDriver *driver;

  app_fixture_start_example (fixture);
  driver = fixture->driver;
  streek_driver_click (driver, "list item", "Plans");
  streek_driver_click (driver, "page tab", "Registers");
  streek_driver_click (driver, "page tab", "Targets");
  streek_driver_click (driver, "label", "Werkzoekenden met een advies*");
  streek_driver_press (driver, "ctrl+g");
  g_object_unref (streek_driver_wait (driver, "label",
                                      "*Target of “Inzetten op doelgroepen” for "
                                      "arrondissement Kortrijk: From 417*"));
  streek_driver_press (driver, "alt+BackSpace");
  streek_driver_press (driver, "ctrl+m");
  g_object_unref (
    streek_driver_wait (driver, "image", "Werkzoekenden met advies*, December 2018*"));
}

/* Where the plan's own area has no figure, the map is of the nearest that has one, and says so. */
static void
test_map_of_what_there_is (AppFixture *fixture, gconstpointer data)
{
  StreekDriver *driver;

  app_fixture_start_example (fixture);
  driver = fixture->driver;
  streek_driver_click (driver, "list item", "Plans");
  streek_driver_click (driver, "page tab", "SWOT");
  streek_driver_click (driver, "button", "Show “Spanningsratio” on the map");
  g_object_unref (streek_driver_wait (driver, "label",
                                      "There is no figure for projectgebied ROSE * Shown is the "
                                      "one for provincie West-Vlaanderen."));
  g_object_unref (streek_driver_wait (driver, "image", "Spanningsratio, December 2019*"));
}

/* What is done in the area that is chosen stands beside the map, says by which area it is there,
 * and is one click away; and back. */
static void
test_area_leads_to_what_is_done_there (AppFixture *fixture, gconstpointer data)
{
  StreekDriver *driver;

  app_fixture_start_example (fixture);
  driver = fixture->driver;
  streek_driver_click (driver, "page tab", "Actions");
  g_object_unref (streek_driver_wait (driver, "label", "Choose one area on the map*"));
  streek_driver_click (driver, "page tab", "Legend and List");
  streek_driver_click (driver, "label", "Westhoek");
  streek_driver_click (driver, "page tab", "Actions");
  g_object_unref (streek_driver_wait (driver, "label", "RESOC Westhoek"));
  app_fixture_check_names (fixture, "what is done in an area");
  streek_driver_focus (driver, "list item", "Promotie van de sociale economie");
  streek_driver_press (driver, "Return");
  g_object_unref (streek_driver_wait (driver, "heading", "Promotie van de sociale economie"));
  streek_driver_press (driver, "alt+BackSpace");
  streek_driver_focus (driver, "list item", "Acties per stad *");
  streek_driver_press (driver, "Return");
  g_object_unref (streek_driver_wait (driver, "label", "* · Arbeidsmarkt"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  app_test ("/app/links/cited-document-opens", test_cited_document_opens);

  app_test ("/app/links/linked-action-is-shown-in-its-plan",
            test_linked_action_is_shown_in_its_plan);
  app_test ("/app/links/action-leads-to-map-and-chart", test_action_leads_to_map_and_chart);
  app_test ("/app/links/register-leads-to-chart-and-map", test_register_leads_to_chart_and_map);
  app_test ("/app/links/map-of-what-there-is", test_map_of_what_there_is);
  app_test ("/app/links/area-leads-to-what-is-done-there", test_area_leads_to_what_is_done_there);

  return g_test_run ();
}
