/* streek-waiting.h: what turns on a page that is still being made ready */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Turns only while it is on the screen: a GtkSpinner on a page of a stack that is not shown goes on
 * with every frame, and with it the whole window is laid out again sixty times a second. */
#define STREEK_TYPE_WAITING (streek_waiting_get_type ())
G_DECLARE_FINAL_TYPE (StreekWaiting, streek_waiting, STREEK, WAITING, GtkWidget)
