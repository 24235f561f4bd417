/* streek-sheet-rows.h: the rows of a sheet, handed over while its XML is parsed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-sheet-xml.h"
#include "exchange/streek-source-kept.h"

#define STREEK_SHEET_MAX_COLUMNS 16384
#define STREEK_SHEET_MAX_ROWS 1048576

/* The first member of the reader of such a format. */
typedef struct
{
  StreekSourceReader parent;
  StreekSheetXml *xml;
  StreekKept *kept; /* the rows of the piece parsed last */
  StreekKept *spare;
  guint n_whole; /* rows of kept that are complete: its format counts them */
  guint n_lent;
  gboolean is_at_end;  /* set by the format too, after the last row of its sheet */
  const char *trouble; /* (nullable): a sentence on what makes the sheet unreadable */
} StreekSheetRows;

gboolean streek_sheet_rows_begin (StreekSheetRows *rows,
                                  const StreekInput *input,
                                  const char *member,
                                  const StreekSheetXmlFuncs *funcs,
                                  GError **error);
char *streek_sheet_dup_percentage (double share);
void streek_sheet_rows_clear (StreekSheetRows *rows);
gboolean
streek_sheet_rows_next (StreekSourceReader *reader, StreekSourceRecord *record, GError **error);
double streek_sheet_rows_get_progress (const StreekSourceReader *reader);
