/* test-moran.c: Moran's I against spdep and by hand, and the same answer from any number of threads
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-moran.h"

#include "stats/streek-random.h"
#include "stats/streek-stats-error.h"

#include <math.h>
#include <string.h>

/* A board of squares, neighbours over sides and corners; an empty list for those in @cut. */
typedef struct
{
  guint n;
  guint32 starts[401];
  guint32 links[3200];
} Board;

static void
make_board (Board *board, guint side, guint cut)
{
  guint32 at = 0;

  board->n = side * side;

  for (guint i = 0; i < board->n; i++)
    {
      board->starts[i] = at;

      for (guint j = 0; j < board->n; j++)
        {
          int dx = (int) (i % side) - (int) (j % side), dy = (int) (i / side) - (int) (j / side);

          if (i != j && i != cut && j != cut && ABS (dx) <= 1 && ABS (dy) <= 1)
            board->links[at++] = j;
        }
    }

  board->starts[board->n] = at;
}

static StreekMoranQuery
make_query (const Board *board, const double *values, guint n_permutations)
{
  return (StreekMoranQuery){
    .values = values,
    .n = board->n,
    .starts = board->starts,
    .links = board->links,
    .n_permutations = n_permutations,
    .seed = 20,
    .n_threads = 2,
  };
}

/* The five by five board below in spdep 1.2-7 under R 4.2:
 *   nb <- cell2nb (5, 5, type = "queen"); lw <- nb2listw (nb, style = "W")
 *   moran.test (x, lw); localmoran (x, lw, conditional = TRUE) [, 1]
 * Its localmoran_perm () draws with replacement, so the p of the test without comes from all draws
 * there are, in R: s <- colSums (combn (x [-i], k)); min (mean (s >= o), mean (s <= o)), with o the
 * sum of the k neighbours of i. */
static const double spdep_values[] = { 3,  7,  1,  9,  4,  8,  2,  6,  5,  11, 12, 14, 10,
                                       13, 15, 21, 18, 16, 22, 17, 25, 19, 30, 24, 23 };
static const double spdep_local[] = {
  1.30902777777778, 0.97916666666667,  1.53385416666667, 0.57291666666667, 0.77517361111111,
  0.50976562500000, 1.07153320312500,  0.69555664062500, 0.65283203125000, 0.16406250000000,
  0.01822916666667, -0.01733398437500, 0.07747395833333, 0.00423177083333, 0.00520833333333,
  0.51953125000000, 0.37247721354167,  0.22639973958333, 0.71386718750000, 0.35156250000000,
  1.12022569444444, 0.78385416666667,  1.72916666666667, 1.41471354166667, 1.18750000000000,
};
static const double exact_folded[] = {
  0.025198, 0.000306, 0.001953, 0.003553, 0.112154, 0.030444, 0.001667, 0.003129, 0.011934,
  0.099849, 0.414855, 0.242751, 0.269975, 0.403531, 0.474685, 0.088251, 0.014456, 0.010456,
  0.009005, 0.032915, 0.075593, 0.002847, 0.007223, 0.002682, 0.038043,
};

