/* streek-chart-kinds.h: the kinds of chart to choose from, those that do not fit with the reason */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/streek-chart-model.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_CHART_KINDS (streek_chart_kinds_get_type ())
G_DECLARE_FINAL_TYPE (StreekChartKinds, streek_chart_kinds, STREEK, CHART_KINDS, GtkWidget)

/* Signal "chosen": a kind was taken over into the model. */

/* To be called once. */
void streek_chart_kinds_set_model (StreekChartKinds *self, StreekChartModel *model);
/* Fills the list for what the chart is of now; to call when it is shown. */
void streek_chart_kinds_start (StreekChartKinds *self);
