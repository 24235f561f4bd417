/* streek-grid-private.h: what matrices and timelines draw with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-chart-pen.h"
#include "figure/streek-grid.h"

typedef struct
{
  double natural; /* on as few lines as it has itself */
  double word;    /* of its widest word */
} StreekTextWidths;

void streek_grid_pen_init (StreekChartPen *pen,
                           const StreekTheme *theme,
                           const StreekFormat *format,
                           StreekTypesetter *typesetter,
                           gboolean grey,
                           double text_scale);
/* Between rows and columns, and around what belongs together. */
StreekStroke streek_grid_get_line (const StreekChartPen *pen, gboolean is_strong);
/* Under headings. */
StreekPaint streek_grid_get_band (const StreekChartPen *pen);
StreekTextWidths streek_grid_measure_words (const StreekChartPen *pen,
                                            double factor,
                                            StreekWeight weight,
                                            const char *text);
void
streek_grid_begin_part (StreekChartPen *pen, StreekSize size, const char *id, const char *label);
StreekScene *streek_grid_end_part (StreekChartPen *pen);
