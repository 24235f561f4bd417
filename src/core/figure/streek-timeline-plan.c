/* streek-timeline-plan.c: where bars, milestones and the words beside them stand on a timeline */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In points, of letters of their designed size. */
#define SIDE_SHARE 0.36 /* of side and body at most */
#define WIDEST_SIDE 260.0
#define LEAST_SIDE 64.0
#define LEAST_BODY 160.0
#define TEXT_GAP 4.0
#define NAME_SIZE 0.9

double
streek_timeline_plan_get_indent (const StreekTimelinePlan *plan, guint row)
{
  return MIN (plan->timeline->rows[row].level, 6) * STREEK_GRID_INDENT * plan->pen.text_scale;
}

double
streek_timeline_plan_sum_heights (const StreekTimelinePlan *plan, guint first, guint end)
{
  double sum = 0;

  for (guint i = first; i < end; i++)
    sum += plan->heights[i];

  return sum;
}

double
streek_timeline_plan_to_x (const StreekTimelinePlan *plan, StreekDate date)
{
  StreekInterval window = plan->timeline->window;

  if (window.to <= window.from)
    return 0;

  return (double) (date - window.from) / (window.to - window.from) * plan->body_width;
}

static StreekPeriod
find_period (StreekPeriodKind kind, StreekDate date)
{
  int year, month, day;

  streek_date_to_ymd (date, &year, &month, &day);

  return (StreekPeriod){ .kind = kind,
                         .year = (gint16) year,
                         .part = (guint8) (kind == STREEK_PERIOD_QUARTER ? (month + 2) / 3
                                           : kind == STREEK_PERIOD_MONTH ? month
                                                                         : 0) };
}

void
streek_timeline_each_tick (StreekTimelinePlan *plan,
                           StreekPeriodKind kind,
                           StreekTickFunc func,
                           gpointer data)
{
  StreekInterval window = plan->timeline->window;

  if (window.to <= window.from)
    return;

  StreekPeriod period = find_period (kind, window.from);

  for (;;)
    {
      StreekDate first = streek_period_get_first_day (period);
      StreekDate end = streek_period_get_last_day (period) + 1;

      if (first >= window.to)
        break;

      func (plan, period, MAX (streek_timeline_plan_to_x (plan, first), 0),
            MIN (streek_timeline_plan_to_x (plan, end), plan->body_width), data);
      period = streek_period_from_number (kind, streek_period_get_number (period) + 1);
    }
}

static StreekWeight
get_weight (const StreekTimelinePlan *plan, guint row)
{
  return plan->timeline->rows[row].is_heading ? STREEK_WEIGHT_BOLD : STREEK_WEIGHT_NORMAL;
}

static double
get_padding (const StreekTimelinePlan *plan)
{
  return 2 * STREEK_GRID_PADDING * plan->pen.text_scale;
}

static void
measure_side (StreekTimelinePlan *plan, double width)
{
  double scale = plan->pen.text_scale, least = LEAST_SIDE * scale, wanted = least;
  double most = MAX (MIN (width * SIDE_SHARE, WIDEST_SIDE * scale), LEAST_SIDE * scale);

  for (guint row = 0; row < plan->timeline->n_rows; row++)
    {
      StreekTextWidths widths = streek_grid_measure_words (&plan->pen, 1, get_weight (plan, row),
                                                           plan->timeline->rows[row].name);
      double extra = get_padding (plan) + streek_timeline_plan_get_indent (plan, row);

      least = MAX (least, widths.word + extra);
      wanted = MAX (wanted, MIN (widths.natural, MAX (widths.natural * 0.6, 130 * scale)) + extra);
    }

  plan->side_width = CLAMP (wanted, MIN (least, most), most);
  plan->body_width = MAX (width - plan->side_width, LEAST_BODY * scale);
}

