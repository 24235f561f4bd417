/* streek-logo.c: the office's picture in the corner of a sheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "print/streek-logo.h"

#include "draw/streek-cairo.h"
#include "figure/streek-sheet.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>

/* Enough for the place of a logo at 600 dots per inch. */
#define DRAWN_WIDTH 920

struct _StreekLogo
{
  gatomicrefcount ref_count;
  GdkPixbuf *pixbuf;
};

StreekLogo *
streek_logo_load (const char *path, GError **error)
{
  int width, height;
  GdkPixbufFormat *format = gdk_pixbuf_get_file_info (path, &width, &height);
  gboolean is_drawn = format != NULL && gdk_pixbuf_format_is_scalable (format);
  GdkPixbuf *pixbuf = is_drawn
                        ? gdk_pixbuf_new_from_file_at_scale (path, DRAWN_WIDTH, -1, TRUE, error)
                        : gdk_pixbuf_new_from_file (path, error);

  if (pixbuf == NULL)
    {
      g_prefix_error (error, "%s: ", _ ("The logo could not be read"));
      return NULL;
    }

  StreekLogo *logo = g_new0 (StreekLogo, 1);

  g_atomic_ref_count_init (&logo->ref_count);
  logo->pixbuf = pixbuf;

  return logo;
}

StreekLogo *
streek_logo_ref (StreekLogo *logo)
{
  g_atomic_ref_count_inc (&logo->ref_count);

  return logo;
}

void
streek_logo_unref (StreekLogo *logo)
{
  if (!g_atomic_ref_count_dec (&logo->ref_count))
    return;

  g_object_unref (logo->pixbuf);
  g_free (logo);
}

/* From straight RGBA in bytes to the premultiplied words of Cairo. */
cairo_surface_t *
streek_logo_make_surface (const StreekLogo *logo)
{
  const GdkPixbuf *pixbuf = logo->pixbuf;
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; data != NULL && y < height; y++)
    {
      const guchar *in =
        gdk_pixbuf_read_pixels (pixbuf) + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *out = (guint32 *) (data + (gsize) y * stride);

      for (int x = 0; x < width; x++, in += n_channels)
        {
          guint32 alpha = n_channels == 4 ? in[3] : 255;

          out[x] = alpha << 24 | (in[0] * alpha / 255) << 16 | (in[1] * alpha / 255) << 8 |
                   in[2] * alpha / 255;
        }
    }

  cairo_surface_mark_dirty (surface);

  return surface;
}

/**
 * streek_logo_draw_surface:
 * @surface: of streek_logo_make_surface()
 * @size: of the sheet
 *
 * As streek_logo_draw().
 */
void
streek_logo_draw_surface (cairo_surface_t *surface, cairo_t *cr, StreekSize size)
{
  StreekRect frame = streek_sheet_get_logo_frame (size);
  double width = cairo_image_surface_get_width (surface);
  double height = cairo_image_surface_get_height (surface);
  double scale = MIN (frame.width / width, frame.height / height);

  cairo_save (cr);
  cairo_translate (cr, frame.x + frame.width - width * scale, frame.y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

/**
 * streek_logo_draw:
 * @size: of the sheet
 *
 * Draws the logo in the top right corner inside the margins, keeping its proportions.
 */
void
streek_logo_draw (const StreekLogo *logo, cairo_t *cr, StreekSize size)
{
  g_autoptr (cairo_surface_t) surface = streek_logo_make_surface (logo);

  streek_logo_draw_surface (surface, cr, size);
}
