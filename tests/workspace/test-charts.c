/* test-charts.c: charts made of the shipped areas and values, as window and command line ask */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "workspace/streek-charts.h"

#include "plan/streek-follow-up.h"
#include "workspace/streek-record-edits.h"
#include "workspace-fixture.h"

#include <math.h>
#include <string.h>

/* The installed example itself, read-only: no test here writes. */
static StreekWorkspace *workspace;

static StreekChart *
try_make (const char *json, GError **error)
{
  g_autoptr (StreekChartSpec) spec = streek_chart_spec_from_json (json, error);

  g_assert_nonnull (spec);

  return streek_workspace_make_chart (workspace, spec, NULL, error);
}

static StreekChart *
make (const char *json)
{
  g_autoptr (GError) error = NULL;
  StreekChart *chart = try_make (json, &error);

  g_assert_no_error (error);

  return chart;
}

static double
get_value (const StreekChart *chart, const char *ref, int year)
{
  StreekTable *table = streek_chart_get_table (chart);
  guint code = streek_table_find_column (table, "code");
  guint period = streek_table_find_column (table, "period");
  guint value = streek_table_find_column (table, "value");

  for (guint row = 0; row < streek_table_get_n_rows (table); row++)
    if (strcmp (streek_table_get_text (table, row, code), ref) == 0 &&
        streek_table_get_period (table, row, period).year == year)
      return streek_table_get_number (table, row, value);

  g_assert_not_reached ();
}

static gboolean
has_note (const StreekChart *chart, const char *part)
{
  for (const char *const *note = streek_chart_get_notes (chart); *note != NULL; note++)
    if (strstr (*note, part) != NULL)
      return TRUE;

  return FALSE;
}

/* Statbel: Flanders had 6 821 770 inhabitants on 1 January 2024, arrondissement Kortrijk 290 706 on
 * 1 January 2019. */
static void
test_values_are_totals (void)
{
  g_autoptr (StreekChart) chart =
    make ("{\"kind\":\"line\",\"indicators\":[\"pop_total\"],"
          "\"areas\":[\"arrondissement:34000\"],\"references\":[\"gewest:02000\"]}");

  g_assert_cmpfloat (get_value (chart, "arrondissement:34000", 2019), ==, 290706);
  g_assert_cmpfloat (get_value (chart, "gewest:02000", 2024), ==, 6821770);
  g_assert_cmpstr (streek_chart_get_title (chart), ==, "Inwoners, 2001–2024 – Kortrijk");
  g_assert_nonnull (strstr (streek_chart_get_context (chart), "beside Vlaams Gewest"));
  g_assert_nonnull (strstr (streek_chart_get_source (chart), "Statbel"));
  g_assert_true (has_note (chart, "For comparison"));
}

static void
test_areas_of_one_name_are_told_apart (void)
{
  g_autoptr (StreekChart) chart = make ("{\"kind\":\"line\",\"indicators\":[\"pop_total\"],"
                                        "\"areas\":[\"arrondissement:34000\",\"gemeente:34022\"]}");

  g_assert_cmpstr (streek_chart_get_title (chart), ==,
                   "Inwoners, 2001–2024 – Kortrijk (arrondissement) and Kortrijk (gemeente)");
}

static void
test_one_moment_is_the_newest (void)
{
  g_autoptr (StreekChart) chart =
    make ("{\"kind\":\"ranking\",\"indicators\":[\"pop_total\"],\"set\":\"gemeente\","
          "\"within\":\"arrondissement:34000\"}");
  StreekTable *table = streek_chart_get_table (chart);

  g_assert_cmpuint (streek_table_get_n_rows (table), ==, 12);
  g_assert_cmpint (streek_table_get_period (table, 0, 3).year, ==, 2024);
  g_assert_cmpstr (streek_chart_get_title (chart), ==, "Inwoners, 2024 – gemeenten in Kortrijk");
}

