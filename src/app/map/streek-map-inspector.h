/* streek-map-inspector.h: how the map looks: sets, indicator, period, classes, palette, labels */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_MAP_INSPECTOR (streek_map_inspector_get_type ())
G_DECLARE_FINAL_TYPE (StreekMapInspector, streek_map_inspector, STREEK, MAP_INSPECTOR, GtkWidget)

void streek_map_inspector_set_context (StreekMapInspector *self, StreekContext *context);
