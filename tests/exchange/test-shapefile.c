/* test-shapefile.c: Shapefiles that are read without GDAL, as GDAL reads them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-geodata.h"
#include "exchange/streek-prj.h"
#include "exchange/streek-shapefile.h"
#include "shapefile-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define LAMBERT_2008 SHAPEFILE_FIXTURE_LAMBERT_2008
/* with the digits that ArcGIS writes */
#define LAMBERT_72                                                                                 \
  "PROJCS[\"Belge_Lambert_1972\",GEOGCS[\"GCS_Belge_1972\",DATUM[\"D_Belge_1972\",SPHEROID["       \
  "\"International_1924\",6378388.0,297.0]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\","            \
  "0.0174532925199433]],PROJECTION[\"Lambert_Conformal_Conic\"],PARAMETER[\"False_Easting\","      \
  "150000.013],PARAMETER[\"False_Northing\",5400088.438],PARAMETER[\"Central_Meridian\","          \
  "4.367486666666666],PARAMETER[\"Standard_Parallel_1\",51.16666723333333],PARAMETER["             \
  "\"Standard_Parallel_2\",49.8333339],PARAMETER[\"Latitude_Of_Origin\",90.0],UNIT[\"Meter\","     \
  "1.0]]"
#define WGS_84                                                                                     \
  "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"  \
  "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]"

/* Outlines run clockwise, holes against the clock. */
#define BIG "0,0 0,9 9,9 9,0 0,0"
#define BIG_EAST "20,0 20,9 29,9 29,0 20,0"
#define HOLE "1,1 8,1 8,8 1,8 1,1"
#define HOLE_EAST "21,1 28,1 28,8 21,8 21,1"
#define ISLAND "2,2 2,7 7,7 7,2 2,2"
#define POND "3,3 6,3 6,6 3,6 3,3"
/* begins on the western line of BIG */
#define CREEK "0,5 4,4 4,6 0,5"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("streek-shapefile-XXXXXX", &error);
  g_assert_no_error (error);
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

/* One line a feature, with every digit of its points. */
static int
describe_cb (void *data, const StreekGdalFeature *feature)
{
  GString *text = data;

  g_string_append_printf (text, "%lld %d", feature->id, feature->type);
  for (int i = 0; i < feature->n_fields; i++)
    g_string_append_printf (text, "|%s", feature->fields[i] != NULL ? feature->fields[i] : "-");
  for (int i = 0; i < feature->n_rings; i++)
    {
      g_string_append_printf (text, " %d:", feature->ring_parts[i]);
      for (int j = 0; j < 2 * feature->ring_sizes[i]; j++)
        g_string_append_printf (text, " %.17g", feature->rings[i][j]);
    }
  g_string_append_c (text, '\n');

  return 1;
}

/* Which parts the rings are of, and how many points they have. */
static int
describe_parts_cb (void *data, const StreekGdalFeature *feature)
{
  for (int i = 0; i < feature->n_rings; i++)
    g_string_append_printf (data, "%s%d:%.0f", i > 0 ? " " : "", feature->ring_parts[i],
                            feature->rings[i][0]);

  return 1;
}

static char *
read_layer (const char *path, StreekGdalFeatureFunc func)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekGeodata) geodata = streek_geodata_open (path, &error);
  GString *text = g_string_new (NULL);

  if (geodata == NULL || !streek_geodata_read (geodata, 0, NULL, 0, func, text, &error))
    g_string_append (text, "unreadable\n");

  return g_string_free (text, FALSE);
}

/* Whatever our reader would make of it. */
static char *
read_layer_with_gdal (const char *path)
{
  const StreekGdalApi *api = streek_gdal_load (NULL);
  char *trouble = NULL;
  StreekGdalLayers *layers = api->open_layers (path, &trouble);
  GString *text = g_string_new (NULL);

  if (layers == NULL || !api->read_layer (layers, 0, NULL, 0, describe_cb, text, &trouble))
    g_string_append (text, "unreadable\n");
  if (layers != NULL)
    api->close_layers (layers);
  if (trouble != NULL)
    api->free_text (trouble);

  return g_string_free (text, FALSE);
}

