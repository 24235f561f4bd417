/* test-mesh.c: a mesh, its binary form, its outlines and what lies under a point */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-mesh.h"
#include "streek-letters.h"

#include <math.h>
#include <string.h>
#include <zlib.h>

/*  y
 *  2  A A B
 *  1  A C C   A: 3 km², B: 1 km², C: 2 km²
 *     0 1 2 x */
static const char *const three[] = { "AAB", "ACC" };

/* H is an enclave in A, the dots inside A are another country. */
static const char *const enclave[] = {
  "AAAAAA",
  "AHA..A",
  "AAA..A",
  "AAAAAA",
};

static void
test_area_and_extent (void)
{
  g_autoptr (StreekMesh) mesh = streek_letters_new_mesh (three, G_N_ELEMENTS (three));
  StreekExtent extent = streek_mesh_get_extent (mesh);
  StreekExtent c = streek_mesh_get_unit_extent (mesh, 2);

  g_assert_cmpuint (streek_mesh_get_n_units (mesh), ==, 3);
  g_assert_cmpfloat (streek_mesh_get_unit_area_km2 (mesh, 0), ==, 3);
  g_assert_cmpfloat (streek_mesh_get_unit_area_km2 (mesh, 1), ==, 1);
  g_assert_cmpfloat (streek_mesh_get_unit_area_km2 (mesh, 2), ==, 2);
  g_assert_cmpint (extent.x_min, ==, 0);
  g_assert_cmpint (extent.x_max, ==, 3000);
  g_assert_cmpint (extent.y_max, ==, 2000);
  g_assert_cmpint (c.x_min, ==, 1000);
  g_assert_cmpint (c.y_max, ==, 1000);
}

static void
test_find_unit (void)
{
  const struct
  {
    double x, y;
    gint32 unit;
  } cases[] = {
    { 500, 500, 0 },   { 1500, 1500, 0 },   { 2500, 1500, 1 },  { 1500, 500, 2 },
    { 2999, 1, 2 },    { 1500, 1000.5, 0 }, { 1500, 999.5, 2 }, { -1, 500, -1 },
    { 500, 2001, -1 }, { 1e9, 0, -1 },      { NAN, 500, -1 },
  };
  g_autoptr (StreekMesh) mesh = streek_letters_new_mesh (three, G_N_ELEMENTS (three));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (streek_mesh_find_unit (mesh, cases[i].x, cases[i].y), ==, cases[i].unit);
}

/* At y = 1000 the ray runs exactly through corners where three lines meet. */
static void
test_find_unit_at_height_of_corners (void)
{
  g_autoptr (StreekMesh) mesh = streek_letters_new_mesh (three, G_N_ELEMENTS (three));

  g_assert_cmpint (streek_mesh_find_unit (mesh, 500, 1000), ==, 0);
  g_assert_cmpint (streek_mesh_find_unit (mesh, 1500, 1000), ==, 0);
  g_assert_cmpint (streek_mesh_find_unit (mesh, 2500, 1000), ==, 1);
}

static void
test_find_unit_in_hole (void)
{
  g_autoptr (StreekMesh) mesh = streek_letters_new_mesh (enclave, G_N_ELEMENTS (enclave));

  g_assert_cmpint (streek_mesh_find_unit (mesh, 1500, 2500), ==, 1);
  g_assert_cmpint (streek_mesh_find_unit (mesh, 2500, 2500), ==, 0);
  g_assert_cmpint (streek_mesh_find_unit (mesh, 4000, 2000), ==, STREEK_MESH_NO_UNIT);
}

/* Shoelace formula; positive where the ring runs counter-clockwise. */
static double
measure_ring_km2 (const StreekRings *rings, guint ring)
{
  double twice = 0;
  guint first = rings->ring_starts[ring];
  guint end = rings->ring_starts[ring + 1];

  for (guint i = first; i < end; i++)
    {
      StreekVertex a = rings->vertices[i];
      StreekVertex b = rings->vertices[i + 1 < end ? i + 1 : first];

      twice += (double) a.x * b.y - (double) b.x * a.y;
    }

  return twice / 2e6;
}

