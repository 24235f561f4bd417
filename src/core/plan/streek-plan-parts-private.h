/* streek-plan-parts-private.h: what a plan consists of beside its goals and actions: on a sheet
 * each of a file that goes out, and that comes in again */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-records.h"

/* As many as any kind of part that is known by all its fields has, or more. */
#define STREEK_PLAN_PART_MAX_FIELDS 32

typedef struct
{
  const StreekRecordKind *kind;
  /* neither the rows of goals and actions nor another part say that it is there */
  gboolean is_told;
  /* fields by which one is known that has no number here, in number; 0: by all of them */
  guint n_known_by;
  guint known_by[5];
} StreekPlanPart;

/* The plan itself first, its levels next; what others refer to before those. */
const StreekPlanPart *streek_plan_list_parts (guint *n);
/* Whether records of a kind belong to one plan: the plan, goals and actions, parts. */
gboolean streek_plan_is_kind_of_part (const StreekRecordKind *kind);
gboolean
streek_plan_has_record (const StreekRecords *records, const StreekRecord *record, gint64 pact);
/* (transfer full) (nullable): the head of the column with the number in the file of what a field
 * refers to */
char *streek_plan_dup_number_head (const StreekRecordField *field);
/* (nullable): the field of a kind of which a column with that head has the numbers */
const StreekRecordField *streek_plan_find_numbered (const StreekRecordKind *kind, const char *head);
