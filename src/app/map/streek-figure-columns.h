/* streek-figure-columns.h: columns of a table with figures, and its rows as the shared selection */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-selection.h"
#include "table/streek-table.h"

#include <gtk/gtk.h>

/* A sortable column of a view whose items are StreekFigureRow: numbers at the right in figures of
 * one width, a missing one as its sign with the reason as tooltip. The pointer on a cell is the
 * pointer on its area.
 * @max_letters: a text longer than this ends in an ellipsis until the column is widened */
GtkColumnViewColumn *streek_figure_column_new (StreekTable *table,
                                               guint column,
                                               const char *heading,
                                               int max_letters,
                                               StreekSelection *selection);
/* (transfer container) (element-type utf8): codes of the areas whose rows are chosen, each once */
GPtrArray *streek_figure_rows_list_chosen (GtkSelectionModel *rows);
/* Chooses the rows of the chosen areas; position of the first, GTK_INVALID_LIST_POSITION: none */
guint streek_figure_rows_choose (GtkSelectionModel *rows, StreekSelection *selection);
