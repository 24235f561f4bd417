/* streek-period.c: the stretch of time a figure is about: a year, quarter, month or day */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-period.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (streek_period_error, streek_period_error)

static int
read_number (const char *text, guint n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;

      value = value * 10 + (text[i] - '0');
    }

  return value;
}

static gboolean
read_period (const char *text, StreekPeriod *period)
{
  gsize length = strlen (text);
  StreekDate date;

  *period = (StreekPeriod){ 0 };

  if (length < 4 || read_number (text, 4) < 1)
    return FALSE;

  period->year = (gint16) read_number (text, 4);

  if (length == 4)
    {
      period->kind = STREEK_PERIOD_YEAR;
      return TRUE;
    }

  if (text[4] != '-')
    return FALSE;

  if (length == 7 && text[5] == 'Q' && text[6] >= '1' && text[6] <= '4')
    {
      period->kind = STREEK_PERIOD_QUARTER;
      period->part = (guint8) (text[6] - '0');
      return TRUE;
    }

  if (length == 7 && read_number (text + 5, 2) >= 1 && read_number (text + 5, 2) <= 12)
    {
      period->kind = STREEK_PERIOD_MONTH;
      period->part = (guint8) read_number (text + 5, 2);
      return TRUE;
    }

  if (length == 10 && streek_date_parse (text, &date, NULL))
    {
      period->kind = STREEK_PERIOD_DAY;
      period->part = (guint8) read_number (text + 5, 2);
      period->day = (guint8) read_number (text + 8, 2);
      return TRUE;
    }

  return FALSE;
}

/**
 * streek_period_parse:
 * @text: "2019", "2019-Q3", "2019-09" or "2019-01-01"
 * @period: (out): the period
 * @error: return location for %STREEK_PERIOD_ERROR_INVALID
 */
gboolean
streek_period_parse (const char *text, StreekPeriod *period, GError **error)
{
  if (text != NULL && read_period (text, period))
    return TRUE;

  g_set_error (error, STREEK_PERIOD_ERROR, STREEK_PERIOD_ERROR_INVALID,
               /* Translators: %s is what was typed; keep the four examples as they are. */
               _ ("“%s” is not a period; write it as 2019, 2019-Q3, 2019-09 or 2019-01-31."),
               text != NULL ? text : "");

  return FALSE;
}

/**
 * streek_period_range_parse:
 * @text: one period, or two with ".." between them: "2010..2019"
 * @range: (out): the range, both ends included
 * @error: return location for %STREEK_PERIOD_ERROR_INVALID, also where the last period comes
 *   before the first
 */
gboolean
streek_period_range_parse (const char *text, StreekPeriodRange *range, GError **error)
{
  const char *dots = text != NULL ? strstr (text, "..") : NULL;

  if (dots == NULL)
    {
      if (!streek_period_parse (text, &range->first, error))
        return FALSE;

      range->last = range->first;
      return TRUE;
    }

  g_autofree char *first = g_strndup (text, (gsize) (dots - text));

  if (!streek_period_parse (first, &range->first, error) ||
      !streek_period_parse (dots + 2, &range->last, error))
    return FALSE;

  if (streek_period_get_last_day (range->last) < streek_period_get_first_day (range->first))
    {
      g_set_error (error, STREEK_PERIOD_ERROR, STREEK_PERIOD_ERROR_INVALID,
                   /* Translators: %s is a range of periods such as 2019..2010. */
                   _ ("The range “%s” ends before it begins."), text);
      return FALSE;
    }

  return TRUE;
}

/**
 * streek_period_to_string:
 *
 * Returns: (transfer full): the text that streek_period_parse() reads; empty for no period
 */
char *
streek_period_to_string (StreekPeriod period)
{
  switch (period.kind)
    {
    case STREEK_PERIOD_YEAR:
      return g_strdup_printf ("%04d", period.year);
    case STREEK_PERIOD_QUARTER:
      return g_strdup_printf ("%04d-Q%d", period.year, period.part);
    case STREEK_PERIOD_MONTH:
      return g_strdup_printf ("%04d-%02d", period.year, period.part);
    case STREEK_PERIOD_DAY:
      return g_strdup_printf ("%04d-%02d-%02d", period.year, period.part, period.day);
    default:
      return g_strdup ("");
    }
}

