/* streek-passing-lines.h: the passing lines of a layer, ready to be painted (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-raster-layer.h"

typedef struct _StreekPassingLines StreekPassingLines;

StreekPassingLines *streek_passing_lines_new (const StreekRasterLayer *layer,
                                              double dots_per_point);
void streek_passing_lines_free (StreekPassingLines *passing);
/* Over what is there; rows in any order and thread. */
void streek_passing_lines_paint (const StreekPassingLines *passing,
                                 guint32 *pixels,
                                 int width,
                                 const StreekPixelRows *rows);
