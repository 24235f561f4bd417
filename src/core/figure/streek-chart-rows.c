/* streek-chart-rows.c: areas under each other with their names: bars, dots, two moments */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-bars.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_COLUMNS 8
#define LEAST_COLUMN_PT 92.0
#define COLUMN_GAP_PT 14.0
#define LEAST_FACTOR 0.45 /* of the size of letters */
#define MAX_ROWS_WITH_REFERENCES 14

/* The same names, plots and notes in one or more columns. */
typedef struct
{
  StreekChartPen *pen;
  GPtrArray *groups;
  StreekRect frame;
  guint n_columns;
  guint n_lines; /* in a column */
  double row_pt;
  double factor; /* of letters */
  double column_pt;
  double name_pt;
  double note_pt;      /* at the right: changes, gaps */
  StreekScale scale;   /* of the first column */
  double reference_pt; /* over the plots, for names of lines of reference */
} Rows;

static gboolean
is_dots (const StreekChart *chart)
{
  return chart->spec->kind == STREEK_CHART_RANKING || chart->spec->kind == STREEK_CHART_DUMBBELL;
}

/* One column where its letters can be read, else as many as have room for a name and a bar. */
static void
choose_columns (Rows *rows, guint bars_per_group)
{
  const StreekChartPen *pen = rows->pen;
  double line = streek_pen_get_line_height (pen, 1);
  double unit = line * MAX (bars_per_group * 0.85, 1) + (bars_per_group > 1 ? line * 0.5 : 0);
  double best = 0;

  for (guint n = 1; n <= MAX_COLUMNS; n++)
    {
      guint n_lines = (rows->groups->len + n - 1) / n;
      double row_pt = rows->frame.height / MAX (n_lines, 1);
      double column_pt = (rows->frame.width - (n - 1) * COLUMN_GAP_PT) / n;
      double factor = MIN (row_pt / (unit * 1.08), 1);

      if (n > 1 && (column_pt < LEAST_COLUMN_PT * pen->text_scale || best >= 0.82))
        break;

      if (factor <= best)
        continue;

      best = factor;
      rows->n_columns = n;
      rows->n_lines = n_lines;
      rows->row_pt = MIN (row_pt, unit * 2.5);
      rows->column_pt = column_pt;
      rows->factor = MAX (factor, LEAST_FACTOR);
    }
}

static void
measure_names (Rows *rows)
{
  double width = 0, most = rows->column_pt * (rows->n_columns > 3   ? 0.54
                                              : rows->n_columns > 1 ? 0.46
                                                                    : 0.36);

  for (guint i = 0; i < rows->groups->len; i++)
    {
      const StreekBarGroup *group = g_ptr_array_index (rows->groups, i);

      width = MAX (width, streek_pen_measure (rows->pen, rows->factor, group->name));
    }

  if (rows->pen->chart->spec->kind == STREEK_CHART_RANKING)
    width += streek_pen_measure (rows->pen, rows->factor, "999  ");

  rows->name_pt = MIN (width, most) + 6 * rows->factor;
}

/* "+1,2 procentpunt" or "+5,1 %": which of the two is always said. */
static char *
format_change (const StreekChartPen *pen, guint area)
{
  const StreekChart *chart = pen->chart;
  double first = streek_chart_get_cell (chart, 0, area, 0)->value;
  double last = streek_chart_get_cell (chart, 0, area, chart->n_periods - 1)->value;

  if (isnan (first) || isnan (last))
    return NULL;

  if (chart->indicators[0].is_percentage)
    {
      g_autofree char *points =
        streek_format_signed (pen->format, last - first, MAX (chart->indicators[0].decimals, 1));

      /* Translators: a change in percentage points, short */
      return g_strdup_printf (_ ("%s pp"), points);
    }

  if (!(first > 0))
    return NULL;

  g_autofree char *percent = streek_format_signed (pen->format, (last / first - 1) * 100, 1);

  return g_strdup_printf ("%s %%", percent);
}

