/* streek-label-point.c: the point of an area that lies furthest from its border */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-mesh-private.h"

#include <math.h>

/* A label does not need more than a hundredth of the area's size. */
#define PRECISION_SHARE 0.01
#define CELLS_PER_SIDE 4
#define STRETCH_LENGTH 8
#define MAX_THREADS 4

/* A square that may hold a better point than the best so far. */
typedef struct
{
  double x;
  double y;
  double half_m;
  double distance_m;   /* from the centre to the border, negative outside */
  double reach_m;      /* no point of the square can lie further from the border */
  StreekVertex near_a; /* the piece of border nearest to the centre */
  StreekVertex near_b;
} Cell;

/* A few pieces of border in a row, and the box around them. */
typedef struct
{
  StreekExtent box;
  StreekVertex before; /* where the first piece begins */
  guint first;         /* vertex that it ends in */
  guint end;
} Stretch;

typedef struct
{
  const StreekRings *rings;
  GArray *stretches; /* of Stretch */
  double precision_m;
  GArray *heap; /* of Cell, the one that reaches furthest on top */
  Cell best;
} Search;

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

static gboolean
is_beyond (double a, double b, double from, double distance)
{
  return (a - from > distance && b - from > distance) ||
         (from - a > distance && from - b > distance);
}

/* Border that lies far from a cell is put aside in stretches instead of piece by piece. */
static GArray *
cut_stretches (const StreekRings *rings)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));

  for (guint ring = 0; ring < rings->n_rings; ring++)
    {
      guint end = rings->ring_starts[ring + 1];
      StreekVertex before = rings->vertices[end - 1];

      for (guint first = rings->ring_starts[ring]; first < end; first += STRETCH_LENGTH)
        {
          Stretch stretch = { { before.x, before.y, before.x, before.y },
                              before,
                              first,
                              MIN (first + STRETCH_LENGTH, end) };

          for (guint i = first; i < stretch.end; i++)
            {
              before = rings->vertices[i];
              stretch.box.x_min = MIN (stretch.box.x_min, before.x);
              stretch.box.y_min = MIN (stretch.box.y_min, before.y);
              stretch.box.x_max = MAX (stretch.box.x_max, before.x);
              stretch.box.y_max = MAX (stretch.box.y_max, before.y);
            }

          g_array_append_val (stretches, stretch);
        }
    }

  return stretches;
}

/* Whether no piece of the stretch is nearer to the cell than @distance, and none is met on the way
 * from the cell to the right. */
static gboolean
is_far (const Stretch *stretch, const Cell *cell, double distance)
{
  const StreekExtent *box = &stretch->box;
  gboolean is_met = box->y_min <= cell->y && box->y_max >= cell->y && box->x_max + 1.0 >= cell->x;

  return !is_met && (is_beyond (box->x_min, box->x_max, cell->x, distance) ||
                     is_beyond (box->y_min, box->y_max, cell->y, distance));
}

/* Sets distance, reach and nearest border of a cell whose centre and size are known, and a piece of
 * border that is not far: then nearly all others are put aside by comparing. FALSE as soon as the
 * border proves to be as near as @too_near_m, which says that the cell is of no use. */
static gboolean
measure_cell (const Search *search, Cell *cell, double too_near_m)
{
  double nearest_m2 = measure_segment_m2 (cell->x, cell->y, cell->near_a, cell->near_b);
  double nearest_m = sqrt (nearest_m2);
  gboolean inside = FALSE;

  for (guint s = 0; s < search->stretches->len; s++)
    {
      const Stretch *stretch = &g_array_index (search->stretches, Stretch, s);
      StreekVertex a = stretch->before;

      if (is_far (stretch, cell, nearest_m))
        continue;

      for (guint i = stretch->first; i < stretch->end; i++)
        {
          StreekVertex b = search->rings->vertices[i];

          if ((a.y > cell->y) != (b.y > cell->y) &&
              cell->x < ((double) b.x - a.x) * (cell->y - a.y) / ((double) b.y - a.y) + a.x)
            inside = !inside;

          if (!is_beyond (a.x, b.x, cell->x, nearest_m) &&
              !is_beyond (a.y, b.y, cell->y, nearest_m))
            {
              double distance_m2 = measure_segment_m2 (cell->x, cell->y, a, b);

              if (distance_m2 < nearest_m2)
                {
                  nearest_m2 = distance_m2;
                  nearest_m = sqrt (nearest_m2);

                  if (nearest_m <= too_near_m)
                    return FALSE;

                  cell->near_a = a;
                  cell->near_b = b;
                }
            }

          a = b;
        }
    }

  cell->distance_m = inside ? nearest_m : -nearest_m;
  cell->reach_m = cell->distance_m + cell->half_m * G_SQRT2;

  return TRUE;
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
guess_cell (const Search *search)
{
  const StreekRings *rings = search->rings;
  double largest = 0;
  StreekVertex first = rings->vertices[0];
  Cell best = { .x = first.x, .y = first.y, .near_a = first, .near_b = first };

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
          best.x = origin.x + x / (3 * twice);
          best.y = origin.y + y / (3 * twice);
        }
    }

  measure_cell (search, &best, -1);

  return best;
}

