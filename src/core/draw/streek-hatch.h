/* streek-hatch.h: the measures of hatches, which every back end must share (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

#include <cairo.h>

/* Hatches stand still on the page: neighbours with the same one join without a break. */
#define STREEK_HATCH_DOT_RADIUS_PT 0.75

/* What a hatch is made of. */
typedef struct
{
  StreekHatch lines; /* their directions: one of DIAGONAL … DOTS, or NONE */
  double spacing_pt; /* along the axes, between lines or dots */
  double width_pt;
  double casing_pt; /* of the light line below each, 0: none */
} StreekHatchForm;

StreekHatchForm streek_hatch_get_form (StreekHatch hatch);
/* Light enough for the darkest class, and not quite white on the lightest. */
extern const StreekColor streek_hatch_casing;

/* Draws a hatch as lines over the clip of @cr, which it leaves as it is. */
void streek_hatch_draw (StreekHatch hatch, const StreekColor *color, cairo_t *cr);
