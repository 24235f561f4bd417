/* streek-window-output.h: the window's commands that take what is shown out of the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-window.h"

/* Actions print, export, copy-picture and copy-data, on what the section in front shows. */
void streek_window_add_output_actions (StreekWindow *self);
