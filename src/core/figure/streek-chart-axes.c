/* streek-chart-axes.c: the axes of charts: ordinary rules and texts */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-pen.h"

#include <math.h>

#define TICK_GAP 4.0

static StreekStroke
get_grid (const StreekChartPen *pen)
{
  return (StreekStroke){ streek_color_from_lightness (88), 0.5 * pen->text_scale, 0, 0 };
}

static StreekStroke
get_zero_line (const StreekChartPen *pen)
{
  return (StreekStroke){ streek_color_from_lightness (35), 0.7 * pen->text_scale, 0, 0 };
}

/**
 * streek_pen_count_ticks:
 *
 * Returns: about how many numbers an axis of this length has room for
 */
guint
streek_pen_count_ticks (const StreekChartPen *pen, double length_pt, gboolean is_vertical)
{
  double each = pen->size_pt * (is_vertical ? 4.5 : 9);

  return CLAMP ((int) (length_pt / each), 2, 8);
}

StreekScale
streek_pen_make_value_scale (const StreekChartPen *pen,
                             double lower,
                             double upper,
                             gboolean from_zero,
                             double start_pt,
                             double end_pt,
                             guint n_ticks)
{
  StreekScale scale;

  if (isnan (lower))
    {
      lower = 0;
      upper = 1;
    }

  if (pen->chart->spec->logarithmic && !from_zero && lower > 0)
    scale = streek_scale_log (lower, upper, start_pt, end_pt);
  else
    {
      /* zero costs little where the values fill most of the axis anyhow */
      gboolean is_near = lower >= 0 && upper > 0 && lower < 0.4 * upper;

      if (from_zero || is_near || pen->chart->spec->from_zero)
        {
          lower = MIN (lower, 0);
          upper = MAX (upper, 0);
        }

      scale = streek_scale_linear (lower, upper, start_pt, end_pt);

      if (from_zero && scale.lower < 0 && lower >= 0) /* one value of 0 */
        scale.lower = 0;
    }

  streek_scale_round (&scale, n_ticks);

  return scale;
}

double
streek_pen_measure_value_axis (const StreekChartPen *pen, const StreekScale *scale, guint n)
{
  g_autoptr (GArray) ticks = streek_scale_list_ticks (scale, n, pen->format);
  double width = 0;

  for (guint i = 0; i < ticks->len; i++)
    width = MAX (width, streek_pen_measure (pen, 0.95, g_array_index (ticks, StreekTick, i).label));

  return width + TICK_GAP * pen->text_scale;
}

/* Where 0 is not on the axis: two teeth at its foot, or at its left. */
static void
draw_zigzag (StreekChartPen *pen, double x, double y, gboolean lies)
{
  static const StreekPoint teeth[] = { { 0, 4 }, { -1, 3 }, { 1, 2 }, { 0, 1 }, { 0, 0 } };
  double step = 2.2 * pen->text_scale;
  StreekStroke line = get_zero_line (pen);
  StreekPoint points[G_N_ELEMENTS (teeth)];

  for (guint i = 0; i < G_N_ELEMENTS (teeth); i++)
    points[i] = lies ? (StreekPoint){ x + teeth[i].y * step, y + teeth[i].x * step }
                     : (StreekPoint){ x + teeth[i].x * step, y - teeth[i].y * step };

  streek_scene_builder_push_group (pen->builder, "broken-axis", NULL);
  streek_scene_builder_add_polygon (pen->builder, points, G_N_ELEMENTS (points), FALSE, NULL, &line,
                                    -1);
  streek_scene_builder_pop_group (pen->builder);
}

static gboolean
holds_zero (const StreekScale *scale)
{
  return scale->kind != STREEK_SCALE_LINEAR || (scale->lower <= 0 && scale->upper >= 0);
}

