/* streek-map-square.c: the square legend of a map of two indicators, as it stands on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-square.h"

#include "figure/streek-vision.h"

#include <math.h>

#define CELL 25.0
#define GAP 3.0
#define ARROW 4.0
#define DARK_LIGHTNESS 55.0 /* CIE L*: below it white numbers read better than black ones */

struct _StreekMapSquare
{
  const StreekFigure *figure;
  const StreekTheme *theme;
  double scale;
  guint n[2]; /* classes of both axes */
  StreekTextRun *names[2];
  GPtrArray *limits[2]; /* (element-type StreekTextRun): one more than there are classes */
  GPtrArray *counts;    /* (element-type StreekTextRun): of the cells, from the lowest of both */
  double left;          /* room for the limits of the second */
  double cell_width;
  double cell_height;
};

static double
get_widest (GPtrArray *runs)
{
  double widest = 0;

  for (guint i = 0; i < runs->len; i++)
    widest = MAX (widest, streek_text_run_get_width (runs->pdata[i]));

  return widest;
}

static double
get_height (const StreekMapSquare *self, guint axis)
{
  return streek_text_run_get_height (self->limits[axis]->pdata[0]);
}

/* Where each class begins, and where the last one ends. */
static GPtrArray *
set_limits (const StreekClasses *classes,
            const StreekFormat *format,
            StreekTypesetter *typesetter,
            StreekFont font)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_text_run_unref);
  guint n = streek_classes_get_n (classes);
  int decimals = streek_classes_get_decimals (classes);

  for (guint i = 0; i <= n; i++)
    {
      double limit =
        i < n ? streek_classes_get_lower (classes, i) : streek_classes_get_upper (classes, n - 1);
      g_autofree char *text = streek_format_number (format, limit, decimals);

      g_ptr_array_add (runs, streek_typesetter_set (typesetter, font, text));
    }

  return runs;
}

static StreekLegendEntry
get_cell (const StreekMapSquare *self, guint first, guint second)
{
  int entry = streek_figure_find_pair_entry (self->figure, first, second);

  return entry >= 0 ? streek_figure_get_legend_entry (self->figure, (guint) entry)
                    : (StreekLegendEntry){ 0 };
}

static void
set_counts (StreekMapSquare *self,
            const StreekFormat *format,
            StreekTypesetter *typesetter,
            StreekFont font)
{
  for (guint second = 0; second < self->n[1]; second++)
    for (guint first = 0; first < self->n[0]; first++)
      {
        g_autofree char *text =
          streek_format_number (format, get_cell (self, first, second).n_rows, 0);

        g_ptr_array_add (self->counts, streek_typesetter_set (typesetter, font, text));
      }
}

/**
 * streek_map_square_new:
 * @figure: of two indicators with classes; kept until the square is freed
 *
 * Returns: (transfer full): the square: the first indicator to the right, the other upwards, each
 *   with its name and the limits of its classes, and in each cell the number of its areas
 */
StreekMapSquare *
streek_map_square_new (const StreekFigure *figure,
                       const StreekTheme *theme,
                       const StreekFormat *format,
                       StreekTypesetter *typesetter,
                       double text_scale,
                       double max_width)
{
  StreekMapSquare *self = g_new0 (StreekMapSquare, 1);
  StreekFont small = { 7 * text_scale, STREEK_WEIGHT_NORMAL, FALSE };
  StreekFont bold = { 8 * text_scale, STREEK_WEIGHT_BOLD, FALSE };

  self->figure = figure;
  self->theme = theme;
  self->scale = text_scale;
  self->counts = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_text_run_unref);

  for (guint axis = 0; axis < 2; axis++)
    {
      StreekClasses *classes = streek_figure_get_axis_classes (figure, axis);
      g_autofree char *name = streek_figure_dup_axis_name (figure, axis);

      self->n[axis] = streek_classes_get_n (classes);
      self->limits[axis] = set_limits (classes, format, typesetter, small);
      self->names[axis] = streek_typesetter_set_wrapped (
        typesetter, bold, name, max_width - 2 * (ARROW + GAP) * text_scale, 5, STREEK_ALIGN_START);
    }

  set_counts (self, format, typesetter, small);

  /* limits below the square never touch each other where there is room for that */
  self->left = get_widest (self->limits[1]) + GAP * text_scale;
  self->cell_height = CELL * text_scale;
  self->cell_width =
    MIN (MAX (CELL * text_scale, get_widest (self->limits[0]) + 4 * text_scale),
         MAX ((max_width - self->left - get_widest (self->limits[0]) / 2) / self->n[0],
              CELL * text_scale));

  return self;
}

void
streek_map_square_free (StreekMapSquare *square)
{
  if (square == NULL)
    return;

  for (guint axis = 0; axis < 2; axis++)
    {
      streek_text_run_unref (square->names[axis]);
      g_ptr_array_unref (square->limits[axis]);
    }

  g_ptr_array_unref (square->counts);
  g_free (square);
}

