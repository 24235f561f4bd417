/* streek-fold-row.h: controls beside each other, in more than one row where there is no room */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* The head of a section: no wider than its widest control, whatever the letters are. Controls that
 * can be narrower (an ellipsized label, streek_drop_down_fold()) are made so before a row is
 * folded; what is left of a row goes to those that expand. */
#define STREEK_TYPE_FOLD_ROW (streek_fold_row_get_type ())
G_DECLARE_FINAL_TYPE (StreekFoldRow, streek_fold_row, STREEK, FOLD_ROW, GtkWidget)

GtkWidget *streek_fold_row_new (void);
void streek_fold_row_append (StreekFoldRow *self, GtkWidget *child);
