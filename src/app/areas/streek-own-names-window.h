/* streek-own-names-window.h: names that people give areas, as a list, to be taken in and forgotten
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_OWN_NAMES_WINDOW (streek_own_names_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekOwnNamesWindow, streek_own_names_window, STREEK, OWN_NAMES_WINDOW, AdwWindow)

GtkWidget *streek_own_names_window_new (GtkWindow *parent, StreekContext *context);
