/* streek-totals-private.h: what the files of the totals share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-cover.h"
#include "indicator/streek-totals.h"

/* The indicator whose figures say how much of an area is known where nothing nearer does. */
#define STREEK_INHABITANTS "pop_total"

struct _StreekTotals
{
  StreekDb *db;
  StreekAreas *areas;
  StreekCatalogue *catalogue;
  GHashTable *vintages;   /* roster id -> StreekVintage */
  GHashTable *series;     /* code -> StreekSeries */
  GHashTable *deviations; /* "code period" -> GPtrArray of StreekDeviation */
  StreekCoverScratch *scratch;
};

/* One question and its answer in the making. */
typedef struct
{
  StreekTotals *totals;
  const StreekIndicator *indicator;
  const StreekArea *area;
  StreekPeriod period;
  StreekDate on;
  double min_coverage_pct;
  StreekTotal *total;
  GString *note;
} StreekQuestion;

/* The vectors of one indicator and period. */
typedef struct
{
  const StreekSeries *series;
  StreekPeriod period;
  StreekSlice *const *slices;
  guint n_slices;
} StreekFigureSet;

gboolean streek_totals_find_figures (StreekTotals *totals,
                                     const char *code,
                                     StreekPeriod period,
                                     StreekFigureSet *figures,
                                     GError **error);
void streek_question_cover (StreekQuestion *question,
                            const StreekFigureSet *figures,
                            StreekCoverMode mode,
                            StreekCover *cover);
void streek_question_add_note (StreekQuestion *question, const char *sentence);
void streek_question_add_status (StreekQuestion *question, const StreekCover *cover);
void streek_question_set_value (StreekQuestion *question, double value, StreekBasis basis);
void streek_question_set_missing (StreekQuestion *question, StreekMissing missing);
gboolean streek_question_is_withheld (StreekQuestion *question, const StreekFigureSet *figures);
/* Counts the states into known and members; FALSE where nothing of the area is known, and then
 * the total says why. */
gboolean streek_question_count_units (StreekQuestion *question, const guint8 *states);
/* Takes the value away again where too little is known. */
void streek_question_apply_threshold (StreekQuestion *question);
void streek_question_note_cells (StreekQuestion *question, const StreekCover *cover);
/* Says so where the figures are those of the code that @code took the place of. */
void streek_question_note_version (StreekQuestion *question,
                                   const char *code,
                                   const StreekFigureSet *figures);
void streek_question_note_vintage (StreekQuestion *question, const StreekCover *cover);

/* Coverage */
gboolean streek_question_share_by_inhabitants (StreekQuestion *question,
                                               const guint8 *states,
                                               GError **error);

/* Ratios, and means with a weight */
gboolean streek_question_answer_ratio (StreekQuestion *question, GError **error);
gboolean streek_question_answer_weighted (StreekQuestion *question,
                                          const StreekFigureSet *figures,
                                          GError **error);

/* Deviations of published totals from their sums */
typedef struct
{
  const StreekArea *area;
  double published;
  double sum;
} StreekDeviation;

const GPtrArray *streek_totals_ensure_deviations (StreekTotals *totals,
                                                  const StreekFigureSet *figures);
void streek_question_note_deviation (StreekQuestion *question,
                                     const StreekIndicator *about,
                                     const StreekFigureSet *figures);

/* Groups of units that belong together: the common coarsening of covers. */
typedef struct
{
  guint n;
  guint32 *parent;
} StreekGroups;

void streek_groups_init (StreekGroups *groups, guint n);
void streek_groups_clear (StreekGroups *groups);
guint32 streek_groups_find (StreekGroups *groups, guint32 unit);
void streek_groups_join_cover (StreekGroups *groups, const StreekCover *cover);

/* A sum that is exact for whole numbers and forgets no small ones (Neumaier 1974). */
typedef struct
{
  double sum;
  double lost;
} StreekSum;

void streek_sum_add (StreekSum *sum, double value);
double streek_sum_get (const StreekSum *sum);
/* The located and not located parts of a cover that have a value. */
double streek_cover_sum (const StreekCover *cover);
