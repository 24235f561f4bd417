/* streek-drop-down.h: drop-downs that are narrower than what is chosen in them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* A GtkDropDown is as wide as its widest choice, and a window is as wide as its widest drop-down.
 * This one ends in an ellipsis, and its tooltip says the rest; its list wraps. Its model is of
 * GtkStringObject. @least_chars: as narrow as about that many letters, or 0 for any width */
void streek_drop_down_fold (GtkDropDown *self, int least_chars);
