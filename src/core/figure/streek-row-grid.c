/* streek-row-grid.c: which area lies where on the paper, in coarse cells, for placing things */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-row-grid.h"

#include <math.h>
#include <string.h>

struct _StreekRowGridKeeper
{
  GMutex mutex;
  StreekRowGrid *grid; /* (nullable) */
};

typedef struct
{
  int line;
  double x;
} Crossing;

static int
compare_crossings (gconstpointer a, gconstpointer b)
{
  const Crossing *first = a, *second = b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;

  return first->x < second->x ? -1 : first->x > second->x;
}

static StreekPoint
project (const StreekProjection *projection, StreekVertex vertex)
{
  return (StreekPoint){ (vertex.x - projection->x0) * projection->scale,
                        (projection->y0 - vertex.y) * projection->scale };
}

/* Where an edge crosses the middles of the lines of cells. */
static void
add_crossings (const StreekRowGrid *self, GArray *crossings, StreekPoint a, StreekPoint b)
{
  double top = MIN (a.y, b.y), bottom = MAX (a.y, b.y);
  double first = ceil ((top - self->frame.y) / self->cell_pt - 0.5);
  double last = ceil ((bottom - self->frame.y) / self->cell_pt - 0.5) - 1;

  for (double line = MAX (first, 0); line <= MIN (last, (double) self->n_lines - 1); line++)
    {
      double y = self->frame.y + (line + 0.5) * self->cell_pt;
      Crossing crossing = { (int) line, a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x) };

      g_array_append_val (crossings, crossing);
    }
}

static void
fill_span (StreekRowGrid *self, int line, double from, double to, int row)
{
  double first = ceil ((from - self->frame.x) / self->cell_pt - 0.5);
  double last = ceil ((to - self->frame.x) / self->cell_pt - 0.5) - 1;

  for (double column = MAX (first, 0); column <= MIN (last, (double) self->n_columns - 1); column++)
    self->rows[line * self->n_columns + (guint) column] = row;
}

/* Shapes of which no part lies in the frame: on a map of one area most of hundreds. */
static gboolean
is_in_frame (const StreekRowGrid *self,
             const StreekProjection *projection,
             const StreekVertex *vertices,
             guint n)
{
  StreekVertex least = { G_MAXINT32, G_MAXINT32 }, most = { G_MININT32, G_MININT32 };

  for (guint i = 0; i < n; i++)
    {
      least = (StreekVertex){ MIN (least.x, vertices[i].x), MIN (least.y, vertices[i].y) };
      most = (StreekVertex){ MAX (most.x, vertices[i].x), MAX (most.y, vertices[i].y) };
    }

  StreekPoint low = project (projection, least), high = project (projection, most);

  return high.x >= self->frame.x && low.x <= self->frame.x + self->frame.width &&
         low.y >= self->frame.y && high.y <= self->frame.y + self->frame.height;
}

static void
fill_group (StreekRowGrid *self,
            const StreekRings *rings,
            const StreekProjection *projection,
            GArray *crossings,
            int row)
{
  g_array_set_size (crossings, 0);

  for (guint ring = 0; ring < rings->n_rings; ring++)
    {
      guint start = rings->ring_starts[ring], end = rings->ring_starts[ring + 1];

      if (end == start || !is_in_frame (self, projection, rings->vertices + start, end - start))
        continue;

      StreekPoint a = project (projection, rings->vertices[end - 1]);

      for (guint i = start; i < end; i++)
        {
          StreekPoint b = project (projection, rings->vertices[i]);

          add_crossings (self, crossings, a, b);
          a = b;
        }
    }

  g_array_sort (crossings, compare_crossings);

  for (guint i = 0; i + 1 < crossings->len; i += 2)
    {
      const Crossing *in = &g_array_index (crossings, Crossing, i);
      const Crossing *out = &g_array_index (crossings, Crossing, i + 1);

      fill_span (self, in->line, in->x, out->x, row);
    }
}

/**
 * streek_row_grid_new:
 * @rings: (array length=n_groups): the shapes
 * @n_groups: how many
 * @projection: from metres to points
 * @frame: the part of the paper
 * @cell_pt: side of a cell
 *
 * Returns: (transfer full): for each cell the group its middle lies in
 */
