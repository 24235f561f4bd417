/* streek-chart-model.h: which chart the window shows: its spec, and the chart made of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-chart.h"
#include "streek-question.h"

#define STREEK_TYPE_CHART_MODEL (streek_chart_model_get_type ())
G_DECLARE_FINAL_TYPE (StreekChartModel, streek_chart_model, STREEK, CHART_MODEL, StreekQuestion)

/* A #StreekQuestion that follows the context's indicator, areas and date; what a person chose for
 * the chart alone (kind, other indicators, other areas, an index …) stays on top of that. */
StreekChartModel *streek_chart_model_new (StreekContext *context);

/* (transfer none): never NULL */
const StreekChartSpec *streek_chart_model_get_spec (StreekChartModel *self);
/* Takes all of @spec: for changes to a copy of the one above. */
void streek_chart_model_set_spec (StreekChartModel *self, const StreekChartSpec *spec);
/* Shows a chart that was saved, as it was: the context takes over of it what it can (indicator,
 * areas, date, period), and the rest stays until somebody chooses otherwise. */
void streek_chart_model_show (StreekChartModel *self, const StreekChartSpec *spec);
/* A kind that a person wants, whatever the figures are. */
void streek_chart_model_set_kind (StreekChartModel *self, StreekChartKind kind);

/* (transfer none) (nullable): the answer */
StreekChart *streek_chart_model_get_chart (StreekChartModel *self);
