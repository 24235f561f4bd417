/* streek-number-format.c: which number a cell of a source means: one decision per column */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-number-format.h"

#include "exchange/streek-source.h"

#include <math.h>
#include <string.h>

#define MAX_EXACT_DIGITS 15 /* as many always fit a double's 53 bits */
#define MAX_TEXT 128        /* no number of a source is longer */

/* Powers of ten that a double holds exactly; a quotient of two exact numbers is rounded once. */
static const double powers_of_ten[] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                        1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };

struct _StreekMissingWords
{
  GHashTable *words; /* folded text -> StreekMissing */
};

/* What sources write where they have no number. */
static const struct
{
  const char *text;
  StreekMissing missing;
} default_words[] = {
  { ":", STREEK_MISSING_UNKNOWN },
  { "-", STREEK_MISSING_UNKNOWN },
  { "–", STREEK_MISSING_UNKNOWN },
  { ".", STREEK_MISSING_UNKNOWN },
  { "..", STREEK_MISSING_UNKNOWN },
  { "...", STREEK_MISSING_NOT_YET },
  { "…", STREEK_MISSING_NOT_YET },
  { "x", STREEK_MISSING_HIDDEN },
  { "*", STREEK_MISSING_HIDDEN },
  { "c", STREEK_MISSING_HIDDEN },
  { "vertrouwelijk", STREEK_MISSING_HIDDEN },
  { "confidentieel", STREEK_MISSING_HIDDEN },
  { "confidentiel", STREEK_MISSING_HIDDEN },
  { "confidential", STREEK_MISSING_HIDDEN },
  { "conf.", STREEK_MISSING_HIDDEN },
  { "n.v.t.", STREEK_MISSING_NOT_APPLICABLE },
  { "nvt", STREEK_MISSING_NOT_APPLICABLE },
  { "niet van toepassing", STREEK_MISSING_NOT_APPLICABLE },
  { "z", STREEK_MISSING_NOT_APPLICABLE },
  { "geen info", STREEK_MISSING_UNKNOWN },
  { "geen gegevens", STREEK_MISSING_UNKNOWN },
  { "onbekend", STREEK_MISSING_UNKNOWN },
  { "n.b.", STREEK_MISSING_UNKNOWN },
  { "n/a", STREEK_MISSING_UNKNOWN },
  { "na", STREEK_MISSING_UNKNOWN },
  { "null", STREEK_MISSING_UNKNOWN },
  { "nog niet beschikbaar", STREEK_MISSING_NOT_YET },
};

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

static const struct
{
  const char *text;
  StreekStatus status;
} statuses[] = {
  { "p", STREEK_STATUS_PROVISIONAL },
  { "voorlopig", STREEK_STATUS_PROVISIONAL },
  { "provisional", STREEK_STATUS_PROVISIONAL },
  { "provisoire", STREEK_STATUS_PROVISIONAL },
  { "e", STREEK_STATUS_ESTIMATE },
  { "s", STREEK_STATUS_ESTIMATE },
  { "raming", STREEK_STATUS_ESTIMATE },
  { "estimate", STREEK_STATUS_ESTIMATE },
  { "estimated", STREEK_STATUS_ESTIMATE },
  { "f", STREEK_STATUS_PROJECTION },
  { "prognose", STREEK_STATUS_PROJECTION },
  { "vooruitzicht", STREEK_STATUS_PROJECTION },
  { "projectie", STREEK_STATUS_PROJECTION },
  { "projection", STREEK_STATUS_PROJECTION },
  { "forecast", STREEK_STATUS_PROJECTION },
  { "a", STREEK_STATUS_FINAL },
  { "definitief", STREEK_STATUS_FINAL },
  { "waargenomen", STREEK_STATUS_FINAL },
  { "final", STREEK_STATUS_FINAL },
};

/**
 * streek_missing_words_new:
 *
 * Returns: (transfer full): the signs and words that sources commonly write for "no value"
 */
StreekMissingWords *
streek_missing_words_new (void)
{
  StreekMissingWords *words = g_new0 (StreekMissingWords, 1);

  words->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (default_words); i++)
    streek_missing_words_set (words, default_words[i].text, default_words[i].missing);

  return words;
}

void
streek_missing_words_free (StreekMissingWords *words)
{
  if (words == NULL)
    return;

  g_hash_table_unref (words->words);
  g_free (words);
}

/**
 * streek_missing_words_set:
 * @text: as a source writes it; case does not count
 * @missing: what it means there
 */
void
streek_missing_words_set (StreekMissingWords *words, const char *text, StreekMissing missing)
{
  g_return_if_fail (words != NULL && text != NULL);

  g_hash_table_insert (words->words, g_utf8_strdown (text, -1), GINT_TO_POINTER (missing));
}

