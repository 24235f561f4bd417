/* streek-analysis.h: what figures say beside each other: change, rank, profile, sectors, clusters
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-totals.h"

typedef enum
{
  STREEK_ANALYSIS_CHANGE,
  STREEK_ANALYSIS_INDEX,
  STREEK_ANALYSIS_RANKING,
  STREEK_ANALYSIS_PROFILE,
  STREEK_ANALYSIS_SHIFT_SHARE,
  STREEK_ANALYSIS_QUOTIENT,
  STREEK_ANALYSIS_MORAN,
  STREEK_N_ANALYSES,
} StreekAnalysisKind;

/* More would only take longer to say the same. */
#define STREEK_ANALYSIS_MAX_PERMUTATIONS 999999

typedef struct
{
  StreekAnalysisKind kind;
  char **indicators;         /* (array zero-terminated=1): codes, at least one */
  char *set;                 /* (nullable): all areas of a set … */
  char *within;              /* (nullable): … inside SET:CODE */
  char *area;                /* (nullable): or one area, SET:CODE, instead of set and within */
  StreekDate on;             /* areas of that day; STREEK_DATE_NONE: those of the last period */
  StreekPeriodRange periods; /* what is compared; an end of kind NONE: as far as there is */
  StreekPeriod base;         /* of an index; kind NONE: the first */
  char *reference;           /* (nullable): SET:CODE to compare with; NULL: Flanders where that is
                              * needed, all areas of the set for a profile */
  double min_coverage_pct;   /* NAN: the indicator's own */
  double significance;       /* of a local Moran's I; 0: 0.05 */
  guint n_permutations;      /* of Moran's I; 0: 999 */
  guint64 seed;              /* of Moran's I */
} StreekAnalysisQuery;

/* Owned by the caller. */
typedef struct
{
  StreekAnalysisKind kind;
  char *title;        /* translated: what of what, with every date */
  GPtrArray *notes;   /* (element-type utf8): translated sentences: how it was computed */
  StreekTable *table; /* its remarks say what was left out */
} StreekAnalysis;

StreekAnalysisQuery *streek_analysis_query_new (void); /* about nothing yet */
StreekAnalysisQuery *streek_analysis_query_copy (const StreekAnalysisQuery *query);
gboolean streek_analysis_query_equal (const StreekAnalysisQuery *a, const StreekAnalysisQuery *b);
void streek_analysis_query_free (StreekAnalysisQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekAnalysisQuery, streek_analysis_query_free)
gboolean streek_analysis_query_check (const StreekAnalysisQuery *query, GError **error);
/* (transfer full) (nullable): why there is no answer, without looking at a figure */
char *streek_analysis_query_explain_unfit (const StreekAnalysisQuery *query,
                                           StreekCatalogue *catalogue,
                                           guint n_areas);

StreekAnalysis *streek_analysis_run (StreekTotals *totals,
                                     const StreekAnalysisQuery *query,
                                     GCancellable *cancellable,
                                     GError **error);
void streek_analysis_free (StreekAnalysis *analysis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekAnalysis, streek_analysis_free)

const char *streek_analysis_kind_get_id (StreekAnalysisKind kind);
const char *streek_analysis_kind_get_label (StreekAnalysisKind kind);
gboolean streek_analysis_kind_parse_id (const char *id, StreekAnalysisKind *kind);

/* Ids in the table as people read them: cluster, direction, kind, level, measure and order. */
const char *streek_analysis_get_word_label (const char *column, const char *id); /* (nullable) */
void streek_analysis_name_words (StreekAnalysis *analysis);
