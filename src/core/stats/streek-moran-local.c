/* streek-moran-local.c: whether an area is like its neighbours, for each area by itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-moran-private.h"

#include "stats/streek-blocks.h"
#include "stats/streek-random.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Areas that are tested with the same draws. Each has its exact test; few enough share one that
 * the luck of a draw does not colour the map. */
#define BLOCK 16

/* How many picks are drawn at once: what the nearest cache holds. */
#define N_PICKS 8192

typedef struct
{
  const StreekMoranMap *map;
  const StreekMoranQuery *query;
  double *lags;    /* (array length=n): sums over the neighbours, not yet means */
  guint32 *n_high; /* (array length=n): draws as high */
  guint32 *n_low;
} Work;

/* What one thread works with. */
typedef struct
{
  double *z;      /* all areas, but in the place of the one tested stands the last */
  guint32 *order; /* places 0 to n - 2, ever further shuffled */
  guint32 *picks; /* rows of draws, n_columns places each */
} Scratch;

static guint
count_columns (const StreekMoranMap *map, guint first, guint last)
{
  guint n = 0;

  for (guint i = first; i < last; i++)
    n = MAX (n, streek_moran_map_count_neighbours (map, i));

  return n;
}

/* Each row: distinct places in a random order, the first ones of a shuffle. */
static void
draw_rows (Scratch *scratch, guint n_places, guint n_rows, guint n_columns, StreekRandom *random)
{
  guint32 *order = scratch->order, *pick = scratch->picks;

  for (guint row = 0; row < n_rows; row++)
    for (guint c = 0; c < n_columns; c++)
      {
        guint32 at = c + streek_random_below (random, n_places - c);
        guint32 place = order[at];

        order[at] = order[c];
        order[c] = place;
        *pick++ = place;
      }
}

static void
count_rows (Work *work, const Scratch *scratch, guint area, guint n_rows, guint n_columns)
{
  const double *z = scratch->z;
  guint n_neighbours = streek_moran_map_count_neighbours (work->map, area);
  double lag = work->lags[area];
  /* sums that differ by rounding alone are equal */
  double blur = DBL_EPSILON * n_neighbours * n_neighbours * work->map->largest;
  double high = lag - blur, low = lag + blur;
  guint32 n_high = 0, n_low = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      const guint32 *pick = scratch->picks + (gsize) row * n_columns;
      double sum = 0;

      for (guint c = 0; c < n_neighbours; c++)
        sum += z[pick[c]];

      n_high += sum >= high;
      n_low += sum <= low;
    }

  work->n_high[area] += n_high;
  work->n_low[area] += n_low;
}

static void
test_block (Work *work, Scratch *scratch, guint block)
{
  const StreekMoranMap *map = work->map;
  guint first = block * BLOCK, last = MIN (first + BLOCK, map->n);
  guint n_columns = count_columns (map, first, last);
  guint n_rows = MAX (N_PICKS / n_columns, 1);
  StreekRandom random = streek_random_begin (work->query->seed, block);

  for (guint32 i = 0; i < map->n - 1; i++)
    scratch->order[i] = i;

  for (guint done = 0; done < work->query->n_permutations; done += n_rows)
    {
      n_rows = MIN (n_rows, work->query->n_permutations - done);
      draw_rows (scratch, map->n - 1, n_rows, n_columns, &random);

      for (guint area = first; area < last; area++)
        {
          scratch->z[area] = map->z[map->n - 1];
          count_rows (work, scratch, area, n_rows, n_columns);
          scratch->z[area] = map->z[area];
        }
    }
}

static void
test_blocks (StreekBlocks *blocks, gpointer data)
{
  Work *work = data;
  const StreekMoranMap *map = work->map;
  g_autofree double *z = g_new (double, map->n);
  g_autofree guint32 *order = g_new (guint32, map->n);
  g_autofree guint32 *picks = g_new (guint32, N_PICKS + (gsize) map->max_neighbours);
  Scratch scratch = { z, order, picks };
  guint block;

  memcpy (z, map->z, sizeof *z * map->n);

  while (streek_blocks_take (blocks, &block))
    test_block (work, &scratch, block);
}

static void
sum_lags (Work *work)
{
  const StreekMoranMap *map = work->map;

  for (guint i = 0; i < map->n; i++)
    for (guint32 l = map->starts[i]; l < map->starts[i + 1]; l++)
      work->lags[i] += map->z[map->links[l]];
}

static StreekCluster
find_cluster (double z, double lag)
{
  if (z >= 0)
    return lag >= 0 ? STREEK_CLUSTER_HIGH_HIGH : STREEK_CLUSTER_HIGH_LOW;

  return lag < 0 ? STREEK_CLUSTER_LOW_LOW : STREEK_CLUSTER_LOW_HIGH;
}

