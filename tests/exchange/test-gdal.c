/* test-gdal.c: geodata through the module: what is read, and what it refuses to touch */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-geodata.h"

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
describe_layer (const char *path)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekGeodata) geodata = streek_geodata_open (path, &error);

  if (geodata == NULL)
    g_string_append (text, "closed\n");
  else if (!streek_geodata_read (geodata, 0, NULL, 0, describe_cb, text, &error))
    g_string_append (text, "unreadable\n");

  g_assert_cmpint (error != NULL, ==,
                   g_str_has_suffix (text->str, "unreadable\n") ||
                     g_str_has_suffix (text->str, "closed\n"));
  if (error != NULL)
    g_test_message ("%s", error->message);

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
  g_autofree char *text = describe_layer (path);

  g_assert_cmpstr (text, ==,
                   "polygon 34022 Kortrijk 0:3 0:3 1:4 at 649328,665262\n"
                   "point 2.5 - 0:1 at 560564,666258\n"
                   "other - lijn\n"
                   "empty - leeg\n");
}

#define RING "[[3,50],[4,50],[4,51],[3,50]]"
#define TRIANGLE "{\"type\":\"Polygon\",\"coordinates\":[" RING "]}"

/* The same features twice: once as everyone writes them, which is read by our own reader, and once
 * with a member that only GDAL knows what to do with. Expected is what GDAL says of the second. */
static void
test_reads_geojson_as_gdal_does (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *properties;
    const char *geometry;
    const char *expected;
  } cases[] = {
    { "\"code\":\"A\"", TRIANGLE, "polygon A 0:3" },
    { "\"code\":34022.0,\"share\":2.50", TRIANGLE, "polygon 34022 2.5 0:3" },
    { "\"code\":-7,\"share\":1e2", TRIANGLE, "polygon -7 100 0:3" },
    { "\"code\":0,\"share\":0.1", TRIANGLE, "polygon 0 0.1 0:3" },
    { "\"code\":123456789012345", TRIANGLE, "polygon 123456789012345 0:3" },
    { "\"code\":\"\",\"name\":null", TRIANGLE, "polygon  - 0:3" },
    { " \"code\" : \"a\\\"b\\\\c\\/d\\u00eb\\ud83d\\ude00\" ", TRIANGLE,
      "polygon a\"b\\c/d\303\253\360\237\230\200 0:3" },
    { "\"code\":\"hoogte\"",
      "{ \"type\" : \"Polygon\", \"bbox\":[3,50,4,51],\n\"coordinates\": [ [ [ 3 , 50, 12.5 ],"
      "[4,50,0], [4,51,-1] , [3,50,12.5]]]}",
      "polygon hoogte 0:3" },
    { "\"code\":\"delen\"",
      "{\"type\":\"MultiPolygon\",\"coordinates\":[[" RING "," RING "],[" RING "]]}",
      "polygon delen 0:3 0:3 1:3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *feature =
        g_strdup_printf (FEATURE ("%s", "%s"), cases[i].properties, cases[i].geometry);
      g_autofree char *ours = g_strdup_printf (COLLECTION ("%s"), feature);
      g_autofree char *gdals =
        g_strdup_printf (COLLECTION ("{\"extra\":1,%s"), strchr (feature, '{') + 1);
      g_autofree char *ours_path = write_file (fixture, "ours.geojson", ours);
      g_autofree char *gdals_path = write_file (fixture, "gdals.geojson", gdals);
      g_autofree char *ours_text = describe_layer (ours_path);
      g_autofree char *gdals_text = describe_layer (gdals_path);

      g_assert_true (g_str_has_prefix (gdals_text, cases[i].expected));
      g_assert_cmpstr (ours_text, ==, gdals_text);
    }
}

static int
copy_points_cb (void *data, const StreekGdalFeature *feature)
{
  g_array_append_vals (data, feature->rings[0], 2 * (guint) feature->ring_sizes[0]);

  return 1;
}

/* The compiler reads the same numbers; in metres of the projection itself nothing is done to them.
 */
