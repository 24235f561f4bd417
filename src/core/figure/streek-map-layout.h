/* streek-map-layout.h: where everything of a map stands on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-map-labels.h"
#include "figure/streek-map-legend.h"
#include "figure/streek-row-grid.h"
#include "figure/streek-sheet.h"

typedef enum
{
  STREEK_CORNER_TOP_LEFT,
  STREEK_CORNER_TOP_RIGHT,
  STREEK_CORNER_BOTTOM_RIGHT,
  STREEK_CORNER_BOTTOM_LEFT,
} StreekCorner;

typedef struct
{
  const StreekFigure *figure;
  const StreekLayoutOptions *options;
  StreekTypesetter *typesetter;
  StreekSheet sheet;
  double text_scale;
  double largest_circle_pt;
  StreekMapLegend *legend; /* owned, NULL where bare */
  StreekPoint legend_place;
  StreekRect legend_box; /* where it stands in the map, else empty */
  StreekRect content;    /* of the sheet: between head and foot */
  StreekRect title_box;  /* of a title that was moved, else empty */
  StreekRect source_box; /* the same of the source */
  StreekRect map;
  StreekView view;
  StreekProjection projection;
  StreekRect scale_box;
  StreekRect north_box; /* empty where nobody asked for an arrow */
  StreekRect inset_box; /* empty where there is none */
  double scale_bar_m;   /* its length on the ground */
} StreekMapPlan;

gboolean streek_map_plan (StreekMapPlan *plan,
                          const StreekFigure *figure,
                          const StreekLayoutOptions *options,
                          StreekTypesetter *typesetter,
                          GError **error);
void streek_map_plan_in (StreekMapPlan *plan,
                         const StreekFigure *figure,
                         const StreekLayoutOptions *options,
                         StreekTypesetter *typesetter,
                         StreekRect frame,
                         double largest_circle_pt);
void streek_map_plan_clear (StreekMapPlan *plan);
double streek_map_choose_largest_circle (const StreekFigure *figure, StreekRect frame);
/* The map and what stands in it; without names or scale where there is no room for them. */
void streek_map_draw (StreekMapPlan *plan,
                      StreekSceneBuilder *builder,
                      gboolean has_names,
                      gboolean has_scale);
StreekRect
streek_map_get_corner (StreekRect frame, StreekCorner corner, StreekSize size, double margin);
StreekRowGrid *streek_map_make_grid (const StreekMapPlan *plan);
StreekPoint streek_map_to_paper (const StreekMapPlan *plan, double x, double y);
double streek_map_get_radius (const StreekMapPlan *plan, guint row);
gboolean streek_map_holds (StreekRect rect, StreekPoint point);
/* The rows in the order of @compare, which gets @data last; (array length=n_rows) */
guint *streek_map_order_rows (const StreekFigure *figure, GCompareDataFunc compare, gpointer data);
int streek_map_compare_by_size (gconstpointer a, gconstpointer b, gpointer user_data);
void streek_map_draw_names (const StreekMapPlan *plan,
                            StreekSceneBuilder *builder,
                            const StreekRowGrid *grid);

/* Sea and countries: whether the figure has them and the map reaches them. */
gboolean streek_map_has_surroundings (const StreekMapPlan *plan);
void streek_map_draw_surroundings (const StreekMapPlan *plan, StreekSceneBuilder *builder);
void streek_map_place_surroundings (const StreekMapPlan *plan,
                                    StreekLabeller *labeller,
                                    const StreekRowGrid *grid);

void streek_map_draw_predecessors (const StreekMapPlan *plan, StreekSceneBuilder *builder);

/* Furniture that was moved by hand. */
gboolean streek_map_is_moved (const StreekMapPlan *plan, StreekFurnitureItem item);
StreekRect streek_map_put (const StreekMapPlan *plan, StreekFurnitureItem item, StreekSize size);
void streek_map_place_loose_parts (StreekMapPlan *plan);
void streek_map_draw_loose_parts (const StreekMapPlan *plan, StreekSceneBuilder *builder);
void streek_map_add_movables (const StreekMapPlan *plan, StreekSceneBuilder *builder);
/* Whether they share more than a line; empty ones do not. */
gboolean streek_rects_meet (StreekRect a, StreekRect b);
