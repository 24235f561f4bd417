/* streek-table-text.c: a table as CSV, TSV or HTML, for files, pipes and the clipboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "table/streek-table.h"

#include <string.h>

typedef void (*AppendField) (GString *out, const char *text, gboolean first);

static char *
dup_header (const StreekTable *table, guint column, const StreekFormat *format)
{
  if (format == NULL)
    return g_strdup (streek_table_get_column_id (table, column));

  const char *title = streek_table_get_column_title (table, column);
  const char *unit = streek_table_get_column_unit (table, column);

  return unit != NULL && *unit != '\0' ? g_strdup_printf ("%s (%s)", title, unit)
                                       : g_strdup (title);
}

static char *
dup_cell (const StreekTable *table, guint row, guint column, const StreekFormat *format)
{
  return format != NULL ? streek_table_format_cell (table, row, column, format)
                        : streek_table_dup_raw_cell (table, row, column);
}

static void
append_csv_field (GString *out, const char *text, gboolean first)
{
  if (!first)
    g_string_append_c (out, ',');

  gboolean needs_quotes = strpbrk (text, "\",\r\n") != NULL || *text == ' ' ||
                          (*text != '\0' && text[strlen (text) - 1] == ' ');

  if (!needs_quotes)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');

      g_string_append_c (out, *p);
    }

  g_string_append_c (out, '"');
}

/* Tab-separated text has no quoting that every spreadsheet reads alike. */
static void
append_tsv_field (GString *out, const char *text, gboolean first)
{
  if (!first)
    g_string_append_c (out, '\t');

  for (const char *p = text; *p != '\0'; p++)
    g_string_append_c (out, *p == '\t' || *p == '\r' || *p == '\n' ? ' ' : *p);
}

