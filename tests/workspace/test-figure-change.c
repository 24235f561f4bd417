/* test-figure-change.c: maps of changes and of two indicators, and where they do not fit */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figures-fixture.h"
#include "workspace/streek-figures-private.h"

#include <string.h>

static double
get_number (StreekFigure *figure, const char *code, const char *column)
{
  StreekTable *table = streek_figure_get_table (figure);

  return streek_table_get_number (table, (guint) figures_fixture_find_row (table, code),
                                  (guint) streek_table_find_column (table, column));
}

static char *
describe (StreekFigure *figure, const char *code)
{
  return streek_figure_describe_row (
    figure, (guint) figures_fixture_find_row (streek_figure_get_table (figure), code),
    streek_format_get ("nl"));
}

/* Statbel, 1 January: Kortrijk 74 911 inhabitants in 2010, 77 109 in 2020: 2 198 more, 2,934 %. */
static void
test_change_in_percent (void)
{
  g_autoptr (StreekFigure) figure =
    figures_fixture_make ("{\"kind\":\"change\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
                          "\"indicator\":\"pop_total\",\"from\":\"2010\",\"period\":\"2020\","
                          "\"within\":\"arrondissement:34000\"}");
  StreekTable *table = streek_figure_get_table (figure);
  g_autofree char *words = describe (figure, "34022");

  g_assert_cmpfloat (get_number (figure, "34022", "from"), ==, 74911);
  g_assert_cmpfloat (get_number (figure, "34022", "to"), ==, 77109);
  g_assert_cmpfloat_with_epsilon (figures_fixture_get_value (figure, "34022"), 100 * 2198 / 74911.0,
                                  1e-9);
  g_assert_cmpstr (
    streek_table_get_column_unit (table, (guint) streek_table_find_column (table, "value")), ==,
    "%");
  g_assert_nonnull (strstr (streek_figure_get_title (figure), "change from 2010 to 2020"));
  g_assert_nonnull (strstr (words, "+2,9 %"));
  g_assert_nonnull (strstr (words, "74.911"));
  g_assert_nonnull (strstr (words, "77.109"));
  /* all lie in classes on both sides of 0 */
  g_assert_cmpfloat (streek_classes_get_reference (streek_figure_get_classes (figure)), ==, 0);
}

/* The same two figures, the other way round and in numbers; larger where more people live. */
static void
test_change_in_numbers (void)
{
  g_autoptr (StreekFigure) figure =
    figures_fixture_make ("{\"kind\":\"change\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
                          "\"indicator\":\"pop_total\",\"from\":\"2020\",\"period\":\"2010\","
                          "\"measure\":\"absolute\",\"within\":\"arrondissement:34000\"}");

  g_assert_cmpfloat (figures_fixture_get_value (figure, "34022"), ==, 2198);
  g_assert_nonnull (strstr (streek_figure_get_title (figure), "change from 2010 to 2020"));
  g_assert_true (figures_fixture_has_note (figure, "where many people live"));
}

/* Of percentages in points: the difference of both, and the break that lies between is said. */
static void
test_change_of_percentages_is_in_points (void)
{
  g_autoptr (StreekFigure) figure =
    figures_fixture_make ("{\"kind\":\"change\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
                          "\"indicator\":\"share_65plus\",\"period\":\"2020\","
                          "\"within\":\"arrondissement:34000\"}");
  StreekTable *table = streek_figure_get_table (figure);

  g_assert_cmpfloat_with_epsilon (
    figures_fixture_get_value (figure, "34022"),
    get_number (figure, "34022", "to") - get_number (figure, "34022", "from"), 1e-9);
  g_assert_cmpstr (
    streek_table_get_column_unit (table, (guint) streek_table_find_column (table, "value")), ==,
    "percentage points");
  g_assert_true (figures_fixture_has_note (figure, "has a break in 2009"));
}

/* Tielt took Meulebeke in on 1 January 2025. Statbel: together 20 502 + 10 860 in 2019 and
 * 20 627 + 11 123 in 2024: 388 more. */
