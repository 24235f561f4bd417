/* streek-furniture-panel.h: what stands on a map besides what it is about, to be switched */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_FURNITURE_PANEL (streek_furniture_panel_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekFurniturePanel, streek_furniture_panel, STREEK, FURNITURE_PANEL, GtkWidget)

/* Once. */
void streek_furniture_panel_set_context (StreekFurniturePanel *self, StreekContext *context);
