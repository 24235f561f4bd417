/* test-areas.c: `streek areas` on the areas that come with the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include <stdio.h>
#include <string.h>

static void
test_lists_areas_of_any_date (void)
{
  static const struct
  {
    const char *options;
    guint n;
  } cases[] = {
    { "--set gemeente --within gewest:02000 --on 2018-12-31", 308 },
    { "--set gemeente --within gewest:02000 --on 2019-01-01", 300 },
    { "--set gemeente --within gewest:02000 --on 2025-01-01", 285 },
    { "--set RESOC --within provincie:30000 --on 2009-01-01", 5 },
    { "--set SERR --within provincie:30000 --on 2009-01-01", 4 },
    { "--set referentieregio --on 2025-01-01", 15 },
    { "--set referentieregio --on 2025-01-01 --members", 285 },
    /* RESOC Oostende (7) and Westhoek (18) */
    { "--set SERR --within SERR:SERR_OW --on 2009-01-01 --members", 25 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strdup_printf ("areas FILE %s", cases[i].options);
      g_auto (CliResult) result = cli_run (line);
      g_auto (GStrv) header = NULL;
      g_autoptr (GPtrArray) rows = cli_read_rows (result.out, &header);

      g_assert_cmpint (result.status, ==, 0);
      g_assert_cmpuint (rows->len, ==, cases[i].n);
    }
}

/* What the list cannot show is said beside it. */
static void
test_says_what_the_list_cannot_show (void)
{
  static const struct
  {
    const char *options;
    const char *says;
    int status;
  } cases[] = {
    /* RESOCs began in 2004 */
    { "--set RESOC --on 1990-01-01", "2004-10-22", 0 },
    /* since 2016 RESOC Noord-West-Vlaanderen lies in two SERRs */
    { "--set RESOC --within SERR:SERR_OW --on 2017-01-01", "RESOC_NWVL", 3 },
    /* and Kortrijk holds no RESOC: the one that holds Kortrijk is named */
    { "--set RESOC --within gemeente:34022 --on 2009-01-01", "RESOC_ZWVL", 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strdup_printf ("areas FILE %s", cases[i].options);
      g_auto (CliResult) result = cli_run (line);

      g_assert_cmpint (result.status, ==, cases[i].status);
      g_assert_nonnull (strstr (result.err, cases[i].says));
      g_assert_null (strstr (result.out, cases[i].says[0] == 'R' ? cases[i].says : "1990"));
    }
}

/* RESOC Oostende (7) and Westhoek (18) make SERR Oostende-Westhoek, the other RESOCs are SERRs of
 * the same municipalities: the 7 lie elsewhere. In the rest of Flanders both are the same. */
static void
test_says_who_lies_elsewhere (void)
{
  g_auto (CliResult) result = cli_run ("areas FILE --set RESOC --on 2009-01-01 --compare SERR");
  g_auto (CliResult) same = cli_run ("areas FILE --set RESOC --on 2009-01-01 --compare RESOC");
  g_auto (CliResult) all =
    cli_run ("areas FILE --set RESOC --on 2009-01-01 --compare RESOC --compare-on 2010-01-01 "
             "--all");
  g_auto (CliResult) alone = cli_run ("areas FILE --set RESOC --all");
  g_auto (CliResult) within =
    cli_run ("areas FILE --set RESOC --compare SERR --within provincie:30000");
  g_auto (GStrv) header = NULL;
  g_auto (GStrv) same_header = NULL;
  g_auto (GStrv) all_header = NULL;
  g_autoptr (GPtrArray) rows = cli_read_rows (result.out, &header);
  g_autoptr (GPtrArray) same_rows = cli_read_rows (same.out, &same_header);
  g_autoptr (GPtrArray) all_rows = cli_read_rows (all.out, &all_header);
  guint n_oostende = 0;

  g_assert_cmpint (result.status, ==, 0);
  for (guint i = 0; i < rows->len; i++)
    if (strcmp (cli_get_field (header, rows->pdata[i], "second"), "SERR_OW") == 0)
      {
        g_assert_cmpstr (cli_get_field (header, rows->pdata[i], "first"), ==, "RESOC_OOSTENDE");
        g_assert_cmpstr (cli_get_field (header, rows->pdata[i], "placed"), ==, "other");
        n_oostende++;
      }
  g_assert_cmpuint (n_oostende, ==, 7);
  g_assert_cmpuint (same_rows->len, ==, 0);
  g_assert_cmpuint (all_rows->len, ==, 308);
  g_assert_cmpint (alone.status, ==, 2);
  g_assert_cmpint (within.status, ==, 2);
}

/* Belgium has 565 municipalities since 2025 (Statbel). Lokeren, Beveren-Kruibeke-Zwijndrecht,
 * Hasselt and Oudsbergen are each made of some of two districts, and are each one that differs. */
static void
test_a_municipality_in_two_counts_once (void)
{
  g_auto (CliResult) result = cli_run ("areas FILE --set arrondissement --on 2025-01-01 --compare "
                                       "arrondissement --compare-on 2018-01-01");
  guint n_differ = 0, n_alike = 0;
  const char *said = strstr (result.err, "streek areas: ");

  while (said != NULL && sscanf (said,
                                 "streek areas: %u municipalities are placed differently. "
                                 "%u lie in the same area.",
                                 &n_differ, &n_alike) != 2)
    said = strstr (said + 1, "streek areas: ");

  g_test_message ("%s", result.err);
  g_assert_nonnull (said);
  g_assert_cmpuint (n_differ + n_alike, ==, 565);
}

/* The window cannot send anybody to a command line; the command line says where the codes are. */
static void
test_unknown_codes_are_told_where_to_look (void)
{
  g_auto (CliResult) set = cli_run ("areas FILE --set ATLANTIS");
  g_auto (CliResult) area = cli_run ("values FILE --indicator pop_total --area RESOC:ATLANTIS");
  g_auto (CliResult) indicator = cli_run ("values FILE --indicator atlantis --set RESOC");

  g_assert_nonnull (strstr (set.err, "no area set “ATLANTIS” in this file. “streek areas” lists"));
  g_assert_nonnull (strstr (area.err, "no area “ATLANTIS”. “streek areas --set”"));
  g_assert_nonnull (strstr (indicator.err, "no indicator “atlantis” in this file. “streek"));
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/areas/lists-areas-of-any-date", test_lists_areas_of_any_date);
  g_test_add_func ("/cli/areas/says-what-the-list-cannot-show",
                   test_says_what_the_list_cannot_show);
  g_test_add_func ("/cli/areas/says-who-lies-elsewhere", test_says_who_lies_elsewhere);
  g_test_add_func ("/cli/areas/unknown-codes-are-told-where-to-look",
                   test_unknown_codes_are_told_where_to_look);
  g_test_add_func ("/cli/areas/a-municipality-in-two-counts-once",
                   test_a_municipality_in_two_counts_once);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
