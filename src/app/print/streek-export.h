/* streek-export.h: a printout as a file of its own */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/streek-printout.h"

typedef enum
{
  STREEK_EXPORT_PDF,
  STREEK_EXPORT_SVG,
  STREEK_EXPORT_PNG,
  STREEK_EXPORT_CSV_SPREADSHEET, /* as Excel in Dutch opens it: semicolons, comma as decimal mark */
  STREEK_EXPORT_CSV_PLAIN,       /* as programs read it */
} StreekExportFormat;

const char *streek_export_get_ending (StreekExportFormat format);

/* Blocks: for a worker. Whole or absent; a second page of an SVG or PNG gets a file of its own,
 * numbered. @dpi: of a PNG. */
gboolean streek_export_write (StreekPrintout *printout,
                              const StreekPaper *paper,
                              StreekExportFormat format,
                              double dpi,
                              const char *path,
                              GCancellable *cancellable,
                              GError **error);
