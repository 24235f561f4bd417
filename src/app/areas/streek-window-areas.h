/* streek-window-areas.h: the window's command for areas of people's own */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-window.h"

/* Actions import-areas, select-areas, lasso, clear-selection, make-areas, compare-sets and
 * fit-total. */
void streek_window_add_areas_actions (StreekWindow *self);
/* What depends on the workspace and on what is selected. */
void streek_window_update_areas_actions (StreekWindow *self);
