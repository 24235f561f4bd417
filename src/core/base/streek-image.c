/* streek-image.c: a picture as pixels, such as a logo, wherever it came from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-image.h"

struct _StreekImage
{
  gatomicrefcount references;
  guint width;
  guint height;
  GBytes *pixels;
};

/**
 * streek_image_new:
 *
 * Returns: (transfer full): a picture that holds a reference to @pixels
 */
StreekImage *
streek_image_new (guint width, guint height, GBytes *pixels)
{
  g_return_val_if_fail (width > 0 && height > 0 && pixels != NULL, NULL);
  g_return_val_if_fail (g_bytes_get_size (pixels) == (gsize) width * height * 4, NULL);

  StreekImage *image = g_new0 (StreekImage, 1);

  g_atomic_ref_count_init (&image->references);
  image->width = width;
  image->height = height;
  image->pixels = g_bytes_ref (pixels);

  return image;
}

StreekImage *
streek_image_ref (StreekImage *image)
{
  g_atomic_ref_count_inc (&image->references);

  return image;
}

void
streek_image_unref (StreekImage *image)
{
  if (image == NULL || !g_atomic_ref_count_dec (&image->references))
    return;

  g_bytes_unref (image->pixels);
  g_free (image);
}

guint
streek_image_get_width (const StreekImage *image)
{
  return image->width;
}

guint
streek_image_get_height (const StreekImage *image)
{
  return image->height;
}

GBytes *
streek_image_get_pixels (const StreekImage *image)
{
  return image->pixels;
}