static void
test_change_is_of_the_same_land (void)
{
  g_autoptr (StreekFigure) figure =
    figures_fixture_make ("{\"kind\":\"change\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
                          "\"indicator\":\"pop_total\",\"from\":\"2019\",\"period\":\"2024\","
                          "\"on\":\"2025-01-01\",\"within\":\"provincie:30000\"}");
  StreekTable *table = streek_figure_get_table (figure);
  const char *tielt =
    streek_table_get_text (table, (guint) figures_fixture_find_row (table, "37022"),
                           (guint) streek_table_find_column (table, "note"));
  const char *kortrijk =
    streek_table_get_text (table, (guint) figures_fixture_find_row (table, "34022"),
                           (guint) streek_table_find_column (table, "note"));

  g_assert_cmpfloat (get_number (figure, "37022", "from"), ==, 31362);
  g_assert_cmpfloat (get_number (figure, "37022", "to"), ==, 31750);
  g_assert_cmpfloat_with_epsilon (figures_fixture_get_value (figure, "37022"), 100 * 388 / 31362.0,
                                  1e-9);
  g_assert_nonnull (strstr (tielt, "other borders in 2019"));
  g_assert_null (kortrijk);
  g_assert_true (figures_fixture_has_note (figure, "Other borders in 2019: "));
  g_assert_true (figures_fixture_has_note (figure, "Tielt"));
}

/* Flanders is held against its municipalities as the map holds them against each other. Statbel:
 * 6 251 983 inhabitants on 1 January 2010, 6 629 143 on 1 January 2020. */
static void
test_other_areas_change_alike (void)
{
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_from_json (
    "{\"kind\":\"change\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"pop_total\",\"from\":\"2010\",\"period\":\"2020\"}",
    NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekTable) table = streek_workspace_read_shown_values (
    figures_fixture_get_workspace (), spec, "gewest", "gewest:02000", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_table_get_n_rows (table), ==, 1);
  g_assert_cmpfloat_with_epsilon (
    streek_table_get_number (table, 0, (guint) streek_table_find_column (table, "value")),
    100 * (6629143 - 6251983) / 6251983.0, 1e-9);
}

/* Twelve municipalities without ties: four in each class of each indicator. */
static void
test_two_indicators_in_terciles (void)
{
  g_autoptr (StreekFigure) figure = figures_fixture_make (
    "{\"kind\":\"bivariate\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"share_65plus\",\"second\":\"pop_density\",\"period\":\"2020\","
    "\"within\":\"arrondissement:34000\"}");

  g_assert_cmpuint (streek_figure_get_n_rows (figure), ==, 12);

  for (guint axis = 0; axis < 2; axis++)
    {
      StreekClasses *classes = streek_figure_get_axis_classes (figure, axis);

      g_assert_cmpuint (streek_classes_get_n (classes), ==, 3);
      for (guint i = 0; i < 3; i++)
        g_assert_cmpuint (streek_classes_get_count (classes, i), ==, 4);
    }

  /* the classes of both, from the table that is beside the map */
  for (guint row = 0; row < 12; row++)
    {
      StreekTable *table = streek_figure_get_table (figure);
      double first =
        streek_table_get_number (table, row, (guint) streek_table_find_column (table, "value"));
      double second =
        streek_table_get_number (table, row, (guint) streek_table_find_column (table, "second"));

      g_assert_cmpint (
        streek_figure_get_class (figure, row), ==,
        3 * streek_classes_find (streek_figure_get_axis_classes (figure, 1), second) +
          streek_classes_find (streek_figure_get_axis_classes (figure, 0), first));
    }
}

/* Shares of people of 65 and over with their number: Statbel, 77 109 inhabitants of Kortrijk in
 * 2020, of whom the share times the inhabitants is the number. */
static void
test_circles_over_shares (void)
{
  g_autoptr (StreekFigure) figure = figures_fixture_make (
    "{\"kind\":\"combined\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"share_65plus\",\"second\":\"pop_65plus\",\"period\":\"2020\","
    "\"within\":\"arrondissement:34000\"}");

  g_assert_cmpfloat_with_epsilon (get_number (figure, "34022", "second"),
                                  figures_fixture_get_value (figure, "34022") * 77109 / 100, 1e-6);
  g_assert_nonnull (strstr (streek_figure_get_title (figure), "inwoners: 65 jaar en ouder"));
  g_assert_true (streek_figure_has_circles (figure));
}

