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
