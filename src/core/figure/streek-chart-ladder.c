/* streek-chart-ladder.c: totals with their parts: a ladder of rungs, and one winding snake */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-chart-pen.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  StreekChartPen *pen;
  guint n_areas; /* own ones and those of reference, as listed */
  guint *areas;
  guint n_rungs;
  guint *rungs; /* indicators */
  double name_pt;
  double total_pt;
  double factor;
} Ladder;

static void
list_rungs (Ladder *self)
{
  const StreekChart *chart = self->pen->chart;

  self->areas = g_new (guint, chart->n_areas);
  self->rungs = g_new (guint, chart->n_indicators);

  for (guint a = 0; a < chart->n_areas; a++)
    self->areas[self->n_areas++] = a;

  for (guint i = 0; i < chart->n_indicators; i++)
    if (chart->indicators[i].parent < 0)
      self->rungs[self->n_rungs++] = i;
}

static void
ladder_clear (Ladder *self)
{
  g_free (self->areas);
  g_free (self->rungs);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ladder, ladder_clear)

typedef struct
{
  double x;     /* where the next part begins */
  double scale; /* points for each */
  StreekRect bar;
  int strand;
  int step;
} Fill;

static void
add_part (Ladder *self,
          Fill *fill,
          const StreekPaint *paint,
          const char *name,
          double value,
          guint row,
          gboolean is_outlined)
{
  StreekChartPen *pen = self->pen;
  const StreekChart *chart = pen->chart;
  StreekRect rect = { fill->x, fill->bar.y, value * fill->scale, fill->bar.height };
  StreekStroke seam = { is_outlined ? pen->theme->ink : pen->theme->paper, 0.6 * pen->text_scale, 0,
                        0 };
  g_autofree char *number = streek_chart_format_value (chart, self->rungs[0], value, pen->format);
  g_autofree char *both = g_strdup_printf ("%s %s", name, number);
  double room = rect.width - 6, factor = self->factor * 0.9;
  const char *text = streek_pen_measure (pen, factor, both) <= room     ? both
                     : streek_pen_measure (pen, factor, number) <= room ? number
                                                                        : NULL;

  streek_scene_builder_add_rect (pen->builder, rect, paint, &seam, row);
  fill->x += rect.width;

  if (text != NULL)
    {
      g_autoptr (StreekTextRun) run = streek_pen_set (pen, factor, STREEK_WEIGHT_NORMAL, text);

      streek_pen_add_run_on (pen, run, rect.x + 3, rect.y + rect.height / 2, 0, paint, row);
    }

  streek_pen_mark_rect (pen, row, rect);
  streek_pen_add_spot (pen, row, fill->strand++, fill->step,
                       (StreekPoint){ rect.x + rect.width / 2, rect.y + rect.height / 2 }, rect);
}

/* One rung of one area: its parts as they fill the total, what is left, what runs over. */
static void
draw_rung_bar (Ladder *self, guint rung, guint area, StreekRect bar, int step)
{
  StreekChartPen *pen = self->pen;
  const StreekChart *chart = pen->chart;
  guint period = chart->n_periods - 1, n_parts, n_missing, style = 0;
  guint total_row = streek_chart_get_index (chart, rung, area, period);
  double total = chart->cells[total_row].value;
  double sum = streek_chart_sum_parts (chart, rung, area, period, &n_parts, &n_missing);
  double whole = isnan (total) ? sum : MAX (total, sum);
  gboolean exceeds = streek_chart_parts_exceed (chart, rung, area, period);
  Fill fill = { bar.x, whole > 0 ? bar.width / whole : 0, bar, 0, step };
  g_autofree char *number = streek_chart_format_cell (chart, total_row, pen->format);
  double right = bar.x + bar.width + self->total_pt;

  streek_pen_add_text (pen, self->factor, STREEK_WEIGHT_BOLD, number, right, bar.y + bar.height / 2,
                       1, 0.5, exceeds ? streek_pen_get_alarm (pen) : pen->theme->ink, total_row);

  for (guint i = 0; i < chart->n_indicators; i++)
    {
      guint row = streek_chart_get_index (chart, i, area, period);
      StreekSeriesStyle shown;

      if (chart->indicators[i].parent != (int) rung)
        continue;

      shown = streek_pen_get_style (pen, style++);

      if (!isnan (chart->cells[row].value) && whole > 0)
        add_part (self, &fill, &shown.fill, chart->labels[i], chart->cells[row].value, row,
                  chart->spec->grey);
    }

  if (!isnan (total) && total > sum)
    {
      StreekPaint rest = { .color = streek_color_from_lightness (n_parts > 0 ? 90 : 80) };

      add_part (self, &fill, &rest, n_parts > 0 ? _ ("not specified further") : "", total - sum,
                total_row, chart->spec->grey);
    }
  else if (isnan (total) && n_parts == n_missing)
    streek_pen_add_spot (pen, total_row, 0, step, (StreekPoint){ bar.x, bar.y + bar.height / 2 },
                         bar);

  if (!exceeds)
    return;

  StreekStroke edge = { streek_pen_get_alarm (pen), 2 * pen->text_scale, 0, 0 };
  double at = bar.x + total * fill.scale;

  streek_pen_add_line (pen, at, bar.y - 3, at, bar.y + bar.height + 3, &edge);
}

