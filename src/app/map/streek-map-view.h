/* streek-map-view.h: the map sheet: a figure as a picture to pan, zoom, point at and walk over */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/streek-pick.h"
#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_MAP_VIEW (streek_map_view_get_type ())
G_DECLARE_FINAL_TYPE (StreekMapView, streek_map_view, STREEK, MAP_VIEW, GtkWidget)

/* Draws the context's figure in a worker; shows and changes the context's selection. Signals:
 * "picture-ready": a picture that belongs to the newest figure is on the sheet.
 * "moved": a person shows another part of the ground.
 * "arranged" (#StreekMovable, #StreekPoint of its corner): a person puts something on the sheet
 * elsewhere, or where it stands by itself (NULL). */
void streek_map_view_set_context (StreekMapView *self, StreekContext *context);

void streek_map_view_zoom_by (StreekMapView *self, double factor); /* about the middle */
/* The next drag draws around areas, and chooses those whose middle lies in it; Escape gives it up.
 */
void streek_map_view_begin_lasso (StreekMapView *self);
/* A click, or Enter at a cross-hair that the arrow keys move, takes a point; Escape gives it up.
 * The map forgets it when it has ended. @pick: (nullable) */
void streek_map_view_set_pick (StreekMapView *self, StreekPick *pick);
/* The cross-hair of the keys, in the middle. */
void streek_map_view_begin_picking (StreekMapView *self);
void streek_map_view_zoom_to_fit (StreekMapView *self);
/* Where the hovered area lies in the widget, in 0–1 of its width and height. */
void streek_map_view_get_pointer (StreekMapView *self, double *x, double *y);
/* What is wanted; all zero: everything. Shown without telling that it moved. */
StreekView streek_map_view_get_view (StreekMapView *self);
void streek_map_view_show_view (StreekMapView *self, StreekView view);
/* One of several beside each other; one of them has the scale. */
void streek_map_view_set_small (StreekMapView *self, gboolean has_scale);
/* (nullable): the course over time of the hovered area, said after what is known of it now. */
void streek_map_view_set_trend (StreekMapView *self, const char *words);
/* (nullable) (element-type StreekNumbered): what numbers on the sheet stand for; how many rows have
 * neither a number nor a name. */
const GArray *streek_map_view_get_numbered (StreekMapView *self, guint *n_unnamed);
/* Whether a picture of what is wanted now is still being painted. */
gboolean streek_map_view_is_painting (StreekMapView *self);
/* How large the circles on the sheet are beside those of the figure's legend entries. */
double streek_map_view_get_circle_factor (StreekMapView *self);
