/* streek-analysis-page.h: the tab Analyse: figures held against each other, as a table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-analysis.h"
#include "print/streek-printout.h"
#include "streek-question-page.h"

#define STREEK_TYPE_ANALYSIS_PAGE (streek_analysis_page_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekAnalysisPage, streek_analysis_page, STREEK, ANALYSIS_PAGE, StreekQuestionPage)

/* To be called once. */
void streek_analysis_page_set_context (StreekAnalysisPage *self, StreekContext *context);
/* (transfer full) (nullable): what is asked; NULL while there is no indicator */
StreekAnalysisQuery *streek_analysis_page_dup_query (StreekAnalysisPage *self);
/* Asks what was saved, with all that goes with it in the context. */
void streek_analysis_page_show (StreekAnalysisPage *self, const StreekAnalysisQuery *query);
/* (transfer full) (nullable): the answer as it is, for paper, file and clipboard */
StreekPrintout *streek_analysis_page_dup_printout (StreekAnalysisPage *self);