static void
assert_rings (const char *const *rows,
              guint n_rows,
              const gint32 *group_of,
              guint group,
              const double *areas_km2,
              guint n)
{
  g_autoptr (StreekMesh) mesh = streek_letters_new_mesh (rows, n_rows);
  StreekRings *rings = streek_mesh_build_rings (mesh, 0, group_of, group + 1);
  g_autofree gboolean *found = g_new0 (gboolean, n);

  g_assert_cmpuint (rings[group].n_rings, ==, n);

  for (guint i = 0; i < n; i++)
    {
      double area_km2 = measure_ring_km2 (&rings[group], i);
      guint j = 0;

      while (j < n && (found[j] || fabs (areas_km2[j] - area_km2) > 1e-9))
        j++;

      g_assert_cmpuint (j, <, n);
      found[j] = TRUE;
    }

  streek_rings_free_array (rings, group + 1);
}

static void
test_rings_of_union (void)
{
  const gint32 a_and_c[] = { 0, -1, 0 };
  const gint32 all[] = { 0, 0, 0 };
  const double five[] = { 5 };
  const double six[] = { 6 };

  assert_rings (three, G_N_ELEMENTS (three), a_and_c, 0, five, 1);
  assert_rings (three, G_N_ELEMENTS (three), all, 0, six, 1);
}

static void
test_rings_of_holes (void)
{
  const gint32 separate[] = { 0, 1 };
  const gint32 together[] = { 0, 0 };
  const double with_holes[] = { 24, -1, -4 };
  const double enclave_alone[] = { 1 };
  const double one_hole[] = { 24, -4 };

  assert_rings (enclave, G_N_ELEMENTS (enclave), separate, 0, with_holes, 3);
  assert_rings (enclave, G_N_ELEMENTS (enclave), separate, 1, enclave_alone, 1);
  assert_rings (enclave, G_N_ELEMENTS (enclave), together, 0, one_hole, 2);
}

/* Where rings touch in a point they stay apart: two parts of A, and a hole that touches the
 * outline of B twice. */
static void
test_rings_that_touch (void)
{
  static const char *const corners[] = { "A.", ".A" };
  static const char *const touching[] = { "BBBB", "B.BB", "BB.B", "BBBB" };
  static const char *const at_outline[] = { ".BB", "B.B", "BBB" };
  const gint32 one[] = { 0 };
  const double two_parts[] = { 1, 1 };
  const double two_holes[] = { 16, -1, -1 };
  const double bay[] = { 8, -1 };

  assert_rings (corners, G_N_ELEMENTS (corners), one, 0, two_parts, 2);
  assert_rings (touching, G_N_ELEMENTS (touching), one, 0, two_holes, 3);
  assert_rings (at_outline, G_N_ELEMENTS (at_outline), one, 0, bay, 2);
}

static void
test_rings_of_empty_group (void)
{
  g_autoptr (StreekMesh) mesh = streek_letters_new_mesh (three, G_N_ELEMENTS (three));
  const gint32 none[] = { -1, 7, -1 };
  StreekRings *rings = streek_mesh_build_rings (mesh, 0, none, 2);
  double x;
  double y;

  g_assert_cmpuint (rings[0].n_rings, ==, 0);
  g_assert_cmpuint (rings[1].n_rings, ==, 0);
  g_assert_false (streek_rings_find_label_point (&rings[0], &x, &y));
  streek_rings_free_array (rings, 2);
}

/* The widest place of the L is the square of 3 × 3 cells: its middle lies 1500 m from every side.
 */
static void
test_label_point (void)
{
  static const char *const shape[] = { "AAA....", "AAA....", "AAAAAAA" };
  const gint32 one[] = { 0 };
  g_autoptr (StreekMesh) mesh = streek_letters_new_mesh (shape, G_N_ELEMENTS (shape));
  StreekRings *rings = streek_mesh_build_rings (mesh, 0, one, 1);
  StreekCircle circle;
  double x;
  double y;

  g_assert_true (streek_rings_find_label_circle (rings, &circle));
  g_assert_cmpfloat_with_epsilon (circle.x, 1500, 80);
  g_assert_cmpfloat_with_epsilon (circle.y, 1500, 80);
  g_assert_cmpfloat_with_epsilon (circle.radius_m, 1500, 80);
  g_assert_true (streek_rings_find_label_point (rings, &x, &y));
  g_assert_cmpfloat (x, ==, circle.x);
  g_assert_cmpfloat (y, ==, circle.y);
  streek_rings_free_array (rings, 1);
}

