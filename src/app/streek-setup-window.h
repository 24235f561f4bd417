/* streek-setup-window.h: asks once for the own area and the name of the office */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_SETUP_WINDOW (streek_setup_window_get_type ())
G_DECLARE_FINAL_TYPE (StreekSetupWindow, streek_setup_window, STREEK, SETUP_WINDOW, AdwWindow)

/* @context: has a workspace, whose areas are offered */
GtkWidget *streek_setup_window_new (GSettings *settings, StreekContext *context);
