/* streek-record-order.h: in which order records stand in a list */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-columns.h"

/* What a column says of a record, made ready for comparing. All zero is empty. */
typedef struct
{
  char *text;    /* (nullable): folded */
  double number; /* of what is ordered by number: also days, periods and words of a choice */
  gboolean filled;
} StreekRecordKey;

void streek_record_key_clear (StreekRecordKey *key);
/* By the first thing that a column says, as streek_record_list_column_dup_text() has it. */
void streek_record_key_read (StreekRecordKey *key,
                             const StreekRecordListColumn *column,
                             const StreekRecord *record,
                             const StreekRecordView *view);
/* Of one value alone. */
void streek_record_key_set (StreekRecordKey *key,
                            const StreekRecordValue *value,
                            const StreekRecordListColumn *column,
                            const StreekRecordView *view);
/* What is empty comes last, also where the order is turned around. */
int
streek_record_key_compare (const StreekRecordKey *a, const StreekRecordKey *b, gboolean descending);
/* Of records of one kind in the order of their rank: those without one come after them, by what
 * they are called. @records: (nullable): NULL while they are read: only what says its name itself
 */
void streek_records_sort_unranked (GPtrArray *list,
                                   const StreekRecordKind *kind,
                                   const StreekRecords *records);
/* (transfer container) (element-type StreekRecord): all of a kind as people look for them: in the
 * order of their rank, and those without one by what they are called. */
GPtrArray *streek_records_list_named (const StreekRecords *records, const StreekRecordKind *kind);
/* Folded texts: letter by letter, but "actie 9" before "actie 10". */
int streek_record_compare_texts (const char *a, const char *b);
