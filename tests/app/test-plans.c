/* test-plans.c: goals and actions moved by keyboard, and a year that takes actions over, a
 * period that is reported on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

static void
open_section (AppFixture *fixture)
{
  app_fixture_start_example (fixture);
  streek_driver_click (fixture->driver, "list item", "Plans");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "LDE-fabriek"));
}

#define MENU "What can be done with goals and actions"

/* "AZ-fabriek" stands right after "LDE-fabriek" in the example: under it, deeper, and back. The
 * menu only offers what there is something to do for. */
static void
test_item_is_moved_and_comes_back (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  app_fixture_check_names (fixture, "plans");
  streek_driver_click (fixture->driver, "button", MENU);
  streek_driver_wait_sensitive (fixture->driver, NULL, "Cut*", FALSE);
  streek_driver_wait_sensitive (fixture->driver, NULL, "Paste*", FALSE);
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_gone (fixture->driver, NULL, "Cut*");
  streek_driver_click (fixture->driver, "label", "AZ-fabriek");
  streek_driver_press (fixture->driver, "alt+Right");
  streek_driver_wait_sensitive (fixture->driver, "button", "Undo*", TRUE);
  streek_driver_press (fixture->driver, "ctrl+z");
  streek_driver_wait_sensitive (fixture->driver, "button", "Redo*", TRUE);
  g_object_unref (streek_driver_wait (fixture->driver, "label", "AZ-fabriek"));
  app_fixture_choose_command (fixture, MENU, "Cut*");
  streek_driver_wait_popups (fixture->driver, 0);
  streek_driver_click (fixture->driver, "button", MENU);
  streek_driver_wait_sensitive (fixture->driver, NULL, "Paste*", TRUE);
}

/* The plan ended in 2025: its last two months are reported on. */
static void
test_period_is_reported_on (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  streek_driver_click (fixture->driver, "page tab", "Progress");
  app_fixture_check_names (fixture, "progress");
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "1 November 2025 – 31 December 2025"));
  g_object_unref (streek_driver_wait (fixture->driver, "image", "*: progress*"));
}

static void
wait_day (AppFixture *fixture, const char *pattern)
{
  g_object_unref (streek_driver_wait (fixture->driver, "label", pattern));
}

static void
choose_next (AppFixture *fixture, const char *drop, const char *key)
{
  streek_driver_click (fixture->driver, "combo box", drop);
  streek_driver_wait_popups (fixture->driver, 1);
  streek_driver_press (fixture->driver, key);
  streek_driver_press (fixture->driver, "Return");
}

/* Frozen, it is looked at; nothing has changed since; withdrawn it is gone, and undone it is there
 * again. */
static void
test_report_is_frozen_and_withdrawn (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  streek_driver_click (fixture->driver, "page tab", "Progress");
  wait_day (fixture, "As known on *");
  streek_driver_click (fixture->driver, "button", "Freeze…");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Freeze the Progress Report"));
  streek_driver_set_text (fixture->driver, "text", "By (a function)", "the coordinator");
  streek_driver_press (fixture->driver, "ctrl+s");
  streek_driver_wait_gone (fixture->driver, "frame", "Freeze the Progress Report");
  wait_day (fixture, "As known and frozen on * by the coordinator · Nothing has changed since "
                     "version 1 was frozen.");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "*: progress*"));
  streek_driver_wait_gone (fixture->driver, "label", "The report was frozen.");
  app_fixture_check_names (fixture, "frozen");
  choose_next (fixture, "What of it is shown", "Down");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Nothing Has Changed Since"));
  streek_driver_click (fixture->driver, "button", "Withdraw this frozen report");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "*cannot be put together again*"));
  streek_driver_click (fixture->driver, "button", "Withdraw");
  wait_day (fixture, "As known on *");
  streek_driver_wait_rest (fixture->driver);
  streek_driver_press (fixture->driver, "ctrl+z");
  wait_day (fixture, "As known on * · Nothing has changed since version 1 was frozen.");
}

/* Of the body whose year programmes carry the plan out; what is frozen of it is none of the plan's.
 * Undone it is gone. */
