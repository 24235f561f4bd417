/* streek-record-form.h: the fields of a record as a form */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"
#include "record/streek-record-draft.h"

#include <adwaita.h>

#define STREEK_TYPE_RECORD_FORM (streek_record_form_get_type ())
G_DECLARE_FINAL_TYPE (StreekRecordForm, streek_record_form, STREEK, RECORD_FORM, AdwBin)

/* Signal "changed": a person changed something, or what it refers to changed.
 * Signal "typed": a person changed something. */

/* @id: 0: a new record. Read-only files, and fields that stay as they were written, cannot be
 * changed. */
StreekRecordForm *
streek_record_form_new (StreekRecordBook *book, const StreekRecordKind *kind, gint64 id);

/* Before streek_record_form_start(). Groups of fields, in order, each with a heading or none;
 * @fields ends with -1. Without any the form shows every field but ranks, and owners
 * that are given: of records that are there, and of new ones with an owner preset. */
void streek_record_form_add_group (StreekRecordForm *self, const char *title, const int *fields);
/* A field that the form does not show, or that a new record has from the start: as
 * streek_field_text.h writes texts: an id for what refers to something. */
void streek_record_form_preset (StreekRecordForm *self, guint field, const char *text);
void streek_record_form_preset_reference (StreekRecordForm *self, guint field, gint64 id);
/* Makes the rows and fills them. */
void streek_record_form_start (StreekRecordForm *self);

const StreekRecordKind *streek_record_form_get_kind (StreekRecordForm *self);
gint64 streek_record_form_get_id (StreekRecordForm *self); /* 0: new, and not written yet */
gboolean streek_record_form_is_changed (StreekRecordForm *self);
/* Says beside each field that was touched what is wrong with it. @error: the first thing that is
 * wrong, also of fields that were not touched; FALSE where it cannot be written. */
gboolean streek_record_form_check (StreekRecordForm *self, GError **error);
/* Puts what changed into @changes; the id of the record. After streek_record_form_check(). */
gint64 streek_record_form_write (StreekRecordForm *self, StreekRecordChanges *changes);
/* (transfer full) (nullable): what a field says by now; NULL where the form does not show it */
char *streek_record_form_dup_text (StreekRecordForm *self, guint field);
/* The first field. */
void streek_record_form_grab_focus (StreekRecordForm *self);
/* (transfer full) (nullable): what was typed and not saved, to be put back with
 * streek_record_form_take_draft(); NULL where nothing was. Bytes are not kept. */
StreekRecordDraft *streek_record_form_dup_draft (StreekRecordForm *self);
/* What has been typed in this form stays. Whether a field says something else by now than when the
 * draft was typed: it is marked. */
gboolean streek_record_form_take_draft (StreekRecordForm *self, const StreekRecordDraft *draft);