static void
set_side (StreekTimelinePlan *plan, guint row)
{
  const StreekTimelineRow *own = &plan->timeline->rows[row];
  double scale = plan->pen.text_scale;
  double width =
    plan->side_width - get_padding (plan) - streek_timeline_plan_get_indent (plan, row) + 0.5;
  double height;

  plan->names[row] = streek_pen_set_wrapped (&plan->pen, 1, get_weight (plan, row), own->name,
                                             width, 0, STREEK_ALIGN_START);
  height = streek_text_run_get_height (plan->names[row]);

  if (own->detail != NULL && *own->detail != '\0')
    {
      plan->details[row] =
        streek_pen_set_wrapped (&plan->pen, STREEK_GRID_DETAIL, STREEK_WEIGHT_NORMAL, own->detail,
                                width, 0, STREEK_ALIGN_START);
      height += streek_text_run_get_height (plan->details[row]);
    }

  plan->heights[row] = MAX (height, STREEK_TIMELINE_BAR_HEIGHT * 1.2 * scale) + get_padding (plan);
}

/* The axis */

/* "K3" of "K3 2019" and "sep" of "sep 2019": the year stands in the tier over it. */
char *
streek_timeline_dup_tick_label (const StreekTimelinePlan *plan, StreekPeriod period)
{
  char *label = streek_format_short_period (plan->pen.format, period);
  char *space = period.kind != STREEK_PERIOD_YEAR ? strrchr (label, ' ') : NULL;

  if (space != NULL)
    *space = '\0';

  return label;
}

/* The widest label of a kind against the room that one has. */
static gboolean
has_room (StreekTimelinePlan *plan, StreekPeriodKind kind)
{
  guint n = kind == STREEK_PERIOD_MONTH ? 12 : 4;
  double days = streek_timeline_plan_to_x (plan, plan->timeline->window.from + 1);
  double room = days * (n == 12 ? 28 : 90), widest = 0;

  for (guint part = 1; part <= n; part++)
    {
      StreekPeriod period = { .kind = kind, .year = 2000, .part = (guint8) part };
      g_autofree char *label = streek_timeline_dup_tick_label (plan, period);

      widest = MAX (widest, streek_pen_measure (&plan->pen, NAME_SIZE, label));
    }

  return widest + TEXT_GAP * plan->pen.text_scale <= room;
}

static void
choose_ticks (StreekTimelinePlan *plan)
{
  double line = streek_pen_get_line_height (&plan->pen, 1);
  g_autoptr (StreekTextRun) corner =
    streek_pen_set_wrapped (&plan->pen, 1, STREEK_WEIGHT_BOLD, plan->timeline->corner,
                            plan->side_width - get_padding (plan), 0, STREEK_ALIGN_START);

  plan->tick = has_room (plan, STREEK_PERIOD_MONTH)     ? STREEK_PERIOD_MONTH
               : has_room (plan, STREEK_PERIOD_QUARTER) ? STREEK_PERIOD_QUARTER
                                                        : STREEK_PERIOD_NONE;
  plan->tier_height = line + STREEK_GRID_PADDING * plan->pen.text_scale;
  plan->head_height = MAX (plan->tier_height * (plan->tick != STREEK_PERIOD_NONE ? 2 : 1),
                           streek_text_run_get_height (corner) + get_padding (plan));
}

/* Bars */

double
streek_timeline_plan_get_line (const StreekTimelinePlan *plan)
{
  return (STREEK_GRID_PADDING + STREEK_TIMELINE_BAR_HEIGHT * 0.6) * plan->pen.text_scale;
}

StreekRect
streek_timeline_plan_get_bar (const StreekTimelinePlan *plan,
                              guint row,
                              gboolean *is_before,
                              gboolean *is_after)
{
  const StreekTimelineRow *own = &plan->timeline->rows[row];
  StreekInterval window = plan->timeline->window;
  StreekTiming timing = streek_timeline_get_timing (own);
  double scale = plan->pen.text_scale, stub = STREEK_TIMELINE_STUB * scale;
  double height = (own->is_heading ? 4 : STREEK_TIMELINE_BAR_HEIGHT) * scale;
  double from = 0, to = 0;

  *is_before = *is_after = FALSE;

  if (timing == STREEK_TIMING_NONE || window.to <= window.from)
    return (StreekRect){ 0 };

  from = timing == STREEK_TIMING_END_ONLY ? streek_timeline_plan_to_x (plan, own->to) - stub
                                          : streek_timeline_plan_to_x (plan, own->from);
  to = timing == STREEK_TIMING_START_ONLY ? from + stub
       : timing == STREEK_TIMING_OPEN     ? plan->body_width
                                          : streek_timeline_plan_to_x (plan, own->to);

  *is_before = (timing != STREEK_TIMING_END_ONLY && own->from < window.from) || to <= 0;
  *is_after = timing == STREEK_TIMING_OPEN || from >= plan->body_width ||
              (timing != STREEK_TIMING_START_ONLY && own->to > window.to);

  /* what lies outside altogether is an arrow at the edge */
  to = CLAMP (to, MIN (height * 0.8, plan->body_width), plan->body_width);
  from = CLAMP (from, 0, plan->body_width - height * 0.8);
  to = MAX (to, from + 1.5 * scale);

  return (StreekRect){ from, streek_timeline_plan_get_line (plan) - height / 2, to - from, height };
}

