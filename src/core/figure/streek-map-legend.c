/* streek-map-legend.c: the legend as it stands on paper, in one column or in several */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-legend-private.h"

#include "figure/streek-point-sign.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define COLUMN_GAP 20.0

static void
clear_line (gpointer data)
{
  StreekLegendLine *line = data;

  g_clear_pointer (&line->run, streek_text_run_unref);
  g_clear_pointer (&line->count, streek_text_run_unref);
}

/**
 * streek_map_legend_new:
 * @figure: the figure; kept until the legend is freed
 * @others: (nullable) (array length=n_others): maps that it is of as well; kept too
 * @n_others: how many
 * @theme: colours
 * @format: how numbers look
 * @typesetter: sets the words
 * @text_scale: of letters and swatches, 1 on A4
 * @largest_circle_pt: radius of the largest circle of the map
 * @max_width: where lines wrap
 * @word_width: what a line with a word that is wider than that may take, @max_width or more
 *
 * Returns: (transfer full): the legend in one column
 */
StreekMapLegend *
streek_map_legend_new (const StreekFigure *figure,
                       StreekFigure *const *others,
                       guint n_others,
                       const StreekTheme *theme,
                       const StreekFormat *format,
                       StreekTypesetter *typesetter,
                       double text_scale,
                       double largest_circle_pt,
                       double max_width,
                       double word_width)
{
  StreekMapLegend *self = g_new0 (StreekMapLegend, 1);

  self->figure = figure;
  self->others = others;
  self->n_others = n_others;
  self->theme = theme;
  self->format = format;
  self->typesetter = typesetter;
  self->scale = text_scale;
  self->largest_circle_pt = largest_circle_pt;
  self->max_width = max_width;
  self->word_width = word_width;
  self->lines = g_array_new (FALSE, FALSE, sizeof (StreekLegendLine));
  g_array_set_clear_func (self->lines, clear_line);
  self->circle_labels = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_text_run_unref);
  self->point_labels = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_text_run_unref);
  streek_map_legend_fill (self);
  self->size = streek_map_legend_flow (self, 0);

  return self;
}

void
streek_map_legend_free (StreekMapLegend *legend)
{
  if (legend == NULL)
    return;

  g_array_unref (legend->lines);
  g_ptr_array_unref (legend->circle_labels);
  g_ptr_array_unref (legend->point_labels);
  streek_map_square_free (legend->square);
  g_free (legend);
}

gboolean
streek_map_legend_is_empty (const StreekMapLegend *legend)
{
  return legend->lines->len == 0;
}

StreekSize
streek_map_legend_get_size (const StreekMapLegend *legend)
{
  return legend->size;
}

/* How much room a line needs together with those that may not leave it. */
static double
measure_block (const StreekMapLegend *self, guint first)
{
  const StreekLegendLine *line = &g_array_index (self->lines, StreekLegendLine, first);
  double need = line->space_before + line->height;

  for (guint i = first; i + 1 < self->lines->len; i++)
    {
      const StreekLegendLine *next = &g_array_index (self->lines, StreekLegendLine, i + 1);

      if (!g_array_index (self->lines, StreekLegendLine, i).stays_with_next)
        break;

      need += next->space_before + next->height;
    }

  return need;
}

/* Lays the lines from @first in columns from @top to at most @height further; returns what all
 * take. */
static StreekSize
flow_in_height (StreekMapLegend *self, guint first, double top, double height)
{
  StreekSize size = { 0, top };
  double x = 0, y = 0, column_width = 0;

  for (guint i = first; i < self->lines->len; i++)
    {
      StreekLegendLine *line = &g_array_index (self->lines, StreekLegendLine, i);

      gboolean may_break =
        i > first && !g_array_index (self->lines, StreekLegendLine, i - 1).stays_with_next;

      if (may_break && y + measure_block (self, i) > height + 0.01)
        {
          x += column_width + COLUMN_GAP * self->scale;
          y = column_width = 0;
        }

      y += y > 0 ? line->space_before : 0;
      line->place = (StreekPoint){ x, top + y };
      y += line->height;
      column_width = MAX (column_width, line->width);
      size.width = MAX (size.width, x + column_width);
      size.height = MAX (size.height, top + y);
    }

  return size;
}

/* In columns the heading stands over all of them. */
static guint
place_heading (StreekMapLegend *self, double *top, double *width)
{
  if (!self->has_heading)
    return 0;

  StreekLegendLine *heading = &g_array_index (self->lines, StreekLegendLine, 0);

  heading->place = (StreekPoint){ 0, 0 };
  *top = heading->height + STREEK_LEGEND_LINE_GAP;
  *width = heading->width;

  return 1;
}

/**
 * streek_map_legend_flow:
 * @width: room, 0 for one column
 *
 * Lays the legend in as many columns as @width has room for, as low as it then can be.
 *
 * Returns: what it takes
 */
StreekSize
streek_map_legend_flow (StreekMapLegend *legend, double width)
{
  double top = 0, heading_width = 0;

  legend->size = flow_in_height (legend, 0, 0, INFINITY);

  if (width <= 0)
    return legend->size;

  guint first = place_heading (legend, &top, &heading_width);
  double best = INFINITY;

  for (double height = legend->size.height; height > 12; height -= 3)
    {
      if (flow_in_height (legend, first, top, height).width > width)
        break;

      best = height;
    }

  legend->size = flow_in_height (legend, first, top, best);
  legend->size.width = MAX (legend->size.width, heading_width);

  return legend->size;
}

