/* streek-grid-private.h: what matrices and timelines draw with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-chart-pen.h"
#include "figure/streek-grid.h"
#include "figure/streek-sheet.h"

/* In points, of letters of their designed size. */
#define STREEK_GRID_PADDING 3.5
#define STREEK_GRID_INDENT 9.0 /* of a row below another */
#define STREEK_GRID_DETAIL 0.86

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

/* The name of what rows are, at the foot of the corner. */
void streek_grid_draw_corner (StreekChartPen *pen, const char *words, StreekRect box);
/* What stands in front of a row. @name, @detail: (nullable) */
void streek_grid_draw_name (StreekChartPen *pen,
                            StreekTextRun *name,
                            StreekTextRun *detail,
                            double indent,
                            StreekRect box,
                            gboolean is_band);

/* Rows or columns from @first up to @end. */
typedef struct
{
  guint first;
  guint end;
} StreekStretch;

typedef gboolean (*StreekGridHeadingFunc) (guint row, gpointer data);

GArray *streek_grid_part_rows (
  const double *heights, guint n, double room, StreekGridHeadingFunc is_heading, gpointer data);

/* The sheets of a figure, and lines that follow under its last row. */
typedef struct
{
  StreekChartPen *pen;
  const StreekSheet *sheet;
  StreekRect frame;
  guint n_pages; /* with rows */
  void (*draw) (guint page, gpointer data);
  gpointer data;
  GPtrArray *tail; /* (element-type StreekTextRun) */
  double tail_top; /* the end of the last row */
} StreekGridPages;

StreekTextRun *streek_grid_set_line (const StreekChartPen *pen, const char *text, double width);
guint streek_grid_count_tail_pages (const StreekGridPages *pages);
GPtrArray *streek_grid_draw_pages (const StreekGridPages *pages);

/* A legend, or what follows, in a window: a part with a margin. */
StreekRect streek_grid_get_loose_frame (const StreekChartPen *pen, double width);
void streek_grid_begin_loose (
  StreekChartPen *pen, StreekRect frame, double height, const char *id, const char *label);
StreekScene *streek_grid_draw_foot (StreekChartPen *pen,
                                    const char *const *notes,
                                    GPtrArray *tail,
                                    StreekRect frame);
