/* streek-grid.c: a laid out figure larger than its window: a head and a side that stay in sight */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-grid-private.h"

#include <math.h>

StreekGridDrawing *
streek_grid_drawing_new (void)
{
  StreekGridDrawing *drawing = g_new0 (StreekGridDrawing, 1);

  drawing->spots = g_array_new (FALSE, FALSE, sizeof (StreekGridSpot));

  return drawing;
}

void
streek_grid_drawing_free (StreekGridDrawing *drawing)
{
  for (guint i = 0; i < STREEK_N_GRID_PARTS; i++)
    g_clear_pointer (&drawing->parts[i], streek_scene_unref);

  g_array_unref (drawing->spots);
  g_free (drawing);
}

/**
 * streek_grid_drawing_add_spot:
 * @zone: in the coordinates of @part
 *
 * To be called row by row, the head first, from left to right: walking goes by that order.
 */
void
streek_grid_drawing_add_spot (
  StreekGridDrawing *drawing, StreekGridPart part, int row, int column, StreekRect zone)
{
  StreekGridSpot spot = { part, row, column, zone };

  g_array_append_val (drawing->spots, spot);
}

/**
 * streek_grid_drawing_get_size:
 *
 * Returns: in points, 0 by 0 where there is no such part
 */
StreekSize
streek_grid_drawing_get_size (const StreekGridDrawing *drawing, StreekGridPart part)
{
  g_return_val_if_fail (drawing != NULL && (guint) part < STREEK_N_GRID_PARTS, (StreekSize){ 0 });

  return drawing->parts[part] != NULL ? streek_scene_get_size (drawing->parts[part])
                                      : (StreekSize){ 0, 0 };
}

static const StreekGridSpot *
get_spot (const StreekGridDrawing *drawing, guint index)
{
  return &g_array_index (drawing->spots, StreekGridSpot, index);
}

/**
 * streek_grid_drawing_pick:
 * @part: the part under the pointer
 * @place: in its coordinates
 *
 * Where spots lie over each other (a milestone on a bar) the last one is on top.
 *
 * Returns: index of the spot, -1 for none
 */
int
streek_grid_drawing_pick (const StreekGridDrawing *drawing, StreekGridPart part, StreekPoint place)
{
  for (guint i = drawing->spots->len; i > 0; i--)
    {
      const StreekGridSpot *spot = get_spot (drawing, i - 1);
      const StreekRect *zone = &spot->zone;

      if (spot->part == part && place.x >= zone->x && place.x < zone->x + zone->width &&
          place.y >= zone->y && place.y < zone->y + zone->height)
        return (int) i - 1;
    }

  return -1;
}

int
streek_grid_drawing_find (const StreekGridDrawing *drawing, int row, int column)
{
  for (guint i = 0; i < drawing->spots->len; i++)
    if (get_spot (drawing, i)->row == row && get_spot (drawing, i)->column == column)
      return (int) i;

  return -1;
}

static double
get_middle (const StreekGridSpot *spot)
{
  return spot->zone.x + spot->zone.width / 2;
}

/* In the nearest row on that side, the one that stands nearest across. Names lead to names and
 * cells to cells, past rows that have none: a heading takes nobody out of a column. */
static int
walk_down (const StreekGridDrawing *drawing, int spot, int step)
{
  const StreekGridSpot *from = get_spot (drawing, (guint) spot);
  gboolean in_side = from->part == STREEK_GRID_SIDE;
  int best = spot, n = (int) drawing->spots->len, row = from->row;
  double least = INFINITY;

  for (int i = spot + step; i >= 0 && i < n; i += step)
    {
      const StreekGridSpot *to = get_spot (drawing, (guint) i);
      double distance = fabs (get_middle (to) - get_middle (from));

      if (to->row == from->row || (to->part == STREEK_GRID_SIDE) != in_side)
        continue;
      if (row == from->row)
        row = to->row;
      if (to->row != row)
        break;
      if (distance < least)
        {
          least = distance;
          best = i;
        }
    }

  return best;
}

static int
find_first (const StreekGridDrawing *drawing)
{
  for (guint i = 0; i < drawing->spots->len; i++)
    if (get_spot (drawing, i)->part == STREEK_GRID_BODY)
      return (int) i;

  return drawing->spots->len > 0 ? 0 : -1;
}

/**
 * streek_grid_drawing_walk:
 * @spot: where the keys are, -1: nowhere yet
 *
 * Returns: index of the next spot; @spot itself at an edge, -1 where there is none at all
 */
int
streek_grid_drawing_walk (const StreekGridDrawing *drawing, int spot, StreekWalk walk)
{
  g_return_val_if_fail (drawing != NULL && spot < (int) drawing->spots->len, -1);

  if (spot < 0)
    return find_first (drawing);

  if (walk == STREEK_WALK_UP || walk == STREEK_WALK_DOWN)
    return walk_down (drawing, spot, walk == STREEK_WALK_UP ? -1 : 1);

  int next = spot + (walk == STREEK_WALK_LEFT ? -1 : 1);

  return next >= 0 && next < (int) drawing->spots->len &&
             get_spot (drawing, (guint) next)->row == get_spot (drawing, (guint) spot)->row
           ? next
           : spot;
}

