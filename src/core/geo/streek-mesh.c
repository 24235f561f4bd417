/* streek-mesh.c: a set of units whose shared boundaries are stored once, as arcs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-mesh-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define M2_PER_KM2 1e6

G_DEFINE_QUARK (streek_geo_error, streek_geo_error)

static gboolean
is_closed (const StreekMeshParts *parts, guint arc)
{
  return streek_vertex_equal (parts->vertices[parts->starts[arc]],
                              parts->vertices[parts->starts[arc + 1] - 1]);
}

static gboolean
refuse_arc (guint arc, GError **error)
{
  g_set_error (error, STREEK_GEO_ERROR, STREEK_GEO_ERROR_INVALID,
               /* Translators: %u is the number of a line in a file. */
               _ ("Boundary line %u of the map contradicts itself. Update the reference data, or "
                  "restore the newest backup copy."),
               arc);

  return FALSE;
}

static gboolean
check_unit (const StreekMeshParts *parts, gint32 unit)
{
  return unit == STREEK_MESH_NO_UNIT || (unit >= 0 && (guint) unit < parts->n_units);
}

/* Ends are in every level; a closed arc keeps three corners, so that it encloses something. */
static gboolean
check_arc_levels (const StreekMeshParts *parts, guint arc)
{
  guint coarsest = parts->n_levels - 1;
  guint first = parts->starts[arc];
  guint last = parts->starts[arc + 1] - 1;
  guint n_coarsest = 0;

  if (parts->levels == NULL)
    return !is_closed (parts, arc) || last - first >= 3;

  if (parts->levels[first] != coarsest || parts->levels[last] != coarsest)
    return FALSE;

  for (guint i = first; i <= last; i++)
    {
      if (parts->levels[i] > coarsest)
        return FALSE;

      n_coarsest += parts->levels[i] == coarsest;
    }

  return !is_closed (parts, arc) || n_coarsest >= 4;
}

