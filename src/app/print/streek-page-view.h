/* streek-page-view.h: one sheet as it will come out of the printer, as large as there is room */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"
#include "print/streek-logo.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_PAGE_VIEW (streek_page_view_get_type ())
G_DECLARE_FINAL_TYPE (StreekPageView, streek_page_view, STREEK, PAGE_VIEW, GtkWidget)

/* @scene, @logo: (nullable) */
void streek_page_view_set_page (StreekPageView *self, StreekScene *scene, StreekLogo *logo);
/* Application pixels in a point, 0 without a sheet; @origin: (out) (optional): its corner. */
double streek_page_view_get_place (StreekPageView *self, graphene_point_t *origin);
