/* streek-chart-sheets.h: a chart with a table under it, on as many pages as they need */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-chart.h"
#include "figure/streek-sheet.h"

/* @chart: (nullable); @heading: over the table. @sheet has the words of the whole; those of the
 * chart are not printed. A table without rows is left out. Returns: (element-type StreekScene), at
 * least one page */
GPtrArray *streek_chart_sheets_layout (const StreekChart *chart,
                                       const char *heading,
                                       const StreekTable *table,
                                       const char *const *column_ids,
                                       const StreekSheet *sheet,
                                       const StreekLayoutOptions *options,
                                       GError **error);
