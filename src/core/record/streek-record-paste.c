/* streek-record-paste.c: rows of a spreadsheet on their way in as records: compared, checked, told
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-amount.h"
#include "record/streek-record-pasting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

guint64
streek_pasting_get_line (const StreekPasting *self, guint row)
{
  return ((const StreekGridRow *) self->sheet->grid->rows->pdata[row])->line;
}

/* @message: (transfer full) */
static StreekFinding *
new_finding (const StreekPasting *self,
             StreekSeverity severity,
             guint row,
             const StreekRecordListColumn *column,
             const char *id,
             char *message)
{
  g_autofree char *owned = message;
  g_autofree char *place =
    g_strdup_printf ("%" G_GUINT64_FORMAT, streek_pasting_get_line (self, row));
  g_autofree char *sentence =
    column != NULL ? g_strdup_printf (
                       /* Translators: the head of a column, and a sentence on a cell of it. */
                       C_ ("cell", "%1$s: %2$s"),
                       streek_record_list_column_get_label (self->sheet->kind, column), owned)
                   : g_steal_pointer (&owned);

  return streek_finding_new (severity, id, place, sentence);
}

void
streek_pasting_reject (StreekPasting *self,
                       guint row,
                       const StreekRecordListColumn *column,
                       const char *id,
                       char *message)
{
  if (self->faults->pdata[row] != NULL)
    {
      g_free (message);
      return;
    }

  self->faults->pdata[row] = new_finding (self, STREEK_SEVERITY_ERROR, row, column, id, message);
  self->n_faults++;
}

void
streek_pasting_note (StreekPasting *self,
                     guint row,
                     const StreekRecordListColumn *column,
                     const char *id,
                     char *message)
{
  g_ptr_array_add (self->paste->findings,
                   new_finding (self, STREEK_SEVERITY_NOTE, row, column, id, message));
}

guint32
streek_pasting_get_flags (const StreekPasting *self, guint row, guint column)
{
  const StreekGridRow *cells = self->sheet->grid->rows->pdata[row];

  return (column < cells->n ? cells->flags[column] : 0) | self->marks[column];
}

/* Which record a row is about */

static const char *
get_cell (const StreekPasting *self, guint row, int column)
{
  return column >= 0 ? streek_grid_get (self->sheet->grid, row, (guint) column) : "";
}

static const char *
get_field_cell (const StreekPasting *self, guint row, int field)
{
  return field >= 0 ? get_cell (self, row,
                                streek_record_sheet_find_field (
                                  self->sheet, self->sheet->kind->fields[field].id))
                    : "";
}

/* What it will be part of; FALSE where the row names something that is not there. */
static gboolean
find_owner (StreekPasting *self, StreekPastedRow *at)
{
  const StreekRecordKind *kind = self->sheet->kind;
  int field = streek_record_kind_find_owner (kind);
  const char *text = get_field_cell (self, at->row, field);

  at->owner = field >= 0 && field == self->sheet->owner_field ? self->sheet->owner : 0;

  if (at->record != NULL && field >= 0)
    at->owner = streek_record_get_reference (at->record, (guint) field);
  if (*text == '\0')
    return TRUE;

  g_auto (StreekRecordTyped) typed = { 0 };
  g_autofree char *fault = NULL;
  const StreekRecordListColumn *column =
    streek_record_columns_find (self->sheet->known, kind->fields[field].id);

  if (streek_pasting_says_already (self, at, column, text))
    return TRUE;

  if (!streek_pasting_read (self, at, column, &kind->fields[field], text, 0, &typed, &fault))
    {
      if (fault == NULL)
        return TRUE;
      streek_pasting_reject (self, at->row, column, "paste/cell", g_steal_pointer (&fault));
      return FALSE;
    }

  at->owner = typed.integer;

  return TRUE;
}