static void
test_levels (void)
{
  g_autoptr (StreekMesh) mesh = streek_letters_new_mesh (enclave, G_N_ELEMENTS (enclave));

  g_assert_cmpuint (streek_mesh_get_n_levels (mesh), ==, 2);
  g_assert_cmpuint (streek_mesh_pick_level (mesh, 10), ==, 0);
  g_assert_cmpuint (streek_mesh_pick_level (mesh, 1000), ==, 1);
  g_assert_cmpuint (streek_mesh_pick_level (mesh, NAN), ==, 0);

  for (guint level = 0; level < 2; level++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (streek_mesh_check_level (mesh, level, &error));
      g_assert_no_error (error);
    }
}

/* Two arcs that cross in the middle of a square, each with land on both sides as its labels say. */
static void
test_check_finds_crossing (void)
{
  const StreekVertex vertices[] = {
    { 0, 0 },   { 100, 0 },  { 100, 100 }, { 0, 100 }, { 0, 0 },   /* the outline of unit 0 */
    { 50, 50 }, { 150, 50 }, { 150, 60 },  { 50, 60 }, { 50, 50 }, /* unit 1 lies across it */
  };
  const guint8 levels[G_N_ELEMENTS (vertices)] = { 0 };
  const guint32 starts[] = { 0, 5, 10 };
  const gint32 left[] = { 0, 1 };
  const gint32 right[] = { -1, -1 };
  const double tolerance_m = 0;
  StreekMeshParts parts = { 2, 2, 1, &tolerance_m, left, right, starts, vertices, levels };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekMesh) mesh = streek_mesh_new_from_parts (&parts, &error);

  g_assert_no_error (error);
  g_assert_false (streek_mesh_check_level (mesh, 0, &error));
  g_assert_error (error, STREEK_GEO_ERROR, STREEK_GEO_ERROR_INVALID);
}

static void
test_bytes_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekMesh) mesh = streek_letters_new_mesh (enclave, G_N_ELEMENTS (enclave));
  g_autoptr (GBytes) bytes = streek_mesh_to_bytes (mesh);
  g_autoptr (StreekMesh) again = streek_mesh_new_from_bytes (bytes, &error);

  g_assert_no_error (error);

  g_autoptr (GBytes) second = streek_mesh_to_bytes (again);

  g_assert_true (g_bytes_equal (bytes, second));
  g_assert_cmpfloat (streek_mesh_get_unit_area_km2 (again, 0), ==, 19);
  g_assert_cmpfloat (streek_mesh_get_level_tolerance_m (again, 1), ==, 1000);
}

/* Circles for names are found when a mesh is packed, and are those that would be found later. */
static void
test_bytes_hold_label_circles (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekMesh) mesh = streek_letters_new_mesh (three, G_N_ELEMENTS (three));
  g_autoptr (GBytes) bytes = streek_mesh_to_bytes (mesh);
  g_autoptr (StreekMesh) again = streek_mesh_new_from_bytes (bytes, &error);
  const gint32 each[] = { 0, 1, 2 };
  guint level = streek_mesh_pick_level (mesh, STREEK_MESH_LABEL_DETAIL_M);
  StreekRings *rings = streek_mesh_build_rings (mesh, level, each, 3);

  g_assert_no_error (error);

  for (guint unit = 0; unit < 3; unit++)
    {
      StreekCircle kept = streek_mesh_get_unit_label_circle (again, unit);
      StreekCircle found;

      g_assert_true (streek_rings_find_label_circle (&rings[unit], &found));
      g_assert_cmpfloat_with_epsilon (kept.x, found.x, 0.051);
      g_assert_cmpfloat_with_epsilon (kept.y, found.y, 0.051);
      g_assert_cmpfloat_with_epsilon (kept.radius_m, found.radius_m, 0.051);
      g_assert_cmpfloat (kept.radius_m, >, 0);
    }

  streek_rings_free_array (rings, 3);
}

static guint8 *
seal (guint8 *data, gsize size)
{
  guint32 crc = GUINT32_TO_LE ((guint32) crc32_z (0, data + 16, size - 16));

  memcpy (data + 12, &crc, sizeof crc);

  return data;
}

/* Without circles in it a mesh finds them, and those are the ones that would have been packed. */
static void
test_bytes_without_label_circles (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekMesh) mesh = streek_letters_new_mesh (three, G_N_ELEMENTS (three));
  g_autoptr (GBytes) bytes = streek_mesh_to_bytes (mesh);
  gsize size = g_bytes_get_size (bytes) - 3 * 12;
  guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

  data[8] = 1; /* the version */

  g_autoptr (GBytes) older = g_bytes_new_take (seal (data, size), size);
  g_autoptr (StreekMesh) again = streek_mesh_new_from_bytes (older, &error);
  g_autoptr (StreekMesh) packed = streek_mesh_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (streek_mesh_get_unit_area_km2 (again, 0), ==,
                     streek_mesh_get_unit_area_km2 (mesh, 0));

  for (guint unit = 0; unit < 3; unit++)
    {
      StreekCircle found = streek_mesh_get_unit_label_circle (again, unit);
      StreekCircle kept = streek_mesh_get_unit_label_circle (packed, unit);

      g_assert_cmpmem (&found, sizeof found, &kept, sizeof kept);
    }
}

