/* streek-chart-lines.c: lines over time, labelled at their ends where that fits */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-pen.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_LABEL_SHARE 0.3 /* of the width */

typedef struct
{
  guint indicator;
  guint area;
  StreekSeriesStyle style;
  char *name;
  double end_x; /* place of its last value, NAN: none */
  double end_y;
} Series;

static void
series_clear (gpointer data)
{
  Series *series = data;

  g_clear_pointer (&series->name, g_free);
}

static GArray *
list_series (const StreekChartPen *pen)
{
  const StreekChart *chart = pen->chart;
  GArray *list = g_array_new (FALSE, TRUE, sizeof (Series));
  guint n_own = 0, n_references = 0;

  g_array_set_clear_func (list, series_clear);

  for (guint a = 0; a < chart->n_areas; a++)
    for (guint i = 0; i < chart->n_indicators; i++)
      {
        gboolean is_reference = chart->areas[a].is_reference;

        if (is_reference && chart->hides_references)
          continue;

        Series series = { i,
                          a,
                          is_reference ? streek_pen_get_reference_style (pen, n_references++)
                                       : streek_pen_get_style (pen, n_own++),
                          streek_chart_dup_series_name (chart, i, a),
                          NAN,
                          NAN };

        g_array_append_val (list, series);
      }

  return list;
}

/* Days between two periods that follow each other in a series. */
static double
get_usual_step (const StreekChart *chart, const StreekChartCell *cells)
{
  double least = INFINITY;
  int before = -1;

  for (guint p = 0; p < chart->n_periods; p++)
    {
      if (cells[p].is_absent)
        continue;

      if (before >= 0)
        least = MIN (least, streek_period_get_first_day (chart->periods[p]) -
                              streek_period_get_first_day (chart->periods[before]));

      before = p;
    }

  return least;
}

/* The period before @period that the series knows, -1: none. */
static int
find_before (const StreekChartCell *cells, guint period)
{
  for (int p = (int) period - 1; p >= 0; p--)
    if (!cells[p].is_absent)
      return p;

  return -1;
}

/* A year that nobody counted is a gap; forecasts are published in steps of years. */
static gboolean
is_joined (const StreekChart *chart, const StreekChartCell *cells, guint period, double usual_step)
{
  int before = find_before (cells, period);

  if (before < 0 || isnan (cells[period].value) || isnan (cells[before].value) ||
      cells[period].is_break)
    return FALSE;

  double step = streek_period_get_first_day (chart->periods[period]) -
                streek_period_get_first_day (chart->periods[before]);

  return step < 1.6 * usual_step || cells[period].status == STREEK_STATUS_PROJECTION;
}

/* Whether a line goes on from @period. */
static gboolean
is_joined_to_next (const StreekChart *chart,
                   const StreekChartCell *cells,
                   guint period,
                   double usual_step)
{
  for (guint p = period + 1; p < chart->n_periods; p++)
    if (!cells[p].is_absent)
      return is_joined (chart, cells, p, usual_step);

  return FALSE;
}

typedef struct
{
  StreekChartPen *pen;
  const StreekSeriesStyle *style;
  GArray *points;
  gboolean is_dashed;
} Stroke;

static void
end_stroke (Stroke *stroke)
{
  StreekStroke line = stroke->style->line;

  if (stroke->is_dashed)
    {
      line.dash = 2.5;
      line.gap = 2.2;
    }

  if (stroke->points->len > 1)
    streek_scene_builder_add_polygon (stroke->pen->builder,
                                      (const StreekPoint *) (gpointer) stroke->points->data,
                                      stroke->points->len, FALSE, NULL, &line, -1);

  g_array_set_size (stroke->points, 0);
}