static void
test_reads_numbers_exactly (Fixture *fixture, gconstpointer data)
{
#define NUMBERS                                                                                    \
  { 649328.13, -0.1 }, { 123456.789012345, 1.7976931348623157e5 },                                 \
    { 0.000000000000001, 9007199254740993 }, { 3.14159265358979311600, 2.5E-3 },                   \
  {                                                                                                \
    500000.010000000000000000000000001, 1e+5                                                       \
  }
#define NUMBERS_TEXT                                                                               \
  "[649328.13,-0.1],[123456.789012345,1.7976931348623157e5],"                                      \
  "[0.000000000000001,9007199254740993],[3.14159265358979311600,2.5E-3],"                          \
  "[500000.010000000000000000000000001,1e+5]"
  static const double expected[][2] = { NUMBERS };
  g_autofree char *path = write_file (
    fixture, "exact.geojson",
    "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
    "\"urn:ogc:def:crs:EPSG::3812\"}},\"features\":[" FEATURE (
      "\"code\":1", "{\"type\":\"Polygon\",\"coordinates\":[[" NUMBERS_TEXT "]]}") "]}");
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekGeodata) geodata = streek_geodata_open (path, &error);

  g_assert_no_error (error);
  g_assert_true (streek_geodata_read (geodata, 0, NULL, 0, copy_points_cb, points, &error));
  g_assert_cmpmem (points->data, points->len * sizeof (double), expected, sizeof expected);
}

static void
put_int (GByteArray *bytes, guint32 number, gboolean is_big_endian)
{
  number = is_big_endian ? GUINT32_TO_BE (number) : GUINT32_TO_LE (number);
  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

static void
put_double (GByteArray *bytes, double number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  bits = GUINT64_TO_LE (bits);
  g_byte_array_append (bytes, (const guint8 *) &bits, sizeof bits);
}

static void
write_bytes (Fixture *fixture, const char *name, const GByteArray *bytes)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, (const char *) bytes->data, (gssize) bytes->len, &error);
  g_assert_no_error (error);
}

/* The head of a .shp or .shx with one polygon, by the "ESRI Shapefile Technical Description". */
static GByteArray *
begin_shapes (guint32 n_bytes)
{
  GByteArray *bytes = g_byte_array_new ();

  put_int (bytes, 9994, TRUE);
  for (int i = 0; i < 5; i++)
    put_int (bytes, 0, TRUE);
  put_int (bytes, (100 + n_bytes) / 2, TRUE);
  put_int (bytes, 1000, FALSE);
  put_int (bytes, 5, FALSE);
  for (int i = 0; i < 8; i++)
    put_double (bytes, 0);

  return bytes;
}

/* (transfer full): the path of a Shapefile of one triangle, which has the code A */
static char *
write_shapefile (Fixture *fixture, const char *prj)
{
  static const double points[] = { 600000,   650000, 600000, 651000.25,
                                   601000.5, 650000, 600000, 650000 };
  static const char table[] =
    "\3\137\7\32\1\0\0\0\101\0\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    "CODE\0\0\0\0\0\0\0C\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    "\r A";
  const guint32 n_bytes = 4 + 32 + 4 + 4 + 4 + sizeof points;
  g_autoptr (GByteArray) shapes = begin_shapes (8 + n_bytes);
  g_autoptr (GByteArray) index = begin_shapes (8);
  g_autoptr (GByteArray) rows = g_byte_array_new ();

  put_int (index, 50, TRUE);
  put_int (index, n_bytes / 2, TRUE);
  put_int (shapes, 1, TRUE);
  put_int (shapes, n_bytes / 2, TRUE);
  put_int (shapes, 5, FALSE);
  for (int i = 0; i < 4; i++)
    put_double (shapes, 0);
  put_int (shapes, 1, FALSE);
  put_int (shapes, 4, FALSE);
  put_int (shapes, 0, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    put_double (shapes, points[i]);
  g_byte_array_append (rows, (const guint8 *) table, sizeof table - 1);

  write_bytes (fixture, "zones.shx", index);
  write_bytes (fixture, "zones.shp", shapes);
  write_bytes (fixture, "zones.dbf", rows);
  g_free (write_file (fixture, "zones.prj", prj));

  return g_build_filename (fixture->folder, "zones.shp", NULL);
}

#define LAMBERT_2008(blank)                                                                        \
  "PROJCS[\"Belge_Lambert_2008\"," blank                                                           \
  "GEOGCS[\"GCS_ETRS_1989\",DATUM[\"D_ETRS_1989\",SPHEROID[\"GRS_1980\",6378137.0,"                \
  "298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION["     \
  "\"Lambert_Conformal_Conic\"],PARAMETER[\"False_Easting\",649328.0],PARAMETER["                  \
  "\"False_Northing\",665262.0],PARAMETER[\"Central_Meridian\",4.35921583333333],PARAMETER["       \
  "\"Standard_Parallel_1\",49.8333333333333],PARAMETER[\"Standard_Parallel_2\",51.1666666666667]," \
  "PARAMETER[\"Latitude_Of_Origin\",50.797815],UNIT[\"Meter\",1.0]]"

/* One text is known to the letter; with a blank in it PROJ is asked, and says the same. */
static void
test_known_words_mean_what_proj_says (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { LAMBERT_2008 (""), LAMBERT_2008 ("") "\r\n",
                                       LAMBERT_2008 (" ") };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = write_shapefile (fixture, texts[i]);
      g_autofree char *text = describe_layer (path);
      g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekGeodata) geodata = streek_geodata_open (path, &error);

      g_assert_no_error (error);
      g_assert_true (streek_geodata_read (geodata, 0, NULL, 0, copy_points_cb, points, &error));
      g_assert_cmpstr (text, ==, "polygon A 0:3 at 600000,650000\n");
      g_assert_cmpfloat (g_array_index (points, double, 3), ==, 651000.25);
    }
}

