/* streek-plan-import-parts.c: the other sheets of a plan that was written here, on their way in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/streek-plan-import-private.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "plan/streek-plan-parts-private.h"
#include "plan/streek-plan-sheet-private.h"
#include "plan/streek-progress-report.h"
#include "search/streek-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many parts the plan itself and its levels are: what goals and actions stand on. */
#define N_BEFORE 2

/* One after another */

void
streek_plan_import_part_free (StreekPlanImportPart *part)
{
  g_free (part->sheet);
  g_clear_pointer (&part->paste, streek_record_paste_free);
  g_clear_pointer (&part->changes, g_ptr_array_unref);
  g_free (part);
}

void
streek_plan_parts_init (StreekPlanParts *self,
                        const StreekPlanSheet *sheet,
                        StreekRecordView *base,
                        gboolean is_new)
{
  *self = (StreekPlanParts){
    .sheet = sheet,
    .base = base,
    .view = streek_record_view_ref (base),
    .views = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_record_view_unref),
    .changes = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_record_changes_free),
    .numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .is_new = is_new,
    .parts = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_plan_import_part_free),
  };
}

void
streek_plan_parts_clear (StreekPlanParts *self)
{
  g_clear_pointer (&self->view, streek_record_view_unref);
  g_clear_pointer (&self->views, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
}

void
streek_plan_parts_add (StreekPlanParts *self, StreekRecordChanges *changes)
{
  StreekRecordView *view = streek_record_view_preview (self->view, changes);

  g_ptr_array_add (self->changes, changes);
  g_ptr_array_add (self->views, self->view);
  self->view = view;
}

StreekRecordChanges *
streek_plan_parts_merge (const StreekPlanParts *self)
{
  StreekRecordChanges *all = streek_record_changes_new ();

  for (guint i = 0; i < self->changes->len; i++)
    streek_record_changes_merge (all, self->changes->pdata[i]);

  return all;
}

static char *
make_number_key (const StreekRecordKind *kind, const char *number)
{
  return g_strconcat (kind->id, ":", number, NULL);
}

void
streek_plan_parts_know (StreekPlanParts *self,
                        const StreekRecordKind *kind,
                        const char *number,
                        gint64 id)
{
  if (*number != '\0' && id != 0)
    g_hash_table_insert (self->numbers, make_number_key (kind, number), g_memdup2 (&id, sizeof id));
}

/* One sheet */

typedef struct
{
  StreekPlanParts *parts;
  const StreekPlanPart *part;
  StreekRecordFinder *finder; /* of what belongs to the plan */
  GHashTable *known;          /* by what it is known → GPtrArray of StreekRecord */
} Part;

static gint64
get_pact (const Part *self)
{
  return self->parts->sheet->pact;
}

static gboolean
is_in_plan (const StreekRecord *record, const StreekRecords *records, gpointer data)
{
  return streek_plan_has_record (records, record, get_pact (data));
}

/* (nullable): of the plan, as it is now */
static const StreekRecord *
find_base (const Part *self, gint64 id)
{
  const StreekRecords *records = streek_record_view_get_records (self->parts->base);
  const StreekRecord *record = streek_records_find (records, self->part->kind, id);

  return record != NULL && streek_plan_has_record (records, record, get_pact (self)) ? record
                                                                                     : NULL;
}

/* What is found at once: texts and what is referred to; days and numbers are held against each
 * other after that. @text: (nullable) */
static void
append_key (GString *key, const StreekRecordField *field, const char *text, gint64 reference)
{
  if (field->type == STREEK_RECORD_REFERENCE)
    g_string_append_printf (key, "%" G_GINT64_FORMAT, reference);
  else if (field->type == STREEK_RECORD_TEXT || field->type == STREEK_RECORD_PARAGRAPHS)
    {
      g_autofree char *folded = text != NULL ? streek_fold (text, NULL) : g_strdup ("");
      g_auto (GStrv) words = g_strsplit_set (folded, " \t\r\n", -1);

      for (guint i = 0; words[i] != NULL; i++)
        g_string_append (key, words[i]);
    }
  g_string_append_c (key, '\x1f');
}

/* Of a kind whose number of fields is all that it is known by. */
static guint
list_known_by (const StreekPlanPart *part, guint *fields)
{
  guint n = 0;

  for (guint i = 0; i < part->n_known_by; i++)
    fields[n++] = part->known_by[i];
  for (guint i = 0; part->n_known_by == 0 && i < part->kind->n_fields; i++)
    if (!(part->kind->fields[i].flags & STREEK_RECORD_RANK))
      fields[n++] = i;

  return n;
}

static void
add_known (Part *self, const StreekRecord *record)
{
  guint fields[STREEK_PLAN_PART_MAX_FIELDS], n = list_known_by (self->part, fields);
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecordField *field = &self->part->kind->fields[fields[i]];

      append_key (key, field,
                  field->type == STREEK_RECORD_TEXT || field->type == STREEK_RECORD_PARAGRAPHS
                    ? streek_record_get_text (record, fields[i])
                    : NULL,
                  field->type == STREEK_RECORD_REFERENCE
                    ? streek_record_get_reference (record, fields[i])
                    : 0);
    }

  GPtrArray *list = g_hash_table_lookup (self->known, key->str);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->known, g_strdup (key->str), list);
    }
  g_ptr_array_add (list, (gpointer) record);
}

