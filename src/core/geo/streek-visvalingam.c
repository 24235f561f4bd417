/* streek-visvalingam.c: levels of detail of a set of lines that must keep clear of each other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-visvalingam.h"

#include <math.h>

#define VERTICES_PER_CELL 2
#define MAX_CELLS_PER_SIDE 4096
#define NO_VERTEX G_MAXUINT32
#define NOT_QUEUED G_MAXUINT32
/* Children of an entry in the heap: four lie in one line of the processor's cache. */
#define HEAP_WIDTH 4

/* What the grid and the heap hold is copied into them: looking it up elsewhere would cost more than
 * all comparing. */
typedef struct
{
  StreekVertex place;
  guint32 vertex;
} Member;

typedef struct
{
  gint64 twice_area_m2;
  guint32 vertex;
} Entry;

/* Vertices by square: nearly every corner is taken away after a look at two or three of them. */
typedef struct
{
  double cell_m;
  gint32 x_min;
  gint32 y_min;
  guint n_columns;
  guint n_rows;
  guint32 *starts;
  Member *members;
} Grid;

typedef struct
{
  const StreekVertex *vertices;
  const guint32 *starts;
  guint n_arcs;
  guint n_vertices;

  guint32 *previous; /* neighbours that are still there; NO_VERTEX beyond the ends */
  guint32 *next;
  guint32 *arc_of;
  guint32 *n_left; /* per arc: vertices that are still there */
  guint32 *n_least;
  gint64 *twice_area_m2;
  gint64 removed_m2; /* twice the largest triangle taken away: areas never shrink below it */
  guint8 *gone;

  Entry *heap; /* the smallest triangle on top */
  guint32 *place_in_heap;
  guint n_heap;
  GArray *blocked; /* vertices that could not go in this pass */

  Grid grid;
} Simplifier;

static gboolean
is_same_place (StreekVertex a, StreekVertex b)
{
  return a.x == b.x && a.y == b.y;
}

static gint64
turn (StreekVertex a, StreekVertex b, StreekVertex c)
{
  return ((gint64) b.x - a.x) * ((gint64) c.y - a.y) - ((gint64) b.y - a.y) * ((gint64) c.x - a.x);
}

static void
find_cell (const Grid *grid, gint32 x, gint32 y, guint *column, guint *row)
{
  *column = MIN ((guint) (((double) x - grid->x_min) / grid->cell_m), grid->n_columns - 1);
  *row = MIN ((guint) (((double) y - grid->y_min) / grid->cell_m), grid->n_rows - 1);
}

static guint32 *
find_cell_start (const Grid *grid, StreekVertex vertex)
{
  guint column;
  guint row;

  find_cell (grid, vertex.x, vertex.y, &column, &row);

  return &grid->starts[row * grid->n_columns + column];
}

static void
grid_init (Grid *grid, const StreekVertex *vertices, guint n)
{
  gint32 x_max = G_MININT32;
  gint32 y_max = G_MININT32;

  grid->x_min = G_MAXINT32;
  grid->y_min = G_MAXINT32;

  for (guint i = 0; i < n; i++)
    {
      grid->x_min = MIN (grid->x_min, vertices[i].x);
      grid->y_min = MIN (grid->y_min, vertices[i].y);
      x_max = MAX (x_max, vertices[i].x);
      y_max = MAX (y_max, vertices[i].y);
    }

  double width_m = (double) x_max - grid->x_min + 1;
  double height_m = (double) y_max - grid->y_min + 1;

  grid->cell_m = MAX (sqrt (width_m * height_m * VERTICES_PER_CELL / n),
                      MAX (width_m, height_m) / MAX_CELLS_PER_SIDE);
  grid->n_columns = (guint) (width_m / grid->cell_m) + 1;
  grid->n_rows = (guint) (height_m / grid->cell_m) + 1;

  guint n_cells = grid->n_columns * grid->n_rows;

  grid->starts = g_new0 (guint32, n_cells + 1);
  grid->members = g_new (Member, n);

  for (guint i = 0; i < n; i++)
    find_cell_start (grid, vertices[i])[0]++;
  for (guint i = 1; i <= n_cells; i++)
    grid->starts[i] += grid->starts[i - 1];
  for (guint i = 0; i < n; i++)
    grid->members[--find_cell_start (grid, vertices[i])[0]] = (Member){ vertices[i], i };
}

