/* streek-chart-bars.c: what stands in the bars of a chart, before they lie or stand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-bars.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
bar_group_free (gpointer data)
{
  StreekBarGroup *group = data;

  for (guint i = 0; i < group->n_bars; i++)
    g_array_unref (group->bars[i].parts);

  g_free (group->bars);
  g_free (group->name);
  g_free (group);
}

gboolean
streek_chart_is_stacked (const StreekChart *chart)
{
  return chart->spec->kind == STREEK_CHART_STACKED || chart->spec->kind == STREEK_CHART_SHARES;
}

/* The one total that is shown in its parts, -1: the indicators themselves are stacked. */
static int
find_total (const StreekChart *chart)
{
  for (guint i = 0; i < chart->n_indicators; i++)
    if (chart->indicators[i].parent >= 0)
      return chart->indicators[i].parent;

  return -1;
}

static void
append_part (StreekBar *bar, guint row, guint style, double value, gboolean is_remainder)
{
  StreekBarPart part = { row, style, bar->end, bar->end + value, is_remainder };

  g_array_append_val (bar->parts, part);
  bar->end += value;
}

/* Divides what is stacked by its whole; where a part is unknown and no total says what the whole
 * is, there is no share. */
static void
turn_into_shares (StreekBar *bar)
{
  double whole = !isnan (bar->whole) && !bar->exceeds ? bar->whole : bar->end;

  if (!(whole > 0) || (bar->is_partial && isnan (bar->whole)))
    {
      g_array_set_size (bar->parts, 0);
      bar->end = NAN;
      return;
    }

  for (guint i = 0; i < bar->parts->len; i++)
    {
      StreekBarPart *part = &g_array_index (bar->parts, StreekBarPart, i);

      part->from = part->from / whole * 100;
      part->to = part->to / whole * 100;
    }

  bar->end = bar->end / whole * 100;
}

static void
stack (const StreekChart *chart, StreekBar *bar, guint area, guint period)
{
  int total = find_total (chart);
  guint style = 0;

  bar->whole = total >= 0 ? streek_chart_get_cell (chart, total, area, period)->value : NAN;
  bar->row = streek_chart_get_index (chart, MAX (total, 0), area, period);

  for (guint i = 0; i < chart->n_indicators; i++)
    {
      guint row = streek_chart_get_index (chart, i, area, period);
      double value = chart->cells[row].value;

      if (chart->indicators[i].parent != total)
        continue;

      if (isnan (value))
        bar->is_partial = TRUE;
      else
        append_part (bar, row, style, value, FALSE);

      style++;
    }

  bar->exceeds = total >= 0 && streek_chart_parts_exceed (chart, total, area, period);

  if (!isnan (bar->whole) && bar->whole > bar->end)
    append_part (bar, bar->row, style, bar->whole - bar->end, TRUE);

  if (chart->spec->kind == STREEK_CHART_SHARES)
    turn_into_shares (bar);
  else if (bar->parts->len == 0)
    bar->end = NAN;
}

/* How long a stack is in all, or of shares how long its first part is: the only one that begins
 * where those of the other areas do. NAN where that is not drawn. */
double
streek_chart_measure_stack (const StreekChart *chart, guint area)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (StreekBarPart));
  StreekBar bar = { .parts = parts, .whole = NAN };

  stack (chart, &bar, area, chart->n_periods - 1);

  if (chart->spec->kind != STREEK_CHART_SHARES || parts->len == 0)
    return bar.end;

  const StreekBarPart *first = &g_array_index (parts, StreekBarPart, 0);

  return first->style == 0 && !first->is_remainder ? first->to : NAN;
}

/* Bars of one difference: those below 0 look otherwise than those above. */
static gboolean
parts_at_zero (const StreekChart *chart)
{
  return chart->spec->kind == STREEK_CHART_BAR && chart->indicators[0].is_difference;
}

static void
fill_bar (const StreekChart *chart, StreekBar *bar, guint index, guint area, guint period)
{
  bar->parts = g_array_new (FALSE, FALSE, sizeof (StreekBarPart));
  bar->whole = NAN;

  if (streek_chart_is_stacked (chart))
    {
      stack (chart, bar, area, period);
      return;
    }

  bar->row = streek_chart_get_index (chart, index, area, period);

  double value = chart->cells[bar->row].value;

  if (isnan (value))
    bar->end = NAN;
  else
    append_part (bar, bar->row, index + (parts_at_zero (chart) && value < 0), value, FALSE);
}

