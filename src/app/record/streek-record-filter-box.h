/* streek-record-filter-box.h: asks for one condition that records of a list must meet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"
#include "record/streek-record-list-spec.h"

#include <adwaita.h>

#define STREEK_TYPE_RECORD_FILTER_BOX (streek_record_filter_box_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekRecordFilterBox, streek_record_filter_box, STREEK, RECORD_FILTER_BOX, AdwBin)

/* Signal "added": streek_record_filter_box_add_to() has something to add. */
GtkWidget *streek_record_filter_box_new (StreekRecordBook *book, const StreekRecordKind *kind);
/* Empties it; to call when it is shown. */
void streek_record_filter_box_start (StreekRecordFilterBox *self);
void streek_record_filter_box_add_to (StreekRecordFilterBox *self, StreekRecordListSpec *spec);
