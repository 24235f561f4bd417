/* streek-pick-bar.c: over a map: what point is asked for, and which one is pointed at */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "map/streek-pick-bar.h"

#include <glib/gi18n.h>

struct _StreekPickBar
{
  GtkWidget parent_instance;

  GtkLabel *question_label;
  GtkLabel *words_label;

  StreekPick *pick; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (StreekPickBar, streek_pick_bar, GTK_TYPE_WIDGET)

static void
on_pointed_cb (StreekPickBar *self)
{
  gtk_label_set_text (self->words_label, streek_pick_get_words (self->pick));
}

static void
on_cancel_clicked_cb (StreekPickBar *self)
{
  if (self->pick != NULL)
    streek_pick_cancel (self->pick);
}

static void
streek_pick_bar_dispose (GObject *object)
{
  StreekPickBar *self = STREEK_PICK_BAR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->pick);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_pick_bar_parent_class)->dispose (object);
}

static void
streek_pick_bar_class_init (StreekPickBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_pick_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/be/streekatlas/Streekatlas/ui/streek-pick-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekPickBar, question_label);
  gtk_widget_class_bind_template_child (widget_class, StreekPickBar, words_label);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pickbar");
}

static void
streek_pick_bar_init (StreekPickBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
streek_pick_bar_set_pick (StreekPickBar *self, StreekPick *pick)
{
  g_return_if_fail (STREEK_IS_PICK_BAR (self));

  if (self->pick != NULL)
    g_signal_handlers_disconnect_by_data (self->pick, self);
  g_set_object (&self->pick, pick);
  gtk_widget_set_visible (GTK_WIDGET (self), pick != NULL);
  if (pick == NULL)
    return;

  g_signal_connect_object (pick, "pointed", G_CALLBACK (on_pointed_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_text (self->question_label, streek_pick_get_question (pick));
  on_pointed_cb (self);
}
