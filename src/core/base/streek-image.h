/* streek-image.h: a picture as pixels, such as a logo, wherever it came from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Immutable, counted atomically: any thread may draw it. */
typedef struct _StreekImage StreekImage;

/* @pixels: premultiplied native-endian ARGB, four bytes each, row after row without a gap, as many
 * as @width times @height, both above 0 */
StreekImage *streek_image_new (guint width, guint height, GBytes *pixels);
StreekImage *streek_image_ref (StreekImage *image);
void streek_image_unref (StreekImage *image);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekImage, streek_image_unref)

guint streek_image_get_width (const StreekImage *image);
guint streek_image_get_height (const StreekImage *image);
GBytes *streek_image_get_pixels (const StreekImage *image); /* (transfer none) */
