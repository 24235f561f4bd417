/* streek-site-window.h: a place, to be made or changed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"
#include "streek-edit-window.h"
#include "workspace/streek-sites.h"

#define STREEK_TYPE_SITE_WINDOW (streek_site_window_get_type ())
G_DECLARE_FINAL_TYPE (StreekSiteWindow, streek_site_window, STREEK, SITE_WINDOW, StreekEditWindow)

/* @parent: the list of places, over the window whose map can be pointed at. @areas: with meshes:
 * they tell in which municipality a point lies. @site: (nullable): copied */
GtkWidget *streek_site_window_new (GtkWindow *parent,
                                   StreekContext *context,
                                   StreekAreas *areas,
                                   const StreekSite *site);