static void
test_global_equals_spdep (void)
{
  g_autoptr (GError) error = NULL;
  Board board;
  StreekMoran moran;

  make_board (&board, 5, G_MAXUINT);

  StreekMoranQuery query = make_query (&board, spdep_values, 999);

  g_assert_true (streek_moran_compute (&query, &moran, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (moran.n_used, ==, 25);
  g_assert_cmpfloat_with_epsilon (moran.i, 0.67083984375, 1e-12);
  g_assert_cmpfloat_with_epsilon (moran.expected, -1.0 / 24, 1e-15);
  g_assert_cmpfloat_with_epsilon (moran.variance, 0.0117012176160, 1e-12);
  g_assert_cmpuint (moran.n_as_high, ==, 0);
  g_assert_cmpuint (moran.n_as_low, ==, 999);
  g_assert_cmpfloat (moran.p, ==, 0.001);
}

static void
test_local_equals_spdep_and_all_draws (void)
{
  Board board;
  StreekLocalMoran locals[25];
  guint n_permutations = 99999;

  make_board (&board, 5, G_MAXUINT);

  StreekMoranQuery query = make_query (&board, spdep_values, n_permutations);

  g_assert_true (streek_moran_compute_local (&query, 0.05, locals, NULL, NULL));

  for (guint i = 0; i < 25; i++)
    {
      double p = exact_folded[i];
      /* five standard errors of that many draws, and one draw that counts as observed */
      double tolerance = 5 * sqrt (p * (1 - p) / n_permutations) + 1.5e-5;

      g_assert_cmpfloat_with_epsilon (locals[i].i, spdep_local[i], 1e-12);
      g_assert_cmpfloat_with_epsilon (locals[i].p, p, tolerance);
      g_assert_cmpint (locals[i].cluster, ==,
                       locals[i].p > 0.05       ? STREEK_CLUSTER_NOT_SIGNIFICANT
                       : spdep_values[i] > 13.4 ? STREEK_CLUSTER_HIGH_HIGH
                                                : STREEK_CLUSTER_LOW_LOW);
    }
}

/* A row A B C D of figures 1 2 4 9, by hand: the mean is 4 and Σz² is 38, Σ z lag is
 * -3·-2 + -2·(-3 + 0)/2 + 0 + 5·0 = 9. */
static const guint32 row_starts[] = { 0, 1, 3, 5, 6 };
static const guint32 row_links[] = { 1, 0, 2, 1, 3, 2 };

static void
test_row_by_hand (void)
{
  const double values[] = { 1, 2, 4, 9 };
  StreekMoranQuery query = { values, 4, row_starts, row_links, 0, 1, 1 };
  StreekMoran moran;
  StreekLocalMoran locals[4];

  g_assert_true (streek_moran_compute (&query, &moran, NULL, NULL));
  g_assert_cmpfloat_with_epsilon (moran.i, 9.0 / 38, 1e-12);
  g_assert_cmpfloat (moran.p, ==, 1);

  g_assert_true (streek_moran_compute_local (&query, 0.05, locals, NULL, NULL));
  g_assert_cmpfloat_with_epsilon (locals[0].i, 6 / 9.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (locals[1].lag, -1.5 / sqrt (9.5), 1e-12);
  g_assert_cmpuint (locals[1].n_neighbours, ==, 2);
}

/* Of the end of the row all is known: its neighbour is one of the three others, each as likely, so
 * a third of the draws is as low as the 2 that is there, and all are as high. */
static void
test_conditional_draws_are_even (void)
{
  const double values[] = { 1, 2, 4, 9 };
  StreekMoranQuery query = { values, 4, row_starts, row_links, 30000, 7, 2 };
  StreekLocalMoran locals[4];

  g_assert_true (streek_moran_compute_local (&query, 0.05, locals, NULL, NULL));
  g_assert_cmpfloat_with_epsilon (locals[0].p, 1.0 / 3, 5 * sqrt (2.0 / 9 / 30000));
  /* B: pairs of {1, 4, 9}: 5 is the lowest sum of three, drawn without replacement */
  g_assert_cmpfloat_with_epsilon (locals[1].p, 1.0 / 3, 5 * sqrt (2.0 / 9 / 30000));
  /* C: {2, 9} among the pairs of {1, 2, 9}: 3, 10 and 11 */
  g_assert_cmpfloat_with_epsilon (locals[2].p, 1.0 / 3, 5 * sqrt (2.0 / 9 / 30000));
  g_assert_cmpfloat_with_epsilon (locals[3].p, 1.0 / 3, 5 * sqrt (2.0 / 9 / 30000));
}

/* What has no figure, and what then has no neighbour left, does not count: E beside D makes no
 * difference to the row, nor does an area by itself. */
static void
test_leaves_out_islands_and_missing (void)
{
  const guint32 starts[] = { 0, 1, 3, 5, 7, 9, 10, 10 };
  const guint32 links[] = { 1, 0, 2, 1, 3, 2, 4, 3, 5, 4 };
  const double values[] = { 1, 2, 4, 9, NAN, 100, -7 };
  StreekMoranQuery query = { values, 7, starts, links, 99, 1, 1 };
  StreekMoran moran;
  StreekLocalMoran locals[7];

  g_assert_true (streek_moran_compute (&query, &moran, NULL, NULL));
  g_assert_cmpuint (moran.n_used, ==, 4);
  g_assert_cmpuint (moran.n_missing, ==, 1);
  g_assert_cmpuint (moran.n_islands, ==, 2);
  g_assert_cmpfloat_with_epsilon (moran.i, 9.0 / 38, 1e-12);

  g_assert_true (streek_moran_compute_local (&query, 0.05, locals, NULL, NULL));
  g_assert_cmpint (locals[4].cluster, ==, STREEK_CLUSTER_MISSING);
  g_assert_cmpint (locals[5].cluster, ==, STREEK_CLUSTER_ISLAND);
  g_assert_cmpint (locals[6].cluster, ==, STREEK_CLUSTER_ISLAND);
  g_assert_true (isnan (locals[4].p) && isnan (locals[5].i) && isnan (locals[6].z));
  g_assert_cmpuint (locals[3].n_neighbours, ==, 1);
}

/* One high figure amid low ones that are all alike but for a corner: high-low. */
static void
test_names_the_clusters (void)
{
  double values[400];
  Board board;
  StreekLocalMoran locals[400];

  make_board (&board, 20, G_MAXUINT);

  for (guint i = 0; i < 400; i++)
    values[i] = i % 20 < 10 ? 1 + (i * 37 % 11) / 100.0 : 9 + (i * 53 % 13) / 100.0;

  values[5 * 20 + 4] = 9;  /* in the low half */
  values[5 * 20 + 15] = 1; /* in the high half */

  StreekMoranQuery query = make_query (&board, values, 999);

  g_assert_true (streek_moran_compute_local (&query, 0.05, locals, NULL, NULL));
  g_assert_cmpint (locals[5 * 20 + 4].cluster, ==, STREEK_CLUSTER_HIGH_LOW);
  g_assert_cmpint (locals[5 * 20 + 15].cluster, ==, STREEK_CLUSTER_LOW_HIGH);
  g_assert_cmpint (locals[12 * 20 + 3].cluster, ==, STREEK_CLUSTER_LOW_LOW);
  g_assert_cmpint (locals[12 * 20 + 16].cluster, ==, STREEK_CLUSTER_HIGH_HIGH);
  g_assert_cmpstr (streek_cluster_get_id (STREEK_CLUSTER_HIGH_LOW), ==, "high_low");
  g_assert_cmpstr (streek_cluster_get_label (STREEK_CLUSTER_HIGH_LOW), ==, "high-low");
}

static void
test_threads_change_nothing (void)
{
  double values[400];
  Board board;
  StreekMoran first = { 0 };
  StreekLocalMoran local[400];
  StreekRandom random = streek_random_begin (5, 5);

  make_board (&board, 20, 17);

  for (guint i = 0; i < 400; i++)
    values[i] = streek_random_below (&random, 1000);

  for (guint n_threads = 1; n_threads <= 5; n_threads++)
    {
      StreekMoranQuery query = make_query (&board, values, 203);
      StreekMoran moran;
      StreekLocalMoran locals[400];

      query.n_threads = n_threads;
      g_assert_true (streek_moran_compute (&query, &moran, NULL, NULL));
      g_assert_true (streek_moran_compute_local (&query, 0.05, locals, NULL, NULL));

      if (n_threads == 1)
        {
          first = moran;
          memcpy (local, locals, sizeof local);
          g_assert_cmpuint (first.n_islands, ==, 1);
          g_assert_cmpuint (first.n_as_high, >, 0);
          g_assert_cmpuint (first.n_as_low, >, 0);
        }

      g_assert_cmpuint (moran.n_as_high, ==, first.n_as_high);
      g_assert_cmpuint (moran.n_as_low, ==, first.n_as_low);

      for (guint i = 0; i < 400; i++)
        if (i != 17)
          g_assert_cmpfloat (locals[i].p, ==, local[i].p);
    }
}

/* Figures without any pattern: p is spread evenly, so about a tenth has a folded p up to 0.05. */
static void
test_chance_is_called_chance (void)
{
  double values[400];
  Board board;
  guint n_significant = 0, n_global = 0;

  make_board (&board, 20, G_MAXUINT);

  for (guint trial = 0; trial < 40; trial++)
    {
      StreekRandom random = streek_random_begin (99, trial);
      StreekLocalMoran locals[400];
      StreekMoran moran;

      for (guint i = 0; i < 400; i++)
        values[i] = (double) streek_random_next (&random);

      StreekMoranQuery query = make_query (&board, values, 199);

      query.seed = trial;
      g_assert_true (streek_moran_compute_local (&query, 0.05, locals, NULL, NULL));
      g_assert_true (streek_moran_compute (&query, &moran, NULL, NULL));
      n_global += moran.p <= 0.05;

      for (guint i = 0; i < 400; i++)
        n_significant += locals[i].p <= 0.05;
    }

  g_assert_cmpfloat_with_epsilon (n_significant / 16000.0, 0.1, 0.015);
  g_assert_cmpuint (n_global, <=, 12);
}

static void
test_says_why_not (void)
{
  const double equal[] = { 0.3, 0.3, 0.3, 0.3 };
  const double few[] = { 1, 2, NAN, 4 };
  StreekMoranQuery query = { equal, 4, row_starts, row_links, 99, 1, 1 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  StreekMoran moran;
  Board board;

  g_assert_false (streek_moran_compute (&query, &moran, NULL, &error));
  g_assert_error (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_NO_SPREAD);
  g_clear_error (&error);

  query.values = few;
  g_assert_false (streek_moran_compute (&query, &moran, NULL, &error));
  g_assert_error (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_TOO_FEW);
  g_clear_error (&error);

  make_board (&board, 5, G_MAXUINT);
  query = make_query (&board, spdep_values, 999);
  g_cancellable_cancel (cancellable);
  g_assert_false (streek_moran_compute (&query, &moran, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Vigna's splitmix64.c with state 1234567 gives 6457827717110365317 and 3203168211198807973 first
 * (the values that Rosetta Code lists). */
static void
test_random_numbers_are_splitmix64 (void)
{
  StreekRandom random = { 1234567 };
  guint counts[6] = { 0 };

  g_assert_cmpuint (streek_random_next (&random), ==, G_GUINT64_CONSTANT (6457827717110365317));
  g_assert_cmpuint (streek_random_next (&random), ==, G_GUINT64_CONSTANT (3203168211198807973));

  for (guint i = 0; i < 60000; i++)
    counts[streek_random_below (&random, 6)]++;

  /* five standard deviations of a binomial: 5 √(60000 · 1/6 · 5/6) = 456 */
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (ABS ((int) counts[i] - 10000), <, 456);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/moran/global-equals-spdep", test_global_equals_spdep);
  g_test_add_func ("/stats/moran/local-equals-spdep-and-all-draws",
                   test_local_equals_spdep_and_all_draws);
  g_test_add_func ("/stats/moran/row-by-hand", test_row_by_hand);
  g_test_add_func ("/stats/moran/conditional-draws-are-even", test_conditional_draws_are_even);
  g_test_add_func ("/stats/moran/leaves-out-islands-and-missing",
                   test_leaves_out_islands_and_missing);
  g_test_add_func ("/stats/moran/names-the-clusters", test_names_the_clusters);
  g_test_add_func ("/stats/moran/threads-change-nothing", test_threads_change_nothing);
  g_test_add_func ("/stats/moran/chance-is-called-chance", test_chance_is_called_chance);
  g_test_add_func ("/stats/moran/says-why-not", test_says_why_not);
  g_test_add_func ("/stats/moran/random-numbers-are-splitmix64",
                   test_random_numbers_are_splitmix64);

  return g_test_run ();
}
