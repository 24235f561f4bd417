/* streek-png.c: a scene as a PNG */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-file.h"
#include "draw/streek-output.h"
#include "draw/streek-scene-private.h"

#include <glib/gi18n-lib.h>
#include <libdeflate.h>
#include <math.h>
#include <string.h>

/* Measured on three maps (589 areas at 1920 by 1080; the Flemish ones with names on A4, and on A3,
 * at 200 dpi), without filters, milliseconds and kB:
 *
 *   zlib 1          12  373     24  819     38  997
 *   zlib 2          12  364     25  806     38  980
 *   zlib 6          27  337     55  741     89  865
 *   libdeflate 1    15  362     27  781     49  916
 *   libdeflate 2     9  351     19  757     32  888
 *   libdeflate 5    11  336     22  737     36  870
 *
 * Tried and no better: the filters of PNG, which are for photographs (in a map they only hide that
 * whole runs are alike), runs only, and two halves in two threads. */
#define COMPRESSION_LEVEL 2

#define SIGNATURE "\x89PNG\r\n\x1a\n"
#define SIGNATURE_SIZE 8
#define CHUNK_SIZE 12 /* length, type and checksum */

/* The file as it grows, in memory. */
typedef struct
{
  guint8 *data;
  gsize size;
} Sink;

static void
put_uint32 (guint8 *data, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  memcpy (data, &big, sizeof big);
}

/* Around @length bytes that already stand where they belong. */
static void
seal_chunk (Sink *sink, const char *type, gsize length)
{
  guint8 *chunk = sink->data + sink->size;

  put_uint32 (chunk, (guint32) length);
  memcpy (chunk + 4, type, 4);
  put_uint32 (chunk + 8 + length, libdeflate_crc32 (0, chunk + 4, 4 + length));
  sink->size += CHUNK_SIZE + length;
}

static void
add_chunk (Sink *sink, const char *type, const guint8 *bytes, gsize length)
{
  if (length > 0)
    memcpy (sink->data + sink->size + 8, bytes, length);

  seal_chunk (sink, type, length);
}

/* Keyword, two bytes that say that it is not compressed, and two empty words on its language. */
static GByteArray *
make_text (const char *key, const char *text)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) key, (guint) strlen (key));
  g_byte_array_append (bytes, (const guint8 *) "\0\0\0\0", 5);

  if (text != NULL)
    g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));

  return bytes;
}

static void
add_text (Sink *sink, const GByteArray *text, gboolean is_there)
{
  if (is_there)
    add_chunk (sink, "iTXt", text->data, text->len);
}

static void
add_header (Sink *sink, guint32 width, guint32 height, double dpi)
{
  guint8 header[13] = { [8] = 8 /* bits */, [9] = 2 /* red, green and blue */ };
  guint8 density[9] = { [8] = 1 /* per metre */ };
  const guint8 perceptual = 0;
  guint32 dots_per_metre = (guint32) lround (dpi / 0.0254);

  memcpy (sink->data, SIGNATURE, SIGNATURE_SIZE);
  sink->size = SIGNATURE_SIZE;
  put_uint32 (header, width);
  put_uint32 (header + 4, height);
  add_chunk (sink, "IHDR", header, sizeof header);
  add_chunk (sink, "sRGB", &perceptual, 1);
  put_uint32 (density, dots_per_metre);
  put_uint32 (density + 4, dots_per_metre);
  add_chunk (sink, "pHYs", density, sizeof density);
}

/* What is transparent is paper: white. Channels are premultiplied, so adding to all three at once
 * never carries. Four bytes are stored for each pixel, and the next one takes the last of them
 * back:
 * @row has one byte more than it needs. */
static void
flatten_row (const guint32 *pixels, guint8 *row, int width)
{
  for (int x = 0; x < width; x++)
    {
      guint32 paper = 255 - (pixels[x] >> 24);
      guint32 rgb = GUINT32_TO_BE ((pixels[x] + paper * 0x010101) << 8);

      memcpy (row + 3 * (gsize) x, &rgb, sizeof rgb);
    }
}

/* Three bytes take the place of four, behind where the next row is read: a second block of that
 * size would cost as much as a third of the packing. Each row begins with its filter, none. */
static gsize
flatten (guint8 *bytes, int width, int height)
{
  gsize row_size = 1 + 3 * (gsize) width;
  g_autofree guint8 *row = g_new0 (guint8, row_size + 1);

  for (int y = 0; y < height; y++)
    {
      flatten_row ((const guint32 *) (gpointer) (bytes + 4 * (gsize) width * y), row + 1, width);
      memcpy (bytes + row_size * y, row, row_size);
    }

  return row_size * height;
}

/* The picture is ours alone, and is not drawn again: its pixels become the rows of the file. */
static GBytes *
encode (const StreekRaster *raster, const StreekScene *scene, double dpi)
{
  const int width = streek_raster_get_width (raster);
  const int height = streek_raster_get_height (raster);
  guint8 *rows = (guint8 *) g_bytes_get_data (streek_raster_get_pixels (raster), NULL);
  gsize n_bytes = flatten (rows, width, height);
  g_autoptr (GByteArray) title = make_text ("Title", scene->title);
  g_autoptr (GByteArray) description = make_text ("Description", scene->description);
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor (COMPRESSION_LEVEL);
  gsize bound = libdeflate_zlib_compress_bound (compressor, n_bytes);
  /* what is not written to costs nothing */
  Sink sink = {
    g_malloc (SIGNATURE_SIZE + 7 * CHUNK_SIZE + 64 + title->len + description->len + bound), 0
  };

  add_header (&sink, (guint32) width, (guint32) height, dpi);
  add_text (&sink, title, scene->title != NULL);
  add_text (&sink, description, scene->description != NULL);
  seal_chunk (
    &sink, "IDAT",
    libdeflate_zlib_compress (compressor, rows, n_bytes, sink.data + sink.size + 8, bound));
  add_chunk (&sink, "IEND", NULL, 0);
  libdeflate_free_compressor (compressor);

  return g_bytes_new_take (g_realloc (sink.data, sink.size), sink.size);
}

/**
 * streek_scene_to_png:
 * @scene: what to draw
 * @dpi: dots per inch, written in the file too
 * @error: return location for a #StreekDrawError
 *
 * Eight bits a colour, sRGB, on white paper, with the title and description of the scene. The
 * same scene gives the same bytes.
 *
 * Returns: (transfer full): the whole file, or %NULL with @error set
 */
GBytes *
streek_scene_to_png (const StreekScene *scene, double dpi, GError **error)
{
  g_return_val_if_fail (dpi > 0, NULL);

  g_autoptr (StreekRaster) raster = streek_raster_new (scene, dpi / 72, FALSE);

  if (raster == NULL)
    {
      g_set_error_literal (error, STREEK_DRAW_ERROR, STREEK_DRAW_ERROR_TOO_LARGE,
                           _ ("The picture would be too large. Choose a smaller size or fewer "
                              "dots per inch."));
      return NULL;
    }

  return encode (raster, scene, dpi);
}

/**
 * streek_scene_write_png:
 * @dpi: dots per inch
 * @path: where; an existing file is replaced at once or not at all
 * @error: return location for a #StreekDrawError or #GIOErrorEnum
 */
gboolean
streek_scene_write_png (const StreekScene *scene, double dpi, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = streek_scene_to_png (scene, dpi, error);

  return bytes != NULL && streek_file_write_atomically (path, bytes, error);
}