static void
fill_local (const Work *work, guint area, double significance, StreekLocalMoran *local)
{
  guint n = streek_moran_map_count_neighbours (work->map, area);

  local->n_neighbours = n;
  local->z = work->map->z[area];
  local->lag = work->lags[area] / n;
  local->i = local->z * local->lag;
  local->p =
    streek_moran_get_p (work->n_high[area], work->n_low[area], work->query->n_permutations);
  local->cluster =
    local->p <= significance ? find_cluster (local->z, local->lag) : STREEK_CLUSTER_NOT_SIGNIFICANT;
}

/**
 * streek_moran_compute_local:
 * @query: the figures and who lies beside whom
 * @significance: a p up to this is significant: 0.05, say; at that, one area in ten is so by
 *   chance alone, for either tail counts
 * @locals: (out caller-allocates) (array length=query->n): the answer per area
 * @cancellable: (nullable): to stop
 * @error: return location for a #StreekStatsError or %G_IO_ERROR_CANCELLED
 *
 * The local Moran's I, z times the mean z of the neighbours, with the conditional permutation test:
 * the area keeps its figure, and its neighbours get figures of other areas, drawn without
 * replacement. The draws come from SplitMix64, a stream per 16 areas, so the number of threads
 * changes nothing. Blocks.
 *
 * Source: Anselin (1995), Geographical Analysis 27 (2), formulas 7 and 12 and section 4.
 *
 * Returns: %FALSE with @error set as streek_moran_compute()
 */
gboolean
streek_moran_compute_local (const StreekMoranQuery *query,
                            double significance,
                            StreekLocalMoran *locals,
                            GCancellable *cancellable,
                            GError **error)
{
  g_return_val_if_fail (query != NULL && locals != NULL, FALSE);

  g_auto (StreekMoranMap) map = { 0 };

  if (!streek_moran_map_init (&map, query, error))
    return FALSE;

  g_autofree double *lags = g_new0 (double, map.n);
  g_autofree guint32 *n_high = g_new0 (guint32, map.n);
  g_autofree guint32 *n_low = g_new0 (guint32, map.n);
  Work work = { &map, query, lags, n_high, n_low };

  sum_lags (&work);

  if (!streek_blocks_run ((map.n + BLOCK - 1) / BLOCK, query->n_threads, test_blocks, &work,
                          cancellable, error))
    return FALSE;

  for (guint area = 0; area < query->n; area++)
    {
      locals[area] = (StreekLocalMoran){
        .z = NAN,
        .lag = NAN,
        .i = NAN,
        .p = NAN,
        .cluster = isfinite (query->values[area]) ? STREEK_CLUSTER_ISLAND : STREEK_CLUSTER_MISSING,
      };

      if (map.used_of[area] != STREEK_MORAN_UNUSED)
        fill_local (&work, map.used_of[area], significance, &locals[area]);
    }

  return TRUE;
}

static const struct
{
  const char *id;
  const char *label;
} clusters[] = {
  [STREEK_CLUSTER_MISSING] = { "missing", NC_ ("cluster of areas", "no figure") },
  [STREEK_CLUSTER_ISLAND] = { "island", NC_ ("cluster of areas", "without neighbours") },
  [STREEK_CLUSTER_NOT_SIGNIFICANT] = { "not_significant",
                                       NC_ ("cluster of areas", "not significant") },
  [STREEK_CLUSTER_HIGH_HIGH] = { "high_high", NC_ ("cluster of areas", "high-high") },
  [STREEK_CLUSTER_LOW_LOW] = { "low_low", NC_ ("cluster of areas", "low-low") },
  [STREEK_CLUSTER_HIGH_LOW] = { "high_low", NC_ ("cluster of areas", "high-low") },
  [STREEK_CLUSTER_LOW_HIGH] = { "low_high", NC_ ("cluster of areas", "low-high") },
};

/**
 * streek_cluster_get_id:
 *
 * Returns: the stable, untranslated word for files
 */
const char *
streek_cluster_get_id (StreekCluster cluster)
{
  g_return_val_if_fail (cluster < G_N_ELEMENTS (clusters), "");

  return clusters[cluster].id;
}

/**
 * streek_cluster_get_label:
 *
 * Returns: the cluster in the reader's language, the area first and its neighbours after it
 */
const char *
streek_cluster_get_label (StreekCluster cluster)
{
  g_return_val_if_fail (cluster < G_N_ELEMENTS (clusters), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "cluster of areas", clusters[cluster].label);
}
