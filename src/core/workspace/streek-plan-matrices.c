/* streek-plan-matrices.c: obligations, policy frames and other plans as matrices */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-plan-matrices.h"

#include "plan/streek-obligation.h"
#include "plan/streek-obligations.h"
#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-links.h"
#include "plan/streek-plan-tree.h"
#include "plan/streek-policy-frame.h"
#include "record/streek-record-order.h"
#include "workspace/streek-matrix-draft.h"

#include <glib/gi18n-lib.h>

/* "ROSE: obligations by year" */
static char *
dup_title (const StreekRecordView *view, gint64 pact, const char *format)
{
  g_autofree char *name =
    streek_records_dup_title (streek_record_view_get_records (view), &streek_pact_kind, pact);

  return g_strdup_printf (format, name);
}

/* Obligations */

static void
append_titles (GString *titles, const GPtrArray *records, const StreekRecords *among)
{
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *title = streek_record_dup_title (records->pdata[i], among);

      g_string_append_printf (titles, "%s%s", titles->len > 0 ? "\n" : "", title);
    }
}

/* What meets it, and else what its words are about. */
static char *
list_titles (const StreekObligationYear *year, const StreekRecords *among)
{
  const GPtrArray *const groups[] = { year->met_by, year->unknown, year->programmed,
                                      year->called_off, year->planned };
  GString *titles = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (groups) && titles->len == 0; i++)
    append_titles (titles, groups[i], among);

  return g_string_free (titles, FALSE);
}

static char *
describe_year (const StreekObligationYear *year)
{
  g_autofree char *number =
    year->met_by->len > 0
      ? g_strdup_printf (ngettext ("%u action", "%u actions", year->met_by->len), year->met_by->len)
      : g_strdup (streek_obligation_year_get_words (year));

  if (year->accent != NULL && number != NULL)
    return g_strdup_printf ("%s\n%s", year->accent, number);

  return number != NULL ? g_steal_pointer (&number) : g_strdup (year->accent);
}

static void
add_year (StreekMatrixDraft *draft,
          guint row,
          guint column,
          const StreekObligationYear *year,
          const StreekRecords *records)
{
  static const StreekMatrixKind kinds[] = {
    [STREEK_OBLIGATION_NOT_ASKED] = STREEK_MATRIX_ORDINARY,
    [STREEK_OBLIGATION_MET] = STREEK_MATRIX_ORDINARY,
    [STREEK_OBLIGATION_OPEN] = STREEK_MATRIX_MUTED,
    [STREEK_OBLIGATION_GAP] = STREEK_MATRIX_GAP,
    [STREEK_OBLIGATION_PROGRAMMED] = STREEK_MATRIX_MUTED,
    [STREEK_OBLIGATION_UNKNOWN] = STREEK_MATRIX_UNKNOWN,
  };
  g_autofree char *text = describe_year (year);
  g_autofree char *details = list_titles (year, records);

  if (year->state == STREEK_OBLIGATION_NOT_ASKED && text == NULL)
    return;

  StreekMatrixCell *cell =
    streek_matrix_draft_add_cell (draft, row, column, kinds[year->state], text);

  cell->details = *details != '\0' ? streek_matrix_draft_keep (draft, details) : NULL;
}

static void
add_obligation (StreekMatrixDraft *draft,
                const StreekRecordView *view,
                const StreekRecord *obligation,
                int first,
                int last)
{
  StreekRecords *records = streek_record_view_get_records (view);
  g_autoptr (GPtrArray) years = streek_obligation_list_years (records, obligation, first, last,
                                                              streek_record_view_get_today (view));
  g_autofree char *rule = streek_record_view_dup_text (view, obligation, STREEK_OBLIGATION_RULE);
  guint row =
    streek_matrix_draft_add_row (draft, streek_matrix_draft_make_id (draft, obligation),
                                 streek_record_get_text (obligation, STREEK_OBLIGATION_TITLE), 0);

  g_array_index (draft->rows, StreekMatrixRow, row).detail = streek_matrix_draft_keep (draft, rule);

  for (guint i = 0; i < years->len; i++)
    add_year (draft, row, i, years->pdata[i], records);
}

