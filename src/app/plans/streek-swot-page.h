/* streek-swot-page.h: the tab with the SWOT of a plan, and the figures behind its lines */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_SWOT_PAGE (streek_swot_page_get_type ())
G_DECLARE_FINAL_TYPE (StreekSwotPage, streek_swot_page, STREEK, SWOT_PAGE, GtkWidget)

GtkWidget *streek_swot_page_new (StreekRecordBook *book);
/* @pact: the plan that is shown, 0: none */
void streek_swot_page_set_pact (StreekSwotPage *self, gint64 pact);
