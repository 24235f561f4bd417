/* streek-dbase.c: the table beside the shapes of a Shapefile, where it is of the everyday kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-dbase.h"
#include "base/streek-block.h"

#include <math.h>
#include <string.h>

#define MAX_BYTES (1 << 29)
#define VERSION 3 /* no memos, nothing of later programs */
#define HEADER_SIZE 32
#define FIELD_SIZE 32
#define MAX_NAME 11
#define END_OF_FIELDS 0x0d
#define LANGUAGE_OFFSET 29
#define LANGUAGE_LATIN_1 87
#define NOT_DELETED ' '
/* What a double holds to the last digit, and GDAL as a whole number too. */
#define MAX_DIGITS 15
#define MAX_WHOLE 1e15

typedef enum
{
  ENCODING_ASCII, /* or one that is not known here */
  ENCODING_LATIN_1,
  ENCODING_UTF8,
} Encoding;

typedef struct
{
  char name[MAX_NAME + 1];
  char type; /* C: text, N and F: numbers; others are for GDAL */
  guint offset;
  guint width;
  guint n_decimals;
} Field;

struct _StreekDbase
{
  char *data;
  const char *records;
  guint n_records;
  guint record_size;
  GArray *fields; /* of Field */
  Encoding encoding;
};

static guint
peek_uint16 (const char *data)
{
  const guint8 *bytes = (const guint8 *) data;

  return (guint) bytes[0] | (guint) bytes[1] << 8;
}

static guint32
peek_uint32 (const char *data)
{
  return peek_uint16 (data) | (guint32) peek_uint16 (data + 2) << 16;
}

/* A name that no program reads otherwise than another. */
static gboolean
read_name (const StreekDbase *self, const char *data, char *name)
{
  memcpy (name, data, MAX_NAME);
  name[MAX_NAME] = '\0';

  for (const char *at = name; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '_')
      return FALSE;

  for (guint i = 0; i < self->fields->len; i++)
    if (g_ascii_strcasecmp (g_array_index (self->fields, Field, i).name, name) == 0)
      return FALSE;

  return *name != '\0';
}

static gboolean
read_fields (StreekDbase *self, guint header_size)
{
  guint n = (header_size - HEADER_SIZE - 1) / FIELD_SIZE;
  guint offset = 1; /* behind the mark of deletion */

  for (guint i = 0; i < n; i++)
    {
      const char *data = self->data + HEADER_SIZE + FIELD_SIZE * i;
      Field field = { .type = data[11],
                      .offset = offset,
                      .width = (guint8) data[16],
                      .n_decimals = (guint8) data[17] };

      if (!read_name (self, data, field.name) || strchr ("CNFDL", field.type) == NULL ||
          field.type == '\0' || field.width == 0)
        return FALSE;

      g_array_append_val (self->fields, field);
      offset += field.width;
    }

  return n > 0 && self->data[header_size - 1] == END_OF_FIELDS && offset == self->record_size;
}

static gboolean
has_deleted (const StreekDbase *self)
{
  for (guint i = 0; i < self->n_records; i++)
    if (self->records[(gsize) i * self->record_size] != NOT_DELETED)
      return TRUE;

  return FALSE;
}

static gboolean
read_header (StreekDbase *self, gsize size)
{
  if (size < HEADER_SIZE + FIELD_SIZE + 1 || self->data[0] != VERSION)
    return FALSE;

  guint header_size = peek_uint16 (self->data + 8);

  self->n_records = peek_uint32 (self->data + 4);
  self->record_size = peek_uint16 (self->data + 10);
  if (header_size > size || header_size <= HEADER_SIZE ||
      (header_size - HEADER_SIZE) % FIELD_SIZE != 1 || self->record_size == 0 ||
      self->n_records > (size - header_size) / self->record_size)
    return FALSE;

  self->records = self->data + header_size;

  return read_fields (self, header_size) && !has_deleted (self);
}

/* @name: (nullable): what a file beside it says, which goes before what the table says itself */
static Encoding
find_encoding (const StreekDbase *self, const char *name)
{
  if (name != NULL)
    return g_ascii_strcasecmp (name, "UTF-8") == 0        ? ENCODING_UTF8
           : g_ascii_strcasecmp (name, "ISO-8859-1") == 0 ? ENCODING_LATIN_1
                                                          : ENCODING_ASCII;

  return (guint8) self->data[LANGUAGE_OFFSET] == LANGUAGE_LATIN_1 ? ENCODING_LATIN_1
                                                                  : ENCODING_ASCII;
}

/**
 * streek_dbase_open:
 * @path: a file
 * @encoding: (nullable): of its texts, as a file beside it names it
 *
 * Returns: (transfer full) (nullable): the table; %NULL for anything that is not plainly one, or
 * has records that were deleted
 */
StreekDbase *
streek_dbase_open (const char *path, const char *encoding)
{
  g_return_val_if_fail (path != NULL, NULL);

  gsize size = 0;
  g_autoptr (StreekDbase) self = g_new0 (StreekDbase, 1);

  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  self->data = streek_block_read_file (path, MAX_BYTES, &size);
  if (self->data == NULL || !read_header (self, size))
    return NULL;

  self->encoding = find_encoding (self, encoding);

  return g_steal_pointer (&self);
}

