/* test-mesh-build.c: polygons that share borders, nearly share them, overlap and cross themselves
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-mesh-build.h"
#include "geo/streek-visvalingam.h"
#include "streek-letters.h"

typedef struct
{
  StreekMeshBuilder *builder;
  GArray *faults;
  gboolean shares;
  StreekMesh *mesh;
  GError *error;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->builder = streek_mesh_builder_new (0);
  fixture->faults = g_array_new (FALSE, FALSE, sizeof (StreekMeshFault));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->mesh, streek_mesh_unref);
  g_clear_error (&fixture->error);
  streek_mesh_builder_free (fixture->builder);
  g_array_unref (fixture->faults);
}

/* "0,0 1000,0 …", in metres */
static gboolean
add (Fixture *fixture, guint unit, gboolean is_shell, const char *text)
{
  g_auto (GStrv) pairs = g_strsplit (text, " ", -1);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *comma;
      double x = g_ascii_strtod (pairs[i], &comma);
      double y = g_ascii_strtod (comma + 1, NULL);

      g_array_append_val (points, x);
      g_array_append_val (points, y);
    }

  return streek_mesh_builder_add_ring (fixture->builder, unit, is_shell,
                                       (const double *) points->data, points->len / 2);
}

static void
build (Fixture *fixture)
{
  fixture->mesh = streek_mesh_builder_build (fixture->builder, fixture->faults, &fixture->shares,
                                             NULL, &fixture->error);
}

static void
assert_shared (Fixture *fixture, guint n_arcs)
{
  g_assert_no_error (fixture->error);
  g_assert_nonnull (fixture->mesh);
  g_assert_true (fixture->shares);
  g_assert_cmpuint (fixture->faults->len, ==, 0);
  g_assert_cmpuint (streek_mesh_get_n_arcs (fixture->mesh), ==, n_arcs);

  for (guint level = 0; level < streek_mesh_get_n_levels (fixture->mesh); level++)
    {
      streek_mesh_check_level (fixture->mesh, level, &fixture->error);
      g_assert_no_error (fixture->error);
    }
}

/* Left square, right square in two directions: one border between them and one around each. */
static void
test_shared_border_is_one_line (Fixture *fixture, gconstpointer data)
{
  g_assert_true (add (fixture, 0, TRUE, "0,0 1000,0 1000,1000 0,1000 0,0"));
  g_assert_true (add (fixture, 1, TRUE, "1000,0 1000,1000 2000,1000 2000,0"));
  build (fixture);
  assert_shared (fixture, 3);
  g_assert_cmpfloat (streek_mesh_get_unit_area_km2 (fixture->mesh, 0), ==, 1);
  g_assert_cmpfloat (streek_mesh_get_unit_area_km2 (fixture->mesh, 1), ==, 1);
  g_assert_cmpint (streek_mesh_find_unit (fixture->mesh, 1500, 500), ==, 1);
}

/* The corner of two small squares lies on the side of a large one, which has no vertex there. */
static void
test_corner_on_a_side (Fixture *fixture, gconstpointer data)
{
  add (fixture, 0, TRUE, "0,0 1000,0 1000,2000 0,2000");
  add (fixture, 1, TRUE, "1000,0 2000,0 2000,1000 1000,1000");
  add (fixture, 2, TRUE, "1000,1000 2000,1000 2000,2000 1000,2000");
  build (fixture);
  /* three outlines, and three lines inside that meet in the middle */
  assert_shared (fixture, 6);
  g_assert_cmpfloat (streek_mesh_get_unit_area_km2 (fixture->mesh, 0), ==, 2);
}

/* Neighbours that were drawn apart: 1.4 m of no man's land, and a vertex that only one has. */
static void
test_near_borders_become_one (Fixture *fixture, gconstpointer data)
{
  add (fixture, 0, TRUE, "0,0 1000,0 1000,1000 0,1000");
  add (fixture, 1, TRUE, "1001.4,0 2000,0 2000,1000 1001.4,1000 1001,400");
  build (fixture);
  assert_shared (fixture, 3);
}

static void
test_gap_beyond_tolerance_stays (Fixture *fixture, gconstpointer data)
{
  add (fixture, 0, TRUE, "0,0 1000,0 1000,1000 0,1000");
  add (fixture, 1, TRUE, "1005,0 2000,0 2000,1000 1005,1000");
  build (fixture);
  assert_shared (fixture, 2);
  g_assert_cmpfloat (streek_mesh_get_unit_area_km2 (fixture->mesh, 1), ==, 0.995);
}

