/* streek-own-count-window.c: an own count with its values, to be made or changed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicators/streek-own-count-window.h"

#include "streek-row-button.h"
#include "indicators/streek-typed-value.h"
#include "workspace/streek-definition-edits.h"
#include "workspace/streek-edits.h"

#include <glib/gi18n.h>
#include <math.h>

struct _StreekOwnCountWindow
{
  StreekEditWindow parent_instance;

  AdwEntryRow *name_row;
  AdwEntryRow *unit_row;
  AdwComboRow *kind_row;
  AdwEntryRow *subject_row;
  AdwEntryRow *note_row;
  AdwPreferencesGroup *values_group;
  GtkLabel *hint_label;

  StreekWorkspace *workspace;
  gint64 id;
  char *subject_key;  /* (nullable) */
  GPtrArray *editors; /* (element-type ValueEditor) in the order shown */
  gboolean filling;
};

/* The rows of one value, in an expander. */
typedef struct
{
  StreekOwnCountWindow *window;
  gint64 id;
  AdwExpanderRow *expander;
  AdwEntryRow *date_row;
  StreekTypedRows typed;
  AdwEntryRow *source_row;
  AdwEntryRow *note_row;
} ValueEditor;

G_DEFINE_FINAL_TYPE (StreekOwnCountWindow, streek_own_count_window, STREEK_TYPE_EDIT_WINDOW)

static char *
dup_unit (StreekOwnCountWindow *self)
{
  char *unit = streek_typed_dup_text (self->unit_row);

  return unit != NULL ? unit : g_strdup ("");
}

/* What stands in the head of a value: how it was understood, or what is wrong with it. */
static gboolean
update_editor (ValueEditor *editor, const char *unit)
{
  const StreekFormat *format = streek_format_get_default ();
  StreekPeriod date;
  StreekTyped typed;
  gboolean is_date = streek_typed_read_period (editor->date_row, &date);
  gboolean is_value = streek_typed_rows_read (&editor->typed, &typed);
  g_autofree char *title = is_date && date.kind != STREEK_PERIOD_NONE
                             ? streek_format_period (format, date)
                             : g_strdup (C_ ("of a count", "date unknown"));
  g_autofree char *words =
    is_value ? streek_typed_dup_words (&typed, unit, 0) : g_strdup (_ ("Give a number."));
  g_autofree char *subtitle =
    g_markup_escape_text (is_date ? words : _ ("Give a date as 2024, 2024-09 or 2024-09-01."), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (editor->expander), title);
  adw_expander_row_set_subtitle (editor->expander, subtitle);

  return is_date && is_value;
}

/* (transfer full): what the rows say, as far as it can be read */
static StreekOwnCount *
make_count (StreekOwnCountWindow *self)
{
  StreekOwnCount *count = streek_own_count_new ();
  char *name = streek_typed_dup_text (self->name_row);
  char *subject = streek_typed_dup_text (self->subject_row);

  g_free (count->name);
  g_free (count->unit);
  g_free (count->subject_name);
  count->id = self->id;
  count->name = name != NULL ? name : g_strdup ("");
  count->unit = dup_unit (self);
  count->subject_kind =
    (StreekSubjectKind) MIN (adw_combo_row_get_selected (self->kind_row), STREEK_SUBJECT_OTHER);
  count->subject_key = g_strdup (self->subject_key);
  count->subject_name = subject != NULL ? subject : g_strdup ("");
  count->note = streek_typed_dup_text (self->note_row);

  for (guint i = 0; i < self->editors->len; i++)
    {
      const ValueEditor *editor = self->editors->pdata[i];
      StreekOwnCountValue *value = streek_own_count_add_value (count);
      StreekTyped typed;

      streek_typed_rows_read (&editor->typed, &typed);
      streek_typed_read_period (editor->date_row, &value->date);
      value->id = editor->id;
      value->value = typed.value;
      value->missing = typed.missing;
      value->qualifier = typed.qualifier;
      value->source = streek_typed_dup_text (editor->source_row);
      value->note = streek_typed_dup_text (editor->note_row);
    }

  return count;
}

static void
update (StreekOwnCountWindow *self)
{
  if (self->filling)
    return;

  g_autofree char *unit = dup_unit (self);
  gboolean values_are_right = TRUE;

  for (guint i = 0; i < self->editors->len; i++)
    values_are_right &= update_editor (self->editors->pdata[i], unit);

  g_autoptr (StreekOwnCount) count = make_count (self);
  g_autoptr (GError) error = NULL;
  gboolean is_right = streek_own_count_check (count, &error) && values_are_right;

  gtk_label_set_text (self->hint_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), error != NULL);
  streek_edit_window_set_ready (STREEK_EDIT_WINDOW (self), is_right);
}

static void
on_remove_clicked_cb (GtkButton *button, gpointer user_data)
{
  ValueEditor *editor = user_data;
  StreekOwnCountWindow *self = editor->window;

  adw_preferences_group_remove (self->values_group, GTK_WIDGET (editor->expander));
  g_ptr_array_remove (self->editors, editor);
  update (self);
}

static AdwEntryRow *
add_entry (ValueEditor *editor, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_expander_row_add_row (editor->expander, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (update), editor->window, G_CONNECT_SWAPPED);

  return ADW_ENTRY_ROW (row);
}

static AdwComboRow *
add_combo (ValueEditor *editor, const char *title)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_add_row (editor->expander, row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (update), editor->window,
                           G_CONNECT_SWAPPED);

  return ADW_COMBO_ROW (row);
}

