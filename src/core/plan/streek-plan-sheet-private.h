/* streek-plan-sheet-private.h: what a sheet, guessing its columns and reading its rows share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/streek-plan-sheet.h"

/* (transfer full) (nullable): what levels are called on the sheet of them, where there is one */
GStrv streek_plan_sheet_list_levels (const StreekPlanSheet *sheet);
gboolean streek_plan_column_can_be_read (const StreekRecordListColumn *column);
/* (transfer full): the head of a column of targets: "Target: Baseline" */
char *streek_plan_target_dup_label (const StreekRecordField *field);
typedef struct
{
  const StreekPlanSheet *sheet;
  const StreekRecords *records;
} StreekPlanHeads;

/* A #StreekRecordHeadFunc. @data: #StreekPlanHeads */
gboolean streek_plan_is_known_head (const char *header, gboolean is_joined, gpointer data);
void streek_plan_sheet_guess_roles (StreekPlanSheet *sheet, const StreekRecords *records);