/* An area of which nothing is known has that at its bar. */
static gboolean
is_known (const StreekChart *chart, guint rung, guint area)
{
  guint period = chart->n_periods - 1, n_parts, n_missing;

  streek_chart_sum_parts (chart, rung, area, period, &n_parts, &n_missing);

  return n_missing < n_parts || !isnan (streek_chart_get_cell (chart, rung, area, period)->value);
}

/* "Trede 3: onbekend", or of which areas where others have it. */
static void
append_missing_part (const Ladder *self, guint rung, guint part, GString *text)
{
  const StreekChart *chart = self->pen->chart;
  const char *name = NULL;
  guint n_known = 0, n_missing = 0;
  StreekMissing missing = STREEK_MISSING_NONE;

  for (guint a = 0; a < self->n_areas; a++)
    {
      guint area = self->areas[a];
      const StreekChartCell *cell = streek_chart_get_cell (chart, part, area, chart->n_periods - 1);

      if (!is_known (chart, rung, area))
        continue;

      n_known++;

      if (!isnan (cell->value))
        continue;

      n_missing++;
      missing = cell->missing;
      name = chart->areas[area].name;
    }

  if (n_missing == 0)
    return;

  const char *kind = streek_missing_get_label (missing);
  g_autofree char *count = g_strdup_printf (ngettext ("%u area", "%u areas", n_missing), n_missing);

  g_string_append (text, text->len > 0 ? "; " : "");

  if (n_missing == n_known)
    g_string_append_printf (text, "%s: %s", chart->labels[part], kind);
  else
    g_string_append_printf (text, "%s (%s): %s", chart->labels[part], n_missing == 1 ? name : count,
                            kind);
}

/* Parts whose numbers are unknown are named, because a bar cannot show them. */
static char *
list_missing_parts (const Ladder *self, guint rung)
{
  const StreekChart *chart = self->pen->chart;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < chart->n_indicators; i++)
    if (chart->indicators[i].parent == (int) rung)
      append_missing_part (self, rung, i, text);

  return g_string_free (text, FALSE);
}

/* Which part has which colour, in one line under the name of the rung. */
static void
add_part_keys (const StreekChartPen *pen, guint rung, GArray *keys)
{
  const StreekChart *chart = pen->chart;
  guint style = 0;

  for (guint i = 0; i < chart->n_indicators; i++)
    if (chart->indicators[i].parent == (int) rung)
      {
        StreekSeriesStyle shown = streek_pen_get_style (pen, style++);

        streek_pen_add_key (keys, STREEK_KEY_BOX, &shown, NULL, g_strdup (chart->labels[i]));
      }
}

