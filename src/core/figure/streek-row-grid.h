/* streek-row-grid.h: which area lies where on the paper, in coarse cells, for placing things */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

#define STREEK_GRID_NOTHING (-1)

/* Immutable and counted atomically. */
typedef struct
{
  gatomicrefcount refs;
  StreekProjection projection;
  StreekRect frame;
  double cell_pt;
  guint n_columns;
  guint n_lines;
  gint32 *rows; /* (array length=n_columns * n_lines): group of each cell's middle */
} StreekRowGrid;

StreekRowGrid *streek_row_grid_new (const StreekRings *rings,
                                    guint n_groups,
                                    const StreekProjection *projection,
                                    StreekRect frame,
                                    double cell_pt);
void streek_row_grid_unref (StreekRowGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRowGrid, streek_row_grid_unref)

/* The grid of the last picture, for the next one of the same view. Any thread. */
typedef struct _StreekRowGridKeeper StreekRowGridKeeper;

StreekRowGridKeeper *streek_row_grid_keeper_new (void);
void streek_row_grid_keeper_free (StreekRowGridKeeper *keeper);
StreekRowGrid *streek_row_grid_keeper_get (StreekRowGridKeeper *keeper,
                                           const StreekRings *rings,
                                           guint n_groups,
                                           const StreekProjection *projection,
                                           StreekRect frame,
                                           double cell_pt);

double streek_row_grid_measure (const StreekRowGrid *grid, StreekRect rect, int row);
double streek_row_grid_measure_any (const StreekRowGrid *grid, StreekRect rect);

/* The middle of the largest square that lies in one group and in the frame. */
typedef struct
{
  StreekPoint middle;
  double radius_pt; /* to its sides; 0: the group has no cell */
} StreekRoom;

/* (transfer full) (array length=n_groups) */
StreekRoom *streek_row_grid_find_rooms (const StreekRowGrid *grid, guint n_groups);
