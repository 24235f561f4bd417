/* streek-record-export.h: lists of records as files that other programs open */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-list.h"

/* @path: ends in .csv (one list only), .xlsx or .ods, where each list is a sheet. With
 * %STREEK_RECORD_TABLE_RAW heads and words are as files hold them, which any Streekatlas takes in
 * again; else as seen, in the language of the program. Blocks. */
gboolean streek_record_lists_write (StreekRecordList *const *lists,
                                    guint n_lists,
                                    const char *path,
                                    StreekRecordTableFlags flags,
                                    GError **error);
