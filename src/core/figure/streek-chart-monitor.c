/* streek-chart-monitor.c: a table of indicators with sparklines: the regional monitor */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-pen.h"

#include <glib/gi18n-lib.h>
#include <math.h>

enum
{
  COLUMN_NAME,
  COLUMN_SPARK,
  COLUMN_VALUE,
  COLUMN_PERIOD,
  COLUMN_CHANGE,
  COLUMN_WORD,
  FIRST_REFERENCE,
};

#define MAX_REFERENCES 4

typedef struct
{
  StreekChartPen *pen;
  guint n_own;
  guint *own;
  guint n_references;
  guint references[MAX_REFERENCES];
  double factor;
  double row_pt;
  double starts[FIRST_REFERENCE + MAX_REFERENCES];
  double widths[FIRST_REFERENCE + MAX_REFERENCES];
} Monitor;

static void
list_areas (Monitor *self)
{
  const StreekChart *chart = self->pen->chart;

  self->own = g_new (guint, chart->n_areas);

  for (guint a = 0; a < chart->n_areas; a++)
    if (!chart->areas[a].is_reference)
      self->own[self->n_own++] = a;
    else if (self->n_references < MAX_REFERENCES)
      self->references[self->n_references++] = a;
}

/* The last period with a value, -1: none. */
static int
find_last (const StreekChart *chart, guint indicator, guint area)
{
  for (guint p = chart->n_periods; p > 0; p--)
    if (!isnan (streek_chart_get_cell (chart, indicator, area, p - 1)->value))
      return p - 1;

  return -1;
}

/* The first that @last compares with: of before a break of the series none does, nor does a sum of
 * which a part is unknown. @last itself where there is none. */
static int
find_first (const StreekChart *chart, guint indicator, guint area, int last)
{
  int first = last;

  for (int p = last; p >= 0; p--)
    {
      const StreekChartCell *cell = streek_chart_get_cell (chart, indicator, area, (guint) p);

      if (!isnan (cell->value) && !cell->at_least)
        first = p;
      if (cell->is_break)
        break;
    }

  return first;
}

static gboolean
breaks_after_figures (const StreekChart *chart, guint indicator, guint area, int last)
{
  gboolean has_break = FALSE;

  for (int p = last; p >= 0; p--)
    {
      const StreekChartCell *cell = streek_chart_get_cell (chart, indicator, area, (guint) p);

      if (has_break && !isnan (cell->value))
        return TRUE;

      has_break |= cell->is_break;
    }

  return FALSE;
}

static char *
format_last (const Monitor *self, guint indicator, guint area, int period)
{
  const StreekChart *chart = self->pen->chart;
  guint p = period >= 0 ? (guint) period : chart->n_periods - 1;

  return streek_chart_format_cell (chart, streek_chart_get_index (chart, indicator, area, p),
                                   self->pen->format);
}

static char *
format_period (const Monitor *self, int period)
{
  const StreekChart *chart = self->pen->chart;

  return period >= 0 ? streek_format_short_period (self->pen->format, chart->periods[period])
                     : g_strdup ("");
}

static char *
dup_comparable (const Monitor *self, guint indicator, guint area, int last)
{
  const StreekChart *chart = self->pen->chart;

  if (!breaks_after_figures (chart, indicator, area, last))
    return g_strdup ("");

  g_autofree char *since = streek_format_short_period (self->pen->format, chart->periods[last]);

  /* Translators: in the place of a change; %s is the first period after a break of a series. */
  return g_strdup_printf (_ ("comparable since %s"), since);
}

/* "+1,2 pp sinds 2010": percent or percentage points, and since when. */
static char *
format_change (const Monitor *self, guint indicator, int from, int to, guint area, double *change)
{
  const StreekChart *chart = self->pen->chart;
  gboolean is_points = chart->indicators[indicator].is_percentage;

  *change = NAN;

  if (to < 0)
    return g_strdup ("");
  if (from >= to)
    return dup_comparable (self, indicator, area, to);

  double first = streek_chart_get_cell (chart, indicator, area, from)->value;
  double last = streek_chart_get_cell (chart, indicator, area, to)->value;

  if ((!is_points && !(first > 0)) || streek_chart_get_cell (chart, indicator, area, to)->at_least)
    return g_strdup ("");

  *change = is_points ? last - first : (last / first - 1) * 100;

  g_autofree char *number = streek_format_signed (self->pen->format, *change, 1);
  g_autofree char *since = streek_format_short_period (self->pen->format, chart->periods[from]);

  /* Translators: a change: %1$s is a number, %2$s a period */
  return is_points ? g_strdup_printf (_ ("%1$s pp since %2$s"), number, since)
                   /* Translators: a change: %1$s is a number, %2$s a period */
                   : g_strdup_printf (_ ("%1$s %% since %2$s"), number, since);
}

