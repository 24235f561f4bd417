/* streek-raster-canvas.h: the marks of a scene into pixels (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-raster-ground.h"
#include "draw/streek-raster-layer.h"
#include "draw/streek-raster-marks.h"

gboolean streek_mark_is_areas (const StreekMark *mark);

/* @layers: one for each mark of areas, in their order; @rows: those that are painted, wholly; the
 * others stay as they are. @ground: (nullable): keeps what marks hide; then all rows are painted,
 * and no passing lines. */
void streek_raster_paint_scene (guint32 *pixels,
                                const StreekPixelGrid *grid,
                                const StreekScene *scene,
                                const StreekRasterLayer *layers,
                                const StreekPixelRows *rows,
                                StreekRasterGround *ground);

/* Whether all passing lines lie over the areas that are pointed at. */
gboolean streek_raster_can_renew (const StreekScene *scene, const StreekRasterLayer *layers);
/* All of a picture: @rows with its passing lines over @ground, the others as in @before. */
void streek_raster_renew_passing (guint32 *pixels,
                                  const StreekPixelGrid *grid,
                                  const StreekScene *scene,
                                  const StreekRasterLayer *layers,
                                  const StreekPixelRows *rows,
                                  const guint32 *before,
                                  const StreekRasterGround *ground);
