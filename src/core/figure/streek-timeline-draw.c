/* streek-timeline-draw.c: the axis, bars, milestones and legend of a timeline as marks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-timeline-private.h"

#include <glib/gi18n-lib.h>

#define NAME_SIZE 0.9

typedef struct
{
  double x;
  double top;
  double bottom;
  gboolean has_labels;
  gboolean is_strong;
} Axis;

static double
get_padding (const StreekTimelinePlan *plan)
{
  return STREEK_GRID_PADDING * plan->pen.text_scale;
}

/* The axis */

static void
draw_tick (StreekTimelinePlan *plan, StreekPeriod period, double from, double to, gpointer data)
{
  const Axis *axis = data;
  StreekChartPen *pen = &plan->pen;
  StreekStroke line = streek_grid_get_line (pen, axis->is_strong);

  if (to < plan->body_width - 0.01)
    streek_pen_add_line (pen, axis->x + to, axis->top, axis->x + to, axis->bottom, &line);

  if (!axis->has_labels)
    return;

  g_autofree char *label = streek_timeline_dup_tick_label (plan, period);
  g_autoptr (StreekTextRun) run =
    streek_pen_set (pen, axis->is_strong ? 1 : NAME_SIZE,
                    axis->is_strong ? STREEK_WEIGHT_BOLD : STREEK_WEIGHT_NORMAL, label);

  /* the window may begin or end in the middle of a year; what is left must hold its name */
  if (streek_text_run_get_width (run) + 2 * plan->pen.text_scale <= to - from)
    streek_pen_add_run (pen, run, axis->x + (from + to) / 2, (axis->top + axis->bottom) / 2, 0.5,
                        0.5, axis->is_strong ? pen->theme->ink : pen->theme->pale_ink, FALSE, -1);
}

void
streek_timeline_draw_head (StreekTimelinePlan *plan, double x, double y)
{
  StreekStroke strong = streek_grid_get_line (&plan->pen, TRUE);
  double bottom = y + plan->head_height, middle = bottom - plan->tier_height;
  gboolean has_tiers = plan->tick != STREEK_PERIOD_NONE;
  Axis years = { x, has_tiers ? middle - plan->tier_height : middle, has_tiers ? middle : bottom,
                 TRUE, TRUE };
  Axis parts = { x, middle, bottom, TRUE, FALSE };

  streek_timeline_each_tick (plan, STREEK_PERIOD_YEAR, draw_tick, &years);
  if (has_tiers)
    streek_timeline_each_tick (plan, plan->tick, draw_tick, &parts);

  streek_pen_add_line (&plan->pen, x, bottom, x + plan->body_width, bottom, &strong);
  streek_pen_add_line (&plan->pen, x + plan->body_width, y, x + plan->body_width, bottom, &strong);
}

void
streek_timeline_draw_corner (StreekTimelinePlan *plan, double x, double y)
{
  streek_grid_draw_corner (&plan->pen, plan->timeline->corner,
                           (StreekRect){ x, y, plan->side_width, plan->head_height });
}

void
streek_timeline_draw_side (StreekTimelinePlan *plan, guint first, guint end, double x, double y)
{
  for (guint row = first; row < end; row++)
    {
      streek_grid_draw_name (&plan->pen, plan->names[row], plan->details[row],
                             streek_timeline_plan_get_indent (plan, row),
                             (StreekRect){ x, y, plan->side_width, plan->heights[row] },
                             plan->timeline->rows[row].is_heading);
      y += plan->heights[row];
    }
}

/* Bars */

static StreekSeriesStyle
get_style (const StreekTimelinePlan *plan, const StreekTimelineRow *row)
{
  if (row->is_heading || row->status == STREEK_TIMELINE_NONE)
    {
      StreekColor color = streek_color_from_lightness (row->is_heading ? 40 : 72);

      return (StreekSeriesStyle){ .line = { color, plan->pen.text_scale, 0, 0 },
                                  .fill = { .color = color } };
    }

  return streek_pen_get_style (&plan->pen, (guint) row->status);
}