static char *
write_lines (const StreekTable *table, const StreekFormat *format, AppendField append)
{
  guint n_columns = streek_table_get_n_columns (table);
  GString *out = g_string_new (NULL);

  for (guint column = 0; column < n_columns; column++)
    {
      g_autofree char *header = dup_header (table, column, format);

      append (out, header, column == 0);
    }

  g_string_append_c (out, '\n');

  for (guint row = 0; row < streek_table_get_n_rows (table); row++)
    {
      for (guint column = 0; column < n_columns; column++)
        {
          g_autofree char *text = dup_cell (table, row, column, format);

          append (out, text, column == 0);
        }

      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

/**
 * streek_table_to_csv:
 * @format: (nullable): how people read it, with titles above the columns; %NULL for what programs
 *   read: column ids, points in numbers, ISO dates
 *
 * Quotes as RFC 4180 says; lines end in a line feed.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
streek_table_to_csv (const StreekTable *table, const StreekFormat *format)
{
  g_return_val_if_fail (table != NULL, NULL);

  return write_lines (table, format, append_csv_field);
}

/**
 * streek_table_to_tsv:
 * @format: (nullable): as streek_table_to_csv()
 *
 * Returns: (transfer full): UTF-8 text, tabs and line ends inside cells turned into spaces
 */
char *
streek_table_to_tsv (const StreekTable *table, const StreekFormat *format)
{
  g_return_val_if_fail (table != NULL, NULL);

  return write_lines (table, format, append_tsv_field);
}

static gboolean
is_numeric (const StreekTable *table, guint column)
{
  StreekColumnType type = streek_table_get_column_type (table, column);

  return type == STREEK_COLUMN_NUMBER || type == STREEK_COLUMN_INTEGER;
}

/* The tooltip of a cell: why it is missing, and its note. */
static char *
dup_cell_hint (const StreekTable *table, guint row, guint column)
{
  const char *note = streek_table_get_note (table, row, column);
  const char *reason = is_numeric (table, column)
                         ? streek_missing_get_label (streek_table_get_missing (table, row, column))
                         : "";

  if (*reason != '\0' && note != NULL)
    return g_strdup_printf ("%s: %s", reason, note);

  return note != NULL ? g_strdup (note) : g_strdup (reason);
}

static void
append_html_cell (
  GString *out, const StreekTable *table, guint row, guint column, const StreekFormat *format)
{
  g_autofree char *text = dup_cell (table, row, column, format);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autofree char *hint = dup_cell_hint (table, row, column);
  g_autofree char *escaped_hint = g_markup_escape_text (hint, -1);

  g_string_append (out, is_numeric (table, column) ? "<td align=\"right\"" : "<td");

  if (*hint != '\0')
    g_string_append_printf (out, " title=\"%s\"", escaped_hint);

  g_string_append_printf (out, ">%s</td>", escaped);
}

/**
 * streek_table_to_html:
 * @format: (nullable): as streek_table_to_csv()
 *
 * Returns: (transfer full): one table element after a line that names the encoding, everything
 *   escaped; office programs take it from the clipboard
 */
char *
streek_table_to_html (const StreekTable *table, const StreekFormat *format)
{
  g_return_val_if_fail (table != NULL, NULL);

  guint n_columns = streek_table_get_n_columns (table);
  GString *out = g_string_new ("<meta charset=\"utf-8\">\n<table>\n<thead><tr>");

  for (guint column = 0; column < n_columns; column++)
    {
      g_autofree char *header = dup_header (table, column, format);
      g_autofree char *escaped = g_markup_escape_text (header, -1);

      g_string_append_printf (out, "<th scope=\"col\">%s</th>", escaped);
    }

  g_string_append (out, "</tr></thead>\n<tbody>\n");

  for (guint row = 0; row < streek_table_get_n_rows (table); row++)
    {
      g_string_append (out, "<tr>");

      for (guint column = 0; column < n_columns; column++)
        append_html_cell (out, table, row, column, format);

      g_string_append (out, "</tr>\n");
    }

  g_string_append (out, "</tbody>\n</table>\n");

  return g_string_free (out, FALSE);
}

/* Numbers without group marks, so that they stay numbers; what is missing as its short sign. */
static char *
dup_spreadsheet_cell (const StreekTable *table, guint row, guint column, const StreekFormat *format)
{
  if (!is_numeric (table, column) ||
      streek_table_get_missing (table, row, column) != STREEK_MISSING_NONE)
    return streek_table_format_cell (table, row, column, format);

  char *text = streek_table_dup_raw_cell (table, row, column);
  char *point = strchr (text, '.');

  if (point != NULL)
    *point = streek_format_get_decimal_mark (format);

  return text;
}

/* Quotes keep no spreadsheet from taking "=1+1" in a text for a formula: an apostrophe does. A sign
 * that stands alone says that there is nothing. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@", *text) != NULL && text[1] != '\0';
}

static void
append_spreadsheet_field (GString *out, const char *text, gboolean first)
{
  if (!first)
    g_string_append_c (out, ';');

  g_string_append (out, looks_like_formula (text) ? "\"'" : "\"");

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');

      g_string_append_c (out, *p);
    }

  g_string_append_c (out, '"');
}

/**
 * streek_table_to_spreadsheet_csv:
 * @format: the language whose spreadsheet opens it: Excel takes its marks from there
 *
 * A byte order mark, without which Excel takes UTF-8 for Latin-1; semicolons; titles above the
 * columns; every text quoted, numbers bare; lines end in CR LF. A text that a spreadsheet would
 * take for a formula begins with an apostrophe, which the readers of records take away again.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
streek_table_to_spreadsheet_csv (const StreekTable *table, const StreekFormat *format)
{
  g_return_val_if_fail (table != NULL && format != NULL, NULL);

  guint n_columns = streek_table_get_n_columns (table);
  GString *out = g_string_new ("\xef\xbb\xbf");

  for (guint column = 0; column < n_columns; column++)
    {
      g_autofree char *header = dup_header (table, column, format);

      append_spreadsheet_field (out, header, column == 0);
    }

  g_string_append (out, "\r\n");

  for (guint row = 0; row < streek_table_get_n_rows (table); row++)
    {
      for (guint column = 0; column < n_columns; column++)
        {
          g_autofree char *text = dup_spreadsheet_cell (table, row, column, format);

          if (is_numeric (table, column))
            g_string_append_printf (out, "%s%s", column > 0 ? ";" : "", text);
          else
            append_spreadsheet_field (out, text, column == 0);
        }

      g_string_append (out, "\r\n");
    }

  return g_string_free (out, FALSE);
}
