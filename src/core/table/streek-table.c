/* streek-table.c: a table as nouns hand it to figures, lists and exports */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "table/streek-table.h"

#include "base/streek-number.h"

#include <math.h>
#include <string.h>

typedef union
{
  const char *text; /* owned by the table's chunk, or lent */
  double number;    /* of a point one of two */
  gint64 integer;
  StreekDate date;
  StreekPeriod period;
} Value;

typedef struct
{
  guint8 missing;
  guint8 status;
} State;

/* What few cells have. */
typedef struct
{
  const char *note;       /* (nullable): owned by the table's chunk */
  StreekPeriod reference; /* of a number, where it is not of its row's period */
  guint8 qualifier;
  guint8 is_at_least;
} Mark;

/* A table of 20 000 areas is made with each period that somebody plays through: most of the time
 * went into memory for what its cells do not say. */
typedef struct
{
  const char *id;
  const char *title;
  const char *unit;
  StreekColumnType type;
  int decimals;
  GArray *values; /* (element-type Value): one per row, of points two */
  GArray *states; /* (element-type State): one per row */
  GArray *marks;  /* (element-type Mark) (nullable): of the first rows, as far as one has any */
} Column;

/* Whoever lends texts, as long as the table lives. */
typedef struct
{
  gpointer owner;
  GDestroyNotify free;
} Lender;

struct _StreekTable
{
  gatomicrefcount ref_count;
  GStringChunk *strings;
  GArray *columns;    /* (element-type Column) */
  GPtrArray *remarks; /* (element-type utf8): owned by the chunk */
  GArray *lenders;    /* (element-type Lender) */
  GArray *groups;     /* (element-type StreekTableGroup): texts owned by the chunk */
  guint group_column; /* of those */
  guint n_rows;
};

static const Mark no_mark = { .note = NULL };

