/* streek-record-lines.c: what rows of a spreadsheet become, as lines to read before it is done */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-lines.h"

#include <glib/gi18n-lib.h>

static void
free_line (gpointer data)
{
  StreekRecordLine *line = data;

  g_free (line->title);
  g_free (line->detail);
  g_free (line);
}

GPtrArray *
streek_record_lines_new (void)
{
  return g_ptr_array_new_with_free_func (free_line);
}

StreekRecordLine *
streek_record_lines_add (GPtrArray *lines, char *title, char *detail)
{
  StreekRecordLine *line = g_new0 (StreekRecordLine, 1);

  line->title = title;
  line->detail = detail;
  line->state = STREEK_N_RECORD_ROW_STATES;
  g_ptr_array_add (lines, line);

  return line;
}

/* @line: of a spreadsheet */
static char *
dup_row (const char *line)
{
  /* Translators: %s is the number of a row of a spreadsheet. */
  return g_strdup_printf (_ ("Row %s"), line);
}

GPtrArray *
streek_record_lines_list_found (const StreekRecordPaste *paste)
{
  g_return_val_if_fail (paste != NULL, NULL);

  GPtrArray *lines = streek_record_lines_new ();

  for (guint i = 0; i < paste->findings->len; i++)
    {
      const StreekFinding *finding = paste->findings->pdata[i];
      StreekRecordLine *line =
        streek_record_lines_add (lines, g_strdup (finding->message), dup_row (finding->place));

      line->is_fault = finding->severity > STREEK_SEVERITY_NOTE;
    }

  return lines;
}

GHashTable *
streek_record_lines_join_changes (const StreekRecordPaste *paste, const GPtrArray *changes)
{
  g_return_val_if_fail (paste != NULL && changes != NULL, NULL);

  GHashTable *texts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < changes->len; i++)
    {
      const StreekRecordPasteChange *change = changes->pdata[i];
      gint64 id = g_array_index (paste->rows, StreekRecordPasteRow, change->row).id;
      const char *former = g_hash_table_lookup (texts, &id);
      g_autofree char *text =
        /* Translators: a field, what it said, and what it will say. */
        g_strdup_printf (_ ("%1$s: %2$s → %3$s"), change->label,
                         *change->was != '\0' ? change->was : "–",
                         *change->becomes != '\0' ? change->becomes : "–");

      g_hash_table_insert (texts, g_memdup2 (&id, sizeof id),
                           former != NULL ? g_strconcat (former, "\n", text, NULL)
                                          : g_steal_pointer (&text));
    }

  return texts;
}

GPtrArray *
streek_record_lines_list (const StreekRecordPaste *paste,
                          const StreekRecordKind *kind,
                          StreekRecordView *view,
                          GCancellable *cancellable)
{
  g_return_val_if_fail (paste != NULL && kind != NULL && view != NULL, NULL);

  g_autoptr (GPtrArray) changes = streek_record_paste_list_changes (paste, kind, view, cancellable);

  if (changes == NULL)
    return NULL;

  g_autoptr (GHashTable) texts = streek_record_lines_join_changes (paste, changes);
  g_autoptr (StreekRecordView) preview = streek_record_paste_preview (paste, view);
  GPtrArray *lines = streek_record_lines_new ();

  for (guint i = 0; i < paste->rows->len; i++)
    {
      const StreekRecordPasteRow *row = &g_array_index (paste->rows, StreekRecordPasteRow, i);

      if (row->id == 0)
        continue;

      const char *text = g_hash_table_lookup (texts, &row->id);
      g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, row->line);
      StreekRecordLine *line = streek_record_lines_add (
        lines, streek_records_dup_title (streek_record_view_get_records (preview), kind, row->id),
        text != NULL ? g_strdup (text) : dup_row (number));

      line->state = row->state;
    }

  return lines;
}
