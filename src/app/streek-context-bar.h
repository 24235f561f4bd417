/* streek-context-bar.h: set, area, and date or period, as three buttons in the header bar */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_CONTEXT_BAR (streek_context_bar_get_type ())
G_DECLARE_FINAL_TYPE (StreekContextBar, streek_context_bar, STREEK, CONTEXT_BAR, GtkWidget)

void streek_context_bar_set_context (StreekContextBar *self, StreekContext *context);
