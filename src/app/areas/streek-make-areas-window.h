/* streek-make-areas-window.h: makes areas of people's own of those that are selected */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_MAKE_AREAS_WINDOW (streek_make_areas_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekMakeAreasWindow, streek_make_areas_window, STREEK, MAKE_AREAS_WINDOW, AdwWindow)

GtkWidget *streek_make_areas_window_new (GtkWindow *parent, StreekContext *context);
