/* streek-study.h: studies and their recommendations, stages, good practices taken over */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

enum
{
  STREEK_STUDY_TITLE,
  STREEK_STUDY_COMMISSIONER,
  STREEK_STUDY_CONTRACTOR,
  STREEK_STUDY_YEAR,
  STREEK_STUDY_PROJECT,
  STREEK_STUDY_DOCUMENT,
  STREEK_STUDY_FINDINGS,
  STREEK_STUDY_NOTE,
  STREEK_STUDY_N_FIELDS,
};

extern const StreekRecordKind streek_study_kind;

enum
{
  STREEK_RECOMMENDATION_STUDY,
  STREEK_RECOMMENDATION_LINE,
  STREEK_RECOMMENDATION_OUTCOME,
  STREEK_RECOMMENDATION_ITEM,
  STREEK_RECOMMENDATION_PROJECT,
  STREEK_RECOMMENDATION_REASON,
  STREEK_RECOMMENDATION_RANK,
  STREEK_RECOMMENDATION_N_FIELDS,
};

extern const StreekRecordKind streek_recommendation_kind;

/* From audit over strategy to an implementation plan. */
enum
{
  STREEK_STAGE_PROJECT,
  STREEK_STAGE_KIND,
  STREEK_STAGE_TITLE,
  STREEK_STAGE_STARTS,
  STREEK_STAGE_ENDS,
  STREEK_STAGE_STATUS,
  STREEK_STAGE_FOLLOWS,
  STREEK_STAGE_STUDY,
  STREEK_STAGE_RANK,
  STREEK_STAGE_N_FIELDS,
};

extern const StreekRecordKind streek_stage_kind;

/* What was taken over from another region, and what had to be different here. */
enum
{
  STREEK_GOOD_PRACTICE_TITLE,
  STREEK_GOOD_PRACTICE_TAKEN_FROM,
  STREEK_GOOD_PRACTICE_AREA,
  STREEK_GOOD_PRACTICE_PROJECT,
  STREEK_GOOD_PRACTICE_ITEM,
  STREEK_GOOD_PRACTICE_STUDY,
  STREEK_GOOD_PRACTICE_TAKEN_ON,
  STREEK_GOOD_PRACTICE_ADAPTATION,
  STREEK_GOOD_PRACTICE_NOTE,
  STREEK_GOOD_PRACTICE_N_FIELDS,
};

extern const StreekRecordKind streek_good_practice_kind;