StreekRowGrid *
streek_row_grid_new (const StreekRings *rings,
                     guint n_groups,
                     const StreekProjection *projection,
                     StreekRect frame,
                     double cell_pt)
{
  StreekRowGrid *self = g_new0 (StreekRowGrid, 1);
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (Crossing));

  g_atomic_ref_count_init (&self->refs);
  self->projection = *projection;
  self->frame = frame;
  self->cell_pt = cell_pt;
  self->n_columns = MAX (ceil (frame.width / cell_pt), 1);
  self->n_lines = MAX (ceil (frame.height / cell_pt), 1);
  self->rows = g_new (gint32, self->n_columns * self->n_lines);
  memset (self->rows, 0xff, self->n_columns * self->n_lines * sizeof (gint32));

  for (guint group = 0; group < n_groups; group++)
    fill_group (self, &rings[group], projection, crossings, group);

  return self;
}

void
streek_row_grid_unref (StreekRowGrid *grid)
{
  if (grid == NULL || !g_atomic_ref_count_dec (&grid->refs))
    return;

  g_free (grid->rows);
  g_free (grid);
}

StreekRowGridKeeper *
streek_row_grid_keeper_new (void)
{
  StreekRowGridKeeper *keeper = g_new0 (StreekRowGridKeeper, 1);

  g_mutex_init (&keeper->mutex);

  return keeper;
}

void
streek_row_grid_keeper_free (StreekRowGridKeeper *keeper)
{
  streek_row_grid_unref (keeper->grid);
  g_mutex_clear (&keeper->mutex);
  g_free (keeper);
}

static gboolean
is_same_place (const StreekRowGrid *grid,
               const StreekProjection *projection,
               const StreekRect *frame,
               double cell_pt)
{
  return grid->cell_pt == cell_pt &&
         memcmp (&grid->projection, projection, sizeof *projection) == 0 &&
         memcmp (&grid->frame, frame, sizeof *frame) == 0;
}

/**
 * streek_row_grid_keeper_get:
 * @keeper: of one set of shapes
 * @rings: (array length=n_groups): those shapes
 * @n_groups: how many
 * @projection: from metres to points
 * @frame: the part of the paper
 * @cell_pt: side of a cell
 *
 * Who plays through the years asks for the same grid with each of them: of 20 000 areas it took
 * most of the time that a layout took.
 *
 * Returns: (transfer full): as of streek_row_grid_new()
 */
StreekRowGrid *
streek_row_grid_keeper_get (StreekRowGridKeeper *keeper,
                            const StreekRings *rings,
                            guint n_groups,
                            const StreekProjection *projection,
                            StreekRect frame,
                            double cell_pt)
{
  StreekRowGrid *grid = NULL;

  g_mutex_lock (&keeper->mutex);

  if (keeper->grid != NULL && is_same_place (keeper->grid, projection, &frame, cell_pt))
    {
      grid = keeper->grid;
      g_atomic_ref_count_inc (&grid->refs);
    }

  g_mutex_unlock (&keeper->mutex);

  if (grid != NULL)
    return grid;

  grid = streek_row_grid_new (rings, n_groups, projection, frame, cell_pt);
  g_atomic_ref_count_inc (&grid->refs);
  g_mutex_lock (&keeper->mutex);

  StreekRowGrid *before = keeper->grid;

  keeper->grid = grid;
  g_mutex_unlock (&keeper->mutex);
  streek_row_grid_unref (before);

  return grid;
}

/* Share of the cells of @rect that hold @row; or, with @any, that hold any. */
static double
measure (const StreekRowGrid *self, StreekRect rect, int row, gboolean any)
{
  int left = floor ((rect.x - self->frame.x) / self->cell_pt);
  int top = floor ((rect.y - self->frame.y) / self->cell_pt);
  int right = floor ((rect.x + rect.width - self->frame.x) / self->cell_pt);
  int bottom = floor ((rect.y + rect.height - self->frame.y) / self->cell_pt);
  guint n = 0, n_hits = 0;

  for (int y = top; y <= bottom; y++)
    for (int x = left; x <= right; x++)
      {
        n++;

        if (x < 0 || y < 0 || x >= (int) self->n_columns || y >= (int) self->n_lines)
          continue;

        gint32 found = self->rows[y * self->n_columns + x];

        n_hits += any ? found != STREEK_GRID_NOTHING : found == row;
      }

  return n > 0 ? (double) n_hits / n : 0;
}

