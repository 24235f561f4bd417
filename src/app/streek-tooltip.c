/* streek-tooltip.c: tooltips of widgets that are filled again and again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-tooltip.h"

/* GTK asks the display server where the pointer is and waits for the answer, with each tooltip that
 * is set, the same one too: while periods play there were a dozen of such waits in a frame. */
void
streek_tooltip_set (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}

static gboolean
on_query_cb (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *own = gtk_widget_get_tooltip_text (GTK_WIDGET (label));

  if (own != NULL || !pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));

  return TRUE;
}

void
streek_tooltip_tell_cut (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_cb), NULL);
}
