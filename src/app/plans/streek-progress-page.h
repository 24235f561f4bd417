/* streek-progress-page.h: the tab with what was done for a plan in a period */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_PROGRESS_PAGE (streek_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (StreekProgressPage, streek_progress_page, STREEK, PROGRESS_PAGE, GtkWidget)

/* Implements StreekPrintable. */
GtkWidget *streek_progress_page_new (StreekRecordBook *book);
/* 0: none */
void streek_progress_page_set_pact (StreekProgressPage *self, gint64 pact);
