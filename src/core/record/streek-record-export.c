/* streek-record-export.c: lists of records as files that other programs open */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-export.h"

#include "base/streek-file.h"
#include "exchange/streek-spreadsheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
write_csv (StreekRecordList *list, const char *path, StreekRecordTableFlags flags, GError **error)
{
  g_autoptr (StreekTable) table = streek_record_list_make_table (list, flags);
  const StreekFormat *format = streek_record_view_get_format (streek_record_list_get_view (list));
  char *text = flags & STREEK_RECORD_TABLE_RAW ? streek_table_to_csv (table, NULL)
                                               : streek_table_to_spreadsheet_csv (table, format);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return streek_file_write_atomically (path, bytes, error);
}

static gboolean
write_sheets (StreekRecordList *const *lists,
              guint n_lists,
              const char *path,
              StreekRecordTableFlags flags,
              GError **error)
{
  g_autofree StreekSpreadsheetPart *parts = g_new0 (StreekSpreadsheetPart, n_lists);
  g_autoptr (GPtrArray) tables =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_table_unref);
  gboolean is_raw = (flags & STREEK_RECORD_TABLE_RAW) != 0;

  for (guint i = 0; i < n_lists; i++)
    {
      const StreekRecordKind *kind = streek_record_list_get_spec (lists[i])->kind;
      StreekTable *table = streek_record_list_make_table (lists[i], flags);

      g_ptr_array_add (tables, table);
      parts[i].name = is_raw ? kind->id : streek_record_kind_get_plural (kind);
      parts[i].table = table;
    }

  return streek_spreadsheet_write (path, parts, n_lists, is_raw, error);
}

gboolean
streek_record_lists_write (StreekRecordList *const *lists,
                           guint n_lists,
                           const char *path,
                           StreekRecordTableFlags flags,
                           GError **error)
{
  g_return_val_if_fail (lists != NULL && n_lists > 0 && path != NULL, FALSE);

  flags &= ~STREEK_RECORD_TABLE_HEADINGS; /* a row that is no record is one for who reads it */

  if (streek_spreadsheet_has_suffix (path))
    return write_sheets (lists, n_lists, path, flags, error);
  if (n_lists == 1 && g_str_has_suffix (path, ".csv"))
    return write_csv (lists[0], path, flags, error);

  g_set_error (error, STREEK_RECORD_ERROR, STREEK_RECORD_ERROR_FILE, "%s",
               n_lists == 1 ? _ ("Give the file a name that ends in .csv, .xlsx or .ods.")
                            : _ ("Give the file a name that ends in .xlsx or .ods."));

  return FALSE;
}
