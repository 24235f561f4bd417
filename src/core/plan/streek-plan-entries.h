/* streek-plan-entries.h: rows of a file as a tree of goals and actions, held against a plan */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/streek-plan-sheet.h"
#include "plan/streek-plan-tree.h"

/* A goal or action that the rows speak of. */
typedef struct
{
  int parent;   /* the entry above; -1: at the top, or under @above */
  gint64 above; /* what it stands under that no row speaks of; 0: nothing */
  char *title;
  char *code;         /* (nullable) */
  int level;          /* from 0; -1: not said */
  char *level_name;   /* (nullable): said by a cell */
  gboolean has_place; /* the rows say what it stands under, be it nothing */
  guint64 line;       /* the first that names it */
  GArray *rows;       /* guint, of the grid: those that are about it; none: others name it */
  gint64 id;          /* of its record, new or not */
  const StreekRecord *record; /* (nullable): as it is now */
  char *fault;                /* (nullable): why it cannot be taken */
} StreekPlanEntry;

typedef struct
{
  gboolean is_entry;
  guint entry;
  StreekRecordRowState state; /* of a row that is none */
  char *fault;                /* (nullable): of a rejected one */
} StreekPlanLine;

typedef struct
{
  GPtrArray *entries; /* StreekPlanEntry: what is above comes before what is below */
  GArray *lines;      /* StreekPlanLine, of each row of the grid */
} StreekPlanEntries;

/* @tree: of the plan that takes them in; of a new one without items. Incomplete where @cancellable
 * is cancelled. */
StreekPlanEntries *streek_plan_entries_new (const StreekPlanSheet *sheet,
                                            const StreekRecords *records,
                                            const StreekPlanTree *tree,
                                            GCancellable *cancellable);
void streek_plan_entries_free (StreekPlanEntries *entries);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekPlanEntries, streek_plan_entries_free)
