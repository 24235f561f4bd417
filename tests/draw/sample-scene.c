/* sample-scene.c: a small drawing with every kind of mark, for the tests of all back ends */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "sample-scene.h"
#include "streek-letters.h"

static const StreekColor ink = { 0.1, 0.1, 0.1, 1 };
static const StreekColor red = { 0.8, 0.2, 0.2, 1 };
static const StreekColor blue = { 0.2, 0.4, 0.8, 1 };
static const StreekColor sand = { 0.9, 0.8, 0.5, 1 };
static const StreekColor grey = { 0.93, 0.93, 0.93, 1 };
static const StreekColor white = { 1, 1, 1, 1 };

StreekMesh *
sample_mesh_new (void)
{
  const char *const rows[] = { "AABBB", "AAB.B", "CCBBB", "CDDD." };

  return streek_letters_new_mesh (rows, G_N_ELEMENTS (rows));
}

static void
add_map (StreekSceneBuilder *builder, SampleKind kind)
{
  g_autoptr (StreekMesh) mesh = sample_mesh_new ();
  const gint32 separate[] = { 0, 1, 2, 3 }, joined[] = { 0, 1, 2, 2 };
  const gint32 outlined[] = { 0, 0, -1, -1 };
  const gint32 around_c[] = { -1, -1, 0, -1 };
  const gint32 *pointed_at = kind == SAMPLE_POINTED_AT ? around_c : outlined;
  const gint32 table_rows[] = { 0, 1, 2, 3 };
  const gint32 *group_of = kind == SAMPLE_REGROUPED ? joined : separate;
  const StreekPaint plain[] = {
    { .color = red }, { .color = sand }, { grey, STREEK_HATCH_DIAGONAL, ink }, { .color = red }
  };
  const StreekPaint other[] = { { grey, STREEK_HATCH_DOTS, ink },
                                { blue, STREEK_HATCH_OVER_CROSS, ink },
                                { .color = red },
                                { { 0 }, STREEK_HATCH_OVER_VERTICAL, red } };
  const StreekPaint flat[] = {
    { .color = red }, { .color = sand }, { .color = blue }, { .color = red }
  };
  const StreekAreaLines lines[] = {
    { group_of, { .color = white, .width = 0.5 }, FALSE },
    { outlined,
      { .color = ink, .width = 2, .dash = kind == SAMPLE_RECOLOURED ? 7 : 0, .gap = 5 },
      TRUE },
    { pointed_at,
      { .color = ink, .width = kind == SAMPLE_CHOSEN ? 5 : 3 },
      FALSE,
      .is_passing = TRUE },
    { pointed_at, { .color = red, .width = 2.5 }, FALSE, .is_passing = TRUE },
  };
  const guint n_passing = kind == SAMPLE_CHOSEN ? 2 : kind == SAMPLE_POINTED_AT ? 1 : 0;
  const StreekAreasMark areas = {
    .mesh = mesh,
    .projection = { .x0 = -400, .y0 = 5600, .scale = 0.025 },
    .clip = { 5, 35, 140, 110 },
    .group_of = group_of,
    .n_groups = kind == SAMPLE_REGROUPED ? 3 : 4,
    .paints = kind == SAMPLE_RECOLOURED   ? other
              : kind == SAMPLE_AREAS_ONLY ? flat
                                          : plain,
    .rows = table_rows,
    .n_lines = G_N_ELEMENTS (lines) - 2 + n_passing,
    .lines = lines,
  };

  streek_scene_builder_push_group (builder, "areas", "Gebieden & water");
  streek_scene_builder_add_areas (builder, &areas);
  streek_scene_builder_pop_group (builder);
}

static void
add_furniture (StreekSceneBuilder *builder)
{
  const StreekPoint corners[] = { { 160, 40 }, { 190, 50 }, { 165, 70 } };
  const StreekPaint fill = { .color = blue };
  const StreekPaint hatched = { grey, STREEK_HATCH_CROSS, red };
  const StreekPaint glass = { .color = { 0.2, 0.4, 0.8, 0.5 } };
  const StreekStroke thin = { .color = ink, .width = 0.5 };
  const StreekStroke dashed = { .color = red, .width = 1.5, .dash = 4, .gap = 3 };

  streek_scene_builder_push_group (builder, "legend", NULL);
  streek_scene_builder_add_rect (builder, (StreekRect){ 155, 80, 35, 30 }, &hatched, &thin, -1);
  streek_scene_builder_add_polygon (builder, corners, G_N_ELEMENTS (corners), TRUE, &fill, &thin,
                                    -1);
  streek_scene_builder_add_polygon (builder, corners, G_N_ELEMENTS (corners), FALSE, NULL, &dashed,
                                    -1);
  streek_scene_builder_add_rule (builder, (StreekPoint){ 10, 152 }, (StreekPoint){ 60, 152 }, &thin,
                                 -1);

  for (guint i = 0; i < 4; i++)
    streek_scene_builder_add_symbol (builder, (StreekSymbol) i, (StreekPoint){ 160 + 9 * i, 130 },
                                     4, &fill, &thin, -1);

  streek_scene_builder_pop_group (builder);
  streek_scene_builder_add_symbol (builder, STREEK_SYMBOL_CIRCLE, (StreekPoint){ 110, 58 }, 10,
                                   &glass, &thin, 7);
}

static void
add_words (StreekSceneBuilder *builder)
{
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  g_autoptr (StreekTextRun) title = streek_typesetter_set (
    typesetter, (StreekFont){ .size_pt = 14, .weight = STREEK_WEIGHT_BOLD }, "Één <kaart> & meer");
  g_autoptr (StreekTextRun) label =
    streek_typesetter_set (typesetter, (StreekFont){ .size_pt = 8 }, "Diksmuide");
  g_autoptr (StreekTextRun) note = streek_typesetter_set_wrapped (
    typesetter, (StreekFont){ .size_pt = 6, .italic = TRUE },
    "Bron: verzonnen cijfers van een streek die niet bestaat", 90, 2, STREEK_ALIGN_END);
  const StreekStroke halo = { .color = white, .width = 2 };

  streek_scene_builder_push_group (builder, "labels", "Namen");
  streek_scene_builder_add_text (builder, title, (StreekPoint){ 10, 20 }, ink, NULL, -1);
  streek_scene_builder_add_text (builder, label, (StreekPoint){ 20, 72 }, ink, &halo, 0);
  streek_scene_builder_add_text (builder, note, (StreekPoint){ 80, 147 }, blue, NULL, -1);
  streek_scene_builder_pop_group (builder);
}

StreekScene *
sample_scene_new (SampleKind kind)
{
  g_autoptr (StreekSceneBuilder) builder = streek_scene_builder_new ((StreekSize){ 200, 160 });
  const StreekPaint paper = { .color = white };

  streek_scene_builder_set_metadata (builder, "Één <kaart> & meer", "Vier gebieden in \"kleur\".",
                                     "nl");
  streek_scene_builder_add_rect (builder, (StreekRect){ 0, 0, 200, 160 }, &paper, NULL, -1);
  add_map (builder, kind);

  if (kind != SAMPLE_AREAS_ONLY)
    {
      add_furniture (builder);
      add_words (builder);
    }

  return streek_scene_builder_end (g_steal_pointer (&builder));
}
