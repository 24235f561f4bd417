/* streek-fund.h: funds, programmes and calls */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

/* Who pays, and what must then be said. */
enum
{
  STREEK_FUND_NAME,
  STREEK_FUND_SHORT_NAME,
  STREEK_FUND_ACKNOWLEDGEMENT,
  STREEK_FUND_LOGO,
  STREEK_FUND_NOTE,
  STREEK_FUND_N_FIELDS,
};

extern const StreekRecordKind streek_fund_kind;

/* Programmes, part of one another, with how many projects they announced. */
enum
{
  STREEK_PROGRAMME_NAME,
  STREEK_PROGRAMME_FUND,
  STREEK_PROGRAMME_PARENT,
  STREEK_PROGRAMME_STARTS,
  STREEK_PROGRAMME_ENDS,
  STREEK_PROGRAMME_ANNOUNCED,
  STREEK_PROGRAMME_DOCUMENT,
  STREEK_PROGRAMME_PAGE,
  STREEK_PROGRAMME_NOTE,
  STREEK_PROGRAMME_N_FIELDS,
};

extern const StreekRecordKind streek_programme_kind;

enum
{
  STREEK_CALL_TITLE,
  STREEK_CALL_PROGRAMME,
  STREEK_CALL_OPENS_ON,
  STREEK_CALL_CLOSES_ON,
  STREEK_CALL_STARTS,
  STREEK_CALL_ENDS,
  STREEK_CALL_CONDITIONS,
  STREEK_CALL_URL,
  STREEK_CALL_NOTE,
  STREEK_CALL_N_FIELDS,
};

extern const StreekRecordKind streek_call_kind;
