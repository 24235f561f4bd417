/* streek-grid.c: the first rows of a sheet, kept to be looked at, and the headers among them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-grid.h"

#include "exchange/streek-period-words.h"

#include <string.h>

#define MAX_GRID_COLUMNS 4096

static void
row_free (gpointer data)
{
  StreekGridRow *row = data;

  for (guint i = 0; i < row->n; i++)
    g_free (row->texts[i]);
  g_free (row->texts);
  g_free (row->flags);
  g_free (row);
}

/**
 * streek_grid_new:
 *
 * Returns: (transfer full): a sheet without rows
 */
StreekGrid *
streek_grid_new (void)
{
  StreekGrid *grid = g_new0 (StreekGrid, 1);

  g_atomic_ref_count_init (&grid->references);
  grid->rows = g_ptr_array_new_with_free_func (row_free);

  return grid;
}

StreekGrid *
streek_grid_ref (StreekGrid *grid)
{
  g_atomic_ref_count_inc (&grid->references);

  return grid;
}

void
streek_grid_unref (StreekGrid *grid)
{
  if (grid == NULL || !g_atomic_ref_count_dec (&grid->references))
    return;

  g_ptr_array_unref (grid->rows);
  g_free (grid);
}

/* Blanks of all kinds become one space, none at the ends; where lines are kept, a line break stays
 * one. */
static char *
dup_tidy (const char *text, gsize length, gboolean keeps_lines)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  GString *tidy = g_string_sized_new (length);
  gboolean gap = FALSE, broken = FALSE;

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isspace (letter) || letter == 0xfeff)
        {
          gap = tidy->len > 0;
          broken = broken || letter == '\n';
          continue;
        }

      if (gap)
        g_string_append_c (tidy, broken && keeps_lines ? '\n' : ' ');
      gap = broken = FALSE;
      g_string_append_unichar (tidy, letter);
    }

  return g_string_free (tidy, FALSE);
}

/* An apostrophe that only kept a spreadsheet from taking a text for a formula. */
static gboolean
is_guarded (const StreekField *field)
{
  return field->length > 1 && field->text[0] == '\'' && strchr ("=+-@", field->text[1]) != NULL &&
         field->text[1] != '\0';
}

static StreekGridRow *
copy_record (const StreekSourceRecord *record, gboolean keeps_lines)
{
  StreekGridRow *row = g_new0 (StreekGridRow, 1);

  row->line = record->line;
  row->n = MIN (record->n_fields, MAX_GRID_COLUMNS);
  row->texts = g_new0 (char *, row->n + 1);
  row->flags = g_new0 (guint32, row->n + 1);

  for (guint i = 0; i < row->n; i++)
    {
      const StreekField *field = &record->fields[i];
      gsize skipped = keeps_lines && is_guarded (field);

      row->texts[i] = dup_tidy (field->text + skipped, field->length - skipped, keeps_lines);
      row->flags[i] = field->flags;
    }

  return row;
}

/**
 * streek_grid_add_row:
 * @line: of the file, from 1
 * @texts: (array length=n): its cells; %NULL is an empty one
 *
 * For rows that no reader of sheets has, such as those of geodata.
 */
void
streek_grid_add_row (StreekGrid *grid, guint64 line, const char *const *texts, guint n)
{
  g_return_if_fail (grid != NULL);

  StreekGridRow *row = g_new0 (StreekGridRow, 1);

  row->line = line;
  row->n = MIN (n, MAX_GRID_COLUMNS);
  row->texts = g_new0 (char *, row->n + 1);
  row->flags = g_new0 (guint32, row->n + 1);

  for (guint i = 0; i < row->n; i++)
    row->texts[i] =
      texts[i] != NULL ? dup_tidy (texts[i], strlen (texts[i]), FALSE) : g_strdup ("");

  g_ptr_array_add (grid->rows, row);
  grid->n_columns = MAX (grid->n_columns, row->n);
}

void
streek_grid_take_row (StreekGrid *grid, guint64 line, char **texts, guint32 *flags, guint n)
{
  g_return_if_fail (grid != NULL && texts != NULL && flags != NULL);

  StreekGridRow *row = g_new0 (StreekGridRow, 1);

  row->line = line;
  row->n = n;
  row->texts = texts;
  row->flags = flags;
  g_ptr_array_add (grid->rows, row);
  grid->n_columns = MAX (grid->n_columns, n);
}

static StreekGrid *
read_rows (StreekSource *source,
           guint sheet,
           guint max_rows,
           gboolean keeps_lines,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (StreekSourceReader) reader =
    streek_source_reader_new (source, sheet, cancellable, error);

  if (reader == NULL)
    return NULL;

  g_autoptr (StreekGrid) grid = streek_grid_new ();
  g_autoptr (GError) fault = NULL;
  StreekSourceRecord record;

  while (grid->rows->len < max_rows && streek_source_reader_next (reader, &record, &fault))
    {
      g_ptr_array_add (grid->rows, copy_record (&record, keeps_lines));
      grid->n_columns = MAX (grid->n_columns, MIN (record.n_fields, MAX_GRID_COLUMNS));
    }

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }

  return g_steal_pointer (&grid);
}

/**
 * streek_grid_read:
 * @max_rows: how many rows at most, %STREEK_GRID_ROWS to guess by
 * @error: return location for a #StreekSourceError
 *
 * Returns: (transfer full): the first rows, or %NULL with @error set
 */
StreekGrid *
streek_grid_read (
  StreekSource *source, guint sheet, guint max_rows, GCancellable *cancellable, GError **error)
{
  return read_rows (source, sheet, max_rows, FALSE, cancellable, error);
}