/**
 * streek_timeline_plan_get_done:
 * @bar: of @row
 *
 * Returns: where the line ends that says how much of it is done, the left of the bar where there is
 *   none; of a bar that is cut the share is that of the whole of it
 */
double
streek_timeline_plan_get_done (const StreekTimelinePlan *plan, guint row, const StreekRect *bar)
{
  const StreekTimelineRow *own = &plan->timeline->rows[row];

  if (streek_timeline_get_timing (own) != STREEK_TIMING_WHOLE || own->is_heading ||
      !(own->done_pct > 0))
    return bar->x;

  double from = streek_timeline_plan_to_x (plan, own->from);
  double to = streek_timeline_plan_to_x (plan, own->to);

  return CLAMP (from + MIN (own->done_pct, 100) / 100 * (to - from), bar->x, bar->x + bar->width);
}

/* Words beside bars */

typedef struct
{
  double from;
  double to;
} Span;

static gboolean
is_free (const StreekTimelinePlan *plan, GArray *taken, double from, double to)
{
  if (from < 0 || to > plan->body_width)
    return FALSE;

  for (guint i = 0; i < taken->len; i++)
    {
      const Span *span = &g_array_index (taken, Span, i);

      if (from < span->to && span->from < to)
        return FALSE;
    }

  return TRUE;
}

static void
take (GArray *taken, double from, double to)
{
  Span span = { from, to };

  g_array_append_val (taken, span);
}

/* Right of what it belongs to, or left of it, where there is room. */
static gboolean
find_room (
  const StreekTimelinePlan *plan, GArray *taken, double width, double from, double to, double *x)
{
  double gap = TEXT_GAP * plan->pen.text_scale;

  *x = to + gap;
  if (!is_free (plan, taken, *x, *x + width))
    *x = from - gap - width;

  if (!is_free (plan, taken, *x, *x + width))
    return FALSE;

  take (taken, *x - gap / 2, *x + width + gap / 2);

  return TRUE;
}

static void
place_label (StreekTimelinePlan *plan, GArray *taken, guint row, const StreekRect *bar)
{
  g_autofree char *label = streek_timeline_dup_label (plan->timeline, row, plan->pen.format);
  StreekTimelineText *text = &plan->labels[row];
  double gap = TEXT_GAP * plan->pen.text_scale, inside = bar->x + 2 * gap;

  if (label == NULL || bar->width <= 0)
    return;

  g_autoptr (StreekTextRun) run =
    streek_pen_set (&plan->pen, NAME_SIZE, STREEK_WEIGHT_NORMAL, label);
  double width = streek_text_run_get_width (run);

  if (find_room (plan, taken, width, bar->x, bar->x + bar->width, &text->x))
    text->run = g_steal_pointer (&run);
  else if (!plan->timeline->rows[row].is_heading && bar->width > width + 4 * gap &&
           is_free (plan, taken, inside, inside + width))
    {
      /* a bar may run from edge to edge */
      take (taken, inside - gap, inside + width + gap);
      *text = (StreekTimelineText){ g_steal_pointer (&run), inside, TRUE };
    }
}

/* Beside its diamond; where the bar is in the way, on it, but not on what says how much is done. */
static void
place_name (
  StreekTimelinePlan *plan, GArray *taken, GArray *on_bar, const StreekRect *bar, guint index)
{
  const StreekTimelineMilestone *milestone = &plan->timeline->milestones[index];
  StreekTimelineText *text = &plan->milestones[index];
  double radius = STREEK_TIMELINE_DIAMOND * plan->pen.text_scale;
  double x = streek_timeline_plan_to_x (plan, milestone->on);

  if (x < 0 || x > plan->body_width)
    return;

  g_autoptr (StreekTextRun) run =
    streek_pen_set (&plan->pen, NAME_SIZE, STREEK_WEIGHT_NORMAL, milestone->name);
  double width = streek_text_run_get_width (run);

  if (find_room (plan, taken, width, x - radius, x + radius, &text->x))
    take (on_bar, text->x, text->x + width);
  else if (find_room (plan, on_bar, width, x - radius, x + radius, &text->x) && text->x >= bar->x &&
           text->x + width <= bar->x + bar->width)
    text->is_inside = TRUE;
  else
    return;

  text->run = g_steal_pointer (&run);
}

