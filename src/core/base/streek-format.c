/* streek-format.c: numbers and dates as people read them, in the language handed over */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-format.h"
#include "base/streek-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_DECIMALS 10 /* beyond it a double is no number that anybody typed */

/* The month names stand here and not in the catalogue: a Dutch report made under an English
 * window is Dutch in every word. */
struct _StreekFormat
{
  const char *language;
  const char *decimal;
  const char *group;
  const char *quarter; /* of a printf with quarter and year */
  const char *months[12];
  const char *short_quarter;
  const char *short_months[12];
};

static const StreekFormat formats[] = {
  { "en",
    ".",
    ",",
    "Q%d %d",
    { "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December" },
    "Q%d %d",
    { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" } },
  { "nl",
    ",",
    ".",
    "%de kwartaal %d",
    { "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
      "oktober", "november", "december" },
    "K%d %d",
    { "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec" } },
};

/**
 * streek_format_get:
 * @language: (nullable): a language code such as "nl" or "nl_BE"
 *
 * Returns: the format of that language, English where there is none
 */
const StreekFormat *
streek_format_get (const char *language)
{
  for (gsize i = 0; language != NULL && i < G_N_ELEMENTS (formats); i++)
    if (strncmp (language, formats[i].language, 2) == 0)
      return &formats[i];

  return &formats[0];
}

/**
 * streek_format_get_default:
 *
 * Returns: the format of the language that messages come in
 */
const StreekFormat *
streek_format_get_default (void)
{
  /* Translators: the code of your language, so that numbers and dates go with the words:
   * "nl" for Dutch, "en" where this program knows no format for it. */
  return streek_format_get (C_ ("language code", "en"));
}

static void
append_grouped (GString *out, const char *digits, gsize n, const char *group)
{
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append (out, group);

      g_string_append_c (out, digits[i]);
    }
}

/**
 * streek_format_number:
 * @decimals: decimals to show, 0–15
 *
 * Returns: (transfer full): "1.234,5" in Dutch, "1,234.5" in English, with U+2212 as minus;
 *   an empty text for NAN, because a missing value has its own sign
 */
char *
streek_format_number (const StreekFormat *format, double value, int decimals)
{
  g_return_val_if_fail (format != NULL && decimals >= 0 && decimals <= 15, NULL);

  if (isnan (value))
    return g_strdup ("");

  char pattern[8], text[400]; /* the longest double has 309 digits before the point */
  double rounded = streek_number_round (value, decimals);

  g_snprintf (pattern, sizeof pattern, "%%.%df", decimals);
  g_ascii_formatd (text, sizeof text, pattern, fabs (rounded));

  const char *point = strchr (text, '.');
  gsize n_whole = point != NULL ? (gsize) (point - text) : strlen (text);
  GString *out = g_string_new (rounded < 0 ? "−" : NULL);

  append_grouped (out, text, n_whole, format->group);

  if (point != NULL)
    g_string_append_printf (out, "%s%s", format->decimal, point + 1);

  return g_string_free (out, FALSE);
}

int
streek_format_count_decimals (double value)
{
  int n = 0;

  while (n < MAX_DECIMALS && fabs (value * pow (10, n) - round (value * pow (10, n))) > 1e-6)
    n++;

  return n;
}

/**
 * streek_format_signed:
 *
 * Returns: (transfer full): as streek_format_number(), with a plus before what grew
 */
char *
streek_format_signed (const StreekFormat *format, double value, int decimals)
{
  g_autofree char *number = streek_format_number (format, value, decimals);

  return streek_number_round (value, decimals) > 0 ? g_strconcat ("+", number, NULL)
                                                   : g_steal_pointer (&number);
}

/**
 * streek_format_date:
 *
 * Returns: (transfer full): "3 maart 2026" in Dutch, "3 March 2026" in English
 */
char *
streek_format_date (const StreekFormat *format, StreekDate date)
{
  int year, month, day;

  if (date <= STREEK_DATE_NONE || date == STREEK_DATE_OPEN)
    return g_strdup ("");

  streek_date_to_ymd (date, &year, &month, &day);

  return g_strdup_printf ("%d %s %d", day, format->months[month - 1], year);
}

/**
 * streek_format_moment:
 * @moment: in any time zone
 *
 * Returns: (transfer full): "3 maart 2026, 09:05" in Dutch, on the clock of where the program runs
 */
char *
streek_format_moment (const StreekFormat *format, GDateTime *moment)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (moment);
  g_autofree char *day = streek_format_date (
    format, streek_date_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local),
                                  g_date_time_get_day_of_month (local)));

  return g_strdup_printf ("%s, %02d:%02d", day, g_date_time_get_hour (local),
                          g_date_time_get_minute (local));
}

