/* streek-image-module.c: gdk-pixbuf as the table of functions that the core opens */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "streek-image-api.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gmodule.h>
#include <math.h>

extern G_MODULE_EXPORT const StreekImageApi streek_image_api;

typedef struct
{
  int drawn_width;
  long long most_pixels;
} Bounds;

/* Called when the size is known and nothing is painted yet: a few bytes can ask for a picture that
 * no memory holds. */
static void
on_size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  const Bounds *bounds = user_data;
  GdkPixbufFormat *format = gdk_pixbuf_loader_get_format (loader);
  double scale = 1, pixels = (double) width * height;

  if (width <= 0 || height <= 0)
    return;

  if (format != NULL && gdk_pixbuf_format_is_scalable (format))
    scale = (double) bounds->drawn_width / width;
  if (pixels * scale * scale > (double) bounds->most_pixels)
    scale = sqrt ((double) bounds->most_pixels / pixels);

  if (scale != 1)
    gdk_pixbuf_loader_set_size (loader, (int) MAX (width * scale, 1),
                                (int) MAX (height * scale, 1));
}

/* From straight RGBA in bytes to premultiplied words. */
static unsigned char *
copy_pixels (const GdkPixbuf *pixbuf, int width, int height)
{
  int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  guint32 *pixels = g_new (guint32, (gsize) width * (gsize) height);

  for (int y = 0; y < height; y++)
    {
      const guchar *in =
        gdk_pixbuf_read_pixels (pixbuf) + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *out = pixels + (gsize) y * (gsize) width;

      for (int x = 0; x < width; x++, in += n_channels)
        {
          guint32 alpha = n_channels == 4 ? in[3] : 255;

          out[x] = alpha << 24 | (in[0] * alpha / 255) << 16 | (in[1] * alpha / 255) << 8 |
                   in[2] * alpha / 255;
        }
    }

  return (unsigned char *) pixels;
}

static unsigned char *
decode (const void *bytes,
        unsigned long long n_bytes,
        int drawn_width,
        long long most_pixels,
        int *out_width,
        int *out_height,
        char **message)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GError) error = NULL;
  Bounds bounds = { drawn_width, most_pixels };

  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared_cb), &bounds);

  gboolean is_read = gdk_pixbuf_loader_write (loader, bytes, (gsize) n_bytes, &error);

  /* a loader must be closed, whatever came of it */
  if (!gdk_pixbuf_loader_close (loader, is_read ? &error : NULL))
    is_read = FALSE;

  GdkPixbuf *pixbuf = is_read ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;

  if (pixbuf == NULL)
    {
      *message = g_strdup (error != NULL ? error->message : "");
      return NULL;
    }

  *out_width = gdk_pixbuf_get_width (pixbuf);
  *out_height = gdk_pixbuf_get_height (pixbuf);

  return copy_pixels (pixbuf, *out_width, *out_height);
}

const StreekImageApi streek_image_api = {
  .version = STREEK_IMAGE_API_VERSION,
  .decode = decode,
};
