/* test-fit.c: `streek fit`: which area a stated total belongs to */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include <string.h>

/* "De regio telt op 1 januari 2019 319 114 inwoners" (streekvisie Zuid-West-Vlaanderen): those are
 * the 14 municipalities of W13, not the 13 of the RESOC nor the 12 of the arrondissement. */
static void
test_a_published_total_finds_its_area (void)
{
  g_auto (CliResult) result =
    cli_run ("fit FILE --indicator pop_total --total 319114 --period 2019");
  g_auto (CliResult) any = cli_run ("fit FILE --indicator pop_total --total 319114 --limit 1");
  g_auto (GStrv) header = NULL;
  g_autoptr (GPtrArray) rows = cli_read_rows (result.out, &header);

  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpuint (rows->len, >, 1);
  g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "fit"), ==, "exact");
  g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "difference"), ==, "0");
  g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "units"), ==, "14");
  g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "set"), ==, "project");
  g_assert_cmpstr (cli_get_field (header, rows->pdata[rows->len - 1], "fit"), ==, "near");

  /* without a period the same one is found among all */
  g_assert_cmpint (any.status, ==, 0);
  g_assert_nonnull (strstr (any.out, ",2019,319114,0,0,exact,"));
}

/* Of the 14 municipalities of W13 all but Spiere-Helkijn have 10: at least 130 is not 130. */
static void
test_a_sum_with_a_gap_is_not_exact (void)
{
  static const char *const members[] = { "33029", "34002", "34003", "34009", "34013",
                                         "34022", "34023", "34025", "34027", "34040",
                                         "34041", "34042", "37017" };
  g_autoptr (GString) text = g_string_new ("nis,jaar,jobs\n");
  g_autofree char *data = g_build_filename (cli_get_folder (), "dertien.csv", NULL);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    g_string_append_printf (text, "%s,2033,10\n", members[i]);
  g_file_set_contents (data, text->str, -1, &error);
  g_assert_no_error (error);

  g_auto (CliResult) made = cli_run ("new DIR/gat.streek");
  g_auto (CliResult) taken = cli_run ("import DIR/gat.streek DIR/dertien.csv");
  g_auto (CliResult) gap =
    cli_run ("fit DIR/gat.streek --indicator jobs --total 130 --period 2033 --max-pct 0");

  g_assert_cmpint (made.status, ==, 0);
  g_assert_cmpint (taken.status, ==, 0);
  g_assert_cmpint (gap.status, ==, 3);
  g_assert_nonnull (strstr (gap.out, "project,Projectgebieden,W13,"));
  g_assert_nonnull (strstr (gap.out, ",130,0,0,near,13,14"));
  g_assert_null (strstr (gap.out, "exact"));
}

static void
test_says_where_none_fits (void)
{
  g_auto (CliResult) near =
    cli_run ("fit FILE --indicator pop_total --total 319115 --period 2019 --limit 2");
  g_auto (CliResult) none =
    cli_run ("fit FILE --indicator pop_total --total 1 --period 2019 --max-pct 1");
  g_auto (GStrv) header = NULL;
  g_autoptr (GPtrArray) rows = cli_read_rows (near.out, &header);

  g_assert_cmpint (near.status, ==, 3);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (cli_get_field (header, rows->pdata[0], "difference"), ==, "-1");
  g_assert_cmpint (none.status, ==, 3);
  g_assert_null (strstr (none.out, "near"));
}

static void
test_refusals (void)
{
  static const CliRefusal refusals[] = {
    { "fit FILE --total 5", 2, "--indicator" },
    { "fit FILE --indicator pop_total", 2, "--total" },
    { "fit FILE --indicator pop_total --total veel", 2, "veel" },
    { "fit FILE --indicator pop_total --total 5 --limit 0", 2, "--limit" },
    { "fit FILE --indicator pop_total --total 5 --period 2010..2012", 2, "" },
    { "fit FILE --indicator nergens --total 5", 1, "nergens" },
    { "fit FILE --indicator pop_total --total 5 --period 1800", 1, "" },
  };

  cli_assert_refused (refusals, G_N_ELEMENTS (refusals));
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/fit/a-published-total-finds-its-area",
                   test_a_published_total_finds_its_area);
  g_test_add_func ("/cli/fit/a-sum-with-a-gap-is-not-exact", test_a_sum_with_a_gap_is_not_exact);
  g_test_add_func ("/cli/fit/says-where-none-fits", test_says_where_none_fits);
  g_test_add_func ("/cli/fit/refusals", test_refusals);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
