/* streek-scene-private.h: what the back ends see of a scene */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"
#include "draw/streek-text-private.h"

typedef enum
{
  STREEK_ITEM_MARK,
  STREEK_ITEM_GROUP_START,
  STREEK_ITEM_GROUP_END,
} StreekItemType;

typedef struct
{
  StreekPoint *points;
  guint n_points;
  gboolean closed;
} StreekPathShape;

typedef struct
{
  StreekPoint from;
  StreekPoint to;
} StreekRuleShape;

typedef struct
{
  StreekSymbol symbol;
  StreekPoint center;
  double radius;
} StreekSymbolShape;

typedef struct
{
  StreekTextRun *run;
  StreekPoint origin;
} StreekTextShape;

typedef struct
{
  StreekImage *image;
  StreekRect box;
} StreekImageShape;

typedef struct
{
  char *id;
  char *label;
} StreekGroupName;

/* A mark, or where a group of marks starts or ends. */
typedef struct
{
  StreekItemType item;
  StreekMarkType type;
  int row;
  StreekPaint paint;   /* of a text: its colour */
  StreekStroke stroke; /* of a text: its halo */
  StreekRect bounds;   /* with its stroke */
  union
  {
    StreekRect rect;
    StreekPathShape path;
    StreekRuleShape rule;
    StreekSymbolShape symbol;
    StreekTextShape text;
    StreekAreasMark *areas;
    StreekImageShape image;
    StreekGroupName group;
  };
} StreekMark;

typedef struct
{
  StreekRect rect;
  guint page; /* of the document, from 0 */
} StreekPageLink;

struct _StreekScene
{
  gatomicrefcount ref_count;
  StreekSize size;
  char *title;
  char *description;
  char *language;
  char *keywords;
  char *bookmark; /* (nullable) */
  guint n_marks;
  StreekMark *marks;
  GArray *links;    /* (element-type StreekPageLink) */
  GArray *movables; /* (element-type StreekMovable) */
  GArray *numbered; /* (element-type StreekNumbered) */
  guint n_unnamed;
};

/* The corners of a symbol that is no circle. */
guint streek_symbol_get_corners (const StreekSymbolShape *shape, StreekPoint corners[4]);

gboolean streek_paint_is_visible (const StreekPaint *paint);
gboolean streek_paint_equal (const StreekPaint *a, const StreekPaint *b);
gboolean streek_stroke_is_visible (const StreekStroke *stroke);
gboolean streek_color_equal (const StreekColor *a, const StreekColor *b);

/* The row of a mark itself at a place, -1 where it does not lie there or has none. */
int streek_mark_pick (const StreekMark *mark, StreekPoint place);

StreekPoint streek_projection_to_page (const StreekProjection *projection, double x, double y);
StreekPoint streek_projection_to_ground (const StreekProjection *projection, StreekPoint place);
