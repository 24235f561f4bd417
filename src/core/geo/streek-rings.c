/* streek-rings.c: the outlines of any union of units, chained from arcs with one side in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-mesh-private.h"

#include <math.h>

/* An arc walked one way: twice its index, plus one for backwards. The group lies on its left. */
typedef guint32 Half;

#define NO_HALF G_MAXUINT32

typedef struct
{
  const StreekMesh *mesh;
  const StreekMeshLevel *level;
  gint32 *group_of_half; /* negative where the half bounds no group */
  guint32 *node_starts;  /* (array length=n_nodes + 1) */
  Half *leaving;         /* the halves that leave each node */
  guint8 *used;
  guint32 *places; /* per node: where the walk left it, counted from 1; 0 where it did not */
} Chains;

/* One ring: a run of halves in Rings.halves. */
typedef struct
{
  gint32 group;
  guint first;
  guint n;
} RingRun;

typedef struct
{
  GArray *halves; /* of Half */
  GArray *runs;   /* of RingRun */
} Runs;

static guint32
get_start (const StreekMesh *mesh, Half half)
{
  return mesh->nodes[half];
}

static guint32
get_end (const StreekMesh *mesh, Half half)
{
  return mesh->nodes[half ^ 1];
}

/* The vertex @steps from the start of the half. */
static StreekVertex
get_vertex (const Chains *chains, Half half, guint steps)
{
  guint arc = half / 2;
  guint32 first = chains->level->starts[arc];
  guint32 last = chains->level->starts[arc + 1] - 1;

  return chains->level->vertices[(half & 1) ? last - steps : first + steps];
}

static guint
count_vertices (const Chains *chains, Half half)
{
  return chains->level->starts[half / 2 + 1] - chains->level->starts[half / 2];
}

static gint32
find_group (const gint32 *group_of, guint n_groups, gint32 unit)
{
  if (unit < 0 || group_of[unit] < 0 || (guint) group_of[unit] >= n_groups)
    return -1;

  return group_of[unit];
}

static void
file_half (Chains *chains, Half half, gint32 group)
{
  chains->group_of_half[half] = group;

  if (group >= 0)
    chains->node_starts[get_start (chains->mesh, half)]++;
}

static void
chains_init (
  Chains *chains, const StreekMesh *mesh, guint level, const gint32 *group_of, guint n_groups)
{
  guint n_halves = 2 * mesh->n_arcs;

  chains->mesh = mesh;
  chains->level = streek_mesh_peek_level (mesh, level);
  chains->group_of_half = g_new (gint32, n_halves);
  chains->node_starts = g_new0 (guint32, mesh->n_nodes + 1);
  chains->used = g_new0 (guint8, n_halves);
  chains->places = g_new0 (guint32, mesh->n_nodes);

  for (guint i = 0; i < mesh->n_arcs; i++)
    {
      gint32 left = find_group (group_of, n_groups, mesh->left[i]);
      gint32 right = find_group (group_of, n_groups, mesh->right[i]);

      file_half (chains, 2 * i, left != right ? left : -1);
      file_half (chains, 2 * i + 1, left != right ? right : -1);
    }

  for (guint i = 1; i <= mesh->n_nodes; i++)
    chains->node_starts[i] += chains->node_starts[i - 1];

  chains->leaving = g_new (Half, MAX (chains->node_starts[mesh->n_nodes], 1));

  for (Half half = n_halves; half-- > 0;)
    if (chains->group_of_half[half] >= 0)
      chains->leaving[--chains->node_starts[get_start (mesh, half)]] = half;
}

static void
chains_clear (Chains *chains)
{
  g_free (chains->group_of_half);
  g_free (chains->node_starts);
  g_free (chains->leaving);
  g_free (chains->used);
  g_free (chains->places);
}

/* How far to turn clockwise from looking back along @arriving to looking along @leaving. */
static double
measure_turn_rad (const Chains *chains, Half arriving, Half leaving)
{
  StreekVertex node = get_vertex (chains, leaving, 0);
  StreekVertex back = get_vertex (chains, arriving ^ 1, 1);
  StreekVertex ahead = get_vertex (chains, leaving, 1);
  double bx = (double) back.x - node.x;
  double by = (double) back.y - node.y;
  double ax = (double) ahead.x - node.x;
  double ay = (double) ahead.y - node.y;
  double turn_rad = atan2 (bx * ay - by * ax, bx * ax + by * ay);

  return turn_rad < 0 ? -turn_rad : 2 * G_PI - turn_rad;
}

/* The group lies left of the line, so the wedge it fills at this node ends at the first of its
 * lines clockwise. */
static Half
find_next (const Chains *chains, Half arriving)
{
  guint32 node = get_end (chains->mesh, arriving);
  gint32 group = chains->group_of_half[arriving];
  double smallest_rad = INFINITY;
  Half next = NO_HALF;

  for (guint i = chains->node_starts[node]; i < chains->node_starts[node + 1]; i++)
    {
      Half leaving = chains->leaving[i];

      if (chains->group_of_half[leaving] != group || chains->used[leaving])
        continue;

      double turn_rad = measure_turn_rad (chains, arriving, leaving);

      if (turn_rad < smallest_rad)
        {
          smallest_rad = turn_rad;
          next = leaving;
        }
    }

  return next;
}

