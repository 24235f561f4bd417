/* test-period-words.c: periods as sources write them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-period-words.h"

#include <string.h>

static void
test_reads_what_sources_write (void)
{
  static const struct
  {
    const char *text;
    const char *period; /* NULL: no period */
  } cases[] = {
    { "2019", "2019" },
    { " 2019 ", "2019" },
    { "jaar 2019", "2019" },
    { "Inkomstenjaar 2014", "2014" },
    { "2019-Q3", "2019-Q3" },
    { "Q3 2019", "2019-Q3" },
    { "2019K1", "2019-Q1" },
    { "4de kwartaal 2023", "2023-Q4" },
    { "3e kwartaal 2019", "2019-Q3" },
    { "1er trimestre 2020", "2020-Q1" },
    { "T4 2020", "2020-Q4" },
    { "2023M07", "2023-07" },
    { "2023-07", "2023-07" },
    { "07/2023", "2023-07" },
    { "202307", "2023-07" },
    { "juli 2023", "2023-07" },
    { "août 2023", "2023-08" },
    { "mrt. 2023", "2023-03" },
    { "december 2023", "2023-12" },
    { "01/01/2019", "2019-01-01" },
    { "31.12.2019", "2019-12-31" },
    { "2019-02-28", "2019-02-28" },
    { "20190228", "2019-02-28" },
    { "1 januari 2019", "2019-01-01" },
    { "1er janvier 2019", "2019-01-01" },
    { "op 01 januari 2019", "2019-01-01" },
    { "", NULL },
    { "2018-2019", NULL },
    { "2019-Q5", NULL },
    { "5de kwartaal 2019", NULL },
    { "31/02/2019", NULL },
    { "13/2019", NULL },
    { "11001", NULL },
    { "999", NULL },
    { "Bevolking 2019", NULL },
    { "2019 totaal", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StreekPeriod period;
      gboolean found = streek_period_words_parse (cases[i].text, strlen (cases[i].text), &period);
      g_autofree char *text = found ? streek_period_to_string (period) : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (text, ==, cases[i].period);
    }
}

static void
test_finds_the_period_of_a_header (void)
{
  static const struct
  {
    const char *text;
    const char *period;
    const char *left; /* what stands before it */
  } cases[] = {
    { "Bevolking op 01 januari 2019", "2019-01-01", "Bevolking op " },
    { "Inkomstenjaar 2014", "2014", "Inkomstenjaar " },
    { "statbel_bevolking_per_gemeente_2024.csv", "2024", "statbel_bevolking_per_gemeente_" },
    { "bevolking_2010_2040", NULL, NULL },
    { "v2707_lb_zorg", NULL, NULL },
    { "Totaal", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StreekPeriod period;
      gsize start = 0;
      gboolean found = streek_period_words_find (cases[i].text, &period, &start, NULL);
      g_autofree char *text = found ? streek_period_to_string (period) : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (text, ==, cases[i].period);
      if (found)
        g_assert_cmpuint (start, ==, strlen (cases[i].left));
    }
}

static void
test_reads_a_part_beside_its_year (void)
{
  static const struct
  {
    const char *text;
    StreekPeriodKind number_means;
    int kind; /* STREEK_PERIOD_NONE: none */
    guint part;
  } cases[] = {
    { "Q2", STREEK_PERIOD_NONE, STREEK_PERIOD_QUARTER, 2 },
    { "2de kwartaal", STREEK_PERIOD_NONE, STREEK_PERIOD_QUARTER, 2 },
    { "maart", STREEK_PERIOD_NONE, STREEK_PERIOD_MONTH, 3 },
    { "3", STREEK_PERIOD_QUARTER, STREEK_PERIOD_QUARTER, 3 },
    { "11", STREEK_PERIOD_MONTH, STREEK_PERIOD_MONTH, 11 },
    { "11", STREEK_PERIOD_QUARTER, STREEK_PERIOD_NONE, 0 },
    { "3", STREEK_PERIOD_NONE, STREEK_PERIOD_NONE, 0 },
    { "2019", STREEK_PERIOD_MONTH, STREEK_PERIOD_NONE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StreekPeriodPart part = { 0 };
      gboolean found = streek_period_words_parse_part (cases[i].text, strlen (cases[i].text),
                                                       cases[i].number_means, &part);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (found ? part.kind : STREEK_PERIOD_NONE, ==, cases[i].kind);
      if (found)
        g_assert_cmpuint (part.part, ==, cases[i].part);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/period-words/reads-what-sources-write",
                   test_reads_what_sources_write);
  g_test_add_func ("/exchange/period-words/finds-the-period-of-a-header",
                   test_finds_the_period_of_a_header);
  g_test_add_func ("/exchange/period-words/reads-a-part-beside-its-year",
                   test_reads_a_part_beside_its_year);

  return g_test_run ();
}
