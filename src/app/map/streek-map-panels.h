/* streek-map-panels.h: several map sheets beside each other that move and point together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-map-group.h"
#include "map/streek-pick.h"
#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_MAP_PANELS (streek_map_panels_get_type ())
G_DECLARE_FINAL_TYPE (StreekMapPanels, streek_map_panels, STREEK, MAP_PANELS, GtkWidget)

/* Shows the maps of the context's spec where it has more than one. Signals:
 * "changed": other maps are there, or there are none (see streek_map_panels_get_error()).
 * "arranged": as of a #StreekMapView.
 * "settled": every map of them is drawn.
 * "pointed": another one of them is pointed at, or has the focus. */
void streek_map_panels_set_context (StreekMapPanels *self, StreekContext *context);
/* (nullable): the maps shown */
StreekMapGroup *streek_map_panels_get_group (StreekMapPanels *self);
const GError *streek_map_panels_get_error (StreekMapPanels *self); /* (nullable) */
/* What a legend of the map is made from; (transfer none) */
StreekContext *streek_map_panels_get_context (StreekMapPanels *self, guint index);

/* Whether maps are being made or drawn. */
gboolean streek_map_panels_is_busy (StreekMapPanels *self);

/* Index of the map that was pointed at last. */
guint streek_map_panels_get_active (StreekMapPanels *self);

void streek_map_panels_zoom_by (StreekMapPanels *self, double factor);
void streek_map_panels_zoom_to_fit (StreekMapPanels *self);
void streek_map_panels_begin_lasso (StreekMapPanels *self);
/* As of a map sheet, on any of them. @pick: (nullable) */
void streek_map_panels_set_pick (StreekMapPanels *self, StreekPick *pick);
void streek_map_panels_begin_picking (StreekMapPanels *self); /* on the one pointed at last */
/* Where what is pointed at lies, in 0–1 of the width of all maps. */
double streek_map_panels_get_pointer (StreekMapPanels *self);
/* Adds what the numbers on all maps stand for, each once and ascending, to @numbers (element-type
 * StreekListedNumber). Returns: how many areas of one map have neither number nor name, at most */
guint streek_map_panels_list_numbers (StreekMapPanels *self, GArray *numbers);
/* As of a map sheet: what is said after the area pointed at. */
void streek_map_panels_set_trend (StreekMapPanels *self, const char *words);
