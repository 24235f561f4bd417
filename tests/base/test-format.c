/* test-format.c: numbers and dates as people read them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/streek-format.h"

#include <math.h>

static void
test_numbers_in_two_languages (void)
{
  static const struct
  {
    double value;
    int decimals;
    const char *nl;
    const char *en;
  } cases[] = {
    { 1234.5, 1, "1.234,5", "1,234.5" },
    { 319114, 0, "319.114", "319,114" },
    { 999, 0, "999", "999" },
    { -6821770, 0, "−6.821.770", "−6,821,770" },
    { -0.04, 1, "0,0", "0.0" },
    { 9.0909, 1, "9,1", "9.1" },
    { NAN, 1, "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *nl =
        streek_format_number (streek_format_get ("nl_BE"), cases[i].value, cases[i].decimals);
      g_autofree char *en =
        streek_format_number (streek_format_get ("en"), cases[i].value, cases[i].decimals);

      g_assert_cmpstr (nl, ==, cases[i].nl);
      g_assert_cmpstr (en, ==, cases[i].en);
    }
}

static void
test_signed_shows_growth (void)
{
  const StreekFormat *nl = streek_format_get ("nl");
  g_autofree char *grew = streek_format_signed (nl, 5.12, 1);
  g_autofree char *shrank = streek_format_signed (nl, -5.12, 1);
  g_autofree char *same = streek_format_signed (nl, 0.01, 1);

  g_assert_cmpstr (grew, ==, "+5,1");
  g_assert_cmpstr (shrank, ==, "−5,1");
  g_assert_cmpstr (same, ==, "0,0");
}

static void
test_dates_and_periods_in_dutch (void)
{
  static const struct
  {
    const char *period;
    const char *nl;
  } cases[] = {
    { "2019", "2019" },
    { "2023-Q4", "4e kwartaal 2023" },
    { "2019-09", "september 2019" },
    { "2026-03-03", "3 maart 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StreekPeriod period;

      g_assert_true (streek_period_parse (cases[i].period, &period, NULL));

      g_autofree char *text = streek_format_period (streek_format_get ("nl"), period);

      g_assert_cmpstr (text, ==, cases[i].nl);
    }
}

static void
test_numbers_as_people_type_them (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    double value; /* NAN: no number */
  } cases[] = {
    { "nl", "16,2", 16.2 },
    { "nl", "16.2", 16.2 }, /* no group of three: only a decimal mark can be meant */
    { "nl", "10.000", 10000 },
    { "nl", "1.234.567,5", 1234567.5 },
    { "nl", " 319 114 ", 319114 },
    { "nl", "319\u00a0114", 319114 },
    { "nl", "\u22123,5", -3.5 },
    { "nl", "0", 0 },
    { "en", "10,000", 10000 },
    { "en", "10.000", 10 },
    { "nl", "1,2,3", NAN },
    { "nl", "12 %", NAN },
    { "nl", "", NAN },
    { "nl", "inf", NAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value;
      gboolean is_number =
        streek_format_parse_number (streek_format_get (cases[i].language), cases[i].text, &value);

      g_assert_cmpint (is_number, ==, !isnan (cases[i].value));

      if (is_number)
        g_assert_cmpfloat (value, ==, cases[i].value);
    }
}

/* What is rounded to two decimals says so by its zero. */
static void
test_stated_decimals (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    double value;
    int decimals;
  } cases[] = {
    { "nl_BE", "319.114", 319114, 0 }, { "nl_BE", "21,30", 21.3, 2 },
    { "nl_BE", "21.3", 21.3, 1 },      { "nl_BE", "1.234,5", 1234.5, 1 },
    { "en", "1,234.50", 1234.5, 2 },   { "en", "-7", -7, 0 },
  };
  double value;
  int decimals;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (streek_format_parse_stated (streek_format_get (cases[i].language),
                                                 cases[i].text, &value, &decimals));
      g_assert_cmpfloat (value, ==, cases[i].value);
      g_assert_cmpint (decimals, ==, cases[i].decimals);
    }

  g_assert_false (
    streek_format_parse_stated (streek_format_get ("nl_BE"), "veel", &value, &decimals));
}

static void
test_decimals_that_hide_nothing (void)
{
  g_assert_cmpint (streek_format_count_decimals (1200), ==, 0);
  g_assert_cmpint (streek_format_count_decimals (7.5), ==, 1);
  g_assert_cmpint (streek_format_count_decimals (-0.125), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/format/numbers-in-two-languages", test_numbers_in_two_languages);
  g_test_add_func ("/base/format/signed-shows-growth", test_signed_shows_growth);
  g_test_add_func ("/base/format/dates-and-periods-in-dutch", test_dates_and_periods_in_dutch);
  g_test_add_func ("/base/format/numbers-as-people-type-them", test_numbers_as_people_type_them);
  g_test_add_func ("/base/format/stated-decimals", test_stated_decimals);
  g_test_add_func ("/base/format/decimals-that-hide-nothing", test_decimals_that_hide_nothing);

  return g_test_run ();
}
