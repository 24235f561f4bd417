/* streek-analysis-model.h: what the window asks of its figures, and the answer */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-analysis.h"
#include "streek-question.h"

#define STREEK_TYPE_ANALYSIS_MODEL (streek_analysis_model_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekAnalysisModel, streek_analysis_model, STREEK, ANALYSIS_MODEL, StreekQuestion)

/* A #StreekQuestion that follows the context's indicator, areas and date; what a person chose for
 * the analysis alone (its kind, other indicators, periods, a reference …) stays on top of that. It
 * is about areas that are shown, or about the one around them. */
StreekAnalysisModel *streek_analysis_model_new (StreekContext *context);

/* (transfer none): as chosen: kinds of one indicator take the first, kinds of one period the one of
 * the context where none is chosen */
const StreekAnalysisQuery *streek_analysis_model_get_query (StreekAnalysisModel *self);
/* Takes all of @query: for changes to a copy of the one above. */
void streek_analysis_model_set_query (StreekAnalysisModel *self, const StreekAnalysisQuery *query);
/* (transfer full) (nullable): what is shown, as a saved view keeps it: with the period of the
 * context where that is what is asked; NULL without an indicator */
StreekAnalysisQuery *streek_analysis_model_dup_shown (StreekAnalysisModel *self);
/* Shows an analysis that was saved, as it was: the context takes over of it what it can (indicator,
 * areas, date, period), and the rest stays until somebody chooses otherwise. */
void streek_analysis_model_show (StreekAnalysisModel *self, const StreekAnalysisQuery *query);
void streek_analysis_model_set_kind (StreekAnalysisModel *self, StreekAnalysisKind kind);
/* (transfer full) (nullable): why a kind has no answer here */
char *streek_analysis_model_explain_unfit (StreekAnalysisModel *self, StreekAnalysisKind kind);

/* (transfer none) (nullable): the answer; its ids have become words */
const StreekAnalysis *streek_analysis_model_get_analysis (StreekAnalysisModel *self);
