/* streek-chart-spec.h: what a chart shows: which kind, of what, where and when */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-period.h"
#include "stats/streek-classes.h"

#include <glib.h>

typedef enum
{
  STREEK_CHART_LINE,
  STREEK_CHART_BAR,
  STREEK_CHART_GROUPED,
  STREEK_CHART_STACKED,
  STREEK_CHART_SHARES,    /* stacked to 100 % */
  STREEK_CHART_RANKING,   /* dots in order, with lines of reference */
  STREEK_CHART_DUMBBELL,  /* two moments of each area, joined */
  STREEK_CHART_SLOPE,     /* two moments beside each other */
  STREEK_CHART_SCATTER,   /* two indicators, with their regression line */
  STREEK_CHART_HISTOGRAM, /* how many areas in each class */
  STREEK_CHART_PYRAMID,   /* two sides, back to back */
  STREEK_CHART_LADDER,    /* totals with their parts, one rung under the other */
  STREEK_CHART_SNAKE,     /* the same as one winding band, long enough to show small ones */
  STREEK_CHART_MULTIPLES, /* one small line chart for each area */
  STREEK_CHART_MONITOR,   /* table of indicators with sparklines: the "streekmonitor" */
  STREEK_N_CHART_KINDS,
} StreekChartKind;

typedef enum
{
  STREEK_CHART_SORT_DOWN, /* the highest first; the most favourable first where lower is better */
  STREEK_CHART_SORT_UP,
  STREEK_CHART_SORT_NAME,
  STREEK_CHART_SORT_GIVEN, /* as listed */
} StreekChartSort;

typedef enum
{
  STREEK_CHART_TURN_AUTOMATIC,
  STREEK_CHART_TURN_HORIZONTAL, /* bars lie, names beside them */
  STREEK_CHART_TURN_VERTICAL,
} StreekChartTurn;

/* Small, saved in the workspace as JSON, a plain struct that its owner may change freely. All
 * lists are %NULL-terminated or %NULL. */
typedef struct
{
  StreekChartKind kind;
  char **indicators;         /* codes; "T5=A+B": a total with the parts it is shown in */
  char **against;            /* codes of the other side of a pyramid */
  char **areas;              /* SET:CODE */
  char *set;                 /* (nullable): besides those, all areas of a set … */
  char *within;              /* (nullable) … inside SET:CODE */
  char **references;         /* SET:CODE: drawn beside every value, never ranked */
  StreekPeriodRange periods; /* ends of NONE: all there are; charts of one moment take the last */
  StreekPeriod base;         /* not NONE: every series as an index, 100 in this period */
  StreekDate on;             /* NONE: the areas of each period */
  StreekChartSort sort;
  StreekChartTurn turn;
  gboolean free_scale;  /* each small multiple its own axis */
  gboolean logarithmic; /* lines and scatter, where all values are above 0 */
  gboolean from_zero;   /* lines too */
  gboolean grey;
  gboolean show_values;
  gboolean with_table;      /* print the figures with it */
  StreekClassMethod method; /* of a histogram */
  guint n_classes;
  GArray *breaks;          /* (nullable) (element-type double): inner limits, of MANUAL */
  double min_coverage_pct; /* NAN: the indicator's own */
  char *title;             /* (nullable): made from the rest */
  char *target;            /* (nullable): "target:12": what should be reached, as a line */
} StreekChartSpec;

StreekChartSpec *streek_chart_spec_new (void);
StreekChartSpec *streek_chart_spec_copy (const StreekChartSpec *spec);
void streek_chart_spec_free (StreekChartSpec *spec);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekChartSpec, streek_chart_spec_free)

gboolean streek_chart_spec_equal (const StreekChartSpec *a, const StreekChartSpec *b);
/* The same form as that of a map: "kind" tells which it is. */
char *streek_chart_spec_to_json (const StreekChartSpec *spec);
StreekChartSpec *streek_chart_spec_from_json (const char *json, GError **error);
/* Whether the kind that @json names is that of a chart. */
gboolean streek_chart_spec_is_json (const char *json);
gboolean streek_chart_spec_check (const StreekChartSpec *spec, GError **error);

const char *streek_chart_kind_get_id (StreekChartKind kind);
const char *streek_chart_kind_get_label (StreekChartKind kind); /* translated */
gboolean streek_chart_kind_from_id (const char *id, StreekChartKind *kind);
/* Whether it shows the course over time, and not one moment. */
gboolean streek_chart_kind_is_over_time (StreekChartKind kind);
/* Whether it compares the first and the last moment. */
gboolean streek_chart_kind_has_two_moments (StreekChartKind kind);
