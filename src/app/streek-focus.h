/* streek-focus.h: how Tab goes through a window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Tab enters the list once and leaves it again; arrows move inside it. GTK itself stops at every
 * row, and selects each on the way. */
void streek_focus_make_one_stop (GtkListBox *list);
