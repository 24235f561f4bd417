/* streek-raster-ground.h: a map without what passes over it, from an earlier picture (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-id-buffer.h"
#include "draw/streek-raster-paint.h"

/* A finished picture without passing lines, and what the marks over its areas hide of them. Counted
 * atomically; immutable once the picture is finished. */
typedef struct _StreekRasterGround StreekRasterGround;

StreekRasterGround *streek_raster_ground_new (const StreekPixelRect *frame);
StreekRasterGround *streek_raster_ground_ref (StreekRasterGround *ground);
void streek_raster_ground_unref (StreekRasterGround *ground);
/* Before a mark is painted over @rect. */
void streek_raster_ground_save (StreekRasterGround *ground,
                                const guint32 *pixels,
                                const StreekPixelRect *rect);
/* When marks cover too much of it. */
void streek_raster_ground_give_up (StreekRasterGround *ground);
/* Takes the finished picture; FALSE where it was given up. */
gboolean streek_raster_ground_finish (StreekRasterGround *ground, GBytes *pixels);
GBytes *streek_raster_ground_get_pixels (const StreekRasterGround *ground); /* (transfer none) */
/* The rows as they are below all marks over the areas. */
void streek_raster_ground_copy (const StreekRasterGround *ground,
                                guint32 *pixels,
                                const StreekPixelRows *rows);