/* Words that begin as those that are known, and end as something else. */
static void
test_other_words_are_asked_about (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) west = g_string_new (LAMBERT_2008 (""));

  g_string_replace (west, "649328.0", "649228.0", 1);

  g_autofree char *path = write_shapefile (fixture, west->str);
  g_autofree char *text = describe_layer (path);
  g_autofree char *cut = g_strndup (LAMBERT_2008 (""), 200);
  g_autofree char *cut_path = write_shapefile (fixture, cut);
  g_autofree char *cut_text = describe_layer (cut_path);

  /* its false origin lies 100 m further west in its numbers */
  g_assert_cmpstr (text, ==, "polygon A 0:3 at 600100,650000\n");
  g_assert_cmpstr (cut_text, ==, "unreadable\n");
}

/* Each of these is for GDAL: damaged, or rare. What it makes of them is its own affair, but nothing
 * may come of them that is not in the file. */
static void
test_leaves_the_rest_to_gdal (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { COLLECTION (FEATURE ("\"ja\":true", TRIANGLE)), "polygon 1 0:3" },
    { COLLECTION (FEATURE ("\"id\":5", TRIANGLE)), "polygon 5 0:3" },
    { COLLECTION (FEATURE ("\"code\":\"A\"", TRIANGLE) "," FEATURE (
        "\"code\":\"B\"", "{\"type\":\"Point\",\"coordinates\":[3,50]}")),
      "polygon A 0:3" },
    { FEATURE ("\"code\":\"A\"", TRIANGLE), "polygon A 0:3" },
    { COLLECTION (FEATURE ("\"code\":\"A\"", TRIANGLE)) "x", "" },
    { "{\"type\":\"FeatureCollection\",\"features\":[" FEATURE ("\"code\":\"A\"", TRIANGLE),
      "closed" },
    { COLLECTION (FEATURE ("\"code\":\"A", TRIANGLE)), "closed" },
    { COLLECTION (FEATURE ("\"code\":\"\\ud83d\"", TRIANGLE)), "" },
    { COLLECTION (FEATURE ("\"code\":01", TRIANGLE)), "" },
    { COLLECTION (FEATURE ("\"code\":[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]", TRIANGLE)),
      "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_file (fixture, "rest.geojson", cases[i].text);
      g_autofree char *text = describe_layer (path);

      g_test_message ("%s", text);
      g_assert_true (g_str_has_prefix (text, cases[i].expected));
    }
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
  g_autofree char *text = describe_layer (path);

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
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekGeodata) geodata = streek_geodata_open (path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (streek_geodata_get_n_layers (geodata), ==, 1);

  const StreekGeodataLayer *layer = streek_geodata_get_layer (geodata, 0);

  g_assert_cmpstr (layer->name, ==, "wijken");
  g_assert_cmpint (g_strv_length (layer->fields), ==, 2);
  g_assert_cmpstr (layer->fields[1], ==, "naam");
  g_assert_cmpint (layer->n_features, ==, 1);
}

