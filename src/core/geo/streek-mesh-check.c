/* streek-mesh-check.c: whether the lines of a mesh keep clear of each other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-block.h"
#include "geo/streek-mesh-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SEGMENTS_PER_CELL 2
#define MAX_CELLS_PER_SIDE 4096

/* All arcs of a level. A segment is the number of the vertex where it begins: it runs to the next.
 */
typedef struct
{
  const StreekVertex *vertices;
  const guint32 *starts; /* (array length=n_arcs + 1) */
  guint n_arcs;
} Lines;

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

/* @a: two places, from one to the other */
static gboolean
lies_on (const StreekVertex *a, StreekVertex p)
{
  return turn (a[0], a[1], p) == 0 && p.x >= MIN (a[0].x, a[1].x) && p.x <= MAX (a[0].x, a[1].x) &&
         p.y >= MIN (a[0].y, a[1].y) && p.y <= MAX (a[0].y, a[1].y);
}

static int
sign (gint64 number)
{
  return (number > 0) - (number < 0);
}

static gboolean
cross_properly (const StreekVertex *a, const StreekVertex *b)
{
  return sign (turn (a[0], a[1], b[0])) * sign (turn (a[0], a[1], b[1])) < 0 &&
         sign (turn (b[0], b[1], a[0])) * sign (turn (b[0], b[1], a[1])) < 0;
}

/* Asked of few segments: those that touch another. */
static guint
find_arc (const Lines *lines, guint32 segment)
{
  guint low = 0;
  guint high = lines->n_arcs;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (lines->starts[middle] <= segment)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static gboolean
ends_at (const Lines *lines, guint32 segment, StreekVertex place)
{
  guint arc = find_arc (lines, segment);
  const StreekVertex *a = lines->vertices + segment;

  return (segment == lines->starts[arc] && streek_vertex_equal (a[0], place)) ||
         (segment + 2 == lines->starts[arc + 1] && streek_vertex_equal (a[1], place));
}

/* Segments with numbers in a row are of one arc: between two arcs lies the last vertex of one. */
static gboolean
are_neighbours (guint32 s, guint32 t)
{
  return s + 1 == t || t + 1 == s;
}

/* Lines meet only where both end, and where one goes on to its own next segment. */
static gboolean
may_share (const Lines *lines, guint32 s, guint32 t, StreekVertex place)
{
  return are_neighbours (s, t) || (ends_at (lines, s, place) && ends_at (lines, t, place));
}

static gboolean
touch_wrongly (const Lines *lines, guint32 s, guint32 t)
{
  const StreekVertex *a = lines->vertices + s;
  const StreekVertex *b = lines->vertices + t;
  const StreekVertex places[] = { a[0], a[1], b[0], b[1] };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const StreekVertex *other = i < 2 ? b : a;

      if (!lies_on (other, places[i]))
        continue;

      gboolean at_corner =
        streek_vertex_equal (other[0], places[i]) || streek_vertex_equal (other[1], places[i]);

      if (!at_corner || !may_share (lines, s, t, places[i]))
        return TRUE;
    }

  /* Both corners shared: the same line twice. */
  return (streek_vertex_equal (a[0], b[0]) && streek_vertex_equal (a[1], b[1])) ||
         (streek_vertex_equal (a[0], b[1]) && streek_vertex_equal (a[1], b[0]));
}

/* Two segments that follow each other in an arc meet where they must, unless one runs back over the
 * other; nearly all that come near each other are such. */
static gboolean
follow_on (const Lines *lines, guint32 s, guint32 t)
{
  const StreekVertex *first = lines->vertices + MIN (s, t);

  return are_neighbours (s, t) && turn (first[0], first[1], first[2]) != 0;
}

static guint
find_cell (const Grid *grid, gint32 coordinate, gint32 first)
{
  return ((guint32) coordinate - (guint32) first) >> grid->shift;
}

static void
find_cells (const Grid *grid, const StreekVertex *a, guint *first, guint *last)
{
  first[0] = find_cell (grid, MIN (a[0].x, a[1].x), grid->extent.x_min);
  last[0] = find_cell (grid, MAX (a[0].x, a[1].x), grid->extent.x_min);
  first[1] = find_cell (grid, MIN (a[0].y, a[1].y), grid->extent.y_min);
  last[1] = find_cell (grid, MAX (a[0].y, a[1].y), grid->extent.y_min);
}

