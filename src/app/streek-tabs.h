/* streek-tabs.h: a row of tabs that may be longer than there is room for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Scrolls to the tab that is chosen, whoever chose it, with a bit of those beside it. The tabs have
 * their stack, and stand in a GtkScrolledWindow. */
void streek_tabs_keep_in_sight (GtkStackSwitcher *tabs);