StreekPeriod
streek_period_from_year (int year)
{
  return (StreekPeriod){ .kind = STREEK_PERIOD_YEAR, .year = (gint16) year };
}

/**
 * streek_period_get_first_day:
 *
 * Returns: the first day of @period, %STREEK_DATE_NONE for no period
 */
StreekDate
streek_period_get_first_day (StreekPeriod period)
{
  switch (period.kind)
    {
    case STREEK_PERIOD_YEAR:
      return streek_date_from_ymd (period.year, 1, 1);
    case STREEK_PERIOD_QUARTER:
      return streek_date_from_ymd (period.year, 3 * period.part - 2, 1);
    case STREEK_PERIOD_MONTH:
      return streek_date_from_ymd (period.year, period.part, 1);
    case STREEK_PERIOD_DAY:
      return streek_date_from_ymd (period.year, period.part, period.day);
    default:
      return STREEK_DATE_NONE;
    }
}

/**
 * streek_period_get_last_day:
 *
 * Returns: the last day of @period, %STREEK_DATE_NONE for no period
 */
StreekDate
streek_period_get_last_day (StreekPeriod period)
{
  int month;

  switch (period.kind)
    {
    case STREEK_PERIOD_YEAR:
      return streek_date_from_ymd (period.year, 12, 31);
    case STREEK_PERIOD_QUARTER:
      month = 3 * period.part;
      break;
    case STREEK_PERIOD_MONTH:
      month = period.part;
      break;
    case STREEK_PERIOD_DAY:
      return streek_period_get_first_day (period);
    default:
      return STREEK_DATE_NONE;
    }

  int last = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) period.year);

  return streek_date_from_ymd (period.year, month, last);
}

/**
 * streek_period_compare:
 *
 * Orders by first day, then the longer period first. No period comes before all.
 */
int
streek_period_compare (StreekPeriod a, StreekPeriod b)
{
  StreekDate first_a = streek_period_get_first_day (a);
  StreekDate first_b = streek_period_get_first_day (b);

  if (first_a != first_b)
    return first_a < first_b ? -1 : 1;

  return a.kind < b.kind ? -1 : a.kind > b.kind;
}

gboolean
streek_period_equal (StreekPeriod a, StreekPeriod b)
{
  return a.kind == b.kind && a.year == b.year && a.part == b.part && a.day == b.day;
}

/**
 * streek_period_range_contains:
 *
 * Returns: whether the whole of @period lies inside @range
 */
gboolean
streek_period_range_contains (StreekPeriodRange range, StreekPeriod period)
{
  if (range.first.kind != STREEK_PERIOD_NONE &&
      streek_period_get_first_day (period) < streek_period_get_first_day (range.first))
    return FALSE;

  return range.last.kind == STREEK_PERIOD_NONE ||
         streek_period_get_last_day (period) <= streek_period_get_last_day (range.last);
}

/**
 * streek_period_get_number:
 *
 * Returns: where @period stands in the row of all periods of its kind: the year, quarters and
 *   months since the year 0, or the day as #StreekDate counts it
 */
int
streek_period_get_number (StreekPeriod period)
{
  switch (period.kind)
    {
    case STREEK_PERIOD_QUARTER:
      return period.year * 4 + period.part - 1;
    case STREEK_PERIOD_MONTH:
      return period.year * 12 + period.part - 1;
    case STREEK_PERIOD_DAY:
      return streek_period_get_first_day (period);
    case STREEK_PERIOD_YEAR:
    default:
      return period.year;
    }
}

/**
 * streek_period_from_number:
 * @kind: a kind of period
 * @number: of streek_period_get_number(); of the years 1 to 9999
 *
 * Returns: the period of that kind that has the number
 */
StreekPeriod
streek_period_from_number (StreekPeriodKind kind, int number)
{
  StreekPeriod period = { .kind = kind, .year = (gint16) number };
  int per_year = kind == STREEK_PERIOD_QUARTER ? 4 : 12;
  int year, month, day;

  if (kind == STREEK_PERIOD_QUARTER || kind == STREEK_PERIOD_MONTH)
    {
      period.year = (gint16) (number / per_year);
      period.part = (guint8) (number % per_year + 1);
    }
  else if (kind == STREEK_PERIOD_DAY)
    {
      streek_date_to_ymd (number, &year, &month, &day);
      period.year = (gint16) year;
      period.part = (guint8) month;
      period.day = (guint8) day;
    }

  return period;
}
