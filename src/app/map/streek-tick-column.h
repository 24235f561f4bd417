/* streek-tick-column.h: a column of check boxes that select the areas of their rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* (transfer full): for a view of StreekFigureRow items whose model is @rows. A box is checked where
 * its row is selected; who checks one selects its row and leaves the others as they are. */
GtkColumnViewColumn *streek_tick_column_new (GtkSelectionModel *rows);