/* Pointed where it goes on outside the window. */
static void
add_bar (StreekTimelinePlan *plan,
         StreekRect bar,
         const StreekSeriesStyle *style,
         gboolean is_before,
         gboolean is_after,
         int row)
{
  double tip = MIN (bar.height * 0.6, bar.width / 2), middle = bar.y + bar.height / 2;
  double left = bar.x + (is_before ? tip : 0), right = bar.x + bar.width - (is_after ? tip : 0);
  const StreekPoint points[] = {
    { left, bar.y },
    { right, bar.y },
    { is_after ? bar.x + bar.width : right, middle },
    { right, bar.y + bar.height },
    { left, bar.y + bar.height },
    { is_before ? bar.x : left, middle },
  };
  StreekStroke edge = { streek_color_from_lightness (45), 0.5 * plan->pen.text_scale, 0, 0 };

  streek_scene_builder_add_polygon (plan->pen.builder, points, G_N_ELEMENTS (points), TRUE,
                                    &style->fill, style->fill.hatch ? &edge : NULL, row);
}

/* A bracket at the end that is known, dashes towards the one that is not. */
static void
add_stub (StreekTimelinePlan *plan,
          StreekRect bar,
          const StreekSeriesStyle *style,
          gboolean begins,
          int row)
{
  double scale = plan->pen.text_scale, x = begins ? bar.x : bar.x + bar.width;
  StreekStroke thick = { style->line.color, 2 * scale, 0, 0 };
  StreekStroke dashed = { style->line.color, 1.6 * scale, 3 * scale, 3 * scale };
  double middle = bar.y + bar.height / 2;

  streek_scene_builder_add_rule (plan->pen.builder, (StreekPoint){ x, bar.y },
                                 (StreekPoint){ x, bar.y + bar.height }, &thick, row);
  streek_scene_builder_add_rule (plan->pen.builder, (StreekPoint){ bar.x, middle },
                                 (StreekPoint){ bar.x + bar.width, middle }, &dashed, row);
}

/* How much is done: a dark line in the bar, with light paper around it so that every pattern shows
 * it. */
static void
add_progress (StreekTimelinePlan *plan, StreekRect bar, double end, int row)
{
  double scale = plan->pen.text_scale, height = 3 * scale;
  const StreekPaint ink = { .color = plan->pen.theme->ink };
  StreekStroke paper = { plan->pen.theme->paper, 1.1 * scale, 0, 0 };

  streek_scene_builder_add_rect (
    plan->pen.builder,
    (StreekRect){ bar.x, bar.y + (bar.height - height) / 2, end - bar.x, height }, &ink, &paper,
    row);
}

static void
draw_bar (StreekTimelinePlan *plan, guint index, double x, double y)
{
  const StreekTimelineRow *row = &plan->timeline->rows[index];
  StreekTiming timing = streek_timeline_get_timing (row);
  StreekSeriesStyle style = get_style (plan, row);
  gboolean is_before, is_after;
  StreekRect bar = streek_timeline_plan_get_bar (plan, index, &is_before, &is_after);
  gboolean is_whole = timing == STREEK_TIMING_WHOLE || timing == STREEK_TIMING_OPEN;
  double done = streek_timeline_plan_get_done (plan, index, &bar);

  if (bar.width <= 0)
    return;

  StreekRect placed = { x + bar.x, y + bar.y, bar.width, bar.height };

  if (is_whole || is_before || is_after)
    add_bar (plan, placed, &style, is_before, is_after, (int) index);
  else
    add_stub (plan, placed, &style, timing == STREEK_TIMING_START_ONLY, (int) index);

  if (done > bar.x)
    add_progress (plan, placed, x + done, (int) index);
}

static void
draw_text (StreekTimelinePlan *plan, const StreekTimelineText *text, double x, double y, int row)
{
  const StreekPaint paper = { .color = plan->pen.theme->paper };
  StreekTextRun *run = text->run;
  double middle = y + streek_timeline_plan_get_line (plan);

  if (run == NULL)
    return;

  if (text->is_inside)
    streek_scene_builder_add_rect (
      plan->pen.builder,
      (StreekRect){ x + text->x - 2, middle - streek_text_run_get_height (run) * 0.45,
                    streek_text_run_get_width (run) + 4, streek_text_run_get_height (run) * 0.9 },
      &paper, NULL, row);

  streek_pen_add_run (&plan->pen, run, x + text->x, middle, 0, 0.5, plan->pen.theme->ink,
                      !text->is_inside, row);
}

