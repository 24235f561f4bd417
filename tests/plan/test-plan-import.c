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
#include "plan/streek-plan-profile.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-theme.h"
#include "record/streek-record-pasting.h"
#include "streek-record-book.h"

#include <glib/gstdio.h>
#include <string.h>

/* A plan 2020–2025 of pillars and actions: "1 Netwerk" with "Overleg" and "Website". */
typedef struct
{
  StreekRecordBook *book;
  gint64 pact;
  gint64 network;
  gint64 talks;
  gint64 site;
  gint64 diest; /* an organisation, "SD" in short */
  StreekRecordView *view;
} Fixture;

static gint64
add_item (Fixture *fixture, gint64 parent, gint64 level, const char *rank, const char *title)
{
  const StreekRecordKind *kind = &streek_plan_item_kind;
  gint64 id = streek_record_book_add (fixture->book, kind, title);

  streek_record_book_refer (fixture->book, kind, id, STREEK_PLAN_ITEM_PACT, fixture->pact);
  if (parent != 0)
    streek_record_book_refer (fixture->book, kind, id, STREEK_PLAN_ITEM_PARENT, parent);
  streek_record_book_refer (fixture->book, kind, id, STREEK_PLAN_ITEM_LEVEL, level);
  streek_record_book_set (fixture->book, kind, id, STREEK_PLAN_ITEM_RANK, rank);

  return id;
}

static gint64
add_level (Fixture *fixture, const char *rank, const char *name)
{
  const StreekRecordKind *kind = &streek_pact_level_kind;
  gint64 id = streek_record_book_add (fixture->book, kind, name);

  streek_record_book_refer (fixture->book, kind, id, STREEK_PACT_LEVEL_PACT, fixture->pact);
  streek_record_book_set (fixture->book, kind, id, STREEK_PACT_LEVEL_RANK, rank);

  return id;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->book = streek_record_book_new ();
  fixture->pact = streek_record_book_add (fixture->book, &streek_pact_kind, "Streekpact");
  streek_record_book_set (fixture->book, &streek_pact_kind, fixture->pact, STREEK_PACT_STARTS,
                          "2020");
  streek_record_book_set (fixture->book, &streek_pact_kind, fixture->pact, STREEK_PACT_ENDS,
                          "2025");

  gint64 pillar = add_level (fixture, "1", "Pijler");
  gint64 action = add_level (fixture, "2", "Actie");

  streek_record_book_set (fixture->book, &streek_pact_level_kind, action,
                          STREEK_PACT_LEVEL_IS_ACTION, "1");
  fixture->network = add_item (fixture, 0, pillar, "1", "Netwerk");
  streek_record_book_set (fixture->book, &streek_plan_item_kind, fixture->network,
                          STREEK_PLAN_ITEM_CODE, "1");
  fixture->talks = add_item (fixture, fixture->network, action, "1", "Overleg");
  fixture->site = add_item (fixture, fixture->network, action, "2", "Website");
  fixture->diest = streek_record_book_add (fixture->book, &streek_organisation_kind, "Stad Diest");
  streek_record_book_set (fixture->book, &streek_organisation_kind, fixture->diest,
                          STREEK_ORGANISATION_SHORT_NAME, "SD");
  fixture->view = streek_record_book_view (fixture->book, "2026-11-22");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  streek_record_view_unref (fixture->view);
  streek_record_book_free (fixture->book);
}

/* @pact: 0: a new one */
static StreekPlanSheet *
read_sheet (Fixture *fixture, gint64 pact, const char *text)
{
  g_autoptr (GError) error = NULL;
  StreekPlanSheet *sheet = streek_plan_sheet_new_for_text (text, &error);

  g_assert_no_error (error);
  streek_plan_sheet_set_plan (sheet, streek_record_view_get_records (fixture->view), pact,
                              pact == 0 ? "Nieuw plan" : NULL);

  return sheet;
}

static StreekPlanImport *
import (Fixture *fixture, const StreekPlanSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  StreekPlanImport *result = streek_plan_import_read (sheet, fixture->view, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->n_read, ==, streek_plan_sheet_get_grid (sheet)->rows->len);
  g_assert_cmpuint (result->n_read, ==, result->rows->len);
  g_assert_cmpuint (result->n_taken + result->n_ignored + result->n_rejected, ==, result->n_read);

  return result;
}

static StreekPlanImport *
import_text (Fixture *fixture, gint64 pact, const char *text)
{
  g_autoptr (StreekPlanSheet) sheet = read_sheet (fixture, pact, text);

  return import (fixture, sheet);
}

