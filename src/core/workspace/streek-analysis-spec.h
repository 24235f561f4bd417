/* streek-analysis-spec.h: the JSON form of an analysis, as a saved view keeps it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-analysis.h"

char *streek_analysis_spec_to_json (const StreekAnalysisQuery *query);
StreekAnalysisQuery *streek_analysis_spec_from_json (const char *json, GError **error);
/* Whether @json (nullable) is that of an analysis, readable or not. */
gboolean streek_analysis_spec_is_json (const char *json);
