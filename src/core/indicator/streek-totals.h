/* streek-totals.h: the value of any area in any period, and how much of it is known */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"
#include "indicator/streek-indicator.h"
#include "table/streek-table.h"

/* Owned by the caller; clear with streek_total_clear(). */
typedef struct
{
  double value; /* NAN where missing says why */
  StreekMissing missing;
  StreekStatus status; /* the weakest of its parts */
  StreekBasis basis;
  StreekQualifier qualifier; /* how exactly it, or a part of it, is stated */
  StreekPeriod reference;    /* of when it is, where not of its period; kind NONE: it is */
  gboolean at_least;         /* a partial sum: shown as "minstens" */
  guint n_known;             /* members known, of … */
  guint n_members;           /* 0 where coverage does not apply (published) */
  double
    coverage_pct; /* share of denominator, weight or inhabitants; NAN where it does not apply */
  StreekDate on;  /* the date whose areas were used */
  char *note;     /* (nullable): translated, everything a reader must know */
} StreekTotal;

void streek_total_clear (StreekTotal *total);

/* Reads vectors through @db as needed and keeps them; one thread, one StreekTotals. */
typedef struct _StreekTotals StreekTotals;

StreekTotals *streek_totals_new (StreekDb *db, StreekAreas *areas, StreekCatalogue *catalogue);
void streek_totals_free (StreekTotals *totals);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekTotals, streek_totals_free)
/* For who keeps totals from one question to the next, while nothing is written. */
void streek_totals_move (StreekTotals *totals, StreekDb *db);
gboolean streek_totals_may_serve (const StreekTotals *totals,
                                  const StreekAreas *areas,
                                  const StreekCatalogue *catalogue);

/* @min_coverage_pct: NAN for the indicator's own threshold */
gboolean streek_totals_compute (StreekTotals *totals,
                                const StreekIndicator *indicator,
                                const StreekArea *area,
                                StreekPeriod period,
                                double min_coverage_pct,
                                StreekTotal *total,
                                GError **error);

/* The same of SET:CODE as the areas of the period are. */
gboolean streek_totals_compute_ref (StreekTotals *totals,
                                    const StreekIndicator *indicator,
                                    const char *area,
                                    StreekPeriod period,
                                    StreekTotal *total,
                                    GError **error);

/* The day whose areas show a period best: its own, or where the source has the series only on
 * later areas, the first day of those. */
gboolean streek_totals_pick_date (StreekTotals *totals,
                                  const StreekIndicator *indicator,
                                  StreekPeriod period,
                                  StreekDate *on,
                                  GError **error);

/* What `streek values`, the map, the chart and the lists ask for. */
typedef struct
{
  const char *indicator; /* code */
  const char *set;       /* all areas of a set … */
  const char *within;    /* (nullable) … inside SET:CODE */
  const char *area;      /* (nullable) or one area, SET:CODE, instead of set and within */
  StreekDate on; /* STREEK_DATE_NONE: the areas of each period ("gebieden van dat moment") */
  StreekPeriodRange periods; /* first.kind NONE: the newest period; both ends may be equal */
  double min_coverage_pct;   /* NAN: the indicator's own */
} StreekValuesQuery;

/* Columns, in this order: indicator, set, area, area_name, on, period, value, unit, kind, basis,
 * known, members, coverage_pct, note; rows ordered by period, then area code. */
StreekTable *
streek_values_read (StreekTotals *totals, const StreekValuesQuery *query, GError **error);
