/* streek-palette-button.h: the palettes in their groups, each as grey print and other eyes see it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#define STREEK_TYPE_PALETTE_BUTTON (streek_palette_button_get_type ())
G_DECLARE_FINAL_TYPE (StreekPaletteButton, streek_palette_button, STREEK, PALETTE_BUTTON, GtkWidget)

/* Signal "chosen" (const char *name): a person chose a palette, NULL for the one that suits the
 * figures. */

/* @name: (nullable): of the palette, NULL: the one that suits the figures; @is_diverging: which
 * that would be; @n_classes: how many the previews show */
void streek_palette_button_show (StreekPaletteButton *self,
                                 const char *name,
                                 gboolean is_diverging,
                                 guint n_classes);
