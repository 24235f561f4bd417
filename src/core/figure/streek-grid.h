/* streek-grid.h: a laid out figure larger than its window: a head and a side that stay in sight */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-chart.h"

/* What a matrix and a timeline are drawn as. Each part has its own origin. */
typedef enum
{
  STREEK_GRID_CORNER, /* over the side, beside the head */
  STREEK_GRID_HEAD,   /* as wide as the body; scrolls across */
  STREEK_GRID_SIDE,   /* as high as the body; scrolls down */
  STREEK_GRID_BODY,
  STREEK_GRID_LEGEND, /* as wide as the window; may be absent */
  STREEK_GRID_FOOT,   /* what follows under the body, as wide as the window; may be absent */
  STREEK_N_GRID_PARTS,
} StreekGridPart;

#define STREEK_GRID_HEADING (-1)

/* A place that a person can point at or walk to. */
typedef struct
{
  StreekGridPart part; /* SIDE, HEAD or BODY */
  int row;             /* of the figure; STREEK_GRID_HEADING: the head of a column */
  int column;          /* a column, or what it is in its row; STREEK_GRID_HEADING: of the row */
  StreekRect zone;     /* in its part */
} StreekGridSpot;

/* Immutable once made. */
typedef struct
{
  StreekScene *parts[STREEK_N_GRID_PARTS]; /* (nullable): LEGEND and FOOT where there are none */
  GArray *spots; /* (element-type StreekGridSpot): by row, then from left to right */
} StreekGridDrawing;

typedef struct
{
  double width; /* points that the window has for side and body; a body may need more */
  const StreekTheme *theme;
  const StreekFormat *format;
  const char *language; /* (nullable) */
  double text_scale;    /* 1: letters as designed */
  gboolean grey;
} StreekGridOptions;

StreekGridDrawing *streek_grid_drawing_new (void);
void streek_grid_drawing_free (StreekGridDrawing *drawing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekGridDrawing, streek_grid_drawing_free)
void streek_grid_drawing_add_spot (
  StreekGridDrawing *drawing, StreekGridPart part, int row, int column, StreekRect zone);

/* 0 by 0 where the part is absent. */
StreekSize streek_grid_drawing_get_size (const StreekGridDrawing *drawing, StreekGridPart part);
/* Index of a spot, -1: none. */
int
streek_grid_drawing_pick (const StreekGridDrawing *drawing, StreekGridPart part, StreekPoint place);
int streek_grid_drawing_find (const StreekGridDrawing *drawing, int row, int column);
/* The next spot for an arrow key; @spot -1: the first of the body. The same where there is none. */
int streek_grid_drawing_walk (const StreekGridDrawing *drawing, int spot, StreekWalk walk);
/* The first or the last spot of the row of @spot. */
int streek_grid_drawing_walk_to_end (const StreekGridDrawing *drawing, int spot, gboolean last);
