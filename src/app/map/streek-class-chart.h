/* streek-class-chart.h: how the values lie and where classes end, with limits that can be moved */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_CLASS_CHART (streek_class_chart_get_type ())
G_DECLARE_FINAL_TYPE (StreekClassChart, streek_class_chart, STREEK, CLASS_CHART, GtkWidget)

/* Signal "moved": a limit was dragged or moved by a key; streek_class_chart_list_limits() has all
 * of them. */

/* @figure: (nullable): what is drawn; @limits: (nullable) (element-type double): ascending. While
 * a limit is being dragged it stays where the pointer holds it. */
void
streek_class_chart_set_figure (StreekClassChart *self, StreekFigure *figure, const GArray *limits);
GArray *streek_class_chart_list_limits (StreekClassChart *self); /* (element-type double) */
