/* streek-chart-columns.c: standing bars, for moments of one area or for a few areas */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-bars.h"

#include <math.h>

typedef struct
{
  StreekChartPen *pen;
  GPtrArray *groups;
  StreekRect plot;
  StreekScale scale;
  double band_pt;
} Columns;

/* Names under the bars: wrapped where there is room, else every second, third … one is named. */
static guint
choose_every (const Columns *columns, double *height)
{
  const StreekChartPen *pen = columns->pen;
  double width = columns->band_pt - 4, widest = 0;

  *height = 0;

  for (guint i = 0; i < columns->groups->len; i++)
    {
      const StreekBarGroup *group = g_ptr_array_index (columns->groups, i);
      g_autoptr (StreekTextRun) run = streek_pen_set_wrapped (
        pen, 0.95, STREEK_WEIGHT_NORMAL, group->name, MAX (width, 24), 3, STREEK_ALIGN_CENTER);

      widest = MAX (widest, streek_text_run_get_width (run));
      *height = MAX (*height, streek_text_run_get_height (run));
    }

  return MAX ((guint) ceil ((widest + 4) / columns->band_pt), 1);
}

static double
get_x (const Columns *columns, guint index)
{
  return columns->plot.x + index * columns->band_pt;
}

static void
draw_names (const Columns *columns)
{
  StreekChartPen *pen = columns->pen;
  double height, width = columns->band_pt - 4;
  guint every = choose_every (columns, &height);

  for (guint i = 0; i < columns->groups->len; i += every)
    {
      const StreekBarGroup *group = g_ptr_array_index (columns->groups, i);
      g_autoptr (StreekTextRun) run =
        streek_pen_set_wrapped (pen, 0.95, STREEK_WEIGHT_NORMAL, group->name,
                                MAX (width * every, 24), 3, STREEK_ALIGN_CENTER);

      streek_pen_add_run (pen, run, get_x (columns, i) + columns->band_pt / 2,
                          columns->plot.y + columns->plot.height + 4 * pen->text_scale, 0.5, 0,
                          pen->theme->pale_ink, FALSE, group->bars[0].row);
    }
}

static void
draw_value (const Columns *columns, const StreekBar *bar, StreekRect rect)
{
  StreekChartPen *pen = columns->pen;
  g_autofree char *text = streek_chart_format_bar (pen, bar);
  gboolean is_missing = isnan (bar->end), is_below = bar->end < 0;
  double y = streek_scale_to_position (&columns->scale, is_missing ? 0 : bar->end);

  if (text == NULL || (!is_missing && streek_pen_measure (pen, 0.9, text) > rect.width * 1.35))
    return;

  streek_pen_add_text (pen, 0.9, STREEK_WEIGHT_NORMAL, text, rect.x + rect.width / 2,
                       y + (is_below ? 2 : -2), 0.5, is_below ? 0 : 1,
                       is_missing ? pen->theme->pale_ink : pen->theme->ink, bar->row);
}

static void
draw_group (const Columns *columns, guint index)
{
  StreekChartPen *pen = columns->pen;
  const StreekBarGroup *group = g_ptr_array_index (columns->groups, index);
  double gap = columns->band_pt * (group->n_bars > 1 ? 0.2 : 0.24);
  double each = MIN ((columns->band_pt - gap) / group->n_bars, 60 * pen->text_scale);
  double x = get_x (columns, index) + (columns->band_pt - each * group->n_bars) / 2;

  for (guint b = 0; b < group->n_bars; b++)
    {
      const StreekBar *bar = &group->bars[b];
      StreekRect rect = { x + b * each, columns->plot.y, each * 0.96, columns->plot.height };

      streek_chart_draw_bar (pen, group, bar, &columns->scale, rect, FALSE, 0.95);
      draw_value (columns, bar, rect);

      for (guint i = 0; i < MAX (bar->parts->len, 1); i++)
        {
          const StreekBarPart *part =
            bar->parts->len > 0 ? &g_array_index (bar->parts, StreekBarPart, i) : NULL;
          double top = streek_scale_to_position (&columns->scale, part != NULL ? part->to : 0);
          gboolean is_whole = bar->parts->len <= 1;

          streek_pen_add_spot (
            pen, part != NULL ? part->row : bar->row, i, index * group->n_bars + b,
            (StreekPoint){ rect.x + rect.width / 2, top },
            is_whole ? (StreekRect){ rect.x, rect.y, rect.width, rect.height } : (StreekRect){ 0 });
        }
    }
}

/**
 * streek_chart_draw_columns:
 *
 * The axis starts at 0 always.
 */
void
streek_chart_draw_columns (StreekChartPen *pen, StreekRect frame)
{
  const StreekChart *chart = pen->chart;
  g_autoptr (GPtrArray) groups = streek_chart_list_bar_groups (chart, TRUE, pen->format);
  g_autoptr (GArray) keys = streek_pen_new_keys ();
  Columns columns = { .pen = pen, .groups = groups };
  double line = streek_pen_get_line_height (pen, 0.95), lower, upper, names;

  streek_chart_add_bar_keys (pen, groups, keys);
  streek_pen_add_sign_keys (pen, keys, FALSE);
  streek_bar_groups_get_range (groups, &lower, &upper);

  if (chart->spec->kind == STREEK_CHART_SHARES)
    upper = 100;

  double top = streek_pen_draw_keys (pen, keys, frame, TRUE) + line * 1.8;

  columns.plot =
    (StreekRect){ frame.x, frame.y + top, frame.width, frame.height - top - line * 1.6 };

  guint n_ticks = streek_pen_count_ticks (pen, columns.plot.height, TRUE);

  columns.scale = streek_pen_make_value_scale (
    pen, lower, upper, TRUE, columns.plot.y + columns.plot.height, columns.plot.y, n_ticks);

  double left = streek_pen_measure_value_axis (pen, &columns.scale, n_ticks);

  columns.plot.x += left;
  columns.plot.width -= left;
  columns.band_pt = columns.plot.width / groups->len;
  choose_every (&columns, &names);
  columns.plot.height = MAX (columns.plot.height - MAX (names - line, 0), 20);
  columns.scale.start_pt = columns.plot.y + columns.plot.height;

  streek_pen_add_text (
    pen, 0.95, STREEK_WEIGHT_NORMAL,
    chart->spec->kind == STREEK_CHART_SHARES ? "%" : streek_chart_get_axis_unit (chart, 0), frame.x,
    columns.plot.y - line * 0.6, 0, 1, pen->theme->pale_ink, -1);
  streek_pen_draw_left_axis (pen, &columns.scale, columns.plot, n_ticks);

  for (guint i = 0; i < groups->len; i++)
    draw_group (&columns, i);

  draw_names (&columns);
  pen->drawing->plot = columns.plot;
}
