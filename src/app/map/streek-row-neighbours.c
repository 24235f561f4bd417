/* streek-row-neighbours.c: which areas touch, and which one lies that way: for walking by keys */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "map/streek-row-neighbours.h"

#include <math.h>

typedef struct
{
  double x; /* metres */
  double y;
  double weight; /* km² */
} Middle;

struct _StreekRowNeighbours
{
  guint n_rows;
  Middle *middles;
  GHashTable *pairs; /* (element-type guint64): a set of both orders of each touching pair */
};

static guint64
make_pair (guint a, guint b)
{
  return ((guint64) a << 32) | b;
}

static void
add_pair (StreekRowNeighbours *self, guint a, guint b)
{
  guint64 pair = make_pair (a, b);

  g_hash_table_add (self->pairs, g_memdup2 (&pair, sizeof pair));
}

static void
collect_pairs (StreekRowNeighbours *self, const StreekMesh *mesh, const gint32 *row_of)
{
  guint coarsest = streek_mesh_get_n_levels (mesh) - 1;

  for (guint i = 0; i < streek_mesh_get_n_arcs (mesh); i++)
    {
      StreekArc arc;

      streek_mesh_get_arc (mesh, coarsest, i, &arc);
      if (arc.left < 0 || arc.right < 0)
        continue;

      gint32 left = row_of[arc.left];
      gint32 right = row_of[arc.right];

      if (left < 0 || right < 0 || left == right)
        continue;

      add_pair (self, left, right);
      add_pair (self, right, left);
    }
}

/* The middle of an area: of its units' boxes, each as heavy as its land. */
static void
find_middles (StreekRowNeighbours *self, const StreekMesh *mesh, const gint32 *row_of)
{
  for (guint unit = 0; unit < streek_mesh_get_n_units (mesh); unit++)
    {
      if (row_of[unit] < 0)
        continue;

      Middle *middle = &self->middles[row_of[unit]];
      StreekExtent box = streek_mesh_get_unit_extent (mesh, unit);
      double km2 = MAX (streek_mesh_get_unit_area_km2 (mesh, unit), 1e-6);

      middle->x += km2 * ((double) box.x_min + box.x_max) / 2;
      middle->y += km2 * ((double) box.y_min + box.y_max) / 2;
      middle->weight += km2;
    }

  for (guint row = 0; row < self->n_rows; row++)
    if (self->middles[row].weight > 0)
      {
        self->middles[row].x /= self->middles[row].weight;
        self->middles[row].y /= self->middles[row].weight;
      }
}

/**
 * streek_row_neighbours_new:
 * @mesh: the mesh of the map
 * @row_of: (array length=n_units): row of each unit, negative for none
 * @n_rows: number of rows
 *
 * Returns: (transfer full): who touches whom; keeps nothing of the arguments
 */
StreekRowNeighbours *
streek_row_neighbours_new (const StreekMesh *mesh, const gint32 *row_of, guint n_rows)
{
  g_return_val_if_fail (mesh != NULL && row_of != NULL, NULL);

  StreekRowNeighbours *self = g_new0 (StreekRowNeighbours, 1);

  self->n_rows = n_rows;
  self->middles = g_new0 (Middle, n_rows);
  self->pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  collect_pairs (self, mesh, row_of);
  find_middles (self, mesh, row_of);

  return self;
}

void
streek_row_neighbours_free (StreekRowNeighbours *self)
{
  g_hash_table_unref (self->pairs);
  g_free (self->middles);
  g_free (self);
}

gboolean
streek_row_neighbours_touch (const StreekRowNeighbours *self, guint a, guint b)
{
  guint64 pair = make_pair (a, b);

  return g_hash_table_contains (self->pairs, &pair);
}

/* How far @to lies that way of @from, and how far aside of it. */
static void
measure_step (const Middle *from, const Middle *to, StreekWay way, double *ahead, double *aside)
{
  double east = to->x - from->x;
  double north = to->y - from->y;

  switch (way)
    {
    case STREEK_WAY_NORTH:
      *ahead = north;
      *aside = fabs (east);
      break;
    case STREEK_WAY_SOUTH:
      *ahead = -north;
      *aside = fabs (east);
      break;
    case STREEK_WAY_EAST:
      *ahead = east;
      *aside = fabs (north);
      break;
    case STREEK_WAY_WEST:
    default:
      *ahead = -east;
      *aside = fabs (north);
    }
}

/**
 * streek_row_neighbours_find:
 * @self: neighbours
 * @row: where to start
 * @way: which way
 *
 * Takes the touching area that lies straightest that way. Where none touches (an enclave's other
 * side, an island), the nearest that lies within 45° of it.
 *
 * Returns: a row, or -1 where nothing lies that way
 */
int
streek_row_neighbours_find (const StreekRowNeighbours *self, guint row, StreekWay way)
{
  g_return_val_if_fail (row < self->n_rows, -1);

  int best = -1;
  double best_cost = INFINITY;

  for (guint other = 0; other < self->n_rows; other++)
    {
      double ahead;
      double aside;

      if (other == row || self->middles[other].weight <= 0)
        continue;

      measure_step (&self->middles[row], &self->middles[other], way, &ahead, &aside);
      if (ahead <= 0 || (aside > ahead && !streek_row_neighbours_touch (self, row, other)) ||
          aside > 3 * ahead)
        continue;

      /* Anything that touches comes before anything that does not. */
      double cost = ahead + 2 * aside;
      if (!streek_row_neighbours_touch (self, row, other))
        cost += 1e9;

      if (cost < best_cost)
        {
          best = (int) other;
          best_cost = cost;
        }
    }

  return best;
}

int
streek_row_neighbours_find_nearest (const StreekRowNeighbours *self, double x, double y)
{
  int best = -1;
  double best_distance = INFINITY;

  for (guint row = 0; row < self->n_rows; row++)
    {
      double distance = hypot (self->middles[row].x - x, self->middles[row].y - y);

      if (self->middles[row].weight > 0 && distance < best_distance)
        {
          best = (int) row;
          best_distance = distance;
        }
    }

  return best;
}

void
streek_row_neighbours_get_middle (const StreekRowNeighbours *self, guint row, double *x, double *y)
{
  g_return_if_fail (row < self->n_rows);

  *x = self->middles[row].x;
  *y = self->middles[row].y;
}