static gboolean
find_by_id (StreekPasting *self, StreekPastedRow *at, const char *text)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL) ||
      streek_records_find (self->records, self->sheet->kind, (gint64) number) == NULL)
    {
      streek_pasting_reject (self, at->row, NULL, "paste/no-such-id",
                             /* Translators: %s is a number. */
                             g_strdup_printf (_ ("There is no record with the id %s."), text));
      return FALSE;
    }

  at->id = (gint64) number;

  return TRUE;
}

/* By its key, else by its title; FALSE where several could be meant. */
static gboolean
find_by_name (StreekPasting *self, StreekPastedRow *at, const char *key, const char *title)
{
  const StreekRecordKind *kind = self->sheet->kind;
  guint n =
    *key != '\0' ? streek_record_finder_find_key (self->finder, kind, at->owner, key, &at->id) : 0;

  if (n == 0 && *title != '\0')
    n = streek_record_finder_find_title (self->finder, kind, at->owner, key, title, &at->id);

  if (n == 0)
    at->id = 0;
  if (n <= 1)
    return TRUE;

  streek_pasting_reject (
    self, at->row, NULL, "paste/ambiguous",
    /* Translators: %s is a title in a file. */
    g_strdup_printf (_ ("“%s” is the name of several: add their id or code."), title));

  return FALSE;
}

/* A tie by who it ties: the partner of a project with that organisation. */
static gboolean
find_by_tie (StreekPasting *self, StreekPastedRow *at, const char *text)
{
  const StreekRecordKind *kind = self->sheet->kind;
  const StreekRecordField *field = &kind->fields[kind->title];
  int owner = streek_record_kind_find_owner (kind);
  const StreekRecordListColumn *column = streek_record_columns_find (self->sheet->known, field->id);
  g_auto (StreekRecordTyped) typed = { 0 };
  g_autofree char *fault = NULL;
  guint n, n_found = 0;

  if (owner < 0 || at->owner == 0 || *text == '\0' || column == NULL)
    return TRUE;

  if (!streek_pasting_read (self, at, column, field, text, 0, &typed, &fault))
    {
      if (fault == NULL) /* without whom it ties, there is nothing to tie */
        fault = g_strdup_printf (_ ("“%s” is not there."), text);
      streek_pasting_reject (self, at->row, column, "paste/cell", g_steal_pointer (&fault));
      return FALSE;
    }

  const StreekRecord *const *ties =
    streek_records_list_by (self->records, kind, (guint) owner, at->owner, &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_typed_is (&typed, ties[i], kind->title))
      {
        at->id = streek_record_get_id (ties[i]);
        n_found++;
      }

  if (n_found <= 1)
    return TRUE;

  streek_pasting_reject (
    self, at->row, column, "paste/ambiguous",
    g_strdup_printf (_ ("“%s” is the name of several: add their id or code."), text));

  return FALSE;
}

static gboolean
claim (StreekPasting *self, StreekPastedRow *at)
{
  guint64 *line = g_hash_table_lookup (self->claimed, &at->id);

  if (line != NULL)
    {
      streek_pasting_reject (
        self, at->row, NULL, "paste/double",
        /* Translators: %lu is the number of a line in a file. */
        g_strdup_printf (_ ("This is about the same one as line %lu."), (gulong) *line));
      return FALSE;
    }

  line = g_new (guint64, 1);
  *line = streek_pasting_get_line (self, at->row);
  g_hash_table_insert (self->claimed, g_memdup2 (&at->id, sizeof at->id), line);

  return TRUE;
}

static void
set_rank (StreekPasting *self, const StreekPastedRow *at)
{
  const StreekRecordKind *kind = self->sheet->kind;
  int rank = streek_record_kind_find_rank (kind);
  guint n;
  const StreekRecord *const *list = streek_records_list (self->records, kind, &n);

  if (rank < 0)
    return;

  double last = n > 0 ? streek_record_get_number (list[n - 1], (guint) rank) : 0;

  streek_record_changes_set_number (self->paste->changes, kind, at->id, (guint) rank,
                                    (last > 0 ? last : 0) + 1 + at->row);
}

