/* streek-map-furniture.h: the scale bar and the north arrow of a map */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-map-layout.h"

double streek_map_choose_scale_bar (double metres_per_point, double max_pt);
void streek_map_place_scale (StreekMapPlan *plan, const StreekRowGrid *grid);
void streek_map_draw_scale (const StreekMapPlan *plan, StreekSceneBuilder *builder);
