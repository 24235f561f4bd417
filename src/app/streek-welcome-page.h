/* streek-welcome-page.h: what a window shows that has no workspace yet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#define STREEK_TYPE_WELCOME_PAGE (streek_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (StreekWelcomePage, streek_welcome_page, STREEK, WELCOME_PAGE, GtkWidget)

/* Reads the list of recent files again. */
void streek_welcome_page_update (StreekWelcomePage *self);
