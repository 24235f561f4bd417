/* streek-ranking.h: the place of each figure among the others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef struct
{
  guint rank;      /* 1 is the first; equal figures share one; 0 where the figure is missing */
  double gap;      /* figure less the first one's: 0 for the first; NAN where missing */
  double position; /* share of the others that come after it, 1 for the first alone; NAN where
                    * missing or where there are no others */
} StreekPlace;

guint streek_rank (const double *values, gsize n, gboolean lowest_first, StreekPlace *places);