static gboolean
is_before (Entry a, Entry b)
{
  if (a.twice_area_m2 != b.twice_area_m2)
    return a.twice_area_m2 < b.twice_area_m2;

  return a.vertex < b.vertex;
}

static void
put_in_heap (Simplifier *self, guint at, Entry entry)
{
  self->heap[at] = entry;
  self->place_in_heap[entry.vertex] = at;
}

static void
sift_up (Simplifier *self, guint at)
{
  Entry entry = self->heap[at];

  for (guint parent; at > 0 && is_before (entry, self->heap[parent = (at - 1) / HEAP_WIDTH]);
       at = parent)
    put_in_heap (self, at, self->heap[parent]);

  put_in_heap (self, at, entry);
}

static void
sift_down (Simplifier *self, guint at)
{
  Entry entry = self->heap[at];

  for (guint first; (first = HEAP_WIDTH * at + 1) < self->n_heap;)
    {
      guint least = first;

      for (guint child = first + 1; child < MIN (first + HEAP_WIDTH, self->n_heap); child++)
        if (is_before (self->heap[child], self->heap[least]))
          least = child;
      if (!is_before (self->heap[least], entry))
        break;

      put_in_heap (self, at, self->heap[least]);
      at = least;
    }

  put_in_heap (self, at, entry);
}

static void
push (Simplifier *self, guint32 vertex)
{
  put_in_heap (self, self->n_heap++, (Entry){ self->twice_area_m2[vertex], vertex });
  sift_up (self, self->n_heap - 1);
}

static guint32
pop (Simplifier *self)
{
  guint32 top = self->heap[0].vertex;

  self->place_in_heap[top] = NOT_QUEUED;

  if (--self->n_heap > 0)
    {
      put_in_heap (self, 0, self->heap[self->n_heap]);
      sift_down (self, 0);
    }

  return top;
}

/* Whether another vertex lies in or on the triangle that goes with @vertex: then a line would come
 * to lie on its other side. Ends of other arcs at the corners themselves are the same node. */
static gboolean
is_triangle_clear (const Simplifier *self, guint32 vertex)
{
  const Grid *grid = &self->grid;
  StreekVertex a = self->vertices[self->previous[vertex]];
  StreekVertex v = self->vertices[vertex];
  StreekVertex b = self->vertices[self->next[vertex]];
  gint32 x_min = MIN (a.x, MIN (v.x, b.x));
  gint32 y_min = MIN (a.y, MIN (v.y, b.y));
  gint32 x_max = MAX (a.x, MAX (v.x, b.x));
  gint32 y_max = MAX (a.y, MAX (v.y, b.y));
  guint first[2];
  guint last[2];

  find_cell (grid, x_min, y_min, &first[0], &first[1]);
  find_cell (grid, x_max, y_max, &last[0], &last[1]);

  for (guint row = first[1]; row <= last[1]; row++)
    {
      guint32 start = grid->starts[row * grid->n_columns + first[0]];
      guint32 end = grid->starts[row * grid->n_columns + last[0] + 1];

      for (guint32 i = start; i < end; i++)
        {
          StreekVertex p = grid->members[i].place;
          guint32 other = grid->members[i].vertex;

          /* In a triangle without area, all turns may be 0 and only the box tells. */
          if (p.x < x_min || p.x > x_max || p.y < y_min || p.y > y_max || other == vertex ||
              self->gone[other] || is_same_place (p, a) || is_same_place (p, b))
            continue;

          gint64 t1 = turn (a, v, p);
          gint64 t2 = turn (v, b, p);
          gint64 t3 = turn (b, a, p);

          if (!((t1 < 0 || t2 < 0 || t3 < 0) && (t1 > 0 || t2 > 0 || t3 > 0)))
            return FALSE;
        }
    }

  return TRUE;
}

