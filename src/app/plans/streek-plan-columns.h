/* streek-plan-columns.h: what the tree of a plan can show of a goal or action beside its title */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plans/streek-plan-row.h"
#include "record/streek-record-columns.h"

typedef struct
{
  char *id;                               /* stable: in settings */
  char *title;                            /* translated */
  int n_chars;                            /* that fit in it; 0: as many as there is room for */
  gboolean is_wide;                       /* room that is left is for it */
  int field;                              /* that it edits; -1: none */
  const StreekRecordListColumn *list;     /* (nullable): as lists have it */
  char *(*dup_text) (StreekPlanRow *row); /* (nullable): where that is NULL */
} StreekPlanColumn;

#define STREEK_PLAN_TITLE "title"

/* (transfer full) (element-type StreekPlanColumn): the title, then all that can be shown */
GPtrArray *streek_plan_columns_list (void);
/* (nullable) */
const StreekPlanColumn *streek_plan_columns_find (const GPtrArray *columns, const char *id);
/* (transfer full): as people read it */
char *streek_plan_column_dup_text (const StreekPlanColumn *column, StreekPlanRow *row);
