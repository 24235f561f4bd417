/* streek-atlas-window.h: a page for each area of a set: choices, what comes of them, and the files
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-atlas-spec.h"
#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_ATLAS_WINDOW (streek_atlas_window_get_type ())
G_DECLARE_FINAL_TYPE (StreekAtlasWindow, streek_atlas_window, STREEK, ATLAS_WINDOW, AdwWindow)

/* @spec: (nullable): what is chosen at first; else an atlas of what @context shows. Areas and
 * catalogue of @context are loaded. */
GtkWidget *streek_atlas_window_new (GtkWindow *parent,
                                    GSettings *settings,
                                    StreekContext *context,
                                    const StreekAtlasSpec *spec);
