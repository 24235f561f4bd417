/* streek-tabs.c: a row of tabs that may be longer than there is room for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-tabs.h"

/* Of the tab beside it, in pixels: that there are more of them is seen. */
#define PEEK 36

static GtkWidget *
find_chosen (GtkWidget *tabs)
{
  for (GtkWidget *tab = gtk_widget_get_first_child (tabs); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    if (GTK_IS_TOGGLE_BUTTON (tab) && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tab)))
      return tab;

  return NULL;
}

static gboolean
on_frame_cb (GtkWidget *tabs, GdkFrameClock *clock, gpointer user_data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (tabs, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *chosen = find_chosen (tabs);
  graphene_rect_t bounds;

  if (scroller == NULL || chosen == NULL || !gtk_widget_compute_bounds (chosen, scroller, &bounds))
    return G_SOURCE_REMOVE;

  GtkAdjustment *place = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  double left = gtk_adjustment_get_value (place) + bounds.origin.x;

  gtk_adjustment_clamp_page (place, left - PEEK, left + bounds.size.width + PEEK);

  return G_SOURCE_REMOVE;
}

/* Where a tab is, is known once it is laid out. */
static void
scroll_soon (GtkWidget *tabs)
{
  gtk_widget_add_tick_callback (tabs, on_frame_cb, NULL, NULL);
}

void
streek_tabs_keep_in_sight (GtkStackSwitcher *tabs)
{
  g_return_if_fail (GTK_IS_STACK_SWITCHER (tabs));

  GtkStack *stack = gtk_stack_switcher_get_stack (tabs);
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (tabs), GTK_TYPE_SCROLLED_WINDOW);

  g_return_if_fail (stack != NULL && scroller != NULL);

  g_signal_connect_object (stack, "notify::visible-child", G_CALLBACK (scroll_soon), tabs,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)),
                           "changed", G_CALLBACK (scroll_soon), tabs, G_CONNECT_SWAPPED);
}
