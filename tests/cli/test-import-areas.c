/* test-import-areas.c: `streek import-areas` on files that the test writes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include <glib/gstdio.h>
#include <string.h>

/* Two squares of 2 km with a side in common, and a third that has no code. */
#define HEAD                                                                                       \
  "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"           \
  "\"urn:ogc:def:crs:EPSG::3812\"}},\"features\":["
#define SQUARE(code, name, x0, y0, x1, y1)                                                         \
  "{\"type\":\"Feature\",\"properties\":{\"nr\":" code ",\"naam\":\"" name                         \
  "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[" x0 "," y0 "],[" x1 "," y0 "],[" x1  \
  "," y1 "],[" x0 "," y1 "],[" x0 "," y0 "]]]}}"
#define GOOD                                                                                       \
  HEAD SQUARE ("1", "Zuid", "560000", "650000", "562000",                                          \
               "652000") "," SQUARE ("2", "Noord", "560000", "652000", "562000", "654000")

static void
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (cli_get_folder (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* The example itself stays as it is. */
static void
make_workspace (void)
{
  g_autofree char *path = g_build_filename (cli_get_folder (), "own.streek", NULL);

  g_remove (path);

  g_auto (CliResult) result = cli_run ("new DIR/own.streek --example");

  g_assert_cmpint (result.status, ==, 0);
}

static void
test_takes_areas_in (void)
{
  make_workspace ();
  write_file ("wijken.geojson", GOOD "]}");

  g_auto (CliResult) dry = cli_run (
    "import-areas DIR/own.streek DIR/wijken.geojson --set wijken --code nr --name naam --dry-run");
  g_auto (CliResult) before = cli_run ("areas DIR/own.streek --set wijken");
  g_auto (CliResult) real =
    cli_run ("import-areas DIR/own.streek DIR/wijken.geojson --set wijken --code nr --name naam "
             "--on 2019-01-01");
  g_auto (CliResult) after = cli_run ("areas DIR/own.streek --set wijken");
  g_auto (CliResult) again =
    cli_run ("import-areas DIR/own.streek DIR/wijken.geojson --set wijken --code nr --name naam "
             "--on 2019-01-01");
  g_auto (CliResult) map =
    cli_run ("map DIR/own.streek --kind areas --set wijken -o DIR/wijken.svg");

  g_assert_cmpint (dry.status, ==, 0);
  g_assert_cmpint (before.status, ==, 1);
  g_assert_cmpint (real.status, ==, 0);
  g_assert_nonnull (strstr (real.err, "2 read = 2 taken + 0 ignored + 0 rejected."));
  g_assert_cmpstr (after.out, ==,
                   "set,code,name,valid_from,valid_to,units,certainty\n"
                   "wijken,1,Zuid,2019-01-01,,1,documented\n"
                   "wijken,2,Noord,2019-01-01,,1,documented\n");
  g_assert_nonnull (strstr (again.err, "nothing has changed"));
  g_assert_cmpint (map.status, ==, 0);
}

/* Figures of one's own areas: by code and by name, one after the other and in columns; they reach
 * values, a map and a chart. */
static void
test_figures_of_own_areas (void)
{
  make_workspace ();
  write_file ("wijken.geojson", GOOD "]}");
  write_file ("lang.csv", "wijk;jaar;inwoners\n1;2022;1200\n2;2022;800\n1;2023;1250\n2;2023;790\n");
  write_file ("breed.csv", "Wijk;2022;2023\nZuid;600;610\nNoord;401;399\n");

  g_auto (CliResult) areas =
    cli_run ("import-areas DIR/own.streek DIR/wijken.geojson --set wijken --code nr --name naam");
  g_auto (CliResult) by_code = cli_run ("import DIR/own.streek DIR/lang.csv --indicator pop_total");
  g_auto (CliResult) by_name = cli_run ("import DIR/own.streek DIR/breed.csv --indicator pop_male");
  g_auto (CliResult) totals = cli_run ("values DIR/own.streek --indicator pop_total --set wijken "
                                       "--period 2023");
  g_auto (CliResult) men =
    cli_run ("values DIR/own.streek --indicator pop_male --area wijken:2 --period 2022..2023");
  g_auto (CliResult) map =
    cli_run ("map DIR/own.streek --set wijken --indicator pop_total --period 2023 -o DIR/w.svg");
  g_auto (CliResult) chart = cli_run ("chart DIR/own.streek --kind bar --set wijken --indicator "
                                      "pop_total --period 2023 -o DIR/w.pdf");

  g_assert_cmpint (areas.status, ==, 0);
  g_assert_cmpstr (by_code.err, ==, "");
  g_assert_cmpint (by_code.status, ==, 0);
  g_assert_cmpint (by_name.status, ==, 0);
  g_assert_nonnull (strstr (totals.out, "pop_total,wijken,1,Zuid,2023-01-01,2023,1250,"));
  g_assert_nonnull (strstr (totals.out, "pop_total,wijken,2,Noord,2023-01-01,2023,790,"));
  g_assert_nonnull (strstr (men.out, "2022,401,"));
  g_assert_nonnull (strstr (men.out, "2023,399,"));
  g_assert_cmpint (map.status, ==, 0);
  g_assert_cmpint (chart.status, ==, 0);
}

/* The set is replaced: what goes is said, with the figures that hang on it. */
static void
test_what_goes_is_said_before (void)
{
  make_workspace ();
  write_file ("wijken.geojson", GOOD "]}");
  write_file ("minder.geojson",
              HEAD SQUARE ("1", "Zuid", "560000", "650000", "562000", "652000") "]}");
  write_file ("lang.csv", "Wijk;2022;2023\nZuid;1200;1250\nNoord;800;790\n");

  g_auto (CliResult) areas =
    cli_run ("import-areas DIR/own.streek DIR/wijken.geojson --set wijken --code nr --name naam");
  g_auto (CliResult) figures = cli_run ("import DIR/own.streek DIR/lang.csv --indicator pop_total");
  g_auto (CliResult) dry = cli_run (
    "import-areas DIR/own.streek DIR/minder.geojson --set wijken --code nr --name naam --dry-run");

  g_assert_cmpint (areas.status, ==, 0);
  g_assert_cmpint (figures.status, ==, 0);
  g_assert_cmpint (dry.status, ==, 3);
  g_assert_nonnull (strstr (dry.out, "warning,own-areas/gone,2,"));
  g_assert_nonnull (strstr (dry.out, "warning,own-areas/figures-lost,2,\"2 figures of"));
  g_assert_null (strstr (dry.out, "own-areas/moved"));
}

static void
test_faults_end_with_one (void)
{
  make_workspace ();
  write_file ("fout.geojson",
              GOOD "," SQUARE ("null", "Zonder", "570000", "650000", "572000", "652000") "]}");

  g_auto (CliResult) result =
    cli_run ("import-areas DIR/own.streek DIR/fout.geojson --set fout --code nr --name naam");
  g_auto (CliResult) areas = cli_run ("areas DIR/own.streek --set fout");

  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.out, "error,own-areas/code,"));
  g_assert_nonnull (strstr (result.err, "3 read = 2 taken + 0 ignored + 1 rejected."));
  g_assert_cmpint (areas.status, ==, 1);
}