static void
draw_break_mark (StreekChartPen *pen, StreekPoint from, StreekPoint to, const StreekStroke *line)
{
  StreekPoint middle = { (from.x + to.x) / 2, (from.y + to.y) / 2 };
  StreekStroke thin = { line->color, 0.9 * pen->text_scale, 0, 0 };
  double half = 3.2 * pen->text_scale;

  for (int side = -1; side <= 1; side += 2)
    streek_pen_add_line (pen, middle.x + side * 1.5 - 1.2, middle.y + half,
                         middle.x + side * 1.5 + 1.2, middle.y - half, &thin);
}

static void
draw_dot (StreekChartPen *pen,
          const StreekSeriesStyle *style,
          StreekPoint at,
          gboolean is_hollow,
          double radius,
          guint row)
{
  StreekPaint paint = { .color = is_hollow ? pen->theme->paper : style->line.color };
  StreekStroke outline = { style->line.color, 0.9 * pen->text_scale, 0, 0 };

  streek_scene_builder_add_symbol (pen->builder, style->symbol, at, radius, &paint, &outline, row);
}

void
streek_chart_draw_series (StreekChartPen *pen,
                          const StreekScale *x,
                          const StreekScale *y,
                          guint indicator,
                          guint area,
                          const StreekSeriesStyle *style,
                          gboolean has_dots,
                          int strand)
{
  const StreekChart *chart = pen->chart;
  const StreekChartCell *cells = streek_chart_get_cell (chart, indicator, area, 0);
  guint first_row = streek_chart_get_index (chart, indicator, area, 0);
  double usual_step = get_usual_step (chart, cells);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (StreekPoint));
  g_autofree StreekPoint *places = g_new (StreekPoint, chart->n_periods);
  Stroke stroke = { pen, style, points, FALSE };

  for (guint p = 0; p < chart->n_periods; p++)
    {
      int before = find_before (cells, p);

      places[p] = (StreekPoint){ streek_scale_to_position (
                                   x, streek_period_get_first_day (chart->periods[p])),
                                 streek_scale_to_position (y, cells[p].value) };

      if (cells[p].is_absent)
        continue;

      gboolean joins = is_joined (chart, cells, p, usual_step);
      gboolean is_dashed = cells[p].status == STREEK_STATUS_PROJECTION;

      if (!joins || is_dashed != stroke.is_dashed)
        {
          end_stroke (&stroke);
          stroke.is_dashed = is_dashed;

          if (joins) /* the dashes start where the line ends */
            g_array_append_val (points, places[before]);
        }

      if (!isnan (places[p].y))
        g_array_append_val (points, places[p]);

      if (before >= 0 && cells[p].is_break && !isnan (places[p].y) && !isnan (places[before].y))
        draw_break_mark (pen, places[before], places[p], &style->line);
    }

  end_stroke (&stroke);

  for (guint p = 0; p < chart->n_periods; p++)
    {
      gboolean is_alone = !is_joined (chart, cells, p, usual_step) &&
                          !is_joined_to_next (chart, cells, p, usual_step);
      gboolean is_hollow = cells[p].status != STREEK_STATUS_FINAL;

      if (isnan (places[p].y))
        continue;

      if (has_dots || is_alone || is_hollow)
        draw_dot (pen, style, places[p], is_hollow, (has_dots ? 2.0 : 1.6) * pen->text_scale,
                  first_row + p);

      if (strand >= 0)
        streek_pen_add_spot (pen, first_row + p, strand, p, places[p], (StreekRect){ 0 });

      streek_pen_mark_point (pen, first_row + p, places[p], 2.0 * pen->text_scale);
    }
}