static gboolean
is_everyday (const char *path)
{
  g_autoptr (StreekShapefile) shapefile = streek_shapefile_open (path);

  return shapefile != NULL && streek_shapefile_want (shapefile, NULL, 0);
}

static void
assert_as_gdal (const char *path)
{
  g_autofree char *ours = read_layer (path, describe_cb);
  g_autofree char *gdals = read_layer_with_gdal (path);

  g_assert_cmpstr (ours, ==, gdals);
}

static void
test_reads_shapes_and_texts (Fixture *fixture, gconstpointer data)
{
  const ShapefileFixtureRow rows[] = {
    { "1.5,2 1.5,3 2.5,3 1.5,2", "A", "7", "0.5" },
    { NULL, "  b c", "", "12.000" },
    { "0,0 1,1 1,0", "", "-34022", "-0.125" },
  };
  g_autofree char *path =
    shapefile_fixture_write (fixture->folder, "Wijken", rows, G_N_ELEMENTS (rows), LAMBERT_2008);
  g_autofree char *text = read_layer (path, describe_cb);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekGeodata) geodata = streek_geodata_open (path, &error);

  g_assert_true (is_everyday (path));
  g_assert_cmpstr (text, ==,
                   "0 0|A|7|0.5 0: 1.5 2 1.5 3 2.5 3\n"
                   "1 3|b c|-|12\n"
                   "2 0|-|-34022|-0.125 0: 0 0 1 1 1 0\n");
  g_assert_cmpint (streek_geodata_get_n_layers (geodata), ==, 1);

  const StreekGeodataLayer *layer = streek_geodata_get_layer (geodata, 0);

  g_assert_cmpstr (layer->name, ==, "Wijken");
  g_assert_cmpint (layer->n_features, ==, 3);
  g_assert_cmpint (g_strv_length (layer->fields), ==, 3);
  g_assert_cmpstr (layer->fields[2], ==, "SHARE");
  assert_as_gdal (path);
}

/* Rings are told apart by the first x of each. */
static void
test_sorts_rings (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *rings;
    const char *expected; /* NULL: for GDAL */
  } cases[] = {
    { BIG, "0:0" },
    { HOLE, "0:1" }, /* a single ring is an outline, however it runs */
    { BIG ";" BIG_EAST, "0:0 1:20" },
    { BIG ";" HOLE, "0:0 0:1" },
    { HOLE ";" BIG, "0:0 0:1" },
    { BIG ";" BIG_EAST ";" HOLE_EAST ";" HOLE, "0:0 0:1 1:20 1:21" },
    { POND ";" HOLE ";" ISLAND ";" BIG, "0:2 0:3 1:0 1:1" },
    { BIG ";" CREEK, "0:0 0:0" },
    { BIG ";" ISLAND, "0:0 1:2" }, /* both say that they are land */
    { HOLE ";" POND, NULL },
    { BIG ";" HOLE_EAST, NULL },
    { BIG ";1,1 8,8 1,8 8,1 1,1", NULL }, /* crosses itself */
    { BIG ";1,1 8,1 1,1", NULL },
    { BIG ";1,1 8,1 8,8 1,8", NULL }, /* not closed */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ShapefileFixtureRow row = { cases[i].rings, "A", "1", "2" };
      g_autofree char *path =
        shapefile_fixture_write (fixture->folder, "rings", &row, 1, LAMBERT_2008);
      g_autofree char *text = read_layer (path, describe_parts_cb);

      g_test_message ("%s", cases[i].rings);
      g_assert_cmpint (is_everyday (path), ==, cases[i].expected != NULL);
      if (cases[i].expected != NULL)
        g_assert_cmpstr (text, ==, cases[i].expected);
      assert_as_gdal (path);
    }
}

