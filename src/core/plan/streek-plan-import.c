/* streek-plan-import.c: a whole plan on its way in from a file: compared, checked, told */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-import-private.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "record/streek-record-amount.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const StreekRecordKind *const kind = &streek_plan_item_kind;

/* Cells that say where an item stands are not fields of it. */
static gboolean
is_of_place (const char *role)
{
  return *role == '\0' || strcmp (role, STREEK_PLAN_ROLE_ID) == 0 ||
         strcmp (role, STREEK_PLAN_ROLE_TIMING) == 0 || strcmp (role, STREEK_PLAN_ROLE_MARK) == 0 ||
         strcmp (role, "starts") == 0 || strcmp (role, "ends") == 0 ||
         streek_plan_role_get_level (role) >= 0 ||
         g_str_has_prefix (role, STREEK_PLAN_ROLE_TARGET) || strcmp (role, "title") == 0 ||
         strcmp (role, "code") == 0 || strcmp (role, "parent") == 0 || strcmp (role, "level") == 0;
}

/* The grid of the entries */

/* What all rows of an entry say in a column, each once, a line each. @flags: (out) */
char *
streek_plan_join_cells (const StreekPlanReading *self,
                        const StreekPlanEntry *entry,
                        guint column,
                        guint32 *flags)
{
  const StreekGrid *grid = streek_plan_sheet_get_grid (self->sheet);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  *flags = 0;

  for (guint i = 0; i < entry->rows->len; i++)
    {
      guint row = g_array_index (entry->rows, guint, i);
      const StreekGridRow *cells = grid->rows->pdata[row];
      const char *text = streek_grid_get (grid, row, column);

      if (*text == '\0' || g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
        continue;
      *flags = texts->len == 0 ? cells->flags[column] : 0;
      g_ptr_array_add (texts, (gpointer) text);
    }

  g_ptr_array_add (texts, NULL);

  return g_strjoinv ("\n", (char **) texts->pdata);
}

/* Title, code, and the columns of the sheet that are fields or lists of an item. */
static void
add_entry_row (const StreekPlanReading *self,
               StreekGrid *grid,
               const GArray *columns,
               const StreekPlanEntry *entry)
{
  guint n = 2 + columns->len;
  char **texts = g_new0 (char *, n + 1);
  guint32 *flags = g_new0 (guint32, n + 1);

  texts[0] = g_strdup (entry->title);
  texts[1] = g_strdup (entry->code != NULL ? entry->code : "");
  for (guint i = 0; i < columns->len; i++)
    texts[i + 2] =
      streek_plan_join_cells (self, entry, g_array_index (columns, guint, i), &flags[i + 2]);

  streek_grid_take_row (grid, entry->line, texts, flags, n);
}

static StreekRecordSheet *
make_rows (const StreekPlanReading *self)
{
  const StreekPlanSheet *sheet = self->sheet;
  g_autoptr (StreekGrid) grid = streek_grid_new ();
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < sheet->n_columns; i++)
    if (!is_of_place (streek_plan_sheet_get_role (sheet, i)))
      g_array_append_val (columns, i);
  for (guint i = 0; i < self->entries->entries->len; i++)
    add_entry_row (self, grid, columns, self->entries->entries->pdata[i]);

  grid->n_columns = 2 + columns->len;

  /* without a header: no title of a goal is one */
  StreekRecordSheet *rows = streek_record_sheet_new (kind, grid, NULL);

  streek_record_head_set_none (&rows->head);
  rows->id_column = -1;
  for (guint i = 0; i < rows->n_columns; i++)
    rows->fields[i] = NULL;
  streek_record_sheet_set_field (rows, 0, "title");
  streek_record_sheet_set_field (rows, 1, "code");
  for (guint i = 0; i < columns->len; i++)
    streek_record_sheet_set_field (
      rows, i + 2, streek_plan_sheet_get_role (sheet, g_array_index (columns, guint, i)));

  rows->makes_new = sheet->makes_new;
  rows->empties_fields = sheet->empties_fields;
  rows->asks = rows->asks_cells = TRUE;
  g_hash_table_unref (rows->answers);
  rows->answers = g_hash_table_ref (sheet->answers);

  return rows;
}

