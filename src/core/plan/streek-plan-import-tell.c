/* streek-plan-import-tell.c: what became of the rows of a plan, and what is to be told of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-import-private.h"

#include "plan/streek-plan-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const StreekRecordKind *const kind = &streek_plan_item_kind;

static void
tell_row (StreekPlanImport *import, const StreekGrid *grid, const StreekPlanLine *line, guint row)
{
  StreekRecordPasteRow told = { 0 };

  told.state = line->state;
  if (line->is_entry)
    told = g_array_index (import->paste->rows, StreekRecordPasteRow, line->entry);
  told.line = ((const StreekGridRow *) grid->rows->pdata[row])->line;

  import->n[told.state]++;
  g_array_append_val (import->rows, told);

  if (line->fault != NULL)
    {
      g_autofree char *place = g_strdup_printf ("%" G_GUINT64_FORMAT, told.line);

      g_ptr_array_insert (
        import->paste->findings, 0,
        streek_finding_new (STREEK_SEVERITY_ERROR, "plan/row", place, line->fault));
    }
}

void
streek_plan_tell_rows (const StreekPlanReading *self, StreekPlanImport *import)
{
  const StreekGrid *grid = streek_plan_sheet_get_grid (self->sheet);

  for (guint i = grid->rows->len; i > 0; i--)
    tell_row (import, grid, &g_array_index (self->entries->lines, StreekPlanLine, i - 1), i - 1);

  for (guint i = 0; i < import->rows->len / 2; i++)
    {
      StreekRecordPasteRow *one = &g_array_index (import->rows, StreekRecordPasteRow, i);
      StreekRecordPasteRow *other =
        &g_array_index (import->rows, StreekRecordPasteRow, import->rows->len - 1 - i);
      StreekRecordPasteRow kept = *one;

      *one = *other;
      *other = kept;
    }

  import->n_read = import->rows->len;
  import->n_taken = import->n[STREEK_RECORD_ROW_NEW] + import->n[STREEK_RECORD_ROW_CHANGED];
  import->n_rejected = import->n[STREEK_RECORD_ROW_REJECTED];
  import->n_ignored = import->n_read - import->n_taken - import->n_rejected;
}

static gboolean
has_texts (const StreekPlanSheet *sheet, guint column)
{
  const StreekGrid *grid = streek_plan_sheet_get_grid (sheet);

  for (guint row = sheet->head.first_row; row < grid->rows->len; row++)
    if (*streek_grid_get (grid, row, column) != '\0')
      return TRUE;

  return FALSE;
}

static void
add_note (StreekPlanImport *import, const char *id, guint64 line, char *message)
{
  g_autofree char *place = g_strdup_printf ("%" G_GUINT64_FORMAT, line);
  g_autofree char *owned = message;

  g_ptr_array_add (import->paste->findings,
                   streek_finding_new (STREEK_SEVERITY_NOTE, id, place, owned));
}

/* Columns that mean nothing here are not left out in silence, nor rows that were taken together. */
void
streek_plan_tell_more (const StreekPlanReading *self, StreekPlanImport *import)
{
  const StreekPlanSheet *sheet = self->sheet;
  const StreekGrid *grid = streek_plan_sheet_get_grid (sheet);
  guint64 header =
    sheet->head.n_rows > 0 ? ((const StreekGridRow *) grid->rows->pdata[sheet->head.row])->line : 1;

  if (sheet->profile_title != NULL)
    add_note (
      import, "plan/profile", header,
      /* Translators: %s is the name of a profile. */
      g_strdup_printf (_ ("The columns are those of the profile “%s”."), sheet->profile_title));

  for (guint i = 0; i < sheet->n_columns; i++)
    if (*streek_plan_sheet_get_role (sheet, i) == '\0' && has_texts (sheet, i))
      add_note (import, "paste/left-out", header,
                g_strdup_printf (_ ("The column “%s” is left out."), sheet->headers[i]));

  for (guint row = 0; row < grid->rows->len; row++)
    {
      const char *id;
      char *note = streek_record_head_dup_note (
        grid, row, g_array_index (import->rows, StreekRecordPasteRow, row).state, &id);

      if (note != NULL)
        add_note (import, id, ((const StreekGridRow *) grid->rows->pdata[row])->line, note);
    }

  for (guint i = 0; i < self->entries->entries->len; i++)
    {
      const StreekPlanEntry *entry = self->entries->entries->pdata[i];

      for (guint j = 1; j < entry->rows->len; j++)
        add_note (
          import, "plan/together",
          ((const StreekGridRow *) grid->rows->pdata[g_array_index (entry->rows, guint, j)])->line,
          g_strdup_printf (_ ("Taken together with “%s” above it."), entry->title));
    }
}

/* Targets are no column of an item: their change is one of its own. */
void
streek_plan_add_target_changes (StreekPlanImport *import, StreekRecordView *view)
{
  g_autoptr (StreekRecordView) preview = streek_record_paste_preview (import->paste, view);

  for (guint i = 0; i < import->paste->rows->len; i++)
    {
      const StreekRecordPasteRow *row =
        &g_array_index (import->paste->rows, StreekRecordPasteRow, i);

      if (row->state != STREEK_RECORD_ROW_CHANGED)
        continue;

      g_autofree char *was = streek_plan_dup_targets (view, row->id);
      g_autofree char *becomes = streek_plan_dup_targets (preview, row->id);

      if (strcmp (was, becomes) == 0)
        continue;

      StreekRecordPasteChange *change = g_new0 (StreekRecordPasteChange, 1);

      change->row = i;
      change->title =
        streek_records_dup_title (streek_record_view_get_records (view), kind, row->id);
      change->label = g_strdup (_ ("Targets"));
      change->was = g_steal_pointer (&was);
      change->becomes = g_steal_pointer (&becomes);
      g_ptr_array_add (import->changes, change);
    }
}

/* (transfer full) (nullable): what became of the rows of all other sheets together */
static char *
describe_parts (const StreekPlanImport *import)
{
  guint n[STREEK_N_RECORD_ROW_STATES] = { 0 };

  for (guint i = 0; i < import->parts->len; i++)
    for (guint state = 0; state < STREEK_N_RECORD_ROW_STATES; state++)
      n[state] += ((const StreekPlanImportPart *) import->parts->pdata[i])->paste->n[state];

  g_autofree char *rows = streek_record_rows_describe (n);

  return import->parts->len > 0
           /* Translators: %s is what became of the rows of several sheets of a file. */
           ? g_strdup_printf (_ ("Other sheets: %s"), rows)
           : NULL;
}

char *
streek_plan_import_describe (const StreekPlanImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  const guint *n = import->paste->n;
  g_autofree char *rows = streek_record_rows_describe (import->n);
  g_autofree char *items =
    /* Translators: numbers of goals and actions. */
    g_strdup_printf (_ ("Goals and actions: %1$u new, %2$u changed, %3$u there already."),
                     n[STREEK_RECORD_ROW_NEW], n[STREEK_RECORD_ROW_CHANGED],
                     n[STREEK_RECORD_ROW_UNCHANGED]);

  g_autofree char *parts = describe_parts (import);

  return parts != NULL ? g_strconcat (rows, " ", items, "\n", parts, NULL)
                       : g_strconcat (rows, " ", items, NULL);
}
