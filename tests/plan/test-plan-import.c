/* test-plan-import.c: rows of a spreadsheet become a plan, and every row is accounted for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-import.h"

#include "actor/streek-organisation.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-export.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-theme.h"
#include "record/streek-record-pasting.h"
#include "plan-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_levels_are_kept_by_name (PlanFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanImport) result =
    plan_fixture_import_text (fixture, 0, "Pijler\tThema\tActie\nNetwerk\tSamenwerking\tOverleg\n");
  g_autoptr (StreekRecordView) view = streek_record_paste_preview (result->paste, fixture->view);
  g_autoptr (StreekPlanTree) tree =
    streek_plan_tree_new (streek_record_view_get_records (view), result->pact);
  static const char *const names[] = { "Pijler", "Thema", "Actie" };

  g_assert_cmpuint (streek_plan_tree_get_n_levels (tree), ==, 3);
  g_assert_cmpuint (streek_plan_tree_get_n_nodes (tree), ==, 3);

  for (guint i = 0; i < 3; i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (tree, i);
      const StreekRecord *level = streek_record_follow (node->item, STREEK_PLAN_ITEM_LEVEL,
                                                        streek_record_view_get_records (view));

      g_assert_cmpstr (streek_record_get_text (level, STREEK_PACT_LEVEL_NAME), ==, names[i]);
      g_assert_cmpint (node->is_action, ==, i == 2);
    }
}

static void
test_codes_say_the_place (PlanFixture *fixture, gconstpointer data)
{
  plan_fixture_assert_imported (
    fixture, 0,
    "Nr\tOmschrijving actie\n"
    "1\tNetwerk\n"
    "1.1\tSamenwerking\n"
    "1.1.1\tOverleg\n"
    "1.2\tWebsite\n"
    "2.\tWerk\n"
    "2.1\tBanenbeurs\n"
    "7.1.3\tLos\n",
    "hnnnnnnn",
    "1 Netwerk (1.1 Samenwerking (1.1.1 Overleg), 1.2 Website); 2. Werk "
    "(2.1 Banenbeurs); 7.1.3 Los");
}

static void
test_codes_in_front_of_titles (PlanFixture *fixture, gconstpointer data)
{
  plan_fixture_assert_imported (fixture, 0,
                                "Pijler\tActie\n"
                                "1. Netwerk\t1.1 Overleg\n"
                                "\tOD 2: Website\n"
                                "\t10 werkplekken\n",
                                "hnnn", "1 Netwerk (1.1 Overleg, OD 2 Website, 10 werkplekken)");
}

static void
test_cells_name_what_is_above (PlanFixture *fixture, gconstpointer data)
{
  plan_fixture_assert_imported (fixture, fixture->pact,
                                "Titel\tOnder\n"
                                "Nieuwsbrief\tNetwerk\n"
                                "Leden werven\tNieuwsbrief\n"
                                "Los\tNergens\n",
                                "hnnr|4 plan/row",
                                "1 Netwerk (Overleg, Website, Nieuwsbrief (Leden werven))");
}

/* By code, by title under the same item; a code may move an item, and a title change with it. */
static void
test_updates_what_is_there (PlanFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanImport) result =
    plan_fixture_import_text (fixture, fixture->pact,
                              "Code\tPijler\tActie\tStatus\tUitvoerder\n"
                              "1\tNetwerken\t\t\t\n"
                              "\tNetwerken\tOverleg\tlopend\tx\n"
                              "\tNetwerken\tNieuw\t\t\n"
                              "\tNetwerken\tWebsite\t\t\n");
  g_autoptr (GString) changes = g_string_new (NULL);

  plan_fixture_assert_import (fixture, result, "hccnu|1 paste/left-out",
                              "1 Netwerken (Overleg, Nieuw, Website)");

  for (guint i = 0; i < result->changes->len; i++)
    {
      const StreekRecordPasteChange *change = result->changes->pdata[i];

      g_string_append_printf (changes, "%s: %s → %s; ", change->title, change->was,
                              change->becomes);
    }

  g_assert_cmpstr (changes->str, ==, "Netwerk: Netwerk → Netwerken; Overleg:  → Under way; ");
}

