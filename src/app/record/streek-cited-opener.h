/* streek-cited-opener.h: opens the document that something rests on, at its page */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"
#include "record/streek-record-cited.h"

#include <gtk/gtk.h>

/* Opens a file beside the workspace, or an address on the web, and nothing else; a document that
 * names neither is shown in its form, where it can. What is looked up on the disk is looked up in a
 * worker; what went wrong is said in a dialog. */
void streek_cited_open (GtkWidget *widget, StreekRecordBook *book, const StreekRecordCited *cited);
/* The same for a place that streek_record_cited_dup_place() made; FALSE for another one. */
gboolean streek_cited_open_place (GtkWidget *widget, StreekRecordBook *book, const char *place);
/* (transfer full): "Open Streekpact Westhoek (2008), p. 12": what a button is called */
char *streek_cited_dup_words (const StreekRecordCited *cited);
