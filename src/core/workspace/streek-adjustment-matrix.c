/* streek-adjustment-matrix.c: what was changed in a plan, chapter by chapter: old words, new words,
 * why, and who decided */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-plan-matrices.h"

#include "base/streek-word-diff.h"
#include "body/streek-body.h"
#include "plan/streek-follow-up.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-year-programme.h"
#include "workspace/streek-matrix-draft.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_DATE,
  COLUMN_OLD,
  COLUMN_NEW,
  COLUMN_REASON,
  COLUMN_DECIDED_BY,
  N_COLUMNS
};

#define WHOLE_PLAN -1
#define AD_HOC G_MAXINT

/* One adjustment, with where it belongs in the plan. */
typedef struct
{
  const StreekRecord *adjustment;
  int chapter; /* node of the tree, or one of the above */
} Place;

/* The node at the top above an item; FALSE for an item of another plan. */
static gboolean
find_chapter (const StreekPlanTree *tree, gint64 item, int *chapter)
{
  int node = streek_plan_tree_find (tree, item);

  for (*chapter = node; node >= 0; node = streek_plan_tree_get_node (tree, (guint) node)->parent)
    *chapter = node;

  return *chapter >= 0;
}

/* Of the body of the plan, in a year of the plan. */
static gboolean
is_ad_hoc (const StreekRecords *records, gint64 pact_id, gint64 year_action)
{
  const StreekRecord *pact = streek_records_find (records, &streek_pact_kind, pact_id);
  const StreekRecord *action = streek_records_find (records, &streek_year_action_kind, year_action);
  const StreekRecord *programme =
    action != NULL ? streek_record_follow (action, STREEK_YEAR_ACTION_PROGRAMME, records) : NULL;

  if (pact == NULL || programme == NULL || !streek_record_has (pact, STREEK_PACT_BODY) ||
      streek_record_get_reference (pact, STREEK_PACT_BODY) !=
        streek_record_get_reference (programme, STREEK_YEAR_PROGRAMME_BODY))
    return FALSE;

  int year = (int) streek_record_get_integer (programme, STREEK_YEAR_PROGRAMME_YEAR);
  StreekPeriod starts = streek_record_get_period (pact, STREEK_PACT_STARTS);
  StreekPeriod ends = streek_record_get_period (pact, STREEK_PACT_ENDS);

  return (starts.kind == STREEK_PERIOD_NONE || starts.year <= year) &&
         (ends.kind == STREEK_PERIOD_NONE || ends.year >= year);
}

/* By the first item of this plan that an action of a year carries out; what carries none out is of
 * its body. */
static gboolean
find_chapter_of_year_action (const StreekRecords *records,
                             const StreekPlanTree *tree,
                             gint64 pact,
                             gint64 year_action,
                             int *chapter)
{
  guint n;
  const StreekRecord *const *links = streek_records_list_by (
    records, &streek_year_action_item_kind, STREEK_YEAR_ACTION_ITEM_YEAR_ACTION, year_action, &n);

  for (guint i = 0; i < n; i++)
    if (find_chapter (tree, streek_record_get_reference (links[i], STREEK_YEAR_ACTION_ITEM_ITEM),
                      chapter))
      return TRUE;

  *chapter = AD_HOC;

  return n == 0 && is_ad_hoc (records, pact, year_action);
}

static gboolean
find_place (const StreekRecords *records,
            const StreekPlanTree *tree,
            gint64 pact,
            const StreekRecord *adjustment,
            int *chapter)
{
  gint64 item = streek_record_get_reference (adjustment, STREEK_ADJUSTMENT_ITEM);
  gint64 action = streek_record_get_reference (adjustment, STREEK_ADJUSTMENT_YEAR_ACTION);

  *chapter = WHOLE_PLAN;
  if (item != 0)
    return find_chapter (tree, item, chapter);
  if (action != 0)
    return find_chapter_of_year_action (records, tree, pact, action, chapter);

  return streek_record_get_reference (adjustment, STREEK_ADJUSTMENT_PACT) == pact;
}

