/* streek-delimited.c: records of delimited text: CSV, TSV and their relatives */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-delimited.h"
#include "exchange/streek-source-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define FIRST_ROOM (256 * 1024)
#define GROUP 64 /* bytes looked at in one go; as many of padding stand after the text */
#define FIRST_FIELDS 64

/* Besides the public flags, until the record is whole: doubled quotes, or text after the last one.
 */
#define FIELD_NEEDS_UNQUOTING (1u << 31)

/* The bytes that end something: the separator, the quote, CR and LF; a bit for each of a group. */
typedef struct
{
  gsize group;
  guint64 bits;
  char separator;
} Marks;

typedef struct
{
  StreekSourceReader parent;
  StreekDecoder *decoder;

  char *text; /* with padding */
  gsize room;
  gsize start; /* of the next record */
  gsize end;
  gboolean is_at_end;
  guint64 line;
  Marks marks; /* as at start */

  StreekField *fields;
  guint n_fields;
  guint n_allocated;
} DelimitedReader;

typedef enum
{
  SCAN_RECORD,
  SCAN_MORE, /* the record goes on after what was read */
  SCAN_FAILED,
} ScanResult;

#ifdef __SSE2__

static inline guint64
find_marks (const char *text, char separator)
{
  const __m128i separators = _mm_set1_epi8 (separator);
  const __m128i quotes = _mm_set1_epi8 ('"');
  const __m128i feeds = _mm_set1_epi8 ('\n');
  const __m128i returns = _mm_set1_epi8 ('\r');
  guint64 bits = 0;

  for (guint i = 0; i < GROUP / 16; i++)
    {
      __m128i bytes = _mm_loadu_si128 ((const __m128i *) (text + i * 16));
      __m128i found = _mm_or_si128 (
        _mm_or_si128 (_mm_cmpeq_epi8 (bytes, separators), _mm_cmpeq_epi8 (bytes, quotes)),
        _mm_or_si128 (_mm_cmpeq_epi8 (bytes, feeds), _mm_cmpeq_epi8 (bytes, returns)));

      bits |= (guint64) (guint) _mm_movemask_epi8 (found) << (i * 16);
    }

  return bits;
}

#else

static inline guint64
find_marks (const char *text, char separator)
{
  guint64 bits = 0;

  for (guint i = 0; i < GROUP; i++)
    bits |= (guint64) (text[i] == separator || text[i] == '"' || text[i] == '\n' || text[i] == '\r')
            << i;

  return bits;
}

#endif

/* The next mark, or something not before @end. */
static inline gsize
next_mark (Marks *marks, const char *text, gsize end)
{
  while (marks->bits == 0)
    {
      marks->group += GROUP;
      if (marks->group >= end)
        return end;
      marks->bits = find_marks (text + marks->group, marks->separator);
    }

  gsize at = marks->group + (gsize) __builtin_ctzll (marks->bits);

  marks->bits &= marks->bits - 1;
  return at;
}

/* The next mark but quotes, which mean nothing inside a field that does not begin with one. */
static inline gsize
next_end_of_field (Marks *marks, const char *text, gsize end)
{
  gsize at = next_mark (marks, text, end);

  while (at < end && text[at] == '"')
    at = next_mark (marks, text, end);

  return at;
}

static gboolean
is_blank (const char *text, gsize from, gsize to)
{
  while (from < to && text[from] == ' ')
    from++;

  return from == to;
}

static void
set_line_error (GError **error, int code, guint64 line, const char *words)
{
  /* Translators: %1$lu is the number of a line, %2$s a sentence about it. */
  g_set_error (error, STREEK_SOURCE_ERROR, code, _ ("Line %1$lu: %2$s"), (gulong) line, words);
}

