/* streek-xlsx-sheet.c: the cells of one sheet of an XLSX, row by row */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-xlsx.h"
#include "exchange/streek-archive.h"
#include "exchange/streek-sheet-rows.h"
#include "base/streek-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_MERGED 65536
#define BLOCK_SIZE (64 * 1024)
#define LONGEST_MERGE_TAG 64

/* Rows and columns from 1, the last ones included. */
typedef struct
{
  guint top, left, bottom, right;
} Range;

typedef struct
{
  StreekSheetRows rows;
  const StreekXlsxBook *book;

  GArray *merged;     /* (element-type Range), from top to bottom */
  guint n_begun;      /* of merged, at or above this row */
  GArray *merged_now; /* (element-type Range): those that this row is in */

  guint row;
  guint column;  /* of the cell at hand */
  guint n_cells; /* of the row so far */
  char type;     /* of the cell: the first letter, 'S' for an inline text */
  guint style;
  gboolean has_formula;
  gboolean has_value;
  gboolean is_in_value;
  guint n_phonetic;
  GString *value;
} SheetReader;

/* "BC12"; 0 in @row or @column where the text is no cell. Returns what follows it. */
static const char *
parse_cell (const char *text, guint *row, guint *column)
{
  *row = 0;
  *column = 0;

  for (; g_ascii_isalpha (*text) && *column <= STREEK_SHEET_MAX_COLUMNS; text++)
    *column = *column * 26 + (guint) (g_ascii_toupper (*text) - 'A') + 1;
  for (; g_ascii_isdigit (*text) && *row <= STREEK_SHEET_MAX_ROWS; text++)
    *row = *row * 10 + (guint) (*text - '0');

  return text;
}

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  guint left = ((const Range *) a)->top;
  guint right = ((const Range *) b)->top;

  return (left > right) - (left < right);
}

/* Takes every ref="A1:B2" of a mergeCell that is whole; returns how many bytes are done with. */
static gsize
take_merged (GArray *merged, const char *text, gsize length)
{
  static const char tag[] = "mergeCell ";
  const char *at = text;
  const char *end = text + length;

  while ((at = memmem (at, (gsize) (end - at), tag, sizeof tag - 1)) != NULL)
    {
      const char *close = memchr (at, '>', (gsize) (end - at));

      if (close == NULL)
        return (gsize) (at - text);

      const char *ref = memmem (at, (gsize) (close - at), "ref=\"", 5);
      Range range;

      if (ref != NULL && *(ref = parse_cell (ref + 5, &range.top, &range.left)) == ':' &&
          *parse_cell (ref + 1, &range.bottom, &range.right) == '"' && range.top > 0 &&
          range.left > 0 && range.bottom >= range.top && range.right >= range.left &&
          range.right <= STREEK_SHEET_MAX_COLUMNS && merged->len < MAX_MERGED)
        g_array_append_val (merged, range);

      at = close;
    }

  return length > LONGEST_MERGE_TAG ? length - LONGEST_MERGE_TAG : 0;
}

/* Which cells are merged stands behind all the rows, so the part is unpacked once for that alone.
 */
static gboolean
read_merged (SheetReader *self,
             const StreekInput *input,
             const char *part,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (StreekArchive) archive = streek_archive_open (input, STREEK_ARCHIVE_ZIP, error);
  g_autofree char *block = g_malloc (BLOCK_SIZE);
  gsize n_kept = 0;
  gssize n_read;

  if (archive == NULL || !streek_archive_find (archive, part, error))
    return FALSE;

  while ((n_read = streek_archive_read (archive, block + n_kept, BLOCK_SIZE - n_kept, error)) > 0)
    {
      gsize length = n_kept + (gsize) n_read;
      gsize n_done = take_merged (self->merged, block, length);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      /* a tag that fills the block is none of a sound file */
      n_kept = length - n_done < BLOCK_SIZE / 2 ? length - n_done : 0;
      memmove (block, block + length - n_kept, n_kept);
    }

  g_array_sort (self->merged, compare_tops);
  return n_read == 0;
}

static gboolean
is_merged (const SheetReader *self, guint column)
{
  for (guint i = 0; i < self->merged_now->len; i++)
    {
      const Range *range = &g_array_index (self->merged_now, Range, i);

      if (column >= range->left && column <= range->right)
        return TRUE;
    }

  return FALSE;
}