int
streek_grid_drawing_walk_to_end (const StreekGridDrawing *drawing, int spot, gboolean last)
{
  StreekWalk way = last ? STREEK_WALK_RIGHT : STREEK_WALK_LEFT;
  int next;

  while ((next = streek_grid_drawing_walk (drawing, spot, way)) != spot)
    spot = next;

  return spot;
}

/* Drawing */

void
streek_grid_pen_init (StreekChartPen *pen,
                      const StreekTheme *theme,
                      const StreekFormat *format,
                      StreekTypesetter *typesetter,
                      gboolean grey,
                      double text_scale)
{
  *pen = (StreekChartPen){
    .theme = theme,
    .format = format,
    .typesetter = typesetter,
    .grey = grey,
    .text_scale = text_scale,
    .size_pt = theme->label_pt * text_scale,
  };
}

StreekStroke
streek_grid_get_line (const StreekChartPen *pen, gboolean is_strong)
{
  return (StreekStroke){ streek_color_from_lightness (is_strong ? 55 : 86),
                         (is_strong ? 0.8 : 0.4) * pen->text_scale, 0, 0 };
}

StreekPaint
streek_grid_get_band (const StreekChartPen *pen)
{
  return (StreekPaint){ .color = streek_color_from_lightness (pen->grey ? 94 : 95) };
}

/**
 * streek_grid_measure_words:
 * @weight: of the letters
 * @text: (nullable): words, with line feeds
 *
 * Returns: how wide the text is where nothing wraps it, and its widest word
 */
StreekTextWidths
streek_grid_measure_words (const StreekChartPen *pen,
                           double factor,
                           StreekWeight weight,
                           const char *text)
{
  StreekTextWidths widths = { 0, 0 };

  if (text == NULL || *text == '\0')
    return widths;

  g_autoptr (StreekTextRun) run = streek_pen_set (pen, factor, weight, text);

  widths.natural = streek_text_run_get_width (run);
  widths.word = streek_typesetter_measure_word (
    pen->typesetter, (StreekFont){ pen->size_pt * factor, weight, FALSE }, text);

  return widths;
}

/**
 * streek_grid_begin_part:
 * @size: of the part
 *
 * Points @pen to the scene of one part, on white paper.
 */
void
streek_grid_begin_part (StreekChartPen *pen, StreekSize size, const char *id, const char *label)
{
  const StreekPaint paper = { .color = pen->theme->paper };

  pen->builder = streek_scene_builder_new (size);
  streek_scene_builder_add_rect (pen->builder, (StreekRect){ 0, 0, size.width, size.height },
                                 &paper, NULL, -1);
  streek_scene_builder_push_group (pen->builder, id, label);
}

StreekScene *
streek_grid_end_part (StreekChartPen *pen)
{
  streek_scene_builder_pop_group (pen->builder);

  return streek_scene_builder_end (g_steal_pointer (&pen->builder));
}

void
streek_grid_draw_corner (StreekChartPen *pen, const char *words, StreekRect box)
{
  StreekStroke strong = streek_grid_get_line (pen, TRUE);
  double right = box.x + box.width, bottom = box.y + box.height;
  double padding = STREEK_GRID_PADDING * pen->text_scale;

  if (*words != '\0')
    {
      g_autoptr (StreekTextRun) run = streek_pen_set_wrapped (
        pen, 1, STREEK_WEIGHT_BOLD, words, box.width - 2 * padding + 0.5, 0, STREEK_ALIGN_START);

      streek_pen_add_run (pen, run, box.x + padding, bottom - padding, 0, 1, pen->theme->ink, FALSE,
                          -1);
    }

  streek_pen_add_line (pen, box.x, bottom, right, bottom, &strong);
  streek_pen_add_line (pen, right, box.y, right, bottom, &strong);
}

void
streek_grid_draw_name (StreekChartPen *pen,
                       StreekTextRun *name,
                       StreekTextRun *detail,
                       double indent,
                       StreekRect box,
                       gboolean is_band)
{
  StreekStroke strong = streek_grid_get_line (pen, TRUE);
  StreekStroke under = streek_grid_get_line (pen, is_band);
  StreekPaint band = streek_grid_get_band (pen);
  double padding = STREEK_GRID_PADDING * pen->text_scale;
  double x = box.x + padding + indent, y = box.y + padding;
  double right = box.x + box.width, bottom = box.y + box.height;

  if (is_band)
    streek_scene_builder_add_rect (pen->builder, box, &band, NULL, -1);

  if (name != NULL)
    {
      streek_pen_add_run (pen, name, x, y, 0, 0, pen->theme->ink, FALSE, -1);
      y += streek_text_run_get_height (name);
    }

  if (detail != NULL)
    streek_pen_add_run (pen, detail, x, y, 0, 0, pen->theme->pale_ink, FALSE, -1);

  streek_pen_add_line (pen, box.x, bottom, right, bottom, &under);
  streek_pen_add_line (pen, right, box.y, right, bottom, &strong);
}
