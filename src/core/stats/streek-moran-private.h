/* streek-moran-private.h: what the files of Moran's I share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "stats/streek-moran.h"

#define STREEK_MORAN_UNUSED G_MAXUINT32

/* The areas that have a figure and a neighbour with one, numbered anew. */
typedef struct
{
  guint n;
  guint n_missing;
  guint n_islands;
  guint max_neighbours;
  double *z;       /* (array length=n): mean 0, mean square 1 */
  double largest;  /* of the absolute values of z */
  guint32 *starts; /* (array length=n + 1) */
  guint32 *links;
  guint32 *used_of; /* (array length=query->n): number here, or STREEK_MORAN_UNUSED */
} StreekMoranMap;

gboolean streek_moran_map_init (StreekMoranMap *map, const StreekMoranQuery *query, GError **error);
void streek_moran_map_clear (StreekMoranMap *map);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekMoranMap, streek_moran_map_clear)

static inline guint
streek_moran_map_count_neighbours (const StreekMoranMap *map, guint area)
{
  return map->starts[area + 1] - map->starts[area];
}

/* Pseudo p of the nearer tail, as Anselin (1995) and GeoDa have it. */
static inline double
streek_moran_get_p (guint n_high, guint n_low, guint n_permutations)
{
  return (MIN (n_high, n_low) + 1.0) / (n_permutations + 1.0);
}
