/* streek-label-point.c: the point of an area that lies furthest from its border */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-mesh.h"

#include <math.h>

/* A label does not need more than a hundredth of the area's size. */
#define PRECISION_SHARE 0.01
#define CELLS_PER_SIDE 4

/* A square that may hold a better point than the best so far. */
typedef struct
{
  double x;
  double y;
  double half_m;
  double distance_m; /* from the centre to the border, negative outside */
  double reach_m;    /* no point of the square can lie further from the border */
} Cell;

static double
measure_segment_m2 (double x, double y, StreekVertex a, StreekVertex b)
{
  double dx = (double) b.x - a.x;
  double dy = (double) b.y - a.y;
  double length_m2 = dx * dx + dy * dy;
  double along = length_m2 > 0 ? ((x - a.x) * dx + (y - a.y) * dy) / length_m2 : 0;

  along = CLAMP (along, 0, 1);

  double ex = a.x + along * dx - x;
  double ey = a.y + along * dy - y;

  return ex * ex + ey * ey;
}

static double
measure_distance_m (const StreekRings *rings, double x, double y)
{
  double nearest_m2 = INFINITY;
  gboolean inside = FALSE;

  for (guint ring = 0; ring < rings->n_rings; ring++)
    {
      StreekVertex a = rings->vertices[rings->ring_starts[ring + 1] - 1];

      for (guint i = rings->ring_starts[ring]; i < rings->ring_starts[ring + 1]; i++)
        {
          StreekVertex b = rings->vertices[i];

          if ((a.y > y) != (b.y > y) &&
              x < ((double) b.x - a.x) * (y - a.y) / ((double) b.y - a.y) + a.x)
            inside = !inside;

          nearest_m2 = fmin (nearest_m2, measure_segment_m2 (x, y, a, b));
          a = b;
        }
    }

  return inside ? sqrt (nearest_m2) : -sqrt (nearest_m2);
}

static Cell
measure_cell (const StreekRings *rings, double x, double y, double half_m)
{
  double distance_m = measure_distance_m (rings, x, y);

  return (Cell){ x, y, half_m, distance_m, distance_m + half_m * G_SQRT2 };
}

static void
sift_up (GArray *heap, guint at)
{
  Cell *cells = (Cell *) (void *) heap->data;

  while (at > 0 && cells[(at - 1) / 2].reach_m < cells[at].reach_m)
    {
      Cell parent = cells[(at - 1) / 2];

      cells[(at - 1) / 2] = cells[at];
      cells[at] = parent;
      at = (at - 1) / 2;
    }
}

static void
sift_down (GArray *heap)
{
  Cell *cells = (Cell *) (void *) heap->data;

  for (guint at = 0, child; (child = 2 * at + 1) < heap->len; at = child)
    {
      if (child + 1 < heap->len && cells[child + 1].reach_m > cells[child].reach_m)
        child++;
      if (cells[at].reach_m >= cells[child].reach_m)
        break;

      Cell lower = cells[at];

      cells[at] = cells[child];
      cells[child] = lower;
    }
}

static void
push_cell (GArray *heap, Cell cell)
{
  g_array_append_val (heap, cell);
  sift_up (heap, heap->len - 1);
}

static Cell
pop_cell (GArray *heap)
{
  Cell top = g_array_index (heap, Cell, 0);

  g_array_index (heap, Cell, 0) = g_array_index (heap, Cell, heap->len - 1);
  g_array_set_size (heap, heap->len - 1);
  sift_down (heap);

  return top;
}

static StreekExtent
measure_extent (const StreekRings *rings)
{
  StreekExtent extent = { G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32 };

  for (guint i = 0; i < rings->ring_starts[rings->n_rings]; i++)
    {
      extent.x_min = MIN (extent.x_min, rings->vertices[i].x);
      extent.y_min = MIN (extent.y_min, rings->vertices[i].y);
      extent.x_max = MAX (extent.x_max, rings->vertices[i].x);
      extent.y_max = MAX (extent.y_max, rings->vertices[i].y);
    }

  return extent;
}

