/* streek-record-paste-changes.c: what rows of a spreadsheet change, as it was and as it becomes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-paste.h"

#include <string.h>

static void
free_change (gpointer data)
{
  StreekRecordPasteChange *change = data;

  g_free (change->title);
  g_free (change->label);
  g_free (change->was);
  g_free (change->becomes);
  g_free (change);
}

StreekRecordView *
streek_record_paste_preview (const StreekRecordPaste *paste, StreekRecordView *view)
{
  g_return_val_if_fail (paste != NULL && view != NULL, NULL);

  return streek_record_view_preview (view, paste->changes);
}

/* Whether both refer to one record, which may be called otherwise now. */
static gboolean
is_same (const StreekRecordListColumn *column, const StreekRecord *now, const StreekRecord *then)
{
  return column->field >= 0 && column->type == STREEK_RECORD_REFERENCE &&
         streek_record_get_reference (now, (guint) column->field) ==
           streek_record_get_reference (then, (guint) column->field);
}

static void
add_changes_of (GPtrArray *changes,
                const GPtrArray *columns,
                guint row,
                const StreekRecord *now,
                const StreekRecord *then,
                StreekRecordView *view,
                StreekRecordView *preview)
{
  const StreekRecordKind *kind = streek_record_get_kind (now);

  for (guint i = 0; i < columns->len; i++)
    {
      const StreekRecordListColumn *column = columns->pdata[i];
      g_autofree char *was = streek_record_list_column_dup_text (column, now, view, "; ");
      g_autofree char *becomes = streek_record_list_column_dup_text (column, then, preview, "; ");

      if (column->computed != NULL || strcmp (was, becomes) == 0 || is_same (column, now, then))
        continue;

      StreekRecordPasteChange *change = g_new0 (StreekRecordPasteChange, 1);

      change->row = row;
      change->title = streek_record_dup_title (now, streek_record_view_get_records (view));
      change->label = g_strdup (streek_record_list_column_get_label (kind, column));
      change->was = g_steal_pointer (&was);
      change->becomes = g_steal_pointer (&becomes);
      g_ptr_array_add (changes, change);
    }
}

GPtrArray *
streek_record_paste_list_changes (const StreekRecordPaste *paste,
                                  const StreekRecordKind *kind,
                                  StreekRecordView *view,
                                  GCancellable *cancellable)
{
  g_return_val_if_fail (paste != NULL && kind != NULL && view != NULL, NULL);

  g_autoptr (StreekRecordView) preview = streek_record_paste_preview (paste, view);

  return streek_record_paste_list_changes_to (paste, kind, view, preview, cancellable);
}

GPtrArray *
streek_record_paste_list_changes_to (const StreekRecordPaste *paste,
                                     const StreekRecordKind *kind,
                                     StreekRecordView *view,
                                     StreekRecordView *preview,
                                     GCancellable *cancellable)
{
  g_return_val_if_fail (paste != NULL && kind != NULL && view != NULL && preview != NULL, NULL);

  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (free_change);
  g_autoptr (GPtrArray) columns = streek_record_kind_list_columns (kind);

  for (guint i = 0; i < paste->rows->len; i++)
    {
      const StreekRecordPasteRow *row = &g_array_index (paste->rows, StreekRecordPasteRow, i);

      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (row->state == STREEK_RECORD_ROW_CHANGED)
        add_changes_of (
          changes, columns, i,
          streek_records_find (streek_record_view_get_records (view), kind, row->id),
          streek_records_find (streek_record_view_get_records (preview), kind, row->id), view,
          preview);
    }

  return g_steal_pointer (&changes);
}
