/* streek-chart-tools.h: the buttons over a chart: kind, areas, indicators, periods, appearance */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/streek-chart-model.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_CHART_TOOLS (streek_chart_tools_get_type ())
G_DECLARE_FINAL_TYPE (StreekChartTools, streek_chart_tools, STREEK, CHART_TOOLS, GtkWidget)

/* To be called once. */
void streek_chart_tools_set_model (StreekChartTools *self, StreekChartModel *model);
