/* streek-period-words.h: a period as sources write it: "4de kwartaal 2023", "2023M07" */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-period.h"

/* Half of a period, where a source spreads it over two columns: "Q2", "maart", "3e kwartaal". */
typedef struct
{
  guint8 kind; /* STREEK_PERIOD_QUARTER or STREEK_PERIOD_MONTH */
  guint8 part;
} StreekPeriodPart;

gboolean streek_period_words_parse (const char *text, gsize length, StreekPeriod *period);
gboolean streek_period_words_parse_part (const char *text,
                                         gsize length,
                                         StreekPeriodKind number_means,
                                         StreekPeriodPart *part);
gboolean
streek_period_words_find (const char *text, StreekPeriod *period, gsize *start, gsize *end);
