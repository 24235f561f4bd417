/* streek-chart-slope.c: two moments beside each other, joined by a line for each area */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-pen.h"

#include <math.h>

#define MAX_LABEL_SHARE 0.36

typedef struct
{
  StreekChartPen *pen;
  StreekRect plot;
  StreekScale y;
  double x[2];
  guint n;
  guint *areas;
  double label_pt;
  guint n_references;
} Slope;

static double
get_value (const Slope *slope, guint i, guint side)
{
  const StreekChart *chart = slope->pen->chart;

  return streek_chart_get_cell (chart, 0, slope->areas[i], side == 0 ? 0 : chart->n_periods - 1)
    ->value;
}

static guint
get_row (const Slope *slope, guint i, guint side)
{
  const StreekChart *chart = slope->pen->chart;

  return streek_chart_get_index (chart, 0, slope->areas[i], side == 0 ? 0 : chart->n_periods - 1);
}

static StreekSeriesStyle
get_style (const Slope *slope, guint i)
{
  const StreekChartPen *pen = slope->pen;
  gboolean is_reference = pen->chart->areas[slope->areas[i]].is_reference;
  StreekSeriesStyle style =
    is_reference ? streek_pen_get_reference_style (pen, 0) : streek_pen_get_style (pen, i);

  /* with many lines, colours say less than up and down do */
  if (!is_reference && slope->n > 2 * STREEK_N_SERIES_COLORS && !pen->grey)
    {
      style =
        streek_pen_get_style (pen, get_value (slope, i, 1) >= get_value (slope, i, 0) ? 0 : 1);
      style.line.width *= 0.7;
      style.ink = pen->theme->ink;
    }

  return style;
}

static char *
make_label (const Slope *slope, guint i, guint side)
{
  const StreekChart *chart = slope->pen->chart;
  g_autofree char *value =
    streek_chart_format_cell (chart, get_row (slope, i, side), slope->pen->format);
  const char *name = chart->areas[slope->areas[i]].name;

  return side == 0 ? g_strdup_printf ("%s  %s", name, value)
                   : g_strdup_printf ("%s  %s", value, name);
}

/* Letters as large as all names of a side allow. */
static double
choose_factor (const Slope *slope)
{
  double line = streek_pen_get_line_height (slope->pen, 1);

  return CLAMP (slope->plot.height / (line * MAX (slope->n, 1)), 0.5, 1);
}

static void
draw_side (Slope *slope, guint side, double factor)
{
  StreekChartPen *pen = slope->pen;
  g_autofree StreekSlot *slots = g_new0 (StreekSlot, MAX (slope->n, 1));
  double height = streek_pen_get_line_height (pen, factor);
  guint n = 0;

  for (guint i = 0; i < slope->n; i++)
    if (!isnan (get_value (slope, i, side)))
      slots[n++] = (StreekSlot){
        .wanted = streek_scale_to_position (&slope->y, get_value (slope, i, side)),
        .height = height,
        .index = i,
      };

  streek_pen_spread (slots, n, slope->plot.y - height / 2,
                     slope->plot.y + slope->plot.height + height / 2);

  for (guint s = 0; s < n; s++)
    {
      guint i = slots[s].index, row = get_row (slope, i, side);
      StreekSeriesStyle style = get_style (slope, i);
      g_autofree char *label = make_label (slope, i, side);
      g_autoptr (StreekTextRun) run = streek_pen_set_wrapped (
        pen, factor, STREEK_WEIGHT_NORMAL, label, slope->label_pt, 1, STREEK_ALIGN_START);
      double direction = side == 0 ? -1 : 1, x = slope->x[side] + direction * 14 * pen->text_scale;
      StreekStroke leader = { streek_color_from_lightness (70), 0.4 * pen->text_scale, 0, 0 };

      if (fabs (slots[s].at - slots[s].wanted) > 1)
        streek_pen_add_line (pen, slope->x[side] + direction * 4, slots[s].wanted,
                             x - direction * 2, slots[s].at, &leader);

      streek_pen_add_run (pen, run, x, slots[s].at, side == 0 ? 1 : 0, 0.5, style.ink, FALSE, row);
    }
}

