/* streek-record-amount.c: which number a person wrote in a cell: "ca. 1,5 miljoen euro" */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "record/streek-record-amount.h"

#include "base/streek-number.h"
#include "exchange/streek-number-marks.h"
#include "search/streek-fold.h"
#include "table/streek-value.h"

#include <math.h>
#include <string.h>

/* No amount is longer. */
#define MAX_LENGTH 100

/* All folded; longer ones first. */
static const char *const currencies[] = { "euro's", "euros", "euro", "eur", "€" };
static const char *const rough_words[] = {
  "ongeveer", "maximaal", "maximum", "minstens", "minimaal", "minimum", "circa",
  "raming:",  "max.",     "min.",    "ca.",      "max",      "ca",      "+/-",
  "±",        "≈",        "~",       "<",        ">",        "≤",       "≥"
};
static const struct
{
  const char *word;
  double times;
} multiples[] = {
  { "miljard", 1e9 }, { "miljoen", 1e6 }, { "million", 1e6 }, { "duizend", 1e3 }, { "mln.", 1e6 },
  { "mio.", 1e6 },    { "mln", 1e6 },     { "mio", 1e6 },     { "mld", 1e9 },     { "keur", 1e3 },
  { "meur", 1e6 },    { "k€", 1e3 },      { "m€", 1e6 },
};
static const char *const no_words[] = {
  "-",
  "–",
  "—",
  "/",
  "?",
  "p.m.",
  "pm",
  "p.m",
  "pro memorie",
  "n.t.b.",
  "ntb",
  "nvt",
  "n.v.t.",
  "n.v.t",
  "nb",
  "n.b.",
  "nog te bepalen",
  "te bepalen",
  "geen",
  "tbd",
  "onbekend",
  "x",
  "nog onbekend",
  "niet van toepassing",
  "binnen de werking",
};

/* (nullable): @text behind one of the words */
static const char *
skip_one (const char *text, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (text, words[i]))
      return text + strlen (words[i]);

  return NULL;
}

