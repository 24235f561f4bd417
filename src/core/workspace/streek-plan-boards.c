/* streek-plan-boards.c: the SWOT of a plan as cards, and its actions by their scores */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-plan-matrices.h"

#include "plan/streek-analysis-board.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-tree.h"
#include "workspace/streek-matrix-draft.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* SWOT */

/* The figure itself, in the area of the plan, where one is named. */
static void
append_figure (GString *text, const StreekRecordView *view, const StreekRecord *line)
{
  const StreekLatest *latest = streek_record_view_find_figure (view, line, 0);
  const StreekIndicator *indicator =
    latest != NULL
      ? streek_catalogue_find (streek_record_view_get_catalogue (view),
                               streek_record_get_text (line, STREEK_SWOT_INDICATOR), NULL)
      : NULL;

  if (indicator == NULL)
    return;

  g_autofree char *words =
    streek_latest_dup_words (latest, indicator, streek_record_view_get_format (view));

  g_string_append_printf (text, ": %s", words);
}

/* The line, with the figure and the goal behind it. */
static char *
describe_line (const StreekRecordView *view, const StreekRecord *line)
{
  static const guint fields[] = { STREEK_SWOT_INDICATOR, STREEK_SWOT_ITEM };
  GString *text = g_string_new (streek_record_get_text (line, STREEK_SWOT_LINE));

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *word = streek_record_view_dup_text (view, line, fields[i]);

      if (*word != '\0')
        g_string_append_printf (text, "\n→ %s", word);
      if (fields[i] == STREEK_SWOT_INDICATOR)
        append_figure (text, view, line);
    }

  return g_string_free (text, FALSE);
}

static int
find_word (const StreekRecordWord *words, const char *id)
{
  for (int i = 0; words[i].id != NULL; i++)
    if (g_strcmp0 (words[i].id, id) == 0)
      return i;

  return -1;
}

StreekMatrix *
streek_swot_board_new (const StreekRecordView *view, gint64 pact, GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  const StreekRecordWord *words = streek_swot_kind.fields[STREEK_SWOT_QUADRANT].words;
  g_autofree char *name = streek_records_dup_title (records, &streek_pact_kind, pact);
  /* Translators: the title of a table; %s is a plan. */
  g_autofree char *title = g_strdup_printf (_ ("%s: SWOT"), name);
  g_autoptr (StreekMatrixDraft) draft = streek_matrix_draft_new (title, NULL);
  guint n, n_cards[8] = { 0 };
  const StreekRecord *const *lines =
    streek_records_list_by (records, &streek_swot_kind, STREEK_SWOT_PACT, pact, &n);

  for (const StreekRecordWord *word = words; word->id != NULL; word++)
    streek_matrix_draft_add_column (draft, word->id,
                                    g_dpgettext2 (GETTEXT_PACKAGE, "record", word->label), NULL);

  g_assert (draft->columns->len <= G_N_ELEMENTS (n_cards));

  for (guint i = 0; i < n; i++)
    {
      int column = find_word (words, streek_record_get_text (lines[i], STREEK_SWOT_QUADRANT));

      if (column < 0)
        continue;

      g_autofree char *text = describe_line (view, lines[i]);
      StreekMatrixCell *cell =
        streek_matrix_draft_add_card (draft, (guint) column, &n_cards[column], text);

      cell->id = streek_matrix_draft_make_id (draft, lines[i]);
    }

  streek_matrix_draft_set_context (draft, view, NULL, &streek_pact_kind, pact);

  draft->spec.nothing =
    _ ("The SWOT of this plan is empty. Add strengths, weaknesses, opportunities and threats.");

  return streek_matrix_draft_end (draft, error);
}

/* Scores */

typedef struct
{
  const StreekRecord *item;
  double *scores; /* (array length=n_criteria): NAN: not scored */
  guint n_scored;
  double mean; /* NAN: not scored at all */
} Scored;

static void
free_scored (gpointer data)
{
  Scored *scored = data;

  g_free (scored->scores);
  g_free (scored);
}

/* One that says nothing counts as much as another. */
static double
get_weight (const StreekRecord *criterion)
{
  double weight = streek_record_get_number (criterion, STREEK_CRITERION_WEIGHT);

  return isnan (weight) ? 1 : weight;
}

static double
find_score (const StreekRecords *records, gint64 item, gint64 criterion)
{
  guint n;
  const StreekRecord *const *scores =
    streek_records_list_by (records, &streek_score_kind, STREEK_SCORE_ITEM, item, &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_get_reference (scores[i], STREEK_SCORE_CRITERION) == criterion)
      return streek_record_get_number (scores[i], STREEK_SCORE_SCORE);

  return NAN;
}

