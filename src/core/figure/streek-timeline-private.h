/* streek-timeline-private.h: what the files of the timeline share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-grid-private.h"
#include "figure/streek-timeline.h"

/* In points, of letters of their designed size. */
#define STREEK_TIMELINE_BAR_HEIGHT 10.0
#define STREEK_TIMELINE_DIAMOND 4.6
#define STREEK_TIMELINE_STUB 22.0 /* of a bar of which one end is not known */

struct _StreekTimeline
{
  gatomicrefcount refs;
  GStringChunk *words; /* owns every text below */
  char *title;
  char *context;
  char *source;
  char *corner;
  char **notes; /* NULL-terminated, may be empty; owned itself */
  guint n_rows;
  StreekTimelineRow *rows;
  guint n_milestones;
  StreekTimelineMilestone *milestones; /* by row and day */
  guint *first_milestones;             /* (array length=n_rows + 1) */
  guint n_statuses;
  char **statuses;
  StreekInterval window; /* all zero: nothing has a date */
  StreekDate today;
  StreekTable *table;
};

/* What is known of when a row is. */
typedef enum
{
  STREEK_TIMING_NONE,
  STREEK_TIMING_WHOLE,
  STREEK_TIMING_OPEN, /* begins, and has no end */
  STREEK_TIMING_START_ONLY,
  STREEK_TIMING_END_ONLY,
} StreekTiming;

StreekTiming streek_timeline_get_timing (const StreekTimelineRow *row);
gboolean streek_timeline_is_untimed (const StreekTimeline *timeline, guint row);
StreekTable *streek_timeline_make_table (const StreekTimeline *timeline);
/* (transfer full) (nullable): what stands beside a bar: its label and how much is done */
char *
streek_timeline_dup_label (const StreekTimeline *timeline, guint row, const StreekFormat *format);
/* (transfer full) (element-type utf8): what the drawing itself cannot say, a line each */
GPtrArray *streek_timeline_dup_tail (const StreekTimeline *timeline,
                                     const guint8 *labels_are_shown,
                                     const guint8 *names_are_shown,
                                     const StreekFormat *format);

/* A text beside what it belongs to; NULL where it found no room. */
typedef struct
{
  StreekTextRun *run;
  double x;
  gboolean is_inside; /* on its bar */
} StreekTimelineText;

/* A timeline in letters of one size: where everything is. */
typedef struct
{
  StreekChartPen pen;
  const StreekTimeline *timeline;
  double side_width;
  double body_width;
  StreekPeriodKind tick; /* of the lower tier; NONE: years alone */
  double tier_height;
  double head_height;
  double *heights; /* (array length=n_rows) */
  StreekTextRun **names;
  StreekTextRun **details;
  StreekTimelineText *labels;     /* (array length=n_rows) */
  StreekTimelineText *milestones; /* (array length=n_milestones) */
  GPtrArray *tail;                /* (element-type StreekTextRun) */
} StreekTimelinePlan;

/* @width: of side and body together */
StreekTimelinePlan *
streek_timeline_plan_new (const StreekTimeline *timeline, const StreekChartPen *pen, double width);
void streek_timeline_plan_free (StreekTimelinePlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekTimelinePlan, streek_timeline_plan_free)
/* From the left of the body; days outside the window lie outside the body. */
double streek_timeline_plan_to_x (const StreekTimelinePlan *plan, StreekDate date);
double streek_timeline_plan_sum_heights (const StreekTimelinePlan *plan, guint first, guint end);
double streek_timeline_plan_get_indent (const StreekTimelinePlan *plan, guint row);
/* Where the bar of a row is; its width is 0 where it has none. @is_before, @is_after: (out): it
 * goes on outside the window */
StreekRect streek_timeline_plan_get_bar (const StreekTimelinePlan *plan,
                                         guint row,
                                         gboolean *is_before,
                                         gboolean *is_after);
double
streek_timeline_plan_get_done (const StreekTimelinePlan *plan, guint row, const StreekRect *bar);
/* The middle of its bar below the top of a row. */
double streek_timeline_plan_get_line (const StreekTimelinePlan *plan);
/* "2019", "K3", "sep" */
char *streek_timeline_dup_tick_label (const StreekTimelinePlan *plan, StreekPeriod period);

/* The periods of one kind in the window, each with where it begins and ends in the body. */
typedef void (*StreekTickFunc) (
  StreekTimelinePlan *plan, StreekPeriod period, double from, double to, gpointer data);
void streek_timeline_each_tick (StreekTimelinePlan *plan,
                                StreekPeriodKind kind,
                                StreekTickFunc func,
                                gpointer data);

/* From @x and @y on; @plan->pen.builder takes it. */
void streek_timeline_draw_corner (StreekTimelinePlan *plan, double x, double y);
void streek_timeline_draw_head (StreekTimelinePlan *plan, double x, double y);
void
streek_timeline_draw_side (StreekTimelinePlan *plan, guint first, guint end, double x, double y);
void
streek_timeline_draw_body (StreekTimelinePlan *plan, guint first, guint end, double x, double y);
/* Returns: its height, 0 where there is nothing to say */
double streek_timeline_draw_legend (StreekTimelinePlan *plan, StreekRect frame, gboolean draws);
