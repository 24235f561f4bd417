/* streek-period-words.c: a period as sources write it: "4de kwartaal 2023", "2023M07" */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-period-words.h"

#include <string.h>

/* A text is cut in numbers and words; "2023M07" is three of them. */
#define MAX_TOKENS 24
#define MAX_WORD 15
#define FIRST_YEAR 1800
#define LAST_YEAR 2200

typedef enum
{
  TOKEN_NUMBER,
  TOKEN_MONTH,   /* the name of a month; value: 1–12 */
  TOKEN_QUARTER, /* "kwartaal", "Q": the number beside it is a quarter */
  TOKEN_IN_YEAR, /* "M", "maand": the number beside it is a month */
  TOKEN_NOISE,   /* "op", "jaar", the "de" of "4de" */
  TOKEN_OTHER,
} TokenKind;

typedef struct
{
  TokenKind kind;
  guint value;
  guint n_digits;
  gsize start;
  gsize end;
} Token;

static const char *const month_names[12][6] = {
  { "januari", "janvier", "january", "jan", "janv", NULL },
  { "februari", "fevrier", "february", "feb", "fevr", NULL },
  { "maart", "mars", "march", "mrt", "mar", NULL },
  { "april", "avril", "apr", "avr", NULL },
  { "mei", "mai", "may", NULL },
  { "juni", "juin", "june", "jun", NULL },
  { "juli", "juillet", "july", "jul", "juil", NULL },
  { "augustus", "aout", "august", "aug", NULL },
  { "september", "septembre", "sep", "sept", NULL },
  { "oktober", "octobre", "october", "okt", "oct", NULL },
  { "november", "novembre", "nov", NULL },
  { "december", "decembre", "dec", NULL },
};

static const char *const quarter_words[] = { "kwartaal", "kwart",     "kw",   "quarter", "q",
                                             "k",        "trimestre", "trim", "t",       NULL };
static const char *const month_words[] = { "maand", "month", "mois", "m", NULL };
static const char *const noise_words[] = {
  "e",    "de",    "ste",      "er",       "eme",           "st",  "nd", "rd", "th",  "op",  "jaar",
  "year", "annee", "in",       "periode",  "period",        "the", "le", "du", "het", "van", "of",
  "au",   "on",    "toestand", "situatie", "inkomstenjaar", "per", NULL,
};

static gboolean
is_among (const char *word, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (strcmp (word, words[i]) == 0)
      return TRUE;

  return FALSE;
}

static void
classify_word (const char *word, Token *token)
{
  token->kind = TOKEN_OTHER;

  for (guint month = 0; month < G_N_ELEMENTS (month_names); month++)
    if (is_among (word, month_names[month]))
      {
        token->kind = TOKEN_MONTH;
        token->value = month + 1;
        return;
      }

  if (is_among (word, quarter_words))
    token->kind = TOKEN_QUARTER;
  else if (is_among (word, month_words))
    token->kind = TOKEN_IN_YEAR;
  else if (is_among (word, noise_words))
    token->kind = TOKEN_NOISE;
}

/* The letter without its accent, for the few that stand in these words; 0: no letter. */
static char
fold_letter (gunichar letter)
{
  if (letter < 0x80)
    return g_ascii_isalpha ((char) letter) ? g_ascii_tolower ((char) letter) : 0;

  switch (letter)
    {
    case 0xe8:
    case 0xe9:
    case 0xea:
    case 0xc9:
    case 0xc8:
      return 'e';
    case 0xfb:
    case 0xdb:
      return 'u';
    default:
      return g_unichar_isalpha (letter) ? '?' : 0;
    }
}

static gsize
read_number (const char *text, gsize at, gsize length, Token *token)
{
  token->kind = TOKEN_NUMBER;
  token->value = 0;

  for (; at < length && g_ascii_isdigit (text[at]); at++)
    {
      if (token->n_digits < 9)
        token->value = token->value * 10 + (guint) (text[at] - '0');
      token->n_digits++;
    }

  return at;
}

