/* streek-record-words.h: words that fields of several kinds choose from */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

/* How exactly a number is meant: the ids of #StreekQualifier. */
extern const StreekRecordWord streek_qualifiers[];
