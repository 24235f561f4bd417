/* streek-record-paste.h: rows of a spreadsheet on their way in as records: compared, checked, told
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-changes.h"
#include "record/streek-record-sheet.h"
#include "rule/streek-finding.h"

/* A name of nothing that is there: it is to be made, left out, or taken for something else. */
typedef struct
{
  char *key; /* of its answer in those of the sheet */
  char *name;
  const StreekRecordListColumn *column; /* in which it first stands; lent by the sheet; NULL with */
  const StreekRecordField *field;       /* what it would be: of a reference, an indicator … */
  gboolean can_make;
  guint n_cells;
  guint64 line; /* the first */
} StreekRecordQuestion;

/* (transfer full): what is asked, in a sentence */
char *streek_record_question_dup_words (const StreekRecordQuestion *question);

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
  GPtrArray *questions;         /* StreekRecordQuestion: nothing can be written before an answer */
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

/* What a change says of a record that is there already. */
typedef struct
{
  guint row;   /* of the paste */
  char *title; /* of the record, as it is now */
  char *label; /* of what changes */
  char *was;   /* as people read it; "" where it is empty */
  char *becomes;
} StreekRecordPasteChange;

/* (element-type StreekRecordPasteChange): by row, then in the order of the columns of the kind;
 * NULL where @cancellable is cancelled */
GPtrArray *streek_record_paste_list_changes (const StreekRecordPaste *paste,
                                             const StreekRecordKind *kind,
                                             StreekRecordView *view,
                                             GCancellable *cancellable);
/* The same, held against @preview, where more than the paste itself changes. */
GPtrArray *streek_record_paste_list_changes_to (const StreekRecordPaste *paste,
                                                const StreekRecordKind *kind,
                                                StreekRecordView *view,
                                                StreekRecordView *preview,
                                                GCancellable *cancellable);
/* (transfer full): the view as it will be; @paste outlives it. */
StreekRecordView *streek_record_paste_preview (const StreekRecordPaste *paste,
                                               StreekRecordView *view);
/* (transfer full): "12 new, 3 changed, 40 unchanged, 1 rejected" in a sentence */
char *streek_record_paste_describe (const StreekRecordPaste *paste);
