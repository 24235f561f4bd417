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
} StreekPlanReading;

/* Targets and what they are followed by, of all rows of an entry. FALSE where the row is rejected.
 */
gboolean streek_plan_fill_targets (StreekPlanReading *self,
                                   StreekPasting *pasting,
                                   StreekPastedRow *at,
                                   const StreekPlanEntry *entry);
/* (transfer full): the targets of an item as people read them, joined */
char *streek_plan_dup_targets (const StreekRecordView *view, gint64 item);