void
streek_pasting_add_new (StreekPasting *self,
                        StreekPastedRow *at,
                        const char *key,
                        const char *title)
{
  const StreekRecordKind *kind = self->sheet->kind;
  int owner = streek_record_kind_find_owner (kind);

  at->id = streek_record_changes_add (self->paste->changes, kind);
  at->n_set = 1;
  if (owner >= 0 && at->owner != 0)
    streek_record_changes_set_reference (self->paste->changes, kind, at->id, (guint) owner,
                                         at->owner);
  set_rank (self, at);
  if (*title != '\0')
    streek_record_finder_add (self->finder, kind, at->id, at->owner, key, title);
}

/* Whether a text of its own names it. */
static gboolean
has_title_in_text (const StreekRecordKind *kind)
{
  StreekRecordType type = kind->fields[kind->title].type;

  return kind->dup_title == NULL &&
         (type == STREEK_RECORD_TEXT || type == STREEK_RECORD_PARAGRAPHS);
}

/* FALSE where the row is rejected. */
static gboolean
find_record (StreekPasting *self, StreekPastedRow *at)
{
  const StreekRecordKind *kind = self->sheet->kind;
  const char *id = get_cell (self, at->row, self->sheet->id_column);
  const char *key = get_field_cell (self, at->row, streek_record_kind_find_key (kind));
  const char *title = get_field_cell (self, at->row, (int) kind->title);
  gboolean is_text = has_title_in_text (kind);

  if (*id != '\0' && !find_by_id (self, at, id))
    return FALSE;

  at->record = streek_records_find (self->records, kind, at->id);

  if (!find_owner (self, at))
    return FALSE;
  if (*id == '\0' &&
      !(is_text ? find_by_name (self, at, key, title) : find_by_tie (self, at, title)))
    return FALSE;

  at->record = streek_records_find (self->records, kind, at->id);

  if (at->id == 0)
    streek_pasting_add_new (self, at, key, is_text ? title : "");

  return claim (self, at);
}

/* Rounds */

static gboolean
is_row_of_records (const StreekPasting *self, guint row)
{
  StreekRecordRowState state;

  return self->faults->pdata[row] == NULL &&
         !streek_record_head_tells (&self->sheet->head, self->sheet->grid, row, &state);
}

static gboolean
find_row (StreekPasting *self, StreekPastedRow *at)
{
  const StreekRecordSheetHooks *hooks = self->sheet->hooks;

  return hooks == NULL ? find_record (self, at)
                       : hooks->find (self, at, self->sheet->hooks_data) && claim (self, at);
}

gboolean
streek_pasting_step (
  gint *permille, guint from, guint to, guint done, guint total, GCancellable *cancellable)
{
  if (permille != NULL)
    g_atomic_int_set (permille, (gint) (from + (guint64) (to - from) * done / MAX (total, 1)));

  return !g_cancellable_is_cancelled (cancellable);
}

static GArray *
find_records (StreekPasting *self, GCancellable *cancellable)
{
  GArray *pasted = g_array_new (FALSE, TRUE, sizeof (StreekPastedRow));

  for (guint row = 0; row < self->sheet->grid->rows->len; row++)
    {
      StreekPastedRow at = { .row = row };

      if (!streek_pasting_step (self->sheet->permille, 100, 300, row, self->sheet->grid->rows->len,
                                cancellable))
        break;
      if (is_row_of_records (self, row) && find_row (self, &at))
        g_array_append_val (pasted, at);
    }

  return pasted;
}

