/* streek-mesh-build.c: from polygons, each with its own border, to a mesh with every border once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-block.h"
#include "geo/streek-mesh-build-private.h"
#include "geo/streek-mesh-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define VERTICES_AT_ONCE 8192u
#define MAX_FAULTS 100
/* After so many rounds the borders that still do not join will not. */
#define MAX_ROUNDS 4

/* The levels of the shipped mesh, so that all maps are equally fine. */
static const double tolerances_m[] = { 0, 50, 150, 400 };

typedef struct
{
  guint32 unit;
  guint32 start;
  guint32 n;
} Ring;

struct _StreekMeshBuilder
{
  GArray *rings; /* of Ring */
  GArray *ids;   /* of guint32: places of all rings, the unit on the left, no first one repeated */
  GArray *waiting; /* of StreekVertex: the last ones, not numbered yet */
  StreekPlaces places;
  guint n_units;
};

/* Arcs as they are found; what streek_mesh_new_from_parts() wants. */
typedef struct
{
  GArray *left;   /* of gint32 */
  GArray *right;  /* of gint32 */
  GArray *starts; /* of guint32 */
  StreekVertex *vertices;
  guint32 n_vertices;
} Arcs;

/**
 * streek_mesh_builder_new:
 * @n_points: how many will come, as far as anybody knows; 0 where nobody does
 *
 * Places are numbered as they come, so that it is done while the rest is read.
 */
StreekMeshBuilder *
streek_mesh_builder_new (guint n_points)
{
  StreekMeshBuilder *self = g_new0 (StreekMeshBuilder, 1);

  self->rings = g_array_new (FALSE, FALSE, sizeof (Ring));
  self->ids = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_points);
  self->waiting = g_array_sized_new (FALSE, FALSE, sizeof (StreekVertex), 2 * VERTICES_AT_ONCE);
  /* nearly every place is one of two neighbours */
  streek_places_init (&self->places, n_points / 2);

  return self;
}

void
streek_mesh_builder_free (StreekMeshBuilder *self)
{
  g_array_unref (self->rings);
  g_array_unref (self->ids);
  g_array_unref (self->waiting);
  streek_places_clear (&self->places);
  g_free (self);
}

guint
streek_mesh_builder_get_n_units (const StreekMeshBuilder *self)
{
  return self->n_units;
}

/* Many at once: one after the other, the processor would wait for the memory each time. */
static void
number_vertices (StreekMeshBuilder *self)
{
  guint start = self->ids->len;

  if (self->waiting->len == 0)
    return;

  g_array_set_size (self->ids, start + self->waiting->len);
  streek_places_number (&self->places, (const StreekVertex *) self->waiting->data,
                        self->waiting->len, &g_array_index (self->ids, guint32, start));
  g_array_set_size (self->waiting, 0);
}

static double
measure_twice_m2 (const StreekVertex *vertices, guint n)
{
  double twice = 0;

  for (guint i = 0, before = n - 1; i < n; before = i++)
    twice +=
      ((double) vertices[before].x - vertices[0].x) * ((double) vertices[i].y - vertices[0].y) -
      ((double) vertices[i].x - vertices[0].x) * ((double) vertices[before].y - vertices[0].y);

  return twice;
}

/* Whole metres, no place twice in a row, no way there and back: what is left of @n vertices. */
static guint
clean_vertices (StreekVertex *vertices, guint n)
{
  guint top = 0;

  for (guint i = 0; i < n; i++)
    {
      if (top > 0 && streek_vertex_equal (vertices[top - 1], vertices[i]))
        continue;
      if (top > 1 && streek_vertex_equal (vertices[top - 2], vertices[i]))
        top--;
      else
        vertices[top++] = vertices[i];
    }

  guint first = 0;

  while (top - first > 2)
    {
      if (streek_vertex_equal (vertices[first], vertices[top - 1]))
        top--;
      else if (streek_vertex_equal (vertices[first], vertices[top - 2]))
        top -= 2;
      else if (streek_vertex_equal (vertices[first + 1], vertices[top - 1]))
        first++;
      else
        break;
    }

  for (guint i = first; first > 0 && i < top; i++)
    vertices[i - first] = vertices[i];

  return top - first;
}

