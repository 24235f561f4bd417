/* streek-figure-table.h: the table twin of the context's figure, sorted and with the selection */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_FIGURE_TABLE (streek_figure_table_get_type ())
G_DECLARE_FINAL_TYPE (StreekFigureTable, streek_figure_table, STREEK, FIGURE_TABLE, GtkWidget)

/* (nullable): what several maps show, a column each, in the place of the figure of the context */
void streek_figure_table_set_shared (StreekFigureTable *self, StreekTable *table);
/* @brief: only name, value and coverage, for a list beside the map. */
void
streek_figure_table_set_context (StreekFigureTable *self, StreekContext *context, gboolean brief);
