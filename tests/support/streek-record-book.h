/* streek-record-book.h: records written down in a test, as a snapshot */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-changes.h"
#include "record/streek-record-view.h"

/* Every kind of a workspace, over a map of three municipalities A, B and C. */
typedef struct
{
  StreekDb *db;
  StreekRecords *empty;
  StreekRecordChanges *changes; /* what was written down */
} StreekRecordBook;

StreekRecordBook *streek_record_book_new (void);
void streek_record_book_free (StreekRecordBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRecordBook, streek_record_book_free)

/* @title: (nullable): the field that names it, where that is a text */
gint64
streek_record_book_add (StreekRecordBook *book, const StreekRecordKind *kind, const char *title);
/* A text, choice, day, period, area or number, as files hold it. */
void streek_record_book_set (
  StreekRecordBook *book, const StreekRecordKind *kind, gint64 id, guint field, const char *value);
void streek_record_book_refer (
  StreekRecordBook *book, const StreekRecordKind *kind, gint64 id, guint field, gint64 target);
/* (transfer full): all of it; lent texts live as long as the book */
StreekRecords *streek_record_book_read (StreekRecordBook *book);
StreekRecordView *streek_record_book_view (StreekRecordBook *book, const char *today);