static void
test_same_again_changes_nothing (PlanFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanImport) result = plan_fixture_import_text (
    fixture, fixture->pact, "Pijler\tActie\nNetwerk\tOverleg\n\tWebsite\n");

  plan_fixture_assert_import (fixture, result, "huu", "1 Netwerk (Overleg, Website)");
  g_assert_true (streek_record_changes_is_empty (result->paste->changes));
  g_assert_false (streek_plan_import_can_write (result));
}

/* Names of nothing that is there are asked about, once each, and the answer counts for all. */
static void
test_asks_about_names (PlanFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanSheet) sheet =
    plan_fixture_read_sheet (fixture, fixture->pact,
                             "Pijler\tActie\tPartners\tThema's\tTiming\n"
                             "Netwerk\tOverleg\tSD; VDAB\tWerk\tweldra\n"
                             "\tWebsite\tVDAB\t\t\n");
  g_autoptr (StreekPlanImport) asking = plan_fixture_import (fixture, sheet);
  static const char *const keys[] = { "theme:werk", "organisation:vdab", "starts:weldra" };

  g_assert_cmpuint (asking->paste->questions->len, ==, 3);
  g_assert_false (streek_plan_import_can_write (asking));

  for (guint i = 0; i < 3; i++)
    {
      const StreekRecordQuestion *question = asking->paste->questions->pdata[i];
      gboolean is_known = FALSE;

      for (guint j = 0; j < 3; j++)
        is_known = is_known || strcmp (question->key, keys[j]) == 0;
      g_test_message ("%s", question->key);
      g_assert_true (is_known);
      g_assert_cmpuint (question->n_cells, ==,
                        question->field->target == &streek_organisation_kind ? 2 : 1);
    }

  g_hash_table_insert (sheet->answers, g_strdup (keys[0]),
                       g_strdup (STREEK_RECORD_ANSWER_LEAVE_OUT));
  g_hash_table_insert (sheet->answers, g_strdup (keys[1]), g_strdup (STREEK_RECORD_ANSWER_MAKE));
  g_hash_table_insert (sheet->answers, g_strdup (keys[2]), g_strdup ("2024"));

  g_autoptr (StreekPlanImport) result = plan_fixture_import (fixture, sheet);
  g_autoptr (StreekRecordView) view = streek_record_paste_preview (result->paste, fixture->view);
  guint n;

  g_assert_true (streek_plan_import_can_write (result));
  streek_records_list (streek_record_view_get_records (view), &streek_organisation_kind, &n);
  g_assert_cmpuint (n, ==, 2);
  streek_records_list (streek_record_view_get_records (view), &streek_item_partner_kind, &n);
  g_assert_cmpuint (n, ==, 3);
  streek_records_list (streek_record_view_get_records (view), &streek_theme_kind, &n);
  g_assert_cmpuint (n, ==, 0);
  plan_fixture_assert_import (fixture, result, "hcc|2 paste/made|2 paste/name-left-out",
                              "1 Netwerk (Overleg [2024 2024], Website)");
}

