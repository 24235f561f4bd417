/* streek-window-record.h: the window's way to a record that a search or a check names */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"
#include "streek-window.h"

/* Records of @kind stand in that section, which comes to the front before one of them opens. Once,
 * when sections are added. */
void streek_window_add_record_section (const StreekRecordKind *kind, const char *section);
/* @place: "organisation:ID". FALSE where that is no record; one that is no longer there is said in
 * words, also later, when the records are read. */
gboolean streek_window_open_record (StreekWindow *self, const char *place);
