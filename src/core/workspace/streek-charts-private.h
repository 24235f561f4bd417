/* streek-charts-private.h: what is gathered for one chart */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/streek-charts.h"
#include "workspace/streek-figures-private.h"

typedef struct
{
  const StreekIndicator *indicator;
  int parent; /* index of the total it is a part of, -1: none */
  gboolean is_other_side;
  GArray *periods;   /* (element-type StreekPeriod): with figures */
  GPtrArray *breaks; /* (element-type StreekBreak) */
} StreekChartSubject;

typedef struct
{
  char *ref;
  const StreekArea *area; /* as of the last period */
  char *name;             /* with its set where another area of the chart is called the same */
  gboolean is_reference;
} StreekChartPlace;

typedef struct
{
  const StreekChartSpec *spec;
  StreekAreas *areas;
  StreekCatalogue *catalogue;
  GArray *subjects; /* (element-type StreekChartSubject) */
  GArray *places;   /* (element-type StreekChartPlace) */
  GArray *periods;  /* (element-type StreekPeriod): those that are drawn */
  guint n_available_periods;
  GArray *cells;               /* (element-type StreekChartCell) */
  GStringChunk *notes;         /* owns the notes of the cells */
  const StreekAreaSet *set;    /* (nullable) */
  const StreekArea *container; /* (nullable) */
  GPtrArray *straddling;       /* (nullable) (element-type StreekArea) */
  StreekDate on;               /* of the last period */
  GPtrArray *value_notes;      /* (element-type utf8) */
  guint n_partial;
  guint n_moved;             /* areas shown as of another date */
  double least_coverage_pct; /* NAN: does not apply */
  char *target_name;         /* (nullable): of the line of a target */
  char *target_note;         /* (nullable): what it is of */
  double target;
} StreekChartGathering;

/* The chart, and what it shows: @areas: (out) (transfer full); @own: (out) (transfer container)
 * (element-type StreekArea): without those of reference, as of the last period, lent by @areas */
StreekChart *streek_charts_make_with_areas (StreekWorkspace *workspace,
                                            const StreekChartSpec *spec,
                                            StreekAreas **areas,
                                            GPtrArray **own,
                                            GCancellable *cancellable,
                                            GError **error);

StreekChartSubject *streek_chart_gathering_get_subject (const StreekChartGathering *self,
                                                        guint index);
/* Fills subjects from what the spec asks; parts come after their total. */
gboolean streek_chart_gathering_list_subjects (StreekChartGathering *self, GError **error);
/* Fills periods, once there are subjects. */
gboolean streek_chart_gathering_choose_periods (StreekChartGathering *self, GError **error);
/* @periods: (element-type StreekPeriod) */
gboolean streek_charts_have_period (const GArray *periods, StreekPeriod period);

/* What should be reached, once there are subjects and places: its line where the chart has its
 * area, and whose target it is. One that is gone is not told of. */
gboolean streek_chart_gathering_find_target (StreekChartGathering *self,
                                             StreekWorkspace *workspace,
                                             GError **error);

char *streek_chart_gathering_make_title (const StreekChartGathering *self,
                                         const StreekFormat *format);
char *streek_chart_gathering_make_context (const StreekChartGathering *self,
                                           const StreekFormat *format);
char *streek_chart_gathering_make_source (const StreekChartGathering *self);
char **streek_chart_gathering_make_notes (const StreekChartGathering *self,
                                          const StreekFormat *format);
