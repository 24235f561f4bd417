/* streek-cube.h: charts from small tables written in a test */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-chart.h"

/* A chart in the making: change its cells before it is made. */
typedef struct
{
  StreekChartData data;
  StreekChartArea *areas;
  StreekChartIndicator *indicators;
  StreekPeriod *periods;
  StreekChartCell *cells;
} StreekCube;

/* @areas, @indicators: words with commas; an area that begins with "*" is one of reference, an
 * indicator "A/B" is part B of total A. @values: [indicator][area][period], NAN: unknown. */
StreekCube *streek_cube_new (
  const char *areas, const char *indicators, int first_year, guint n_years, const double *values);
void streek_cube_free (StreekCube *cube);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekCube, streek_cube_free)

StreekChartCell *streek_cube_get_cell (StreekCube *cube, guint indicator, guint area, guint period);
/* @json: besides indicators and areas, which a spec has to name */
StreekChart *streek_cube_make (StreekCube *cube, const char *json, GError **error);
StreekChartDrawing *
streek_cube_draw (const StreekChart *chart, double width, double height, gboolean bare);
