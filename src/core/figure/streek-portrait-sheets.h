/* streek-portrait-sheets.h: a portrait on as many pages as it needs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure.h"
#include "figure/streek-sheet.h"
#include "table/streek-portrait.h"

/* @map: (nullable): beside the first lines. Headings under which nothing stands are left out, the
 * head of a table is repeated on each page, and no text is cut off. Title and context are those of
 * @sheet. Returns: (element-type StreekScene), at least one page */
GPtrArray *streek_portrait_sheets_layout (const StreekPortrait *portrait,
                                          StreekFigure *map,
                                          const StreekFormat *format,
                                          const StreekSheet *sheet,
                                          GError **error);
