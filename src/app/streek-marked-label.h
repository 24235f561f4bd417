/* streek-marked-label.h: words of a label that were struck, and that are new */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-word-diff.h"

#include <gtk/gtk.h>

/* Marks words of what @label says, as paper does; a screen reader hears which they are as its
 * description. @spans: (nullable): StreekTextSpan */
void streek_label_mark_words (GtkLabel *label, const GArray *spans);
