/* streek-value-grid.h: the values of one indicator, areas down and periods across */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/streek-figures.h"

/* Immutable, counted atomically: made in a worker, shown in the window. Periods run from the newest
 * to the oldest, areas by name. */
typedef struct _StreekValueGrid StreekValueGrid;

/* Blocks: for a worker. */
StreekValueGrid *streek_value_grid_load (StreekWorkspace *workspace,
                                         const StreekIndicator *indicator,
                                         const StreekValuesQuery *query,
                                         GCancellable *cancellable,
                                         GError **error);
StreekValueGrid *streek_value_grid_ref (StreekValueGrid *grid);
void streek_value_grid_unref (StreekValueGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekValueGrid, streek_value_grid_unref)

/* (transfer full) (nullable): what no cell can say, a sentence a line: which areas were left out,
 * which date was taken. */
char *streek_value_grid_dup_remarks (const StreekValueGrid *grid);
guint streek_value_grid_get_n_areas (const StreekValueGrid *grid);
guint streek_value_grid_get_n_periods (const StreekValueGrid *grid);
const char *streek_value_grid_get_area_code (const StreekValueGrid *grid, guint area);
const char *streek_value_grid_get_area_name (const StreekValueGrid *grid, guint area);
StreekPeriod streek_value_grid_get_period (const StreekValueGrid *grid, guint period);

/* One cell. An area that is not of that period has none: NAN, no text. */
gboolean streek_value_grid_has_cell (const StreekValueGrid *grid, guint area, guint period);
double streek_value_grid_get_value (const StreekValueGrid *grid, guint area, guint period);
StreekMissing streek_value_grid_get_missing (const StreekValueGrid *grid, guint area, guint period);
/* From others: nothing that could be corrected itself. */
gboolean streek_value_grid_is_computed (const StreekValueGrid *grid, guint area, guint period);
gboolean streek_value_grid_is_corrected (const StreekValueGrid *grid, guint area, guint period);
/* "≥ 12.345", "x": what stands in the cell */
char *streek_value_grid_dup_text (const StreekValueGrid *grid,
                                  guint area,
                                  guint period,
                                  const StreekFormat *format);
/* How it came about, what is missing, how much is known, notes: lines of text, NULL for nothing to
 * tell. */
char *streek_value_grid_dup_explanation (const StreekValueGrid *grid,
                                         guint area,
                                         guint period,
                                         const StreekFormat *format);
/* Areas down, the @n_periods newest periods across: for paper and clipboard. */
StreekTable *streek_value_grid_make_table (const StreekValueGrid *grid, guint n_periods);
/* Kinds of missing that occur, as bits 1 << StreekMissing. */
guint streek_value_grid_get_missing_kinds (const StreekValueGrid *grid);