static gsize
read_word (const char *text, gsize at, gsize length, Token *token)
{
  char word[MAX_WORD + 1] = { 0 };
  gsize n = 0;

  while (at < length)
    {
      gunichar letter = g_utf8_get_char_validated (text + at, (gssize) (length - at));
      char plain = letter < 0x110000 ? fold_letter (letter) : 0;

      if (plain == 0)
        break;

      word[MIN (n, MAX_WORD - 1)] = plain;
      n++;
      at += (gsize) (g_utf8_next_char (text + at) - text - (gssize) at);
    }

  if (n < MAX_WORD)
    classify_word (word, token);
  else
    token->kind = TOKEN_OTHER;

  return MIN (at, length);
}

/* Returns how many; more than fit is no period. */
static guint
cut_in_tokens (const char *text, gsize length, Token *tokens)
{
  guint n = 0;

  for (gsize at = 0; at < length;)
    {
      Token token = { .start = at };

      if (g_ascii_isdigit (text[at]))
        at = read_number (text, at, length, &token);
      else
        {
          gsize end = read_word (text, at, length, &token);

          if (end == at)
            {
              at++;
              continue;
            }

          at = end;
        }

      if (n == MAX_TOKENS)
        return 0;

      token.end = at;
      tokens[n++] = token;
    }

  return n;
}

static gboolean
is_year (const Token *token)
{
  return token->kind == TOKEN_NUMBER && token->n_digits == 4 && token->value >= FIRST_YEAR &&
         token->value <= LAST_YEAR;
}

