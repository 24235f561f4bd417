/* streek-image-file.c: pictures that people bring: logos as PNG, JPEG or SVG */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-image-file.h"
#include "exchange/streek-module.h"
#include "streek-image-api.h"

#include <glib/gi18n-lib.h>

/* Enough for the place of a logo at 600 dots per inch. */
#define DRAWN_WIDTH 920
#define MOST_PIXELS (4 * 1000 * 1000)

/* One that was missing is looked for again. */
static const StreekImageApi *
load_module (GError **error)
{
  static GMutex mutex;
  static const StreekImageApi *api;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr (GError) own_error = NULL;

  if (api == NULL)
    api = streek_module_open ("streek-image", STREEK_IMAGE_API_SYMBOL, STREEK_IMAGE_API_VERSION,
                              &own_error);

  if (g_error_matches (own_error, STREEK_MODULE_ERROR, STREEK_MODULE_ERROR_MISSING))
    g_set_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_UNREADABLE,
                 /* Translators: libgdk-pixbuf-2.0-0 is the name of a package; %s says why, in
                  * English. */
                 _ ("Pictures cannot be read: the part of the program that does so is missing, or "
                    "gdk-pixbuf is. Install the package libgdk-pixbuf-2.0-0. (%s)"),
                 own_error->message);
  else if (own_error != NULL)
    g_set_error_literal (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_UNREADABLE,
                         own_error->message);

  return api;
}

/**
 * streek_image_decode:
 * @bytes: a file, whatever its name
 * @error: return location for %STREEK_SOURCE_ERROR_UNREADABLE
 *
 * Returns: (transfer full): the picture, or %NULL with @error set for what is none
 */
StreekImage *
streek_image_decode (GBytes *bytes, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  const StreekImageApi *api = load_module (error);
  gsize n_bytes;
  gconstpointer data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char *message = NULL;
  int width = 0, height = 0;

  if (api == NULL)
    return NULL;

  unsigned char *pixels =
    api->decode (data, n_bytes, DRAWN_WIDTH, MOST_PIXELS, &width, &height, &message);

  if (pixels == NULL)
    {
      g_set_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_UNREADABLE,
                   /* Translators: %s says what is wrong, in the words of the system. */
                   _ ("It is no picture that can be read: choose a PNG, JPEG or SVG. (%s)"),
                   message);
      return NULL;
    }

  g_autoptr (GBytes) owned = g_bytes_new_take (pixels, (gsize) width * (gsize) height * 4);

  return streek_image_new ((guint) width, (guint) height, owned);
}
