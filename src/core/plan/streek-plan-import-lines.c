/* streek-plan-import-lines.c: the plan that rows of a spreadsheet will make, as lines to read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-import.h"

#include "plan/streek-pact.h"
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

/* (transfer full) (nullable): the goal or target that it is part of; nothing of the plan itself */
static char *
dup_owner (const StreekRecord *record, const StreekRecords *records)
{
  const StreekRecordKind *kind = streek_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const StreekRecord *owner =
        kind->fields[i].flags & STREEK_RECORD_OWNER && kind->fields[i].target != &streek_pact_kind
          ? streek_record_follow (record, i, records)
          : NULL;

      if (owner != NULL)
        return streek_record_dup_title (owner, records);
    }

  return NULL;
}

/* What is new or changes on another sheet; under a line that accounts for all of its rows. */
static void
add_part (GPtrArray *lines, const StreekPlanImportPart *part, const StreekRecords *records)
{
  const StreekRecordPaste *paste = part->paste;
  g_autoptr (GHashTable) texts = streek_record_lines_join_changes (paste, part->changes);

  streek_record_lines_add (lines, g_strdup (part->sheet), streek_record_rows_describe (paste->n));

  for (guint i = 0; i < paste->rows->len; i++)
    {
      const StreekRecordPasteRow *row = &g_array_index (paste->rows, StreekRecordPasteRow, i);

      if (row->state != STREEK_RECORD_ROW_NEW && row->state != STREEK_RECORD_ROW_CHANGED)
        continue;

      const char *text = g_hash_table_lookup (texts, &row->id);
      StreekRecordLine *line = streek_record_lines_add (
        lines, streek_records_dup_title (records, part->kind, row->id),
        text != NULL ? g_strdup (text)
                     : dup_owner (streek_records_find (records, part->kind, row->id), records));

      line->depth = 1;
      line->state = row->state;
    }
}

static void
add_found (GPtrArray *all, const StreekRecordPaste *paste, const char *sheet)
{
  g_autoptr (GPtrArray) found = streek_record_lines_list_found (paste);

  for (guint i = 0; i < found->len; i++)
    {
      const StreekRecordLine *line = found->pdata[i];
      char *detail =
        sheet != NULL ? g_strdup_printf ("%s · %s", sheet, line->detail) : g_strdup (line->detail);

      streek_record_lines_add (all, g_strdup (line->title), detail)->is_fault = line->is_fault;
    }
}

GPtrArray *
streek_plan_import_list_found (const StreekPlanImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  GPtrArray *all = streek_record_lines_new ();

  add_found (all, import->paste, NULL);

  for (guint i = 0; i < import->parts->len; i++)
    {
      const StreekPlanImportPart *part = import->parts->pdata[i];

      add_found (all, part->paste, part->sheet);
    }

  return all;
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

  for (guint i = 0; i < import->parts->len; i++)
    add_part (lines, import->parts->pdata[i], streek_record_view_get_records (preview));

  return g_steal_pointer (&lines);
}
