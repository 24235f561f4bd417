/* streek-record-book.h: the records as they are now, for every page of a window */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "streek-context.h"
#include "workspace/streek-record-edits.h"

#define STREEK_TYPE_RECORD_BOOK (streek_record_book_get_type ())
G_DECLARE_FINAL_TYPE (StreekRecordBook, streek_record_book, STREEK, RECORD_BOOK, GObject)

/* Signal "changed": other records, or there are none now. They are read in a worker after each
 * change of the file. */

/* (transfer none): the one of that window; made when it is first asked for */
StreekRecordBook *streek_record_book_get (StreekContext *context);
StreekContext *streek_record_book_get_context (StreekRecordBook *self);
/* (transfer none) (nullable): until it is read; take a reference to keep it */
StreekRecordView *streek_record_book_get_view (StreekRecordBook *self);
/* (nullable): the same for one record */
const StreekRecord *
streek_record_book_find (StreekRecordBook *self, const StreekRecordKind *kind, gint64 id);
const GError *streek_record_book_get_error (StreekRecordBook *self); /* (nullable) */
