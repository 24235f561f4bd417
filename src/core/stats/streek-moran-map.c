/* streek-moran-map.c: the areas of a Moran's I, their standardised figures and their neighbours */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "stats/streek-moran-private.h"

#include "stats/streek-stats-error.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <math.h>

static guint
count_known_neighbours (const StreekMoranQuery *query, guint area)
{
  guint n = 0;

  for (guint32 l = query->starts[area]; l < query->starts[area + 1]; l++)
    n += isfinite (query->values[query->links[l]]);

  return n;
}

/* An island takes nobody's neighbour away, so one round finds them all. */
static guint
number_areas (StreekMoranMap *map, const StreekMoranQuery *query)
{
  guint n_links = 0;

  map->used_of = g_new (guint32, MAX (query->n, 1));

  for (guint area = 0; area < query->n; area++)
    {
      map->used_of[area] = STREEK_MORAN_UNUSED;

      if (!isfinite (query->values[area]))
        {
          map->n_missing++;
          continue;
        }

      guint n = count_known_neighbours (query, area);

      if (n == 0)
        {
          map->n_islands++;
          continue;
        }

      map->used_of[area] = map->n++;
      map->max_neighbours = MAX (map->max_neighbours, n);
      n_links += n;
    }

  return n_links;
}

static void
copy_links (StreekMoranMap *map, const StreekMoranQuery *query, guint n_links)
{
  guint32 at = 0;

  map->starts = g_new (guint32, (gsize) map->n + 1);
  map->links = g_new (guint32, MAX (n_links, 1));
  map->z = g_new (double, MAX (map->n, 1));

  for (guint area = 0; area < query->n; area++)
    {
      if (map->used_of[area] == STREEK_MORAN_UNUSED)
        continue;

      map->starts[map->used_of[area]] = at;
      map->z[map->used_of[area]] = query->values[area];

      for (guint32 l = query->starts[area]; l < query->starts[area + 1]; l++)
        if (map->used_of[query->links[l]] != STREEK_MORAN_UNUSED)
          map->links[at++] = map->used_of[query->links[l]];
    }

  map->starts[map->n] = at;
}

static gboolean
standardise (StreekMoranMap *map, GError **error)
{
  double mean = 0, squares = 0;

  for (guint i = 0; i < map->n; i++)
    mean += map->z[i] / map->n;

  for (guint i = 0; i < map->n; i++)
    squares += (map->z[i] - mean) * (map->z[i] - mean);

  double deviation = sqrt (squares / map->n);

  if (!(deviation > 16 * DBL_EPSILON * fabs (mean)))
    {
      g_set_error_literal (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_NO_SPREAD,
                           _ ("All figures are equal, so none of them stands out."));
      return FALSE;
    }

  for (guint i = 0; i < map->n; i++)
    {
      map->z[i] = (map->z[i] - mean) / deviation;
      map->largest = MAX (map->largest, fabs (map->z[i]));
    }

  return TRUE;
}

/**
 * streek_moran_map_init:
 * @map: (out caller-allocates): the areas in use; clear it also where this fails
 * @error: return location for a #StreekStatsError
 *
 * Returns: %FALSE where fewer than 3 areas have neighbours with a figure, or all are equal
 */
gboolean
streek_moran_map_init (StreekMoranMap *map, const StreekMoranQuery *query, GError **error)
{
  *map = (StreekMoranMap){ 0 };

  guint n_links = number_areas (map, query);

  if (map->n < 3)
    {
      g_set_error_literal (error, STREEK_STATS_ERROR, STREEK_STATS_ERROR_TOO_FEW,
                           _ ("Moran's I needs at least 3 areas that have a figure and a neighbour "
                              "with one."));
      return FALSE;
    }

  copy_links (map, query, n_links);

  return standardise (map, error);
}

void
streek_moran_map_clear (StreekMoranMap *map)
{
  g_clear_pointer (&map->z, g_free);
  g_clear_pointer (&map->starts, g_free);
  g_clear_pointer (&map->links, g_free);
  g_clear_pointer (&map->used_of, g_free);
}