/* Finds the end of the field whose quote stands at @quote. */
static ScanResult
scan_quoted (
  DelimitedReader *self, Marks *marks, gsize quote, gsize *after, guint64 *line, GError **error)
{
  StreekField *field = &self->fields[self->n_fields];
  guint64 first_line = *line;
  gsize close;

  field->text = self->text + quote + 1;
  field->flags = STREEK_FIELD_QUOTED;

  for (;;)
    {
      close = next_mark (marks, self->text, self->end);
      if (close >= self->end && !self->is_at_end)
        return SCAN_MORE;
      if (close >= self->end)
        {
          set_line_error (error, STREEK_SOURCE_ERROR_CUT_OFF, first_line,
                          _ ("The quote that opens here is never closed; the file was cut off, or "
                             "a quote is missing."));
          return SCAN_FAILED;
        }

      if (self->text[close] == '\n' || (self->text[close] == '\r' && self->text[close + 1] != '\n'))
        ++*line;
      if (self->text[close] != '"')
        continue;
      if (close + 1 == self->end && !self->is_at_end)
        return SCAN_MORE;
      if (self->text[close + 1] != '"')
        break;

      next_mark (marks, self->text, self->end);
      field->flags |= FIELD_NEEDS_UNQUOTING;
    }

  *after = next_end_of_field (marks, self->text, self->end);
  if (*after >= self->end && !self->is_at_end)
    return SCAN_MORE;

  if (is_blank (self->text, close + 1, *after))
    {
      field->length = (guint32) (close - quote - 1);
      return SCAN_RECORD;
    }

  /* a stray quote would swallow the lines up to the next one */
  if (*line != first_line)
    {
      set_line_error (error, STREEK_SOURCE_ERROR_DAMAGED, first_line,
                      _ ("The quote that opens here closes lines further, in the middle of a cell; "
                         "a quote is missing or one too many."));
      return SCAN_FAILED;
    }

  field->length = (guint32) (*after - quote - 1);
  field->flags |= FIELD_NEEDS_UNQUOTING;
  return SCAN_RECORD;
}

static ScanResult
scan_field (DelimitedReader *self, Marks *marks, gsize *at, guint64 *line, GError **error)
{
  StreekField *field = &self->fields[self->n_fields];
  gsize begin = *at;
  gsize mark = next_mark (marks, self->text, self->end);

  if (G_UNLIKELY (mark < self->end && self->text[mark] == '"'))
    {
      if (is_blank (self->text, begin, mark))
        return scan_quoted (self, marks, mark, at, line, error);

      mark = next_end_of_field (marks, self->text, self->end);
    }

  if (G_UNLIKELY (mark >= self->end))
    {
      if (!self->is_at_end)
        return SCAN_MORE;
      mark = self->end;
    }

  field->text = self->text + begin;
  field->length = (guint32) (mark - begin);
  field->flags = 0;
  *at = mark;
  return SCAN_RECORD;
}

static gboolean
make_room_for_field (DelimitedReader *self, GError **error)
{
  if (self->n_allocated == STREEK_DELIMITED_MAX_FIELDS)
    {
      g_autofree char *words =
        /* Translators: %u is a number of cells. */
        g_strdup_printf (_ ("There are more than %u cells on one line."),
                         STREEK_DELIMITED_MAX_FIELDS);

      set_line_error (error, STREEK_SOURCE_ERROR_TOO_LARGE, self->line, words);
      return FALSE;
    }

  self->n_allocated *= 2;
  self->fields = g_renew (StreekField, self->fields, self->n_allocated);
  return TRUE;
}

/* Scans one record from start; @after is where the next begins, @line its line. */
static ScanResult
scan_record (DelimitedReader *self, Marks *marks, gsize *after, guint64 *line, GError **error)
{
  const char *text = self->text;
  gsize at = self->start;

  self->n_fields = 0;

  for (;;)
    {
      if (G_UNLIKELY (self->n_fields == self->n_allocated) && !make_room_for_field (self, error))
        return SCAN_FAILED;

      ScanResult result = scan_field (self, marks, &at, line, error);

      if (G_UNLIKELY (result != SCAN_RECORD))
        return result;

      self->n_fields++;
      if (at >= self->end || text[at] == '\n' || text[at] == '\r')
        break;
      at++;
    }

  if (at < self->end && text[at] == '\r')
    {
      if (at + 1 == self->end && !self->is_at_end)
        return SCAN_MORE;
      if (text[at + 1] == '\n')
        at = next_mark (marks, text, self->end);
    }

  ++*line;
  *after = at + 1;
  return SCAN_RECORD;
}

static void
reset_marks (DelimitedReader *self)
{
  self->marks.group = self->start - GROUP; /* wraps around, and back */
  self->marks.bits = 0;
}

/* Moves the unfinished record to the front and reads on; the buffer grows with the record. */
static gboolean
read_more (DelimitedReader *self, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->parent.cancellable, error))
    return FALSE;

  memmove (self->text, self->text + self->start, self->end - self->start);
  self->end -= self->start;
  self->start = 0;

  if (self->end > self->room / 2)
    {
      if (self->room >= STREEK_DELIMITED_MAX_LINE)
        {
          set_line_error (error, STREEK_SOURCE_ERROR_TOO_LARGE, self->line,
                          _ ("This line is longer than 16 MB: this is no table, or a quote is "
                             "missing."));
          return FALSE;
        }

      self->room *= 2;
      self->text = g_realloc (self->text, self->room + GROUP);
    }

  gssize n_read =
    streek_decoder_read (self->decoder, self->text + self->end, self->room - self->end, error);

  if (n_read < 0)
    {
      guint64 line = self->line;

      for (gsize i = 0; i < self->end; i++)
        line += self->text[i] == '\n';

      /* Translators: %lu is the number of a line; a sentence about it follows. */
      g_prefix_error (error, _ ("Line %lu: "), (gulong) line);
      return FALSE;
    }

  self->end += (gsize) n_read;
  self->is_at_end = n_read == 0;
  memset (self->text + self->end, 0, GROUP);
  reset_marks (self);

  return !self->is_at_end || streek_input_check_unchanged (self->parent.source->input, error);
}

