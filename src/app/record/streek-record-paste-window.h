/* streek-record-paste-window.h: rows of a spreadsheet, looked at before they become records */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-sheet.h"
#include "record/streek-sheet-window.h"

#define STREEK_TYPE_RECORD_PASTE_WINDOW (streek_record_paste_window_get_type ())
G_DECLARE_FINAL_TYPE (StreekRecordPasteWindow,
                      streek_record_paste_window,
                      STREEK,
                      RECORD_PASTE_WINDOW,
                      StreekSheetWindow)

/* @sheet: (transfer full): with the owner set, where its records are parts of one. What its columns
 * are can be changed, and what would become of every row is told; taking it in is one command. */
GtkWidget *streek_record_paste_window_new (GtkWindow *parent,
                                           StreekRecordBook *book,
                                           StreekRecordSheet *sheet);

/* What stands on the clipboard, or in a file that is asked for, in such a window. @order:
 * (nullable) (array zero-terminated): ids of columns, for rows that come without a header;
 * @owner_field: -1: none */
void streek_record_paste_clipboard (GtkWidget *widget,
                                    StreekRecordBook *book,
                                    const StreekRecordKind *kind,
                                    const char *const *order,
                                    int owner_field,
                                    gint64 owner);
void streek_record_paste_file (GtkWidget *widget,
                               StreekRecordBook *book,
                               const StreekRecordKind *kind,
                               int owner_field,
                               gint64 owner);
