/* streek-role-map-view.h: what bodies do, as a map with a list beside it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_ROLE_MAP_VIEW (streek_role_map_view_get_type ())
G_DECLARE_FINAL_TYPE (StreekRoleMapView, streek_role_map_view, STREEK, ROLE_MAP_VIEW, GtkWidget)

/* Implements StreekPrintable: the map, and the list on the next page. */
GtkWidget *streek_role_map_view_new (StreekRecordBook *book);
void streek_role_map_view_set_pact (StreekRoleMapView *self,
                                    gint64 pact); /* for its day; 0: none */
/* NONE: the first day of the pact, or that of most bodies */
void streek_role_map_view_set_day (StreekRoleMapView *self, StreekDate day);
/* 0: what is said in general */
void streek_role_map_view_set_theme (StreekRoleMapView *self, gint64 theme);
gint64 streek_role_map_view_get_theme (StreekRoleMapView *self);
/* The body chosen in the list or on the map; 0: none */
gint64 streek_role_map_view_get_body (StreekRoleMapView *self);