/* What fields alone cannot say, of the record as it will be. */
static void
check_rows (StreekPasting *self, const GArray *pasted, GCancellable *cancellable)
{
  const StreekRecordKind *kind = self->sheet->kind;
  g_autoptr (StreekRecords) preview =
    streek_record_changes_preview (self->paste->changes, self->records);

  for (guint i = 0; i < pasted->len; i++)
    {
      const StreekPastedRow *at = &g_array_index (pasted, StreekPastedRow, i);
      const StreekRecord *record = streek_records_find (preview, kind, at->id);
      g_autoptr (GError) error = NULL;

      if (!streek_pasting_step (self->sheet->permille, 600, 700, i, pasted->len, cancellable))
        return;

      if (self->are_open[at->row]) /* what is asked may fill in what is missing */
        continue;

      for (guint j = 0; record != NULL && at->n_set > 0 && error == NULL && j < kind->n_fields; j++)
        streek_record_check_field (record, j, preview, &error);

      if (error == NULL && record != NULL && at->n_set > 0 && kind->check != NULL)
        kind->check (record, preview, &error);
      if (error == NULL)
        continue;

      g_autofree char *title = streek_record_dup_title (record, preview);

      streek_pasting_reject (
        self, at->row, NULL, "paste/check",
        g_strdup_printf ("%s: %s", *title != '\0' ? title : streek_record_kind_get_name (kind),
                         error->message));
    }
}

static void
begin_round (StreekPasting *self)
{
  g_clear_pointer (&self->finder, streek_record_finder_free);
  g_clear_pointer (&self->paste->changes, streek_record_changes_free);
  self->finder = streek_record_finder_new (self->view);
  self->paste->changes = streek_record_changes_new ();
  self->paste->n_made = 0;
  g_ptr_array_set_size (self->paste->findings, 0);
  g_hash_table_remove_all (self->claimed);
  g_hash_table_remove_all (self->asked);
  g_ptr_array_set_size (self->paste->questions, 0);
  memset (self->are_open, 0, sizeof (gboolean) * self->sheet->grid->rows->len);
  self->n_faults = 0;
  if (self->sheet->hooks != NULL)
    self->sheet->hooks->begin (self, self->sheet->hooks_data);
}

/* (transfer full): what the rows are about; rows that are rejected take along those that lean on
 * them, so it goes on until nothing more falls. */
static GArray *
run_rounds (StreekPasting *self, GCancellable *cancellable, GError **error)
{
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      begin_round (self);

      g_autoptr (GArray) pasted = find_records (self, cancellable);

      for (guint i = 0; i < pasted->len && streek_pasting_step (self->sheet->permille, 300, 600, i,
                                                                pasted->len, cancellable);
           i++)
        streek_pasting_fill (self, &g_array_index (pasted, StreekPastedRow, i));

      if (self->n_faults == 0)
        check_rows (self, pasted, cancellable);
      if (self->n_faults == 0 && !g_cancellable_is_cancelled (cancellable))
        return g_steal_pointer (&pasted);
    }

  return NULL;
}

/* Telling */

/* Of a row that is about no record. */
static StreekRecordRowState
tell_other_row (StreekPasting *self, guint row)
{
  StreekRecordRowState state = STREEK_RECORD_ROW_REJECTED;
  const char *id;

  streek_record_head_tells (&self->sheet->head, self->sheet->grid, row, &state);

  char *note = streek_record_head_dup_note (self->sheet->grid, row, state, &id);

  if (note != NULL)
    streek_pasting_note (self, row, NULL, id, note);

  return state;
}

