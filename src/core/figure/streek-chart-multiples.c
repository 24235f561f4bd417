/* streek-chart-multiples.c: one small line chart for each area, on a shared or its own scale */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-pen.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PANEL_ASPECT 1.75 /* width to height of a panel that reads well */
#define GAP_PT 12.0

typedef struct
{
  StreekChartPen *pen;
  StreekRect frame;
  guint n_columns;
  guint n_lines;
  StreekSize panel;
  double head_pt;
  double left_pt;
  double foot_pt;
  double factor;
} Panels;

static void
choose_grid (Panels *panels, guint n)
{
  double best = INFINITY;

  for (guint columns = 1; columns <= n; columns++)
    {
      guint lines = (n + columns - 1) / columns;
      double width = (panels->frame.width - (columns - 1) * GAP_PT) / columns;
      double height = (panels->frame.height - (lines - 1) * GAP_PT) / lines;
      double off = fabs (log (width / MAX (height, 1) / PANEL_ASPECT));

      if (width < 40 || off >= best)
        continue;

      best = off;
      panels->n_columns = columns;
      panels->n_lines = lines;
      panels->panel = (StreekSize){ width, height };
    }

  panels->factor = CLAMP (panels->panel.height / (panels->pen->size_pt * 9), 0.55, 1);
}

static StreekRect
get_plot (const Panels *panels, guint index)
{
  double x = panels->frame.x + index % panels->n_columns * (panels->panel.width + GAP_PT);
  double y = panels->frame.y + index / panels->n_columns * (panels->panel.height + GAP_PT);

  return (StreekRect){ x + panels->left_pt, y + panels->head_pt,
                       panels->panel.width - panels->left_pt,
                       MAX (panels->panel.height - panels->head_pt - panels->foot_pt, 8) };
}

/* The lowest and the highest of an area and of what stands beside it. */
static void
get_own_range (const StreekChart *chart, guint area, double *lower, double *upper)
{
  streek_chart_get_range (chart, area, 0, lower, upper);

  for (guint a = 0; a < chart->n_areas; a++)
    {
      double low, high;

      if (!chart->areas[a].is_reference || chart->hides_references)
        continue;

      streek_chart_get_range (chart, a, 0, &low, &high);
      *lower = isnan (*lower) || low < *lower ? low : *lower;
      *upper = isnan (*upper) || high > *upper ? high : *upper;
    }
}

static StreekScale
make_scale (const Panels *panels, guint area, StreekRect plot)
{
  const StreekChartPen *pen = panels->pen;
  double lower, upper;

  if (pen->chart->spec->free_scale)
    get_own_range (pen->chart, area, &lower, &upper);
  else
    streek_chart_get_range (pen->chart, -1, 0, &lower, &upper);

  return streek_pen_make_value_scale (pen, lower, upper, FALSE, plot.y + plot.height, plot.y, 3);
}

/* Numbers at the ends of the axis only: more would be all there is to see. */
static void
draw_axes (const Panels *panels, const StreekScale *y, StreekRect plot, gboolean has_periods)
{
  StreekChartPen *pen = panels->pen;
  const StreekChart *chart = pen->chart;
  StreekStroke grid = { streek_color_from_lightness (88), 0.5 * pen->text_scale, 0, 0 };
  StreekStroke base = { streek_color_from_lightness (35), 0.6 * pen->text_scale, 0, 0 };
  g_autoptr (GArray) ticks = streek_scale_list_ticks (y, 3, pen->format);
  double step = streek_scale_get_step (y, 3), last = INFINITY;

  for (guint i = 0; i < ticks->len; i++)
    {
      const StreekTick *tick = &g_array_index (ticks, StreekTick, i);
      double at = streek_scale_to_position (y, tick->value);

      streek_pen_add_line (pen, plot.x, at, plot.x + plot.width, at,
                           fabs (tick->value) < step * 1e-6 ? &base : &grid);

      if (last - at < pen->size_pt * panels->factor * 1.1)
        continue;

      last = at;
      streek_pen_add_text (pen, panels->factor * 0.85, STREEK_WEIGHT_NORMAL, tick->label,
                           plot.x - 3, at, 1, 0.5, pen->theme->pale_ink, -1);
    }

  if (y->kind == STREEK_SCALE_LINEAR && (y->lower > 0 || y->upper < 0))
    {
      double tooth = 1.6 * pen->text_scale, foot = plot.y + plot.height;
      const StreekPoint zigzag[] = { { plot.x, foot - 4 * tooth },
                                     { plot.x - tooth, foot - 3 * tooth },
                                     { plot.x + tooth, foot - 2 * tooth },
                                     { plot.x, foot - tooth },
                                     { plot.x, foot } };

      streek_scene_builder_add_polygon (pen->builder, zigzag, G_N_ELEMENTS (zigzag), FALSE, NULL,
                                        &base, -1);
    }

  if (!has_periods)
    return;

  for (guint end = 0; end < 2; end++)
    {
      g_autofree char *label = streek_format_short_period (
        pen->format, chart->periods[end == 0 ? 0 : chart->n_periods - 1]);

      streek_pen_add_text (pen, panels->factor * 0.85, STREEK_WEIGHT_NORMAL, label,
                           end == 0 ? plot.x : plot.x + plot.width, plot.y + plot.height + 2, end,
                           0, pen->theme->pale_ink, -1);
    }
}

