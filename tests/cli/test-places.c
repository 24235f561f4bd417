/* test-places.c: places from a file into a workspace, into a list and over a map */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli-runner.h"

#include <glib/gstdio.h>
#include <string.h>

/* Three points that are no one's: in Brugge, Kortrijk and Roeselare. */
static const char places[] = "Naam;Soort;lat;lon\n"
                             "Proefkaai;haven;51,3330;3,2050\n"
                             "Proefdok;haven;50,8280;3,2650\n"
                             "Proefhuis;streekhuis;50,9444;3,1259\n";

static void
put (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (cli_get_folder (), name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static char *
get (const char *name)
{
  g_autofree char *path = g_build_filename (cli_get_folder (), name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static char *
run (const char *line, int status)
{
  g_auto (CliResult) result = cli_run (line);

  g_test_message ("%s: %s", line, result.err);
  g_assert_cmpint (result.status, ==, status);

  return g_strdup (result.out);
}

/* A workspace of its own for each test. */
static void
begin (const char *data)
{
  g_autofree char *old = g_build_filename (cli_get_folder (), "p.streek", NULL);
  g_autofree char *created = NULL;

  g_unlink (old);
  created = run ("new DIR/p.streek --empty", 0);
  put ("p.csv", data);
}

static void
test_import_and_list (void)
{
  begin (places);

  g_autofree char *would = run ("import DIR/p.streek DIR/p.csv --dry-run", 0);
  g_autofree char *none = run ("list DIR/p.streek places", 0);
  g_autofree char *taken = run ("import DIR/p.streek DIR/p.csv --source Proef", 0);
  g_autofree char *again = run ("import DIR/p.streek DIR/p.csv", 0);
  g_autofree char *all = run ("list DIR/p.streek places", 0);
  g_autofree char *ports = run ("list DIR/p.streek places --kind haven", 0);
  g_autofree char *here = run ("list DIR/p.streek places --area gemeente:34022", 0);

  g_assert_nonnull (strstr (would, "rows,read,,,,,,,4,,,"));
  g_assert_nonnull (strstr (would, "rows,taken,,,,,,,3,,,"));
  g_assert_nonnull (strstr (would, "note,point/wgs84,,,,,,,3,"));
  g_assert_null (strstr (none, "Proefkaai"));
  g_assert_nonnull (strstr (taken, "place,new,,2,haven,,,gemeente:31005,,,568886.25 725425.4,"));
  g_assert_nonnull (strstr (again, "ignored,unchanged,,,,,,,3,"));
  g_assert_nonnull (strstr (all, ",Proefkaai,haven,3.205,51.333,POINT (568886.25 725425.4),31005,"
                                 "Brugge,,,,Proef,"));
  g_assert_null (strstr (ports, "Proefhuis"));
  g_assert_nonnull (strstr (here, "Proefdok"));
  g_assert_null (strstr (here, "Proefkaai"));
}

static void
test_rejected_rows_stop_it (void)
{
  begin ("naam,lon,lat\nProefkaai,3.205,51.333\nZonder,,\n");

  g_autofree char *stopped = run ("import DIR/p.streek DIR/p.csv", 1);
  g_autofree char *none = run ("list DIR/p.streek places", 0);
  g_autofree char *partly =
    run ("import DIR/p.streek DIR/p.csv --accept-partial --place-kind Haven", 3);
  g_autofree char *one = run ("list DIR/p.streek places", 0);

  g_assert_nonnull (strstr (stopped, "rejected,no-point,,,,,,,1,"));
  g_assert_null (strstr (none, "Proefkaai"));
  g_assert_nonnull (strstr (partly, "rows,rejected,,,,,,,1,"));
  g_assert_nonnull (strstr (one, ",Proefkaai,haven,"));
}

static void
test_columns_are_named (void)
{
  begin ("wat,breed,hoog\nProefkaai,3.205,51.333\n");

  g_autofree char *unknown = run ("import DIR/p.streek DIR/p.csv --as places", 1);
  g_autofree char *named =
    run ("import DIR/p.streek DIR/p.csv --map name=wat --map x=breed --map y=3", 0);
  g_autofree char *one = run ("list DIR/p.streek places", 0);

  g_assert_nonnull (strstr (one, "Proefkaai"));
}

static void
test_contradictions (void)
{
  static const char *const lines[] = {
    "import DIR/p.streek DIR/p.csv --as maps",
    "import DIR/p.streek DIR/p.csv --as places --indicator pop_total",
    "import DIR/p.streek DIR/p.csv --map x=lon --period 2020",
    "import DIR/p.streek DIR/p.csv --place-kind haven --map value=lat",
    "list DIR/p.streek ports",
    "map DIR/p.streek --set gemeente --place-count Schepen -o DIR/p.svg",
    "map DIR/p.streek --set gemeente --no-place-names -o DIR/p.svg",
  };

  begin (places);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_free (run (lines[i], 2));
}

static void
test_map_shows_them (void)
{
  begin (places);

  g_autofree char *taken = run ("import DIR/p.streek DIR/p.csv --source Proefgids", 0);
  g_autofree char *all =
    run ("map DIR/p.streek --set gemeente --within provincie:30000 --places -o DIR/all.svg", 0);
  g_autofree char *ports = run (
    "map DIR/p.streek --set gemeente --within provincie:30000 --places=haven -o DIR/ports.svg", 0);
  g_autofree char *bare = run (
    "map DIR/p.streek --set gemeente --within provincie:30000 --places --no-place-names --grey "
    "-o DIR/bare.svg",
    0);
  g_autofree char *none =
    run ("map DIR/p.streek --set gemeente --within provincie:30000 -o DIR/none.svg", 0);
  g_autofree char *kind = run ("map DIR/p.streek --set gemeente --places=zwembad -o DIR/x.svg", 1);
  g_autofree char *count =
    run ("map DIR/p.streek --set gemeente --places --place-count Schepen -o DIR/x.svg", 1);
  g_autofree char *all_svg = get ("all.svg");
  g_autofree char *ports_svg = get ("ports.svg");
  g_autofree char *bare_svg = get ("bare.svg");
  g_autofree char *none_svg = get ("none.svg");

  g_assert_nonnull (strstr (all_svg, "id=\"points\""));
  g_assert_nonnull (strstr (all_svg, "Proefhuis"));
  g_assert_nonnull (strstr (all_svg, "Proefgids"));
  g_assert_nonnull (strstr (ports_svg, "Proefdok"));
  g_assert_null (strstr (ports_svg, "Proefhuis"));
  g_assert_nonnull (strstr (bare_svg, "id=\"points\""));
  g_assert_null (strstr (bare_svg, "Proefdok"));
  g_assert_null (strstr (none_svg, "id=\"points\""));
}

/* Points of GeoJSON, read by GDAL; the line in it is told of. */
static void
test_geodata (void)
{
  begin ("");
  put ("p.geojson",
       "{\"type\":\"FeatureCollection\",\"features\":["
       "{\"type\":\"Feature\",\"properties\":{\"naam\":\"Proefkaai\",\"soort\":\"haven\"},"
       "\"geometry\":{\"type\":\"Point\",\"coordinates\":[3.205,51.333]}},"
       "{\"type\":\"Feature\",\"properties\":{\"naam\":\"Weg\",\"soort\":\"weg\"},\"geometry\":"
       "{\"type\":\"LineString\",\"coordinates\":[[3.2,51.3],[3.3,51.3]]}}]}");

  g_autofree char *partly = run ("import DIR/p.streek DIR/p.geojson --accept-partial", 3);
  g_autofree char *one = run ("list DIR/p.streek places", 0);

  g_assert_nonnull (strstr (partly, "rejected,no-point,,,,,,,1,"));
  g_assert_nonnull (strstr (one, ",Proefkaai,haven,3.205,51.333,"));
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/places/import-and-list", test_import_and_list);
  g_test_add_func ("/cli/places/rejected-rows-stop-it", test_rejected_rows_stop_it);
  g_test_add_func ("/cli/places/columns-are-named", test_columns_are_named);
  g_test_add_func ("/cli/places/contradictions-are-usage-errors", test_contradictions);
  g_test_add_func ("/cli/places/map-shows-them", test_map_shows_them);
  g_test_add_func ("/cli/places/points-of-geodata", test_geodata);
}

int
main (int argc, char **argv)
{
  return cli_main (argc, argv, add_tests);
}
