/* streek-field-text.h: a field as a person types it, and back again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-changes.h"
#include "record/streek-record-view.h"

/* One text for whatever a field holds: what is typed for texts, numbers, days and periods; an id
 * for choices, references, areas and indicators; "1" for a flag. "" is empty. Bytes have none. */

/* (transfer full) */
char *streek_field_dup_text (const StreekRecord *record, guint field);
/* FALSE with a sentence on what is asked where the text is none of that type; nothing is set then.
 */
gboolean streek_field_write_text (StreekRecordChanges *changes,
                                  const StreekRecordKind *kind,
                                  gint64 id,
                                  guint field,
                                  const char *text,
                                  GError **error);
/* (transfer full): what a number, day or period was taken for, in full: "3 maart 2026"; NULL where
 * there is nothing to add */
char *streek_field_dup_understood (const StreekRecordField *field, const char *text);
/* "2026-03-03", "3/3/2026", "03.03.2026" */
gboolean streek_field_parse_day (const char *text, StreekDate *day);
