/* streek-raster-marks.h: the marks that come by the hundred, into pixels without Cairo (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-raster-paint.h"
#include "draw/streek-scene-private.h"

/* Both paint @rows only, and are FALSE, with nothing painted, for what Cairo must draw: letters too
 * large to keep; any symbol but a circle, and hatches and dashes on it. */
gboolean streek_raster_paint_text (guint32 *pixels,
                                   const StreekPixelGrid *grid,
                                   const StreekMark *mark,
                                   const StreekPixelRows *rows);
gboolean streek_raster_paint_circle (guint32 *pixels,
                                     const StreekPixelGrid *grid,
                                     const StreekMark *mark,
                                     const StreekPixelRows *rows);
