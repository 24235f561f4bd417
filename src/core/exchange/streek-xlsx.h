/* streek-xlsx.h: spreadsheets of Excel from 2007 on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-source-private.h"

typedef enum
{
  STREEK_XLSX_NUMBER,
  STREEK_XLSX_PERCENTAGE, /* 0.123 is shown as 12.3 % */
  STREEK_XLSX_DATE,
  STREEK_XLSX_DATE_TIME,
  STREEK_XLSX_TIME,
} StreekXlsxStyle;

/* What all sheets of a file share; immutable once read. */
typedef struct
{
  GPtrArray *parts;    /* (element-type utf8): of each sheet of the source */
  GString *strings;    /* shared by the cells, one after another */
  GArray *string_ends; /* (element-type gsize) */
  GByteArray *styles;  /* a StreekXlsxStyle for each style of a cell */
  gboolean is_from_1904;
} StreekXlsxBook;

gboolean streek_xlsx_recognise (StreekSource *source, GCancellable *cancellable, GError **error);
StreekXlsxStyle streek_xlsx_judge_format (const char *code);
char *streek_xlsx_format_date (double serial, StreekXlsxStyle style, gboolean is_from_1904);

StreekSourceReader *streek_xlsx_reader_new (const StreekSource *source,
                                            const StreekXlsxBook *book,
                                            const char *part,
                                            GCancellable *cancellable,
                                            GError **error);
