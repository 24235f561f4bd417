/* streek-raster-paint.h: the table that turns groups into colours, pixel by pixel (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-id-buffer.h"
#include "draw/streek-line-mask.h"

/* @pixels: premultiplied ARGB, @width pixels a row. Both draw over what is there. */
void streek_raster_paint_areas (guint32 *pixels,
                                int width,
                                const StreekIdBuffer *buffer,
                                const StreekAreasMark *areas,
                                double dots_per_point);
void streek_raster_paint_lines (guint32 *pixels,
                                int width,
                                const StreekLineMask *mask,
                                const StreekColor *color);
guint32 streek_raster_premultiply (const StreekColor *color);
