/* streek-number-format.c: which number a cell of a source means: one decision per column */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-number-format.h"

#include "exchange/streek-number-marks.h"
#include "exchange/streek-source.h"

#include <math.h>
#include <string.h>

#define MAX_EXACT_DIGITS 15 /* as many always fit a double's 53 bits */

/* Powers of ten that a double holds exactly; a quotient of two exact numbers is rounded once. */
static const double powers_of_ten[] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                        1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };

/* Before a number; longer ones first, so that "meer dan" is not "meer". */
static const struct
{
  const char *text;
  StreekQualifier qualifier;
} qualifiers[] = {
  { "≈", STREEK_QUALIFIER_ABOUT },         { "~", STREEK_QUALIFIER_ABOUT },
  { "±", STREEK_QUALIFIER_ABOUT },         { "circa", STREEK_QUALIFIER_ABOUT },
  { "ca.", STREEK_QUALIFIER_ABOUT },       { "ca", STREEK_QUALIFIER_ABOUT },
  { "ongeveer", STREEK_QUALIFIER_ABOUT },  { "bijna", STREEK_QUALIFIER_BELOW },
  { "environ", STREEK_QUALIFIER_ABOUT },   { "about", STREEK_QUALIFIER_ABOUT },
  { "≤", STREEK_QUALIFIER_BELOW },         { "<=", STREEK_QUALIFIER_BELOW },
  { "<", STREEK_QUALIFIER_BELOW },         { "minder dan", STREEK_QUALIFIER_BELOW },
  { "hoogstens", STREEK_QUALIFIER_BELOW }, { "≥", STREEK_QUALIFIER_ABOVE },
  { ">=", STREEK_QUALIFIER_ABOVE },        { ">", STREEK_QUALIFIER_ABOVE },
  { "meer dan", STREEK_QUALIFIER_ABOVE },  { "minstens", STREEK_QUALIFIER_ABOVE },
  { "ruim", STREEK_QUALIFIER_ABOVE },
};

static void
trim (const char **text, gsize *length)
{
  for (gsize n; (n = streek_number_measure_blank (*text, *length)) > 0; *text += n, *length -= n)
    ;

  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (gsize n = 1; n <= 3 && n <= *length && !again; n++)
        if (streek_number_measure_blank (*text + *length - n, n) == n)
          {
            *length -= n;
            again = TRUE;
          }
    }
}

static double
make_value (const char *digits, guint n_digits, guint n_decimals, int exponent)
{
  if (n_digits <= MAX_EXACT_DIGITS && exponent == 0)
    {
      guint64 whole = 0;

      for (guint i = 0; i < n_digits; i++)
        whole = whole * 10 + (guint64) (digits[i] - '0');

      return (double) whole / powers_of_ten[n_decimals];
    }

  g_autofree char *text =
    g_strdup_printf ("%.*se%d", (int) n_digits, digits, exponent - (int) n_decimals);

  return g_ascii_strtod (text, NULL);
}

static gboolean
skip_prefix (const char **text, gsize *length, const char *prefix)
{
  gsize n = strlen (prefix);

  if (*length < n || g_ascii_strncasecmp (*text, prefix, n) != 0)
    return FALSE;

  /* "cacao" does not begin with "ca" */
  if (g_ascii_isalpha (prefix[n - 1]) && *length > n && g_ascii_isalpha ((*text)[n]))
    return FALSE;

  *text += n;
  *length -= n;
  trim (text, length);

  return TRUE;
}

static void
read_qualifiers (const char **text, gsize *length, StreekNumber *number)
{
  gboolean again = *length > 0 && !g_ascii_isdigit (**text);

  if (!again)
    return;

  while (again)
    {
      again = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (qualifiers) && !again; i++)
        if (skip_prefix (text, length, qualifiers[i].text))
          {
            /* "≈ bijna": the first one counts */
            if (number->qualifier == STREEK_QUALIFIER_NONE)
              number->qualifier = (guint8) qualifiers[i].qualifier;
            again = TRUE;
          }
    }

  skip_prefix (text, length, "€");
  skip_prefix (text, length, "EUR");
}

static gboolean
read_sign (const char **text, gsize *length)
{
  gboolean negative = *length > 0 && **text == '-';

  if (negative || (*length > 0 && **text == '+'))
    {
      *text += 1;
      *length -= 1;
    }
  else if (*length >= 3 &&
           (memcmp (*text, "\xe2\x88\x92", 3) == 0 || memcmp (*text, "\xe2\x80\x93", 3) == 0))
    {
      negative = TRUE;
      *text += 3;
      *length -= 3;
    }

  trim (text, length);

  return negative;
}

