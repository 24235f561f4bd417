/* streek-table-cells.c: what the cells of a table hold */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "table/streek-table-private.h"

#include <math.h>
#include <string.h>

static const StreekTableMark no_mark = { .note = NULL };

const StreekTableMark *
streek_table_get_mark (const StreekTable *table, guint row, guint column)
{
  const GArray *marks = streek_table_get_column (table, column)->marks;

  return marks != NULL && row < marks->len ? &g_array_index (marks, StreekTableMark, row)
                                           : &no_mark;
}

static StreekTableMark *
ensure_mark (StreekTable *table, guint row, guint column)
{
  StreekTableColumn *shape = &g_array_index (table->columns, StreekTableColumn, column);

  if (shape->marks == NULL)
    shape->marks = g_array_new (FALSE, TRUE, sizeof (StreekTableMark));
  if (row >= shape->marks->len)
    g_array_set_size (shape->marks, table->n_rows);

  return &g_array_index (shape->marks, StreekTableMark, row);
}

static void
set_state (StreekTable *table, guint row, guint column, StreekMissing missing)
{
  streek_table_get_state (table, row, column)->missing = (guint8) missing;
}

/**
 * streek_table_set_text:
 * @text: (nullable): copied; %NULL makes the cell not applicable
 */
void
streek_table_set_text (StreekTable *table, guint row, guint column, const char *text)
{
  g_return_if_fail (table != NULL);

  streek_table_lend_text (table, row, column, streek_table_keep_string (table, text));
}

/**
 * streek_table_lend_text:
 * @text: (nullable): not copied: it lives as long as a lender of the table; %NULL makes the cell
 *   not applicable
 */
void
streek_table_lend_text (StreekTable *table, guint row, guint column, const char *text)
{
  g_return_if_fail (streek_table_has_cell_of_type (table, row, column, STREEK_COLUMN_TEXT));

  streek_table_get_value (table, row, column)->text = text;
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
  g_return_if_fail (streek_table_has_cell_of_type (table, row, column, STREEK_COLUMN_NUMBER));
  g_return_if_fail (isfinite (value));

  streek_table_get_value (table, row, column)->number = value;
  *streek_table_get_state (table, row, column) =
    (StreekTableState){ STREEK_MISSING_NONE, (guint8) status };
  if (streek_table_get_mark (table, row, column)->is_at_least)
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
  g_return_if_fail (streek_table_has_cell_of_type (table, row, column, STREEK_COLUMN_NUMBER));

  if (streek_table_get_mark (table, row, column)->qualifier != qualifier)
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
  g_return_if_fail (streek_table_has_cell_of_type (table, row, column, STREEK_COLUMN_NUMBER));

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
  g_return_if_fail (streek_table_has_cell_of_type (table, row, column, STREEK_COLUMN_NUMBER));

  if (!streek_period_equal (streek_table_get_mark (table, row, column)->reference, reference))
    ensure_mark (table, row, column)->reference = reference;
}

/**
 * streek_table_set_measure:
 * @unit: (nullable): what stands behind the number on paper
 * @decimals: how many of them people see
 *
 * Says how one number is read, whatever its column says. To be called after
 * streek_table_set_number().
 */
void
streek_table_set_measure (
  StreekTable *table, guint row, guint column, const char *unit, int decimals)
{
  g_return_if_fail (streek_table_has_cell (table, row, column));
  g_return_if_fail (decimals >= 0 && decimals < G_MAXUINT8);

  StreekTableMark *mark = ensure_mark (table, row, column);

  mark->unit = streek_table_keep_string (table, unit);
  mark->n_decimals = (guint8) (decimals + 1);
}

/**
 * streek_table_get_unit:
 *
 * Returns: (nullable): what stands behind this one number on paper
 */
const char *
streek_table_get_unit (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (streek_table_has_cell (table, row, column), NULL);

  return streek_table_get_mark (table, row, column)->unit;
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
  g_return_if_fail (streek_table_has_cell (table, row, column));
  g_return_if_fail (missing != STREEK_MISSING_NONE);

  const StreekTableMark *mark = streek_table_get_mark (table, row, column);

  memset (streek_table_get_value (table, row, column), 0,
          streek_table_column_count_values (streek_table_get_column (table, column)) *
            sizeof (StreekTableValue));
  *streek_table_get_state (table, row, column) = (StreekTableState){ .missing = (guint8) missing };
  if (mark != &no_mark)
    *ensure_mark (table, row, column) = (StreekTableMark){ .note = mark->note };
}

void
streek_table_set_integer (StreekTable *table, guint row, guint column, gint64 value)
{
  g_return_if_fail (streek_table_has_cell_of_type (table, row, column, STREEK_COLUMN_INTEGER));

  streek_table_get_value (table, row, column)->integer = value;
  set_state (table, row, column, STREEK_MISSING_NONE);
}

