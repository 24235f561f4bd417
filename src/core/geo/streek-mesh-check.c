/* streek-mesh-check.c: whether the lines of a mesh keep clear of each other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-block.h"
#include "geo/streek-mesh-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SEGMENTS_PER_CELL 2
#define MAX_CELLS_PER_SIDE 4096

typedef struct
{
  StreekVertex a;
  StreekVertex b;
  guint32 arc;
  guint32 index : 30; /* in its arc */
  guint32 ends : 2;   /* END_* where a or b is an end of the arc */
} Segment;

enum
{
  END_A = 1 << 0,
  END_B = 1 << 1,
};

typedef struct
{
  Segment *items;
  guint n;
} Segments;

/* Squares whose sides are powers of two. */
typedef struct
{
  StreekExtent extent;
  guint n_columns;
  guint n_rows;
  guint shift;
  guint32 *starts; /* (array length=n_columns * n_rows + 1) */
  guint32 *members;
} Grid;

/* Positive where c lies left of a → b, 0 on the line. Differences are below 2^28, so this fits. */
static gint64
turn (StreekVertex a, StreekVertex b, StreekVertex c)
{
  return ((gint64) b.x - a.x) * ((gint64) c.y - a.y) - ((gint64) b.y - a.y) * ((gint64) c.x - a.x);
}

static gboolean
lies_on (const Segment *segment, StreekVertex p)
{
  return turn (segment->a, segment->b, p) == 0 && p.x >= MIN (segment->a.x, segment->b.x) &&
         p.x <= MAX (segment->a.x, segment->b.x) && p.y >= MIN (segment->a.y, segment->b.y) &&
         p.y <= MAX (segment->a.y, segment->b.y);
}

static int
sign (gint64 number)
{
  return (number > 0) - (number < 0);
}

static gboolean
cross_properly (const Segment *s, const Segment *t)
{
  return sign (turn (s->a, s->b, t->a)) * sign (turn (s->a, s->b, t->b)) < 0 &&
         sign (turn (t->a, t->b, s->a)) * sign (turn (t->a, t->b, s->b)) < 0;
}

/* Lines meet only where both end, and where one goes on to its own next segment. */
static gboolean
may_share (const Segment *s, const Segment *t, StreekVertex place)
{
  gboolean s_ends = (streek_vertex_equal (s->a, place) && (s->ends & END_A)) ||
                    (streek_vertex_equal (s->b, place) && (s->ends & END_B));
  gboolean t_ends = (streek_vertex_equal (t->a, place) && (t->ends & END_A)) ||
                    (streek_vertex_equal (t->b, place) && (t->ends & END_B));

  if (s_ends && t_ends)
    return TRUE;

  return s->arc == t->arc && (s->index + 1 == t->index || t->index + 1 == s->index);
}

static gboolean
touch_wrongly (const Segment *s, const Segment *t)
{
  const StreekVertex places[] = { s->a, s->b, t->a, t->b };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const Segment *other = i < 2 ? t : s;

      if (!lies_on (other, places[i]))
        continue;

      gboolean at_corner =
        streek_vertex_equal (other->a, places[i]) || streek_vertex_equal (other->b, places[i]);

      if (!at_corner || !may_share (s, t, places[i]))
        return TRUE;
    }

  /* Both corners shared: the same line twice. */
  return (streek_vertex_equal (s->a, t->a) && streek_vertex_equal (s->b, t->b)) ||
         (streek_vertex_equal (s->a, t->b) && streek_vertex_equal (s->b, t->a));
}

/* Two segments that follow each other in an arc meet where they must, unless one runs back over the
 * other; nearly all that come near each other are such. */
static gboolean
follow_on (const Segment *s, const Segment *t)
{
  const Segment *first = s->index < t->index ? s : t;
  const Segment *second = s->index < t->index ? t : s;

  return s->arc == t->arc && second->index == first->index + 1 &&
         turn (first->a, first->b, second->b) != 0;
}

static void
list_segments (const StreekMesh *mesh, guint level, Segments *segments)
{
  segments->items =
    STREEK_BLOCK_NEW (Segment, mesh->levels[level].starts[mesh->n_arcs] - mesh->n_arcs);
  segments->n = 0;

  for (guint i = 0; i < mesh->n_arcs; i++)
    {
      StreekArc arc;

      streek_mesh_get_arc (mesh, level, i, &arc);

      for (guint j = 0; j + 1 < arc.n_vertices; j++)
        {
          Segment *segment = &segments->items[segments->n++];

          *segment = (Segment){
            arc.vertices[j],
            arc.vertices[j + 1],
            i,
            j,
            (j == 0 ? END_A : 0u) | (j + 2 == arc.n_vertices ? END_B : 0u),
          };
        }
    }
}

static guint
find_cell (const Grid *grid, gint32 coordinate, gint32 first)
{
  return ((guint32) coordinate - (guint32) first) >> grid->shift;
}

static void
find_cells (const Grid *grid, const Segment *s, guint *first, guint *last)
{
  first[0] = find_cell (grid, MIN (s->a.x, s->b.x), grid->extent.x_min);
  last[0] = find_cell (grid, MAX (s->a.x, s->b.x), grid->extent.x_min);
  first[1] = find_cell (grid, MIN (s->a.y, s->b.y), grid->extent.y_min);
  last[1] = find_cell (grid, MAX (s->a.y, s->b.y), grid->extent.y_min);
}

