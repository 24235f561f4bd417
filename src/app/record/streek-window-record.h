/* streek-window-record.h: the window's way to a record that a search or a check names */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"
#include "streek-window.h"

/* Records of @kind stand in that section, which comes to the front before one of them opens. Once,
 * when sections are added. */
void streek_window_add_record_section (const StreekRecordKind *kind, const char *section);
/* The same for records that have a page of their own in it: @action of the section's page ("x": the
 * id) shows them in the place of a form. */
void streek_window_add_record_page (const StreekRecordKind *kind,
                                    const char *section,
                                    const char *action);
/* @place: "organisation:ID". FALSE where that is no record; one that is no longer there is said in
 * words, also later, when the records are read. */
gboolean streek_window_open_record (StreekWindow *self, const char *place);
