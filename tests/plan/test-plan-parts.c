/* test-plan-parts.c: a plan with all that belongs to it goes out in a file, and comes in whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-import.h"

#include "actor/streek-document.h"
#include "actor/streek-organisation.h"
#include "body/streek-body.h"
#include "plan/streek-analysis-board.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-obligation.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-export.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-plan-sheet-private.h"
#include "plan/streek-policy-frame.h"
#include "plan/streek-progress-report.h"
#include "plan/streek-role.h"
#include "streek-record-book.h"

#include <glib/gstdio.h>
#include <string.h>

/* Two workspaces that know the same organisation, body, document and policy frame; the first has a
 * plan besides: two pillars with an action "Overleg" each, so that titles do not tell them apart,
 * two targets of one name, and one record at least of every other kind. */
typedef struct
{
  StreekRecordBook *book;
  StreekRecordBook *other;
  gint64 pact;
  gint64 talks[2];
  gint64 target;
  StreekRecordView *view;
  StreekRecordView *other_view;
  char *folder;
} Fixture;

typedef struct
{
  gint64 organisation, body, document, frame;
} Around;

static Around
add_around (StreekRecordBook *book)
{
  gint64 frame = streek_record_book_add (book, &streek_policy_frame_kind, "Vizier 2030");
  Around around = { streek_record_book_add (book, &streek_organisation_kind, "Stad Diest"),
                    streek_record_book_add (book, &streek_body_kind, "RESOC Hageland"),
                    streek_record_book_add (book, &streek_document_kind, "Omgevingsanalyse"),
                    streek_record_book_add (book, &streek_frame_item_kind, "Iedereen mee") };

  streek_record_book_refer (book, &streek_frame_item_kind, around.frame, STREEK_FRAME_ITEM_FRAME,
                            frame);

  return around;
}

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
refer (
  Fixture *fixture, const StreekRecordKind *kind, const char *title, guint field, gint64 target)
{
  gint64 id = streek_record_book_add (fixture->book, kind, title);

  streek_record_book_refer (fixture->book, kind, id, field, target);

  return id;
}

static void
set (Fixture *fixture, const StreekRecordKind *kind, gint64 id, guint field, const char *value)
{
  streek_record_book_set (fixture->book, kind, id, field, value);
}

static void
tie (Fixture *fixture, const StreekRecordKind *kind, gint64 id, guint field, gint64 target)
{
  streek_record_book_refer (fixture->book, kind, id, field, target);
}

static void
add_tree (Fixture *fixture)
{
  const StreekRecordKind *level = &streek_pact_level_kind;
  gint64 pillar = refer (fixture, level, "Spoor", STREEK_PACT_LEVEL_PACT, fixture->pact);
  gint64 action = refer (fixture, level, "Actie", STREEK_PACT_LEVEL_PACT, fixture->pact);

  set (fixture, level, pillar, STREEK_PACT_LEVEL_RANK, "1");
  set (fixture, level, action, STREEK_PACT_LEVEL_RANK, "2");
  set (fixture, level, action, STREEK_PACT_LEVEL_IS_ACTION, "1");

  gint64 network = add_item (fixture, 0, pillar, "1", "Netwerk");
  gint64 work = add_item (fixture, 0, pillar, "2", "Werk");

  fixture->talks[0] = add_item (fixture, network, action, "1", "Overleg");
  fixture->talks[1] = add_item (fixture, work, action, "1", "Overleg");
  set (fixture, &streek_plan_item_kind, fixture->talks[1], STREEK_PLAN_ITEM_STATUS, "running");
  set (fixture, &streek_plan_item_kind, fixture->talks[1], STREEK_PLAN_ITEM_PERCENT, "40");
}

static void
add_targets (Fixture *fixture)
{
  const StreekRecordKind *kind = &streek_target_kind;
  gint64 ids[2];

  for (guint i = 0; i < 2; i++)
    {
      ids[i] = refer (fixture, kind, "Deelnemers", STREEK_TARGET_ITEM, fixture->talks[i]);
      set (fixture, kind, ids[i], STREEK_TARGET_RANK, i == 0 ? "1" : "2");
      set (fixture, kind, ids[i], STREEK_TARGET_TARGET, i == 0 ? "100" : "250.5");
      set (fixture, kind, ids[i], STREEK_TARGET_TARGET_PERIOD, "2025");
      set (fixture, kind, ids[i], STREEK_TARGET_DECIMALS, "1");

      gint64 count =
        refer (fixture, &streek_measurement_kind, NULL, STREEK_MEASUREMENT_TARGET, ids[i]);

      set (fixture, &streek_measurement_kind, count, STREEK_MEASUREMENT_MEASURED_IN, "2023-Q2");
      set (fixture, &streek_measurement_kind, count, STREEK_MEASUREMENT_VALUE,
           i == 0 ? "40" : "50.25");
      set (fixture, &streek_measurement_kind, count, STREEK_MEASUREMENT_QUALIFIER, "about");
    }

  fixture->target = ids[0];
}

