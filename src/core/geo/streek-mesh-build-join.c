/* streek-mesh-build-join.c: borders of neighbours that nearly coincide become one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-mesh-build-private.h"

#include <math.h>
#include <stdlib.h>

#define PLACES_PER_CELL 2
#define MAX_CELLS_PER_SIDE 4096
#define NO_PLACE G_MAXUINT32

/* The places on borders that no neighbour shares, by square. */
typedef struct
{
  double cell_m;
  gint32 x_min;
  gint32 y_min;
  guint n_columns;
  guint n_rows;
  guint32 *starts;
  guint32 *members;
} Grid;

/* A place that @edge must pass through, @along its way. */
typedef struct
{
  guint32 edge;
  double along;
  guint32 place;
} Insertion;

/* Takes out of @ids, the vertices of one ring, what comes twice in a row, and ways there and back.
 * Returns how many are left; fewer than three are no ring. */
guint
streek_build_clean_ring (guint32 *ids, guint n)
{
  guint top = 0;

  for (guint i = 0; i < n; i++)
    {
      if (top > 0 && ids[top - 1] == ids[i])
        continue;
      if (top > 1 && ids[top - 2] == ids[i])
        top--;
      else
        ids[top++] = ids[i];
    }

  guint first = 0;

  while (top - first > 2)
    {
      if (ids[first] == ids[top - 1])
        top--;
      else if (ids[first] == ids[top - 2])
        top -= 2;
      else if (ids[first + 1] == ids[top - 1])
        first++;
      else
        break;
    }

  for (guint i = first; first > 0 && i < top; i++)
    ids[i - first] = ids[i];

  return top - first;
}

static guint
find_column (const Grid *grid, double x)
{
  return (guint) CLAMP ((x - grid->x_min) / grid->cell_m, 0, grid->n_columns - 1);
}

static guint
find_row (const Grid *grid, double y)
{
  return (guint) CLAMP ((y - grid->y_min) / grid->cell_m, 0, grid->n_rows - 1);
}

static guint32 *
find_cell (const Grid *grid, StreekVertex place)
{
  return &grid->starts[find_row (grid, place.y) * grid->n_columns + find_column (grid, place.x)];
}

static void
grid_init (Grid *grid, const StreekVertex *places, const GArray *open)
{
  gint32 x_max = G_MININT32;
  gint32 y_max = G_MININT32;

  grid->x_min = grid->y_min = G_MAXINT32;
  for (guint i = 0; i < open->len; i++)
    {
      StreekVertex place = places[g_array_index (open, guint32, i)];

      grid->x_min = MIN (grid->x_min, place.x);
      grid->y_min = MIN (grid->y_min, place.y);
      x_max = MAX (x_max, place.x);
      y_max = MAX (y_max, place.y);
    }

  double width_m = (double) x_max - grid->x_min + 1;
  double height_m = (double) y_max - grid->y_min + 1;

  grid->cell_m = MAX (sqrt (width_m * height_m * PLACES_PER_CELL / open->len),
                      MAX (width_m, height_m) / MAX_CELLS_PER_SIDE);
  grid->n_columns = (guint) (width_m / grid->cell_m) + 1;
  grid->n_rows = (guint) (height_m / grid->cell_m) + 1;

  guint n_cells = grid->n_columns * grid->n_rows;

  grid->starts = g_new0 (guint32, (gsize) n_cells + 1);
  grid->members = g_new (guint32, open->len);
  for (guint i = 0; i < open->len; i++)
    find_cell (grid, places[g_array_index (open, guint32, i)])[0]++;
  for (guint i = 1; i <= n_cells; i++)
    grid->starts[i] += grid->starts[i - 1];
  for (guint i = open->len; i-- > 0;)
    {
      guint32 place = g_array_index (open, guint32, i);

      grid->members[--find_cell (grid, places[place])[0]] = place;
    }
}

static void
grid_clear (Grid *grid)
{
  g_free (grid->starts);
  g_free (grid->members);
}

static GArray *
list_open_places (const StreekBuildRings *rings, const StreekBuildEdges *edges)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint8 *seen = g_new0 (guint8, rings->n_places);

  for (guint32 i = 0; i < edges->n; i++)
    {
      const guint32 ends[] = { rings->ids[i], edges->to[i] };

      for (guint j = 0; edges->twin[i] == STREEK_NO_EDGE && j < 2; j++)
        if (!seen[ends[j]])
          {
            seen[ends[j]] = TRUE;
            g_array_append_val (open, ends[j]);
          }
    }

  return open;
}

/* Per place the one it becomes: the first of those within the tolerance that stays where it is.
 * NULL where every place stays. */
static guint32 *
merge_places (const StreekBuildRings *rings,
              const Grid *grid,
              const GArray *open,
              double tolerance_m)
{
  guint32 *becomes = g_new (guint32, rings->n_places);
  gboolean any = FALSE;

  for (guint32 i = 0; i < rings->n_places; i++)
    becomes[i] = i;

  for (guint i = 0; i < open->len; i++)
    {
      guint32 place = g_array_index (open, guint32, i);
      StreekVertex at = rings->places[place];
      guint32 nearest = NO_PLACE;

      for (guint row = find_row (grid, at.y - tolerance_m);
           row <= find_row (grid, at.y + tolerance_m); row++)
        for (guint column = find_column (grid, at.x - tolerance_m);
             column <= find_column (grid, at.x + tolerance_m); column++)
          for (guint32 j = grid->starts[row * grid->n_columns + column];
               j < grid->starts[row * grid->n_columns + column + 1]; j++)
            {
              guint32 other = grid->members[j];
              StreekVertex there = rings->places[other];

              if (other < place && becomes[other] == other &&
                  hypot (there.x - at.x, there.y - at.y) <= tolerance_m)
                nearest = MIN (nearest, other);
            }

      if (nearest != NO_PLACE)
        {
          becomes[place] = nearest;
          any = TRUE;
        }
    }

  if (!any)
    g_clear_pointer (&becomes, g_free);

  return becomes;
}

