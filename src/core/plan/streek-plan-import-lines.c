/* streek-plan-import-lines.c: the plan that rows of a spreadsheet will make, as lines to read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-import.h"

#include "plan/streek-plan-item.h"
#include "plan/streek-plan-tree.h"

/* "Level · Owner · 2020 – 2022" of one that is new or stays */
static char *
dup_summary (const StreekRecord *item, StreekRecordView *preview)
{
  const guint fields[] = { STREEK_PLAN_ITEM_LEVEL, STREEK_PLAN_ITEM_OWNER };
  GString *text = g_string_new (NULL);
  g_autofree char *starts = streek_record_view_dup_text (preview, item, STREEK_PLAN_ITEM_STARTS);
  g_autofree char *ends = streek_record_view_dup_text (preview, item, STREEK_PLAN_ITEM_ENDS);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *said = streek_record_view_dup_text (preview, item, fields[i]);

      if (*said != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", said);
    }

  if (*starts != '\0' || *ends != '\0')
    g_string_append_printf (text, "%s%s – %s", text->len > 0 ? " · " : "", starts, ends);

  return g_string_free (text, FALSE);
}

/* (element-type gint64 GUINT_TO_POINTER): what becomes of an item */
static GHashTable *
list_states (const StreekPlanImport *import)
{
  GHashTable *states = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < import->paste->rows->len; i++)
    {
      StreekRecordPasteRow *row = &g_array_index (import->paste->rows, StreekRecordPasteRow, i);

      if (row->id != 0)
        g_hash_table_insert (states, &row->id, GUINT_TO_POINTER (row->state));
    }

  return states;
}

GPtrArray *
streek_plan_import_list_lines (const StreekPlanImport *import,
                               StreekRecordView *view,
                               GCancellable *cancellable)
{
  g_return_val_if_fail (import != NULL && view != NULL, NULL);

  g_autoptr (StreekRecordView) preview = streek_record_paste_preview (import->paste, view);
  g_autoptr (StreekPlanTree) tree =
    streek_plan_tree_new (streek_record_view_get_records (preview), import->pact);
  g_autoptr (GHashTable) states = list_states (import);
  g_autoptr (GHashTable) texts = streek_record_lines_join_changes (import->paste, import->changes);
  g_autoptr (GPtrArray) lines = streek_record_lines_new ();

  for (guint i = 0; i < streek_plan_tree_get_n_nodes (tree); i++)
    {
      const StreekPlanNode *node = streek_plan_tree_get_node (tree, i);
      gint64 id = streek_record_get_id (node->item);
      const char *text = g_hash_table_lookup (texts, &id);
      gpointer state;

      if (g_cancellable_is_cancelled (cancellable))
        return NULL;

      StreekRecordLine *line = streek_record_lines_add (
        lines, streek_plan_item_dup_label (node->item),
        text != NULL ? g_strdup (text) : dup_summary (node->item, preview));

      line->depth = node->depth;
      line->state = g_hash_table_lookup_extended (states, &id, NULL, &state)
                      ? (StreekRecordRowState) GPOINTER_TO_UINT (state)
                      : STREEK_RECORD_ROW_UNCHANGED;
    }

  return g_steal_pointer (&lines);
}
