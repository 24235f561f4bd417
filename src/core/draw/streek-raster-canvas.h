/* streek-raster-canvas.h: the marks of a scene into pixels (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-raster-layer.h"
#include "draw/streek-raster-marks.h"

gboolean streek_mark_is_areas (const StreekMark *mark);

/* @layers: one for each mark of areas, in their order; @rows: those that are painted, wholly; the
 * others stay as they are. */
void streek_raster_paint_scene (guint32 *pixels,
                                const StreekPixelGrid *grid,
                                const StreekScene *scene,
                                const StreekRasterLayer *layers,
                                const StreekPixelRows *rows);
