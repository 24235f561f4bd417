/* streek-import-indicators-page.h: the indicators that come with a file, to be named before it is
 * taken in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/streek-import-task.h"
#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_IMPORT_INDICATORS_PAGE (streek_import_indicators_page_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekImportIndicatorsPage, streek_import_indicators_page, STREEK, IMPORT_INDICATORS_PAGE, AdwBin)

void streek_import_indicators_page_set_task (StreekImportIndicatorsPage *self,
                                             StreekContext *context,
                                             StreekImportTask *task);

/* (element-type utf8): codes of the indicators that an import makes, each once; lent by it */
GPtrArray *streek_import_list_new_indicators (const StreekImport *import);