static void
file_segment (Grid *grid, const Lines *lines, guint32 segment, gboolean count_only)
{
  guint first[2];
  guint last[2];

  find_cells (grid, lines->vertices + segment, first, last);

  for (guint row = first[1]; row <= last[1]; row++)
    for (guint column = first[0]; column <= last[0]; column++)
      {
        guint32 *start = &grid->starts[row * grid->n_columns + column];

        if (count_only)
          start[0]++;
        else
          grid->members[--start[0]] = segment;
      }
}

/* Counts the first time, files the second: starts[] are the ends of the cells in between. */
static void
file_segments (Grid *grid, const Lines *lines, gboolean count_only)
{
  for (guint arc = 0; arc < lines->n_arcs; arc++)
    for (guint32 i = lines->starts[arc]; i + 1 < lines->starts[arc + 1]; i++)
      file_segment (grid, lines, i, count_only);
}

static void
grid_init (Grid *grid, StreekExtent extent, const Lines *lines)
{
  double width_m = (double) extent.x_max - extent.x_min + 1;
  double height_m = (double) extent.y_max - extent.y_min + 1;
  guint n_segments = lines->starts[lines->n_arcs] - lines->n_arcs;
  double n_cells = MAX (n_segments / SEGMENTS_PER_CELL, 1);

  double cell_m =
    MAX (sqrt (width_m * height_m / n_cells), MAX (width_m, height_m) / MAX_CELLS_PER_SIDE);

  grid->extent = extent;
  grid->shift = (guint) MAX (lround (log2 (cell_m)), 0);
  grid->n_columns = find_cell (grid, extent.x_max, extent.x_min) + 1;
  grid->n_rows = find_cell (grid, extent.y_max, extent.y_min) + 1;
  grid->starts = STREEK_BLOCK_NEW0 (guint32, (gsize) grid->n_columns * grid->n_rows + 1);
  file_segments (grid, lines, TRUE);

  for (guint i = 1; i <= grid->n_columns * grid->n_rows; i++)
    grid->starts[i] += grid->starts[i - 1];

  grid->members = STREEK_BLOCK_NEW (guint32, grid->starts[grid->n_columns * grid->n_rows]);
  file_segments (grid, lines, FALSE);
}

/* Nearly all pairs are put aside by comparing: without a place in common there is nothing to find.
 */
static gboolean
boxes_meet (const StreekVertex *a, const StreekVertex *b)
{
  return MIN (a[0].x, a[1].x) <= MAX (b[0].x, b[1].x) &&
         MIN (b[0].x, b[1].x) <= MAX (a[0].x, a[1].x) &&
         MIN (a[0].y, a[1].y) <= MAX (b[0].y, b[1].y) &&
         MIN (b[0].y, b[1].y) <= MAX (a[0].y, a[1].y);
}

static gboolean
are_at_odds (const Lines *lines, guint32 s, guint32 t)
{
  const StreekVertex *a = lines->vertices + s;
  const StreekVertex *b = lines->vertices + t;

  return boxes_meet (a, b) && !follow_on (lines, s, t) &&
         (cross_properly (a, b) || touch_wrongly (lines, s, t));
}

static gboolean
list_in_cell (
  const Grid *grid, guint cell, const Lines *lines, StreekCrossingFunc func, gpointer data)
{
  for (guint i = grid->starts[cell]; i < grid->starts[cell + 1]; i++)
    for (guint j = i + 1; j < grid->starts[cell + 1]; j++)
      {
        guint32 s = grid->members[i];
        guint32 t = grid->members[j];

        if (are_at_odds (lines, s, t) &&
            !func (find_arc (lines, s), find_arc (lines, t), lines->vertices[s], data))
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
  const StreekMeshLevel *lent = streek_mesh_peek_level (mesh, level);
  const Lines lines = { lent->vertices, lent->starts, mesh->n_arcs };
  Grid grid = { 0 };
  guint cell = 0;

  grid_init (&grid, mesh->extent, &lines);
  while (cell < grid.n_columns * grid.n_rows && list_in_cell (&grid, cell, &lines, func, data))
    cell++;

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