static double
get_name_width (const StreekMapSquare *self, guint axis)
{
  return 2 * (ARROW + GAP) * self->scale + streek_text_run_get_width (self->names[axis]);
}

/**
 * streek_map_square_get_size:
 *
 * Returns: what it takes
 */
StreekSize
streek_map_square_get_size (const StreekMapSquare *square)
{
  double across =
    square->left + square->n[0] * square->cell_width +
    streek_text_run_get_width (g_ptr_array_index (square->limits[0], square->n[0])) / 2;

  return (StreekSize){
    MAX (across, MAX (get_name_width (square, 0), get_name_width (square, 1))),
    streek_text_run_get_height (square->names[1]) + 2 * GAP * square->scale +
      square->n[1] * square->cell_height + GAP * square->scale + get_height (square, 0) +
      GAP * square->scale + streek_text_run_get_height (square->names[0]),
  };
}

static void
draw_text (const StreekMapSquare *self,
           StreekSceneBuilder *builder,
           StreekTextRun *run,
           double x,
           double top,
           StreekColor color,
           const StreekStroke *halo)
{
  streek_scene_builder_add_text (
    builder, run, (StreekPoint){ x, top + streek_text_run_get_ascent (run) }, color, halo, -1);
}

/* To where the figures grow: up or to the right. */
static void
draw_arrow (
  const StreekMapSquare *self, StreekSceneBuilder *builder, double x, double y, guint axis)
{
  double r = ARROW * self->scale / 2;
  const StreekPoint up[] = { { x, y + r }, { x + r, y - r }, { x + 2 * r, y + r } };
  const StreekPoint right[] = { { x, y - r }, { x + 2 * r, y }, { x, y + r } };
  const StreekPaint ink = { .color = self->theme->ink };

  streek_scene_builder_add_polygon (builder, axis == 1 ? up : right, 3, TRUE, &ink, NULL, -1);
}

/* Beside the first line of the name. */
static void
draw_name (
  const StreekMapSquare *self, StreekSceneBuilder *builder, guint axis, double x, double top)
{
  StreekTextRun *run = self->names[axis];
  double line = streek_text_run_get_height (run) / MAX (streek_text_run_get_n_lines (run), 1);

  draw_arrow (self, builder, x, top + line / 2, axis);
  draw_text (self, builder, run, x + (ARROW + GAP) * self->scale, top, self->theme->ink, NULL);
}

static void
draw_cell (const StreekMapSquare *self,
           StreekSceneBuilder *builder,
           guint first,
           guint second,
           StreekRect rect)
{
  StreekTextRun *run = g_ptr_array_index (self->counts, second * self->n[0] + first);
  StreekLegendEntry entry = get_cell (self, first, second);
  gboolean is_hatched = entry.paint.hatch != STREEK_HATCH_NONE;
  gboolean is_dark = !is_hatched && streek_color_get_lightness (entry.paint.color) < DARK_LIGHTNESS;
  /* one that hides the lines of a hatch */
  StreekStroke halo = { is_hatched ? self->theme->paper : entry.paint.color, 2.2 * self->scale, 0,
                        0 };

  streek_scene_builder_add_rect (builder, rect, &entry.paint, &self->theme->border, -1);
  draw_text (self, builder, run, rect.x + (rect.width - streek_text_run_get_width (run)) / 2,
             rect.y + (rect.height - streek_text_run_get_height (run)) / 2,
             is_dark ? self->theme->paper : self->theme->ink, &halo);
}

/**
 * streek_map_square_draw:
 * @origin: top left corner
 */
void
streek_map_square_draw (const StreekMapSquare *square,
                        StreekSceneBuilder *builder,
                        StreekPoint origin)
{
  double gap = GAP * square->scale;
  double x = origin.x + square->left;
  double y = origin.y + streek_text_run_get_height (square->names[1]) + 2 * gap;
  double bottom = y + square->n[1] * square->cell_height;

  draw_name (square, builder, 1, origin.x, origin.y);

  for (guint second = 0; second < square->n[1]; second++)
    for (guint first = 0; first < square->n[0]; first++)
      draw_cell (square, builder, first, second,
                 (StreekRect){ x + first * square->cell_width,
                               bottom - (second + 1) * square->cell_height, square->cell_width,
                               square->cell_height });

  for (guint i = 0; i <= square->n[1]; i++)
    {
      StreekTextRun *run = g_ptr_array_index (square->limits[1], i);

      draw_text (square, builder, run, x - gap - streek_text_run_get_width (run),
                 bottom - i * square->cell_height - streek_text_run_get_height (run) / 2,
                 square->theme->ink, NULL);
    }

  for (guint i = 0; i <= square->n[0]; i++)
    {
      StreekTextRun *run = g_ptr_array_index (square->limits[0], i);

      draw_text (square, builder, run,
                 x + i * square->cell_width - streek_text_run_get_width (run) / 2, bottom + gap,
                 square->theme->ink, NULL);
    }

  draw_name (square, builder, 0, origin.x, bottom + 2 * gap + get_height (square, 0));
}
