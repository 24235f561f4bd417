/* streek-record-lists-box.h: the lists that were kept of a kind: go to one, keep this one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"
#include "record/streek-record-list-spec.h"

#include <adwaita.h>

#define STREEK_TYPE_RECORD_LISTS_BOX (streek_record_lists_box_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekRecordListsBox, streek_record_lists_box, STREEK, RECORD_LISTS_BOX, AdwBin)

/* Signal "chosen" (const StreekRecordListSpec *spec): a person wants to see that list. */
GtkWidget *streek_record_lists_box_new (StreekRecordBook *book, const StreekRecordKind *kind);
/* What would be kept now: copied; to call when it is shown. */
void streek_record_lists_box_start (StreekRecordListsBox *self, const StreekRecordListSpec *spec);