static void
add_remove_button (ValueEditor *editor)
{
  GtkWidget *button = streek_row_button_new ("user-trash-symbolic", _ ("Remove the Value"));

  g_signal_connect (button, "clicked", G_CALLBACK (on_remove_clicked_cb), editor);
  adw_expander_row_add_action (editor->expander, button);
}

static void
add_editor (StreekOwnCountWindow *self, const StreekOwnCountValue *value)
{
  ValueEditor *editor = g_new0 (ValueEditor, 1);
  StreekTyped typed = { .value = value->value,
                        .missing = value->missing,
                        .qualifier = value->qualifier };
  g_autofree char *date =
    value->date.kind != STREEK_PERIOD_NONE ? streek_period_to_string (value->date) : NULL;

  g_ptr_array_add (self->editors, editor);
  editor->window = self;
  editor->id = value->id;
  editor->expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
  add_remove_button (editor);
  editor->date_row = add_entry (editor, _ ("Date (2024, 2024-09 or 2024-09-01)"), date);
  editor->typed.kind_row = add_combo (editor, _ ("What Is Known"));
  editor->typed.value_row = add_entry (editor, _ ("Figure"), NULL);
  editor->typed.qualifier_row = add_combo (editor, _ ("Stated"));
  editor->source_row = add_entry (editor, _ ("Source"), value->source);
  editor->note_row = add_entry (editor, _ ("Note"), value->note);
  streek_typed_rows_start (&editor->typed);
  streek_typed_rows_set (&editor->typed, &typed, -1);
  adw_preferences_group_add (self->values_group, GTK_WIDGET (editor->expander));
}

static void
add_value (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekOwnCountWindow *self = STREEK_OWN_COUNT_WINDOW (widget);
  StreekOwnCountValue value = { .value = NAN };

  self->filling = TRUE;
  add_editor (self, &value);
  self->filling = FALSE;

  ValueEditor *editor = self->editors->pdata[self->editors->len - 1];

  adw_expander_row_set_expanded (editor->expander, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (editor->date_row));
  update (self);
}

static void
streek_own_count_window_update (StreekEditWindow *window)
{
  update (STREEK_OWN_COUNT_WINDOW (window));
}

static void
streek_own_count_window_save (StreekEditWindow *window)
{
  StreekOwnCountWindow *self = STREEK_OWN_COUNT_WINDOW (window);
  g_autoptr (StreekOwnCount) count = make_count (self);

  streek_edits_write_count_async (self->workspace, count, streek_edit_window_end_cb,
                                  streek_edit_window_hold (window));
}

static void
streek_own_count_window_dispose (GObject *object)
{
  StreekOwnCountWindow *self = STREEK_OWN_COUNT_WINDOW (object);

  self->filling = TRUE; /* rows that go tell of changes */
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->subject_key, g_free);

  G_OBJECT_CLASS (streek_own_count_window_parent_class)->dispose (object);
}

static void
streek_own_count_window_finalize (GObject *object)
{
  g_ptr_array_unref (STREEK_OWN_COUNT_WINDOW (object)->editors);

  G_OBJECT_CLASS (streek_own_count_window_parent_class)->finalize (object);
}

static void
streek_own_count_window_class_init (StreekOwnCountWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StreekEditWindowClass *edit_class = STREEK_EDIT_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_own_count_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = streek_own_count_window_finalize;
  edit_class->save = streek_own_count_window_save;
  edit_class->update = streek_own_count_window_update;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-own-count-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekOwnCountWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, StreekOwnCountWindow, unit_row);
  gtk_widget_class_bind_template_child (widget_class, StreekOwnCountWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, StreekOwnCountWindow, subject_row);
  gtk_widget_class_bind_template_child (widget_class, StreekOwnCountWindow, note_row);
  gtk_widget_class_bind_template_child (widget_class, StreekOwnCountWindow, values_group);
  gtk_widget_class_bind_template_child (widget_class, StreekOwnCountWindow, hint_label);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "count.add-value", NULL, add_value);
}

static void
streek_own_count_window_init (StreekOwnCountWindow *self)
{
  self->filling = TRUE;
  self->editors = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));

  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (guint i = 0; i < STREEK_N_SUBJECTS; i++)
    gtk_string_list_append (kinds, streek_subject_get_label (i));

  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
fill (StreekOwnCountWindow *self, const StreekOwnCount *count)
{
  self->id = count->id;
  self->subject_key = g_strdup (count->subject_key);
  set_text (self->name_row, count->name);
  set_text (self->unit_row, count->unit);
  set_text (self->subject_row, count->subject_name);
  set_text (self->note_row, count->note);
  adw_combo_row_set_selected (self->kind_row, count->subject_kind);

  for (guint i = count->values->len; i-- > 0;)
    add_editor (self, count->values->pdata[i]);
}

GtkWidget *
streek_own_count_window_new (GtkWindow *parent,
                             StreekWorkspace *workspace,
                             const StreekOwnCount *count)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent) && STREEK_IS_WORKSPACE (workspace), NULL);

  StreekOwnCountWindow *self =
    g_object_new (STREEK_TYPE_OWN_COUNT_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->workspace = g_object_ref (workspace);

  if (count != NULL)
    fill (self, count);

  self->filling = FALSE;
  update (self);

  return GTK_WIDGET (self);
}