/* The centre of gravity of the largest ring: nearly always inside, and a good first guess. */
static Cell
guess_cell (const StreekRings *rings)
{
  double largest = 0;
  Cell best = { .distance_m = -INFINITY };

  for (guint ring = 0; ring < rings->n_rings; ring++)
    {
      StreekVertex origin = rings->vertices[rings->ring_starts[ring]];
      double twice = 0;
      double x = 0;
      double y = 0;

      for (guint i = rings->ring_starts[ring]; i + 1 < rings->ring_starts[ring + 1]; i++)
        {
          double ax = (double) rings->vertices[i].x - origin.x;
          double ay = (double) rings->vertices[i].y - origin.y;
          double bx = (double) rings->vertices[i + 1].x - origin.x;
          double by = (double) rings->vertices[i + 1].y - origin.y;
          double cross = ax * by - bx * ay;

          twice += cross;
          x += (ax + bx) * cross;
          y += (ay + by) * cross;
        }

      if (twice > largest)
        {
          largest = twice;
          best = measure_cell (rings, origin.x + x / (3 * twice), origin.y + y / (3 * twice), 0);
        }
    }

  return best;
}

static void
push_first_cells (const StreekRings *rings, StreekExtent extent, GArray *heap)
{
  double width_m = (double) extent.x_max - extent.x_min;
  double height_m = (double) extent.y_max - extent.y_min;
  double size_m = MAX (MIN (width_m, height_m) / 2, MAX (width_m, height_m) / CELLS_PER_SIDE);

  for (double y = extent.y_min; y < extent.y_max; y += size_m)
    for (double x = extent.x_min; x < extent.x_max; x += size_m)
      push_cell (heap, measure_cell (rings, x + size_m / 2, y + size_m / 2, size_m / 2));
}

/**
 * streek_rings_find_label_circle:
 * @rings: the outline of one area, holes included
 * @x: (out): metres east
 * @y: (out): metres north
 * @radius: (out) (optional): metres to the nearest border
 *
 * Finds the middle of the largest circle inside the area, to a hundredth of the area's size: where
 * a name or a symbol stands best. Of an area of several parts, the roomiest part wins.
 *
 * Source: Garcia-Castellanos & Lombardo (2007), Scottish Geographical Journal 123(3), "Poles of
 * inaccessibility"; the search by squares is V. Agafonkin's polylabel (Mapbox, 2016).
 *
 * Returns: %FALSE where there is no ring
 */
gboolean
streek_rings_find_label_circle (const StreekRings *rings, double *x, double *y, double *radius)
{
  g_return_val_if_fail (rings != NULL && x != NULL && y != NULL, FALSE);

  if (rings->n_rings == 0)
    return FALSE;

  StreekExtent extent = measure_extent (rings);
  double precision_m = PRECISION_SHARE * MAX ((double) extent.x_max - extent.x_min,
                                              (double) extent.y_max - extent.y_min);
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (Cell));
  Cell best = guess_cell (rings);

  push_first_cells (rings, extent, heap);

  while (heap->len > 0)
    {
      Cell cell = pop_cell (heap);

      if (cell.distance_m > best.distance_m)
        best = cell;
      if (cell.reach_m - best.distance_m <= precision_m)
        break;

      for (guint i = 0; i < 4; i++)
        push_cell (heap,
                   measure_cell (rings, cell.x + (i & 1 ? 0.5 : -0.5) * cell.half_m,
                                 cell.y + (i & 2 ? 0.5 : -0.5) * cell.half_m, cell.half_m / 2));
    }

  *x = best.x;
  *y = best.y;

  if (radius != NULL)
    *radius = MAX (best.distance_m, 0);

  return TRUE;
}

/**
 * streek_rings_find_label_point:
 *
 * As streek_rings_find_label_circle(), without the radius.
 */
gboolean
streek_rings_find_label_point (const StreekRings *rings, double *x, double *y)
{
  return streek_rings_find_label_circle (rings, x, y, NULL);
}

/**
 * streek_rings_get_label_radius:
 *
 * Returns: metres between the label point and the nearest border, 0 where there is no ring. Who
 *   wants point and radius asks for the circle: the search is the same and is done again here.
 */
double
streek_rings_get_label_radius (const StreekRings *rings)
{
  double x;
  double y;
  double radius_m = 0;

  streek_rings_find_label_circle (rings, &x, &y, &radius_m);

  return radius_m;
}
