/* streek-analysis-view.h: the answer of an analysis as a table to sort and to choose areas in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/streek-analysis-model.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_ANALYSIS_VIEW (streek_analysis_view_get_type ())
G_DECLARE_FINAL_TYPE (StreekAnalysisView, streek_analysis_view, STREEK, ANALYSIS_VIEW, GtkWidget)

/* To be called once. */
void streek_analysis_view_set_model (StreekAnalysisView *self, StreekAnalysisModel *model);
/* (transfer container) (array zero-terminated=1): the columns of an answer that say something: not
 * those that are empty, that only a program reads, or that repeat the title in every row */
const char **streek_analysis_view_list_columns (const StreekAnalysis *analysis);