/* The whole number nearest to @m, halves upwards; floor() would be a call for each vertex. */
static gint32
round_m (double m)
{
  gint32 whole = (gint32) (m + 0.5);

  return whole - (whole > m + 0.5);
}

/**
 * streek_mesh_builder_add_ring:
 * @unit: whose border it is: numbered from 0, none left out
 * @is_shell: whether the unit lies inside the ring; else the ring is a hole
 * @points_m: (array length=n): x, y, x, y …, in either direction
 * @n: number of points; the first may be repeated at the end
 *
 * Returns: whether anything is left of the ring in whole metres
 */
gboolean
streek_mesh_builder_add_ring (
  StreekMeshBuilder *self, guint unit, gboolean is_shell, const double *points_m, guint n)
{
  g_return_val_if_fail (self != NULL && points_m != NULL, FALSE);

  guint n_before = self->waiting->len;

  g_array_set_size (self->waiting, n_before + n);

  StreekVertex *vertices = &g_array_index (self->waiting, StreekVertex, n_before);

  /* nothing is left of it, until something is */
  self->waiting->len = n_before;

  for (guint i = 0; i < n; i++)
    {
      double x = points_m[2 * i];
      double y = points_m[2 * i + 1];

      if (!(fabs (x) < STREEK_MESH_MAX_COORDINATE && fabs (y) < STREEK_MESH_MAX_COORDINATE))
        return FALSE;

      vertices[i] = (StreekVertex){ round_m (x), round_m (y) };
    }

  n = clean_vertices (vertices, n);

  double twice_m2 = n >= 3 ? measure_twice_m2 (vertices, n) : 0;

  if (twice_m2 == 0)
    return FALSE;

  if ((twice_m2 > 0) != is_shell)
    for (guint i = 0, j = n - 1; i < j; i++, j--)
      {
        StreekVertex swapped = vertices[i];

        vertices[i] = vertices[j];
        vertices[j] = swapped;
      }

  Ring ring = { unit, self->ids->len + n_before, n };

  g_array_append_val (self->rings, ring);
  self->waiting->len = n_before + n;
  if (self->waiting->len >= VERTICES_AT_ONCE)
    number_vertices (self);
  self->n_units = MAX (self->n_units, unit + 1);

  return TRUE;
}

static void
rings_init (StreekBuildRings *rings, const StreekMeshBuilder *self)
{
  *rings = (StreekBuildRings){ .n_rings = self->rings->len,
                               .rings = g_new (StreekBuildRing, self->rings->len),
                               .n_ids = self->ids->len,
                               .ids = (const guint32 *) self->ids->data,
                               .n_places = self->places.n,
                               .places = self->places.vertices };

  for (guint i = 0; i < rings->n_rings; i++)
    {
      const Ring *ring = &g_array_index (self->rings, Ring, i);

      rings->rings[i] = (StreekBuildRing){ ring->unit, ring->start, ring->n };
    }
}

static void
rings_clear (StreekBuildRings *rings)
{
  g_free (rings->rings);
  g_free (rings->written);
}

static void
file_edges (StreekBuildEdges *edges, const StreekBuildRings *rings)
{
  edges->starts = STREEK_BLOCK_NEW0 (guint32, (gsize) rings->n_places + 1);
  edges->leaving = STREEK_BLOCK_NEW (guint32, MAX (edges->n, 1));

  for (guint32 i = 0; i < edges->n; i++)
    edges->starts[rings->ids[i]]++;
  for (guint32 i = 1; i <= rings->n_places; i++)
    edges->starts[i] += edges->starts[i - 1];
  for (guint32 i = edges->n; i-- > 0;)
    edges->leaving[--edges->starts[rings->ids[i]]] = i;
}

/* The edge of a neighbour that runs the other way; where two do, the land there has two owners. */
static guint32
find_twin (const StreekBuildEdges *edges, guint32 from, guint32 to)
{
  for (guint32 i = edges->starts[to]; i < edges->starts[to + 1]; i++)
    if (edges->to[edges->leaving[i]] == from)
      return edges->leaving[i];

  return STREEK_NO_EDGE;
}

