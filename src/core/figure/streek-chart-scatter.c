/* streek-chart-scatter.c: two indicators against each other, with their regression line */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-pen.h"
#include "stats/streek-regression.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  guint area;
  StreekPoint at;
  double far; /* from the middle of the cloud: those are named first */
} Dot;

typedef struct
{
  StreekChartPen *pen;
  StreekRect plot;
  StreekScale x;
  StreekScale y;
  GArray *dots;
  GArray *taken; /* (element-type StreekRect) */
} Scatter;

static double
get_value (const StreekChart *chart, guint indicator, guint area)
{
  return streek_chart_get_cell (chart, indicator, area, chart->n_periods - 1)->value;
}

static void
list_dots (Scatter *self)
{
  const StreekChart *chart = self->pen->chart;
  StreekPoint center = { self->plot.x + self->plot.width / 2,
                         self->plot.y + self->plot.height / 2 };

  for (guint a = 0; a < chart->n_areas; a++)
    {
      Dot dot = { a,
                  { streek_scale_to_position (&self->x, get_value (chart, 0, a)),
                    streek_scale_to_position (&self->y, get_value (chart, 1, a)) },
                  0 };

      dot.far = hypot ((dot.at.x - center.x) / self->plot.width,
                       (dot.at.y - center.y) / self->plot.height) +
                (chart->areas[a].is_reference ? 10 : 0);

      if (!isnan (dot.at.x) && !isnan (dot.at.y))
        g_array_append_val (self->dots, dot);
    }
}

static int
compare_dots (gconstpointer a, gconstpointer b)
{
  const Dot *first = a, *second = b;

  if (first->far != second->far)
    return first->far > second->far ? -1 : 1;

  return first->area < second->area ? -1 : 1;
}

static gboolean
overlaps (StreekRect a, StreekRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static gboolean
is_free (const Scatter *self, StreekRect rect)
{
  if (rect.x < self->plot.x || rect.x + rect.width > self->plot.x + self->plot.width + 2 ||
      rect.y < self->plot.y - 4 || rect.y + rect.height > self->plot.y + self->plot.height)
    return FALSE;

  for (guint i = 0; i < self->taken->len; i++)
    if (overlaps (rect, g_array_index (self->taken, StreekRect, i)))
      return FALSE;

  return TRUE;
}

/* Right of the dot, left of it, above or below it; where none is free there is no name, and the
 * table has it. */
static void
draw_name (Scatter *self, const Dot *dot)
{
  StreekChartPen *pen = self->pen;
  const StreekChart *chart = pen->chart;
  guint row = streek_chart_get_index (chart, 1, dot->area, chart->n_periods - 1);
  g_autoptr (StreekTextRun) run = streek_pen_set (
    pen, 0.85, chart->areas[dot->area].is_reference ? STREEK_WEIGHT_BOLD : STREEK_WEIGHT_NORMAL,
    chart->areas[dot->area].name);
  double width = streek_text_run_get_width (run), height = streek_text_run_get_height (run) * 0.8;
  double away = 4 * pen->text_scale;
  const StreekPoint corners[] = { { dot->at.x + away, dot->at.y - height / 2 },
                                  { dot->at.x - away - width, dot->at.y - height / 2 },
                                  { dot->at.x - width / 2, dot->at.y - away - height },
                                  { dot->at.x - width / 2, dot->at.y + away } };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      StreekRect rect = { corners[i].x, corners[i].y, width, height };

      if (!is_free (self, rect))
        continue;

      g_array_append_val (self->taken, rect);
      streek_pen_add_run (pen, run, rect.x, rect.y + height / 2, 0, 0.5, pen->theme->ink, TRUE,
                          row);
      return;
    }
}

static void
draw_dots (Scatter *self)
{
  StreekChartPen *pen = self->pen;
  const StreekChart *chart = pen->chart;
  double radius = (self->dots->len > 80 ? 1.8 : 2.6) * pen->text_scale;

  for (guint i = 0; i < self->dots->len; i++)
    {
      const Dot *dot = &g_array_index (self->dots, Dot, i);
      gboolean is_reference = chart->areas[dot->area].is_reference;
      guint row = streek_chart_get_index (chart, 1, dot->area, chart->n_periods - 1);
      gboolean is_hollow =
        chart->cells[row].status != STREEK_STATUS_FINAL ||
        streek_chart_get_cell (chart, 0, dot->area, chart->n_periods - 1)->status !=
          STREEK_STATUS_FINAL;
      StreekSeriesStyle style =
        is_reference ? streek_pen_get_reference_style (pen, 0) : streek_pen_get_style (pen, 0);
      StreekPaint paint = { .color = is_hollow ? pen->theme->paper : style.line.color };
      StreekStroke outline = { is_hollow ? style.line.color : pen->theme->paper,
                               0.6 * pen->text_scale, 0, 0 };
      StreekRect around = { dot->at.x - radius, dot->at.y - radius, 2 * radius, 2 * radius };

      streek_scene_builder_add_symbol (
        pen->builder, is_reference ? STREEK_SYMBOL_DIAMOND : STREEK_SYMBOL_CIRCLE, dot->at,
        is_reference ? radius * 1.4 : radius, &paint, &outline, row);
      streek_pen_mark_point (pen, row, dot->at, radius);
      g_array_append_val (self->taken, around);
    }
}

static int
compare_by_x (gconstpointer a, gconstpointer b)
{
  const Dot *first = a, *second = b;

  if (first->at.x != second->at.x)
    return first->at.x < second->at.x ? -1 : 1;

  return first->area < second->area ? -1 : 1;
}