static void
measure_vertex (Simplifier *self, guint32 vertex)
{
  gint64 area = turn (self->vertices[self->previous[vertex]], self->vertices[vertex],
                      self->vertices[self->next[vertex]]);

  self->twice_area_m2[vertex] = MAX (ABS (area), self->removed_m2);
}

static void
update_neighbour (Simplifier *self, guint32 vertex)
{
  if (self->previous[vertex] == NO_VERTEX || self->next[vertex] == NO_VERTEX)
    return;

  measure_vertex (self, vertex);

  /* A blocked neighbour stays out of the heap until the next pass. */
  if (self->place_in_heap[vertex] == NOT_QUEUED)
    return;

  self->heap[self->place_in_heap[vertex]].twice_area_m2 = self->twice_area_m2[vertex];
  sift_up (self, self->place_in_heap[vertex]);
  sift_down (self, self->place_in_heap[vertex]);
}

static void
take_away (Simplifier *self, guint32 vertex)
{
  guint32 before = self->previous[vertex];
  guint32 after = self->next[vertex];

  self->removed_m2 = self->twice_area_m2[vertex];
  self->gone[vertex] = TRUE;
  self->n_left[self->arc_of[vertex]]--;
  self->next[before] = after;
  self->previous[after] = before;
  update_neighbour (self, before);
  update_neighbour (self, after);
}

/* Takes away what is below the limit, once; returns how many vertices went. */
static guint
simplify_once (Simplifier *self, double limit)
{
  guint n_gone = 0;

  for (guint i = 0; i < self->blocked->len; i++)
    push (self, g_array_index (self->blocked, guint32, i));

  g_array_set_size (self->blocked, 0);

  while (self->n_heap > 0 && (double) self->heap[0].twice_area_m2 < limit)
    {
      guint32 vertex = pop (self);
      guint32 arc = self->arc_of[vertex];

      /* An arc at its least number of vertices can never lose one again. */
      if (self->n_left[arc] <= self->n_least[arc])
        continue;

      if (is_triangle_clear (self, vertex))
        {
          take_away (self, vertex);
          n_gone++;
        }
      else
        g_array_append_val (self->blocked, vertex);
    }

  return n_gone;
}

/* What was in the way of a blocked vertex may be gone the next time. */
static void
simplify (Simplifier *self, double tolerance_m)
{
  while (simplify_once (self, 2 * tolerance_m * tolerance_m) > 0 && self->blocked->len > 0)
    ;
}

static guint
hash_ends (gconstpointer key)
{
  const StreekVertex *ends = key;

  return (guint) ends[0].x * 31 + (guint) ends[0].y * 961 + (guint) ends[1].x * 29791 +
         (guint) ends[1].y * 923521;
}

static gboolean
equal_ends (gconstpointer a, gconstpointer b)
{
  const StreekVertex *first = a;
  const StreekVertex *second = b;

  return is_same_place (first[0], second[0]) && is_same_place (first[1], second[1]);
}

/* A closed arc keeps a triangle. Two arcs that join the same two nodes may not both become the
 * straight line between them, or the land in between would be gone. */
static void
find_least (Simplifier *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (hash_ends, equal_ends, g_free, NULL);

  for (guint i = 0; i < self->n_arcs; i++)
    {
      StreekVertex first = self->vertices[self->starts[i]];
      StreekVertex last = self->vertices[self->starts[i + 1] - 1];
      gboolean swap = first.x > last.x || (first.x == last.x && first.y > last.y);
      StreekVertex ends[] = { swap ? last : first, swap ? first : last };
      gpointer twin;

      self->n_least[i] = 2;

      if (is_same_place (first, last))
        self->n_least[i] = 4;
      else if (g_hash_table_lookup_extended (seen, ends, NULL, &twin))
        self->n_least[i] = self->n_least[GPOINTER_TO_UINT (twin)] = 3;
      else
        g_hash_table_insert (seen, g_memdup2 (ends, sizeof ends), GUINT_TO_POINTER (i));
    }
}

