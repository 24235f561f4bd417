/* streek-scene.h: a finished drawing: a flat list of marks in points, drawn by every back end */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-image.h"
#include "draw/streek-text.h"
#include "geo/streek-mesh.h"

/* Unit is the point (1/72 inch), origin top left, y down. */
typedef struct
{
  double x;
  double y;
} StreekPoint;

typedef struct
{
  double width;
  double height;
} StreekSize;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} StreekRect;

/* Straight (not premultiplied) sRGB, 0–1. */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} StreekColor;

typedef enum
{
  STREEK_HATCH_NONE,
  STREEK_HATCH_DIAGONAL,      /* "geen gegevens" */
  STREEK_HATCH_BACK_DIAGONAL, /* one arm of a diverging palette in grey */
  STREEK_HATCH_CROSS,
  STREEK_HATCH_HORIZONTAL,
  STREEK_HATCH_VERTICAL,
  STREEK_HATCH_DOTS,
  /* wide, with a light casing: they lie over a map whose areas have colours and hatches already */
  STREEK_HATCH_OVER_DIAGONAL,
  STREEK_HATCH_OVER_BACK_DIAGONAL,
  STREEK_HATCH_OVER_HORIZONTAL,
  STREEK_HATCH_OVER_VERTICAL,
  STREEK_HATCH_OVER_CROSS,
} StreekHatch;

/* A fill: colour, and a hatch over it in its own colour. alpha 0: nothing is painted. */
typedef struct
{
  StreekColor color;
  StreekHatch hatch;
  StreekColor hatch_color;
} StreekPaint;

/* A line; width 0: none. dash 0: solid. Joins and caps are round. */
typedef struct
{
  StreekColor color;
  double width;
  double dash;
  double gap;
} StreekStroke;

typedef enum
{
  STREEK_MARK_RECT,
  STREEK_MARK_PATH,
  STREEK_MARK_RULE,
  STREEK_MARK_SYMBOL,
  STREEK_MARK_TEXT,
  STREEK_MARK_AREAS, /* the areas of a map: arcs of a mesh, filled by group, each line once */
  STREEK_MARK_IMAGE, /* pixels that somebody brought: the logo of a fund */
} StreekMarkType;

typedef enum
{
  STREEK_SYMBOL_CIRCLE,
  STREEK_SYMBOL_SQUARE,
  STREEK_SYMBOL_DIAMOND,
  STREEK_SYMBOL_TRIANGLE,
} StreekSymbol;

/* From metres of the mesh to points: x_pt = (x - x0) * scale, y_pt = (y0 - y) * scale. */
typedef struct
{
  double x0;
  double y0;
  double scale;
} StreekProjection;

/* Lines between groups: every arc whose two sides differ in @group_of is stroked once. */
typedef struct
{
  const gint32 *group_of; /* (array length=n_units), negative: no group */
  StreekStroke stroke;
  gboolean outer_only; /* only where the other side is no group: the outline of it all */
  gboolean is_passing; /* around what is pointed at or chosen: the next picture may have others */
} StreekAreaLines;

typedef struct
{
  StreekMesh *mesh;
  guint level;
  StreekProjection projection;
  StreekRect clip;
  const gint32 *group_of; /* fill group of each unit, negative: not painted */
  guint n_groups;
  const StreekPaint *paints; /* per group */
  const gint32 *rows;        /* row of the table each group stands for, -1: none */
  guint n_lines;
  const StreekAreaLines *lines; /* drawn in this order over the fills */
} StreekAreasMark;

/* Immutable, counted atomically, holds no Pango object: any thread may draw it. */
typedef struct _StreekScene StreekScene;
typedef struct _StreekSceneBuilder StreekSceneBuilder;

StreekSceneBuilder *streek_scene_builder_new (StreekSize size);
void streek_scene_builder_free (StreekSceneBuilder *builder);
StreekScene *streek_scene_builder_end (StreekSceneBuilder *builder); /* frees the builder */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSceneBuilder, streek_scene_builder_free)

/* Title, one-sentence description and language, for PDF metadata, SVG and screen readers. */
void streek_scene_builder_set_metadata (StreekSceneBuilder *builder,
                                        const char *title,
                                        const char *description,
                                        const char *language);
