/* streek-spreadsheet.h: tables written as a spreadsheet: XLSX or ODS */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table/streek-table.h"

#include <gio/gio.h>

typedef struct
{
  const char *name;         /* of the sheet */
  const StreekTable *table; /* its remarks come on a last sheet */
} StreekSpreadsheetPart;

/* @path: ends in .xlsx or .ods. Numbers and days are such in the file; periods, points and reasons
 * for what is missing are texts. @with_ids: heads are the ids of columns, and there are no remarks:
 * for a file that is to be taken in again. Blocks. #StreekGdalError, or #GFileError. */
gboolean streek_spreadsheet_write (const char *path,
                                   const StreekSpreadsheetPart *parts,
                                   guint n_parts,
                                   gboolean with_ids,
                                   GError **error);
/* (transfer full): what a sheet of that name is called in a file, where no other one is */
char *streek_spreadsheet_dup_name (const char *wanted);
/* Whether a file of that name would be one. */
gboolean streek_spreadsheet_has_suffix (const char *path);
