/* streek-panels-button.h: one map, two or four beside each other, or a small one for each period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_PANELS_BUTTON (streek_panels_button_get_type ())
G_DECLARE_FINAL_TYPE (StreekPanelsButton, streek_panels_button, STREEK, PANELS_BUTTON, GtkWidget)

void streek_panels_button_set_context (StreekPanelsButton *self, StreekContext *context);
