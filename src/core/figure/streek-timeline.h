/* streek-timeline.h: what happens when: bars and milestones along an axis of time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-grid.h"
#include "figure/streek-sheet.h"
#include "table/streek-table.h"

#define STREEK_TIMELINE_NONE (-1)
/* The place of a row's own bar; milestones follow it from 1 on. */
#define STREEK_TIMELINE_BAR 0

/* One row, or a heading over the rows that follow; a heading with dates has a thin bar. */
typedef struct
{
  const char *id; /* what it stands for, to those who made the timeline; differs from all others */
  const char *name;
  const char *detail; /* (nullable): smaller, below the name: who is responsible */
  guint level;        /* how far it is indented */
  gboolean is_heading;
  StreekDate from; /* STREEK_DATE_NONE: nobody said */
  StreekDate to;   /* the first day after it; NONE: nobody said; STREEK_DATE_OPEN: it has no end */
  double done_pct; /* 0–100, NAN: nobody said */
  int status;      /* index, STREEK_TIMELINE_NONE: none */
  const char *label;   /* (nullable): beside the bar */
  const char *details; /* (nullable): what more there is to say, when it is pointed at */
} StreekTimelineRow;

typedef struct
{
  guint row;
  const char *id; /* (nullable) */
  const char *name;
  StreekDate on;
  gboolean is_done;    /* filled */
  const char *details; /* (nullable) */
} StreekTimelineMilestone;

/* All of a timeline; lent for the time of streek_timeline_new(). */
typedef struct
{
  const char *title;
  const char *context;      /* (nullable) */
  const char *source;       /* (nullable) */
  const char *const *notes; /* (nullable) NULL-terminated */
  const char *corner;       /* (nullable): what rows are: "Actie" */
  guint n_rows;
  const StreekTimelineRow *rows;
  guint n_milestones;
  const StreekTimelineMilestone *milestones; /* in any order */
  guint n_statuses;                          /* at most STREEK_N_SERIES_COLORS */
  const char *const *statuses;               /* what their colours and patterns mean */
  StreekInterval window; /* what is shown; all zero: whole quarters or years around everything */
  StreekDate today;      /* STREEK_DATE_NONE: no line */
} StreekTimelineSpec;

/* Immutable, counted atomically: laid out in any thread. */
typedef struct _StreekTimeline StreekTimeline;

/* Copies all of @spec. STREEK_FIGURE_ERROR_NO_DATA where there are no rows. */
StreekTimeline *streek_timeline_new (const StreekTimelineSpec *spec, GError **error);
StreekTimeline *streek_timeline_ref (StreekTimeline *timeline);
void streek_timeline_unref (StreekTimeline *timeline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekTimeline, streek_timeline_unref)

const char *streek_timeline_get_title (const StreekTimeline *timeline);
const char *const *streek_timeline_get_notes (const StreekTimeline *timeline);
guint streek_timeline_get_n_rows (const StreekTimeline *timeline);
const char *streek_timeline_get_row_id (const StreekTimeline *timeline, guint row);
int streek_timeline_find_row (const StreekTimeline *timeline, const char *id); /* -1: none */
/* (nullable): of a milestone, whose @column is 1 or more; NULL: the bar, or it has none */
const char *
streek_timeline_get_milestone_id (const StreekTimeline *timeline, guint row, int column);
/* What is shown; all zero where nothing has a date. */
StreekInterval streek_timeline_get_window (const StreekTimeline *timeline);
guint streek_timeline_count_untimed (const StreekTimeline *timeline);

/* (transfer full): how many rows between which days, and how many without timing */
char *streek_timeline_dup_description (const StreekTimeline *timeline, const StreekFormat *format);
/* The table twin: a row for each row and below it one for each of its milestones. */
StreekTable *streek_timeline_get_table (const StreekTimeline *timeline);
/* (transfer full): what a screen reader hears of a place: STREEK_GRID_HEADING, STREEK_TIMELINE_BAR
 * or a milestone of @row. A first line, and what more there is below it. */
char *streek_timeline_describe (const StreekTimeline *timeline,
                                int row,
                                int column,
                                const StreekFormat *format);

/* For a window: as wide as it. */
StreekGridDrawing *streek_timeline_layout (const StreekTimeline *timeline,
                                           const StreekGridOptions *options);
/* For paper: the axis on each page; what has no timing, and what found no room beside its bar, is
 * listed at the end. @sheet: size, language and whatever is not the timeline's own.
 * Returns: (element-type StreekScene) or NULL with STREEK_FIGURE_ERROR_TOO_SMALL */
GPtrArray *streek_timeline_layout_pages (const StreekTimeline *timeline,
                                         const StreekSheet *sheet,
                                         gboolean grey,
                                         GError **error);
