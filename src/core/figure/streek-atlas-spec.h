/* streek-atlas-spec.h: what an atlas shows: a page for each area of a set */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-chart-spec.h"
#include "figure/streek-figure-spec.h"
#include "figure/streek-paper-format.h"

#define STREEK_ATLAS_MAX_FIGURES 12
#define STREEK_ATLAS_MAX_REFERENCES 3

/* Which part of the ground the map of a page shows. */
typedef enum
{
  STREEK_ATLAS_VIEW_AREA, /* the area of the page, with what lies around it */
  STREEK_ATLAS_VIEW_ALL,  /* all of the map, with the area outlined */
  STREEK_ATLAS_VIEW_NONE, /* there is no map */
  STREEK_N_ATLAS_VIEWS,
} StreekAtlasView;

typedef enum
{
  STREEK_ATLAS_CHART_LINE,    /* the area through time beside those of reference */
  STREEK_ATLAS_CHART_RANKING, /* its place among the areas of the set */
  STREEK_ATLAS_CHART_NONE,
  STREEK_N_ATLAS_CHARTS,
} StreekAtlasChart;

/* Small, saved in the workspace as JSON, a plain struct that its owner may change freely. All
 * lists are %NULL-terminated or %NULL. */
typedef struct
{
  char *set;           /* a page for each of its areas … */
  char *within;        /* (nullable) … inside SET:CODE */
  char **areas;        /* (nullable) SET:CODE: pages for these alone; they are ranked among all */
  char **indicators;   /* codes of the key figures */
  char **references;   /* (nullable) SET:CODE: what key figures and lines are held against */
  StreekPeriod period; /* of the key figures and the ranking; NONE: the newest of each */
  StreekPeriod since;  /* of changes: since when; NONE: the first there is of each */
  StreekDate on;       /* NONE: the areas of each period */
  StreekAtlasView view;
  StreekFigureSpec *map; /* (nullable): of VIEW_NONE; one map, the same on all pages */
  StreekAtlasChart chart;
  char *chart_indicator; /* (nullable): the first key figure */
  gboolean contents;     /* begin with a list of the pages and a map of them all */
  StreekPaperFormat format;
  gboolean landscape;
  gboolean grey;
  char *title; /* (nullable): made from the rest */
} StreekAtlasSpec;

StreekAtlasSpec *streek_atlas_spec_new (void);
StreekAtlasSpec *streek_atlas_spec_copy (const StreekAtlasSpec *spec);
void streek_atlas_spec_free (StreekAtlasSpec *spec);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekAtlasSpec, streek_atlas_spec_free)

gboolean streek_atlas_spec_equal (const StreekAtlasSpec *a, const StreekAtlasSpec *b);
/* The same form as that of a map: "kind" is "atlas". */
char *streek_atlas_spec_to_json (const StreekAtlasSpec *spec);
StreekAtlasSpec *streek_atlas_spec_from_json (const char *json, GError **error);
/* Whether the kind that @json (nullable) names is that of an atlas. */
gboolean streek_atlas_spec_is_json (const char *json);
gboolean streek_atlas_spec_check (const StreekAtlasSpec *spec, GError **error);
/* (transfer none): the indicator of the chart */
const char *streek_atlas_spec_get_chart_indicator (const StreekAtlasSpec *spec);

const char *streek_atlas_view_get_id (StreekAtlasView view);
gboolean streek_atlas_view_from_id (const char *id, StreekAtlasView *view);
const char *streek_atlas_chart_get_id (StreekAtlasChart chart);
gboolean streek_atlas_chart_from_id (const char *id, StreekAtlasChart *chart);
