/* test-select.c: `streek select` on the example: by a rule, from a list, and a set made of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include <glib/gstdio.h>
#include <string.h>

static void
write_list (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (cli_get_folder (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* Each area that is chosen lies above Flanders, and each that is not does not. */
static void
test_a_rule_is_held_against_a_reference (void)
{
  g_auto (CliResult) chosen =
    cli_run ("select FILE --where >gewest:02000 --indicator share_65plus --within "
             "provincie:30000");
  g_auto (CliResult) values = cli_run ("values FILE --set gemeente --indicator share_65plus "
                                       "--within provincie:30000");
  g_auto (CliResult) flanders =
    cli_run ("values FILE --area gewest:02000 --indicator share_65plus");
  g_auto (GStrv) header = NULL;
  g_auto (GStrv) flemish_header = NULL;
  g_autoptr (GPtrArray) rows = cli_read_rows (values.out, &header);
  g_autoptr (GPtrArray) region = cli_read_rows (flanders.out, &flemish_header);
  guint n_above = 0;

  g_assert_cmpint (chosen.status, ==, 0);
  g_assert_cmpuint (region->len, ==, 1);

  double limit = g_ascii_strtod (cli_get_field (flemish_header, region->pdata[0], "value"), NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *line =
        g_strdup_printf ("gemeente,%s,", cli_get_field (header, rows->pdata[i], "area"));
      gboolean above =
        g_ascii_strtod (cli_get_field (header, rows->pdata[i], "value"), NULL) > limit;

      g_assert_true ((strstr (chosen.out, line) != NULL) == above);
      n_above += above;
    }
  g_assert_cmpuint (n_above, >, 0);
  g_assert_cmpuint (n_above, <, rows->len);
}

/* The sum of Diksmuide lacks Lo-Reninge: 40 at least. Veurne has 45, which is below no 40 and above
 * nothing for certain. */
static void
test_a_sum_with_a_gap_is_no_measure_from_below (void)
{
  write_list ("gat.csv",
              "indicator;nis;period;value\nnwwz;32003;2019-12;10\nnwwz;32006;2019-12;10\n"
              "nwwz;32010;2019-12;10\nnwwz;32011;2019-12;10\nnwwz;38002;2019-12;9\n"
              "nwwz;38008;2019-12;9\nnwwz;38014;2019-12;9\nnwwz;38016;2019-12;9\n"
              "nwwz;38025;2019-12;9\n");

#define ARRONDISSEMENTS "select DIR/gat.streek --set arrondissement --indicator nwwz --where "

  g_auto (CliResult) made = cli_run ("new DIR/gat.streek --example");
  g_auto (CliResult) read = cli_run ("import DIR/gat.streek DIR/gat.csv");
  g_auto (CliResult) above = cli_run (ARRONDISSEMENTS ">arrondissement:32000");
  g_auto (CliResult) below = cli_run (ARRONDISSEMENTS "<arrondissement:32000");
  g_auto (CliResult) whole = cli_run (ARRONDISSEMENTS ">=arrondissement:38000");

  g_assert_cmpint (read.status, ==, 0);
  g_assert_cmpint (above.status, ==, 1);
  g_assert_nonnull (strstr (above.err, "≥\u00a040"));
  g_assert_cmpint (below.status, ==, 0);
  g_assert_null (strstr (below.out, "38000"));
  g_assert_nonnull (strstr (below.err, "≥\u00a040"));
  g_assert_nonnull (strstr (whole.out, "arrondissement,38000,"));

  static const char *const names[] = { "gat.csv", "gat.streek" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (cli_get_folder (), names[i], NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static void
test_a_list_makes_a_set (void)
{
  write_list ("noord.txt", "Brugge\n31006\nKnokke-Heist\nNergens\n");
  write_list ("zuid.txt", "\xef\xbb\xbfOostkamp, Zedelgem"); /* as spreadsheets save it */

  g_auto (CliResult) made = cli_run ("new DIR/werk.streek --example");
  g_auto (CliResult) north =
    cli_run ("select DIR/werk.streek --list DIR/noord.txt --on 2018-01-01 --make zorg --make-name "
             "Zorggebieden --area noord --area-name Noord --until 2025-01-01 --source Raad");
  g_auto (CliResult) south =
    cli_run ("select DIR/werk.streek --list DIR/zuid.txt --on 2018-01-01 --make zorg --area zuid");
  g_auto (CliResult) members =
    cli_run ("areas DIR/werk.streek --set zorg --on 2018-01-01 --members");
  g_auto (CliResult) later = cli_run ("areas DIR/werk.streek --set zorg --on 2025-01-01");
  g_auto (CliResult) sum = cli_run ("values DIR/werk.streek --set zorg --indicator pop_total");

  g_assert_cmpint (made.status, ==, 0);
  g_assert_cmpint (north.status, ==, 3);
  g_assert_nonnull (strstr (north.err, "Nergens"));
  g_assert_cmpint (south.status, ==, 0);
  g_assert_nonnull (strstr (members.out, "zorg,noord,Noord,"));
  g_assert_nonnull (strstr (members.out, ",2025-01-01,3,"));
  g_assert_nonnull (strstr (members.out, "31043,Knokke-Heist"));
  g_assert_nonnull (strstr (members.out, "31022,Oostkamp"));
  g_assert_null (strstr (later.out, "noord"));
  g_assert_nonnull (strstr (later.out, "zorg,zuid,zuid,"));
  g_assert_nonnull (strstr (sum.out, "pop_total,zorg,noord,Noord,"));

  static const char *const names[] = { "noord.txt", "zuid.txt", "werk.streek" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (cli_get_folder (), names[i], NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static void
test_refusals (void)
{
  static const CliRefusal refusals[] = {
    { "select FILE", 2, "--where" },
    { "select FILE --where missing --list DIR/x", 2, "--list" },
    { "select FILE --where missing", 2, "--indicator" },
    { "select FILE --where beste --indicator pop_total", 2, "beste" },
    { "select FILE --where missing --indicator nergens", 1, "nergens" },
    { "select FILE --list DIR/er-niet", 1, "er-niet" },
    { "select FILE --list DIR/x --make zorg", 2, "--area" },
    { "select FILE --where missing --indicator pop_total --period 2010..2012", 2, "" },
  };

  cli_assert_refused (refusals, G_N_ELEMENTS (refusals));
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/select/a-rule-is-held-against-a-reference",
                   test_a_rule_is_held_against_a_reference);
  g_test_add_func ("/cli/select/a-sum-with-a-gap-is-no-measure-from-below",
                   test_a_sum_with_a_gap_is_no_measure_from_below);
  g_test_add_func ("/cli/select/a-list-makes-a-set", test_a_list_makes_a_set);
  g_test_add_func ("/cli/select/refusals", test_refusals);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