/* "E+05": only files that no person wrote have it; 0 without one. */
static int
read_exponent (const char **text, gsize *length)
{
  if (*length < 2 || (**text != 'e' && **text != 'E'))
    return 0;

  gsize at = (*text)[1] == '+' || (*text)[1] == '-' ? 2 : 1;
  gboolean negative = (*text)[1] == '-';
  int exponent = 0;

  if (at >= *length || !g_ascii_isdigit ((*text)[at]))
    return 0;

  for (; at < *length && g_ascii_isdigit ((*text)[at]); at++)
    exponent = MIN (exponent * 10 + ((*text)[at] - '0'), 9999);

  *text += at;
  *length -= at;

  return negative ? -exponent : exponent;
}

/* Letters and a sign that follow: "%", "EUR", "p", "bp", "(e)", "*". */
static gboolean
read_suffix (const char *text, gsize length, StreekNumber *number)
{
  trim (&text, &length);
  if (length == 0)
    return TRUE;
  if (*text == '%')
    {
      text++;
      length--;
      trim (&text, &length);
    }
  if (skip_prefix (&text, &length, "€") || skip_prefix (&text, &length, "EUR"))
    trim (&text, &length);
  if (length > 2 && text[0] == '(' && text[length - 1] == ')')
    {
      text++;
      length -= 2;
    }

  if (length > 3)
    return FALSE;

  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      StreekStatus status;

      if (text[i] != '*' && strchr ("abcdefnprsuvz", text[i]) == NULL)
        return FALSE;

      if (streek_number_parse_status (text + i, 1, &status))
        number->status = (guint8) MAX (number->status, (guint8) status);
      else
        number->flag[n++] = text[i];
    }

  return TRUE;
}

static StreekNumberFault
set_missing (StreekNumber *number, StreekMissing missing, gboolean is_blank)
{
  number->value = NAN;
  number->missing = (guint8) missing;
  number->is_blank = is_blank;

  return STREEK_NUMBER_OK;
}

/* ":" and ": c": the sign, and a letter that says why. */
static gboolean
read_missing (const StreekMissingWords *words,
              const char *text,
              gsize length,
              StreekMissing *missing)
{
  if (streek_missing_words_find (words, text, length, missing))
    return TRUE;

  if (*text != ':' || length < 2)
    return FALSE;

  const char *rest = text + 1;
  gsize n = length - 1;

  trim (&rest, &n);
  if (n == 0 || n > 3)
    return FALSE;

  *missing = memchr (rest, 'c', n) != NULL   ? STREEK_MISSING_HIDDEN
             : memchr (rest, 'z', n) != NULL ? STREEK_MISSING_NOT_APPLICABLE
                                             : STREEK_MISSING_UNKNOWN;

  return TRUE;
}

static StreekNumberFault
read_slowly (const char *text,
             gsize length,
             const StreekMissingWords *words,
             StreekMarks marks,
             StreekNumberEvidence *evidence,
             StreekNumber *number)
{
  StreekNumberBody body;
  StreekMissing missing;

  trim (&text, &length);
  if (length == 0)
    return set_missing (number, STREEK_MISSING_UNKNOWN, TRUE);
  if (!g_ascii_isdigit (*text) && read_missing (words, text, length, &missing))
    return set_missing (number, missing, FALSE);
  if (*text == '#')
    return STREEK_NUMBER_ERROR_CELL;
  if (length >= STREEK_NUMBER_MAX_TEXT)
    return STREEK_NUMBER_NOT_A_NUMBER;

  read_qualifiers (&text, &length, number);

  gboolean negative = read_sign (&text, &length);
  const char *start = text;
  gsize n = streek_number_read_body (text, length, &body);

  if (n == 0)
    return g_ascii_strncasecmp (text, "inf", MIN (length, 3)) == 0 && length >= 3
             ? STREEK_NUMBER_NOT_FINITE
             : STREEK_NUMBER_NOT_A_NUMBER;

  StreekNumberForm form = streek_number_judge (&body);
  int decimals = streek_number_count_decimals (&body, form, marks);

  streek_number_note_evidence (evidence, &body, form, start, n);
  if (form == STREEK_NUMBER_FORM_IMPOSSIBLE)
    return STREEK_NUMBER_NOT_A_NUMBER;
  if (decimals < 0)
    return STREEK_NUMBER_OTHER_MARKS;

  text += n;
  length -= n;
  number->value =
    make_value (body.digits, body.n_digits, (guint) decimals, read_exponent (&text, &length));
  if (negative)
    number->value = -number->value;
  if (!isfinite (number->value))
    return STREEK_NUMBER_NOT_FINITE;
  if (!read_suffix (text, length, number))
    return STREEK_NUMBER_NOT_A_NUMBER;

  /* a bound is no exact figure */
  if (number->qualifier != STREEK_QUALIFIER_NONE && number->status == STREEK_STATUS_FINAL)
    number->status = STREEK_STATUS_ESTIMATE;

  return STREEK_NUMBER_OK;
}