static const char *
skip_blanks (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

static const char *
skip_currency (const char *text)
{
  const char *rest = skip_one (text, currencies, G_N_ELEMENTS (currencies));

  return rest != NULL && !g_unichar_isalpha (g_utf8_get_char (rest)) ? rest : text;
}

/* What stands before the digits. */
static const char *
skip_front (const char *text, gboolean *is_rough)
{
  for (;;)
    {
      const char *bare = skip_blanks (text);
      const char *rest = skip_one (bare, rough_words, G_N_ELEMENTS (rough_words));

      if (rest != NULL)
        *is_rough = TRUE;
      else
        rest = skip_currency (bare);
      if (rest == bare)
        return bare;
      text = rest;
    }
}

/* Digits, their marks, and blanks between digits. */
static gsize
measure_digits (const char *text)
{
  const char *c = text;

  if (g_str_has_prefix (c, "−"))
    c += strlen ("−");
  else if (*c == '-' || *c == '+')
    c++;

  while (g_ascii_isdigit (*c) || *c == '.' || *c == ',' || *c == '\'' ||
         (*c != '\0' && g_unichar_isspace (g_utf8_get_char (c)) &&
          g_ascii_isdigit (*g_utf8_next_char (c))))
    c = g_utf8_next_char (c);

  return (gsize) (c - text);
}

/* "1.250,-" is 1.250. */
static char *
dup_digits (const char *text, gsize length)
{
  char *digits = g_strndup (text, length);

  while (length > 0 && strchr (".,", digits[length - 1]) != NULL)
    digits[--length] = '\0';

  g_auto (GStrv) parts = g_strsplit (digits, "'", -1);

  g_free (digits);

  return g_strjoinv ("", parts);
}

static gboolean
parse_digits (const char *digits, guint32 flags, const StreekFormat *format, double *value)
{
  const StreekFormat *own = flags & STREEK_RECORD_COMMA_DECIMALS   ? streek_format_get ("nl")
                            : flags & STREEK_RECORD_POINT_DECIMALS ? streek_format_get ("en")
                                                                   : format;

  return strpbrk (digits, "0123456789") != NULL &&
         (streek_format_parse_number (own, digits, value) ||
          streek_format_parse_number (streek_format_get ("nl"), digits, value) ||
          streek_format_parse_number (streek_format_get ("en"), digits, value));
}

static gboolean
has_currency (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (strstr (folded, currencies[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Of digits with one mark before the last three of them: that it groups. */
static guint32
find_group_mark (const char *digits)
{
  const char *mark = strpbrk (digits, ".,");

  return mark == NULL || strlen (mark) != 4 ? 0
         : *mark == '.'                     ? STREEK_RECORD_COMMA_DECIMALS
                                            : STREEK_RECORD_POINT_DECIMALS;
}

static const char *
skip_multiple (const char *text, double *times)
{
  for (guint i = 0; i < G_N_ELEMENTS (multiples); i++)
    if (g_str_has_prefix (text, multiples[i].word) &&
        !g_unichar_isalpha (g_utf8_get_char (text + strlen (multiples[i].word))))
      {
        *times = multiples[i].times;
        return text + strlen (multiples[i].word);
      }

  *times = 1;

  return text;
}

/* The end of @text that is @folded without its case. */
static char *
dup_tail (const char *text, const char *folded)
{
  g_autofree char *trimmed = g_strchomp (g_strdup (text));
  g_autofree char *wanted = g_strchomp (g_strdup (folded));
  glong n = g_utf8_strlen (trimmed, -1) - g_utf8_strlen (wanted, -1);
  const char *tail = n >= 0 ? g_utf8_offset_to_pointer (trimmed, n) : "";
  g_autofree char *own = streek_fold (tail, NULL);

  return g_strdup (strcmp (own, wanted) == 0 ? tail : wanted);
}

gboolean
streek_record_amount_read (const char *text,
                           guint32 flags,
                           const StreekFormat *format,
                           StreekRecordAmount *amount)
{
  g_return_val_if_fail (text != NULL && format != NULL && amount != NULL, FALSE);

  *amount = (StreekRecordAmount){ 0 };

  if (flags & STREEK_FIELD_DATE || strlen (text) > MAX_LENGTH)
    return FALSE;
  if (flags & STREEK_FIELD_NUMBER)
    return streek_number_parse (text, &amount->value) && isfinite (amount->value);

  g_autofree char *folded = streek_fold (text, NULL);
  const char *front = skip_front (folded, &amount->is_rough);
  gsize length = measure_digits (front);
  g_autofree char *digits = dup_digits (front, length);
  double times;

  /* "25.000 euro" has no thousandths */
  if ((flags & STREEK_RECORD_MARKS) == 0 && has_currency (folded))
    flags |= find_group_mark (digits);
  if (!parse_digits (digits, flags, format, &amount->value))
    return FALSE;

  const char *rest = front + length;

  if (length > 0 && strchr (".,", front[length - 1]) != NULL)
    rest += strspn (rest, "-–");
  rest = skip_multiple (skip_blanks (rest), &times);
  amount->is_rough = amount->is_rough || times != 1;
  amount->value *= times;
  rest = skip_blanks (skip_currency (skip_blanks (rest)));
  if (*rest == '%')
    rest = skip_blanks (rest + 1);
  /* "10 - 20" is no number with a unit */
  if (*rest != '\0' && !g_unichar_isalpha (g_utf8_get_char (rest)))
    return FALSE;
  if (*rest != '\0')
    amount->unit = dup_tail (text, rest);

  return TRUE;
}

gboolean
streek_record_amount_is_none (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  g_autofree char *folded = streek_fold (text, NULL);

  if (strcmp (text, streek_missing_get_sign (STREEK_MISSING_UNKNOWN)) == 0)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (no_words); i++)
    if (strcmp (folded, no_words[i]) == 0)
      return TRUE;

  return FALSE;
}

guint32
streek_record_amounts_find_marks (const StreekGrid *grid, guint first_row, guint column)
{
  g_return_val_if_fail (grid != NULL, 0);

  StreekNumberEvidence evidence = { 0 };
  StreekMarks marks = STREEK_MARKS_UNDECIDED;

  for (guint row = first_row; row < grid->rows->len; row++)
    {
      const StreekGridRow *cells = grid->rows->pdata[row];
      const char *text = streek_grid_get (grid, row, column);
      gboolean is_rough;
      StreekNumberBody body = { 0 };

      if (*text == '\0' || strlen (text) > MAX_LENGTH ||
          (cells->flags[column] & (STREEK_FIELD_NUMBER | STREEK_FIELD_DATE)))
        continue;

      g_autofree char *folded = streek_fold (text, NULL);
      const char *front = skip_front (folded, &is_rough);
      gsize length = measure_digits (front);
      g_autofree char *digits = dup_digits (front, length);

      if (streek_number_read_body (digits, strlen (digits), &body) == strlen (digits) &&
          body.n_digits > 0)
        streek_number_note_evidence (&evidence, &body, streek_number_judge (&body), digits,
                                     strlen (digits));
    }

  streek_number_decide (&evidence, &marks);

  return marks == STREEK_MARKS_COMMA   ? STREEK_RECORD_COMMA_DECIMALS
         : marks == STREEK_MARKS_POINT ? STREEK_RECORD_POINT_DECIMALS
                                       : 0;
}
