/* streek-area-lines.h: arcs of a map chained into lines, and groups gathered by paint (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

/* Points lie on a grid of the paper: 1152 dots per inch, finer than any printer sets a line. */
#define STREEK_STEPS_A_POINT 16

/* Lines on the page, in points; a closed one does not repeat its first point. */
typedef struct
{
  guint n_lines;
  guint *starts; /* (array length=n_lines + 1) */
  gboolean *closed;
  StreekPoint *points;
} StreekPolylines;

/* Which side of an arc is which group, -1 for none; FALSE where no line is drawn. */
gboolean streek_area_lines_has_arc (const StreekAreaLines *lines, const StreekArc *arc);

StreekPolylines *streek_polylines_new_from_lines (const StreekAreasMark *areas,
                                                  const StreekAreaLines *lines);
/* The rings as closed lines; those wholly outside the clip are left out, and what leaves it goes
 * another way there. */
StreekPolylines *streek_polylines_new_from_rings (const StreekAreasMark *areas,
                                                  const StreekRings *rings);
void streek_polylines_free (StreekPolylines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekPolylines, streek_polylines_free)

/* Groups that look the same are filled as one shape, so that no seam shows between them. Those that
 * lie outside the clip are not painted. */
typedef struct
{
  guint n_paints;
  StreekPaint *paints;
  gint32 *paint_of; /* (array length=n_units): negative: not painted */
} StreekAreaPaints;

StreekAreaPaints *streek_area_paints_new (const StreekAreasMark *areas);
void streek_area_paints_free (StreekAreaPaints *paints);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekAreaPaints, streek_area_paints_free)
