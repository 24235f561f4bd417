/* streek-cairo-private.h: drawing single marks with Cairo, for the back ends that need some */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-area-lines.h"
#include "draw/streek-cairo.h"
#include "draw/streek-scene-private.h"

/* Without what lies around its letters. */
void streek_cairo_draw_letters (cairo_t *cr, const StreekMark *mark);
void streek_cairo_draw_mark (cairo_t *cr, const StreekMark *mark);
void streek_cairo_prepare (cairo_t *cr);
void
streek_cairo_fill_polylines (cairo_t *cr, const StreekPolylines *lines, const StreekPaint *paint);
