/* streek-mesh-build-private.h: rings and their edges, while a mesh is built of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/streek-mesh-build.h"

#define STREEK_NO_EDGE G_MAXUINT32

typedef struct
{
  guint32 unit;
  guint32 start; /* of its vertices */
  guint32 n;
} StreekBuildRing;

/* Rings as runs of vertex numbers; equal places have equal numbers. */
typedef struct
{
  guint n_rings;
  StreekBuildRing *rings;
  guint32 n_ids;
  const guint32 *ids; /* all rings, one after the other */
  guint32 *written;   /* (nullable) (owned): the same, where they are not the builder's any more */
  guint32 n_places;
  const StreekVertex *places; /* by number */
} StreekBuildRings;

/* Edge i runs from vertex i of the rings to the next one of its ring, the unit on its left. */
typedef struct
{
  guint32 n;
  guint32 *to;     /* where each ends */
  guint32 *unit;   /* whose border it is */
  guint32 *twin;   /* the edge of the neighbour, the other way; STREEK_NO_EDGE: the world outside */
  guint32 *starts; /* (array length=n_places + 1) */
  guint32 *leaving; /* edges by the place where they begin */
} StreekBuildEdges;

void streek_build_edges_init (StreekBuildEdges *edges, const StreekBuildRings *rings);
void streek_build_edges_clear (StreekBuildEdges *edges);
guint streek_build_clean_ring (guint32 *ids, guint n);
gboolean streek_build_join_borders (StreekBuildRings *rings,
                                    const StreekBuildEdges *edges,
                                    double tolerance_m);
