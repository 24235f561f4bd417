/* streek-chart-histogram.c: how many areas lie in each class, with limits that can be moved */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-pen.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HANDLE_PT 5.0

static double
get_least_width (const StreekClasses *classes)
{
  double least = INFINITY;

  for (guint i = 0; i < streek_classes_get_n (classes); i++)
    {
      double width = streek_classes_get_upper (classes, i) - streek_classes_get_lower (classes, i);

      if (width > 0)
        least = MIN (least, width);
    }

  return least;
}

/* The area of a bar says how many: one class twice as wide is half as high. */
static double
get_height (const StreekClasses *classes, guint index, double least)
{
  double width =
    streek_classes_get_upper (classes, index) - streek_classes_get_lower (classes, index);

  return streek_classes_get_count (classes, index) * (width > 0 ? least / width : 1);
}

static gboolean
are_even (const StreekClasses *classes, double least)
{
  for (guint i = 0; i < streek_classes_get_n (classes); i++)
    if (fabs (streek_classes_get_upper (classes, i) - streek_classes_get_lower (classes, i) -
              least) > least * 1e-6)
      return FALSE;

  return TRUE;
}

static guint
find_member (const StreekChart *chart, guint class)
{
  for (guint a = 0; a < chart->n_areas; a++)
    {
      guint row = streek_chart_get_index (chart, 0, a, chart->n_periods - 1);

      if (!chart->areas[a].is_reference && !isnan (chart->cells[row].value) &&
          streek_classes_find (chart->classes, chart->cells[row].value) == (int) class)
        return row;
    }

  return 0;
}

static void
draw_bar (StreekChartPen *pen,
          const StreekScale *x,
          const StreekScale *y,
          guint class,
          double least,
          double line)
{
  const StreekClasses *classes = pen->chart->classes;
  StreekSeriesStyle style = streek_pen_get_style (pen, 0);
  StreekStroke seam = { pen->theme->paper, 0.8 * pen->text_scale, 0, 0 };
  double from = streek_scale_to_position (x, streek_classes_get_lower (classes, class));
  double to = streek_scale_to_position (x, streek_classes_get_upper (classes, class));
  double top = streek_scale_to_position (y, get_height (classes, class, least));
  guint n = streek_classes_get_count (classes, class), row = find_member (pen->chart, class);
  StreekRect rect = { from, top, to - from, y->start_pt - top };
  g_autofree char *count = g_strdup_printf ("%u", n);

  /* a class has no row of its own: its rows are those of its areas */
  streek_scene_builder_add_rect (pen->builder, rect, &style.fill, &seam, n > 0 ? (int) row : -1);
  streek_pen_add_text (pen, 0.95, STREEK_WEIGHT_NORMAL, count, (from + to) / 2, top - line * 0.15,
                       0.5, 1, pen->theme->ink, -1);

  if (n > 0)
    streek_pen_add_spot (pen, row, 0, class, (StreekPoint){ (from + to) / 2, top }, rect);
}

/* Below the axis a dot for each area, so that a class hides nobody. */
static void
draw_dots (StreekChartPen *pen, const StreekScale *x, double y)
{
  const StreekChart *chart = pen->chart;
  StreekStroke tick = { pen->theme->pale_ink, 0.5 * pen->text_scale, 0, 0 };

  for (guint a = 0; a < chart->n_areas; a++)
    {
      guint row = streek_chart_get_index (chart, 0, a, chart->n_periods - 1);
      double at = streek_scale_to_position (x, chart->cells[row].value);

      if (isnan (at) || chart->areas[a].is_reference)
        continue;

      streek_scene_builder_add_rule (
        pen->builder, (StreekPoint){ at, y }, (StreekPoint){ at, y + 5 * pen->text_scale },
        streek_pen_is_marked (pen, row) ? &pen->theme->selection : &tick, row);
    }
}

static void
draw_references (StreekChartPen *pen, const StreekScale *x, StreekRect plot, double line)
{
  const StreekChart *chart = pen->chart;
  guint n = 0;

  for (guint a = 0; a < chart->n_areas; a++)
    {
      guint row = streek_chart_get_index (chart, 0, a, chart->n_periods - 1);
      double value = chart->cells[row].value;

      if (!chart->areas[a].is_reference || isnan (value) || chart->hides_references ||
          value < x->lower || value > x->upper)
        continue;

      StreekSeriesStyle style = streek_pen_get_reference_style (pen, n++);
      g_autofree char *number = streek_chart_format_cell (chart, row, pen->format);
      g_autofree char *label = g_strdup_printf ("%s %s", chart->areas[a].name, number);
      double at = streek_scale_to_position (x, value);
      gboolean is_right = at < plot.x + plot.width * 0.7;
      double y = plot.y - line * (0.2 + 1.1 * (n - 1));

      style.line.dash = 4;
      style.line.gap = 2;
      streek_scene_builder_add_rule (pen->builder, (StreekPoint){ at, y - line * 0.8 },
                                     (StreekPoint){ at, plot.y + plot.height }, &style.line, row);
      streek_pen_add_text (pen, 0.9, STREEK_WEIGHT_NORMAL, label, at + (is_right ? 4 : -4), y,
                           is_right ? 0 : 1, 1, style.line.color, row);
    }
}