StreekMatrix *
streek_obligation_matrix_new (const StreekRecordView *view, gint64 pact, GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  /* Translators: the title of a table; %s is a plan. */
  g_autofree char *title = dup_title (view, pact, _ ("%s: obligations by year"));
  g_autoptr (StreekMatrixDraft) draft =
    streek_matrix_draft_new (title, C_ ("matrix", "Obligation"));
  int first = 0, last = -1;
  guint n;
  const StreekRecord *const *obligations =
    streek_records_list_by (records, &streek_obligation_kind, STREEK_OBLIGATION_PACT, pact, &n);

  streek_obligations_get_years (records, pact, &first, &last);

  for (int year = first; year <= last; year++)
    {
      g_autofree char *name = g_strdup_printf ("%d", year);

      streek_matrix_draft_add_column (draft, name, name, NULL);
    }

  for (guint i = 0; i < n; i++)
    add_obligation (draft, view, obligations[i], first, last);

  draft->spec.kind_names[STREEK_MATRIX_GAP] = _ ("Not met: the year is over");
  draft->spec.kind_names[STREEK_MATRIX_MUTED] = _ ("Not met yet: the year is not over");
  draft->spec.kind_names[STREEK_MATRIX_UNKNOWN] =
    _ ("Neither met nor a gap: nobody said what came of it");
  streek_matrix_draft_add_note (
    draft,
    _ ("What counts is an action of a year programme that was begun, or one of the plan that "
       "was reported on in that year or is done and timed in it alone. What is only programmed, "
       "what was called off, and what is only in the plan meets nothing."));
  streek_matrix_draft_set_context (draft, view, NULL, &streek_pact_kind, pact);

  draft->spec.nothing = _ ("This plan has no obligations yet. Add what it asks of each year, or of "
                           "one of them.");

  return streek_matrix_draft_end (draft, error);
}

/* Policy frames */

static gboolean
is_asked (const StreekRecord *frame, gint64 asked)
{
  return asked != 0 ? streek_record_get_id (frame) == asked
                    : !streek_record_is (frame, STREEK_POLICY_FRAME_KIND, "plan");
}

/* Returns: (transfer full): id of each part → its column + 1 */
static GHashTable *
add_frame_columns (StreekMatrixDraft *draft, const StreekRecords *records, gint64 asked)
{
  GHashTable *columns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) frames = streek_records_list_named (records, &streek_policy_frame_kind);

  for (guint i = 0; i < frames->len; i++)
    {
      guint n;
      const StreekRecord *const *parts =
        is_asked (frames->pdata[i], asked)
          ? streek_records_list_by (records, &streek_frame_item_kind, STREEK_FRAME_ITEM_FRAME,
                                    streek_record_get_id (frames->pdata[i]), &n)
          : NULL;

      for (guint j = 0; parts != NULL && j < n; j++)
        {
          gint64 id = streek_record_get_id (parts[j]);
          guint column = streek_matrix_draft_add_column (
            draft, streek_matrix_draft_make_id (draft, parts[j]),
            streek_record_get_text (parts[j], STREEK_FRAME_ITEM_NAME),
            streek_record_get_text (frames->pdata[i], STREEK_POLICY_FRAME_NAME));

          g_hash_table_insert (columns, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (column + 1));
        }
    }

  return columns;
}

/* One row while its cells are found. */
typedef struct
{
  StreekMatrixDraft *draft;
  const StreekRecords *records;
  GHashTable *columns;
  guint row;
  GHashTable *filled; /* a set of columns + 1 */
} FrameRow;