/* States of rows by their first letters, then findings: "hnu|3 paste/cell". */
static char *
dump_rows (const StreekPlanImport *result)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < result->rows->len; i++)
    g_string_append_c (dump, streek_record_row_state_get_id (
                               g_array_index (result->rows, StreekRecordPasteRow, i).state)[0]);

  for (guint i = 0; i < result->paste->findings->len; i++)
    {
      const StreekFinding *finding = result->paste->findings->pdata[i];

      g_test_message ("%s: %s", finding->place, finding->message);
      g_string_append_printf (dump, "|%s %s", finding->place, finding->id);
    }

  return g_string_free (dump, FALSE);
}

/* The tree that results: "1 Netwerk (Overleg [2021 2023], Website)". */
static void
dump_node (GString *dump, const StreekPlanTree *tree, StreekRecords *records, guint *i)
{
  const StreekPlanNode *node = streek_plan_tree_get_node (tree, (*i)++);
  g_autofree char *label = streek_plan_item_dup_label (node->item);
  StreekPeriod starts = streek_record_get_period (node->item, STREEK_PLAN_ITEM_STARTS);
  StreekPeriod ends = streek_record_get_period (node->item, STREEK_PLAN_ITEM_ENDS);

  g_string_append (dump, label);
  if (starts.kind != STREEK_PERIOD_NONE || ends.kind != STREEK_PERIOD_NONE)
    {
      g_autofree char *first = streek_period_to_string (starts);
      g_autofree char *last = streek_period_to_string (ends);

      g_string_append_printf (dump, " [%s %s]", first, last);
    }

  for (guint child = 0; child < node->n_children; child++)
    {
      g_string_append (dump, child == 0 ? " (" : ", ");
      dump_node (dump, tree, records, i);
    }
  if (node->n_children > 0)
    g_string_append (dump, ")");
}

static char *
dump_tree (Fixture *fixture, const StreekPlanImport *result)
{
  g_autoptr (StreekRecordView) view = streek_record_paste_preview (result->paste, fixture->view);
  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new (records, result->pact);
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < streek_plan_tree_get_n_nodes (tree);)
    {
      if (i > 0)
        g_string_append (dump, "; ");
      dump_node (dump, tree, records, &i);
    }

  return g_string_free (dump, FALSE);
}

static void
assert_import (Fixture *fixture, const StreekPlanImport *result, const char *rows, const char *tree)
{
  g_autofree char *said = dump_rows (result);
  g_autofree char *grown = dump_tree (fixture, result);

  g_assert_cmpstr (said, ==, rows);
  g_assert_cmpstr (grown, ==, tree);
}

static void
assert_imported (
  Fixture *fixture, gint64 pact, const char *text, const char *rows, const char *tree)
{
  g_autoptr (StreekPlanImport) result = import_text (fixture, pact, text);

  assert_import (fixture, result, rows, tree);
}

/* Titles above, merged cells with a value in the first row only, levels as columns. */
static void
test_levels_in_columns (Fixture *fixture, gconstpointer data)
{
  assert_imported (fixture, 0,
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
test_two_header_rows (Fixture *fixture, gconstpointer data)
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
      g_autoptr (StreekPlanSheet) sheet = read_sheet (fixture, 0, cases[i].heads);
      g_autofree char *roles = dump_roles (sheet);

      g_assert_cmpstr (roles, ==, cases[i].roles);
      g_assert_cmpuint (sheet->head.n_rows, ==, cases[i].n_rows);
    }

  assert_imported (fixture, 0,
                   "Bijlage 2\t\t\t\n"
                   "Pijler\tActie\tTiming\t\n"
                   "\t\tStart\tEinde\n"
                   "Netwerk\tOverleg\t2021\t2023\n",
                   "thhn", "Netwerk (Overleg [2021 2023])");
}