/* Census 2011 is thirteen years behind the newest inhabitants, and the title says so. */
static void
test_old_figures_say_so (void)
{
  g_autoptr (StreekChart) chart =
    make ("{\"kind\":\"ranking\",\"indicators\":[\"census_job_ratio\"],"
          "\"set\":\"arrondissement\",\"within\":\"provincie:30000\"}");
  const char *title = streek_chart_get_title (chart);

  g_assert_nonnull (strstr (title, "(latest figures: 2011)"));
}

/* W13 grew from 13 to 14 municipalities in June 2017: the first figure on the new ones, that of
 * 2018, is not comparable with the one before. The 14 had 319 114 inhabitants in 2019. */
static void
test_areas_that_change_break_a_series (void)
{
  g_autoptr (StreekChart) chart = make ("{\"kind\":\"line\",\"indicators\":[\"pop_total\"],"
                                        "\"areas\":[\"project:W13\"],\"first\":\"2016\","
                                        "\"last\":\"2019\"}");

  g_assert_cmpuint (streek_chart_get_n_rows (chart), ==, 4);
  g_assert_cmpfloat (get_value (chart, "project:W13", 2019), ==, 319114);

  for (guint row = 0; row < 4; row++)
    {
      g_autofree char *text = streek_chart_describe_row (chart, row, streek_format_get ("en"));

      g_assert_cmpint (strstr (text, "not comparable") != NULL, ==, row == 2);
    }
}

/* Parts of the catalogue or of the spec: 0–14, 15–64 and 65+ are all inhabitants. */
static void
test_parts_take_the_period_they_share (void)
{
  g_autoptr (StreekChart) chart =
    make ("{\"kind\":\"shares\",\"indicators\":[\"pop_total=pop_0_14+pop_15_64+pop_65plus\"],"
          "\"areas\":[\"arrondissement:34000\",\"gewest:02000\"]}");
  StreekTable *table = streek_chart_get_table (chart);
  double parts = 0;

  /* ages end in 2020, the total goes on to 2024 */
  g_assert_cmpint (streek_table_get_period (table, 0, 3).year, ==, 2020);

  for (guint i = 1; i < 4; i++)
    parts += streek_table_get_number (table, i * 2, 4);

  g_assert_cmpfloat (parts, ==, streek_table_get_number (table, 0, 4));
}

static void
test_contents_do_not_hang_on_the_kind (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekChartSpec) spec = streek_chart_spec_from_json (
    "{\"kind\":\"ranking\",\"indicators\":[\"share_65plus\"],\"set\":\"arrondissement\","
    "\"within\":\"provincie:30000\",\"references\":[\"gewest:02000\"]}",
    &error);
  g_autoptr (StreekChart) chart = streek_workspace_make_chart (workspace, spec, NULL, &error);

  g_assert_no_error (error);

  StreekChartContents contents = streek_chart_get_contents (chart);

  g_assert_cmpuint (contents.n_areas, ==, 8);
  g_assert_cmpuint (contents.n_periods, ==, 9); /* 2001, 2009 to 2015, 2020 */
  g_assert_false (contents.are_counts);
  g_assert_null (streek_chart_explain_unfit (STREEK_CHART_LINE, &contents));
}

