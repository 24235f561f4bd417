/* streek-set-comparison.h: which municipalities two sets of areas place differently */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"
#include "table/streek-table.h"

typedef enum
{
  STREEK_PLACED_ALIKE,  /* in areas that are each other's counterpart */
  STREEK_PLACED_FIRST,  /* in an area of the first set only */
  STREEK_PLACED_SECOND, /* in an area of the second set only */
  STREEK_PLACED_OTHER,  /* in areas that are not each other's counterpart */
} StreekPlaced;

/* One municipality, or the part of one that lies alike. */
typedef struct
{
  const StreekArea *member;
  const char *first; /* (nullable): code of its area in the first set; several joined by "+" */
  const char *first_name;
  const char *second; /* (nullable) */
  const char *second_name;
  StreekPlaced placed;
  gboolean is_part; /* of a municipality that was merged of several */
} StreekPlacedMember;

/* Lends from the areas that it was made of. */
typedef struct
{
  GArray *members; /* of StreekPlacedMember, by code: all that lie in either of the sets */
  const StreekAreaSet *first;
  const StreekAreaSet *second;
  StreekDate first_on; /* the days whose areas are compared: those asked for, or the nearest */
  StreekDate second_on;
  guint counts[STREEK_PLACED_OTHER + 1];
  GStringChunk *strings;
} StreekSetComparison;

/* What is compared: all areas of a set on a day. */
typedef struct
{
  const char *set;
  StreekDate on;
} StreekSetSide;

StreekSetComparison *streek_areas_compare_sets (const StreekAreas *areas,
                                                const StreekSetSide *first,
                                                const StreekSetSide *second,
                                                GError **error);
void streek_set_comparison_free (StreekSetComparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSetComparison, streek_set_comparison_free)

const char *streek_placed_get_id (StreekPlaced placed);
const char *streek_placed_get_label (StreekPlaced placed);
char *streek_set_comparison_describe (const StreekSetComparison *comparison);
/* For people, without those that are placed alike unless @all. */
StreekTable *streek_set_comparison_make_table (const StreekSetComparison *comparison, gboolean all);
