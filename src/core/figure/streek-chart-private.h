/* streek-chart-private.h: what the files of the charts share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-chart.h"
#include "figure/streek-figure-private.h"

/* More outlines over the same bars cannot be told apart. */
#define STREEK_PYRAMID_MAX_OUTLINES 2

struct _StreekChart
{
  gatomicrefcount refs;
  StreekChartSpec *spec;
  GStringChunk *words; /* owns every text of areas, indicators and cells */
  guint n_areas;
  StreekChartArea *areas;
  guint n_indicators;
  StreekChartIndicator *indicators;
  const char **labels; /* (array length=n_indicators): names without what all have in common */
  guint n_periods;
  guint n_available_periods;
  StreekPeriod *periods;
  StreekChartCell *cells;    /* as drawn: an index is already one */
  double *originals;         /* (nullable): the values behind an index */
  gboolean over_periods;     /* bars stand for moments of one area */
  gboolean hides_references; /* too large to be drawn beside the rest: said in words */
  StreekTable *table;
  StreekClasses *classes; /* (nullable) */
  char *title;
  char *description;
  char *context;
  char *source;
  char **notes;
  char *target_name; /* (nullable) */
  double target;
};

/* The row of the table twin, which is also the index of the cell. */
static inline guint
streek_chart_get_index (const StreekChart *chart, guint indicator, guint area, guint period)
{
  return (indicator * chart->n_areas + area) * chart->n_periods + period;
}

static inline const StreekChartCell *
streek_chart_get_cell (const StreekChart *chart, guint indicator, guint area, guint period)
{
  return &chart->cells[streek_chart_get_index (chart, indicator, area, period)];
}

gboolean streek_chart_is_indexed (const StreekChart *chart);
/* "≈ 33,3", "≥ 48.500", "·": the value of a cell with its qualifier, or the sign of its kind */
char *streek_chart_format_cell (const StreekChart *chart, guint row, const StreekFormat *format);
char *streek_chart_format_value (const StreekChart *chart,
                                 guint indicator,
                                 double value,
                                 const StreekFormat *format);
/* (transfer none): the unit that an axis of this indicator has */
const char *streek_chart_get_axis_unit (const StreekChart *chart, guint indicator);
/* (transfer full): what a line or a bar is called */
char *streek_chart_dup_series_name (const StreekChart *chart, guint indicator, guint area);
/* Areas to draw, in order: (array length=*n) indices; @by: the indicator that sorts */
guint *
streek_chart_sort_areas (const StreekChart *chart, guint by, gboolean with_references, guint *n);
/* Sum of the known parts of a total in one area and period; @n_missing: parts without a value */
double streek_chart_sum_parts (const StreekChart *chart,
                               guint total,
                               guint area,
                               guint period,
                               guint *n_parts,
                               guint *n_missing);
/* Whether parts and total differ by more than rounding does. */
gboolean
streek_chart_parts_exceed (const StreekChart *chart, guint total, guint area, guint period);

StreekTable *streek_chart_make_table (const StreekChart *chart);
char *streek_chart_make_description (const StreekChart *chart);
char **streek_chart_make_notes (const StreekChart *chart, const char *const *given);
void streek_chart_get_range (
  const StreekChart *chart, int area, int indicator, double *lower, double *upper);
