/* streek-in-plan.h: of which plans something is that hangs on an action of a plan or of a year */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

/* The choice of a column of that type STREEK_RECORD_LIST: plans by id, one a line. */
extern const StreekRecordField streek_in_plan_field;

/* (transfer full) (nullable): for the compute function of such a column. @item, @year_action:
 * (nullable); of an action of a year: the plans whose actions it carries out, each once. NULL: none
 */
char *streek_in_plan_dup (const StreekRecords *records,
                          const StreekRecord *item,
                          const StreekRecord *year_action);