/* How far an area is behind the first. */
static char *
format_gap (const StreekChartPen *pen, const Rows *rows, guint area)
{
  const StreekChart *chart = pen->chart;
  guint period = chart->n_periods - 1;
  const StreekBarGroup *best = g_ptr_array_index (rows->groups, 0);
  double first = streek_chart_get_cell (chart, 0, best->area, period)->value;
  double value = streek_chart_get_cell (chart, 0, area, period)->value;

  if (isnan (value) || isnan (first) || area == best->area)
    return NULL;

  return streek_format_signed (pen->format, value - first, chart->indicators[0].decimals);
}

static char *
format_note (const StreekChartPen *pen, const Rows *rows, guint area)
{
  if (pen->chart->spec->kind == STREEK_CHART_DUMBBELL)
    return format_change (pen, area);

  if (pen->chart->spec->kind == STREEK_CHART_RANKING && rows->n_columns == 1)
    return format_gap (pen, rows, area);

  return NULL;
}

static const char *
get_note_title (const StreekChartPen *pen, const Rows *rows)
{
  if (pen->chart->spec->kind == STREEK_CHART_DUMBBELL)
    /* Translators: head of a column */
    return _ ("change");

  if (pen->chart->spec->kind == STREEK_CHART_RANKING && rows->n_columns == 1 &&
      pen->chart->spec->sort != STREEK_CHART_SORT_NAME &&
      pen->chart->spec->sort != STREEK_CHART_SORT_GIVEN)
    /* Translators: head of a column: the difference from the first of a ranking */
    return _ ("from the first");

  return NULL;
}

static void
measure_notes (Rows *rows)
{
  const char *title = get_note_title (rows->pen, rows);

  if (title == NULL)
    return;

  rows->note_pt = streek_pen_measure (rows->pen, rows->factor * 0.9, title);

  for (guint i = 0; i < rows->groups->len; i++)
    {
      const StreekBarGroup *group = g_ptr_array_index (rows->groups, i);
      g_autofree char *note = format_note (rows->pen, rows, group->area);

      if (note != NULL)
        rows->note_pt = MAX (rows->note_pt, streek_pen_measure (rows->pen, rows->factor, note));
    }

  rows->note_pt += 10 * rows->factor;
}

static double
measure_values (const Rows *rows)
{
  double width = 0;

  for (guint i = 0; i < rows->groups->len; i++)
    {
      const StreekBarGroup *group = g_ptr_array_index (rows->groups, i);

      for (guint b = 0; b < group->n_bars; b++)
        {
          g_autofree char *text = streek_chart_format_bar (rows->pen, &group->bars[b]);

          if (text != NULL)
            width = MAX (width, streek_pen_measure (rows->pen, rows->factor * 0.92, text));
        }
    }

  return width + 5 * rows->factor;
}

static StreekRect
get_plot (const Rows *rows, guint column)
{
  double x = rows->frame.x + column * (rows->column_pt + COLUMN_GAP_PT);
  guint n_lines = MIN (rows->n_lines, rows->groups->len - column * rows->n_lines);

  return (StreekRect){ x + rows->name_pt, rows->frame.y,
                       rows->column_pt - rows->name_pt - rows->note_pt, n_lines * rows->row_pt };
}

static StreekScale
get_scale (const Rows *rows, guint column)
{
  StreekScale scale = rows->scale;
  double shift = column * (rows->column_pt + COLUMN_GAP_PT);

  scale.start_pt += shift;
  scale.end_pt += shift;

  return scale;
}

static void
make_scale (Rows *rows)
{
  StreekChartPen *pen = rows->pen;
  const StreekChart *chart = pen->chart;
  StreekRect plot = get_plot (rows, 0);
  double values = measure_values (rows), lower, upper;

  if (is_dots (chart))
    streek_chart_get_range (chart, -1, 0, &lower, &upper);
  else
    streek_bar_groups_get_range (rows->groups, &lower, &upper);

  if (chart->spec->kind == STREEK_CHART_SHARES)
    {
      rows->scale = streek_scale_linear (0, 100, plot.x, plot.x + plot.width);
      return;
    }

  /* numbers stand outside the bars, on both sides where there are negative ones */
  double left = lower < 0 || is_dots (chart) ? values : 0;

  rows->scale = streek_pen_make_value_scale (pen, lower, upper, !is_dots (chart), plot.x + left,
                                             plot.x + MAX (plot.width - values, left + 10),
                                             streek_pen_count_ticks (pen, plot.width, FALSE));

  if (!is_dots (chart)) /* a bar may fill the plot: its number says how long it is */
    {
      rows->scale.lower = lower;
      rows->scale.upper = upper > lower ? upper : lower + 1;
    }
}

