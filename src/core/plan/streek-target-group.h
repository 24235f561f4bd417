/* streek-target-group.h: target groups: whom plans and projects are for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

/* Whom plans and projects are for. */
enum
{
  STREEK_TARGET_GROUP_NAME,
  STREEK_TARGET_GROUP_DESCRIPTION,
  STREEK_TARGET_GROUP_RANK,
  STREEK_TARGET_GROUP_N_FIELDS,
};

extern const StreekRecordKind streek_target_group_kind;

/* What shows how a target group fares. */
enum
{
  STREEK_TARGET_GROUP_INDICATOR_TARGET_GROUP,
  STREEK_TARGET_GROUP_INDICATOR_INDICATOR,
  STREEK_TARGET_GROUP_INDICATOR_RANK,
  STREEK_TARGET_GROUP_INDICATOR_N_FIELDS,
};

extern const StreekRecordKind streek_target_group_indicator_kind;
