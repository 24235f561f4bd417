/* streek-hatch.c: hatches as lines under a clip, since a pattern would become a bitmap in PDF */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-hatch.h"

#include <math.h>

#define SPACING STREEK_HATCH_SPACING_PT

typedef struct
{
  double x_min;
  double y_min;
  double x_max;
  double y_max;
} Extents;

/* Lines on which x + y is a multiple of the spacing. */
static void
add_diagonals (cairo_t *cr, const Extents *extents)
{
  double first = ceil ((extents->x_min + extents->y_min) / SPACING) * SPACING;

  for (double sum = first; sum <= extents->x_max + extents->y_max; sum += SPACING)
    {
      double from_x = fmax (extents->x_min, sum - extents->y_max);
      double to_x = fmin (extents->x_max, sum - extents->y_min);

      cairo_move_to (cr, from_x, sum - from_x);
      cairo_line_to (cr, to_x, sum - to_x);
    }
}

/* Lines on which x - y is a multiple of the spacing. */
static void
add_back_diagonals (cairo_t *cr, const Extents *extents)
{
  double first = ceil ((extents->x_min - extents->y_max) / SPACING) * SPACING;

  for (double difference = first; difference <= extents->x_max - extents->y_min;
       difference += SPACING)
    {
      double from_x = fmax (extents->x_min, difference + extents->y_min);
      double to_x = fmin (extents->x_max, difference + extents->y_max);

      cairo_move_to (cr, from_x, from_x - difference);
      cairo_line_to (cr, to_x, to_x - difference);
    }
}

/* The middle of the first row or column of tiles at or after @from. */
static double
find_first (double from)
{
  return (ceil (from / SPACING - 0.5) + 0.5) * SPACING;
}

static void
add_horizontals (cairo_t *cr, const Extents *extents)
{
  for (double y = find_first (extents->y_min); y <= extents->y_max; y += SPACING)
    {
      cairo_move_to (cr, extents->x_min, y);
      cairo_line_to (cr, extents->x_max, y);
    }
}

static void
add_verticals (cairo_t *cr, const Extents *extents)
{
  for (double x = find_first (extents->x_min); x <= extents->x_max; x += SPACING)
    {
      cairo_move_to (cr, x, extents->y_min);
      cairo_line_to (cr, x, extents->y_max);
    }
}

static void
add_dots (cairo_t *cr, const Extents *extents)
{
  for (double y = find_first (extents->y_min - SPACING); y <= extents->y_max + SPACING;
       y += SPACING)
    for (double x = find_first (extents->x_min - SPACING); x <= extents->x_max + SPACING;
         x += SPACING)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, STREEK_HATCH_DOT_RADIUS_PT, 0, 2 * G_PI);
      }
}

void
streek_hatch_draw (StreekHatch hatch, const StreekColor *color, cairo_t *cr)
{
  Extents extents;

  cairo_clip_extents (cr, &extents.x_min, &extents.y_min, &extents.x_max, &extents.y_max);

  if (hatch == STREEK_HATCH_NONE || color->alpha <= 0 || extents.x_min >= extents.x_max)
    return;

  cairo_new_path (cr);
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);

  if (hatch == STREEK_HATCH_DOTS)
    {
      add_dots (cr, &extents);
      cairo_fill (cr);
      return;
    }

  if (hatch == STREEK_HATCH_DIAGONAL || hatch == STREEK_HATCH_CROSS)
    add_diagonals (cr, &extents);

  if (hatch == STREEK_HATCH_BACK_DIAGONAL || hatch == STREEK_HATCH_CROSS)
    add_back_diagonals (cr, &extents);

  if (hatch == STREEK_HATCH_HORIZONTAL)
    add_horizontals (cr, &extents);

  if (hatch == STREEK_HATCH_VERTICAL)
    add_verticals (cr, &extents);

  cairo_set_line_width (cr, STREEK_HATCH_WIDTH_PT);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
}
