/* streek-field-row.h: a field of a record as a row of a form, with what is wrong right under it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"

#include <adwaita.h>

#define STREEK_TYPE_FIELD_ROW (streek_field_row_get_type ())
G_DECLARE_FINAL_TYPE (StreekFieldRow, streek_field_row, STREEK, FIELD_ROW, GObject)

/* Signal "changed": a person changed it. Whoever makes it keeps it; its widgets belong to the group
 * they are added to. Of every type but ranks and lists, which no form shows. */
StreekFieldRow *
streek_field_row_new (StreekRecordBook *book, const StreekRecordKind *kind, guint field);
void streek_field_row_add_to (StreekFieldRow *self, AdwPreferencesGroup *group);
guint streek_field_row_get_field (StreekFieldRow *self);
void streek_field_row_grab_focus (StreekFieldRow *self);

/* Fills it from a record (nullable: a new one) and takes that for what it was; no signal. */
void streek_field_row_start (StreekFieldRow *self, const StreekRecord *record);
/* As streek_field_text.h has it. Setting makes no signal. */
char *streek_field_row_dup_text (StreekFieldRow *self);
void streek_field_row_set_text (StreekFieldRow *self, const char *text);
gboolean streek_field_row_is_changed (StreekFieldRow *self);
/* FALSE where what was typed is none of its type. */
gboolean streek_field_row_write (StreekFieldRow *self,
                                 StreekRecordChanges *changes,
                                 gint64 id,
                                 GError **error);
void streek_field_row_set_editable (StreekFieldRow *self, gboolean is_editable);
/* @sentence: (nullable): nothing is wrong: the hint stands there, or how it was understood */
void streek_field_row_set_error (StreekFieldRow *self, const char *sentence);
/* What is to be seen under the field as long as nothing is wrong. @sentence: (transfer full) */
void streek_field_row_set_news (StreekFieldRow *self, char *sentence);
/* The records are others now: names of what it refers to may be too. */
void streek_field_row_renew (StreekFieldRow *self);