static void
test_report_of_a_body_is_frozen (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  streek_driver_click (fixture->driver, "page tab", "Progress");
  wait_day (fixture, "As known on *");
  choose_next (fixture, "Of what the report is", "Down");
  g_object_unref (streek_driver_wait (fixture->driver, "image",
                                      "Regionaal Overleg Sociale Economie*: progress*"));
  streek_driver_click (fixture->driver, "button", "Freeze…");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Freeze the Progress Report"));
  wait_day (fixture, "“Regionaal Overleg Sociale Economie*");
  streek_driver_press (fixture->driver, "ctrl+s");
  streek_driver_wait_gone (fixture->driver, "frame", "Freeze the Progress Report");
  wait_day (fixture, "As known and frozen on * · Nothing has changed since version 1 was frozen.");
  streek_driver_wait_gone (fixture->driver, "label", "The report was frozen.");
  app_fixture_check_names (fixture, "body");
  choose_next (fixture, "Of what the report is", "Up");
  g_object_unref (streek_driver_wait (fixture->driver, "image",
                                      "Actieplan regionale sociale economie*: progress*"));
  streek_driver_wait_gone (fixture->driver, "combo box", "Version of the report");
  choose_next (fixture, "Of what the report is", "Down");
  wait_day (fixture, "As known on * · Nothing has changed since version 1 was frozen.");
  streek_driver_wait_rest (fixture->driver);
  streek_driver_press (fixture->driver, "ctrl+z");
  streek_driver_wait_gone (fixture->driver, "combo box", "Version of the report");
}

/* A cell is typed over, the next one chosen from a list, each a step to undo; what cannot be stays
 * open, with the reason. */
static void
test_cells_are_edited_in_place (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  streek_driver_click (fixture->driver, "label", "LDE-fabriek");
  streek_driver_press (fixture->driver, "F2");
  g_object_unref (streek_driver_wait (fixture->driver, NULL, "Title of *LDE-fabriek*"));
  streek_driver_type (fixture->driver, "Werkplaats");
  streek_driver_press (fixture->driver, "Tab");
  streek_driver_wait_popups (fixture->driver, 1);
  streek_driver_press (fixture->driver, "Down");
  streek_driver_press (fixture->driver, "Down");
  streek_driver_press (fixture->driver, "Return");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Under way"));
  streek_driver_wait_count (fixture->driver, "label", "Werkplaats", 2); /* also beside the tree */
  streek_driver_press (fixture->driver, "ctrl+z");
  streek_driver_wait_gone (fixture->driver, "label", "Under way");
  streek_driver_press (fixture->driver, "ctrl+z");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "LDE-fabriek"));
  streek_driver_click (fixture->driver, "label", "Rondgang RASE");
  streek_driver_press (fixture->driver, "F2");
  streek_driver_type (fixture->driver, "Rondrit"); /* and a click elsewhere keeps it */
  streek_driver_click (fixture->driver, "label", "AZ-fabriek");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Rondrit"));
}

/* Beside the tree stands what is known of the one that is chosen, and what can be done with more.
 */
static void
test_details_follow_what_is_chosen (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  streek_driver_click (fixture->driver, "label", "Rondgang RASE");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Actions of a year"));
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Add an Update*"));
  streek_driver_press (fixture->driver, "shift+Down");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "2 items are chosen"));
}

/* A card of the board goes to the column beside it, and keys stay on it; undone it is back. */
static void
test_card_is_carried (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  streek_driver_click (fixture->driver, "page tab", "Jaarprogramma");
  streek_driver_click (fixture->driver, "page tab", "By Status");
  streek_driver_focus (fixture->driver, "image", "Jaarprogramma*");
  streek_driver_press (fixture->driver, "Down");
  streek_driver_press (fixture->driver, "Right");
  streek_driver_wait_description (fixture->driver, "image", "Jaarprogramma*",
                                  "Not started: *Alt and an arrow key*");
  streek_driver_press (fixture->driver, "alt+Right");
  streek_driver_wait_sensitive (fixture->driver, "button", "Undo*", TRUE);
  streek_driver_wait_description (fixture->driver, "image", "Jaarprogramma*",
                                  "Under way: *Alt and an arrow key*");
  streek_driver_press (fixture->driver, "ctrl+z");
  streek_driver_wait_sensitive (fixture->driver, "button", "Redo*", TRUE);
}

/* What no year has yet is taken over into the newest, and the count says so. */
static void
test_year_takes_an_action_over (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  streek_driver_click (fixture->driver, "page tab", "Jaarprogramma");
  streek_driver_click (fixture->driver, "page tab", "Coverage");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "4 of 18 actions*"));
  streek_driver_click (fixture->driver, "button", "Take “LDE-fabriek” over*");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "5 of 18 actions*"));
  streek_driver_press (fixture->driver, "ctrl+z");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "4 of 18 actions*"));
}