/* A merged action with a row for each indicator; an own count, and two in one cell. */
static void
test_reads_targets (PlanFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanSheet) sheet =
    plan_fixture_read_sheet (fixture, fixture->pact,
                             "Pijler\tActie\tIndicator\tNulmeting\tStreefwaarde\tTegen wanneer\n"
                             "Netwerk\tOverleg\tVergaderingen\t2\t4\t2025\n"
                             "\t\tLeden\t\t10\t\n"
                             "\tWebsite\tBezoekers; Pagina's\t100; 5\t200; 10\t2025\n");

  sheet->makes_new = TRUE;

  g_autoptr (StreekPlanImport) result = plan_fixture_import (fixture, sheet);
  g_autoptr (StreekRecordView) view = streek_record_paste_preview (result->paste, fixture->view);
  StreekRecords *records = streek_record_view_get_records (view);
  guint n;
  const StreekRecord *const *targets =
    streek_records_list_by (records, &streek_target_kind, STREEK_TARGET_ITEM, fixture->talks, &n);

  plan_fixture_assert_import (fixture, result, "hccc|3 plan/together",
                              "1 Netwerk (Overleg, Website)");
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (streek_record_get_text (targets[0], STREEK_TARGET_NAME), ==, "Vergaderingen");
  g_assert_cmpfloat (streek_record_get_number (targets[0], STREEK_TARGET_BASELINE), ==, 2);
  g_assert_cmpfloat (streek_record_get_number (targets[0], STREEK_TARGET_TARGET), ==, 4);
  g_assert_cmpstr (streek_record_get_text (targets[1], STREEK_TARGET_NAME), ==, "Leden");
  g_assert_false (streek_record_has (targets[1], STREEK_TARGET_BASELINE));

  targets =
    streek_records_list_by (records, &streek_target_kind, STREEK_TARGET_ITEM, fixture->site, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (streek_record_get_number (targets[1], STREEK_TARGET_TARGET), ==, 10);
  g_assert_true (
    streek_period_equal (streek_record_get_period (targets[1], STREEK_TARGET_TARGET_PERIOD),
                         streek_period_from_year (2025)));
}

static void
test_ongoing_lasts_as_long_as_the_plan (PlanFixture *fixture, gconstpointer data)
{
  plan_fixture_assert_imported (
    fixture, fixture->pact, "Pijler\tActie\tTiming\nNetwerk\tOverleg\tdoorlopend\n",
    "hc|2 plan/as-long-as-the-plan", "1 Netwerk (Overleg [2020 2025], Website)");
}

/* What stands under a rejected row falls with it, and nothing is lost from sight. */
static void
test_rejects_rows (PlanFixture *fixture, gconstpointer data)
{
  plan_fixture_assert_imported (fixture, fixture->pact,
                                "Code\tTitel\tUitgevoerd\n"
                                "2\tWerk\t120\n"
                                "2.1\tBanenbeurs\t10\n"
                                "\tWebsite\t150\n",
                                "hrrr|2 paste/check|3 plan/above-rejected|4 paste/check",
                                "1 Netwerk (Overleg, Website)");
}

/* (transfer full): what changes of all items, as people read it */
static char *
dump_item (PlanFixture *fixture, const StreekPlanImport *result, gint64 id, const guint *fields)
{
  g_autoptr (StreekRecordView) view = streek_record_paste_preview (result->paste, fixture->view);
  const StreekRecord *item =
    streek_records_find (streek_record_view_get_records (view), &streek_plan_item_kind, id);
  GString *dump = g_string_new (NULL);

  for (guint i = 0; fields[i] != 0; i++)
    {
      g_autofree char *text = streek_record_view_dup_text (view, item, fields[i]);

      g_string_append_printf (dump, "%s%s", i > 0 ? "|" : "", text);
    }

  return g_string_free (dump, FALSE);
}

/* Status, amount and time as an official writes them; what cannot be read is asked, and the action
 * is not lost for it. */
