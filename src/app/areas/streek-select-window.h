/* streek-select-window.h: chooses areas of the map by a rule or from a pasted list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_SELECT_WINDOW (streek_select_window_get_type ())
G_DECLARE_FINAL_TYPE (StreekSelectWindow, streek_select_window, STREEK, SELECT_WINDOW, AdwWindow)

GtkWidget *streek_select_window_new (GtkWindow *parent, StreekContext *context);