static StreekBarGroup *
make_group (const StreekChart *chart, guint area, guint period, const StreekFormat *format)
{
  StreekBarGroup *group = g_new0 (StreekBarGroup, 1);

  group->area = area;
  group->period = period;
  group->is_reference = chart->areas[area].is_reference;
  group->name = chart->over_periods ? streek_format_short_period (format, chart->periods[period])
                                    : g_strdup (chart->areas[area].name);
  group->n_bars = chart->spec->kind == STREEK_CHART_GROUPED ? chart->n_indicators : 1;
  group->bars = g_new0 (StreekBar, group->n_bars);

  for (guint i = 0; i < group->n_bars; i++)
    fill_bar (chart, &group->bars[i], i, area, period);

  return group;
}

GPtrArray *
streek_chart_list_bar_groups (const StreekChart *chart,
                              gboolean with_references,
                              const StreekFormat *format)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (bar_group_free);
  guint n, by = streek_chart_is_stacked (chart) ? MAX (find_total (chart), 0) : 0;
  g_autofree guint *order =
    streek_chart_sort_areas (chart, by, with_references && !chart->over_periods, &n);

  if (chart->over_periods)
    for (guint p = 0; p < chart->n_periods; p++)
      g_ptr_array_add (groups, make_group (chart, order[0], p, format));
  else
    for (guint i = 0; i < n; i++)
      g_ptr_array_add (groups, make_group (chart, order[i], chart->n_periods - 1, format));

  return groups;
}

void
streek_bar_groups_get_range (const GPtrArray *groups, double *lower, double *upper)
{
  *lower = *upper = 0; /* bars start at 0, whatever is asked */

  for (guint i = 0; i < groups->len; i++)
    {
      const StreekBarGroup *group = g_ptr_array_index (groups, i);

      for (guint b = 0; b < group->n_bars; b++)
        {
          double end = group->bars[b].end, whole = group->bars[b].whole;

          if (!isnan (end))
            {
              *lower = MIN (*lower, end);
              *upper = MAX (*upper, end);
            }

          if (!isnan (whole) && group->bars[b].exceeds)
            *upper = MAX (*upper, end);
        }
    }
}

StreekSeriesStyle
streek_chart_get_part_style (const StreekChartPen *pen,
                             const StreekBarGroup *group,
                             const StreekBarPart *part)
{
  StreekSeriesStyle style = streek_pen_get_style (pen, part->style);

  if (part->is_remainder)
    style.fill = (StreekPaint){ .color = streek_color_from_lightness (90) };
  else if (group->is_reference && !streek_chart_is_stacked (pen->chart) && group->n_bars == 1)
    style = streek_pen_get_reference_style (pen, 0);

  return style;
}

static gboolean
has_remainder (const GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const StreekBarGroup *group = g_ptr_array_index (groups, i);

      for (guint b = 0; b < group->n_bars; b++)
        for (guint p = 0; p < group->bars[b].parts->len; p++)
          if (g_array_index (group->bars[b].parts, StreekBarPart, p).is_remainder)
            return TRUE;
    }

  return FALSE;
}

/* "Below 0: less than is needed" */
static void
add_difference_keys (const StreekChartPen *pen, GArray *keys)
{
  const StreekChartIndicator *indicator = &pen->chart->indicators[0];
  const char *words[] = { indicator->direction_high, indicator->direction_low };
  /* Translators: in the legend of bars; %s says what it means: "less than is needed" */
  const char *formats[] = { _ ("0 and above: %s"), _ ("Below 0: %s") };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      StreekSeriesStyle style = streek_pen_get_style (pen, i);

      streek_pen_add_key (keys, STREEK_KEY_BOX, &style, NULL,
                          g_strdup_printf (formats[i], words[i]));
    }
}

void
streek_chart_add_bar_keys (const StreekChartPen *pen, const GPtrArray *groups, GArray *keys)
{
  const StreekChart *chart = pen->chart;
  gboolean is_stacked = streek_chart_is_stacked (chart);
  int total = is_stacked ? find_total (chart) : -1;
  guint style = 0;

  if (parts_at_zero (chart))
    add_difference_keys (pen, keys);

  if (!is_stacked && chart->spec->kind != STREEK_CHART_GROUPED)
    return;

  for (guint i = 0; i < chart->n_indicators; i++)
    if (!is_stacked || chart->indicators[i].parent == total)
      {
        StreekSeriesStyle shown = streek_pen_get_style (pen, style++);

        streek_pen_add_key (keys, STREEK_KEY_BOX, &shown, NULL, g_strdup (chart->labels[i]));
      }

  if (total < 0 || !has_remainder (groups))
    return;

  StreekBarGroup none = { 0 };
  StreekBarPart rest = { .style = style, .is_remainder = TRUE };
  StreekSeriesStyle shown = streek_chart_get_part_style (pen, &none, &rest);

  /* Translators: what a total holds besides the parts that are named */
  streek_pen_add_key (keys, STREEK_KEY_BOX, &shown, NULL, g_strdup (_ ("not specified further")));
}

