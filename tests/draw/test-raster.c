/* test-raster.c: pixels of a scene, drawn anew and from an earlier picture */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-output.h"
#include "geo/streek-mesh-build.h"
#include "sample-scene.h"

#include <math.h>

#define DOTS 3.0

static guint32
get_pixel (const StreekRaster *raster, double x_pt, double y_pt, double dots)
{
  const guint32 *pixels = g_bytes_get_data (streek_raster_get_pixels (raster), NULL);

  return pixels[(gsize) (y_pt * dots) * streek_raster_get_width (raster) + (gsize) (x_pt * dots)];
}

static void
test_paints_what_was_asked (void)
{
  g_autoptr (StreekScene) scene = sample_scene_new (SAMPLE_AREAS_ONLY);
  g_autoptr (StreekRaster) raster = streek_raster_new (scene, DOTS, FALSE);

  g_assert_cmpint (streek_raster_get_width (raster), ==, 600);
  g_assert_cmpint (streek_raster_get_height (raster), ==, 480);
  g_assert_cmpint (streek_raster_get_stride (raster), ==, 2400);
  g_assert_cmphex (get_pixel (raster, 30, 60, DOTS), ==, 0xffcc3333);  /* A, 0.8 0.2 0.2 */
  g_assert_cmphex (get_pixel (raster, 80, 100, DOTS), ==, 0xffe6cc80); /* B, 0.9 0.8 0.5 */
  g_assert_cmphex (get_pixel (raster, 97, 77, DOTS), ==, 0xffffffff);  /* the hole */
}

/* A border at one third of a pixel: exactly that part of the pixel, on both sides.
 * Units of 1000 m, 0.01 point a metre, shifted by 1/3 point. */
static void
test_shares_border_pixels_exactly (void)
{
  g_autoptr (StreekMesh) mesh = sample_mesh_new ();
  const gint32 group_of[] = { 0, 1, -1, -1 };
  const StreekPaint paints[] = { { .color = { 0, 0, 0, 1 } }, { .color = { 1, 1, 1, 1 } } };
  const StreekAreasMark areas = {
    .mesh = mesh,
    .projection = { .x0 = -100.0 / 3, .y0 = 4000, .scale = 0.01 },
    .clip = { 0, 0, 60, 40 },
    .group_of = group_of,
    .n_groups = 2,
    .paints = paints,
  };
  StreekSceneBuilder *builder = streek_scene_builder_new ((StreekSize){ 60, 40 });

  streek_scene_builder_add_areas (builder, &areas);

  g_autoptr (StreekScene) scene = streek_scene_builder_end (builder);
  g_autoptr (StreekRaster) raster = streek_raster_new (scene, 1, FALSE);

  g_assert_cmphex (get_pixel (raster, 19, 5, 1), ==, 0xff000000);
  g_assert_cmphex (get_pixel (raster, 21, 5, 1), ==, 0xffffffff);
  /* one third black, two thirds white; and at the rim two thirds of black over nothing */
  g_assert_cmpint (get_pixel (raster, 20, 5, 1) & 255, >=, 169);
  g_assert_cmpint (get_pixel (raster, 20, 5, 1) & 255, <=, 171);
  g_assert_cmpint (get_pixel (raster, 20, 5, 1) >> 24, ==, 255);
  g_assert_cmpint (get_pixel (raster, 0, 5, 1) >> 24, >=, 169);
  g_assert_cmpint (get_pixel (raster, 0, 5, 1) >> 24, <=, 171);
}

/* Three squares in metres, each a little over the one before: A 0–30, B 20–50, C 24–28. */
static StreekMesh *
make_overlapping_mesh (void)
{
  const double squares[3][2] = { { 0, 30 }, { 20, 50 }, { 24, 28 } };
  g_autoptr (StreekMeshBuilder) builder = streek_mesh_builder_new (0);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (squares); i++)
    {
      double from = squares[i][0] * 100, to = squares[i][1] * 100;
      const double points[] = { from, from, to, from, to, to, from, to };

      g_assert_true (streek_mesh_builder_add_ring (builder, i, TRUE, points, 4));
    }

  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (StreekMeshFault));
  gboolean shares;
  StreekMesh *mesh = streek_mesh_builder_build (builder, faults, &shares, NULL, &error);

  g_assert_no_error (error);

  return mesh;
}

