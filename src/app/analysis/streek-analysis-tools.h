/* streek-analysis-tools.h: the buttons over an analysis: kind, areas, indicators, periods, test */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-question-tools.h"

/* #StreekQuestionTools of a #StreekAnalysisModel. */
#define STREEK_TYPE_ANALYSIS_TOOLS (streek_analysis_tools_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekAnalysisTools, streek_analysis_tools, STREEK, ANALYSIS_TOOLS, StreekQuestionTools)
