/* streek-reference-words.h: one difference of the reference data as a line people can read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"
#include "area/streek-membership.h"
#include "indicator/streek-indicator.h"
#include "workspace/streek-reference-changes.h"

/* Both sides, to look names up in; borrowed for as long as lines are made. */
typedef struct
{
  StreekDb *old_db;
  StreekDb *new_db;
  StreekAreas *old_areas;
  StreekAreas *new_areas;
  StreekCatalogue *old_catalogue;
  StreekCatalogue *new_catalogue;
} StreekReferenceSides;

void streek_reference_line_free (StreekReferenceLine *line);

/* FALSE for what no person reads by itself: the lists of areas that figures stand on. */
gboolean streek_reference_find_group (const StreekReferenceChange *change,
                                      StreekReferenceGroupId *group);
StreekReferenceLine *streek_reference_line_new (const StreekReferenceSides *sides,
                                                const StreekReferenceChange *change,
                                                GPtrArray *corrections,
                                                GError **error);
StreekReferenceLine *streek_reference_line_new_for_correction (const StreekReferenceSides *sides,
                                                               const StreekMembership *correction);
