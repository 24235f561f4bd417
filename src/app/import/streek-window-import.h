/* streek-window-import.h: the window's command that takes files of figures in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-window.h"

void streek_window_add_import_actions (StreekWindow *self);
/* Opens the assistant for each of these, one after the other. @files: (element-type GFile) */
void streek_window_import_files (StreekWindow *self, GPtrArray *files);
