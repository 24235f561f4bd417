/* streek-pair-panel.h: the other indicator of a map of two, and its limits and colours */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_PAIR_PANEL (streek_pair_panel_get_type ())
G_DECLARE_FINAL_TYPE (StreekPairPanel, streek_pair_panel, STREEK, PAIR_PANEL, GtkWidget)

/* To be shown while the spec is of such a map. */
void streek_pair_panel_set_context (StreekPairPanel *self, StreekContext *context);
