/* streek-chart-view.h: the chart sheet: a chart as a picture to point at and walk over */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/streek-chart-model.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_CHART_VIEW (streek_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (StreekChartView, streek_chart_view, STREEK, CHART_VIEW, GtkWidget)

/* Signal "pointed" (const char *words): the figure under the pointer or the keys, NULL: none. */

/* To be called once. */
void streek_chart_view_set_model (StreekChartView *self, StreekChartModel *model);
