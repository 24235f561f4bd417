/* test-course.c: whether the figures of an area became better or worse over the last years */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "indicator/streek-course.h"

#include "figure-fixture.h"

#include <math.h>
#include <string.h>

#define ABC "streek:ABC"

static void
add (FigureFixture *fixture, const char *code, const char *period, const char *cells)
{
  figure_fixture_add_vector (fixture, code, period, "gemeente", "2018-01-01", "A B C", cells);
}

static void
set_direction (FigureFixture *fixture, const char *code, const char *direction)
{
  g_autofree char *sql = g_strdup_printf (
    "UPDATE ref_indicator SET direction = '%s' WHERE code = '%s'", direction, code);

  figure_fixture_execute (fixture, sql);
}

static void
add_count (FigureFixture *fixture, const char *code, const char *direction)
{
  figure_fixture_add_indicator (fixture, code, "count", NULL);
  set_direction (fixture, code, direction);
}

static FigureFixture *
new_fixture (void)
{
  FigureFixture *fixture = figure_fixture_new_letters ("ABCDEF");

  /* 100 in 2010, 60 in 2014, 80 in 2016, 66 in 2019; more is expected */
  add_count (fixture, "jobless", "lower_is_better");
  add (fixture, "jobless", "2010", "40 30 30");
  add (fixture, "jobless", "2014", "20 20 20");
  add (fixture, "jobless", "2016", "40 20 20");
  add (fixture, "jobless", "2019", "26 20p 20");
  add (fixture, "jobless", "2024", "1f 1f 1f");
  add_count (fixture, "jobs", "higher_is_better");
  add (fixture, "jobs", "2014", "20 20 20");
  add (fixture, "jobs", "2019", "26 20 20");
  add_count (fixture, "people", "neutral");
  add (fixture, "people", "2014", "100 100 100");
  add (fixture, "people", "2019", "200 100 100");
  /* the definition changed in 2017: 2018 and 2019 compare, 2014 does not */
  add_count (fixture, "redefined", "lower_is_better");
  add (fixture, "redefined", "2014", "1 1 1");
  add (fixture, "redefined", "2018", "20 20 20");
  add (fixture, "redefined", "2019", "10 20 20");
  add_count (fixture, "moved", "lower_is_better");
  add (fixture, "moved", "2018", "1 1 1");
  add (fixture, "moved", "2019", "9 9 9");
  figure_fixture_execute (fixture, "INSERT INTO ref_indicator_break (code, period, reason) VALUES "
                                   "('redefined', '2017', 'x'), ('moved', '2019', 'x')");
  /* a summer is held against a summer */
  add_count (fixture, "seasons", "lower_is_better");
  add (fixture, "seasons", "2018-Q1", "10 10 10");
  add (fixture, "seasons", "2018-Q3", "20 20 20");
  add (fixture, "seasons", "2019-Q3", "19 19 19");
  /* 10,0 % and 10,04 %: the same as it is rounded */
  figure_fixture_add_indicator (fixture, "part", "count", NULL);
  figure_fixture_add_indicator (fixture, "whole", "count", NULL);
  figure_fixture_add_indicator (fixture, "rate", "ratio", "part/whole");
  figure_fixture_execute (fixture, "UPDATE ref_indicator SET unit = '%' WHERE code = 'rate'");
  set_direction (fixture, "rate", "lower_is_better");
  add (fixture, "part", "2017", "1000 0 0");
  add (fixture, "whole", "2017", "10000 0 0");
  add (fixture, "part", "2018", "1200 0 0");
  add (fixture, "whole", "2018", "10000 0 0");
  add (fixture, "part", "2019", "1204 0 0");
  add (fixture, "whole", "2019", "10000 0 0");
  /* only a part is known of the first */
  add_count (fixture, "partial", "lower_is_better");
  figure_fixture_execute (fixture,
                          "UPDATE ref_indicator SET threshold_pct = 50 WHERE code = 'partial'");
  add (fixture, "partial", "2015", "1 1 unknown");
  add (fixture, "partial", "2019", "9 9 9");
  add_count (fixture, "hidden", "lower_is_better");
  add (fixture, "hidden", "2015", "1 1 1");
  add (fixture, "hidden", "2019", "hidden hidden hidden");
  add_count (fixture, "zero", "lower_is_better");
  add (fixture, "zero", "2015", "0 0 0");
  add (fixture, "zero", "2019", "1 1 1");
  figure_fixture_reload (fixture);

  return fixture;
}

static StreekDate
parse_day (const char *text)
{
  StreekDate day;

  g_assert_true (streek_date_parse (text, &day, NULL));

  return day;
}

