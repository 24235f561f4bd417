/* test-check.c: `streek check` on the example: columns, order, exit status, and its acceptances */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include <sqlite3.h>
#include <string.h>

static void
test_open_findings_end_with_3 (void)
{
  g_auto (CliResult) result = cli_run ("check FILE");

  g_assert_cmpstr (result.err, ==, "");
  g_assert_cmpint (result.status, ==, 3);
  g_assert_true (g_str_has_prefix (result.out,
                                   "severity,rule,key,place,message,accepted,reason\n"
                                   "error,indicator/parts-exceed-total,ladder_4,value:"));
  g_assert_nonnull (strstr (
    result.out, "\nwarning,indicator/total-differs-from-sum,dwellings_permitted_new,value:"));
  g_assert_nonnull (strstr (result.out, "\nnote,area/straddles,RESOC:RESOC_NWVL/2016-01-01,"
                                        "area:RESOC:RESOC_NWVL,"));
}

static void
test_json_has_the_same (void)
{
  g_auto (CliResult) result = cli_run ("check FILE --json");

  g_assert_cmpint (result.status, ==, 3);
  g_assert_nonnull (strstr (result.out, "\"indicator/total-differs-from-sum\""));
  g_assert_nonnull (strstr (result.out, "\"accepted\""));
}

/* The copy is changed as a person's acceptances would; nobody has it open. */
static void
execute (const char *path, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
test_accepted_findings_are_told (void)
{
  g_auto (CliResult) made = cli_run ("new DIR/accepted.streek --empty");

  g_assert_cmpint (made.status, ==, 0);

  g_autofree char *path = g_build_filename (cli_get_folder (), "accepted.streek", NULL);

  /* of figures that are not there any more */
  execute (path, "INSERT INTO finding_acceptance VALUES "
                 "('indicator/total-differs-from-sum', 'dwellings_permitted_new', "
                 "'Known at the source', 'Ann', 1, 'other figures')");

  g_auto (CliResult) lapsed = cli_run ("check DIR/accepted.streek");

  g_assert_cmpint (lapsed.status, ==, 3);
  g_assert_nonnull (strstr (lapsed.out, ",lapsed,Known at the source\n"));
}

static void
test_file_without_open_findings_ends_with_0 (void)
{
  g_auto (CliResult) made = cli_run ("new DIR/silent.streek --empty");
  g_autofree char *path = g_build_filename (cli_get_folder (), "silent.streek", NULL);

  g_assert_cmpint (made.status, ==, 0);
  /* no indicators, and no SERRs for a RESOC to lie across */
  execute (path, "DELETE FROM ref_indicator;"
                 "DELETE FROM ref_member WHERE set_code = 'SERR';"
                 "DELETE FROM ref_alias WHERE set_code = 'SERR';"
                 "DELETE FROM ref_succession WHERE set_code = 'SERR';"
                 "DELETE FROM ref_area WHERE set_code = 'SERR';"
                 "DELETE FROM ref_area_set WHERE code = 'SERR'");

  g_auto (CliResult) result = cli_run ("check DIR/silent.streek");

  g_assert_cmpstr (result.out, ==, "severity,rule,key,place,message,accepted,reason\n");
  g_assert_cmpint (result.status, ==, 0);
}

static void
add_tests (void)
{
  g_setenv ("SOURCE_DATE_EPOCH", "1767225600", TRUE); /* 2026-01-01 */
  g_test_add_func ("/cli/check/open-findings-end-with-3", test_open_findings_end_with_3);
  g_test_add_func ("/cli/check/json-has-the-same", test_json_has_the_same);
  g_test_add_func ("/cli/check/accepted-findings-are-told", test_accepted_findings_are_told);
  g_test_add_func ("/cli/check/file-without-open-findings-ends-with-0",
                   test_file_without_open_findings_ends_with_0);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
