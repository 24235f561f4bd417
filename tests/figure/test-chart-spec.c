/* test-chart-spec.c: the JSON form of charts, and specs that contradict themselves */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure/streek-chart-spec.h"
#include "figure/streek-figure.h"

#include <math.h>

static StreekChartSpec *
read_spec (const char *json)
{
  g_autoptr (GError) error = NULL;
  StreekChartSpec *spec = streek_chart_spec_from_json (json, &error);

  g_assert_no_error (error);

  return spec;
}

static void
test_round_trip (void)
{
  static const char json[] =
    "{\"kind\":\"histogram\",\"indicators\":[\"t5=a+b\",\"c\"],\"against\":[\"x\",\"y\"],"
    "\"areas\":[\"gemeente:34022\"],\"set\":\"gemeente\",\"within\":\"provincie:30000\","
    "\"references\":[\"gewest:02000\"],\"first\":\"2010\",\"last\":\"2019-Q3\",\"base\":\"2010\","
    "\"on\":\"2019-01-01\",\"sort\":\"given\",\"turn\":\"vertical\",\"free-scale\":true,"
    "\"logarithmic\":true,\"from-zero\":true,\"grey\":true,\"show-values\":true,"
    "\"with-table\":true,\"method\":\"manual\",\"classes\":4,\"breaks\":[1.0,2.5],"
    "\"min-coverage-pct\":80.0,\"title\":\"Eigen titel\",\"target\":\"target:12\"}";
  g_autoptr (StreekChartSpec) spec = read_spec (json);
  g_autofree char *written = streek_chart_spec_to_json (spec);
  g_autoptr (StreekChartSpec) copy = streek_chart_spec_copy (spec);

  g_assert_cmpstr (written, ==, json);
  g_assert_true (streek_chart_spec_equal (spec, copy));
  copy->grey = FALSE;
  g_assert_false (streek_chart_spec_equal (spec, copy));
}

static void
test_absent_members_keep_defaults (void)
{
  g_autoptr (StreekChartSpec) fresh = streek_chart_spec_new ();
  g_autoptr (StreekChartSpec) spec = read_spec ("{\"kind\":\"line\",\"colour\":\"new\"}");

  g_assert_true (streek_chart_spec_equal (fresh, spec));
  g_assert_true (isnan (spec->min_coverage_pct));
}

static void
test_every_kind_has_a_word (void)
{
  for (StreekChartKind kind = 0; kind < STREEK_N_CHART_KINDS; kind++)
    {
      StreekChartKind back;

      g_assert_true (streek_chart_kind_from_id (streek_chart_kind_get_id (kind), &back));
      g_assert_cmpint (back, ==, kind);
      g_assert_cmpstr (streek_chart_kind_get_label (kind), !=, "");
    }
}

/* One JSON form for all figures: the kind tells what it is. */
static void
test_maps_are_no_charts (void)
{
  g_assert_true (streek_chart_spec_is_json ("{\"kind\":\"ladder\"}"));
  g_assert_false (streek_chart_spec_is_json ("{\"kind\":\"choropleth\"}"));
  g_assert_false (streek_chart_spec_is_json ("{}"));
  g_assert_false (streek_chart_spec_is_json ("not even JSON"));
  g_assert_false (streek_chart_spec_is_json (NULL));
}

static void
test_wrong_members_are_refused (void)
{
  static const char *const texts[] = {
    "[]",
    "{\"kind\":\"pie\"}",
    "{}",
    "{\"kind\":\"line\",\"indicators\":\"a\"}",
    "{\"kind\":\"line\",\"areas\":[1]}",
    "{\"kind\":\"line\",\"first\":\"19\"}",
    "{\"kind\":\"line\",\"grey\":1}",
    "{\"kind\":\"line\",\"sort\":\"sideways\"}",
    "{\"kind\":\"histogram\",\"classes\":0}",
    "{\"kind\":\"histogram\",\"breaks\":[\"a\"]}",
    "{\"kind\":\"line\",\"min-coverage-pct\":101}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekChartSpec) spec = streek_chart_spec_from_json (texts[i], &error);

      g_assert_null (spec);
      g_assert_nonnull (error);
    }
}

static void
test_contradictions (void)
{
  static const char *const texts[] = {
    "{\"kind\":\"line\",\"areas\":[\"s:1\"]}",
    "{\"kind\":\"line\",\"indicators\":[\"a\"]}",
    "{\"kind\":\"line\",\"indicators\":[\"a\"],\"areas\":[\"s:1\"],\"within\":\"s:2\"}",
    "{\"kind\":\"scatter\",\"indicators\":[\"a\"],\"set\":\"s\"}",
    "{\"kind\":\"bar\",\"indicators\":[\"a\"],\"set\":\"s\",\"base\":\"2010\"}",
    "{\"kind\":\"bar\",\"indicators\":[\"a\"],\"set\":\"s\",\"against\":[\"b\"]}",
    "{\"kind\":\"pyramid\",\"indicators\":[\"a\"],\"set\":\"s\",\"against\":[\"b\",\"c\"]}",
    "{\"kind\":\"histogram\",\"indicators\":[\"a\"],\"set\":\"s\",\"method\":\"manual\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekChartSpec) spec = read_spec (texts[i]);

      g_assert_false (streek_chart_spec_check (spec, &error));
      g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/chart-spec/round-trip", test_round_trip);
  g_test_add_func ("/figure/chart-spec/absent-members-keep-defaults",
                   test_absent_members_keep_defaults);
  g_test_add_func ("/figure/chart-spec/every-kind-has-a-word", test_every_kind_has_a_word);
  g_test_add_func ("/figure/chart-spec/maps-are-no-charts", test_maps_are_no_charts);
  g_test_add_func ("/figure/chart-spec/wrong-members-are-refused", test_wrong_members_are_refused);
  g_test_add_func ("/figure/chart-spec/contradictions", test_contradictions);

  return g_test_run ();
}