void
streek_build_edges_init (StreekBuildEdges *edges, const StreekBuildRings *rings)
{
  guint32 n = rings->n_ids;

  *edges = (StreekBuildEdges){ .n = n,
                               .to = STREEK_BLOCK_NEW (guint32, MAX (n, 1)),
                               .unit = STREEK_BLOCK_NEW (guint32, MAX (n, 1)),
                               .twin = STREEK_BLOCK_NEW (guint32, MAX (n, 1)) };

  for (guint i = 0; i < rings->n_rings; i++)
    {
      const StreekBuildRing *ring = &rings->rings[i];

      for (guint32 j = 0; j < ring->n; j++)
        {
          edges->to[ring->start + j] = rings->ids[ring->start + (j + 1 < ring->n ? j + 1 : 0)];
          edges->unit[ring->start + j] = ring->unit;
        }
    }

  file_edges (edges, rings);
  for (guint32 i = 0; i < n; i++)
    edges->twin[i] = find_twin (edges, rings->ids[i], edges->to[i]);
}

void
streek_build_edges_clear (StreekBuildEdges *edges)
{
  g_free (edges->to);
  g_free (edges->unit);
  g_free (edges->twin);
  g_free (edges->starts);
  g_free (edges->leaving);
}

static void
add_fault (GArray *faults, guint unit, guint other, StreekVertex place)
{
  StreekMeshFault fault = { unit == other ? STREEK_MESH_FAULT_CROSSES_ITSELF
                                          : STREEK_MESH_FAULT_OVERLAPS,
                            MIN (unit, other), MAX (unit, other), place };

  for (guint i = 0; i < faults->len; i++)
    {
      const StreekMeshFault *known = &g_array_index (faults, StreekMeshFault, i);

      if (known->unit == fault.unit && known->other == fault.other)
        return;
    }

  if (faults->len < MAX_FAULTS)
    g_array_append_val (faults, fault);
}

/* Two edges with the same ends in the same direction: both owners lie on their left. */
static void
find_doubles (const StreekBuildEdges *edges, const StreekBuildRings *rings, GArray *faults)
{
  for (guint32 place = 0; place < rings->n_places; place++)
    for (guint32 i = edges->starts[place]; i < edges->starts[place + 1]; i++)
      for (guint32 j = i + 1; j < edges->starts[place + 1]; j++)
        {
          guint32 a = edges->leaving[i];
          guint32 b = edges->leaving[j];

          if (edges->to[a] == edges->to[b])
            add_fault (faults, edges->unit[a], edges->unit[b], rings->places[place]);
        }
}

/* Arcs. Every edge and its twin bound one line; a line of one unit on both sides is none. */

static gboolean
is_border (const StreekBuildEdges *edges, guint32 edge)
{
  return edges->twin[edge] == STREEK_NO_EDGE || edges->unit[edges->twin[edge]] != edges->unit[edge];
}

static gint32
get_right (const StreekBuildEdges *edges, guint32 edge)
{
  return edges->twin[edge] == STREEK_NO_EDGE ? STREEK_MESH_NO_UNIT
                                             : (gint32) edges->unit[edges->twin[edge]];
}

/* Lines that end at each place: one walked from its left unit counts there, and one that only has a
 * right hand neighbour counts at its other end too. A place with other than two, or where the
 * neighbours change, is a node. */
static guint8 *
find_nodes (const StreekBuildEdges *edges, const StreekBuildRings *rings)
{
  guint8 *n_lines = g_new0 (guint8, rings->n_places);
  guint8 *is_node = g_new0 (guint8, rings->n_places);
  g_autofree guint64 *sides = STREEK_BLOCK_NEW0 (guint64, rings->n_places);

  for (guint32 i = 0; i < edges->n; i++)
    {
      if (!is_border (edges, i) ||
          (edges->twin[i] != STREEK_NO_EDGE && edges->twin[i] < i)) /* each line once */
        continue;

      guint32 ends[] = { rings->ids[i], edges->to[i] };
      gint32 right = get_right (edges, i);
      guint32 left = edges->unit[i];
      /* both units, whichever way it is walked; the outside is 0 */
      guint64 pair = ((guint64) MAX ((gint64) left, right) + 1) << 32 |
                     (guint64) (MIN ((gint64) left, right) + 1);

      for (guint j = 0; j < 2; j++)
        {
          n_lines[ends[j]] = (guint8) MIN (n_lines[ends[j]] + 1, 3);
          if (n_lines[ends[j]] == 1)
            sides[ends[j]] = pair;
          else if (sides[ends[j]] != pair)
            is_node[ends[j]] = TRUE;
        }
    }

  for (guint32 i = 0; i < rings->n_places; i++)
    is_node[i] |= n_lines[i] != 2 && n_lines[i] != 0;
  g_free (n_lines);

  return is_node;
}

