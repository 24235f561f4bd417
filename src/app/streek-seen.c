/* streek-seen.c: work for a widget that waits until somebody can see it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-seen.h"

#define WAITING "streek-waiting-to-be-seen"

static void
on_map_cb (GtkWidget *widget, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (widget, on_map_cb, user_data);
  g_object_set_data (G_OBJECT (widget), WAITING, NULL);
  ((StreekSeenFunc) user_data) (widget);
}

void
streek_renew_when_seen (GtkWidget *widget, StreekSeenFunc renew)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && renew != NULL);

  if (gtk_widget_get_mapped (widget))
    renew (widget);
  else if (g_object_get_data (G_OBJECT (widget), WAITING) == NULL)
    {
      g_object_set_data (G_OBJECT (widget), WAITING, (gpointer) renew);
      g_signal_connect (widget, "map", G_CALLBACK (on_map_cb), (gpointer) renew);
    }
}