/* As on paper, where one is painted after the other: no pixel has a colour between two of them. */
static void
test_last_of_overlapping_areas_is_on_top (void)
{
  g_autoptr (StreekMesh) mesh = make_overlapping_mesh ();
  const gint32 group_of[] = { 0, 1, 2 };
  const StreekPaint paints[] = { { .color = { 1, 0, 0, 1 } },
                                 { .color = { 0, 1, 0, 1 } },
                                 { .color = { 0, 0, 1, 1 } } };
  const gint32 rows[] = { 0, 1, 2 };
  const StreekAreasMark areas = {
    .mesh = mesh,
    .projection = { .x0 = 0, .y0 = 5000, .scale = 0.01 },
    .clip = { 0, 0, 50, 50 },
    .group_of = group_of,
    .n_groups = 3,
    .paints = paints,
    .rows = rows,
  };
  StreekSceneBuilder *builder = streek_scene_builder_new ((StreekSize){ 50, 50 });

  streek_scene_builder_add_areas (builder, &areas);

  g_autoptr (StreekScene) scene = streek_scene_builder_end (builder);
  g_autoptr (StreekRaster) raster = streek_raster_new (scene, 1, FALSE);

  g_assert_cmphex (get_pixel (raster, 10, 40, 1), ==, 0xffff0000);
  g_assert_cmphex (get_pixel (raster, 22, 28, 1), ==, 0xff00ff00);
  g_assert_cmphex (get_pixel (raster, 25, 24, 1), ==, 0xff0000ff);
  g_assert_cmphex (get_pixel (raster, 40, 10, 1), ==, 0xff00ff00);
  g_assert_cmpint (streek_raster_pick (raster, 22, 28), ==, 1);
  g_assert_cmpint (streek_raster_pick (raster, 25, 24), ==, 2);
}

/* C (grey, hatched) has both its colours. */
static void
test_hatch_can_be_seen (void)
{
  g_autoptr (StreekScene) scene = sample_scene_new (SAMPLE_PLAIN);
  g_autoptr (StreekRaster) raster = streek_raster_new (scene, DOTS, FALSE);
  guint n_dark = 0, n_light = 0;

  for (double x = 13; x < 33; x += 1 / DOTS)
    for (double y = 93; y < 113; y += 1 / DOTS)
      {
        guint32 blue = get_pixel (raster, x, y, DOTS) & 255;

        n_dark += blue < 0x60;
        n_light += blue > 0xe0;
      }

  /* Lines of 0.6 point every 4.5 / √2 points cover 19 %. */
  g_assert_cmpuint (n_dark, >, 60 * 60 / 10);
  g_assert_cmpuint (n_light, >, 60 * 60 / 2);
}

/* Areas over black and over white: the line shows on white, its casing on black. */
static void
test_hatch_over_it_shows_on_light_and_dark (void)
{
  g_autoptr (StreekMesh) mesh = sample_mesh_new ();
  const StreekColor black = { 0, 0, 0, 1 };
  const StreekColor white = { 1, 1, 1, 1 };
  const StreekColor grounds[] = { black, white };
  const gint32 group_of[] = { 0, 0, 0, 0 };
  const gint32 row = -1;
  const StreekPaint over = { { 0 }, STREEK_HATCH_OVER_HORIZONTAL, black };

  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      StreekSceneBuilder *builder = streek_scene_builder_new ((StreekSize){ 60, 130 });
      const StreekPaint ground = { .color = grounds[i] };
      const StreekAreasMark areas = {
        .mesh = mesh,
        .projection = { .x0 = -400, .y0 = 5600, .scale = 0.025 },
        .clip = { 0, 0, 60, 130 },
        .group_of = group_of,
        .n_groups = 1,
        .paints = &over,
        .rows = &row,
      };
      guint n_dark = 0, n_light = 0;

      streek_scene_builder_add_rect (builder, (StreekRect){ 0, 0, 60, 130 }, &ground, NULL, -1);
      streek_scene_builder_add_areas (builder, &areas);

      g_autoptr (StreekScene) scene = streek_scene_builder_end (builder);
      g_autoptr (StreekRaster) raster = streek_raster_new (scene, DOTS, FALSE);

      for (double x = 13; x < 33; x += 1 / DOTS)
        for (double y = 93; y < 113; y += 1 / DOTS)
          {
            guint32 blue = get_pixel (raster, x, y, DOTS) & 255;

            n_dark += blue < 0x60;
            n_light += blue > 0xa0;
          }

      /* a line of 0.8 point, cased to 1.9, every 14 points: one or two in C, 60 pixels long */
      g_assert_cmpuint (n_dark, >, i == 0 ? 60 * 50 : 60 * 2);
      g_assert_cmpuint (n_light, >, i == 0 ? 60 * 2 : 60 * 50);
    }
}

