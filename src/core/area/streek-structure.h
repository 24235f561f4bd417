/* streek-structure.h: areas of one date as a tree: each under those that hold it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"

/* One place in the tree. The same area stands in two places where it crosses the border between
 * two parents; then each place means only the part inside its parent. */
typedef struct
{
  const StreekArea *area;
  int parent;  /* index of a node before this one, -1: a root */
  guint level; /* index of the area's set among the levels */
  guint n_children;
  guint n_leaves;       /* areas of the finest level in this place */
  guint n_whole_leaves; /* in the whole area, more than n_leaves where it is only a part */
  gboolean is_part;
} StreekStructureNode;

/* Immutable, counted atomically: any thread may read it. */
typedef struct _StreekStructure StreekStructure;

StreekStructure *streek_structure_new (StreekAreas *areas,
                                       const char *const *levels,
                                       StreekDate on,
                                       const StreekArea *within,
                                       GError **error);
StreekStructure *streek_structure_ref (StreekStructure *structure);
void streek_structure_unref (StreekStructure *structure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekStructure, streek_structure_unref)

guint streek_structure_get_n_nodes (const StreekStructure *structure);
/* Depth first, children in the order of their codes. */
const StreekStructureNode *streek_structure_get_node (const StreekStructure *structure,
                                                      guint index);
guint streek_structure_get_n_levels (const StreekStructure *structure);
/* The date a level was taken at: another than asked where its set did not exist then. */
StreekAreas *streek_structure_get_areas (const StreekStructure *structure);
