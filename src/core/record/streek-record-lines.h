/* streek-record-lines.h: what rows of a spreadsheet become, as lines to read before it is done */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-paste.h"

/* A line. Never changed once it is in a list, which any thread may hold. */
typedef struct
{
  char *title;
  char *detail; /* (nullable) */
  guint depth;
  StreekRecordRowState state; /* STREEK_N_RECORD_ROW_STATES: none is shown */
  gboolean is_fault;          /* of what was found: a row is rejected for it */
} StreekRecordLine;

/* (transfer full) (element-type StreekRecordLine): empty */
GPtrArray *streek_record_lines_new (void);
/* @title, @detail: (transfer full) */
StreekRecordLine *streek_record_lines_add (GPtrArray *lines, char *title, char *detail);
/* Each finding with its row. */
GPtrArray *streek_record_lines_list_found (const StreekRecordPaste *paste);
/* (element-type gint64 utf8): what changes of a record, a line a field: "Status: – → Under way" */
GHashTable *streek_record_lines_join_changes (const StreekRecordPaste *paste,
                                              const GPtrArray *changes);
/* Each record that the rows are about, in their order. NULL where @cancellable is cancelled. */
GPtrArray *streek_record_lines_list (const StreekRecordPaste *paste,
                                     const StreekRecordKind *kind,
                                     StreekRecordView *view,
                                     GCancellable *cancellable);