static const char *
get_word (const StreekChartIndicator *indicator, double change)
{
  if (isnan (change) || fabs (change) < 0.05)
    return isnan (change) ? "" : C_ ("change", "stable");

  if (change > 0)
    return indicator->direction_high != NULL ? indicator->direction_high : C_ ("change", "rising");

  return indicator->direction_low != NULL ? indicator->direction_low : C_ ("change", "falling");
}

/* The same words for measuring and for drawing. */
static char *
dup_cell (const Monitor *self, guint column, guint indicator, guint area)
{
  const StreekChart *chart = self->pen->chart;
  int last = find_last (chart, indicator, area);
  int first = find_first (chart, indicator, area, last);
  double change;
  g_autofree char *text = format_change (self, indicator, first, last, area, &change);

  switch (column)
    {
    case COLUMN_VALUE:
      return format_last (self, indicator, area, last);
    case COLUMN_PERIOD:
      return format_period (self, last);
    case COLUMN_CHANGE:
      return g_steal_pointer (&text);
    case COLUMN_WORD:
      return g_strdup (get_word (&chart->indicators[indicator], change));
    default:
      return column >= FIRST_REFERENCE
               ? format_last (self, indicator, self->references[column - FIRST_REFERENCE], last)
               : NULL;
    }
}

static const char *
get_head (const Monitor *self, guint column)
{
  const char *const heads[] = { _ ("Indicator"), "",           _ ("Latest"),
                                _ ("Period"),    _ ("Change"), _ ("Direction") };
  const StreekChart *chart = self->pen->chart;

  if (column >= FIRST_REFERENCE)
    return chart->areas[self->references[column - FIRST_REFERENCE]].name;

  if (column == COLUMN_VALUE && self->n_own == 1)
    return chart->areas[self->own[0]].name;

  return heads[column];
}

static void
place_columns (Monitor *self, StreekRect frame)
{
  const StreekChart *chart = self->pen->chart;
  guint n = FIRST_REFERENCE + self->n_references;
  double gap = 12 * self->factor, used = 0;

  for (guint c = COLUMN_VALUE; c < n; c++)
    {
      g_autoptr (StreekTextRun) head =
        streek_pen_set (self->pen, self->factor * 0.9, STREEK_WEIGHT_BOLD, get_head (self, c));
      double width = streek_text_run_get_width (head) + 1;

      width = MIN (width, frame.width * 0.13);

      for (guint i = 0; i < chart->n_indicators; i++)
        for (guint a = 0; a < self->n_own; a++)
          {
            g_autofree char *text = dup_cell (self, c, i, self->own[a]);

            width = MAX (width, streek_pen_measure (self->pen, self->factor, text));
          }

      self->widths[c] = width;
      used += width + gap;
    }

  self->widths[COLUMN_SPARK] = CLAMP (frame.width * 0.2, 40, 130 * self->pen->text_scale);
  self->widths[COLUMN_NAME] =
    MAX (frame.width - used - self->widths[COLUMN_SPARK] - gap, frame.width * 0.18);

  double x = frame.x;

  for (guint c = 0; c < n; c++)
    {
      self->starts[c] = x;
      x += self->widths[c] + gap;
    }
}

static gboolean
is_number (guint column)
{
  return column == COLUMN_VALUE || column == COLUMN_CHANGE || column >= FIRST_REFERENCE;
}

static void
draw_head (Monitor *self, StreekRect frame)
{
  StreekChartPen *pen = self->pen;
  StreekStroke line = { pen->theme->ink, 0.7 * pen->text_scale, 0, 0 };

  for (guint c = 0; c < FIRST_REFERENCE + self->n_references; c++)
    {
      g_autoptr (StreekTextRun) run = streek_pen_set_wrapped (
        pen, self->factor * 0.9, STREEK_WEIGHT_BOLD, get_head (self, c), self->widths[c], 2,
        is_number (c) ? STREEK_ALIGN_END : STREEK_ALIGN_START);

      streek_pen_add_run (pen, run, self->starts[c] + (is_number (c) ? self->widths[c] : 0),
                          frame.y - 3, is_number (c) ? 1 : 0, 1, pen->theme->pale_ink, FALSE, -1);
    }

  streek_pen_add_line (pen, frame.x, frame.y - 1, frame.x + frame.width, frame.y - 1, &line);
}