/* All of it is proposed, and what it is part of can be chosen anew. */
static void
test_next_year_is_made (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  streek_driver_click (fixture->driver, "page tab", "Jaarprogramma");
  streek_driver_click (fixture->driver, "button", "New Year…");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Year programme"));
  g_object_unref (streek_driver_wait (fixture->driver, NULL, "Body: *Sociale Economie*"));
  streek_driver_wait_sensitive (fixture->driver, "button", "Save", TRUE);

  g_autofree char *title = streek_driver_dup_text (fixture->driver, "text", "Title (required)");

  g_assert_true (g_str_has_prefix (title, "Jaarprogramma ROSE 20"));
  streek_driver_set_text (fixture->driver, "text", "Title (required)", "ROSE, the next");
  streek_driver_press (fixture->driver, "ctrl+s");
  streek_driver_wait_gone (fixture->driver, "frame", "Year programme");
  g_object_unref (streek_driver_wait (fixture->driver, NULL, "ROSE, the next"));
}

/* The year after 2025 proposes what was not finished then; what is unticked stays behind, and is
 * proposed again. */
static void
test_unfinished_actions_are_carried_over (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  streek_driver_click (fixture->driver, "page tab", "Jaarprogramma");
  streek_driver_click (fixture->driver, "button", "New Year…");
  streek_driver_wait_sensitive (fixture->driver, "button", "Save", TRUE);
  streek_driver_set_text (fixture->driver, "text", "Year (required)", "2026");
  streek_driver_press (fixture->driver, "ctrl+s");
  streek_driver_wait_gone (fixture->driver, "frame", "Year programme");
  g_object_unref (streek_driver_wait (fixture->driver, "label",
                                      "4 actions of the year before are not finished."));
  streek_driver_click (fixture->driver, "button", "Carry over unfinished actions");
  streek_driver_wait_popups (fixture->driver, 1);
  streek_driver_click (fixture->driver, "check box", "Vier vergaderingen van ROSE");
  streek_driver_click (fixture->driver, "button", "Carry Ticked Over");
  streek_driver_wait_popups (fixture->driver, 0);
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "1 action of the year before is not finished."));
  streek_driver_press (fixture->driver, "ctrl+z");
  g_object_unref (streek_driver_wait (fixture->driver, "label",
                                      "4 actions of the year before are not finished."));
}

static void
choose (AppFixture *fixture, const char *button, const char *typed)
{
  g_autofree char *asked = g_strdup_printf ("New: *%s*", typed); /* comes with what was found */

  streek_driver_click (fixture->driver, "button", button);
  streek_driver_wait_popups (fixture->driver, 1);
  streek_driver_type (fixture->driver, typed);
  g_object_unref (streek_driver_wait (fixture->driver, "label", asked));
  streek_driver_press (fixture->driver, "Return");
  streek_driver_wait_popups (fixture->driver, 0);
}

/* It begins with today, which is mostly right. */
static void
wait_today (AppFixture *fixture)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "Understood as %-d %B %Y.");

  streek_driver_wait_description (fixture->driver, "text", "Date (required)", today);
}

/* From the register an update says what it is about, and the action stands as its newest update
 * has it. */
static void
test_update_is_reported (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  streek_driver_click (fixture->driver, "page tab", "Registers");
  streek_driver_click (fixture->driver, "page tab", "Updates");
  g_object_unref (
    streek_driver_wait (fixture->driver, "button", "Take the filter away: Of the plan: *"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Action of a year"));
  streek_driver_click (fixture->driver, "button", "New: Update");
  g_object_unref (streek_driver_wait (fixture->driver, "frame", "Update"));
  wait_today (fixture);
  streek_driver_set_text (fixture->driver, "text", "What happened (required)", "It works");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Update: say what it is about*"));
  streek_driver_wait_sensitive (fixture->driver, "button", "Save", FALSE);
  choose (fixture, "Goal or action: Nothing chosen", "lde-fab");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Goal or action: LDE-fabriek"));
  streek_driver_set_text (fixture->driver, "text", "Done (%)", "35");
  app_fixture_check_names (fixture, "update");
  streek_driver_press (fixture->driver, "ctrl+s");
  streek_driver_wait_gone (fixture->driver, "frame", "Update");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "It works"));
  streek_driver_click (fixture->driver, "page tab", "Goals and actions");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "35*%"));
}

