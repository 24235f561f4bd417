/* streek-table.c: a table as nouns hand it to figures, lists and exports */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "table/streek-table-private.h"

/* Whoever lends texts, as long as the table lives. */
typedef struct
{
  gpointer owner;
  GDestroyNotify free;
} Lender;

static void
clear_column (gpointer data)
{
  StreekTableColumn *column = data;

  g_array_unref (column->values);
  g_array_unref (column->states);
  g_clear_pointer (&column->marks, g_array_unref);
}

static void
clear_lender (gpointer data)
{
  Lender *lender = data;

  lender->free (lender->owner);
}

/* What new rows hold is unknown until set. */
static void
add_cells (const StreekTableColumn *column, guint n)
{
  guint first = column->states->len;

  g_array_set_size (column->values, (first + n) * streek_table_column_count_values (column));
  g_array_set_size (column->states, first + n);

  for (guint row = first; row < first + n; row++)
    g_array_index (column->states, StreekTableState, row) =
      (StreekTableState){ .missing = STREEK_MISSING_UNKNOWN };
}

const char *
streek_table_keep_string (StreekTable *table, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (table->strings, text) : NULL;
}

/**
 * streek_table_new:
 *
 * Returns: (transfer full): a table without columns; one thread fills it, then nobody changes it
 */
StreekTable *
streek_table_new (void)
{
  StreekTable *table = g_new0 (StreekTable, 1);

  g_atomic_ref_count_init (&table->ref_count);
  table->strings = g_string_chunk_new (4096);
  table->columns = g_array_new (FALSE, TRUE, sizeof (StreekTableColumn));
  g_array_set_clear_func (table->columns, clear_column);
  table->remarks = g_ptr_array_new ();
  table->groups = g_array_new (FALSE, FALSE, sizeof (StreekTableGroup));
  table->lenders = g_array_new (FALSE, FALSE, sizeof (Lender));
  g_array_set_clear_func (table->lenders, clear_lender);

  return table;
}

/**
 * streek_table_ref:
 *
 * Returns: (transfer full): @table
 */
StreekTable *
streek_table_ref (StreekTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  g_atomic_ref_count_inc (&table->ref_count);

  return table;
}

/**
 * streek_table_unref:
 * @table: (nullable) (transfer full): a table
 */
void
streek_table_unref (StreekTable *table)
{
  if (table == NULL || !g_atomic_ref_count_dec (&table->ref_count))
    return;

  g_array_unref (table->columns);
  g_ptr_array_unref (table->remarks);
  g_array_unref (table->groups);
  g_array_unref (table->lenders);
  g_string_chunk_free (table->strings);
  g_free (table);
}

/**
 * streek_table_add_column:
 * @id: stable and untranslated, such as "value"
 * @title: for people
 * @type: what its cells hold
 * @unit: (nullable): unit of a number, shown with the title
 * @decimals: decimals that people see of a number, 0–15
 *
 * Adds a column; cells of rows that are already there are unknown.
 *
 * Returns: the number of the column
 */
guint
streek_table_add_column (StreekTable *table,
                         const char *id,
                         const char *title,
                         StreekColumnType type,
                         const char *unit,
                         int decimals)
{
  g_return_val_if_fail (table != NULL && id != NULL && title != NULL, 0);
  g_return_val_if_fail (decimals >= 0 && decimals <= 15, 0);

  StreekTableColumn column = {
    .id = streek_table_keep_string (table, id),
    .title = streek_table_keep_string (table, title),
    .unit = streek_table_keep_string (table, unit),
    .under = -1,
    .replaced = -1,
    .type = type,
    .decimals = decimals,
    .values = g_array_new (FALSE, TRUE, sizeof (StreekTableValue)),
    .states = g_array_new (FALSE, FALSE, sizeof (StreekTableState)),
  };

  add_cells (&column, table->n_rows);
  g_array_append_val (table->columns, column);

  return table->columns->len - 1;
}

/**
 * streek_table_add_row:
 *
 * Adds a row whose cells are all unknown until set: a cell that was forgotten is not a zero.
 *
 * Returns: the number of the row
 */
guint
streek_table_add_row (StreekTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  streek_table_add_rows (table, 1);

  return table->n_rows - 1;
}

/**
 * streek_table_add_rows:
 * @n: how many
 *
 * streek_table_add_row() so many times, for who knows it beforehand.
 */
void
streek_table_add_rows (StreekTable *table, guint n)
{
  g_return_if_fail (table != NULL);

  for (guint i = 0; i < table->columns->len; i++)
    add_cells (streek_table_get_column (table, i), n);

  table->n_rows += n;
}

/**
 * streek_table_keep_lender:
 * @owner: (transfer full): what texts are lent from
 * @free: gives it back
 *
 * From here on streek_table_lend_text() may set texts that live as long as @owner.
 */
void
streek_table_keep_lender (StreekTable *table, gpointer owner, GDestroyNotify free)
{
  g_return_if_fail (table != NULL && owner != NULL && free != NULL);

  Lender lender = { owner, free };

  g_array_append_val (table->lenders, lender);
}

guint
streek_table_get_n_rows (const StreekTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->n_rows;
}

guint
streek_table_get_n_columns (const StreekTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->columns->len;
}

/**
 * streek_table_find_column:
 *
 * Returns: the number of the column with that id, -1 where there is none
 */
int
streek_table_find_column (const StreekTable *table, const char *id)
{
  g_return_val_if_fail (table != NULL, -1);

  for (guint i = 0; i < table->columns->len; i++)
    if (g_strcmp0 (streek_table_get_column (table, i)->id, id) == 0)
      return (int) i;

  return -1;
}

