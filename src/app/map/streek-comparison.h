/* streek-comparison.h: own area, province and Vlaanderen beside each other */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/streek-references.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_COMPARISON (streek_comparison_get_type ())
G_DECLARE_FINAL_TYPE (StreekComparison, streek_comparison, STREEK, COMPARISON, GtkWidget)

void streek_comparison_set_context (StreekComparison *self,
                                    StreekContext *context,
                                    StreekReferences *references);
