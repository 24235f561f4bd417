/* streek-import-file-page.h: which file it is, how it is read, and where its figures come from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/streek-import-task.h"

#include <adwaita.h>

#define STREEK_TYPE_IMPORT_FILE_PAGE (streek_import_file_page_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekImportFilePage, streek_import_file_page, STREEK, IMPORT_FILE_PAGE, AdwBin)

void streek_import_file_page_set_task (StreekImportFilePage *self, StreekImportTask *task);