/* "1234", "-12.75", "12,75": digits with at most one mark, which is, or may be, a decimal one. */
static gboolean
read_fast (
  const char *text, gsize length, StreekMarks marks, StreekNumberEvidence *evidence, double *value)
{
  const char *p = text;
  const char *end = text + length;
  gboolean negative = length > 0 && *p == '-';
  guint64 whole = 0;

  if (negative)
    p++;

  const char *first = p;

  while (p < end && (guint) (*p - '0') < 10)
    whole = whole * 10 + (guint64) (*p++ - '0');

  gsize n_whole = (gsize) (p - first);

  if (n_whole == 0 || n_whole > MAX_EXACT_DIGITS)
    return FALSE;

  if (p == end)
    {
      *value = negative ? -(double) whole : (double) whole;
      return TRUE;
    }

  char mark = *p++;

  /* the other mark groups thousands, if anything */
  if ((mark != '.' && mark != ',') ||
      marks == (mark == '.' ? STREEK_MARKS_COMMA : STREEK_MARKS_POINT))
    return FALSE;

  const char *decimals = p;

  while (p < end && (guint) (*p - '0') < 10)
    whole = whole * 10 + (guint64) (*p++ - '0');

  gsize n_decimals = (gsize) (p - decimals);

  if (p != end || n_decimals == 0 || n_whole + n_decimals > MAX_EXACT_DIGITS)
    return FALSE;

  streek_number_note_single_mark (evidence, mark, n_decimals == 3 && n_whole <= 3 && *first != '0',
                                  first, (gsize) (end - first));
  *value = (double) whole / powers_of_ten[n_decimals];
  if (negative)
    *value = -*value;

  return TRUE;
}

/**
 * streek_number_read:
 * @text: (array length=length): a cell, UTF-8
 * @flags: a #StreekFieldFlags: what the file itself says of it
 * @words: what stands for "no value"
 * @marks: what was decided for its column; undecided reads "1.234" as 1.234 for the time being
 * @evidence: (inout): what the column tells about its marks
 * @number: (out): the number, or why there is none
 *
 * Reads thousands grouped by point, comma, blank, no-break space or apostrophe, a percentage, a
 * sign, words before ("ca.", "<") and flags behind ("12.3 p"). A cell that the file types as a
 * number is taken as the file has it. Asks no locale. Exact: up to 15 digits by one division of
 * exact numbers, more through strtod.
 *
 * Returns: %STREEK_NUMBER_OK, or what is wrong with it
 */
StreekNumberFault
streek_number_read (const char *text,
                    gsize length,
                    guint32 flags,
                    const StreekMissingWords *words,
                    StreekMarks marks,
                    StreekNumberEvidence *evidence,
                    StreekNumber *number)
{
  number->missing = STREEK_MISSING_NONE;
  number->status = STREEK_STATUS_FINAL;
  number->qualifier = STREEK_QUALIFIER_NONE;
  number->is_blank = FALSE;
  number->flag[0] = '\0';

  if ((flags & ~(guint32) STREEK_FIELD_QUOTED) == 0 &&
      read_fast (text, length, marks, evidence, &number->value))
    return STREEK_NUMBER_OK;

  memset (number->flag, 0, sizeof number->flag);
  if (flags & STREEK_FIELD_DATE)
    return STREEK_NUMBER_DATE;
  if (flags & STREEK_FIELD_NO_CACHED)
    return STREEK_NUMBER_ERROR_CELL;

  if (flags & STREEK_FIELD_NUMBER)
    {
      StreekNumberEvidence typed = { 0 };

      return read_slowly (text, length, words, STREEK_MARKS_POINT, &typed, number);
    }

  return read_slowly (text, length, words, marks, evidence, number);
}