static void
clear_part (Part *self)
{
  g_clear_pointer (&self->finder, streek_record_finder_free);
  g_clear_pointer (&self->known, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, clear_part)

/* Hooks */

static void
begin (StreekPasting *pasting, gpointer data)
{
  Part *self = data;
  guint n;
  const StreekRecord *const *all = streek_records_list (pasting->records, self->part->kind, &n);

  clear_part (self);
  self->finder = streek_record_finder_new (pasting->view);
  streek_record_finder_limit (self->finder, is_in_plan, self);
  self->known =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < n; i++)
    if (streek_plan_has_record (pasting->records, all[i], get_pact (self)))
      add_known (self, all[i]);
}

/* "" where there is no such column */
static const char *
get_cell (const StreekPasting *pasting, guint row, int column)
{
  return column >= 0 ? streek_grid_get (pasting->sheet->grid, row, (guint) column) : "";
}

static const char *
get_number_cell (const StreekPasting *pasting, guint row, const StreekRecordField *field)
{
  g_autofree char *head = streek_plan_dup_number_head (field);

  for (guint i = 0; head != NULL && i < pasting->sheet->n_columns; i++)
    if (g_ascii_strcasecmp (pasting->sheet->headers[i], head) == 0)
      return get_cell (pasting, row, (int) i);

  return "";
}

/* As a cell names it: "1.1 Overleg" too. */
static gboolean
is_named (StreekRecordView *view, const StreekRecordKind *kind, gint64 id, const char *text)
{
  const StreekRecords *records = streek_record_view_get_records (view);
  const StreekRecord *record = streek_records_find (records, kind, id);
  int key = streek_record_kind_find_key (kind);

  if (record == NULL)
    return FALSE;

  g_autofree char *title = streek_record_dup_title (record, records);
  const char *code = key >= 0 ? streek_record_get_text (record, (guint) key) : NULL;
  g_autofree char *label = g_strdup_printf ("%s %s", code != NULL ? code : "", title);
  g_autofree char *said = streek_fold (text, NULL);
  g_autofree char *one = streek_fold (title, NULL);
  g_autofree char *other = streek_fold (label, NULL);

  return strcmp (said, one) == 0 || strcmp (said, other) == 0;
}

/* (transfer full): why a name means nothing of the plan */
static char *
dup_fault (const StreekRecordField *field, const char *text, guint n)
{
  const char *plural = streek_record_kind_get_plural (field->target);

  return n == 1
           /* Translators: %1$s is a kind in the plural, such as Targets, %2$s a name in a file. */
           ? g_strdup_printf (_ ("%1$s: “%2$s” is the name of one, and the number beside it that "
                                 "of another."),
                              plural, text)
           : g_strdup_printf (n == 0 ? _ ("%1$s: there is none called “%2$s”.")
                                     : _ ("%1$s: there are several called “%2$s”."),
                              plural, text);
}

/* What belongs to the plan is looked for in the plan, and by its number in the file. That counts
 * where it is, or was, called so: goals and actions may have another title since. Where it was
 * called otherwise, a person named another one; of a plan that was not here nobody knows. */
