/* streek-follow-up.h: what was reported, adjusted and measured of a plan */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

/* What was reported: only added to, never changed. */
enum
{
  STREEK_PROGRESS_ITEM,
  STREEK_PROGRESS_YEAR_ACTION,
  STREEK_PROGRESS_REPORTED_ON,
  STREEK_PROGRESS_STATUS,
  STREEK_PROGRESS_PERCENT,
  STREEK_PROGRESS_WHAT,
  STREEK_PROGRESS_AUTHOR,
  STREEK_PROGRESS_N_FIELDS,
};

extern const StreekRecordKind streek_progress_kind;

/* How what is reported on and what reports on it say the same. */
typedef struct
{
  guint owner;                        /* of an update: what it is about */
  guint reported_on, status, percent; /* of an update */
  guint owner_status, owner_percent;  /* of what it is about */
} StreekProgressFields;

/* The newest update of something is how it stands: sets its status and its percentage to those of
 * @update, where it says them and @changes do not say otherwise. Of an update that is about nothing
 * by that field, and of an older one: nothing. */
void streek_progress_move_owner (StreekRecordChanges *changes,
                                 const StreekRecord *update,
                                 const StreekRecords *records,
                                 const StreekProgressFields *fields);

/* What was changed in a plan: the old words, the new ones, why, and who decided. */
enum
{
  STREEK_ADJUSTMENT_PACT,
  STREEK_ADJUSTMENT_ITEM,
  STREEK_ADJUSTMENT_YEAR_ACTION,
  STREEK_ADJUSTMENT_DECIDED_ON,
  STREEK_ADJUSTMENT_OLD_TEXT,
  STREEK_ADJUSTMENT_NEW_TEXT,
  STREEK_ADJUSTMENT_REASON,
  STREEK_ADJUSTMENT_DECIDED_BY,
  STREEK_ADJUSTMENT_BODY,
  STREEK_ADJUSTMENT_N_FIELDS,
};

extern const StreekRecordKind streek_adjustment_kind;

/* What an action should bring about: from a baseline to a target, followed by an indicator or by
 * own counts. */
enum
{
  STREEK_TARGET_ITEM,
  STREEK_TARGET_NAME,
  STREEK_TARGET_INDICATOR,
  STREEK_TARGET_AREA,
  STREEK_TARGET_UNIT,
  STREEK_TARGET_DECIMALS,
  STREEK_TARGET_BASELINE,
  STREEK_TARGET_BASELINE_PERIOD,
  STREEK_TARGET_TARGET,
  STREEK_TARGET_TARGET_PERIOD,
  STREEK_TARGET_NOTE,
  STREEK_TARGET_RANK,
  STREEK_TARGET_N_FIELDS,
};

extern const StreekRecordKind streek_target_kind;

/* Own counts of a target. */
enum
{
  STREEK_MEASUREMENT_TARGET,
  STREEK_MEASUREMENT_MEASURED_IN,
  STREEK_MEASUREMENT_VALUE,
  STREEK_MEASUREMENT_QUALIFIER,
  STREEK_MEASUREMENT_SOURCE,
  STREEK_MEASUREMENT_NOTE,
  STREEK_MEASUREMENT_N_FIELDS,
};

extern const StreekRecordKind streek_measurement_kind;
