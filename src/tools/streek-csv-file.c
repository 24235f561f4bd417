/* streek-csv-file.c: the comma-separated files that maintainers keep, read whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-csv-file.h"

#include <string.h>

struct _StreekCsvFile
{
  char *path;
  char *text;       /* fields are cut in place */
  GPtrArray *cells; /* pointers into text, row after row, the header first */
  guint n_columns;
};

/* Cuts one field off @cursor (RFC 4180); @cursor then stands on the separator or the end. */
static char *
cut_field (char **cursor)
{
  char *in = *cursor;

  if (*in != '"')
    {
      *cursor = in + strcspn (in, ",\r\n");
      return in;
    }

  char *start = ++in;
  char *out = start;

  while (*in != '\0' && (in[0] != '"' || in[1] == '"'))
    {
      in += *in == '"';
      *out++ = *in++;
    }

  *cursor = *in == '"' ? in + 1 : in;
  *out = '\0';

  return start;
}

static gboolean
end_row (StreekCsvFile *file, guint n_fields, guint line, GError **error)
{
  if (file->n_columns == 0)
    file->n_columns = n_fields;

  if (n_fields != file->n_columns)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 "%s, record %u: %u fields instead of %u", file->path, line, n_fields,
                 file->n_columns);

  return n_fields == file->n_columns;
}

static gboolean
split (StreekCsvFile *file, GError **error)
{
  char *cursor = file->text;

  for (guint line = 1; *cursor != '\0'; line++)
    {
      guint n_fields = 0;
      char separator;

      do
        {
          g_ptr_array_add (file->cells, cut_field (&cursor));
          n_fields++;
          separator = *cursor;

          if (separator != '\0')
            *cursor++ = '\0';
        }
      while (separator == ',');

      if (separator == '\r' && *cursor == '\n')
        cursor++;

      if (!end_row (file, n_fields, line, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * streek_csv_file_read:
 * @path: a UTF-8 file with a header
 *
 * Returns: (transfer full): the file cut into fields, or %NULL with @error set; a record with
 *   more or fewer fields than the header is an error that names it
 */
StreekCsvFile *
streek_csv_file_read (const char *path, GError **error)
{
  g_autoptr (StreekCsvFile) file = g_new0 (StreekCsvFile, 1);

  file->path = g_strdup (path);
  file->cells = g_ptr_array_new ();

  if (!g_file_get_contents (path, &file->text, NULL, error) || !split (file, error))
    return NULL;

  if (file->n_columns == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: no header", path);
      return NULL;
    }

  return g_steal_pointer (&file);
}

void
streek_csv_file_free (StreekCsvFile *file)
{
  if (file == NULL)
    return;

  g_ptr_array_unref (file->cells);
  g_free (file->text);
  g_free (file->path);
  g_free (file);
}

/**
 * streek_csv_file_get_n_rows:
 *
 * Returns: the number of records below the header
 */
guint
streek_csv_file_get_n_rows (const StreekCsvFile *file)
{
  return file->cells->len / file->n_columns - 1;
}

/**
 * streek_csv_file_find_column:
 *
 * Returns: the number of the column with that header, or -1 with @error set
 */
int
streek_csv_file_find_column (const StreekCsvFile *file, const char *name, GError **error)
{
  for (guint i = 0; i < file->n_columns; i++)
    if (strcmp (g_ptr_array_index (file->cells, i), name) == 0)
      return (int) i;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: no column “%s”", file->path, name);

  return -1;
}

/**
 * streek_csv_file_get:
 * @row: number of the record, the header not counted
 * @column: a number that streek_csv_file_find_column() gave
 *
 * Returns: (transfer none): the field
 */
const char *
streek_csv_file_get (const StreekCsvFile *file, guint row, int column)
{
  return g_ptr_array_index (file->cells, (row + 1) * file->n_columns + (guint) column);
}
