/* test-print.c: `streek print`: matrices, boards and maps of plans as pages */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include <string.h>

/* The map, and the list of its eight bodies on the next page. */
static void
test_role_map (void)
{
  gsize length;

  cli_run_quietly ("print FILE role-map --show role -o DIR/kaart.pdf");

  g_autofree char *pdf = cli_read_output ("kaart.pdf", &length);

  g_assert_cmpint (strncmp (pdf, "%PDF-", 5), ==, 0);
  cli_run_quietly ("print FILE role-map -o DIR/kaart.csv");

  g_autofree char *csv = cli_read_output ("kaart.csv", &length);
  g_assert_nonnull (strstr (csv, "RESOC_BRUGGE,RESOC Brugge,Brugge,"));
  g_assert_nonnull (strstr (csv, "RESOC_ZWVL,RESOC Zuid-West-Vlaanderen,Zuid-West-Vlaanderen,"));
}

/* The partnership of the Westhoek says that it has seventeen members, and these are entered. */
static void
test_members (void)
{
  gsize length;

  cli_run_quietly ("print FILE members -o DIR/leden.csv");

  g_autofree char *csv = cli_read_output ("leden.csv", &length);

  g_assert_nonnull (strstr (csv, "17 of 17"));
  g_assert_nonnull (strstr (csv, "Stad Ieper,Member"));
}

/* The example has one adjustment, of an action of 2024 that carries out an action of ROSE. */
static void
test_adjustments (void)
{
  gsize length;

  cli_run_quietly ("print FILE adjustments --plan sociale -o DIR/bij.csv");

  g_autofree char *csv = cli_read_output ("bij.csv", &length);

  g_assert_nonnull (strstr (csv, "Bespreken in 2025"));
  g_assert_nonnull (strstr (csv, "Actiegroep ROSE"));
}

/* The first of the updates of 2024, and not those of the months after it. */
static void
test_progress (void)
{
  gsize length;

  cli_run_quietly ("print FILE progress --plan sociale --on 2024-06-28 -o DIR/juni.csv");

  g_autofree char *csv = cli_read_output ("juni.csv", &length);

  g_assert_nonnull (strstr (csv, "28 June 2024"));
  g_assert_null (strstr (csv, "20 December 2024"));
  cli_run_quietly ("print FILE progress --plan sociale -o DIR/nu.pdf");
}

static void
test_refusals (void)
{
  static const CliRefusal refusals[] = {
    { "print FILE rollen -o DIR/x.pdf", 2, "role-map" },
    { "print FILE roles", 2, "--output" },
    { "print FILE roles --theme Mobiliteit -o DIR/x.pdf", 2, "--theme" },
    { "print FILE role-map --show kleur -o DIR/x.pdf", 2, "--show" },
    { "print FILE role-map --show weight -o DIR/x.pdf", 1, "theme" },
    { "print FILE target-group -o DIR/x.pdf", 1, "--group" },
    { "print FILE target-group --group Starters --area RESOC:NERGENS -o DIR/x.pdf", 1, "NERGENS" },
    { "print FILE roles --group Starters -o DIR/x.pdf", 2, "--group" },
    { "print FILE role-map --bodies niemand -o DIR/x.pdf", 1, "area" },
    { "print FILE adjustments -o DIR/x.pdf", 1, "--plan" },
    { "print FILE progress --plan sociale --on 2019-12-31 -o DIR/x.pdf", 1, "day" },
    { "print FILE obligations --on 2024-01-01 -o DIR/x.pdf", 2, "--on" },
    { "print FILE role-map -o DIR/x.png", 1, ".pdf" },
  };

  cli_assert_refused (refusals, G_N_ELEMENTS (refusals));
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/print/members", test_members);
  g_test_add_func ("/cli/print/role-map", test_role_map);
  g_test_add_func ("/cli/print/adjustments", test_adjustments);
  g_test_add_func ("/cli/print/progress", test_progress);
  g_test_add_func ("/cli/print/refusals", test_refusals);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
