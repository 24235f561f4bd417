/* streek-values-view.h: the figures of the context's indicator, per area and period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicators/streek-value-grid.h"
#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_VALUES_VIEW (streek_values_view_get_type ())
G_DECLARE_FINAL_TYPE (StreekValuesView, streek_values_view, STREEK, VALUES_VIEW, GtkWidget)

/* Signals: "area-activated" (code): a person wants to see more of one area; "loaded": another grid
 * is shown. */
void streek_values_view_set_context (StreekValuesView *self, StreekContext *context);
/* (transfer none) (nullable): what is shown */
StreekValueGrid *streek_values_view_get_grid (StreekValuesView *self);