/* An enclave in its hole, another hole with nothing in it, and a part elsewhere. */
static void
test_holes_and_parts (Fixture *fixture, gconstpointer data)
{
  add (fixture, 0, TRUE, "0,0 9000,0 9000,9000 0,9000");
  add (fixture, 0, FALSE, "1000,1000 2000,1000 2000,2000 1000,2000");
  add (fixture, 0, FALSE, "4000,4000 5000,4000 5000,5000 4000,5000");
  add (fixture, 0, TRUE, "20000,0 21000,0 21000,1000 20000,1000");
  add (fixture, 1, TRUE, "1000,1000 1000,2000 2000,2000 2000,1000");
  build (fixture);
  assert_shared (fixture, 4);
  g_assert_cmpfloat (streek_mesh_get_unit_area_km2 (fixture->mesh, 0), ==, 80);
  g_assert_cmpint (streek_mesh_find_unit (fixture->mesh, 1500, 1500), ==, 1);
  g_assert_cmpint (streek_mesh_find_unit (fixture->mesh, 4500, 4500), ==, STREEK_MESH_NO_UNIT);
}

static void
assert_overlap (Fixture *fixture)
{
  g_assert_no_error (fixture->error);
  g_assert_nonnull (fixture->mesh);
  g_assert_false (fixture->shares);
  g_assert_cmpuint (fixture->faults->len, ==, 1);

  const StreekMeshFault *fault = &g_array_index (fixture->faults, StreekMeshFault, 0);

  g_assert_cmpint (fault->kind, ==, STREEK_MESH_FAULT_OVERLAPS);
  g_assert_cmpuint (fault->unit, ==, 0);
  g_assert_cmpuint (fault->other, ==, 1);
  g_assert_cmpfloat (streek_mesh_get_unit_area_km2 (fixture->mesh, 0), ==, 1);
}

static void
test_overlap_keeps_plain_rings (Fixture *fixture, gconstpointer data)
{
  add (fixture, 0, TRUE, "0,0 1000,0 1000,1000 0,1000");
  add (fixture, 1, TRUE, "500,500 1500,500 1500,1500 500,1500");
  build (fixture);
  assert_overlap (fixture);
  g_assert_cmpuint (streek_mesh_get_n_arcs (fixture->mesh), ==, 2);
}

/* No line crosses here, and yet the land in the middle has two owners. */
static void
test_area_inside_another_overlaps (Fixture *fixture, gconstpointer data)
{
  add (fixture, 0, TRUE, "0,0 1000,0 1000,1000 0,1000");
  add (fixture, 1, TRUE, "250,250 750,250 750,750 250,750");
  build (fixture);
  assert_overlap (fixture);
}

static void
test_same_polygon_twice_overlaps (Fixture *fixture, gconstpointer data)
{
  add (fixture, 0, TRUE, "0,0 1000,0 1000,1000 0,1000");
  add (fixture, 1, TRUE, "0,0 1000,0 1000,1000 0,1000");
  build (fixture);
  assert_overlap (fixture);
}

static void
test_bow_tie_is_refused (Fixture *fixture, gconstpointer data)
{
  add (fixture, 0, TRUE, "5000,0 6000,0 6000,1000");
  add (fixture, 1, TRUE, "0,0 1000,1000 1000,0 0,1500");
  build (fixture);
  g_assert_error (fixture->error, STREEK_GEO_ERROR, STREEK_GEO_ERROR_INVALID);
  g_assert_null (fixture->mesh);
  g_assert_cmpuint (fixture->faults->len, ==, 1);
  g_assert_cmpint (g_array_index (fixture->faults, StreekMeshFault, 0).kind, ==,
                   STREEK_MESH_FAULT_CROSSES_ITSELF);
  g_assert_cmpuint (g_array_index (fixture->faults, StreekMeshFault, 0).unit, ==, 1);
}

static void
test_nothing_is_no_ring (Fixture *fixture, gconstpointer data)
{
  g_assert_false (add (fixture, 0, TRUE, "0,0 1000,0"));
  g_assert_false (add (fixture, 0, TRUE, "0,0 1000,0 500,0"));
  g_assert_false (add (fixture, 0, TRUE, "0,0 0.2,0 0.1,0.3"));
  g_assert_false (add (fixture, 0, TRUE, "0,0 1e300,0 0,1e300"));
  g_assert_cmpuint (streek_mesh_builder_get_n_units (fixture->builder), ==, 0);
  build (fixture);
  g_assert_error (fixture->error, STREEK_GEO_ERROR, STREEK_GEO_ERROR_INVALID);
}

