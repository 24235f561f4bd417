/* streek-figures-private.h: what is gathered for one figure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-policy-limits.h"
#include "indicator/streek-total-change.h"
#include "workspace/streek-figures.h"

#define STREEK_MUNICIPALITIES "gemeente" /* the set that all others are made of */

typedef struct
{
  const StreekFigureSpec *spec;
  const GPtrArray *ground; /* (nullable) (element-type StreekArea): only areas on these are rows */
  guint64 generation;      /* of the store, from before anything of it was read */
  StreekAreas *areas;
  StreekCatalogue *catalogue;
  const StreekIndicator *indicator; /* (nullable) */
  StreekPeriod period;
  gboolean is_gap;             /* supply less need */
  gboolean is_old;             /* the newest there is, and long ago */
  StreekDate asked;            /* the day whose areas were asked */
  StreekDate used;             /* the day whose areas there are */
  const StreekAreaSet *set;    /* of the rows */
  const StreekArea *container; /* (nullable) */
  StreekDate container_used;
  guint n_municipalities;       /* in the container, 0 where that says nothing */
  GPtrArray *rows;              /* (element-type StreekArea) */
  GPtrArray *straddling;        /* (element-type StreekArea): left out */
  const StreekAreaSet *outline; /* (nullable) */
  GPtrArray *outlines;          /* (element-type StreekArea) (nullable) */
  StreekDate outline_used;
  const StreekAreaSet *overlay; /* (nullable) */
  GPtrArray *overlays;          /* (element-type StreekArea) (nullable) */
  StreekDate overlay_used;
  StreekTable *table;
  guint coverage_column;  /* the first of those that say how much is known */
  GPtrArray *value_notes; /* (element-type utf8): what totals say, each once, with its areas */
  guint n_partial;        /* sums with something unknown in them */
  guint n_provisional;    /* values that are not final */
  guint n_published;
  guint n_computed;
  const GPtrArray *peers;            /* (nullable) (element-type StreekFigureSpec): seen with it */
  StreekFigureShared shared;         /* with other periods; no values: with nothing */
  StreekSeriesFacts shared_facts[2]; /* of both indicators, where a series is kept */
  GArray *shared_values;             /* (nullable) (element-type double): what it lends */
  GArray *shared_seconds;            /* (nullable) (element-type double): of the other indicator */
  GArray *held_values;               /* (nullable) (element-type double): the same */
  GArray *held_seconds;              /* (nullable) (element-type double): the same */
  char *limits_words;                /* (nullable): the same */
  char *circles_words;               /* (nullable): the same */
  StreekPeriod left_period;      /* of a change: the newest, which compares with none; or NONE */
  StreekPeriod from;             /* of a change: kind NONE of anything else */
  StreekChangeKind measure;      /* of a change */
  const StreekIndicator *second; /* (nullable): of a map of two indicators */
  StreekPeriod second_period;
  const StreekPolicyLimits *policy; /* (nullable): lent by the catalogue */
  GPtrArray *breaks;       /* (element-type StreekBreak) (nullable): between both periods */
  StreekTable *points;     /* (nullable): places over it */
  char *points_value_name; /* (nullable): of their circles, with its dates */
  char *points_unit;       /* (nullable) */
  int points_decimals;
  double points_largest;
  GPtrArray *other_borders; /* (element-type utf8) (nullable): sentences on borders that moved */
} StreekGathering;

void streek_gathering_clear (StreekGathering *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekGathering, streek_gathering_clear)

/* What a map of one period shows: NAN where missing, and empty where there were no such areas then.
 */
typedef struct
{
  GArray *first;  /* (element-type double): values, or changes */
  GArray *second; /* (nullable) (element-type double): of the other indicator */
} StreekPeriodValues;

void streek_period_values_free (StreekPeriodValues *values);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekPeriodValues, streek_period_values_free)
/* The values of the same areas in another period, on the areas of that one. */
StreekPeriodValues *streek_gathering_read_period (const StreekGathering *self,
                                                  StreekTotals *totals,
                                                  StreekPeriod period,
                                                  GCancellable *cancellable,
                                                  GError **error);
/* The map of @spec with the limits that it has among those beside it. */
StreekFigure *streek_figures_make_with_others (StreekWorkspace *workspace,
                                               const StreekFigureSpec *spec,
                                               GCancellable *cancellable,
                                               GError **error);
/* The map of @spec of no other areas than those that lie on one of @ground (element-type
 * StreekArea), whose limits, counts and extent are theirs alone. */
StreekFigure *streek_figures_make_on_ground (StreekWorkspace *workspace,
                                             const StreekFigureSpec *spec,
                                             const GPtrArray *ground,
                                             GCancellable *cancellable,
                                             GError **error);
/* @peers: (nullable) (element-type StreekFigureSpec): what it shares its limits with */
StreekFigure *streek_figures_make_beside (StreekWorkspace *workspace,
                                          const StreekFigureSpec *spec,
                                          const GPtrArray *peers,
                                          GCancellable *cancellable,
                                          GError **error);
/* Finds what @self shares its limits with, as its spec asks. */
gboolean streek_gathering_share (StreekGathering *self,
                                 StreekWorkspace *workspace,
                                 StreekCatalogue *catalogue,
                                 StreekTotals *totals,
                                 GCancellable *cancellable,
                                 GError **error);

/* The first columns of every table of values. */
void streek_gathering_begin_table (StreekGathering *self);
/* One for each area, with its code and name; the other columns are there. */
void streek_gathering_add_rows (StreekGathering *self);
/* Returns: the number of the column */
guint streek_gathering_add_column (
  StreekGathering *self, const char *id, const char *title, const char *unit, int decimals);
