/* streek-date.c: one calendar day, and the half-open intervals that areas are valid in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/streek-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (streek_date_error, streek_date_error)

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Days of a common year before the first of each month, and of the whole year. */
static const int days_before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };

/**
 * streek_date_from_ymd:
 *
 * The day with number 1 is 1 January of the year 1 in the Gregorian calendar, as in #GDate; series
 * ask for so many days that the checks of that were felt.
 *
 * Returns: the day, or %STREEK_DATE_NONE where the calendar has no such day
 */
StreekDate
streek_date_from_ymd (int year, int month, int day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
    return STREEK_DATE_NONE;

  gboolean is_leap = is_leap_year (year);
  int n_days = days_before[month] - days_before[month - 1] + (is_leap && month == 2);

  if (day > n_days)
    return STREEK_DATE_NONE;

  int before = year - 1;

  return 365 * before + before / 4 - before / 100 + before / 400 + days_before[month - 1] +
         (is_leap && month > 2) + day;
}

/**
 * streek_date_to_ymd:
 * @date: a day; neither %STREEK_DATE_NONE nor %STREEK_DATE_OPEN
 */
void
streek_date_to_ymd (StreekDate date, int *year, int *month, int *day)
{
  g_return_if_fail (date > STREEK_DATE_NONE && date < STREEK_DATE_OPEN);

  GDate calendar;

  g_date_clear (&calendar, 1);
  g_date_set_julian (&calendar, (guint32) date);

  if (year != NULL)
    *year = g_date_get_year (&calendar);
  if (month != NULL)
    *month = g_date_get_month (&calendar);
  if (day != NULL)
    *day = g_date_get_day (&calendar);
}

static gboolean
read_digits (const char *text, guint n, int *number)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;

      value = value * 10 + (text[i] - '0');
    }

  *number = value;

  return TRUE;
}

/**
 * streek_date_parse:
 * @text: a day as ISO 8601 writes it, "2019-01-01"
 * @date: (out): the day
 * @error: return location for %STREEK_DATE_ERROR_INVALID
 *
 * Returns: %FALSE with @error set where @text is anything else, or no day of the calendar
 */
gboolean
streek_date_parse (const char *text, StreekDate *date, GError **error)
{
  int year, month, day;

  if (text != NULL && strlen (text) == 10 && text[4] == '-' && text[7] == '-' &&
      read_digits (text, 4, &year) && read_digits (text + 5, 2, &month) &&
      read_digits (text + 8, 2, &day))
    {
      *date = streek_date_from_ymd (year, month, day);

      if (*date != STREEK_DATE_NONE)
        return TRUE;
    }

  g_set_error (error, STREEK_DATE_ERROR, STREEK_DATE_ERROR_INVALID,
               /* Translators: %s is what was typed; keep the example as it is. */
               _ ("“%s” is not a date; write it as 2019-01-31."), text != NULL ? text : "");

  return FALSE;
}

/**
 * streek_date_to_string:
 *
 * Returns: (transfer full): "2019-01-01"; an empty text for %STREEK_DATE_NONE and
 *   %STREEK_DATE_OPEN
 */
char *
streek_date_to_string (StreekDate date)
{
  int year, month, day;

  if (date <= STREEK_DATE_NONE || date == STREEK_DATE_OPEN)
    return g_strdup ("");

  streek_date_to_ymd (date, &year, &month, &day);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

gboolean
streek_interval_contains (StreekInterval interval, StreekDate date)
{
  return interval.from <= date && date < interval.to;
}

gboolean
streek_interval_overlaps (StreekInterval a, StreekInterval b)
{
  return a.from < b.to && b.from < a.to;
}