/**
 * streek_format_period:
 *
 * Returns: (transfer full): "2019", "3e kwartaal 2019", "september 2019" or "1 januari 2019"
 */
char *
streek_format_period (const StreekFormat *format, StreekPeriod period)
{
  switch (period.kind)
    {
    case STREEK_PERIOD_QUARTER:
      return g_strdup_printf (format->quarter, period.part, period.year);
    case STREEK_PERIOD_MONTH:
      return g_strdup_printf ("%s %d", format->months[period.part - 1], period.year);
    case STREEK_PERIOD_DAY:
      return streek_format_date (format, streek_period_get_first_day (period));
    default:
      return streek_period_to_string (period);
    }
}

/**
 * streek_format_short_period:
 *
 * Returns: (transfer full): "2019", "K3 2019", "sep 2019" or "1 sep 2019" in Dutch
 */
char *
streek_format_short_period (const StreekFormat *format, StreekPeriod period)
{
  switch (period.kind)
    {
    case STREEK_PERIOD_QUARTER:
      return g_strdup_printf (format->short_quarter, period.part, period.year);
    case STREEK_PERIOD_MONTH:
      return g_strdup_printf ("%s %d", format->short_months[period.part - 1], period.year);
    case STREEK_PERIOD_DAY:
      return g_strdup_printf ("%d %s %d", period.day, format->short_months[period.part - 1],
                              period.year);
    default:
      return streek_period_to_string (period);
    }
}

char
streek_format_get_decimal_mark (const StreekFormat *format)
{
  g_return_val_if_fail (format != NULL, '.');

  return format->decimal[0];
}

/* A group mark stands before exactly three digits, and after at least one. */
static gboolean
is_group_mark (const char *start, const char *mark)
{
  return mark > start && g_ascii_isdigit (mark[-1]) && g_ascii_isdigit (mark[1]) &&
         g_ascii_isdigit (mark[2]) && g_ascii_isdigit (mark[3]) && !g_ascii_isdigit (mark[4]);
}

/* (transfer full): in the form of files, where it is a number at all */
static char *
dup_plain (const StreekFormat *format, const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));
  GString *plain = g_string_new (NULL);

  for (const char *c = trimmed; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isspace (character))
        continue;

      if (character == 0x2212) /* the minus of streek_format_number() */
        g_string_append_c (plain, '-');
      else if (*c == format->group[0] && is_group_mark (trimmed, c))
        continue;
      else if (*c == ',' || *c == '.')
        g_string_append_c (plain, '.');
      else
        g_string_append_unichar (plain, character);
    }

  return g_string_free (plain, FALSE);
}

/**
 * streek_format_parse_number:
 * @text: (nullable): what a person typed
 * @value: (out): the number
 *
 * Takes the signs of @format, spaces and no-break spaces between groups, "−" for minus, and a
 * decimal mark of the other language where it cannot be a group mark. A text that can be read in
 * two ways is read in the way of @format: show the person what was understood.
 *
 * Returns: whether @text is one finite number and nothing else
 */
gboolean
streek_format_parse_number (const StreekFormat *format, const char *text, double *value)
{
  g_return_val_if_fail (format != NULL && value != NULL, FALSE);

  g_autofree char *plain = dup_plain (format, text);

  return streek_number_parse (plain, value) && isfinite (*value);
}

/**
 * streek_format_parse_stated:
 * @text: (nullable): a number as somebody states it
 * @value: (out): the number
 * @decimals: (out): how many of its digits stand after the decimal mark: it is rounded to them
 *
 * Returns: as streek_format_parse_number()
 */
gboolean
streek_format_parse_stated (const StreekFormat *format,
                            const char *text,
                            double *value,
                            int *decimals)
{
  g_return_val_if_fail (format != NULL && value != NULL && decimals != NULL, FALSE);

  g_autofree char *plain = dup_plain (format, text);
  const char *mark = strchr (plain, '.');

  *decimals = mark != NULL ? (int) strspn (mark + 1, "0123456789") : 0;

  return streek_number_parse (plain, value) && isfinite (*value);
}
