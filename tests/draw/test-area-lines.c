/* test-area-lines.c: shapes of a map where only a part of it is seen */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-area-lines.h"
#include "geo/streek-mesh-build.h"

#include <math.h>

#define N_TEETH 90
#define N_POINTS (2 * N_TEETH)
#define MIDDLE_M 10000.0

/* A wheel with teeth of 20 km across, and a square of 100 m far from it. */
static StreekMesh *
make_wheel (void)
{
  static const double square[] = { 90000, 90000, 90100, 90000, 90100, 90100, 90000, 90100 };
  g_autoptr (StreekMeshBuilder) builder = streek_mesh_builder_new (0);
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (StreekMeshFault));
  g_autoptr (GError) error = NULL;
  double points[2 * N_POINTS];
  gboolean shares;

  for (guint i = 0; i < N_POINTS; i++)
    {
      double radius = i % 2 == 0 ? 10000 : 7000, angle = 2 * G_PI * i / N_POINTS;

      points[2 * i] = rint (MIDDLE_M + radius * cos (angle));
      points[2 * i + 1] = rint (MIDDLE_M + radius * sin (angle));
    }

  g_assert_true (streek_mesh_builder_add_ring (builder, 0, TRUE, points, N_POINTS));
  g_assert_true (streek_mesh_builder_add_ring (builder, 1, TRUE, square, 4));

  StreekMesh *mesh = streek_mesh_builder_build (builder, faults, &shares, NULL, &error);

  g_assert_no_error (error);

  return mesh;
}

static const gint32 group_of[] = { 0, 1 };
static const gint32 rows[] = { 0, 1 };
static const StreekPaint paints[] = { { .color = { 1, 0, 0, 1 } }, { .color = { 0, 0, 1, 1 } } };
static const StreekRect whole = { 0, 0, 1000, 1000 };
static const StreekRect part = { 150, 850, 60, 40 }; /* over some teeth at the right */

/* 100 m in a point. */
static StreekAreasMark
make_areas (const StreekMesh *mesh, StreekRect clip)
{
  return (StreekAreasMark){
    .mesh = (StreekMesh *) mesh,
    .projection = { .x0 = 0, .y0 = 100000, .scale = 0.01 },
    .clip = clip,
    .group_of = group_of,
    .n_groups = 2,
    .paints = paints,
    .rows = rows,
  };
}

static StreekPolylines *
make_fill (const StreekAreasMark *areas)
{
  g_autoptr (StreekAreaPaints) paint = streek_area_paints_new (areas);
  StreekRings *rings = streek_mesh_build_rings (areas->mesh, 0, paint->paint_of, paint->n_paints);
  StreekPolylines *lines = streek_polylines_new_from_rings (areas, &rings[0]);

  streek_rings_free_array (rings, paint->n_paints);

  return lines;
}