static void
draw_milestones (StreekTimelinePlan *plan, guint row, double x, double y)
{
  const StreekTimeline *timeline = plan->timeline;
  double scale = plan->pen.text_scale, middle = y + streek_timeline_plan_get_line (plan);
  const StreekPaint ink = { .color = plan->pen.theme->ink };
  const StreekPaint paper = { .color = plan->pen.theme->paper };
  StreekStroke edge = { plan->pen.theme->ink, 1.1 * scale, 0, 0 };

  for (guint m = timeline->first_milestones[row]; m < timeline->first_milestones[row + 1]; m++)
    {
      double at = streek_timeline_plan_to_x (plan, timeline->milestones[m].on);

      if (at < 0 || at > plan->body_width)
        continue;

      streek_scene_builder_add_symbol (
        plan->pen.builder, STREEK_SYMBOL_DIAMOND, (StreekPoint){ x + at, middle },
        STREEK_TIMELINE_DIAMOND * scale, timeline->milestones[m].is_done ? &ink : &paper, &edge,
        (int) row);
      draw_text (plan, &plan->milestones[m], x, y, (int) row);
    }
}

static void
draw_untimed (StreekTimelinePlan *plan, double x, double y, int row)
{
  streek_pen_add_text (&plan->pen, NAME_SIZE, STREEK_WEIGHT_NORMAL,
                       C_ ("timeline", "without timing"), x + get_padding (plan),
                       y + streek_timeline_plan_get_line (plan), 0, 0.5, plan->pen.theme->pale_ink,
                       row);
}

static StreekStroke
get_today_line (const StreekTimelinePlan *plan)
{
  return (StreekStroke){ streek_pen_get_alarm (&plan->pen), 1.2 * plan->pen.text_scale,
                         plan->pen.grey ? 4 : 0, 3 };
}

static gboolean
shows_today (const StreekTimelinePlan *plan)
{
  return plan->timeline->today > STREEK_DATE_NONE &&
         streek_interval_contains (plan->timeline->window, plan->timeline->today);
}

/* In the middle of the day. */
static void
draw_today (StreekTimelinePlan *plan, double x, double top, double bottom)
{
  StreekStroke line = get_today_line (plan);
  double at = x + (streek_timeline_plan_to_x (plan, plan->timeline->today) +
                   streek_timeline_plan_to_x (plan, plan->timeline->today + 1)) /
                    2;

  if (shows_today (plan))
    streek_pen_add_line (&plan->pen, at, top, at, bottom, &line);
}

static void
draw_grid_lines (StreekTimelinePlan *plan, double x, double top, double bottom)
{
  Axis parts = { x, top, bottom, FALSE, FALSE };
  Axis years = { x, top, bottom, FALSE, TRUE };

  if (plan->tick != STREEK_PERIOD_NONE)
    streek_timeline_each_tick (plan, plan->tick, draw_tick, &parts);

  streek_timeline_each_tick (plan, STREEK_PERIOD_YEAR, draw_tick, &years);
}

/**
 * streek_timeline_draw_body:
 *
 * Rows @first up to @end from the top left corner @x, @y on: lines of the axis, today, then bars,
 * milestones and the words beside them.
 */