static double
draw_rung (Ladder *self, guint index, StreekRect frame, double bar_pt)
{
  StreekChartPen *pen = self->pen;
  const StreekChart *chart = pen->chart;
  guint rung = self->rungs[index];
  double line = streek_pen_get_line_height (pen, self->factor), y = frame.y;
  g_autoptr (GArray) keys = streek_pen_new_keys ();
  g_autofree char *missing = list_missing_parts (self, rung);
  StreekRect bars = { frame.x + self->name_pt, 0, frame.width - self->name_pt - self->total_pt,
                      bar_pt };
  g_autoptr (StreekTextRun) title =
    streek_pen_set_wrapped (pen, self->factor * 1.08, STREEK_WEIGHT_BOLD, chart->labels[rung],
                            frame.width, 1, STREEK_ALIGN_START);

  streek_pen_add_run (pen, title, frame.x, y, 0, 0, pen->theme->ink, FALSE, -1);
  y += line * 1.3;
  add_part_keys (pen, rung, keys);
  y += streek_pen_draw_keys (pen, keys, (StreekRect){ bars.x, y, bars.width, 0 }, TRUE);

  for (guint a = 0; a < self->n_areas; a++)
    {
      guint area = self->areas[a];
      g_autoptr (StreekTextRun) name =
        streek_pen_set_wrapped (pen, self->factor, STREEK_WEIGHT_NORMAL, chart->areas[area].name,
                                self->name_pt - 8, 1, STREEK_ALIGN_END);

      bars.y = y;
      streek_pen_add_run (pen, name, bars.x - 6, y + bar_pt / 2, 1, 0.5,
                          chart->areas[area].is_reference ? pen->theme->pale_ink : pen->theme->ink,
                          FALSE, -1);
      draw_rung_bar (self, rung, area, bars, index * self->n_areas + a);
      y += bar_pt * 1.18;
    }

  if (*missing != '\0')
    {
      streek_pen_add_text (pen, self->factor * 0.9, STREEK_WEIGHT_NORMAL, missing, bars.x, y, 0, 0,
                           pen->theme->pale_ink, -1);
      y += line;
    }

  return y;
}

/* How high all rungs are where a bar is @bar_pt. */
static double
measure_rungs (Ladder *self, double width, double bar_pt)
{
  StreekChartPen *pen = self->pen;
  double line = streek_pen_get_line_height (pen, self->factor), height = 0;

  for (guint r = 0; r < self->n_rungs; r++)
    {
      g_autoptr (GArray) keys = streek_pen_new_keys ();
      g_autofree char *missing = list_missing_parts (self, self->rungs[r]);
      double room = width - self->name_pt - self->total_pt;

      add_part_keys (pen, self->rungs[r], keys);
      height += line * 1.3 + self->n_areas * bar_pt * 1.18 + (*missing != '\0' ? line : 0) +
                line * 0.7 + streek_pen_draw_keys (pen, keys, (StreekRect){ 0, 0, room, 0 }, FALSE);
    }

  return height;
}

static void
measure_names (Ladder *self, StreekRect frame)
{
  StreekChartPen *pen = self->pen;
  const StreekChart *chart = pen->chart;

  self->name_pt = self->total_pt = 0;

  for (guint a = 0; a < self->n_areas; a++)
    {
      self->name_pt = MAX (
        self->name_pt, streek_pen_measure (pen, self->factor, chart->areas[self->areas[a]].name));

      for (guint r = 0; r < self->n_rungs; r++)
        {
          guint row =
            streek_chart_get_index (chart, self->rungs[r], self->areas[a], chart->n_periods - 1);
          g_autofree char *number = streek_chart_format_cell (chart, row, pen->format);

          self->total_pt =
            MAX (self->total_pt, streek_pen_measure (pen, self->factor * 1.12, number));
        }
    }

  self->name_pt = MIN (self->name_pt + 10, frame.width * 0.3);
  self->total_pt += 10;
}

/**
 * streek_chart_draw_ladder:
 *
 * Each bar is one total, filled by its parts; the total itself stands at the right. Where the parts
 * are more than the total, a red line says where the total is.
 */
