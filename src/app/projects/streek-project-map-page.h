/* streek-project-map-page.h: in how many projects each municipality takes part */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"

#include <adwaita.h>

#define STREEK_TYPE_PROJECT_MAP_PAGE (streek_project_map_page_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekProjectMapPage, streek_project_map_page, STREEK, PROJECT_MAP_PAGE, AdwBin)

/* A #StreekPrintable; it follows the book by itself, and is made when it is seen. */
GtkWidget *streek_project_map_page_new (StreekRecordBook *book);
/* @projects: (array length=n): selected elsewhere, for a button that shows them alone; none: all */
void
streek_project_map_page_set_chosen (StreekProjectMapPage *self, const gint64 *projects, guint n);
