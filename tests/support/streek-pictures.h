/* streek-pictures.h: pictures compared as an eye would, with what differs left behind */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

/* A pixel is unlike where no pixel within one step of it in the other picture has about its colour,
 * so that the edge of a line may fall half a pixel off but nothing may be missing, moved or of
 * another colour. @tolerance: the share of pixels that may be unlike. On failure both pictures and
 * their difference stand in the build folder, with @name in their names. */
void streek_pictures_assert_alike (const char *name,
                                   cairo_surface_t *result,
                                   cairo_surface_t *expected,
                                   double tolerance);

/* Premultiplied ARGB of @width by @height, on white paper. */
cairo_surface_t *streek_pictures_new_from_pixels (GBytes *pixels, int width, int height);
/* Read by librsvg, through GdkPixbuf; ends the test where that is not installed. */
cairo_surface_t *streek_pictures_new_from_svg (const char *svg, int width, int height);
