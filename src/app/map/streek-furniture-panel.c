/* streek-furniture-panel.c: what stands on a map besides what it is about, to be switched */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-furniture-panel"
#include "config.h"
#include "map/streek-furniture-panel.h"

#include <glib/gi18n.h>

struct _StreekFurniturePanel
{
  GtkWidget parent_instance;

  GtkSwitch *surroundings_switch;
  GtkSwitch *predecessors_switch;
  GtkSwitch *north_switch;
  GtkDropDown *inset_drop_down;   /* in the order of the enumeration */
  GtkDropDown *numbers_drop_down; /* the same */
  GtkLabel *moved_label;
  GtkWidget *put_back_button;

  StreekContext *context;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (StreekFurniturePanel, streek_furniture_panel, GTK_TYPE_WIDGET)

/* "Moved by hand: Scale bar, Legend" */
static void
fill_moved (StreekFurniturePanel *self, const StreekFurniture *furniture)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (StreekFurnitureItem item = 0; item < STREEK_N_FURNITURE; item++)
    if (streek_furniture_is_moved (furniture, item))
      g_ptr_array_add (labels, (gpointer) streek_furniture_item_get_label (item));
  g_ptr_array_add (labels, NULL);

  g_autofree char *list = g_strjoinv (", ", (char **) labels->pdata);
  /* Translators: %s is a list of parts of a map, such as Scale bar */
  g_autofree char *moved = g_strdup_printf (_ ("Moved by hand: %s"), list);
  gboolean has_moved = streek_furniture_has_moved (furniture);

  gtk_label_set_text (
    self->moved_label,
    has_moved
      ? moved
      : _ ("Scale bar, arrow and small map can be dragged on the map, or moved with Tab and "
           "arrow keys; all the rest in the print preview."));
  gtk_widget_set_visible (self->put_back_button, has_moved);
}

static void
fill (StreekFurniturePanel *self)
{
  const StreekFurniture *furniture = &streek_context_get_spec (self->context)->furniture;

  self->is_filling = TRUE;
  gtk_switch_set_active (self->surroundings_switch, furniture->surroundings);
  gtk_switch_set_active (self->predecessors_switch, furniture->predecessors);
  gtk_switch_set_active (self->north_switch, furniture->north);
  gtk_drop_down_set_selected (self->inset_drop_down, furniture->inset);
  gtk_drop_down_set_selected (self->numbers_drop_down, furniture->numbers);
  fill_moved (self, furniture);
  self->is_filling = FALSE;
}

static void
on_switch_cb (StreekFurniturePanel *self)
{
  if (self->is_filling)
    return;

  g_autoptr (StreekFigureSpec) spec =
    streek_figure_spec_copy (streek_context_get_spec (self->context));

  spec->furniture.surroundings = gtk_switch_get_active (self->surroundings_switch);
  spec->furniture.predecessors = gtk_switch_get_active (self->predecessors_switch);
  spec->furniture.north = gtk_switch_get_active (self->north_switch);
  spec->furniture.inset = (StreekInset) gtk_drop_down_get_selected (self->inset_drop_down);
  spec->furniture.numbers = (StreekNumbers) gtk_drop_down_get_selected (self->numbers_drop_down);
  streek_context_set_spec (self->context, spec);
}

static void
on_put_back_cb (StreekFurniturePanel *self)
{
  g_autoptr (StreekFigureSpec) spec =
    streek_figure_spec_copy (streek_context_get_spec (self->context));

  for (StreekFurnitureItem item = 0; item < STREEK_N_FURNITURE; item++)
    streek_furniture_reset (&spec->furniture, item);
  gtk_widget_grab_focus (GTK_WIDGET (self->numbers_drop_down)); /* the button goes */
  streek_context_set_spec (self->context, spec);
}

static void
streek_furniture_panel_dispose (GObject *object)
{
  StreekFurniturePanel *self = STREEK_FURNITURE_PANEL (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  self->is_filling = TRUE; /* lists that go away change what is selected in them */
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_furniture_panel_parent_class)->dispose (object);
}

static void
streek_furniture_panel_class_init (StreekFurniturePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_furniture_panel_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-furniture-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekFurniturePanel, surroundings_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekFurniturePanel, predecessors_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekFurniturePanel, north_switch);
  gtk_widget_class_bind_template_child (widget_class, StreekFurniturePanel, inset_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekFurniturePanel, numbers_drop_down);
  gtk_widget_class_bind_template_child (widget_class, StreekFurniturePanel, moved_label);
  gtk_widget_class_bind_template_child (widget_class, StreekFurniturePanel, put_back_button);
  gtk_widget_class_bind_template_callback (widget_class, on_switch_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_put_back_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_furniture_panel_init (StreekFurniturePanel *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
}

void
streek_furniture_panel_set_context (StreekFurniturePanel *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_FURNITURE_PANEL (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
