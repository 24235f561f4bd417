/* streek-indicator-list.h: the indicators by theme, to search and choose from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_INDICATOR_LIST (streek_indicator_list_get_type ())
G_DECLARE_FINAL_TYPE (StreekIndicatorList, streek_indicator_list, STREEK, INDICATOR_LIST, GtkWidget)

/* Shows the context's catalogue; choosing one makes it the context's indicator. */
void streek_indicator_list_set_context (StreekIndicatorList *self, StreekContext *context);
