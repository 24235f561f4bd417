/* streek-import-questions-page.h: what only a person can say about a file, and what was found in it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/streek-import-task.h"
#include "streek-context.h"

#include <adwaita.h>

#define STREEK_TYPE_IMPORT_QUESTIONS_PAGE (streek_import_questions_page_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekImportQuestionsPage, streek_import_questions_page, STREEK, IMPORT_QUESTIONS_PAGE, AdwBin)

void streek_import_questions_page_set_task (StreekImportQuestionsPage *self,
                                            StreekContext *context,
                                            StreekImportTask *task);
