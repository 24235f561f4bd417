/* test-latest.c: the last figure of an area up to a day */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-figure-place.h"
#include "indicator/streek-latest.h"

#include "figure-fixture.h"

#include <math.h>
#include <string.h>

#define ABC "streek:ABC"

static void
add (FigureFixture *fixture, const char *code, const char *period, const char *cells)
{
  figure_fixture_add_vector (fixture, code, period, "gemeente", "2018-01-01", "A B C", cells);
}

/* A count of which 2020 is known for one municipality of three, and 2021 is a projection; months
 * and years of what flows; ratios. */
static FigureFixture *
new_fixture (void)
{
  FigureFixture *fixture = figure_fixture_new_letters ("ABCDEF");

  figure_fixture_add_indicator (fixture, "jobless", "count", NULL);
  figure_fixture_add_indicator (fixture, "secret", "count", NULL);
  figure_fixture_add_indicator (fixture, "none", "count", NULL);
  figure_fixture_add_indicator (fixture, "births", "count", NULL);
  figure_fixture_add_indicator (fixture, "young", "count", NULL);
  figure_fixture_add_indicator (fixture, "people", "count", NULL);
  figure_fixture_add_indicator (fixture, "share", "ratio", "young/people");
  figure_fixture_execute (fixture,
                          "UPDATE ref_indicator SET time_kind = 'flow' WHERE code = 'births'");
  add (fixture, "jobless", "2018", "1 2 3");
  add (fixture, "jobless", "2019", "0 0p 0");
  add (fixture, "jobless", "2020", "3 unknown unknown");
  add (fixture, "jobless", "2021", "5f 6f 7f");
  add (fixture, "secret", "2019", "hidden hidden hidden");
  add (fixture, "births", "2018", "10 20 30");
  add (fixture, "births", "2019-02", "1 2 3");
  add (fixture, "young", "2019", "1 1 0");
  add (fixture, "people", "2019", "10 90 100");
  figure_fixture_reload (fixture);

  return fixture;
}

static StreekDate
parse_day (const char *text)
{
  StreekDate day = STREEK_DATE_NONE;

  g_assert_true (text == NULL || streek_date_parse (text, &day, NULL));

  return day;
}

static StreekPeriod
parse_period (const char *text)
{
  StreekPeriod period = { 0 };

  g_assert_true (text == NULL || streek_period_parse (text, &period, NULL));

  return period;
}

static void
find (FigureFixture *fixture,
      const char *code,
      const char *period,
      const char *until,
      const char *like,
      StreekLatest *latest)
{
  g_autoptr (GError) error = NULL;
  StreekLatestQuery query = { code, ABC, parse_period (period), parse_day (until),
                              parse_period (like) };

  g_assert_true (streek_totals_find_latest (fixture->totals, &query, latest, &error));
  g_assert_no_error (error);
  g_assert_true ((latest->total.missing == STREEK_MISSING_NONE) == isfinite (latest->total.value));
}

/* By hand, from the vectors above; a stock of 1 January 2019 is there on that day. NULL: of no
 * period. */
static void
test_takes_the_last_that_is_known (void)
{
  static const struct
  {
    const char *code, *period, *until, *like;
    const char *found, *missing, *says;
    double value;
  } cases[] = {
    { "jobless", NULL, "2018-06-30", NULL, "2018", "value", NULL, 6 },
    { "jobless", NULL, "2019-01-01", NULL, "2019", "value", "provisional", 0 },
    { "jobless", NULL, "2020-12-31", NULL, "2019", "value", "no figure of 2020", 0 },
    { "jobless", NULL, NULL, NULL, "2019", "value", "2021 is a projection", 0 },
    { "jobless", NULL, "2017-12-31", NULL, NULL, "unknown", "up to 31 December 2017", NAN },
    { "jobless", "2018", NULL, NULL, "2018", "value", NULL, 6 },
    { "jobless", "2020", NULL, NULL, "2020", "below_coverage", NULL, NAN },
    { "jobless", "2021", NULL, NULL, NULL, "unknown", "2021 is a projection", NAN },
    { "jobless", "2030", NULL, NULL, NULL, "unknown", "for 2030", NAN },
    { "secret", NULL, NULL, NULL, "2019", "hidden", NULL, NAN },
    { "none", NULL, NULL, NULL, NULL, "unknown", "in this file", NAN },
    { "births", NULL, NULL, NULL, "2019-02", "value", NULL, 6 },
    { "births", NULL, NULL, "2017", "2018", "value", NULL, 60 },
    { "births", NULL, NULL, "2017-Q1", "2019-02", "value", NULL, 6 },
    { "births", NULL, "2018-12-30", NULL, NULL, "unknown", "30 December 2018", NAN },
    { "share", NULL, NULL, NULL, "2019", "value", NULL, 1 }, /* 100 × 2 / 200, not 3.7 */
    { "gone", NULL, NULL, NULL, NULL, "unknown", "gone", NAN },
  };
  g_autoptr (FigureFixture) fixture = new_fixture ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StreekLatest latest;

      find (fixture, cases[i].code, cases[i].period, cases[i].until, cases[i].like, &latest);
      g_test_message ("%s: %s", cases[i].code, latest.total.note);
      g_assert_true (streek_period_equal (latest.period, parse_period (cases[i].found)));
      g_assert_cmpstr (streek_missing_get_id (latest.total.missing), ==, cases[i].missing);
      if (!isnan (cases[i].value))
        g_assert_cmpfloat_with_epsilon (latest.total.value, cases[i].value, 1e-9);
      if (cases[i].says != NULL)
        g_assert_nonnull (strstr (latest.total.note, cases[i].says));
      streek_latest_clear (&latest);
    }
}

