/* streek-pictures.c: pictures compared as an eye would, with what differs left behind */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-pictures.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#define MAX_DIFFERENCE 56 /* of 255, in any colour */

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (surface);

  return ((const guint32 *) (data + (gsize) y * cairo_image_surface_get_stride (surface)))[x];
}

static gboolean
is_like (guint32 a, guint32 b)
{
  for (guint shift = 0; shift < 24; shift += 8)
    if (ABS ((int) (a >> shift & 255) - (int) (b >> shift & 255)) > MAX_DIFFERENCE)
      return FALSE;

  return TRUE;
}

static gboolean
has_like_near (cairo_surface_t *surface, int x, int y, guint32 pixel)
{
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);

  for (int j = MAX (y - 1, 0); j <= MIN (y + 1, height - 1); j++)
    for (int i = MAX (x - 1, 0); i <= MIN (x + 1, width - 1); i++)
      if (is_like (get_pixel (surface, i, j), pixel))
        return TRUE;

  return FALSE;
}

static void
keep (const char *name, const char *what, cairo_surface_t *surface)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, what);
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, file, NULL);

  cairo_surface_write_to_png (surface, path);
  g_test_message ("see %s", path);
}

static void
mark_pixel (cairo_surface_t *surface, int x, int y)
{
  guchar *data = cairo_image_surface_get_data (surface);

  ((guint32 *) (data + (gsize) y * cairo_image_surface_get_stride (surface)))[x] = 0xffff0000;
}

void
streek_pictures_assert_alike (const char *name,
                              cairo_surface_t *result,
                              cairo_surface_t *expected,
                              double tolerance)
{
  const int width = cairo_image_surface_get_width (expected);
  const int height = cairo_image_surface_get_height (expected);
  cairo_surface_t *difference = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guint n_unlike = 0;

  g_assert_cmpint (cairo_image_surface_get_width (result), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (result), ==, height);
  cairo_surface_flush (result);
  cairo_surface_flush (expected);
  cairo_surface_flush (difference);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (!has_like_near (expected, x, y, get_pixel (result, x, y)) ||
          !has_like_near (result, x, y, get_pixel (expected, x, y)))
        {
          mark_pixel (difference, x, y);
          n_unlike++;
        }

  double share = (double) n_unlike / ((double) width * height);

  cairo_surface_mark_dirty (difference);
  g_test_message ("%s: %u of %d pixels are unlike", name, n_unlike, width * height);

  if (share > tolerance)
    {
      keep (name, "result", result);
      keep (name, "expected", expected);
      keep (name, "difference", difference);
    }

  cairo_surface_destroy (difference);
  g_assert_cmpfloat (share, <=, tolerance);
}

cairo_surface_t *
streek_pictures_new_from_pixels (GBytes *pixels, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_surface_t *source = cairo_image_surface_create_for_data (
    (guchar *) g_bytes_get_data (pixels, NULL), CAIRO_FORMAT_ARGB32, width, height, width * 4);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, source, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (source);

  return surface;
}

static cairo_surface_t *
convert_pixbuf (GdkPixbuf *pixbuf)
{
  const int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  const int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  cairo_surface_flush (surface);

  for (int y = 0; y < height; y++)
    {
      const guchar *from =
        gdk_pixbuf_read_pixels (pixbuf) + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *to = (guint32 *) (cairo_image_surface_get_data (surface) +
                                 (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, from += n_channels)
        to[x] = 0xff000000u | (guint32) from[0] << 16 | (guint32) from[1] << 8 | from[2];
    }

  cairo_surface_mark_dirty (surface);

  return surface;
}

cairo_surface_t *
streek_pictures_new_from_svg (const char *svg, int width, int height)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (svg, -1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf =
    gdk_pixbuf_new_from_stream_at_scale (stream, width, height, FALSE, NULL, &error);

  g_assert_no_error (error);

  return convert_pixbuf (pixbuf);
}
