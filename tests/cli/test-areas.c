/* test-areas.c: `streek areas` on the areas that come with the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

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

static void
add_tests (void)
{
  g_test_add_func ("/cli/areas/lists-areas-of-any-date", test_lists_areas_of_any_date);
  g_test_add_func ("/cli/areas/says-what-the-list-cannot-show",
                   test_says_what_the_list_cannot_show);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
