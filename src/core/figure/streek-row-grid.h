/* streek-row-grid.h: which area lies where on the paper, in coarse cells, for placing things */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

#define STREEK_GRID_NOTHING (-1)

typedef struct
{
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
void streek_row_grid_free (StreekRowGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRowGrid, streek_row_grid_free)

double streek_row_grid_measure (const StreekRowGrid *grid, StreekRect rect, int row);
double streek_row_grid_measure_any (const StreekRowGrid *grid, StreekRect rect);