/* The sign of what is missing stands at the foot of the gap, once for each period and kind. */
static void
draw_missing_signs (StreekChartPen *pen, const GArray *list, const StreekScale *x, StreekRect plot)
{
  const StreekChart *chart = pen->chart;
  double last = -INFINITY;

  for (guint p = 0; p < chart->n_periods; p++)
    {
      double at = streek_scale_to_position (x, streek_period_get_first_day (chart->periods[p]));
      double y = plot.y + plot.height - 1.5;
      guint seen = 0;

      for (guint s = 0; s < list->len; s++)
        {
          const Series *series = &g_array_index (list, Series, s);
          guint row = streek_chart_get_index (chart, series->indicator, series->area, p);
          const StreekChartCell *cell = &chart->cells[row];

          if (!isnan (cell->value) || cell->is_absent)
            continue;

          streek_pen_add_spot (pen, row, s, p, (StreekPoint){ at, y - 4 }, (StreekRect){ 0 });

          if ((seen & (1u << cell->missing)) != 0 || at < last + pen->size_pt * 0.8)
            continue;

          seen |= 1u << cell->missing;
          streek_pen_add_text (pen, 0.9, STREEK_WEIGHT_NORMAL,
                               streek_missing_get_sign (cell->missing), at, y, 0.5, 1,
                               pen->theme->pale_ink, row);
          y -= pen->size_pt;
        }

      if (seen != 0)
        last = at;
    }
}

static void
find_ends (const StreekChart *chart, GArray *list, const StreekScale *x, const StreekScale *y)
{
  for (guint s = 0; s < list->len; s++)
    {
      Series *series = &g_array_index (list, Series, s);
      const StreekChartCell *cells =
        streek_chart_get_cell (chart, series->indicator, series->area, 0);

      for (guint p = 0; p < chart->n_periods; p++)
        if (!isnan (cells[p].value))
          {
            series->end_x =
              streek_scale_to_position (x, streek_period_get_first_day (chart->periods[p]));
            series->end_y = streek_scale_to_position (y, cells[p].value);
          }
    }
}

/* Where names at the ends fit: (array) a slot for each series that has a value, %NULL: a legend. */
static StreekSlot *
try_end_labels (const StreekChartPen *pen, const GArray *list, StreekRect plot, guint *n)
{
  double height = streek_pen_get_line_height (pen, 0.95);
  StreekSlot *slots = g_new0 (StreekSlot, MAX (list->len, 1));

  *n = 0;

  for (guint s = 0; s < list->len; s++)
    {
      const Series *series = &g_array_index (list, Series, s);

      if (!isnan (series->end_y))
        slots[(*n)++] = (StreekSlot){ .wanted = series->end_y, .height = height, .index = s };
    }

  if (*n == 0 ||
      !streek_pen_spread (slots, *n, plot.y - height / 2, plot.y + plot.height + height / 2))
    g_clear_pointer (&slots, g_free);

  return slots;
}

static void
draw_end_labels (StreekChartPen *pen,
                 const GArray *list,
                 const StreekSlot *slots,
                 guint n,
                 StreekRect plot,
                 double width)
{
  double gap = 10 * pen->text_scale, x = plot.x + plot.width + gap;

  streek_scene_builder_push_group (pen->builder, "labels", NULL);

  for (guint i = 0; i < n; i++)
    {
      const Series *series = &g_array_index (list, Series, slots[i].index);
      StreekStroke leader = { series->style.line.color, 0.5 * pen->text_scale, 0, 0 };
      g_autoptr (StreekTextRun) run = streek_pen_set_wrapped (
        pen, 0.95, STREEK_WEIGHT_NORMAL, series->name, width, 1, STREEK_ALIGN_START);

      /* a line that ends early, or whose name had to move, is led to it */
      if (fabs (slots[i].at - series->end_y) > 1.5 || series->end_x < plot.x + plot.width - 2)
        streek_pen_add_line (pen, series->end_x + 3, series->end_y, x - 2, slots[i].at, &leader);

      streek_pen_add_run (pen, run, x, slots[i].at, 0, 0.5, series->style.ink, FALSE, -1);
    }

  streek_scene_builder_pop_group (pen->builder);
}

static double
measure_names (const StreekChartPen *pen, const GArray *list)
{
  double width = 0;

  for (guint s = 0; s < list->len; s++)
    width = MAX (width, streek_pen_measure (pen, 0.95, g_array_index (list, Series, s).name));

  return width;
}

