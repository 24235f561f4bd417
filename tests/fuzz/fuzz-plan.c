/* fuzz-plan.c: bytes that pretend to be a spreadsheet of goals and actions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "../support/streek-record-book.h"
#include "fuzz-target.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-import.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-sheet-private.h"
#include "plan/streek-plan-tree.h"

#include <string.h>

static StreekRecordBook *book;
static StreekRecordView *view;
static gint64 pact;

/* A plan with one item, which rows may update, move or stand under. */
static void
ensure_view (void)
{
  if (view != NULL)
    return;

  book = streek_record_book_new ();
  pact = streek_record_book_add (book, &streek_pact_kind, "Plan");

  gint64 item = streek_record_book_add (book, &streek_plan_item_kind, "Netwerk");

  streek_record_book_refer (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_PACT, pact);
  streek_record_book_set (book, &streek_plan_item_kind, item, STREEK_PLAN_ITEM_CODE, "1");
  view = streek_record_book_view (book, "2026-11-22");
}

/* Every row ends somewhere, and what would be written is a tree. */
static void
try_import (const StreekPlanSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekPlanImport) import = streek_plan_import_read (sheet, view, NULL, &error);

  g_assert_true ((import == NULL) == (error != NULL));
  if (import == NULL)
    return;

  g_assert_cmpuint (import->n_read, ==, streek_plan_sheet_get_grid (sheet)->rows->len);
  g_assert_cmpuint (import->n_taken + import->n_ignored + import->n_rejected, ==, import->n_read);

  for (guint i = 0; i < import->parts->len; i++)
    {
      const StreekPlanImportPart *part = import->parts->pdata[i];
      const StreekRecordPaste *paste = part->paste;

      g_assert_cmpuint (paste->rows->len, ==, paste->n_read);
      g_assert_cmpuint (paste->n_taken + paste->n_ignored + paste->n_rejected, ==, paste->n_read);
    }

  g_autoptr (StreekRecordView) preview = streek_record_paste_preview (import->paste, view);
  g_autoptr (StreekPlanTree) tree =
    streek_plan_tree_new (streek_record_view_get_records (preview), import->pact);
  guint n_new = import->paste->n[STREEK_RECORD_ROW_NEW] + (sheet->pact != 0);

  /* other pillars that a cell names are made too */
  g_assert_cmpuint (streek_plan_tree_get_n_nodes (tree), >=, n_new);
  g_assert_cmpuint (streek_plan_tree_get_n_nodes (tree), <=, n_new + import->paste->n_made);
}

/* Every column once as each of the roles, so that no guess is needed. */
static void
try_roles (StreekPlanSheet *sheet, guint seed)
{
  g_autoptr (GPtrArray) roles =
    streek_plan_sheet_list_roles (sheet, streek_record_view_get_records (view));

  for (guint i = 0; i < sheet->n_columns; i++)
    {
      const StreekPlanRole *role = roles->pdata[(seed + i * 7) % roles->len];

      g_assert_true (streek_plan_sheet_set_role (sheet, i, role->id));
    }

  sheet->makes_new = seed % 2 == 0;
  sheet->empties_fields = seed % 3 == 0;
  try_import (sheet);
}

/* What stands behind a form feed is another sheet: its first line is its name. */
static void
add_sheet (StreekPlanSheet *sheet, const char *text)
{
  const char *end = strchr (text, '\n');
  g_autoptr (StreekPlanSheet) other =
    end != NULL ? streek_plan_sheet_new_for_text (end + 1, NULL) : NULL;

  if (other == NULL)
    return;

  char *name = g_strndup (text, (gsize) (end - text));

  g_ptr_array_add (sheet->grids, streek_grid_ref (other->grids->pdata[0]));
  g_ptr_array_add (sheet->names, g_utf8_make_valid (name, -1));
  g_free (name);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) texts = g_strsplit (text, "\f", 8);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekPlanSheet) sheet =
    streek_plan_sheet_new_for_text (texts[0] != NULL ? texts[0] : "", &error);

  ensure_view ();
  g_assert_true ((sheet == NULL) == (error != NULL));
  if (sheet == NULL)
    return 0;

  for (guint i = 1; texts[0] != NULL && texts[i] != NULL; i++)
    add_sheet (sheet, texts[i]);
  streek_plan_sheet_find_parts (sheet);

  gboolean is_new = size % 2 == 0;

  streek_plan_sheet_set_plan (sheet, streek_record_view_get_records (view), is_new ? 0 : pact,
                              is_new ? "Nieuw" : NULL);
  if (size % 3 == 0)
    try_roles (sheet, (guint) size);
  else
    try_import (sheet);

  return 0;
}

GPtrArray *
fuzz_list_seeds (void)
{
  static const char *const texts[] = {
    "Bijlage\nPijler\tThema\tActie\tTiming\tIndicator\tStreefwaarde\n"
    "Netwerk\tSamen\tOverleg\t2020-2022\tLeden; Bezoekers\t5; 10\n\t\tSite\tdoorlopend\t\t\n",
    "Nr\tTitel\tUitgevoerd\tPartners\n1\tNetwerk\t10\tA; B (promotor)\n1.1\tOverleg\t20 %\t\n",
    "Niveau\tTitel\tOnder\tStatus\tBudget\nPijler\tWerk\t\tlopend\t1.000\nActie\tBeurs\tWerk\t\t\n",
    "id\tcode\ttitle\tlevel\tstarts\tends\n1\t1.2.3.\tX\tActie\t2020\t2021\n",
    "Pijler\tActie\t2021\t\t2022\n\t\tQ3\tQ4\tQ1\nWerk\tBeurs\t\tx\tx\n",
    "level-1\tlevel-2\ttarget.name\tid\nWerk\t\t\t5\nWerk\tBeurs\tBezoekers\t6\n"
    "\fpact_level\npact\tname\tis_action\tid\nPlan\tPijler\t\t1\nPlan\tActie\t1\t2\n"
    "\ftarget\nitem\tname\ttarget\titem.id\tid\nBeurs\tBezoekers\t100\t6\t7\n"
    "\fmeasurement\ntarget\tmeasured_in\tvalue\ttarget.id\tid\nBezoekers\t2023\t5\t7\t8\n"
    "\fswot\npact\tquadrant\tline\titem\titem.id\tid\nPlan\tstrength\tNet\tBeurs\t6\t9\n"
    "\fprogress\nitem\treported_on\twhat\titem.id\tid\nBeurs\t2023-01-02\tKlaar\t6\t10\n",
  };
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (seeds, g_bytes_new_static (texts[i], strlen (texts[i])));

  return seeds;
}