/* A second reading finds the points where the first one put them. */
static void
test_projects_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (
    fixture, "origin.geojson",
    COLLECTION (FEATURE ("\"code\":1", "{\"type\":\"Polygon\",\"coordinates\":[[[4.35921583,"
                                       "50.797815],[4.5,50.8],[4.5,50.9]]]}")));
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekGeodata) geodata = streek_geodata_open (path, &error);

  g_assert_no_error (error);
  g_assert_true (streek_geodata_read (geodata, 0, NULL, 0, describe_cb, first, &error));
  g_assert_true (streek_geodata_read (geodata, 0, NULL, 0, describe_cb, second, &error));
  g_assert_cmpstr (first->str, ==, "polygon 1 0:3 at 649328,665262\n");
  g_assert_cmpstr (second->str, ==, first->str);
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
      g_autofree char *text = describe_layer (names[i]);

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
      g_autofree char *text = describe_layer (path);

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
  g_autofree char *text = describe_layer (path);

  g_autofree char *named_path = write_file (
    fixture, "named.geojson",
    "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
    "\"http://127.0.0.1:9/crs\"}},\"features\":[" FEATURE ("\"code\":1", TRIANGLE) "]}");
  g_autofree char *named_text = describe_layer (named_path);

  g_assert_cmpstr (text, !=, "");
  g_assert_null (strstr (text, "http"));
  g_assert_null (strstr (named_text, "http"));
}

static void
test_is_opened_once (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (fixture->api->version, ==, STREEK_GDAL_API_VERSION);

  /* a second asker gets the same table */
  g_assert_true (streek_gdal_load (NULL) == fixture->api);
}

#define N_MANY 3000

/* Squares of 100 m, every seventh with a hole, and one with many thousands of points. */
static char *
make_many (void)
{
  GString *text = g_string_new ("{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\","
                                "\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3812\"}},"
                                "\"features\":[");

  for (int i = 0; i < N_MANY; i++)
    {
      int x = 600000 + 200 * i;
      int y = 650000;

      g_string_append_printf (
        text,
        "%s{\"type\":\"Feature\",\"properties\":{\"code\":\"%d\",\"name\":%s},"
        "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%d,%d],[%d,%d],[%d,%d]",
        i > 0 ? "," : "", i, i % 5 == 0 ? "null" : "\"Zone\"", x, y, x + 100, y, x + 100, y + 100);
      for (int j = 1; i == 100 && j < 30000; j++)
        g_string_append_printf (text, ",[%d.%d,%d]", x + 99 - j / 1000, 999 - j % 1000, y + 100);
      g_string_append_printf (text, ",[%d,%d],[%d,%d]]", x, y + 100, x, y);
      if (i % 7 == 0)
        g_string_append_printf (text, ",[[%d,%d],[%d,%d],[%d,%d],[%d,%d]]", x + 10, y + 10, x + 10,
                                y + 20, x + 20, y + 20, x + 10, y + 10);
      g_string_append (text, "]}}");
    }
  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}

/* GDAL hands features over from a thread of its own, many at once: all of them come, in order, with
 * what our reader of everyday GeoJSON says of each. */
static void
test_reads_thousands_in_order (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_many ();
  g_autofree char *ours = write_file (fixture, "many.geojson", text);
  g_autofree char *theirs = write_file (fixture, "many.map", text);
  g_autofree char *expected = describe_layer (ours);
  g_autofree char *found = describe_layer (theirs);
  g_auto (GStrv) lines = g_strsplit (found, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, N_MANY + 1);
  g_assert_cmpstr (lines[0], ==, "polygon 0 - 0:4 0:3 at 600000,650000");
  g_assert_cmpstr (lines[1], ==, "polygon 1 Zone 0:4 at 600200,650000");
  g_assert_cmpstr (lines[100], ==, "polygon 100 - 0:30003 at 620000,650000");
  g_assert_cmpstr (lines[2999], ==, "polygon 2999 Zone 0:4 at 1199800,650000");
  g_assert_cmpstr (found, ==, expected);
}

typedef struct
{
  guint n;
  guint n_wanted;
  guint n_names;
} Tally;

static int
count_cb (void *data, const StreekGdalFeature *feature)
{
  Tally *tally = data;

  tally->n++;
  tally->n_names += feature->fields[1] != NULL;
  g_assert_nonnull (feature->fields[0]);

  return tally->n < tally->n_wanted;
}

