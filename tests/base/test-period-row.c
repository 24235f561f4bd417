/* test-period-row.c: the row of periods of a series: its gaps, its names and an even choice */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/streek-period-row.h"

#include <string.h>

/* "2001 2005 2006": periods as files write them */
static GArray *
make_row (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GArray *row = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));

  for (guint i = 0; words[i] != NULL; i++)
    {
      StreekPeriod period;

      g_assert_true (streek_period_parse (words[i], &period, NULL));
      g_array_append_val (row, period);
    }

  return row;
}

static char *
write_row (const GArray *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->len; i++)
    {
      g_autofree char *word = streek_period_to_string (g_array_index (row, StreekPeriod, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", word);
    }

  return g_string_free (text, FALSE);
}

static void
test_kinds_stand_apart (void)
{
  g_autoptr (GArray) mixed = make_row ("2019 2019-Q1 2019-Q2 2020");
  g_autoptr (GArray) years = streek_period_row_new (mixed, STREEK_PERIOD_YEAR);
  g_autofree char *text = write_row (years);

  g_assert_cmpstr (text, ==, "2019 2020");
}

/* 2005 is as far from 2001 as from 2009. */
static void
test_nearest (void)
{
  g_autoptr (GArray) row = make_row ("2001 2009 2010");
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (StreekPeriod));

  g_assert_cmpint (streek_period_row_find_nearest (row, 2004), ==, 0);
  g_assert_cmpint (streek_period_row_find_nearest (row, 2005), ==, 0);
  g_assert_cmpint (streek_period_row_find_nearest (row, 2005.2), ==, 1);
  g_assert_cmpint (streek_period_row_find_nearest (row, 2030), ==, 2);
  g_assert_cmpint (streek_period_row_find_nearest (none, 2004), ==, -1);
}

static void
test_gaps_are_named (void)
{
  static const struct
  {
    const char *row;
    const char *gaps;
  } cases[] = {
    { "2001 2002 2003", NULL },
    { "2001 2004 2006", "2002–2003, 2005" },
    { "2001 2003 2005 2007 2009", "2002, 2004, 2006, +1" },
    { "2019-Q3 2020-Q2", "Q4 2019–Q1 2020" },
    { "2019-01-01 2022-01-01", NULL },
    { "2019", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) row = make_row (cases[i].row);
      g_autofree char *gaps = streek_period_row_dup_gaps (row, 3, streek_format_get ("en"));

      g_assert_cmpstr (gaps, ==, cases[i].gaps);
    }
}

/* 2001 to 2024 is 23 years, too many for six names a year apart or two, not for five years apart;
 * 2023 would stand against 2024. */
static void
test_labels_are_round (void)
{
  static const struct
  {
    const char *row;
    const char *labels;
  } cases[] = {
    { "2001 2003 2024", "2001 2005 2010 2015 2020 2024" },
    { "2019 2020 2021", "2019 2020 2021" },
    { "1996 2024", "1996 2000 2010 2020 2024" },
    { "2019-Q2 2020-Q3", "2019-Q2 2020-Q1 2020-Q3" },
    { "2019", "2019" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) row = make_row (cases[i].row);
      g_autoptr (GArray) labels = streek_period_row_list_labels (row, 5);
      g_autofree char *text = write_row (labels);

      g_assert_cmpstr (text, ==, cases[i].labels);
    }
}

/* Steps by hand: 2001, 2003 … 2009 are five; of 2011 … 2020 steps of four leave 2012, 2016 and
 * 2020, and 2001 is nineteen years before 2020; a year that is not there leaves its place empty. */
static void
test_spread_is_even (void)
{
  static const struct
  {
    const char *row;
    guint n_most;
    guint step;
    const char *chosen;
    guint found_step;
  } cases[] = {
    { "2001 2002 2003 2004 2005 2006 2007 2008 2009", 5, 0, "2001 2003 2005 2007 2009", 2 },
    { "2001 2002 2003", 9, 0, "2001 2002 2003", 1 },
    { "2011 2012 2013 2014 2015 2016 2017 2018 2019 2020", 9, 4, "2012 2016 2020", 4 },
    { "2011 2012 2015 2016 2017 2020", 3, 0, "2012 2016 2020", 4 },
    { "2001 2010 2020", 2, 0, "2001 2020", 19 },
    { "2015 2016 2017", 1, 1, "2017", 1 },
    { "2019-12 2020-01 2020-02", 2, 0, "2019-12 2020-02", 2 },
    { "2019-01-01 2019-02-11 2020-07-03 2021-01-01", 2, 0, "2019-02-11 2021-01-01", 2 },
    { "2019", 4, 0, "2019", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) row = make_row (cases[i].row);
      guint step = cases[i].step;
      g_autoptr (GArray) chosen = streek_period_row_spread (row, cases[i].n_most, &step);
      g_autofree char *text = write_row (chosen);

      g_assert_cmpstr (text, ==, cases[i].chosen);
      g_assert_cmpuint (step, ==, cases[i].found_step);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/period-row/kinds-stand-apart", test_kinds_stand_apart);
  g_test_add_func ("/base/period-row/nearest", test_nearest);
  g_test_add_func ("/base/period-row/gaps-are-named", test_gaps_are_named);
  g_test_add_func ("/base/period-row/labels-are-round", test_labels_are_round);
  g_test_add_func ("/base/period-row/spread-is-even", test_spread_is_even);

  return g_test_run ();
}