static gboolean
check_arc_vertices (const StreekMeshParts *parts, guint arc)
{
  for (guint i = parts->starts[arc]; i < parts->starts[arc + 1]; i++)
    {
      StreekVertex vertex = parts->vertices[i];

      if (vertex.x < -STREEK_MESH_MAX_COORDINATE || vertex.x > STREEK_MESH_MAX_COORDINATE ||
          vertex.y < -STREEK_MESH_MAX_COORDINATE || vertex.y > STREEK_MESH_MAX_COORDINATE)
        return FALSE;

      if (i > parts->starts[arc] && streek_vertex_equal (vertex, parts->vertices[i - 1]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_arc (const StreekMeshParts *parts, guint arc)
{
  return parts->starts[arc + 1] - parts->starts[arc] >= 2 && check_unit (parts, parts->left[arc]) &&
         check_unit (parts, parts->right[arc]) && parts->left[arc] != parts->right[arc] &&
         check_arc_vertices (parts, arc) && check_arc_levels (parts, arc);
}

static gboolean
check_parts (const StreekMeshParts *parts, GError **error)
{
  gboolean sizes_fit = parts->n_units > 0 && parts->n_arcs > 0 && parts->n_levels > 0 &&
                       parts->n_levels <= STREEK_MESH_MAX_LEVELS && parts->starts[0] == 0;

  for (guint i = 0; sizes_fit && i < parts->n_levels; i++)
    sizes_fit = isfinite (parts->tolerances_m[i]) && parts->tolerances_m[i] >= 0 &&
                (i == 0 || parts->tolerances_m[i] > parts->tolerances_m[i - 1]);

  if (!sizes_fit)
    {
      g_set_error_literal (error, STREEK_GEO_ERROR, STREEK_GEO_ERROR_INVALID,
                           _ ("The map has no usable size or levels of detail. Update the "
                              "reference data, or restore the newest backup copy."));
      return FALSE;
    }

  for (guint i = 0; i < parts->n_arcs; i++)
    if (parts->starts[i + 1] < parts->starts[i] || !check_arc (parts, i))
      return refuse_arc (i, error);

  return TRUE;
}

/* How often @unit's outline leaves the node minus how often it arrives, over these arc ends. */
static int
count_balance (const StreekMesh *mesh, const guint32 *ends, guint n, gint32 unit)
{
  int balance = 0;

  for (guint i = 0; i < n; i++)
    {
      int direction = (ends[i] & 1) ? -1 : 1;

      balance += mesh->left[ends[i] / 2] == unit ? direction : 0;
      balance -= mesh->right[ends[i] / 2] == unit ? direction : 0;
    }

  return balance;
}

/* What every walk around a unit rests on: each outline that arrives at a node also leaves it. */
static gboolean
check_node (const StreekMesh *mesh, const guint32 *ends, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      guint arc = ends[i] / 2;

      if (count_balance (mesh, ends, n, mesh->left[arc]) != 0 ||
          count_balance (mesh, ends, n, mesh->right[arc]) != 0)
        return refuse_arc (arc, error);
    }

  return TRUE;
}

/* Sixty-four lines meet nowhere on a map; a file where they do would only cost time. */
#define MAX_ENDS_AT_NODE 64

static void
number_nodes (StreekMesh *mesh)
{
  const StreekMeshLevel *finest = &mesh->levels[0];
  guint n_ends = 2 * mesh->n_arcs;
  g_autofree StreekVertex *ends = g_new (StreekVertex, n_ends);

  for (guint i = 0; i < mesh->n_arcs; i++)
    {
      ends[2 * i] = finest->vertices[finest->starts[i]];
      ends[2 * i + 1] = finest->vertices[finest->starts[i + 1] - 1];
    }

  mesh->n_nodes = streek_vertices_number (ends, n_ends, mesh->nodes);
}

/* Numbers the nodes, and looks whether each is one. An end is 2 * arc, + 1 for the last vertex. */
static gboolean
find_nodes (StreekMesh *mesh, GError **error)
{
  guint n_ends = 2 * mesh->n_arcs;
  g_autofree guint32 *ends = g_new (guint32, n_ends); /* by node */

  number_nodes (mesh);

  g_autofree guint32 *starts = g_new0 (guint32, (gsize) mesh->n_nodes + 1);

  for (guint32 end = 0; end < n_ends; end++)
    starts[mesh->nodes[end]]++;
  for (guint i = 1; i <= mesh->n_nodes; i++)
    starts[i] += starts[i - 1];
  for (guint32 end = n_ends; end-- > 0;)
    ends[--starts[mesh->nodes[end]]] = end;

  for (guint i = 0; i < mesh->n_nodes; i++)
    {
      guint n = starts[i + 1] - starts[i];

      if (n > MAX_ENDS_AT_NODE)
        return refuse_arc (ends[starts[i]] / 2, error);
      if (!check_node (mesh, &ends[starts[i]], n, error))
        return FALSE;
    }

  return TRUE;
}

static void
widen (StreekExtent *extent, const StreekExtent *by)
{
  extent->x_min = MIN (extent->x_min, by->x_min);
  extent->y_min = MIN (extent->y_min, by->y_min);
  extent->x_max = MAX (extent->x_max, by->x_max);
  extent->y_max = MAX (extent->y_max, by->y_max);
}

static StreekExtent
measure_extent (const StreekArc *arc)
{
  StreekExtent extent = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };

  for (guint i = 0; i < arc->n_vertices; i++)
    {
      StreekVertex vertex = arc->vertices[i];
      StreekExtent point = { vertex.x, vertex.y, vertex.x, vertex.y };

      widen (&extent, &point);
    }

  return extent;
}

/* The arc's share in the area on its left: positive where it runs counter-clockwise. Relative to
 * one corner of the map, so that no digits are lost. */
static double
measure_area_m2 (const StreekMesh *mesh, const StreekArc *arc)
{
  double twice = 0;

  for (guint i = 1; i < arc->n_vertices; i++)
    {
      double ax = (double) arc->vertices[i - 1].x - mesh->extent.x_min;
      double ay = (double) arc->vertices[i - 1].y - mesh->extent.y_min;
      double bx = (double) arc->vertices[i].x - mesh->extent.x_min;
      double by = (double) arc->vertices[i].y - mesh->extent.y_min;

      twice += ax * by - bx * ay;
    }

  return twice / 2;
}

static void
measure_extents (StreekMesh *mesh)
{
  const StreekExtent empty = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };

  mesh->extent = empty;

  for (guint unit = 0; unit < mesh->n_units; unit++)
    mesh->unit_extents[unit] = empty;

  for (guint i = 0; i < mesh->n_arcs; i++)
    {
      StreekArc arc;

      streek_mesh_get_arc (mesh, 0, i, &arc);

      StreekExtent extent = measure_extent (&arc);

      widen (&mesh->extent, &extent);

      if (arc.left >= 0)
        widen (&mesh->unit_extents[arc.left], &extent);
      if (arc.right >= 0)
        widen (&mesh->unit_extents[arc.right], &extent);
    }
}

double *
streek_mesh_measure_areas_m2 (const StreekMesh *mesh, guint level)
{
  double *areas_m2 = g_new0 (double, mesh->n_units);

  for (guint i = 0; i < mesh->n_arcs; i++)
    {
      StreekArc arc;

      streek_mesh_get_arc (mesh, level, i, &arc);

      double area_m2 = measure_area_m2 (mesh, &arc);

      if (arc.left >= 0)
        areas_m2[arc.left] += area_m2;
      if (arc.right >= 0)
        areas_m2[arc.right] -= area_m2;
    }

  return areas_m2;
}

gboolean
streek_mesh_check_areas (const double *areas_m2, guint n_units, GError **error)
{
  for (guint unit = 0; unit < n_units; unit++)
    if (!(areas_m2[unit] > 0))
      {
        g_set_error (error, STREEK_GEO_ERROR, STREEK_GEO_ERROR_INVALID,
                     /* Translators: %u is the number of a unit in a file. */
                     _ ("Unit %u of the map encloses no land. Update the reference data, or "
                        "restore the newest backup copy."),
                     unit);
        return FALSE;
      }

  return TRUE;
}

static void
streek_mesh_free (StreekMesh *mesh)
{
  streek_mesh_levels_clear (mesh);
  streek_mesh_bands_clear (&mesh->bands);
  g_free (mesh->left);
  g_free (mesh->right);
  g_free (mesh->nodes);
  g_free (mesh->unit_extents);
  g_free (mesh->unit_areas_m2);
  g_free (mesh->unit_circles);
  g_free (mesh);
}

/**
 * streek_mesh_new_from_parts:
 * @parts: arcs, vertices and levels; everything is copied
 * @error: return location for a #StreekGeoError
 *
 * Makes a mesh, after checking what every reader relies on: units and levels exist, both ends of an
 * arc are in every level, closed arcs keep at least four vertices, every unit's outline closes at
 * every node, and every unit encloses land. Whether lines cross is a question for
 * streek_mesh_check_level(), which takes longer.
 *
 * Where @parts come without levels, those are found by streek_visvalingam_rank() in a thread of
 * their own; only who asks for another than the finest one waits for it.
 *
 * Returns: (transfer full): the mesh, or %NULL with @error set
 */
StreekMesh *
streek_mesh_new_from_parts (const StreekMeshParts *parts, GError **error)
{
  g_return_val_if_fail (parts != NULL, NULL);

  if (!check_parts (parts, error))
    return NULL;

  g_autoptr (StreekMesh) mesh = g_new0 (StreekMesh, 1);

  g_atomic_ref_count_init (&mesh->references);
  mesh->n_units = parts->n_units;
  mesh->n_arcs = parts->n_arcs;
  mesh->left = g_memdup2 (parts->left, sizeof (gint32) * parts->n_arcs);
  mesh->right = g_memdup2 (parts->right, sizeof (gint32) * parts->n_arcs);
  mesh->nodes = g_new (guint32, 2 * (gsize) parts->n_arcs);
  mesh->unit_extents = g_new (StreekExtent, parts->n_units);
  streek_mesh_levels_init (mesh, parts);
  measure_extents (mesh);
  mesh->unit_areas_m2 = streek_mesh_measure_areas_m2 (mesh, 0);

  if (!streek_mesh_check_areas (mesh->unit_areas_m2, mesh->n_units, error) ||
      !find_nodes (mesh, error))
    return NULL;

  return g_steal_pointer (&mesh);
}

StreekMesh *
streek_mesh_ref (StreekMesh *mesh)
{
  g_atomic_ref_count_inc (&mesh->references);

  return mesh;
}

/**
 * streek_mesh_unref:
 * @mesh: (transfer full)
 */
void
streek_mesh_unref (StreekMesh *mesh)
{
  if (g_atomic_ref_count_dec (&mesh->references))
    streek_mesh_free (mesh);
}

guint
streek_mesh_get_n_units (const StreekMesh *mesh)
{
  return mesh->n_units;
}

guint
streek_mesh_get_n_arcs (const StreekMesh *mesh)
{
  return mesh->n_arcs;
}

/**
 * streek_mesh_get_extent:
 *
 * Returns: the smallest rectangle around all units, in metres of the mesh
 */
StreekExtent
streek_mesh_get_extent (const StreekMesh *mesh)
{
  return mesh->extent;
}

/**
 * streek_mesh_get_unit_extent:
 *
 * Returns: the smallest rectangle around one unit at the finest level, in metres of the mesh
 */
StreekExtent
streek_mesh_get_unit_extent (const StreekMesh *mesh, guint unit)
{
  g_return_val_if_fail (unit < mesh->n_units, mesh->extent);

  return mesh->unit_extents[unit];
}

/**
 * streek_mesh_get_unit_area_km2:
 *
 * Returns: the area of the polygon at the finest level, in the plane of the projection. Boundaries
 *   are simplified and of one year: no official area, and no denominator of a density.
 */
double
streek_mesh_get_unit_area_km2 (const StreekMesh *mesh, guint unit)
{
  g_return_val_if_fail (unit < mesh->n_units, NAN);

  return mesh->unit_areas_m2[unit] / M2_PER_KM2;
}

/**
 * streek_mesh_get_unit_label_circle:
 *
 * Finding circles takes longer than drawing the map. Where the mesh came without them, the first
 * who asks finds those of all units.
 *
 * Returns: as streek_rings_find_label_circle() finds it for the outline of this one unit, at the
 *   level for %STREEK_MESH_LABEL_DETAIL_M, to whole decimetres
 */
StreekCircle
streek_mesh_get_unit_label_circle (const StreekMesh *mesh, guint unit)
{
  g_return_val_if_fail (unit < mesh->n_units, ((StreekCircle){ 0 }));

  return streek_mesh_get_unit_circles (mesh)[unit];
}

guint
streek_mesh_get_n_levels (const StreekMesh *mesh)
{
  return mesh->n_levels;
}

/**
 * streek_mesh_get_level_tolerance_m:
 *
 * Returns: the side in metres of the square whose area a corner must reach to stay at @level
 */
double
streek_mesh_get_level_tolerance_m (const StreekMesh *mesh, guint level)
{
  g_return_val_if_fail (level < mesh->n_levels, NAN);

  return mesh->levels[level].tolerance_m;
}

/**
 * streek_mesh_pick_level:
 * @metres_per_dot: metres of the mesh per pixel, or per dot of the printer
 *
 * Returns: the coarsest level that leaves out nothing larger than a dot
 */
guint
streek_mesh_pick_level (const StreekMesh *mesh, double metres_per_dot)
{
  guint level = mesh->n_levels - 1;

  while (level > 0 && !(mesh->levels[level].tolerance_m <= metres_per_dot))
    level--;

  return level;
}

/**
 * streek_mesh_get_arc:
 * @index: below streek_mesh_get_n_arcs(); the same boundary line at every level
 * @arc: (out): its vertices belong to the mesh
 */
void
streek_mesh_get_arc (const StreekMesh *mesh, guint level, guint index, StreekArc *arc)
{
  g_return_if_fail (level < mesh->n_levels && index < mesh->n_arcs);

  const StreekMeshLevel *from = streek_mesh_peek_level (mesh, level);

  arc->left = mesh->left[index];
  arc->right = mesh->right[index];
  arc->n_vertices = from->starts[index + 1] - from->starts[index];
  arc->vertices = from->vertices + from->starts[index];
}
