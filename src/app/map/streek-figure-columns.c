/* streek-figure-columns.c: columns of a table with figures, and its rows as the shared selection */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-figure-columns"
#include "config.h"
#include "map/streek-figure-columns.h"

#include "map/streek-figure-row.h"
#include "streek-tooltip.h"

/* What the cells of one column have in common; owned by their factory. */
typedef struct
{
  guint column;
  int n_letters; /* of the words in it, 0 for a column of numbers */
  StreekSelection *selection;
} Cells;

static void
cells_free (gpointer data, GClosure *closure)
{
  Cells *cells = data;

  g_object_unref (cells->selection);
  g_free (cells);
}

static guint
get_column (GtkListItem *item)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), "streek-column"));
}

static void
on_cell_enter_cb (GtkListItem *item)
{
  StreekFigureRow *row = gtk_list_item_get_item (item);
  StreekSelection *selection = g_object_get_data (G_OBJECT (item), "streek-selection");

  if (row != NULL && selection != NULL)
    streek_selection_set_hovered (selection, streek_figure_row_get_code (row));
}

static void
on_cell_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Cells *cells = user_data;
  GtkWidget *label = gtk_label_new (NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_object_set_data (G_OBJECT (item), "streek-column", GUINT_TO_POINTER (cells->column));
  g_object_set_data_full (G_OBJECT (item), "streek-selection", g_object_ref (cells->selection),
                          g_object_unref);
  gtk_label_set_xalign (GTK_LABEL (label), cells->n_letters > 0 ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (cells->n_letters > 0)
    gtk_label_set_width_chars (GTK_LABEL (label), cells->n_letters);
  else
    gtk_widget_add_css_class (label, "numeric");
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_cell_enter_cb), item);
  gtk_widget_add_controller (label, motion);
  gtk_list_item_set_child (item, label);
}

static void
show_cell (GtkListItem *item)
{
  guint column = get_column (item);
  StreekFigureRow *row = gtk_list_item_get_item (item);
  StreekTable *table = streek_figure_row_get_table (row);
  GtkWidget *label = gtk_list_item_get_child (item);
  StreekMissing missing =
    streek_table_get_column_type (table, column) == STREEK_COLUMN_NUMBER
      ? streek_table_get_missing (table, streek_figure_row_get_row (row), column)
      : STREEK_MISSING_NONE;
  const char *note = streek_table_get_note (table, streek_figure_row_get_row (row), column);
  g_autofree char *text = streek_figure_row_dup_cell (row, column);

  /* Most cells of a list stay as they are from one period to the next, and measuring is dear. */
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), text) != 0)
    gtk_label_set_text (GTK_LABEL (label), text);
  const char *tooltip = note != NULL                     ? note
                        : missing != STREEK_MISSING_NONE ? streek_missing_get_label (missing)
                                                         : NULL;

  streek_tooltip_set (label, tooltip);
}

static void
on_cell_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  StreekFigureRows *rows = streek_figure_row_get_rows (gtk_list_item_get_item (item));

  g_signal_connect_swapped (rows, "changed", G_CALLBACK (show_cell), item);
  show_cell (item);
}

static void
on_cell_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  StreekFigureRows *rows = streek_figure_row_get_rows (gtk_list_item_get_item (item));

  g_signal_handlers_disconnect_by_func (rows, show_cell, item);
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b, gpointer column)
{
  return streek_figure_row_compare (STREEK_FIGURE_ROW ((gpointer) a),
                                    STREEK_FIGURE_ROW ((gpointer) b), GPOINTER_TO_UINT (column));
}

/* Room for the longest text where there is any, or a column is as wide as its heading only. */
static int
find_width (StreekTable *table, guint column, int max_letters)
{
  glong longest = 1;

  for (guint row = 0; row < streek_table_get_n_rows (table); row++)
    {
      /* a day is longer in words than in a file */
      g_autofree char *text =
        streek_table_get_column_type (table, column) == STREEK_COLUMN_DATE
          ? streek_table_format_cell (table, row, column, streek_format_get_default ())
          : streek_table_dup_raw_cell (table, row, column);

      longest = MAX (longest, g_utf8_strlen (text, -1));
    }

  return (int) MIN (longest, max_letters);
}

GtkColumnViewColumn *
streek_figure_column_new (StreekTable *table,
                          guint column,
                          const char *heading,
                          int max_letters,
                          StreekSelection *selection)
{
  StreekColumnType type = streek_table_get_column_type (table, column);
  gboolean is_numeric = type == STREEK_COLUMN_NUMBER || type == STREEK_COLUMN_INTEGER;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Cells *cells = g_new (Cells, 1);
  g_autoptr (GtkSorter) sorter =
    GTK_SORTER (gtk_custom_sorter_new (compare_rows_cb, GUINT_TO_POINTER (column), NULL));

  *cells = (Cells){ column, is_numeric ? 0 : find_width (table, column, max_letters),
                    g_object_ref (selection) };
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_cell_setup_cb), cells, cells_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_cell_unbind_cb), NULL);

  GtkColumnViewColumn *made = gtk_column_view_column_new (heading, factory);

  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_column_set_resizable (made, TRUE);

  return made;
}

GPtrArray *
streek_figure_rows_list_chosen (GtkSelectionModel *rows)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (rows);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *codes = g_ptr_array_new ();
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, chosen, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (StreekFigureRow) row = g_list_model_get_item (G_LIST_MODEL (rows), position);
      const char *code = streek_figure_row_get_code (row);

      /* the code lives in the table, which the list keeps */
      if (code != NULL && g_hash_table_add (known, (gpointer) code))
        g_ptr_array_add (codes, (gpointer) code);
    }

  return codes;
}

guint
streek_figure_rows_choose (GtkSelectionModel *rows, StreekSelection *selection)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (rows));
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) before = gtk_selection_model_get_selection (rows);
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);
  gboolean has_any = streek_selection_get_n_selected (selection) > 0;

  /* most of the time nothing is chosen, however long the list */
  if (!has_any && gtk_bitset_is_empty (before))
    return GTK_INVALID_LIST_POSITION;

  for (guint i = 0; has_any && i < n; i++)
    {
      g_autoptr (StreekFigureRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);
      const char *code = streek_figure_row_get_code (row);

      if (code != NULL && streek_selection_contains (selection, code))
        gtk_bitset_add (chosen, i);
    }

  gtk_selection_model_set_selection (rows, chosen, all);

  return gtk_bitset_is_empty (chosen) ? GTK_INVALID_LIST_POSITION : gtk_bitset_get_minimum (chosen);
}