/* What RESOC do, on the map of the day on which the plan begins, and back to the same body in the
 * matrix. */
static void
test_roles_on_the_map (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  streek_driver_click (fixture->driver, "page tab", "Roles");
  streek_driver_click (fixture->driver, "page tab", "Map");
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "RESOC: their role in general*1 January 2020"));
  app_fixture_check_names (fixture, "roles-map");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "RESOC Westhoek"));
  streek_driver_set_text (fixture->driver, "text", "Day of which roles are shown", "1/3/2009");
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "RESOC: their role in general*1 March 2009"));
  streek_driver_click (fixture->driver, "page tab", "Matrix");
  streek_driver_wait_rest (fixture->driver);
}

/* An action that is followed with an indicator: from its form to the chart, by keyboard. */
static void
test_action_leads_to_its_figure (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "ctrl+k");
  streek_driver_set_text (fixture->driver, "entry",
                          "Search for an area, indicator, plan or project",
                          "inzetten op doelgroepen");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Goal or action*"));
  streek_driver_press (fixture->driver, "Return");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Actielijn · 3.3.2 *"));
  streek_driver_press (fixture->driver, "Return");
  streek_driver_focus (fixture->driver, "list item", "Werkzoekenden met advies maatwerk of LDE");
  streek_driver_press (fixture->driver, "Return");
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "Werkzoekenden met advies *Kortrijk*"));
}

/* Found by its name: how it fares, one click from the map and one from the chart. */
static void
test_group_leads_to_figures (AppFixture *fixture, gconstpointer data)
{
  app_fixture_start_example (fixture);
  streek_driver_press (fixture->driver, "ctrl+k");
  streek_driver_set_text (fixture->driver, "entry",
                          "Search for an area, indicator, plan or project", "starters");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Target group*"));
  streek_driver_press (fixture->driver, "Return");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "from 32,784 *more favourable"));
  app_fixture_check_names (fixture, "target group");
  streek_driver_click (fixture->driver, "button", "Show “Vestigingseenheden” on the map");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Vestigingseenheden, Q4 2023*"));
  streek_driver_press (fixture->driver, "alt+4");
  streek_driver_click (fixture->driver, "list item", "Vestigingseenheden*");
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "Vestigingseenheden, *Midden-West*"));
}

/* A line of the SWOT names its figure, which is one click from its map. */
static void
test_swot_leads_to_figures (AppFixture *fixture, gconstpointer data)
{
  open_section (fixture);
  streek_driver_click (fixture->driver, "page tab", "SWOT");
  g_object_unref (streek_driver_wait (fixture->driver, "button", "Show “Jobratio* on the map"));
  app_fixture_check_names (fixture, "swot");
  streek_driver_click (fixture->driver, "button", "Show “Jobratio* on the map");
  g_object_unref (streek_driver_wait (fixture->driver, "image", "Jobratio*"));
}

/* Rows of a spreadsheet become goals and actions: the one name that is not there is asked about,
 * and one undo takes all of it back. */
static void
test_plan_is_taken_in (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_fixture_dup_path (fixture, "acties.csv");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path,
                       "Bijlage\nPijler,Actie,Timing,Partners\n"
                       "Netwerk op het grondgebied,Kaart tekenen,2021-2022,Kaartenmakers\n",
                       -1, &error);
  g_assert_no_error (error);
  open_section (fixture);
  app_fixture_choose_command (fixture, MENU, "Import Plan*");
  streek_driver_answer_open_dialog (fixture->driver, "Choose a Spreadsheet", path);
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "3 rows read = 1 taken + 2 ignored (*"));
  streek_driver_wait_sensitive (fixture->driver, "button", "Take In", FALSE);
  app_fixture_check_names (fixture, "import of a plan");
  streek_driver_click (fixture->driver, "page tab", "Questions (1)");
  streek_driver_click (fixture->driver, "button", "Make All");
  streek_driver_wait_sensitive (fixture->driver, "button", "Take In", TRUE);
  streek_driver_click (fixture->driver, "button", "Take In");
  streek_driver_wait_gone (fixture->driver, "frame", "Import Plan");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Kaart tekenen"));
  streek_driver_press (fixture->driver, "ctrl+z");
  streek_driver_wait_gone (fixture->driver, "label", "Kaart tekenen");
}

