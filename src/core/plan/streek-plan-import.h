/* streek-plan-import.h: a whole plan on its way in from a file: compared, checked, told */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/streek-plan-sheet.h"
#include "record/streek-record-lines.h"

/* Another sheet of the same file: the SWOT of the plan, scores, obligations … */
typedef struct
{
  char *sheet; /* its name */
  const StreekRecordKind *kind;
  StreekRecordPaste *paste; /* its rows; without changes: those are with what is written */
  GPtrArray *changes;       /* StreekRecordPasteChange */
} StreekPlanImportPart;

/* Owned by one thread at a time. */
typedef struct
{
  StreekRecordPaste *paste; /* its rows are goals and actions; its changes are what is written */
  GPtrArray *parts;         /* StreekPlanImportPart */
  gint64 pact;              /* the plan, new or not */
  GArray *rows;             /* StreekRecordPasteRow: every row of the file that was read */
  guint n[STREEK_N_RECORD_ROW_STATES];
  guint n_read; /* = taken + ignored + rejected */
  guint n_taken;
  guint n_ignored;
  guint n_rejected;
  GPtrArray *changes; /* StreekRecordPasteChange: what changes of items that are there already */
} StreekPlanImport;

/* Nothing is written. @error: where the columns cannot do, or the whole cannot be written:
 * STREEK_RECORD_ERROR */
StreekPlanImport *streek_plan_import_read (const StreekPlanSheet *sheet,
                                           StreekRecordView *view,
                                           GCancellable *cancellable,
                                           GError **error);
void streek_plan_import_free (StreekPlanImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekPlanImport, streek_plan_import_free)

/* How many rows became what (taken, rejected), those of other sheets too. */
guint streek_plan_import_count_taken (const StreekPlanImport *import);
guint streek_plan_import_count_rejected (const StreekPlanImport *import);
/* (transfer container) (element-type StreekRecordQuestion): what is asked, once however many sheets
 * ask it; lent by @import */
GPtrArray *streek_plan_import_list_questions (const StreekPlanImport *import);
/* Whether it can be written: something changes, and nothing is asked any more. */
gboolean streek_plan_import_can_write (const StreekPlanImport *import);
/* (transfer full): "12 rows read = 10 taken + 2 ignored + 0 rejected", and how many goals and
 * actions are new or change; then the same of the rows of all other sheets */
char *streek_plan_import_describe (const StreekPlanImport *import);
/* (element-type StreekRecordLine): what was found, each with its sheet and row */
GPtrArray *streek_plan_import_list_found (const StreekPlanImport *import);
/* (element-type StreekRecordLine): the tree that results, with what changes of each item; then what
 * is new or changes on each other sheet. NULL where @cancellable is cancelled */
GPtrArray *streek_plan_import_list_lines (const StreekPlanImport *import,
                                          StreekRecordView *view,
                                          GCancellable *cancellable);
