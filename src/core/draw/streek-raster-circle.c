/* streek-raster-circle.c: circles into pixels, by the distance of each to the rim */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-raster-marks.h"

#include <math.h>

typedef struct
{
  double x; /* pixels */
  double y;
  double radius;
  double half_line;
  double line_strength;
  guint32 fill; /* premultiplied; 0: none */
  guint32 line;
} Circle;

static void
paint_circle_row (guint32 *row, const Circle *circle, int y, int from, int end)
{
  const double dy = y + 0.5 - circle->y;

  for (int x = from; x < end; x++)
    {
      const double dx = x + 0.5 - circle->x;
      const double distance = sqrt (dx * dx + dy * dy);
      const double inside = CLAMP (circle->radius + 0.5 - distance, 0, 1);
      const double on_line = CLAMP (circle->half_line + 0.5 - fabs (distance - circle->radius), 0,
                                    circle->line_strength);

      if (inside > 0)
        row[x] = streek_raster_paint_over (
          row[x], streek_raster_scale (circle->fill, (guint) (inside * 255 + 0.5)));

      if (on_line > 0)
        row[x] = streek_raster_paint_over (
          row[x], streek_raster_scale (circle->line, (guint) (on_line * 255 + 0.5)));
    }
}

gboolean
streek_raster_paint_circle (guint32 *pixels,
                            const StreekPixelGrid *grid,
                            const StreekMark *mark,
                            const StreekPixelRows *rows)
{
  gboolean has_line = streek_stroke_is_visible (&mark->stroke);

  if (mark->symbol.symbol != STREEK_SYMBOL_CIRCLE || mark->paint.hatch != STREEK_HATCH_NONE ||
      (has_line && mark->stroke.dash > 0))
    return FALSE;

  const double dots = grid->dots_per_point;
  const double width_px = has_line ? mark->stroke.width * dots : 0;
  const Circle circle = { mark->symbol.center.x * dots,
                          mark->symbol.center.y * dots,
                          mark->symbol.radius * dots,
                          width_px / 2,
                          fmin (width_px, 1),
                          streek_raster_premultiply (&mark->paint.color),
                          has_line ? streek_raster_premultiply (&mark->stroke.color) : 0 };
  const double reach = circle.radius + circle.half_line + 1;
  int left = (int) CLAMP (circle.x - reach, 0, grid->frame.width);
  int right = (int) CLAMP (circle.x + reach + 1, left, grid->frame.width);
  int top = (int) CLAMP (circle.y - reach, rows->first, rows->end);
  int bottom = (int) CLAMP (circle.y + reach + 1, top, rows->end);

  for (int y = top; y < bottom; y++)
    paint_circle_row (pixels + (gsize) y * grid->frame.width, &circle, y, left, right);

  return TRUE;
}
