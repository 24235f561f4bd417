/* streek-policy-frame.h: frames that others lay down: fields of action, objectives, codes of
 * another plan */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

/* Frames that others lay down: fields of action, objectives, codes of another plan. */
enum
{
  STREEK_POLICY_FRAME_NAME,
  STREEK_POLICY_FRAME_KIND,
  STREEK_POLICY_FRAME_VERSION,
  STREEK_POLICY_FRAME_DOCUMENT,
  STREEK_POLICY_FRAME_NOTE,
  STREEK_POLICY_FRAME_N_FIELDS,
};

extern const StreekRecordKind streek_policy_frame_kind;

/* What a frame consists of. */
enum
{
  STREEK_FRAME_ITEM_FRAME,
  STREEK_FRAME_ITEM_CODE,
  STREEK_FRAME_ITEM_NAME,
  STREEK_FRAME_ITEM_RANK,
  STREEK_FRAME_ITEM_N_FIELDS,
};

extern const StreekRecordKind streek_frame_item_kind;
