/* streek-window-output.h: the window's commands that take what is shown out of the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-atlas-spec.h"
#include "streek-window.h"

/* Actions print, atlas, export, copy-picture and copy-data, on what the section in front shows. */
void streek_window_add_output_actions (StreekWindow *self);
/* A window for a page of each area; @spec: (nullable): of what the window shows */
void streek_window_show_atlas (StreekWindow *self, const StreekAtlasSpec *spec);
