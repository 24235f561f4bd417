/* streek-check-window.h: whether the open file is whole, as a list of findings */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/streek-workspace.h"

#include <adwaita.h>

#define STREEK_TYPE_CHECK_WINDOW (streek_check_window_get_type ())
G_DECLARE_FINAL_TYPE (StreekCheckWindow, streek_check_window, STREEK, CHECK_WINDOW, AdwWindow)

/* Begins to check at once, in a thread. */
GtkWidget *streek_check_window_new (StreekWorkspace *workspace);
