/* streek-neighbours.h: which groups of units touch each other, from the arcs of a mesh */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/streek-mesh.h"

/* The neighbours of group g are links[starts[g]] up to links[starts[g + 1]], ascending, each once,
 * never g itself. */
typedef struct
{
  guint n;
  guint32 *starts; /* (array length=n + 1) */
  guint32 *links;  /* (array length=starts[n]) */
} StreekNeighbours;

StreekNeighbours *
streek_neighbours_new (const StreekMesh *mesh, const gint32 *group_of, guint n_groups);
void streek_neighbours_free (StreekNeighbours *neighbours);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekNeighbours, streek_neighbours_free)
