/* streek-figure-spec.h: what a map, chart or table shows: what, where, when and how */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-furniture.h"
#include "figure/streek-panels.h"
#include "figure/streek-point-layer.h"
#include "stats/streek-classes.h"

#include <glib.h>

typedef enum
{
  STREEK_FIGURE_AREAS,      /* areas by category: one set filled, another outlined */
  STREEK_FIGURE_CHOROPLETH, /* ratios */
  STREEK_FIGURE_CIRCLES,    /* counts */
  STREEK_FIGURE_CHANGE,     /* between two periods, in colours around 0 */
  STREEK_FIGURE_BIVARIATE,  /* two indicators, three classes of one by three of the other */
  STREEK_FIGURE_COMBINED,   /* circles of a count over the classes of another indicator */
  STREEK_N_FIGURE_KINDS,
} StreekFigureKind;

/* Which figures the limits between classes, and the size of circles, are found in. */
typedef enum
{
  STREEK_LIMITS_OWN,    /* those shown */
  STREEK_LIMITS_SERIES, /* those of all periods of the indicator: the same at any time */
  STREEK_LIMITS_HELD,   /* those of one period, for all the others */
} StreekLimits;

/* Of what a change is. */
typedef enum
{
  STREEK_FIGURE_MEASURE_AUTOMATIC, /* percentage points of percentages, percent of the rest */
  STREEK_FIGURE_MEASURE_ABSOLUTE,  /* in the unit of the figures; points of percentages */
  STREEK_FIGURE_MEASURE_PERCENT,   /* refused of percentages */
  STREEK_N_FIGURE_MEASURES,
} StreekFigureMeasure;

/* Small, saved in the workspace as JSON, a plain struct that its owner may change freely. */
typedef struct
{
  StreekFigureKind kind;
  gboolean kind_is_automatic; /* take circles for counts, choropleth for the rest */
  char *set;                  /* filled set */
  char *within;               /* (nullable) SET:CODE: only what lies in it */
  char *outline_set;          /* (nullable) outlined thickly */
  char *overlay_set;   /* (nullable) hatched over it all; its areas may lie over each other */
  char *indicator;     /* (nullable) code */
  char *second;        /* (nullable) code of BIVARIATE's other one, of COMBINED's circles */
  StreekPeriod period; /* NONE: newest */
  StreekPeriod from;   /* of CHANGE: what it is compared with; NONE: the first there is */
  StreekFigureMeasure measure; /* of CHANGE */
  StreekDate on;               /* NONE: the areas of the period */
  StreekClassMethod method;
  guint n_classes;
  GArray *breaks;        /* (nullable) (element-type double) inner limits, of MANUAL */
  GArray *second_breaks; /* (nullable) (element-type double) the same of BIVARIATE's other one */
  char *policy;          /* (nullable): of POLICY: id or name of the limits; the only ones */
  double reference;      /* classes lie on both sides of it; NAN: of 0, where figures do */
  gboolean zero_class;   /* 0 is a class of its own, one of those asked */
  StreekLimits limits;
  StreekPeriod limits_period; /* of HELD */
  char *palette;              /* (nullable): as the figures ask */
  gboolean grey;
  gboolean show_names; /* labels */
  gboolean show_values;
  double min_coverage_pct; /* NAN: the indicator's own */
  StreekPanels panels;     /* other maps beside it */
  StreekPointLayer points; /* places over it; they enter no figure */
  char *title;             /* (nullable): made from the rest */
  StreekFurniture furniture;
} StreekFigureSpec;

StreekFigureSpec *streek_figure_spec_new (void);
StreekFigureSpec *streek_figure_spec_copy (const StreekFigureSpec *spec);
void streek_figure_spec_free (StreekFigureSpec *spec);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekFigureSpec, streek_figure_spec_free)

gboolean streek_figure_spec_equal (const StreekFigureSpec *a, const StreekFigureSpec *b);
char *streek_figure_spec_to_json (const StreekFigureSpec *spec);
StreekFigureSpec *streek_figure_spec_from_json (const char *json, GError **error);
/* Another indicator (nullable) or kind of map; what was chosen for the one before means nothing. */
void streek_figure_spec_set_indicator (StreekFigureSpec *spec, const char *code);
void
streek_figure_spec_set_kind (StreekFigureSpec *spec, StreekFigureKind kind, gboolean is_automatic);
/* Limits, reference and method of other figures mean nothing. */
void streek_figure_spec_forget_limits (StreekFigureSpec *spec);
/* Shows the limits of a policy, unless its kind has no classes of one indicator. */
gboolean streek_figure_spec_has_policy (const StreekFigureSpec *spec);
gboolean streek_figure_spec_check (const StreekFigureSpec *spec, GError **error);

const char *streek_limits_get_id (StreekLimits limits);
gboolean streek_limits_from_id (const char *id, StreekLimits *limits);
const char *streek_figure_kind_get_id (StreekFigureKind kind);
const char *streek_figure_kind_get_label (StreekFigureKind kind); /* translated */
/* Areas in colours by their value. */
gboolean streek_figure_kind_has_classes (StreekFigureKind kind);
/* Shows another indicator beside the first. */
gboolean streek_figure_kind_has_second (StreekFigureKind kind);
gboolean streek_figure_kind_from_id (const char *id, StreekFigureKind *kind);
const char *streek_figure_measure_get_id (StreekFigureMeasure measure);
gboolean streek_figure_measure_from_id (const char *id, StreekFigureMeasure *measure);