static void
test_cells_as_people_write_them (PlanFixture *fixture, gconstpointer data)
{
  static const guint fields[] = { STREEK_PLAN_ITEM_STATUS, STREEK_PLAN_ITEM_BUDGET,
                                  STREEK_PLAN_ITEM_STARTS, STREEK_PLAN_ITEM_ENDS, 0 };
  g_autoptr (StreekPlanSheet) sheet = plan_fixture_read_sheet (
    fixture, fixture->pact,
    "Pijler\tActie\tStatus\tBudget (€)\tStart\tEinde\tPartners\n"
    "Netwerk\tOverleg\tlopende\tca. 1,5 miljoen euro\tvoorjaar 2024\tdoorlopend\t"
    "Stad Diest, Voka\n"
    "\tWebsite\tnog op te starten\t€ 25.000,-\tvanaf 2024\ttegen eind 2025\t• SD\n"
    "\tBeurs\tgeannuleerd\tp.m.\t\t\t\n"
    "\tKrant\t\tveel\t\tooit\t\n");
  g_autoptr (StreekPlanImport) asking = plan_fixture_import (fixture, sheet);
  g_autofree char *talks = dump_item (fixture, asking, fixture->talks, fields);
  g_autofree char *site = dump_item (fixture, asking, fixture->site, fields);
  static const char *const keys[] = { "organisation:voka", "ends:ooit", "budget:veel" };

  g_assert_cmpstr (talks, ==, "Under way|1,500,000 €|March 2024|2025");
  g_assert_cmpstr (site, ==, "Not started|25,000 €|2024|2025");
  g_assert_cmpuint (asking->n_rejected, ==, 0);
  g_assert_cmpuint (asking->paste->questions->len, ==, 3);

  for (guint i = 0; i < 3; i++)
    {
      const StreekRecordQuestion *question = asking->paste->questions->pdata[i];

      g_assert_true (g_strcmp0 (question->key, keys[0]) == 0 ||
                     g_strcmp0 (question->key, keys[1]) == 0 ||
                     g_strcmp0 (question->key, keys[2]) == 0);
      g_assert_cmpint (question->can_make, ==, g_strcmp0 (question->key, keys[0]) == 0);
      g_hash_table_insert (sheet->answers, g_strdup (question->key),
                           g_strdup (STREEK_RECORD_ANSWER_LEAVE_OUT));
    }

  g_autoptr (StreekPlanImport) result = plan_fixture_import (fixture, sheet);

  g_assert_true (streek_plan_import_can_write (result));
  plan_fixture_assert_import (
    fixture, result,
    "hccnn|2 paste/taken-as|2 paste/name-left-out|2 paste/taken-as|"
    "2 plan/as-long-as-the-plan|4 paste/no-number|5 paste/name-left-out|"
    "5 paste/name-left-out",
    "1 Netwerk (Overleg [2024-03 2025], Website [2024 2025], Beurs, Krant)");
}

/* Points and commas mean in all cells of a column what they mean in one of them; a unit behind the
 * number is the unit of the target. */
static void
test_numbers_of_targets (PlanFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanSheet) sheet =
    plan_fixture_read_sheet (fixture, fixture->pact,
                             "Pijler\tActie\tIndicator\tNulmeting\tStreefwaarde\n"
                             "Netwerk\tOverleg\tFietspad\t12,5 km\t40 km\n"
                             "\tWebsite\tBezoekers\t1.000\t2.500,5\n");

  sheet->makes_new = TRUE;

  g_autoptr (StreekPlanImport) result = plan_fixture_import (fixture, sheet);
  g_autoptr (StreekRecordView) view = streek_record_paste_preview (result->paste, fixture->view);
  StreekRecords *records = streek_record_view_get_records (view);
  guint n;
  const StreekRecord *const *targets =
    streek_records_list_by (records, &streek_target_kind, STREEK_TARGET_ITEM, fixture->talks, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (streek_record_get_number (targets[0], STREEK_TARGET_BASELINE), ==, 12.5);
  g_assert_cmpfloat (streek_record_get_number (targets[0], STREEK_TARGET_TARGET), ==, 40);
  g_assert_cmpstr (streek_record_get_text (targets[0], STREEK_TARGET_UNIT), ==, "km");

  targets =
    streek_records_list_by (records, &streek_target_kind, STREEK_TARGET_ITEM, fixture->site, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (streek_record_get_number (targets[0], STREEK_TARGET_BASELINE), ==, 1000);
  g_assert_cmpfloat (streek_record_get_number (targets[0], STREEK_TARGET_TARGET), ==, 2500.5);
}

static void
test_nothing_stands_under_itself (PlanFixture *fixture, gconstpointer data)
{
  plan_fixture_assert_imported (fixture, fixture->pact,
                                "Code\tTitel\tOnder\n"
                                "1\tNetwerk\tWebsite\n",
                                "hr|2 plan/place", "1 Netwerk (Overleg, Website)");
}

static void
test_goes_out_and_comes_in (PlanFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "plan.csv", "plan.xlsx", "plan.ods" };
  g_autofree char *folder = g_dir_make_tmp ("streek-plan-XXXXXX", NULL);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i / 2], NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", path);
      streek_plan_write (fixture->view, fixture->pact, path, i % 2 == 0, &error);
      g_assert_no_error (error);

      g_autoptr (StreekPlanSheet) sheet = streek_plan_sheet_open (path, NULL, &error);

      g_assert_no_error (error);
      streek_plan_sheet_set_plan (sheet, streek_record_view_get_records (fixture->view),
                                  fixture->pact, NULL);

      g_autoptr (StreekPlanImport) same = plan_fixture_import (fixture, sheet);

      plan_fixture_assert_import (fixture, same, "huuu", "1 Netwerk (Overleg, Website)");
      streek_plan_sheet_set_plan (sheet, streek_record_view_get_records (fixture->view), 0,
                                  "Kopie");

      g_autoptr (StreekPlanImport) copy = plan_fixture_import (fixture, sheet);

      plan_fixture_assert_import (fixture, copy, "hnnn", "1 Netwerk (Overleg, Website)");
      g_unlink (path);
    }

  g_rmdir (folder);
}

