/* streek-year-page.h: the tab with year programmes: what a body does in a year, and covers of its
 * plans */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_YEAR_PAGE (streek_year_page_get_type ())
G_DECLARE_FINAL_TYPE (StreekYearPage, streek_year_page, STREEK, YEAR_PAGE, GtkWidget)

/* Implements StreekPrintable: the board, the timeline or the coverage, whichever is shown. */
GtkWidget *streek_year_page_new (StreekRecordBook *book);
/* The plan that is shown beside it, 0: none: whose body a new programme is of at first. */
void streek_year_page_set_pact (StreekYearPage *self, gint64 pact);
