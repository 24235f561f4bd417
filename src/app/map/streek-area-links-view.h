/* streek-area-links-view.h: what is done in the area that is chosen on the map */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_AREA_LINKS_VIEW (streek_area_links_view_get_type ())
G_DECLARE_FINAL_TYPE (StreekAreaLinksView, streek_area_links_view, STREEK, AREA_LINKS_VIEW, AdwBin)

/* Each of its rows leads to a project, an action, a plan or a body. Made while somebody sees it. */
GtkWidget *streek_area_links_view_new (StreekContext *context);