static void
test_recoloured_equals_fresh (void)
{
  const SampleKind kinds[] = { SAMPLE_RECOLOURED, SAMPLE_REGROUPED, SAMPLE_AREAS_ONLY,
                               SAMPLE_PLAIN };
  const gboolean snaps[] = { FALSE, TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (snaps); j++)
      {
        g_autoptr (StreekScene) before = sample_scene_new (SAMPLE_PLAIN);
        g_autoptr (StreekScene) after = sample_scene_new (kinds[i]);
        g_autoptr (StreekRaster) previous = streek_raster_new (before, DOTS, snaps[j]);
        g_autoptr (StreekRaster) fresh = streek_raster_new (after, DOTS, snaps[j]);
        g_autoptr (StreekRaster) result =
          streek_raster_new_from (after, DOTS, snaps[j], previous, NULL);

        g_assert_true (
          g_bytes_equal (streek_raster_get_pixels (result), streek_raster_get_pixels (fresh)));
      }
}

/* A hand that comes, chooses and goes: only rows under the lines around areas are painted. */
static void
test_pointed_at_equals_fresh (void)
{
  const SampleKind kinds[] = { SAMPLE_POINTED_AT, SAMPLE_CHOSEN, SAMPLE_POINTED_AT, SAMPLE_PLAIN,
                               SAMPLE_PLAIN };
  const gboolean snaps[] = { FALSE, TRUE };

  for (guint j = 0; j < G_N_ELEMENTS (snaps); j++)
    {
      g_autoptr (StreekScene) plain = sample_scene_new (SAMPLE_PLAIN);
      g_autoptr (StreekRaster) last = streek_raster_new (plain, DOTS, snaps[j]);

      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        {
          g_autoptr (StreekScene) scene = sample_scene_new (kinds[i]);
          g_autoptr (StreekRaster) fresh = streek_raster_new (scene, DOTS, snaps[j]);
          StreekRaster *next = streek_raster_new_from (scene, DOTS, snaps[j], last, NULL);
          gboolean is_same_as_before =
            g_bytes_equal (streek_raster_get_pixels (last), streek_raster_get_pixels (next));

          g_assert_true (
            g_bytes_equal (streek_raster_get_pixels (next), streek_raster_get_pixels (fresh)));
          g_assert_true (is_same_as_before == (i + 1 == G_N_ELEMENTS (kinds)));
          streek_raster_unref (last);
          last = next;
        }
    }
}

/* Whoever changes what is chosen in a picture that began with something chosen. */
static void
test_chosen_anew_equals_fresh (void)
{
  const SampleKind kinds[] = { SAMPLE_POINTED_AT, SAMPLE_CHOSEN, SAMPLE_POINTED_AT, SAMPLE_PLAIN };
  g_autoptr (StreekScene) chosen = sample_scene_new (SAMPLE_CHOSEN);
  g_autoptr (StreekRaster) last = streek_raster_new (chosen, DOTS, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (StreekScene) scene = sample_scene_new (kinds[i]);
      g_autoptr (StreekRaster) fresh = streek_raster_new (scene, DOTS, TRUE);
      StreekRaster *next = streek_raster_new_from (scene, DOTS, TRUE, last, NULL);

      g_assert_true (
        g_bytes_equal (streek_raster_get_pixels (next), streek_raster_get_pixels (fresh)));
      streek_raster_unref (last);
      last = next;
    }
}