/* Lines of reference, with their names over the first column. */
static void
draw_references (Rows *rows)
{
  StreekChartPen *pen = rows->pen;
  const StreekChart *chart = pen->chart;
  double last_end = -INFINITY;
  guint n = 0;

  for (guint a = 0; a < chart->n_areas; a++)
    {
      guint row = streek_chart_get_index (chart, 0, a, chart->n_periods - 1);
      double value = chart->cells[row].value;

      if (!chart->areas[a].is_reference || chart->hides_references || isnan (value))
        continue;

      StreekSeriesStyle style = streek_pen_get_reference_style (pen, n++);
      g_autofree char *number = streek_chart_format_cell (chart, row, pen->format);
      g_autofree char *label = g_strdup_printf ("%s %s", chart->areas[a].name, number);
      double half = streek_pen_measure (pen, 0.9, label) / 2;

      style.line.dash = n % 2 == 1 ? 4 : 1.5;
      style.line.gap = 2;

      for (guint c = 0; c < rows->n_columns; c++)
        {
          StreekScale scale = get_scale (rows, c);
          StreekRect plot = get_plot (rows, c);
          double x = streek_scale_to_position (&scale, value);
          double level = rows->frame.y - 2;

          streek_scene_builder_add_rule (pen->builder, (StreekPoint){ x, plot.y - 2 },
                                         (StreekPoint){ x, plot.y + plot.height }, &style.line,
                                         row);

          if (c > 0)
            continue;

          if (x - half < last_end + 4) /* the second name over the first */
            level -= streek_pen_get_line_height (pen, 0.9);

          last_end = x + half;

          double at = CLAMP (x, rows->frame.x + half, rows->frame.x + rows->frame.width - half);

          streek_pen_add_text (pen, 0.9, STREEK_WEIGHT_NORMAL, label, at, level, 0.5, 1,
                               style.line.color, row);
          streek_pen_add_spot (pen, row, 1000 + n, 0, (StreekPoint){ x, plot.y },
                               (StreekRect){ 0 });
        }
    }
}

static void
draw_name (Rows *rows, const StreekBarGroup *group, guint index, double x, double y, double height)
{
  StreekChartPen *pen = rows->pen;
  const StreekChart *chart = pen->chart;
  double right = x + rows->name_pt - 5 * rows->factor;
  guint row = group->bars[0].row;
  double width = rows->name_pt - 5 * rows->factor;
  gboolean has_rank = chart->spec->kind == STREEK_CHART_RANKING && !group->is_reference &&
                      !isnan (chart->cells[row].value);

  if (chart->spec->kind == STREEK_CHART_RANKING)
    width -= streek_pen_measure (pen, rows->factor, "999  ");

  double line = streek_pen_get_line_height (pen, rows->factor);
  guint max_lines = height >= 2 * line ? 2 : 1;
  g_autoptr (StreekTextRun) run = streek_pen_set_wrapped (
    pen, rows->factor, group->is_reference ? STREEK_WEIGHT_BOLD : STREEK_WEIGHT_NORMAL, group->name,
    width, max_lines, STREEK_ALIGN_END);

  streek_pen_add_run (pen, run, right, y + height / 2, 1, 0.5, pen->theme->ink, FALSE, row);

  if (!has_rank)
    return;

  g_autofree char *rank = g_strdup_printf ("%u", index + 1);

  streek_pen_add_text (pen, rows->factor, STREEK_WEIGHT_NORMAL, rank,
                       x + streek_pen_measure (pen, rows->factor, "999"), y + height / 2, 1, 0.5,
                       pen->theme->pale_ink, row);
}

