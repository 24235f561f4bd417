/* streek-window-areas.h: the window's command for areas of people's own */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-window.h"

/* Action import-areas. */
void streek_window_add_areas_actions (StreekWindow *self);
