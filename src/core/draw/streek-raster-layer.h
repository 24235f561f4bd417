/* streek-raster-layer.h: the part of a picture that no paint changes (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-area-sheet.h"

#include <gio/gio.h>

/* What lies where of one map in a picture. */
typedef struct
{
  const StreekAreasMark *areas; /* lives as long as the scene of the raster */
  StreekIdBuffer *ids;
  StreekLineMask **masks; /* (array length=areas->n_lines) */
  StreekAreaSheet *sheet; /* of both, without the passing lines; NULL where it was stopped */
} StreekRasterLayer;

void streek_raster_layer_init (StreekRasterLayer *layer,
                               const StreekAreasMark *areas,
                               const StreekPixelGrid *grid,
                               const StreekRasterLayer *previous,
                               guint n_previous,
                               GCancellable *cancellable);
void streek_raster_layer_clear (StreekRasterLayer *layer);
