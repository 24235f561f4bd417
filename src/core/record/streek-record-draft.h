/* streek-record-draft.h: what somebody typed in the form of a record and did not save */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-records.h"

typedef struct
{
  guint field;
  char *text;   /* as the form has it */
  char *before; /* as streek_record_dup_raw() gave it, "" for a new record; NULL: nobody typed it,
                   the record had it from the start */
} StreekRecordDraftField;

/* Owned by one thread at a time. */
typedef struct
{
  gint64 id;
  const StreekRecordKind *kind;
  gint64 record;     /* 0: a new one */
  char *title;       /* what the record is called; "" */
  char *person;      /* the account of who typed it … */
  char *name;        /* … and how that person is called */
  gint64 written_at; /* microseconds since 1970, UTC */
  gboolean is_left;  /* the form was closed by hand, not by a crash */
  GArray *fields;    /* of StreekRecordDraftField */
} StreekRecordDraft;

typedef enum
{
  STREEK_RECORD_DRAFT_FITS,    /* the record is as it was */
  STREEK_RECORD_DRAFT_CHANGED, /* a field that was typed in says something else by now */
  STREEK_RECORD_DRAFT_GONE,    /* the record is not there any more, or what it is part of is not */
} StreekRecordDraftState;

/* Of who has this account, now, with an id of its own. @record: 0: a new one. @title: (nullable) */
StreekRecordDraft *
streek_record_draft_new (const StreekRecordKind *kind, gint64 record, const char *title);
StreekRecordDraft *streek_record_draft_copy (const StreekRecordDraft *draft);
void streek_record_draft_free (StreekRecordDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRecordDraft, streek_record_draft_free)
/* @before: (nullable): it was given from the start */
void streek_record_draft_add (StreekRecordDraft *draft,
                              guint field,
                              const char *text,
                              const char *before);

gboolean streek_record_draft_is_mine (const StreekRecordDraft *draft);
/* What the new record is made part of; 0: nothing */
gint64 streek_record_draft_get_owner (const StreekRecordDraft *draft);
/* How it stands to the records as they are now. */
StreekRecordDraftState streek_record_draft_compare (const StreekRecordDraft *draft,
                                                    const StreekRecords *records);
/* Whether a field of @record (nullable: a new one) says something else than before it was typed in.
 */
gboolean streek_record_draft_field_has_changed (const StreekRecordDraftField *field,
                                                const StreekRecord *record);
/* (transfer full): what was typed, for the clipboard: "Name: Test partner", a line a field */
char *streek_record_draft_dup_typed (const StreekRecordDraft *draft);

/* (element-type StreekRecordDraft): every draft of the file that can be read, the newest first. */
GPtrArray *streek_record_drafts_list (StreekDb *db, GError **error);
/* Outside the history; in place of the one of that id. */
gboolean streek_record_draft_write (const StreekRecordDraft *draft, StreekDb *db, GError **error);
gboolean streek_record_draft_delete (StreekDb *db, gint64 id, GError **error);
