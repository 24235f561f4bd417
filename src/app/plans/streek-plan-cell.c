/* streek-plan-cell.c: one thing about a goal or action, read in the tree of its plan and changed
 * there */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-plan-cell.h"

#include "plan/streek-pact.h"
#include "plan/streek-plan-item.h"
#include "record/streek-field-text.h"
#include "record/streek-record-command.h"
#include "streek-window.h"

#include <glib/gi18n.h>

struct _StreekPlanCell
{
  AdwBin parent_instance;

  GtkWidget *label;
  GtkWidget *editor; /* (nullable): an entry or a drop-down, while it is edited */
  GtkWidget *fault;  /* (nullable): what is wrong with what is typed */

  StreekRecordBook *book;
  const StreekPlanColumn *column; /* lent */
  StreekPlanRow *row;             /* (nullable) */
  gint64 item;                    /* that is edited: the row may tell of another one since */
  char *former;                   /* (nullable): as it was when editing began */
  GPtrArray *choices;             /* (nullable) (element-type utf8): ids of a drop-down */
  gboolean is_ending;
};

G_DEFINE_FINAL_TYPE (StreekPlanCell, streek_plan_cell, ADW_TYPE_BIN)

enum
{
  SIGNAL_PRESSED,
  SIGNAL_EDIT,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Reading */

static void
show_class (GtkWidget *widget, const char *name, gboolean is_shown)
{
  if (is_shown)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static gboolean
is_title (StreekPlanCell *self)
{
  return self->column->list == NULL && self->column->dup_text == NULL;
}

/* A row has room for a part of most titles, and says nowhere else on which level it stands. */
static char *
dup_tooltip (StreekPlanCell *self, const char *text)
{
  if (*text == '\0' || !is_title (self))
    return *text != '\0' ? g_strdup (text) : NULL;

  g_autofree char *level = streek_record_view_dup_text (streek_plan_row_get_shown (self->row)->view,
                                                        streek_plan_row_get_node (self->row)->item,
                                                        STREEK_PLAN_ITEM_LEVEL);

  return *level != '\0' ? g_strdup_printf ("%s: %s", level, text) : g_strdup (text);
}

static void
show_text (StreekPlanCell *self)
{
  if (self->row == NULL)
    return;

  g_autofree char *text = streek_plan_column_dup_text (self->column, self->row);
  g_autofree char *tooltip = dup_tooltip (self, text);

  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->label, tooltip);
  show_class (self->label, "heading",
              is_title (self) && !streek_plan_row_get_node (self->row)->is_action);
  show_class (self->label, "warning",
              self->column->dup_text == streek_plan_row_dup_state &&
                streek_plan_row_is_late (self->row));
}

/* Writing */

static void
clear_fault (StreekPlanCell *self)
{
  if (self->fault != NULL)
    gtk_widget_unparent (g_steal_pointer (&self->fault));
  if (self->editor != NULL)
    gtk_widget_remove_css_class (self->editor, "error");
}

static void
show_fault (StreekPlanCell *self, const char *sentence)
{
  GtkWidget *label = gtk_label_new (sentence);

  clear_fault (self);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  self->fault = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->fault), FALSE);
  gtk_widget_set_can_focus (self->fault, FALSE);
  gtk_popover_set_child (GTK_POPOVER (self->fault), label);
  gtk_widget_set_parent (self->fault, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->editor, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  gtk_popover_popup (GTK_POPOVER (self->fault));
}

static void
drop_editor (StreekPlanCell *self)
{
  if (self->editor == NULL || self->is_ending)
    return;

  self->is_ending = TRUE;
  clear_fault (self);
  adw_bin_set_child (ADW_BIN (self), self->label);
  self->editor = NULL;
  g_clear_pointer (&self->former, g_free);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->is_ending = FALSE;
  show_text (self);
}

static void
end (StreekPlanCell *self, int step)
{
  g_autoptr (StreekPlanCell) kept = g_object_ref (self);

  drop_editor (self);
  g_signal_emit (self, signals[SIGNAL_DONE], 0, step);
}

static char *
dup_typed (StreekPlanCell *self)
{
  if (!GTK_IS_DROP_DOWN (self->editor))
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor))));

  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor));

  return g_strdup (chosen < self->choices->len ? self->choices->pdata[chosen] : "");
}

/* FALSE where it cannot be written. Nothing new is no command. */
static gboolean
commit (StreekPlanCell *self, GError **error)
{
  StreekRecordView *view = streek_record_book_get_view (self->book);
  g_autofree char *text = dup_typed (self);
  g_autoptr (StreekRecordChanges) changes = NULL;

  if (g_strcmp0 (text, self->former) == 0 || view == NULL)
    return TRUE;

  changes = streek_record_changes_new ();

  if (!streek_field_write_text (changes, &streek_plan_item_kind, self->item,
                                (guint) self->column->field, text, error) ||
      !streek_record_changes_check (changes, streek_record_view_get_records (view), error))
    return FALSE;

  /* the cell may be gone when it is written, or be another one */
  streek_record_command_run_for (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_COLUMN_VIEW),
                                 self->book, g_steal_pointer (&changes), &streek_plan_item_kind,
                                 self->item, STREEK_RECORD_CHANGED);

  return TRUE;
}