#define N_SQUARES 80
#define SQUARE_PX 15

static gint32
get_square (int x, int y)
{
  return x < 0 || y < 0 || x >= N_SQUARES || y >= N_SQUARES ? STREEK_MESH_NO_UNIT
                                                            : y * N_SQUARES + x;
}

/* A board of squares of 1000 m, an arc for each side. */
static StreekMesh *
make_board (void)
{
  g_autoptr (GArray) vertices = g_array_new (FALSE, FALSE, sizeof (StreekVertex));
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (int y = 0; y <= N_SQUARES; y++)
    for (int x = 0; x <= N_SQUARES; x++)
      for (int is_up = 0; is_up < 2; is_up++)
        {
          const StreekVertex ends[] = { { x * 1000, y * 1000 },
                                        { (x + !is_up) * 1000, (y + is_up) * 1000 } };
          const gint32 sides[] = { is_up ? get_square (x - 1, y) : get_square (x, y),
                                   is_up ? get_square (x, y) : get_square (x, y - 1) };

          if ((is_up ? y : x) == N_SQUARES || sides[0] == sides[1])
            continue;

          g_array_append_vals (vertices, ends, 2);
          g_array_append_val (left, sides[0]);
          g_array_append_val (right, sides[1]);
        }

  g_autofree guint32 *starts = g_new (guint32, left->len + 1);
  g_autofree guint8 *levels = g_new0 (guint8, vertices->len);
  const double tolerance_m = 0;

  for (guint i = 0; i <= left->len; i++)
    starts[i] = 2 * i;

  const StreekMeshParts parts = { N_SQUARES * N_SQUARES,
                                  left->len,
                                  1,
                                  &tolerance_m,
                                  (const gint32 *) (void *) left->data,
                                  (const gint32 *) (void *) right->data,
                                  starts,
                                  (const StreekVertex *) (void *) vertices->data,
                                  levels };
  g_autoptr (GError) error = NULL;
  StreekMesh *mesh = streek_mesh_new_from_parts (&parts, &error);

  g_assert_no_error (error);

  return mesh;
}

/* Every other square is chosen: the black ones. As one, or each for itself, it is the same lines.
 */
static StreekRaster *
draw_board (StreekMesh *mesh, gboolean as_one)
{
  const StreekPaint paint = { .color = { 0.6, 0.8, 0.9, 1 } };
  const guint n = N_SQUARES * N_SQUARES;
  g_autofree gint32 *group_of = g_new (gint32, n);
  g_autofree gint32 *chosen = g_new (gint32, n);
  g_autofree StreekPaint *paints = g_new (StreekPaint, n);

  for (guint i = 0; i < n; i++)
    {
      const gboolean is_black = (i / N_SQUARES + i % N_SQUARES) % 2 == 0;

      group_of[i] = (gint32) i;
      chosen[i] = is_black ? (as_one ? 0 : (gint32) i) : -1;
      paints[i] = paint;
    }

  const StreekAreaLines lines[] = {
    { group_of, { { .9, .9, .9, 1 }, 0.5, 0, 0 }, FALSE, FALSE },
    { chosen, { { 1, 1, 1, 1 }, 6, 0, 0 }, FALSE, TRUE },
    { chosen, { { .8, .1, .3, 1 }, 3.2, 0, 0 }, FALSE, TRUE },
  };
  const double side = N_SQUARES * SQUARE_PX;
  const StreekAreasMark areas = {
    .mesh = mesh,
    .projection = { 0, N_SQUARES * 1000, SQUARE_PX / 1000.0 },
    .clip = { 0, 0, side, side },
    .group_of = group_of,
    .n_groups = n,
    .paints = paints,
    .rows = group_of,
    .n_lines = G_N_ELEMENTS (lines),
    .lines = lines,
  };
  StreekSceneBuilder *builder = streek_scene_builder_new ((StreekSize){ side, side });

  streek_scene_builder_add_areas (builder, &areas);

  g_autoptr (StreekScene) scene = streek_scene_builder_end (builder);

  return streek_raster_new (scene, 1, TRUE);
}