/* The census is of 2011 alone: that is said, and shown beside figures of 2020. */
static void
test_other_period_is_said (void)
{
  g_autoptr (StreekFigure) figure = figures_fixture_make (
    "{\"kind\":\"bivariate\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"share_65plus\",\"second\":\"census_job_ratio\","
    "\"period\":\"2020\",\"within\":\"provincie:30000\"}");

  g_assert_true (figures_fixture_has_note (figure, "there are no figures of it of 2020"));
  g_assert_nonnull (strstr (streek_figure_get_title (figure), "2011"));
  g_assert_nonnull (strstr (streek_figure_get_title (figure), "2020"));
}

/* Beside a year stands the quarter that it holds, not the one before it began. */
static void
test_other_period_lies_within (void)
{
  g_autoptr (StreekFigure) figure = figures_fixture_make (
    "{\"kind\":\"bivariate\",\"kind-is-automatic\":false,\"set\":\"gemeente\","
    "\"indicator\":\"share_65plus\",\"second\":\"establishments\","
    "\"period\":\"2020\",\"within\":\"provincie:30000\"}");

  g_assert_nonnull (strstr (streek_figure_get_title (figure), "Q4 2020"));
}

typedef struct
{
  StreekFigureKind kind;
  const char *indicator; /* (nullable) */
  const char *why;       /* (nullable): a part of the reason */
} Fit;

static void
test_unfit_kinds_have_reasons (void)
{
  const Fit fits[] = {
    { STREEK_FIGURE_AREAS, NULL, NULL },
    { STREEK_FIGURE_AREAS, "pop_total", "shows no indicator" },
    { STREEK_FIGURE_CHOROPLETH, NULL, "needs an indicator" },
    { STREEK_FIGURE_CHOROPLETH, "pop_total", NULL },
    { STREEK_FIGURE_CIRCLES, "pop_total", NULL },
    { STREEK_FIGURE_CIRCLES, "share_65plus", "add up to a whole" },
    { STREEK_FIGURE_CHANGE, "share_65plus", NULL },
    { STREEK_FIGURE_CHANGE, "census_job_ratio", "two periods" },
    { STREEK_FIGURE_BIVARIATE, "share_65plus", NULL },
    { STREEK_FIGURE_COMBINED, "share_65plus", NULL },
    { STREEK_FIGURE_COMBINED, "pop_total", "is a count" },
  };
  g_autoptr (StreekCatalogue) catalogue =
    streek_workspace_dup_catalogue (figures_fixture_get_workspace (), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();

      spec->set = g_strdup ("gemeente");
      spec->indicator = g_strdup (fits[i].indicator);

      g_autofree char *why = streek_figure_kind_explain_unfit (fits[i].kind, spec, catalogue);

      g_test_message ("%u: %s", i, why != NULL ? why : "fits");
      g_assert_cmpint (why != NULL, ==, fits[i].why != NULL);
      g_assert_true (why == NULL || strstr (why, fits[i].why) != NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  figures_fixture_open ();

  g_test_add_func ("/workspace/figures/change/in-percent", test_change_in_percent);
  g_test_add_func ("/workspace/figures/change/in-numbers", test_change_in_numbers);
  g_test_add_func ("/workspace/figures/change/of-percentages-is-in-points",
                   test_change_of_percentages_is_in_points);
  g_test_add_func ("/workspace/figures/change/is-of-the-same-land",
                   test_change_is_of_the_same_land);
  g_test_add_func ("/workspace/figures/change/other-areas-change-alike",
                   test_other_areas_change_alike);
  g_test_add_func ("/workspace/figures/two-indicators/in-terciles",
                   test_two_indicators_in_terciles);
  g_test_add_func ("/workspace/figures/two-indicators/circles-over-shares",
                   test_circles_over_shares);
  g_test_add_func ("/workspace/figures/two-indicators/other-period-is-said",
                   test_other_period_is_said);
  g_test_add_func ("/workspace/figures/two-indicators/other-period-lies-within",
                   test_other_period_lies_within);
  g_test_add_func ("/workspace/figures/unfit-kinds-have-reasons", test_unfit_kinds_have_reasons);

  return figures_fixture_run ();
}
