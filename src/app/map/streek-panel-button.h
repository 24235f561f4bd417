/* streek-panel-button.h: the heading of a map beside the first, and what it shows to choose from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_PANEL_BUTTON (streek_panel_button_get_type ())
G_DECLARE_FINAL_TYPE (StreekPanelButton, streek_panel_button, STREEK, PANEL_BUTTON, GtkWidget)

/* @index: among the maps beside the first one of the context */
GtkWidget *streek_panel_button_new (StreekContext *context, guint index);
void streek_panel_button_set_heading (StreekPanelButton *self, const char *heading);
