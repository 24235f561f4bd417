/* streek-compare-sets-window.h: which municipalities two sets of areas place differently */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_COMPARE_SETS_WINDOW (streek_compare_sets_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekCompareSetsWindow, streek_compare_sets_window, STREEK, COMPARE_SETS_WINDOW, AdwWindow)

GtkWidget *streek_compare_sets_window_new (GtkWindow *parent, StreekContext *context);