StreekGrid *
streek_grid_read_lines (
  StreekSource *source, guint sheet, guint max_rows, GCancellable *cancellable, GError **error)
{
  return read_rows (source, sheet, max_rows, TRUE, cancellable, error);
}

const char *
streek_grid_get (const StreekGrid *grid, guint row, guint column)
{
  const StreekGridRow *cells = row < grid->rows->len ? grid->rows->pdata[row] : NULL;

  return cells != NULL && column < cells->n ? cells->texts[column] : "";
}

guint
streek_grid_count_filled (const StreekGrid *grid, guint row)
{
  guint n = 0;

  for (guint column = 0; column < grid->n_columns; column++)
    n += *streek_grid_get (grid, row, column) != '\0' ? 1 : 0;

  return n;
}

static gboolean
is_merged (const StreekGrid *grid, guint row, guint column)
{
  const StreekGridRow *cells = grid->rows->pdata[row];

  return column < cells->n && (cells->flags[column] & STREEK_FIELD_MERGED) != 0;
}

/* What stands in an upper header row over a column: its own text, or that of the cell it was
 * merged with, which stands to its left. */
static const char *
get_upper_text (const StreekGrid *grid, guint row, guint last_row, guint column)
{
  const char *text = streek_grid_get (grid, row, column);

  if (*text != '\0' || *streek_grid_get (grid, last_row, column) == '\0')
    return text;

  for (guint left = column; left > 0; left--)
    {
      const char *there = streek_grid_get (grid, row, left - 1);

      if (*there != '\0')
        /* a merge that the file knows, else a head over columns that all have a lower header */
        return is_merged (grid, row, left - 1) ||
                   *streek_grid_get (grid, last_row, left - 1) != '\0'
                 ? there
                 : "";
    }

  return "";
}

static char *
make_header (const StreekGrid *grid, guint header_row, guint n_header_rows, guint column)
{
  GString *header = g_string_new (NULL);
  guint last_row = header_row + n_header_rows - 1;

  for (guint row = header_row; row <= last_row; row++)
    {
      const char *text = row < last_row ? get_upper_text (grid, row, last_row, column)
                                        : streek_grid_get (grid, row, column);

      if (*text != '\0')
        g_string_append_printf (header, "%s%s", header->len > 0 ? " / " : "", text);
    }

  return g_string_free (header, FALSE);
}

/* "freq,indic_de,unit,geo\TIME_PERIOD": what follows the backslash names the other columns. */
static void
add_split_headers (GStrvBuilder *builder, const char *header, char split)
{
  char delimiter[] = { split, '\0' };
  g_auto (GStrv) parts = g_strsplit (header, delimiter, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      parts[i][strcspn (parts[i], "\\")] = '\0';
      g_strv_builder_add (builder, g_strstrip (parts[i]));
    }
}

guint
streek_grid_count_parts (const StreekGrid *grid, guint header_row, char split)
{
  guint n = 1;

  if (split != 0)
    for (const char *c = streek_grid_get (grid, header_row, 0); *c != '\0'; c++)
      n += *c == split ? 1 : 0;

  return n;
}

/**
 * streek_grid_make_headers:
 * @n_header_rows: 0: columns are called by their number, from 1
 * @split: 0, or what cuts the first column into several
 *
 * Joins the rows of a header with " / "; a head over several columns is repeated over each.
 *
 * Returns: (transfer full): a header a column
 */
GStrv
streek_grid_make_headers (const StreekGrid *grid, guint header_row, guint n_header_rows, char split)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint column = 0; column < grid->n_columns; column++)
    {
      g_autofree char *header = n_header_rows == 0 || header_row + n_header_rows > grid->rows->len
                                  ? g_strdup_printf ("%u", column + 1)
                                  : make_header (grid, header_row, n_header_rows, column);

      if (column == 0 && split != 0)
        add_split_headers (builder, header, split);
      else
        g_strv_builder_add (builder, header);
    }

  return g_strv_builder_end (builder);
}

/**
 * streek_header_dup_pattern:
 *
 * Returns: (transfer full): @header with "{period}" in the place of its period, as it is where it
 *   has none
 */
char *
streek_header_dup_pattern (const char *header)
{
  StreekPeriod period;
  gsize start;
  gsize end;

  if (!streek_period_words_find (header, &period, &start, &end))
    return g_strdup (header);

  return g_strdup_printf ("%.*s" STREEK_HEADER_PERIOD "%s", (int) start, header, header + end);
}

/**
 * streek_header_match:
 * @pattern: of a profile
 * @header: as a file has it
 * @period: (out): the period in the header, %STREEK_PERIOD_NONE where the pattern asks for none
 *
 * Returns: whether the header is meant; case does not count
 */
gboolean
streek_header_match (const char *pattern, const char *header, StreekPeriod *period)
{
  g_autofree char *subject = NULL;

  *period = (StreekPeriod){ 0 };

  if (strstr (pattern, STREEK_HEADER_PERIOD) != NULL)
    {
      g_autofree char *taken_out = streek_header_dup_pattern (header);

      if (!streek_period_words_find (header, period, NULL, NULL))
        return FALSE;

      subject = g_utf8_casefold (taken_out, -1);
    }
  else
    subject = g_utf8_casefold (header, -1);

  g_autofree char *folded = g_utf8_casefold (pattern, -1);

  return strcmp (folded, subject) == 0 || g_pattern_match_simple (folded, subject);
}
