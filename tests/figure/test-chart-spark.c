/* test-chart-spark.c: the course of one series as a small drawing and as a sentence */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure/streek-chart-spark.h"
#include "streek-cube.h"

#include <math.h>
#include <string.h>

static StreekChart *
make (StreekCube *cube)
{
  g_autoptr (GError) error = NULL;
  StreekChart *chart = streek_cube_make (cube, "{\"kind\":\"line\"}", &error);

  g_assert_no_error (error);

  return chart;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;

  return n;
}

static char *
draw (const StreekChart *chart, int current)
{
  StreekSpark spark = { .size = { 150, 36 },
                        .line = { 0, 0, 0, 1 },
                        .accent = { 1, 0, 0, 1 },
                        .current = streek_period_from_year (current) };
  g_autoptr (StreekScene) scene = streek_chart_layout_spark (chart, &spark);

  return scene != NULL ? streek_scene_to_text (scene) : NULL;
}

/* A break before 2012 parts the line in two; 2010, 2014 and the current 2013 have dots. */
static void
test_ends_and_current_are_marked (void)
{
  const double values[] = { 18, 19, 24, 25, 26 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A", "n", 2010, 5, values);

  cube->cells[2].is_break = TRUE;

  g_autoptr (StreekChart) chart = make (cube);
  g_autofree char *text = draw (chart, 2013);
  g_autofree char *words = streek_chart_describe_spark (chart, streek_format_get ("nl"));

  g_assert_cmpuint (count (text, "stroke #000000 1.2"), ==, 2);
  g_assert_cmpuint (count (text, "circle "), ==, 3);
  g_assert_cmpuint (count (text, "#ff0000"), ==, 2); /* a rule and a dot */
  g_assert_cmpstr (words, ==, "From 18 in 2010 to 26 in 2014; break in the series: 2012");
}

/* 2011 is unknown: no line over it, and the moment is marked without a dot. */
static void
test_missing_is_not_bridged (void)
{
  const double values[] = { 18, NAN, 20, 22 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A", "n", 2010, 4, values);
  g_autoptr (StreekChart) chart = make (cube);
  g_autofree char *text = draw (chart, 2011);
  g_autofree char *first = streek_chart_dup_spark_end (chart, FALSE, streek_format_get ("nl"));
  g_autofree char *last = streek_chart_dup_spark_end (chart, TRUE, streek_format_get ("nl"));

  g_assert_cmpuint (count (text, "stroke #000000 1.2"), ==, 1);
  g_assert_cmpuint (count (text, "#ff0000"), ==, 1);
  g_assert_cmpstr (first, ==, "2010: 18");
  g_assert_cmpstr (last, ==, "2013: 22");
}

static void
test_one_value_is_no_course (void)
{
  const double values[] = { NAN, 19, NAN };
  g_autoptr (StreekCube) cube = streek_cube_new ("A", "n", 2010, 3, values);
  g_autoptr (StreekChart) chart = make (cube);

  g_assert_null (draw (chart, 2011));
  g_assert_null (streek_chart_describe_spark (chart, streek_format_get ("nl")));
  g_assert_null (streek_chart_dup_spark_end (chart, TRUE, streek_format_get ("nl")));
}

/* Equal values: a level line in the middle of 36 points. */
static void
test_level_line_lies_in_the_middle (void)
{
  const double values[] = { 7, 7 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A", "n", 2010, 2, values);
  g_autoptr (StreekChart) chart = make (cube);
  g_autofree char *text = draw (chart, 2000);

  g_assert_nonnull (strstr (text, "path 3.5 18 146.5 18 stroke"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/spark/ends-and-current-are-marked", test_ends_and_current_are_marked);
  g_test_add_func ("/figure/spark/missing-is-not-bridged", test_missing_is_not_bridged);
  g_test_add_func ("/figure/spark/one-value-is-no-course", test_one_value_is_no_course);
  g_test_add_func ("/figure/spark/level-line-lies-in-the-middle",
                   test_level_line_lies_in_the_middle);

  return g_test_run ();
}