/* Also while the reader waits for room. */
static void
test_stops_when_told (Fixture *fixture, gconstpointer data)
{
  const guint n_wanted[] = { 1, 10, 1500, N_MANY, N_MANY + 1 };
  g_autofree char *text = make_many ();
  g_autofree char *path = write_file (fixture, "many.map", text);

  for (gsize i = 0; i < G_N_ELEMENTS (n_wanted); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekGeodata) geodata = streek_geodata_open (path, &error);
      Tally tally = { .n_wanted = n_wanted[i] };

      g_assert_no_error (error);
      g_assert_true (streek_geodata_read (geodata, 0, NULL, 0, count_cb, &tally, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (tally.n, ==, MIN (n_wanted[i], N_MANY));
    }
}

static void
test_reads_fields_that_are_wanted (Fixture *fixture, gconstpointer data)
{
  const int code[] = { 0 };
  const int both[] = { 1, 0 };
  g_autofree char *text = make_many ();
  g_autofree char *path = write_file (fixture, "many.map", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekGeodata) geodata = streek_geodata_open (path, &error);
  Tally tally = { .n_wanted = G_MAXUINT };

  g_assert_no_error (error);
  g_assert_true (streek_geodata_read (geodata, 0, code, 1, count_cb, &tally, &error));
  g_assert_cmpuint (tally.n, ==, N_MANY);
  g_assert_cmpuint (tally.n_names, ==, 0);

  tally = (Tally){ .n_wanted = G_MAXUINT };
  g_assert_true (streek_geodata_read (geodata, 0, both, 2, count_cb, &tally, &error));
  g_assert_cmpuint (tally.n_names, ==, N_MANY * 4 / 5);
}

/* Who expects geodata may open it at once, later or never. */
static void
test_is_expected (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_many ();
  g_autofree char *path = write_file (fixture, "many.map", text);
  g_autoptr (GError) error = NULL;
  GThread *expectation = streek_geodata_expect (path);
  g_autoptr (StreekGeodata) geodata = streek_geodata_open (path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (geodata);
  g_assert_nonnull (expectation);
  g_thread_join (expectation);
  g_assert_null (streek_geodata_expect ("everyday.GeoJSON"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/exchange/gdal/reads-geojson", Fixture, NULL, set_up, test_reads_geojson, tear_down);
  g_test_add ("/exchange/gdal/projects-once", Fixture, NULL, set_up, test_projects_once, tear_down);
  g_test_add ("/exchange/gdal/reads-geojson-as-gdal-does", Fixture, NULL, set_up,
              test_reads_geojson_as_gdal_does, tear_down);
  g_test_add ("/exchange/gdal/reads-numbers-exactly", Fixture, NULL, set_up,
              test_reads_numbers_exactly, tear_down);
  g_test_add ("/exchange/gdal/known-words-mean-what-proj-says", Fixture, NULL, set_up,
              test_known_words_mean_what_proj_says, tear_down);
  g_test_add ("/exchange/gdal/other-words-are-asked-about", Fixture, NULL, set_up,
              test_other_words_are_asked_about, tear_down);
  g_test_add ("/exchange/gdal/leaves-the-rest-to-gdal", Fixture, NULL, set_up,
              test_leaves_the_rest_to_gdal, tear_down);
  g_test_add ("/exchange/gdal/reads-topojson", Fixture, NULL, set_up, test_reads_topojson,
              tear_down);
  g_test_add ("/exchange/gdal/names-layers-and-fields", Fixture, NULL, set_up,
              test_names_layers_and_fields, tear_down);
  g_test_add ("/exchange/gdal/refuses-what-is-no-geodata", Fixture, NULL, set_up,
              test_refuses_what_is_no_geodata, tear_down);
  g_test_add ("/exchange/gdal/asks-no-address", Fixture, NULL, set_up, test_asks_no_address,
              tear_down);
  g_test_add ("/exchange/gdal/reads-thousands-in-order", Fixture, NULL, set_up,
              test_reads_thousands_in_order, tear_down);
  g_test_add ("/exchange/gdal/stops-when-told", Fixture, NULL, set_up, test_stops_when_told,
              tear_down);
  g_test_add ("/exchange/gdal/reads-fields-that-are-wanted", Fixture, NULL, set_up,
              test_reads_fields_that_are_wanted, tear_down);
  g_test_add ("/exchange/gdal/is-expected", Fixture, NULL, set_up, test_is_expected, tear_down);
  g_test_add ("/exchange/gdal/is-opened-once", Fixture, NULL, set_up, test_is_opened_once,
              tear_down);

  return g_test_run ();
}
