/* streek-class-panel.h: the classes of a map: method, limits, zeros, reference and palette */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_CLASS_PANEL (streek_class_panel_get_type ())
G_DECLARE_FINAL_TYPE (StreekClassPanel, streek_class_panel, STREEK, CLASS_PANEL, GtkWidget)

void streek_class_panel_set_context (StreekClassPanel *self, StreekContext *context); /* once */