void
streek_pen_draw_left_axis (StreekChartPen *pen,
                           const StreekScale *scale,
                           StreekRect plot,
                           guint n_ticks)
{
  g_autoptr (GArray) ticks = streek_scale_list_ticks (scale, n_ticks, pen->format);
  StreekStroke grid = get_grid (pen), zero = get_zero_line (pen);

  for (guint i = 0; i < ticks->len; i++)
    {
      const StreekTick *tick = &g_array_index (ticks, StreekTick, i);
      double y = streek_scale_to_position (scale, tick->value);
      gboolean is_zero = tick->value == 0 && scale->kind == STREEK_SCALE_LINEAR;

      streek_pen_add_line (pen, plot.x, y, plot.x + plot.width, y, is_zero ? &zero : &grid);
      streek_pen_add_text (pen, 0.95, STREEK_WEIGHT_NORMAL, tick->label,
                           plot.x - TICK_GAP * pen->text_scale, y, 1, 0.5, pen->theme->pale_ink,
                           -1);
    }

  if (!holds_zero (scale))
    draw_zigzag (pen, plot.x, plot.y + plot.height, FALSE);
}

void
streek_pen_draw_top_axis (
  StreekChartPen *pen, const StreekScale *scale, StreekRect plot, guint n_ticks, gboolean is_below)
{
  g_autoptr (GArray) ticks = streek_scale_list_ticks (scale, n_ticks, pen->format);
  StreekStroke grid = get_grid (pen), zero = get_zero_line (pen);
  double edge = is_below ? plot.y + plot.height + 3 : plot.y - 3;
  double last_end = -INFINITY;

  for (guint i = 0; i < ticks->len; i++)
    {
      const StreekTick *tick = &g_array_index (ticks, StreekTick, i);
      double x = streek_scale_to_position (scale, tick->value);
      gboolean is_zero = tick->value == 0 && scale->kind == STREEK_SCALE_LINEAR;
      double half = streek_pen_measure (pen, 0.9, tick->label) / 2;

      streek_pen_add_line (pen, x, plot.y, x, plot.y + plot.height, is_zero ? &zero : &grid);

      if (x - half < last_end + 3)
        continue;

      last_end = x + half;
      streek_pen_add_text (pen, 0.9, STREEK_WEIGHT_NORMAL, tick->label, x, edge, 0.5,
                           is_below ? 0 : 1, pen->theme->pale_ink, -1);
    }

  if (!holds_zero (scale))
    draw_zigzag (pen, plot.x, is_below ? plot.y + plot.height : plot.y, TRUE);
}

void
streek_pen_draw_time_axis (StreekChartPen *pen, const StreekScale *scale, StreekRect plot)
{
  const StreekChart *chart = pen->chart;
  g_autofree char *widest = streek_format_short_period (pen->format, chart->periods[0]);
  double each = streek_pen_measure (pen, 0.95, widest) + pen->size_pt;
  guint n_labels = MAX ((int) (plot.width / each), 1);
  g_autoptr (GArray) ticks =
    streek_scale_list_period_ticks (scale, chart->periods, chart->n_periods, n_labels, pen->format);
  StreekStroke line = get_zero_line (pen);
  double bottom = plot.y + plot.height, last_end = -INFINITY;

  streek_pen_add_line (pen, plot.x, bottom, plot.x + plot.width, bottom, &line);

  for (guint i = 0; i < ticks->len; i++)
    {
      const StreekTick *tick = &g_array_index (ticks, StreekTick, i);
      double x = streek_scale_to_position (scale, tick->value);
      double half = streek_pen_measure (pen, 0.95, tick->label) / 2;
      gboolean has_label = *tick->label != '\0' && x - half >= last_end + 2;

      /* dense months have marks at their years only */
      if (has_label || tick->is_major || ticks->len < plot.width / 4)
        streek_pen_add_line (pen, x, bottom, x,
                             bottom + (has_label || tick->is_major ? 4 : 2) * pen->text_scale,
                             &line);

      if (!has_label)
        continue;

      last_end = x + half;
      streek_pen_add_text (pen, 0.95, STREEK_WEIGHT_NORMAL, tick->label, x,
                           bottom + 5 * pen->text_scale, 0.5, 0, pen->theme->pale_ink, -1);
    }
}