/* How the numbers of targets are written; those of fields are looked at with their rows. */
static void
find_marks (StreekPlanReading *self)
{
  const StreekPlanSheet *sheet = self->sheet;

  self->marks = g_new0 (guint32, MAX (sheet->n_columns, 1));

  for (guint i = 0; i < sheet->n_columns; i++)
    if (g_str_has_prefix (streek_plan_sheet_get_role (sheet, i), STREEK_PLAN_ROLE_TARGET))
      self->marks[i] = streek_record_amounts_find_marks (streek_plan_sheet_get_grid (sheet),
                                                         sheet->head.first_row, i);
}

/* Hooks */

static void
begin (StreekPasting *pasting, gpointer data)
{
  StreekPlanReading *self = data;
  StreekRecordChanges *changes = pasting->paste->changes;

  for (guint i = 0; i < self->levels->len; i++)
    {
      const StreekPlanLevel *level = &g_array_index (self->levels, StreekPlanLevel, i);

      if (!level->is_new)
        continue;

      streek_record_changes_add_as (changes, &streek_pact_level_kind, level->id);
      streek_record_changes_set_reference (changes, &streek_pact_level_kind, level->id,
                                           STREEK_PACT_LEVEL_PACT, self->pact);
      streek_record_changes_set_text (changes, &streek_pact_level_kind, level->id,
                                      STREEK_PACT_LEVEL_NAME, level->name);
      streek_record_changes_set_number (changes, &streek_pact_level_kind, level->id,
                                        STREEK_PACT_LEVEL_RANK, 1000.0 + i);
      if (level->is_action)
        streek_record_changes_set_flag (changes, &streek_pact_level_kind, level->id,
                                        STREEK_PACT_LEVEL_IS_ACTION, TRUE);
    }
}

static gboolean
find (StreekPasting *pasting, StreekPastedRow *at, gpointer data)
{
  StreekPlanReading *self = data;
  const StreekPlanEntry *entry = self->entries->entries->pdata[at->row];

  if (entry->fault != NULL)
    streek_pasting_reject (pasting, at->row, NULL, "plan/place", g_strdup (entry->fault));
  else if (entry->parent >= 0 && pasting->faults->pdata[entry->parent] != NULL)
    streek_pasting_reject (pasting, at->row, NULL, "plan/above-rejected",
                           g_strdup (_ ("What it stands under is rejected.")));
  if (pasting->faults->pdata[at->row] != NULL)
    return FALSE;

  at->id = entry->id;
  at->owner = self->pact;
  at->record = entry->record;
  at->keeps_empty = entry->rows->len == 0;
  if (entry->record != NULL)
    return TRUE;

  at->n_set = 1;
  streek_record_changes_add_as (pasting->paste->changes, kind, at->id);
  streek_record_changes_set_reference (pasting->paste->changes, kind, at->id, STREEK_PLAN_ITEM_PACT,
                                       self->pact);
  streek_record_finder_add (pasting->finder, kind, at->id, self->pact, entry->code, entry->title);

  return TRUE;
}

static gboolean
fill (StreekPasting *pasting, StreekPastedRow *at, gpointer data)
{
  StreekPlanReading *self = data;
  const StreekPlanEntry *entry = self->entries->entries->pdata[at->row];

  streek_plan_fill_place (self, pasting, at, entry);

  streek_plan_fill_timing (self, pasting, at, entry);

  return streek_plan_fill_targets (self, pasting, at, entry);
}

static const StreekRecordSheetHooks hooks = { begin, find, fill };

static gboolean
check_sheet (const StreekPlanSheet *sheet, const StreekRecords *records, GError **error)
{
  gboolean names = streek_plan_sheet_find_role (sheet, "title", 0) >= 0;

  for (guint i = 0; i < sheet->n_columns; i++)
    names = names || streek_plan_role_get_level (streek_plan_sheet_get_role (sheet, i)) >= 0;

  if (!names)
    {
      g_set_error_literal (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_FILE,
                           _ ("No column says what the goals and actions are called: say which one "
                              "is the title, or a level."));
      return FALSE;
    }

  if (sheet->pact == 0 ? sheet->title != NULL && *sheet->title != '\0'
                       : streek_records_find (records, &streek_pact_kind, sheet->pact) != NULL)
    return TRUE;

  g_set_error_literal (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_FILE,
                       _ ("Say which plan it is, or what the new one is called."));

  return FALSE;
}

