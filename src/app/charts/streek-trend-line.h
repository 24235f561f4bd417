/* streek-trend-line.h: the course of one figure through time, as small as a word */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-chart.h"
#include "table/streek-count-course.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_TREND_LINE (streek_trend_line_get_type ())
G_DECLARE_FINAL_TYPE (StreekTrendLine, streek_trend_line, STREEK, TREND_LINE, GtkWidget)

/* A picture that a screen reader hears as a sentence; as large as it is asked to be. */
GtkWidget *streek_trend_line_new (void);
/* @chart: (nullable): of its first indicator and area; @current: a period that is marked; kind
 * NONE: no such thing. Returns: whether it has a course of at least two periods */
gboolean
streek_trend_line_set_chart (StreekTrendLine *self, StreekChart *chart, StreekPeriod current);
/* A count in place of a chart; what it says in words is with whoever shows it. */
void streek_trend_line_set_course (StreekTrendLine *self, StreekCountCourse *course);