void
streek_timeline_draw_body (StreekTimelinePlan *plan, guint first, guint end, double x, double y)
{
  const StreekTimeline *timeline = plan->timeline;
  StreekStroke thin = streek_grid_get_line (&plan->pen, FALSE);
  StreekStroke strong = streek_grid_get_line (&plan->pen, TRUE);
  StreekPaint band = streek_grid_get_band (&plan->pen);
  double bottom = y + streek_timeline_plan_sum_heights (plan, first, end), top = y;

  for (guint row = first; row < end; row++)
    {
      StreekRect box = { x, top, plan->body_width, plan->heights[row] };

      if (timeline->rows[row].is_heading)
        streek_scene_builder_add_rect (plan->pen.builder, box, &band, NULL, -1);

      top += plan->heights[row];
      streek_pen_add_line (&plan->pen, x, top, x + plan->body_width, top,
                           timeline->rows[row].is_heading ? &strong : &thin);
    }

  draw_grid_lines (plan, x, y, bottom);
  streek_pen_add_line (&plan->pen, x + plan->body_width, y, x + plan->body_width, bottom, &strong);

  top = y;

  for (guint row = first; row < end; row++)
    {
      draw_bar (plan, row, x, top);
      top += plan->heights[row];
    }

  draw_today (plan, x, y, bottom);

  for (guint row = first; row < end; row++)
    {
      draw_text (plan, &plan->labels[row], x, y, (int) row);
      draw_milestones (plan, row, x, y);

      if (streek_timeline_is_untimed (timeline, row))
        draw_untimed (plan, x, y, (int) row);

      y += plan->heights[row];
    }
}

/* Legend */

static void
add_diamond_key (StreekTimelinePlan *plan, GArray *keys, gboolean is_done, const char *label)
{
  StreekSeriesStyle style = { .line = { plan->pen.theme->ink, plan->pen.text_scale, 0, 0 },
                              .symbol = STREEK_SYMBOL_DIAMOND };

  streek_pen_add_key (keys, is_done ? STREEK_KEY_SYMBOL : STREEK_KEY_HOLLOW, &style, NULL,
                      g_strdup (label));
}

static void
add_status_keys (StreekTimelinePlan *plan, GArray *keys)
{
  const StreekTimeline *timeline = plan->timeline;

  for (guint status = 0; status < timeline->n_statuses; status++)
    {
      StreekSeriesStyle style = streek_pen_get_style (&plan->pen, status);
      gboolean occurs = FALSE;

      for (guint row = 0; row < timeline->n_rows && !occurs; row++)
        occurs = timeline->rows[row].status == (int) status && !timeline->rows[row].is_heading;

      if (occurs)
        streek_pen_add_key (keys, STREEK_KEY_BOX, &style, NULL,
                            g_strdup (timeline->statuses[status]));
    }
}

static void
add_progress_key (StreekTimelinePlan *plan, GArray *keys)
{
  StreekSeriesStyle style = { .line = { plan->pen.theme->ink, 3 * plan->pen.text_scale, 0, 0 } };
  gboolean occurs = FALSE;

  for (guint row = 0; row < plan->timeline->n_rows && !occurs; row++)
    occurs = plan->timeline->rows[row].done_pct > 0;

  if (occurs)
    streek_pen_add_key (keys, STREEK_KEY_LINE, &style, NULL, g_strdup (C_ ("timeline", "done")));
}

static void
add_today_key (StreekTimelinePlan *plan, GArray *keys)
{
  StreekSeriesStyle style = { .line = get_today_line (plan) };

  if (!shows_today (plan))
    return;

  g_autofree char *day = streek_format_date (plan->pen.format, plan->timeline->today);

  streek_pen_add_key (keys, STREEK_KEY_LINE, &style, NULL,
                      /* Translators: the line of today on a timeline; %s is a day */
                      g_strdup_printf (_ ("today, %s"), day));
}

double
streek_timeline_draw_legend (StreekTimelinePlan *plan, StreekRect frame, gboolean draws)
{
  const StreekTimeline *timeline = plan->timeline;
  g_autoptr (GArray) keys = streek_pen_new_keys ();
  guint n_done = 0;

  for (guint i = 0; i < timeline->n_milestones; i++)
    n_done += timeline->milestones[i].is_done;

  add_status_keys (plan, keys);
  add_progress_key (plan, keys);

  if (n_done < timeline->n_milestones)
    add_diamond_key (plan, keys, FALSE, C_ ("timeline", "milestone"));
  if (n_done > 0)
    add_diamond_key (plan, keys, TRUE, C_ ("timeline", "milestone reached"));

  add_today_key (plan, keys);

  return streek_pen_draw_keys (&plan->pen, keys, frame, draws);
}
