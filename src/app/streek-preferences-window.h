/* streek-preferences-window.h: the own area and office, and what stands on every print */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_PREFERENCES_WINDOW (streek_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (StreekPreferencesWindow,
                      streek_preferences_window,
                      STREEK,
                      PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

/* @context: (nullable): areas to choose the own one from come from its workspace */
GtkWidget *streek_preferences_window_new (GSettings *settings, StreekContext *context);
