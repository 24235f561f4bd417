/* streek-map-numbers.h: the list of names that stand on a map as numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

typedef struct _StreekMapPlan StreekMapPlan;
typedef struct _StreekMapNumbers StreekMapNumbers;

/* Reserves room beside or under the map of @plan for names that find none on it, and places all
 * names for good. */
void streek_map_plan_numbers (StreekMapPlan *plan, StreekRect content);
void streek_map_numbers_free (StreekMapNumbers *numbers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekMapNumbers, streek_map_numbers_free)
void streek_map_draw_numbers (const StreekMapPlan *plan, StreekSceneBuilder *builder);