/* The edge that goes on with the same unit on the left, from a place that is no node. */
static guint32
find_onward (const StreekBuildEdges *edges, guint32 place, guint32 unit)
{
  for (guint32 i = edges->starts[place]; i < edges->starts[place + 1]; i++)
    if (edges->unit[edges->leaving[i]] == unit && is_border (edges, edges->leaving[i]))
      return edges->leaving[i];

  return STREEK_NO_EDGE;
}

static void
begin_arc (Arcs *arcs, gint32 left, gint32 right)
{
  g_array_append_val (arcs->left, left);
  g_array_append_val (arcs->right, right);
  g_array_append_val (arcs->starts, arcs->n_vertices);
}

static void
walk_arc (const StreekBuildEdges *edges,
          const StreekBuildRings *rings,
          const guint8 *is_node,
          guint32 first,
          guint8 *used,
          Arcs *arcs)
{
  gint32 left = (gint32) edges->unit[first];
  gint32 right = get_right (edges, first);
  guint32 edge = first;

  begin_arc (arcs, left, right);
  arcs->vertices[arcs->n_vertices++] = rings->places[rings->ids[first]];

  while (edge != STREEK_NO_EDGE && !used[edge])
    {
      used[edge] = TRUE;
      if (edges->twin[edge] != STREEK_NO_EDGE)
        used[edges->twin[edge]] = TRUE;
      arcs->vertices[arcs->n_vertices++] = rings->places[edges->to[edge]];

      edge = is_node[edges->to[edge]] ? STREEK_NO_EDGE
                                      : find_onward (edges, edges->to[edge], (guint32) left);
    }
}

static void
collect_arcs (const StreekBuildEdges *edges, const StreekBuildRings *rings, Arcs *arcs)
{
  g_autofree guint8 *is_node = find_nodes (edges, rings);
  g_autofree guint8 *used = g_new0 (guint8, MAX (edges->n, 1));

  /* from nodes first, and then the closed lines that meet none */
  for (guint round = 0; round < 2; round++)
    for (guint32 i = 0; i < edges->n; i++)
      if (!used[i] && is_border (edges, i) && (round == 1 || is_node[rings->ids[i]]))
        walk_arc (edges, rings, is_node, i, used, arcs);
}

/* @max_vertices: room that is not used costs nothing */
static void
arcs_init (Arcs *arcs, gsize max_vertices)
{
  arcs->left = g_array_new (FALSE, FALSE, sizeof (gint32));
  arcs->right = g_array_new (FALSE, FALSE, sizeof (gint32));
  arcs->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  arcs->vertices = STREEK_BLOCK_NEW (StreekVertex, max_vertices);
  arcs->n_vertices = 0;
}

static void
arcs_clear (Arcs *arcs)
{
  g_array_unref (arcs->left);
  g_array_unref (arcs->right);
  g_array_unref (arcs->starts);
  g_free (arcs->vertices);
}

static StreekMesh *
make_mesh (const Arcs *arcs, guint n_units, GError **error)
{
  guint n_arcs = arcs->left->len;
  if (n_arcs == 0)
    {
      g_set_error_literal (error, STREEK_GEO_ERROR, STREEK_GEO_ERROR_INVALID,
                           _ ("The areas enclose no land."));
      return NULL;
    }

  g_array_append_val (arcs->starts, arcs->n_vertices);

  const StreekMeshParts parts = {
    .n_units = n_units,
    .n_arcs = n_arcs,
    .n_levels = G_N_ELEMENTS (tolerances_m),
    .tolerances_m = tolerances_m,
    .left = (const gint32 *) arcs->left->data,
    .right = (const gint32 *) arcs->right->data,
    .starts = (const guint32 *) arcs->starts->data,
    .vertices = arcs->vertices,
  };

  return streek_mesh_new_from_parts (&parts, error);
}