static void
open_import (AppFixture *fixture, const char *path)
{
  app_fixture_choose_command (fixture, MENU, "Import Plan*");
  streek_driver_answer_open_dialog (fixture->driver, "Choose a Spreadsheet", path);
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "2 rows read = 1 taken + 1 ignored*"));
}

/* What the columns of a plan are is kept under a name, and recognised by the next file. */
static void
test_columns_are_kept (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_fixture_dup_path (fixture, "acties.csv");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "Pijler,Actie,Timing\nNetwerk op het grondgebied,Kaart tekenen,2021\n",
                       -1, &error);
  g_assert_no_error (error);
  open_section (fixture);
  open_import (fixture, path);
  streek_driver_click (fixture->driver, "button", "Profile");
  streek_driver_wait_popups (fixture->driver, 1);
  streek_driver_click (fixture->driver, "menu item", "Save as Profile…");
  streek_driver_set_text (fixture->driver, "text", "Name of the profile", "Bijlage");
  streek_driver_click (fixture->driver, "button", "Save");
  g_object_unref (streek_driver_wait (fixture->driver, "label", "As in the profile “Bijlage”"));
  streek_driver_press (fixture->driver, "Escape");
  streek_driver_wait_gone (fixture->driver, "frame", "Import Plan");
  open_import (fixture, path);
  g_object_unref (streek_driver_wait (fixture->driver, "label", "As in the profile “Bijlage”"));
  streek_driver_click (fixture->driver, "page tab", "Found (1)");
  g_object_unref (streek_driver_wait (fixture->driver, "label",
                                      "The columns are those of the profile “Bijlage”.*"));
}

/* A plan that went out comes in with its other sheets, or without them. */
static void
test_plan_comes_in_whole (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_fixture_dup_path (fixture, "rose.ods");

  open_section (fixture);
  app_fixture_choose_command (fixture, MENU, "Export Plan*");
  streek_driver_answer_file_dialog (fixture->driver, "Export Plan", path);
  g_bytes_unref (app_fixture_wait_for_file (fixture, path));
  app_fixture_choose_command (fixture, MENU, "Import Plan*");
  streek_driver_answer_open_dialog (fixture->driver, "Choose a Spreadsheet", path);
  g_object_unref (streek_driver_wait (fixture->driver, "label", "28 rows read = 0 taken*"));
  g_object_unref (
    streek_driver_wait (fixture->driver, "label", "*Other sheets: 69 rows read = 0*"));
  g_object_unref (streek_driver_wait (fixture->driver, "label", "Plans, Levels of a plan, SWOT*"));
  app_fixture_check_names (fixture, "import of a whole plan");
  streek_driver_click (fixture->driver, NULL, "Take In the Other Sheets Too");
  streek_driver_wait_gone (fixture->driver, "label", "*Other sheets: 69 rows read = 0*");
  streek_driver_wait_sensitive (fixture->driver, "button", "Take In", FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  app_test ("/app/plans/item-is-moved", test_item_is_moved_and_comes_back);
  app_test ("/app/plans/period-is-reported-on", test_period_is_reported_on);
  app_test ("/app/plans/report-is-frozen", test_report_is_frozen_and_withdrawn);
  app_test ("/app/plans/report-of-a-body", test_report_of_a_body_is_frozen);
  app_test ("/app/plans/cells-are-edited", test_cells_are_edited_in_place);
  app_test ("/app/plans/details-follow", test_details_follow_what_is_chosen);
  app_test ("/app/plans/card-is-carried", test_card_is_carried);
  app_test ("/app/plans/plan-is-taken-in", test_plan_is_taken_in);
  app_test ("/app/plans/plan-comes-in-whole", test_plan_comes_in_whole);
  app_test ("/app/plans/columns-are-kept", test_columns_are_kept);
  app_test ("/app/plans/year-takes-an-action-over", test_year_takes_an_action_over);
  app_test ("/app/plans/next-year-is-made", test_next_year_is_made);
  app_test ("/app/plans/unfinished-actions-are-carried-over",
            test_unfinished_actions_are_carried_over);
  app_test ("/app/plans/update-is-reported", test_update_is_reported);
  app_test ("/app/plans/group-leads-to-figures", test_group_leads_to_figures);
  app_test ("/app/plans/swot-leads-to-figures", test_swot_leads_to_figures);
  app_test ("/app/plans/action-leads-to-its-figure", test_action_leads_to_its_figure);

  app_test ("/app/plans/roles-on-the-map", test_roles_on_the_map);

  return g_test_run ();
}
