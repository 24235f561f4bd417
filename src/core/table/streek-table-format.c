/* streek-table-format.c: the cells of a table as people read them, and as files hold them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "table/streek-table-private.h"

#include "base/streek-number.h"

/* The sign of an unset text, date or period would only be noise; a number's must be seen. */
static char *
format_missing (const StreekTableColumn *column, StreekMissing missing)
{
  gboolean shows_sign =
    column->type == STREEK_COLUMN_NUMBER ||
    (column->type == STREEK_COLUMN_INTEGER && missing != STREEK_MISSING_NOT_APPLICABLE);

  return g_strdup (shows_sign ? streek_missing_get_sign (missing) : "");
}

/* "≈ 33,3", "≥ 1.234", "468 (juli 2019)" */
static char *
format_number (const StreekTableColumn *shape,
               double value,
               const StreekTableMark *mark,
               const StreekFormat *format)
{
  int decimals = mark->n_decimals > 0 ? mark->n_decimals - 1 : shape->decimals;
  g_autofree char *number = streek_format_number (format, value, decimals);
  const char *sign = mark->is_at_least ? "≥" : streek_qualifier_get_sign (mark->qualifier);
  const char *gap = *sign != '\0' ? "\u00a0" : "";

  if (mark->reference.kind == STREEK_PERIOD_NONE)
    return g_strconcat (sign, gap, number, NULL);

  g_autofree char *reference = streek_format_period (format, mark->reference);

  return g_strconcat (sign, gap, number, " (", reference, ")", NULL);
}

/* "568.886 · 725.425": whole metres east and north */
static char *
format_point (const StreekTableValue *point, const StreekFormat *format)
{
  g_autofree char *x = streek_format_number (format, point[0].number, 0);
  g_autofree char *y = streek_format_number (format, point[1].number, 0);

  return g_strdup_printf ("%s · %s", x, y);
}

/* Well-known text, which every map program reads. */
static char *
dup_raw_point (const StreekTableValue *point)
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
  g_return_val_if_fail (streek_table_has_cell (table, row, column) && format != NULL, NULL);

  const StreekTableColumn *shape = streek_table_get_column (table, column);
  const StreekTableValue *value = streek_table_get_value (table, row, column);
  StreekMissing missing = streek_table_get_state (table, row, column)->missing;

  if (missing != STREEK_MISSING_NONE)
    return format_missing (shape, missing);

  switch (shape->type)
    {
    case STREEK_COLUMN_NUMBER:
      return format_number (shape, value->number, streek_table_get_mark (table, row, column),
                            format);
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
  g_return_val_if_fail (streek_table_has_cell (table, row, column), NULL);

  const StreekTableValue *value = streek_table_get_value (table, row, column);

  if (streek_table_get_state (table, row, column)->missing != STREEK_MISSING_NONE)
    return g_strdup ("");

  switch (streek_table_get_column (table, column)->type)
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
