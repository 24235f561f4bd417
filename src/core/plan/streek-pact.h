/* streek-pact.h: regional pacts and other plans for several years */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

/* Regional pacts and other plans for several years. */
enum
{
  STREEK_PACT_TITLE,
  STREEK_PACT_KIND,
  STREEK_PACT_AREA,
  STREEK_PACT_BODY,
  STREEK_PACT_STARTS,
  STREEK_PACT_ENDS,
  STREEK_PACT_STATUS,
  STREEK_PACT_PROGRAMME_NAME,
  STREEK_PACT_REPORT_MONTHS,
  STREEK_PACT_ANALYSIS,
  STREEK_PACT_VISION,
  STREEK_PACT_MISSION,
  STREEK_PACT_CORE_VALUES,
  STREEK_PACT_STRATEGY,
  STREEK_PACT_TOUCHSTONE,
  STREEK_PACT_DOCUMENT,
  STREEK_PACT_NOTE,
  STREEK_PACT_N_FIELDS,
};

extern const StreekRecordKind streek_pact_kind;

/* Whether nothing of it can be done any more: it is closed, or another one took its place. */
gboolean streek_pact_is_closed (const StreekRecord *pact);

/* What each level of the tree of a plan is called, from the top. */
enum
{
  STREEK_PACT_LEVEL_PACT,
  STREEK_PACT_LEVEL_NAME,
  STREEK_PACT_LEVEL_IS_ACTION,
  STREEK_PACT_LEVEL_RANK,
  STREEK_PACT_LEVEL_N_FIELDS,
};

extern const StreekRecordKind streek_pact_level_kind;

/* Who approves a plan, round by round, and with which remarks. */
enum
{
  STREEK_APPROVAL_PACT,
  STREEK_APPROVAL_ROUND,
  STREEK_APPROVAL_GIVEN_BY,
  STREEK_APPROVAL_ASKED_ON,
  STREEK_APPROVAL_DECIDED_ON,
  STREEK_APPROVAL_OUTCOME,
  STREEK_APPROVAL_REMARKS,
  STREEK_APPROVAL_N_FIELDS,
};

extern const StreekRecordKind streek_approval_kind;