/* The line around very many areas is not drawn but found in the pixels. Away from the corners,
 * which it rounds, it must look like one that is drawn; there it may differ. */
static void
test_line_around_very_many (void)
{
  g_autoptr (StreekMesh) mesh = make_board ();
  g_autoptr (StreekRaster) found = draw_board (mesh, TRUE);
  g_autoptr (StreekRaster) drawn = draw_board (mesh, FALSE);
  const guint32 *a = g_bytes_get_data (streek_raster_get_pixels (found), NULL);
  const guint32 *b = g_bytes_get_data (streek_raster_get_pixels (drawn), NULL);
  const int width = N_SQUARES * SQUARE_PX;
  gboolean is_same = TRUE;
  guint n_beside = 0;

  for (int y = 0; y < width; y++)
    for (int x = 0; x < width; x++)
      {
        const int to_x = ABS ((x + SQUARE_PX / 2) % SQUARE_PX - SQUARE_PX / 2);
        const int to_y = ABS ((y + SQUARE_PX / 2) % SQUARE_PX - SQUARE_PX / 2);
        const int green_a = (int) (a[y * width + x] >> 8 & 255);
        const int green_b = (int) (b[y * width + x] >> 8 & 255);

        /* along its own side the picture has no line that it could see */
        if (MIN (x, y) < SQUARE_PX || MAX (x, y) >= width - SQUARE_PX)
          continue;

        is_same = is_same && green_a == green_b;

        if (MAX (to_x, to_y) < 6)
          continue; /* a corner */

        n_beside++;
        g_assert_cmpint (ABS (green_a - green_b), <=, 40);
      }

  g_assert_cmpuint (n_beside, >, 100000);
  g_assert_false (is_same); /* it was found, and not drawn */
}

static void
test_stopped_gives_nothing (void)
{
  g_autoptr (StreekScene) scene = sample_scene_new (SAMPLE_PLAIN);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (streek_raster_new_from (scene, DOTS, FALSE, NULL, cancellable));
}

/* Another size, or pixels that snap, must not take over borders that lie elsewhere. */
static void
test_other_grid_is_drawn_anew (void)
{
  g_autoptr (StreekScene) scene = sample_scene_new (SAMPLE_AREAS_ONLY);
  g_autoptr (StreekRaster) previous = streek_raster_new (scene, DOTS, FALSE);
  g_autoptr (StreekRaster) larger = streek_raster_new (scene, 2 * DOTS, FALSE);
  g_autoptr (StreekRaster) snapped = streek_raster_new (scene, 1.3, TRUE);
  g_autoptr (StreekRaster) from_larger =
    streek_raster_new_from (scene, 2 * DOTS, FALSE, previous, NULL);
  g_autoptr (StreekRaster) from_snapped = streek_raster_new_from (scene, 1.3, TRUE, previous, NULL);

  g_assert_true (
    g_bytes_equal (streek_raster_get_pixels (from_larger), streek_raster_get_pixels (larger)));
  g_assert_true (
    g_bytes_equal (streek_raster_get_pixels (from_snapped), streek_raster_get_pixels (snapped)));
}

/* In the middle of pixels that lie on no border, the buffer tells what the mesh tells. */
static void
test_pick_equals_the_mesh (void)
{
  g_autoptr (StreekScene) scene = sample_scene_new (SAMPLE_PLAIN);
  g_autoptr (StreekRaster) raster = streek_raster_new (scene, DOTS, FALSE);
  guint n_hits = 0;

  for (int y = 0; y < streek_raster_get_height (raster); y++)
    for (int x = 0; x < streek_raster_get_width (raster); x++)
      {
        int expected =
          streek_scene_pick (scene, (StreekPoint){ (x + 0.5) / DOTS, (y + 0.5) / DOTS });

        g_assert_cmpint (streek_raster_pick (raster, x, y), ==, expected);
        n_hits += expected >= 0;
      }

  g_assert_cmpuint (n_hits, >, 75 * 75 * 15 / 2);
  g_assert_cmpint (streek_raster_pick (raster, -1, 10), ==, -1);
  g_assert_cmpint (streek_raster_pick (raster, 10, 100000), ==, -1);
}