static void
draw_end_value (Rows *rows, const StreekBar *bar, const StreekScale *scale, double y)
{
  StreekChartPen *pen = rows->pen;
  g_autofree char *text = streek_chart_format_bar (pen, bar);
  gboolean is_negative = bar->end < 0, is_missing = isnan (bar->end);
  double at = streek_scale_to_position (scale, is_missing ? 0 : bar->end);

  if (text == NULL)
    return;

  streek_pen_add_text (pen, rows->factor * 0.92, STREEK_WEIGHT_NORMAL, text,
                       at + (is_negative ? -3 : 3) * rows->factor, y, is_negative ? 1 : 0, 0.5,
                       is_missing || bar->exceeds ? pen->theme->pale_ink : pen->theme->ink,
                       bar->row);
}

static void
draw_bars (Rows *rows, const StreekBarGroup *group, guint index, double x, double y)
{
  StreekChartPen *pen = rows->pen;
  guint column = index / rows->n_lines;
  StreekScale scale = get_scale (rows, column);
  StreekRect plot = get_plot (rows, column);
  double gap = rows->row_pt * (group->n_bars > 1 ? 0.18 : 0.22);
  double each = (rows->row_pt - gap) / group->n_bars;

  draw_name (rows, group, index, x, y, rows->row_pt);

  for (guint b = 0; b < group->n_bars; b++)
    {
      const StreekBar *bar = &group->bars[b];
      StreekRect rect = { plot.x, y + gap / 2 + b * each, plot.width, each * 0.94 };
      double middle = rect.y + rect.height / 2;

      streek_chart_draw_bar (pen, group, bar, &scale, rect, TRUE, rows->factor);
      draw_end_value (rows, bar, &scale, middle);

      if (bar->parts->len == 0)
        streek_pen_add_spot (pen, bar->row, column, index % rows->n_lines * group->n_bars + b,
                             (StreekPoint){ scale.start_pt, middle },
                             (StreekRect){ x, rect.y, rows->column_pt, rect.height });

      for (guint i = 0; i < bar->parts->len; i++)
        {
          const StreekBarPart *part = &g_array_index (bar->parts, StreekBarPart, i);
          double from = streek_scale_to_position (&scale, part->from);
          double to = streek_scale_to_position (&scale, part->to);
          gboolean is_whole = bar->parts->len == 1;

          streek_pen_add_spot (pen, part->row, column * 100 + i,
                               index % rows->n_lines * group->n_bars + b,
                               (StreekPoint){ is_whole ? to : (from + to) / 2, middle },
                               (StreekRect){ is_whole ? x : from, rect.y,
                                             is_whole ? rows->column_pt : to - from, each });
        }
    }
}

static void
draw_dot (Rows *rows, guint row, double value, gboolean is_old, double y, const StreekScale *scale)
{
  StreekChartPen *pen = rows->pen;
  const StreekChartCell *cell = &pen->chart->cells[row];
  StreekSeriesStyle style = streek_pen_get_style (pen, 0);
  double radius = CLAMP (rows->row_pt * 0.24, 1.2, 3.6 * pen->text_scale);
  gboolean is_hollow = is_old || cell->status != STREEK_STATUS_FINAL;
  StreekPaint paint = { .color = is_hollow ? pen->theme->paper : style.line.color };
  StreekStroke outline = { style.line.color, 1.1 * pen->text_scale, 0, 0 };
  StreekPoint at = { streek_scale_to_position (scale, value), y };

  streek_scene_builder_add_symbol (pen->builder, STREEK_SYMBOL_CIRCLE, at, radius, &paint, &outline,
                                   row);
  streek_pen_mark_point (pen, row, at, radius);
}

