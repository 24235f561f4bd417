/* streek-project-sheet-page.h: a project or a programme to be read, and where projects take place
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"

#include <adwaita.h>

#define STREEK_TYPE_PROJECT_SHEET_PAGE (streek_project_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekProjectSheetPage, streek_project_sheet_page, STREEK, PROJECT_SHEET_PAGE, AdwBin)

/* A #StreekPrintable; it follows the book by itself, and is made when it is seen. */
GtkWidget *streek_project_sheet_page_new (StreekRecordBook *book);
/* The map of projects, which is such a page too. */
GtkWidget *streek_project_map_page_new (StreekRecordBook *book);
/* What is shown, of a project or a programme; of a map: (array length=n), none: all projects. */
void streek_project_sheet_page_set_subject (StreekProjectSheetPage *self,
                                            const StreekRecordKind *kind,
                                            gint64 id);
void streek_project_sheet_page_set_chosen (StreekProjectSheetPage *self,
                                           const gint64 *projects,
                                           guint n);