static void
add_board (Fixture *fixture)
{
  gint64 line =
    refer (fixture, &streek_swot_kind, "Sterk verenigingsleven", STREEK_SWOT_PACT, fixture->pact);
  gint64 criterion =
    refer (fixture, &streek_criterion_kind, "Draagvlak", STREEK_CRITERION_PACT, fixture->pact);

  set (fixture, &streek_swot_kind, line, STREEK_SWOT_QUADRANT, "strength");
  set (fixture, &streek_swot_kind, line, STREEK_SWOT_RANK, "1");
  tie (fixture, &streek_swot_kind, line, STREEK_SWOT_ITEM, fixture->talks[1]);
  set (fixture, &streek_criterion_kind, criterion, STREEK_CRITERION_RANK, "1");
  set (fixture, &streek_criterion_kind, criterion, STREEK_CRITERION_WEIGHT, "2");

  for (guint i = 0; i < 2; i++)
    {
      gint64 score =
        refer (fixture, &streek_score_kind, NULL, STREEK_SCORE_ITEM, fixture->talks[i]);

      tie (fixture, &streek_score_kind, score, STREEK_SCORE_CRITERION, criterion);
      set (fixture, &streek_score_kind, score, STREEK_SCORE_SCORE, i == 0 ? "2" : "4.5");
    }
}

static void
add_obligations (Fixture *fixture, const Around *around)
{
  const StreekRecordKind *kind = &streek_obligation_kind;
  gint64 id =
    refer (fixture, kind, "Elk jaar een netwerkdag", STREEK_OBLIGATION_PACT, fixture->pact);
  gint64 accent = refer (fixture, &streek_obligation_accent_kind, "Energie",
                         STREEK_OBLIGATION_ACCENT_OBLIGATION, id);
  gint64 met =
    refer (fixture, &streek_obligation_item_kind, NULL, STREEK_OBLIGATION_ITEM_OBLIGATION, id);

  set (fixture, kind, id, STREEK_OBLIGATION_FIRST_YEAR, "2020");
  set (fixture, kind, id, STREEK_OBLIGATION_LAST_YEAR, "2025");
  set (fixture, kind, id, STREEK_OBLIGATION_RULE, "every_year");
  set (fixture, kind, id, STREEK_OBLIGATION_RANK, "1");
  set (fixture, kind, id, STREEK_OBLIGATION_PAGE, "12");
  tie (fixture, kind, id, STREEK_OBLIGATION_DOCUMENT, around->document);
  set (fixture, &streek_obligation_accent_kind, accent, STREEK_OBLIGATION_ACCENT_YEAR, "2022");
  tie (fixture, &streek_obligation_item_kind, met, STREEK_OBLIGATION_ITEM_ITEM, fixture->talks[1]);
}

