/* streek-reference-window.h: shows what newer reference data would change, and takes them over */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/streek-workspace.h"

#include <adwaita.h>

#define STREEK_TYPE_REFERENCE_WINDOW (streek_reference_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekReferenceWindow, streek_reference_window, STREEK, REFERENCE_WINDOW, AdwWindow)

/* Begins to compare at once, in a thread; emits "updated" when the file has the new data. */
GtkWidget *streek_reference_window_new (StreekWorkspace *workspace);
