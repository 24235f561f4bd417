/* streek-totals-private.h: what the files of the totals share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-cover.h"
#include "indicator/streek-totals.h"

/* The indicator whose figures say how much of an area is known where nothing nearer does. */
#define STREEK_INHABITANTS "pop_total"

/* The vectors of one indicator and period. */
typedef struct
{
  const StreekSeries *series;
  StreekPeriod period;
  StreekSlice *const *slices;
  guint n_slices;
} StreekFigureSet;

/* Figures that were found for one area and are asked for the next: those of an indicator and of
 * what it is made of. */
#define STREEK_N_FOUND_FIGURES 4

typedef struct
{
  char *code; /* (nullable): as it was asked for */
  StreekFigureSet figures;
} StreekFoundFigures;

struct _StreekTotals
{
  StreekDb *db;
  StreekAreas *areas;
  StreekCatalogue *catalogue;
  GHashTable *vintages;   /* roster id -> StreekVintage */
  GHashTable *series;     /* code -> StreekSeries */
  GHashTable *deviations; /* value of a vector -> StreekDeviation or NULL, of those looked at */
  StreekCoverScratch *scratch;
  StreekCover *spare_cover; /* (nullable): one that no question uses now */
  StreekFoundFigures found[STREEK_N_FOUND_FIGURES];
  guint next_found; /* the place of the oldest */
};

/* One question and its answer in the making. */
typedef struct
{
  StreekTotals *totals;
  const StreekIndicator *indicator;
  const StreekArea *area;
  StreekPeriod period;
  StreekDate natural; /* the day whose areas the figures are about */
  StreekDate on;      /* the same, or the nearest on which there is such an area */
  double min_coverage_pct;
  StreekTotal *total;
  GString *note; /* (nullable): until there is something to say */
} StreekQuestion;

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
void streek_question_refuse_to_add (StreekQuestion *question, const guint8 *states);
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

/* Several indicators over one area: the components of a ratio, the operands of a formula. */
typedef struct
{
  guint n;
  StreekFigureSet *figures;
  StreekCover *covers;
  const StreekIndicator **indicators; /* NULL: not in the catalogue */
} StreekJoint;

StreekJoint *streek_joint_new (guint n);
void streek_joint_free (StreekJoint *joint);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekJoint, streek_joint_free)

gboolean streek_joint_load (StreekJoint *joint,
                            StreekTotals *totals,
                            guint which,
                            const char *code,
                            StreekPeriod period,
                            GError **error);
void streek_joint_cover (StreekJoint *joint, StreekQuestion *question, StreekCoverMode mode);
const StreekPart *streek_joint_get_exact (const StreekJoint *joint, guint which); /* (nullable) */
gboolean streek_joint_is_published (const StreekJoint *joint);
gboolean streek_joint_is_additive (const StreekJoint *joint);
/* The total says so then. */
gboolean streek_joint_is_withheld (const StreekJoint *joint, StreekQuestion *question);
/* Status, qualifiers and notes of all parts. */
void streek_joint_note (const StreekJoint *joint, StreekQuestion *question);

/* The smallest pieces of land that all covers know; each goes by the unit that stands for it. */
typedef struct
{
  StreekGroups groups;
  guint n_covers;
  guint8 *states;       /* a StreekMissing per piece */
  guint *n_first;       /* parts of the first cover in each piece */
  StreekSum *sums;      /* per piece and cover */
  gboolean *is_unknown; /* per piece and cover: not all of it is known */
} StreekPieces;

void streek_pieces_init (StreekPieces *pieces, const StreekJoint *joint, guint n_units);
void streek_pieces_clear (StreekPieces *pieces);
gboolean streek_pieces_is_piece (StreekPieces *pieces, guint unit);
StreekSum *streek_pieces_get_sum (const StreekPieces *pieces, guint piece, guint which);
void streek_pieces_fill_states (StreekPieces *pieces, guint8 *states);
/* @values: (out) (array): one per cover */
void streek_pieces_total (StreekPieces *pieces, const StreekJoint *joint, double *values);
gboolean streek_pieces_share (StreekPieces *pieces, guint which, double *share_pct);

/* Ratios, and means with a weight */
gboolean streek_question_answer_ratio (StreekQuestion *question, GError **error);
gboolean streek_question_answer_weighted (StreekQuestion *question,
                                          const StreekFigureSet *figures,
                                          GError **error);

gboolean streek_totals_find_weight_period (StreekTotals *totals,
                                           const StreekIndicator *weight,
                                           StreekPeriod period,
                                           StreekPeriod *found);

/* The reason why there are no figures for what was asked, always FALSE. */
gboolean streek_indicator_refuse_period (const StreekIndicator *indicator,
                                         const GArray *all,
                                         GError **error);

/* Deviations of published totals from their sums */
typedef struct
{
  const StreekArea *area;
  double published;
  double sum;
} StreekDeviation;

GPtrArray *streek_totals_list_deviations (StreekTotals *totals, const StreekFigureSet *figures);
void streek_question_note_deviation (StreekQuestion *question,
                                     const StreekIndicator *about,
                                     const StreekFigureSet *figures);

/* Formulas */
gboolean streek_question_answer_formula (StreekQuestion *question, GError **error);
