/* streek-legend.h: the legend of the context's figure as buttons that choose their areas */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_LEGEND (streek_legend_get_type ())
G_DECLARE_FINAL_TYPE (StreekLegend, streek_legend, STREEK, LEGEND, GtkWidget)

/* The legend of @map in its place: of one of several maps that share it; %NULL: its own again */
void streek_legend_show_map (StreekLegend *self, StreekContext *map);
void streek_legend_set_context (StreekLegend *self, StreekContext *context);
/* A circle in the legend is as large as on the sheet beside it. */
void streek_legend_set_circle_factor (StreekLegend *self, double factor);
/* The sign of an entry, @text and how many areas it stands for. */
GtkWidget *streek_legend_make_line (const StreekLegendEntry *entry, const char *text);
