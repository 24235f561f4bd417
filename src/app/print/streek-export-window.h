/* streek-export-window.h: in which form what is shown leaves the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/streek-printout.h"

#include <adwaita.h>

#define STREEK_TYPE_EXPORT_WINDOW (streek_export_window_get_type ())
G_DECLARE_FINAL_TYPE (StreekExportWindow, streek_export_window, STREEK, EXPORT_WINDOW, AdwWindow)

/* Signal "exported" (path): the file is there; the window has closed. */
GtkWidget *
streek_export_window_new (GtkWindow *parent, GSettings *settings, StreekPrintout *printout);