/* Every ring a line of its own: what is left where polygons lie over each other. */
static StreekMesh *
make_plain (const StreekMeshBuilder *self, GError **error)
{
  Arcs arcs;

  arcs_init (&arcs, (gsize) self->ids->len + self->rings->len);
  for (guint i = 0; i < self->rings->len; i++)
    {
      const Ring *ring = &g_array_index (self->rings, Ring, i);
      const guint32 *ids = &g_array_index (self->ids, guint32, ring->start);

      begin_arc (&arcs, (gint32) ring->unit, STREEK_MESH_NO_UNIT);
      for (guint32 j = 0; j < ring->n; j++)
        arcs.vertices[arcs.n_vertices++] = self->places.vertices[ids[j]];
      arcs.vertices[arcs.n_vertices++] = self->places.vertices[ids[0]];
    }

  StreekMesh *mesh = make_mesh (&arcs, self->n_units, error);

  arcs_clear (&arcs);

  return mesh;
}

typedef struct
{
  const StreekMesh *mesh;
  GArray *faults;
} Crossings;

/* Two lines that both bound one unit are its own border; else their units lie over each other. */
static gboolean
on_crossing_cb (guint first, guint second, StreekVertex place, gpointer data)
{
  Crossings *crossings = data;
  StreekArc a;
  StreekArc b;

  streek_mesh_get_arc (crossings->mesh, 0, first, &a);
  streek_mesh_get_arc (crossings->mesh, 0, second, &b);

  if (a.left >= 0 && (a.left == b.left || a.left == b.right))
    add_fault (crossings->faults, (guint) a.left, (guint) a.left, place);
  else if (a.right >= 0 && (a.right == b.left || a.right == b.right))
    add_fault (crossings->faults, (guint) a.right, (guint) a.right, place);
  else
    add_fault (crossings->faults, (guint) MAX (a.left, a.right), (guint) MAX (b.left, b.right),
               place);

  return crossings->faults->len < MAX_FAULTS;
}

static guint
find_root (guint *parents, guint at)
{
  while (parents[at] != at)
    at = parents[at] = parents[parents[at]];

  return at;
}

/* Lines that hang together, and of each such knot the westernmost place: what the knot says lies
 * around it there must be what the next line to the west says. */
static void
find_enclosed (const StreekMesh *mesh, GArray *faults)
{
  g_autofree guint *parents = g_new (guint, mesh->n_nodes);
  g_autofree StreekVertex *west = g_new (StreekVertex, mesh->n_nodes);
  g_autofree gint32 *units = g_new (gint32, mesh->n_nodes);
  guint n_knots = 0;

  for (guint i = 0; i < mesh->n_nodes; i++)
    {
      parents[i] = i;
      west[i] = (StreekVertex){ G_MAXINT32, G_MAXINT32 };
    }
  for (guint i = 0; i < mesh->n_arcs; i++)
    parents[find_root (parents, mesh->nodes[2 * i])] = find_root (parents, mesh->nodes[2 * i + 1]);

  for (guint i = 0; i < mesh->n_arcs; i++)
    {
      StreekArc arc;
      guint root = find_root (parents, mesh->nodes[2 * i]);

      streek_mesh_get_arc (mesh, 0, i, &arc);
      n_knots += west[root].x == G_MAXINT32;
      for (guint j = 0; j < arc.n_vertices; j++)
        if (arc.vertices[j].x < west[root].x)
          {
            west[root] = arc.vertices[j];
            units[root] = MAX (arc.left, arc.right);
          }
    }

  for (guint i = 0; n_knots > 1 && i < mesh->n_nodes; i++)
    if (parents[i] == i && west[i].x != G_MAXINT32)
      {
        gint32 said = streek_mesh_find_unit (mesh, west[i].x - 0.5, west[i].y);
        gint32 around = streek_mesh_find_unit_westward (mesh, west[i].x - 0.5, west[i].y);

        if (around != said)
          add_fault (faults, (guint) MAX (around, said), (guint) units[i], west[i]);
      }
}

