/* streek-chart-spark.c: the course of one series in a few centimetres, and in a sentence */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-spark.h"
#include "figure/streek-chart-pen.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN_PT 3.5
#define END_RADIUS_PT 1.7
#define CURRENT_RADIUS_PT 2.8

/* The first or the last period with a value, -1: none. */
static int
find_end (const StreekChart *chart, gboolean is_last)
{
  const StreekChartCell *cells = streek_chart_get_cell (chart, 0, 0, 0);

  for (guint i = 0; i < chart->n_periods; i++)
    {
      guint p = is_last ? chart->n_periods - 1 - i : i;

      if (!isnan (cells[p].value))
        return (int) p;
    }

  return -1;
}

static gboolean
has_course (const StreekChart *chart)
{
  return chart->n_areas > 0 && chart->n_indicators > 0 && find_end (chart, FALSE) >= 0 &&
         find_end (chart, FALSE) != find_end (chart, TRUE);
}

typedef struct
{
  StreekChartPen *pen;
  const StreekSpark *spark;
  StreekScale x;
  StreekScale y;
} Course;

static void
mark_period (const Course *self, guint period, double radius, StreekColor color)
{
  const StreekChart *chart = self->pen->chart;
  StreekPoint at = {
    streek_scale_to_position (&self->x, streek_period_get_first_day (chart->periods[period])),
    streek_scale_to_position (&self->y, streek_chart_get_cell (chart, 0, 0, period)->value)
  };
  StreekPaint paint = { .color = color };

  if (!isnan (at.y))
    streek_scene_builder_add_symbol (self->pen->builder, STREEK_SYMBOL_CIRCLE, at, radius, &paint,
                                     NULL, (int) period);
}

/* The moment that is shown elsewhere: also where there is no value of it. */
static void
mark_current (const Course *self)
{
  const StreekChart *chart = self->pen->chart;
  StreekStroke rule = { self->spark->accent, 0.6, 0, 0 };

  for (guint p = 0; p < chart->n_periods; p++)
    if (streek_period_equal (chart->periods[p], self->spark->current))
      {
        double x =
          streek_scale_to_position (&self->x, streek_period_get_first_day (chart->periods[p]));

        streek_pen_add_line (self->pen, x, 0, x, self->spark->size.height, &rule);
        mark_period (self, p, CURRENT_RADIUS_PT, self->spark->accent);
      }
}

static void
draw_course (StreekChartPen *pen, const StreekSpark *spark)
{
  const StreekChart *chart = pen->chart;
  StreekSeriesStyle style = { .line = { spark->line, 1.2, 0, 0 },
                              .fill = { .color = spark->line },
                              .symbol = STREEK_SYMBOL_CIRCLE,
                              .ink = spark->line };
  double lower, upper;

  streek_chart_get_range (chart, 0, 0, &lower, &upper);
  if (lower == upper) /* a level line lies in the middle */
    {
      lower -= 1;
      upper += 1;
    }

  Course course = { pen, spark,
                    streek_scale_time (chart->periods[0], chart->periods[chart->n_periods - 1],
                                       MARGIN_PT, spark->size.width - MARGIN_PT),
                    streek_scale_linear (lower, upper, spark->size.height - MARGIN_PT, MARGIN_PT) };

  streek_chart_draw_series (pen, &course.x, &course.y, 0, 0, &style, FALSE, -1);
  mark_period (&course, (guint) find_end (chart, FALSE), END_RADIUS_PT, spark->line);
  mark_period (&course, (guint) find_end (chart, TRUE), END_RADIUS_PT, spark->line);
  mark_current (&course);
}

/**
 * streek_chart_layout_spark:
 * @chart: a line chart of one indicator and one area
 * @spark: its size and colours
 *
 * Without ground, axes or words: gaps stay gaps, breaks are not bridged, what is expected is
 * dashed. The first and the last value have a dot, the current one a larger one. Any thread.
 *
 * Returns: (transfer full) (nullable): the scene; %NULL where no two periods have a value
 */
StreekScene *
streek_chart_layout_spark (const StreekChart *chart, const StreekSpark *spark)
{
  g_return_val_if_fail (chart != NULL && spark != NULL, NULL);

  if (!has_course (chart))
    return NULL;

  const StreekLayoutOptions options = { .size = spark->size,
                                        .theme = streek_theme_get_screen (),
                                        .format = streek_format_get_default (),
                                        .hovered = -1,
                                        .bare = TRUE };
  StreekSceneBuilder *builder = streek_scene_builder_new (spark->size);
  StreekChartPen pen = { .chart = chart,
                         .options = &options,
                         .theme = options.theme,
                         .format = options.format,
                         .builder = builder,
                         .text_scale = 1,
                         .size_pt = options.theme->label_pt };

  draw_course (&pen, spark);

  return streek_scene_builder_end (builder);
}

char *
streek_chart_dup_spark_end (const StreekChart *chart, gboolean is_last, const StreekFormat *format)
{
  g_return_val_if_fail (chart != NULL, NULL);

  if (!has_course (chart))
    return NULL;

  guint period = (guint) find_end (chart, is_last);
  g_autofree char *name = streek_format_short_period (format, chart->periods[period]);
  g_autofree char *value =
    streek_chart_format_cell (chart, streek_chart_get_index (chart, 0, 0, period), format);

  return g_strdup_printf ("%s: %s", name, value);
}

/* (nullable) "2009, 2019": the periods that begin anew */
static char *
list_breaks (const StreekChart *chart, const StreekFormat *format)
{
  const StreekChartCell *cells = streek_chart_get_cell (chart, 0, 0, 0);
  GString *text = g_string_new (NULL);

  for (guint p = 1; p < chart->n_periods; p++)
    if (cells[p].is_break)
      {
        g_autofree char *name = streek_format_short_period (format, chart->periods[p]);

        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name);
      }

  return g_string_free (text, text->len == 0);
}

/**
 * streek_chart_describe_spark:
 * @chart: a line chart of one indicator and one area
 * @format: how numbers look
 *
 * Returns: (transfer full) (nullable): its ends in words, and where it cannot be compared with what
 *   was before; %NULL where no two periods have a value
 */
char *
streek_chart_describe_spark (const StreekChart *chart, const StreekFormat *format)
{
  g_return_val_if_fail (chart != NULL, NULL);

  if (!has_course (chart))
    return NULL;

  guint first = (guint) find_end (chart, FALSE), last = (guint) find_end (chart, TRUE);
  g_autofree char *first_name = streek_format_period (format, chart->periods[first]);
  g_autofree char *last_name = streek_format_period (format, chart->periods[last]);
  g_autofree char *from =
    streek_chart_format_cell (chart, streek_chart_get_index (chart, 0, 0, first), format);
  g_autofree char *to =
    streek_chart_format_cell (chart, streek_chart_get_index (chart, 0, 0, last), format);
  g_autofree char *breaks = list_breaks (chart, format);
  /* Translators: the course of a figure: %1$s and %3$s are values, %2$s and %4$s periods */
  g_autofree char *course =
    g_strdup_printf (_ ("From %1$s in %2$s to %3$s in %4$s"), from, first_name, to, last_name);

  if (breaks == NULL)
    return g_steal_pointer (&course);

  /* Translators: %1$s is the course of a figure, %2$s a list of periods */
  return g_strdup_printf (_ ("%1$s; break in the series: %2$s"), course, breaks);
}