void
streek_chart_draw_ladder (StreekChartPen *pen, StreekRect frame)
{
  const StreekChart *chart = pen->chart;
  g_auto (Ladder) self = { .pen = pen, .factor = 1 };
  double bar_pt = 0;

  list_rungs (&self);

  do
    {
      double line = streek_pen_get_line_height (pen, self.factor);

      measure_names (&self, frame);
      bar_pt = line * 1.35;

      double height = measure_rungs (&self, frame.width, bar_pt);
      double spare = frame.height - streek_pen_get_line_height (pen, 1) * 1.6 - height;

      if (spare >= 0)
        {
          bar_pt += MIN (spare / (self.n_rungs * self.n_areas * 1.18), line * 0.8);
          break;
        }

      self.factor -= 0.08;
    }
  while (self.factor > 0.5);

  double y = frame.y;

  streek_pen_add_text (pen, 0.95, STREEK_WEIGHT_NORMAL, chart->indicators[0].unit,
                       frame.x + frame.width, y, 1, 0, pen->theme->pale_ink, -1);

  for (guint r = 0; r < self.n_rungs; r++)
    y = draw_rung (&self, r, (StreekRect){ frame.x, y, frame.width, 0 }, bar_pt) +
        streek_pen_get_line_height (pen, self.factor) * 0.7;

  pen->drawing->steps_go_down = TRUE;
  pen->drawing->plot = frame;
}

/* The snake */

#define N_BENDS 5

/* A band that winds to and fro: @along is the way from its head, in points. */
typedef struct
{
  StreekRect frame;
  double band_pt;
  double step_pt; /* from one line of the band to the next */
  double straight_pt;
} Snake;

static double
get_length (const Snake *snake)
{
  return N_BENDS * snake->straight_pt + (N_BENDS - 1) * snake->step_pt * G_PI / 2;
}

/* The point beside the middle of the band, @aside to its left. */
static StreekPoint
get_point (const Snake *snake, double along, double aside)
{
  double bend = snake->step_pt * G_PI / 2, unit = snake->straight_pt + bend;
  int line = CLAMP ((int) (along / unit), 0, N_BENDS - 1);
  double rest = along - line * unit;
  gboolean is_back = line % 2 == 1;
  double y = snake->frame.y + snake->step_pt / 2 + line * snake->step_pt;
  double left = snake->frame.x + (snake->step_pt + snake->band_pt) / 2;
  double right = left + snake->straight_pt;

  if (rest <= snake->straight_pt || line == N_BENDS - 1)
    return (StreekPoint){ is_back ? right - rest : left + rest, y + (is_back ? aside : -aside) };

  double angle = (rest - snake->straight_pt) / bend * G_PI;        /* half a turn */
  double radius = snake->step_pt / 2 + aside * (is_back ? -1 : 1); /* left is out, then in */
  double x = is_back ? left : right;

  return (StreekPoint){ x + (is_back ? -1 : 1) * radius * sin (angle),
                        y + snake->step_pt / 2 - radius * cos (angle) };
}

static void
draw_piece (StreekChartPen *pen,
            const Snake *snake,
            double from,
            double to,
            const StreekPaint *paint,
            guint row)
{
  guint n = CLAMP ((int) ((to - from) / 3), 1, 400);
  g_autofree StreekPoint *points = g_new (StreekPoint, 2 * (n + 1));
  StreekStroke seam = { pen->theme->paper, 0.8 * pen->text_scale, 0, 0 };

  if (pen->grey)
    seam.color = pen->theme->ink;

  for (guint i = 0; i <= n; i++)
    {
      double along = from + (to - from) * i / n;

      points[i] = get_point (snake, along, snake->band_pt / 2);
      points[2 * n + 1 - i] = get_point (snake, along, -snake->band_pt / 2);
    }

  streek_scene_builder_add_polygon (pen->builder, points, 2 * (n + 1), TRUE, paint, &seam, row);
}