static void
add_dot_value (Rows *rows, guint row, double x, double y, double across)
{
  StreekChartPen *pen = rows->pen;
  g_autofree char *text = streek_chart_format_cell (pen->chart, row, pen->format);
  double away = (across > 0.5 ? -1 : 1) * (rows->row_pt * 0.24 + 3);

  g_autoptr (StreekTextRun) run =
    streek_pen_set (pen, rows->factor * 0.88, STREEK_WEIGHT_NORMAL, text);

  streek_pen_add_run (pen, run, x + away, y, across, 0.5, pen->theme->ink, TRUE, row);
}

static void
draw_dots (Rows *rows, const StreekBarGroup *group, guint index, double x, double y)
{
  StreekChartPen *pen = rows->pen;
  const StreekChart *chart = pen->chart;
  guint column = index / rows->n_lines, step = index % rows->n_lines;
  StreekScale scale = get_scale (rows, column);
  StreekRect plot = get_plot (rows, column);
  double middle = y + rows->row_pt / 2;
  guint first = streek_chart_get_index (chart, 0, group->area, 0);
  guint last = first + chart->n_periods - 1;
  StreekStroke guide = { streek_color_from_lightness (86), 0.4 * pen->text_scale, 0, 0 };
  StreekStroke link = { streek_color_from_lightness (70), 1.4 * pen->text_scale, 0, 0 };
  double old = first != last ? chart->cells[first].value : NAN, new = chart->cells[last].value;
  double old_x = streek_scale_to_position (&scale, old);
  double new_x = streek_scale_to_position (&scale, new);
  g_autofree char *note = format_note (pen, rows, group->area);
  StreekRect zone = { x, y, rows->column_pt, rows->row_pt };

  draw_name (rows, group, index, x, y, rows->row_pt);
  streek_pen_add_line (pen, plot.x, middle, plot.x + plot.width, middle, &guide);

  if (!isnan (old) && !isnan (new))
    streek_pen_add_line (pen, old_x, middle, new_x, middle, &link);

  if (!isnan (old))
    {
      draw_dot (rows, first, old, TRUE, middle, &scale);
      add_dot_value (rows, first, old_x, middle, !isnan (new) && new < old ? 0 : 1);
      streek_pen_add_spot (pen, first, column * 2, step, (StreekPoint){ old_x, middle },
                           (StreekRect){ 0 });
    }

  if (!isnan (new))
    {
      draw_dot (rows, last, new, FALSE, middle, &scale);
      add_dot_value (rows, last, new_x, middle, !isnan (old) && new < old ? 1 : 0);
    }
  else
    streek_pen_add_text (pen, rows->factor * 0.92, STREEK_WEIGHT_NORMAL,
                         streek_missing_get_sign (chart->cells[last].missing), plot.x + 3, middle,
                         0, 0.5, pen->theme->pale_ink, last);

  streek_pen_add_spot (pen, last, column * 2 + 1, step,
                       (StreekPoint){ isnan (new) ? plot.x + 3 : new_x, middle }, zone);

  if (note != NULL && rows->note_pt > 0)
    streek_pen_add_text (pen, rows->factor * 0.92, STREEK_WEIGHT_NORMAL, note,
                         plot.x + plot.width + rows->note_pt, middle, 1, 0.5, pen->theme->pale_ink,
                         last);
}

static void
add_moment_keys (const StreekChartPen *pen, GArray *keys)
{
  const StreekChart *chart = pen->chart;
  StreekSeriesStyle style = streek_pen_get_style (pen, 0);

  style.symbol = STREEK_SYMBOL_CIRCLE;
  style.line.dash = 0;

  if (chart->spec->kind != STREEK_CHART_DUMBBELL)
    return;

  streek_pen_add_key (keys, STREEK_KEY_HOLLOW, &style, NULL,
                      streek_format_period (pen->format, chart->periods[0]));
  streek_pen_add_key (keys, STREEK_KEY_SYMBOL, &style, NULL,
                      streek_format_period (pen->format, chart->periods[chart->n_periods - 1]));
}

