/* streek-chart-page.h: the tab Grafiek: a chart with the buttons that change it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-chart-spec.h"
#include "print/streek-printout.h"
#include "streek-question-page.h"

#define STREEK_TYPE_CHART_PAGE (streek_chart_page_get_type ())
G_DECLARE_FINAL_TYPE (StreekChartPage, streek_chart_page, STREEK, CHART_PAGE, StreekQuestionPage)

/* To be called once. */
void streek_chart_page_set_context (StreekChartPage *self, StreekContext *context);
/* (transfer full) (nullable): what is asked for, be it drawn yet or not; NULL without an indicator
 */
StreekChartSpec *streek_chart_page_dup_spec (StreekChartPage *self);
/* As it was saved, with what goes with it in the context. */
void streek_chart_page_show (StreekChartPage *self, const StreekChartSpec *spec);
/* (transfer full) (nullable): the chart as it is, for paper, file and clipboard */
StreekPrintout *streek_chart_page_dup_printout (StreekChartPage *self);