static void
test_heads_as_people_write_them (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanSheet) sheet =
    read_sheet (fixture, 0,
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
test_profile_is_recognised (Fixture *fixture, gconstpointer data)
{
  static const char heads[] = "Blok\tWat we doen\tKlaar tegen\t\tNota\n"
                              "\t\tDatum\tBudget\t\n";
  g_autofree char *first = g_strconcat (heads, "Netwerk\tOverleg\t2024\tveel\tx\n", NULL);
  g_autofree char *next = g_strconcat ("Versie 2\n\n", heads, "Werk\tBeurs\t2026\tveel\ty\n", NULL);
  g_autoptr (StreekPlanSheet) sheet = read_sheet (fixture, 0, first);
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
  g_autoptr (StreekPlanSheet) again = read_sheet (fixture, 0, next);

  g_assert_true (streek_plan_profile_recognise (again, records, profiles));
  g_assert_cmpstr (again->profile_title, ==, "Blokken");
  g_assert_cmpuint (again->head.row, ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (again->answers, "status:ok"), ==, "done");

  g_autofree char *roles = dump_roles (again);

  g_assert_cmpstr (roles, ==, "level-1 level-2 timing budget note");
  g_hash_table_insert (again->answers, g_strdup ("budget:veel"),
                       g_strdup (STREEK_RECORD_ANSWER_LEAVE_OUT));

  g_autoptr (StreekPlanImport) result = import (fixture, again);

  assert_import (fixture, result, "tbhhn|5 paste/name-left-out|3 plan/profile",
                 "Werk (Beurs [2026 2026])");
}

/* A column more, and it is another table; by name it is read all the same, as long as nothing is
 * missing. */
static void
test_profile_of_other_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanSheet) sheet = read_sheet (fixture, 0, "Blok\tWat\nA\tB\n");
  const StreekRecords *records = streek_record_view_get_records (fixture->view);
  g_autoptr (GError) error = NULL;

  streek_plan_sheet_set_header (sheet, records, 0, 1);
  streek_plan_sheet_set_role (sheet, 0, "level-1");
  streek_plan_sheet_set_role (sheet, 1, "level-2");

  g_autoptr (GPtrArray) profiles = new_profiles (streek_plan_profile_new (sheet, "blok", NULL));
  g_autoptr (StreekPlanSheet) wider = read_sheet (fixture, 0, "Blok\tNieuw\tWat\nA\tx\tB\n");
  g_autoptr (StreekPlanSheet) narrow = read_sheet (fixture, 0, "Blok\tNieuw\nA\tx\n");

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
test_totals_and_notes (Fixture *fixture, gconstpointer data)
{
  assert_imported (fixture, 0,
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
test_levels_are_kept_by_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanImport) result =
    import_text (fixture, 0, "Pijler\tThema\tActie\nNetwerk\tSamenwerking\tOverleg\n");
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
test_codes_say_the_place (Fixture *fixture, gconstpointer data)
{
  assert_imported (fixture, 0,
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
test_codes_in_front_of_titles (Fixture *fixture, gconstpointer data)
{
  assert_imported (fixture, 0,
                   "Pijler\tActie\n"
                   "1. Netwerk\t1.1 Overleg\n"
                   "\tOD 2: Website\n"
                   "\t10 werkplekken\n",
                   "hnnn", "1 Netwerk (1.1 Overleg, OD 2 Website, 10 werkplekken)");
}

static void
test_levels_in_a_column (Fixture *fixture, gconstpointer data)
{
  assert_imported (fixture, 0,
                   "Niveau\tTitel\n"
                   "Pijler\tNetwerk\n"
                   "Actie\tOverleg\n"
                   "Actie\tWebsite\n"
                   "Pijler\tWerk\n"
                   "Actie\tBanenbeurs\n",
                   "hnnnnn", "Netwerk (Overleg, Website); Werk (Banenbeurs)");
}

static void
test_cells_name_what_is_above (Fixture *fixture, gconstpointer data)
{
  assert_imported (fixture, fixture->pact,
                   "Titel\tOnder\n"
                   "Nieuwsbrief\tNetwerk\n"
                   "Leden werven\tNieuwsbrief\n"
                   "Los\tNergens\n",
                   "hnnr|4 plan/row", "1 Netwerk (Overleg, Website, Nieuwsbrief (Leden werven))");
}

/* By code, by title under the same item; a code may move an item, and a title change with it. */
static void
test_updates_what_is_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanImport) result = import_text (fixture, fixture->pact,
                                                     "Code\tPijler\tActie\tStatus\tUitvoerder\n"
                                                     "1\tNetwerken\t\t\t\n"
                                                     "\tNetwerken\tOverleg\tlopend\tx\n"
                                                     "\tNetwerken\tNieuw\t\t\n"
                                                     "\tNetwerken\tWebsite\t\t\n");
  g_autoptr (GString) changes = g_string_new (NULL);

  assert_import (fixture, result, "hccnu|1 paste/left-out",
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
test_same_again_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanImport) result =
    import_text (fixture, fixture->pact, "Pijler\tActie\nNetwerk\tOverleg\n\tWebsite\n");

  assert_import (fixture, result, "huu", "1 Netwerk (Overleg, Website)");
  g_assert_true (streek_record_changes_is_empty (result->paste->changes));
  g_assert_false (streek_plan_import_can_write (result));
}

/* Names of nothing that is there are asked about, once each, and the answer counts for all. */
static void
test_asks_about_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanSheet) sheet = read_sheet (fixture, fixture->pact,
                                                  "Pijler\tActie\tPartners\tThema's\tTiming\n"
                                                  "Netwerk\tOverleg\tSD; VDAB\tWerk\tweldra\n"
                                                  "\tWebsite\tVDAB\t\t\n");
  g_autoptr (StreekPlanImport) asking = import (fixture, sheet);
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

  g_autoptr (StreekPlanImport) result = import (fixture, sheet);
  g_autoptr (StreekRecordView) view = streek_record_paste_preview (result->paste, fixture->view);
  guint n;

  g_assert_true (streek_plan_import_can_write (result));
  streek_records_list (streek_record_view_get_records (view), &streek_organisation_kind, &n);
  g_assert_cmpuint (n, ==, 2);
  streek_records_list (streek_record_view_get_records (view), &streek_item_partner_kind, &n);
  g_assert_cmpuint (n, ==, 3);
  streek_records_list (streek_record_view_get_records (view), &streek_theme_kind, &n);
  g_assert_cmpuint (n, ==, 0);
  assert_import (fixture, result, "hcc|2 paste/made|2 paste/name-left-out",
                 "1 Netwerk (Overleg [2024 2024], Website)");
}