static void
place_row (StreekTimelinePlan *plan, guint row)
{
  const StreekTimeline *timeline = plan->timeline;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Span));
  double radius = STREEK_TIMELINE_DIAMOND * plan->pen.text_scale;
  guint first = timeline->first_milestones[row], end = timeline->first_milestones[row + 1];
  gboolean is_before, is_after;
  StreekRect bar = streek_timeline_plan_get_bar (plan, row, &is_before, &is_after);

  for (guint m = first; m < end; m++)
    {
      double x = streek_timeline_plan_to_x (plan, timeline->milestones[m].on);

      take (taken, x - radius, x + radius);
    }

  place_label (plan, taken, row, &bar);

  g_autoptr (GArray) on_bar = g_array_copy (taken);
  double done = streek_timeline_plan_get_done (plan, row, &bar);

  if (bar.width > 0)
    take (taken, bar.x, bar.x + bar.width);
  if (done > bar.x)
    take (on_bar, bar.x, done);

  for (guint m = first; m < end; m++)
    place_name (plan, taken, on_bar, &bar, m);
}

static void
set_tail (StreekTimelinePlan *plan, double width)
{
  const StreekTimeline *timeline = plan->timeline;
  g_autofree guint8 *labels = g_new0 (guint8, timeline->n_rows + 1);
  g_autofree guint8 *names = g_new0 (guint8, timeline->n_milestones + 1);

  for (guint i = 0; i < timeline->n_rows; i++)
    labels[i] = plan->labels[i].run != NULL;
  for (guint i = 0; i < timeline->n_milestones; i++)
    names[i] = plan->milestones[i].run != NULL;

  g_autoptr (GPtrArray) tail = streek_timeline_dup_tail (timeline, labels, names, plan->pen.format);

  for (guint i = 0; i < tail->len; i++)
    g_ptr_array_add (plan->tail, streek_grid_set_line (&plan->pen, tail->pdata[i], width));
}

StreekTimelinePlan *
streek_timeline_plan_new (const StreekTimeline *timeline, const StreekChartPen *pen, double width)
{
  StreekTimelinePlan *plan = g_new0 (StreekTimelinePlan, 1);

  plan->pen = *pen;
  plan->timeline = timeline;
  plan->heights = g_new0 (double, timeline->n_rows);
  plan->names = g_new0 (StreekTextRun *, timeline->n_rows);
  plan->details = g_new0 (StreekTextRun *, timeline->n_rows);
  plan->labels = g_new0 (StreekTimelineText, timeline->n_rows);
  plan->milestones = g_new0 (StreekTimelineText, timeline->n_milestones + 1);
  plan->tail = g_ptr_array_new_with_free_func ((GDestroyNotify) streek_text_run_unref);

  measure_side (plan, width);
  choose_ticks (plan);

  for (guint row = 0; row < timeline->n_rows; row++)
    {
      set_side (plan, row);
      place_row (plan, row);
    }

  set_tail (plan, width);

  return plan;
}

void
streek_timeline_plan_free (StreekTimelinePlan *plan)
{
  for (guint i = 0; i < plan->timeline->n_rows; i++)
    {
      g_clear_pointer (&plan->names[i], streek_text_run_unref);
      g_clear_pointer (&plan->details[i], streek_text_run_unref);
      g_clear_pointer (&plan->labels[i].run, streek_text_run_unref);
    }

  for (guint i = 0; i < plan->timeline->n_milestones; i++)
    g_clear_pointer (&plan->milestones[i].run, streek_text_run_unref);

  g_ptr_array_unref (plan->tail);
  g_free (plan->heights);
  g_free (plan->names);
  g_free (plan->details);
  g_free (plan->labels);
  g_free (plan->milestones);
  g_free (plan);
}
