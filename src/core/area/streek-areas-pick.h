/* streek-areas-pick.h: from a list that somebody pastes to areas of a set */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"
#include "rule/streek-finding.h"

/* What a list of codes and names comes down to. */
typedef struct
{
  GPtrArray *codes;    /* (element-type utf8): of the areas meant, each once, in the list's order */
  GPtrArray *findings; /* (element-type StreekFinding): what was not taken, and what was taken for
                        * something else, each with the words of the list as its place */
  guint n_read;        /* words of the list: each is taken, or a finding says why not */
  guint n_taken;
} StreekAreaPick;

StreekAreaPick *streek_areas_pick (const StreekAreas *areas,
                                   const char *set,
                                   StreekDate on,
                                   const StreekArea *within,
                                   const char *text);
void streek_area_pick_free (StreekAreaPick *pick);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekAreaPick, streek_area_pick_free)
