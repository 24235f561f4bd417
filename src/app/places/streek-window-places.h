/* streek-window-places.h: the window's commands for places */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-window.h"

/* Actions places, and open-place with the id of one. */
void streek_window_add_places_actions (StreekWindow *self);