static void
test_reads_values_as_gdal_does (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *code;
    const char *number;
    const char *share;
    const char *expected; /* NULL: for GDAL */
  } cases[] = {
    { "A", "007", "1e3", "0 0|A|7|1000" },
    { "A", "           0", "  -2.50", "0 0|A|0|-2.5" },
    { "A", "-99999999", "123456.789", "0 0|A|-99999999|123456.789" },
    { "caf\351", "1", "1", "0 0|caf\303\251|1|1" },
    { "", "", "", "0 0|-|-|-" },
    { "A", "-0", "1", NULL },
    { "A", "+5", "1", NULL },
    { "A", "1.5", "1", NULL },
    { "A", "************", "1", NULL },
    { "A", "1", "1,5", NULL },
    { "A", "1", "nan", NULL },
    { "A", "1", "0x10", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ShapefileFixtureRow row = { BIG, cases[i].code, cases[i].number, cases[i].share };
      g_autofree char *path =
        shapefile_fixture_write (fixture->folder, "values", &row, 1, LAMBERT_2008);
      g_autofree char *text = read_layer (path, describe_cb);

      g_test_message ("%s %s", cases[i].number, cases[i].share);
      g_assert_cmpint (is_everyday (path), ==, cases[i].expected != NULL);
      if (cases[i].expected != NULL)
        g_assert_true (g_str_has_prefix (text, cases[i].expected));
      assert_as_gdal (path);
    }
}

static void
test_reads_encodings_as_gdal_does (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *code;
    const char *encoding;
    const char *expected; /* NULL: for GDAL */
  } cases[] = {
    { "caf\303\251", "UTF-8\r\n", "0 0|caf\303\251|" },
    { "caf\351", "ISO-8859-1", "0 0|caf\303\251|" },
    { "caf\351", "UTF-8", NULL },
    { "caf\351", "1252", NULL },
    { "cafe", "1252", "0 0|cafe|" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ShapefileFixtureRow row = { BIG, cases[i].code, "1", "1" };
      g_autofree char *path =
        shapefile_fixture_write (fixture->folder, "words", &row, 1, LAMBERT_2008);

      shapefile_fixture_write_part (fixture->folder, "words", ".CPG", cases[i].encoding,
                                    strlen (cases[i].encoding));

      g_autofree char *text = read_layer (path, describe_cb);

      g_assert_cmpint (is_everyday (path), ==, cases[i].expected != NULL);
      if (cases[i].expected != NULL)
        g_assert_true (g_str_has_prefix (text, cases[i].expected));
      assert_as_gdal (path);
    }
}

/* A system that PROJ must turn into that of meshes is known by its words all the same. */
static void
test_projects_as_gdal_does (Fixture *fixture, gconstpointer data)
{
  const ShapefileFixtureRow metres = { "150000,170000 150000,171000 151234.56,170500 150000,170000",
                                       "A", "1", "1" };
  const ShapefileFixtureRow degrees = { "4.35921583,50.797815 4.5,50.9 4.5,50.79 "
                                        "4.35921583,50.797815",
                                        "A", "1", "1" };
  g_autofree char *old =
    shapefile_fixture_write (fixture->folder, "lambert72", &metres, 1, LAMBERT_72);
  g_autofree char *globe =
    shapefile_fixture_write (fixture->folder, "degrees", &degrees, 1, WGS_84);

  g_assert_true (is_everyday (old));
  g_assert_true (is_everyday (globe));
  assert_as_gdal (old);
  assert_as_gdal (globe);
}

static void
test_knows_systems (void)
{
  g_autofree char *foot = g_strdup (LAMBERT_2008);

  strstr (foot, "\"Meter\",1.0")[8] = '2';

  g_assert_cmpstr (streek_prj_name_system (LAMBERT_2008), ==, "EPSG:3812");
  g_assert_cmpstr (streek_prj_name_system (LAMBERT_2008 "\r\n"), ==, "EPSG:3812");
  g_assert_cmpstr (streek_prj_name_system (LAMBERT_72), ==, "EPSG:31370");
  g_assert_cmpstr (streek_prj_name_system (" GEOGCS [ \"GCS_WGS_1984\" , " WGS_84), ==, NULL);
  g_assert_cmpstr (
    streek_prj_name_system ("GEOGCS[\"GCS_WGS_1984\",\n  DATUM[\"D_WGS_1984\",\n    SPHEROID["
                            "\"WGS_1984\", 6378137, 298.2572235630]],\n  PRIMEM[\"Greenwich\", 0],"
                            "\n  UNIT[\"Degree\", 1.74532925199433e-2]]\n"),
    ==, "EPSG:4326");
  g_assert_null (streek_prj_name_system (foot));
  g_assert_null (streek_prj_name_system (WGS_84 ","));
  g_assert_null (streek_prj_name_system (""));
  g_assert_null (streek_prj_name_system ("GEOGCS[\"GCS_WGS_1984\""));
}

