/* test-period.c: years, quarters, months and days as figures name them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/streek-period.h"

static const struct
{
  const char *text;
  const char *first;
  const char *last;
} cases[] = {
  { "2019", "2019-01-01", "2019-12-31" },       { "2019-Q1", "2019-01-01", "2019-03-31" },
  { "2023-Q4", "2023-10-01", "2023-12-31" },    { "2024-02", "2024-02-01", "2024-02-29" },
  { "2019-01-01", "2019-01-01", "2019-01-01" },
};

static void
test_first_and_last_day (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      StreekPeriod period;

      g_assert_true (streek_period_parse (cases[i].text, &period, &error));
      g_assert_no_error (error);

      g_autofree char *text = streek_period_to_string (period);
      g_autofree char *first = streek_date_to_string (streek_period_get_first_day (period));
      g_autofree char *last = streek_date_to_string (streek_period_get_last_day (period));

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpstr (last, ==, cases[i].last);
    }
}

/* Counted by hand: 2019-Q4 is 2019 × 4 + 3, and so one before 2020-Q1. */
static void
test_numbers_follow_each_other (void)
{
  static const struct
  {
    const char *period;
    const char *next;
  } pairs[] = {
    { "2019", "2020" },       { "2019-Q4", "2020-Q1" },       { "2019-12", "2020-01" },
    { "2020-02", "2020-03" }, { "2020-02-29", "2020-03-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      StreekPeriod period, next;

      g_assert_true (streek_period_parse (pairs[i].period, &period, NULL));
      g_assert_true (streek_period_parse (pairs[i].next, &next, NULL));
      g_assert_cmpint (streek_period_get_number (next), ==, streek_period_get_number (period) + 1);
      g_assert_true (streek_period_equal (
        streek_period_from_number (period.kind, streek_period_get_number (period) + 1), next));
    }
}

static void
test_parse_refuses_the_rest (void)
{
  const char *texts[] = {
    "", "19", "2019-", "2019-Q5", "2019-13", "2019Q1", "2019-1", "2019-02-30"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      StreekPeriod period;

      g_assert_false (streek_period_parse (texts[i], &period, &error));
      g_assert_error (error, STREEK_PERIOD_ERROR, STREEK_PERIOD_ERROR_INVALID);
    }
}

static void
test_range_includes_both_ends (void)
{
  g_autoptr (GError) error = NULL;
  StreekPeriodRange range;

  g_assert_true (streek_period_range_parse ("2010..2019", &range, &error));
  g_assert_no_error (error);
  g_assert_true (streek_period_range_contains (range, streek_period_from_year (2010)));
  g_assert_true (streek_period_range_contains (range, streek_period_from_year (2019)));
  g_assert_false (streek_period_range_contains (range, streek_period_from_year (2020)));

  g_assert_false (streek_period_range_parse ("2019..2010", &range, &error));
  g_assert_error (error, STREEK_PERIOD_ERROR, STREEK_PERIOD_ERROR_INVALID);
}

static void
test_compare_orders_by_first_day (void)
{
  StreekPeriod year, quarter, month;

  g_assert_true (streek_period_parse ("2019", &year, NULL));
  g_assert_true (streek_period_parse ("2019-Q1", &quarter, NULL));
  g_assert_true (streek_period_parse ("2019-02", &month, NULL));
  g_assert_cmpint (streek_period_compare (year, quarter), <, 0);
  g_assert_cmpint (streek_period_compare (month, quarter), >, 0);
  g_assert_cmpint (streek_period_compare (year, year), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/period/numbers-follow-each-other", test_numbers_follow_each_other);
  g_test_add_func ("/base/period/first-and-last-day", test_first_and_last_day);
  g_test_add_func ("/base/period/parse/refuses-the-rest", test_parse_refuses_the_rest);
  g_test_add_func ("/base/period/range/includes-both-ends", test_range_includes_both_ends);
  g_test_add_func ("/base/period/compare/orders-by-first-day", test_compare_orders_by_first_day);

  return g_test_run ();
}
