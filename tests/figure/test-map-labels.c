/* test-map-labels.c: names on a map: none over another, shortened, in the room there is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-labels.h"

/* Solves from + t (to - from) for both; they cross where both t lie inside. */
static gboolean
leaders_cross (const StreekPlacedLabel *a, const StreekPlacedLabel *b)
{
  double ax = a->leader_to.x - a->leader_from.x, ay = a->leader_to.y - a->leader_from.y;
  double bx = b->leader_to.x - b->leader_from.x, by = b->leader_to.y - b->leader_from.y;
  double dx = b->leader_from.x - a->leader_from.x, dy = b->leader_from.y - a->leader_from.y;
  double det = ax * by - ay * bx;
  double t = (dx * by - dy * bx) / det, u = (dx * ay - dy * ax) / det;

  return det != 0 && t > 1e-6 && t < 1 - 1e-6 && u > 1e-6 && u < 1 - 1e-6;
}

/* Two hundred names in a field where not all can stand. */
static void
test_labels_never_overlap (void)
{
  const StreekRect frame = { 0, 0, 400, 300 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  g_autoptr (StreekLabeller) labeller = streek_labeller_new (typesetter, frame);
  StreekLabelWish wishes[200];
  StreekVertex square[] = { { 50, 50 }, { 350, 50 }, { 350, 250 }, { 50, 250 } };
  guint starts[] = { 0, 4 };
  StreekRings rings = { 1, starts, square };
  StreekProjection projection = { 0, 300, 1 };
  g_autoptr (StreekRowGrid) grid = streek_row_grid_new (&rings, 1, &projection, frame, 2);
  guint n_leaders = 0;

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    wishes[i] = (StreekLabelWish){
      .row = i,
      .name = i % 3 == 0 ? "Sint-Martens-Latem" : "Kortrijk",
      .anchor = { g_rand_double_range (rand, 50, 350), g_rand_double_range (rand, 50, 250) },
      .radius_pt = 20,
      .font = { 8, STREEK_WEIGHT_NORMAL, FALSE },
      .may_lead = TRUE,
    };

  streek_labeller_block (labeller, (StreekRect){ 0, 0, 60, 40 }, -1);
  streek_labeller_place (labeller, wishes, G_N_ELEMENTS (wishes), grid);

  guint n = streek_labeller_get_n_placed (labeller);

  g_assert_cmpuint (n, >, 40);
  g_assert_cmpuint (n, <, 200);

  for (guint i = 0; i < n; i++)
    {
      const StreekPlacedLabel *a = streek_labeller_get_placed (labeller, i);

      n_leaders += a->has_leader;
      g_assert_true (a->rect.x >= 0 && a->rect.x + a->rect.width <= 400);
      g_assert_true (a->rect.y >= 0 && a->rect.y + a->rect.height <= 300);
      g_assert_false (a->rect.x < 60 && a->rect.y < 40);

      for (guint j = 0; j < i; j++)
        {
          const StreekPlacedLabel *b = streek_labeller_get_placed (labeller, j);

          if (a->has_leader && b->has_leader)
            g_assert_false (leaders_cross (a, b));

          g_assert_false (
            a->rect.x < b->rect.x + b->rect.width && b->rect.x < a->rect.x + a->rect.width &&
            a->rect.y < b->rect.y + b->rect.height && b->rect.y < a->rect.y + a->rect.height);
        }
    }

  g_assert_cmpuint (n_leaders, >, 0);
}

static void
test_names_are_shortened (void)
{
  const char *const cases[][3] = {
    { "Sint-Martens-Latem", "St.-Martens-Latem", "Sint-Martens-\nLatem" },
    { "Midden-West-Vlaanderen", "M.-W.-Vl.", "Midden-West-\nVlaanderen" },
    { "Heist-op-den-Berg", NULL, "Heist-op-\nden-Berg" },
    { "De Panne", NULL, NULL },
    { "Gent en Rondom Gent", "Gent & Rondom Gent", "Gent en\nRondom Gent" },
    { "Ieper", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *abbreviated = streek_label_abbreviate (cases[i][0]);
      g_autofree char *split = streek_label_split (cases[i][0]);

      g_assert_cmpstr (abbreviated, ==, cases[i][1]);
      g_assert_cmpstr (split, ==, cases[i][2]);
    }
}

/* The grid tells where areas lie: the western half of a square, with a hole. */
static void
test_grid_knows_holes (void)
{
  StreekVertex vertices[] = { { 0, 0 },   { 50, 0 },  { 50, 100 }, { 0, 100 },
                              { 20, 40 }, { 20, 60 }, { 40, 60 },  { 40, 40 } };
  guint starts[] = { 0, 4, 8 };
  StreekRings rings = { 2, starts, vertices };
  StreekProjection projection = { 0, 100, 1 };
  g_autoptr (StreekRowGrid) grid =
    streek_row_grid_new (&rings, 1, &projection, (StreekRect){ 0, 0, 100, 100 }, 2);

  g_assert_cmpfloat (streek_row_grid_measure (grid, (StreekRect){ 4, 4, 30, 20 }, 0), ==, 1);
  g_assert_cmpfloat (streek_row_grid_measure (grid, (StreekRect){ 22, 42, 10, 10 }, 0), ==, 0);
  g_assert_cmpfloat (streek_row_grid_measure_any (grid, (StreekRect){ 60, 4, 30, 90 }), ==, 0);
  g_assert_cmpfloat_with_epsilon (
    streek_row_grid_measure (grid, (StreekRect){ 30, 4, 39.9, 20 }, 0), 0.5, 0.05);
}

/* By hand, of cells of 2 points: the square that the frame leaves of a bar of 50 by 100, its right
 * 30 points, has its middle 15 from either side; a square of 20 in it is of the other group. */
static void
test_grid_finds_room_in_what_is_seen (void)
{
  StreekVertex bar[] = { { 0, 0 }, { 50, 0 }, { 50, 100 }, { 0, 100 } };
  StreekVertex square[] = { { 20, 80 }, { 40, 80 }, { 40, 100 }, { 20, 100 } };
  StreekVertex far[] = { { 500, 500 }, { 501, 500 }, { 501, 501 } };
  guint starts[] = { 0, 4 }, three[] = { 0, 3 };
  StreekRings rings[] = { { 1, starts, bar }, { 1, starts, square }, { 1, three, far } };
  StreekProjection projection = { 0, 100, 1 };
  g_autoptr (StreekRowGrid) grid =
    streek_row_grid_new (rings, 3, &projection, (StreekRect){ 20, 0, 80, 100 }, 2);
  g_autofree StreekRoom *rooms = streek_row_grid_find_rooms (grid, 3);

  g_assert_cmpfloat (rooms[0].radius_pt, ==, 15);
  g_assert_cmpfloat (rooms[0].middle.x, ==, 35);
  g_assert_cmpfloat (rooms[0].middle.y, >=, 20 + 15);
  g_assert_cmpfloat (rooms[0].middle.y, <=, 100 - 15);
  /* ten cells across have two middles */
  g_assert_cmpfloat (rooms[1].radius_pt, ==, 9);
  g_assert_cmpfloat_with_epsilon (rooms[1].middle.x, 30, 1.5);
  g_assert_cmpfloat_with_epsilon (rooms[1].middle.y, 10, 1.5);
  g_assert_cmpfloat (rooms[2].radius_pt, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/labels/never-overlap", test_labels_never_overlap);
  g_test_add_func ("/figure/labels/names-are-shortened", test_names_are_shortened);
  g_test_add_func ("/figure/grid/knows-holes", test_grid_knows_holes);
  g_test_add_func ("/figure/grid/finds-room-in-what-is-seen", test_grid_finds_room_in_what_is_seen);

  return g_test_run ();
}