/* The unit, and for dots an axis: bars carry their numbers. */
static void
draw_head (Rows *rows, double top)
{
  StreekChartPen *pen = rows->pen;
  const StreekChart *chart = pen->chart;
  StreekStroke zero = { streek_color_from_lightness (35), 0.7 * pen->text_scale, 0, 0 };
  const char *title = get_note_title (pen, rows);
  const char *unit =
    chart->spec->kind == STREEK_CHART_SHARES ? "%" : streek_chart_get_axis_unit (chart, 0);
  StreekRect first = get_plot (rows, 0);

  streek_pen_add_text (pen, 0.95, STREEK_WEIGHT_NORMAL, unit, first.x, top, 0, 0,
                       pen->theme->pale_ink, -1);

  if (title != NULL && rows->note_pt > 0)
    for (guint c = 0; c < rows->n_columns; c++)
      {
        StreekRect plot = get_plot (rows, c);

        streek_pen_add_text (pen, rows->factor * 0.9, STREEK_WEIGHT_NORMAL, title,
                             plot.x + plot.width + rows->note_pt, rows->frame.y - 2, 1, 1,
                             pen->theme->pale_ink, -1);
      }

  for (guint c = 0; c < rows->n_columns; c++)
    {
      StreekScale scale = get_scale (rows, c);
      StreekRect plot = get_plot (rows, c);
      double x = streek_scale_to_position (&scale, 0);

      if (is_dots (chart))
        streek_pen_draw_top_axis (pen, &scale, plot,
                                  streek_pen_count_ticks (pen, plot.width, FALSE), TRUE);
      else
        streek_pen_add_line (pen, x, plot.y, x, plot.y + plot.height, &zero);
    }
}

/**
 * streek_chart_draw_rows:
 *
 * Names stand beside what they name, never turned; where they would become too small to read, the
 * rows go on in further columns with the same scale.
 */
void
streek_chart_draw_rows (StreekChartPen *pen, StreekRect frame)
{
  const StreekChart *chart = pen->chart;
  guint n_groups = chart->n_areas;
  gboolean is_dumbbell = chart->spec->kind == STREEK_CHART_DUMBBELL;
  gboolean has_rows_of_reference =
    is_dumbbell || (!is_dots (chart) && n_groups <= MAX_ROWS_WITH_REFERENCES);
  g_autoptr (GPtrArray) groups =
    streek_chart_list_bar_groups (chart, has_rows_of_reference, pen->format);
  g_autoptr (GArray) keys = streek_pen_new_keys ();
  Rows rows = { .pen = pen, .groups = groups, .frame = frame };
  double line = streek_pen_get_line_height (pen, 0.95);
  gboolean has_lines = !has_rows_of_reference && !chart->hides_references;
  guint n_references = 0;

  for (guint a = 0; a < chart->n_areas; a++)
    n_references += chart->areas[a].is_reference;

  add_moment_keys (pen, keys);
  streek_chart_add_bar_keys (pen, groups, keys);
  streek_pen_add_sign_keys (pen, keys, FALSE);

  double top = streek_pen_draw_keys (pen, keys, frame, TRUE);
  double head = line * 1.3 + (has_lines ? MIN (n_references, 2) * line : 0);

  rows.frame.y += top + head;
  rows.frame.height -= top + head + (is_dots (chart) ? line * 1.4 : 0);
  choose_columns (&rows, MAX (((StreekBarGroup *) groups->pdata[0])->n_bars, 1));
  measure_names (&rows);
  measure_notes (&rows);
  make_scale (&rows);
  draw_head (&rows, frame.y + top);

  if (has_lines)
    draw_references (&rows);

  for (guint i = 0; i < groups->len; i++)
    {
      guint column = i / rows.n_lines;
      double x = frame.x + column * (rows.column_pt + COLUMN_GAP_PT);
      double y = rows.frame.y + i % rows.n_lines * rows.row_pt;

      if (is_dots (chart))
        draw_dots (&rows, g_ptr_array_index (groups, i), i, x, y);
      else
        draw_bars (&rows, g_ptr_array_index (groups, i), i, x, y);
    }

  pen->drawing->steps_go_down = TRUE;
  pen->drawing->plot = get_plot (&rows, 0);
}