static gboolean
refer (StreekPasting *pasting,
       const StreekPastedRow *at,
       const StreekRecordField *field,
       const char *text,
       StreekRecordTyped *typed,
       char **fault,
       gpointer data)
{
  const Part *self = data;
  const StreekRecordKind *kind = field->target;

  if (!streek_plan_is_kind_of_part (kind))
    return FALSE;

  *typed = (StreekRecordTyped){ .integer = get_pact (self) };
  if (kind == &streek_pact_kind)
    return TRUE;

  g_autofree char *key = make_number_key (kind, get_number_cell (pasting, at->row, field));
  const gint64 *known = g_hash_table_lookup (self->parts->numbers, key);
  guint n = streek_record_finder_find (self->finder, kind, 0, text, &typed->integer);

  if (known != NULL && (n != 1 || is_named (pasting->view, kind, *known, text) ||
                        is_named (self->parts->base, kind, *known, text)))
    typed->integer = *known;
  else if (n != 1 || (known != NULL && self->parts->is_new && *known != typed->integer))
    *fault = dup_fault (field, text, n);

  return TRUE;
}

/* As pasting reads it, without a word of it: what cannot be read is told when it is filled in. */
static gboolean
read_quietly (StreekPasting *pasting,
              const StreekPastedRow *at,
              guint cell,
              Part *self,
              StreekRecordTyped *typed)
{
  const StreekRecordField *field = &self->part->kind->fields[pasting->sheet->fields[cell]->field];
  const char *text = get_cell (pasting, at->row, (int) cell);
  g_autofree char *fault = NULL, *note = NULL;

  if (field->target != NULL && refer (pasting, at, field, text, typed, &fault, self))
    return fault == NULL;

  if (streek_record_typed_read (
        typed, field, pasting->finder, streek_record_view_get_format (pasting->view), 0, text,
        streek_pasting_get_flags (pasting, at->row, cell), &fault, &note) == STREEK_RECORD_TYPED_OK)
    return TRUE;

  const char *answer = streek_pasting_get_answer (pasting, field, text);

  return answer != NULL && streek_pasting_take_answer (pasting, field, answer, typed);
}

static void
clear_typed (gpointer data)
{
  streek_record_typed_clear (data);
}

/* Whether a record says what the row says in all fields that it is known by. */
static gboolean
is_same (const StreekRecord *record, const guint *fields, const GArray *typed, const gboolean *said)
{
  for (guint i = 0; i < typed->len; i++)
    if (said[i] ? !streek_record_typed_is (&g_array_index (typed, StreekRecordTyped, i), record,
                                           fields[i])
                : streek_record_has (record, fields[i]))
      return FALSE;

  return TRUE;
}

/* The record that says the same, and that no row before was about. */
static gboolean
find_known (Part *self, StreekPasting *pasting, StreekPastedRow *at)
{
  guint fields[STREEK_PLAN_PART_MAX_FIELDS], n = list_known_by (self->part, fields);
  g_autoptr (GArray) typed = g_array_new (FALSE, TRUE, sizeof (StreekRecordTyped));
  gboolean said[STREEK_PLAN_PART_MAX_FIELDS] = { FALSE };
  g_autoptr (GString) key = g_string_new (NULL);

  g_array_set_clear_func (typed, clear_typed);
  g_array_set_size (typed, n);

  for (guint i = 0; i < n; i++)
    {
      const StreekRecordField *field = &self->part->kind->fields[fields[i]];
      int column = streek_record_sheet_find_field (pasting->sheet, field->id);
      StreekRecordTyped *value = &g_array_index (typed, StreekRecordTyped, i);

      said[i] = *get_cell (pasting, at->row, column) != '\0';
      if (said[i] && !read_quietly (pasting, at, (guint) column, self, value))
        return FALSE;
      append_key (key, field, value->text, said[i] ? value->integer : 0);
    }

  const GPtrArray *list = g_hash_table_lookup (self->known, key->str);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      gint64 id = streek_record_get_id (list->pdata[i]);

      if (g_hash_table_contains (pasting->claimed, &id) ||
          !is_same (list->pdata[i], fields, typed, said))
        continue;

      at->id = id;
      return TRUE;
    }

  return FALSE;
}

/* By its number, where that is one of this plan. */
static gboolean
find_numbered (Part *self, StreekPasting *pasting, StreekPastedRow *at)
{
  const char *text = get_cell (pasting, at->row, pasting->sheet->id_column);
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
    return FALSE;

  const StreekRecord *record =
    streek_records_find (pasting->records, self->part->kind, (gint64) number);

  at->id = (gint64) number;

  return find_base (self, at->id) != NULL ||
         (record != NULL && streek_plan_has_record (pasting->records, record, get_pact (self)));
}