static void
add_follow_up (Fixture *fixture, const Around *around)
{
  static const char *const whats[] = { "Gestart.\nMet twaalf.", "Halfweg.", "Nog eens halfweg." };

  for (guint i = 0; i < G_N_ELEMENTS (whats); i++)
    {
      const StreekRecordKind *kind = &streek_progress_kind;
      gint64 id = refer (fixture, kind, NULL, STREEK_PROGRESS_ITEM, fixture->talks[1]);

      set (fixture, kind, id, STREEK_PROGRESS_REPORTED_ON, i == 0 ? "2022-03-01" : "2023-05-02");
      set (fixture, kind, id, STREEK_PROGRESS_WHAT, whats[i]);
      set (fixture, kind, id, STREEK_PROGRESS_STATUS, "running");
      set (fixture, kind, id, STREEK_PROGRESS_PERCENT, i == 0 ? "10" : "40");
    }

  for (guint i = 0; i < 2; i++)
    {
      const StreekRecordKind *kind = &streek_adjustment_kind;
      gint64 id = i == 0 ? refer (fixture, kind, NULL, STREEK_ADJUSTMENT_PACT, fixture->pact)
                         : refer (fixture, kind, NULL, STREEK_ADJUSTMENT_ITEM, fixture->talks[0]);

      set (fixture, kind, id, STREEK_ADJUSTMENT_OLD_TEXT, "Vier keer");
      set (fixture, kind, id, STREEK_ADJUSTMENT_NEW_TEXT, "Twee keer");
      set (fixture, kind, id, STREEK_ADJUSTMENT_DECIDED_ON, "2022-06-01");
      tie (fixture, kind, id, STREEK_ADJUSTMENT_BODY, around->body);
    }

  for (guint i = 0; i < 2; i++)
    {
      const StreekRecordKind *kind = &streek_role_kind;
      gint64 id = refer (fixture, kind, NULL, STREEK_ROLE_BODY, around->body);

      tie (fixture, kind, id, STREEK_ROLE_ITEM, fixture->talks[i]);
      set (fixture, kind, id, STREEK_ROLE_ROLE, "coordinate");
      set (fixture, kind, id, STREEK_ROLE_RANK, i == 0 ? "1" : "2");
      set (fixture, kind, id, STREEK_ROLE_QUOTE, "RESOC brengt samen.");
    }
}

static void
add_links (Fixture *fixture, const Around *around)
{
  gint64 approval =
    refer (fixture, &streek_approval_kind, "Provincieraad", STREEK_APPROVAL_PACT, fixture->pact);

  set (fixture, &streek_approval_kind, approval, STREEK_APPROVAL_ROUND, "1");
  set (fixture, &streek_approval_kind, approval, STREEK_APPROVAL_OUTCOME, "approved_with_remarks");

  for (guint i = 0; i < 2; i++)
    {
      const StreekRecordKind *claim = &streek_claim_kind;
      gint64 id = i == 0 ? refer (fixture, claim, NULL, STREEK_CLAIM_PACT, fixture->pact)
                         : refer (fixture, claim, NULL, STREEK_CLAIM_ITEM, fixture->talks[1]);

      set (fixture, claim, id, STREEK_CLAIM_CLAIM_TEXT, "Er is tekort aan plaatsen.");
      tie (fixture, claim, id, STREEK_CLAIM_DOCUMENT, around->document);
      set (fixture, claim, id, STREEK_CLAIM_PAGE, "7");
    }

  gint64 frame =
    refer (fixture, &streek_item_frame_kind, NULL, STREEK_ITEM_FRAME_ITEM, fixture->talks[0]);
  gint64 area =
    refer (fixture, &streek_item_area_kind, NULL, STREEK_ITEM_AREA_ITEM, fixture->talks[1]);
  gint64 partner =
    refer (fixture, &streek_item_partner_kind, NULL, STREEK_ITEM_PARTNER_ITEM, fixture->talks[0]);

  tie (fixture, &streek_item_frame_kind, frame, STREEK_ITEM_FRAME_FRAME_ITEM, around->frame);
  set (fixture, &streek_item_frame_kind, frame, STREEK_ITEM_FRAME_NOTE, "Eigen koppeling");
  set (fixture, &streek_item_area_kind, area, STREEK_ITEM_AREA_AREA, "gemeente:A");
  set (fixture, &streek_item_area_kind, area, STREEK_ITEM_AREA_SURROUNDINGS, "1");
  tie (fixture, &streek_item_partner_kind, partner, STREEK_ITEM_PARTNER_ORGANISATION,
       around->organisation);
  set (fixture, &streek_item_partner_kind, partner, STREEK_ITEM_PARTNER_ROLE, "promotor");
}