/**
 * streek_table_set_date:
 * @date: a day; %STREEK_DATE_NONE and %STREEK_DATE_OPEN make the cell not applicable
 */
void
streek_table_set_date (StreekTable *table, guint row, guint column, StreekDate date)
{
  g_return_if_fail (streek_table_has_cell_of_type (table, row, column, STREEK_COLUMN_DATE));

  gboolean is_day = date > STREEK_DATE_NONE && date != STREEK_DATE_OPEN;

  streek_table_get_value (table, row, column)->date = is_day ? date : STREEK_DATE_NONE;
  set_state (table, row, column, is_day ? STREEK_MISSING_NONE : STREEK_MISSING_NOT_APPLICABLE);
}

void
streek_table_set_period (StreekTable *table, guint row, guint column, StreekPeriod period)
{
  g_return_if_fail (streek_table_has_cell_of_type (table, row, column, STREEK_COLUMN_PERIOD));

  streek_table_get_value (table, row, column)->period = period;
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
  g_return_if_fail (streek_table_has_cell_of_type (table, row, column, STREEK_COLUMN_POINT));
  g_return_if_fail (isfinite (x) && isfinite (y));

  StreekTableValue *point = streek_table_get_value (table, row, column);

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
  g_return_if_fail (streek_table_has_cell (table, row, column));

  if (note != NULL || streek_table_get_mark (table, row, column)->note != NULL)
    ensure_mark (table, row, column)->note = streek_table_keep_string (table, note);
}

/**
 * streek_table_get_text:
 *
 * Returns: (transfer none) (nullable): the text, %NULL where there is none
 */
const char *
streek_table_get_text (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (streek_table_has_cell_of_type (table, row, column, STREEK_COLUMN_TEXT),
                        NULL);

  return streek_table_get_value (table, row, column)->text;
}

/**
 * streek_table_get_number:
 *
 * Returns: the value, NAN where streek_table_get_missing() says why there is none
 */
double
streek_table_get_number (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (streek_table_has_cell_of_type (table, row, column, STREEK_COLUMN_NUMBER),
                        NAN);

  return streek_table_get_state (table, row, column)->missing == STREEK_MISSING_NONE
           ? streek_table_get_value (table, row, column)->number
           : NAN;
}

StreekMissing
streek_table_get_missing (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (streek_table_has_cell (table, row, column), STREEK_MISSING_UNKNOWN);

  return streek_table_get_state (table, row, column)->missing;
}

StreekStatus
streek_table_get_status (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (streek_table_has_cell (table, row, column), STREEK_STATUS_FINAL);

  return streek_table_get_state (table, row, column)->status;
}

StreekQualifier
streek_table_get_qualifier (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (streek_table_has_cell (table, row, column), STREEK_QUALIFIER_NONE);

  return streek_table_get_mark (table, row, column)->qualifier;
}

gboolean
streek_table_is_at_least (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (streek_table_has_cell (table, row, column), FALSE);

  return streek_table_get_mark (table, row, column)->is_at_least &&
         streek_table_get_state (table, row, column)->missing == STREEK_MISSING_NONE;
}

/**
 * streek_table_get_reference:
 *
 * Returns: of when the number is; kind NONE where that is what its row says
 */
StreekPeriod
streek_table_get_reference (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (streek_table_has_cell (table, row, column), (StreekPeriod){ 0 });

  return streek_table_get_mark (table, row, column)->reference;
}

/**
 * streek_table_get_integer:
 *
 * Returns: the value, 0 where streek_table_get_missing() says why there is none
 */
gint64
streek_table_get_integer (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (streek_table_has_cell_of_type (table, row, column, STREEK_COLUMN_INTEGER),
                        0);

  return streek_table_get_value (table, row, column)->integer;
}

StreekDate
streek_table_get_date (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (streek_table_has_cell_of_type (table, row, column, STREEK_COLUMN_DATE),
                        STREEK_DATE_NONE);

  return streek_table_get_value (table, row, column)->date;
}

StreekPeriod
streek_table_get_period (const StreekTable *table, guint row, guint column)
{
  g_return_val_if_fail (streek_table_has_cell_of_type (table, row, column, STREEK_COLUMN_PERIOD),
                        (StreekPeriod){ 0 });

  return streek_table_get_value (table, row, column)->period;
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
  g_return_val_if_fail (streek_table_has_cell_of_type (table, row, column, STREEK_COLUMN_POINT),
                        FALSE);

  const StreekTableValue *point = streek_table_get_value (table, row, column);

  if (streek_table_get_state (table, row, column)->missing != STREEK_MISSING_NONE)
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
  g_return_val_if_fail (streek_table_has_cell (table, row, column), NULL);

  return streek_table_get_mark (table, row, column)->note;
}
