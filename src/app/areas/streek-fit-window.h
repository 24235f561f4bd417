/* streek-fit-window.h: which areas have a total that somebody states */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_FIT_WINDOW (streek_fit_window_get_type ())
G_DECLARE_FINAL_TYPE (StreekFitWindow, streek_fit_window, STREEK, FIT_WINDOW, AdwWindow)

GtkWidget *streek_fit_window_new (GtkWindow *parent, StreekContext *context);