static void
draw_lines (Slope *slope)
{
  StreekChartPen *pen = slope->pen;
  const StreekChart *chart = pen->chart;

  for (guint i = slope->n; i > 0; i--)
    {
      StreekSeriesStyle style = get_style (slope, i - 1);
      StreekPoint ends[2];

      for (guint side = 0; side < 2; side++)
        ends[side] =
          (StreekPoint){ slope->x[side],
                         streek_scale_to_position (&slope->y, get_value (slope, i - 1, side)) };

      if (!isnan (ends[0].y) && !isnan (ends[1].y))
        streek_scene_builder_add_rule (pen->builder, ends[0], ends[1], &style.line,
                                       get_row (slope, i - 1, 1));

      for (guint side = 0; side < 2; side++)
        {
          guint row = get_row (slope, i - 1, side);
          gboolean is_hollow = chart->cells[row].status != STREEK_STATUS_FINAL;
          StreekPaint paint = { .color = is_hollow ? pen->theme->paper : style.line.color };
          StreekStroke outline = { style.line.color, 0.9 * pen->text_scale, 0, 0 };

          if (isnan (ends[side].y))
            continue;

          streek_scene_builder_add_symbol (pen->builder, style.symbol, ends[side],
                                           2.2 * pen->text_scale, &paint, &outline, row);
          streek_pen_add_spot (pen, row, i - 1, side, ends[side], (StreekRect){ 0 });
          streek_pen_mark_point (pen, row, ends[side], 2.2 * pen->text_scale);
        }
    }
}

static double
measure_labels (const Slope *slope, double factor)
{
  double width = 0;

  for (guint i = 0; i < slope->n; i++)
    for (guint side = 0; side < 2; side++)
      {
        g_autofree char *label = make_label (slope, i, side);

        width = MAX (width, streek_pen_measure (slope->pen, factor, label));
      }

  return width;
}

void
streek_chart_draw_slope (StreekChartPen *pen, StreekRect frame)
{
  const StreekChart *chart = pen->chart;
  Slope slope = { .pen = pen };
  g_autofree guint *order = streek_chart_sort_areas (chart, 0, TRUE, &slope.n);
  g_autoptr (GArray) keys = streek_pen_new_keys ();
  double line = streek_pen_get_line_height (pen, 1), lower, upper;
  StreekStroke axis = { streek_color_from_lightness (60), 0.7 * pen->text_scale, 0, 0 };

  streek_pen_add_sign_keys (pen, keys, FALSE);
  streek_chart_get_range (chart, -1, 0, &lower, &upper);

  double top = streek_pen_draw_keys (pen, keys, frame, TRUE);

  slope.areas = order;
  slope.plot = (StreekRect){ frame.x, frame.y + top + line * 3.2, frame.width,
                             frame.height - top - line * 3.8 };

  double factor = choose_factor (&slope);

  slope.label_pt = MIN (measure_labels (&slope, factor), frame.width * MAX_LABEL_SHARE);

  double side = slope.label_pt + 16 * pen->text_scale;
  double width = MIN (frame.width - 2 * side, frame.height * 1.1);
  double left = frame.x + (frame.width - width) / 2;

  slope.x[0] = left;
  slope.x[1] = left + width;
  slope.y = streek_scale_linear (isnan (lower) ? 0 : lower, isnan (upper) ? 1 : upper,
                                 slope.plot.y + slope.plot.height, slope.plot.y);
  streek_pen_add_text (pen, 0.95, STREEK_WEIGHT_NORMAL, streek_chart_get_axis_unit (chart, 0),
                       (slope.x[0] + slope.x[1]) / 2, frame.y + top, 0.5, 0, pen->theme->pale_ink,
                       -1);

  for (guint s = 0; s < 2; s++)
    {
      g_autofree char *period =
        streek_format_period (pen->format, chart->periods[s == 0 ? 0 : chart->n_periods - 1]);

      streek_pen_add_line (pen, slope.x[s], slope.plot.y - line * 0.6, slope.x[s],
                           slope.plot.y + slope.plot.height + line * 0.3, &axis);
      streek_pen_add_text (pen, 1.05, STREEK_WEIGHT_BOLD, period, slope.x[s],
                           slope.plot.y - line * 0.9, 0.5, 1, pen->theme->ink, -1);
    }

  draw_lines (&slope);
  draw_side (&slope, 0, factor);
  draw_side (&slope, 1, factor);
  pen->drawing->plot = slope.plot;
}