static void
add_frozen (Fixture *fixture)
{
  const StreekRecordKind *kind = &streek_progress_report_kind;
  const StreekRecordKind *line = &streek_progress_report_row_kind;
  gint64 id = refer (fixture, kind, "Streekpact", STREEK_PROGRESS_REPORT_PACT, fixture->pact);
  g_autofree char *subject = g_strdup_printf ("plan_item:%" G_GINT64_FORMAT, fixture->talks[1]);

  set (fixture, kind, id, STREEK_PROGRESS_REPORT_STARTS, "2023-05-01");
  set (fixture, kind, id, STREEK_PROGRESS_REPORT_ENDS, "2023-06-30");
  set (fixture, kind, id, STREEK_PROGRESS_REPORT_VERSION, "1");
  set (fixture, kind, id, STREEK_PROGRESS_REPORT_FROZEN_ON, "2023-07-03");

  id = refer (fixture, line, "Overleg", STREEK_PROGRESS_REPORT_ROW_REPORT, id);
  set (fixture, line, id, STREEK_PROGRESS_REPORT_ROW_SECTION, "item");
  set (fixture, line, id, STREEK_PROGRESS_REPORT_ROW_SUBJECT, subject);
  set (fixture, line, id, STREEK_PROGRESS_REPORT_ROW_WHAT, "update");
  set (fixture, line, id, STREEK_PROGRESS_REPORT_ROW_TEXT, "Halfweg.");
  set (fixture, line, id, STREEK_PROGRESS_REPORT_ROW_RANK, "1");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const StreekRecordKind *kind = &streek_pact_kind;

  fixture->book = streek_record_book_new ();
  fixture->other = streek_record_book_new ();
  fixture->folder = g_dir_make_tmp ("streek-parts-XXXXXX", NULL);

  Around around = add_around (fixture->book);

  add_around (fixture->other);
  fixture->pact = streek_record_book_add (fixture->book, kind, "Streekpact");
  set (fixture, kind, fixture->pact, STREEK_PACT_STARTS, "2020");
  set (fixture, kind, fixture->pact, STREEK_PACT_ENDS, "2025");
  set (fixture, kind, fixture->pact, STREEK_PACT_KIND, "streekpact");
  set (fixture, kind, fixture->pact, STREEK_PACT_VISION, "Samen.\nMeer.");
  tie (fixture, kind, fixture->pact, STREEK_PACT_BODY, around.body);
  add_tree (fixture);
  add_targets (fixture);
  add_board (fixture);
  add_obligations (fixture, &around);
  add_follow_up (fixture, &around);
  add_links (fixture, &around);
  add_frozen (fixture);
  fixture->view = streek_record_book_view (fixture->book, "2026-11-22");
  fixture->other_view = streek_record_book_view (fixture->other, "2026-11-22");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  streek_record_view_unref (fixture->view);
  streek_record_view_unref (fixture->other_view);
  streek_record_book_free (fixture->book);
  streek_record_book_free (fixture->other);
}

/* (transfer full): as it was written, and read again */
static StreekPlanSheet *
write_and_open (
  Fixture *fixture, StreekRecordView *view, gint64 pact, const char *name, gboolean is_raw)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  streek_plan_write (view, pact, path, is_raw, &error);
  g_assert_no_error (error);

  StreekPlanSheet *sheet = streek_plan_sheet_open (path, NULL, &error);

  g_assert_no_error (error);
  g_unlink (path);

  return sheet;
}

static StreekPlanImport *
import (StreekPlanSheet *sheet, StreekRecordView *view, gint64 pact)
{
  g_autoptr (GError) error = NULL;

  streek_plan_sheet_set_plan (sheet, streek_record_view_get_records (view), pact,
                              pact == 0 ? "Streekpact" : NULL);

  StreekPlanImport *result = streek_plan_import_read (sheet, view, NULL, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < result->parts->len; i++)
    {
      const StreekPlanImportPart *part = result->parts->pdata[i];
      const StreekRecordPaste *paste = part->paste;

      for (guint j = 0; j < paste->findings->len; j++)
        {
          const StreekFinding *finding = paste->findings->pdata[j];

          g_test_message ("%s %s: %s", part->sheet, finding->place, finding->message);
        }
      g_assert_cmpuint (paste->n_taken + paste->n_ignored + paste->n_rejected, ==, paste->n_read);
    }

  return result;
}

static gboolean
is_number_column (const char *head)
{
  return strcmp (head, "id") == 0 || g_str_has_suffix (head, ".id");
}

/* Every cell but numbers of records, which are other ones in every workspace, and the lines of
 * frozen reports that name them. */
static void
assert_same_cells (const StreekPlanSheet *sheet, const StreekPlanSheet *again)
{
  g_assert_cmpuint (sheet->names->len, ==, again->names->len);

  for (guint i = 0; i < sheet->names->len; i++)
    {
      const StreekGrid *grid = sheet->grids->pdata[i], *other = again->grids->pdata[i];

      g_assert_cmpstr (sheet->names->pdata[i], ==, again->names->pdata[i]);
      g_assert_cmpuint (grid->rows->len, ==, other->rows->len);
      g_assert_cmpuint (grid->n_columns, ==, other->n_columns);

      for (guint row = 0; row < grid->rows->len; row++)
        for (guint column = 0; column < grid->n_columns; column++)
          {
            const char *text = streek_grid_get (grid, row, column);

            if (is_number_column (streek_grid_get (grid, 0, column)) ||
                g_str_has_prefix (text, "plan_item:"))
              continue;
            g_test_message ("%s %u %u", (const char *) sheet->names->pdata[i], row, column);
            g_assert_cmpstr (text, ==, streek_grid_get (other, row, column));
          }
    }
}

