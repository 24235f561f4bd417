/* streek-date-chooser.h: which period is shown, and on the areas of which date */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_DATE_CHOOSER (streek_date_chooser_get_type ())
G_DECLARE_FINAL_TYPE (StreekDateChooser, streek_date_chooser, STREEK, DATE_CHOOSER, GtkWidget)

void streek_date_chooser_set_context (StreekDateChooser *self, StreekContext *context);
/* Fills it from the context; to call when it is shown. */
void streek_date_chooser_start (StreekDateChooser *self);
