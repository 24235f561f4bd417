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
  GPtrArray *met_by;  /* (element-type StreekRecord): actions of the year, then items of the plan */
  GPtrArray *planned; /* the same, of what is only promised */
} StreekObligationYear;

/* (element-type StreekObligationYear): a year each from @first to @last. @today: years after it are
 * open, not gaps. An action of a year programme counts in its year unless it is dropped or
 * postponed, or was not begun when the year was over; an action of the plan where it was reported
 * on in that year, or is done and has its timing there. Else what the timing of the plan reaches
 * into is planned. */
GPtrArray *streek_obligation_list_years (const StreekRecords *records,
                                         const StreekRecord *obligation,
                                         int first,
                                         int last,
                                         StreekDate today);
/* The first and last year of all obligations of a plan; FALSE where it has none. */
gboolean
streek_obligations_get_years (const StreekRecords *records, gint64 pact, int *first, int *last);
