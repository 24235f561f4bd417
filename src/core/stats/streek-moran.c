/* streek-moran.c: whether neighbours are alike, over all areas together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-moran-private.h"

#include "stats/streek-blocks.h"
#include "stats/streek-random.h"

#include <math.h>
#include <string.h>

/* Permutations that follow from one stream of random numbers. */
#define BLOCK 8

/* What rounding may do to an I: permutations that close are as high, and as low. */
#define BLUR 1e-12

/* Each pair of neighbours once, with the weights of both ways: half the work of the sum. */
typedef struct
{
  guint32 *starts; /* (array length=n + 1) */
  guint32 *links;
  double *weights; /* 1 / neighbours of one + 1 / neighbours of the other */
} Pairs;

typedef struct
{
  const StreekMoranMap *map;
  const Pairs *pairs;
  const StreekMoranQuery *query;
  double observed;
  guint n_as_high; /* atomic */
  guint n_as_low;  /* atomic */
} Work;

static void
pairs_init (Pairs *pairs, const StreekMoranMap *map)
{
  guint32 n_links = map->starts[map->n], at = 0;

  pairs->starts = g_new (guint32, (gsize) map->n + 1);
  pairs->links = g_new (guint32, MAX (n_links, 1));
  pairs->weights = g_new (double, MAX (n_links, 1));

  for (guint i = 0; i < map->n; i++)
    {
      pairs->starts[i] = at;

      for (guint32 l = map->starts[i]; l < map->starts[i + 1]; l++)
        if (map->links[l] > i)
          {
            guint32 j = map->links[l];

            pairs->links[at] = j;
            pairs->weights[at++] = 1.0 / streek_moran_map_count_neighbours (map, i) +
                                   1.0 / streek_moran_map_count_neighbours (map, j);
          }
    }

  pairs->starts[map->n] = at;
}

static void
pairs_clear (Pairs *pairs)
{
  g_free (pairs->starts);
  g_free (pairs->links);
  g_free (pairs->weights);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pairs, pairs_clear)

/* Σ z lag / Σ z², and the sum of squares is n. */
static double
compute_i (const Pairs *pairs, const double *z, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      double near = 0;

      for (guint32 l = pairs->starts[i]; l < pairs->starts[i + 1]; l++)
        near += pairs->weights[l] * z[pairs->links[l]];

      sum += z[i] * near;
    }

  return sum / n;
}

/* Durstenfeld (1964), Communications of the ACM 7 (7), algorithm 235. */
static void
shuffle (double *values, guint n, StreekRandom *random)
{
  for (guint i = n - 1; i > 0; i--)
    {
      guint32 j = streek_random_below (random, i + 1);
      double value = values[i];

      values[i] = values[j];
      values[j] = value;
    }
}

static void
permute_blocks (StreekBlocks *blocks, gpointer data)
{
  Work *work = data;
  guint n = work->map->n;
  g_autofree double *z = g_new (double, n);
  guint block;

  while (streek_blocks_take (blocks, &block))
    {
      StreekRandom random = streek_random_begin (work->query->seed, block);
      guint last = MIN ((block + 1) * BLOCK, work->query->n_permutations);
      guint n_high = 0, n_low = 0;

      memcpy (z, work->map->z, sizeof *z * n);

      for (guint p = block * BLOCK; p < last; p++)
        {
          shuffle (z, n, &random);

          double i = compute_i (work->pairs, z, n);

          n_high += i >= work->observed - BLUR;
          n_low += i <= work->observed + BLUR;
        }

      g_atomic_int_add (&work->n_as_high, n_high);
      g_atomic_int_add (&work->n_as_low, n_low);
    }
}

/* Cliff & Ord (1981), Spatial Processes, formula 1.37, for weights whose rows add up to 1. */
static double
compute_variance (const StreekMoranMap *map, const Pairs *pairs)
{
  double n = map->n, s0 = n, s1 = 0, s2 = 0, fourth = 0;
  g_autofree double *columns = g_new0 (double, map->n);

  if (map->n < 4)
    return NAN;

  for (guint32 l = 0; l < pairs->starts[map->n]; l++)
    s1 += pairs->weights[l] * pairs->weights[l];

  for (guint i = 0; i < map->n; i++)
    {
      double weight = 1.0 / streek_moran_map_count_neighbours (map, i);

      for (guint32 l = map->starts[i]; l < map->starts[i + 1]; l++)
        columns[map->links[l]] += weight;

      fourth += pow (map->z[i], 4) / n;
    }

  for (guint i = 0; i < map->n; i++)
    s2 += (1 + columns[i]) * (1 + columns[i]);

  double square = (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0) -
                   fourth * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)) /
                  ((n - 1) * (n - 2) * (n - 3) * s0 * s0);

  return square - 1 / ((n - 1) * (n - 1));
}

/**
 * streek_moran_compute:
 * @query: the figures and who lies beside whom; neighbours are mutual
 * @moran: (out): the answer
 * @cancellable: (nullable): to stop
 * @error: return location for a #StreekStatsError or %G_IO_ERROR_CANCELLED
 *
 * The global Moran's I with row-standardised weights: every neighbour of an area counts alike, and
 * all of them together as 1. Areas without a figure, and areas without a neighbour that has one,
 * are left out and counted. How unusual the answer is comes from random permutations of the figures
 * over the areas, drawn with SplitMix64 in streams of 8 permutations each, so the number of threads
 * changes nothing. Blocks.
 *
 * Source: Moran (1950), Biometrika 37; Cliff & Ord (1981), Spatial Processes, chapter 2 for the
 * permutation test.
 *
 * Returns: %FALSE with @error set where fewer than 3 areas are left, all figures are equal, or it
 *   was stopped
 */
gboolean
streek_moran_compute (const StreekMoranQuery *query,
                      StreekMoran *moran,
                      GCancellable *cancellable,
                      GError **error)
{
  g_return_val_if_fail (query != NULL && moran != NULL, FALSE);

  g_auto (StreekMoranMap) map = { 0 };
  g_auto (Pairs) pairs = { 0 };

  if (!streek_moran_map_init (&map, query, error))
    return FALSE;

  pairs_init (&pairs, &map);

  Work work = { &map, &pairs, query, compute_i (&pairs, map.z, map.n), 0, 0 };

  if (!streek_blocks_run ((query->n_permutations + BLOCK - 1) / BLOCK, query->n_threads,
                          permute_blocks, &work, cancellable, error))
    return FALSE;

  *moran = (StreekMoran){
    .n_used = map.n,
    .n_missing = map.n_missing,
    .n_islands = map.n_islands,
    .i = work.observed,
    .expected = -1.0 / (map.n - 1),
    .variance = compute_variance (&map, &pairs),
    .n_as_high = work.n_as_high,
    .n_as_low = work.n_as_low,
    .p = streek_moran_get_p (work.n_as_high, work.n_as_low, query->n_permutations),
  };

  return TRUE;
}
