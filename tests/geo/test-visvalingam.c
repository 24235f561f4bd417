/* test-visvalingam.c: levels of detail that keep their corners where lines would cross */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "geo/streek-visvalingam.h"

static void
assert_ranks (const StreekVertex *vertices,
              const guint32 *starts,
              guint n_arcs,
              const double *tolerances_m,
              guint n_levels,
              const guint8 *expected)
{
  g_autofree guint8 *ranks =
    streek_visvalingam_rank (vertices, starts, n_arcs, tolerances_m, n_levels, NULL);

  g_assert_cmpmem (ranks, starts[n_arcs], expected, starts[n_arcs]);
}

/* Triangles by hand: at 10,1 it is 10 m², and then at 20,6 it is ½ · 40 · 6 = 120 m². */
static void
test_smallest_triangle_goes_first (void)
{
  const StreekVertex vertices[] = { { 0, 0 }, { 10, 2 }, { 20, 6 }, { 40, 0 } };
  const guint32 starts[] = { 0, 4 };
  const double tolerances_m[] = { 0, 4, 12 };
  const guint8 expected[] = { 2, 0, 1, 2 };

  assert_ranks (vertices, starts, 1, tolerances_m, 3, expected);
}

/* The second arc's corner lies in the first one's triangle: the first keeps its point until the
 * other is gone. */
static void
test_keeps_what_would_cross (void)
{
  const StreekVertex vertices[] = { { 0, 0 },  { 50, 10 }, { 100, 0 }, /* a roof over … */
                                    { 0, -9 }, { 50, 9 },  { 100, -9 } };
  const guint32 starts[] = { 0, 3, 6 };
  const double tolerances_m[] = { 0, 25, 100 };
  const guint8 expected[] = { 2, 1, 2, 2, 1, 2 };

  /* roof: ½ · 100 · 10 = 500 < 625; post: ½ · 100 · 18 = 900 > 625 */
  assert_ranks (vertices, starts, 2, tolerances_m, 3, expected);
}

/* Roofs over each other, each with the point of the next lower one in its triangle. Roof k has
 * ½ · 200 · (20 + k) = 2000 + 100 k m²: the lowest goes first and makes way for the next, up to
 * those of 50² m² and more, however the roofs are numbered. */
static void
test_each_makes_way_for_the_next (void)
{
  enum
  {
    N_ROOFS = 12,
    N = 3 * N_ROOFS
  };
  const double tolerances_m[] = { 0, 50, 100 };

  for (guint from_top = 0; from_top < 2; from_top++)
    {
      StreekVertex vertices[N];
      guint32 starts[N_ROOFS + 1] = { 0 };
      guint8 expected[N];

      for (int i = 0; i < N_ROOFS; i++)
        {
          int k = from_top ? N_ROOFS - 1 - i : i;

          vertices[3 * i] = (StreekVertex){ -100, 10 * k };
          vertices[3 * i + 1] = (StreekVertex){ 0, 10 * k + 20 + k };
          vertices[3 * i + 2] = (StreekVertex){ 100, 10 * k };
          expected[3 * i] = expected[3 * i + 2] = 2;
          expected[3 * i + 1] = k < 5 ? 0 : 1;
          starts[i + 1] = 3 * (guint32) (i + 1);
        }

      assert_ranks (vertices, starts, N_ROOFS, tolerances_m, 3, expected);
    }
}

static void
test_closed_arc_keeps_a_triangle (void)
{
  const StreekVertex vertices[] = { { 0, 0 }, { 10, 0 }, { 10, 10 }, { 0, 10 }, { 0, 0 } };
  const guint32 starts[] = { 0, 5 };
  const double tolerances_m[] = { 0, 1000 };
  g_autofree guint8 *ranks = streek_visvalingam_rank (vertices, starts, 1, tolerances_m, 2, NULL);
  guint n = 0;

  for (guint i = 0; i < 5; i++)
    n += ranks[i] == 1;

  g_assert_cmpuint (n, ==, 4);
}

/* A lens between two nodes would vanish if both sides became the straight line. */
static void
test_twins_stay_apart (void)
{
  const StreekVertex vertices[] = { { 0, 0 }, { 50, 10 },  { 100, 0 },
                                    { 0, 0 }, { 50, -10 }, { 100, 0 } };
  const guint32 starts[] = { 0, 3, 6 };
  const double tolerances_m[] = { 0, 1000 };
  const guint8 expected[] = { 1, 1, 1, 1, 1, 1 };

  assert_ranks (vertices, starts, 2, tolerances_m, 2, expected);
}

static gpointer
run_helper (gpointer data)
{
  streek_share_help (data);

  return NULL;
}

/* Lines that wander over each other, so that many have to wait for lines of another part: what is
 * left of them is the same with helpers and without. */
static void
test_helpers_change_nothing (void)
{
  enum
  {
    N_ARCS = 9000,
    N_EACH = 12,
    N_HELPERS = 2
  };
  const double tolerances_m[] = { 0, 20, 60, 150 };
  g_autofree StreekVertex *vertices = g_new (StreekVertex, N_ARCS * N_EACH);
  g_autofree guint32 *starts = g_new0 (guint32, N_ARCS + 1);
  GRand *dice = g_rand_new_with_seed (18);

  for (guint i = 0; i < N_ARCS; i++)
    {
      StreekVertex at = { g_rand_int_range (dice, 0, 30000), g_rand_int_range (dice, 0, 30000) };

      for (guint j = 0; j < N_EACH; j++)
        {
          vertices[i * N_EACH + j] = at;
          at.x += g_rand_int_range (dice, -100, 101);
          at.y += g_rand_int_range (dice, -100, 101);
        }
      starts[i + 1] = (i + 1) * N_EACH;
    }
  g_rand_free (dice);

  g_autofree guint8 *alone =
    streek_visvalingam_rank (vertices, starts, N_ARCS, tolerances_m, 4, NULL);
  StreekShare *share = streek_share_new ();
  GThread *helpers[N_HELPERS];

  for (guint i = 0; i < N_HELPERS; i++)
    helpers[i] = g_thread_new ("helper", run_helper, share);

  g_autofree guint8 *shared =
    streek_visvalingam_rank (vertices, starts, N_ARCS, tolerances_m, 4, share);

  streek_share_end (share);
  for (guint i = 0; i < N_HELPERS; i++)
    g_thread_join (helpers[i]);
  streek_share_free (share);
  g_assert_cmpmem (shared, N_ARCS * N_EACH, alone, N_ARCS * N_EACH);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/visvalingam/smallest-triangle-goes-first",
                   test_smallest_triangle_goes_first);
  g_test_add_func ("/geo/visvalingam/keeps-what-would-cross", test_keeps_what_would_cross);
  g_test_add_func ("/geo/visvalingam/each-makes-way-for-the-next",
                   test_each_makes_way_for_the_next);
  g_test_add_func ("/geo/visvalingam/closed-arc-keeps-a-triangle",
                   test_closed_arc_keeps_a_triangle);
  g_test_add_func ("/geo/visvalingam/twins-stay-apart", test_twins_stay_apart);
  g_test_add_func ("/geo/visvalingam/helpers-change-nothing", test_helpers_change_nothing);

  return g_test_run ();
}
