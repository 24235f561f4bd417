/* streek-map-numbers.h: the list of names that stand on a map as numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

#define STREEK_N_NUMBER_TYPES 3

typedef struct _StreekMapPlan StreekMapPlan;
typedef struct _StreekMapNumbers StreekMapNumbers;

/* A line of the list. */
typedef struct
{
  guint number;
  int row;    /* of the map, -1: of several maps */
  char *text; /* owned */
} StreekNumberEntry;

/* (transfer full) (element-type StreekNumberEntry): clears what leaves it */
GArray *streek_number_entries_new (void);

/* Reserves room beside or under the map of @plan for names that find none on it, and places all
 * names for good. */
void streek_map_plan_numbers (StreekMapPlan *plan, StreekRect content);
/* A list of its own, for maps that share it. @plan: kept, of the sheet; @entries: ascending, a
 * reference is taken; @n_unnamed: how many have neither a name nor a number. */
StreekMapNumbers *
streek_map_numbers_new (const StreekMapPlan *plan, GArray *entries, guint n_unnamed);
gboolean streek_map_numbers_are_empty (const StreekMapNumbers *self);
/* In letters of one of the sizes, the largest first. */
void streek_map_numbers_set_type (StreekMapNumbers *self, guint type);
/* In as many columns as fit in @width, as even as can be. Returns: how large it is then */
StreekSize streek_map_numbers_flow (StreekMapNumbers *self, double width);
/* How many numbers a box holds, with words under them for the rest. */
guint streek_map_numbers_count_fitting (StreekMapNumbers *self, StreekSize box);
void streek_map_numbers_free (StreekMapNumbers *numbers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekMapNumbers, streek_map_numbers_free)
void streek_map_draw_numbers (const StreekMapPlan *plan, StreekSceneBuilder *builder);
