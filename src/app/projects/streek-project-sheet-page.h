/* streek-project-sheet-page.h: a project or a programme to be read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"

#include <adwaita.h>

#define STREEK_TYPE_PROJECT_SHEET_PAGE (streek_project_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekProjectSheetPage, streek_project_sheet_page, STREEK, PROJECT_SHEET_PAGE, AdwBin)

/* A #StreekPrintable; it follows the book by itself, and is made when it is seen. */
GtkWidget *streek_project_sheet_page_new (StreekRecordBook *book);
/* What is shown, of a project or a programme. */
void streek_project_sheet_page_set_subject (StreekProjectSheetPage *self,
                                            const StreekRecordKind *kind,
                                            gint64 id);