/* Counts the first time, files the second: starts[] are the ends of the cells in between. */
static void
file_segments (Grid *grid, const Segments *segments, gboolean count_only)
{
  for (guint i = 0; i < segments->n; i++)
    {
      guint first[2];
      guint last[2];

      find_cells (grid, &segments->items[i], first, last);

      for (guint row = first[1]; row <= last[1]; row++)
        for (guint column = first[0]; column <= last[0]; column++)
          {
            guint32 *start = &grid->starts[row * grid->n_columns + column];

            if (count_only)
              start[0]++;
            else
              grid->members[--start[0]] = i;
          }
    }
}

static void
grid_init (Grid *grid, StreekExtent extent, const Segments *segments)
{
  double width_m = (double) extent.x_max - extent.x_min + 1;
  double height_m = (double) extent.y_max - extent.y_min + 1;
  double n_cells = MAX (segments->n / SEGMENTS_PER_CELL, 1);

  double cell_m =
    MAX (sqrt (width_m * height_m / n_cells), MAX (width_m, height_m) / MAX_CELLS_PER_SIDE);

  grid->extent = extent;
  grid->shift = (guint) MAX (lround (log2 (cell_m)), 0);
  grid->n_columns = find_cell (grid, extent.x_max, extent.x_min) + 1;
  grid->n_rows = find_cell (grid, extent.y_max, extent.y_min) + 1;
  grid->starts = STREEK_BLOCK_NEW0 (guint32, (gsize) grid->n_columns * grid->n_rows + 1);
  file_segments (grid, segments, TRUE);

  for (guint i = 1; i <= grid->n_columns * grid->n_rows; i++)
    grid->starts[i] += grid->starts[i - 1];

  grid->members = STREEK_BLOCK_NEW (guint32, grid->starts[grid->n_columns * grid->n_rows]);
  file_segments (grid, segments, FALSE);
}

/* Nearly all pairs are put aside by comparing: without a place in common there is nothing to find.
 */
static gboolean
boxes_meet (const Segment *s, const Segment *t)
{
  return MIN (s->a.x, s->b.x) <= MAX (t->a.x, t->b.x) &&
         MIN (t->a.x, t->b.x) <= MAX (s->a.x, s->b.x) &&
         MIN (s->a.y, s->b.y) <= MAX (t->a.y, t->b.y) &&
         MIN (t->a.y, t->b.y) <= MAX (s->a.y, s->b.y);
}

static gboolean
list_in_cell (
  const Grid *grid, guint cell, const Segments *segments, StreekCrossingFunc func, gpointer data)
{
  for (guint i = grid->starts[cell]; i < grid->starts[cell + 1]; i++)
    for (guint j = i + 1; j < grid->starts[cell + 1]; j++)
      {
        const Segment *s = &segments->items[grid->members[i]];
        const Segment *t = &segments->items[grid->members[j]];

        if (boxes_meet (s, t) && !follow_on (s, t) &&
            (cross_properly (s, t) || touch_wrongly (s, t)) && !func (s->arc, t->arc, s->a, data))
          return FALSE;
      }

  return TRUE;
}

/* Each pair once for every cell that both enter, in a fixed order. */
void
streek_mesh_list_crossings (const StreekMesh *mesh,
                            guint level,
                            StreekCrossingFunc func,
                            gpointer data)
{
  Segments segments;
  Grid grid = { 0 };
  guint cell = 0;

  list_segments (mesh, level, &segments);
  grid_init (&grid, mesh->extent, &segments);
  while (cell < grid.n_columns * grid.n_rows && list_in_cell (&grid, cell, &segments, func, data))
    cell++;

  g_free (segments.items);
  g_free (grid.starts);
  g_free (grid.members);
}

static gboolean
refuse_crossing (guint first, guint second, StreekVertex place, gpointer data)
{
  GError **refusal = data;

  g_set_error (refusal, STREEK_GEO_ERROR, STREEK_GEO_ERROR_INVALID,
               /* Translators: two numbers of lines in a file, then a place in metres. */
               _ ("Boundary lines %1$u and %2$u of the map cross or touch near %3$d, %4$d."), first,
               second, place.x, place.y);

  return FALSE;
}

/**
 * streek_mesh_check_level:
 * @level: a level of detail
 * @error: return location for a #StreekGeoError that names the place
 *
 * Looks whether every boundary line meets others and itself only at its ends, and whether every
 * unit encloses land at this level. Integer arithmetic: the answer is exact. Meant for imports, for
 * maintainers and for tests; reading a workspace does not need it.
 *
 * Returns: whether the level is valid
 */
gboolean
streek_mesh_check_level (const StreekMesh *mesh, guint level, GError **error)
{
  g_return_val_if_fail (level < mesh->n_levels, FALSE);

  g_autofree double *areas_m2 = streek_mesh_measure_areas_m2 (mesh, level);

  if (!streek_mesh_check_areas (areas_m2, mesh->n_units, error))
    return FALSE;

  GError *refusal = NULL;

  streek_mesh_list_crossings (mesh, level, refuse_crossing, &refusal);
  if (refusal != NULL)
    g_propagate_error (error, refusal);

  return refusal == NULL;
}