/* What @item serves; @through: (nullable): for the row of something below it */
static void
add_frame_links (FrameRow *row, const StreekRecord *item, const StreekRecord *through)
{
  guint n;
  const StreekRecord *const *links = streek_records_list_by (
    row->records, &streek_item_frame_kind, STREEK_ITEM_FRAME_ITEM, streek_record_get_id (item), &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 part = streek_record_get_reference (links[i], STREEK_ITEM_FRAME_FRAME_ITEM);
      gpointer column = g_hash_table_lookup (row->columns, &part);
      const char *note = streek_record_get_text (links[i], STREEK_ITEM_FRAME_NOTE);

      if (column == NULL || !g_hash_table_add (row->filled, column))
        continue;

      StreekMatrixCell *cell = streek_matrix_draft_add_cell (
        row->draft, row->row, GPOINTER_TO_UINT (column) - 1,
        through != NULL ? STREEK_MATRIX_INHERITED : STREEK_MATRIX_ORDINARY, NULL);

      if (through == NULL)
        {
          cell->details = streek_matrix_draft_keep (row->draft, note);
          continue;
        }

      g_autofree char *label = streek_plan_item_dup_label (through);
      /* Translators: %s is a goal that an action stands under: what it serves the action serves. */
      g_autofree char *by = g_strdup_printf (_ ("Through “%s”"), label);
      g_autofree char *both = note != NULL ? g_strdup_printf ("%s\n%s", by, note) : NULL;

      cell->details = streek_matrix_draft_keep (row->draft, both != NULL ? both : by);
    }
}

/* Goals above @item, the nearest first. */
static void
add_links_above (FrameRow *row, const StreekRecord *item)
{
  for (guint depth = 0; depth < 32; depth++)
    {
      item = streek_record_follow (item, STREEK_PLAN_ITEM_PARENT, row->records);

      if (item == NULL)
        return;

      add_frame_links (row, item, item);
    }
}

/* An action serves what its goals serve, those of its other pillars too. Returns: in how many
 * columns it stands */
static guint
add_frame_cells (FrameRow *row, const StreekPlanNode *node)
{
  guint n;
  const StreekRecord *const *pillars =
    streek_records_list_by (row->records, &streek_item_pillar_kind, STREEK_ITEM_PILLAR_ITEM,
                            streek_record_get_id (node->item), &n);

  g_hash_table_remove_all (row->filled);
  add_frame_links (row, node->item, NULL);

  if (node->is_action)
    add_links_above (row, node->item);

  for (guint i = 0; node->is_action && i < n; i++)
    {
      const StreekRecord *pillar =
        streek_record_follow (pillars[i], STREEK_ITEM_PILLAR_PILLAR, row->records);

      if (pillar == NULL)
        continue;

      add_frame_links (row, pillar, pillar);
      add_links_above (row, pillar);
    }

  return g_hash_table_size (row->filled);
}

/* A row an item: headings for what is no action. */
static guint
add_item_row (StreekMatrixDraft *draft, const StreekPlanNode *node)
{
  g_autofree char *label = streek_plan_item_dup_label (node->item);
  const char *id = streek_matrix_draft_make_id (draft, node->item);

  return node->is_action ? streek_matrix_draft_add_row (draft, id, label, node->depth)
                         : streek_matrix_draft_add_heading (draft, id, label);
}

StreekMatrix *
streek_frame_matrix_new (const StreekRecordView *view, gint64 pact, gint64 frame, GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  /* Translators: the title of a table; %s is a plan. */
  g_autofree char *title = dup_title (view, pact, _ ("%s: actions by policy frame"));
  g_autoptr (StreekMatrixDraft) draft = streek_matrix_draft_new (title, C_ ("matrix", "Action"));
  g_autoptr (GHashTable) columns = add_frame_columns (draft, records, frame);
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new (records, pact);
  g_autoptr (GHashTable) filled = g_hash_table_new (NULL, NULL);
  FrameRow row = { draft, records, columns, 0, filled };
  guint n_without = 0;

  for (guint i = 0; i < streek_plan_tree_get_n_nodes (tree); i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (tree, i);

      row.row = add_item_row (draft, node);
      n_without += add_frame_cells (&row, node) == 0 && node->is_action;
    }

  draft->spec.kind_names[STREEK_MATRIX_INHERITED] = _ ("Through its goal");

  if (n_without > 0)
    {
      g_autofree char *note = g_strdup_printf (
        ngettext ("%u action serves none of these.", "%u actions serve none of these.", n_without),
        n_without);

      streek_matrix_draft_add_note (draft, note);
    }

  streek_matrix_draft_set_context (draft, view, NULL, &streek_pact_kind, pact);

  draft->spec.nothing =
    _ ("There are no actions or no policy frames yet. Add the parts of a policy "
       "frame, and goals and actions to the plan.");

  return streek_matrix_draft_end (draft, error);
}