/* Overlap is a warning: taken in, and said. */
static void
test_warnings_end_with_three (void)
{
  make_workspace ();
  write_file ("over.geojson",
              GOOD "," SQUARE ("3", "Midden", "561000", "651000", "563000", "653000") "]}");

  g_auto (CliResult) result =
    cli_run ("import-areas DIR/own.streek DIR/over.geojson --set over --code nr --name naam");
  g_auto (CliResult) map = cli_run ("map DIR/own.streek --kind areas --set over -o DIR/over.png");

  g_assert_cmpint (result.status, ==, 3);
  g_assert_nonnull (strstr (result.out, "warning,own-areas/overlap,"));
  g_assert_cmpint (map.status, ==, 0);
}

static void
test_says_what_is_wrong (void)
{
  static const CliRefusal refusals[] = {
    { "import-areas DIR/own.streek", 2, "GEODATA" },
    { "import-areas DIR/own.streek DIR/g.geojson --set g --code nr", 2, "--name" },
    { "import-areas DIR/own.streek DIR/g.geojson --set g --code nr --name naam --on 2019-02-30", 2,
      "2019-02-30" },
    { "import-areas DIR/own.streek DIR/g.geojson --set g --code nis --name naam", 1, "nr, naam" },
    { "import-areas DIR/own.streek DIR/g.geojson --set g --code nr --name naam --layer x", 1,
      "layer" },
    { "import-areas DIR/own.streek DIR/none.shp --set g --code nr --name naam", 1, "none.shp" },
    { "import-areas DIR/own.streek FILE --set g --code nr --name naam", 1, "example.streek" },
    { "import-areas DIR/none.streek DIR/g.geojson --set g --code nr --name naam", 1,
      "none.streek" },
  };

  make_workspace ();
  write_file ("g.geojson", GOOD "]}");
  cli_assert_refused (refusals, G_N_ELEMENTS (refusals));
}

/* Which municipalities lie in a square nobody looked at: that none does would be a claim. */
static void
test_what_lies_in_own_borders_is_not_claimed (void)
{
  static const struct
  {
    const char *line;
    int status;
  } cases[] = {
    { "areas DIR/own.streek --set gemeente --within wijken:1", 3 },
    { "values DIR/own.streek --indicator pop_total --set gemeente --within wijken:1", 3 },
    { "map DIR/own.streek --set gemeente --within wijken:1 -o DIR/geen.png", 1 },
    { "chart DIR/own.streek --kind ranking --indicator pop_total --set gemeente --within wijken:1 "
      "-o DIR/geen.csv",
      1 },
    { "analyse DIR/own.streek --kind ranking --indicator pop_total --set gemeente --within "
      "wijken:1",
      1 },
  };

  make_workspace ();
  write_file ("wijken.geojson", GOOD "]}");

  g_auto (CliResult) made =
    cli_run ("import-areas DIR/own.streek DIR/wijken.geojson --set wijken --code nr --name naam");

  g_assert_cmpint (made.status, ==, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CliResult) result = cli_run (cases[i].line);

      g_test_message ("%s: %s", cases[i].line, result.err);
      g_assert_cmpint (result.status, ==, cases[i].status);
      g_assert_nonnull (strstr (result.err, "which lie in Zuid is not known"));
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/import-areas/takes-areas-in", test_takes_areas_in);
  g_test_add_func ("/cli/import-areas/figures-of-own-areas", test_figures_of_own_areas);
  g_test_add_func ("/cli/import-areas/what-goes-is-said-before", test_what_goes_is_said_before);
  g_test_add_func ("/cli/import-areas/faults-end-with-one", test_faults_end_with_one);
  g_test_add_func ("/cli/import-areas/warnings-end-with-three", test_warnings_end_with_three);
  g_test_add_func ("/cli/import-areas/what-lies-in-own-borders-is-not-claimed",
                   test_what_lies_in_own_borders_is_not_claimed);
  g_test_add_func ("/cli/import-areas/says-what-is-wrong", test_says_what_is_wrong);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
