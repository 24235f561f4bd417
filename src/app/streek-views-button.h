/* streek-views-button.h: the menu of saved views: go to one, keep this one, rename, delete */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_VIEWS_BUTTON (streek_views_button_get_type ())
G_DECLARE_FINAL_TYPE (StreekViewsButton, streek_views_button, STREEK, VIEWS_BUTTON, GtkWidget)

void streek_views_button_set_context (StreekViewsButton *self, StreekContext *context);