void
streek_dbase_close (StreekDbase *self)
{
  g_free (self->data);
  g_array_unref (self->fields);
  g_free (self);
}

guint
streek_dbase_get_n_records (const StreekDbase *self)
{
  return self->n_records;
}

guint
streek_dbase_get_n_fields (const StreekDbase *self)
{
  return self->fields->len;
}

/**
 * streek_dbase_dup_fields:
 *
 * Returns: (transfer full) (array zero-terminated=1): names of letters, digits and underscores
 */
char **
streek_dbase_dup_fields (const StreekDbase *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < self->fields->len; i++)
    g_strv_builder_add (names, g_array_index (self->fields, Field, i).name);

  return g_strv_builder_end (names);
}

/* What stands there, without the spaces around it; a NUL ends it. */
static const char *
find_value (const StreekDbase *self, guint record, const Field *field, gsize *n)
{
  const char *value = self->records + (gsize) record * self->record_size + field->offset;
  const char *end = memchr (value, '\0', field->width);

  if (end == NULL)
    end = value + field->width;
  while (value < end && *value == ' ')
    value++;
  while (end > value && end[-1] == ' ')
    end--;
  *n = (gsize) (end - value);

  return value;
}

static gboolean
is_ascii (const char *value, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if ((guint8) value[i] >= 0x80)
      return FALSE;

  return TRUE;
}

static gboolean
is_plain_text (const StreekDbase *self, const char *value, gsize n)
{
  return self->encoding == ENCODING_LATIN_1 || is_ascii (value, n) ||
         (self->encoding == ENCODING_UTF8 && g_utf8_validate_len (value, n, NULL));
}

/* -0 is one or none, by how wide its column is. */
static gboolean
is_plain_integer (const char *value, gsize n)
{
  gsize first = *value == '-';

  for (gsize i = first; i < n; i++)
    if (!g_ascii_isdigit (value[i]))
      return FALSE;

  return n > first && n - first <= MAX_DIGITS && (first == 0 || value[first] != '0');
}

static gboolean
read_number (const char *value, gsize n, double *number)
{
  char text[256];
  char *end;

  if (n >= sizeof text || n == 0 || memchr (value, '\0', n) != NULL)
    return FALSE;

  memcpy (text, value, n);
  text[n] = '\0';
  if (strspn (text, "+-.0123456789eE") != n)
    return FALSE;

  *number = g_ascii_strtod (text, &end);

  return *end == '\0' && isfinite (*number);
}

/**
 * streek_dbase_is_plain:
 *
 * Returns: whether streek_dbase_append_text() gives what GDAL says of every value of @field; where
 *   not, that is for GDAL
 */
gboolean
streek_dbase_is_plain (const StreekDbase *self, guint field)
{
  g_return_val_if_fail (field < self->fields->len, FALSE);

  const Field *of = &g_array_index (self->fields, Field, field);
  double number;

  if (of->type == 'D' || of->type == 'L')
    return FALSE;

  for (guint i = 0; i < self->n_records; i++)
    {
      gsize n;
      const char *value = find_value (self, i, of, &n);
      gboolean is_plain = n == 0                ? TRUE
                          : of->type == 'C'     ? is_plain_text (self, value, n)
                          : of->n_decimals == 0 ? is_plain_integer (value, n)
                                                : read_number (value, n, &number);

      if (!is_plain)
        return FALSE;
    }

  return TRUE;
}

static void
append_latin_1 (const char *value, gsize n, GString *text)
{
  for (gsize i = 0; i < n; i++)
    g_string_append_unichar (text, (guint8) value[i]);
}

/* 34022 and 34022.0 are the same code. */
static void
append_number (const char *value, gsize n, GString *text)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double number = 0;

  read_number (value, n, &number);

  gboolean is_whole = number == floor (number) && fabs (number) < MAX_WHOLE;

  g_string_append (text,
                   g_ascii_formatd (buffer, sizeof buffer, is_whole ? "%.0f" : "%.15g", number));
}

static void
append_integer (const char *value, gsize n, GString *text)
{
  char buffer[MAX_DIGITS + 2] = "";

  memcpy (buffer, value, MIN (n, sizeof buffer - 1));
  g_string_append_printf (text, "%" G_GINT64_FORMAT, g_ascii_strtoll (buffer, NULL, 10));
}

/**
 * streek_dbase_append_text:
 * @field: one that streek_dbase_is_plain()
 * @text: gets the value, as UTF-8
 *
 * Returns: whether there is one
 */
gboolean
streek_dbase_append_text (const StreekDbase *self, guint record, guint field, GString *text)
{
  g_return_val_if_fail (record < self->n_records && field < self->fields->len, FALSE);

  const Field *of = &g_array_index (self->fields, Field, field);
  gsize n;
  const char *value = find_value (self, record, of, &n);

  if (n == 0)
    return FALSE;

  if (of->type != 'C')
    (of->n_decimals == 0 ? append_integer : append_number) (value, n, text);
  else if (self->encoding == ENCODING_LATIN_1)
    append_latin_1 (value, n, text);
  else
    g_string_append_len (text, value, (gssize) n);

  return TRUE;
}
