/* streek-selection-bar.c: how many areas are selected, and what can be done with them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "areas/streek-selection-bar.h"

#include <glib/gi18n.h>

struct _StreekSelectionBar
{
  GtkWidget parent_instance;

  GtkLabel *label;

  StreekContext *context;
};

G_DEFINE_FINAL_TYPE (StreekSelectionBar, streek_selection_bar, GTK_TYPE_WIDGET)

static void
update (StreekSelectionBar *self)
{
  StreekFigure *figure = streek_context_get_figure (self->context);
  guint n = streek_selection_get_n_selected (streek_context_get_selection (self->context));
  guint n_rows = figure != NULL ? streek_figure_get_n_rows (figure) : 0;
  g_autofree char *text =
    n > 0
      /* Translators: numbers of areas on a map. Keep it short. */
      ? g_strdup_printf (ngettext ("%1$u of %2$u selected", "%1$u of %2$u selected", n), n, n_rows)
      /* Translators: %u is a number of areas on a map. Keep it short. */
      : g_strdup_printf (ngettext ("%u area", "%u areas", n_rows), n_rows);

  gtk_label_set_text (self->label, text);
}

static void
streek_selection_bar_dispose (GObject *object)
{
  StreekSelectionBar *self = STREEK_SELECTION_BAR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (streek_selection_bar_parent_class)->dispose (object);
}

static void
streek_selection_bar_class_init (StreekSelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_selection_bar_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekSelectionBar, label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_selection_bar_init (StreekSelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
streek_selection_bar_set_context (StreekSelectionBar *self, StreekContext *context)
{
  g_return_if_fail (STREEK_IS_SELECTION_BAR (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (streek_context_get_selection (context), "changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::figure", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