static const struct
{
  const char *name;
  gboolean is_raw;
} files[] = {
  { "p.xlsx", TRUE },
  { "p.xlsx", FALSE },
  { "p.ods", TRUE },
  { "p.ods", FALSE },
};

/* Twenty kinds beside goals and actions. */
static void
test_comes_in_whole (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (StreekPlanSheet) sheet =
        write_and_open (fixture, fixture->view, fixture->pact, files[i].name, files[i].is_raw);
      g_autoptr (StreekPlanImport) copy = import (sheet, fixture->other_view, 0);
      g_autoptr (GPtrArray) questions = streek_plan_import_list_questions (copy);

      g_autofree char *words = streek_plan_import_describe (copy);

      g_test_message ("%s", words);
      g_assert_cmpuint (copy->parts->len, ==, 20);
      g_assert_cmpuint (questions->len, ==, 0);
      g_assert_cmpuint (streek_plan_import_count_rejected (copy), ==, 0);
      g_assert_true (streek_plan_import_can_write (copy));

      g_autoptr (StreekRecordView) then =
        streek_record_paste_preview (copy->paste, fixture->other_view);
      g_autoptr (StreekPlanSheet) again =
        write_and_open (fixture, then, copy->pact, files[i].name, files[i].is_raw);

      assert_same_cells (sheet, again);

      /* numbers of the first workspace mean nothing in the second: what is there is known by what
       * it says */
      g_autoptr (StreekPlanImport) twice = import (sheet, then, copy->pact);

      g_assert_cmpuint (streek_plan_import_count_taken (twice), ==, 0);
      g_assert_true (streek_record_changes_is_empty (twice->paste->changes));
    }
}

static void
test_same_again_changes_nothing (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (StreekPlanSheet) sheet =
        write_and_open (fixture, fixture->view, fixture->pact, files[i].name, files[i].is_raw);
      g_autoptr (StreekPlanImport) same = import (sheet, fixture->view, fixture->pact);

      g_assert_cmpuint (same->parts->len, ==, 20);
      g_assert_cmpuint (streek_plan_import_count_taken (same), ==, 0);
      g_assert_cmpuint (streek_plan_import_count_rejected (same), ==, 0);
      g_assert_true (streek_record_changes_is_empty (same->paste->changes));
    }
}

/* What belongs to a plan is looked for in it, though another one has the same names. */
static void
test_copies_beside_itself (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanSheet) sheet =
    write_and_open (fixture, fixture->view, fixture->pact, "p.ods", TRUE);
  g_autoptr (StreekPlanImport) copy = import (sheet, fixture->view, 0);
  g_autoptr (StreekRecordView) then = streek_record_paste_preview (copy->paste, fixture->view);
  g_autoptr (StreekPlanSheet) again = write_and_open (fixture, then, copy->pact, "p.ods", TRUE);
  g_autoptr (StreekPlanSheet) first = write_and_open (fixture, then, fixture->pact, "p.ods", TRUE);

  g_assert_cmpuint (streek_plan_import_count_rejected (copy), ==, 0);
  assert_same_cells (sheet, again);
  assert_same_cells (sheet, first);
}

/* As a person edits a file. @sheet, @column: by name and head; @row: from 1 below the header */
static void
edit (StreekPlanSheet *sheet, const char *name, const char *head, guint row, const char *text)
{
  for (guint i = 0; i < sheet->names->len; i++)
    {
      const StreekGrid *grid = sheet->grids->pdata[i];

      if (strcmp (sheet->names->pdata[i], name) != 0)
        continue;

      for (guint column = 0; column < grid->n_columns; column++)
        if (strcmp (streek_grid_get (grid, 0, column), head) == 0)
          {
            StreekGridRow *cells = grid->rows->pdata[row];

            g_free (cells->texts[column]);
            cells->texts[column] = g_strdup (text);
            return;
          }
    }

  g_assert_not_reached ();
}