/**
 * streek_missing_words_find:
 * @missing: (out): what the text means
 *
 * Returns: whether the text stands for "no value"
 */
gboolean
streek_missing_words_find (const StreekMissingWords *words,
                           const char *text,
                           gsize length,
                           StreekMissing *missing)
{
  gpointer found;

  if (length == 0 || length > MAX_TEXT || !g_utf8_validate (text, (gssize) length, NULL))
    return FALSE;

  g_autofree char *folded = g_utf8_strdown (text, (gssize) length);

  if (!g_hash_table_lookup_extended (words->words, folded, NULL, &found))
    return FALSE;

  *missing = (StreekMissing) GPOINTER_TO_INT (found);

  return TRUE;
}

/**
 * streek_number_parse_status:
 * @status: (out): what the text says
 *
 * Reads the letter or word of a column of statuses, or the flag behind a value of Eurostat:
 * p provisional, e and s estimate, f forecast.
 *
 * Returns: whether the text says something about status
 */
gboolean
streek_number_parse_status (const char *text, gsize length, StreekStatus *status)
{
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (strlen (statuses[i].text) == length &&
        g_ascii_strncasecmp (statuses[i].text, text, length) == 0)
      {
        *status = statuses[i].status;
        return TRUE;
      }

  return FALSE;
}

/* Bytes of the blank at @text: ASCII blanks, no-break space, thin, figure and narrow spaces. */
static gsize
measure_blank (const char *text, gsize length)
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

static void
trim (const char **text, gsize *length)
{
  for (gsize n; (n = measure_blank (*text, *length)) > 0; *text += n, *length -= n)
    ;

  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (gsize n = 1; n <= 3 && n <= *length && !again; n++)
        if (measure_blank (*text + *length - n, n) == n)
          {
            *length -= n;
            again = TRUE;
          }
    }
}

/* The digits and marks of one number. */
typedef struct
{
  char digits[MAX_TEXT]; /* all of them, without marks */
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
} Body;

