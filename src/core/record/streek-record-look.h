/* streek-record-look.h: rules that look at records one by one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-records.h"
#include "rule/streek-rule.h"

/* The records of a check, read once for all rules. */
StreekRecords *streek_record_look_ensure_records (StreekRuleRun *run, GError **error);

/* (transfer full) (nullable): what is wrong with a record, in a sentence that names it; NULL where
 * nothing is. */
typedef char *(*StreekRecordLookFunc) (const StreekRecord *record,
                                       const StreekRecords *records,
                                       StreekDate today);
/* Reports what @func says of every record of @kind, at the place "KIND:ID". */
gboolean streek_record_look (StreekRuleRun *run,
                             const StreekRecordKind *kind,
                             StreekRecordLookFunc func,
                             GError **error);
