/* streek-print-window.h: how the pages will look, on which paper, before they are printed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/streek-printout.h"

#include <adwaita.h>

#define STREEK_TYPE_PRINT_WINDOW (streek_print_window_get_type ())
G_DECLARE_FINAL_TYPE (StreekPrintWindow, streek_print_window, STREEK, PRINT_WINDOW, AdwWindow)

GtkWidget *
streek_print_window_new (GtkWindow *parent, GSettings *settings, StreekPrintout *printout);
