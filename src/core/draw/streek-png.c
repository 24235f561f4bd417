/* streek-png.c: a scene as a PNG */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-file.h"
#include "draw/streek-output.h"
#include "draw/streek-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <png.h>
#include <string.h>

/* Measured on three maps (589 areas at 1920 by 1080, 20 000 there, 589 with 300 names on A4 at 200
 * dpi), best of five runs in turn, milliseconds and kB:
 *
 *   level 1, no filter    28  451     73 1649     89 1270
 *   level 2, no filter    27  448     65 1614     72 1251
 *   level 3, no filter    31  442    134 1600     74 1232
 *   level 6, no filter    58  413     94 1682    155 1202
 *   level 1, up, RLE      17  466     60 1954     84 1622
 *   level 6, all filters 104  483    189 1715    335 1481  (what Cairo does)
 *
 * Filters are for photographs: in a map they only hide that whole runs are alike. */
#define COMPRESSION_LEVEL 2

/* Either libpng's own words, or nothing. */
typedef struct
{
  GByteArray *bytes;
  char *message;
} Sink;

static void
append_bytes_cb (png_structp png, png_bytep data, png_size_t length)
{
  Sink *sink = png_get_io_ptr (png);

  g_byte_array_append (sink->bytes, data, (guint) length);
}

static void
flush_cb (png_structp png)
{
}

static void
on_error_cb (png_structp png, png_const_charp message)
{
  Sink *sink = png_get_error_ptr (png);

  sink->message = g_strdup (message);
  png_longjmp (png, 1);
}

static void
on_warning_cb (png_structp png, png_const_charp message)
{
  g_debug ("libpng: %s", message);
}

static void
set_text (png_structp png, png_infop info, const char *key, const char *text)
{
  png_text chunk = { .compression = PNG_ITXT_COMPRESSION_NONE,
                     .key = (char *) key,
                     .text = (char *) text,
                     .lang = (char *) "",
                     .lang_key = (char *) "" };

  if (text != NULL)
    png_set_text (png, info, &chunk, 1);
}

/* What is transparent is paper: white. Channels are premultiplied, so adding to all three at once
 * never carries. Four bytes are stored for each pixel, and the next one takes the last of them
 * back:
 * @row has one byte more than it needs. */
static void
flatten_row (const guint32 *pixels, png_bytep row, int width)
{
  for (int x = 0; x < width; x++)
    {
      guint32 paper = 255 - (pixels[x] >> 24);
      guint32 rgb = GUINT32_TO_BE ((pixels[x] + paper * 0x010101) << 8);

      memcpy (row + 3 * (gsize) x, &rgb, sizeof rgb);
    }
}

static void
write_header (
  png_structp png, png_infop info, const StreekRaster *raster, const StreekScene *scene, double dpi)
{
  png_uint_32 dots_per_metre = (png_uint_32) lround (dpi / 0.0254);

  png_set_IHDR (png, info, (png_uint_32) streek_raster_get_width (raster),
                (png_uint_32) streek_raster_get_height (raster), 8, PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_compression_level (png, COMPRESSION_LEVEL);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (png, info, dots_per_metre, dots_per_metre, PNG_RESOLUTION_METER);
  set_text (png, info, "Title", scene->title);
  set_text (png, info, "Description", scene->description);
  png_write_info (png, info);
}

/* Nothing is allocated between setting the place to jump back to and the last call that jumps. */
static gboolean
encode (const StreekRaster *raster, const StreekScene *scene, double dpi, Sink *sink)
{
  png_structp png =
    png_create_write_struct (PNG_LIBPNG_VER_STRING, sink, on_error_cb, on_warning_cb);
  png_infop info = png_create_info_struct (png);
  const int width = streek_raster_get_width (raster);
  const int height = streek_raster_get_height (raster);
  const guint32 *pixels = g_bytes_get_data (streek_raster_get_pixels (raster), NULL);
  g_autofree png_byte *row = g_new (png_byte, 3 * (gsize) width + 1);

  if (setjmp (png_jmpbuf (png)) == 0)
    {
      png_set_write_fn (png, sink, append_bytes_cb, flush_cb);
      write_header (png, info, raster, scene, dpi);

      for (int y = 0; y < height; y++)
        {
          flatten_row (pixels + (gsize) y * width, row, width);
          png_write_row (png, row);
        }

      png_write_end (png, NULL);
    }

  png_destroy_write_struct (&png, &info);

  return sink->message == NULL;
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

  Sink sink = { .bytes = g_byte_array_new () };

  if (encode (raster, scene, dpi, &sink))
    return g_byte_array_free_to_bytes (sink.bytes);

  g_set_error (error, STREEK_DRAW_ERROR, STREEK_DRAW_ERROR_FAILED,
               /* Translators: %s is what the library says, in English. */
               _ ("The picture could not be made: %s."), sink.message);
  g_free (sink.message);
  g_byte_array_unref (sink.bytes);

  return NULL;
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
