/* streek-map-furniture.h: scale bar, north arrow and inset of a map */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-map-layout.h"

/* Between furniture and the frame of the map, in points. */
#define STREEK_FURNITURE_MARGIN 8.0

double streek_map_choose_scale_bar (double metres_per_point, double max_pt);
double streek_map_get_scale_height (StreekTypesetter *typesetter, double text_scale);
/* Outside the map, where that has no room for it. */
void streek_map_put_scale (StreekMapPlan *plan, StreekPoint corner);
void streek_map_place_scale (StreekMapPlan *plan, const StreekRowGrid *grid);
void streek_map_draw_scale (const StreekMapPlan *plan, StreekSceneBuilder *builder);
void streek_map_draw_north (const StreekMapPlan *plan, StreekSceneBuilder *builder);
void streek_map_place_inset (StreekMapPlan *plan, const StreekRowGrid *grid);
void streek_map_draw_inset (const StreekMapPlan *plan, StreekSceneBuilder *builder);
/* Whether something else stands there already. */
gboolean streek_map_is_taken (const StreekMapPlan *plan, StreekRect rect);