static void
draw_spark (Monitor *self, guint indicator, guint area, double y, int strand)
{
  StreekChartPen *pen = self->pen;
  const StreekChart *chart = pen->chart;
  StreekSeriesStyle style = streek_pen_get_style (pen, 0);
  StreekRect box = { self->starts[COLUMN_SPARK], y + self->row_pt * 0.18,
                     self->widths[COLUMN_SPARK], self->row_pt * 0.64 };
  StreekScale x = streek_scale_time (chart->periods[0], chart->periods[chart->n_periods - 1],
                                     box.x + 3, box.x + box.width - 3);
  double lower, upper;
  int last = find_last (chart, indicator, area);

  streek_chart_get_range (chart, area, indicator, &lower, &upper);

  if (isnan (lower))
    return;

  StreekScale scale = streek_scale_linear (lower, upper, box.y + box.height, box.y);

  style.line.width = 1.1 * pen->text_scale;
  style.symbol = STREEK_SYMBOL_CIRCLE;
  streek_chart_draw_series (pen, &x, &scale, indicator, area, &style, FALSE, strand);

  StreekPoint end = {
    streek_scale_to_position (&x, streek_period_get_first_day (chart->periods[last])),
    streek_scale_to_position (&scale, streek_chart_get_cell (chart, indicator, area, last)->value)
  };
  StreekPaint paint = { .color = style.line.color };

  streek_scene_builder_add_symbol (pen->builder, STREEK_SYMBOL_CIRCLE, end, 1.8 * pen->text_scale,
                                   &paint, NULL,
                                   streek_chart_get_index (chart, indicator, area, last));
}

static char *
make_name (const Monitor *self, guint indicator, guint area)
{
  const StreekChart *chart = self->pen->chart;
  const char *unit = chart->indicators[indicator].unit;

  if (self->n_own > 1)
    return g_strdup_printf ("%s – %s", chart->labels[indicator], chart->areas[area].name);

  return *unit != '\0' ? g_strdup_printf ("%s (%s)", chart->labels[indicator], unit)
                       : g_strdup (chart->labels[indicator]);
}

static void
draw_row (Monitor *self, guint indicator, guint area, StreekRect frame, guint index)
{
  StreekChartPen *pen = self->pen;
  const StreekChart *chart = pen->chart;
  double y = frame.y + index * self->row_pt, middle = y + self->row_pt / 2;
  StreekStroke line = { streek_color_from_lightness (88), 0.5 * pen->text_scale, 0, 0 };
  int last = find_last (chart, indicator, area);
  guint row = streek_chart_get_index (chart, indicator, area,
                                      last >= 0 ? (guint) last : chart->n_periods - 1);
  g_autofree char *name = make_name (self, indicator, area);
  guint max_lines = self->row_pt >= 2 * streek_pen_get_line_height (pen, self->factor) ? 2 : 1;
  g_autoptr (StreekTextRun) run =
    streek_pen_set_wrapped (pen, self->factor, STREEK_WEIGHT_NORMAL, name,
                            self->widths[COLUMN_NAME], max_lines, STREEK_ALIGN_START);

  streek_pen_add_run (pen, run, frame.x, middle, 0, 0.5, pen->theme->ink, FALSE, row);
  draw_spark (self, indicator, area, y, index);

  for (guint c = COLUMN_VALUE; c < FIRST_REFERENCE + self->n_references; c++)
    {
      g_autofree char *text = dup_cell (self, c, indicator, area);
      gboolean is_own = c == COLUMN_VALUE;

      streek_pen_add_text (
        pen, self->factor, is_own ? STREEK_WEIGHT_BOLD : STREEK_WEIGHT_NORMAL, text,
        self->starts[c] + (is_number (c) ? self->widths[c] : 0), middle, is_number (c) ? 1 : 0, 0.5,
        c >= COLUMN_PERIOD ? pen->theme->pale_ink : pen->theme->ink,
        c >= FIRST_REFERENCE
          ? (int) streek_chart_get_index (chart, indicator, self->references[c - FIRST_REFERENCE],
                                          row % chart->n_periods)
          : (int) row);
    }

  streek_pen_add_line (pen, frame.x, y + self->row_pt, frame.x + frame.width, y + self->row_pt,
                       &line);
}

void
streek_chart_draw_monitor (StreekChartPen *pen, StreekRect frame)
{
  const StreekChart *chart = pen->chart;
  Monitor self = { .pen = pen };
  double line = streek_pen_get_line_height (pen, 1);
  g_autoptr (GArray) keys = streek_pen_new_keys ();

  list_areas (&self);

  g_autofree guint *own = self.own;
  guint n = chart->n_indicators * self.n_own, index = 0;

  streek_pen_add_sign_keys (pen, keys, FALSE);

  double top = streek_pen_draw_keys (pen, keys, frame, TRUE) + line * 2.4;
  StreekRect rows = { frame.x, frame.y + top, frame.width, frame.height - top };

  self.row_pt = MIN (rows.height / MAX (n, 1), line * 2.4);
  self.factor = CLAMP (self.row_pt / (line * 1.15), 0.45, 1);
  place_columns (&self, rows);
  draw_head (&self, rows);

  for (guint i = 0; i < chart->n_indicators; i++)
    for (guint a = 0; a < self.n_own; a++)
      draw_row (&self, i, own[a], rows, index++);

  pen->drawing->plot = rows;
}
