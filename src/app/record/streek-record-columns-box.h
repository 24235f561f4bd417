/* streek-record-columns-box.h: which columns a list shows, and by which it is in groups */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-list-spec.h"

#include <adwaita.h>

#define STREEK_TYPE_RECORD_COLUMNS_BOX (streek_record_columns_box_get_type ())
G_DECLARE_FINAL_TYPE (
  StreekRecordColumnsBox, streek_record_columns_box, STREEK, RECORD_COLUMNS_BOX, AdwBin)

/* Signal "changed": streek_record_columns_box_apply() has something else to say. */
GtkWidget *streek_record_columns_box_new (const StreekRecordKind *kind);
/* Shows what @spec has; no signal. */
void streek_record_columns_box_set_spec (StreekRecordColumnsBox *self,
                                         const StreekRecordListSpec *spec);
/* Columns that @spec has keep their place, those that are new come last. */
void streek_record_columns_box_apply (StreekRecordColumnsBox *self, StreekRecordListSpec *spec);