/* Other plans */

static char *
list_codes (const StreekRecords *records, const StreekRecord *item, gint64 frame, char **details)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  g_autoptr (GString) notes = g_string_new (NULL);
  guint n;
  const StreekRecord *const *links = streek_records_list_by (
    records, &streek_item_frame_kind, STREEK_ITEM_FRAME_ITEM, streek_record_get_id (item), &n);

  for (guint i = 0; i < n; i++)
    {
      const char *note = streek_record_get_text (links[i], STREEK_ITEM_FRAME_NOTE);
      const StreekRecord *part =
        streek_record_follow (links[i], STREEK_ITEM_FRAME_FRAME_ITEM, records);

      if (part == NULL || streek_record_get_reference (part, STREEK_FRAME_ITEM_FRAME) != frame)
        continue;

      const char *code = streek_record_get_text (part, STREEK_FRAME_ITEM_CODE);
      const char *name = streek_record_get_text (part, STREEK_FRAME_ITEM_NAME);

      g_string_append_printf (codes, "%s%s%s%s", codes->len > 0 ? "\n" : "",
                              code != NULL ? code : "", code != NULL ? " · " : "", name);
      if (note != NULL)
        g_string_append_printf (notes, "%s%s", notes->len > 0 ? "\n" : "", note);
    }

  *details = notes->len > 0 ? g_strdup (notes->str) : NULL;

  return codes->len > 0 ? g_strdup (codes->str) : NULL;
}

static void
add_codes (StreekMatrixDraft *draft,
           const StreekRecords *records,
           const StreekRecord *item,
           guint row,
           guint column,
           gint64 frame)
{
  g_autofree char *details = NULL;
  g_autofree char *codes = list_codes (records, item, frame, &details);

  if (codes != NULL)
    streek_matrix_draft_add_cell (draft, row, column, STREEK_MATRIX_ORDINARY, codes)->details =
      streek_matrix_draft_keep (draft, details);
}

StreekMatrix *
streek_concordance_matrix_new (const StreekRecordView *view, gint64 pact, GError **error)
{
  g_return_val_if_fail (view != NULL, NULL);

  StreekRecords *records = streek_record_view_get_records (view);
  /* Translators: the title of a table; %s is a plan. */
  g_autofree char *title = dup_title (view, pact, _ ("%s: concordance with other plans"));
  g_autoptr (StreekMatrixDraft) draft =
    streek_matrix_draft_new (title, C_ ("matrix", "Goal or action"));
  g_autoptr (StreekPlanTree) tree = streek_plan_tree_new (records, pact);
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) frames = streek_records_list_named (records, &streek_policy_frame_kind);

  for (guint i = 0; i < frames->len; i++)
    if (streek_record_is (frames->pdata[i], STREEK_POLICY_FRAME_KIND, "plan"))
      {
        gint64 id = streek_record_get_id (frames->pdata[i]);

        g_array_append_val (shown, id);
        streek_matrix_draft_add_column (
          draft, streek_matrix_draft_make_id (draft, frames->pdata[i]),
          streek_record_get_text (frames->pdata[i], STREEK_POLICY_FRAME_NAME), NULL);
      }

  for (guint i = 0; i < streek_plan_tree_get_n_nodes (tree); i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (tree, i);
      g_autofree char *label = streek_plan_item_dup_label (node->item);
      guint row = streek_matrix_draft_add_row (
        draft, streek_matrix_draft_make_id (draft, node->item), label, node->depth);

      for (guint j = 0; j < shown->len; j++)
        add_codes (draft, records, node->item, row, j, g_array_index (shown, gint64, j));
    }

  streek_matrix_draft_set_context (draft, view, NULL, &streek_pact_kind, pact);

  draft->spec.needs_cells = TRUE;
  draft->spec.nothing =
    _ ("Nothing of this plan is tied to another plan yet. Add the other plan as a "
       "policy frame, and say at a goal or an action which part of it that "
       "serves.");

  return streek_matrix_draft_end (draft, error);
}
