/* streek-latest.h: the last figure of an area up to a day: what a target is held against */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-format.h"
#include "indicator/streek-totals.h"

typedef struct _StreekLatestQuery StreekLatestQuery;

/* Texts are lent. */
struct _StreekLatestQuery
{
  const char *indicator; /* code */
  const char *area;      /* SET:CODE */
  StreekPeriod period;   /* that very one; kind NONE: the latest */
  StreekDate until;      /* of this day or before; STREEK_DATE_NONE: of any */
  StreekPeriod like;     /* of as long a time, where there are such figures; kind NONE: any */
};

/* Clear with streek_latest_clear(). */
typedef struct
{
  StreekPeriod period; /* kind NONE: there is no period to ask */
  StreekTotal total;   /* its note says all that a reader must know, also of later periods */
  char *elsewhere;     /* (nullable): translated: of which area near by there is one, where the area
                          has none */
  char *near_area;     /* (nullable): SET:CODE of that one … */
  StreekPeriod near_period; /* … and the period of its figure */
} StreekLatest;

/* The day that a figure speaks of: of a stock its own, of what takes time the last one. */
StreekDate streek_indicator_get_figure_day (const StreekIndicator *indicator, StreekPeriod period);

/* FALSE where the file could not be read; what is merely not there is a total that says why. */
gboolean streek_totals_find_latest (StreekTotals *totals,
                                    const StreekLatestQuery *query,
                                    StreekLatest *latest,
                                    GError **error);
/* (transfer full): "28.8 % (September 2019)", "≥1,200 (2024, provisional)"; "no figure (unknown)",
 * or "no figure for RESOC X, but one for arrondissement Y: 28.8 % (September 2019)" */
char *streek_latest_dup_words (const StreekLatest *latest,
                               const StreekIndicator *indicator,
                               const StreekFormat *format);
void streek_latest_clear (StreekLatest *latest);