static void
finish (StreekPlanCell *self, int step)
{
  g_autoptr (GError) error = NULL;

  if (self->editor == NULL || self->is_ending)
    return;

  if (commit (self, &error))
    end (self, step);
  else
    show_fault (self, error->message);
}

/* Editors */

static gboolean
on_key_cb (GtkEventControllerKey *controller,
           guint key,
           guint code,
           GdkModifierType modifiers,
           StreekPlanCell *self)
{
  gboolean is_typed = !GTK_IS_DROP_DOWN (self->editor);

  if (key == GDK_KEY_Escape)
    end (self, 0);
  else if (key == GDK_KEY_ISO_Left_Tab || (key == GDK_KEY_Tab && modifiers & GDK_SHIFT_MASK))
    finish (self, -1);
  else if (key == GDK_KEY_Tab)
    finish (self, 1);
  else if (is_typed && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    finish (self, 0);
  else if (is_typed && modifiers == 0 && key == GDK_KEY_Down)
    finish (self, 2);
  else if (is_typed && modifiers == 0 && key == GDK_KEY_Up)
    finish (self, -2);
  else
    return FALSE;

  return TRUE;
}

/* Whoever goes on elsewhere means what was typed; what cannot be written stays as it was, and that
 * is said. */
static void
leave (StreekPlanCell *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (self->editor == NULL || self->is_ending)
    return;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !commit (self, &error) &&
      STREEK_IS_WINDOW (root))
    streek_window_toast (STREEK_WINDOW (root), error->message, NULL);

  drop_editor (self);
}

static gboolean
on_left_cb (gpointer user_data)
{
  StreekPlanCell *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->editor == NULL || self->is_ending || root == NULL)
    return G_SOURCE_REMOVE;

  GtkWidget *focus = gtk_root_get_focus (root);

  if (focus != NULL && (focus == self->editor || gtk_widget_is_ancestor (focus, self->editor)))
    return G_SOURCE_REMOVE;

  leave (self);

  return G_SOURCE_REMOVE;
}

/* While the keyboard is on its way GTK walks up from where it was: an editor that goes away then
 * leaves it walking without end. */
static void
on_leave_cb (StreekPlanCell *self)
{
  if (self->editor != NULL && !self->is_ending)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_left_cb, g_object_ref (self), g_object_unref);
}

static void
on_picked_cb (StreekPlanCell *self)
{
  finish (self, 0);
}

static void
add_choice (StreekPlanCell *self, GtkStringList *titles, char *id, const char *title)
{
  g_ptr_array_add (self->choices, id);
  gtk_string_list_append (titles, title);
}

static int
compare_titles (gconstpointer a, gconstpointer b, gpointer records)
{
  g_autofree char *first = streek_record_dup_title (*(const StreekRecord *const *) a, records);
  g_autofree char *second = streek_record_dup_title (*(const StreekRecord *const *) b, records);

  return g_utf8_collate (first, second);
}

/* Levels are those of the plan, in their order; others are found by name. */
static void
add_records (StreekPlanCell *self, GtkStringList *titles, const StreekRecordField *field)
{
  StreekRecords *records =
    streek_record_view_get_records (streek_plan_row_get_shown (self->row)->view);
  gboolean is_level = self->column->field == STREEK_PLAN_ITEM_LEVEL;
  const StreekRecord *item = streek_plan_row_get_node (self->row)->item;
  guint n;
  const StreekRecord *const *all =
    is_level
      ? streek_records_list_by (records, field->target, STREEK_PACT_LEVEL_PACT,
                                streek_record_get_reference (item, STREEK_PLAN_ITEM_PACT), &n)
      : streek_records_list (records, field->target, &n);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sorted, (gpointer) all[i]);

  if (!is_level)
    g_ptr_array_sort_with_data (sorted, compare_titles, records);

  for (guint i = 0; i < sorted->len; i++)
    {
      g_autofree char *title = streek_record_dup_title (sorted->pdata[i], records);

      add_choice (self, titles,
                  g_strdup_printf ("%" G_GINT64_FORMAT, streek_record_get_id (sorted->pdata[i])),
                  title);
    }
}

static GtkWidget *
new_drop_down (StreekPlanCell *self, const StreekRecordField *field)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *drop;
  guint chosen = 0;

  self->choices = g_ptr_array_new_with_free_func (g_free);
  add_choice (self, titles, g_strdup (""), C_ ("reference", "None"));

  if (field->type == STREEK_RECORD_REFERENCE)
    add_records (self, titles, field);
  else
    for (const StreekRecordWord *word = field->words; word->id != NULL; word++)
      add_choice (self, titles, g_strdup (word->id),
                  streek_record_field_get_word (field, word->id));

  for (guint i = 0; i < self->choices->len; i++)
    if (g_str_equal (self->choices->pdata[i], self->former))
      chosen = i;

  drop = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)),
                            gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop), self->choices->len > 10);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), chosen);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (on_picked_cb), self,
                           G_CONNECT_SWAPPED);

  return drop;
}