/* How far along the line from @a to @b the point lies, in metres; negative where it lies further
 * off than the tolerance, or not beside it. */
static double
measure_along_m (StreekVertex a, StreekVertex b, StreekVertex point, double tolerance_m)
{
  double dx = (double) b.x - a.x;
  double dy = (double) b.y - a.y;
  double length_m = hypot (dx, dy);
  double px = (double) point.x - a.x;
  double py = (double) point.y - a.y;

  if (length_m == 0 || fabs (px * dy - py * dx) / length_m > tolerance_m)
    return -1;

  double along_m = (px * dx + py * dy) / length_m;

  return along_m > 0 && along_m < length_m ? along_m : -1;
}

static void
find_insertions (const StreekBuildRings *rings,
                 const StreekBuildEdges *edges,
                 const Grid *grid,
                 double tolerance_m,
                 GArray *insertions)
{
  for (guint32 edge = 0; edge < edges->n; edge++)
    {
      if (edges->twin[edge] != STREEK_NO_EDGE)
        continue;

      StreekVertex a = rings->places[rings->ids[edge]];
      StreekVertex b = rings->places[edges->to[edge]];

      for (guint row = find_row (grid, MIN (a.y, b.y) - tolerance_m);
           row <= find_row (grid, MAX (a.y, b.y) + tolerance_m); row++)
        for (guint column = find_column (grid, MIN (a.x, b.x) - tolerance_m);
             column <= find_column (grid, MAX (a.x, b.x) + tolerance_m); column++)
          for (guint32 j = grid->starts[row * grid->n_columns + column];
               j < grid->starts[row * grid->n_columns + column + 1]; j++)
            {
              guint32 place = grid->members[j];
              double along_m = measure_along_m (a, b, rings->places[place], tolerance_m);
              Insertion insertion = { edge, along_m, place };

              if (place != rings->ids[edge] && place != edges->to[edge] && along_m > 0)
                g_array_append_val (insertions, insertion);
            }
    }
}

static int
compare_insertions (gconstpointer a, gconstpointer b)
{
  const Insertion *first = a;
  const Insertion *second = b;

  if (first->edge != second->edge)
    return first->edge < second->edge ? -1 : 1;
  if (first->along != second->along)
    return first->along < second->along ? -1 : 1;

  return first->place < second->place ? -1 : first->place > second->place;
}

/* Writes every ring anew, with what is inserted and merged; a ring that comes to nothing is gone.
 */
static void
rewrite (StreekBuildRings *rings, const GArray *insertions, const guint32 *becomes)
{
  guint32 *ids = g_new (guint32, rings->n_ids + insertions->len);
  guint32 n_ids = 0;
  guint n_rings = 0;
  guint next = 0;

  for (guint i = 0; i < rings->n_rings; i++)
    {
      StreekBuildRing ring = rings->rings[i];
      guint32 start = n_ids;

      for (guint32 j = 0; j < ring.n; j++)
        {
          guint32 edge = ring.start + j;

          ids[n_ids++] = becomes != NULL ? becomes[rings->ids[edge]] : rings->ids[edge];
          for (; next < insertions->len && g_array_index (insertions, Insertion, next).edge == edge;
               next++)
            {
              guint32 place = g_array_index (insertions, Insertion, next).place;

              ids[n_ids++] = becomes != NULL ? becomes[place] : place;
            }
        }

      guint n = streek_build_clean_ring (ids + start, n_ids - start);

      n_ids = start;
      if (n >= 3)
        {
          rings->rings[n_rings++] = (StreekBuildRing){ ring.unit, start, n };
          n_ids += n;
        }
    }

  g_free (rings->written);
  rings->written = ids;
  rings->ids = ids;
  rings->n_ids = n_ids;
  rings->n_rings = n_rings;
}

/**
 * streek_build_join_borders:
 * @edges: of @rings; no longer true afterwards where the answer is %TRUE
 *
 * Looks at what no neighbour shares vertex by vertex: places within the tolerance become one, and a
 * line that passes a place within it goes through that place.
 *
 * Returns: whether anything changed
 */
gboolean
streek_build_join_borders (StreekBuildRings *rings,
                           const StreekBuildEdges *edges,
                           double tolerance_m)
{
  g_autoptr (GArray) open = list_open_places (rings, edges);
  g_autoptr (GArray) insertions = g_array_new (FALSE, FALSE, sizeof (Insertion));
  Grid grid;

  if (open->len == 0)
    return FALSE;

  grid_init (&grid, rings->places, open);
  g_autofree guint32 *becomes = merge_places (rings, &grid, open, tolerance_m);

  /* first places, then lines: a place that moves is no place to go through */
  if (becomes == NULL)
    find_insertions (rings, edges, &grid, tolerance_m, insertions);
  grid_clear (&grid);

  if (becomes == NULL && insertions->len == 0)
    return FALSE;

  if (insertions->len > 1)
    qsort (insertions->data, insertions->len, sizeof (Insertion), compare_insertions);
  rewrite (rings, insertions, becomes);

  return TRUE;
}
