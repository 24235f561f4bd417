/* plan-fixture.c: a small plan, and rows of a spreadsheet that become one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan-fixture.h"

#include "actor/streek-organisation.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-tree.h"

static gint64
add_item (PlanFixture *fixture, gint64 parent, gint64 level, const char *rank, const char *title)
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
add_level (PlanFixture *fixture, const char *rank, const char *name)
{
  const StreekRecordKind *kind = &streek_pact_level_kind;
  gint64 id = streek_record_book_add (fixture->book, kind, name);

  streek_record_book_refer (fixture->book, kind, id, STREEK_PACT_LEVEL_PACT, fixture->pact);
  streek_record_book_set (fixture->book, kind, id, STREEK_PACT_LEVEL_RANK, rank);

  return id;
}

void
plan_fixture_set_up (PlanFixture *fixture, gconstpointer data)
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

void
plan_fixture_tear_down (PlanFixture *fixture, gconstpointer data)
{
  streek_record_view_unref (fixture->view);
  streek_record_book_free (fixture->book);
}

StreekPlanSheet *
plan_fixture_read_sheet (PlanFixture *fixture, gint64 pact, const char *text)
{
  g_autoptr (GError) error = NULL;
  StreekPlanSheet *sheet = streek_plan_sheet_new_for_text (text, &error);

  g_assert_no_error (error);
  streek_plan_sheet_set_plan (sheet, streek_record_view_get_records (fixture->view), pact,
                              pact == 0 ? "Nieuw plan" : NULL);

  return sheet;
}

StreekPlanImport *
plan_fixture_import (PlanFixture *fixture, const StreekPlanSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  StreekPlanImport *result = streek_plan_import_read (sheet, fixture->view, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->n_read, ==, streek_plan_sheet_get_grid (sheet)->rows->len);
  g_assert_cmpuint (result->n_read, ==, result->rows->len);
  g_assert_cmpuint (result->n_taken + result->n_ignored + result->n_rejected, ==, result->n_read);

  return result;
}

StreekPlanImport *
plan_fixture_import_text (PlanFixture *fixture, gint64 pact, const char *text)
{
  g_autoptr (StreekPlanSheet) sheet = plan_fixture_read_sheet (fixture, pact, text);

  return plan_fixture_import (fixture, sheet);
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

char *
plan_fixture_dump_tree (PlanFixture *fixture, const StreekPlanImport *result)
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

void
plan_fixture_assert_import (PlanFixture *fixture,
                            const StreekPlanImport *result,
                            const char *rows,
                            const char *tree)
{
  g_autofree char *said = dump_rows (result);
  g_autofree char *grown = plan_fixture_dump_tree (fixture, result);

  g_assert_cmpstr (said, ==, rows);
  g_assert_cmpstr (grown, ==, tree);
}

void
plan_fixture_assert_imported (
  PlanFixture *fixture, gint64 pact, const char *text, const char *rows, const char *tree)
{
  g_autoptr (StreekPlanImport) result = plan_fixture_import_text (fixture, pact, text);

  plan_fixture_assert_import (fixture, result, rows, tree);
}
