/* streek-row-button.h: the small button at the end of a row */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* @icon_name: what it shows
 * @label: what it does, with what the row is of: its tooltip and its name for a screen reader
 *
 * Returns: (transfer none): a flat button as high as its words, not as its row */
GtkWidget *streek_row_button_new (const char *icon_name, const char *label);