static gboolean
has_fault (const GArray *faults, StreekMeshFaultKind kind)
{
  for (guint i = 0; i < faults->len; i++)
    if (g_array_index (faults, StreekMeshFault, i).kind == kind)
      return TRUE;

  return FALSE;
}

/* The mesh of joined borders; NULL without an error where the polygons are not fit for one. */
static StreekMesh *
make_joined (const StreekMeshBuilder *self,
             GArray *faults,
             GCancellable *cancellable,
             GError **error)
{
  StreekBuildRings rings;
  StreekBuildEdges edges;
  g_autoptr (StreekMesh) mesh = NULL;

  rings_init (&rings, self);
  streek_build_edges_init (&edges, &rings);
  for (guint round = 0; round < MAX_ROUNDS && !g_cancellable_is_cancelled (cancellable) &&
                        streek_build_join_borders (&rings, &edges, STREEK_MESH_BUILD_TOLERANCE_M);
       round++)
    {
      streek_build_edges_clear (&edges);
      streek_build_edges_init (&edges, &rings);
    }

  find_doubles (&edges, &rings, faults);

  gboolean goes_on = faults->len == 0 && !g_cancellable_is_cancelled (cancellable);
  Arcs arcs;

  if (goes_on)
    {
      /* a line has one vertex more than edges */
      arcs_init (&arcs, 2 * (gsize) rings.n_ids);
      collect_arcs (&edges, &rings, &arcs);
    }

  /* before the mesh asks for as much */
  streek_build_edges_clear (&edges);
  rings_clear (&rings);

  if (goes_on)
    {
      mesh = make_mesh (&arcs, self->n_units, NULL);
      arcs_clear (&arcs);
    }

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || mesh == NULL)
    return NULL;

  Crossings crossings = { mesh, faults };

  streek_mesh_list_crossings (mesh, 0, on_crossing_cb, &crossings);
  if (faults->len == 0)
    find_enclosed (mesh, faults);

  return faults->len == 0 ? g_steal_pointer (&mesh) : NULL;
}

/**
 * streek_mesh_builder_build:
 * @faults: (element-type StreekMeshFault): gets what is wrong, the first hundred of it
 * @shares_borders: (out): whether neighbours share their borders
 * @cancellable: (nullable): looked at between the steps
 * @error: return location for a #StreekGeoError
 *
 * Coordinates are whole metres. Borders that neighbours share vertex by vertex become one line, and
 * so do borders that keep within %STREEK_MESH_BUILD_TOLERANCE_M of each other; then the whole is
 * checked exactly: no line crosses another, no area lies in another.
 *
 * Where polygons lie over each other (%STREEK_MESH_FAULT_OVERLAPS) no border is shared: the mesh
 * that comes back holds every ring by itself, its lines cross, and streek_mesh_find_unit() says one
 * of the units. A polygon that crosses itself makes no mesh at all.
 *
 * Returns: (transfer full) (nullable): the mesh; %NULL with @error set where there is none
 */
StreekMesh *
streek_mesh_builder_build (StreekMeshBuilder *self,
                           GArray *faults,
                           gboolean *shares_borders,
                           GCancellable *cancellable,
                           GError **error)
{
  g_return_val_if_fail (self != NULL && faults != NULL, NULL);

  number_vertices (self);
  streek_places_close (&self->places);

  g_autoptr (GError) cancelled = NULL;
  StreekMesh *mesh = make_joined (self, faults, cancellable, &cancelled);

  *shares_borders = mesh != NULL;
  if (mesh != NULL)
    return mesh;

  if (cancelled != NULL)
    g_propagate_error (error, g_steal_pointer (&cancelled));
  else if (has_fault (faults, STREEK_MESH_FAULT_CROSSES_ITSELF))
    g_set_error_literal (error, STREEK_GEO_ERROR, STREEK_GEO_ERROR_INVALID,
                         _ ("A border crosses itself."));
  else
    return make_plain (self, error);

  return NULL;
}
