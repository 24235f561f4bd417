/* test-gdal.c: geodata through the module: what is read, and what it refuses to touch */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-gdal.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

typedef struct
{
  char *folder;
  const StreekGdalApi *api;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("streek-gdal-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->api = streek_gdal_load (&error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->api);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static char *
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return path;
}

/* Writes down what it is given, one line a feature. */
static int
describe_cb (void *data, const StreekGdalFeature *feature)
{
  static const char *const types[] = { "polygon", "point", "other", "empty" };
  GString *text = data;

  g_string_append_printf (text, "%s", types[feature->type]);
  for (int i = 0; i < feature->n_fields; i++)
    g_string_append_printf (text, " %s", feature->fields[i] != NULL ? feature->fields[i] : "-");
  for (int i = 0; i < feature->n_rings; i++)
    g_string_append_printf (text, " %d:%d", feature->ring_parts[i], feature->ring_sizes[i]);
  if (feature->n_rings > 0)
    g_string_append_printf (text, " at %.0f,%.0f", feature->rings[0][0], feature->rings[0][1]);
  g_string_append_c (text, '\n');

  return 1;
}

static char *
describe_layer (Fixture *fixture, const char *path, int layer)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char *trouble = NULL;
  StreekGdalLayers *layers = fixture->api->open_layers (path, &trouble);

  if (layers != NULL && !fixture->api->read_layer (layers, layer, describe_cb, text, &trouble))
    g_string_append (text, "unreadable\n");
  if (layers == NULL)
    g_string_append (text, "closed\n");
  else
    fixture->api->close_layers (layers);
  g_assert_cmpint (trouble != NULL, ==,
                   g_str_has_suffix (text->str, "unreadable\n") ||
                     g_str_has_suffix (text->str, "closed\n"));
  if (trouble != NULL)
    {
      g_test_message ("%s", trouble);
      fixture->api->free_text (trouble);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define COLLECTION(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"
#define FEATURE(properties, geometry)                                                              \
  "{\"type\":\"Feature\",\"properties\":{" properties "},\"geometry\":" geometry "}"

/* The false origin of Lambert 2008 (EPSG:3812) lies at 50°47'52.134" N, 4°21'33.177" E and has
 * easting 649 328 m and northing 665 262 m, as the EPSG registry says. */
static void
test_reads_geojson (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (
    fixture, "zones.geojson",
    COLLECTION (FEATURE (
      "\"code\":34022,\"name\":\"Kortrijk\"",
      "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[4.35921583,"
      "50.797815],[4.5,50.79],[4.5,50.9],"
      "[4.35921583,50.797815]],[[4.45,50.85],[4.47,50.86],[4.46,"
      "50.85],[4.45,50.85]]],"
      "[[[3.1,50.8],[3.2,50.8],[3.2,50.9],[3.1,50.9],[3.1,50.8]]]]"
      "}") "," FEATURE ("\"code\":2.5,\"name\":null",
                        "{\"type\":\"Point\",\"coordinates\":[3.1,"
                        "50.8]}") "," FEATURE ("\"name\":\"lijn\"",
                                               "{\"type\":"
                                               "\"LineString\","
                                               "\"coordinates\":[["
                                               "3.1,50.8],[3.2,50."
                                               "8]]}") "," FEATURE ("\"name\":\"leeg\"", "null")));
  g_autofree char *text = describe_layer (fixture, path, 0);

  g_assert_cmpstr (text, ==,
                   "polygon 34022 Kortrijk 0:3 0:3 1:4 at 649328,665262\n"
                   "point 2.5 -\n"
                   "other - lijn\n"
                   "empty - leeg\n");
}

/* A square in degrees, as arcs of a topology, which names no coordinate system. */
static void
test_reads_topojson (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
    write_file (fixture, "zones.topojson",
                "{\"type\":\"Topology\",\"arcs\":[[[4.35921583,50.797815],[4.5,50.8],[4.5,50.9],"
                "[4.35921583,50.797815]]],\"objects\":{\"zones\":{\"type\":\"GeometryCollection\","
                "\"geometries\":[{\"type\":\"Polygon\",\"properties\":{\"code\":\"A\"},"
                "\"arcs\":[[0]]}]}}}");
  g_autofree char *text = describe_layer (fixture, path, 0);

  g_assert_true (g_str_has_prefix (text, "polygon "));
  g_assert_true (g_str_has_suffix (text, "A 0:3 at 649328,665262\n"));
}

static void
test_names_layers_and_fields (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
    write_file (fixture, "wijken.geojson",
                COLLECTION (FEATURE (
                  "\"code\":1,\"naam\":\"Zuid\"",
                  "{\"type\":\"Polygon\",\"coordinates\":[[[3,50],[4,50],[4,51],[3,50]]]}")));
  char *trouble = NULL;
  StreekGdalLayers *layers = fixture->api->open_layers (path, &trouble);

  g_assert_nonnull (layers);
  g_assert_cmpint (fixture->api->get_n_layers (layers), ==, 1);
  g_assert_cmpstr (fixture->api->get_layer_name (layers, 0), ==, "wijken");
  g_assert_null (fixture->api->get_layer_name (layers, 1));
  g_assert_cmpint (fixture->api->get_n_fields (layers, 0), ==, 2);
  g_assert_cmpstr (fixture->api->get_field_name (layers, 0, 1), ==, "naam");
  g_assert_null (fixture->api->get_field_name (layers, 0, 2));
  g_assert_cmpint (fixture->api->get_n_features (layers, 0), ==, 1);
  fixture->api->close_layers (layers);
}

static void
test_refuses_what_is_no_geodata (Fixture *fixture, gconstpointer data)
{
  /* each of these is a name that GDAL itself would take for something to open */
  static const char *const names[] = {
    "/vsicurl/http://127.0.0.1:9/zones.geojson",
    "/vsizip//tmp/zones.zip",
    "http://127.0.0.1:9/zones.geojson",
    "{\"type\":\"FeatureCollection\",\"features\":[]}",
    "<OGRVRTDataSource></OGRVRTDataSource>",
    "/",
    "/nowhere/zones.shp",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = describe_layer (fixture, names[i], 0);

      g_assert_cmpstr (text, ==, "closed\n");
    }

  const struct
  {
    const char *name;
    const char *text;
  } files[] = {
    { "empty.geojson", "" },
    { "words.geojson", "een tekst" },
    { "cut.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feat" },
    { "table.csv", "code,name\n1,a\n" },
    { "other.gpkg", "SQLite format 3" },
    { "broken.zip", "PK\003\004 and nothing more" },
    { "shape.shp", "een tekst" },
    { "virtual.vrt", "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/etc/passwd"
                     "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = write_file (fixture, files[i].name, files[i].text);
      g_autofree char *text = describe_layer (fixture, path, 0);

      g_test_message ("%s", files[i].name);
      g_assert_true (g_str_has_suffix (text, "closed\n") ||
                     g_str_has_suffix (text, "unreadable\n"));
    }
}

/* GDAL asks the address in such a file for the coordinate system; port 9 discards, and a request
 * that was really made would take its time or show in what GDAL says. */
static void
test_asks_no_address (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (
    fixture, "linked.geojson",
    "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"link\",\"properties\":{\"href\":"
    "\"http://127.0.0.1:9/crs\",\"type\":\"proj4\"}},\"features\":[" FEATURE (
      "\"code\":1", "{\"type\":\"Polygon\",\"coordinates\":[[[3,50],[4,50],[4,51],[3,50]]]}") "]}");
  g_autofree char *text = describe_layer (fixture, path, 0);

  g_assert_cmpstr (text, !=, "");
  g_assert_null (strstr (text, "http"));
}

static void
test_is_opened_once (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (fixture->api->version, ==, STREEK_GDAL_API_VERSION);

  /* a second asker gets the same table */
  g_assert_true (streek_gdal_load (NULL) == fixture->api);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/exchange/gdal/reads-geojson", Fixture, NULL, set_up, test_reads_geojson, tear_down);
  g_test_add ("/exchange/gdal/reads-topojson", Fixture, NULL, set_up, test_reads_topojson,
              tear_down);
  g_test_add ("/exchange/gdal/names-layers-and-fields", Fixture, NULL, set_up,
              test_names_layers_and_fields, tear_down);
  g_test_add ("/exchange/gdal/refuses-what-is-no-geodata", Fixture, NULL, set_up,
              test_refuses_what_is_no_geodata, tear_down);
  g_test_add ("/exchange/gdal/asks-no-address", Fixture, NULL, set_up, test_asks_no_address,
              tear_down);
  g_test_add ("/exchange/gdal/is-opened-once", Fixture, NULL, set_up, test_is_opened_once,
              tear_down);

  return g_test_run ();
}