/* How much is known of values, and what is to be said of each. */
void streek_gathering_add_coverage_columns (StreekGathering *self);
void streek_gathering_set_number (StreekGathering *self,
                                  guint row,
                                  guint column,
                                  const StreekTotal *total);
void streek_gathering_set_coverage (StreekGathering *self, guint row, const StreekTotal *total);
void streek_gathering_set_note (StreekGathering *self, guint row, const char *note);
void streek_gathering_collect_notes (StreekGathering *self);
gboolean streek_gathering_pick_date (StreekGathering *self, StreekTotals *totals, GError **error);
gboolean streek_gathering_list_rows (StreekGathering *self, GError **error);
gboolean streek_gathering_is_near_rows (const StreekGathering *self, const StreekArea *area);
/* The day, the areas of that day, and the outlines and overlays over them. @totals: (nullable):
 * without an indicator */
gboolean
streek_gathering_choose_areas (StreekGathering *self, StreekTotals *totals, GError **error);
/* Fails with a #StreekIndicatorError where there are no figures of @indicator for @wanted; kind
 * NONE: the newest. */
gboolean streek_gathering_pick_period (StreekCatalogue *catalogue,
                                       const StreekIndicator *indicator,
                                       StreekPeriod wanted,
                                       StreekPeriod *period,
                                       GError **error);

void streek_gathering_count_total (StreekGathering *self, const StreekTotal *total);
/* The table of one indicator in one period. */
gboolean streek_gathering_read_values (StreekGathering *self,
                                       StreekTotals *totals,
                                       GCancellable *cancellable,
                                       GError **error);
/* Without figures the twin of the map says what lies in what. */
void streek_gathering_list_areas (StreekGathering *self);
/* The figure of all that is gathered. */
StreekFigure *streek_gathering_build_figure (const StreekGathering *self, GError **error);

/* Places over the map */
gboolean streek_gathering_read_points (StreekGathering *self, StreekDb *db, GError **error);
void streek_gathering_add_points (const StreekGathering *self, StreekFigureData *data);
void streek_gathering_clear_points (StreekGathering *self);

/* Two indicators */
gboolean streek_gathering_has_second (const StreekGathering *self);
gboolean
streek_gathering_pick_second (StreekGathering *self, StreekCatalogue *catalogue, GError **error);
gboolean streek_gathering_has_other_period (const StreekGathering *self);
char *streek_gathering_dup_second_name (const StreekGathering *self,
                                        const StreekIndicator *indicator,
                                        StreekPeriod period);
gboolean streek_gathering_read_second (StreekGathering *self,
                                       StreekTotals *totals,
                                       GCancellable *cancellable,
                                       GError **error);

/* A change between two periods */
gboolean streek_gathering_is_change (const StreekGathering *self);
/* The period that a change is held against. */
StreekPeriod streek_gathering_get_base (const StreekGathering *self, StreekCatalogue *catalogue);
void streek_gathering_leave_lonely_period (StreekGathering *self, StreekCatalogue *catalogue);
gboolean
streek_gathering_pick_change (StreekGathering *self, StreekCatalogue *catalogue, GError **error);
gboolean streek_gathering_read_change (StreekGathering *self,
                                       StreekTotals *totals,
                                       GCancellable *cancellable,
                                       GError **error);
const char *streek_gathering_get_change_unit (const StreekGathering *self);
int streek_gathering_get_change_decimals (const StreekGathering *self);
/* "Inwoners, verandering 2010–2024" */
char *streek_gathering_dup_change_name (const StreekGathering *self);
/* Words for a fall and for a rise, and for what they mean where one is better. */
void streek_gathering_get_change_ends (const StreekGathering *self, char **low, char **high);

/* The same sentence about many areas is said once, that about one area with its name; what most
 * areas share comes first. */
typedef struct _StreekValueNotes StreekValueNotes;
StreekValueNotes *streek_value_notes_new (void);
/* Both texts are lent until the end. */
void streek_value_notes_add (StreekValueNotes *notes, const char *text, const char *area_name);
/* (element-type utf8): frees @notes; @n_areas: of how many areas they are */
GPtrArray *streek_value_notes_end (StreekValueNotes *notes, guint n_areas);
/* Adds at most @most of @sentences (nullable) to @notes; the last one says how many are left out.
 */
void streek_value_notes_append (const GPtrArray *sentences, guint most, GPtrArray *notes);

/* Row of each unit, -1 for none; where areas overlap the smaller ones lie on top. */
gint32 *streek_figures_group_units (const GPtrArray *areas, guint n_units);
/* Municipalities around what is shown; @keeps_inside: and as fine lines inside it. */
gint32 *streek_figures_group_context (StreekAreas *areas,
                                      const StreekAreaSet *set,
                                      StreekDate on,
                                      const gint32 *row_of,
                                      guint n_units,
                                      gboolean keeps_inside,
                                      StreekMesh **mesh);

/* "Gemeenten" inside a sentence is "gemeenten"; RESOC stays RESOC. */
/* "Gent, Brugge, +3" */
char *streek_words_dup_names (const GPtrArray *areas);
char *streek_words_dup_inside_sentence (const char *name);
void streek_words_append_sentence (GString *text, const char *sentence);
/* Words for both ends of an indicator, NULL where neither is better. */
void
streek_words_get_direction (const StreekIndicator *indicator, const char **low, const char **high);
/* The same of supply less need. */
void streek_words_get_gap (const char **low, const char **high);

char *streek_gathering_make_title (const StreekGathering *self, const StreekFormat *format);
char *streek_gathering_make_context (const StreekGathering *self, const StreekFormat *format);
char *streek_gathering_make_source (const StreekGathering *self);
char **streek_gathering_make_notes (const StreekGathering *self, const StreekFormat *format);