char *
streek_chart_format_bar (const StreekChartPen *pen, const StreekBar *bar)
{
  const StreekChart *chart = pen->chart;
  gboolean is_share = chart->spec->kind == STREEK_CHART_SHARES;

  if (!streek_chart_is_stacked (chart))
    return streek_chart_format_cell (chart, bar->row, pen->format);

  if (isnan (bar->end)) /* what is missing is a part, not the total */
    return g_strdup (streek_missing_get_sign (STREEK_MISSING_UNKNOWN));

  if (is_share)
    return NULL;

  double value = !isnan (bar->whole) ? bar->whole : bar->end;
  g_autofree char *number = streek_chart_format_value (chart, 0, value, pen->format);

  return g_strconcat (bar->is_partial && isnan (bar->whole) ? "≥ " : "", number, NULL);
}

static StreekRect
cut (const StreekScale *scale, StreekRect rect, gboolean lies, double from, double to)
{
  double a = streek_scale_to_position (scale, from), b = streek_scale_to_position (scale, to);

  if (lies)
    return (StreekRect){ MIN (a, b), rect.y, fabs (b - a), rect.height };

  return (StreekRect){ rect.x, MIN (a, b), rect.width, fabs (b - a) };
}

/* A number inside its part, where it fits there. */
static void
label_part (StreekChartPen *pen,
            const StreekBarPart *part,
            StreekRect rect,
            const StreekPaint *paint,
            double factor)
{
  const StreekChart *chart = pen->chart;
  gboolean is_share = chart->spec->kind == STREEK_CHART_SHARES;
  double value = part->to - part->from;
  g_autofree char *number = is_share ? streek_format_number (pen->format, value, 0)
                                     : streek_chart_format_value (chart, 0, value, pen->format);
  g_autoptr (StreekTextRun) run = streek_pen_set (pen, factor, STREEK_WEIGHT_NORMAL, number);

  if (streek_text_run_get_width (run) + 4 <= rect.width &&
      streek_text_run_get_height (run) <= rect.height)
    streek_pen_add_run_on (pen, run, rect.x + rect.width / 2, rect.y + rect.height / 2, 0.5, paint,
                           part->row);
}

/* A thick line where the total is that the parts run over. */
static void
mark_total (StreekChartPen *pen,
            const StreekBar *bar,
            const StreekScale *scale,
            StreekRect rect,
            gboolean lies)
{
  gboolean is_share = pen->chart->spec->kind == STREEK_CHART_SHARES;
  double at = streek_scale_to_position (scale, is_share ? 100 : bar->whole);
  StreekStroke line = { streek_pen_get_alarm (pen), 2 * pen->text_scale, 0, 0 };

  if (!bar->exceeds || is_share)
    return;

  if (lies)
    streek_pen_add_line (pen, at, rect.y - 2, at, rect.y + rect.height + 2, &line);
  else
    streek_pen_add_line (pen, rect.x - 2, at, rect.x + rect.width + 2, at, &line);
}

void
streek_chart_draw_bar (StreekChartPen *pen,
                       const StreekBarGroup *group,
                       const StreekBar *bar,
                       const StreekScale *scale,
                       StreekRect rect,
                       gboolean lies,
                       double factor)
{
  const StreekChart *chart = pen->chart;
  gboolean is_stacked = streek_chart_is_stacked (chart);
  StreekStroke seam = { pen->theme->paper, 0.6 * pen->text_scale, 0, 0 };
  StreekStroke edge = { pen->theme->ink, 0.4 * pen->text_scale, 0, 0 };

  for (guint i = 0; i < bar->parts->len; i++)
    {
      const StreekBarPart *part = &g_array_index (bar->parts, StreekBarPart, i);
      StreekSeriesStyle style = streek_chart_get_part_style (pen, group, part);
      StreekRect shape = cut (scale, rect, lies, part->from, part->to);
      StreekStroke outline;
      StreekPaint paint = streek_pen_get_fill (pen, &style, &chart->cells[part->row], &outline);

      if (outline.width <= 0)
        outline = chart->spec->grey ? edge : is_stacked ? seam : (StreekStroke){ 0 };

      streek_scene_builder_add_rect (pen->builder, shape, &paint,
                                     outline.width > 0 ? &outline : NULL, part->row);

      if (is_stacked)
        label_part (pen, part, shape, &paint, factor * 0.9);

      streek_pen_mark_rect (pen, part->row, shape);
    }

  mark_total (pen, bar, scale, rect, lies);
}