/* What a record says now is what its row is held against: where goals and actions say otherwise
 * since, and the row says what was, they are right. */
static gboolean
find (StreekPasting *pasting, StreekPastedRow *at, gpointer data)
{
  Part *self = data;

  if (self->part->kind == &streek_pact_kind)
    at->id = get_pact (self);
  else if (!find_numbered (self, pasting, at) && !find_known (self, pasting, at))
    at->id = 0;

  int owner = streek_record_kind_find_owner (self->part->kind);

  at->owner =
    owner >= 0 && self->part->kind->fields[owner].target == &streek_pact_kind ? get_pact (self) : 0;
  if (at->id == 0)
    {
      streek_pasting_add_new (pasting, at, "", "");
      return TRUE;
    }

  at->record = find_base (self, at->id);
  if (at->record == NULL)
    at->record = streek_records_find (pasting->records, self->part->kind, at->id);

  return TRUE;
}

static gboolean
reject (StreekPasting *pasting, const StreekPastedRow *at, const StreekRecordField *field)
{
  streek_pasting_reject (
    pasting, at->row,
    field != NULL ? streek_record_columns_find (pasting->sheet->known, field->id) : NULL,
    "plan/other-sheet", g_strdup (_ ("The sheet of goals and actions says otherwise.")));

  return FALSE;
}

static gboolean
is_as_before (const StreekRecord *base, const StreekRecord *record, guint field)
{
  g_autofree char *was = base != NULL ? streek_record_dup_raw (base, field) : g_strdup ("");
  g_autofree char *is = streek_record_dup_raw (record, field);

  return strcmp (was, is) == 0;
}

/* Whether it becomes what the other sheet makes of it. */
static gboolean
becomes_the_same (StreekPasting *pasting, const StreekRecord *record, guint field)
{
  g_autoptr (StreekRecords) preview =
    streek_record_changes_preview (pasting->paste->changes, pasting->records);
  const StreekRecord *then =
    streek_records_find (preview, streek_record_get_kind (record), streek_record_get_id (record));

  return then != NULL && is_as_before (then, record, field);
}

/* Two sheets of a file that say different things of one target or partner: nobody can know which.
 */
static gboolean
fill (StreekPasting *pasting, StreekPastedRow *at, gpointer data)
{
  Part *self = data;
  const StreekRecordKind *kind = self->part->kind;
  const StreekRecord *base = find_base (self, at->id);
  const StreekRecord *record = streek_records_find (pasting->records, kind, at->id);

  if (base != NULL && record == NULL)
    return at->n_set == 0 || reject (pasting, at, NULL);

  for (guint i = 0; record != NULL && kind != &streek_pact_kind && i < kind->n_fields; i++)
    if (streek_record_changes_has (pasting->paste->changes, kind, at->id, i) &&
        streek_record_has (record, i) && !is_as_before (base, record, i) &&
        !becomes_the_same (pasting, record, i))
      return reject (pasting, at, &kind->fields[i]);

  return TRUE;
}

static gboolean
reads_column (StreekPasting *pasting, guint column, gpointer data)
{
  const Part *self = data;

  return streek_plan_find_numbered (self->part->kind, pasting->sheet->headers[column]) != NULL;
}

static const StreekRecordSheetHooks hooks = { begin, find, fill, refer, reads_column };

/* What came of it */

/* A record that the sheet of goals and actions makes is new here too. */
static void
tell_new_ones (const Part *self, StreekRecordPaste *paste)
{
  for (guint i = 0; i < paste->rows->len; i++)
    {
      StreekRecordPasteRow *row = &g_array_index (paste->rows, StreekRecordPasteRow, i);

      if (row->id == 0 || row->state == STREEK_RECORD_ROW_NEW || find_base (self, row->id) != NULL)
        continue;

      if (row->state == STREEK_RECORD_ROW_UNCHANGED)
        {
          paste->n_ignored--;
          paste->n_taken++;
        }
      paste->n[row->state]--;
      paste->n[STREEK_RECORD_ROW_NEW]++;
      row->state = STREEK_RECORD_ROW_NEW;
    }
}

static void
know_numbers (const Part *self, const StreekRecordSheet *rows, const StreekRecordPaste *paste)
{
  for (guint i = 0; i < paste->rows->len; i++)
    streek_plan_parts_know (self->parts, self->part->kind,
                            streek_grid_get (rows->grid, i, (guint) rows->id_column),
                            g_array_index (paste->rows, StreekRecordPasteRow, i).id);
}

