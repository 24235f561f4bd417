/* streek-palette-strip.h: the classes of a palette side by side, as some eyes or grey print see it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-palette.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_PALETTE_STRIP (streek_palette_strip_get_type ())
G_DECLARE_FINAL_TYPE (StreekPaletteStrip, streek_palette_strip, STREEK, PALETTE_STRIP, GtkWidget)

GtkWidget *streek_palette_strip_new (void);
/* @n_classes: 1 to STREEK_PALETTE_MAX_CLASSES; @vision: in colour, as these eyes see it */
void streek_palette_strip_show (StreekPaletteStrip *self,
                                const StreekPalette *palette,
                                guint n_classes,
                                gboolean grey,
                                StreekVision vision);