/* A title that a spreadsheet would take for a formula stays what it is. */
static void
test_formulas_are_texts (PlanFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("streek-plan-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  streek_record_book_set (fixture->book, &streek_plan_item_kind, fixture->site,
                          STREEK_PLAN_ITEM_TITLE, "=1+1");

  g_autoptr (StreekRecordView) view = streek_record_book_view (fixture->book, "2026-11-22");

  streek_plan_write (view, fixture->pact, path, FALSE, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "\"'=1+1\""));

  g_autoptr (StreekPlanSheet) sheet = streek_plan_sheet_open (path, NULL, &error);

  g_assert_no_error (error);
  streek_plan_sheet_set_plan (sheet, streek_record_view_get_records (view), 0, "Kopie");

  g_autoptr (StreekPlanImport) copy = streek_plan_import_read (sheet, view, NULL, &error);

  g_assert_no_error (error);

  g_autofree char *tree = plan_fixture_dump_tree (fixture, copy);

  g_assert_cmpstr (tree, ==, "1 Netwerk (Overleg, =1+1)");
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (PlanFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/plan/import/levels-are-kept-by-name", test_levels_are_kept_by_name },
    { "/plan/import/codes-say-the-place", test_codes_say_the_place },
    { "/plan/import/codes-in-front-of-titles", test_codes_in_front_of_titles },
    { "/plan/import/cells-name-what-is-above", test_cells_name_what_is_above },
    { "/plan/import/updates-what-is-there", test_updates_what_is_there },
    { "/plan/import/same-again-changes-nothing", test_same_again_changes_nothing },
    { "/plan/import/asks-about-names", test_asks_about_names },
    { "/plan/import/reads-targets", test_reads_targets },
    { "/plan/import/ongoing-lasts-as-long-as-the-plan", test_ongoing_lasts_as_long_as_the_plan },
    { "/plan/import/rejects-rows", test_rejects_rows },
    { "/plan/import/cells-as-people-write-them", test_cells_as_people_write_them },
    { "/plan/import/numbers-of-targets", test_numbers_of_targets },
    { "/plan/import/nothing-stands-under-itself", test_nothing_stands_under_itself },
    { "/plan/import/goes-out-and-comes-in", test_goes_out_and_comes_in },
    { "/plan/import/formulas-are-texts", test_formulas_are_texts },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, PlanFixture, NULL, plan_fixture_set_up, tests[i].test,
                plan_fixture_tear_down);

  return g_test_run ();
}