static void
add_cell (SheetReader *self, const char *text, gsize length, guint flags)
{
  self->n_cells++;
  streek_kept_add_field (self->rows.kept, text, length,
                         flags | (is_merged (self, self->n_cells) ? STREEK_FIELD_MERGED : 0));
}

static void
add_empty_cells_before (SheetReader *self, guint column)
{
  while (self->n_cells + 1 < column)
    add_cell (self, "", 0, STREEK_FIELD_NONE);
}

static void
begin_row (SheetReader *self, const char **names, const char **values)
{
  guint row = streek_sheet_xml_find_number (names, values, "r", self->row + 1);

  if (row <= self->row || row > STREEK_SHEET_MAX_ROWS)
    {
      self->rows.trouble = _ ("The rows of this sheet are not in order: the file is damaged.");
      return;
    }

  self->row = row;
  self->column = 0;
  self->n_cells = 0;

  for (guint i = self->merged_now->len; i > 0; i--)
    if (g_array_index (self->merged_now, Range, i - 1).bottom < row)
      g_array_remove_index_fast (self->merged_now, i - 1);
  for (; self->n_begun < self->merged->len; self->n_begun++)
    {
      const Range *range = &g_array_index (self->merged, Range, self->n_begun);

      if (range->top > row)
        break;
      if (range->bottom >= row)
        g_array_append_vals (self->merged_now, range, 1);
    }

  streek_kept_begin_record (self->rows.kept, row);
}

static void
end_row (SheetReader *self)
{
  guint last = self->n_cells;

  for (guint i = 0; i < self->merged_now->len; i++)
    last = MAX (last, g_array_index (self->merged_now, Range, i).right);

  add_empty_cells_before (self, last + 1);
  streek_kept_drop_empty_fields (self->rows.kept);
  self->rows.n_whole++;
}

static void
begin_cell (SheetReader *self, const char **names, const char **values)
{
  const char *reference = streek_sheet_xml_find (names, values, "r");
  const char *type = streek_sheet_xml_find (names, values, "t");
  guint row, column = self->n_cells + 1;

  if (reference != NULL)
    parse_cell (reference, &row, &column);

  if (column <= self->n_cells || column > STREEK_SHEET_MAX_COLUMNS)
    {
      self->rows.trouble = _ ("The cells of this sheet are not in order: the file is damaged.");
      return;
    }

  self->column = column;
  self->type = type == NULL                      ? 'n'
               : strcmp (type, "inlineStr") == 0 ? 'S'
               : strcmp (type, "str") == 0       ? 'S'
                                                 : *type;
  self->style = streek_sheet_xml_find_number (names, values, "s", 0);
  self->has_formula = FALSE;
  self->has_value = FALSE;
  g_string_truncate (self->value, 0);
}

static void
add_shared_text (SheetReader *self)
{
  const GArray *ends = self->book->string_ends;
  guint64 index;

  if (!g_ascii_string_to_unsigned (self->value->str, 10, 0, G_MAXUINT, &index, NULL) ||
      index >= ends->len)
    {
      self->rows.trouble =
        _ ("A cell points at a text that is not in the file: the file is damaged.");
      return;
    }

  gsize begin = index > 0 ? g_array_index (ends, gsize, index - 1) : 0;

  add_cell (self, self->book->strings->str + begin, g_array_index (ends, gsize, index) - begin,
            STREEK_FIELD_NONE);
}

/* Excel writes 17 digits: 0.28999999999999998 is the 0.29 that a person typed. */
static void
add_number (SheetReader *self)
{
  const char *text = self->value->str;
  gsize n_digits = strspn (text, "0123456789");
  StreekXlsxStyle style = self->style < self->book->styles->len
                            ? self->book->styles->data[self->style]
                            : STREEK_XLSX_NUMBER;
  double number;

  if (n_digits == self->value->len && n_digits > 0 && n_digits <= 15 && style == STREEK_XLSX_NUMBER)
    {
      add_cell (self, text, n_digits, STREEK_FIELD_NUMBER);
      return;
    }

  if (!streek_number_parse (text, &number))
    {
      add_cell (self, text, self->value->len, STREEK_FIELD_NONE);
      return;
    }

  gboolean is_date = style != STREEK_XLSX_NUMBER && style != STREEK_XLSX_PERCENTAGE;
  g_autofree char *date =
    is_date ? streek_xlsx_format_date (number, style, self->book->is_from_1904) : NULL;
  g_autofree char *shortest = style == STREEK_XLSX_PERCENTAGE ? streek_sheet_dup_percentage (number)
                              : date == NULL                  ? streek_number_to_string (number)
                                                              : NULL;

  if (date != NULL)
    add_cell (self, date, strlen (date), STREEK_FIELD_DATE);
  else
    add_cell (self, shortest, strlen (shortest), STREEK_FIELD_NUMBER);
}