/* By the rule of even and odd, with a ray to the right. */
static gboolean
holds (const StreekPolylines *lines, double x, double y)
{
  gboolean inside = FALSE;

  for (guint i = 0; i < lines->n_lines; i++)
    for (guint j = lines->starts[i], k = lines->starts[i + 1] - 1; j < lines->starts[i + 1];
         k = j++)
      {
        StreekPoint a = lines->points[k], b = lines->points[j];

        if ((a.y > y) != (b.y > y) && x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
          inside = !inside;
      }

  return inside;
}

static guint
count_points (const StreekPolylines *lines)
{
  return lines->starts[lines->n_lines];
}

static guint
count_points_inside (const StreekPolylines *lines, StreekRect rect)
{
  guint n = 0;

  for (guint i = 0; i < count_points (lines); i++)
    n += lines->points[i].x >= rect.x && lines->points[i].x <= rect.x + rect.width &&
         lines->points[i].y >= rect.y && lines->points[i].y <= rect.y + rect.height;

  return n;
}

static void
test_part_of_a_shape_has_what_is_seen_of_it (void)
{
  g_autoptr (StreekMesh) mesh = make_wheel ();
  const StreekAreasMark all = make_areas (mesh, whole), some = make_areas (mesh, part);
  g_autoptr (StreekPolylines) full = make_fill (&all);
  g_autoptr (StreekPolylines) clipped = make_fill (&some);
  guint n_inside = 0, n = 0;

  g_assert_cmpuint (count_points (full), ==, N_POINTS);
  g_assert_cmpuint (count_points (clipped), <, N_POINTS / 2);
  g_assert_cmpuint (count_points_inside (clipped, part), >, 0);
  g_assert_cmpuint (count_points_inside (clipped, part), ==, count_points_inside (full, part));

  for (double y = part.y + 0.37; y < part.y + part.height; y += 0.71)
    for (double x = part.x + 0.31; x < part.x + part.width; x += 0.73, n++)
      {
        g_assert_cmpint (holds (clipped, x, y), ==, holds (full, x, y));
        n_inside += holds (full, x, y);
      }

  /* the part has some of both, or nothing was compared */
  g_assert_cmpuint (n_inside, >, n / 10);
  g_assert_cmpuint (n_inside, <, n - n / 10);
}

/* The middle of the wheel fills the whole frame: no line of it is there. */
static void
test_shape_around_the_frame_fills_it (void)
{
  g_autoptr (StreekMesh) mesh = make_wheel ();
  const StreekRect middle = { 90, 890, 20, 20 };
  const StreekAreasMark areas = make_areas (mesh, middle);
  g_autoptr (StreekPolylines) lines = make_fill (&areas);

  g_assert_cmpuint (count_points (lines), <=, 16);
  g_assert_true (holds (lines, 91, 891));
  g_assert_true (holds (lines, 109, 909));
}

static void
test_areas_elsewhere_are_not_painted (void)
{
  g_autoptr (StreekMesh) mesh = make_wheel ();
  const StreekAreasMark all = make_areas (mesh, whole), some = make_areas (mesh, part);
  g_autoptr (StreekAreaPaints) of_all = streek_area_paints_new (&all);
  g_autoptr (StreekAreaPaints) of_some = streek_area_paints_new (&some);

  g_assert_cmpuint (of_all->n_paints, ==, 2);
  g_assert_cmpuint (of_some->n_paints, ==, 1);
  g_assert_cmpint (of_some->paint_of[0], ==, 0);
  g_assert_cmpint (of_some->paint_of[1], ==, -1);
}

/* A line may go straight where nobody sees it; dashes are counted from there, and stay. */
static void
test_dashes_keep_the_way_they_went (void)
{
  g_autoptr (StreekMesh) mesh = make_wheel ();
  const StreekAreasMark areas = make_areas (mesh, part);
  StreekAreaLines plain = { .group_of = group_of, .stroke = { { 0, 0, 0, 1 }, 1, 0, 0 } };
  StreekAreaLines dashed = plain;

  dashed.stroke.dash = 3;
  dashed.stroke.gap = 2;

  g_autoptr (StreekPolylines) line = streek_polylines_new_from_lines (&areas, &plain);
  g_autoptr (StreekPolylines) dashes = streek_polylines_new_from_lines (&areas, &dashed);

  g_assert_cmpuint (line->n_lines, ==, 1);
  g_assert_cmpuint (dashes->n_lines, ==, 1);
  g_assert_cmpuint (count_points (line), <, N_POINTS / 2);
  g_assert_cmpuint (count_points (dashes), ==, N_POINTS);
  g_assert_cmpuint (count_points_inside (line, part), ==, count_points_inside (dashes, part));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draw/area-lines/part-of-a-shape-has-what-is-seen-of-it",
                   test_part_of_a_shape_has_what_is_seen_of_it);
  g_test_add_func ("/draw/area-lines/shape-around-the-frame-fills-it",
                   test_shape_around_the_frame_fills_it);
  g_test_add_func ("/draw/area-lines/areas-elsewhere-are-not-painted",
                   test_areas_elsewhere_are_not_painted);
  g_test_add_func ("/draw/area-lines/dashes-keep-the-way-they-went",
                   test_dashes_keep_the_way_they_went);

  return g_test_run ();
}
