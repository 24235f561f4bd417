/* streek-plan-sheet-private.h: what a sheet, guessing its columns and reading its rows share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/streek-plan-parts-private.h"
#include "plan/streek-plan-sheet.h"

/* (transfer full) (nullable): of the sheet beside the one that is read that is that part. @number:
 * (out) */
StreekRecordSheet *streek_plan_sheet_find_part (const StreekPlanSheet *sheet,
                                                const StreekPlanPart *part,
                                                guint *number);
/* Looks which sheets are parts of a plan that was written here: once, for they may be long. */
void streek_plan_sheet_find_parts (StreekPlanSheet *sheet);
/* (transfer full) (nullable): what levels are called on the sheet of them, where there is one */
GStrv streek_plan_sheet_list_levels (const StreekPlanSheet *sheet);
/* The period that a head says, of one row or of two: "2021", "2021 / Q1", "maart 2021"; of a plan
 * of one year also "Q1". */
gboolean streek_plan_marks_read_head (const StreekPlanSheet *sheet,
                                      const StreekRecords *records,
                                      const char *header,
                                      StreekPeriod *period);
/* Whether a head is a part of a year: "Q1", "maart" */
gboolean streek_plan_is_part_of_year (const char *header);
/* Whether a cell under it is one: "x", "✓", "ja" */
gboolean streek_plan_is_mark (const char *text);
/* Columns under a period that hold marks and nothing else, as that header has them. (transfer full)
 * (element-type guint) */
GArray *streek_plan_marks_find (const StreekPlanSheet *sheet,
                                const StreekRecords *records,
                                const StreekRecordHead *head);
gboolean streek_plan_column_can_be_read (const StreekRecordListColumn *column);
/* (transfer full): the head of a column of targets: "Target: Baseline" */
char *streek_plan_target_dup_label (const StreekRecordField *field);
typedef struct
{
  const StreekPlanSheet *sheet;
  const StreekRecords *records;
  gboolean knows_periods; /* "2021" is a head too, as of a column with marks */
} StreekPlanHeads;

/* A #StreekRecordHeadFunc. @data: #StreekPlanHeads */
gboolean streek_plan_is_known_head (const char *header, gboolean is_joined, gpointer data);
void streek_plan_sheet_guess_roles (StreekPlanSheet *sheet, const StreekRecords *records);
