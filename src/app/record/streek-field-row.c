/* streek-field-row.c: a field of a record as a row of a form, with what is wrong right under it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-field-row-private.h"

#include "record/streek-field-text.h"
#include "record/streek-note-row.h"

#include <glib/gi18n.h>

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekFieldRow, streek_field_row, G_TYPE_OBJECT)

static const StreekFieldType *
get_type_of (StreekRecordType type)
{
  switch (type)
    {
    case STREEK_RECORD_PARAGRAPHS:
      return &streek_field_paragraphs_type;
    case STREEK_RECORD_CHOICE:
      return &streek_field_choice_type;
    case STREEK_RECORD_FLAG:
      return &streek_field_flag_type;
    case STREEK_RECORD_REFERENCE:
    case STREEK_RECORD_AREA:
    case STREEK_RECORD_INDICATOR:
      return &streek_field_chooser_type;
    case STREEK_RECORD_BYTES:
      return &streek_field_bytes_type;
    case STREEK_RECORD_TEXT:
    case STREEK_RECORD_NUMBER:
    case STREEK_RECORD_INTEGER:
    case STREEK_RECORD_DAY:
    case STREEK_RECORD_PERIOD:
    case STREEK_RECORD_LIST:
    default:
      return &streek_field_entry_type;
    }
}

const StreekRecordField *
streek_field_row_get_definition (StreekFieldRow *self)
{
  return &self->kind->fields[self->field];
}

char *
streek_field_row_dup_title (StreekFieldRow *self)
{
  const StreekRecordField *field = streek_field_row_get_definition (self);
  const char *label = streek_record_field_get_label (field);
  g_autofree char *title =
    field->unit != NULL ? g_strdup_printf ("%s (%s)", label, _ (field->unit)) : g_strdup (label);

  return (field->flags & STREEK_RECORD_REQUIRED) != 0
           /* Translators: %s is a field of a form. */
           ? g_strdup_printf (_ ("%s (required)"), title)
           : g_steal_pointer (&title);
}

void
streek_field_row_tell (StreekFieldRow *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* A line under the row, of the same piece as the row. */
static void
build_note (StreekFieldRow *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->note = GTK_LABEL (label);
  gtk_label_set_xalign (self->note, 0);
  gtk_label_set_wrap (self->note, TRUE);
  gtk_widget_add_css_class (label, "caption");
  self->note_row = streek_note_row_new (label);
  gtk_widget_add_css_class (self->note_row, "field-note");
}

static void
streek_field_row_dispose (GObject *object)
{
  StreekFieldRow *self = STREEK_FIELD_ROW (object);

  self->is_filling = TRUE; /* rows that go tell of changes */
  g_clear_object (&self->row);
  g_clear_object (&self->extra);
  g_clear_object (&self->note_row);
  g_clear_object (&self->book);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->news, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (streek_field_row_parent_class)->dispose (object);
}

static void
streek_field_row_class_init (StreekFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_field_row_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
streek_field_row_init (StreekFieldRow *self)
{
  self->first = g_strdup ("");
}

StreekFieldRow *
streek_field_row_new (StreekRecordBook *book, const StreekRecordKind *kind, guint field)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book) && field < kind->n_fields, NULL);

  StreekFieldRow *self = g_object_new (STREEK_TYPE_FIELD_ROW, NULL);

  self->book = g_object_ref (book);
  self->kind = kind;
  self->field = field;
  self->type = get_type_of (kind->fields[field].type);
  self->is_filling = TRUE;
  self->type->build (self);
  g_object_ref_sink (self->row);
  if (self->extra != NULL)
    g_object_ref_sink (self->extra);
  build_note (self);
  g_object_ref_sink (self->note_row);
  self->is_filling = FALSE;
  streek_field_row_set_error (self, NULL);

  return self;
}

void
streek_field_row_add_to (StreekFieldRow *self, AdwPreferencesGroup *group)
{
  g_return_if_fail (STREEK_IS_FIELD_ROW (self) && ADW_IS_PREFERENCES_GROUP (group));

  adw_preferences_group_add (group, self->row);
  if (self->extra != NULL)
    adw_preferences_group_add (group, self->extra);
  adw_preferences_group_add (group, self->note_row);
}

guint
streek_field_row_get_field (StreekFieldRow *self)
{
  return self->field;
}

void
streek_field_row_grab_focus (StreekFieldRow *self)
{
  g_return_if_fail (STREEK_IS_FIELD_ROW (self));

  gtk_widget_grab_focus (self->input != NULL ? self->input : self->row);
}

