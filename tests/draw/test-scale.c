/* test-scale.c: places on an axis, and the numbers at it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/streek-scale.h"

#include <math.h>

static void
test_there_and_back (void)
{
  const StreekScale scales[] = {
    streek_scale_linear (10, 30, 100, 0), streek_scale_log (1, 1000, 0, 300),
    streek_scale_time (streek_period_from_year (2010), streek_period_from_year (2020), 0, 365)
  };
  const double values[] = { 15, 10, 735000 };
  /* a quarter of the way down; a third of the decades */
  const double places[] = { 75, 100 };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      double at = streek_scale_to_position (&scales[i], values[i]);

      if (i < G_N_ELEMENTS (places))
        g_assert_cmpfloat_with_epsilon (at, places[i], 1e-9);

      g_assert_cmpfloat_with_epsilon (streek_scale_to_value (&scales[i], at), values[i], 1e-6);
      g_assert_true (isnan (streek_scale_to_position (&scales[i], NAN)));
    }

  g_assert_true (isnan (streek_scale_to_position (&scales[1], 0)));
}

/* Steps of 1, 2 and 5: the nearest in proportion to what was wanted. */
static void
test_steps_are_round (void)
{
  static const struct
  {
    double lower, upper;
    guint n;
    double step, rounded_lower, rounded_upper;
  } cases[] = {
    { 0, 97, 5, 20, 0, 100 },         { 16.9, 24.9, 5, 2, 16, 26 },     { -3, 12, 5, 2, -4, 12 },
    { 0, 523248, 5, 100000, 0, 6e5 }, { 0.12, 0.48, 4, 0.1, 0.1, 0.5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StreekScale scale = streek_scale_linear (cases[i].lower, cases[i].upper, 0, 100);

      g_assert_cmpfloat_with_epsilon (streek_scale_get_step (&scale, cases[i].n), cases[i].step,
                                      1e-9);
      streek_scale_round (&scale, cases[i].n);
      g_assert_cmpfloat_with_epsilon (scale.lower, cases[i].rounded_lower, 1e-9);
      g_assert_cmpfloat_with_epsilon (scale.upper, cases[i].rounded_upper, 1e-9);
    }
}

static void
test_labels_are_dutch (void)
{
  StreekScale scale = streek_scale_linear (0, 2000, 0, 100);
  StreekScale small = streek_scale_linear (0, 1, 0, 100);
  const StreekFormat *format = streek_format_get ("nl");
  g_autoptr (GArray) ticks = streek_scale_list_ticks (&scale, 4, format);
  g_autoptr (GArray) parts = streek_scale_list_ticks (&small, 5, format);

  g_assert_cmpuint (ticks->len, ==, 5);
  g_assert_cmpstr (g_array_index (ticks, StreekTick, 2).label, ==, "1.000");
  g_assert_cmpstr (g_array_index (parts, StreekTick, 1).label, ==, "0,2");
}

static void
test_one_value_has_a_place (void)
{
  StreekScale scale = streek_scale_linear (8, 8, 0, 100);
  StreekScale moment =
    streek_scale_time (streek_period_from_year (2019), streek_period_from_year (2019), 0, 100);

  g_assert_cmpfloat (streek_scale_to_position (&scale, 8), ==, 50);
  g_assert_cmpfloat (streek_scale_to_position (
                       &moment, streek_period_get_first_day (streek_period_from_year (2019))),
                     ==, 50);
}

static char *
name_years (const StreekPeriod *years, guint n_years, guint n_labels)
{
  StreekScale scale = streek_scale_time (years[0], years[n_years - 1], 0, 400);
  g_autoptr (GArray) ticks =
    streek_scale_list_period_ticks (&scale, years, n_years, n_labels, streek_format_get ("nl"));
  GString *names = g_string_new (NULL);

  g_assert_cmpuint (ticks->len, ==, n_years);

  for (guint i = 0; i < ticks->len; i++)
    if (*g_array_index (ticks, StreekTick, i).label != '\0')
      g_string_append_printf (names, "%s ", g_array_index (ticks, StreekTick, i).label);

  return g_string_free (names, FALSE);
}

/* Twenty years with room for six names: the first, every fifth as a round one, and the last only
 * where it does not stand close to one of those. */
static void
test_years_are_thinned_out (void)
{
  StreekPeriod years[21];

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    years[i] = streek_period_from_year (2001 + (int) i);

  g_autofree char *names = name_years (years, G_N_ELEMENTS (years), 6);

  g_assert_cmpstr (names, ==, "2001 2005 2010 2015 2020 ");
}

/* A census, a register and a last year that stands alone: both ends are named. */
static void
test_lone_years_at_the_ends_are_named (void)
{
  static const int counted[] = { 2001, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2019 };
  StreekPeriod years[G_N_ELEMENTS (counted)];

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    years[i] = streek_period_from_year (counted[i]);

  g_autofree char *names = name_years (years, G_N_ELEMENTS (years), 9);

  g_assert_cmpstr (names, ==, "2001 2010 2012 2014 2019 ");
}

static void
test_months_are_named_by_their_year (void)
{
  StreekPeriod months[36];

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    months[i] = (StreekPeriod){ .kind = STREEK_PERIOD_MONTH,
                                .year = (gint16) (2022 + i / 12),
                                .part = (guint8) (1 + i % 12) };

  StreekScale scale = streek_scale_time (months[0], months[35], 0, 400);
  g_autoptr (GArray) years =
    streek_scale_list_period_ticks (&scale, months, 36, 8, streek_format_get ("nl"));
  g_autoptr (GArray) one =
    streek_scale_list_period_ticks (&scale, months, 12, 12, streek_format_get ("nl"));

  g_assert_cmpstr (g_array_index (years, StreekTick, 12).label, ==, "2023");
  g_assert_cmpstr (g_array_index (years, StreekTick, 13).label, ==, "");
  g_assert_cmpstr (g_array_index (one, StreekTick, 2).label, ==, "mrt 2022");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/scale/there-and-back", test_there_and_back);
  g_test_add_func ("/draw/scale/steps-are-round", test_steps_are_round);
  g_test_add_func ("/draw/scale/labels-are-dutch", test_labels_are_dutch);
  g_test_add_func ("/draw/scale/one-value-has-a-place", test_one_value_has_a_place);
  g_test_add_func ("/draw/scale/years-are-thinned-out", test_years_are_thinned_out);
  g_test_add_func ("/draw/scale/lone-years", test_lone_years_at_the_ends_are_named);
  g_test_add_func ("/draw/scale/months-are-named-by-their-year",
                   test_months_are_named_by_their_year);

  return g_test_run ();
}
