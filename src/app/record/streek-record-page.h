/* streek-record-page.h: the records of a kind as a list: the page that every section shares */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"
#include "record/streek-record-list.h"

#include <adwaita.h>

#define STREEK_TYPE_RECORD_PAGE (streek_record_page_get_type ())
G_DECLARE_FINAL_TYPE (StreekRecordPage, streek_record_page, STREEK, RECORD_PAGE, AdwBin)

/* Columns to choose and to move, order by clicking a heading, groups, filters, a search field
 * (Ctrl+F), saved lists, a new record (Insert), opening (Enter), its form (F2), the document
 * that it cites (Ctrl+Enter), deleting (Delete)
 * and changing a field of several, rows pasted from a spreadsheet (Ctrl+V); a #StreekPrintable of
 * what is seen. It follows the book by itself; lists are made in a worker.
 *
 * Signal "selection-changed". */
GtkWidget *streek_record_page_new (StreekContext *context, const StreekRecordKind *kind);

/* What is shown: copied. */
void streek_record_page_set_spec (StreekRecordPage *self, const StreekRecordListSpec *spec);
/* Shows only those of which a column is @value, as files hold it, in the place of whatever else is
 * asked of that column; NULL: all of them. The person can take it away again. */
void streek_record_page_narrow (StreekRecordPage *self, const char *column, const char *value);
/* (transfer full) (element-type gint64): records that are selected, each once */
GArray *streek_record_page_list_selected (StreekRecordPage *self);
/* What opens in the place of a form: of records that are read on a page of their own. F2 and the
 * menu still open their form. */
typedef void (*StreekRecordPageOpenFunc) (GtkWidget *page, gint64 id, gpointer data);
void streek_record_page_set_opener (StreekRecordPage *self,
                                    StreekRecordPageOpenFunc func,
                                    gpointer data);
/* What an empty list says under "No projects yet", and what it offers beside a new one. */
void streek_record_page_set_empty_words (StreekRecordPage *self, const char *words);
