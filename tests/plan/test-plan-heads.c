/* test-plan-heads.c: what the columns of a spreadsheet are, by their heads and by a profile */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-import.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-profile.h"
#include "record/streek-record-pasting.h"
#include "plan-fixture.h"

#include <string.h>

/* Titles above, merged cells with a value in the first row only, levels as columns. */
static void
test_levels_in_columns (PlanFixture *fixture, gconstpointer data)
{
  plan_fixture_assert_imported (
    fixture, 0,
    "Bijlage 1\n"
    "\n"
    "Pijler\tThema\tActie\tTiming\n"
    "Netwerk\tSamenwerking\tOverleg\t2020-2022\n"
    "\t\tWebsite\tQ1 2021\n"
    "\tMobiliteit\tFietspaden\t\n"
    "Werk\t–\tBanenbeurs\t2024\n",
    "tbhnnnn",
    "Netwerk (Samenwerking (Overleg [2020 2022], Website [2021-Q1 2021-Q1]), "
    "Mobiliteit (Fietspaden)); Werk (Banenbeurs [2024 2024])");
}

/* The roles of all columns: "level-1 level-2 timing". */
static char *
dump_roles (const StreekPlanSheet *sheet)
{
  GString *roles = g_string_new (NULL);

  for (guint i = 0; i < sheet->n_columns; i++)
    g_string_append_printf (
      roles, "%s%s", i > 0 ? " " : "",
      *streek_plan_sheet_get_role (sheet, i) != '\0' ? streek_plan_sheet_get_role (sheet, i) : "-");

  return g_string_free (roles, FALSE);
}

/* Heads over several columns stand a row above the others. */
static void
test_two_header_rows (PlanFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *heads;
    const char *roles;
    guint n_rows;
  } cases[] = {
    { "Pijler\tActie\tTiming\t\tIndicatoren\t\t\n"
      "\t\tStart\tEinde\tOmschrijving\tNulmeting\tStreefwaarde",
      "level-1 level-2 starts ends target.indicator target.baseline target.target", 2 },
    { "Actie\t\tNulmeting\t\tStreefwaarde\t\n"
      "Nr\tNaam\tWaarde\tJaar\tWaarde\tJaar",
      "code title target.baseline target.baseline_period target.target target.target_period", 2 },
    { "Doelstelling\t\tActie\tWie\nStrategisch\tOperationeel\t\t", "level-1 level-2 level-3 owner",
      2 },
    /* what stands above says nothing more: a title */
    { "Wat\t\tWanneer\nPijler\tActie\tTiming", "level-1 level-2 timing", 1 },
    /* a goal without actions, and one that is called as a column */
    { "Pijler\tActie\tTiming\nNetwerk\t\t", "level-1 level-2 timing", 1 },
    { "Pijler\tActie\t\nThema\tOverleg\tx", "level-1 level-2 -", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekPlanSheet) sheet = plan_fixture_read_sheet (fixture, 0, cases[i].heads);
      g_autofree char *roles = dump_roles (sheet);

      g_assert_cmpstr (roles, ==, cases[i].roles);
      g_assert_cmpuint (sheet->head.n_rows, ==, cases[i].n_rows);
    }

  plan_fixture_assert_imported (fixture, 0,
                                "Bijlage 2\t\t\t\n"
                                "Pijler\tActie\tTiming\t\n"
                                "\t\tStart\tEinde\n"
                                "Netwerk\tOverleg\t2021\t2023\n",
                                "thhn", "Netwerk (Overleg [2021 2023])");
}

static void
test_heads_as_people_write_them (PlanFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanSheet) sheet = plan_fixture_read_sheet (
    fixture, 0,
    "Strategische doelstelling (SD)\tActie(s)\tTrekker(s)*\tBudget (in euro)\tTiming:\t"
    "Indicator(en)\tStand van zaken\tPartner(s) / actoren\n");
  g_autofree char *roles = dump_roles (sheet);

  g_assert_cmpstr (roles, ==,
                   "level-1 level-2 owner budget timing target.indicator status item_partner");
}

static GPtrArray *
new_profiles (StreekMapping *profile)
{
  GPtrArray *profiles = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_mapping_free);

  g_ptr_array_add (profiles, profile);

  return profiles;
}

/* What a person said once of columns that nobody can guess holds for the next file that has them,
 * through a file of its own too. */
