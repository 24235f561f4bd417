/* test-chart.c: what a chart computes and says before it is drawn */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure/streek-chart-private.h"
#include "streek-cube.h"

#include <math.h>
#include <string.h>

static StreekChart *
make (StreekCube *cube, const char *json)
{
  g_autoptr (GError) error = NULL;
  StreekChart *chart = streek_cube_make (cube, json, &error);

  g_assert_no_error (error);

  return chart;
}

static gboolean
has_note (const StreekChart *chart, const char *part)
{
  for (const char *const *note = streek_chart_get_notes (chart); *note != NULL; note++)
    if (strstr (*note, part) != NULL)
      return TRUE;

  return FALSE;
}

/* 110 of 100 is 110; 45 of 50 is 90; a series without a base has no index. */
static void
test_index (void)
{
  const double values[] = { 100, 110, 50, 45, NAN, 7 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A,B,C", "n", 2010, 2, values);
  g_autoptr (StreekChart) chart = make (cube, "{\"kind\":\"line\",\"base\":\"2010\"}");
  StreekTable *table = streek_chart_get_table (chart);
  guint value = streek_table_find_column (table, "value");
  guint original = streek_table_find_column (table, "original");

  g_assert_cmpfloat (streek_table_get_number (table, 0, value), ==, 100);
  g_assert_cmpfloat_with_epsilon (streek_table_get_number (table, 1, value), 110, 1e-9);
  g_assert_cmpfloat_with_epsilon (streek_table_get_number (table, 3, value), 90, 1e-9);
  g_assert_cmpfloat (streek_table_get_number (table, 3, original), ==, 45);
  g_assert_true (isnan (streek_table_get_number (table, 5, value)));
  g_assert_cmpfloat (streek_table_get_number (table, 5, original), ==, 7);
  g_assert_true (has_note (chart, "2010"));
}

/* The ladder of the regional plan: rung 4 of Zuid-West-Vlaanderen is 2 362, its parts are 1 940 and
 * 468, together 2 408; rung 5 is 13 463 and its parts 590, 130 and 2 423, together 3 143. */
static void
test_parts_are_held_against_their_total (void)
{
  const double values[] = { 2362, NAN, 1940, 468, 13463, 590, 130, 2423 };
  g_autoptr (StreekCube) cube = streek_cube_new (
    "Zuid-West-Vlaanderen", "T4,T4/TWE,T4/WPL,T4/PWA,T5,T5/SINE,T5/LDE,T5/CM", 2017, 1, values);
  g_autoptr (StreekChart) chart = make (cube, "{\"kind\":\"ladder\"}");
  guint n_parts, n_missing;

  g_assert_cmpfloat (streek_chart_sum_parts (chart, 0, 0, 0, &n_parts, &n_missing), ==, 2408);
  g_assert_cmpuint (n_parts, ==, 3);
  g_assert_cmpuint (n_missing, ==, 1);
  g_assert_true (streek_chart_parts_exceed (chart, 0, 0, 0));
  g_assert_cmpfloat (streek_chart_sum_parts (chart, 4, 0, 0, &n_parts, &n_missing), ==, 3143);
  g_assert_false (streek_chart_parts_exceed (chart, 4, 0, 0));
  g_assert_true (has_note (chart, "T4, Zuid-West-Vlaanderen"));
  g_assert_true (has_note (chart, "2,408"));
  g_assert_false (has_note (chart, "T5"));

  g_autoptr (StreekChartDrawing) drawing = streek_cube_draw (chart, 842, 595, FALSE);
  g_autofree char *text = streek_scene_to_text (drawing->scene);

  /* 13 463 less 3 143 is named as what is left, and the total of rung 4 has its red line */
  g_assert_nonnull (strstr (text, "10.320\""));
  g_assert_nonnull (strstr (text, "stroke #bf0d1a"));
  g_assert_nonnull (strstr (text, "TWE: "));
}

static void
test_describe_row (void)
{
  const double values[] = { 12.3, NAN };
  g_autoptr (StreekCube) cube = streek_cube_new ("Westhoek", "aandeel", 2019, 2, values);

  cube->indicators[0].unit = "per 100";
  cube->indicators[0].decimals = 1;
  cube->cells[0].status = STREEK_STATUS_PROVISIONAL;
  cube->cells[1].missing = STREEK_MISSING_HIDDEN;

  g_autoptr (StreekChart) chart = make (cube, "{\"kind\":\"line\"}");
  const StreekFormat *format = streek_format_get ("nl");
  g_autofree char *first = streek_chart_describe_row (chart, 0, format);
  g_autofree char *second = streek_chart_describe_row (chart, 1, format);
  g_autofree char *expected = g_strdup_printf ("Westhoek, 2019: 12,3 per 100, %s",
                                               streek_status_get_label (STREEK_STATUS_PROVISIONAL));
  g_autofree char *missing =
    g_strdup_printf ("Westhoek, 2020: %s", streek_missing_get_label (STREEK_MISSING_HIDDEN));

  g_assert_cmpstr (first, ==, expected);
  g_assert_cmpstr (second, ==, missing);
  g_assert_cmpstr (streek_chart_get_row_area (chart, 1), ==, "set:0");
}

/* An approximate value stays one: one in three is about 33,3. */
static void
test_qualifiers_stay (void)
{
  const double values[] = { 33.3, 8, 2 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A,B,C", "n", 2009, 1, values);

  cube->indicators[0].decimals = 1;
  cube->cells[0].qualifier = STREEK_QUALIFIER_ABOUT;
  cube->cells[1].qualifier = STREEK_QUALIFIER_ABOVE;
  cube->cells[2].at_least = TRUE;

  g_autoptr (StreekChart) chart = make (cube, "{\"kind\":\"bar\"}");
  const char *const expected[] = { "≈ 33,3", "> 8,0", "≥ 2,0" };

  for (guint row = 0; row < 3; row++)
    {
      g_autofree char *text = streek_chart_format_cell (chart, row, streek_format_get ("nl"));

      g_assert_cmpstr (text, ==, expected[row]);
    }
}

/* Where lower is tighter the tightest comes first; what is unknown comes last either way. */
static void
test_sorting_follows_direction (void)
{
  const double values[] = { 5, NAN, 2, 8 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A,B,C,D", "n", 2019, 1, values);
  const guint highest[] = { 3, 0, 2, 1 }, lowest[] = { 2, 0, 3, 1 };
  guint n;

  g_autoptr (StreekChart) down = make (cube, "{\"kind\":\"ranking\"}");
  g_autofree guint *first = streek_chart_sort_areas (down, 0, FALSE, &n);

  g_assert_cmpmem (first, n * sizeof *first, highest, sizeof highest);
  cube->indicators[0].lower_is_first = TRUE;

  g_autoptr (StreekChart) tight = make (cube, "{\"kind\":\"ranking\"}");
  g_autofree guint *second = streek_chart_sort_areas (tight, 0, FALSE, &n);

  g_assert_cmpmem (second, n * sizeof *second, lowest, sizeof lowest);
}

static void
test_large_references_are_said_in_words (void)
{
  const double values[] = { 80032, 39997, 6821770 };
  g_autoptr (StreekCube) cube =
    streek_cube_new ("Kortrijk,Waregem,*Vlaams Gewest", "n", 2024, 1, values);
  g_autoptr (StreekChart) chart = make (cube, "{\"kind\":\"bar\"}");
  double lower, upper;

  g_assert_true (has_note (chart, "Vlaams Gewest 6,821,770"));
  streek_chart_get_range (chart, -1, -1, &lower, &upper);
  g_assert_cmpfloat (upper, ==, 80032);
}

static void
test_unfit_kinds_say_why (void)
{
  const StreekChartContents one = {
    .n_areas = 1, .n_indicators = 1, .n_periods = 1, .are_counts = FALSE, .is_one_unit = TRUE
  };
  const StreekChartContents many = {
    .n_areas = 8, .n_indicators = 1, .n_periods = 9, .are_counts = TRUE, .is_one_unit = TRUE
  };
  const StreekChartContents parts = { .n_areas = 2,
                                      .n_indicators = 3,
                                      .n_periods = 1,
                                      .are_counts = TRUE,
                                      .is_one_unit = TRUE,
                                      .has_parts = TRUE };
  static const gboolean fits_one[STREEK_N_CHART_KINDS] = {
    [STREEK_CHART_BAR] = TRUE, [STREEK_CHART_MONITOR] = TRUE
  };
  static const gboolean fits_many[STREEK_N_CHART_KINDS] = {
    [STREEK_CHART_LINE] = TRUE,    [STREEK_CHART_BAR] = TRUE,
    [STREEK_CHART_RANKING] = TRUE, [STREEK_CHART_DUMBBELL] = TRUE,
    [STREEK_CHART_SLOPE] = TRUE,   [STREEK_CHART_HISTOGRAM] = TRUE,
    [STREEK_CHART_MONITOR] = TRUE, [STREEK_CHART_MULTIPLES] = TRUE,
  };
  static const gboolean fits_parts[STREEK_N_CHART_KINDS] = {
    [STREEK_CHART_GROUPED] = TRUE, [STREEK_CHART_STACKED] = TRUE, [STREEK_CHART_SHARES] = TRUE,
    [STREEK_CHART_PYRAMID] = TRUE, [STREEK_CHART_LADDER] = TRUE,  [STREEK_CHART_SNAKE] = TRUE,
    [STREEK_CHART_MONITOR] = TRUE,
  };

  for (StreekChartKind kind = 0; kind < STREEK_N_CHART_KINDS; kind++)
    {
      g_autofree char *first = streek_chart_explain_unfit (kind, &one);
      g_autofree char *second = streek_chart_explain_unfit (kind, &many);
      g_autofree char *third = streek_chart_explain_unfit (kind, &parts);

      g_assert_cmpint (first == NULL, ==, fits_one[kind]);
      g_assert_cmpint (second == NULL, ==, fits_many[kind]);
      g_assert_cmpint (third == NULL, ==, fits_parts[kind]);
    }
}

/* What does not fit a snake is said of a snake, not of bars. */
static void
test_snake_speaks_of_itself (void)
{
  const StreekChartContents ratios = { .n_areas = 1, .n_indicators = 2, .n_periods = 1 };
  const StreekChartContents one = {
    .n_areas = 1, .n_indicators = 1, .n_periods = 1, .are_counts = TRUE, .is_one_unit = TRUE
  };
  g_autofree char *of_ratios = streek_chart_explain_unfit (STREEK_CHART_SNAKE, &ratios);
  g_autofree char *of_one = streek_chart_explain_unfit (STREEK_CHART_SNAKE, &one);

  g_assert_nonnull (strstr (of_ratios, "snake"));
  g_assert_nonnull (strstr (of_one, "snake"));
}

static void
test_unfit_data_is_refused (void)
{
  const double values[] = { -3, 4 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A", "n,m", 2019, 1, values);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekChart) chart = streek_cube_make (cube, "{\"kind\":\"stacked\"}", &error);

  g_assert_null (chart);
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
}

/* Twenty-five can be followed, one more cannot. */
static void
test_many_slopes_point_elsewhere (void)
{
  for (guint n = 25; n <= 26; n++)
    {
      g_autofree double *values = g_new (double, 2 * n);
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = 0; i < n; i++)
        {
          g_string_append_printf (names, "%sA%u", i > 0 ? "," : "", i);
          values[2 * i] = i;
          values[2 * i + 1] = 2 * i;
        }

      g_autoptr (StreekCube) cube = streek_cube_new (names->str, "n", 2017, 2, values);
      g_autoptr (StreekChart) slope = make (cube, "{\"kind\":\"slope\"}");
      g_autoptr (StreekChart) dumbbell = make (cube, "{\"kind\":\"dumbbell\"}");

      g_assert_true (has_note (slope, "dumbbell") == (n > 25));
      g_assert_false (has_note (dumbbell, "dumbbell"));
    }
}

/* A row for each figure, in the order of the cells; the wide table has the same figures. */
static void
test_table_twins (void)
{
  const double values[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };
  g_autoptr (StreekCube) cube = streek_cube_new ("A,B,C", "n", 2017, 3, values);
  g_autoptr (StreekChart) chart = make (cube, "{\"kind\":\"line\"}");
  StreekTable *table = streek_chart_get_table (chart);
  g_autoptr (StreekTable) wide = streek_chart_dup_wide_table (chart, streek_format_get ("nl"));

  g_assert_cmpuint (streek_table_get_n_rows (table), ==, 9);

  for (guint row = 0; row < 9; row++)
    g_assert_cmpfloat (
      streek_table_get_number (table, row, streek_table_find_column (table, "value")), ==,
      values[row]);

  g_assert_cmpuint (streek_table_get_n_rows (wide), ==, 3); /* years */
  g_assert_cmpuint (streek_table_get_n_columns (wide), ==, 4);
  g_assert_cmpfloat (streek_table_get_number (wide, 1, 3), ==, 8); /* C in 2018 */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/chart/snake-speaks-of-itself", test_snake_speaks_of_itself);
  g_test_add_func ("/figure/chart/index", test_index);
  g_test_add_func ("/figure/chart/parts-are-held-against-their-total",
                   test_parts_are_held_against_their_total);
  g_test_add_func ("/figure/chart/describe-row", test_describe_row);
  g_test_add_func ("/figure/chart/qualifiers-stay", test_qualifiers_stay);
  g_test_add_func ("/figure/chart/sorting-follows-direction", test_sorting_follows_direction);
  g_test_add_func ("/figure/chart/large-references-are-said-in-words",
                   test_large_references_are_said_in_words);
  g_test_add_func ("/figure/chart/unfit-kinds-say-why", test_unfit_kinds_say_why);
  g_test_add_func ("/figure/chart/unfit-data-is-refused", test_unfit_data_is_refused);
  g_test_add_func ("/figure/chart/many-slopes-point-elsewhere", test_many_slopes_point_elsewhere);
  g_test_add_func ("/figure/chart/table-twins", test_table_twins);

  return g_test_run ();
}
