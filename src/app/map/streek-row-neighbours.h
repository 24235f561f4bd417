/* streek-row-neighbours.h: which areas touch, and which one lies that way: for walking by keys */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/streek-mesh.h"

typedef enum
{
  STREEK_WAY_NORTH,
  STREEK_WAY_EAST,
  STREEK_WAY_SOUTH,
  STREEK_WAY_WEST,
} StreekWay;

typedef struct _StreekRowNeighbours StreekRowNeighbours;

/* @row_of: (array length=n_units): row of each unit, negative for none */
StreekRowNeighbours *
streek_row_neighbours_new (const StreekMesh *mesh, const gint32 *row_of, guint n_rows);
void streek_row_neighbours_free (StreekRowNeighbours *neighbours);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRowNeighbours, streek_row_neighbours_free)

gboolean streek_row_neighbours_touch (const StreekRowNeighbours *neighbours, guint a, guint b);
/* The row one step that way from @row, -1 at the edge. */
int streek_row_neighbours_find (const StreekRowNeighbours *neighbours, guint row, StreekWay way);
/* The row whose middle lies nearest a place in metres, -1 where there are no rows. */
int streek_row_neighbours_find_nearest (const StreekRowNeighbours *neighbours, double x, double y);
void streek_row_neighbours_get_middle (const StreekRowNeighbours *neighbours,
                                       guint row,
                                       double *x,
                                       double *y);