/* A mark groups thousands where one to three digits precede the first, and three follow each. */
static void
check_groups (Body *body, const guint *positions, const char *marks, guint n)
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
static gsize
read_body (const char *text, gsize length, Body *body)
{
  guint positions[MAX_TEXT];
  char marks[MAX_TEXT];
  guint n_marks = 0;
  gsize at = 0;

  memset (body, 0, sizeof *body);

  while (at < length)
    {
      gsize blank = measure_blank (text + at, length - at);
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

/* Which mark this value's own form allows before decimals. */
typedef enum
{
  FORM_PLAIN,     /* no mark at all */
  FORM_POINT,     /* point decimal, or commas grouping */
  FORM_COMMA,     /* comma decimal, or points grouping */
  FORM_AMBIGUOUS, /* "1.234" */
  FORM_IMPOSSIBLE,
} Form;

static Form
judge_single_mark (const Body *body, gboolean is_point)
{
  guint decimals = body->n_digits - body->last_mark_at;
  gboolean groups = is_point ? body->points_group : body->commas_group;

  /* blanks already group, or "0.123", or not three digits behind it: it can only be decimal */
  if (!groups || body->n_spaces > 0 || decimals != 3 || body->digits[0] == '0')
    return is_point ? FORM_POINT : FORM_COMMA;

  return FORM_AMBIGUOUS;
}

static Form
judge (const Body *body)
{
  if (body->n_spaces > 0 && !body->spaces_group)
    return FORM_IMPOSSIBLE;
  if (body->n_points == 0 && body->n_commas == 0)
    return FORM_PLAIN;

  if (body->n_points > 0 && body->n_commas > 0)
    {
      if (body->last_mark == ',')
        return body->n_commas == 1 && body->points_group ? FORM_COMMA : FORM_IMPOSSIBLE;

      return body->n_points == 1 && body->commas_group ? FORM_POINT : FORM_IMPOSSIBLE;
    }

  if (body->n_points > 1)
    return body->points_group ? FORM_COMMA : FORM_IMPOSSIBLE;
  if (body->n_commas > 1)
    return body->commas_group ? FORM_POINT : FORM_IMPOSSIBLE;

  return judge_single_mark (body, body->n_points == 1);
}

static void
note_evidence (
  StreekNumberEvidence *evidence, const Body *body, Form form, const char *text, gsize length)
{
  evidence->n_point += form == FORM_POINT ? 1 : 0;
  evidence->n_comma += form == FORM_COMMA ? 1 : 0;

  if (form == FORM_AMBIGUOUS)
    {
      if (body->n_points > 0)
        evidence->n_point_ambiguous++;
      else
        evidence->n_comma_ambiguous++;

      add_example (evidence, text, length);
    }

  /* read as if a point were decimal, these come out differently, or not at all */
  evidence->n_grouped += form == FORM_COMMA || body->n_commas > 0 ? 1 : 0;
}

/* How many of the digits are decimals; -1 where the value is not written with these marks. */
static int
count_decimals (const Body *body, Form form, StreekMarks marks)
{
  char decimal = marks == STREEK_MARKS_COMMA ? ',' : '.';

  if (form == FORM_PLAIN)
    return 0;
  if (form == FORM_IMPOSSIBLE)
    return -1;
  if (marks == STREEK_MARKS_UNDECIDED)
    {
      if (form == FORM_AMBIGUOUS)
        return (int) (body->n_digits - body->last_mark_at);

      decimal = form == FORM_COMMA ? ',' : '.';
    }
  else if (form == FORM_POINT && marks == STREEK_MARKS_COMMA)
    return -1;
  else if (form == FORM_COMMA && marks == STREEK_MARKS_POINT)
    return -1;

  return body->last_mark == decimal ? (int) (body->n_digits - body->last_mark_at) : 0;
}

static double
make_value (const char *digits, guint n_digits, guint n_decimals)
{
  if (n_digits <= MAX_EXACT_DIGITS)
    {
      guint64 whole = 0;

      for (guint i = 0; i < n_digits; i++)
        whole = whole * 10 + (guint64) (digits[i] - '0');

      return (double) whole / powers_of_ten[n_decimals];
    }

  char text[MAX_TEXT + 2];
  guint n_whole = n_digits - n_decimals;

  memcpy (text, digits, n_whole);
  text[n_whole] = '.';
  memcpy (text + n_whole + 1, digits + n_whole, n_decimals);
  text[n_digits + 1] = '\0';

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

/* "E+05": only files that no person wrote have it. */
static gboolean
read_exponent (const char **text, gsize *length, double *value)
{
  if (*length < 2 || (**text != 'e' && **text != 'E'))
    return TRUE;

  gsize at = (*text)[1] == '+' || (*text)[1] == '-' ? 2 : 1;
  int exponent = 0;

  if (at >= *length || !g_ascii_isdigit ((*text)[at]))
    return TRUE;

  for (gsize i = at; i < *length && g_ascii_isdigit ((*text)[i]); at = ++i)
    exponent = MIN (exponent * 10 + ((*text)[i] - '0'), 9999);

  *value *= pow (10, (*text)[1] == '-' ? -exponent : exponent);
  *text += at;
  *length -= at;

  return TRUE;
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
  Body body;
  StreekMissing missing;

  trim (&text, &length);
  if (length == 0)
    return set_missing (number, STREEK_MISSING_UNKNOWN, TRUE);
  if (!g_ascii_isdigit (*text) && read_missing (words, text, length, &missing))
    return set_missing (number, missing, FALSE);
  if (*text == '#')
    return STREEK_NUMBER_ERROR_CELL;
  if (length >= MAX_TEXT)
    return STREEK_NUMBER_NOT_A_NUMBER;

  read_qualifiers (&text, &length, number);

  gboolean negative = read_sign (&text, &length);
  const char *start = text;
  gsize n = read_body (text, length, &body);

  if (n == 0)
    return g_ascii_strncasecmp (text, "inf", MIN (length, 3)) == 0 && length >= 3
             ? STREEK_NUMBER_NOT_FINITE
             : STREEK_NUMBER_NOT_A_NUMBER;

  Form form = judge (&body);
  int decimals = count_decimals (&body, form, marks);

  note_evidence (evidence, &body, form, start, n);
  if (form == FORM_IMPOSSIBLE)
    return STREEK_NUMBER_NOT_A_NUMBER;
  if (decimals < 0)
    return STREEK_NUMBER_OTHER_MARKS;

  number->value = make_value (body.digits, body.n_digits, (guint) decimals);
  if (negative)
    number->value = -number->value;

  text += n;
  length -= n;
  read_exponent (&text, &length, &number->value);
  if (!isfinite (number->value))
    return STREEK_NUMBER_NOT_FINITE;
  if (!read_suffix (text, length, number))
    return STREEK_NUMBER_NOT_A_NUMBER;

  /* a bound is no exact figure */
  if (number->qualifier != STREEK_QUALIFIER_NONE && number->status == STREEK_STATUS_FINAL)
    number->status = STREEK_STATUS_ESTIMATE;

  return STREEK_NUMBER_OK;
}

/* As note_evidence () does, of a number with one mark and nothing else. */
static void
note_single_mark (
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

  note_single_mark (evidence, mark, n_decimals == 3 && n_whole <= 3 && *first != '0', first,
                    (gsize) (end - first));
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
