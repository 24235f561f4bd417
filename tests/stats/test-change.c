/* test-change.c: changes in percent and in points, indices, and the way to a target */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-change.h"

#include <math.h>

static StreekPeriod
period (const char *text)
{
  StreekPeriod period;

  g_assert_true (streek_period_parse (text, &period, NULL));

  return period;
}

/* By hand. From 10 % to 12 % is two points or a fifth. */
static void
test_percent_and_points_differ (void)
{
  g_assert_cmpfloat_with_epsilon (streek_change_compute (STREEK_CHANGE_PERCENT, 10, 12), 20, 1e-12);
  g_assert_cmpfloat (streek_change_compute (STREEK_CHANGE_PERCENTAGE_POINTS, 10, 12), ==, 2);
  g_assert_cmpfloat (streek_change_compute (STREEK_CHANGE_ABSOLUTE, 12, 10), ==, -2);
  g_assert_cmpfloat (streek_change_compute (STREEK_CHANGE_PERCENT, 8, 0), ==, -100);
}

static void
test_missing_and_zero_give_none (void)
{
  g_assert_true (isnan (streek_change_compute (STREEK_CHANGE_PERCENT, 0, 5)));
  g_assert_true (isnan (streek_change_compute (STREEK_CHANGE_PERCENT, -4, 5)));
  g_assert_true (isnan (streek_change_compute (STREEK_CHANGE_PERCENT, NAN, 5)));
  g_assert_true (isnan (streek_change_compute (STREEK_CHANGE_ABSOLUTE, 5, NAN)));
  g_assert_true (isnan (streek_change_average (STREEK_CHANGE_PERCENT, 1, 2, 0)));
  g_assert_true (isnan (streek_change_average (STREEK_CHANGE_PERCENT, 1, -2, 3)));
  g_assert_cmpfloat (streek_change_compute (STREEK_CHANGE_ABSOLUTE, 0, 5), ==, 5);
}

/* 100 growing by 10 % a year is 121 after two years; 4 points in two years are 2 a year. */
static void
test_average_compounds (void)
{
  g_assert_cmpfloat_with_epsilon (streek_change_average (STREEK_CHANGE_PERCENT, 100, 121, 2), 10,
                                  1e-12);
  g_assert_cmpfloat (streek_change_average (STREEK_CHANGE_PERCENTAGE_POINTS, 10, 14, 2), ==, 2);
}

static void
test_years_between_periods (void)
{
  const struct
  {
    const char *from, *to;
    double years;
  } cases[] = {
    { "2010", "2020", 10 },
    { "2019-Q1", "2019-Q3", 0.5 },
    { "2018-11", "2020-02", 1.25 },
    { "2020", "2010", -10 },
    { "2019-Q4", "2020-Q1", 0.25 },
    { "2019", "2019-Q1", 0 },
    { "2001-01-01", "2401-01-01", 400 }, /* 146 097 days */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (
      streek_change_count_years (period (cases[i].from), period (cases[i].to)), cases[i].years,
      1e-12);

  g_assert_true (isnan (streek_change_count_years ((StreekPeriod){ 0 }, period ("2020"))));
}

static void
test_index_has_its_base (void)
{
  const double values[] = { 50, NAN, 80, 100, 0 };
  double index[5];

  g_assert_true (streek_index_series (values, 5, 2, index));
  g_assert_cmpfloat (index[0], ==, 62.5);
  g_assert_true (isnan (index[1]));
  g_assert_cmpfloat (index[2], ==, 100);
  g_assert_cmpfloat (index[3], ==, 125);
  g_assert_cmpfloat (index[4], ==, 0);

  for (gsize base = 1; base < 5; base += 3)
    {
      g_assert_false (streek_index_series (values, 5, base, index));
      g_assert_true (isnan (index[0]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/change/percent-and-points-differ", test_percent_and_points_differ);
  g_test_add_func ("/stats/change/missing-and-zero-give-none", test_missing_and_zero_give_none);
  g_test_add_func ("/stats/change/average-compounds", test_average_compounds);
  g_test_add_func ("/stats/change/years-between-periods", test_years_between_periods);
  g_test_add_func ("/stats/change/index-has-its-base", test_index_has_its_base);

  return g_test_run ();
}
