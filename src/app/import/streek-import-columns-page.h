/* streek-import-columns-page.h: the first rows of a file, and what each of its columns means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/streek-import-task.h"
#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_IMPORT_COLUMNS_PAGE (streek_import_columns_page_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekImportColumnsPage, streek_import_columns_page, STREEK, IMPORT_COLUMNS_PAGE, AdwBin)

void streek_import_columns_page_set_task (StreekImportColumnsPage *self,
                                          StreekContext *context,
                                          StreekImportTask *task);