static void
tell_rows (StreekPasting *self, const GArray *pasted)
{
  StreekRecordPaste *paste = self->paste;
  guint next = 0;

  for (guint row = 0; row < self->sheet->grid->rows->len; row++)
    {
      StreekRecordPasteRow told = { .line = streek_pasting_get_line (self, row) };

      if (next < pasted->len && g_array_index (pasted, StreekPastedRow, next).row == row)
        {
          const StreekPastedRow *at = &g_array_index (pasted, StreekPastedRow, next++);

          told.id = at->id;
          told.state = at->record == NULL ? STREEK_RECORD_ROW_NEW
                       : at->n_set > 0    ? STREEK_RECORD_ROW_CHANGED
                                          : STREEK_RECORD_ROW_UNCHANGED;
        }
      else
        told.state = tell_other_row (self, row);

      paste->n[told.state]++;
      g_array_append_val (paste->rows, told);
    }

  paste->n_read = paste->rows->len;
  paste->n_taken = paste->n[STREEK_RECORD_ROW_NEW] + paste->n[STREEK_RECORD_ROW_CHANGED];
  paste->n_rejected = paste->n[STREEK_RECORD_ROW_REJECTED];
  paste->n_ignored = paste->n_read - paste->n_taken - paste->n_rejected;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const StreekFinding *first = *(const StreekFinding *const *) a;
  const StreekFinding *second = *(const StreekFinding *const *) b;
  guint64 one = g_ascii_strtoull (first->place, NULL, 10);
  guint64 other = g_ascii_strtoull (second->place, NULL, 10);

  return (one > other) - (one < other);
}

/* What was rejected first, then what is good to know; each by line. */
static void
gather_findings (StreekPasting *self)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_finding_free);

  for (guint row = 0; row < self->faults->len; row++)
    if (self->faults->pdata[row] != NULL)
      g_ptr_array_add (findings, g_steal_pointer (&self->faults->pdata[row]));

  g_ptr_array_sort (self->paste->findings, compare_lines);
  g_ptr_array_extend_and_steal (findings, self->paste->findings);
  self->paste->findings = findings;
}

static gboolean
has_texts (const StreekRecordSheet *sheet, guint column)
{
  for (guint row = sheet->head.first_row; row < sheet->grid->rows->len; row++)
    if (*streek_grid_get (sheet->grid, row, column) != '\0')
      return TRUE;

  return FALSE;
}

static void
tell_column (StreekPasting *self, guint column)
{
  const StreekRecordSheet *sheet = self->sheet;
  gboolean is_computed = streek_record_sheet_is_computed (sheet, column);

  streek_pasting_note (
    self, sheet->head.row, NULL, is_computed ? "paste/computed" : "paste/left-out",
    /* Translators: here and in the next one %s is the head of a column in a file. */
    g_strdup_printf (is_computed
                       ? _ ("The column “%s” is left out: Streekatlas computes it itself.")
                       : _ ("The column “%s” is left out."),
                     sheet->headers[column]));
}

/* Columns that mean nothing here are not left out in silence. */
static void
tell_columns (StreekPasting *self)
{
  const StreekRecordSheet *sheet = self->sheet;
  const StreekRecordSheetHooks *hooks = sheet->hooks;

  for (guint i = 0; i < sheet->n_columns; i++)
    if (sheet->fields[i] == NULL && (int) i != sheet->id_column && has_texts (sheet, i) &&
        (hooks == NULL || hooks->reads_column == NULL ||
         !hooks->reads_column (self, i, sheet->hooks_data)))
      tell_column (self, i);
}

static void
free_question (gpointer data)
{
  StreekRecordQuestion *question = data;

  g_free (question->key);
  g_free (question->name);
  g_free (question);
}

static StreekRecordPaste *
new_paste (void)
{
  StreekRecordPaste *paste = g_new0 (StreekRecordPaste, 1);

  paste->rows = g_array_new (FALSE, TRUE, sizeof (StreekRecordPasteRow));
  paste->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_finding_free);
  paste->questions = g_ptr_array_new_with_free_func (free_question);

  return paste;
}

/* Whether the columns say at all which record a row is about. */
static gboolean
check_columns (const StreekRecordSheet *sheet, GError **error)
{
  const StreekRecordKind *kind = sheet->kind;
  const char *title = kind->fields[kind->title].id;

  if (sheet->hooks != NULL || sheet->id_column >= 0 ||
      streek_record_sheet_find_field (sheet, title) >= 0)
    return TRUE;

  g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_FILE,
               /* Translators: %s is the name of a column, such as Name. */
               _ ("No column is the “%s”: say which one it is."),
               streek_record_field_get_label (&kind->fields[kind->title]));

  return FALSE;
}

