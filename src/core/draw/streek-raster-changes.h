/* streek-raster-changes.h: which rows of a picture differ from an earlier one (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-raster-layer.h"
#include "draw/streek-raster-paint.h"
#include "draw/streek-scene-private.h"

typedef struct
{
  const StreekScene *scene;
  const StreekRasterLayer *layers; /* one for each mark of areas */
} StreekRasterContent;

/* Both in the same grid, of @height rows. None: first is end. @is_same_ground: (out): whether only
 * passing lines differ, in the very same places of all other marks. */
StreekPixelRows streek_raster_find_changed_rows (const StreekRasterContent *before,
                                                 const StreekRasterContent *after,
                                                 int height,
                                                 gboolean *is_same_ground);