/* Wherever the five places of a pixel lie in one area, so does the pixel: at every zoom, and with
 * the map partly or wholly beyond the sides. */
static void
test_pick_equals_the_mesh_in_any_view (void)
{
  const double offsets[][2] = { { 0.5, 0.5 }, { 0, 0 }, { 1, 0 }, { 0, 1 }, { 1, 1 } };
  g_autoptr (StreekMesh) mesh = sample_mesh_new ();
  const gint32 group_of[] = { 0, 1, 2, 3 };
  const StreekPaint paints[4] = { 0 };

  for (guint n = 0; n < 300; n++)
    {
      double scale = exp (g_test_rand_double_range (log (0.01), log (50)));
      const StreekAreasMark areas = {
        .mesh = mesh,
        .projection = { .x0 = g_test_rand_double_range (-500, 5500) - 25 / scale,
                        .y0 = g_test_rand_double_range (-500, 4500) + 25 / scale,
                        .scale = scale },
        .clip = { 3, 5, 41, 38 },
        .group_of = group_of,
        .n_groups = 4,
        .paints = paints,
        .rows = group_of,
      };
      StreekSceneBuilder *builder = streek_scene_builder_new ((StreekSize){ 50, 50 });

      streek_scene_builder_add_areas (builder, &areas);

      g_autoptr (StreekScene) scene = streek_scene_builder_end (builder);
      g_autoptr (StreekRaster) raster = streek_raster_new (scene, 1, FALSE);

      for (int y = 5; y < 42; y++)
        for (int x = 3; x < 43; x++)
          {
            int rows[G_N_ELEMENTS (offsets)];
            gboolean is_one = TRUE;

            for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
              {
                rows[i] =
                  streek_scene_pick (scene, (StreekPoint){ x + offsets[i][0], y + offsets[i][1] });
                is_one = is_one && rows[i] == rows[0];
              }

            if (is_one)
              g_assert_cmpint (streek_raster_pick (raster, x, y), ==, rows[0]);
          }
    }
}

/* What lies far outside the clip still covers what is inside it. */
static void
test_zoomed_far_in (void)
{
  g_autoptr (StreekMesh) mesh = sample_mesh_new ();
  const gint32 group_of[] = { 0, 1, 2, 3 };
  const StreekPaint paints[4] = { { .color = { 1, 0, 0, 1 } },
                                  { .color = { 0, 1, 0, 1 } },
                                  { .color = { 0, 0, 1, 1 } },
                                  { .color = { 0, 0, 0, 1 } } };
  const gint32 rows[] = { 0, 1, 2, 3 };

  /* The corner where A, B and C meet, (2000, 2000), in the middle of 80 points; 20 points a metre.
   */
  const StreekAreaLines lines = { group_of, { .color = { 1, 1, 1, 1 }, .width = 1 }, FALSE };
  const StreekAreasMark areas = {
    .mesh = mesh,
    .projection = { .x0 = 1998, .y0 = 2002, .scale = 20 },
    .clip = { 0, 0, 80, 80 },
    .group_of = group_of,
    .n_groups = 4,
    .paints = paints,
    .rows = rows,
    .n_lines = 1,
    .lines = &lines,
  };
  StreekSceneBuilder *builder = streek_scene_builder_new ((StreekSize){ 80, 80 });

  streek_scene_builder_add_areas (builder, &areas);

  g_autoptr (StreekScene) scene = streek_scene_builder_end (builder);
  g_autoptr (StreekRaster) raster = streek_raster_new (scene, 1, FALSE);

  g_assert_cmphex (get_pixel (raster, 5, 5, 1), ==, 0xffff0000);
  g_assert_cmphex (get_pixel (raster, 75, 5, 1), ==, 0xff00ff00);
  g_assert_cmphex (get_pixel (raster, 75, 75, 1), ==, 0xff00ff00);
  g_assert_cmphex (get_pixel (raster, 5, 75, 1), ==, 0xff0000ff);
  g_assert_cmpint (streek_raster_pick (raster, 5, 75), ==, 2);
}

