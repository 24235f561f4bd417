/* streek-selection-bar.h: how many areas are selected, and what can be done with them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_SELECTION_BAR (streek_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (StreekSelectionBar, streek_selection_bar, STREEK, SELECTION_BAR, GtkWidget)

void streek_selection_bar_set_context (StreekSelectionBar *self, StreekContext *context);
