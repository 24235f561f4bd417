/* streek-window-upkeep.h: the window's commands that look after the file itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-window.h"

/* Actions check-file and update-reference. */
void streek_window_add_upkeep_actions (StreekWindow *self);
/* Reveals the bar that offers newer reference data, where the program came with some. */
void streek_window_offer_update (StreekWindow *self);
