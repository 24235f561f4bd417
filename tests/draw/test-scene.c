/* test-scene.c: what a scene holds, and what lies under the pointer */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-scene.h"
#include "sample-scene.h"

static void
test_tells_every_mark (void)
{
  g_autoptr (StreekScene) scene = sample_scene_new (SAMPLE_PLAIN);
  g_autofree char *text = streek_scene_to_text (scene);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "draw", "sample-scene.txt", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_rounds_to_a_hundredth (void)
{
  StreekSceneBuilder *builder = streek_scene_builder_new ((StreekSize){ 100.005, 50.4 });
  const StreekStroke stroke = { .color = { 0, 0, 0, 0.5 }, .width = 1.2 };

  streek_scene_builder_push_group (builder, "left-open", NULL);
  streek_scene_builder_add_rule (builder, (StreekPoint){ -0.001, 0.126 }, (StreekPoint){ 100, 7.1 },
                                 &stroke, 12);

  g_autoptr (StreekScene) scene = streek_scene_builder_end (builder);
  g_autofree char *text = streek_scene_to_text (scene);

  g_assert_cmpstr (text, ==,
                   "scene 100.01 50.4\n"
                   "  group left-open\n"
                   "    rule 0 0.13 100 7.1 stroke #00000080 1.2 row 12\n");
}

static void
test_picks_the_topmost_row (void)
{
  const struct
  {
    double x;
    double y;
    int row;
  } cases[] = {
    { 20, 50, 0 },    /* A */
    { 80, 100, 1 },   /* B */
    { 20, 100, 2 },   /* C */
    { 60, 130, 3 },   /* D */
    { 110, 58, 7 },   /* the circle over B */
    { 110, 45, 1 },   /* B beside the circle */
    { 95, 75, -1 },   /* the hole in B */
    { 120, 130, -1 }, /* beside D */
    { 20, 72, 0 },    /* the label of A */
    { 160, 130, -1 }, /* the legend stands for no row */
    { 500, 500, -1 }, /* outside the page */
  };
  g_autoptr (StreekScene) scene = sample_scene_new (SAMPLE_PLAIN);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (streek_scene_pick (scene, (StreekPoint){ cases[i].x, cases[i].y }), ==,
                     cases[i].row);
}

/* The map fills the page, its clip does not. */
static void
test_picks_nothing_outside_the_clip (void)
{
  g_autoptr (StreekMesh) mesh = sample_mesh_new ();
  StreekSceneBuilder *builder = streek_scene_builder_new ((StreekSize){ 100, 100 });
  const gint32 group_of[] = { 0, 0, 0, 0 };
  const gint32 rows[] = { 4 };
  const StreekPaint paint = { .color = { 1, 0, 0, 1 } };
  const StreekAreasMark areas = {
    .mesh = mesh,
    .projection = { .x0 = 0, .y0 = 4000, .scale = 0.02 },
    .clip = { 10, 10, 20, 20 },
    .group_of = group_of,
    .n_groups = 1,
    .paints = &paint,
    .rows = rows,
  };

  streek_scene_builder_add_areas (builder, &areas);

  g_autoptr (StreekScene) scene = streek_scene_builder_end (builder);

  g_assert_cmpint (streek_scene_pick (scene, (StreekPoint){ 15, 15 }), ==, 4);
  g_assert_cmpint (streek_scene_pick (scene, (StreekPoint){ 5, 15 }), ==, -1);
  g_assert_cmpint (streek_scene_pick (scene, (StreekPoint){ 15, 31 }), ==, -1);
}

static void
test_thin_things_can_be_hit (void)
{
  StreekSceneBuilder *builder = streek_scene_builder_new ((StreekSize){ 100, 100 });
  const StreekStroke hair = { .color = { 0, 0, 0, 1 }, .width = 0.25 };
  const StreekPoint line[] = { { 10, 50 }, { 50, 50 }, { 50, 90 } };

  streek_scene_builder_add_rule (builder, (StreekPoint){ 10, 10 }, (StreekPoint){ 90, 10 }, &hair,
                                 1);
  streek_scene_builder_add_polygon (builder, line, G_N_ELEMENTS (line), FALSE, NULL, &hair, 2);

  g_autoptr (StreekScene) scene = streek_scene_builder_end (builder);

  g_assert_cmpint (streek_scene_pick (scene, (StreekPoint){ 40, 11.5 }), ==, 1);
  g_assert_cmpint (streek_scene_pick (scene, (StreekPoint){ 40, 13 }), ==, -1);
  g_assert_cmpint (streek_scene_pick (scene, (StreekPoint){ 48.5, 70 }), ==, 2);
  g_assert_cmpint (streek_scene_pick (scene, (StreekPoint){ 30, 70 }), ==, -1);
}

static void
test_bounds_hold_every_mark (void)
{
  StreekSceneBuilder *builder = streek_scene_builder_new ((StreekSize){ 100, 100 });
  const StreekStroke stroke = { .color = { 0, 0, 0, 1 }, .width = 2 };
  const StreekPaint paint = { .color = { 1, 0, 0, 1 } };

  streek_scene_builder_add_rect (builder, (StreekRect){ 10, 20, 30, 40 }, &paint, &stroke, -1);
  streek_scene_builder_add_symbol (builder, STREEK_SYMBOL_CIRCLE, (StreekPoint){ 100, 50 }, 5,
                                   &paint, NULL, -1);

  g_autoptr (StreekScene) scene = streek_scene_builder_end (builder);
  StreekRect bounds = streek_scene_get_bounds (scene);

  g_assert_cmpfloat (bounds.x, ==, 9);
  g_assert_cmpfloat (bounds.y, ==, 19);
  g_assert_cmpfloat (bounds.width, ==, 96);
  g_assert_cmpfloat (bounds.height, ==, 42);
}

static void
test_knows_its_metadata (void)
{
  g_autoptr (StreekScene) scene = sample_scene_new (SAMPLE_PLAIN);

  g_assert_cmpstr (streek_scene_get_title (scene), ==, "Één <kaart> & meer");
  g_assert_cmpstr (streek_scene_get_description (scene), ==, "Vier gebieden in \"kleur\".");
  g_assert_cmpfloat (streek_scene_get_size (scene).width, ==, 200);
  g_assert_cmpfloat (streek_scene_get_size (scene).height, ==, 160);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draw/scene/tells-every-mark", test_tells_every_mark);
  g_test_add_func ("/draw/scene/rounds-to-a-hundredth", test_rounds_to_a_hundredth);
  g_test_add_func ("/draw/scene/picks-the-topmost-row", test_picks_the_topmost_row);
  g_test_add_func ("/draw/scene/picks-nothing-outside-the-clip",
                   test_picks_nothing_outside_the_clip);
  g_test_add_func ("/draw/scene/thin-things-can-be-hit", test_thin_things_can_be_hit);
  g_test_add_func ("/draw/scene/bounds-hold-every-mark", test_bounds_hold_every_mark);
  g_test_add_func ("/draw/scene/knows-its-metadata", test_knows_its_metadata);

  return g_test_run ();
}