static void
drop_part (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* What is damaged or contradicts itself: each byte that is changed here makes it so. */
static void
test_leaves_damage_to_gdal (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *ending;
    guint at;
    guint8 byte;
  } cases[] = {
    { ".shp", 3, 0 },      /* the number that begins it */
    { ".shp", 27, 0x60 },  /* its length */
    { ".shp", 32, 3 },     /* lines */
    { ".shp", 103, 2 },    /* the number of the first record */
    { ".shp", 107, 0x60 }, /* its length */
    { ".shp", 108, 15 },   /* its type */
    { ".shp", 144, 2 },    /* parts */
    { ".shp", 147, 0xff }, /* very many of them */
    { ".shp", 148, 4 },    /* points */
    { ".shp", 151, 0x7f }, /* very many of them */
    { ".shp", 152, 1 },    /* where they begin */
    { ".shx", 103, 51 },   /* where the first record is */
    { ".shx", 107, 0x61 }, /* its length */
    { ".shx", 32, 15 },    /* another type than the shapes */
    { ".dbf", 0, 0x83 },   /* memos */
    { ".dbf", 4, 1 },      /* records */
    { ".dbf", 7, 0xff },   /* very many of them */
    { ".dbf", 8, 128 },    /* size of the header */
    { ".dbf", 10, 34 },    /* size of a record */
    { ".dbf", 32, 0xe9 },  /* a name of a field */
    { ".dbf", 43, 'M' },   /* its type */
    { ".dbf", 48, 9 },     /* its width */
    { ".dbf", 128, 'x' },  /* where the fields end */
    { ".dbf", 129, '*' },  /* a record that was deleted */
    { ".prj", 0, 'X' },
  };
  const ShapefileFixtureRow rows[] = { { BIG, "A", "1", "1" }, { ISLAND, "B", "2", "2" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
        shapefile_fixture_write (fixture->folder, "damage", rows, 2, LAMBERT_2008);
      g_autofree char *name = g_strconcat ("damage", cases[i].ending, NULL);
      g_autofree char *part = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size;

      g_assert_true (is_everyday (path));
      g_assert_true (g_file_get_contents (part, &bytes, &size, NULL));
      g_assert_cmpuint (cases[i].at, <, size);
      bytes[cases[i].at] = (char) cases[i].byte;
      shapefile_fixture_write_part (fixture->folder, "damage", cases[i].ending, bytes, size);

      g_test_message ("%s %u", cases[i].ending, cases[i].at);
      g_assert_false (is_everyday (path));
      assert_as_gdal (path);
    }
}

static void
test_leaves_what_is_missing_to_gdal (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "part.shx", "part.dbf", "part.prj" };
  const ShapefileFixtureRow row = { BIG, "A", "1", "1" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path =
        shapefile_fixture_write (fixture->folder, "part", &row, 1, LAMBERT_2008);

      drop_part (fixture, names[i]);
      g_assert_false (is_everyday (path));
      g_assert_null (
        streek_shapefile_find_system (strcmp (names[i], "part.prj") == 0 ? path : "x"));
      assert_as_gdal (path);
    }

  /* two that claim to be the same part */
  g_autofree char *path = shapefile_fixture_write (fixture->folder, "part", &row, 1, LAMBERT_2008);

  shapefile_fixture_write_part (fixture->folder, "Part", ".PRJ", WGS_84, strlen (WGS_84));
  g_assert_false (is_everyday (path));
}