/* The plan as a whole first; in a chapter as they were decided, those without a date last. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *first = a, *second = b;
  StreekDate one = streek_record_get_day (first->adjustment, STREEK_ADJUSTMENT_DECIDED_ON);
  StreekDate other = streek_record_get_day (second->adjustment, STREEK_ADJUSTMENT_DECIDED_ON);
  gint64 id = streek_record_get_id (first->adjustment);

  if (first->chapter != second->chapter)
    return first->chapter < second->chapter ? -1 : 1;
  if (one != other)
    return one == STREEK_DATE_NONE ? 1 : other == STREEK_DATE_NONE ? -1 : one < other ? -1 : 1;

  return id < streek_record_get_id (second->adjustment) ? -1 : 1;
}

static GArray *
list_places (const StreekRecords *records, const StreekPlanTree *tree, gint64 pact)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  guint n;
  const StreekRecord *const *all = streek_records_list (records, &streek_adjustment_kind, &n);

  for (guint i = 0; i < n; i++)
    {
      Place place = { all[i], WHOLE_PLAN };

      if (find_place (records, tree, pact, all[i], &place.chapter))
        g_array_append_val (places, place);
    }

  g_array_sort (places, compare_places);

  return places;
}

/* What was changed: "1.2 Opleiden", an action of a year, or the plan. */
static char *
dup_subject (const StreekRecords *records, const StreekRecord *adjustment)
{
  const StreekRecord *item = streek_record_follow (adjustment, STREEK_ADJUSTMENT_ITEM, records);
  const StreekRecord *action =
    streek_record_follow (adjustment, STREEK_ADJUSTMENT_YEAR_ACTION, records);

  if (item != NULL)
    return streek_plan_item_dup_label (item);

  return action != NULL ? streek_record_dup_title (action, records)
                        : g_strdup (_ ("The plan as a whole"));
}

/* A function, a body, or both. */
static char *
dup_deciders (const StreekRecordView *view, const StreekRecord *adjustment)
{
  g_autofree char *who =
    streek_record_view_dup_text (view, adjustment, STREEK_ADJUSTMENT_DECIDED_BY);
  g_autofree char *body = streek_record_view_dup_text (view, adjustment, STREEK_ADJUSTMENT_BODY);

  return *who != '\0' && *body != '\0' ? g_strdup_printf ("%s\n%s", who, body)
         : *who != '\0'                ? g_steal_pointer (&who)
                                       : g_steal_pointer (&body);
}

static StreekMatrixCell *
add_text (StreekMatrixDraft *draft, guint row, guint column, const char *text)
{
  gboolean is_empty = text == NULL || *text == '\0';

  if (is_empty && column == COLUMN_REASON)
    return streek_matrix_draft_add_cell (draft, row, column, STREEK_MATRIX_GAP,
                                         _ ("No reason given"));
  if (is_empty)
    return streek_matrix_draft_add_cell (draft, row, column, STREEK_MATRIX_MUTED, NULL);

  return streek_matrix_draft_add_cell (draft, row, column, STREEK_MATRIX_ORDINARY, text);
}

/* Old and new words side by side: whole, with what went and what came marked in them. */
static void
add_change (StreekMatrixDraft *draft, guint row, const StreekRecord *adjustment)
{
  const char *before = streek_record_get_text (adjustment, STREEK_ADJUSTMENT_OLD_TEXT);
  const char *after = streek_record_get_text (adjustment, STREEK_ADJUSTMENT_NEW_TEXT);
  g_autoptr (StreekWordDiff) diff =
    streek_word_diff_new (before != NULL ? before : "", after != NULL ? after : "");
  StreekMatrixCell *cell = add_text (draft, row, COLUMN_OLD, before);

  streek_matrix_draft_mark (draft, cell, diff->struck);
  cell = add_text (draft, row, COLUMN_NEW, after);
  streek_matrix_draft_mark (draft, cell, diff->came);
}