static double
get_target (Fixture *fixture, const StreekPlanImport *result)
{
  g_autoptr (StreekRecordView) then = streek_record_paste_preview (result->paste, fixture->view);

  return streek_record_get_number (streek_records_find (streek_record_view_get_records (then),
                                                        &streek_target_kind, fixture->target),
                                   STREEK_TARGET_TARGET);
}

/* A target stands on two sheets: the one that was edited counts; two that differ do not. */
static void
test_edited_on_one_sheet (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *among_items; /* (nullable) */
    const char *among_targets;
    double becomes;
    guint n_rejected;
  } cases[] = {
    { "120", NULL, 120, 0 },
    { NULL, "130", 130, 0 },
    { "140", "140", 140, 0 },
    { "150", "160", 150, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StreekPlanSheet) sheet =
        write_and_open (fixture, fixture->view, fixture->pact, "p.xlsx", TRUE);

      if (cases[i].among_items != NULL)
        edit (sheet, "plan_item", "target.target", 2, cases[i].among_items);
      if (cases[i].among_targets != NULL)
        edit (sheet, "target", "target", 1, cases[i].among_targets);

      g_autoptr (StreekPlanImport) result = import (sheet, fixture->view, fixture->pact);

      g_assert_cmpuint (streek_plan_import_count_rejected (result), ==, cases[i].n_rejected);
      g_assert_cmpfloat (get_target (fixture, result), ==, cases[i].becomes);
    }
}

/* A new name in the tree is no other goal for what refers to it by its number. */
static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanSheet) sheet =
    write_and_open (fixture, fixture->view, fixture->pact, "p.ods", TRUE);

  edit (sheet, "plan_item", "level-2", 2, "Gesprek");

  g_autoptr (StreekPlanImport) result = import (sheet, fixture->view, fixture->pact);

  g_assert_cmpuint (streek_plan_import_count_rejected (result), ==, 0);
  g_assert_cmpuint (streek_plan_import_count_taken (result), ==, 1);
}

/* What refers to a goal that is not there is rejected with the reason, and makes no goal. */
static void
test_needs_its_goal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanSheet) sheet =
    write_and_open (fixture, fixture->view, fixture->pact, "p.ods", TRUE);

  edit (sheet, "swot", "item", 1, "Ergens anders");
  edit (sheet, "swot", "item.id", 1, "");
  edit (sheet, "swot", "line", 1, "Zwak verenigingsleven");
  sheet->makes_new = TRUE;

  g_autoptr (StreekPlanImport) result = import (sheet, fixture->view, fixture->pact);
  g_autoptr (GPtrArray) questions = streek_plan_import_list_questions (result);

  g_assert_cmpuint (questions->len, ==, 0);
  g_assert_cmpuint (streek_plan_import_count_rejected (result), ==, 1);
  g_assert_cmpuint (result->paste->n_made, ==, 0);
}

/* Only what was written here: another sheet that is called like a part is not read. */
static void
test_leaves_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StreekPlanSheet) sheet =
    write_and_open (fixture, fixture->view, fixture->pact, "p.xlsx", TRUE);

  edit (sheet, "claim", "id", 0, "bladwijzer");
  streek_plan_sheet_find_parts (sheet);

  g_autoptr (StreekPlanImport) result = import (sheet, fixture->view, fixture->pact);
  g_autofree char *others = streek_plan_sheet_dup_others (sheet);

  g_assert_cmpuint (result->parts->len, ==, 19);
  g_assert_cmpstr (others, ==, "claim");

  sheet->leaves_parts = TRUE;

  g_autoptr (StreekPlanImport) alone = import (sheet, fixture->view, fixture->pact);
  g_autofree char *parts = streek_plan_sheet_dup_parts (sheet);

  g_assert_cmpuint (alone->parts->len, ==, 0);
  g_assert_true (g_str_has_prefix (parts, "pact, pact_level, approval, swot, "));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/plan/parts/comes-in-whole", test_comes_in_whole },
    { "/plan/parts/same-again-changes-nothing", test_same_again_changes_nothing },
    { "/plan/parts/copies-beside-itself", test_copies_beside_itself },
    { "/plan/parts/edited-on-one-sheet", test_edited_on_one_sheet },
    { "/plan/parts/renamed", test_renamed },
    { "/plan/parts/needs-its-goal", test_needs_its_goal },
    { "/plan/parts/leaves-others", test_leaves_others },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