static void
end_cell (SheetReader *self)
{
  add_empty_cells_before (self, self->column);

  if (!self->has_value)
    add_cell (self, "", 0, self->has_formula ? STREEK_FIELD_NO_CACHED : STREEK_FIELD_NONE);
  else if (self->type == 's')
    add_shared_text (self);
  else if (self->type == 'n')
    add_number (self);
  else if (self->type == 'd')
    add_cell (self, self->value->str, self->value->len, STREEK_FIELD_DATE);
  else if (self->type == 'b')
    add_cell (self, *self->value->str == '1' ? "TRUE" : "FALSE", *self->value->str == '1' ? 4 : 5,
              STREEK_FIELD_NONE);
  else
    add_cell (self, self->value->str, self->value->len, STREEK_FIELD_NONE);
}

static void
start_cb (gpointer data, const char *name, const char **names, const char **values)
{
  SheetReader *self = data;

  if (self->rows.trouble != NULL)
    return;

  if (strcmp (name, "c") == 0 && self->row > 0)
    begin_cell (self, names, values);
  else if (strcmp (name, "row") == 0)
    begin_row (self, names, values);
  else if (strcmp (name, "f") == 0)
    self->has_formula = TRUE;
  else if (strcmp (name, "rPh") == 0)
    self->n_phonetic++;
  else if (strcmp (name, "v") == 0 || (strcmp (name, "t") == 0 && self->n_phonetic == 0))
    self->is_in_value = TRUE;
}

static void
end_cb (gpointer data, const char *name)
{
  SheetReader *self = data;

  if (self->rows.trouble != NULL)
    return;

  if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    self->is_in_value = FALSE;
  else if (strcmp (name, "c") == 0 && self->column > self->n_cells)
    end_cell (self);
  else if (strcmp (name, "row") == 0)
    end_row (self);
  else if (strcmp (name, "rPh") == 0)
    self->n_phonetic -= self->n_phonetic > 0;
}

static void
text_cb (gpointer data, const char *text, gsize length)
{
  SheetReader *self = data;

  if (!self->is_in_value)
    return;

  self->has_value = TRUE;
  g_string_append_len (self->value, text, (gssize) length);
}

static const StreekSheetXmlFuncs sheet_funcs = { .start = start_cb,
                                                 .end = end_cb,
                                                 .text = text_cb };

static void
sheet_free (StreekSourceReader *reader)
{
  SheetReader *self = (SheetReader *) reader;

  streek_sheet_rows_clear (&self->rows);
  g_array_unref (self->merged);
  g_array_unref (self->merged_now);
  g_string_free (self->value, TRUE);
}

static const StreekReaderClass sheet_class = {
  .next = streek_sheet_rows_next,
  .get_progress = streek_sheet_rows_get_progress,
  .free = sheet_free,
};

/**
 * streek_xlsx_reader_new:
 * @source: an XLSX
 * @book: what its sheets share, which lives as long as @source
 * @part: the part with the sheet
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #StreekSourceError or #GIOErrorEnum
 *
 * Rows that the file leaves out are left out; the others keep their number. Numbers are the
 * shortest text that reads back the same, dates ISO 8601; a formula counts as the result kept
 * beside it. Empty cells at the end of a row are left out, unless they are part of a merged one.
 *
 * Returns: (transfer full): a reader that must still be given its source
 */
StreekSourceReader *
streek_xlsx_reader_new (const StreekSource *source,
                        const StreekXlsxBook *book,
                        const char *part,
                        GCancellable *cancellable,
                        GError **error)
{
  SheetReader *self = g_new0 (SheetReader, 1);

  self->rows.parent.klass = &sheet_class;
  self->book = book;
  self->merged = g_array_new (FALSE, FALSE, sizeof (Range));
  self->merged_now = g_array_new (FALSE, FALSE, sizeof (Range));
  self->value = g_string_new (NULL);

  if (read_merged (self, source->input, part, cancellable, error) &&
      streek_sheet_rows_begin (&self->rows, source->input, part, &sheet_funcs, error))
    return &self->rows.parent;

  sheet_free (&self->rows.parent);
  g_free (self);
  return NULL;
}
