/* shapefile-fixture.c: small Shapefiles made of text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "shapefile-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* "ESRI Shapefile Technical Description" (1998): lengths are big-endian and in words of 16 bits. */
#define HEADER_SIZE 100
#define TYPE_NULL 0
#define TYPE_POLYGON 5

static void
put_be (GByteArray *bytes, guint32 number)
{
  number = GUINT32_TO_BE (number);
  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

static void
put_le (GByteArray *bytes, guint32 number)
{
  number = GUINT32_TO_LE (number);
  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

static void
put_double (GByteArray *bytes, double number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  bits = GUINT64_TO_LE (bits);
  g_byte_array_append (bytes, (const guint8 *) &bits, sizeof bits);
}

static void
put_zeros (GByteArray *bytes, guint n)
{
  while (n-- > 0)
    g_byte_array_append (bytes, (const guint8 *) "", 1);
}

static guint32
peek_be (const guint8 *data)
{
  guint32 number;

  memcpy (&number, data, sizeof number);

  return GUINT32_FROM_BE (number);
}

static void
put_header (GByteArray *bytes)
{
  put_be (bytes, 9994);
  put_zeros (bytes, 20);
  put_be (bytes, HEADER_SIZE / 2);
  put_le (bytes, 1000);
  put_le (bytes, TYPE_POLYGON);
  put_zeros (bytes, 64);
}

static void
set_be (GByteArray *bytes, guint at, guint32 number)
{
  number = GUINT32_TO_BE (number);
  memcpy (bytes->data + at, &number, sizeof number);
}

static guint
count_points (const char *ring)
{
  g_auto (GStrv) points = g_strsplit (ring, " ", -1);

  return g_strv_length (points);
}

static void
put_points (GByteArray *bytes, const char *ring)
{
  g_auto (GStrv) points = g_strsplit (ring, " ", -1);

  for (gsize i = 0; points[i] != NULL; i++)
    {
      char *end;

      put_double (bytes, g_ascii_strtod (points[i], &end));
      g_assert_cmpint (*end, ==, ',');
      put_double (bytes, g_ascii_strtod (end + 1, &end));
      g_assert_cmpint (*end, ==, '\0');
    }
}

static void
put_polygon (GByteArray *bytes, const char *text)
{
  g_auto (GStrv) rings = g_strsplit (text, ";", -1);
  guint n_points = 0;

  for (gsize i = 0; rings[i] != NULL; i++)
    n_points += count_points (rings[i]);

  put_le (bytes, TYPE_POLYGON);
  put_zeros (bytes, 32); /* a box that nobody looks at */
  put_le (bytes, g_strv_length (rings));
  put_le (bytes, n_points);
  n_points = 0;
  for (gsize i = 0; rings[i] != NULL; i++)
    {
      put_le (bytes, n_points);
      n_points += count_points (rings[i]);
    }
  for (gsize i = 0; rings[i] != NULL; i++)
    put_points (bytes, rings[i]);
}

/* (transfer full): the .shp */
GByteArray *
shapefile_fixture_shapes (const ShapefileFixtureRow *rows, guint n)
{
  GByteArray *bytes = g_byte_array_new ();

  put_header (bytes);
  for (guint i = 0; i < n; i++)
    {
      guint at = bytes->len;

      put_be (bytes, i + 1);
      put_be (bytes, 0);
      if (rows[i].rings != NULL)
        put_polygon (bytes, rows[i].rings);
      else
        put_le (bytes, TYPE_NULL);
      set_be (bytes, at + 4, (bytes->len - at - 8) / 2);
    }
  set_be (bytes, 24, bytes->len / 2);

  return bytes;
}

/* (transfer full): the .shx of @shapes, whatever its bytes are */
GByteArray *
shapefile_fixture_index (const GByteArray *shapes)
{
  GByteArray *bytes = g_byte_array_new ();
  gsize at = HEADER_SIZE;

  put_header (bytes);
  while (at + 8 <= shapes->len)
    {
      guint32 n_words = peek_be (shapes->data + at + 4);

      put_be (bytes, (guint32) (at / 2));
      put_be (bytes, n_words);
      at += 8 + 2 * (gsize) n_words;
    }
  set_be (bytes, 24, bytes->len / 2);

  return bytes;
}

static void
put_field (GByteArray *bytes, const char *name, char type, guint8 width, guint8 n_decimals)
{
  char head[12] = "";
  const guint8 sizes[] = { width, n_decimals };

  memcpy (head, name, strlen (name));
  head[11] = type;
  g_byte_array_append (bytes, (const guint8 *) head, sizeof head);
  put_zeros (bytes, 4);
  g_byte_array_append (bytes, sizes, sizeof sizes);
  put_zeros (bytes, 14);
}

static void
put_text (GByteArray *bytes, const char *text, gsize width)
{
  gsize n = text != NULL ? strlen (text) : 0;

  g_assert_cmpuint (n, <=, width);
  if (n > 0)
    g_byte_array_append (bytes, (const guint8 *) text, (guint) n);
  while (n++ < width)
    g_byte_array_append (bytes, (const guint8 *) " ", 1);
}

/* (transfer full): the .dbf, which says that it is in Latin 1 */
GByteArray *
shapefile_fixture_table (const ShapefileFixtureRow *rows, guint n)
{
  static const guint8 head[] = { 3, 95, 7, 26 };
  static const guint8 sizes[] = { 32 + 3 * 32 + 1, 0, 1 + 8 + 12 + 12, 0 };
  static const guint8 language[] = { 87, 0, 0 };
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, head, sizeof head);
  put_le (bytes, n);
  g_byte_array_append (bytes, sizes, sizeof sizes);
  put_zeros (bytes, 17);
  g_byte_array_append (bytes, language, sizeof language);
  put_field (bytes, "CODE", 'C', 8, 0);
  put_field (bytes, "NUMBER", 'N', 12, 0);
  put_field (bytes, "SHARE", 'N', 12, 3);
  g_byte_array_append (bytes, (const guint8 *) "\r", 1);
  for (guint i = 0; i < n; i++)
    {
      put_text (bytes, " ", 1);
      put_text (bytes, rows[i].code, 8);
      put_text (bytes, rows[i].number, 12);
      put_text (bytes, rows[i].share, 12);
    }

  return bytes;
}

void
shapefile_fixture_write_part (
  const char *folder, const char *name, const char *ending, gconstpointer data, gsize size)
{
  g_autofree char *file = g_strconcat (name, ending, NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  /* a new file need not reach the disk, where one that is emptied does */
  g_unlink (path);

  FILE *stream = fopen (path, "wb");

  g_assert_nonnull (stream);
  g_assert_cmpuint (fwrite (data, 1, size, stream), ==, size);
  g_assert_cmpint (fclose (stream), ==, 0);
}

/* (transfer full): the path of the .shp */
char *
shapefile_fixture_write (
  const char *folder, const char *name, const ShapefileFixtureRow *rows, guint n, const char *prj)
{
  g_autoptr (GByteArray) shapes = shapefile_fixture_shapes (rows, n);
  g_autoptr (GByteArray) index = shapefile_fixture_index (shapes);
  g_autoptr (GByteArray) table = shapefile_fixture_table (rows, n);
  g_autofree char *file = g_strconcat (name, ".shp", NULL);

  shapefile_fixture_write_part (folder, name, ".shp", shapes->data, shapes->len);
  shapefile_fixture_write_part (folder, name, ".shx", index->data, index->len);
  shapefile_fixture_write_part (folder, name, ".dbf", table->data, table->len);
  shapefile_fixture_write_part (folder, name, ".prj", prj, strlen (prj));

  return g_build_filename (folder, file, NULL);
}