static gboolean
wants_dots (const StreekChart *chart, const GArray *list, double width)
{
  return chart->spec->grey ? width / chart->n_periods > 12 || list->len > 3
                           : list->len <= 6 && width / chart->n_periods > 14;
}

static StreekRect
make_plot (const StreekChartPen *pen, StreekRect frame, double top, double right)
{
  double line = streek_pen_get_line_height (pen, 0.95);
  double bottom = line + 6 * pen->text_scale;

  return (StreekRect){ frame.x, frame.y + top + line * 1.7, frame.width - right,
                       MAX (frame.height - top - line * 1.7 - bottom, 20) };
}

static gboolean
is_free (const GArray *taken, StreekRect rect)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const StreekRect *other = &g_array_index (taken, StreekRect, i);

      if (rect.x < other->x + other->width && other->x < rect.x + rect.width &&
          rect.y < other->y + other->height && other->y < rect.y + rect.height)
        return FALSE;
    }

  return TRUE;
}

/* Over its dot or under it; where both are taken the table has the number. */
static void
draw_value (StreekChartPen *pen, const Series *series, guint row, StreekPoint at, GArray *taken)
{
  g_autofree char *text = streek_chart_format_cell (pen->chart, row, pen->format);
  g_autoptr (StreekTextRun) run = streek_pen_set (pen, 0.85, STREEK_WEIGHT_NORMAL, text);
  double width = streek_text_run_get_width (run), height = streek_text_run_get_height (run);
  double away = 3.5 * pen->text_scale;

  for (guint side = 0; side < 2; side++)
    {
      StreekRect rect = { at.x - width / 2, side == 0 ? at.y - away - height : at.y + away, width,
                          height };

      if (!is_free (taken, rect))
        continue;

      g_array_append_val (taken, rect);
      streek_pen_add_run (pen, run, at.x, rect.y, 0.5, 0, series->style.ink, TRUE, row);
      return;
    }
}

static void
draw_values (StreekChartPen *pen, const GArray *list, const StreekScale *x, const StreekScale *y)
{
  const StreekChart *chart = pen->chart;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (StreekRect));

  for (guint s = 0; s < list->len; s++)
    {
      const Series *series = &g_array_index (list, Series, s);

      for (guint p = chart->n_periods; p > 0; p--) /* the newest have the first choice */
        {
          guint row = streek_chart_get_index (chart, series->indicator, series->area, p - 1);
          double value = chart->cells[row].value;
          StreekDate day = streek_period_get_first_day (chart->periods[p - 1]);

          if (!isnan (value))
            draw_value (pen, series, row,
                        (StreekPoint){ streek_scale_to_position (x, day),
                                       streek_scale_to_position (y, value) },
                        taken);
        }
    }
}

/* Across the whole of the chart, for it may be due after its last period; its words stand on it. */
static void
draw_target (StreekChartPen *pen, const StreekScale *y, StreekRect plot)
{
  const StreekChart *chart = pen->chart;
  StreekStroke line = { pen->theme->ink, 1.0 * pen->text_scale, 5, 3 };
  double at = streek_scale_to_position (y, chart->target);
  g_autoptr (StreekTextRun) run =
    streek_pen_set (pen, 0.95, STREEK_WEIGHT_BOLD, chart->target_name);
  double away = 2 * pen->text_scale;
  gboolean is_over = at - away - streek_text_run_get_height (run) > plot.y;

  streek_scene_builder_push_group (pen->builder, "target", chart->target_name);
  streek_pen_add_line (pen, plot.x, at, plot.x + plot.width, at, &line);
  streek_pen_add_run (pen, run, plot.x + 4 * pen->text_scale, is_over ? at - away : at + away, 0,
                      is_over ? 1 : 0, pen->theme->ink, TRUE, -1);
  streek_scene_builder_pop_group (pen->builder);
}

