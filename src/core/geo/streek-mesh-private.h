/* streek-mesh-private.h: the inside of a mesh, for the files of this room only */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-share.h"
#include "geo/streek-mesh.h"

/* Far beyond the earth in metres, and small enough that products of differences fit in 64 bits. */
#define STREEK_MESH_MAX_COORDINATE (1 << 27)
#define STREEK_MESH_MAX_LEVELS 16
/* Of so many units, finding the circles for names is noticed. */
#define STREEK_MESH_MANY_UNITS 2000
#define STREEK_MESH_DM_PER_M 10.0

typedef struct
{
  double tolerance_m;
  guint32 *starts; /* (array length=n_arcs + 1) */
  StreekVertex *vertices;
} StreekMeshLevel;

/* Segments by horizontal band, for the hit test: a band lists every segment that enters it. */
typedef struct
{
  guint32 arc;
  guint32 vertex; /* the segment runs from this vertex to the next */
} StreekMeshSegment;

typedef struct
{
  guint n_bands;
  double bands_per_m;
  guint32 *starts; /* (array length=n_bands + 1) */
  StreekMeshSegment *segments;
} StreekMeshBands;

struct _StreekMesh
{
  gatomicrefcount references;

  guint n_units;
  guint n_arcs;
  guint n_levels;
  guint n_nodes;
  gint32 *left;
  gint32 *right;
  guint32 *nodes; /* (array length=2 * n_arcs): where each arc begins and ends */

  gsize vertex_levels_found; /* for g_once */
  GThread *finder;           /* (nullable): who finds them */
  StreekShare *finding;      /* (nullable): where who waits for them can help */
  guint8 *vertex_levels;     /* per vertex of level 0: the coarsest level that has it */
  gsize levels_filled;       /* for g_once: all but the finest one */
  StreekMeshLevel *levels;

  StreekExtent extent;
  StreekExtent *unit_extents;
  double *unit_areas_m2;

  gsize circles_made;         /* for g_once: found by the first who asks */
  StreekCircle *unit_circles; /* (nullable): where the bytes had them, or since then */

  gsize bands_made; /* for g_once: the bands are made by the first who asks */
  StreekMeshBands bands;
};

static inline gboolean
streek_vertex_equal (StreekVertex a, StreekVertex b)
{
  return a.x == b.x && a.y == b.y;
}

void streek_mesh_levels_init (StreekMesh *mesh, const StreekMeshParts *parts);
void streek_mesh_levels_clear (StreekMesh *mesh);
/* Of a mesh that came without levels: waits until they are found. */
void streek_mesh_await_vertex_levels (const StreekMesh *mesh);
void streek_mesh_await_levels (const StreekMesh *mesh);

/* Only the finest level, and the tolerances, may be looked at without asking here. */
static inline const StreekMeshLevel *
streek_mesh_peek_level (const StreekMesh *mesh, guint level)
{
  if (level > 0)
    streek_mesh_await_levels (mesh);

  return &mesh->levels[level];
}

/* Two lines that cross or touch elsewhere than at their ends; FALSE to hear of no more. */
typedef gboolean (*StreekCrossingFunc) (guint first,
                                        guint second,
                                        StreekVertex place,
                                        gpointer data);

void streek_mesh_list_crossings (const StreekMesh *mesh,
                                 guint level,
                                 StreekCrossingFunc func,
                                 gpointer data);
double *streek_mesh_measure_areas_m2 (const StreekMesh *mesh, guint level);
gboolean streek_mesh_check_areas (const double *areas_m2, guint n_units, GError **error);
/* Of all units, to whole decimetres; lent by the mesh. */
const StreekCircle *streek_mesh_get_unit_circles (const StreekMesh *mesh);
gint32 streek_mesh_find_unit_westward (const StreekMesh *mesh, double x, double y);
void streek_mesh_bands_clear (StreekMeshBands *bands);

/* Places that have been numbered, found by where they are. */
typedef struct
{
  StreekVertex *vertices; /* by number */
  guint32 n;
  guint32 room;
  guint32 *slots; /* (array length=mask + 1): numbers from 1 */
  guint32 mask;
} StreekPlaces;

void streek_places_init (StreekPlaces *self, guint n_expected);
void streek_places_close (StreekPlaces *self);
void streek_places_clear (StreekPlaces *self);
void streek_places_number (StreekPlaces *self, const StreekVertex *vertices, guint n, guint32 *ids);
guint32 streek_vertices_number (const StreekVertex *vertices, guint n, guint32 *ids);
