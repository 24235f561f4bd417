/* streek-cli-output.c: tables as CSV or JSON on standard output, and whether they arrived there */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static void
append_json_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');

  for (const char *p = text; *p != '\0'; p++)
    {
      guchar byte = (guchar) *p;

      if (byte == '"' || byte == '\\')
        g_string_append_printf (out, "\\%c", byte);
      else if (byte == '\n')
        g_string_append (out, "\\n");
      else if (byte == '\t')
        g_string_append (out, "\\t");
      else if (byte < 0x20)
        g_string_append_printf (out, "\\u%04x", byte);
      else
        g_string_append_c (out, *p);
    }

  g_string_append_c (out, '"');
}

/* Numbers are written as the shortest text that reads back the same, as in CSV; JSON-GLib would
 * write 0.1 as 0.10000000000000001. What is absent is null. */
static void
append_json_cell (GString *out, const StreekTable *table, guint row, guint column)
{
  StreekColumnType type = streek_table_get_column_type (table, column);
  g_autofree char *raw = streek_table_dup_raw_cell (table, row, column);

  if (raw == NULL || *raw == '\0')
    g_string_append (out, "null");
  else if (type == STREEK_COLUMN_NUMBER || type == STREEK_COLUMN_INTEGER)
    g_string_append (out, raw);
  else
    append_json_string (out, raw);
}

/**
 * streek_cli_add_column:
 * @id: the name of the column; it is for programs, so there is no other one for people
 */
void
streek_cli_add_column (StreekTable *table, const char *id, StreekColumnType type)
{
  streek_table_add_column (table, id, id, type, NULL, 0);
}

/**
 * streek_cli_table_to_json:
 *
 * Returns: (transfer full): an array with an object a row, a line each; the keys are the ids of the
 *   columns, dates and periods are strings, an empty cell is null
 */
char *
streek_cli_table_to_json (const StreekTable *table)
{
  GString *out = g_string_new ("[");
  guint n_rows = streek_table_get_n_rows (table);
  guint n_columns = streek_table_get_n_columns (table);

  for (guint row = 0; row < n_rows; row++)
    {
      g_string_append (out, row == 0 ? "\n{" : ",\n{");

      for (guint column = 0; column < n_columns; column++)
        {
          if (column > 0)
            g_string_append_c (out, ',');
          append_json_string (out, streek_table_get_column_id (table, column));
          g_string_append_c (out, ':');
          append_json_cell (out, table, row, column);
        }

      g_string_append_c (out, '}');
    }

  g_string_append (out, "\n]\n");

  return g_string_free (out, FALSE);
}

/**
 * streek_cli_pairs_to_json:
 * @pairs: a table of two columns, a key and a value a row
 *
 * Returns: (transfer full): one object
 */
char *
streek_cli_pairs_to_json (const StreekTable *pairs)
{
  GString *out = g_string_new ("{");

  for (guint row = 0; row < streek_table_get_n_rows (pairs); row++)
    {
      g_string_append (out, row == 0 ? "\n" : ",\n");
      append_json_string (out, streek_table_get_text (pairs, row, 0));
      g_string_append_c (out, ':');
      append_json_cell (out, pairs, row, 1);
    }

  g_string_append (out, "\n}\n");

  return g_string_free (out, FALSE);
}

/**
 * streek_cli_print:
 * @command: (nullable): the subcommand
 * @text: what goes to standard output
 *
 * A full disk shows only when the last byte is flushed, so that is waited for.
 *
 * Returns: %STREEK_EXIT_DONE, or %STREEK_EXIT_FAILED where it did not arrive, which has been said
 */
StreekExit
streek_cli_print (const StreekCommand *command, const char *text)
{
  gsize length = strlen (text);

  if (fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0)
    return STREEK_EXIT_DONE;

  /* Translators: %s is what the system says about it, such as "No space left on device". */
  g_autoptr (GError) error =
    g_error_new (G_FILE_ERROR, g_file_error_from_errno (errno),
                 _ ("The output could not be written: %s"), g_strerror (errno));

  return streek_cli_fail (command, error);
}

/**
 * streek_cli_print_table:
 *
 * Prints the rows on standard output, and the table's remarks on standard error.
 *
 * Returns: as streek_cli_print(), or %STREEK_EXIT_FINDINGS where there are remarks
 */
StreekExit
streek_cli_print_table (const StreekCommand *command, const StreekTable *table, gboolean as_json)
{
  g_autofree char *text =
    as_json ? streek_cli_table_to_json (table) : streek_table_to_csv (table, NULL);
  StreekExit status = streek_cli_print (command, text);
  guint n_remarks = streek_table_get_n_remarks (table);

  for (guint i = 0; i < n_remarks; i++)
    streek_cli_remark (command, "%s", streek_table_get_remark (table, i));

  return status == STREEK_EXIT_DONE && n_remarks > 0 ? STREEK_EXIT_FINDINGS : status;
}

StreekExit
streek_cli_print_pairs (const StreekCommand *command, const StreekTable *pairs, gboolean as_json)
{
  g_autofree char *text =
    as_json ? streek_cli_pairs_to_json (pairs) : streek_table_to_csv (pairs, NULL);

  return streek_cli_print (command, text);
}
