/* streek-hatch.h: the measures of hatches, which every back end must share (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

#include <cairo.h>

/* Hatches stand still on the page: neighbours with the same one join without a break. */
#define STREEK_HATCH_SPACING_PT 4.5 /* along the axes, between lines or dots */
#define STREEK_HATCH_WIDTH_PT 0.6
#define STREEK_HATCH_DOT_RADIUS_PT 0.75

/* Draws a hatch as lines over the clip of @cr, which it leaves as it is. */
void streek_hatch_draw (StreekHatch hatch, const StreekColor *color, cairo_t *cr);
