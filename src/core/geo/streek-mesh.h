/* streek-mesh.h: a set of units whose shared boundaries are stored once, as arcs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* Immutable once made, counted atomically: any thread may read it. */
typedef struct _StreekMesh StreekMesh;

#define STREEK_MESH_NO_UNIT (-1)

/* Metres east and north in the projection of the mesh (EPSG:3812 for the shipped one). */
typedef struct
{
  gint32 x;
  gint32 y;
} StreekVertex;

typedef struct
{
  gint32 x_min;
  gint32 y_min;
  gint32 x_max;
  gint32 y_max;
} StreekExtent;

/* One boundary line at one level of detail, walked from first to last vertex: @left lies on the
 * left hand, STREEK_MESH_NO_UNIT is the world outside. A closed arc repeats its first vertex. */
typedef struct
{
  gint32 left;
  gint32 right;
  guint n_vertices;
  const StreekVertex *vertices;
} StreekArc;

/* Closed rings of one group of units; the last vertex does not repeat the first. Outer rings
 * run counter-clockwise (y up), holes clockwise; fill with the even-odd rule. */
typedef struct
{
  guint n_rings;
  guint *ring_starts; /* (array length=n_rings + 1): index of each ring's first vertex */
  StreekVertex *vertices;
} StreekRings;

/* A circle in metres of the mesh. */
typedef struct
{
  double x;
  double y;
  double radius_m;
} StreekCircle;

/* Good enough to place a name: a millimetre on a wall map of Flanders. */
#define STREEK_MESH_LABEL_DETAIL_M 150.0

/* What a mesh is made of, before anyone has looked whether it holds together. */
typedef struct
{
  guint n_units;
  guint n_arcs;
  guint n_levels;
  const double *tolerances_m;   /* (array length=n_levels): ascending */
  const gint32 *left;           /* (array length=n_arcs): unit or STREEK_MESH_NO_UNIT */
  const gint32 *right;          /* (array length=n_arcs) */
  const guint32 *starts;        /* (array length=n_arcs + 1): index of each arc's first vertex */
  const StreekVertex *vertices; /* (array length=starts[n_arcs]) */
  const guint8 *levels; /* (array length=starts[n_arcs]) (nullable): coarsest level that has it */
} StreekMeshParts;

#define STREEK_GEO_ERROR (streek_geo_error_quark ())
GQuark streek_geo_error_quark (void);

typedef enum
{
  STREEK_GEO_ERROR_INVALID, /* bytes that are no mesh, or a mesh that contradicts itself */
} StreekGeoError;

StreekMesh *streek_mesh_new_from_parts (const StreekMeshParts *parts, GError **error);
StreekMesh *streek_mesh_new_from_bytes (GBytes *bytes, GError **error);
GBytes *streek_mesh_to_bytes (const StreekMesh *mesh);
StreekMesh *streek_mesh_ref (StreekMesh *mesh);
void streek_mesh_unref (StreekMesh *mesh);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekMesh, streek_mesh_unref)

guint streek_mesh_get_n_units (const StreekMesh *mesh);
guint streek_mesh_get_n_arcs (const StreekMesh *mesh);
StreekExtent streek_mesh_get_extent (const StreekMesh *mesh);
StreekExtent streek_mesh_get_unit_extent (const StreekMesh *mesh, guint unit);
double streek_mesh_get_unit_area_km2 (const StreekMesh *mesh, guint unit);
StreekCircle streek_mesh_get_unit_label_circle (const StreekMesh *mesh, guint unit);

/* Levels of detail: 0 is the finest. */
guint streek_mesh_get_n_levels (const StreekMesh *mesh);
double streek_mesh_get_level_tolerance_m (const StreekMesh *mesh, guint level);
guint streek_mesh_pick_level (const StreekMesh *mesh, double metres_per_dot);
void streek_mesh_get_arc (const StreekMesh *mesh, guint level, guint index, StreekArc *arc);
gboolean streek_mesh_check_level (const StreekMesh *mesh, guint level, GError **error);

gint32 streek_mesh_find_unit (const StreekMesh *mesh, double x, double y);

/* Groups: one number per unit, @group_of[unit], negative where the unit belongs to none. A union
 * of units is drawn from the arcs that have exactly one side in it: no clipping, no slivers. */
StreekRings *streek_mesh_build_rings (const StreekMesh *mesh,
                                      guint level,
                                      const gint32 *group_of,
                                      guint n_groups);
void streek_rings_free_array (StreekRings *rings, guint n_groups);
gboolean streek_rings_find_label_circle (const StreekRings *rings, StreekCircle *circle);
gboolean streek_rings_find_label_point (const StreekRings *rings, double *x, double *y);