static void
test_says_what_is_not_there (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  g_autoptr (GError) error = NULL;
  StreekLatestQuery query = { .indicator = "jobless", .area = "streek:NOWHERE" };
  StreekLatest latest;

  g_assert_true (streek_totals_find_latest (fixture->totals, &query, &latest, &error));
  g_assert_no_error (error);
  g_assert_cmpint (latest.total.missing, ==, STREEK_MISSING_UNKNOWN);
  g_assert_nonnull (strstr (latest.total.note, "NOWHERE"));
  streek_latest_clear (&latest);
}

static void
assert_words (FigureFixture *fixture, const char *code, const char *until, const char *expected)
{
  StreekLatest latest;

  find (fixture, code, NULL, until, NULL, &latest);

  g_autofree char *words = streek_latest_dup_words (
    &latest, streek_catalogue_find (fixture->catalogue, code, NULL), streek_format_get ("en"));

  g_assert_cmpstr (words, ==, expected);
  streek_latest_clear (&latest);
}

/* The unit of every indicator of the fixture is "n", and each has one decimal. */
static void
test_reads_as_words (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();

  assert_words (fixture, "jobless", "2018-06-30", "6.0 n (2018)");
  assert_words (fixture, "jobless", "2019-06-30", "0.0 n (2019, provisional)");
  assert_words (fixture, "secret", NULL, "no figure (confidential)");
}

/* By hand: ABC has no share of its own; AB is two thirds of it, C one, and ALL is twice as large,
 * so AB is most alike. Of AB alone no older figure counts, and a part of less than half never. */
static void
test_says_where_there_is_one (void)
{
  g_autoptr (FigureFixture) fixture = figure_fixture_new_letters ("ABCDEF");
  StreekLatest near, wide, small;

  figure_fixture_add_indicator (fixture, "n", "count", NULL);
  figure_fixture_add_indicator (fixture, "d", "count", NULL);
  figure_fixture_add_indicator (fixture, "share", "ratio", "n/d");
  figure_fixture_add_indicator (fixture, "index", "other", NULL);
  figure_fixture_add_indicator (fixture, "part", "ratio", "n/d");
  figure_fixture_add_vector (fixture, "share", "2019", "nieuw", "2019-01-01", "AB C", "28.8 10");
  figure_fixture_add_vector (fixture, "share", "2018", "land", "2018-01-01", "ALL", "5");
  figure_fixture_add_vector (fixture, "index", "2019", "land", "2018-01-01", "ALL", "7");
  figure_fixture_add_vector (fixture, "part", "2019", "nieuw", "2019-01-01", "C", "3");
  figure_fixture_reload (fixture);

  find (fixture, "share", NULL, NULL, NULL, &near);
  find (fixture, "index", NULL, NULL, NULL, &wide);
  find (fixture, "part", NULL, NULL, NULL, &small);

  g_assert_cmpint (near.total.missing, !=, STREEK_MISSING_NONE);
  g_assert_cmpstr (near.elsewhere, ==,
                   "no figure for streek ABC, but one for nieuw AB: 28.8 n (2019)");
  g_assert_nonnull (strstr (near.total.note, "only figures of other areas"));

  g_autofree char *map = streek_latest_dup_place (&near, "map", "part", "streek:ABC", NULL);
  g_autofree char *chart =
    streek_latest_dup_place (&near, "chart", "part", "streek:ABC", "target:12");
  g_autofree char *own = streek_latest_dup_place (&small, "map", "part", "gemeente:A", NULL);

  g_assert_cmpstr (map, ==, "map:part/nieuw:AB/2019/streek:ABC");
  g_assert_cmpstr (chart, ==, "chart:part/nieuw:AB//streek:ABC/target:12");
  g_assert_true (g_str_has_prefix (own, "map:part/gemeente:A/"));
  g_assert_null (strstr (near.total.note, "denominator"));
  g_assert_cmpstr (wide.elsewhere, ==,
                   "no figure for streek ABC, but one for land ALL: 7.0 n (2019)");
  g_assert_null (small.elsewhere);

  streek_latest_clear (&near);
  streek_latest_clear (&wide);
  streek_latest_clear (&small);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/indicator/latest/takes-the-last-that-is-known",
                   test_takes_the_last_that_is_known);
  g_test_add_func ("/indicator/latest/says-what-is-not-there", test_says_what_is_not_there);
  g_test_add_func ("/indicator/latest/says-where-there-is-one", test_says_where_there_is_one);
  g_test_add_func ("/indicator/latest/reads-as-words", test_reads_as_words);

  return g_test_run ();
}
