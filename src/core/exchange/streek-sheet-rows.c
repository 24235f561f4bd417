/* streek-sheet-rows.c: the rows of a sheet, handed over while its XML is parsed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-sheet-rows.h"
#include "base/streek-number.h"

#include <string.h>

/* Opens the part that holds the sheet; @rows is also what @funcs are called with. */
gboolean
streek_sheet_rows_begin (StreekSheetRows *rows,
                         const StreekInput *input,
                         const char *member,
                         const StreekSheetXmlFuncs *funcs,
                         GError **error)
{
  rows->kept = streek_kept_new ();
  rows->spare = streek_kept_new ();
  rows->xml = streek_sheet_xml_open (input, member, funcs, rows, error);

  return rows->xml != NULL;
}

void
streek_sheet_rows_clear (StreekSheetRows *rows)
{
  g_clear_pointer (&rows->xml, streek_sheet_xml_free);
  g_clear_pointer (&rows->kept, streek_kept_free);
  g_clear_pointer (&rows->spare, streek_kept_free);
}

/* Forgets the rows that were lent; one that goes on in the next piece is taken along. */
static void
drop_lent (StreekSheetRows *rows)
{
  StreekKept *lent = rows->kept;

  if (rows->n_whole < lent->records->len)
    {
      StreekSourceRecord begun;

      streek_kept_look_at (lent, rows->n_whole, &begun);
      streek_kept_begin_record (rows->spare, begun.line);
      for (guint i = 0; i < begun.n_fields; i++)
        streek_kept_add_field (rows->spare, begun.fields[i].text, begun.fields[i].length,
                               begun.fields[i].flags);
    }

  streek_kept_clear (lent);
  rows->kept = rows->spare;
  rows->spare = lent;
  rows->n_whole = 0;
  rows->n_lent = 0;
}

/* Parses until there is a whole row, or the sheet is at its end. */
static gboolean
parse_more (StreekSheetRows *rows, GError **error)
{
  drop_lent (rows);

  while (rows->n_whole == 0 && !rows->is_at_end)
    {
      gboolean is_at_end;

      if (g_cancellable_set_error_if_cancelled (rows->parent.cancellable, error) ||
          !streek_sheet_xml_step (rows->xml, &is_at_end, error))
        return FALSE;

      rows->is_at_end = rows->is_at_end || is_at_end;
      if (rows->trouble != NULL)
        {
          g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_DAMAGED,
                               rows->trouble);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
streek_sheet_rows_next (StreekSourceReader *reader, StreekSourceRecord *record, GError **error)
{
  StreekSheetRows *rows = (StreekSheetRows *) reader;

  if (rows->n_lent == rows->n_whole && !parse_more (rows, error))
    return FALSE;
  if (rows->n_lent == rows->n_whole)
    {
      streek_input_check_unchanged (reader->source->input, error);
      return FALSE;
    }

  streek_kept_look_at (rows->kept, rows->n_lent++, record);
  return TRUE;
}

double
streek_sheet_rows_get_progress (const StreekSourceReader *reader)
{
  return streek_sheet_xml_get_progress (((const StreekSheetRows *) reader)->xml);
}

/**
 * streek_sheet_dup_percentage:
 * @share: what a spreadsheet keeps of a cell that it shows as a percentage
 *
 * Text of the same table, or a person who reads it, says 12.3 %, and so must the file.
 *
 * Returns: (transfer full): "12.3%" for 0.123, to the last digit
 */
char *
streek_sheet_dup_percentage (double share)
{
  g_autofree char *text = streek_number_to_string (share);
  g_autofree char *moved = g_strconcat (text, "e2", NULL);
  gboolean has_power = strchr (text, 'e') != NULL;
  g_autofree char *shown =
    streek_number_to_string (has_power ? share * 100 : g_ascii_strtod (moved, NULL));

  return g_strconcat (shown, "%", NULL);
}