static void
test_profile_is_recognised (PlanFixture *fixture, gconstpointer data)
{
  static const char heads[] = "Blok\tWat we doen\tKlaar tegen\t\tNota\n"
                              "\t\tDatum\tBudget\t\n";
  g_autofree char *first = g_strconcat (heads, "Netwerk\tOverleg\t2024\tveel\tx\n", NULL);
  g_autofree char *next = g_strconcat ("Versie 2\n\n", heads, "Werk\tBeurs\t2026\tveel\ty\n", NULL);
  g_autoptr (StreekPlanSheet) sheet = plan_fixture_read_sheet (fixture, 0, first);
  const StreekRecords *records = streek_record_view_get_records (fixture->view);
  g_autoptr (GError) error = NULL;

  streek_plan_sheet_set_header (sheet, records, 0, 2);
  streek_plan_sheet_set_role (sheet, 0, "level-1");
  streek_plan_sheet_set_role (sheet, 1, "level-2");
  streek_plan_sheet_set_role (sheet, 2, "timing");
  g_hash_table_insert (sheet->answers, g_strdup ("budget:veel"), g_strdup ("5000"));
  g_hash_table_insert (sheet->answers, g_strdup ("status:ok"), g_strdup ("done"));

  g_autoptr (StreekMapping) made = streek_plan_profile_new (sheet, "plan-blok", "Blokken");
  g_autofree char *json = streek_mapping_to_json (made);
  StreekMapping *read = streek_mapping_from_json (json, -1, &error);

  g_assert_no_error (error);

  g_autoptr (GPtrArray) profiles = new_profiles (read);
  g_autoptr (StreekPlanSheet) again = plan_fixture_read_sheet (fixture, 0, next);

  g_assert_true (streek_plan_profile_recognise (again, records, profiles));
  g_assert_cmpstr (again->profile_title, ==, "Blokken");
  g_assert_cmpuint (again->head.row, ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (again->answers, "status:ok"), ==, "done");

  g_autofree char *roles = dump_roles (again);

  g_assert_cmpstr (roles, ==, "level-1 level-2 timing budget note");
  g_hash_table_insert (again->answers, g_strdup ("budget:veel"),
                       g_strdup (STREEK_RECORD_ANSWER_LEAVE_OUT));

  g_autoptr (StreekPlanImport) result = plan_fixture_import (fixture, again);

  plan_fixture_assert_import (fixture, result, "tbhhn|5 paste/name-left-out|3 plan/profile",
                              "Werk (Beurs [2026 2026])");
}

/* A column more, and it is another table; by name it is read all the same, as long as nothing is
 * missing. */
static void
test_profile_of_other_columns (PlanFixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanSheet) sheet = plan_fixture_read_sheet (fixture, 0, "Blok\tWat\nA\tB\n");
  const StreekRecords *records = streek_record_view_get_records (fixture->view);
  g_autoptr (GError) error = NULL;

  streek_plan_sheet_set_header (sheet, records, 0, 1);
  streek_plan_sheet_set_role (sheet, 0, "level-1");
  streek_plan_sheet_set_role (sheet, 1, "level-2");

  g_autoptr (GPtrArray) profiles = new_profiles (streek_plan_profile_new (sheet, "blok", NULL));
  g_autoptr (StreekPlanSheet) wider =
    plan_fixture_read_sheet (fixture, 0, "Blok\tNieuw\tWat\nA\tx\tB\n");
  g_autoptr (StreekPlanSheet) narrow = plan_fixture_read_sheet (fixture, 0, "Blok\tNieuw\nA\tx\n");

  g_assert_false (streek_plan_profile_recognise (wider, records, profiles));
  g_assert_null (wider->profile);
  g_assert_true (streek_plan_profile_apply (wider, records, profiles->pdata[0], &error));
  g_assert_no_error (error);

  g_autofree char *roles = dump_roles (wider);

  g_assert_cmpstr (roles, ==, "level-1 - level-2");
  g_assert_false (streek_plan_profile_apply (narrow, records, profiles->pdata[0], &error));
  g_assert_error (error, STREEK_IMPORT_ERROR, STREEK_IMPORT_ERROR_UNKNOWN);
}

/* Totals and notes are no goals; a goal without actions at the end stays one. */
static void
test_totals_and_notes (PlanFixture *fixture, gconstpointer data)
{
  plan_fixture_assert_imported (fixture, 0,
                                "Pijler\tActie\tBudget\n"
                                "Netwerk\tOverleg\t100\n"
                                "\tWebsite\t200\n"
                                "Totaal\t\t300,00 €\n"
                                "Pijler\tActie\tBudget\n"
                                "Werk\tTotaalplan\t5\n"
                                "Wonen\t\t\n"
                                "\t\t\n"
                                "Bron: verslag van 12 maart\t\t\n"
                                "* onder voorbehoud\t\t\n",
                                "hnnshnnbff|4 paste/total|9 paste/footer|10 paste/footer",
                                "Netwerk (Overleg, Website); Werk (Totaalplan); Wonen");
}

static void
test_levels_in_a_column (PlanFixture *fixture, gconstpointer data)
{
  plan_fixture_assert_imported (fixture, 0,
                                "Niveau\tTitel\n"
                                "Pijler\tNetwerk\n"
                                "Actie\tOverleg\n"
                                "Actie\tWebsite\n"
                                "Pijler\tWerk\n"
                                "Actie\tBanenbeurs\n",
                                "hnnnnn", "Netwerk (Overleg, Website); Werk (Banenbeurs)");
}

