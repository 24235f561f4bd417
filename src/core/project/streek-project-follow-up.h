/* streek-project-follow-up.h: what was reported of projects, and how their approach changed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/streek-due.h"

/* What was reported of projects: only added to, never changed. */
enum
{
  STREEK_PROJECT_PROGRESS_PROJECT,
  STREEK_PROJECT_PROGRESS_STRAND,
  STREEK_PROJECT_PROGRESS_REPORTED_ON,
  STREEK_PROJECT_PROGRESS_STATUS,
  STREEK_PROJECT_PROGRESS_PERCENT,
  STREEK_PROJECT_PROGRESS_WHAT,
  STREEK_PROJECT_PROGRESS_AUTHOR,
  STREEK_PROJECT_PROGRESS_N_FIELDS,
};

extern const StreekRecordKind streek_project_progress_kind;

enum
{
  STREEK_PROJECT_ADJUSTMENT_PROJECT,
  STREEK_PROJECT_ADJUSTMENT_STRAND,
  STREEK_PROJECT_ADJUSTMENT_DECIDED_ON,
  STREEK_PROJECT_ADJUSTMENT_OLD_TEXT,
  STREEK_PROJECT_ADJUSTMENT_NEW_TEXT,
  STREEK_PROJECT_ADJUSTMENT_REASON,
  STREEK_PROJECT_ADJUSTMENT_DECIDED_BY,
  STREEK_PROJECT_ADJUSTMENT_BODY,
  STREEK_PROJECT_ADJUSTMENT_N_FIELDS,
};

extern const StreekRecordKind streek_project_adjustment_kind;

/* Whether a project is overdue, without news or coming up. */
StreekDue streek_project_find_due (const StreekRecord *project,
                                   const StreekRecords *records,
                                   StreekDate today);