void
streek_field_row_start (StreekFieldRow *self, const StreekRecord *record)
{
  g_return_if_fail (STREEK_IS_FIELD_ROW (self));

  g_autofree char *text =
    record != NULL ? streek_field_dup_text (record, self->field) : g_strdup ("");

  self->id = record != NULL ? streek_record_get_id (record) : 0;
  self->n_kept =
    record != NULL && streek_field_row_get_definition (self)->type == STREEK_RECORD_BYTES
      ? streek_record_get_size (record, self->field)
      : 0;
  self->is_touched = self->is_emptied = FALSE;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  streek_field_row_set_text (self, text);
  g_free (self->first);
  self->first = streek_field_row_dup_text (self);
}

char *
streek_field_row_dup_text (StreekFieldRow *self)
{
  g_return_val_if_fail (STREEK_IS_FIELD_ROW (self), NULL);

  char *text = self->type->dup_text (self);

  return g_strstrip (text);
}

void
streek_field_row_set_text (StreekFieldRow *self, const char *text)
{
  g_return_if_fail (STREEK_IS_FIELD_ROW (self) && text != NULL);

  gboolean was_filling = self->is_filling;

  self->is_filling = TRUE;
  self->type->set_text (self, text);
  self->is_filling = was_filling;
  streek_field_row_set_error (self, NULL);
}

gboolean
streek_field_row_is_changed (StreekFieldRow *self)
{
  g_return_val_if_fail (STREEK_IS_FIELD_ROW (self), FALSE);

  g_autofree char *text = streek_field_row_dup_text (self);

  return self->is_touched || g_strcmp0 (text, self->first) != 0;
}

gboolean
streek_field_row_write (StreekFieldRow *self,
                        StreekRecordChanges *changes,
                        gint64 id,
                        GError **error)
{
  g_return_val_if_fail (STREEK_IS_FIELD_ROW (self), FALSE);

  g_autofree char *text = streek_field_row_dup_text (self);

  if (self->type->write == NULL)
    return streek_field_write_text (changes, self->kind, id, self->field, text, error);

  self->type->write (self, changes, id);

  return TRUE;
}

void
streek_field_row_set_editable (StreekFieldRow *self, gboolean is_editable)
{
  g_return_if_fail (STREEK_IS_FIELD_ROW (self));

  self->type->set_editable (self, is_editable);
}

/* What stands under a row that is right. */
static char *
dup_words (StreekFieldRow *self)
{
  const StreekRecordField *field = streek_field_row_get_definition (self);
  g_autofree char *text = streek_field_row_dup_text (self);
  g_autofree char *understood = streek_field_dup_understood (field, text);

  if (self->news != NULL)
    return g_strdup (self->news);
  if (understood != NULL)
    /* Translators: a number or a date, as the program understood what was typed. */
    return g_strdup_printf (_ ("Understood as %s."), understood);

  return field->hint != NULL ? g_strdup (_ (field->hint)) : NULL;
}

static char *
dup_sentence (const char *sentence)
{
  g_autofree char *first = g_utf8_substring (sentence, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (sentence), NULL);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has_it)
{
  if (has_it)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

void
streek_field_row_set_error (StreekFieldRow *self, const char *sentence)
{
  g_return_if_fail (STREEK_IS_FIELD_ROW (self));

  if (self->note == NULL)
    return;

  gboolean is_wrong = sentence != NULL && *sentence != '\0';
  g_autofree char *words = is_wrong ? dup_sentence (sentence) : dup_words (self);
  GtkWidget *above =
    self->extra != NULL && gtk_widget_get_visible (self->extra) ? self->extra : self->row;
  GtkWidget *named = self->input != NULL ? self->input : self->row;

  gtk_label_set_text (self->note, words != NULL ? words : "");
  gtk_widget_set_visible (self->note_row, words != NULL);
  set_class (self->row, "with-note", words != NULL && above == self->row);
  if (self->extra != NULL)
    set_class (self->extra, "with-note", words != NULL && above == self->extra);
  set_class (GTK_WIDGET (self->note), "error", is_wrong);
  set_class (GTK_WIDGET (self->note), "dim-label", !is_wrong);
  set_class (self->row, "error", is_wrong);
  gtk_accessible_update_property (GTK_ACCESSIBLE (named), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (named), GTK_ACCESSIBLE_STATE_INVALID,
    is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

void
streek_field_row_set_news (StreekFieldRow *self, char *sentence)
{
  g_return_if_fail (STREEK_IS_FIELD_ROW (self));

  g_free (self->news);
  self->news = sentence;
  streek_field_row_set_error (self, NULL);
}

void
streek_field_row_renew (StreekFieldRow *self)
{
  g_return_if_fail (STREEK_IS_FIELD_ROW (self));

  if (self->type->renew != NULL)
    self->type->renew (self);
}
