/* streek-time-bar.h: the periods of the indicator under the map: a slider that plays */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/streek-map-panels.h"
#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_TIME_BAR (streek_time_bar_get_type ())
G_DECLARE_FINAL_TYPE (StreekTimeBar, streek_time_bar, STREEK, TIME_BAR, GtkWidget)

/* Hidden where there is no more than one period. Who moves through time keeps the class limits,
 * unless a person wants those of each period. */
void streek_time_bar_set_context (StreekTimeBar *self, StreekContext *context);
/* Maps beside each other: all of them are waited for. */
void streek_time_bar_set_panels (StreekTimeBar *self, StreekMapPanels *panels);
/* Begins or stops playing; where the desktop asks for less movement, goes one period on. */
void streek_time_bar_toggle (StreekTimeBar *self);
/* Goes so many periods on, or back; FALSE where there is none. */
gboolean streek_time_bar_step (StreekTimeBar *self, int steps);
