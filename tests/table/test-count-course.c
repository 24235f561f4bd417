/* test-count-course.c: what was counted through time: gaps stay gaps, and words say the same */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table/streek-count-course.h"

static void
add (StreekCountCourse *course, const char *period, double value, StreekQualifier qualifier)
{
  g_autofree char *said = streek_format_number (streek_format_get ("en"), value, 0);
  StreekPeriod parsed = { 0 };

  if (period != NULL)
    g_assert_true (streek_period_parse (period, &parsed, NULL));
  streek_count_course_add (course, parsed, value, qualifier, said);
}

/* "-" where a line leads to the point, "." where none does */
static char *
dup_joins (const StreekCountCourse *course)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < streek_count_course_get_n_points (course); i++)
    g_string_append_c (text, streek_count_course_is_joined (course, i) ? '-' : '.');

  return g_string_free (text, FALSE);
}

static void
check (const StreekCountCourse *course, const char *joins, const char *words)
{
  g_autofree char *found = dup_joins (course);
  g_autofree char *said = streek_count_course_dup_words (course, streek_format_get ("en"));

  g_assert_cmpstr (found, ==, joins);
  g_assert_cmpstr (said, ==, words);
}

/* Entered in any order; 2015 was not counted, and 350 is more than either end. */
static void
test_years (void)
{
  g_autoptr (StreekCountCourse) course = streek_count_course_new ();

  add (course, "2017", 350, STREEK_QUALIFIER_NONE);
  add (course, "2014", 120, STREEK_QUALIFIER_NONE);
  add (course, "2018", 310, STREEK_QUALIFIER_NONE);
  add (course, "2016", 200, STREEK_QUALIFIER_NONE);

  check (course, "..--", "From 120 (2014) to 310 (2018). Highest: 350 (2017). No count of 2015.");
  g_assert_true (streek_count_course_is_exact (course));
  g_assert_cmpint (streek_count_course_find_double (course), ==, -1);
}

static void
test_what_is_not_exact (void)
{
  g_autoptr (StreekCountCourse) course = streek_count_course_new ();

  add (course, "2014", 500, STREEK_QUALIFIER_ABOUT);
  add (course, "2015", 480, STREEK_QUALIFIER_NONE);
  add (course, "2016", 600, STREEK_QUALIFIER_ABOVE);

  check (course, ".--", "From about 500 (2014) to more than 600 (2016).");
  g_assert_false (streek_count_course_is_exact (course));
}

/* Every third month, of which October 2014 and three from April 2015 are missing: those of July
 * 2014 and January 2015 lie six months apart, January and the next January twelve. */
static void
test_gaps_follow_the_usual_step (void)
{
  g_autoptr (StreekCountCourse) course = streek_count_course_new ();

  add (course, "2014-01", 1, STREEK_QUALIFIER_NONE);
  add (course, "2014-04", 2, STREEK_QUALIFIER_NONE);
  add (course, "2014-07", 3, STREEK_QUALIFIER_NONE);
  add (course, "2015-01", 4, STREEK_QUALIFIER_NONE);
  add (course, "2016-01", 5, STREEK_QUALIFIER_NONE);

  check (course, ".--..",
         "From 1 (January 2014) to 5 (January 2016). No count of October 2014, April 2015–October "
         "2015.");
}

/* Days come when they come: a year without one is a gap. */
static void
test_days (void)
{
  g_autoptr (StreekCountCourse) course = streek_count_course_new ();

  add (course, "2014-03-03", 10, STREEK_QUALIFIER_NONE);
  add (course, "2014-03-05", 11, STREEK_QUALIFIER_NONE);
  add (course, "2015-11-01", 12, STREEK_QUALIFIER_NONE);
  add (course, "2017-01-15", 13, STREEK_QUALIFIER_NONE);

  check (course, ".--.", "From 10 (3 March 2014) to 13 (15 January 2017). No count of 2016.");
}

/* What a year brought is not held against what a month did. */
static void
test_periods_of_other_lengths_are_not_joined (void)
{
  g_autoptr (StreekCountCourse) course = streek_count_course_new ();

  add (course, "2014", 120, STREEK_QUALIFIER_NONE);
  add (course, "2015", 130, STREEK_QUALIFIER_NONE);
  add (course, "2016-01", 12, STREEK_QUALIFIER_NONE);
  add (course, "2016-02", 13, STREEK_QUALIFIER_NONE);
  add (course, NULL, 500, STREEK_QUALIFIER_ABOUT);

  check (course, ".-.-",
         "From 120 (2014) to 13 (February 2016). Highest: 130 (2015). Not all periods are equally "
         "long. 1 count has no date and is left out.");
}

static void
test_two_of_one_period (void)
{
  g_autoptr (StreekCountCourse) course = streek_count_course_new ();

  add (course, "2014", 5, STREEK_QUALIFIER_NONE);
  add (course, "2013", 4, STREEK_QUALIFIER_NONE);
  add (course, "2014", 6, STREEK_QUALIFIER_NONE);

  g_assert_cmpint (streek_count_course_find_double (course), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/count-course/years", test_years);
  g_test_add_func ("/table/count-course/what-is-not-exact", test_what_is_not_exact);
  g_test_add_func ("/table/count-course/gaps-follow-the-usual-step",
                   test_gaps_follow_the_usual_step);
  g_test_add_func ("/table/count-course/days", test_days);
  g_test_add_func ("/table/count-course/periods-of-other-lengths-are-not-joined",
                   test_periods_of_other_lengths_are_not_joined);
  g_test_add_func ("/table/count-course/two-of-one-period", test_two_of_one_period);

  return g_test_run ();
}
