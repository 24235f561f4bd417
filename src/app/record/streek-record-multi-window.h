/* streek-record-multi-window.h: one field of several records, changed at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"
#include "streek-edit-window.h"

#define STREEK_TYPE_RECORD_MULTI_WINDOW (streek_record_multi_window_get_type ())
G_DECLARE_FINAL_TYPE (StreekRecordMultiWindow,
                      streek_record_multi_window,
                      STREEK,
                      RECORD_MULTI_WINDOW,
                      StreekEditWindow)

/* @ids: (element-type gint64): copied */
GtkWidget *streek_record_multi_window_new (GtkWindow *parent,
                                           StreekRecordBook *book,
                                           const StreekRecordKind *kind,
                                           const GArray *ids);
