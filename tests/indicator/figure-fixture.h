/* figure-fixture.h: totals over the shipped reference data, or over a small map in memory */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-totals.h"

typedef struct
{
  StreekDb *db;
  StreekAreas *areas;
  StreekCatalogue *catalogue;
  StreekTotals *totals;
} FigureFixture;

/* A copy in memory of what a new workspace holds. */
FigureFixture *figure_fixture_open_template (void);
/* A map in letters: a set "gemeente" with an area per letter, "nieuw" that from 2019 joins A and B
 * into AB, regions "ABC" and "DEF" of a set "streek", and "ALL", the whole, of a set "land". At
 * least the letters A to F; the others belong to no region. */
FigureFixture *figure_fixture_new_letters (const char *row);
/* kind "count", "other", or "ratio" with "numerator/denominator" in @components and 100 as
 * multiplier; for "other" @components names the weight, or is NULL */
void figure_fixture_add_indicator (FigureFixture *fixture,
                                   const char *code,
                                   const char *kind,
                                   const char *components);
/* Forgets what was read: after a change. */
void figure_fixture_reload (FigureFixture *fixture);
void figure_fixture_free (FigureFixture *fixture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FigureFixture, figure_fixture_free)

void figure_fixture_execute (FigureFixture *fixture, const char *sql);
/* @on: ISO date of the area; @min_coverage_pct as streek_totals_compute() */
void figure_fixture_compute (FigureFixture *fixture,
                             const char *indicator,
                             const char *area,
                             const char *on,
                             const char *period,
                             double min_coverage_pct,
                             StreekTotal *total);
/* The value alone; fails where there is none. */
double figure_fixture_get (FigureFixture *fixture,
                           const char *indicator,
                           const char *area,
                           const char *on,
                           const char *period);
/* Why there is none; fails where there is. */
StreekMissing figure_fixture_get_missing (FigureFixture *fixture,
                                          const char *indicator,
                                          const char *area,
                                          const char *on,
                                          const char *period);
/* @cells: one text per code, "12", a provisional "12p", an estimate "12e", a projection "12f" or a
 * missing id such as "hidden", separated by blanks */
void figure_fixture_add_vector (FigureFixture *fixture,
                                const char *indicator,
                                const char *period,
                                const char *set,
                                const char *on,
                                const char *codes,
                                const char *cells);