/* The plan keeps the title that a person gave it, or that it has. */
static void
settle_title (const Part *self, StreekRecordSheet *rows)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, get_pact (self));
  int column = streek_record_sheet_find_field (rows, streek_pact_kind.fields[STREEK_PACT_TITLE].id);
  guint row = rows->head.first_row;

  if (self->part->kind == &streek_pact_kind && column >= 0 &&
      strcmp (streek_grid_get (rows->grid, row, (guint) rows->id_column), number) != 0 &&
      !is_named (self->parts->view, &streek_pact_kind, get_pact (self),
                 streek_grid_get (rows->grid, row, (guint) column)))
    rows->fields[column] = NULL;
}

/* A line of a frozen report says what it is about as "KIND:NUMBER", which is another number here.
 */
static void
settle_subjects (const Part *self, StreekRecordSheet *rows)
{
  const StreekRecordKind *kind = &streek_progress_report_row_kind;
  int column =
    streek_record_sheet_find_field (rows, kind->fields[STREEK_PROGRESS_REPORT_ROW_SUBJECT].id);

  if (self->part->kind != kind || column < 0)
    return;

  StreekGrid *grid = streek_grid_new ();

  for (guint i = 0; i < rows->grid->rows->len; i++)
    {
      const StreekGridRow *row = rows->grid->rows->pdata[i];
      char **texts = g_new0 (char *, row->n + 1);
      guint32 *flags = g_memdup2 (row->flags, sizeof (guint32) * MAX (row->n, 1));

      for (guint j = 0; j < row->n; j++)
        {
          const gint64 *id =
            (int) j == column ? g_hash_table_lookup (self->parts->numbers, row->texts[j]) : NULL;
          const char *colon = strchr (row->texts[j], ':');

          texts[j] = id != NULL
                       ? g_strdup_printf ("%.*s:%" G_GINT64_FORMAT, (int) (colon - row->texts[j]),
                                          row->texts[j], *id)
                       : g_strdup (row->texts[j]);
        }
      streek_grid_take_row (grid, row->line, texts, flags, row->n);
    }

  grid->n_columns = rows->grid->n_columns;
  streek_grid_unref (rows->grid);
  rows->grid = grid;
}

static gboolean
read_part (StreekPlanParts *parts,
           const StreekPlanPart *part,
           StreekRecordSheet *rows,
           const char *name,
           GCancellable *cancellable,
           GError **error)
{
  const StreekPlanSheet *sheet = parts->sheet;
  g_auto (Part) self = { .parts = parts, .part = part };

  rows->hooks = &hooks;
  rows->hooks_data = &self;
  rows->asks = rows->asks_cells = TRUE;
  rows->makes_new = sheet->makes_new;
  rows->empties_fields = sheet->empties_fields;
  g_hash_table_unref (rows->answers);
  rows->answers = g_hash_table_ref (sheet->answers);
  settle_title (&self, rows);
  settle_subjects (&self, rows);

  StreekRecordPaste *paste = streek_record_paste_read (rows, parts->view, cancellable, error);

  if (paste == NULL)
    {
      /* Translators: the name of a sheet of a file; what follows says what is wrong there. */
      g_prefix_error (error, _ ("Sheet “%s”: "), name);
      return FALSE;
    }

  StreekPlanImportPart *told = g_new0 (StreekPlanImportPart, 1);

  told->sheet = g_strdup (name);
  told->kind = part->kind;
  told->paste = paste;
  g_ptr_array_add (parts->parts, told);
  tell_new_ones (&self, paste);
  know_numbers (&self, rows, paste);
  streek_plan_parts_add (parts, g_steal_pointer (&paste->changes));

  return TRUE;
}

gboolean
streek_plan_parts_read (StreekPlanParts *self,
                        gboolean is_before,
                        GCancellable *cancellable,
                        GError **error)
{
  guint n, number;
  const StreekPlanPart *parts = streek_plan_list_parts (&n);

  for (guint i = is_before ? 0 : N_BEFORE; i < (is_before ? N_BEFORE : n); i++)
    {
      g_autoptr (StreekRecordSheet) rows =
        self->sheet->leaves_parts ? NULL
                                  : streek_plan_sheet_find_part (self->sheet, &parts[i], &number);

      if (rows != NULL &&
          !read_part (self, &parts[i], rows, self->sheet->names->pdata[number], cancellable, error))
        return FALSE;
    }

  return TRUE;
}