/* A chart of letters taken apart into polygons and put together again is the same chart. */
static void
test_letters_come_back (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[] = { "AABBCC", "AADDCC", "AEEDDF", "G.EH.F", "GGEHHF", "GIII.F" };
  g_autoptr (StreekMesh) letters = streek_letters_new_mesh (rows, G_N_ELEMENTS (rows));
  guint n_units = streek_mesh_get_n_units (letters);
  g_autofree gint32 *group_of = g_new (gint32, n_units);

  for (guint i = 0; i < n_units; i++)
    group_of[i] = (gint32) i;

  StreekRings *rings = streek_mesh_build_rings (letters, 0, group_of, n_units);

  for (guint i = 0; i < n_units; i++)
    for (guint j = 0; j < rings[i].n_rings; j++)
      {
        guint start = rings[i].ring_starts[j];
        guint n = rings[i].ring_starts[j + 1] - start;
        g_autofree double *points = g_new (double, 2 * n);
        double twice = 0;

        for (guint k = 0; k < n; k++)
          {
            StreekVertex a = rings[i].vertices[start + k];
            StreekVertex b = rings[i].vertices[start + (k + 1) % n];

            twice += (double) a.x * b.y - (double) b.x * a.y;
            points[2 * k] = a.x;
            points[2 * k + 1] = a.y;
          }
        g_assert_true (streek_mesh_builder_add_ring (fixture->builder, i, twice > 0, points, n));
      }
  streek_rings_free_array (rings, n_units);

  build (fixture);
  assert_shared (fixture, streek_mesh_get_n_arcs (letters));
  for (guint i = 0; i < n_units; i++)
    g_assert_cmpfloat (streek_mesh_get_unit_area_km2 (fixture->mesh, i), ==,
                       streek_mesh_get_unit_area_km2 (letters, i));
}

/* A square of 1 km with a border of many small teeth, of a few sizes. */
static void
add_saw (Fixture *fixture, guint unit, double west_m)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint side = 0; side < 4; side++)
    for (guint i = 0; i < 100; i++)
      {
        double along_m = 10 * i;
        double tooth_m = i > 20 && i < 80 && i % 2 == 1 ? 1 + i % 7 * 20 : 0;
        double x_m = side == 0   ? along_m
                     : side == 1 ? 1000 - tooth_m
                     : side == 2 ? 1000 - along_m
                                 : tooth_m;
        double y_m = side == 0   ? tooth_m
                     : side == 1 ? along_m
                     : side == 2 ? 1000 - tooth_m
                                 : 1000 - along_m;

        x_m += west_m;
        g_array_append_val (points, x_m);
        g_array_append_val (points, y_m);
      }

  g_assert_true (streek_mesh_builder_add_ring (fixture->builder, unit, TRUE,
                                               (const double *) points->data, points->len / 2));
}

static gpointer
count_coarsest (gpointer data)
{
  const StreekMesh *mesh = data;
  guint n = 0;

  for (guint i = 0; i < streek_mesh_get_n_arcs (mesh); i++)
    {
      StreekArc arc;

      streek_mesh_get_arc (mesh, streek_mesh_get_n_levels (mesh) - 1, i, &arc);
      n += arc.n_vertices;
    }

  return GUINT_TO_POINTER (n);
}

