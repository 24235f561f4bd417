/* test-number.c: numbers as files and the command line write them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/streek-number.h"

#include <math.h>

static void
test_shortest_text_that_reads_back (void)
{
  static const struct
  {
    double value;
    const char *text;
  } cases[] = {
    { 0, "0" },           { -0.0, "0" },      { 0.1, "0.1" },
    { 319114, "319114" }, { 9.1, "9.1" },     { 1.0 / 3, "0.3333333333333333" },
    { 1e21, "1e+21" },    { -12.5, "-12.5" }, { 123456789012345, "123456789012345" },
    { 5e-324, "5e-324" }, { NAN, "" },        { 0.1 + 0.2, "0.30000000000000004" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = streek_number_to_string (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_random_doubles_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      double value = ldexp (g_test_rand_double_range (-1, 1), g_test_rand_int_range (-60, 60));
      g_autofree char *text = streek_number_to_string (value);
      double back;

      g_assert_true (streek_number_parse (text, &back));
      g_assert_cmpfloat (back, ==, value);
    }
}

static void
test_parse_refuses_the_rest (void)
{
  const char *texts[] = { "", " 1", "1,5", "1 ", "abc", "nan", "inf", "1.5x" };
  double value;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (streek_number_parse (texts[i], &value));
}

static void
test_rounds_halves_away_from_zero (void)
{
  g_assert_cmpfloat (streek_number_round (2.5, 0), ==, 3);
  g_assert_cmpfloat (streek_number_round (-2.5, 0), ==, -3);
  g_assert_cmpfloat (streek_number_round (1.005, 2), ==, 1.01);
  g_assert_cmpfloat (streek_number_round (0.15, 1), ==, 0.2);
  /* fifteen digits and more, before or behind the point */
  g_assert_cmpfloat (streek_number_round (1000000, 9), ==, 1000000);
  g_assert_cmpfloat (streek_number_round (-1233567, 9), ==, -1233567);
  g_assert_cmpfloat (streek_number_round (600000000000001, 0), ==, 600000000000001);
  g_assert_cmpfloat (streek_number_round (12345678901234.25, 0), ==, 12345678901234);
  g_assert_cmpfloat (streek_number_round (1234, -2), ==, 1200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number/shortest-text-that-reads-back",
                   test_shortest_text_that_reads_back);
  g_test_add_func ("/base/number/random-doubles-round-trip", test_random_doubles_round_trip);
  g_test_add_func ("/base/number/parse/refuses-the-rest", test_parse_refuses_the_rest);
  g_test_add_func ("/base/number/round/halves-away-from-zero", test_rounds_halves_away_from_zero);

  return g_test_run ();
}