static void
draw_panel (const Panels *panels, guint index, guint area, guint n)
{
  StreekChartPen *pen = panels->pen;
  const StreekChart *chart = pen->chart;
  StreekRect plot = get_plot (panels, index);
  StreekScale y = make_scale (panels, area, plot);
  StreekScale x = streek_scale_time (chart->periods[0], chart->periods[chart->n_periods - 1],
                                     plot.x + 2, plot.x + plot.width - 3);
  StreekSeriesStyle style = streek_pen_get_style (pen, 0);
  gboolean is_lowest = index + panels->n_columns >= n;
  g_autoptr (StreekTextRun) title =
    streek_pen_set_wrapped (pen, panels->factor, STREEK_WEIGHT_BOLD, chart->areas[area].name,
                            panels->panel.width - 2, 1, STREEK_ALIGN_START);
  guint n_references = 0, last = streek_chart_get_index (chart, 0, area, chart->n_periods - 1);
  g_autofree char *value = streek_chart_format_cell (chart, last, pen->format);

  streek_scene_builder_push_group (pen->builder, chart->areas[area].ref, chart->areas[area].name);
  streek_pen_add_run (pen, title, plot.x - panels->left_pt, plot.y - panels->head_pt, 0, 0,
                      pen->theme->ink, FALSE, last);

  if (streek_text_run_get_width (title) + streek_pen_measure (pen, panels->factor, value) + 8 <
      panels->panel.width)
    streek_pen_add_text (pen, panels->factor, STREEK_WEIGHT_NORMAL, value, plot.x + plot.width,
                         plot.y - panels->head_pt, 1, 0, style.ink, last);

  draw_axes (panels, &y, plot, is_lowest);

  for (guint a = 0; a < chart->n_areas && !chart->hides_references; a++)
    if (chart->areas[a].is_reference)
      {
        StreekSeriesStyle grey = streek_pen_get_reference_style (pen, n_references++);

        streek_chart_draw_series (pen, &x, &y, 0, a, &grey, FALSE, -1);
      }

  streek_chart_draw_series (pen, &x, &y, 0, area, &style, FALSE, index);

  for (guint p = 0; p < chart->n_periods; p++)
    {
      guint row = streek_chart_get_index (chart, 0, area, p);

      if (isnan (chart->cells[row].value) && !chart->cells[row].is_absent)
        streek_pen_add_text (
          pen, panels->factor * 0.8, STREEK_WEIGHT_NORMAL,
          streek_missing_get_sign (chart->cells[row].missing),
          streek_scale_to_position (&x, streek_period_get_first_day (chart->periods[p])),
          plot.y + plot.height - 1, 0.5, 1, pen->theme->pale_ink, row);
    }

  streek_scene_builder_pop_group (pen->builder);
}

static double
measure_left (const Panels *panels)
{
  const StreekChartPen *pen = panels->pen;
  StreekRect plot = { 0, 0, 100, 100 };
  double width = 0;

  for (guint a = 0; a < pen->chart->n_areas; a++)
    {
      StreekScale y = make_scale (panels, a, plot);

      width = MAX (width, streek_pen_measure_value_axis (pen, &y, 3) * panels->factor * 0.92);

      if (!pen->chart->spec->free_scale)
        break;
    }

  return width;
}

static void
add_reference_keys (const StreekChartPen *pen, GArray *keys)
{
  const StreekChart *chart = pen->chart;
  guint n = 0;

  for (guint a = 0; a < chart->n_areas && !chart->hides_references; a++)
    if (chart->areas[a].is_reference)
      {
        StreekSeriesStyle style = streek_pen_get_reference_style (pen, n++);

        streek_pen_add_key (keys, STREEK_KEY_LINE, &style, NULL, g_strdup (chart->areas[a].name));
      }
}

void
streek_chart_draw_multiples (StreekChartPen *pen, StreekRect frame)
{
  const StreekChart *chart = pen->chart;
  Panels panels = { .pen = pen };
  guint n;
  g_autofree guint *order = streek_chart_sort_areas (chart, 0, FALSE, &n);
  g_autoptr (GArray) keys = streek_pen_new_keys ();
  double line = streek_pen_get_line_height (pen, 0.95);

  add_reference_keys (pen, keys);
  streek_pen_add_sign_keys (pen, keys, TRUE);

  double top = streek_pen_draw_keys (pen, keys, frame, TRUE);
  g_autofree char *unit = chart->spec->free_scale
                            /* Translators: %s is a unit */
                            ? g_strdup_printf (_ ("%s; each panel has its own scale"),
                                               streek_chart_get_axis_unit (chart, 0))
                            : g_strdup (streek_chart_get_axis_unit (chart, 0));

  streek_pen_add_text (pen, 0.95, STREEK_WEIGHT_NORMAL, unit, frame.x, frame.y + top, 0, 0,
                       pen->theme->pale_ink, -1);
  top += line * 1.5;
  panels.frame = (StreekRect){ frame.x, frame.y + top, frame.width, frame.height - top };
  choose_grid (&panels, n);
  panels.head_pt = streek_pen_get_line_height (pen, panels.factor) * 1.35;
  panels.foot_pt = streek_pen_get_line_height (pen, panels.factor * 0.85) + 2;
  panels.left_pt = measure_left (&panels);

  for (guint i = 0; i < n; i++)
    draw_panel (&panels, i, order[i], n);

  pen->drawing->plot = panels.frame;
}
