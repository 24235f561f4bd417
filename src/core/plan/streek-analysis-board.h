/* streek-analysis-board.h: the SWOT of a plan, and the touchstone that actions are scored on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

/* Strengths, weaknesses, opportunities and threats, with the figure and the goal behind each. */
enum
{
  STREEK_SWOT_PACT,
  STREEK_SWOT_QUADRANT,
  STREEK_SWOT_LINE,
  STREEK_SWOT_INDICATOR,
  STREEK_SWOT_ITEM,
  STREEK_SWOT_RANK,
  STREEK_SWOT_N_FIELDS,
};

extern const StreekRecordKind streek_swot_kind;

/* What the touchstone of a plan asks of each action. */
enum
{
  STREEK_CRITERION_PACT,
  STREEK_CRITERION_NAME,
  STREEK_CRITERION_WEIGHT,
  STREEK_CRITERION_RANK,
  STREEK_CRITERION_N_FIELDS,
};

extern const StreekRecordKind streek_criterion_kind;

enum
{
  STREEK_SCORE_ITEM,
  STREEK_SCORE_CRITERION,
  STREEK_SCORE_SCORE,
  STREEK_SCORE_NOTE,
  STREEK_SCORE_N_FIELDS,
};

extern const StreekRecordKind streek_score_kind;
