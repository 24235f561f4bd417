/* streek-year-programme.h: year programmes and their actions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

/* What a body will do in a year. */
enum
{
  STREEK_YEAR_PROGRAMME_BODY,
  STREEK_YEAR_PROGRAMME_YEAR,
  STREEK_YEAR_PROGRAMME_TITLE,
  STREEK_YEAR_PROGRAMME_STATUS,
  STREEK_YEAR_PROGRAMME_NOTE,
  STREEK_YEAR_PROGRAMME_N_FIELDS,
};

extern const StreekRecordKind streek_year_programme_kind;

enum
{
  STREEK_YEAR_ACTION_PROGRAMME,
  STREEK_YEAR_ACTION_TITLE,
  STREEK_YEAR_ACTION_DESCRIPTION,
  STREEK_YEAR_ACTION_OWNER,
  STREEK_YEAR_ACTION_ORGANISATION,
  STREEK_YEAR_ACTION_STARTS,
  STREEK_YEAR_ACTION_ENDS,
  STREEK_YEAR_ACTION_STATUS,
  STREEK_YEAR_ACTION_PERCENT,
  STREEK_YEAR_ACTION_BUDGET,
  STREEK_YEAR_ACTION_CARRIED_FROM,
  STREEK_YEAR_ACTION_NOTE,
  STREEK_YEAR_ACTION_RANK,
  STREEK_YEAR_ACTION_N_FIELDS,
};

extern const StreekRecordKind streek_year_action_kind;

/* What of the plan an action of a year carries out. */
enum
{
  STREEK_YEAR_ACTION_ITEM_YEAR_ACTION,
  STREEK_YEAR_ACTION_ITEM_ITEM,
  STREEK_YEAR_ACTION_ITEM_N_FIELDS,
};

extern const StreekRecordKind streek_year_action_item_kind;

enum
{
  STREEK_YEAR_ACTION_OBLIGATION_YEAR_ACTION,
  STREEK_YEAR_ACTION_OBLIGATION_OBLIGATION,
  STREEK_YEAR_ACTION_OBLIGATION_N_FIELDS,
};

extern const StreekRecordKind streek_year_action_obligation_kind;