/* Words with commas between them, for PDF metadata. */
void streek_scene_builder_set_keywords (StreekSceneBuilder *builder, const char *keywords);
/* What the page is called in the list of pages that a PDF carries. */
void streek_scene_builder_set_bookmark (StreekSceneBuilder *builder, const char *bookmark);
/* Leads to another page of the same PDF, counted from 0; whoever draws the document sees that it is
 * there. */
void streek_scene_builder_add_link (StreekSceneBuilder *builder, StreekRect rect, guint page);
/* Groups name parts of the drawing in SVG ("areas", "legend", "labels"); they nest. */
void
streek_scene_builder_push_group (StreekSceneBuilder *builder, const char *id, const char *label);
void streek_scene_builder_pop_group (StreekSceneBuilder *builder);

/* @row: the row of the table that a mark stands for, -1: furniture. Everything is copied. */
void streek_scene_builder_add_rect (StreekSceneBuilder *builder,
                                    StreekRect rect,
                                    const StreekPaint *paint,
                                    const StreekStroke *stroke,
                                    int row);
void streek_scene_builder_add_polygon (StreekSceneBuilder *builder,
                                       const StreekPoint *points,
                                       guint n_points,
                                       gboolean closed,
                                       const StreekPaint *paint,
                                       const StreekStroke *stroke,
                                       int row);
void streek_scene_builder_add_rule (StreekSceneBuilder *builder,
                                    StreekPoint from,
                                    StreekPoint to,
                                    const StreekStroke *stroke,
                                    int row);
void streek_scene_builder_add_symbol (StreekSceneBuilder *builder,
                                      StreekSymbol symbol,
                                      StreekPoint center,
                                      double radius,
                                      const StreekPaint *paint,
                                      const StreekStroke *stroke,
                                      int row);
/* @origin: left end of the baseline; @halo: (nullable): drawn under the glyphs */
void streek_scene_builder_add_text (StreekSceneBuilder *builder,
                                    StreekTextRun *text,
                                    StreekPoint origin,
                                    StreekColor color,
                                    const StreekStroke *halo,
                                    int row);
void streek_scene_builder_add_areas (StreekSceneBuilder *builder, const StreekAreasMark *areas);
/* Fills @box, which keeps the proportions of @image where its caller does. */
void streek_scene_builder_add_image (StreekSceneBuilder *builder,
                                     StreekImage *image,
                                     StreekRect box,
                                     int row);

/* A part of the drawing that somebody may move, and the room it has for that; draws nothing. */
typedef struct
{
  int item; /* what it is to those who made the scene */
  StreekRect box;
  StreekRect room;
} StreekMovable;

void streek_scene_builder_add_movable (StreekSceneBuilder *builder, const StreekMovable *movable);
/* A number on the drawing that stands for a row in the place of its name. */
typedef struct
{
  guint number; /* from 1 */
  int row;
} StreekNumbered;

void streek_scene_builder_add_numbered (StreekSceneBuilder *builder, StreekNumbered numbered);
/* How many rows have neither a name nor a number. */
void streek_scene_builder_set_n_unnamed (StreekSceneBuilder *builder, guint n);

StreekScene *streek_scene_ref (StreekScene *scene);
void streek_scene_unref (StreekScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekScene, streek_scene_unref)

StreekSize streek_scene_get_size (const StreekScene *scene);
const char *streek_scene_get_title (const StreekScene *scene);
const char *streek_scene_get_description (const StreekScene *scene);
StreekRect streek_scene_get_bounds (const StreekScene *scene); /* of all marks with their lines */
/* The row of the topmost mark with a row at a place, -1 for none. */
int streek_scene_pick (const StreekScene *scene, StreekPoint place);
/* In the order in which they lie over each other, one array. */
guint streek_scene_get_n_movables (const StreekScene *scene);
const StreekMovable *streek_scene_get_movable (const StreekScene *scene, guint index);
/* (array length=n_numbered): ascending; a number may be left out */
const StreekNumbered *streek_scene_get_numbered (const StreekScene *scene, guint *n_numbered);
guint streek_scene_get_n_unnamed (const StreekScene *scene);
/* Every mark as a line of text, rounded to 0.01 pt: what tests compare. */
char *streek_scene_to_text (const StreekScene *scene);
