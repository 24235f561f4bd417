/* streek-number-list.c: the names that stand on a map as numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-number-list"
#include "config.h"
#include "map/streek-number-list.h"

#include "base/streek-format.h"

#include <glib/gi18n.h>

struct _StreekNumberList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *heading;
  GtkListBox *list;
  GtkLabel *words;

  StreekContext *context;
  gboolean is_leaving; /* the focus goes through a row that nobody asked for */
  char *shown; /* (nullable): what the list says, so that it is filled only when that changes */
};

G_DEFINE_FINAL_TYPE (StreekNumberList, streek_number_list, GTK_TYPE_WIDGET)

static char *
dup_name (const StreekListedNumber *entry)
{
  StreekTable *table = streek_figure_get_table (entry->figure);
  const StreekFigureSpec *spec = streek_figure_get_spec (entry->figure);
  int column = streek_table_find_column (table, "name");
  const char *name =
    column >= 0 ? streek_table_get_text (table, (guint) entry->row, (guint) column) : "";
  g_autofree char *value =
    !entry->is_shared && spec->show_values && spec->kind != STREEK_FIGURE_AREAS
      ? streek_figure_format_value (entry->figure, (guint) entry->row, streek_format_get_default ())
      : NULL;

  return value != NULL ? g_strdup_printf ("%s  %s", name, value) : g_strdup (name);
}

/* (nullable): what it is called in the selection, which is of the areas of one set */
static char *
dup_code (StreekNumberList *self, const StreekListedNumber *entry)
{
  StreekTable *table = streek_figure_get_table (entry->figure);
  int column = streek_table_find_column (table, "code");
  gboolean is_other = g_strcmp0 (streek_figure_get_spec (entry->figure)->set,
                                 streek_context_get_spec (self->context)->set) != 0;

  return column < 0 || is_other
           ? NULL
           : g_strdup (streek_table_get_text (table, (guint) entry->row, (guint) column));
}

static const char *
get_code (StreekNumberList *self, GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "streek-code") : NULL;
}

static void
on_activated_cb (StreekNumberList *self, GtkListBoxRow *row)
{
  const char *code = get_code (self, row);

  if (code != NULL)
    streek_selection_select_only (streek_context_get_selection (self->context), code);
}

/* As on the map: what the pointer or the keys are at is pointed at there. */
static void
point_at (StreekNumberList *self, GtkWidget *row)
{
  if (self->is_leaving)
    return;

  streek_selection_set_hovered (streek_context_get_selection (self->context),
                                row != NULL ? get_code (self, GTK_LIST_BOX_ROW (row)) : NULL);
}

static void
on_row_entered_cb (GtkEventController *controller, StreekNumberList *self)
{
  point_at (self, gtk_event_controller_get_widget (controller));
}

static void
on_row_pointed_cb (GtkEventController *controller, double x, double y, StreekNumberList *self)
{
  on_row_entered_cb (controller, self);
}

static void
on_row_left_cb (GtkEventController *controller, StreekNumberList *self)
{
  point_at (self, NULL);
}

static GtkWidget *
make_line (guint number, const char *name)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  GtkWidget *first = gtk_label_new (digits), *second = gtk_label_new (name);

  gtk_label_set_width_chars (GTK_LABEL (first), 3);
  gtk_label_set_xalign (GTK_LABEL (first), 1);
  gtk_widget_add_css_class (first, "numeric");
  gtk_widget_add_css_class (first, "heading");
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (second, TRUE);
  gtk_box_append (GTK_BOX (line), first);
  gtk_box_append (GTK_BOX (line), second);

  return line;
}

static void
add_row (StreekNumberList *self, const StreekListedNumber *entry)
{
  g_autofree char *name = dup_name (entry);
  /* Translators: said by a screen reader of a number on a map and the area that it stands for */
  g_autofree char *label = g_strdup_printf (_ ("%1$u: %2$s"), entry->number, name);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_line (entry->number, name));
  gtk_widget_set_tooltip_text (row, name);
  gtk_widget_add_css_class (row, "number-entry");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "streek-code", dup_code (self, entry), g_free);
  g_signal_connect (motion, "enter", G_CALLBACK (on_row_pointed_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_row_left_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (on_row_entered_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_row_left_cb), self);
  gtk_widget_add_controller (row, motion);
  gtk_widget_add_controller (row, focus);
  gtk_list_box_append (self->list, row);
}

/* All of them are one stop: Tab goes on from the last one and back from the first one. */
static gboolean
on_key_cb (StreekNumberList *self, guint key, guint code, GdkModifierType state)
{
  gboolean is_back = key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;

  if (key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;

  self->is_leaving = TRUE;
  gtk_widget_grab_focus (is_back ? gtk_widget_get_first_child (GTK_WIDGET (self->list))
                                 : gtk_widget_get_last_child (GTK_WIDGET (self->list)));
  self->is_leaving = FALSE;

  return GDK_EVENT_PROPAGATE;
}

static char *
dup_all (StreekNumberList *self, const GArray *numbers)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    {
      const StreekListedNumber *entry = &g_array_index (numbers, StreekListedNumber, i);
      g_autofree char *name = dup_name (entry);
      g_autofree char *code = dup_code (self, entry);

      g_string_append_printf (all, "%u %s %s\n", entry->number, code != NULL ? code : "", name);
    }

  return g_string_free (all, FALSE);
}

static void
fill (StreekNumberList *self, const GArray *numbers)
{
  g_autofree char *all = dup_all (self, numbers);
  GtkWidget *child;

  if (g_strcmp0 (all, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&all);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  for (guint i = 0; i < numbers->len; i++)
    add_row (self, &g_array_index (numbers, StreekListedNumber, i));
}

static void
streek_number_list_dispose (GObject *object)
{
  StreekNumberList *self = STREEK_NUMBER_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_number_list_parent_class)->dispose (object);
}

static void
streek_number_list_class_init (StreekNumberListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_number_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_number_list_init (StreekNumberList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->heading = gtk_label_new (_ ("Numbers on the map"));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "caption-heading");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "number-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Numbers on the map"), -1);
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
  gtk_box_append (GTK_BOX (self->box), self->heading);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->words));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_activated_cb), self);
}

void
streek_number_list_set_context (StreekNumberList *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_NUMBER_LIST (self) && self->context == NULL);

  self->context = g_object_ref (context);
}

void
streek_number_list_set_numbers (StreekNumberList *self, const GArray *numbers, guint n_unnamed)
{
  g_return_if_fail (STREEK_IS_NUMBER_LIST (self) && self->context != NULL && numbers != NULL);

  gboolean has_rows = numbers->len > 0;
  g_autofree char *words =
    g_strdup_printf (ngettext ("There is no room for the name of %u area.",
                               "There is no room for the names of %u areas.", n_unnamed),
                     n_unnamed);

  if (has_rows)
    fill (self, numbers);
  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (self->heading, has_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->list), has_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->words), n_unnamed > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), has_rows || n_unnamed > 0);
}
