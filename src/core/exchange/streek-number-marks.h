/* streek-number-marks.h: the marks between the digits of a number, and what they tell */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-number-format.h"

#define STREEK_NUMBER_MAX_TEXT 128 /* no number of a source is longer */

/* The digits and marks of one number. */
typedef struct
{
  char digits[STREEK_NUMBER_MAX_TEXT]; /* all of them, without marks */
  guint n_digits;
  guint n_points;
  guint n_commas;
  guint n_spaces;      /* blanks and apostrophes */
  guint last_mark_at;  /* digits before the last point or comma */
  guint first_mark_at; /* digits before the first point or comma */
  char last_mark;
  gboolean points_group; /* all points but perhaps the last stand before groups of three */
  gboolean commas_group;
  gboolean spaces_group;
} StreekNumberBody;

/* Which mark this value's own form allows before decimals. */
typedef enum
{
  STREEK_NUMBER_FORM_PLAIN,     /* no mark at all */
  STREEK_NUMBER_FORM_POINT,     /* point decimal, or commas grouping */
  STREEK_NUMBER_FORM_COMMA,     /* comma decimal, or points grouping */
  STREEK_NUMBER_FORM_AMBIGUOUS, /* "1.234" */
  STREEK_NUMBER_FORM_IMPOSSIBLE,
} StreekNumberForm;

gsize streek_number_measure_blank (const char *text, gsize length);
gsize streek_number_read_body (const char *text, gsize length, StreekNumberBody *body);
StreekNumberForm streek_number_judge (const StreekNumberBody *body);
int streek_number_count_decimals (const StreekNumberBody *body,
                                  StreekNumberForm form,
                                  StreekMarks marks);
void streek_number_note_evidence (StreekNumberEvidence *evidence,
                                  const StreekNumberBody *body,
                                  StreekNumberForm form,
                                  const char *text,
                                  gsize length);
void streek_number_note_single_mark (
  StreekNumberEvidence *evidence, char mark, gboolean is_ambiguous, const char *text, gsize length);