/**
 * streek_row_grid_measure:
 * @rect: on the paper
 * @row: a group
 *
 * Returns: the share of @rect that lies in @row, 0 to 1
 */
double
streek_row_grid_measure (const StreekRowGrid *grid, StreekRect rect, int row)
{
  return measure (grid, rect, row, FALSE);
}

/**
 * streek_row_grid_measure_any:
 * @rect: on the paper
 *
 * Returns: the share of @rect that lies in any group, 0 to 1
 */
double
streek_row_grid_measure_any (const StreekRowGrid *grid, StreekRect rect)
{
  return measure (grid, rect, 0, TRUE);
}

static gint32
get_group (const StreekRowGrid *self, int x, int y)
{
  if (x < 0 || y < 0 || x >= (int) self->n_columns || y >= (int) self->n_lines)
    return STREEK_GRID_NOTHING;

  return self->rows[(guint) y * self->n_columns + (guint) x];
}

/* Steps from a cell to the nearest one of another group, of which those at @offsets are known. */
static void
count_steps (const StreekRowGrid *self, guint *steps, int x, int y, const int offsets[4][2])
{
  gint32 group = get_group (self, x, y);
  guint *own = &steps[(guint) y * self->n_columns + (guint) x];

  for (guint i = 0; i < 4 && group != STREEK_GRID_NOTHING; i++)
    {
      int dx = offsets[i][0], dy = offsets[i][1];
      gboolean is_same = get_group (self, x + dx, y + dy) == group;

      *own = MIN (*own, 1 + (is_same ? own[dy * (int) self->n_columns + dx] : 0));
    }
}

/* (transfer full): per cell, as a king goes on a chess board: once from above, once from below */
static guint *
count_all_steps (const StreekRowGrid *self)
{
  static const int before[4][2] = { { -1, 0 }, { -1, -1 }, { 0, -1 }, { 1, -1 } };
  static const int after[4][2] = { { 1, 0 }, { 1, 1 }, { 0, 1 }, { -1, 1 } };
  const int width = (int) self->n_columns, height = (int) self->n_lines;
  guint *steps = g_new (guint, self->n_columns * self->n_lines);

  for (guint i = 0; i < self->n_columns * self->n_lines; i++)
    steps[i] = self->n_columns + self->n_lines;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      count_steps (self, steps, x, y, before);

  for (int y = height - 1; y >= 0; y--)
    for (int x = width - 1; x >= 0; x--)
      count_steps (self, steps, x, y, after);

  return steps;
}

/**
 * streek_row_grid_find_rooms:
 * @n_groups: how many there are
 *
 * Where a name stands best in what the frame shows of each: of an area that the frame cuts, the
 * middle may lie outside.
 *
 * Returns: (transfer full) (array length=n_groups): one for each
 */
StreekRoom *
streek_row_grid_find_rooms (const StreekRowGrid *grid, guint n_groups)
{
  StreekRoom *rooms = g_new0 (StreekRoom, MAX (n_groups, 1));
  g_autofree guint *steps = count_all_steps (grid);

  for (guint y = 0; y < grid->n_lines; y++)
    for (guint x = 0; x < grid->n_columns; x++)
      {
        gint32 group = get_group (grid, (int) x, (int) y);
        double radius = (steps[y * grid->n_columns + x] - 0.5) * grid->cell_pt;

        if (group == STREEK_GRID_NOTHING || (guint) group >= n_groups ||
            radius <= rooms[group].radius_pt)
          continue;

        rooms[group] = (StreekRoom){ { grid->frame.x + (x + 0.5) * grid->cell_pt,
                                       grid->frame.y + (y + 0.5) * grid->cell_pt },
                                     radius };
      }

  return rooms;
}
