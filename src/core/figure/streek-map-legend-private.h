/* streek-map-legend-private.h: what the lines of a legend and the paper they stand on share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-map-legend.h"
#include "figure/streek-map-square.h"

#define STREEK_LEGEND_SWATCH_WIDTH 17.0
#define STREEK_LEGEND_SWATCH_HEIGHT 10.5
#define STREEK_LEGEND_LINE_GAP 3.0

typedef enum
{
  STREEK_LEGEND_LINE_TEXT,
  STREEK_LEGEND_LINE_SWATCH,
  STREEK_LEGEND_LINE_OUTLINE,
  STREEK_LEGEND_LINE_CIRCLES,
  STREEK_LEGEND_LINE_SQUARE,
  STREEK_LEGEND_LINE_POINT,
  STREEK_LEGEND_LINE_POINT_CIRCLES,
} StreekLegendLineKind;

typedef struct
{
  StreekLegendLineKind kind;
  StreekTextRun *run;   /* owned, NULL for circles */
  StreekTextRun *count; /* (nullable): owned, pale, behind the label */
  const StreekLegendItem *item;
  gboolean is_pale;
  gboolean stays_with_next; /* a heading never ends a column */
  double indent;
  double space_before;
  double width;
  double height;
  StreekPoint place; /* after flowing */
} StreekLegendLine;

struct _StreekMapLegend
{
  const StreekFigure *figure;
  StreekFigure *const *others; /* (nullable): maps that it is of as well */
  guint n_others;
  const StreekTheme *theme;
  const StreekFormat *format;
  StreekTypesetter *typesetter;
  double scale; /* of letters and swatches */
  double largest_circle_pt;
  double max_width;         /* where lines wrap */
  double word_width;        /* a line with a word that is wider than that may take this much */
  gboolean has_heading;     /* the first line */
  GArray *lines;            /* (element-type StreekLegendLine) */
  GPtrArray *circle_labels; /* (element-type StreekTextRun) */
  GPtrArray *point_labels;  /* (element-type StreekTextRun): of circles around points */
  StreekMapSquare *square;  /* (nullable): of two indicators */
  StreekSize size;
};

/* Sets the words of all lines, in the order they are read in. */
void streek_map_legend_fill (StreekMapLegend *self);
/* Of the circle of a value, on this map. */
double streek_map_legend_get_radius (const StreekMapLegend *self, const StreekLegendItem *item);