static Scored *
score_item (const StreekRecords *records,
            const StreekRecord *item,
            const StreekRecord *const *criteria,
            guint n_criteria)
{
  Scored *scored = g_new0 (Scored, 1);
  double sum = 0, weights = 0;

  scored->item = item;
  scored->scores = g_new (double, n_criteria);

  for (guint i = 0; i < n_criteria; i++)
    {
      double score =
        find_score (records, streek_record_get_id (item), streek_record_get_id (criteria[i]));

      scored->scores[i] = score;
      if (isnan (score))
        continue;

      sum += get_weight (criteria[i]) * score;
      weights += get_weight (criteria[i]);
      scored->n_scored++;
    }

  scored->mean = weights > 0 ? sum / weights : NAN;

  return scored;
}

/* More criteria first, then the higher mean; else in the order of the tree, which the sort keeps.
 */
static int
compare_scored (gconstpointer a, gconstpointer b, gpointer data)
{
  const Scored *first = *(const Scored *const *) a;
  const Scored *second = *(const Scored *const *) b;

  if (first->n_scored != second->n_scored)
    return first->n_scored > second->n_scored ? -1 : 1;
  if (isnan (first->mean) || isnan (second->mean) || first->mean == second->mean)
    return 0;

  return first->mean > second->mean ? -1 : 1;
}

static GPtrArray *
list_scored (const StreekRecords *records,
             gint64 pact,
             const StreekRecord *const *criteria,
             guint n_criteria)
{
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new ((StreekRecords *) records, pact);
  GPtrArray *list = g_ptr_array_new_with_free_func (free_scored);

  for (guint i = 0; i < streek_plan_tree_get_n_nodes (tree); i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (tree, i);

      if (node->is_action)
        g_ptr_array_add (list, score_item (records, node->item, criteria, n_criteria));
    }

  if (list->len > 1)
    g_qsort_with_data (list->pdata, (int) list->len, sizeof (gpointer), compare_scored, NULL);

  return list;
}

static void
add_scored (StreekMatrixDraft *draft,
            const StreekRecordView *view,
            const Scored *scored,
            guint n_criteria)
{
  const StreekFormat *format = streek_record_view_get_format (view);
  g_autofree char *label = streek_plan_item_dup_label (scored->item);
  guint row = streek_matrix_draft_add_row (draft, streek_matrix_draft_make_id (draft, scored->item),
                                           label, 0);
  g_autofree char *mean =
    !isnan (scored->mean) ? streek_format_number (format, scored->mean, 1) : NULL;
  g_autofree char *total =
    mean != NULL && scored->n_scored < n_criteria
      /* Translators: %1$s is a mean, of %2$u of %3$u criteria. */
      ? g_strdup_printf (_ ("%1$s (%2$u of %3$u)"), mean, scored->n_scored, n_criteria)
      : g_strdup (mean);

  g_array_index (draft->rows, StreekMatrixRow, row).total = streek_matrix_draft_keep (draft, total);

  for (guint i = 0; i < n_criteria; i++)
    {
      if (isnan (scored->scores[i]))
        continue;

      g_autofree char *score = streek_format_number (format, scored->scores[i], 1);

      streek_matrix_draft_add_cell (draft, row, i, STREEK_MATRIX_ORDINARY, score);
    }
}

StreekMatrix *
streek_score_matrix_new (const StreekRecordView *view, gint64 pact, GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  g_autofree char *name = streek_records_dup_title (records, &streek_pact_kind, pact);
  /* Translators: the title of a table; %s is a plan. */
  g_autofree char *title = g_strdup_printf (_ ("%s: actions by priority"), name);
  g_autoptr (StreekMatrixDraft) draft = streek_matrix_draft_new (title, C_ ("matrix", "Action"));
  guint n;
  const StreekRecord *const *criteria =
    streek_records_list_by (records, &streek_criterion_kind, STREEK_CRITERION_PACT, pact, &n);
  g_autoptr (GPtrArray) scored = list_scored (records, pact, criteria, n);

  for (guint i = 0; i < n; i++)
    streek_matrix_draft_add_column (draft, streek_matrix_draft_make_id (draft, criteria[i]),
                                    streek_record_get_text (criteria[i], STREEK_CRITERION_NAME),
                                    NULL);

  for (guint i = 0; i < scored->len; i++)
    add_scored (draft, view, scored->pdata[i], n);

  draft->spec.total_title = C_ ("matrix", "Mean");
  draft->spec.needs_cells = TRUE;
  draft->spec.nothing =
    n == 0 ? _ ("This plan has no criteria yet. Add the criteria of its touchstone under "
                "Priorities; then give each action a score on them.")
           : _ ("No action of this plan has a score yet. Give actions a score on the criteria of "
                "the plan; they come here in the order of their means.");
  streek_matrix_draft_add_note (
    draft, _ ("The mean weighs each criterion as the plan does, on a scale of 0 to 5. Actions that "
              "are not scored on every criterion come after those that are."));

  streek_matrix_draft_set_context (draft, view, NULL, &streek_pact_kind, pact);

  return streek_matrix_draft_end (draft, error);
}
