/* test-analysis-spec.c: the JSON form of analyses, and what is refused in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure/streek-chart-spec.h"
#include "figure/streek-figure-spec.h"
#include "workspace/streek-analysis-spec.h"

#include <math.h>

static StreekAnalysisQuery *
read_query (const char *json)
{
  g_autoptr (GError) error = NULL;
  StreekAnalysisQuery *query = streek_analysis_spec_from_json (json, &error);

  g_assert_no_error (error);

  return query;
}

static void
test_round_trip (void)
{
  static const char json[] =
    "{\"kind\":\"analysis\",\"analysis\":\"moran\",\"indicators\":[\"a\",\"b\"],"
    "\"set\":\"gemeente\",\"within\":\"provincie:30000\",\"area\":\"RESOC:RESOC_WESTHOEK\","
    "\"reference\":\"gewest:02000\",\"first\":\"2010\",\"last\":\"2019-Q3\",\"base\":\"2010\","
    "\"on\":\"2019-01-01\",\"min-coverage-pct\":80.0,\"significance\":0.01,"
    "\"permutations\":999999.0,\"seed\":\"18446744073709551615\"}";
  g_autoptr (StreekAnalysisQuery) query = read_query (json);
  g_autofree char *written = streek_analysis_spec_to_json (query);

  g_assert_cmpstr (written, ==, json);
  g_assert_cmpuint (query->n_permutations, ==, 999999);
  g_assert_true (query->seed == G_MAXUINT64);
}

static void
test_absent_members_keep_defaults (void)
{
  g_autoptr (StreekAnalysisQuery) fresh = streek_analysis_query_new ();
  g_autoptr (StreekAnalysisQuery) query =
    read_query ("{\"kind\":\"analysis\",\"analysis\":\"change\",\"colour\":\"new\"}");

  g_assert_true (streek_analysis_query_equal (fresh, query));
  g_assert_true (isnan (query->min_coverage_pct));
}

static void
test_every_kind_comes_back (void)
{
  for (StreekAnalysisKind kind = 0; kind < STREEK_N_ANALYSES; kind++)
    {
      g_autoptr (StreekAnalysisQuery) query = streek_analysis_query_new ();

      query->kind = kind;

      g_autofree char *json = streek_analysis_spec_to_json (query);
      g_autoptr (StreekAnalysisQuery) back = read_query (json);

      g_assert_cmpint (back->kind, ==, kind);
    }
}

/* There is a chart called ranking too, and a program that knows no analyses must not take one for a
 * map. */
static void
test_told_from_maps_and_charts (void)
{
  static const char json[] = "{\"kind\":\"analysis\",\"analysis\":\"ranking\"}";

  g_assert_true (streek_analysis_spec_is_json (json));
  g_assert_true (streek_analysis_spec_is_json ("{\"kind\":\"analysis\",\"analysis\":7}"));
  g_assert_false (streek_analysis_spec_is_json ("{\"kind\":\"ranking\"}"));
  g_assert_false (streek_analysis_spec_is_json ("{\"kind\":\"choropleth\"}"));
  g_assert_false (streek_analysis_spec_is_json ("{\"kind\":[\"analysis\"]}"));
  g_assert_false (streek_analysis_spec_is_json ("not even JSON"));
  g_assert_false (streek_analysis_spec_is_json (NULL));
  g_assert_false (streek_chart_spec_is_json (json));
  g_assert_null (streek_figure_spec_from_json (json, NULL));
}

#define ANALYSIS "{\"kind\":\"analysis\",\"analysis\":\"change\","

static void
test_wrong_members_are_refused (void)
{
  static const struct
  {
    const char *json;
    const char *sentence; /* a pattern */
  } cases[] = {
    { "[]", "*not readable*" },
    { "{}", "*“kind”*" },
    { "{\"kind\":\"ranking\"}", "*“kind”*" },
    { "{\"kind\":\"analysis\"}", "*“analysis”*" },
    { "{\"kind\":\"analysis\",\"analysis\":\"horoscope\"}", "*“analysis”*" },
    { "{\"kind\":\"analysis\",\"analysis\":7}", "*“analysis”*" },
    { ANALYSIS "\"indicators\":\"a\"}", "*“indicators”*" },
    { ANALYSIS "\"indicators\":[null]}", "*“indicators”*" },
    { ANALYSIS "\"set\":[]}", "*“set”*" },
    { ANALYSIS "\"within\":1}", "*“within”*" },
    { ANALYSIS "\"area\":true}", "*“area”*" },
    { ANALYSIS "\"reference\":{}}", "*“reference”*" },
    { ANALYSIS "\"first\":\"19\"}", "*19*" },
    { ANALYSIS "\"on\":\"yesterday\"}", "*yesterday*" },
    { ANALYSIS "\"min-coverage-pct\":101}", "*“min-coverage-pct”*" },
    { ANALYSIS "\"significance\":-0.1}", "*“significance”*" },
    { ANALYSIS "\"significance\":1.5}", "*“significance”*" },
    { ANALYSIS "\"permutations\":-1}", "*“permutations”*" },
    { ANALYSIS "\"permutations\":1000000}", "*“permutations”*" },
    { ANALYSIS "\"permutations\":99.5}", "*“permutations”*" },
    { ANALYSIS "\"permutations\":\"many\"}", "*“permutations”*" },
    { ANALYSIS "\"seed\":7}", "*“seed”*" },
    { ANALYSIS "\"seed\":\"-7\"}", "*“seed”*" },
    { ANALYSIS "\"seed\":\"18446744073709551616\"}", "*“seed”*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (streek_analysis_spec_from_json (cases[i].json, &error));
      g_assert_nonnull (error);
      if (!g_pattern_match_simple (cases[i].sentence, error->message))
        g_error ("%s: %s", cases[i].json, error->message);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workspace/analysis-spec/round-trip", test_round_trip);
  g_test_add_func ("/workspace/analysis-spec/absent-members-keep-defaults",
                   test_absent_members_keep_defaults);
  g_test_add_func ("/workspace/analysis-spec/every-kind-comes-back", test_every_kind_comes_back);
  g_test_add_func ("/workspace/analysis-spec/told-from-maps-and-charts",
                   test_told_from_maps_and_charts);
  g_test_add_func ("/workspace/analysis-spec/wrong-members-are-refused",
                   test_wrong_members_are_refused);

  return g_test_run ();
}