static void
assert_refused (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  StreekMesh *mesh = streek_mesh_new_from_bytes (bytes, &error);

  g_assert_null (mesh);
  g_assert_error (error, STREEK_GEO_ERROR, STREEK_GEO_ERROR_INVALID);
}

static void
test_bytes_refuses_damage (void)
{
  g_autoptr (StreekMesh) mesh = streek_letters_new_mesh (three, G_N_ELEMENTS (three));
  g_autoptr (GBytes) bytes = streek_mesh_to_bytes (mesh);
  gsize size = g_bytes_get_size (bytes);
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

  for (gsize i = 0; i < size; i++)
    {
      data[i] ^= 0x10;
      assert_refused (data, size);
      data[i] ^= 0x10;
      assert_refused (data, i);
    }
}

/* A stranger can compute a checksum too: every word is made wild in turn and sealed again. Some
 * remain meshes (another place for a corner); none may crash, and what is accepted must work. */
static void
test_bytes_survives_sealed_lies (void)
{
  const guint32 lies[] = { 0, 1, 2, 3, 7, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff };
  g_autoptr (StreekMesh) mesh = streek_letters_new_mesh (three, G_N_ELEMENTS (three));
  g_autoptr (GBytes) bytes = streek_mesh_to_bytes (mesh);
  gsize size = g_bytes_get_size (bytes);
  guint n_accepted = 0;
  guint n_refused = 0;

  for (gsize at = 16; at + 4 <= size; at += at < size - 32 ? 4 : 1)
    for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
      {
        guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
        guint32 lie = GUINT32_TO_LE (lies[i]);

        memcpy (data + at, &lie, sizeof lie);

        g_autoptr (GBytes) sealed = g_bytes_new_take (seal (data, size), size);
        g_autoptr (StreekMesh) accepted = streek_mesh_new_from_bytes (sealed, NULL);
        const gint32 all[] = { 0, 0, 0 };

        if (accepted == NULL)
          {
            n_refused++;
            continue;
          }

        n_accepted++;
        streek_mesh_find_unit (accepted, 1500, 500);

        if (streek_mesh_get_n_units (accepted) == 3)
          streek_rings_free_array (
            streek_mesh_build_rings (accepted, streek_mesh_get_n_levels (accepted) - 1, all, 1), 1);
      }

  g_assert_cmpuint (n_refused, >, 100);
  g_assert_cmpuint (n_accepted, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/mesh/area-and-extent", test_area_and_extent);
  g_test_add_func ("/geo/mesh/find-unit", test_find_unit);
  g_test_add_func ("/geo/mesh/find-unit/at-height-of-corners", test_find_unit_at_height_of_corners);
  g_test_add_func ("/geo/mesh/find-unit/in-hole", test_find_unit_in_hole);
  g_test_add_func ("/geo/mesh/rings/of-union", test_rings_of_union);
  g_test_add_func ("/geo/mesh/rings/of-holes", test_rings_of_holes);
  g_test_add_func ("/geo/mesh/rings/that-touch", test_rings_that_touch);
  g_test_add_func ("/geo/mesh/rings/of-empty-group", test_rings_of_empty_group);
  g_test_add_func ("/geo/mesh/rings/label-point", test_label_point);
  g_test_add_func ("/geo/mesh/levels", test_levels);
  g_test_add_func ("/geo/mesh/check/finds-crossing", test_check_finds_crossing);
  g_test_add_func ("/geo/mesh/bytes/round-trip", test_bytes_round_trip);
  g_test_add_func ("/geo/mesh/bytes/hold-label-circles", test_bytes_hold_label_circles);
  g_test_add_func ("/geo/mesh/bytes/without-label-circles", test_bytes_without_label_circles);
  g_test_add_func ("/geo/mesh/bytes/refuses-damage", test_bytes_refuses_damage);
  g_test_add_func ("/geo/mesh/bytes/survives-sealed-lies", test_bytes_survives_sealed_lies);

  return g_test_run ();
}
