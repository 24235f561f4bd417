/* streek-tooltip.h: tooltips of widgets that are filled again and again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* @text: (nullable): none */
void streek_tooltip_set (GtkWidget *widget, const char *text);
/* Lets an ellipsized label say all of its words, where they are cut and it has no tooltip of its
 * own. */
void streek_tooltip_tell_cut (GtkLabel *label);