/* A merged action with a row for each indicator; an own count, and two in one cell. */
static void
test_reads_targets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanSheet) sheet =
    read_sheet (fixture, fixture->pact,
                "Pijler\tActie\tIndicator\tNulmeting\tStreefwaarde\tTegen wanneer\n"
                "Netwerk\tOverleg\tVergaderingen\t2\t4\t2025\n"
                "\t\tLeden\t\t10\t\n"
                "\tWebsite\tBezoekers; Pagina's\t100; 5\t200; 10\t2025\n");

  sheet->makes_new = TRUE;

  g_autoptr (StreekPlanImport) result = import (fixture, sheet);
  g_autoptr (StreekRecordView) view = streek_record_paste_preview (result->paste, fixture->view);
  StreekRecords *records = streek_record_view_get_records (view);
  guint n;
  const StreekRecord *const *targets =
    streek_records_list_by (records, &streek_target_kind, STREEK_TARGET_ITEM, fixture->talks, &n);

  assert_import (fixture, result, "hccc|3 plan/together", "1 Netwerk (Overleg, Website)");
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
test_ongoing_lasts_as_long_as_the_plan (Fixture *fixture, gconstpointer data)
{
  assert_imported (fixture, fixture->pact, "Pijler\tActie\tTiming\nNetwerk\tOverleg\tdoorlopend\n",
                   "hc|2 plan/as-long-as-the-plan", "1 Netwerk (Overleg [2020 2025], Website)");
}

/* What stands under a rejected row falls with it, and nothing is lost from sight. */
static void
test_rejects_rows (Fixture *fixture, gconstpointer data)
{
  assert_imported (fixture, fixture->pact,
                   "Code\tTitel\tUitgevoerd\n"
                   "2\tWerk\t120\n"
                   "2.1\tBanenbeurs\t10\n"
                   "\tWebsite\t150\n",
                   "hrrr|2 paste/check|3 plan/above-rejected|4 paste/check",
                   "1 Netwerk (Overleg, Website)");
}

/* (transfer full): what changes of all items, as people read it */
static char *
dump_item (Fixture *fixture, const StreekPlanImport *result, gint64 id, const guint *fields)
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
test_cells_as_people_write_them (Fixture *fixture, gconstpointer data)
{
  static const guint fields[] = { STREEK_PLAN_ITEM_STATUS, STREEK_PLAN_ITEM_BUDGET,
                                  STREEK_PLAN_ITEM_STARTS, STREEK_PLAN_ITEM_ENDS, 0 };
  g_autoptr (StreekPlanSheet) sheet =
    read_sheet (fixture, fixture->pact,
                "Pijler\tActie\tStatus\tBudget (€)\tStart\tEinde\tPartners\n"
                "Netwerk\tOverleg\tlopende\tca. 1,5 miljoen euro\tvoorjaar 2024\tdoorlopend\t"
                "Stad Diest, Voka\n"
                "\tWebsite\tnog op te starten\t€ 25.000,-\tvanaf 2024\ttegen eind 2025\t• SD\n"
                "\tBeurs\tgeannuleerd\tp.m.\t\t\t\n"
                "\tKrant\t\tveel\t\tooit\t\n");
  g_autoptr (StreekPlanImport) asking = import (fixture, sheet);
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

  g_autoptr (StreekPlanImport) result = import (fixture, sheet);

  g_assert_true (streek_plan_import_can_write (result));
  assert_import (fixture, result,
                 "hccnn|2 paste/taken-as|2 paste/name-left-out|2 paste/taken-as|"
                 "2 plan/as-long-as-the-plan|4 paste/no-number|5 paste/name-left-out|"
                 "5 paste/name-left-out",
                 "1 Netwerk (Overleg [2024-03 2025], Website [2024 2025], Beurs, Krant)");
}

