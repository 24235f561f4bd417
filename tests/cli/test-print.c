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
    { "print FILE role-map -o DIR/x.png", 1, ".pdf" },
  };

  cli_assert_refused (refusals, G_N_ELEMENTS (refusals));
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/print/role-map", test_role_map);
  g_test_add_func ("/cli/print/adjustments", test_adjustments);
  g_test_add_func ("/cli/print/refusals", test_refusals);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
