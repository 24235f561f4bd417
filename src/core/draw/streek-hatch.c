/* streek-hatch.c: hatches as lines under a clip, since a pattern would become a bitmap in PDF */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-hatch.h"

#include <math.h>

typedef struct
{
  double spacing;
  double x_min;
  double y_min;
  double x_max;
  double y_max;
} Extents;

/* Lines on which x + y is a multiple of the spacing. */
static void
add_diagonals (cairo_t *cr, const Extents *extents)
{
  const double spacing = extents->spacing;
  double first = ceil ((extents->x_min + extents->y_min) / spacing) * spacing;

  for (double sum = first; sum <= extents->x_max + extents->y_max; sum += spacing)
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
  const double spacing = extents->spacing;
  double first = ceil ((extents->x_min - extents->y_max) / spacing) * spacing;

  for (double difference = first; difference <= extents->x_max - extents->y_min;
       difference += spacing)
    {
      double from_x = fmax (extents->x_min, difference + extents->y_min);
      double to_x = fmin (extents->x_max, difference + extents->y_max);

      cairo_move_to (cr, from_x, from_x - difference);
      cairo_line_to (cr, to_x, to_x - difference);
    }
}

/* The middle of the first row or column of tiles at or after @from. */
static double
find_first (double from, double spacing)
{
  return (ceil (from / spacing - 0.5) + 0.5) * spacing;
}

static void
add_horizontals (cairo_t *cr, const Extents *extents)
{
  const double spacing = extents->spacing;
  for (double y = find_first (extents->y_min, spacing); y <= extents->y_max; y += spacing)
    {
      cairo_move_to (cr, extents->x_min, y);
      cairo_line_to (cr, extents->x_max, y);
    }
}

static void
add_verticals (cairo_t *cr, const Extents *extents)
{
  const double spacing = extents->spacing;
  for (double x = find_first (extents->x_min, spacing); x <= extents->x_max; x += spacing)
    {
      cairo_move_to (cr, x, extents->y_min);
      cairo_line_to (cr, x, extents->y_max);
    }
}

static void
add_dots (cairo_t *cr, const Extents *extents)
{
  const double spacing = extents->spacing;
  for (double y = find_first (extents->y_min - spacing, spacing); y <= extents->y_max + spacing;
       y += spacing)
    for (double x = find_first (extents->x_min - spacing, spacing); x <= extents->x_max + spacing;
         x += spacing)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, STREEK_HATCH_DOT_RADIUS_PT, 0, 2 * G_PI);
      }
}

const StreekColor streek_hatch_casing = { 1, 1, 1, 0.9 };

StreekHatchForm
streek_hatch_get_form (StreekHatch hatch)
{
  static const StreekHatch over[] = { STREEK_HATCH_DIAGONAL, STREEK_HATCH_BACK_DIAGONAL,
                                      STREEK_HATCH_HORIZONTAL, STREEK_HATCH_VERTICAL,
                                      STREEK_HATCH_CROSS };

  return hatch < STREEK_HATCH_OVER_DIAGONAL
           ? (StreekHatchForm){ hatch, 4.5, 0.6, 0 }
           : (StreekHatchForm){ over[hatch - STREEK_HATCH_OVER_DIAGONAL], 14, 0.8, 1.9 };
}

static void
add_lines (cairo_t *cr, StreekHatch lines, const Extents *extents)
{
  if (lines == STREEK_HATCH_DIAGONAL || lines == STREEK_HATCH_CROSS)
    add_diagonals (cr, extents);

  if (lines == STREEK_HATCH_BACK_DIAGONAL || lines == STREEK_HATCH_CROSS)
    add_back_diagonals (cr, extents);

  if (lines == STREEK_HATCH_HORIZONTAL)
    add_horizontals (cr, extents);

  if (lines == STREEK_HATCH_VERTICAL)
    add_verticals (cr, extents);
}

static void
set_color (cairo_t *cr, const StreekColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

void
streek_hatch_draw (StreekHatch hatch, const StreekColor *color, cairo_t *cr)
{
  const StreekHatchForm form = streek_hatch_get_form (hatch);
  Extents extents = { .spacing = form.spacing_pt };

  cairo_clip_extents (cr, &extents.x_min, &extents.y_min, &extents.x_max, &extents.y_max);

  if (hatch == STREEK_HATCH_NONE || color->alpha <= 0 || extents.x_min >= extents.x_max)
    return;

  cairo_new_path (cr);

  if (form.lines == STREEK_HATCH_DOTS)
    {
      add_dots (cr, &extents);
      set_color (cr, color);
      cairo_fill (cr);
      return;
    }

  add_lines (cr, form.lines, &extents);
  cairo_set_dash (cr, NULL, 0, 0);

  if (form.casing_pt > 0)
    {
      set_color (cr, &streek_hatch_casing);
      cairo_set_line_width (cr, form.casing_pt);
      cairo_stroke_preserve (cr);
    }

  set_color (cr, color);
  cairo_set_line_width (cr, form.width_pt);
  cairo_stroke (cr);
}
