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
/* What taking these (gint64) of a plan over into the year that is shown will do, in @words: (out)
 * (nullable); FALSE where nothing can be taken over. */
gboolean streek_year_page_describe_take (StreekYearPage *self, const GArray *items, char **words);
/* Takes them over, as one command; FALSE where there is nothing to take over. */
gboolean streek_year_page_take (StreekYearPage *self, const GArray *items);
/* The plan that is shown beside it, 0: none: whose body a new programme is of at first. */
void streek_year_page_set_pact (StreekYearPage *self, gint64 pact);
