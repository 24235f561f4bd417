/* streek-check-figures.c: the figures under a finding, as a table whose columns they bring */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "check/streek-check-figures.h"

#include "streek-column-view.h"

#include <stdlib.h>
#include <string.h>

/* Texts get the room of their longest, up to this. */
#define MAX_WIDTH_CHARS 28

typedef struct
{
  StreekTable *table;
  guint column;
  int width_chars;
} Cell;

static void
free_cell (gpointer data, GClosure *closure)
{
  Cell *cell = data;

  streek_table_unref (cell->table);
  g_free (cell);
}

/* Numbers and days are short; names would otherwise shrink to dots beside long titles. */
static int
measure_column (const StreekTable *table, guint column)
{
  glong longest = 6;

  for (guint row = 0; row < streek_table_get_n_rows (table); row++)
    {
      g_autofree char *text =
        streek_table_format_cell (table, row, column, streek_format_get_default ());

      longest = MAX (longest, g_utf8_strlen (text, -1));
    }

  return (int) MIN (longest, MAX_WIDTH_CHARS);
}

static Cell *
new_cell (StreekTable *table, guint column)
{
  Cell *cell = g_new (Cell, 1);

  *cell = (Cell){ streek_table_ref (table), column, measure_column (table, column) };

  return cell;
}

static gboolean
is_number (const Cell *cell)
{
  StreekColumnType type = streek_table_get_column_type (cell->table, cell->column);

  return type == STREEK_COLUMN_NUMBER || type == STREEK_COLUMN_INTEGER;
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_number (user_data) ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), ((const Cell *) user_data)->width_chars);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Cell *cell = user_data;
  GtkStringObject *row = gtk_list_item_get_item (item);
  g_autofree char *text =
    streek_table_format_cell (cell->table, (guint) atoi (gtk_string_object_get_string (row)),
                              cell->column, streek_format_get_default ());
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static void
append_column (GtkColumnView *view, StreekTable *table, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const char *unit = streek_table_get_column_unit (table, index);
  g_autofree char *title =
    unit != NULL && unit[0] != '\0'
      ? g_strdup_printf ("%s (%s)", streek_table_get_column_title (table, index), unit)
      : g_strdup (streek_table_get_column_title (table, index));

  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup_cb), new_cell (table, index),
                         free_cell, 0);
  g_signal_connect_data (factory, "bind", G_CALLBACK (on_bind_cb), new_cell (table, index),
                         free_cell, 0);

  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, index == 0);
  gtk_column_view_append_column (view, column);
}

void
streek_check_figures_show (GtkColumnView *view, StreekTable *table)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  guint n = table != NULL ? streek_table_get_n_rows (table) : 0;

  for (guint row = 0; row < n; row++)
    gtk_string_list_take (rows, g_strdup_printf ("%u", row));

  gtk_column_view_set_model (view, NULL);
  streek_column_view_clear (view);

  /* codes are for programs: exported, not read */
  for (guint column = 0; table != NULL && column < streek_table_get_n_columns (table); column++)
    if (strcmp (streek_table_get_column_id (table, column), "code") != 0)
      append_column (view, table, column);

  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (rows));

  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (model));
}