/* Points and commas mean in all cells of a column what they mean in one of them; a unit behind the
 * number is the unit of the target. */
static void
test_numbers_of_targets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanSheet) sheet =
    read_sheet (fixture, fixture->pact,
                "Pijler\tActie\tIndicator\tNulmeting\tStreefwaarde\n"
                "Netwerk\tOverleg\tFietspad\t12,5 km\t40 km\n"
                "\tWebsite\tBezoekers\t1.000\t2.500,5\n");

  sheet->makes_new = TRUE;

  g_autoptr (StreekPlanImport) result = import (fixture, sheet);
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
test_nothing_stands_under_itself (Fixture *fixture, gconstpointer data)
{
  assert_imported (fixture, fixture->pact,
                   "Code\tTitel\tOnder\n"
                   "1\tNetwerk\tWebsite\n",
                   "hr|2 plan/place", "1 Netwerk (Overleg, Website)");
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
test_marks_under_periods (Fixture *fixture, gconstpointer data)
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
      g_autoptr (StreekPlanImport) result = import_text (fixture, fixture->pact, cases[i].text);

      g_test_message ("%s", cases[i].text);
      assert_import (fixture, result, cases[i].rows, cases[i].tree);
      g_assert_true (cases[i].told == NULL ||
                     has_finding (result, "plan/marks-with-gap", cases[i].told));
    }
}

/* Quarters without a year are those of a plan of one year. */
static void
test_marks_of_one_year (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "Actie\tWie\tStatus\tQ1\tQ2\tQ3\nKaart\t\t\tx\tx\t\n";
  g_autoptr (StreekPlanImport) open = import_text (fixture, fixture->pact, text);

  /* the plan runs from 2020 until 2025: nobody knows which first quarter */
  g_assert_true (has_finding (open, "paste/left-out", "Q1"));

  streek_record_book_set (fixture->book, &streek_pact_kind, fixture->pact, STREEK_PACT_ENDS,
                          "2020");
  streek_record_view_unref (fixture->view);
  fixture->view = streek_record_book_view (fixture->book, "2026-11-22");

  g_autoptr (StreekPlanImport) result = import_text (fixture, fixture->pact, text);

  assert_import (fixture, result, "hn", "1 Netwerk (Overleg, Website); Kaart [2020-Q1 2020-Q2]");
}

static void
test_goes_out_and_comes_in (Fixture *fixture, gconstpointer data)
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

      g_autoptr (StreekPlanImport) same = import (fixture, sheet);

      assert_import (fixture, same, "huuu", "1 Netwerk (Overleg, Website)");
      streek_plan_sheet_set_plan (sheet, streek_record_view_get_records (fixture->view), 0,
                                  "Kopie");

      g_autoptr (StreekPlanImport) copy = import (fixture, sheet);

      assert_import (fixture, copy, "hnnn", "1 Netwerk (Overleg, Website)");
      g_unlink (path);
    }

  g_rmdir (folder);
}

/* A title that a spreadsheet would take for a formula stays what it is. */
static void
test_formulas_are_texts (Fixture *fixture, gconstpointer data)
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

  g_autofree char *tree = dump_tree (fixture, copy);

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
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/plan/import/levels-in-columns", test_levels_in_columns },
    { "/plan/import/two-header-rows", test_two_header_rows },
    { "/plan/import/heads-as-people-write-them", test_heads_as_people_write_them },
    { "/plan/import/totals-and-notes", test_totals_and_notes },
    { "/plan/import/profile-is-recognised", test_profile_is_recognised },
    { "/plan/import/profile-of-other-columns", test_profile_of_other_columns },
    { "/plan/import/levels-are-kept-by-name", test_levels_are_kept_by_name },
    { "/plan/import/codes-say-the-place", test_codes_say_the_place },
    { "/plan/import/codes-in-front-of-titles", test_codes_in_front_of_titles },
    { "/plan/import/levels-in-a-column", test_levels_in_a_column },
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
    { "/plan/import/marks-under-periods", test_marks_under_periods },
    { "/plan/import/marks-of-one-year", test_marks_of_one_year },
    { "/plan/import/goes-out-and-comes-in", test_goes_out_and_comes_in },
    { "/plan/import/formulas-are-texts", test_formulas_are_texts },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