/* Whoever asks first gets the levels that streek_visvalingam_rank() finds, and so do all others. */
static void
test_levels_are_found_once (Fixture *fixture, gconstpointer data)
{
  GThread *askers[4];
  g_autoptr (GArray) vertices = g_array_new (FALSE, FALSE, sizeof (StreekVertex));
  guint32 starts[16] = { 0 };
  double tolerances_m[4];
  guint n_coarsest = 0;

  for (guint unit = 0; unit < 3; unit++)
    add_saw (fixture, unit, 2000 * unit);
  build (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (streek_mesh_get_n_levels (fixture->mesh), ==, G_N_ELEMENTS (tolerances_m));
  for (guint i = 0; i < G_N_ELEMENTS (askers); i++)
    askers[i] = g_thread_new ("asker", count_coarsest, fixture->mesh);

  guint n_arcs = streek_mesh_get_n_arcs (fixture->mesh);

  g_assert_cmpuint (n_arcs, <, G_N_ELEMENTS (starts));
  for (guint i = 0; i < n_arcs; i++)
    {
      StreekArc arc;

      streek_mesh_get_arc (fixture->mesh, 0, i, &arc);
      g_array_append_vals (vertices, arc.vertices, arc.n_vertices);
      starts[i + 1] = vertices->len;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tolerances_m); i++)
    tolerances_m[i] = streek_mesh_get_level_tolerance_m (fixture->mesh, i);

  g_autofree guint8 *levels =
    streek_visvalingam_rank ((const StreekVertex *) vertices->data, starts, n_arcs, tolerances_m,
                             G_N_ELEMENTS (tolerances_m), NULL);

  for (guint i = 0; i < vertices->len; i++)
    n_coarsest += levels[i] == G_N_ELEMENTS (tolerances_m) - 1;
  g_assert_cmpuint (n_coarsest, <, vertices->len / 2);
  for (guint i = 0; i < G_N_ELEMENTS (askers); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (askers[i])), ==, n_coarsest);
}

/* A mesh that nobody asks for its levels goes as well. */
static void
test_levels_that_nobody_asks_for (Fixture *fixture, gconstpointer data)
{
  add_saw (fixture, 0, 0);
  build (fixture);
  g_assert_no_error (fixture->error);
  g_assert_nonnull (fixture->mesh);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

/* 2 500 squares of 5 km, so many that several threads look for their middles: each has its own,
 * and a circle of 2,5 km around it fits: to a hundredth of the square. */
static void
test_thousands_have_each_its_middle (void)
{
  const guint side = 50;
  g_autoptr (StreekMeshBuilder) builder = streek_mesh_builder_new (0);
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (StreekMeshFault));
  g_autoptr (GError) error = NULL;
  gboolean shares = FALSE;

  for (guint unit = 0; unit < side * side; unit++)
    {
      double x = 5000.0 * (unit % side);
      double y = 5000.0 * (unit / side);
      const double ring[] = { x, y, x + 5000, y, x + 5000, y + 5000, x, y + 5000 };

      g_assert_true (streek_mesh_builder_add_ring (builder, unit, TRUE, ring, 4));
    }

  g_autoptr (StreekMesh) mesh = streek_mesh_builder_build (builder, faults, &shares, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (shares);

  /* they are found by the first who asks, not when so large a mesh is written */
  g_autoptr (GBytes) bytes = streek_mesh_to_bytes (mesh);
  g_autoptr (StreekMesh) read = streek_mesh_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  for (guint unit = 0; unit < side * side; unit++)
    {
      StreekCircle circle = streek_mesh_get_unit_label_circle (read, unit);

      g_assert_cmpfloat_with_epsilon (circle.x, 5000.0 * (unit % side) + 2500, 50);
      g_assert_cmpfloat_with_epsilon (circle.y, 5000.0 * (unit / side) + 2500, 50);
      g_assert_cmpfloat_with_epsilon (circle.radius_m, 2500, 50);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/geo/mesh-build/shared-border-is-one-line", test_shared_border_is_one_line);
  ADD ("/geo/mesh-build/corner-on-a-side", test_corner_on_a_side);
  ADD ("/geo/mesh-build/near-borders-become-one", test_near_borders_become_one);
  ADD ("/geo/mesh-build/gap-beyond-tolerance-stays", test_gap_beyond_tolerance_stays);
  ADD ("/geo/mesh-build/holes-and-parts", test_holes_and_parts);
  ADD ("/geo/mesh-build/overlap-keeps-plain-rings", test_overlap_keeps_plain_rings);
  ADD ("/geo/mesh-build/area-inside-another-overlaps", test_area_inside_another_overlaps);
  ADD ("/geo/mesh-build/same-polygon-twice-overlaps", test_same_polygon_twice_overlaps);
  ADD ("/geo/mesh-build/bow-tie-is-refused", test_bow_tie_is_refused);
  ADD ("/geo/mesh-build/nothing-is-no-ring", test_nothing_is_no_ring);
  ADD ("/geo/mesh-build/levels-are-found-once", test_levels_are_found_once);
  ADD ("/geo/mesh-build/levels-that-nobody-asks-for", test_levels_that_nobody_asks_for);
  g_test_add_func ("/geo/mesh-build/thousands-have-each-its-middle",
                   test_thousands_have_each_its_middle);
  ADD ("/geo/mesh-build/letters-come-back", test_letters_come_back);

  return g_test_run ();
}
