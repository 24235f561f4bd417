/* streek-raster-layer.h: the part of a picture that no paint changes (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-outline.h"

#include <gio/gio.h>

/* What lies where of one map in a picture. */
typedef struct
{
  const StreekAreasMark *areas; /* lives as long as the scene of the raster */
  StreekIdBuffer *ids;
  guint n_masks;            /* the lines that stay; passing ones come after them */
  StreekLineMask **masks;   /* (array length=n_masks) */
  StreekAreaSheet *sheet;   /* of both; NULL where it was stopped */
  StreekOutline **outlines; /* (array length=areas->n_lines - n_masks): of passing lines; those
                             * that follow each other along the same borders share one */
} StreekRasterLayer;

void streek_raster_layer_init (StreekRasterLayer *layer,
                               const StreekAreasMark *areas,
                               const StreekPixelGrid *grid,
                               const StreekRasterLayer *previous,
                               guint n_previous,
                               GCancellable *cancellable);
void streek_raster_layer_clear (StreekRasterLayer *layer);
