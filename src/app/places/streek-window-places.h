/* streek-window-places.h: the window's commands for places */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/streek-pick.h"
#include "streek-window.h"

/* Actions places, and open-place with the id of one. */
void streek_window_add_places_actions (StreekWindow *self);
/* Shows the map and asks for a point of it; FALSE where there is no map. */
gboolean streek_window_pick_point (StreekWindow *self, StreekPick *pick);
