/* streek-vertex-grid.h: vertices by square, to find those near a place */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/streek-mesh.h"

/* Where it is, is copied: looking it up elsewhere would cost more than all comparing. */
typedef struct
{
  StreekVertex place;
  guint32 vertex;
} StreekVertexGridMember;

/* The sides of a square are a power of two, so that finding one is no division. */
typedef struct
{
  guint shift;
  gint32 x_min;
  gint32 y_min;
  guint n_columns;
  guint n_rows;
  guint32 *starts; /* (array length=n_columns * n_rows + 1): row by row */
  StreekVertexGridMember *members;
} StreekVertexGrid;

/* The column of an x, or the row of a y, that lies within the grid; @first is its least one. */
static inline guint
streek_vertex_grid_find_cell (const StreekVertexGrid *self, gint32 coordinate, gint32 first)
{
  return ((guint32) coordinate - (guint32) first) >> self->shift;
}

void streek_vertex_grid_fill (StreekVertexGrid *self,
                              const StreekVertex *vertices,
                              const guint32 *is_gone,
                              guint n);
void streek_vertex_grid_clear (StreekVertexGrid *self);
