/* streek-figure-row.h: one row of a table as an item of a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table/streek-table.h"

#include <gio/gio.h>

#define STREEK_TYPE_FIGURE_ROW (streek_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (StreekFigureRow, streek_figure_row, STREEK, FIGURE_ROW, GObject)

/* The rows of a table as a list (element-type StreekFigureRow): another table in its place renews
 * them all at once.
 *
 * Signal "changed": they are those of another table */
#define STREEK_TYPE_FIGURE_ROWS (streek_figure_rows_get_type ())
G_DECLARE_FINAL_TYPE (StreekFigureRows, streek_figure_rows, STREEK, FIGURE_ROWS, GObject)

StreekFigureRows *streek_figure_rows_new (StreekTable *table);
StreekTable *streek_figure_rows_get_table (StreekFigureRows *self);
/* @table: with as many rows */
void streek_figure_rows_set_table (StreekFigureRows *self, StreekTable *table);
/* (transfer full) (element-type StreekFigureRow) */
GPtrArray *streek_figure_rows_list (StreekFigureRows *self);

StreekFigureRows *streek_figure_row_get_rows (StreekFigureRow *self);
StreekTable *streek_figure_row_get_table (StreekFigureRow *self);
guint streek_figure_row_get_row (StreekFigureRow *self);
/* Of its area: in the column "code", else in "area"; (nullable) */
const char *streek_figure_row_get_code (StreekFigureRow *self);
/* As people read it, and as it sorts: text by the alphabet, numbers by size, missing ones last. */
char *streek_figure_row_dup_cell (StreekFigureRow *self, guint column);
int streek_figure_row_compare (StreekFigureRow *a, StreekFigureRow *b, guint column);
