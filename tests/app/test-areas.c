/* test-areas.c: areas are selected, made into others and compared in the window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

static void
wait_label (AppFixture *fixture, const char *text)
{
  g_object_unref (streek_driver_wait (fixture->driver, "label", text));
}

/* A word that names no area is told and not passed over. */
static void
test_list_selects (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  app_fixture_choose_view (fixture, 3);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "*65*"));
  app_fixture_choose_command (fixture, "Selection", "Select Areas…");
  wait_label (fixture, "No area is selected.");
  streek_driver_set_text (fixture->driver, NULL, "Codes and names of areas",
                          "38025, Diksmuide\nAtlantis");
  streek_driver_click (fixture->driver, "button", "Select Listed");
  wait_label (fixture, "2 of 3 words name an area. 2 areas are selected.");
  wait_label (fixture, "*Atlantis*no code and no name*");
  streek_driver_press (fixture->driver, "Escape");
  wait_label (fixture, "2 of 64 selected");
}

/* Wijtschate is a village of Heuvelland (33039), which no list of the program says: a person does,
 * and the next list that has it needs no telling. */
static void
test_unknown_name_is_remembered (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  app_fixture_choose_view (fixture, 3);
  g_object_unref (streek_driver_wait (fixture->driver, "image", "*65*"));
  app_fixture_choose_command (fixture, "Selection", "Select Areas…");
  wait_label (fixture, "No area is selected.");
  streek_driver_set_text (fixture->driver, NULL, "Codes and names of areas", "Wijtschate");
  streek_driver_click (fixture->driver, "button", "Select Listed");
  wait_label (fixture, "0 of 1 words name an area. No area is selected.");
  streek_driver_set_text (fixture->driver, "text", "Wijtschate", "heuvelland");
  app_fixture_check_names (fixture, "unknown names");
  streek_driver_click (fixture->driver, "button", "Select Named");
  wait_label (fixture, "1 of 1 words name an area. 1 area is selected.");
  streek_driver_wait_gone (fixture->driver, "button", "Select Named");
  streek_driver_press (fixture->driver, "Escape");
  wait_label (fixture, "1 of 64 selected");

  app_fixture_choose_command (fixture, "Selection", "Select Areas…");
  streek_driver_set_text (fixture->driver, NULL, "Codes and names of areas",
                          "WIJTSCHATE\nDiksmuide");
  streek_driver_click (fixture->driver, "button", "Select Listed");
  wait_label (fixture, "2 of 2 words name an area. 2 areas are selected.");
}

/* A pasted table is accounted for; what it says is listed and can be forgotten. */
static void
test_names_are_taken_in (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  app_fixture_choose_in_menu (fixture, "Areas, Places and Data", "Names of Your Own…");
  wait_label (fixture, "There are none yet.*");
  streek_driver_set_text (fixture->driver, NULL, "Names and their municipalities",
                          "naam;nis\nWijtschate;33039\nNergens;99999\n");
  streek_driver_click (fixture->driver, "button", "Add Names");
  wait_label (fixture, "3 rows read: 1 taken, 1 ignored, 1 rejected.");
  wait_label (fixture, "line 3: “99999” is no code and no official name of an area.");
  wait_label (fixture, "Heuvelland (33039) · A table that was pasted");
  app_fixture_check_names (fixture, "own names");
  streek_driver_click (fixture->driver, "button", "Forget the Name Wijtschate");
  wait_label (fixture, "There are none yet.*");
}

/* RESOC Oostende and RESOC Westhoek are what SERR Oostende-Westhoek works for. */
static void
test_checked_areas_make_another (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  app_fixture_choose_command (fixture, "Selection", "Check Boxes in the List");
  streek_driver_click (fixture->driver, "check box", "Oostende");
  wait_label (fixture, "1 of 5 selected");
  streek_driver_click (fixture->driver, "check box", "Westhoek");
  wait_label (fixture, "2 of 5 selected");
  streek_driver_click (fixture->driver, "check box", "Oostende");
  wait_label (fixture, "1 of 5 selected");
  streek_driver_click (fixture->driver, "check box", "Oostende");

  app_fixture_choose_command (fixture, "Selection", "Make Own Areas of These…");
  wait_label (fixture, "2 areas: Oostende, Westhoek");
  streek_driver_set_text (fixture->driver, NULL, "Name of the Set (required)", "Onze streken");
  streek_driver_set_text (fixture->driver, NULL, "Name of the Area (required)", "Kust en polders");
  streek_driver_click (fixture->driver, "button", "Make");
  streek_driver_wait_description (fixture->driver, "image", "Onze streken*", "*1 area*");
  streek_driver_press (fixture->driver, "ctrl+z");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "RESOC and SERR*"));
}

/* Ten RESOC work for what a SERR of the same name does; the seven municipalities of RESOC Oostende
 * (Bredene, De Haan, Gistel, Ichtegem, Middelkerke, Oostende, Oudenburg) lie in SERR
 * Oostende-Westhoek, whose other eighteen are RESOC Westhoek. */
static void
test_sets_are_compared (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  app_fixture_choose_command (fixture, "Selection", "Compare Sets of Areas…");
  wait_label (fixture, "7 municipalities*");
  wait_label (fixture, "De Haan");
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_gone (fixture->driver, "label", "De Haan");
}

/* RESOC Zuid-West-Vlaanderen had 302 332 inhabitants on 1 January 2024 (Statbel, Bevolking naar
 * woonplaats). What is typed next is another question, with no answer yet. */
static void
test_total_is_recognised (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "alt+2");
  streek_driver_click (fixture->driver, "label", "Population");
  streek_driver_click (fixture->driver, "page tab", "Table");
  streek_driver_click (fixture->driver, "button", "Which Areas Fit a Total?");
  wait_label (fixture, "Type a total*");
  streek_driver_set_text (fixture->driver, NULL, "Total That Is Stated", "302,332");
  streek_driver_click (fixture->driver, "button", "Find Areas");
  wait_label (fixture, "* exactly this total.");
  wait_label (fixture, "Zuid-West-Vlaanderen");
  streek_driver_set_text (fixture->driver, NULL, "Total That Is Stated", "302,333");
  wait_label (fixture, "Type a total*");
  streek_driver_wait_gone (fixture->driver, "label", "* exactly this total.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  app_test ("/app/areas/list-selects", test_list_selects);
  app_test ("/app/areas/unknown-name-is-remembered", test_unknown_name_is_remembered);
  app_test ("/app/areas/names-are-taken-in", test_names_are_taken_in);
  app_test ("/app/areas/checked-areas-make-another", test_checked_areas_make_another);
  app_test ("/app/areas/sets-are-compared", test_sets_are_compared);
  app_test ("/app/areas/total-is-recognised", test_total_is_recognised);

  return g_test_run ();
}
