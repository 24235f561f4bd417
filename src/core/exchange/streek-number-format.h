/* streek-number-format.h: which number a cell of a source means: one decision per column */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-number-words.h"

/* Which sign stands before the decimals; the other one groups thousands. */
typedef enum
{
  STREEK_MARKS_UNDECIDED,
  STREEK_MARKS_POINT,
  STREEK_MARKS_COMMA,
} StreekMarks;

typedef enum
{
  STREEK_NUMBER_OK,
  STREEK_NUMBER_NOT_A_NUMBER,
  STREEK_NUMBER_OTHER_MARKS, /* a number, but not written as the rest of its column */
  STREEK_NUMBER_ERROR_CELL,  /* "#N/B", or a formula without a kept result */
  STREEK_NUMBER_DATE,        /* the spreadsheet made a date of it */
  STREEK_NUMBER_NOT_FINITE,
} StreekNumberFault;

#define STREEK_NUMBER_MAX_FLAG 7

typedef struct
{
  double value;                          /* NAN where missing says why */
  guint8 missing;                        /* StreekMissing */
  guint8 status;                         /* StreekStatus */
  guint8 qualifier;                      /* StreekQualifier */
  gboolean is_blank;                     /* missing because nothing stands there */
  char flag[STREEK_NUMBER_MAX_FLAG + 1]; /* letters after the value that are no status, "b" */
} StreekNumber;

#define STREEK_NUMBER_N_EXAMPLES 4

/* What the values of one column tell about its marks. All zero: nothing yet. */
typedef struct
{
  guint64 n_point;           /* only possible with a point before decimals */
  guint64 n_comma;           /* only possible with a comma before decimals */
  guint64 n_point_ambiguous; /* "1.234" */
  guint64 n_comma_ambiguous; /* "1,234" */
  guint64 n_grouped;         /* values with a mark that would be read otherwise the other way */
  char examples[STREEK_NUMBER_N_EXAMPLES][24]; /* ambiguous ones, each once */
} StreekNumberEvidence;

StreekNumberFault streek_number_read (const char *text,
                                      gsize length,
                                      guint32 flags,
                                      const StreekMissingWords *words,
                                      StreekMarks marks,
                                      StreekNumberEvidence *evidence,
                                      StreekNumber *number);
gboolean streek_number_decide (const StreekNumberEvidence *evidence, StreekMarks *marks);
