/* streek-neighbours.h: which areas touch, and which one lies that way: for walking by keys */
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

typedef struct _StreekNeighbours StreekNeighbours;

/* @row_of: (array length=n_units): row of each unit, negative for none */
StreekNeighbours *
streek_neighbours_new (const StreekMesh *mesh, const gint32 *row_of, guint n_rows);
void streek_neighbours_free (StreekNeighbours *neighbours);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekNeighbours, streek_neighbours_free)

gboolean streek_neighbours_touch (const StreekNeighbours *neighbours, guint a, guint b);
/* The row one step that way from @row, -1 at the edge. */
int streek_neighbours_find (const StreekNeighbours *neighbours, guint row, StreekWay way);
/* The row whose middle lies nearest a place in metres, -1 where there are no rows. */
int streek_neighbours_find_nearest (const StreekNeighbours *neighbours, double x, double y);
void
streek_neighbours_get_middle (const StreekNeighbours *neighbours, guint row, double *x, double *y);