/* Out and in again: nothing changes in the plan itself, and a new plan from it is the same. */
static gboolean
has_finding (const StreekPlanImport *result, const char *id, const char *words)
{
  for (guint i = 0; i < result->paste->findings->len; i++)
    {
      const StreekFinding *finding = result->paste->findings->pdata[i];

      if (strcmp (finding->id, id) == 0 && strstr (finding->message, words) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A column for each year or quarter, and a cross where an action runs: from the first to the last,
 * and where one is left open between them that is told. */
static void
test_marks_under_periods (PlanFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *rows;
    const char *tree;
    const char *told; /* (nullable): of a gap */
  } cases[] = {
    { "Pijler\tActie\t2021\t2022\t2023\nNieuw\tKaart\tx\tX\t\n\tWeb\t✓\t\tja\n\tBord\t\t\t-\n",
      "hnnn|3 plan/marks-with-gap",
      "1 Netwerk (Overleg, Website); Nieuw (Kaart [2021 2022], Web "
      "[2021 2023], Bord)",
      "2021, 2023" },
    /* a year over its quarters, of which one has no mark at all */
    { "Pijler\tActie\t2021\t2021\t2021\t2022\n\t\tQ1\tQ2\tK3\t1e kwartaal\n"
      "Nieuw\tKaart\tx\t\t\tx\n\tWeb\t\tx\t\t\n",
      "hhnn|3 plan/marks-with-gap",
      "1 Netwerk (Overleg, Website); Nieuw (Kaart [2021-Q1 2022-Q1], Web [2021-Q2 2021-Q2])",
      NULL },
    { "Pijler\tActie\t2021\t\t2022\n\t\tQ3\tQ4\tQ1\nNieuw\tKaart\t\tx\tx\n", "hhn",
      "1 Netwerk (Overleg, Website); Nieuw (Kaart [2021-Q4 2022-Q1])", NULL },
    { "Pijler\tActie\tjan 2021\tfebruari 2021\nNieuw\tKaart\tx\tx\n", "hn",
      "1 Netwerk (Overleg, Website); Nieuw (Kaart [2021-01 2021-02])", NULL },
    /* another column that says it counts */
    { "Pijler\tActie\tTiming\t2021\t2022\nNieuw\tKaart\t2023\tx\tx\n\tWeb\t\tx\t\n",
      "hnn|2 plan/marks-left-out",
      "1 Netwerk (Overleg, Website); Nieuw (Kaart [2023 2023], Web [2021 2021])", NULL },
    /* amounts by year are no marks, and rows of years no header */
    { "Pijler\tActie\t2021\t2022\nNieuw\tKaart\t100\t200\n", "hn|1 paste/left-out|1 paste/left-out",
      "1 Netwerk (Overleg, Website); Nieuw (Kaart)", NULL },
    { "Pijler\tActie\tStart\tEinde\nNieuw\tKaart\t2021\t2022\n", "hn",
      "1 Netwerk (Overleg, Website); Nieuw (Kaart [2021 2022])", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekPlanImport) result =
        plan_fixture_import_text (fixture, fixture->pact, cases[i].text);

      g_test_message ("%s", cases[i].text);
      plan_fixture_assert_import (fixture, result, cases[i].rows, cases[i].tree);
      g_assert_true (cases[i].told == NULL ||
                     has_finding (result, "plan/marks-with-gap", cases[i].told));
    }
}

/* Quarters without a year are those of a plan of one year. */
static void
test_marks_of_one_year (PlanFixture *fixture, gconstpointer data)
{
  static const char text[] = "Actie\tWie\tStatus\tQ1\tQ2\tQ3\nKaart\t\t\tx\tx\t\n";
  g_autoptr (StreekPlanImport) open = plan_fixture_import_text (fixture, fixture->pact, text);

  /* the plan runs from 2020 until 2025: nobody knows which first quarter */
  g_assert_true (has_finding (open, "paste/left-out", "Q1"));

  streek_record_book_set (fixture->book, &streek_pact_kind, fixture->pact, STREEK_PACT_ENDS,
                          "2020");
  streek_record_view_unref (fixture->view);
  fixture->view = streek_record_book_view (fixture->book, "2026-11-22");

  g_autoptr (StreekPlanImport) result = plan_fixture_import_text (fixture, fixture->pact, text);

  plan_fixture_assert_import (fixture, result, "hn",
                              "1 Netwerk (Overleg, Website); Kaart [2020-Q1 2020-Q2]");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (PlanFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/plan/heads/levels-in-columns", test_levels_in_columns },
    { "/plan/heads/two-header-rows", test_two_header_rows },
    { "/plan/heads/heads-as-people-write-them", test_heads_as_people_write_them },
    { "/plan/heads/profile-is-recognised", test_profile_is_recognised },
    { "/plan/heads/profile-of-other-columns", test_profile_of_other_columns },
    { "/plan/heads/totals-and-notes", test_totals_and_notes },
    { "/plan/heads/levels-in-a-column", test_levels_in_a_column },
    { "/plan/heads/marks-under-periods", test_marks_under_periods },
    { "/plan/heads/marks-of-one-year", test_marks_of_one_year },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, PlanFixture, NULL, plan_fixture_set_up, tests[i].test,
                plan_fixture_tear_down);

  return g_test_run ();
}
