/* streek-map-page.h: the section Kaart: sheet, legend, list, comparison and settings */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/streek-pick.h"
#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_MAP_PAGE (streek_map_page_get_type ())
G_DECLARE_FINAL_TYPE (StreekMapPage, streek_map_page, STREEK, MAP_PAGE, GtkWidget)

/* Properties that a window makes actions of: "show-table", "show-inspector", "grey". */
GtkWidget *streek_map_page_new (StreekContext *context);
/* Shows the map, and lets the next drag draw around areas. */
void streek_map_page_begin_lasso (StreekMapPage *self);
/* Shows the map, and asks for a point of it; gives @pick up where the map leaves the window. FALSE
 * where there is no map. */
gboolean streek_map_page_pick_point (StreekMapPage *self, StreekPick *pick);
