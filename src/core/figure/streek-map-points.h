/* streek-map-points.h: points of a map on paper: their signs, their names, and what is hit */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-map-layout.h"

/* Whether places are there whose names are asked. */
gboolean streek_map_names_points (const StreekMapPlan *plan);
void streek_map_draw_points (const StreekMapPlan *plan, StreekSceneBuilder *builder);
/* Room for the signs, then a name for each where it can stand. */
void streek_map_block_points (const StreekMapPlan *plan, StreekLabeller *labeller);
void streek_map_place_point_names (const StreekMapPlan *plan,
                                   StreekLabeller *labeller,
                                   const StreekRowGrid *grid);
