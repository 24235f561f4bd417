/* streek-record-paste.h: rows of a spreadsheet on their way in as records: compared, checked, told
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-changes.h"
#include "record/streek-record-sheet.h"
#include "rule/streek-finding.h"

/* What became of a row. */
typedef enum
{
  STREEK_RECORD_ROW_NEW,
  STREEK_RECORD_ROW_CHANGED,
  STREEK_RECORD_ROW_UNCHANGED, /* from here on: ignored, with reason */
  STREEK_RECORD_ROW_BLANK,
  STREEK_RECORD_ROW_TITLE, /* above the header */
  STREEK_RECORD_ROW_HEADER,
  STREEK_RECORD_ROW_REJECTED, /* a finding says why */
  STREEK_N_RECORD_ROW_STATES,
} StreekRecordRowState;

const char *streek_record_row_state_get_id (StreekRecordRowState state);
const char *streek_record_row_state_get_label (StreekRecordRowState state); /* translated */

typedef struct
{
  guint64 line;
  StreekRecordRowState state;
  gint64 id; /* of the record; 0 where the row is none */
} StreekRecordPasteRow;

/* Owned by one thread at a time. */
typedef struct
{
  StreekRecordChanges *changes; /* to be written as one command; may be empty */
  GArray *rows;                 /* of StreekRecordPasteRow: every row that was read */
  GPtrArray *findings;          /* StreekFinding; its place is the line */
  guint n[STREEK_N_RECORD_ROW_STATES];
  guint n_read;
  guint n_taken;
  guint n_ignored;
  guint n_rejected;
  guint n_made; /* others that are made beside them: organisations, themes … */
} StreekRecordPaste;

/* Nothing is written. @error: where the columns cannot do, or the whole cannot be written */
StreekRecordPaste *streek_record_paste_read (const StreekRecordSheet *sheet,
                                             StreekRecordView *view,
                                             GCancellable *cancellable,
                                             GError **error);
void streek_record_paste_free (StreekRecordPaste *paste);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRecordPaste, streek_record_paste_free)

/* (transfer full): "12 new, 3 changed, 40 unchanged, 1 rejected" in a sentence */
char *streek_record_paste_describe (const StreekRecordPaste *paste);
