/* fuzz-spec.c: text that pretends to be the JSON of a saved view: of a map, a chart, an atlas … */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "fuzz-target.h"
#include "figure/streek-atlas-spec.h"
#include "figure/streek-chart-spec.h"
#include "figure/streek-figure-spec.h"
#include "workspace/streek-analysis-spec.h"

#include <string.h>

/* What is read is written again as something that reads the same. */
static void
try_map (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_from_json (json, &error);

  g_assert_true ((spec == NULL) == (error != NULL));

  if (spec == NULL)
    return;

  g_autofree char *written = streek_figure_spec_to_json (spec);
  g_autoptr (StreekFigureSpec) again = streek_figure_spec_from_json (written, &error);

  g_assert_no_error (error);
  g_assert_true (streek_figure_spec_equal (spec, again));
  streek_figure_spec_check (spec, NULL);
}

static void
try_chart (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekChartSpec) spec = streek_chart_spec_from_json (json, &error);

  g_assert_true ((spec == NULL) == (error != NULL));

  if (spec == NULL)
    return;

  g_assert_true (streek_chart_spec_is_json (json));

  g_autofree char *written = streek_chart_spec_to_json (spec);
  g_autoptr (StreekChartSpec) again = streek_chart_spec_from_json (written, &error);

  g_assert_no_error (error);
  g_assert_true (streek_chart_spec_equal (spec, again));
  streek_chart_spec_check (spec, NULL);
}

static void
try_analysis (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAnalysisQuery) query = streek_analysis_spec_from_json (json, &error);

  g_assert_true ((query == NULL) == (error != NULL));

  if (query == NULL)
    return;

  g_assert_true (streek_analysis_spec_is_json (json));

  g_autofree char *written = streek_analysis_spec_to_json (query);
  g_autoptr (StreekAnalysisQuery) again = streek_analysis_spec_from_json (written, &error);

  g_assert_no_error (error);
  g_assert_true (streek_analysis_query_equal (query, again));
  streek_analysis_query_check (query, NULL);
}

static void
try_atlas (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekAtlasSpec) spec = streek_atlas_spec_from_json (json, &error);

  g_assert_true ((spec == NULL) == (error != NULL));

  if (spec == NULL)
    return;

  g_assert_true (streek_atlas_spec_is_json (json));

  g_autofree char *written = streek_atlas_spec_to_json (spec);
  g_autoptr (StreekAtlasSpec) again = streek_atlas_spec_from_json (written, &error);

  g_assert_no_error (error);
  g_assert_true (streek_atlas_spec_equal (spec, again));
  streek_atlas_spec_check (spec, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *json = g_strndup ((const char *) data, size);

  try_map (json);
  try_chart (json);
  try_analysis (json);
  try_atlas (json);

  return 0;
}

static char *
make_map (void)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();
  const double limits[] = { 5, 7.5, 10 };

  spec->kind = STREEK_FIGURE_CHOROPLETH;
  g_free (spec->set);
  spec->set = g_strdup ("gemeente");
  spec->within = g_strdup ("provincie:30000");
  spec->indicator = g_strdup ("share_65plus");
  spec->on = streek_date_from_ymd (2019, 1, 1);
  spec->period = (StreekPeriod){ .kind = STREEK_PERIOD_YEAR, .year = 2020 };
  spec->method = STREEK_CLASSES_MANUAL;
  spec->breaks = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (spec->breaks, limits, G_N_ELEMENTS (limits));
  spec->title = g_strdup ("65-plussers");

  return streek_figure_spec_to_json (spec);
}

static char *
make_chart (void)
{
  g_autoptr (StreekChartSpec) spec = streek_chart_spec_new ();

  spec->kind = STREEK_CHART_PYRAMID;
  spec->indicators = g_strsplit ("men_0_14,men_15_64", ",", -1);
  spec->against = g_strsplit ("women_0_14,women_15_64", ",", -1);
  spec->areas = g_strsplit ("gemeente:34022", ",", -1);
  spec->references = g_strsplit ("provincie:30000,gewest:02000", ",", -1);
  spec->on = streek_date_from_ymd (2019, 1, 1);
  spec->periods.first = (StreekPeriod){ .kind = STREEK_PERIOD_MONTH, .year = 2019, .part = 3 };
  spec->periods.last = (StreekPeriod){ .kind = STREEK_PERIOD_MONTH, .year = 2020, .part = 12 };
  spec->min_coverage_pct = 80;
  spec->grey = TRUE;
  spec->with_table = TRUE;

  return streek_chart_spec_to_json (spec);
}

static char *
make_analysis (void)
{
  g_autoptr (StreekAnalysisQuery) query = streek_analysis_query_new ();

  query->kind = STREEK_ANALYSIS_MORAN;
  query->indicators = g_strsplit ("share_65plus", ",", -1);
  query->set = g_strdup ("gemeente");
  query->within = g_strdup ("provincie:30000");
  query->reference = g_strdup ("gewest:02000");
  query->on = streek_date_from_ymd (2019, 1, 1);
  query->periods.first = (StreekPeriod){ .kind = STREEK_PERIOD_YEAR, .year = 2010 };
  query->base = (StreekPeriod){ .kind = STREEK_PERIOD_QUARTER, .year = 2010, .part = 2 };
  query->significance = 0.01;
  query->n_permutations = 9999;
  query->seed = G_MAXUINT64;

  return streek_analysis_spec_to_json (query);
}

static char *
make_atlas (void)
{
  g_autoptr (StreekAtlasSpec) spec = streek_atlas_spec_new ();
  g_autofree char *map = make_map ();

  spec->set = g_strdup ("arrondissement");
  spec->within = g_strdup ("provincie:30000");
  spec->indicators = g_strsplit ("pop_total,share_65plus", ",", -1);
  spec->references = g_strsplit ("provincie:30000,gewest:02000", ",", -1);
  spec->areas = g_strsplit ("arrondissement:34000", ",", -1);
  spec->since = (StreekPeriod){ .kind = STREEK_PERIOD_YEAR, .year = 2010 };
  spec->view = STREEK_ATLAS_VIEW_ALL;
  spec->map = streek_figure_spec_from_json (map, NULL);
  spec->chart = STREEK_ATLAS_CHART_RANKING;
  spec->format = STREEK_PAPER_SLIDE;
  spec->contents = TRUE;

  return streek_atlas_spec_to_json (spec);
}

static void
add_seed (GPtrArray *seeds, char *json)
{
  g_ptr_array_add (seeds, g_bytes_new_take (json, strlen (json)));
}

GPtrArray *
fuzz_list_seeds (void)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  add_seed (seeds, make_map ());
  add_seed (seeds, make_chart ());
  add_seed (seeds, make_analysis ());
  add_seed (seeds, make_atlas ());

  return seeds;
}
