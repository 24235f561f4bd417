/* streek-vertex-grid.c: vertices by square, to find those near a place */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-block.h"
#include "geo/streek-vertex-grid.h"

#include <math.h>

#define VERTICES_PER_CELL 2
#define MAX_CELLS_PER_SIDE 4096

static guint32 *
find_start (const StreekVertexGrid *self, StreekVertex vertex)
{
  return &self
            ->starts[streek_vertex_grid_find_cell (self, vertex.y, self->y_min) * self->n_columns +
                     streek_vertex_grid_find_cell (self, vertex.x, self->x_min)];
}

/* Sets what the size of the grid follows from; returns how many vertices are still there. */
static guint
measure (StreekVertexGrid *self, const StreekVertex *vertices, const guint32 *is_gone, guint n)
{
  gint32 x_max = G_MININT32;
  gint32 y_max = G_MININT32;
  guint n_there = 0;

  self->x_min = G_MAXINT32;
  self->y_min = G_MAXINT32;

  for (guint i = 0; i < n; i++)
    if (is_gone[i] == 0)
      {
        self->x_min = MIN (self->x_min, vertices[i].x);
        self->y_min = MIN (self->y_min, vertices[i].y);
        x_max = MAX (x_max, vertices[i].x);
        y_max = MAX (y_max, vertices[i].y);
        n_there++;
      }

  double width_m = (double) x_max - self->x_min + 1;
  double height_m = (double) y_max - self->y_min + 1;
  double cell_m = MAX (sqrt (width_m * height_m * VERTICES_PER_CELL / n_there),
                       MAX (width_m, height_m) / MAX_CELLS_PER_SIDE);

  /* the power of two that is nearest to it, by ratio */
  self->shift = (guint) MAX (lround (log2 (cell_m)), 0);
  self->n_columns = streek_vertex_grid_find_cell (self, x_max, self->x_min) + 1;
  self->n_rows = streek_vertex_grid_find_cell (self, y_max, self->y_min) + 1;

  return n_there;
}

/**
 * streek_vertex_grid_fill:
 * @self: all zero, or filled before: then this takes its place
 * @is_gone: (array length=n): 0 for those that are filed, at least one
 */
void
streek_vertex_grid_fill (StreekVertexGrid *self,
                         const StreekVertex *vertices,
                         const guint32 *is_gone,
                         guint n)
{
  streek_vertex_grid_clear (self);
  self->members = STREEK_BLOCK_NEW (StreekVertexGridMember, measure (self, vertices, is_gone, n));

  guint n_cells = self->n_columns * self->n_rows;

  self->starts = STREEK_BLOCK_NEW0 (guint32, (gsize) n_cells + 1);

  for (guint i = 0; i < n; i++)
    if (is_gone[i] == 0)
      find_start (self, vertices[i])[0]++;
  for (guint i = 1; i <= n_cells; i++)
    self->starts[i] += self->starts[i - 1];
  for (guint i = 0; i < n; i++)
    if (is_gone[i] == 0)
      self->members[--find_start (self, vertices[i])[0]] =
        (StreekVertexGridMember){ vertices[i], i };
}

void
streek_vertex_grid_clear (StreekVertexGrid *self)
{
  g_clear_pointer (&self->starts, g_free);
  g_clear_pointer (&self->members, g_free);
}
