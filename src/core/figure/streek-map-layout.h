/* streek-map-layout.h: where everything of a map stands on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-map-labels.h"
#include "figure/streek-map-legend.h"
#include "figure/streek-map-numbers.h"
#include "figure/streek-row-grid.h"
#include "figure/streek-sheet.h"

/* On a map of more areas names that do not fit are left out rather than led elsewhere. */
#define STREEK_FEW_AREAS 120
/* Numbers on a map, at most: nobody looks up more. */
#define STREEK_MOST_NUMBERS 600

typedef enum
{
  STREEK_CORNER_TOP_LEFT,
  STREEK_CORNER_TOP_RIGHT,
  STREEK_CORNER_BOTTOM_RIGHT,
  STREEK_CORNER_BOTTOM_LEFT,
} StreekCorner;

typedef struct _StreekMapPlan
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
  StreekRect north_box;      /* empty where nobody asked for an arrow */
  StreekRect inset_box;      /* empty where there is none */
  double scale_bar_m;        /* its length on the ground */
  gboolean can_number;       /* there is room for a list of names beside it */
  gboolean has_numbers_only; /* no name has room: whoever asked for numbers has those */
  guint number_type;         /* which size of that list, the largest first */
  guint most_numbers;        /* that list holds so many */
  StreekMapNumbers *numbers; /* owned, (nullable): that list on paper */
  StreekRect numbers_box;
  GArray *labels; /* owned, (nullable) (element-type StreekPlacedLabel): where placed already */
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
gboolean streek_map_plan_part (StreekMapPlan *plan,
                               const StreekFigure *figure,
                               const StreekLayoutOptions *options,
                               StreekTypesetter *typesetter,
                               StreekRect content);
void streek_map_plan_clear (StreekMapPlan *plan);
/* Map and legend in @content, anew. */
void streek_map_lay_out_in (StreekMapPlan *plan, StreekRect content);
/* Whether what is left for the map is more than a stamp. */
gboolean streek_map_has_room (const StreekMapPlan *plan);
/* How large the whole map would be drawn where it now stands, in points a metre. */
double streek_map_get_fit (const StreekMapPlan *plan);
/* Scale bar, arrow and inset, anew. */
void streek_map_place_furniture (StreekMapPlan *plan, const StreekRowGrid *grid);
double streek_map_choose_largest_circle (const StreekFigure *figure, StreekRect frame);
/* The map and what stands in it; without names or scale where there is no room for them. */
void streek_map_draw (StreekMapPlan *plan,
                      StreekSceneBuilder *builder,
                      gboolean has_names,
                      gboolean has_scale);
StreekRect
streek_map_get_corner (StreekRect frame, StreekCorner corner, StreekSize size, double margin);
StreekRowGrid *streek_map_make_grid (const StreekMapPlan *plan);
/* Where names may stand: the map, or more of the ground where that moves under a hand. */
StreekRect streek_map_get_names_frame (const StreekMapPlan *plan);
StreekPoint streek_map_to_paper (const StreekMapPlan *plan, double x, double y);
double streek_map_get_radius (const StreekMapPlan *plan, guint row);
gboolean streek_map_holds (StreekRect rect, StreekPoint point);
/* The rows in the order of @compare, which gets @data last; (array length=n_rows) */
guint *streek_map_order_rows (const StreekFigure *figure, GCompareDataFunc compare, gpointer data);
int streek_map_compare_by_size (gconstpointer a, gconstpointer b, gpointer user_data);
/* Somebody asked for numbers, also where no name has room. */
gboolean streek_map_wants_numbers (const StreekFigureSpec *spec);
/* Numbers that the map has in the place of names; never AUTOMATIC. */
StreekNumbers streek_map_get_numbers (const StreekMapPlan *plan);
/* (transfer full) (element-type StreekPlacedLabel) (nullable): where the map shows none at all */
GArray *streek_map_place_names (const StreekMapPlan *plan, const StreekRowGrid *grid);
/* Rows of the map that have neither a name nor a number. */
guint streek_map_count_unnamed (const StreekMapPlan *plan, const GArray *labels);
/* (transfer full) (element-type StreekNumbered): what numbers on the map stand for, ascending */
GArray *streek_map_list_numbered (const StreekMapPlan *plan, const GArray *labels);
/* (transfer full) (nullable): the figure at a name */
char *streek_map_dup_label_value (const StreekMapPlan *plan, guint row);
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
void streek_map_put_legend (StreekMapPlan *plan, StreekRect content);
void streek_map_draw_legend (const StreekMapPlan *plan, StreekSceneBuilder *builder);
void streek_map_place_loose_parts (StreekMapPlan *plan);
void streek_map_draw_loose_parts (const StreekMapPlan *plan, StreekSceneBuilder *builder);
void streek_map_add_movables (const StreekMapPlan *plan, StreekSceneBuilder *builder);
/* Whether they share more than a line; empty ones do not. */
gboolean streek_rects_meet (StreekRect a, StreekRect b);