/* Most squares need no measuring: the border that is near to a neighbour is near to them. */
static void
try_cell (Search *search, double x, double y, double half_m, const Cell *neighbour)
{
  Cell cell = {
    .x = x, .y = y, .half_m = half_m, .near_a = neighbour->near_a, .near_b = neighbour->near_b
  };
  double at_most_m = sqrt (measure_segment_m2 (x, y, neighbour->near_a, neighbour->near_b));

  if (at_most_m + half_m * G_SQRT2 <= search->best.distance_m + search->precision_m)
    return;

  /* neither better itself nor with room for anything better */
  double too_near_m =
    MIN (search->best.distance_m, search->best.distance_m + search->precision_m - half_m * G_SQRT2);

  if (!measure_cell (search, &cell, too_near_m))
    return;

  if (cell.distance_m > search->best.distance_m)
    search->best = cell;
  if (cell.reach_m > search->best.distance_m + search->precision_m)
    push_cell (search->heap, cell);
}

static void
try_first_cells (Search *search, StreekExtent extent)
{
  double width_m = (double) extent.x_max - extent.x_min;
  double height_m = (double) extent.y_max - extent.y_min;
  double size_m = MAX (MIN (width_m, height_m) / 2, MAX (width_m, height_m) / CELLS_PER_SIDE);
  Cell guess = search->best;

  for (double y = extent.y_min; y < extent.y_max; y += size_m)
    for (double x = extent.x_min; x < extent.x_max; x += size_m)
      try_cell (search, x + size_m / 2, y + size_m / 2, size_m / 2, &guess);
}

/**
 * streek_rings_find_label_circle:
 * @rings: the outline of one area, holes included
 * @circle: (out): its radius is the distance to the nearest border
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
streek_rings_find_label_circle (const StreekRings *rings, StreekCircle *circle)
{
  g_return_val_if_fail (rings != NULL && circle != NULL, FALSE);

  if (rings->n_rings == 0)
    return FALSE;

  StreekExtent extent = measure_extent (rings);
  double precision_m = PRECISION_SHARE * MAX ((double) extent.x_max - extent.x_min,
                                              (double) extent.y_max - extent.y_min);
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_autoptr (GArray) stretches = cut_stretches (rings);
  Search search = { rings, stretches, precision_m, heap, { 0 } };

  search.best = guess_cell (&search);

  try_first_cells (&search, extent);

  while (heap->len > 0)
    {
      Cell cell = pop_cell (heap);

      if (cell.reach_m - search.best.distance_m <= precision_m)
        break;

      for (guint i = 0; i < 4; i++)
        try_cell (&search, cell.x + (i & 1 ? 0.5 : -0.5) * cell.half_m,
                  cell.y + (i & 2 ? 0.5 : -0.5) * cell.half_m, cell.half_m / 2, &cell);
    }

  *circle = (StreekCircle){ search.best.x, search.best.y, MAX (search.best.distance_m, 0) };

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
  StreekCircle circle;

  if (!streek_rings_find_label_circle (rings, &circle))
    return FALSE;

  *x = circle.x;
  *y = circle.y;

  return TRUE;
}

/* Units from @first on, every second of two threads'. */
typedef struct
{
  const StreekRings *rings;
  StreekCircle *circles;
  guint first;
  guint step;
  guint n;
} Round;

static gpointer
find_circles (gpointer data)
{
  const Round *round = data;

  for (guint unit = round->first; unit < round->n; unit += round->step)
    streek_rings_find_label_circle (&round->rings[unit], &round->circles[unit]);

  return NULL;
}

/* As a mesh that is packed keeps them, so that a map looks the same wherever its circles are from.
 */
static double
round_to_dm (double m)
{
  return (double) lround (m * STREEK_MESH_DM_PER_M) / STREEK_MESH_DM_PER_M;
}

/* Every unit on its own. Thousands are worth a thread for each processor; the circles are the same.
 */
static StreekCircle *
find_unit_circles (const StreekMesh *mesh)
{
  guint level = streek_mesh_pick_level (mesh, STREEK_MESH_LABEL_DETAIL_M);
  StreekCircle *circles = g_new0 (StreekCircle, mesh->n_units);
  g_autofree gint32 *groups = g_new (gint32, mesh->n_units);
  guint n_threads =
    mesh->n_units < STREEK_MESH_MANY_UNITS ? 1 : CLAMP (g_get_num_processors (), 1, MAX_THREADS);
  Round rounds[MAX_THREADS];
  GThread *threads[MAX_THREADS] = { NULL };

  for (guint unit = 0; unit < mesh->n_units; unit++)
    groups[unit] = (gint32) unit;

  StreekRings *rings = streek_mesh_build_rings (mesh, level, groups, mesh->n_units);

  for (guint i = 0; i < n_threads; i++)
    rounds[i] = (Round){ rings, circles, i, n_threads, mesh->n_units };
  for (guint i = 1; i < n_threads; i++)
    threads[i] = g_thread_new ("streek-labels", find_circles, &rounds[i]);
  find_circles (&rounds[0]);
  for (guint i = 1; i < n_threads; i++)
    g_thread_join (threads[i]);

  streek_rings_free_array (rings, mesh->n_units);

  for (guint unit = 0; unit < mesh->n_units; unit++)
    circles[unit] = (StreekCircle){ round_to_dm (circles[unit].x), round_to_dm (circles[unit].y),
                                    round_to_dm (circles[unit].radius_m) };

  return circles;
}

const StreekCircle *
streek_mesh_get_unit_circles (const StreekMesh *mesh)
{
  StreekMesh *writable = (StreekMesh *) mesh;

  if (g_once_init_enter (&writable->circles_made))
    {
      if (mesh->unit_circles == NULL)
        writable->unit_circles = find_unit_circles (mesh);
      g_once_init_leave (&writable->circles_made, 1);
    }

  return mesh->unit_circles;
}
