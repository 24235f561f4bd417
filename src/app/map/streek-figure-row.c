/* streek-figure-row.c: one row of a table as an item of a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "streek-figure-row"
#include "config.h"
#include "map/streek-figure-row.h"

#include <math.h>

struct _StreekFigureRows
{
  GObject parent_instance;

  StreekTable *table;
  GHashTable *made; /* (element-type uint StreekFigureRow): those that somebody holds, not owned */
};

struct _StreekFigureRow
{
  GObject parent_instance;

  StreekFigureRows *rows;
  guint row;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StreekFigureRows,
                               streek_figure_rows,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))
G_DEFINE_FINAL_TYPE (StreekFigureRow, streek_figure_row, G_TYPE_OBJECT)

static GType
get_item_type (GListModel *model)
{
  return STREEK_TYPE_FIGURE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return streek_table_get_n_rows (STREEK_FIGURE_ROWS (model)->table);
}

/* An item is made when somebody wants it: of a list of 20 000 rows thirty are on the screen, and to
 * make them all held the main loop for the time of a frame. */
static gpointer
get_item (GListModel *model, guint position)
{
  StreekFigureRows *self = STREEK_FIGURE_ROWS (model);
  StreekFigureRow *row = g_hash_table_lookup (self->made, GUINT_TO_POINTER (position));

  if (row != NULL)
    return g_object_ref (row);
  if (position >= get_n_items (model))
    return NULL;

  row = g_object_new (STREEK_TYPE_FIGURE_ROW, NULL);
  row->rows = g_object_ref (self);
  row->row = position;
  g_hash_table_insert (self->made, GUINT_TO_POINTER (position), row);

  return row;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
streek_figure_rows_finalize (GObject *object)
{
  StreekFigureRows *self = STREEK_FIGURE_ROWS (object);

  g_hash_table_unref (self->made);
  g_clear_pointer (&self->table, streek_table_unref);

  G_OBJECT_CLASS (streek_figure_rows_parent_class)->finalize (object);
}

static void
streek_figure_rows_class_init (StreekFigureRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = streek_figure_rows_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
streek_figure_rows_init (StreekFigureRows *self)
{
  self->made = g_hash_table_new (NULL, NULL);
}

StreekFigureRows *
streek_figure_rows_new (StreekTable *table)
{
  StreekFigureRows *self = g_object_new (STREEK_TYPE_FIGURE_ROWS, NULL);

  self->table = streek_table_ref (table);

  return self;
}

StreekTable *
streek_figure_rows_get_table (StreekFigureRows *self)
{
  g_return_val_if_fail (STREEK_IS_FIGURE_ROWS (self), NULL);

  return self->table;
}

/**
 * streek_figure_rows_set_table:
 * @self: what some rows are of
 * @table: another table with as many rows
 *
 * However long the list is, only the cells that are on the screen hear of it.
 */
void
streek_figure_rows_set_table (StreekFigureRows *self, StreekTable *table)
{
  g_return_if_fail (STREEK_IS_FIGURE_ROWS (self));
  g_return_if_fail (streek_table_get_n_rows (self->table) == streek_table_get_n_rows (table));

  if (self->table == table)
    return;

  streek_table_ref (table);
  streek_table_unref (self->table);
  self->table = table;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * streek_figure_rows_list:
 * @self: what the rows are of
 *
 * Returns: (transfer full) (element-type StreekFigureRow): all of them
 */
GPtrArray *
streek_figure_rows_list (StreekFigureRows *self)
{
  g_return_val_if_fail (STREEK_IS_FIGURE_ROWS (self), NULL);

  guint n = streek_table_get_n_rows (self->table);
  GPtrArray *items = g_ptr_array_new_full (n, g_object_unref);

  for (guint row = 0; row < n; row++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self), row));

  return items;
}

static void
streek_figure_row_finalize (GObject *object)
{
  StreekFigureRow *self = STREEK_FIGURE_ROW (object);

  g_hash_table_remove (self->rows->made, GUINT_TO_POINTER (self->row));
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (streek_figure_row_parent_class)->finalize (object);
}

static void
streek_figure_row_class_init (StreekFigureRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = streek_figure_row_finalize;
}

static void
streek_figure_row_init (StreekFigureRow *self)
{
}

StreekFigureRows *
streek_figure_row_get_rows (StreekFigureRow *self)
{
  g_return_val_if_fail (STREEK_IS_FIGURE_ROW (self), NULL);

  return self->rows;
}

StreekTable *
streek_figure_row_get_table (StreekFigureRow *self)
{
  g_return_val_if_fail (STREEK_IS_FIGURE_ROW (self), NULL);

  return self->rows->table;
}

guint
streek_figure_row_get_row (StreekFigureRow *self)
{
  g_return_val_if_fail (STREEK_IS_FIGURE_ROW (self), 0);

  return self->row;
}

const char *
streek_figure_row_get_code (StreekFigureRow *self)
{
  g_return_val_if_fail (STREEK_IS_FIGURE_ROW (self), NULL);

  int column = streek_table_find_column (self->rows->table, "code");

  if (column < 0)
    column = streek_table_find_column (self->rows->table, "area");

  return column >= 0 ? streek_table_get_text (self->rows->table, self->row, column) : NULL;
}

char *
streek_figure_row_dup_cell (StreekFigureRow *self, guint column)
{
  g_return_val_if_fail (STREEK_IS_FIGURE_ROW (self), NULL);

  return streek_table_format_cell (self->rows->table, self->row, column,
                                   streek_format_get_default ());
}

static int
compare_numbers (double a, double b)
{
  if (isnan (a) || isnan (b))
    return (int) isnan (a) - (int) isnan (b);

  return (a > b) - (a < b);
}

static double
get_integer (StreekFigureRow *self, guint column)
{
  return streek_table_get_missing (self->rows->table, self->row, column) == STREEK_MISSING_NONE
           ? (double) streek_table_get_integer (self->rows->table, self->row, column)
           : NAN;
}

int
streek_figure_row_compare (StreekFigureRow *a, StreekFigureRow *b, guint column)
{
  switch (streek_table_get_column_type (a->rows->table, column))
    {
    case STREEK_COLUMN_NUMBER:
      return compare_numbers (streek_table_get_number (a->rows->table, a->row, column),
                              streek_table_get_number (b->rows->table, b->row, column));
    case STREEK_COLUMN_INTEGER:
      return compare_numbers (get_integer (a, column), get_integer (b, column));
    case STREEK_COLUMN_DATE:
      return compare_numbers (streek_table_get_date (a->rows->table, a->row, column),
                              streek_table_get_date (b->rows->table, b->row, column));
    case STREEK_COLUMN_PERIOD:
      return streek_period_compare (streek_table_get_period (a->rows->table, a->row, column),
                                    streek_table_get_period (b->rows->table, b->row, column));
    case STREEK_COLUMN_TEXT:
    default:
      {
        const char *first = streek_table_get_text (a->rows->table, a->row, column);
        const char *second = streek_table_get_text (b->rows->table, b->row, column);

        return g_utf8_collate (first != NULL ? first : "", second != NULL ? second : "");
      }
    }
}