static void
draw_limits (StreekChartPen *pen, const StreekScale *x, StreekRect plot, double y)
{
  const StreekClasses *classes = pen->chart->classes;
  guint n = streek_classes_get_n (classes);
  double last_end = -INFINITY;

  for (guint i = 0; i <= n; i++)
    {
      double value =
        i < n ? streek_classes_get_lower (classes, i) : streek_classes_get_upper (classes, n - 1);
      double at = streek_scale_to_position (x, value);
      g_autofree char *label =
        streek_format_number (pen->format, value, streek_classes_get_decimals (classes));
      double half = streek_pen_measure (pen, 0.95, label) / 2;

      if (at - half > last_end + 2)
        {
          streek_pen_add_text (pen, 0.95, STREEK_WEIGHT_NORMAL, label, at, y, 0.5, 0,
                               pen->theme->pale_ink, -1);
          last_end = at + half;
        }

      if (i == 0 || i == n)
        continue;

      StreekChartHandle handle = { i - 1,
                                   value,
                                   { at - HANDLE_PT, plot.y, 2 * HANDLE_PT, plot.height } };

      g_array_append_val (pen->drawing->handles, handle);
    }
}

void
streek_chart_draw_histogram (StreekChartPen *pen, StreekRect frame)
{
  const StreekChart *chart = pen->chart;
  const StreekClasses *classes = chart->classes;
  double line = streek_pen_get_line_height (pen, 1), highest = 0;
  g_autoptr (GArray) keys = streek_pen_new_keys ();

  streek_pen_add_sign_keys (pen, keys, FALSE);

  double top = streek_pen_draw_keys (pen, keys, frame, TRUE) + line * 3.6;

  if (classes == NULL)
    {
      streek_pen_add_text (pen, 1.1, STREEK_WEIGHT_NORMAL, _ ("There is no figure to draw."),
                           frame.x + frame.width / 2, frame.y + frame.height / 2, 0.5, 0.5,
                           pen->theme->pale_ink, -1);
      return;
    }

  guint n = streek_classes_get_n (classes);
  double least = get_least_width (classes);
  StreekRect plot = { frame.x, frame.y + top, frame.width, frame.height - top - line * 3.4 };

  for (guint i = 0; i < n; i++)
    highest = MAX (highest, get_height (classes, i, least));

  guint n_ticks = streek_pen_count_ticks (pen, plot.height, TRUE);
  StreekScale y = streek_pen_make_value_scale (pen, 0, highest, TRUE, plot.y + plot.height, plot.y,
                                               MIN (n_ticks, (guint) MAX (highest, 1)));
  gboolean is_even = are_even (classes, least);
  double left = is_even ? streek_pen_measure_value_axis (pen, &y, n_ticks) : 0;

  plot.x += left;
  plot.width -= left;

  StreekScale x = streek_scale_linear (streek_classes_get_lower (classes, 0),
                                       streek_classes_get_upper (classes, n - 1), plot.x + 4,
                                       plot.x + plot.width - 8);
  StreekStroke base = { streek_color_from_lightness (35), 0.7 * pen->text_scale, 0, 0 };

  streek_pen_add_text (pen, 0.95, STREEK_WEIGHT_NORMAL,
                       is_even ? _ ("number of areas")
                               : _ ("number of areas: the surface of each bar"),
                       frame.x, plot.y - line * 2.5, 0, 1, pen->theme->pale_ink, -1);

  if (is_even)
    streek_pen_draw_left_axis (pen, &y, plot, MIN (n_ticks, (guint) MAX (highest, 1)));

  for (guint i = 0; i < n; i++)
    draw_bar (pen, &x, &y, i, least, line);

  streek_pen_add_line (pen, plot.x, plot.y + plot.height, plot.x + plot.width, plot.y + plot.height,
                       &base);
  draw_dots (pen, &x, plot.y + plot.height + 2);
  draw_limits (pen, &x, plot, plot.y + plot.height + 8 * pen->text_scale);
  streek_pen_add_text (pen, 0.95, STREEK_WEIGHT_NORMAL, streek_chart_get_axis_unit (chart, 0),
                       plot.x + plot.width, plot.y + plot.height + 8 * pen->text_scale + line * 1.1,
                       1, 0, pen->theme->pale_ink, -1);
  draw_references (pen, &x, plot, line);
  pen->drawing->plot = plot;
  pen->drawing->handle_lower = streek_scale_to_value (&x, plot.x);
  pen->drawing->handle_upper = streek_scale_to_value (&x, plot.x + plot.width);
}
