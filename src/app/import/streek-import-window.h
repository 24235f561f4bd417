/* streek-import-window.h: the assistant that takes a file of figures in, step by step */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_IMPORT_WINDOW (streek_import_window_get_type ())
G_DECLARE_FINAL_TYPE (StreekImportWindow, streek_import_window, STREEK, IMPORT_WINDOW, AdwWindow)

/* Signal "imported" (const char *outcome, const char *indicator): figures were written, and
 * @indicator (nullable) is one that has them. */

/* @context: has a workspace that can be written; @hint: (nullable): code of the indicator that it
 * is opened from, proposed where the file says none */
GtkWidget *streek_import_window_new (GtkWindow *parent,
                                     StreekContext *context,
                                     const char *path,
                                     const char *hint);
