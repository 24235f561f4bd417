/* streek-search-button.h: Ctrl+K: go to anything the file has a text about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_SEARCH_BUTTON (streek_search_button_get_type ())
G_DECLARE_FINAL_TYPE (StreekSearchButton, streek_search_button, STREEK, SEARCH_BUTTON, GtkWidget)

void streek_search_button_set_context (StreekSearchButton *self, StreekContext *context);
void streek_search_button_open (StreekSearchButton *self);