/* Names and circles at every edge, and letters larger than those that are kept. */
static void
test_marks_may_reach_beyond_the_page (void)
{
  const StreekPoint places[] = { { -8, 30 }, { 52, 30 }, { 25, 1 }, { 25, 64 }, { -200, -90 } };
  const double sizes[] = { 6, 30 };
  const StreekPaint paint = { .color = { 0, 0, 1, 1 } };
  const StreekStroke stroke = { .color = { 1, 1, 1, 0.5 }, .width = 3 };
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  StreekSceneBuilder *builder = streek_scene_builder_new ((StreekSize){ 60, 60 });

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        g_autoptr (StreekTextRun) run =
          streek_typesetter_set (typesetter, (StreekFont){ .size_pt = sizes[j] }, "Ěg fij");

        streek_scene_builder_add_symbol (builder, STREEK_SYMBOL_CIRCLE, places[i], sizes[j] / 3,
                                         &paint, &stroke, (int) i);
        streek_scene_builder_add_text (builder, run, places[i], (StreekColor){ 1, 0, 0, 1 },
                                       &stroke, -1);
      }

  g_autoptr (StreekScene) scene = streek_scene_builder_end (builder);
  g_autoptr (StreekRaster) raster = streek_raster_new (scene, 4, TRUE);
  const guint32 *pixels = g_bytes_get_data (streek_raster_get_pixels (raster), NULL);
  guint n_red = 0, n_blue = 0;

  for (gsize i = 0; i < 240 * 240; i++)
    {
      n_red += pixels[i] == 0xffff0000;
      n_blue += pixels[i] == 0xff0000ff;
    }

  g_assert_cmpuint (n_red, >, 1000);
  g_assert_cmpuint (n_blue, >, 100);
  g_assert_cmpint (streek_raster_pick (raster, 4 * 52 + 2, 4 * 30), ==, 1);
}

static void
test_too_large_is_refused (void)
{
  StreekSceneBuilder *builder = streek_scene_builder_new ((StreekSize){ 842, 595 });
  g_autoptr (StreekScene) scene = streek_scene_builder_end (builder);
  g_autoptr (GError) error = NULL;

  g_assert_null (streek_raster_new (scene, 1000, FALSE));
  g_assert_null (streek_scene_to_png (scene, 72000, &error));
  g_assert_error (error, STREEK_DRAW_ERROR, STREEK_DRAW_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draw/raster/paints-what-was-asked", test_paints_what_was_asked);
  g_test_add_func ("/draw/raster/shares-border-pixels-exactly", test_shares_border_pixels_exactly);
  g_test_add_func ("/draw/raster/last-of-overlapping-areas-is-on-top",
                   test_last_of_overlapping_areas_is_on_top);
  g_test_add_func ("/draw/raster/hatch-can-be-seen", test_hatch_can_be_seen);
  g_test_add_func ("/draw/raster/hatch-over-it-shows-on-light-and-dark",
                   test_hatch_over_it_shows_on_light_and_dark);
  g_test_add_func ("/draw/raster/recoloured-equals-fresh", test_recoloured_equals_fresh);
  g_test_add_func ("/draw/raster/pointed-at-equals-fresh", test_pointed_at_equals_fresh);
  g_test_add_func ("/draw/raster/chosen-anew-equals-fresh", test_chosen_anew_equals_fresh);
  g_test_add_func ("/draw/raster/line-around-very-many", test_line_around_very_many);
  g_test_add_func ("/draw/raster/stopped-gives-nothing", test_stopped_gives_nothing);
  g_test_add_func ("/draw/raster/other-grid-is-drawn-anew", test_other_grid_is_drawn_anew);
  g_test_add_func ("/draw/raster/pick-equals-the-mesh", test_pick_equals_the_mesh);
  g_test_add_func ("/draw/raster/pick-equals-the-mesh-in-any-view",
                   test_pick_equals_the_mesh_in_any_view);
  g_test_add_func ("/draw/raster/zoomed-far-in", test_zoomed_far_in);
  g_test_add_func ("/draw/raster/marks-may-reach-beyond-the-page",
                   test_marks_may_reach_beyond_the_page);
  g_test_add_func ("/draw/raster/too-large-is-refused", test_too_large_is_refused);

  return g_test_run ();
}