/* Takes out the quotes of "a ""b"" c" and of "a"b, in place. */
static void
unquote (StreekField *field)
{
  char *text = (char *) field->text; /* our own buffer, lent as constant */
  guint32 n = 0;
  gboolean is_inside = TRUE;

  for (guint32 i = 0; i < field->length; i++)
    {
      if (is_inside && text[i] == '"')
        {
          is_inside = i + 1 < field->length && text[i + 1] == '"';
          if (!is_inside)
            continue;
          i++;
        }

      text[n++] = text[i];
    }

  field->length = n;
  field->flags &= ~FIELD_NEEDS_UNQUOTING;
}

/* Scans a record, reading on where it is not whole; FALSE at the end, or with an error. */
static gboolean
scan_whole_record (DelimitedReader *self, gsize *after, guint64 *line, GError **error)
{
  for (;;)
    {
      Marks marks = self->marks;
      ScanResult result = SCAN_MORE;

      *line = self->line;
      if (self->start < self->end)
        result = scan_record (self, &marks, after, line, error);
      else if (self->is_at_end)
        return FALSE;

      if (G_LIKELY (result == SCAN_RECORD))
        {
          self->marks = marks;
          return TRUE;
        }

      if (result == SCAN_FAILED || !read_more (self, error))
        return FALSE;
    }
}

static gboolean
delimited_next (StreekSourceReader *reader, StreekSourceRecord *record, GError **error)
{
  DelimitedReader *self = (DelimitedReader *) reader;
  guint64 line;
  gsize after;

  if (!scan_whole_record (self, &after, &line, error))
    return FALSE;

  for (guint i = 0; i < self->n_fields; i++)
    if (G_UNLIKELY ((self->fields[i].flags & FIELD_NEEDS_UNQUOTING) != 0))
      unquote (&self->fields[i]);

  gboolean is_empty =
    self->n_fields == 1 && self->fields[0].length == 0 && self->fields[0].flags == 0;

  record->line = self->line;
  record->n_fields = is_empty ? 0 : self->n_fields;
  record->fields = self->fields;

  self->line = line;
  self->start = MIN (after, self->end);

  return TRUE;
}

static double
delimited_get_progress (const StreekSourceReader *reader)
{
  const DelimitedReader *self = (const DelimitedReader *) reader;
  guint64 size = reader->source->input->size;

  return size > 0 ? (double) streek_decoder_get_offset (self->decoder) / (double) size : 1;
}

static void
delimited_free (StreekSourceReader *reader)
{
  DelimitedReader *self = (DelimitedReader *) reader;

  g_clear_pointer (&self->decoder, streek_decoder_free);
  g_free (self->text);
  g_free (self->fields);
}

static const StreekReaderClass delimited_class = {
  .next = delimited_next,
  .get_progress = delimited_get_progress,
  .free = delimited_free,
};

/**
 * streek_delimited_reader_new:
 * @source: a source of delimited text whose encoding is known
 * @separator: the byte between two cells, 0 where each line is one cell
 * @error: return location for a #StreekSourceError
 *
 * Records end at LF, CRLF or CR. A cell may stand in quotes, with blanks around them; within, a
 * quote is doubled. A quote elsewhere is a letter like any other.
 *
 * Memory does not grow with the file: a block, or one record where that is longer, of 16 MB at
 * most.
 *
 * Returns: (transfer full): a reader that must still be given its source
 */
StreekSourceReader *
streek_delimited_reader_new (const StreekSource *source, char separator, GError **error)
{
  StreekDecoder *decoder =
    streek_decoder_new (source->input, source->encoding, source->bom_length, error);

  if (decoder == NULL)
    return NULL;

  DelimitedReader *self = g_new0 (DelimitedReader, 1);

  self->parent.klass = &delimited_class;
  self->decoder = decoder;
  self->room = FIRST_ROOM;
  self->text = g_malloc (self->room + GROUP);
  self->line = 1;
  self->marks.separator = separator != 0 ? separator : '\n';
  self->n_allocated = FIRST_FIELDS;
  self->fields = g_new (StreekField, self->n_allocated);

  return &self->parent;
}
