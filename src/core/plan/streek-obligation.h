/* streek-obligation.h: obligations: what has to happen every year, or at least once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

/* What has to happen every year, or at least once. */
enum
{
  STREEK_OBLIGATION_PACT,
  STREEK_OBLIGATION_TITLE,
  STREEK_OBLIGATION_ITEM,
  STREEK_OBLIGATION_FIRST_YEAR,
  STREEK_OBLIGATION_LAST_YEAR,
  STREEK_OBLIGATION_RULE,
  STREEK_OBLIGATION_DOCUMENT,
  STREEK_OBLIGATION_PAGE,
  STREEK_OBLIGATION_NOTE,
  STREEK_OBLIGATION_RANK,
  STREEK_OBLIGATION_N_FIELDS,
};

extern const StreekRecordKind streek_obligation_kind;

enum
{
  STREEK_OBLIGATION_ACCENT_OBLIGATION,
  STREEK_OBLIGATION_ACCENT_YEAR,
  STREEK_OBLIGATION_ACCENT_ACCENT,
  STREEK_OBLIGATION_ACCENT_N_FIELDS,
};

extern const StreekRecordKind streek_obligation_accent_kind;

enum
{
  STREEK_OBLIGATION_ITEM_OBLIGATION,
  STREEK_OBLIGATION_ITEM_ITEM,
  STREEK_OBLIGATION_ITEM_N_FIELDS,
};

extern const StreekRecordKind streek_obligation_item_kind;
