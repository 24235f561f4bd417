/* streek-chart-tools.h: the buttons over a chart: kind, areas, indicators, periods, appearance */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-question-tools.h"

/* #StreekQuestionTools of a #StreekChartModel. */
#define STREEK_TYPE_CHART_TOOLS (streek_chart_tools_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekChartTools, streek_chart_tools, STREEK, CHART_TOOLS, StreekQuestionTools)