static void
test_what_cannot_be_is_said (void)
{
  static const struct
  {
    const char *json;
    GQuark (*domain) (void);
    int code;
  } cases[] = {
    { "{\"kind\":\"line\",\"indicators\":[\"nothing\"],\"set\":\"gemeente\"}",
      streek_indicator_error_quark, STREEK_INDICATOR_ERROR_UNKNOWN },
    { "{\"kind\":\"line\",\"indicators\":[\"pop_total\"],\"areas\":[\"gemeente:99999\"]}",
      streek_area_error_quark, STREEK_AREA_ERROR_UNKNOWN_AREA },
    { "{\"kind\":\"bar\",\"indicators\":[\"pop_total\"],\"set\":\"gemeente\",\"first\":\"1950\","
      "\"last\":\"1960\"}",
      streek_indicator_error_quark, STREEK_INDICATOR_ERROR_NO_PERIOD },
    { "{\"kind\":\"stacked\",\"indicators\":[\"share_0_14\",\"share_65plus\"],"
      "\"set\":\"provincie\"}",
      streek_figure_error_quark, STREEK_FIGURE_ERROR_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekChart) chart = try_make (cases[i].json, &error);

      g_assert_null (chart);
      g_assert_error (error, cases[i].domain (), cases[i].code);
    }
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  StreekChart **chart = user_data;

  *chart = streek_workspace_make_chart_finish (STREEK_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
}

/* The target of the example is in arrondissement Kortrijk, and has no value to reach. */
static char *
dup_target_spec (const char *area, const char *indicator)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekRecordView) view = streek_workspace_dup_record_view (workspace, &error);
  guint n;

  g_assert_no_error (error);

  const StreekRecord *const *targets =
    streek_records_list (streek_record_view_get_records (view), &streek_target_kind, &n);

  for (guint i = 0; i < n; i++)
    if (streek_record_is (targets[i], STREEK_TARGET_INDICATOR, "youth_unemp_share"))
      return g_strdup_printf ("{\"kind\":\"bar\",\"indicators\":[\"%s\"],\"areas\":[\"%s\"],"
                              "\"target\":\"target:%" G_GINT64_FORMAT "\"}",
                              indicator, area, streek_record_get_id (targets[i]));

  g_assert_not_reached ();
}

static void
test_target_says_whose_it_is (void)
{
  g_autofree char *own = dup_target_spec ("arrondissement:34000", "youth_unemp_share");
  g_autofree char *other = dup_target_spec ("arrondissement:34000", "pop_total");
  g_autoptr (StreekChart) chart = make (own);
  g_autoptr (StreekChart) another = make (other);

  g_assert_true (has_note (chart,
                           "Target of “Jongeren met een afstand tot de arbeidsmarkt” for "
                           "arrondissement Kortrijk: From 28.8 % (September 2019), without a "
                           "value to reach."));
  g_assert_false (has_note (another, "Target of"));
}

static void
test_a_worker_makes_the_same (void)
{
  static const char json[] = "{\"kind\":\"slope\",\"indicators\":[\"share_65plus\"],"
                             "\"set\":\"arrondissement\",\"within\":\"provincie:30000\"}";
  g_autoptr (StreekChartSpec) spec = streek_chart_spec_from_json (json, NULL);
  g_autoptr (StreekChart) here = make (json);
  StreekChart *there = NULL;

  streek_workspace_make_chart_async (workspace, spec, NULL, on_made_cb, &there);

  while (there == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_autofree char *first = streek_table_to_csv (streek_chart_get_table (here), NULL);
  g_autofree char *second = streek_table_to_csv (streek_chart_get_table (there), NULL);

  g_assert_cmpstr (first, ==, second);
  streek_chart_unref (there);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  workspace = workspace_fixture_open_example ();
  g_test_add_func ("/workspace/charts/values-are-totals", test_values_are_totals);
  g_test_add_func ("/workspace/charts/areas-of-one-name-are-told-apart",
                   test_areas_of_one_name_are_told_apart);
  g_test_add_func ("/workspace/charts/one-moment-is-the-newest", test_one_moment_is_the_newest);
  g_test_add_func ("/workspace/charts/old-figures-say-so", test_old_figures_say_so);
  g_test_add_func ("/workspace/charts/areas-that-change-break-a-series",
                   test_areas_that_change_break_a_series);
  g_test_add_func ("/workspace/charts/parts-take-the-period-they-share",
                   test_parts_take_the_period_they_share);
  g_test_add_func ("/workspace/charts/contents-do-not-hang-on-the-kind",
                   test_contents_do_not_hang_on_the_kind);
  g_test_add_func ("/workspace/charts/what-cannot-be-is-said", test_what_cannot_be_is_said);
  g_test_add_func ("/workspace/charts/target-says-whose-it-is", test_target_says_whose_it_is);
  g_test_add_func ("/workspace/charts/a-worker-makes-the-same", test_a_worker_makes_the_same);

  int status = g_test_run ();

  g_object_unref (workspace);

  return status;
}
