/* streek-total-match.h: "welke indeling past?": which areas have a given total */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-totals.h"

typedef struct
{
  const char *indicator; /* code */
  StreekPeriod period;   /* kind NONE: every period there is */
  double total;          /* in the unit of the indicator */
  int decimals;          /* of it, as it was stated: rounded to them it is the same or not */
  double max_pct;        /* how far off, in percent of it, an area may be; NAN: the nearest ones */
  guint limit;           /* how many at most beside those that have it exactly; 0: 10 */
} StreekTotalMatchQuery;

/* An area that has the total, or nearly so. */
typedef struct
{
  const StreekArea *area;
  StreekPeriod period;
  double value;
  double difference; /* value − total */
  gboolean is_exact; /* the same with the decimals of the total */
  guint n_known;     /* municipalities known, of … */
  guint n_members;   /* 0 where the value was published for the area itself */
} StreekTotalMatch;

/* (transfer full) (element-type StreekTotalMatch): nearest first */
GArray *streek_totals_match (StreekTotals *totals,
                             const StreekAreas *areas,
                             const StreekCatalogue *catalogue,
                             const StreekTotalMatchQuery *query,
                             GCancellable *cancellable,
                             GError **error);
