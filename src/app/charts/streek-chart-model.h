/* streek-chart-model.h: which chart the window shows: its spec, and the chart made of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-chart.h"
#include "streek-context.h"

#define STREEK_TYPE_CHART_MODEL (streek_chart_model_get_type ())
G_DECLARE_FINAL_TYPE (StreekChartModel, streek_chart_model, STREEK, CHART_MODEL, GObject)

/* Follows the context's indicator, areas and date; what a person chose for the chart alone (kind,
 * other indicators, other areas, an index …) stays on top of that.
 *
 * Signals: "changed": the spec differs; "notify::chart": another chart arrived, or there is none
 * (see streek_chart_model_get_error()). */
StreekChartModel *streek_chart_model_new (StreekContext *context);

StreekContext *streek_chart_model_get_context (StreekChartModel *self);
/* (transfer none): never NULL */
const StreekChartSpec *streek_chart_model_get_spec (StreekChartModel *self);
/* Takes all of @spec: for changes to a copy of the one above. */
void streek_chart_model_set_spec (StreekChartModel *self, const StreekChartSpec *spec);
/* Shows a chart that was saved, as it was: the context takes over of it what it can (indicator,
 * areas, date, period), and the rest stays until somebody chooses otherwise. */
void streek_chart_model_show (StreekChartModel *self, const StreekChartSpec *spec);
/* A kind that a person wants, whatever the figures are. */
void streek_chart_model_set_kind (StreekChartModel *self, StreekChartKind kind);

/* Which areas the chart is of. */
typedef enum
{
  STREEK_CHART_AREAS_SHOWN,    /* those of the context: a division inside an area */
  STREEK_CHART_AREAS_WITHIN,   /* only the area of the context itself */
  STREEK_CHART_AREAS_SELECTED, /* those selected on map and table */
  STREEK_CHART_AREAS_SAVED,    /* those of a saved chart, until the context shows others */
} StreekChartAreas;

StreekChartAreas streek_chart_model_get_areas (StreekChartModel *self);
void streek_chart_model_set_areas (StreekChartModel *self, StreekChartAreas areas);

/* (transfer none) (nullable): the last one stays until the next is there */
StreekChart *streek_chart_model_get_chart (StreekChartModel *self);
const GError *streek_chart_model_get_error (StreekChartModel *self); /* (nullable) */
void streek_chart_model_reload (StreekChartModel *self);
/* Only while a page shows it is a chart made. */
void streek_chart_model_set_active (StreekChartModel *self, gboolean active);