static gboolean
set_day (StreekPeriod *period, guint year, guint month, guint day)
{
  if (month < 1 || month > 12 || day < 1 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  *period = (StreekPeriod){
    .kind = STREEK_PERIOD_DAY, .part = (guint8) month, .day = (guint8) day, .year = (gint16) year
  };

  return TRUE;
}

static gboolean
set_part (StreekPeriod *period, StreekPeriodKind kind, guint year, guint part)
{
  guint last = kind == STREEK_PERIOD_QUARTER ? 4 : 12;

  *period = (StreekPeriod){ .kind = (guint8) kind, .part = (guint8) part, .year = (gint16) year };

  return part >= 1 && part <= last;
}

/* "20190101" and "201901", which are one number. */
static gboolean
read_run_of_digits (const Token *token, StreekPeriod *period)
{
  guint year = token->n_digits == 8 ? token->value / 10000 : token->value / 100;

  if ((token->n_digits != 8 && token->n_digits != 6) || year < FIRST_YEAR || year > LAST_YEAR)
    return FALSE;

  return token->n_digits == 8 ? set_day (period, year, token->value / 100 % 100, token->value % 100)
                              : set_part (period, STREEK_PERIOD_MONTH, year, token->value % 100);
}

typedef struct
{
  guint year;
  gboolean year_first;
  guint month;
  gboolean says_quarter;
  gboolean says_month;
  guint numbers[2];
  guint n_numbers;
} Parts;

static gboolean
gather (const Token *tokens, guint n, Parts *parts)
{
  for (guint i = 0; i < n; i++)
    {
      const Token *token = &tokens[i];

      if (is_year (token))
        {
          if (parts->year != 0)
            return FALSE;
          parts->year = token->value;
          parts->year_first = parts->n_numbers == 0;
        }
      else if (token->kind == TOKEN_NUMBER)
        {
          if (token->n_digits > 2 || parts->n_numbers == 2)
            return FALSE;
          parts->numbers[parts->n_numbers++] = token->value;
        }
      else if (token->kind == TOKEN_MONTH)
        {
          if (parts->month != 0)
            return FALSE;
          parts->month = token->value;
        }
      else if (token->kind == TOKEN_OTHER)
        return FALSE;

      parts->says_quarter = parts->says_quarter || token->kind == TOKEN_QUARTER;
      parts->says_month = parts->says_month || token->kind == TOKEN_IN_YEAR;
    }

  return TRUE;
}

static gboolean
read_tokens (const Token *tokens, guint n, StreekPeriod *period)
{
  Parts parts = { 0 };

  if (n == 1 && tokens[0].kind == TOKEN_NUMBER && read_run_of_digits (&tokens[0], period))
    return TRUE;

  if (n == 0 || !gather (tokens, n, &parts) || parts.year == 0)
    return FALSE;

  if (parts.says_quarter)
    return parts.n_numbers == 1 && parts.month == 0 &&
           set_part (period, STREEK_PERIOD_QUARTER, parts.year, parts.numbers[0]);

  if (parts.month != 0)
    return parts.n_numbers == 0
             ? set_part (period, STREEK_PERIOD_MONTH, parts.year, parts.month)
             : parts.n_numbers == 1 && set_day (period, parts.year, parts.month, parts.numbers[0]);

  if (parts.n_numbers == 2)
    return parts.year_first ? set_day (period, parts.year, parts.numbers[0], parts.numbers[1])
                            : set_day (period, parts.year, parts.numbers[1], parts.numbers[0]);

  if (parts.n_numbers == 1)
    return set_part (period, STREEK_PERIOD_MONTH, parts.year, parts.numbers[0]);

  *period = streek_period_from_year ((int) parts.year);

  return !parts.says_month;
}

/**
 * streek_period_words_parse:
 * @text: UTF-8, not ended by a NUL byte
 * @length: its bytes
 * @period: (out): the period
 *
 * Reads a text that is nothing but a period, in Dutch, French, English or digits: "2019",
 * "2019-Q3", "4de kwartaal 2023", "2023M07", "01/01/2019" (day first), "1er janvier 2019",
 * "jaar 2019". Two years ("2018-2019") are no period.
 *
 * Returns: whether it is one
 */
gboolean
streek_period_words_parse (const char *text, gsize length, StreekPeriod *period)
{
  Token tokens[MAX_TOKENS];

  return length <= 64 && read_tokens (tokens, cut_in_tokens (text, length, tokens), period);
}

/**
 * streek_period_words_parse_part:
 * @number_means: what a bare number is: %STREEK_PERIOD_QUARTER or %STREEK_PERIOD_MONTH, as the
 *   header of its column says; %STREEK_PERIOD_NONE where it says neither
 * @part: (out): the quarter or month
 *
 * Reads what stands beside a year in a column of its own: "Q2", "2de kwartaal", "maart", "03".
 *
 * Returns: whether it is one
 */
gboolean
streek_period_words_parse_part (const char *text,
                                gsize length,
                                StreekPeriodKind number_means,
                                StreekPeriodPart *part)
{
  Token tokens[MAX_TOKENS];
  guint n = length <= 64 ? cut_in_tokens (text, length, tokens) : 0;
  Parts parts = { 0 };

  if (n == 0 || !gather (tokens, n, &parts) || parts.year != 0)
    return FALSE;

  if (parts.month != 0)
    {
      *part = (StreekPeriodPart){ STREEK_PERIOD_MONTH, (guint8) parts.month };
      return parts.n_numbers == 0 && !parts.says_quarter;
    }

  StreekPeriodKind kind = parts.says_quarter ? STREEK_PERIOD_QUARTER
                          : parts.says_month ? STREEK_PERIOD_MONTH
                                             : number_means;
  StreekPeriod period;

  if (kind == STREEK_PERIOD_NONE || parts.n_numbers != 1 ||
      !set_part (&period, kind, 2000, parts.numbers[0]))
    return FALSE;

  *part = (StreekPeriodPart){ (guint8) kind, period.part };

  return TRUE;
}

/**
 * streek_period_words_find:
 * @text: a header, a title, the name of a sheet or file
 * @period: (out): the period in it
 * @start: (out) (optional): its first byte
 * @end: (out) (optional): the byte after its last
 *
 * Finds the one period that stands in a text: "Bevolking op 01 januari 2019". A text with two
 * years has none.
 *
 * Returns: whether there is one
 */
gboolean
streek_period_words_find (const char *text, StreekPeriod *period, gsize *start, gsize *end)
{
  Token tokens[MAX_TOKENS];
  guint n = cut_in_tokens (text, strlen (text), tokens);
  guint n_years = 0;

  for (guint i = 0; i < n; i++)
    n_years += is_year (&tokens[i]) ? 1 : 0;

  if (n_years > 1)
    return FALSE;

  for (guint size = n; size > 0; size--)
    for (guint first = 0; first + size <= n; first++)
      {
        const Token *last = &tokens[first + size - 1];

        if (tokens[first].kind == TOKEN_NOISE || last->kind == TOKEN_NOISE ||
            !read_tokens (&tokens[first], size, period))
          continue;

        if (start != NULL)
          *start = tokens[first].start;
        if (end != NULL)
          *end = last->end;

        return TRUE;
      }

  return FALSE;
}