const char *
streek_table_get_column_id (const StreekTable *table, guint column)
{
  g_return_val_if_fail (table != NULL && column < table->columns->len, NULL);

  return streek_table_get_column (table, column)->id;
}

const char *
streek_table_get_column_title (const StreekTable *table, guint column)
{
  g_return_val_if_fail (table != NULL && column < table->columns->len, NULL);

  return streek_table_get_column (table, column)->title;
}

/**
 * streek_table_get_column_unit:
 *
 * Returns: (transfer none) (nullable): the unit of a number column
 */
const char *
streek_table_get_column_unit (const StreekTable *table, guint column)
{
  g_return_val_if_fail (table != NULL && column < table->columns->len, NULL);

  return streek_table_get_column (table, column)->unit;
}

void
streek_table_set_column_decimals (StreekTable *table, guint column, int decimals)
{
  g_return_if_fail (table != NULL && column < table->columns->len && decimals >= 0);

  g_array_index (table->columns, StreekTableColumn, column).decimals = decimals;
}

/**
 * streek_table_get_column_decimals:
 *
 * Returns: how many its numbers are shown with
 */
int
streek_table_get_column_decimals (const StreekTable *table, guint column)
{
  g_return_val_if_fail (table != NULL && column < table->columns->len, 0);

  return streek_table_get_column (table, column)->decimals;
}

StreekColumnType
streek_table_get_column_type (const StreekTable *table, guint column)
{
  g_return_val_if_fail (table != NULL && column < table->columns->len, STREEK_COLUMN_TEXT);

  return streek_table_get_column (table, column)->type;
}

/**
 * streek_table_add_remark:
 * @remark: a translated sentence that a reader of the table must know and no row can say, such as
 *   what is left out
 *
 * Adds it once, however often it is said.
 */
void
streek_table_add_remark (StreekTable *table, const char *remark)
{
  g_return_if_fail (table != NULL && remark != NULL);

  if (!g_ptr_array_find_with_equal_func (table->remarks, remark, g_str_equal, NULL))
    g_ptr_array_add (table->remarks, (gpointer) streek_table_keep_string (table, remark));
}

void
streek_table_add_group (
  StreekTable *table, guint column, guint first_row, const char *heading, const char *detail)
{
  g_return_if_fail (table != NULL && column < table->columns->len && heading != NULL);

  StreekTableGroup group = { first_row, streek_table_keep_string (table, heading),
                             streek_table_keep_string (table, detail) };

  table->group_column = column;
  g_array_append_val (table->groups, group);
}

void
streek_table_set_in_headings (StreekTable *table, guint column)
{
  g_return_if_fail (table != NULL && column < table->columns->len);

  g_array_index (table->columns, StreekTableColumn, column).is_in_headings = TRUE;
}

gboolean
streek_table_is_in_headings (const StreekTable *table, guint column)
{
  g_return_val_if_fail (table != NULL && column < table->columns->len, FALSE);

  return streek_table_get_column (table, column)->is_in_headings;
}

void
streek_table_set_column_under (StreekTable *table, guint column, guint other)
{
  g_return_if_fail (table != NULL && column < table->columns->len && other < table->columns->len);
  g_return_if_fail (column != other);

  g_array_index (table->columns, StreekTableColumn, column).under = (int) other;
}

int
streek_table_get_column_under (const StreekTable *table, guint column)
{
  g_return_val_if_fail (table != NULL && column < table->columns->len, -1);

  return streek_table_get_column (table, column)->under;
}

void
streek_table_set_column_replaced (StreekTable *table, guint column, guint old)
{
  g_return_if_fail (table != NULL && column < table->columns->len && old < table->columns->len);
  g_return_if_fail (column != old);

  g_array_index (table->columns, StreekTableColumn, column).replaced = (int) old;
}

int
streek_table_get_column_replaced (const StreekTable *table, guint column)
{
  g_return_val_if_fail (table != NULL && column < table->columns->len, -1);

  return streek_table_get_column (table, column)->replaced;
}

void
streek_table_set_key_column (StreekTable *table, guint column)
{
  g_return_if_fail (table != NULL && column < table->columns->len);

  table->key_column = column;
}

int
streek_table_get_key_column (const StreekTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return (int) table->key_column;
}

void
streek_table_leave_out_empty (StreekTable *table)
{
  g_return_if_fail (table != NULL);

  table->leaves_out_empty = TRUE;
}

gboolean
streek_table_leaves_out_empty (const StreekTable *table)
{
  g_return_val_if_fail (table != NULL, FALSE);

  return table->leaves_out_empty;
}

guint
streek_table_get_n_groups (const StreekTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->groups->len;
}

const StreekTableGroup *
streek_table_get_group (const StreekTable *table, guint index)
{
  g_return_val_if_fail (table != NULL && index < table->groups->len, NULL);

  return &g_array_index (table->groups, StreekTableGroup, index);
}

int
streek_table_get_group_column (const StreekTable *table)
{
  g_return_val_if_fail (table != NULL, -1);

  return table->groups->len > 0 ? (int) table->group_column : -1;
}

guint
streek_table_get_n_remarks (const StreekTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->remarks->len;
}

const char *
streek_table_get_remark (const StreekTable *table, guint index)
{
  g_return_val_if_fail (table != NULL && index < table->remarks->len, NULL);

  return g_ptr_array_index (table->remarks, index);
}
