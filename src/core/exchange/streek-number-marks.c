/* streek-number-marks.c: the marks between the digits of a number, and what they tell */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-number-marks.h"

#include <string.h>

/* Bytes of the blank at @text: ASCII blanks, no-break space, thin, figure and narrow spaces. */
gsize
streek_number_measure_blank (const char *text, gsize length)
{
  if (length == 0)
    return 0;
  if (*text == ' ' || *text == '\t' || *text == '\n' || *text == '\r')
    return 1;
  if (length >= 2 && memcmp (text, "\xc2\xa0", 2) == 0)
    return 2;
  if (length >= 3 &&
      (memcmp (text, "\xe2\x80\xaf", 3) == 0 ||
       (memcmp (text, "\xe2\x80", 2) == 0 && (guchar) text[2] >= 0x80 && (guchar) text[2] <= 0x8b)))
    return 3;

  return 0;
}

/* A mark groups thousands where one to three digits precede the first, and three follow each. */
static void
check_groups (StreekNumberBody *body, const guint *positions, const char *marks, guint n)
{
  guint previous[3] = { 0 };
  gboolean *fine[3] = { &body->points_group, &body->commas_group, &body->spaces_group };
  guint counts[3] = { 0 };

  body->points_group = body->commas_group = body->spaces_group = TRUE;

  for (guint i = 0; i < n; i++)
    {
      guint kind = marks[i] == '.' ? 0 : marks[i] == ',' ? 1 : 2;
      guint gap = positions[i] - previous[kind];

      if (counts[kind] == 0 ? gap < 1 || gap > 3 : gap != 3)
        *fine[kind] = FALSE;

      previous[kind] = positions[i];
      counts[kind]++;
    }

  for (guint kind = 0; kind < 3; kind++)
    {
      guint end = body->n_digits;

      /* groups of one mark end where the decimals of the other begin */
      if (kind != 0 && body->last_mark == '.' && body->n_points == 1)
        end = body->last_mark_at;
      if (kind != 1 && body->last_mark == ',' && body->n_commas == 1)
        end = body->last_mark_at;
      if (counts[kind] > 0 && end - previous[kind] != 3)
        *fine[kind] = FALSE;
    }
}

/* Reads digits and marks; returns how many bytes, 0 where no number begins here. */
gsize
streek_number_read_body (const char *text, gsize length, StreekNumberBody *body)
{
  guint positions[STREEK_NUMBER_MAX_TEXT];
  char marks[STREEK_NUMBER_MAX_TEXT];
  guint n_marks = 0;
  gsize at = 0;

  memset (body, 0, sizeof *body);

  while (at < length)
    {
      gsize blank = streek_number_measure_blank (text + at, length - at);
      char c = text[at];
      gsize n = blank > 0 ? blank : 1;

      if (length - at >= 3 && memcmp (text + at, "\xe2\x80\x99", 3) == 0)
        {
          c = '\'';
          n = 3;
        }

      if (g_ascii_isdigit (c))
        body->digits[body->n_digits++] = c;
      else if (blank > 0 || c == '\'' || c == '.' || c == ',')
        {
          /* blanks and apostrophes belong to the number only between digits */
          gboolean followed = at + n < length && g_ascii_isdigit (text[at + n]);

          if (blank > 0 || c == '\'')
            {
              if (!followed || body->n_digits == 0)
                break;
              c = ' ';
              body->n_spaces++;
            }
          else
            {
              if (!followed)
                break;
              if (body->last_mark == 0)
                body->first_mark_at = body->n_digits;
              body->last_mark = c;
              body->last_mark_at = body->n_digits;
              body->n_points += c == '.' ? 1 : 0;
              body->n_commas += c == ',' ? 1 : 0;
            }

          positions[n_marks] = body->n_digits;
          marks[n_marks++] = c;
        }
      else
        break;

      at += n;
    }

  check_groups (body, positions, marks, n_marks);

  return body->n_digits > 0 ? at : 0;
}

static void
add_example (StreekNumberEvidence *evidence, const char *text, gsize length)
{
  /* nearly always: there are enough of them */
  if (evidence->examples[STREEK_NUMBER_N_EXAMPLES - 1][0] != '\0' ||
      length >= sizeof evidence->examples[0])
    return;

  for (guint i = 0; i < STREEK_NUMBER_N_EXAMPLES; i++)
    {
      char *example = evidence->examples[i];

      if (strncmp (example, text, length) == 0 && example[length] == '\0')
        return;

      if (*example == '\0')
        {
          memcpy (example, text, length);
          return;
        }
    }
}

static StreekNumberForm
judge_single_mark (const StreekNumberBody *body, gboolean is_point)
{
  guint decimals = body->n_digits - body->last_mark_at;
  gboolean groups = is_point ? body->points_group : body->commas_group;

  /* blanks already group, or "0.123", or not three digits behind it: it can only be decimal */
  if (!groups || body->n_spaces > 0 || decimals != 3 || body->digits[0] == '0')
    return is_point ? STREEK_NUMBER_FORM_POINT : STREEK_NUMBER_FORM_COMMA;

  return STREEK_NUMBER_FORM_AMBIGUOUS;
}

