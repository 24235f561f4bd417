/* test-values.c: the table of values that everything else is made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-fixture.h"

#include <math.h>

#define LETTERS "A B C D E F"

static FigureFixture *
new_fixture (void)
{
  FigureFixture *fixture = figure_fixture_new_letters ("ABCDEF");

  figure_fixture_add_indicator (fixture, "count", "count", NULL);
  figure_fixture_add_indicator (fixture, "recast", "count", NULL);
  figure_fixture_add_indicator (fixture, "empty", "count", NULL);
  figure_fixture_add_vector (fixture, "count", "2017", "gemeente", "2000-01-01", LETTERS,
                             "1 2 4 8 16 32");
  figure_fixture_add_vector (fixture, "count", "2018", "gemeente", "2000-01-01", LETTERS,
                             "1.5 hidden 4 unknown 16 32");
  figure_fixture_add_vector (fixture, "recast", "2015", "nieuw", "2019-01-01", "AB C D E F",
                             "3 4 8 16 32");
  figure_fixture_reload (fixture);

  return fixture;
}

static void
assert_csv (FigureFixture *fixture, StreekValuesQuery query, const char *expected)
{
  g_autoptr (GError) error = NULL;

  query.min_coverage_pct = NAN;

  g_autoptr (StreekTable) table = streek_values_read (fixture->totals, &query, &error);

  g_assert_no_error (error);

  g_autofree char *csv = streek_table_to_csv (table, NULL);
  g_autofree char *all = g_strconcat ("indicator,set,area,area_name,on,period,value,unit,kind,"
                                      "basis,known,members,coverage_pct,note\n",
                                      expected, NULL);

  g_assert_cmpstr (csv, ==, all);
}

/* The parts are all known, but not what the source could not place in any of them. */
static void
test_sums_with_a_gap_are_marked (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  const StreekValuesQuery query = { .indicator = "count", .set = "streek", .min_coverage_pct = 0 };
  g_autoptr (GError) error = NULL;

  figure_fixture_add_vector (fixture, "count", "2019", "gemeente", "2000-01-01",
                             LETTERS " ~streek:DEF", "1 2 4 8 16 32 hidden");
  figure_fixture_reload (fixture);

  g_autoptr (StreekTable) table = streek_values_read (fixture->totals, &query, &error);
  guint value = (guint) streek_table_find_column (table, "value");

  g_assert_no_error (error);
  g_assert_false (streek_table_is_at_least (table, 0, value));
  g_assert_cmpfloat (streek_table_get_number (table, 1, value), ==, 56);
  g_assert_true (streek_table_is_at_least (table, 1, value));
}

static void
test_newest_period_of_a_set (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  assert_csv (fixture, (StreekValuesQuery){ .indicator = "count", .set = "gemeente" },
              "count,gemeente,A,A,2018-01-01,2018,1.5,n,,published,,,,\n"
              "count,gemeente,B,B,2018-01-01,2018,,n,hidden,,,,,\n"
              "count,gemeente,C,C,2018-01-01,2018,4,n,,published,,,,\n"
              "count,gemeente,D,D,2018-01-01,2018,,n,unknown,,0,1,0,\n"
              "count,gemeente,E,E,2018-01-01,2018,16,n,,published,,,,\n"
              "count,gemeente,F,F,2018-01-01,2018,32,n,,published,,,,\n");
}

static void
test_rows_by_period_then_area (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekPeriodRange range;

  g_assert_true (streek_period_range_parse ("2017..2018", &range, NULL));
  assert_csv (fixture,
              (StreekValuesQuery){ .indicator = "count", .set = "streek", .periods = range },
              "count,streek,ABC,ABC,2017-01-01,2017,7,n,,sum,3,3,100,\n"
              "count,streek,DEF,DEF,2017-01-01,2017,56,n,,sum,3,3,100,\n"
              "count,streek,ABC,ABC,2018-01-01,2018,,n,below_coverage,,2,3,66.67,"
              "\"How many people live in the missing part is not known; the share is one of "
              "municipalities. Only 66.7 % is known, where at least 90 % is asked.\"\n"
              "count,streek,DEF,DEF,2018-01-01,2018,,n,below_coverage,,2,3,66.67,"
              "\"How many people live in the missing part is not known; the share is one of "
              "municipalities. Only 66.7 % is known, where at least 90 % is asked.\"\n");
}