/* A column that only GDAL can read does not matter until somebody wants it. */
static void
test_wants_fields (Fixture *fixture, gconstpointer data)
{
  const int code_and_share[] = { 0, 2 };
  const int number[] = { 1 };
  const ShapefileFixtureRow row = { BIG, "A", "1.5", "1" };
  g_autofree char *path =
    shapefile_fixture_write (fixture->folder, "wanted", &row, 1, LAMBERT_2008);
  g_autoptr (StreekShapefile) shapefile = streek_shapefile_open (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekGeodata) geodata = streek_geodata_open (path, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (streek_shapefile_want (shapefile, code_and_share, 2));
  g_assert_false (streek_shapefile_want (shapefile, number, 1));
  g_assert_no_error (error);
  g_assert_true (streek_geodata_read (geodata, 0, code_and_share, 2, describe_cb, text, &error));
  g_assert_true (streek_geodata_read (geodata, 0, number, 1, describe_cb, text, &error));
  g_assert_true (g_str_has_prefix (text->str, "0 0|A|-|1 0: 0 0"));
  g_assert_nonnull (strstr (text->str, "\n0 0|-|1"));
}

static int
stop_cb (void *data, const StreekGdalFeature *feature)
{
  return ++*(guint *) data < 2;
}

static void
test_stops_when_told (Fixture *fixture, gconstpointer data)
{
  const ShapefileFixtureRow rows[] = { { BIG, "A", "1", "1" },
                                       { BIG, "B", "1", "1" },
                                       { BIG, "C", "1", "1" } };
  g_autofree char *path = shapefile_fixture_write (fixture->folder, "stop", rows, 3, LAMBERT_2008);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekGeodata) geodata = streek_geodata_open (path, &error);
  guint n = 0;

  g_assert_no_error (error);
  g_assert_true (streek_geodata_read (geodata, 0, NULL, 0, stop_cb, &n, &error));
  g_assert_cmpuint (n, ==, 2);
}

/* GDAL is expected only for what needs it. */
static void
test_expects_gdal_where_it_is_needed (Fixture *fixture, gconstpointer data)
{
  const ShapefileFixtureRow row = { BIG, "A", "1", "1" };
  g_autofree char *ours = shapefile_fixture_write (fixture->folder, "ours", &row, 1, LAMBERT_2008);
  g_autofree char *old = shapefile_fixture_write (fixture->folder, "old", &row, 1, LAMBERT_72);
  GThread *thread = streek_geodata_expect (old);

  g_assert_null (streek_geodata_expect (ours));
  g_assert_nonnull (thread);
  g_thread_join (thread);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/exchange/shapefile/reads-shapes-and-texts", Fixture, NULL, set_up,
              test_reads_shapes_and_texts, tear_down);
  g_test_add ("/exchange/shapefile/sorts-rings", Fixture, NULL, set_up, test_sorts_rings,
              tear_down);
  g_test_add ("/exchange/shapefile/reads-values-as-gdal-does", Fixture, NULL, set_up,
              test_reads_values_as_gdal_does, tear_down);
  g_test_add ("/exchange/shapefile/reads-encodings-as-gdal-does", Fixture, NULL, set_up,
              test_reads_encodings_as_gdal_does, tear_down);
  g_test_add ("/exchange/shapefile/projects-as-gdal-does", Fixture, NULL, set_up,
              test_projects_as_gdal_does, tear_down);
  g_test_add_func ("/exchange/shapefile/knows-systems", test_knows_systems);
  g_test_add ("/exchange/shapefile/leaves-damage-to-gdal", Fixture, NULL, set_up,
              test_leaves_damage_to_gdal, tear_down);
  g_test_add ("/exchange/shapefile/leaves-what-is-missing-to-gdal", Fixture, NULL, set_up,
              test_leaves_what_is_missing_to_gdal, tear_down);
  g_test_add ("/exchange/shapefile/wants-fields", Fixture, NULL, set_up, test_wants_fields,
              tear_down);
  g_test_add ("/exchange/shapefile/stops-when-told", Fixture, NULL, set_up, test_stops_when_told,
              tear_down);
  g_test_add ("/exchange/shapefile/expects-gdal-where-it-is-needed", Fixture, NULL, set_up,
              test_expects_gdal_where_it_is_needed, tear_down);

  return g_test_run ();
}
