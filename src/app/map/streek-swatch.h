/* streek-swatch.h: the sign of one legend entry, drawn as on the map */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_SWATCH (streek_swatch_get_type ())
G_DECLARE_FINAL_TYPE (StreekSwatch, streek_swatch, STREEK, SWATCH, GtkWidget)

GtkWidget *streek_swatch_new (const StreekLegendEntry *entry);
void streek_swatch_set_entry (StreekSwatch *self, const StreekLegendEntry *entry);
