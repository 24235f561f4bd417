/* streek-plan-item.h: the goals and actions of a plan: one tree */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

extern const StreekRecordWord streek_item_statuses[];
/* Dropped or postponed: what will not be done in its year has no part in it. @status: field of the
 * record whose words these are. */
gboolean streek_item_is_called_off (const StreekRecord *record, guint status);

/* Chapters, pillars, themes, goals and actions of a plan: one tree. */
enum
{
  STREEK_PLAN_ITEM_PACT,
  STREEK_PLAN_ITEM_PARENT,
  STREEK_PLAN_ITEM_LEVEL,
  STREEK_PLAN_ITEM_RANK,
  STREEK_PLAN_ITEM_CODE,
  STREEK_PLAN_ITEM_TITLE,
  STREEK_PLAN_ITEM_DESCRIPTION,
  STREEK_PLAN_ITEM_STATUS,
  STREEK_PLAN_ITEM_PERCENT,
  STREEK_PLAN_ITEM_OWNER,
  STREEK_PLAN_ITEM_ORGANISATION,
  STREEK_PLAN_ITEM_STARTS,
  STREEK_PLAN_ITEM_ENDS,
  STREEK_PLAN_ITEM_BUDGET,
  STREEK_PLAN_ITEM_DOCUMENT,
  STREEK_PLAN_ITEM_PAGE,
  STREEK_PLAN_ITEM_NOTE,
  STREEK_PLAN_ITEM_N_FIELDS,
};

extern const StreekRecordKind streek_plan_item_kind;
