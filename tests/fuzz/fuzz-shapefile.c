/* fuzz-shapefile.c: bytes that pretend to be shapes and their table; what is accepted can be used
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-shapefile.h"
#include "fuzz-target.h"
#include "shapefile-fixture.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH_AT 24
#define HEADER_SIZE 100

/* Between the shapes and the table. */
static const guint8 border[] = { 'S', 'H', 'P', '|', 'D', 'B', 'F' };

static char *folder;

static void
remove_folder (void)
{
  static const char *const names[] = { "x.shp", "x.shx", "x.dbf", "x.prj" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

static const char *
get_folder (void)
{
  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("streek-fuzz-XXXXXX", NULL);
      atexit (remove_folder);
      shapefile_fixture_write_part (folder, "x", ".prj", SHAPEFILE_FIXTURE_LAMBERT_2008,
                                    strlen (SHAPEFILE_FIXTURE_LAMBERT_2008));
    }

  return folder;
}

/* Behind a wrong length, or an index that says otherwise, nothing would be tried. */
static void
write_shapes (const guint8 *data, gsize size)
{
  g_autoptr (GByteArray) shapes = g_byte_array_new ();

  g_byte_array_append (shapes, data, (guint) size);
  if (shapes->len >= HEADER_SIZE)
    {
      guint32 n_words = GUINT32_TO_BE (shapes->len / 2);

      memcpy (shapes->data + LENGTH_AT, &n_words, sizeof n_words);
    }

  g_autoptr (GByteArray) index = shapefile_fixture_index (shapes);

  shapefile_fixture_write_part (get_folder (), "x", ".shp", shapes->data, shapes->len);
  shapefile_fixture_write_part (get_folder (), "x", ".shx", index->data, index->len);
}

static void
write_files (const guint8 *data, gsize size)
{
  const guint8 *table = memmem (data, size, border, sizeof border);
  gsize n_shapes = table != NULL ? (gsize) (table - data) : size;
  gsize begin = table != NULL ? n_shapes + sizeof border : size;

  write_shapes (data, n_shapes);
  shapefile_fixture_write_part (get_folder (), "x", ".dbf", data + begin, size - begin);
}

static void
use_feature (StreekShapefile *shapefile, guint index)
{
  StreekGdalFeature feature;
  int n_points;
  int n = 0;
  const double *points = streek_shapefile_get_feature (shapefile, index, &feature, &n_points);

  for (int i = 0; i < feature.n_fields; i++)
    g_assert_true (feature.fields[i] == NULL || g_utf8_validate (feature.fields[i], -1, NULL));
  for (int i = 0; i < feature.n_rings; i++)
    {
      g_assert_cmpint (feature.ring_sizes[i], >, 0);
      g_assert_true (feature.rings[i] >= points);
      g_assert_cmpint ((int) (feature.rings[i] - points) / 2 + feature.ring_sizes[i], <=, n_points);
      n += feature.ring_sizes[i];
    }
  g_assert_cmpint (n, <=, n_points);
}

/* Of a table whose columns are not plain, shapes are read without them. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *path = g_build_filename (get_folder (), "x.shp", NULL);

  write_files (data, size);

  g_autoptr (StreekShapefile) shapefile = streek_shapefile_open (path);

  if (shapefile != NULL && !streek_shapefile_want (shapefile, NULL, 0))
    streek_shapefile_want (shapefile, (const int[]){ -1 }, 1);
  for (guint i = 0; shapefile != NULL && i < streek_shapefile_get_n_features (shapefile); i++)
    use_feature (shapefile, i);

  return 0;
}

static void
add_seed (GPtrArray *seeds, const ShapefileFixtureRow *rows, guint n)
{
  g_autoptr (GByteArray) shapes = shapefile_fixture_shapes (rows, n);
  g_autoptr (GByteArray) table = shapefile_fixture_table (rows, n);

  g_byte_array_append (shapes, border, sizeof border);
  g_byte_array_append (shapes, table->data, table->len);
  g_ptr_array_add (seeds, g_byte_array_free_to_bytes (g_steal_pointer (&shapes)));
}

GPtrArray *
fuzz_list_seeds (void)
{
  static const ShapefileFixtureRow rows[] = {
    { "0,0 0,9 9,9 9,0 0,0", "A", "34022", "0.5" },
    { "0,0 0,9 9,9 9,0 0,0;1,1 8,1 8,8 1,8 1,1;2,2 2,7 7,7 7,2 2,2", "caf\351", "-7", "1e-3" },
    { NULL, "", "", "" },
    { "0,5 4,4 4,6 0,5;0,0 0,9 9,9 9,0 0,0;20,0 20,9 29,9 29,0 20,0", "B", "0", "12.25" },
  };
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  add_seed (seeds, rows, 1);
  add_seed (seeds, rows, G_N_ELEMENTS (rows));

  return seeds;
}
