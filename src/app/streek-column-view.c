/* streek-column-view.c: what every table of the window does with its columns */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-column-view.h"

GListModel *
streek_column_view_sort (GtkColumnView *view, GListModel *rows)
{
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view) && G_IS_LIST_MODEL (rows), NULL);

  return G_LIST_MODEL (gtk_sort_list_model_new (g_object_ref (rows),
                                                g_object_ref (gtk_column_view_get_sorter (view))));
}

void
streek_column_view_scroll_to (GtkColumnView *view, guint position)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  /* the rows, and the action, are of a list view inside the table */
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

void
streek_column_view_clear (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  GListModel *columns = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }
}