/* (transfer full) (array length=n_columns): how the numbers of each column are written */
static guint32 *
find_marks (const StreekRecordSheet *sheet)
{
  guint32 *marks = g_new0 (guint32, MAX (sheet->n_columns, 1));

  for (guint i = 0; i < sheet->n_columns; i++)
    if (sheet->fields[i] != NULL && (sheet->fields[i]->type == STREEK_RECORD_NUMBER ||
                                     sheet->fields[i]->type == STREEK_RECORD_INTEGER))
      marks[i] = streek_record_amounts_find_marks (sheet->grid, sheet->head.first_row, i);

  return marks;
}

static void
free_fault (gpointer data)
{
  if (data != NULL)
    streek_finding_free (data);
}

/**
 * streek_record_paste_read:
 * @sheet: with what its columns are
 * @error: return location for a #StreekRecordError, or %G_IO_ERROR_CANCELLED
 *
 * A row is about the record with its id; else the one with its code or enterprise number; else the
 * one with its title, within the same plan or project; else it is a new one. Cells that say what a
 * record says already change nothing. A cell that cannot be read rejects its row, and with it rows
 * that lean on a new record of that row. Every row that was read ends as taken, ignored or
 * rejected.
 *
 * Returns: (transfer full): the changes and what is to be told of them, or %NULL with @error set
 */
StreekRecordPaste *
streek_record_paste_read (const StreekRecordSheet *sheet,
                          StreekRecordView *view,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (sheet != NULL && view != NULL, NULL);

  if (!check_columns (sheet, error))
    return NULL;

  g_autoptr (StreekRecordPaste) paste = new_paste ();
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (free_fault);
  g_autoptr (GHashTable) claimed =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint32 *marks = find_marks (sheet);
  g_autofree gboolean *are_open = g_new0 (gboolean, MAX (sheet->grid->rows->len, 1));
  StreekPasting pasting = { .sheet = sheet,
                            .view = view,
                            .records = streek_record_view_get_records (view),
                            .paste = paste,
                            .faults = faults,
                            .claimed = claimed,
                            .asked = asked,
                            .are_open = are_open,
                            .marks = marks };

  g_ptr_array_set_size (faults, (int) sheet->grid->rows->len);

  g_autoptr (GArray) pasted = run_rounds (&pasting, cancellable, error);

  g_clear_pointer (&pasting.finder, streek_record_finder_free);

  /* nothing is written while something is asked: it need not be whole yet */
  if (pasted == NULL || (paste->questions->len == 0 &&
                         !streek_record_changes_check (paste->changes, pasting.records, error)))
    return NULL;

  tell_rows (&pasting, pasted);
  tell_columns (&pasting);
  gather_findings (&pasting);

  return g_steal_pointer (&paste);
}

void
streek_record_paste_free (StreekRecordPaste *paste)
{
  if (paste == NULL)
    return;

  g_clear_pointer (&paste->changes, streek_record_changes_free);
  g_array_unref (paste->rows);
  g_ptr_array_unref (paste->findings);
  g_ptr_array_unref (paste->questions);
  g_free (paste);
}

char *
streek_record_paste_describe (const StreekRecordPaste *paste)
{
  g_return_val_if_fail (paste != NULL, NULL);

  g_autofree char *rows = streek_record_rows_describe (paste->n);
  g_autofree char *records =
    /* Translators: numbers of records that rows of a spreadsheet are about. */
    g_strdup_printf (_ ("%1$u new, %2$u changed."), paste->n[STREEK_RECORD_ROW_NEW],
                     paste->n[STREEK_RECORD_ROW_CHANGED]);

  return g_strconcat (rows, " ", records, NULL);
}
