/* streek-chart.h: a chart: a spec with its values and words, ready for layout */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-chart-spec.h"
#include "figure/streek-figure.h"

/* One figure of one indicator, area and period. */
typedef struct
{
  double value; /* NAN where missing says why */
  StreekMissing missing;
  StreekStatus status;
  StreekQualifier qualifier;
  gboolean at_least;   /* a partial sum */
  gboolean is_break;   /* not comparable with the period before */
  gboolean is_absent;  /* the series knows no such period: other ones of the chart do */
  double coverage_pct; /* NAN where it does not apply */
  const char *note;    /* (nullable) */
} StreekChartCell;

typedef struct
{
  const char *ref; /* SET:CODE */
  const char *name;
  gboolean is_reference;
} StreekChartArea;

typedef struct
{
  const char *code;
  const char *name;
  const char *unit;
  int decimals;
  gboolean is_count;         /* adds up */
  gboolean is_difference;    /* of two amounts: below and above 0 are two things */
  gboolean is_percentage;    /* changes are percentage points */
  const char *direction_low; /* (nullable): "tighter" */
  const char *direction_high;
  gboolean lower_is_first; /* the most favourable, or the tightest, is the lowest */
  int parent;              /* index of the total it is a part of, -1: none */
  gboolean is_other_side;  /* of a pyramid */
} StreekChartIndicator;

/* What a chart draws from, gathered by the workspace: the figure knows no SQL and no nouns. */
typedef struct
{
  guint n_areas;
  const StreekChartArea *areas;
  guint n_indicators;
  const StreekChartIndicator *indicators;
  guint n_periods;
  const StreekPeriod *periods;  /* ascending; those that the kind shows */
  guint n_available_periods;    /* in the range that was asked */
  const StreekChartCell *cells; /* [(indicator * n_areas + area) * n_periods + period] */
  const char *title;
  const char *context;
  const char *source;
  const char *const *notes; /* (nullable) NULL-terminated */
  const char *target_name; /* (nullable): "Target: 6 % by 2030": a line across a chart of lines … */
  double target;           /* … at this value */
} StreekChartData;

/* Immutable, counted atomically: laid out in any thread. */
typedef struct _StreekChart StreekChart;

/* Copies what it needs of @data. */
StreekChart *
streek_chart_new (const StreekChartSpec *spec, const StreekChartData *data, GError **error);
StreekChart *streek_chart_ref (StreekChart *chart);
void streek_chart_unref (StreekChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekChart, streek_chart_unref)

const StreekChartSpec *streek_chart_get_spec (const StreekChart *chart);
const char *streek_chart_get_title (const StreekChart *chart);
const char *streek_chart_get_description (const StreekChart *chart); /* one sentence */
const char *streek_chart_get_context (const StreekChart *chart);
const char *streek_chart_get_source (const StreekChart *chart);
const char *const *streek_chart_get_notes (const StreekChart *chart);
StreekClasses *streek_chart_get_classes (const StreekChart *chart); /* (nullable): a histogram's */

/* The table twin: one row for each figure; marks, spots and selection count these rows. Columns:
 * area, code (SET:CODE), indicator, period, value, status, missing, coverage_pct, note, and with
 * an index also original. */
StreekTable *streek_chart_get_table (const StreekChart *chart);
/* The same for reading on paper: areas or periods under each other. */
StreekTable *streek_chart_dup_wide_table (const StreekChart *chart, const StreekFormat *format);
guint streek_chart_get_n_rows (const StreekChart *chart);
const char *streek_chart_get_row_area (const StreekChart *chart, guint row); /* SET:CODE */
/* "Westhoek, 2019: 12,3 per 100, voorlopig": what a screen reader hears of a row */
char *streek_chart_describe_row (const StreekChart *chart, guint row, const StreekFormat *format);

/* A place that a person can point at or walk to. */
typedef struct
{
  int row;
  int strand;      /* the line, the group or the bar it belongs to */
  int step;        /* where on it */
  StreekPoint at;  /* where a mark of focus goes */
  StreekRect zone; /* what belongs to it under the pointer; may be empty */
} StreekChartSpot;

/* A limit between two classes of a histogram that can be moved. */
typedef struct
{
  guint index; /* of the inner limits */
  double value;
  StreekRect zone;
} StreekChartHandle;

/* A laid out chart. Immutable once made. */
typedef struct
{
  StreekScene *scene;
  GArray *spots;          /* (element-type StreekChartSpot) */
  GArray *handles;        /* (element-type StreekChartHandle): empty but for a histogram */
  gboolean steps_go_down; /* steps follow each other downwards, not to the right */
  StreekRect plot;        /* inside the axes; of a histogram: where limits move */
  double handle_lower;    /* value at the left and the right of plot, for moving limits */
  double handle_upper;
} StreekChartDrawing;

/* Beforehand, beside other work: then no text waits until its font is found. */
void streek_chart_find_fonts (const StreekLayoutOptions *options);
/* @options: as of a map; selected and hovered are rows of the table twin. */
StreekChartDrawing *
streek_chart_layout (const StreekChart *chart, const StreekLayoutOptions *options, GError **error);
/* The chart and, where the spec asks it, its table: (element-type StreekScene) pages */
GPtrArray *streek_chart_layout_pages (const StreekChart *chart,
                                      const StreekLayoutOptions *options,
                                      GError **error);
void streek_chart_drawing_free (StreekChartDrawing *drawing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekChartDrawing, streek_chart_drawing_free)

typedef enum
{
  STREEK_WALK_LEFT,
  STREEK_WALK_RIGHT,
  STREEK_WALK_UP,
  STREEK_WALK_DOWN,
} StreekWalk;

/* Index of the spot under a place or within @reach_pt of it, -1: none. */
int
streek_chart_drawing_pick (const StreekChartDrawing *drawing, StreekPoint place, double reach_pt);
/* Index of the next spot for an arrow key; @spot -1: the first. The same where there is none. */
int streek_chart_drawing_walk (const StreekChartDrawing *drawing, int spot, StreekWalk walk);
/* Index of the first spot of a row of the table, -1: not drawn. */
int streek_chart_drawing_find_row (const StreekChartDrawing *drawing, int row);

/* Which kinds fit what there is, and why the others do not. */
typedef struct
{
  guint n_areas; /* without areas of reference */
  guint n_indicators;
  guint n_periods;
  gboolean are_counts;  /* all indicators add up */
  gboolean is_one_unit; /* all indicators are in the same unit */
  gboolean has_parts;   /* some indicator is shown in its parts */
  gboolean has_two_sides;
  gboolean has_negative;
} StreekChartContents;

StreekChartContents streek_chart_get_contents (const StreekChart *chart);
/* Returns: (transfer full) (nullable): NULL where @kind fits, else one sentence on why not */
char *streek_chart_explain_unfit (StreekChartKind kind, const StreekChartContents *contents);