static void
add_adjustment (StreekMatrixDraft *draft,
                const StreekRecordView *view,
                const StreekRecord *adjustment)
{
  g_autofree char *subject = dup_subject (streek_record_view_get_records (view), adjustment);
  g_autofree char *date =
    streek_record_view_dup_text (view, adjustment, STREEK_ADJUSTMENT_DECIDED_ON);
  g_autofree char *deciders = dup_deciders (view, adjustment);
  guint row = streek_matrix_draft_add_row (draft, streek_matrix_draft_make_id (draft, adjustment),
                                           subject, 0);

  add_text (draft, row, COLUMN_DATE, date);
  add_change (draft, row, adjustment);
  add_text (draft, row, COLUMN_REASON,
            streek_record_get_text (adjustment, STREEK_ADJUSTMENT_REASON));
  add_text (draft, row, COLUMN_DECIDED_BY, deciders);
}

static void
add_heading (StreekMatrixDraft *draft, const StreekPlanTree *tree, int chapter)
{
  if (chapter == WHOLE_PLAN)
    {
      streek_matrix_draft_add_heading (draft, "plan", _ ("The plan as a whole"));
      return;
    }
  if (chapter == AD_HOC)
    {
      streek_matrix_draft_add_heading (draft, "ad-hoc", _ ("Ad hoc"));
      return;
    }

  const StreekRecord *item = streek_plan_tree_get_node (tree, (guint) chapter)->item;
  g_autofree char *name = streek_plan_item_dup_label (item);

  streek_matrix_draft_add_heading (draft, streek_matrix_draft_make_id (draft, item), name);
}

static void
add_columns (StreekMatrixDraft *draft)
{
  static const guint fields[N_COLUMNS] = {
    STREEK_ADJUSTMENT_DECIDED_ON, STREEK_ADJUSTMENT_OLD_TEXT,   STREEK_ADJUSTMENT_NEW_TEXT,
    STREEK_ADJUSTMENT_REASON,     STREEK_ADJUSTMENT_DECIDED_BY,
  };

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const StreekRecordField *field = &streek_adjustment_kind.fields[fields[i]];

      streek_matrix_draft_add_column (draft, field->id, streek_record_field_get_label (field),
                                      NULL);
    }
}

/**
 * streek_adjustment_matrix_new:
 *
 * Those of the plan, of its items, of actions of a year that carry out an item of it, and of those
 * of its body that carry nothing out; each stands once, under the chapter that it belongs to. An
 * adjustment without a reason is a gap.
 */
StreekMatrix *
streek_adjustment_matrix_new (const StreekRecordView *view, gint64 pact, GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new (records, pact);
  g_autoptr (GArray) places = list_places (records, tree, pact);
  g_autofree char *plan = streek_records_dup_title (records, &streek_pact_kind, pact);
  /* Translators: the title of a chapter; %s is a plan. */
  g_autofree char *title = g_strdup_printf (_ ("%s: adjustments"), plan);
  g_autofree char *context =
    g_strdup_printf (ngettext ("%u adjustment, in order of decision",
                               "%u adjustments, by chapter and in order of decision", places->len),
                     places->len);
  g_autoptr (StreekMatrixDraft) draft =
    streek_matrix_draft_new (title, C_ ("matrix", "What was changed"));

  streek_matrix_draft_set_context (draft, view, context, &streek_pact_kind, pact);
  add_columns (draft);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (i == 0 || place->chapter != g_array_index (places, Place, i - 1).chapter)
        add_heading (draft, tree, place->chapter);
      add_adjustment (draft, view, place->adjustment);
    }

  streek_matrix_draft_explain_marks (draft);
  draft->spec.nothing = _ ("Nothing has been changed in this plan yet. An adjustment says the old "
                           "words, the new ones, why, and who decided.");
  draft->spec.kind_names[STREEK_MATRIX_GAP] = _ ("No reason given");
  draft->spec.kind_names[STREEK_MATRIX_MUTED] = _ ("Not filled in");

  return streek_matrix_draft_end (draft, error);
}
