/* streek-value-window.h: the figures of one area, period by period, with what must be known of them
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_VALUE_WINDOW (streek_value_window_get_type ())
G_DECLARE_FINAL_TYPE (StreekValueWindow, streek_value_window, STREEK, VALUE_WINDOW, AdwWindow)

/* Of the area with that code in the set, the indicator and the date of @context. Follows what is
 * changed in the file while it is open. */
GtkWidget *
streek_value_window_new (GtkWindow *parent, StreekContext *context, const char *area_code);