static void
link_vertices (Simplifier *self)
{
  for (guint arc = 0; arc < self->n_arcs; arc++)
    {
      guint32 first = self->starts[arc];
      guint32 last = self->starts[arc + 1] - 1;

      self->n_left[arc] = last - first + 1;

      for (guint32 i = first; i <= last; i++)
        {
          self->arc_of[i] = arc;
          self->previous[i] = i > first ? i - 1 : NO_VERTEX;
          self->next[i] = i < last ? i + 1 : NO_VERTEX;
          self->place_in_heap[i] = NOT_QUEUED;

          if (i == first || i == last)
            continue;

          measure_vertex (self, i);
          push (self, i);
        }
    }
}

static void
simplifier_init (Simplifier *self,
                 const StreekVertex *vertices,
                 const guint32 *starts,
                 guint n_arcs)
{
  guint n = starts[n_arcs];

  *self = (Simplifier){ .vertices = vertices,
                        .starts = starts,
                        .n_arcs = n_arcs,
                        .n_vertices = n,
                        .previous = g_new (guint32, n),
                        .next = g_new (guint32, n),
                        .arc_of = g_new (guint32, n),
                        .n_left = g_new (guint32, n_arcs),
                        .n_least = g_new (guint32, n_arcs),
                        .twice_area_m2 = g_new0 (gint64, n),
                        .gone = g_new0 (guint8, n),
                        .heap = g_new (Entry, n),
                        .place_in_heap = g_new (guint32, n),
                        .blocked = g_array_new (FALSE, FALSE, sizeof (guint32)) };
  link_vertices (self);
  find_least (self);
  grid_init (&self->grid, vertices, n);
}

static void
simplifier_clear (Simplifier *self)
{
  g_free (self->previous);
  g_free (self->next);
  g_free (self->arc_of);
  g_free (self->n_left);
  g_free (self->n_least);
  g_free (self->twice_area_m2);
  g_free (self->gone);
  g_free (self->heap);
  g_free (self->place_in_heap);
  g_array_unref (self->blocked);
  g_free (self->grid.starts);
  g_free (self->grid.members);
}

/**
 * streek_visvalingam_rank:
 * @vertices: (array): of all arcs, one after the other
 * @starts: (array length=n_arcs + 1): index of each arc's first vertex
 * @n_arcs: number of arcs, at least 1
 * @tolerances_m: (array length=n_levels): ascending; at a tolerance of t metres a corner goes whose
 *   triangle is smaller than t² square metres
 * @n_levels: number of levels
 *
 * Simplifies lines by taking away the vertex with the smallest triangle first. Both ends of an arc
 * stay, and a vertex stays where its triangle holds another one, so lines that did not cross do not
 * cross at any level. The levels are nested.
 *
 * Source: Visvalingam & Whyatt (1993), The Cartographic Journal 30(1).
 *
 * Returns: (transfer full): per vertex the coarsest level that still has it
 */
guint8 *
streek_visvalingam_rank (const StreekVertex *vertices,
                         const guint32 *starts,
                         guint n_arcs,
                         const double *tolerances_m,
                         guint n_levels)
{
  g_return_val_if_fail (n_arcs > 0 && n_levels > 0, NULL);

  Simplifier simplifier;
  guint8 *ranks = g_new0 (guint8, starts[n_arcs]);

  simplifier_init (&simplifier, vertices, starts, n_arcs);

  for (guint level = 0; level < n_levels; level++)
    {
      simplify (&simplifier, tolerances_m[level]);

      for (guint i = 0; i < starts[n_arcs]; i++)
        if (!simplifier.gone[i])
          ranks[i] = (guint8) level;
    }

  simplifier_clear (&simplifier);

  return ranks;
}
