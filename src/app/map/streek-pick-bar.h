/* streek-pick-bar.h: over a map: what point is asked for, and which one is pointed at */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/streek-pick.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_PICK_BAR (streek_pick_bar_get_type ())
G_DECLARE_FINAL_TYPE (StreekPickBar, streek_pick_bar, STREEK, PICK_BAR, GtkWidget)

/* Hidden while there is none. @pick: (nullable) */
void streek_pick_bar_set_pick (StreekPickBar *self, StreekPick *pick);