static void
test_within_and_one_area (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  StreekPeriodRange range;

  g_assert_true (streek_period_range_parse ("2017", &range, NULL));
  assert_csv (fixture,
              (StreekValuesQuery){
                .indicator = "count", .set = "gemeente", .within = "streek:DEF", .periods = range },
              "count,gemeente,D,D,2017-01-01,2017,8,n,,published,,,,\n"
              "count,gemeente,E,E,2017-01-01,2017,16,n,,published,,,,\n"
              "count,gemeente,F,F,2017-01-01,2017,32,n,,published,,,,\n");
  assert_csv (fixture,
              (StreekValuesQuery){ .indicator = "count", .area = "streek:DEF", .periods = range },
              "count,streek,DEF,DEF,2017-01-01,2017,56,n,,sum,3,3,100,\n");
}

/* A series that exists only on later areas is shown on those, unless a date is asked. */
static void
test_recast_series (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  assert_csv (fixture, (StreekValuesQuery){ .indicator = "recast", .area = "streek:ABC" },
              "recast,streek,ABC,ABC,2019-01-01,2015,7,n,,sum,3,3,100,"
              "The source has this series only on the areas of 1 January 2019.\n");
  assert_csv (fixture,
              (StreekValuesQuery){ .indicator = "recast",
                                   .area = "gemeente:A",
                                   .on = streek_date_from_ymd (2015, 1, 1) },
              "recast,gemeente,A,A,2015-01-01,2015,,n,not_splittable,,0,1,0,"
              "\"The source only has a figure for a larger area, and that cannot be split.\"\n");
}

static void
test_nearest_date_is_said (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  assert_csv (fixture,
              (StreekValuesQuery){ .indicator = "count",
                                   .area = "nieuw:AB",
                                   .on = streek_date_from_ymd (2017, 1, 1),
                                   .periods = { { .kind = STREEK_PERIOD_YEAR, .year = 2017 },
                                                { .kind = STREEK_PERIOD_YEAR, .year = 2017 } } },
              "count,nieuw,AB,AB,2019-01-01,2017,3,n,,sum,2,2,100,"
              "\"Areas of 1 January 2019, the nearest date there were any.\"\n");
}

static void
test_what_cannot_be_read (void)
{
  static const struct
  {
    const char *indicator;
    const char *period;
    int code;
  } cases[] = {
    { "nothing", "2018", STREEK_INDICATOR_ERROR_UNKNOWN },
    { "count", "1999", STREEK_INDICATOR_ERROR_NO_PERIOD },
    { "empty", "2018", STREEK_INDICATOR_ERROR_NO_PERIOD },
  };
  g_autoptr (FigureFixture) fixture = new_fixture ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      StreekValuesQuery query = { .indicator = cases[i].indicator,
                                  .set = "gemeente",
                                  .min_coverage_pct = NAN };

      g_assert_true (streek_period_range_parse (cases[i].period, &query.periods, NULL));
      g_assert_null (streek_values_read (fixture->totals, &query, &error));
      g_assert_error (error, STREEK_INDICATOR_ERROR, cases[i].code);
    }

  g_autoptr (GError) error = NULL;
  StreekValuesQuery query = { .indicator = "count", .set = "kanton", .min_coverage_pct = NAN };

  g_assert_null (streek_values_read (fixture->totals, &query, &error));
  g_assert_error (error, STREEK_AREA_ERROR, STREEK_AREA_ERROR_UNKNOWN_SET);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicator/values/sums-with-a-gap-are-marked", test_sums_with_a_gap_are_marked);
  g_test_add_func ("/indicator/values/newest-period-of-a-set", test_newest_period_of_a_set);
  g_test_add_func ("/indicator/values/rows-by-period-then-area", test_rows_by_period_then_area);
  g_test_add_func ("/indicator/values/within-and-one-area", test_within_and_one_area);
  g_test_add_func ("/indicator/values/recast-series", test_recast_series);
  g_test_add_func ("/indicator/values/nearest-date-is-said", test_nearest_date_is_said);
  g_test_add_func ("/indicator/values/what-cannot-be-read", test_what_cannot_be_read);

  return g_test_run ();
}
