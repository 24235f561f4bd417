/* streek-signal.h: signals to other levels, and their answers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

/* What a region has put to other levels, and what they answered. */
enum
{
  STREEK_SIGNAL_TOPIC,
  STREEK_SIGNAL_LEVEL,
  STREEK_SIGNAL_ADDRESSEE,
  STREEK_SIGNAL_SENT_ON,
  STREEK_SIGNAL_BODY,
  STREEK_SIGNAL_ITEM,
  STREEK_SIGNAL_MESSAGE,
  STREEK_SIGNAL_ANSWERED_ON,
  STREEK_SIGNAL_ANSWER,
  STREEK_SIGNAL_NOTE,
  STREEK_SIGNAL_N_FIELDS,
};

extern const StreekRecordKind streek_signal_kind;