static void
draw_snake_of (Ladder *self, guint area, StreekRect frame)
{
  StreekChartPen *pen = self->pen;
  const StreekChart *chart = pen->chart;
  double line = streek_pen_get_line_height (pen, 1), sum = 0, along = 0;
  Snake snake = { .frame = { frame.x, frame.y + line * 1.5, frame.width,
                             frame.height - line * 1.5 } };

  snake.step_pt = MIN (snake.frame.height / N_BENDS, snake.frame.width / 6);
  snake.band_pt = snake.step_pt * 0.62;
  snake.straight_pt = snake.frame.width - snake.step_pt - snake.band_pt;

  for (guint r = 0; r < self->n_rungs; r++)
    {
      double value =
        streek_chart_get_cell (chart, self->rungs[r], area, chart->n_periods - 1)->value;

      sum += isnan (value) ? 0 : value;
    }

  g_autofree char *whole = streek_chart_format_value (chart, self->rungs[0], sum, pen->format);
  g_autofree char *title =
    g_strdup_printf ("%s: %s %s", chart->areas[area].name, whole, chart->indicators[0].unit);

  streek_pen_add_text (pen, 1.05, STREEK_WEIGHT_BOLD, title, frame.x, frame.y, 0, 0,
                       pen->theme->ink, -1);

  for (guint r = 0; r < self->n_rungs; r++)
    {
      guint row = streek_chart_get_index (chart, self->rungs[r], area, chart->n_periods - 1);
      double value = chart->cells[row].value;
      StreekSeriesStyle style = streek_pen_get_style (pen, r);

      if (!(value > 0) || !(sum > 0))
        continue;

      double next = along + value / sum * get_length (&snake);
      g_autofree char *number = streek_chart_format_cell (chart, row, pen->format);
      double middle = MIN ((along + next) / 2, along + snake.straight_pt / 2);
      StreekPoint at = get_point (&snake, middle, 0);

      draw_piece (pen, &snake, along, next, &style.fill, row);
      streek_pen_mark_point (pen, row, at, snake.band_pt / 3);
      streek_pen_add_spot (pen, row, area, r, at, (StreekRect){ 0 });

      if (next - along > streek_pen_measure (pen, 0.95, number) + 8 &&
          snake.band_pt > pen->size_pt * 1.2)
        {
          g_autoptr (StreekTextRun) run = streek_pen_set (pen, 0.95, STREEK_WEIGHT_NORMAL, number);

          streek_pen_add_run_on (pen, run, at.x, at.y, 0.5, &style.fill, row);
        }

      along = next;
    }
}

/* Numbers of pieces too short to hold them stand in the legend. */
static void
add_rung_keys (const Ladder *self, GArray *keys)
{
  const StreekChartPen *pen = self->pen;
  const StreekChart *chart = pen->chart;

  for (guint r = 0; r < self->n_rungs; r++)
    {
      StreekSeriesStyle style = streek_pen_get_style (pen, r);
      GString *label = g_string_new (chart->labels[self->rungs[r]]);

      for (guint a = 0; a < self->n_areas; a++)
        {
          guint row =
            streek_chart_get_index (chart, self->rungs[r], self->areas[a], chart->n_periods - 1);
          g_autofree char *number = streek_chart_format_cell (chart, row, pen->format);

          g_string_append_printf (label, "%s%s", a == 0 ? " (" : " / ", number);
        }

      g_string_append_c (label, ')');
      streek_pen_add_key (keys, STREEK_KEY_BOX, &style, NULL, g_string_free (label, FALSE));
    }
}

/**
 * streek_chart_draw_snake:
 *
 * One band for each area, all of its people along it: five times as long as the paper is wide, so
 * that one in three hundred can still be seen.
 */
void
streek_chart_draw_snake (StreekChartPen *pen, StreekRect frame)
{
  g_auto (Ladder) self = { .pen = pen, .factor = 1 };
  g_autoptr (GArray) keys = streek_pen_new_keys ();

  list_rungs (&self);
  add_rung_keys (&self, keys);
  streek_pen_add_sign_keys (pen, keys, FALSE);

  double top = streek_pen_draw_keys (pen, keys, frame, TRUE);
  double gap = 14 * pen->text_scale;
  double height = (frame.height - top - (self.n_areas - 1) * gap) / MAX (self.n_areas, 1);

  for (guint a = 0; a < self.n_areas; a++)
    draw_snake_of (
      &self, self.areas[a],
      (StreekRect){ frame.x, frame.y + top + a * (height + gap), frame.width, height });

  pen->drawing->plot = frame;
}