StreekNumberForm
streek_number_judge (const StreekNumberBody *body)
{
  if (body->n_spaces > 0 && !body->spaces_group)
    return STREEK_NUMBER_FORM_IMPOSSIBLE;
  if (body->n_points == 0 && body->n_commas == 0)
    return STREEK_NUMBER_FORM_PLAIN;

  if (body->n_points > 0 && body->n_commas > 0)
    {
      if (body->last_mark == ',')
        return body->n_commas == 1 && body->points_group ? STREEK_NUMBER_FORM_COMMA
                                                         : STREEK_NUMBER_FORM_IMPOSSIBLE;

      return body->n_points == 1 && body->commas_group ? STREEK_NUMBER_FORM_POINT
                                                       : STREEK_NUMBER_FORM_IMPOSSIBLE;
    }

  if (body->n_points > 1)
    return body->points_group ? STREEK_NUMBER_FORM_COMMA : STREEK_NUMBER_FORM_IMPOSSIBLE;
  if (body->n_commas > 1)
    return body->commas_group ? STREEK_NUMBER_FORM_POINT : STREEK_NUMBER_FORM_IMPOSSIBLE;

  return judge_single_mark (body, body->n_points == 1);
}

void
streek_number_note_evidence (StreekNumberEvidence *evidence,
                             const StreekNumberBody *body,
                             StreekNumberForm form,
                             const char *text,
                             gsize length)
{
  evidence->n_point += form == STREEK_NUMBER_FORM_POINT ? 1 : 0;
  evidence->n_comma += form == STREEK_NUMBER_FORM_COMMA ? 1 : 0;

  if (form == STREEK_NUMBER_FORM_AMBIGUOUS)
    {
      if (body->n_points > 0)
        evidence->n_point_ambiguous++;
      else
        evidence->n_comma_ambiguous++;

      add_example (evidence, text, length);
    }

  /* read as if a point were decimal, these come out differently, or not at all */
  evidence->n_grouped += form == STREEK_NUMBER_FORM_COMMA || body->n_commas > 0 ? 1 : 0;
}

/* How many of the digits are decimals; -1 where the value is not written with these marks. */
int
streek_number_count_decimals (const StreekNumberBody *body,
                              StreekNumberForm form,
                              StreekMarks marks)
{
  char decimal = marks == STREEK_MARKS_COMMA ? ',' : '.';

  if (form == STREEK_NUMBER_FORM_PLAIN)
    return 0;
  if (form == STREEK_NUMBER_FORM_IMPOSSIBLE)
    return -1;
  if (marks == STREEK_MARKS_UNDECIDED)
    {
      if (form == STREEK_NUMBER_FORM_AMBIGUOUS)
        return (int) (body->n_digits - body->last_mark_at);

      decimal = form == STREEK_NUMBER_FORM_COMMA ? ',' : '.';
    }
  else if (form == STREEK_NUMBER_FORM_POINT && marks == STREEK_MARKS_COMMA)
    return -1;
  else if (form == STREEK_NUMBER_FORM_COMMA && marks == STREEK_MARKS_POINT)
    return -1;

  return body->last_mark == decimal ? (int) (body->n_digits - body->last_mark_at) : 0;
}

/* As streek_number_note_evidence () does, of a number with one mark and nothing else. */
void
streek_number_note_single_mark (
  StreekNumberEvidence *evidence, char mark, gboolean is_ambiguous, const char *text, gsize length)
{
  if (mark == '.')
    *(is_ambiguous ? &evidence->n_point_ambiguous : &evidence->n_point) += 1;
  else
    *(is_ambiguous ? &evidence->n_comma_ambiguous : &evidence->n_comma) += 1;

  evidence->n_grouped += mark == ',' ? 1 : 0;
  if (is_ambiguous)
    add_example (evidence, text, length);
}

/**
 * streek_number_decide:
 * @evidence: of all values of a column
 * @marks: (out): the mark before decimals; undecided where the values do not tell
 *
 * Decides by the values alone. "1.234" and the like tell nothing; where a column has no other
 * values with a mark, or some that contradict each other, a person must say.
 *
 * Returns: whether it could be decided
 */
gboolean
streek_number_decide (const StreekNumberEvidence *evidence, StreekMarks *marks)
{
  gboolean ambiguous = evidence->n_point_ambiguous > 0 || evidence->n_comma_ambiguous > 0;

  *marks = STREEK_MARKS_UNDECIDED;

  if (evidence->n_point > 0 && evidence->n_comma > 0)
    return FALSE;
  if (evidence->n_comma > 0)
    *marks = STREEK_MARKS_COMMA;
  else if (evidence->n_point > 0 || !ambiguous)
    *marks = STREEK_MARKS_POINT;

  return *marks != STREEK_MARKS_UNDECIDED;
}