/**
 * streek_chart_draw_lines:
 *
 * Names stand at the ends of their lines where all of them fit there, moved apart and led to their
 * line; else there is a legend. Names are never turned.
 */
void
streek_chart_draw_lines (StreekChartPen *pen, StreekRect frame)
{
  const StreekChart *chart = pen->chart;
  g_autoptr (GArray) list = list_series (pen);
  g_autoptr (GArray) keys = streek_pen_new_keys ();
  double gap = 10 * pen->text_scale;
  double names = MIN (measure_names (pen, list), frame.width * MAX_LABEL_SHARE);
  double lower, upper;

  streek_pen_add_sign_keys (pen, keys, TRUE);
  streek_chart_get_range (chart, -1, -1, &lower, &upper);
  if (chart->target_name != NULL)
    {
      lower = MIN (lower, chart->target);
      upper = MAX (upper, chart->target);
    }

  double top = streek_pen_draw_keys (pen, keys, frame, FALSE);
  StreekRect plot = make_plot (pen, frame, top, names + gap);
  guint n_ticks = streek_pen_count_ticks (pen, plot.height, TRUE), n_slots;
  StreekScale y =
    streek_pen_make_value_scale (pen, lower, upper, FALSE, plot.y + plot.height, plot.y, n_ticks);
  double left = streek_pen_measure_value_axis (pen, &y, n_ticks);

  plot.x += left;
  plot.width -= left;

  StreekScale x = streek_scale_time (chart->periods[0], chart->periods[chart->n_periods - 1],
                                     plot.x + 4, plot.x + plot.width - 2);

  find_ends (chart, list, &x, &y);

  g_autofree StreekSlot *slots = try_end_labels (pen, list, plot, &n_slots);

  if (slots == NULL) /* a legend instead */
    {
      for (guint s = 0; s < list->len; s++)
        {
          const Series *series = &g_array_index (list, Series, s);

          streek_pen_add_key (keys, STREEK_KEY_LINE, &series->style, NULL, g_strdup (series->name));
        }

      top = streek_pen_draw_keys (pen, keys, frame, FALSE);
      plot = make_plot (pen, frame, top, 4);
      plot.x += left;
      plot.width -= left;
      y.start_pt = plot.y + plot.height;
      y.end_pt = plot.y;
      x.end_pt = plot.x + plot.width - 4;
    }

  streek_pen_draw_keys (pen, keys, frame, TRUE);
  streek_pen_add_text (pen, 0.95, STREEK_WEIGHT_NORMAL, streek_chart_get_axis_unit (chart, 0),
                       frame.x, plot.y - streek_pen_get_line_height (pen, 0.95) * 0.6, 0, 1,
                       pen->theme->pale_ink, -1);
  streek_scene_builder_push_group (pen->builder, "axes", NULL);
  streek_pen_draw_left_axis (pen, &y, plot, n_ticks);
  streek_pen_draw_time_axis (pen, &x, plot);
  streek_scene_builder_pop_group (pen->builder);

  for (guint s = list->len; s > 0; s--) /* the first lies on top */
    {
      const Series *series = &g_array_index (list, Series, s - 1);
      g_autofree char *id = g_strdup_printf ("line-%u", s);

      streek_scene_builder_push_group (pen->builder, id, series->name);
      streek_chart_draw_series (pen, &x, &y, series->indicator, series->area, &series->style,
                                wants_dots (chart, list, plot.width), s - 1);
      streek_scene_builder_pop_group (pen->builder);
    }

  if (chart->target_name != NULL)
    draw_target (pen, &y, plot);
  draw_missing_signs (pen, list, &x, plot);

  if (chart->spec->show_values)
    draw_values (pen, list, &x, &y);

  if (slots != NULL)
    draw_end_labels (pen, list, slots, n_slots, plot, names);

  pen->drawing->plot = plot;
}
