/* streek-plan-import-private.h: what filling in goals and actions and their targets share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/streek-plan-entries.h"
#include "plan/streek-plan-import.h"
#include "record/streek-record-pasting.h"

/* The levels of the plan, those that are there first. */
typedef struct
{
  gint64 id;
  char *name;
  gboolean is_new;
  gboolean is_action; /* of a new one */
} StreekPlanLevel;

typedef struct
{
  const StreekPlanSheet *sheet;
  StreekRecordView *view;
  StreekPlanTree *tree;
  StreekPlanEntries *entries;
  StreekRecordSheet *rows; /* a row of its grid for each entry */
  GArray *levels;          /* StreekPlanLevel */
  gint64 pact;             /* new or not */
  double *ranks;           /* of each entry that is new, or moves */
  guint32 *marks;          /* of numbers in each column: STREEK_RECORD_MARKS */
} StreekPlanReading;

/* Sheets that are taken in one after another: each sees what those before it make of the plan. */
typedef struct
{
  const StreekPlanSheet *sheet; /* with its plan, new or not */
  StreekRecordView *base;       /* as it is now */
  StreekRecordView *view;       /* as it will be, as far as it was read */
  GPtrArray *views;             /* StreekRecordView: those before it */
  GPtrArray *changes;           /* StreekRecordChanges, in their order */
  GHashTable *numbers;          /* "kind:number in the file" → gint64 */
  gboolean is_new;
  GPtrArray *parts; /* StreekPlanImportPart */
} StreekPlanParts;

/* @sheet and @base outlive it. */
void streek_plan_parts_init (StreekPlanParts *self,
                             const StreekPlanSheet *sheet,
                             StreekRecordView *base,
                             gboolean is_new);
void streek_plan_parts_clear (StreekPlanParts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekPlanParts, streek_plan_parts_clear)
/* What the next ones see too. @changes: (transfer full) */
void streek_plan_parts_add (StreekPlanParts *self, StreekRecordChanges *changes);
/* Which record a number of the file stands for. */
void streek_plan_parts_know (StreekPlanParts *self,
                             const StreekRecordKind *kind,
                             const char *number,
                             gint64 id);
/* The plan and its levels, which goals and actions stand on, or what stands on those. */
gboolean streek_plan_parts_read (StreekPlanParts *self,
                                 gboolean is_before,
                                 GCancellable *cancellable,
                                 GError **error);
/* (transfer full): all of it, as one command */
StreekRecordChanges *streek_plan_parts_merge (const StreekPlanParts *self);
void streek_plan_import_part_free (StreekPlanImportPart *part);

/* (transfer full): what all rows of an entry say in a column, each once, a line each. @flags: (out)
 */
char *streek_plan_join_cells (const StreekPlanReading *self,
                              const StreekPlanEntry *entry,
                              guint column,
                              guint32 *flags);

/* Levels: those of the plan, then those that columns and cells name. */
void streek_plan_list_levels (StreekPlanReading *self);
/* New ones come right after the one that stands before them in the file. */
void streek_plan_rank_entries (StreekPlanReading *self);
/* What an entry stands under, its place among others and its level. */
void streek_plan_fill_place (StreekPlanReading *self,
                             StreekPasting *pasting,
                             StreekPastedRow *at,
                             const StreekPlanEntry *entry);
/* Since when and until when, from one cell or two. */
void streek_plan_fill_timing (StreekPlanReading *self,
                              StreekPasting *pasting,
                              StreekPastedRow *at,
                              const StreekPlanEntry *entry);

/* What became of every row of the file. */
void streek_plan_tell_rows (const StreekPlanReading *self, StreekPlanImport *import);
/* Columns that mean nothing here are not left out in silence, nor rows that were taken together. */
void streek_plan_tell_more (const StreekPlanReading *self, StreekPlanImport *import);
/* Targets are no column of an item: their change is one of its own. */
void streek_plan_add_target_changes (StreekPlanImport *import, StreekRecordView *view);

/* Targets and what they are followed by, of all rows of an entry. FALSE where the row is rejected.
 */
gboolean streek_plan_fill_targets (StreekPlanReading *self,
                                   StreekPasting *pasting,
                                   StreekPastedRow *at,
                                   const StreekPlanEntry *entry);
/* (transfer full): the targets of an item as people read them, joined */
char *streek_plan_dup_targets (const StreekRecordView *view, gint64 item);
