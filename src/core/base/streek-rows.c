/* streek-rows.c: rows of text under named columns, in our tab-separated form */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-rows.h"

#include "base/streek-file.h"

#include <string.h>

/* What is wrong with these texts is for maintainers, who made them: it is said in English. */

struct _StreekRows
{
  char **names;
  GPtrArray *rows; /* of char **, one string per name */
};

/**
 * streek_rows_new:
 * @names: (array zero-terminated): the columns
 *
 * Returns: (transfer full): no rows yet
 */
StreekRows *
streek_rows_new (const char *const *names)
{
  StreekRows *rows = g_new0 (StreekRows, 1);

  rows->names = g_strdupv ((char **) names);
  rows->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  return rows;
}

void
streek_rows_free (StreekRows *rows)
{
  if (rows == NULL)
    return;

  g_strfreev (rows->names);
  g_ptr_array_unref (rows->rows);
  g_free (rows);
}

static char **
split_tsv (const char **at)
{
  const char *end = strchrnul (*at, '\n');
  g_autofree char *line = g_strndup (*at, (gsize) (end - *at));

  *at = *end == '\n' ? end + 1 : end;

  return g_strsplit (line, "\t", -1);
}

/**
 * streek_rows_parse_tsv:
 * @text: lines that begin with # are comments, then a header line, then rows of values between
 *   tabs; no quoting
 * @path: what the text is called where something is wrong with it
 *
 * Returns: (transfer full): the rows, or %NULL with @error set
 */
StreekRows *
streek_rows_parse_tsv (const char *text, const char *path, GError **error)
{
  guint line = 0;
  g_autoptr (StreekRows) rows = NULL;

  for (const char *at = text; *at != '\0';)
    {
      line++;

      if (*at == '#')
        {
          at = strchrnul (at, '\n');
          at += *at == '\n';
          continue;
        }

      g_auto (GStrv) fields = split_tsv (&at);

      if (rows == NULL)
        rows = streek_rows_new ((const char *const *) fields);
      else if (g_strv_length (fields) == g_strv_length (rows->names))
        g_ptr_array_add (rows->rows, g_steal_pointer (&fields));
      else
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "%s, row %u: %u columns instead of %u", path, line, g_strv_length (fields),
                       g_strv_length (rows->names));
          return NULL;
        }
    }

  if (rows == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is empty", path);

  return g_steal_pointer (&rows);
}

/**
 * streek_rows_read_tsv:
 *
 * streek_rows_parse_tsv() of a file.
 */
StreekRows *
streek_rows_read_tsv (const char *path, GError **error)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, error) ? streek_rows_parse_tsv (text, path, error)
                                                        : NULL;
}

guint
streek_rows_get_n (const StreekRows *rows)
{
  return rows->rows->len;
}

static int
find_column (const StreekRows *rows, const char *name)
{
  for (int i = 0; rows->names[i] != NULL; i++)
    if (g_str_equal (rows->names[i], name))
      return i;

  return -1;
}

/**
 * streek_rows_get:
 * @name: a column that streek_rows_require() has seen
 *
 * Returns: the value, "" where it is empty
 */
const char *
streek_rows_get (const StreekRows *rows, guint row, const char *name)
{
  int column = find_column (rows, name);

  g_return_val_if_fail (column >= 0 && row < rows->rows->len, "");

  return ((char **) rows->rows->pdata[row])[column];
}

/**
 * streek_rows_require:
 * @names: (array zero-terminated): columns that must be there, in any order
 */
gboolean
streek_rows_require (const StreekRows *rows, const char *const *names, GError **error)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (find_column (rows, names[i]) < 0)
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "there is no column “%s”",
                     names[i]);
        return FALSE;
      }

  return TRUE;
}

/**
 * streek_rows_add:
 * @values: (array zero-terminated): one per column; copied
 */
void
streek_rows_add (StreekRows *rows, const char *const *values)
{
  g_return_if_fail (g_strv_length ((char **) values) == g_strv_length (rows->names));

  g_ptr_array_add (rows->rows, g_strdupv ((char **) values));
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  char **first = *(char ***) a;
  char **second = *(char ***) b;

  for (guint i = 0; first[i] != NULL; i++)
    {
      int order = strcmp (first[i], second[i]);

      if (order != 0)
        return order;
    }

  return 0;
}

/**
 * streek_rows_sort:
 *
 * Orders the rows by their columns from left to right, byte by byte: the same on every machine.
 */
void
streek_rows_sort (StreekRows *rows)
{
  g_ptr_array_sort (rows->rows, compare_rows);
}

static gboolean
append_line (GString *text, char **fields, GError **error)
{
  for (guint i = 0; fields[i] != NULL; i++)
    {
      if (strpbrk (fields[i], "\t\r\n") != NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "a tab or a line end in “%s” cannot be written", fields[i]);
          return FALSE;
        }

      if (i > 0)
        g_string_append_c (text, '\t');

      g_string_append (text, fields[i]);
    }

  g_string_append_c (text, '\n');

  return TRUE;
}

/**
 * streek_rows_write_tsv:
 * @comments: (array zero-terminated): lines to stand above the header
 *
 * Writes the form that streek_rows_parse_tsv() reads.
 */
gboolean
streek_rows_write_tsv (const StreekRows *rows,
                       const char *path,
                       const char *const *comments,
                       GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; comments[i] != NULL; i++)
    g_string_append_printf (text, "# %s\n", comments[i]);

  if (!append_line (text, rows->names, error))
    return FALSE;

  for (guint i = 0; i < rows->rows->len; i++)
    if (!append_line (text, rows->rows->pdata[i], error))
      return FALSE;

  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);

  return streek_file_write_atomically (path, bytes, error);
}