/* To the right goes the next higher of the first indicator. */
static void
add_spots (Scatter *self)
{
  const StreekChart *chart = self->pen->chart;

  g_array_sort (self->dots, compare_by_x);

  for (guint i = 0; i < self->dots->len; i++)
    {
      const Dot *dot = &g_array_index (self->dots, Dot, i);

      streek_pen_add_spot (self->pen,
                           streek_chart_get_index (chart, 1, dot->area, chart->n_periods - 1), 0, i,
                           dot->at, (StreekRect){ 0 });
    }
}

/* The line of least squares over the areas, without those of reference; never beyond the cloud. */
static void
draw_regression (Scatter *self, double top)
{
  StreekChartPen *pen = self->pen;
  const StreekChart *chart = pen->chart;
  g_autofree double *x = g_new (double, chart->n_areas);
  g_autofree double *y = g_new (double, chart->n_areas);
  double lower = INFINITY, upper = -INFINITY;
  StreekStroke line = { streek_color_from_lightness (45), 1.1 * pen->text_scale, 5, 2.5 };
  StreekRegression fit;
  guint n = 0;

  for (guint a = 0; a < chart->n_areas; a++)
    {
      if (chart->areas[a].is_reference || isnan (get_value (chart, 0, a)) ||
          isnan (get_value (chart, 1, a)))
        continue;

      x[n] = get_value (chart, 0, a);
      y[n] = get_value (chart, 1, a);
      lower = MIN (lower, x[n]);
      upper = MAX (upper, x[n]);
      n++;
    }

  if (chart->spec->logarithmic || !streek_regression_fit (x, y, n, &fit, NULL))
    return;

  g_autofree char *share = streek_format_number (pen->format, fit.r_squared, 2);
  /* Translators: beside a regression line; keep R² */
  g_autofree char *label = g_strdup_printf (
    ngettext ("R² = %1$s over %2$u area", "R² = %1$s over %2$u areas", n), share, n);

  streek_pen_add_line (pen, streek_scale_to_position (&self->x, lower),
                       streek_scale_to_position (&self->y, fit.intercept + fit.slope * lower),
                       streek_scale_to_position (&self->x, upper),
                       streek_scale_to_position (&self->y, fit.intercept + fit.slope * upper),
                       &line);
  streek_pen_add_text (pen, 0.95, STREEK_WEIGHT_NORMAL, label, self->plot.x + self->plot.width, top,
                       1, 0, pen->theme->pale_ink, -1);
}

static char *
make_axis_title (const StreekChart *chart, guint indicator)
{
  const StreekChartIndicator *it = &chart->indicators[indicator];

  return *it->unit != '\0' ? g_strdup_printf ("%s (%s)", it->name, it->unit) : g_strdup (it->name);
}

void
streek_chart_draw_scatter (StreekChartPen *pen, StreekRect frame)
{
  const StreekChart *chart = pen->chart;
  g_autoptr (GArray) dots = g_array_new (FALSE, FALSE, sizeof (Dot));
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (StreekRect));
  g_autoptr (GArray) keys = streek_pen_new_keys ();
  Scatter self = { .pen = pen, .dots = dots, .taken = taken };
  double line = streek_pen_get_line_height (pen, 0.95), lower, upper;
  g_autofree char *x_title = make_axis_title (chart, 0);
  g_autofree char *y_title = make_axis_title (chart, 1);

  streek_pen_add_sign_keys (pen, keys, TRUE);

  double top = streek_pen_draw_keys (pen, keys, frame, TRUE);

  self.plot =
    (StreekRect){ frame.x, frame.y + top + line * 1.8, frame.width, frame.height - top - line * 5 };

  guint n_rows = streek_pen_count_ticks (pen, self.plot.height, TRUE);

  streek_chart_get_range (chart, -1, 1, &lower, &upper);
  self.y = streek_pen_make_value_scale (pen, lower, upper, FALSE, self.plot.y + self.plot.height,
                                        self.plot.y, n_rows);

  double left = streek_pen_measure_value_axis (pen, &self.y, n_rows);

  self.plot.x += left;
  self.plot.width -= left + 6;

  guint n_columns = streek_pen_count_ticks (pen, self.plot.width, FALSE);

  streek_chart_get_range (chart, -1, 0, &lower, &upper);
  self.x = streek_pen_make_value_scale (pen, lower, upper, FALSE, self.plot.x,
                                        self.plot.x + self.plot.width, n_columns);
  streek_pen_add_text (pen, 0.95, STREEK_WEIGHT_NORMAL, y_title, frame.x, self.plot.y - line * 0.6,
                       0, 1, pen->theme->pale_ink, -1);
  streek_pen_add_text (pen, 0.95, STREEK_WEIGHT_NORMAL, x_title, self.plot.x + self.plot.width,
                       self.plot.y + self.plot.height + line * 1.5, 1, 0, pen->theme->pale_ink, -1);
  streek_pen_draw_left_axis (pen, &self.y, self.plot, n_rows);
  streek_pen_draw_top_axis (pen, &self.x, self.plot, n_columns, TRUE);
  list_dots (&self);
  draw_regression (&self, self.plot.y - line * 1.6);
  g_array_sort (dots, compare_dots);
  draw_dots (&self);

  for (guint i = 0; i < dots->len; i++)
    draw_name (&self, &g_array_index (dots, Dot, i));

  add_spots (&self);
  pen->drawing->plot = self.plot;
}
