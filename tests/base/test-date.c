/* test-date.c: calendar days and half-open intervals */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/streek-date.h"

static void
test_parse_reads_iso (void)
{
  g_autoptr (GError) error = NULL;
  StreekDate date;

  g_assert_true (streek_date_parse ("2019-01-01", &date, &error));
  g_assert_no_error (error);
  g_assert_cmpint (date, ==, streek_date_from_ymd (2019, 1, 1));
}

static void
test_parse_refuses_the_rest (void)
{
  const char *texts[] = { "",           "2019",       "2019-1-1",    "01/01/2019", "2019-02-29",
                          "2019-13-01", "2019-00-10", "2019-01-01 ", "x019-01-01", "0000-01-01" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      StreekDate date;

      g_assert_false (streek_date_parse (texts[i], &date, &error));
      g_assert_error (error, STREEK_DATE_ERROR, STREEK_DATE_ERROR_INVALID);
    }
}

/* GDate is the independent calendar: every day of it, and the days that it does not have. */
static void
test_counts_days_as_the_calendar (void)
{
  StreekDate expected = 1;

  for (int year = 1; year <= 9999; year++)
    for (int month = 1; month <= 12; month++)
      {
        int n_days = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);

        for (int day = 1; day <= n_days; day++)
          g_assert_cmpint (streek_date_from_ymd (year, month, day), ==, expected++);

        g_assert_cmpint (streek_date_from_ymd (year, month, n_days + 1), ==, STREEK_DATE_NONE);
      }

  GDate last;

  g_date_clear (&last, 1);
  g_date_set_dmy (&last, 31, G_DATE_DECEMBER, 9999);
  g_assert_cmpint (streek_date_from_ymd (9999, 12, 31), ==, g_date_get_julian (&last));
  g_assert_cmpint (streek_date_from_ymd (2019, 1, 0), ==, STREEK_DATE_NONE);
}

static void
test_to_string_round_trips (void)
{
  g_autofree char *leap = streek_date_to_string (streek_date_from_ymd (2024, 2, 29));
  g_autofree char *none = streek_date_to_string (STREEK_DATE_NONE);
  g_autofree char *open = streek_date_to_string (STREEK_DATE_OPEN);

  g_assert_cmpstr (leap, ==, "2024-02-29");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (open, ==, "");
}

static void
test_interval_excludes_its_end (void)
{
  StreekInterval interval = { streek_date_from_ymd (2004, 10, 22),
                              streek_date_from_ymd (2016, 1, 1) };
  StreekInterval next = { interval.to, STREEK_DATE_OPEN };

  g_assert_false (streek_interval_contains (interval, interval.from - 1));
  g_assert_true (streek_interval_contains (interval, interval.from));
  g_assert_true (streek_interval_contains (interval, interval.to - 1));
  g_assert_false (streek_interval_contains (interval, interval.to));
  g_assert_false (streek_interval_overlaps (interval, next));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date/parse/reads-iso", test_parse_reads_iso);
  g_test_add_func ("/base/date/parse/refuses-the-rest", test_parse_refuses_the_rest);
  g_test_add_func ("/base/date/from-ymd/counts-days-as-the-calendar",
                   test_counts_days_as_the_calendar);
  g_test_add_func ("/base/date/to-string/round-trips", test_to_string_round_trips);
  g_test_add_func ("/base/date/interval/excludes-its-end", test_interval_excludes_its_end);

  return g_test_run ();
}
