/* streek-record-form.c: the fields of a record as a form */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-form.h"

#include "record/streek-field-row.h"
#include "record/streek-field-text.h"

#include <glib/gi18n.h>

typedef struct
{
  guint field;
  char *text;
} Preset;

struct _StreekRecordForm
{
  AdwBin parent_instance;

  GtkBox *box;
  StreekRecordBook *book;
  const StreekRecordKind *kind;
  gint64 id;
  GPtrArray *rows;      /* StreekFieldRow */
  GArray *presets;      /* Preset */
  StreekRecords *start; /* (nullable): the records that it was filled from */
  guint64 touched;      /* a bit a field */
  gboolean is_placed;   /* somebody said which fields go where */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_TYPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekRecordForm, streek_record_form, ADW_TYPE_BIN)

static guint64
get_bit (guint field)
{
  return G_GUINT64_CONSTANT (1) << field;
}

static void
on_row_changed_cb (StreekRecordForm *self, StreekFieldRow *row)
{
  self->touched |= get_bit (streek_field_row_get_field (row));
  g_signal_emit (self, signals[SIGNAL_TYPED], 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_book_changed_cb (StreekRecordForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    streek_field_row_renew (self->rows->pdata[i]);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static const Preset *
find_preset (StreekRecordForm *self, guint field)
{
  for (guint i = self->presets->len; i-- > 0;)
    if (g_array_index (self->presets, Preset, i).field == field)
      return &g_array_index (self->presets, Preset, i);

  return NULL;
}

static gboolean
is_owner (StreekRecordForm *self, guint field)
{
  return (self->kind->fields[field].flags & STREEK_RECORD_OWNER) != 0;
}

/* Whether it is said beforehand what a new record is part of. */
static gboolean
has_owner (StreekRecordForm *self)
{
  for (guint i = 0; i < self->presets->len; i++)
    if (is_owner (self, g_array_index (self->presets, Preset, i).field))
      return TRUE;

  return FALSE;
}

/* What a record is part of is asked of a new one where nothing says it, and wherever a list shows
 * it too: there it is a field like the others. */
static gboolean
is_shown_by_itself (StreekRecordForm *self, guint field)
{
  const StreekRecordField *definition = &self->kind->fields[field];
  gboolean is_given = is_owner (self, field) && (definition->flags & STREEK_RECORD_SHOWN) == 0 &&
                      (self->id != 0 || has_owner (self));

  return !is_given && (definition->flags & STREEK_RECORD_RANK) == 0 &&
         definition->type != STREEK_RECORD_LIST;
}

static void
add_row (StreekRecordForm *self, GtkWidget *group, guint field)
{
  StreekFieldRow *row = streek_field_row_new (self->book, self->kind, field);

  streek_field_row_add_to (row, ADW_PREFERENCES_GROUP (group));
  g_signal_connect_object (row, "changed", G_CALLBACK (on_row_changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
append_group (StreekRecordForm *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (title, -1);

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
    }
  gtk_box_append (self->box, group);

  return group;
}

static void
place_all (StreekRecordForm *self)
{
  GtkWidget *group = append_group (self, NULL);

  for (guint i = 0; i < self->kind->n_fields; i++)
    if (is_shown_by_itself (self, i))
      add_row (self, group, i);
}

static void
clear_preset (gpointer data)
{
  g_free (((Preset *) data)->text);
}

static void
streek_record_form_dispose (GObject *object)
{
  StreekRecordForm *self = STREEK_RECORD_FORM (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->presets, g_array_unref);
  g_clear_pointer (&self->start, streek_records_unref);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (streek_record_form_parent_class)->dispose (object);
}

static void
dispose_row (gpointer row)
{
  g_object_run_dispose (row);
  g_object_unref (row);
}

static void
streek_record_form_class_init (StreekRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_record_form_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
streek_record_form_init (StreekRecordForm *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  self->rows = g_ptr_array_new_with_free_func (dispose_row);
  self->presets = g_array_new (FALSE, TRUE, sizeof (Preset));
  g_array_set_clear_func (self->presets, clear_preset);
}

StreekRecordForm *
streek_record_form_new (StreekRecordBook *book, const StreekRecordKind *kind, gint64 id)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book) && kind != NULL, NULL);

  StreekRecordForm *self = g_object_new (STREEK_TYPE_RECORD_FORM, NULL);

  self->book = g_object_ref (book);
  self->kind = kind;
  self->id = id;

  return self;
}

void
streek_record_form_add_group (StreekRecordForm *self, const char *title, const int *fields)
{
  g_return_if_fail (STREEK_IS_RECORD_FORM (self) && fields != NULL);

  GtkWidget *group = append_group (self, title);

  self->is_placed = TRUE;
  for (; *fields >= 0; fields++)
    add_row (self, group, (guint) *fields);
}

void
streek_record_form_preset (StreekRecordForm *self, guint field, const char *text)
{
  g_return_if_fail (STREEK_IS_RECORD_FORM (self) && field < self->kind->n_fields);

  Preset preset = { field, g_strdup (text) };

  g_array_append_val (self->presets, preset);
}

void
streek_record_form_preset_reference (StreekRecordForm *self, guint field, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  streek_record_form_preset (self, field, text);
}

static void
start_row (StreekRecordForm *self, StreekFieldRow *row, const StreekRecord *record)
{
  guint field = streek_field_row_get_field (row);
  const Preset *preset = record == NULL ? find_preset (self, field) : NULL;
  gboolean is_kept = record != NULL && (self->kind->fields[field].flags & STREEK_RECORD_ONCE) != 0;

  streek_field_row_start (row, record);
  if (preset != NULL)
    streek_field_row_set_text (row, preset->text);
  if (is_kept || !streek_context_can_write (streek_record_book_get_context (self->book)))
    streek_field_row_set_editable (row, FALSE);
}

void
streek_record_form_start (StreekRecordForm *self)
{
  g_return_if_fail (STREEK_IS_RECORD_FORM (self));

  StreekRecordView *view = streek_record_book_get_view (self->book);
  const StreekRecord *record = streek_record_book_find (self->book, self->kind, self->id);

  g_clear_pointer (&self->start, streek_records_unref);
  if (view != NULL)
    self->start = streek_records_ref (streek_record_view_get_records (view));
  if (!self->is_placed)
    place_all (self);
  for (guint i = 0; i < self->rows->len; i++)
    start_row (self, self->rows->pdata[i], record);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (on_book_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

const StreekRecordKind *
streek_record_form_get_kind (StreekRecordForm *self)
{
  g_return_val_if_fail (STREEK_IS_RECORD_FORM (self), NULL);

  return self->kind;
}

gint64
streek_record_form_get_id (StreekRecordForm *self)
{
  g_return_val_if_fail (STREEK_IS_RECORD_FORM (self), 0);

  return self->id;
}

gboolean
streek_record_form_is_changed (StreekRecordForm *self)
{
  g_return_val_if_fail (STREEK_IS_RECORD_FORM (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    if (streek_field_row_is_changed (self->rows->pdata[i]))
      return TRUE;

  return FALSE;
}

/* What a new record has that no row shows. */
static void
write_presets (StreekRecordForm *self, StreekRecordChanges *changes, gint64 id)
{
  for (guint i = 0; self->id == 0 && i < self->presets->len; i++)
    {
      const Preset *preset = &g_array_index (self->presets, Preset, i);

      streek_field_write_text (changes, self->kind, id, preset->field, preset->text, NULL);
    }
}

/* @error: the first field that is none of its type; the others are written nevertheless. */
static gint64
write_rows (StreekRecordForm *self, StreekRecordChanges *changes, GError **error)
{
  gint64 id = self->id != 0 ? self->id : streek_record_changes_add (changes, self->kind);

  write_presets (self, changes, id);
  for (guint i = 0; i < self->rows->len; i++)
    {
      StreekFieldRow *row = self->rows->pdata[i];
      g_autoptr (GError) fault = NULL;

      if (self->id != 0 && !streek_field_row_is_changed (row))
        continue;

      if (!streek_field_row_write (row, changes, id, &fault))
        {
          streek_field_row_set_error (row, fault->message);
          if (error != NULL && *error == NULL)
            *error = g_steal_pointer (&fault);
        }
      else
        streek_field_row_set_error (row, NULL);
    }

  return id;
}

static void
check_rows (StreekRecordForm *self, const StreekRecord *record, const StreekRecords *preview)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint field = streek_field_row_get_field (self->rows->pdata[i]);
      g_autoptr (GError) fault = NULL;

      if ((self->touched & get_bit (field)) != 0 &&
          !streek_record_check_field (record, field, preview, &fault))
        streek_field_row_set_error (self->rows->pdata[i], fault->message);
    }
}

/* Whether the record would be right without what was typed in one field. */
static gboolean
is_right_without (StreekRecordForm *self, guint left_out, StreekRecords *records)
{
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  gint64 id = write_rows (self, changes, NULL);

  streek_record_changes_clear (changes, self->kind, id, left_out);

  return streek_record_changes_check (changes, records, NULL);
}

/* Nothing says what it is part of: the first field that could. */
static void
blame_owner (StreekRecordForm *self, const GError *fault)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (is_owner (self, streek_field_row_get_field (self->rows->pdata[i])))
      {
        streek_field_row_set_error (self->rows->pdata[i], fault->message);
        return;
      }
}

/* What a kind checks of the whole record stands beside the field that can mend it. */
static gboolean
blame_field (StreekRecordForm *self, StreekRecords *records, const GError *fault)
{
  for (guint i = self->rows->len; i-- > 0;)
    {
      guint field = streek_field_row_get_field (self->rows->pdata[i]);

      if ((self->touched & get_bit (field)) != 0 && is_right_without (self, field, records))
        {
          streek_field_row_set_error (self->rows->pdata[i], fault->message);
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
streek_record_form_check (StreekRecordForm *self, GError **error)
{
  g_return_val_if_fail (STREEK_IS_RECORD_FORM (self), FALSE);

  StreekRecordView *view = streek_record_book_get_view (self->book);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();
  g_autoptr (GError) fault = NULL;

  if (view == NULL)
    return FALSE;

  StreekRecords *records = streek_record_view_get_records (view);
  gint64 id = write_rows (self, changes, &fault);

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }

  g_autoptr (StreekRecords) preview = streek_record_changes_preview (changes, records);
  const StreekRecord *record = streek_records_find (preview, self->kind, id);

  if (record != NULL)
    check_rows (self, record, preview);

  if (streek_record_changes_check (changes, records, &fault))
    return TRUE;

  if (!blame_field (self, records, fault) && self->touched != 0 && record != NULL &&
      self->kind->check == streek_record_check_one_owner &&
      !streek_record_check_one_owner (record, preview, NULL))
    blame_owner (self, fault);
  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

gint64
streek_record_form_write (StreekRecordForm *self, StreekRecordChanges *changes)
{
  g_return_val_if_fail (STREEK_IS_RECORD_FORM (self) && changes != NULL, 0);

  return write_rows (self, changes, NULL);
}

void
streek_record_form_grab_focus (StreekRecordForm *self)
{
  g_return_if_fail (STREEK_IS_RECORD_FORM (self));

  if (self->rows->len > 0)
    streek_field_row_grab_focus (self->rows->pdata[0]);
}

/* Drafts */

/* What the record is called; of a new one the name that was typed. */
static char *
dup_title (StreekRecordForm *self)
{
  if (self->id != 0 && self->start != NULL)
    return streek_records_dup_title (self->start, self->kind, self->id);

  for (guint i = 0; self->kind->dup_title == NULL && i < self->rows->len; i++)
    if (streek_field_row_get_field (self->rows->pdata[i]) == self->kind->title &&
        self->kind->fields[self->kind->title].type == STREEK_RECORD_TEXT)
      return streek_field_row_dup_text (self->rows->pdata[i]);

  return g_strdup ("");
}

/* What the record said when the form was filled. */
static char *
dup_before (StreekRecordForm *self, guint field)
{
  const StreekRecord *record =
    self->start != NULL ? streek_records_find (self->start, self->kind, self->id) : NULL;

  return record != NULL ? streek_record_dup_raw (record, field) : g_strdup ("");
}

static gboolean
is_typed (StreekRecordForm *self, StreekFieldRow *row)
{
  guint field = streek_field_row_get_field (row);

  return (self->touched & get_bit (field)) != 0 &&
         self->kind->fields[field].type != STREEK_RECORD_BYTES && streek_field_row_is_changed (row);
}

static void
add_typed (StreekRecordForm *self, StreekRecordDraft *draft)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (is_typed (self, self->rows->pdata[i]))
      {
        guint field = streek_field_row_get_field (self->rows->pdata[i]);
        g_autofree char *text = streek_field_row_dup_text (self->rows->pdata[i]);
        g_autofree char *before = dup_before (self, field);

        streek_record_draft_add (draft, field, text, before);
      }
}

StreekRecordDraft *
streek_record_form_dup_draft (StreekRecordForm *self)
{
  g_return_val_if_fail (STREEK_IS_RECORD_FORM (self), NULL);

  g_autofree char *title = dup_title (self);
  g_autoptr (StreekRecordDraft) draft = streek_record_draft_new (self->kind, self->id, title);

  add_typed (self, draft);
  if (draft->fields->len == 0)
    return NULL;

  for (guint i = 0; self->id == 0 && i < self->presets->len; i++)
    {
      const Preset *preset = &g_array_index (self->presets, Preset, i);

      streek_record_draft_add (draft, preset->field, preset->text, NULL);
    }

  return g_steal_pointer (&draft);
}

static StreekFieldRow *
find_row (StreekRecordForm *self, guint field)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (streek_field_row_get_field (self->rows->pdata[i]) == field)
      return self->rows->pdata[i];

  return NULL;
}

/* What a field says by now, under what was typed there. */
static void
mark_changed (StreekRecordForm *self, StreekFieldRow *row, const StreekRecord *record)
{
  g_autofree char *words = streek_record_view_dup_text (streek_record_book_get_view (self->book),
                                                        record, streek_field_row_get_field (row));

  streek_field_row_set_news (
    row, *words != '\0'
           /* Translators: %s is what a field of a form says in the file. */
           ? g_strdup_printf (_ ("Changed since you typed this. It says now: %s"), words)
           : g_strdup (_ ("Changed since you typed this. It is empty now.")));
}

gboolean
streek_record_form_take_draft (StreekRecordForm *self, const StreekRecordDraft *draft)
{
  g_return_val_if_fail (STREEK_IS_RECORD_FORM (self) && draft != NULL, FALSE);

  const StreekRecord *record = streek_record_book_find (self->book, self->kind, self->id);
  gboolean has_changed = FALSE;

  for (guint i = 0; i < draft->fields->len; i++)
    {
      const StreekRecordDraftField *field =
        &g_array_index (draft->fields, StreekRecordDraftField, i);
      StreekFieldRow *row = find_row (self, field->field);

      if (field->before == NULL)
        streek_record_form_preset (self, field->field, field->text);
      if (row == NULL || (self->touched & get_bit (field->field)) != 0 ||
          self->kind->fields[field->field].type == STREEK_RECORD_BYTES)
        continue;

      streek_field_row_set_text (row, field->text);
      if (field->before == NULL)
        continue;

      self->touched |= get_bit (field->field);
      if (record != NULL && streek_record_draft_field_has_changed (field, record))
        {
          mark_changed (self, row, record);
          has_changed = TRUE;
        }
    }

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return has_changed;
}

char *
streek_record_form_dup_text (StreekRecordForm *self, guint field)
{
  g_return_val_if_fail (STREEK_IS_RECORD_FORM (self), NULL);

  StreekFieldRow *row = find_row (self, field);

  return row != NULL ? streek_field_row_dup_text (row) : NULL;
}
