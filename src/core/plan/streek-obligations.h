/* streek-obligations.h: which obligation is met in which year, and by what */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-records.h"

typedef enum
{
  STREEK_OBLIGATION_NOT_ASKED, /* outside its years, or met often enough in others */
  STREEK_OBLIGATION_MET,
  STREEK_OBLIGATION_OPEN, /* its year is not over yet, and nothing is programmed in it */
  STREEK_OBLIGATION_GAP,
  STREEK_OBLIGATION_PROGRAMMED, /* its year is not over yet */
  STREEK_OBLIGATION_UNKNOWN,    /* nobody said what came of its actions in that year */
} StreekObligationState;

typedef struct
{
  int year;
  StreekObligationState state;
  const char *accent; /* (nullable): lent by the records */
  /* (element-type StreekRecord): each record in one of these */
  GPtrArray *met_by; /* actions of the year, then items of the plan */
  /* actions of a year that is over, of which nobody said how far they came; then items of the plan
   * that are done in one of several years, and nobody said in which */
  GPtrArray *unknown;
  GPtrArray *programmed; /* actions of the year that are not begun */
  GPtrArray *called_off; /* actions of the year that are dropped or postponed */
  GPtrArray *planned;    /* items of the plan whose timing reaches into the year, and no more */
} StreekObligationYear;

/* (element-type StreekObligationYear): a year each from @first to @last. @today: the year of it and
 * those after it are open, not gaps. An action of a year programme counts in its year where it is
 * begun or done, or was reported on; an action of the plan where it was reported on in that year,
 * or is done and has all of its timing there. What is not known is neither met nor a gap, and no
 * later year is a gap because of it. */
GPtrArray *streek_obligation_list_years (const StreekRecords *records,
                                         const StreekRecord *obligation,
                                         int first,
                                         int last,
                                         StreekDate today);
/* (nullable): what there is of it where nothing meets it, in a few translated words: "Programmed,
 * not begun"; NULL where something does, and where nothing is asked or the year is not over yet. */
const char *streek_obligation_year_get_words (const StreekObligationYear *year);
/* The first and last year of all obligations of a plan; FALSE where it has none. */
gboolean
streek_obligations_get_years (const StreekRecords *records, gint64 pact, int *first, int *last);
