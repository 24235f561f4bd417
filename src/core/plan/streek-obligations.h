/* streek-obligations.h: which obligation is met in which year, and by what */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-records.h"

typedef enum
{
  STREEK_OBLIGATION_NOT_ASKED, /* outside its years, or met often enough in others */
  STREEK_OBLIGATION_MET,
  STREEK_OBLIGATION_OPEN, /* its year is not over yet */
  STREEK_OBLIGATION_GAP,
} StreekObligationState;

typedef struct
{
  int year;
  StreekObligationState state;
  const char *accent; /* (nullable): lent by the records */
  GPtrArray *met_by;  /* (element-type StreekRecord): items of the plan, then actions of the year */
} StreekObligationYear;

/* (element-type StreekObligationYear): a year each from @first to @last. @today: years after it are
 * open, not gaps. An action counts in every year that its timing reaches into; one without timing
 * counts in none. */
GPtrArray *streek_obligation_list_years (const StreekRecords *records,
                                         const StreekRecord *obligation,
                                         int first,
                                         int last,
                                         StreekDate today);
/* The first and last year of all obligations of a plan; FALSE where it has none. */
gboolean
streek_obligations_get_years (const StreekRecords *records, gint64 pact, int *first, int *last);
