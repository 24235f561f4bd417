/* streek-tick-column.c: a column of check boxes that select the areas of their rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "map/streek-tick-column.h"

#include "map/streek-figure-row.h"

/* The view draws it selected after that: selecting by any road checks the box. */
static void
on_toggled_cb (GtkCheckButton *check, GtkListItem *item)
{
  GtkSelectionModel *rows = g_object_get_data (G_OBJECT (item), "streek-rows");
  guint position = gtk_list_item_get_position (item);
  gboolean wanted = gtk_check_button_get_active (check);

  if (position == GTK_INVALID_LIST_POSITION || wanted == gtk_list_item_get_selected (item))
    return;

  if (wanted)
    gtk_selection_model_select_item (rows, position, FALSE);
  else
    gtk_selection_model_unselect_item (rows, position);
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkSelectionModel *rows)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (item), "streek-rows", g_object_ref (rows), g_object_unref);
  g_object_bind_property (item, "selected", check, "active", G_BINDING_SYNC_CREATE);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled_cb), item);
  gtk_list_item_set_child (item, check);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  StreekFigureRow *row = gtk_list_item_get_item (item);
  int column = streek_table_find_column (streek_figure_row_get_table (row), "name");
  g_autofree char *name = column >= 0 ? streek_figure_row_dup_cell (row, (guint) column) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_list_item_get_child (item)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "", -1);
}

GtkColumnViewColumn *
streek_tick_column_new (GtkSelectionModel *rows)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), rows, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);

  return gtk_column_view_column_new (NULL, factory);
}
