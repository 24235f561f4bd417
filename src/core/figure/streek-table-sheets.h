/* streek-table-sheets.h: a table on as many pages as it needs, the header row on each */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure.h"
#include "figure/streek-sheet.h"
#include "table/streek-table.h"

/* The columns named in @column_ids (NULL-terminated; NULL: all of them), in that order. A row is
 * never cut by the end of a page. Returns: (element-type StreekScene), at least one page */
GPtrArray *streek_table_sheets_layout (const StreekTable *table,
                                       const char *const *column_ids,
                                       const StreekFormat *format,
                                       const StreekSheet *sheet,
                                       GError **error);

/* Draws what stands over the table on its first page, in at most @frame, and returns how high it
 * is. Called more than once. */
typedef double (*StreekSheetTopFunc) (StreekSceneBuilder *builder,
                                      StreekTypesetter *typesetter,
                                      StreekRect frame,
                                      gpointer data);
/* The same under something else; a table without rows is left out. */
GPtrArray *streek_table_sheets_layout_under (const StreekTable *table,
                                             const char *const *column_ids,
                                             const StreekFormat *format,
                                             const StreekSheet *sheet,
                                             StreekSheetTopFunc draw_top,
                                             gpointer data,
                                             GError **error);
