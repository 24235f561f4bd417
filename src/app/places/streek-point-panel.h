/* streek-point-panel.h: which places lie over the map, to be chosen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_POINT_PANEL (streek_point_panel_get_type ())
G_DECLARE_FINAL_TYPE (StreekPointPanel, streek_point_panel, STREEK, POINT_PANEL, GtkWidget)

void streek_point_panel_set_context (StreekPointPanel *self, StreekContext *context);