static void
clear_reading (StreekPlanReading *self)
{
  g_clear_pointer (&self->tree, streek_plan_tree_free);
  g_clear_pointer (&self->entries, streek_plan_entries_free);
  g_clear_pointer (&self->rows, streek_record_sheet_free);
  g_clear_pointer (&self->levels, g_array_unref);
  g_clear_pointer (&self->ranks, g_free);
  g_clear_pointer (&self->marks, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekPlanReading, clear_reading)

/* What the numbers of goals and actions in the file stand for. */
static void
know_items (StreekPlanParts *parts, const StreekPlanEntries *entries)
{
  const StreekPlanSheet *sheet = parts->sheet;
  int column = streek_plan_sheet_find_role (sheet, STREEK_PLAN_ROLE_ID, 0);

  for (guint i = 0; i < entries->entries->len && column >= 0; i++)
    {
      const StreekPlanEntry *entry = entries->entries->pdata[i];

      for (guint j = 0; j < entry->rows->len; j++)
        streek_plan_parts_know (parts, kind,
                                streek_grid_get (streek_plan_sheet_get_grid (sheet),
                                                 g_array_index (entry->rows, guint, j),
                                                 (guint) column),
                                entry->id);
    }
}

/* (transfer full) (nullable): with its rows; what it changes is with the parts */
static StreekPlanImport *
read_items (StreekPlanReading *self,
            StreekPlanParts *parts,
            GCancellable *cancellable,
            GError **error)
{
  StreekRecords *records = streek_record_view_get_records (parts->view);

  self->sheet = parts->sheet;
  self->view = parts->view;
  self->pact = parts->sheet->pact;
  self->tree = streek_plan_tree_new (records, self->pact);
  self->entries = streek_plan_entries_new (self->sheet, records, self->tree, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  streek_plan_list_levels (self);
  streek_plan_rank_entries (self);
  find_marks (self);
  self->rows = make_rows (self);
  self->rows->hooks = &hooks;
  self->rows->hooks_data = self;
  self->rows->permille = self->sheet->permille;

  StreekRecordPaste *paste = streek_record_paste_read (self->rows, self->view, cancellable, error);

  if (paste == NULL)
    return NULL;

  StreekPlanImport *import = g_new0 (StreekPlanImport, 1);

  import->paste = paste;
  import->pact = self->pact;
  import->rows = g_array_new (FALSE, FALSE, sizeof (StreekRecordPasteRow));
  import->parts = g_ptr_array_ref (parts->parts);
  know_items (parts, self->entries);
  streek_plan_parts_add (parts, g_steal_pointer (&paste->changes));

  return import;
}

/* What changes of what is there already. FALSE where it is cancelled. */
static gboolean
list_changes (StreekPlanImport *import,
              const StreekPlanParts *parts,
              gint *permille,
              GCancellable *cancellable)
{
  StreekRecordView *view = parts->base;
  g_autoptr (StreekRecordView) preview = streek_record_paste_preview (import->paste, view);

  import->changes =
    streek_record_paste_list_changes_to (import->paste, kind, view, preview, cancellable);

  for (guint i = 0; i < import->parts->len; i++)
    {
      StreekPlanImportPart *part = import->parts->pdata[i];

      part->changes =
        streek_record_paste_list_changes_to (part->paste, part->kind, view, preview, cancellable);
    }

  return streek_pasting_step (permille, 700, 900, 1, 1, cancellable);
}

/* A new plan is there before its goals and actions are. */
static void
add_pact (StreekPlanParts *parts)
{
  StreekRecordChanges *changes = streek_record_changes_new ();

  streek_record_changes_add_as (changes, &streek_pact_kind, parts->sheet->pact);
  streek_record_changes_set_text (changes, &streek_pact_kind, parts->sheet->pact, STREEK_PACT_TITLE,
                                  parts->sheet->title != NULL ? parts->sheet->title : "");
  streek_plan_parts_add (parts, changes);
}

/**
 * streek_plan_import_read:
 * @sheet: with its plan, and what its columns are
 * @error: return location for a #StreekRecordError, or %G_IO_ERROR_CANCELLED
 *
 * Rows become a tree: by columns that are levels (an empty cell goes on with the one above it), by
 * what they stand under, by codes such as 1.2.3, or by a column that names the level. A row is
 * about the item with its number in this file; else the one with its code; else the one with its
 * title under the same item; else it is a new one. New ones come after what stands before them in
 * the file; the order of what is there stays. Cells that say what an item says already change
 * nothing. A name of nothing that is there is a question. Every row that was read ends as taken,
 * ignored or rejected.
 *
 * The other sheets of a file that was written here come in too: what they refer to of the plan is
 * looked for in this plan only. A row is about the record with its number where that is one of this
 * plan, else about the one that says the same where it counts (a score of that item and criterion).
 *
 * Returns: (transfer full): the changes and what is to be told of them, or %NULL with @error set
 */
StreekPlanImport *
streek_plan_import_read (const StreekPlanSheet *sheet,
                         StreekRecordView *view,
                         GCancellable *cancellable,
                         GError **error)
{
  g_return_val_if_fail (sheet != NULL && view != NULL, NULL);

  StreekPlanSheet own = *sheet;
  g_auto (StreekPlanReading) reading = { 0 };
  g_auto (StreekPlanParts) parts = { 0 };

  if (!check_sheet (sheet, streek_record_view_get_records (view), error))
    return NULL;

  if (sheet->pact == 0)
    own.pact = streek_store_random_id ();
  streek_plan_parts_init (&parts, &own, view, sheet->pact == 0);
  if (sheet->pact == 0)
    add_pact (&parts);

  if (!streek_plan_parts_read (&parts, TRUE, cancellable, error))
    return NULL;

  g_autoptr (StreekPlanImport) import = read_items (&reading, &parts, cancellable, error);

  if (import == NULL || !streek_plan_parts_read (&parts, FALSE, cancellable, error))
    return NULL;

  import->paste->changes = streek_plan_parts_merge (&parts);
  if (!list_changes (import, &parts, sheet->permille, cancellable))
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }
  streek_plan_add_target_changes (import, view);
  streek_plan_tell_rows (&reading, import);
  streek_plan_tell_more (&reading, import);

  return g_steal_pointer (&import);
}

void
streek_plan_import_free (StreekPlanImport *import)
{
  if (import == NULL)
    return;

  streek_record_paste_free (import->paste);
  g_array_unref (import->rows);
  g_ptr_array_unref (import->parts);
  g_clear_pointer (&import->changes, g_ptr_array_unref);
  g_free (import);
}

guint
streek_plan_import_count_taken (const StreekPlanImport *import)
{
  g_return_val_if_fail (import != NULL, 0);

  guint n = import->n_taken;

  for (guint i = 0; i < import->parts->len; i++)
    n += ((const StreekPlanImportPart *) import->parts->pdata[i])->paste->n_taken;

  return n;
}

guint
streek_plan_import_count_rejected (const StreekPlanImport *import)
{
  g_return_val_if_fail (import != NULL, 0);

  guint n = import->n_rejected;

  for (guint i = 0; i < import->parts->len; i++)
    n += ((const StreekPlanImportPart *) import->parts->pdata[i])->paste->n_rejected;

  return n;
}

static void
add_questions (GPtrArray *all, GHashTable *keys, const StreekRecordPaste *paste)
{
  for (guint i = 0; i < paste->questions->len; i++)
    if (g_hash_table_add (keys, ((const StreekRecordQuestion *) paste->questions->pdata[i])->key))
      g_ptr_array_add (all, paste->questions->pdata[i]);
}

GPtrArray *
streek_plan_import_list_questions (const StreekPlanImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  GPtrArray *all = g_ptr_array_new ();
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  add_questions (all, keys, import->paste);
  for (guint i = 0; i < import->parts->len; i++)
    add_questions (all, keys, ((const StreekPlanImportPart *) import->parts->pdata[i])->paste);

  return all;
}

gboolean
streek_plan_import_can_write (const StreekPlanImport *import)
{
  g_return_val_if_fail (import != NULL, FALSE);

  g_autoptr (GPtrArray) questions = streek_plan_import_list_questions (import);

  return questions->len == 0 && streek_plan_import_count_taken (import) > 0;
}