static void
draw_text (const StreekMapLegend *self,
           StreekSceneBuilder *builder,
           StreekTextRun *run,
           double x,
           double top,
           gboolean is_pale)
{
  streek_scene_builder_add_text (builder, run,
                                 (StreekPoint){ x, top + streek_text_run_get_ascent (run) },
                                 is_pale ? self->theme->pale_ink : self->theme->ink, NULL, -1);
}

/* The swatch stands at the middle of the first line of its label. */
static void
draw_swatch (const StreekMapLegend *self,
             StreekSceneBuilder *builder,
             const StreekLegendLine *line,
             StreekPoint at)
{
  double width = STREEK_LEGEND_SWATCH_WIDTH * self->scale,
         height = STREEK_LEGEND_SWATCH_HEIGHT * self->scale;
  guint n_lines = MAX (streek_text_run_get_n_lines (line->run), 1);
  double first = streek_text_run_get_height (line->run) / n_lines;
  double middle = at.y + MAX (first, height) / 2;

  if (line->kind == STREEK_LEGEND_LINE_POINT)
    streek_point_sign_draw (builder, line->item->entry.symbol, line->item->entry.is_grey,
                            (StreekPoint){ at.x + width / 2, middle }, height * 0.36, -1);
  else if (line->kind == STREEK_LEGEND_LINE_OUTLINE)
    {
      StreekStroke stroke = line->item->entry.stroke;

      streek_scene_builder_add_rule (builder, (StreekPoint){ at.x + 1, middle },
                                     (StreekPoint){ at.x + width - 1, middle }, &stroke, -1);
    }
  else
    streek_scene_builder_add_rect (
      builder, (StreekRect){ at.x, middle - height / 2, width, height }, &line->item->entry.paint,
      line->item->entry.kind == STREEK_LEGEND_OVERLAY ? &line->item->entry.stroke
                                                      : &self->theme->border,
      -1);

  draw_text (self, builder, line->run, at.x + line->indent, middle - first / 2, FALSE);

  if (line->count != NULL)
    draw_text (self, builder, line->count,
               at.x + line->indent + streek_text_run_get_width (line->run) + 5 * self->scale,
               middle - streek_text_run_get_height (line->count) / 2, TRUE);
}

static void
draw_circles (const StreekMapLegend *self,
              StreekSceneBuilder *builder,
              const StreekLegendLine *line,
              StreekPoint at,
              StreekLegendKind kind,
              const GPtrArray *labels)
{
  const StreekFigure *figure = self->figure;
  double ground = at.y + line->height - 1, largest = 0, last_y = -INFINITY;
  guint n = 0;

  for (guint i = 0; i < figure->legend->len; i++)
    {
      const StreekLegendItem *item = &g_array_index (figure->legend, StreekLegendItem, i);

      if (item->entry.kind != kind)
        continue;

      StreekTextRun *run = g_ptr_array_index (labels, n++);
      double radius = streek_map_legend_get_radius (self, item);
      double height = streek_text_run_get_height (run);

      largest = MAX (largest, radius);

      StreekPoint center = { at.x + largest, ground - radius };
      double lowest = at.y + line->height - (labels->len - n + 0.5) * height;
      double y = MAX (MIN (center.y - radius, lowest), last_y + height);
      double x = at.x + 2 * largest + 12 * self->scale;
      StreekStroke leader = { self->theme->pale_ink, 0.4, 0, 0 };

      streek_scene_builder_add_symbol (builder, STREEK_SYMBOL_CIRCLE, center, radius,
                                       &self->theme->negative_circle, &item->entry.stroke, -1);
      streek_scene_builder_add_rule (builder, (StreekPoint){ center.x, center.y - radius },
                                     (StreekPoint){ x - 3 * self->scale, y }, &leader, -1);
      draw_text (self, builder, run, x, y - height / 2, FALSE);
      last_y = y;
    }
}

/**
 * streek_map_legend_draw:
 * @origin: top left corner
 */
void
streek_map_legend_draw (const StreekMapLegend *legend,
                        StreekSceneBuilder *builder,
                        StreekPoint origin)
{
  streek_scene_builder_push_group (builder, "legend", _ ("Legend"));

  for (guint i = 0; i < legend->lines->len; i++)
    {
      const StreekLegendLine *line = &g_array_index (legend->lines, StreekLegendLine, i);
      StreekPoint at = { origin.x + line->place.x, origin.y + line->place.y };

      if (line->kind == STREEK_LEGEND_LINE_TEXT)
        draw_text (legend, builder, line->run, at.x + line->indent, at.y, line->is_pale);
      else if (line->kind == STREEK_LEGEND_LINE_CIRCLES)
        draw_circles (legend, builder, line, at, STREEK_LEGEND_CIRCLE, legend->circle_labels);
      else if (line->kind == STREEK_LEGEND_LINE_POINT_CIRCLES)
        draw_circles (legend, builder, line, at, STREEK_LEGEND_POINT_CIRCLE, legend->point_labels);
      else if (line->kind == STREEK_LEGEND_LINE_SQUARE)
        streek_map_square_draw (legend->square, builder, at);
      else
        draw_swatch (legend, builder, line, at);
    }

  streek_scene_builder_pop_group (builder);
}
