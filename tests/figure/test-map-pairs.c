/* test-map-pairs.c: maps of two indicators: nine classes, and circles over classes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "map-fixture.h"

#include <math.h>
#include <string.h>

/* The other indicator, of the same five areas. */
static void
add_second (MapFixture *self, StreekFigureKind kind, const double *values, gboolean is_ratio)
{
  guint column = streek_table_add_column (self->data.table, "second", "Tweede",
                                          STREEK_COLUMN_NUMBER, "stuks", 0);

  self->spec->kind = kind;
  self->spec->second = g_strdup ("other");
  self->data.second_name = "Tweede";
  self->data.second_unit = "stuks";
  self->data.second_is_ratio = is_ratio;

  for (guint row = 0; row < 5; row++)
    if (isnan (values[row]))
      streek_table_set_missing (self->data.table, row, column, STREEK_MISSING_HIDDEN);
    else
      streek_table_set_number (self->data.table, row, column, values[row], STREEK_STATUS_FINAL);
}

/* Limits 15 and 25, and 2 and 4. By hand: A low and low, B middle and high, C high and high; D has
 * no first figure and E no second one. */
static void
test_two_indicators_in_nine_classes (void)
{
  const double first[] = { 10, 20, 30, NAN, 20 };
  const double second[] = { 1, 5, 5, 3, NAN };
  const int cells[] = { 0, 7, 8, -1, -1 };
  const StreekFormat *format = streek_format_get ("nl");
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, first, "%");
  add_second (&fixture, STREEK_FIGURE_BIVARIATE, second, TRUE);
  fixture.spec->method = STREEK_CLASSES_MANUAL;
  map_fixture_own_limits (&fixture.spec->breaks, 15, 25);
  map_fixture_own_limits (&fixture.spec->second_breaks, 2, 4);

  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);

  for (guint row = 0; row < 5; row++)
    g_assert_cmpint (streek_figure_get_class (figure, row), ==, cells[row]);

  g_assert_null (streek_figure_get_classes (figure));
  /* nine classes, and one entry for each reason of the two that have no class */
  g_assert_cmpuint (streek_figure_get_n_legend_entries (figure), ==, 11);
  g_assert_cmpint (streek_figure_find_legend_entry (figure, 2), ==,
                   streek_figure_find_pair_entry (figure, 2, 2));
  g_assert_cmpuint (
    streek_figure_get_legend_entry (figure, (guint) streek_figure_find_pair_entry (figure, 1, 2))
      .n_rows,
    ==, 1);
  g_assert_cmpint (streek_figure_find_legend_entry (figure, 3), !=,
                   streek_figure_find_legend_entry (figure, 4));

  g_autofree char *both = streek_figure_describe_row (figure, 1, format);
  g_autofree char *one = streek_figure_describe_row (figure, 4, format);

  g_assert_cmpstr (both, ==, "Bree: Graad: 20 %, class 2 of 3; Tweede: 5 stuks, class 3 of 3");
  g_assert_nonnull (strstr (one, "Graad: 20 %, class 2 of 3; Tweede: confidential"));
  g_assert_nonnull (strstr (streek_figure_get_description (figure), "2 areas are without one"));

  StreekLayoutOptions options = map_fixture_make_options (595, 420);
  g_autofree char *text = map_fixture_dup_scene_text (figure, &options);

  /* both axes with their names and limits, and the hatches of both reasons */
  g_assert_nonnull (strstr (text, "\"Graad (%)\""));
  g_assert_nonnull (strstr (text, "\"Tweede (stuks)\""));
  g_assert_nonnull (strstr (text, "\"15\""));
  g_assert_nonnull (strstr (text, "\"25\""));
  g_assert_nonnull (strstr (text, "\"4\""));
  g_assert_cmpuint (map_fixture_count (text, " diagonal"), ==, 2);
  g_assert_cmpuint (map_fixture_count (text, " cross"), ==, 2);
  map_fixture_clear (&fixture);
}

/* Circles of one indicator over the classes of another: those keep their colours. */
static void
test_circles_over_classes (void)
{
  const double shares[] = { 10, 14, 20, 27, 30 };
  const double counts[] = { 100, 25, 400, NAN, 900 };
  double radii[5];
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, shares, "%");
  add_second (&fixture, STREEK_FIGURE_COMBINED, counts, FALSE);
  fixture.spec->show_names = FALSE;

  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);
  StreekLayoutOptions options = map_fixture_make_options (595, 842);
  g_autofree char *text = map_fixture_dup_scene_text (figure, &options);
  const char *circles = strstr (text, "circles");

  g_assert_true (streek_figure_has_circles (figure));
  g_assert_nonnull (streek_figure_get_classes (figure));
  g_assert_cmpint (streek_figure_get_class (figure, 4), ==, 2);
  map_fixture_read_radii (text, radii);
  for (guint row = 0; row < 5; row++)
    g_assert_cmpfloat_with_epsilon (radii[row] / radii[4],
                                    isnan (counts[row]) ? 0 : sqrt (counts[row] / 900), 0.003);

  /* the largest first; a ring and its casing each, and no fill */
  g_assert_true (strstr (circles, "row 4") < strstr (circles, "row 1"));
  g_assert_cmpuint (map_fixture_count (circles, "symbol circle"), >=, 8);
  g_assert_nonnull (strstr (text, "\"Graad (%)\""));
  g_assert_nonnull (strstr (text, "\"Tweede (stuks)\""));
  g_assert_nonnull (strstr (text, "No circle: no figure (1)"));
  g_assert_nonnull (strstr (streek_figure_get_description (figure), "1 area has none"));
  map_fixture_clear (&fixture);
}

static void
test_circles_over_classes_refuse_ratios (void)
{
  const double values[] = { 1, 2, 3, 4, 5 };
  g_autoptr (GError) error = NULL;
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");
  add_second (&fixture, STREEK_FIGURE_COMBINED, values, TRUE);
  g_assert_null (streek_figure_new (fixture.spec, &fixture.data, &error));
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
  map_fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/map/two-indicators-in-nine-classes",
                   test_two_indicators_in_nine_classes);
  g_test_add_func ("/figure/map/circles-over-classes", test_circles_over_classes);
  g_test_add_func ("/figure/map/circles-over-classes-refuse-ratios",
                   test_circles_over_classes_refuse_ratios);

  return g_test_run ();
}