static void
clear_column (gpointer data)
{
  Column *column = data;

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

static const char *
keep_string (StreekTable *table, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (table->strings, text) : NULL;
}

static const Column *
get_column (const StreekTable *table, guint column)
{
  return &g_array_index (table->columns, Column, column);
}

static guint
count_values (const Column *column)
{
  return column->type == STREEK_COLUMN_POINT ? 2 : 1;
}

static Value *
get_value (const StreekTable *table, guint row, guint column)
{
  const Column *shape = get_column (table, column);

  return &g_array_index (shape->values, Value, row * count_values (shape));
}

static State *
get_state (const StreekTable *table, guint row, guint column)
{
  return &g_array_index (get_column (table, column)->states, State, row);
}

static const Mark *
get_mark (const StreekTable *table, guint row, guint column)
{
  const GArray *marks = get_column (table, column)->marks;

  return marks != NULL && row < marks->len ? &g_array_index (marks, Mark, row) : &no_mark;
}

static Mark *
ensure_mark (StreekTable *table, guint row, guint column)
{
  Column *shape = &g_array_index (table->columns, Column, column);

  if (shape->marks == NULL)
    shape->marks = g_array_new (FALSE, TRUE, sizeof (Mark));
  if (row >= shape->marks->len)
    g_array_set_size (shape->marks, table->n_rows);

  return &g_array_index (shape->marks, Mark, row);
}

static void
set_state (StreekTable *table, guint row, guint column, StreekMissing missing)
{
  get_state (table, row, column)->missing = (guint8) missing;
}

/* What new rows hold is unknown until set. */
static void
add_cells (const Column *column, guint n)
{
  guint first = column->states->len;

  g_array_set_size (column->values, (first + n) * count_values (column));
  g_array_set_size (column->states, first + n);

  for (guint row = first; row < first + n; row++)
    g_array_index (column->states, State, row) = (State){ .missing = STREEK_MISSING_UNKNOWN };
}

static gboolean
has_cell (const StreekTable *table, guint row, guint column)
{
  return table != NULL && row < table->n_rows && column < table->columns->len;
}

static gboolean
has_cell_of_type (const StreekTable *table, guint row, guint column, StreekColumnType type)
{
  return has_cell (table, row, column) && get_column (table, column)->type == type;
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
  table->columns = g_array_new (FALSE, TRUE, sizeof (Column));
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

  Column column = {
    .id = keep_string (table, id),
    .title = keep_string (table, title),
    .unit = keep_string (table, unit),
    .type = type,
    .decimals = decimals,
    .values = g_array_new (FALSE, TRUE, sizeof (Value)),
    .states = g_array_new (FALSE, FALSE, sizeof (State)),
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
    add_cells (get_column (table, i), n);

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

/**
 * streek_table_set_text:
 * @text: (nullable): copied; %NULL makes the cell not applicable
 */
void
streek_table_set_text (StreekTable *table, guint row, guint column, const char *text)
{
  g_return_if_fail (table != NULL);

  streek_table_lend_text (table, row, column, keep_string (table, text));
}

/**
 * streek_table_lend_text:
 * @text: (nullable): not copied: it lives as long as a lender of the table; %NULL makes the cell
 *   not applicable
 */
void
streek_table_lend_text (StreekTable *table, guint row, guint column, const char *text)
{
  g_return_if_fail (has_cell_of_type (table, row, column, STREEK_COLUMN_TEXT));

  get_value (table, row, column)->text = text;
  set_state (table, row, column,
             text != NULL ? STREEK_MISSING_NONE : STREEK_MISSING_NOT_APPLICABLE);
}

/**
 * streek_table_set_number:
 * @value: finite; a real 0 is a value
 * @status: how sure it is
 */
void
streek_table_set_number (
  StreekTable *table, guint row, guint column, double value, StreekStatus status)
{
  g_return_if_fail (has_cell_of_type (table, row, column, STREEK_COLUMN_NUMBER));
  g_return_if_fail (isfinite (value));

  get_value (table, row, column)->number = value;
  *get_state (table, row, column) = (State){ STREEK_MISSING_NONE, (guint8) status };
  if (get_mark (table, row, column)->is_at_least)
    ensure_mark (table, row, column)->is_at_least = FALSE;
}

/**
 * streek_table_set_qualifier:
 * @qualifier: how exactly the number is meant; it stands before it wherever people read it
 *
 * To be called after streek_table_set_number().
 */
void
streek_table_set_qualifier (StreekTable *table, guint row, guint column, StreekQualifier qualifier)
{
  g_return_if_fail (has_cell_of_type (table, row, column, STREEK_COLUMN_NUMBER));

  if (get_mark (table, row, column)->qualifier != qualifier)
    ensure_mark (table, row, column)->qualifier = qualifier;
}

/**
 * streek_table_set_at_least:
 *
 * Says that the number is a sum of which a part is unknown: "≥" stands before it wherever people
 * read it. To be called after streek_table_set_number().
 */
void
streek_table_set_at_least (StreekTable *table, guint row, guint column)
{
  g_return_if_fail (has_cell_of_type (table, row, column, STREEK_COLUMN_NUMBER));

  ensure_mark (table, row, column)->is_at_least = TRUE;
}

/**
 * streek_table_set_reference:
 * @reference: of when the number is; it stands behind it wherever people read it
 *
 * To be called after streek_table_set_number().
 */
void
streek_table_set_reference (StreekTable *table, guint row, guint column, StreekPeriod reference)
{
  g_return_if_fail (has_cell_of_type (table, row, column, STREEK_COLUMN_NUMBER));

  if (!streek_period_equal (get_mark (table, row, column)->reference, reference))
    ensure_mark (table, row, column)->reference = reference;
}

/**
 * streek_table_set_missing:
 * @missing: why there is no value; any kind but %STREEK_MISSING_NONE
 *
 * Empties a cell of any type.
 */
void
streek_table_set_missing (StreekTable *table, guint row, guint column, StreekMissing missing)
{
  g_return_if_fail (has_cell (table, row, column));
  g_return_if_fail (missing != STREEK_MISSING_NONE);

  const Mark *mark = get_mark (table, row, column);

  memset (get_value (table, row, column), 0,
          count_values (get_column (table, column)) * sizeof (Value));
  *get_state (table, row, column) = (State){ .missing = (guint8) missing };
  if (mark != &no_mark)
    *ensure_mark (table, row, column) = (Mark){ .note = mark->note };
}

void
streek_table_set_integer (StreekTable *table, guint row, guint column, gint64 value)
{
  g_return_if_fail (has_cell_of_type (table, row, column, STREEK_COLUMN_INTEGER));

  get_value (table, row, column)->integer = value;
  set_state (table, row, column, STREEK_MISSING_NONE);
}

/**
 * streek_table_set_date:
 * @date: a day; %STREEK_DATE_NONE and %STREEK_DATE_OPEN make the cell not applicable
 */
void
streek_table_set_date (StreekTable *table, guint row, guint column, StreekDate date)
{
  g_return_if_fail (has_cell_of_type (table, row, column, STREEK_COLUMN_DATE));

  gboolean is_day = date > STREEK_DATE_NONE && date != STREEK_DATE_OPEN;

  get_value (table, row, column)->date = is_day ? date : STREEK_DATE_NONE;
  set_state (table, row, column, is_day ? STREEK_MISSING_NONE : STREEK_MISSING_NOT_APPLICABLE);
}

void
streek_table_set_period (StreekTable *table, guint row, guint column, StreekPeriod period)
{
  g_return_if_fail (has_cell_of_type (table, row, column, STREEK_COLUMN_PERIOD));

  get_value (table, row, column)->period = period;
  set_state (table, row, column,
             period.kind != STREEK_PERIOD_NONE ? STREEK_MISSING_NONE
                                               : STREEK_MISSING_NOT_APPLICABLE);
}

/**
 * streek_table_set_point:
 * @x: metres east in Belgian Lambert 2008 (EPSG:3812), finite
 * @y: metres north, finite
 */
void
streek_table_set_point (StreekTable *table, guint row, guint column, double x, double y)
{
  g_return_if_fail (has_cell_of_type (table, row, column, STREEK_COLUMN_POINT));
  g_return_if_fail (isfinite (x) && isfinite (y));

  Value *point = get_value (table, row, column);

  point[0].number = x;
  point[1].number = y;
  set_state (table, row, column, STREEK_MISSING_NONE);
}

/**
 * streek_table_set_note:
 * @note: (nullable): copied; what a reader of this one cell must know
 */
void
streek_table_set_note (StreekTable *table, guint row, guint column, const char *note)
{
  g_return_if_fail (has_cell (table, row, column));

  if (note != NULL || get_mark (table, row, column)->note != NULL)
    ensure_mark (table, row, column)->note = keep_string (table, note);
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
    if (g_strcmp0 (get_column (table, i)->id, id) == 0)
      return (int) i;

  return -1;
}

const char *
streek_table_get_column_id (const StreekTable *table, guint column)
{
  g_return_val_if_fail (table != NULL && column < table->columns->len, NULL);

  return get_column (table, column)->id;
}

const char *
streek_table_get_column_title (const StreekTable *table, guint column)
{
  g_return_val_if_fail (table != NULL && column < table->columns->len, NULL);

  return get_column (table, column)->title;
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

  return get_column (table, column)->unit;
}

/**
 * streek_table_get_column_decimals:
 *
 * Returns: how many its numbers are shown with
 */
void
streek_table_set_column_decimals (StreekTable *table, guint column, int decimals)
{
  g_return_if_fail (table != NULL && column < table->columns->len && decimals >= 0);

  g_array_index (table->columns, Column, column).decimals = decimals;
}

int
streek_table_get_column_decimals (const StreekTable *table, guint column)
{
  g_return_val_if_fail (table != NULL && column < table->columns->len, 0);

  return get_column (table, column)->decimals;
}

StreekColumnType
streek_table_get_column_type (const StreekTable *table, guint column)
{
  g_return_val_if_fail (table != NULL && column < table->columns->len, STREEK_COLUMN_TEXT);

  return get_column (table, column)->type;
}

/**
 * streek_table_get_text:
 *
 * Returns: (transfer none) (nullable): the text, %NULL where there is none
 */
const char *
streek_table_get_text (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (has_cell_of_type (table, row, column, STREEK_COLUMN_TEXT), NULL);

  return get_value (table, row, column)->text;
}

/**
 * streek_table_get_number:
 *
 * Returns: the value, NAN where streek_table_get_missing() says why there is none
 */
double
streek_table_get_number (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (has_cell_of_type (table, row, column, STREEK_COLUMN_NUMBER), NAN);

  return get_state (table, row, column)->missing == STREEK_MISSING_NONE
           ? get_value (table, row, column)->number
           : NAN;
}

StreekMissing
streek_table_get_missing (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (has_cell (table, row, column), STREEK_MISSING_UNKNOWN);

  return get_state (table, row, column)->missing;
}

StreekStatus
streek_table_get_status (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (has_cell (table, row, column), STREEK_STATUS_FINAL);

  return get_state (table, row, column)->status;
}

StreekQualifier
streek_table_get_qualifier (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (has_cell (table, row, column), STREEK_QUALIFIER_NONE);

  return get_mark (table, row, column)->qualifier;
}

gboolean
streek_table_is_at_least (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (has_cell (table, row, column), FALSE);

  return get_mark (table, row, column)->is_at_least &&
         get_state (table, row, column)->missing == STREEK_MISSING_NONE;
}

/**
 * streek_table_get_reference:
 *
 * Returns: of when the number is; kind NONE where that is what its row says
 */
StreekPeriod
streek_table_get_reference (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (has_cell (table, row, column), (StreekPeriod){ 0 });

  return get_mark (table, row, column)->reference;
}

/**
 * streek_table_get_integer:
 *
 * Returns: the value, 0 where streek_table_get_missing() says why there is none
 */
gint64
streek_table_get_integer (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (has_cell_of_type (table, row, column, STREEK_COLUMN_INTEGER), 0);

  return get_value (table, row, column)->integer;
}

StreekDate
streek_table_get_date (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (has_cell_of_type (table, row, column, STREEK_COLUMN_DATE),
                        STREEK_DATE_NONE);

  return get_value (table, row, column)->date;
}

StreekPeriod
streek_table_get_period (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (has_cell_of_type (table, row, column, STREEK_COLUMN_PERIOD),
                        (StreekPeriod){ 0 });

  return get_value (table, row, column)->period;
}

/**
 * streek_table_get_point:
 * @x: (out): metres east
 * @y: (out): metres north
 *
 * Returns: %FALSE where streek_table_get_missing() says why there is none
 */
gboolean
streek_table_get_point (const StreekTable *table, guint row, guint column, double *x, double *y)
{
  g_return_val_if_fail (has_cell_of_type (table, row, column, STREEK_COLUMN_POINT), FALSE);

  const Value *point = get_value (table, row, column);

  if (get_state (table, row, column)->missing != STREEK_MISSING_NONE)
    return FALSE;

  *x = point[0].number;
  *y = point[1].number;

  return TRUE;
}

/**
 * streek_table_get_note:
 *
 * Returns: (transfer none) (nullable): what a reader of this one cell must know
 */
const char *
streek_table_get_note (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (has_cell (table, row, column), NULL);

  return get_mark (table, row, column)->note;
}

/* The sign of an unset text, date or period would only be noise; a number's must be seen. */
static char *
format_missing (const Column *column, StreekMissing missing)
{
  gboolean shows_sign =
    column->type == STREEK_COLUMN_NUMBER ||
    (column->type == STREEK_COLUMN_INTEGER && missing != STREEK_MISSING_NOT_APPLICABLE);

  return g_strdup (shows_sign ? streek_missing_get_sign (missing) : "");
}

/* "≈ 33,3", "≥ 1.234", "468 (juli 2019)" */
static char *
format_number (const Column *shape, double value, const Mark *mark, const StreekFormat *format)
{
  g_autofree char *number = streek_format_number (format, value, shape->decimals);
  const char *sign = mark->is_at_least ? "≥" : streek_qualifier_get_sign (mark->qualifier);
  const char *gap = *sign != '\0' ? "\u00a0" : "";

  if (mark->reference.kind == STREEK_PERIOD_NONE)
    return g_strconcat (sign, gap, number, NULL);

  g_autofree char *reference = streek_format_period (format, mark->reference);

  return g_strconcat (sign, gap, number, " (", reference, ")", NULL);
}

/* "568.886 · 725.425": whole metres east and north */
static char *
format_point (const Value *point, const StreekFormat *format)
{
  g_autofree char *x = streek_format_number (format, point[0].number, 0);
  g_autofree char *y = streek_format_number (format, point[1].number, 0);

  return g_strdup_printf ("%s · %s", x, y);
}

/* Well-known text, which every map program reads. */
static char *
dup_raw_point (const Value *point)
{
  g_autofree char *x = streek_number_to_string (point[0].number);
  g_autofree char *y = streek_number_to_string (point[1].number);

  return g_strdup_printf ("POINT (%s %s)", x, y);
}

/**
 * streek_table_format_cell:
 * @format: how numbers and dates look
 *
 * Returns: (transfer full): the cell as people read it; a missing number is its sign, never empty
 */
char *
streek_table_format_cell (const StreekTable *table,
                          guint row,
                          guint column,
                          const StreekFormat *format)
{
  g_return_val_if_fail (has_cell (table, row, column) && format != NULL, NULL);

  const Column *shape = get_column (table, column);
  const Value *value = get_value (table, row, column);
  StreekMissing missing = get_state (table, row, column)->missing;

  if (missing != STREEK_MISSING_NONE)
    return format_missing (shape, missing);

  switch (shape->type)
    {
    case STREEK_COLUMN_NUMBER:
      return format_number (shape, value->number, get_mark (table, row, column), format);
    case STREEK_COLUMN_INTEGER:
      return streek_format_number (format, (double) value->integer, 0);
    case STREEK_COLUMN_DATE:
      return streek_format_date (format, value->date);
    case STREEK_COLUMN_PERIOD:
      return streek_format_period (format, value->period);
    case STREEK_COLUMN_POINT:
      return format_point (value, format);
    default:
      return g_strdup (value->text);
    }
}

/**
 * streek_table_dup_raw_cell:
 *
 * Returns: (transfer full): the cell as files hold it: the shortest number that reads back the
 *   same, ISO dates and periods; empty where there is no value
 */
char *
streek_table_dup_raw_cell (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (has_cell (table, row, column), NULL);

  const Value *value = get_value (table, row, column);

  if (get_state (table, row, column)->missing != STREEK_MISSING_NONE)
    return g_strdup ("");

  switch (get_column (table, column)->type)
    {
    case STREEK_COLUMN_NUMBER:
      return streek_number_to_string (value->number);
    case STREEK_COLUMN_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    case STREEK_COLUMN_DATE:
      return streek_date_to_string (value->date);
    case STREEK_COLUMN_PERIOD:
      return streek_period_to_string (value->period);
    case STREEK_COLUMN_POINT:
      return dup_raw_point (value);
    default:
      return g_strdup (value->text);
    }
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
    g_ptr_array_add (table->remarks, (gpointer) keep_string (table, remark));
}

void
streek_table_add_group (
  StreekTable *table, guint column, guint first_row, const char *heading, const char *detail)
{
  g_return_if_fail (table != NULL && column < table->columns->len && heading != NULL);

  StreekTableGroup group = { first_row, keep_string (table, heading), keep_string (table, detail) };

  table->group_column = column;
  g_array_append_val (table->groups, group);
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