/* By hand: 60 to 66 is +10 %; 300 to 400 a third more; 60 to 50 a sixth less; 60 to 57 5 % less;
 * 10.0 to 12.0 % two points. Five years before 2019 is 2014, not 2010. */
static void
test_judges_by_direction (void)
{
  static const struct
  {
    const char *code, *today;
    StreekCourseKind kind;
    const char *words;
  } cases[] = {
    { "jobless", "2026-01-01", STREEK_COURSE_WORSE,
      "from 60.0 n (2014) to 66.0 n (2019, provisional), +10.0 %: less favourable" },
    { "jobless", "2016-06-01", STREEK_COURSE_WORSE,
      "from 60.0 n (2014) to 80.0 n (2016), +33.3 %: less favourable" },
    { "jobless", "2014-06-01", STREEK_COURSE_BETTER,
      "from 100.0 n (2010) to 60.0 n (2014), −40.0 %: more favourable" },
    { "jobless", "2010-06-01", STREEK_COURSE_UNJUDGED,
      "100.0 n (2010). There is no figure of one to five years before to compare with." },
    { "jobs", "2026-01-01", STREEK_COURSE_BETTER,
      "from 60.0 n (2014) to 66.0 n (2019), +10.0 %: more favourable" },
    { "people", "2026-01-01", STREEK_COURSE_UNJUDGED,
      "from 300.0 n (2014) to 400.0 n (2019), +33.3 %: neither is better" },
    { "redefined", "2026-01-01", STREEK_COURSE_BETTER,
      "from 60.0 n (2018) to 50.0 n (2019), −16.7 %: more favourable" },
    { "moved", "2026-01-01", STREEK_COURSE_UNJUDGED,
      "27.0 n (2019). The series was broken, and nothing since is a year older." },
    { "seasons", "2026-01-01", STREEK_COURSE_BETTER,
      "from 60.0 n (Q3 2018) to 57.0 n (Q3 2019), −5.0 %: more favourable" },
    { "rate", "2026-01-01", STREEK_COURSE_WORSE,
      "from 10.0 % (2017) to 12.0 % (2019), +2.0 percentage points: less favourable" },
    { "partial", "2026-01-01", STREEK_COURSE_UNJUDGED,
      "27.0 n (2019). There is no figure of one to five years before to compare with." },
    { "zero", "2026-01-01", STREEK_COURSE_WORSE,
      "from 0.0 n (2015) to 3.0 n (2019), +3.0: less favourable" },
  };
  g_autoptr (FigureFixture) fixture = new_fixture ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const StreekIndicator *indicator =
        streek_catalogue_find (fixture->catalogue, cases[i].code, NULL);
      StreekCourse course;

      g_assert_true (streek_totals_judge_course (fixture->totals, cases[i].code, ABC,
                                                 parse_day (cases[i].today), &course, &error));
      g_assert_no_error (error);

      g_autofree char *words =
        streek_course_dup_words (&course, indicator, streek_format_get ("en"));

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpint (course.kind, ==, cases[i].kind);
      streek_course_clear (&course);
    }
}

/* 12.04 against 12.00 is no worsening: both are told as 12.0. */
static void
test_knows_the_same (void)
{
  g_autoptr (FigureFixture) fixture = new_fixture ();
  g_autoptr (GError) error = NULL;
  StreekCourse course;

  figure_fixture_execute (fixture, "DELETE FROM vector WHERE period = '2017'");
  figure_fixture_reload (fixture);
  g_assert_true (streek_totals_judge_course (fixture->totals, "rate", ABC, parse_day ("2026-01-01"),
                                             &course, &error));
  g_assert_cmpint (course.kind, ==, STREEK_COURSE_SAME);
  g_assert_true (course.is_compared);
  streek_course_clear (&course);
}

static void
test_says_what_is_not_there (void)
{
  static const char *const cases[][2] = {
    { "hidden", ABC }, { "gone", ABC }, { "jobless", "streek:NOWHERE" }, { "jobless", "gemeente:F" }
  };
  g_autoptr (FigureFixture) fixture = new_fixture ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      StreekCourse course;

      g_assert_true (streek_totals_judge_course (fixture->totals, cases[i][0], cases[i][1],
                                                 parse_day ("2026-01-01"), &course, &error));
      g_assert_no_error (error);
      g_assert_false (course.is_compared);
      g_assert_cmpint (course.kind, ==, STREEK_COURSE_UNJUDGED);
      g_assert_true (isnan (course.change));
      streek_course_clear (&course);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/indicator/course/judges-by-direction", test_judges_by_direction);
  g_test_add_func ("/indicator/course/knows-the-same", test_knows_the_same);
  g_test_add_func ("/indicator/course/says-what-is-not-there", test_says_what_is_not_there);

  return g_test_run ();
}
