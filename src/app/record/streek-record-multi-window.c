/* streek-record-multi-window.c: one field of several records, changed at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-multi-window.h"

#include "record/streek-field-row.h"

#include <glib/gi18n.h>

struct _StreekRecordMultiWindow
{
  StreekEditWindow parent_instance;

  AdwComboRow *field_row;
  GtkWidget *group; /* (nullable): of the row for the value */
  GtkBox *box;
  GtkLabel *hint_label;

  StreekRecordBook *book;
  const StreekRecordKind *kind;
  GArray *ids;         /* gint64 */
  GArray *fields;      /* guint: those that can be changed */
  StreekFieldRow *row; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (StreekRecordMultiWindow, streek_record_multi_window, STREEK_TYPE_EDIT_WINDOW)

static gboolean
can_change (const StreekRecordField *field)
{
  return (field->flags & (STREEK_RECORD_RANK | STREEK_RECORD_OWNER | STREEK_RECORD_ONCE)) == 0 &&
         field->type != STREEK_RECORD_LIST && field->type != STREEK_RECORD_BYTES;
}

/* (nullable): the changes, NULL with @error set where they cannot be written */
static StreekRecordChanges *
make_changes (StreekRecordMultiWindow *self, GError **error)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  g_autoptr (StreekRecordChanges) changes = streek_record_changes_new ();

  for (guint i = 0; i < self->ids->len; i++)
    if (!streek_field_row_write (self->row, changes, g_array_index (self->ids, gint64, i), error))
      return NULL;

  return view != NULL &&
             streek_record_changes_check (changes, streek_record_view_get_records (view), error)
           ? g_steal_pointer (&changes)
           : NULL;
}

static void
streek_record_multi_window_update (StreekEditWindow *window)
{
  StreekRecordMultiWindow *self = STREEK_RECORD_MULTI_WINDOW (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecordChanges) changes = self->row != NULL ? make_changes (self, &error) : NULL;

  gtk_label_set_text (self->hint_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), error != NULL);
  if (self->row != NULL)
    streek_field_row_set_error (self->row, NULL);
  streek_edit_window_set_ready (window, changes != NULL);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekEditWindow) self = user_data; /* from streek_edit_window_hold() */
  g_autoptr (GError) error = NULL;

  streek_edits_write_records_finish (STREEK_WORKSPACE (source), result, &error);
  streek_edit_window_end (self, error);
}

static void
streek_record_multi_window_save (StreekEditWindow *window)
{
  StreekRecordMultiWindow *self = STREEK_RECORD_MULTI_WINDOW (window);
  StreekRecordChanges *changes = make_changes (self, NULL);
  StreekContext *context = streek_record_book_get_context (self->book);
  guint field = streek_field_row_get_field (self->row);

  if (changes == NULL)
    return;

  streek_edits_write_records_async (
    streek_context_get_workspace (context), changes,
    /* Translators: a command as undo names it; %1$s is a field, %2$s what has it: "Projects". */
    N_ ("Change %1$s of several at once: %2$s"),
    g_variant_new ("(ss)", streek_record_field_get_label (&self->kind->fields[field]),
                   streek_record_kind_get_plural (self->kind)),
    NULL, on_written_cb, streek_edit_window_hold (window));
}

static void
drop_row (StreekRecordMultiWindow *self)
{
  if (self->row != NULL)
    g_object_run_dispose (G_OBJECT (self->row));
  g_clear_object (&self->row);
}

static void
on_field_changed_cb (StreekRecordMultiWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->field_row);

  drop_row (self);
  if (self->group != NULL)
    gtk_box_remove (self->box, self->group);
  self->group = NULL;

  if (selected < self->fields->len)
    {
      self->group = adw_preferences_group_new ();
      self->row = streek_field_row_new (self->book, self->kind,
                                        g_array_index (self->fields, guint, selected));
      streek_field_row_start (self->row, NULL);
      streek_field_row_add_to (self->row, ADW_PREFERENCES_GROUP (self->group));
      gtk_box_append (self->box, self->group);
      g_signal_connect_object (self->row, "changed", G_CALLBACK (streek_record_multi_window_update),
                               self, G_CONNECT_SWAPPED);
    }
  streek_record_multi_window_update (STREEK_EDIT_WINDOW (self));
}

static void
streek_record_multi_window_dispose (GObject *object)
{
  StreekRecordMultiWindow *self = STREEK_RECORD_MULTI_WINDOW (object);

  drop_row (self);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (streek_record_multi_window_parent_class)->dispose (object);
}

static void
streek_record_multi_window_finalize (GObject *object)
{
  StreekRecordMultiWindow *self = STREEK_RECORD_MULTI_WINDOW (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->fields, g_array_unref);

  G_OBJECT_CLASS (streek_record_multi_window_parent_class)->finalize (object);
}

static void
streek_record_multi_window_class_init (StreekRecordMultiWindowClass *klass)
{
  StreekEditWindowClass *edit_class = STREEK_EDIT_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_record_multi_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = streek_record_multi_window_finalize;
  edit_class->save = streek_record_multi_window_save;
  edit_class->update = streek_record_multi_window_update;
}

static void
streek_record_multi_window_init (StreekRecordMultiWindow *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *label = gtk_label_new (NULL);

  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  self->field_row = ADW_COMBO_ROW (adw_combo_row_new ());
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->hint_label = GTK_LABEL (label);
  gtk_label_set_xalign (self->hint_label, 0);
  gtk_label_set_wrap (self->hint_label, TRUE);
  gtk_widget_add_css_class (label, "form-foot");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->field_row), _ ("Field"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->field_row));
  gtk_box_append (self->box, group);
  streek_edit_window_add_form (STREEK_EDIT_WINDOW (self), GTK_WIDGET (self->box));
  streek_edit_window_add_foot (STREEK_EDIT_WINDOW (self), label);
}

GtkWidget *
streek_record_multi_window_new (GtkWindow *parent,
                                StreekRecordBook *book,
                                const StreekRecordKind *kind,
                                const GArray *ids)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book) && ids != NULL, NULL);

  StreekRecordMultiWindow *self = g_object_new (
    STREEK_TYPE_RECORD_MULTI_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent",
    TRUE, "title", _ ("Change a Field"), "default-width", 480, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  /* Translators: %1$s is a sort of things in the plural, %2$u how many of them. */
  g_autofree char *subtitle =
    g_strdup_printf (_ ("%1$s: %2$u"), streek_record_kind_get_plural (kind), ids->len);

  self->book = g_object_ref (book);
  self->kind = kind;
  self->ids = g_array_copy ((GArray *) ids);
  for (guint i = 0; i < kind->n_fields; i++)
    if (can_change (&kind->fields[i]))
      {
        g_array_append_val (self->fields, i);
        gtk_string_list_append (labels, streek_record_field_get_label (&kind->fields[i]));
      }
  streek_edit_window_set_subtitle (STREEK_EDIT_WINDOW (self), subtitle);
  adw_combo_row_set_model (self->field_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->field_row, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->field_row, "notify::selected", G_CALLBACK (on_field_changed_cb),
                           self, G_CONNECT_SWAPPED);
  streek_record_multi_window_update (STREEK_EDIT_WINDOW (self));

  return GTK_WIDGET (self);
}
