/* streek-focus.h: how Tab and arrow keys go through a window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-chart.h"

#include <gtk/gtk.h>

/* Tab enters the list once and leaves it again; arrows move inside it. GTK itself stops at every
 * row, and selects each on the way. */
void streek_focus_make_one_stop (GtkListBox *list);
/* The way an arrow key goes over a drawing; FALSE for every other key. */
gboolean streek_focus_find_walk (guint key, StreekWalk *way);