static void
add_run (Runs *runs, gint32 group, const GArray *walk, guint first)
{
  RingRun run = { group, runs->halves->len, walk->len - first };

  g_array_append_vals (runs->halves, &g_array_index (walk, Half, first), run.n);
  g_array_append_val (runs->runs, run);
}

static void
shorten_walk (Chains *chains, GArray *walk, guint n)
{
  for (guint i = n; i < walk->len; i++)
    chains->places[get_start (chains->mesh, g_array_index (walk, Half, i))] = 0;

  g_array_set_size (walk, n);
}

/* Walks once around; a node met twice cuts off a ring of its own, so that a hole that touches the
 * outline is a hole, and two lands that touch at a corner are two. */
static void
walk_ring (Chains *chains, Half start, GArray *walk, Runs *runs)
{
  gint32 group = chains->group_of_half[start];

  for (Half half = start; half != NO_HALF; half = find_next (chains, half))
    {
      chains->used[half] = TRUE;
      g_array_append_val (walk, half);
      chains->places[get_start (chains->mesh, half)] = walk->len;

      guint32 place = chains->places[get_end (chains->mesh, half)];

      if (place == 0)
        continue;

      add_run (runs, group, walk, place - 1);
      shorten_walk (chains, walk, place - 1);
    }

  shorten_walk (chains, walk, 0);
}

static void
count_rings (const Chains *chains, const Runs *runs, StreekRings *rings, guint *n_vertices)
{
  for (guint i = 0; i < runs->runs->len; i++)
    {
      const RingRun *run = &g_array_index (runs->runs, RingRun, i);

      rings[run->group].n_rings++;

      for (guint j = 0; j < run->n; j++)
        n_vertices[run->group] +=
          count_vertices (chains, g_array_index (runs->halves, Half, run->first + j)) - 1;
    }
}

static void
fill_ring (const Chains *chains, const Runs *runs, const RingRun *run, StreekRings *rings)
{
  guint n = rings->ring_starts[rings->n_rings];

  for (guint i = 0; i < run->n; i++)
    {
      Half half = g_array_index (runs->halves, Half, run->first + i);

      for (guint j = 0; j + 1 < count_vertices (chains, half); j++)
        rings->vertices[n++] = get_vertex (chains, half, j);
    }

  rings->ring_starts[++rings->n_rings] = n;
}

static StreekRings *
collect_rings (const Chains *chains, const Runs *runs, guint n_groups)
{
  StreekRings *rings = g_new0 (StreekRings, MAX (n_groups, 1));
  g_autofree guint *n_vertices = g_new0 (guint, MAX (n_groups, 1));

  count_rings (chains, runs, rings, n_vertices);

  for (guint i = 0; i < n_groups; i++)
    {
      rings[i].ring_starts = g_new0 (guint, rings[i].n_rings + 1);
      rings[i].vertices = g_new (StreekVertex, MAX (n_vertices[i], 1));
      rings[i].n_rings = 0;
    }

  for (guint i = 0; i < runs->runs->len; i++)
    {
      const RingRun *run = &g_array_index (runs->runs, RingRun, i);

      fill_ring (chains, runs, run, &rings[run->group]);
    }

  return rings;
}

/**
 * streek_mesh_build_rings:
 * @level: a level of detail
 * @group_of: (array): per unit the group it belongs to, negative for none
 * @n_groups: how many groups there are; a higher number counts as none
 *
 * Finds the outlines of unions of units: the arcs with exactly one side inside, chained at their
 * ends. Every ring is simple: where an outline meets itself in a point, it becomes several rings.
 *
 * Returns: (transfer full) (array length=n_groups): the rings of each group, none for an empty
 *   group; free with streek_rings_free_array()
 */
StreekRings *
streek_mesh_build_rings (const StreekMesh *mesh,
                         guint level,
                         const gint32 *group_of,
                         guint n_groups)
{
  g_return_val_if_fail (level < mesh->n_levels, NULL);

  Chains chains;
  g_autoptr (GArray) halves = g_array_new (FALSE, FALSE, sizeof (Half));
  g_autoptr (GArray) ring_runs = g_array_new (FALSE, FALSE, sizeof (RingRun));
  g_autoptr (GArray) walk = g_array_new (FALSE, FALSE, sizeof (Half));
  Runs runs = { halves, ring_runs };

  chains_init (&chains, mesh, level, group_of, n_groups);

  for (Half half = 0; half < 2 * mesh->n_arcs; half++)
    if (chains.group_of_half[half] >= 0 && !chains.used[half])
      walk_ring (&chains, half, walk, &runs);

  StreekRings *rings = collect_rings (&chains, &runs, n_groups);

  chains_clear (&chains);

  return rings;
}

/**
 * streek_rings_free_array:
 * @rings: (nullable) (transfer full) (array length=n_groups): from streek_mesh_build_rings()
 */
void
streek_rings_free_array (StreekRings *rings, guint n_groups)
{
  for (guint i = 0; rings != NULL && i < n_groups; i++)
    {
      g_free (rings[i].ring_starts);
      g_free (rings[i].vertices);
    }

  g_free (rings);
}
