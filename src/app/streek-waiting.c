/* streek-waiting.c: what turns on a page that is still being made ready */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-waiting.h"

#define SIZE_PX 32

struct _StreekWaiting
{
  GtkWidget parent_instance;

  GtkWidget *spinner;
};

G_DEFINE_FINAL_TYPE (StreekWaiting, streek_waiting, GTK_TYPE_WIDGET)

static void
streek_waiting_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (streek_waiting_parent_class)->map (widget);
  gtk_spinner_start (GTK_SPINNER (STREEK_WAITING (widget)->spinner));
}

static void
streek_waiting_unmap (GtkWidget *widget)
{
  gtk_spinner_stop (GTK_SPINNER (STREEK_WAITING (widget)->spinner));
  GTK_WIDGET_CLASS (streek_waiting_parent_class)->unmap (widget);
}

static void
streek_waiting_dispose (GObject *object)
{
  g_clear_pointer (&STREEK_WAITING (object)->spinner, gtk_widget_unparent);
  G_OBJECT_CLASS (streek_waiting_parent_class)->dispose (object);
}

static void
streek_waiting_class_init (StreekWaitingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_waiting_dispose;
  widget_class->map = streek_waiting_map;
  widget_class->unmap = streek_waiting_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_waiting_init (StreekWaiting *self)
{
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_size_request (self->spinner, SIZE_PX, SIZE_PX);
  gtk_widget_set_parent (self->spinner, GTK_WIDGET (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}
