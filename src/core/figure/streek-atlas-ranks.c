/* streek-atlas-ranks.c: the place of every area of an atlas among the others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
/* a place is another thing there than on a map, so that both headers never meet */
#include "stats/streek-ranking.h"

void streek_atlas_rank (const double *values, guint n, gboolean lower_first, guint *ranks);

/**
 * streek_atlas_rank:
 * @values: (array length=n): NAN where missing
 * @lower_first: whether the lowest is the first
 * @ranks: (out caller-allocates) (array length=n): places as of streek_rank(), 0 where missing
 */
void
streek_atlas_rank (const double *values, guint n, gboolean lower_first, guint *ranks)
{
  g_autofree StreekPlace *places = g_new (StreekPlace, MAX (n, 1));

  streek_rank (values, n, lower_first, places);

  for (guint i = 0; i < n; i++)
    ranks[i] = places[i].rank;
}
