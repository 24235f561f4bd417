/* streek-analysis-private.h: what the files of an analysis share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-analysis.h"
#include "indicator/streek-total-change.h"

/* The areas that figures are held against where nothing else is asked. */
#define STREEK_FLANDERS "gewest:02000"
#define STREEK_PROVINCES "provincie"

/* An analysis in the making. */
typedef struct
{
  StreekTotals *totals;
  StreekAreas *areas;         /* borrowed */
  StreekCatalogue *catalogue; /* borrowed */
  const StreekAnalysisQuery *query;
  GCancellable *cancellable;
  GPtrArray *indicators; /* (element-type StreekIndicator) */
  StreekDate on;         /* the day whose areas there are */
  const StreekAreaSet *set;
  GPtrArray *rows; /* (element-type StreekArea) */
  char *where;     /* "gemeente in Kortrijk" */
  StreekAnalysis *result;
} StreekAnalysing;

/* Every table begins with these; the kind of missing and a note for people are its last two. */
enum
{
  STREEK_LEAD_SET,
  STREEK_LEAD_AREA,
  STREEK_LEAD_AREA_NAME,
  STREEK_LEAD_ON,
  STREEK_N_LEADS,
};

typedef struct
{
  const char *id;
  const char *title; /* translated */
  StreekColumnType type;
  int decimals;
} StreekAnalysisColumn;

/* Areas and periods */
gboolean streek_analysing_list_areas (StreekAnalysing *self, StreekPeriod last, GError **error);
const StreekArea *
streek_analysing_find_reference (StreekAnalysing *self, const char *fallback, GError **error);
GArray *streek_analysing_list_periods (StreekAnalysing *self,
                                       const StreekIndicator *indicator,
                                       GError **error);
gboolean streek_analysing_pick_newest (StreekAnalysing *self,
                                       const StreekIndicator *indicator,
                                       StreekPeriod *period,
                                       GError **error);
gboolean
streek_analysing_find_last_period (StreekAnalysing *self, StreekPeriod *last, GError **error);
gboolean streek_analysing_pick_ends (StreekAnalysing *self,
                                     const StreekIndicator *indicator,
                                     StreekPeriod *from,
                                     StreekPeriod *to,
                                     GError **error);
gboolean streek_analysing_compute (StreekAnalysing *self,
                                   const StreekIndicator *indicator,
                                   const StreekArea *area,
                                   StreekPeriod period,
                                   StreekTotal *total,
                                   GError **error);
/* (element-type StreekTotal), one per area */
GArray *streek_analysing_compute_all (StreekAnalysing *self,
                                      const StreekIndicator *indicator,
                                      const GPtrArray *areas,
                                      StreekPeriod period,
                                      GError **error);
/* The whole of what was known at the time; a partial sum compares with nothing. */
/* Whether the indicators can be parts of one whole. */
gboolean streek_analysing_check_sectors (StreekAnalysing *self, GError **error);
/* The ends of the periods that all indicators have, at least @n_needed. */
gboolean streek_analysing_pick_common_ends (
  StreekAnalysing *self, guint n_needed, StreekPeriod *from, StreekPeriod *to, GError **error);
double streek_analysing_get_whole (const StreekTotal *total);

/* The table */
void streek_analysing_begin_table (StreekAnalysing *self,
                                   const StreekAnalysisColumn *columns,
                                   guint n_columns);
int streek_analysing_get_decimals (const StreekAnalysing *self);
guint streek_analysing_add_row (StreekAnalysing *self, const StreekArea *area);
void streek_analysing_set_number (
  StreekAnalysing *self, guint row, guint column, double value, StreekMissing missing);
void streek_analysing_set_total (StreekAnalysing *self,
                                 guint row,
                                 guint column,
                                 const StreekTotal *total);
void streek_analysing_set_kind (StreekAnalysing *self, guint row, StreekMissing missing);
void streek_analysing_set_note (StreekAnalysing *self, guint row, const char *note);
/* Says in a row and on the whole which breaks lie between two periods, in any order. */
void streek_analysing_note_breaks (StreekAnalysing *self,
                                   guint row,
                                   const StreekIndicator *indicator,
                                   StreekPeriod one,
                                   StreekPeriod other);
void streek_analysing_take_note (StreekAnalysing *self, char *note);
char *streek_analysis_format_period (StreekPeriod period);

/* The kinds */
gboolean streek_analysing_run_change (StreekAnalysing *self, GError **error);
gboolean streek_analysing_run_index (StreekAnalysing *self, GError **error);
gboolean streek_analysing_run_ranking (StreekAnalysing *self, GError **error);
gboolean streek_analysing_run_profile (StreekAnalysing *self, GError **error);
gboolean streek_analysing_run_shift_share (StreekAnalysing *self, GError **error);
gboolean streek_analysing_run_quotient (StreekAnalysing *self, GError **error);
gboolean streek_analysing_run_moran (StreekAnalysing *self, GError **error);