static GtkWidget *
new_entry (StreekPlanCell *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_has_frame (GTK_ENTRY (entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (entry), self->former);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (clear_fault), self, G_CONNECT_SWAPPED);

  return entry;
}

static void
add_controllers (StreekPlanCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->editor, keys);
  gtk_widget_add_controller (self->editor, focus);
}

/* Once it has its place: its list opens below that. */
static gboolean
on_drop_placed_cb (gpointer user_data)
{
  StreekPlanCell *self = user_data;

  if (GTK_IS_DROP_DOWN (self->editor))
    g_signal_emit_by_name (self->editor, "activate");

  return G_SOURCE_REMOVE;
}

gboolean
streek_plan_cell_edit (StreekPlanCell *self)
{
  g_return_val_if_fail (STREEK_IS_PLAN_CELL (self), FALSE);

  if (self->row == NULL || self->column->field < 0 || self->editor != NULL ||
      !streek_context_can_write (streek_record_book_get_context (self->book)))
    return FALSE;

  const StreekRecordField *field = &streek_plan_item_kind.fields[self->column->field];
  const StreekRecord *item = streek_plan_row_get_node (self->row)->item;
  /* Translators: %1$s is a field such as Status, %2$s a goal or an action. */
  g_autofree char *title = streek_plan_item_dup_label (item);
  g_autofree char *name =
    g_strdup_printf (_ ("%1$s of “%2$s”"), streek_record_field_get_label (field), title);

  self->item = streek_record_get_id (item);
  self->former = streek_field_dup_text (item, (guint) self->column->field);
  self->editor = field->type == STREEK_RECORD_CHOICE || field->type == STREEK_RECORD_REFERENCE
                   ? new_drop_down (self, field)
                   : new_entry (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_widget_add_css_class (self->editor, "cell-editor");
  add_controllers (self);
  adw_bin_set_child (ADW_BIN (self), self->editor);
  gtk_widget_grab_focus (self->editor);

  if (GTK_IS_DROP_DOWN (self->editor))
    g_idle_add_full (G_PRIORITY_LOW, on_drop_placed_cb, g_object_ref (self), g_object_unref);
  else
    gtk_editable_select_region (GTK_EDITABLE (self->editor), 0, -1);

  return TRUE;
}

/* A row, and what becomes of it */

void
streek_plan_cell_set_row (StreekPlanCell *self, StreekPlanRow *row)
{
  g_return_if_fail (STREEK_IS_PLAN_CELL (self));

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, show_text, self);

  /* a click on another row takes this one away before the keyboard is there */
  if (row == NULL)
    leave (self);

  g_set_object (&self->row, row);

  if (row != NULL)
    g_signal_connect_object (row, "changed", G_CALLBACK (show_text), self, G_CONNECT_SWAPPED);

  show_text (self);
}

StreekPlanRow *
streek_plan_cell_get_row (StreekPlanCell *self)
{
  g_return_val_if_fail (STREEK_IS_PLAN_CELL (self), NULL);

  return self->row;
}

const StreekPlanColumn *
streek_plan_cell_get_column (StreekPlanCell *self)
{
  g_return_val_if_fail (STREEK_IS_PLAN_CELL (self), NULL);

  return self->column;
}

/* The second click edits; on a title, and on what cannot be changed here, it opens the form. */
static void
on_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, StreekPlanCell *self)
{
  if (self->editor != NULL)
    return;

  g_signal_emit (self, signals[SIGNAL_PRESSED], 0);

  if (n_press != 2 || is_title (self) || self->column->field < 0)
    return;

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[SIGNAL_EDIT], 0);
}

static void
streek_plan_cell_dispose (GObject *object)
{
  StreekPlanCell *self = STREEK_PLAN_CELL (object);

  self->is_ending = TRUE;
  if (self->fault != NULL)
    gtk_widget_unparent (g_steal_pointer (&self->fault));
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, show_text, self);
  g_clear_object (&self->row);
  g_clear_object (&self->label);
  g_clear_object (&self->book);
  g_clear_pointer (&self->former, g_free);
  g_clear_pointer (&self->choices, g_ptr_array_unref);

  G_OBJECT_CLASS (streek_plan_cell_parent_class)->dispose (object);
}

static void
streek_plan_cell_class_init (StreekPlanCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = streek_plan_cell_dispose;

  signals[SIGNAL_PRESSED] = g_signal_new ("pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
streek_plan_cell_init (StreekPlanCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->label = g_object_ref_sink (gtk_label_new (NULL));
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  adw_bin_set_child (ADW_BIN (self), self->label);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
streek_plan_cell_new (StreekRecordBook *book, const StreekPlanColumn *column)
{
  g_return_val_if_fail (STREEK_IS_RECORD_BOOK (book) && column != NULL, NULL);

  StreekPlanCell *self = g_object_new (STREEK_TYPE_PLAN_CELL, NULL);

  self->book = g_object_ref (book);
  self->column = column;

  return GTK_WIDGET (self);
}
