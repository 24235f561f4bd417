/* test-map-layout.c: maps as scenes: legend, hatches, circles, scale bar, tiny paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-furniture.h"
#include "map-fixture.h"

#include <math.h>
#include <string.h>

static void
test_legend_equals_class_table (void)
{
  const double values[] = { 10, 14, 20, 27, 30 };
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");

  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);
  StreekClasses *classes = streek_figure_get_classes (figure);
  const StreekFormat *format = streek_format_get ("nl");

  /* by hand: 10 15 20 25 30; counts 2 0 1 2, and the empty one is left out */
  g_assert_cmpuint (streek_classes_get_n (classes), ==, 3);
  g_assert_cmpuint (streek_figure_get_n_legend_entries (figure), ==, 3);

  for (guint i = 0; i < 3; i++)
    {
      StreekLegendEntry entry = streek_figure_get_legend_entry (figure, i);
      g_autofree char *label = streek_figure_dup_legend_label (figure, i, format);
      g_autofree char *expected = streek_classes_format_label (classes, i, format);

      g_assert_cmpint (entry.kind, ==, STREEK_LEGEND_CLASS);
      g_assert_cmpuint (entry.n_rows, ==, streek_classes_get_count (classes, i));
      g_assert_cmpstr (label, ==, expected);
    }

  for (guint row = 0; row < 5; row++)
    g_assert_cmpint (streek_figure_find_legend_entry (figure, row), ==,
                     streek_figure_get_class (figure, row));

  StreekLayoutOptions options = map_fixture_make_options (595, 420);
  g_autofree char *text = map_fixture_dup_scene_text (figure, &options);

  g_assert_nonnull (strstr (text, "\"10–14\""));
  g_assert_nonnull (strstr (text, "\"20–24\""));
  g_assert_nonnull (strstr (text, "\"25–30\""));
  g_assert_nonnull (strstr (text, "\"Graad (%)\""));
  g_assert_nonnull (strstr (text, "classes: 4 asked, 3 possible"));
  map_fixture_clear (&fixture);
}

/* U09: one 0, one unknown, one hidden, one not applicable: four signs, in the legend too. */
static void
test_missing_is_not_zero (gconstpointer data)
{
  const double values[] = { 0, NAN, NAN, NAN, 8 };
  MapFixture fixture;

  map_fixture_init (&fixture, GPOINTER_TO_INT (data), values, "%");

  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);
  StreekLayoutOptions options = map_fixture_make_options (595, 420);
  g_autofree char *text = map_fixture_dup_scene_text (figure, &options);
  guint n_missing = 0;

  for (guint i = 0; i < streek_figure_get_n_legend_entries (figure); i++)
    n_missing += streek_figure_get_legend_entry (figure, i).kind == STREEK_LEGEND_MISSING;

  g_assert_cmpuint (n_missing, ==, 3);

  /* once on the map and once in the legend */
  g_assert_cmpuint (map_fixture_count (text, " diagonal"), ==, 2);
  g_assert_cmpuint (map_fixture_count (text, " cross"), ==, 2);
  g_assert_cmpuint (map_fixture_count (text, " dots"), ==, 2);
  g_assert_cmpint (streek_figure_find_legend_entry (figure, 1), !=,
                   streek_figure_find_legend_entry (figure, 2));

  g_autofree char *zero = streek_figure_describe_row (figure, 0, streek_format_get ("nl"));
  g_autofree char *unknown = streek_figure_describe_row (figure, 1, streek_format_get ("nl"));

  g_assert_nonnull (strstr (zero, "0 %"));
  g_assert_cmpstr (unknown, ==, "Bree: no figure, unknown");
  map_fixture_clear (&fixture);
}

static void
test_nothing_known_is_all_hatches (void)
{
  const double values[] = { NAN, NAN, NAN, NAN, NAN };
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");
  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);

  g_assert_null (streek_figure_get_classes (figure));
  g_assert_cmpuint (streek_figure_get_n_legend_entries (figure), ==, 4);
  map_fixture_clear (&fixture);
}

static void
test_circle_areas_are_in_proportion (void)
{
  const double values[] = { 100, 25, 400, 4, 900 };
  double radii[5];
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_CIRCLES, values, "personen");
  fixture.spec->show_names = FALSE;

  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);
  StreekLayoutOptions options = map_fixture_make_options (595, 842);
  g_autofree char *text = map_fixture_dup_scene_text (figure, &options);

  map_fixture_read_radii (text, radii);
  g_assert_cmpfloat (radii[4], >, 5);

  for (guint row = 0; row < 5; row++)
    g_assert_cmpfloat_with_epsilon (radii[row] / radii[4], sqrt (values[row] / 900), 0.003);

  /* the largest first, so that no circle is hidden */
  const char *circles = strstr (text, "circles");
  const char *largest = strstr (circles, "row 4");
  const char *smallest = strstr (circles, "row 3");

  g_assert_nonnull (largest);
  g_assert_true (largest < smallest);
  map_fixture_clear (&fixture);
}

/* Limits at 0 and 0,05 need two decimals, and the figures none: -0,04 would be read as 0, which is
 * the class above it. Where no figure is read as one of another class they stay as they are. */
static void
test_figures_are_read_in_their_class (void)
{
  const double near[] = { -0.04, 0.02, 1, -1, 2 };
  const double far[] = { -3, 0, 1, -1, 2 };
  const int classes[] = { 0, 1, 2, 0, 2 };
  const StreekFormat *format = streek_format_get ("nl");

  for (guint i = 0; i < 2; i++)
    {
      MapFixture fixture;

      map_fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, i == 0 ? near : far, "%");
      fixture.spec->method = STREEK_CLASSES_MANUAL;
      map_fixture_own_limits (&fixture.spec->breaks, 0, 0.05);

      g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);
      g_autofree char *value = streek_figure_format_value (figure, 0, format);
      g_autofree char *expected =
        streek_format_number (format, i == 0 ? near[0] : far[0], i == 0 ? 2 : 0);

      for (guint row = 0; row < 5; row++)
        g_assert_cmpint (streek_figure_get_class (figure, row), ==, classes[row]);
      g_assert_cmpstr (value, ==, expected);
      map_fixture_clear (&fixture);
    }
}

static void
test_circles_refuse_ratios (void)
{
  const double values[] = { 1, 2, 3, 4, 5 };
  MapFixture fixture;
  g_autoptr (GError) error = NULL;

  map_fixture_init (&fixture, STREEK_FIGURE_CIRCLES, values, "%");
  fixture.data.is_ratio = TRUE;
  g_assert_null (streek_figure_new (fixture.spec, &fixture.data, &error));
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
  map_fixture_clear (&fixture);
}

static void
test_kind_follows_the_indicator (void)
{
  const double values[] = { 1, 2, 3, 4, 5 };

  for (guint is_ratio = 0; is_ratio <= 1; is_ratio++)
    {
      MapFixture fixture;

      map_fixture_init (&fixture, STREEK_FIGURE_AREAS, values, "");
      fixture.spec->kind_is_automatic = TRUE;
      fixture.data.is_ratio = is_ratio;

      g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);

      g_assert_cmpint (streek_figure_get_spec (figure)->kind, ==,
                       is_ratio ? STREEK_FIGURE_CHOROPLETH : STREEK_FIGURE_CIRCLES);
      map_fixture_clear (&fixture);
    }
}

static void
test_two_sets_at_once (void)
{
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_AREAS, NULL, NULL);
  fixture.outlines[0] = "West";
  fixture.outlines[1] = "Oost";
  fixture.data.outline_of = fixture.outline_of;
  fixture.data.n_outlines = 2;
  fixture.data.outline_names = fixture.outlines;
  fixture.data.outline_set_name = "Helften";

  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);
  StreekLayoutOptions options = map_fixture_make_options (595, 420);
  g_autofree char *text = map_fixture_dup_scene_text (figure, &options);

  /* five fills of their own and one line; each name in the legend, and on the map */
  g_assert_cmpuint (streek_figure_get_n_legend_entries (figure), ==, 6);
  g_assert_cmpint (streek_figure_get_legend_entry (figure, 5).kind, ==, STREEK_LEGEND_OUTLINE);
  g_assert_cmpuint (map_fixture_count (text, "\"Bree\""), ==, 2);
  g_assert_cmpuint (map_fixture_count (text, "\"Helften\""), ==, 1);
  g_assert_cmpuint (map_fixture_count (text, "\"Oost\""), >=, 1);
  map_fixture_clear (&fixture);
}

/* C lies in both halves: two sheets, so that each half has its whole outline and a hatch of its
 * own; nothing of it can be picked, and the description names them. */
static void
test_overlapping_areas_lie_over_the_map (void)
{
  static const guint32 west[] = { 0, 1, 2 };
  static const guint32 east[] = { 2, 3, 4 };
  static const StreekFigureShape halves[] = { { west, 3 }, { east, 3 } };
  static const char *const names[] = { "Westhelft", "Oosthelft" };
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_AREAS, NULL, NULL);
  fixture.data.overlay_mesh = fixture.data.mesh;
  fixture.data.n_overlays = 2;
  fixture.data.overlays = halves;
  fixture.data.overlay_names = names;
  fixture.data.overlay_set_name = "Helften";

  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);
  StreekLayoutOptions options = map_fixture_make_options (595, 420);
  g_autofree char *text = map_fixture_dup_scene_text (figure, &options);
  StreekLegendEntry first = streek_figure_get_legend_entry (figure, 5);
  StreekLegendEntry second = streek_figure_get_legend_entry (figure, 6);

  g_assert_cmpuint (streek_figure_get_n_legend_entries (figure), ==, 7);
  g_assert_cmpint (first.kind, ==, STREEK_LEGEND_OVERLAY);
  g_assert_cmpint (first.n_rows, ==, 0);
  g_assert_cmpint (first.paint.hatch, !=, second.paint.hatch);
  g_assert_cmpfloat (first.paint.color.alpha, ==, 1); /* on paper, but not on the map */
  g_assert_cmpuint (map_fixture_count (text, "fill #00000000 over-diagonal"), ==, 2);
  g_assert_cmpuint (map_fixture_count (text, " level "), ==, 3);
  g_assert_cmpuint (map_fixture_count (text, "\"Westhelft\""), ==, 1);
  g_assert_cmpuint (map_fixture_count (text, "over-diagonal"), ==,
                    3); /* for each sheet, and in the legend */
  g_assert_nonnull (strstr (streek_figure_get_description (figure), "Westhelft, Oosthelft"));
  map_fixture_clear (&fixture);
}

/* 2 000 metres on the ground must be 2 000 / metres_per_point on paper. */
static void
test_scale_bar_fits_the_projection (void)
{
  MapFixture fixture;
  StreekRect frame;

  map_fixture_init (&fixture, STREEK_FIGURE_AREAS, NULL, NULL);

  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);
  StreekLayoutOptions options = map_fixture_make_options (595, 420);
  StreekView view = streek_figure_get_view (figure, &options, &frame);
  double bar = streek_map_choose_scale_bar (view.metres_per_point, frame.width * 0.2);
  g_autofree char *text = map_fixture_dup_scene_text (figure, &options);
  g_autofree char *width = g_strdup_printf (" %.4g ", bar / view.metres_per_point);
  g_autofree char *label = g_strdup_printf ("\"%g km\"", bar / 1000);
  const char *scale = strstr (text, "scale");

  g_assert_cmpfloat_with_epsilon (view.x, 4000, 1e-6);
  g_assert_cmpfloat_with_epsilon (view.y, 2000, 1e-6);
  g_assert_nonnull (scale);
  g_assert_nonnull (strstr (scale, label));
  g_assert_nonnull (strstr (scale, width));
  map_fixture_clear (&fixture);
}

static void
test_scale_bars_are_round (void)
{
  g_assert_cmpfloat (streek_map_choose_scale_bar (100, 100), ==, 10000);
  g_assert_cmpfloat (streek_map_choose_scale_bar (99, 100), ==, 5000);
  g_assert_cmpfloat (streek_map_choose_scale_bar (49, 100), ==, 2000);
  g_assert_cmpfloat (streek_map_choose_scale_bar (19, 100), ==, 1000);
  g_assert_cmpfloat (streek_map_choose_scale_bar (0.5, 100), ==, 50);
}

/* From a wall map to a card: the title is there, or an error in words. */
static void
test_every_size_has_its_title_or_says_no (void)
{
  const double values[] = { 10, 14, 20, 27, 30 };
  const double sizes[][2] = { { 842, 1191 }, { 595, 842 }, { 842, 595 }, { 640, 360 }, { 300, 200 },
                              { 200, 260 },  { 120, 120 }, { 60, 40 },   { 10, 10 } };
  guint n_refused = 0;
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");

  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      StreekLayoutOptions options = map_fixture_make_options (sizes[i][0], sizes[i][1]);
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekScene) scene = streek_figure_layout (figure, &options, &error);

      if (scene == NULL)
        {
          g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_TOO_SMALL);
          n_refused++;
          continue;
        }

      g_autofree char *text = streek_scene_to_text (scene);

      g_assert_nonnull (strstr (text, "\"Letters\""));
      g_assert_cmpstr (streek_scene_get_title (scene), ==, "Letters");
    }

  g_assert_cmpuint (n_refused, >=, 2);
  g_assert_cmpuint (n_refused, <=, 4);
  map_fixture_clear (&fixture);
}

static void
test_bare_map_has_no_furniture (void)
{
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_AREAS, NULL, NULL);

  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);
  StreekLayoutOptions options = map_fixture_make_options (400, 200);

  options.bare = TRUE;
  options.view = (StreekView){ 1000, 2000, 10 };
  options.hovered = 2;

  StreekRect frame;
  StreekView view = streek_figure_get_view (figure, &options, &frame);
  g_autofree char *text = map_fixture_dup_scene_text (figure, &options);
  g_autoptr (StreekScene) scene = streek_figure_layout (figure, &options, NULL);

  g_assert_cmpfloat (view.metres_per_point, ==, 10);
  g_assert_cmpfloat (frame.width, ==, 400);
  g_assert_null (strstr (text, "een tekening"));
  /* 1 km east of the middle of the view is 100 points: B */
  g_assert_cmpint (streek_scene_pick (scene, (StreekPoint){ 200 + 150, 100 - 50 }), ==, 1);
  map_fixture_clear (&fixture);
}

static void
test_same_figure_same_scene (void)
{
  const double values[] = { 10, 14, 20, 27, 30 };
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_CIRCLES, values, "personen");

  g_autoptr (StreekFigure) first = map_fixture_make_figure (&fixture);
  g_autoptr (StreekFigure) second = map_fixture_make_figure (&fixture);
  StreekLayoutOptions options = map_fixture_make_options (595, 842);
  g_autofree char *one = map_fixture_dup_scene_text (first, &options);
  g_autofree char *other = map_fixture_dup_scene_text (second, &options);

  g_assert_cmpstr (one, ==, other);
  map_fixture_clear (&fixture);
}

/* Every mark and place of a small map, which says what moved when something does. */
static void
test_tells_every_mark (void)
{
  const double values[] = { 10, 14, NAN, 27, 30 };
  MapFixture fixture;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "figure", "letters-map.txt", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  map_fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");

  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);
  StreekLayoutOptions options = map_fixture_make_options (420, 297);
  g_autofree char *text = map_fixture_dup_scene_text (figure, &options);

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
  map_fixture_clear (&fixture);
}

/* By hand: 0 to 40 in four equal classes, of which these values are in the first two; the class
 * that holds none of them stays. */
static void
test_shared_limits_stay (void)
{
  const double values[] = { 1, 4, 8, 12, 15 };
  const double all[] = { 0, 25, 35, 40, 1, 4, 8, 12, 15 };
  const StreekFigureShared shared = { .first = { .values = all, .n_values = G_N_ELEMENTS (all) },
                                      .limits_words = "Of all years",
                                      .circles_words = "Circles of all years" };
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");
  fixture.data.shared = &shared;

  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);
  StreekLayoutOptions options = map_fixture_make_options (595, 420);
  g_autofree char *text = map_fixture_dup_scene_text (figure, &options);

  g_assert_cmpuint (streek_classes_get_n (streek_figure_get_classes (figure)), ==, 4);
  g_assert_nonnull (strstr (text, "\"30–40\""));
  g_assert_nonnull (strstr (text, "\"(3)\""));
  g_assert_nonnull (strstr (text, "\"(0)\""));
  g_assert_nonnull (strstr (text, "\"Of all years\""));
  g_assert_null (strstr (text, "\"Circles of all years\""));
  map_fixture_clear (&fixture);
}

/* The largest of another map is four times as large, so its radius is twice that of the largest
 * here; and both maps give the same value the same radius. */
static void
test_shared_circles_keep_their_size (void)
{
  const double small[] = { 100, 25, 10, 4, 50 };
  const double large[] = { 400, 100, 40, 16, 200 };
  const double all[] = { 100, 25, 10, 4, 50, 400, 100, 40, 16, 200 };
  const StreekFigureShared shared = { .first = { .values = all,
                                                 .n_values = G_N_ELEMENTS (all),
                                                 .largest_sum = 400 + 100 + 40 + 16 + 200 },
                                      .circles_words = "Circles of all years" };
  StreekLayoutOptions options = map_fixture_make_options (595, 842);
  double radii[2][5];

  for (guint i = 0; i < 2; i++)
    {
      MapFixture fixture;

      map_fixture_init (&fixture, STREEK_FIGURE_CIRCLES, i == 0 ? small : large, "personen");
      fixture.spec->show_names = FALSE;
      fixture.data.shared = &shared;

      g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);
      g_autofree char *text = map_fixture_dup_scene_text (figure, &options);

      map_fixture_read_radii (text, radii[i]);
      g_assert_nonnull (strstr (text, "\"Circles of all years\""));
      map_fixture_clear (&fixture);
    }

  g_assert_cmpfloat_with_epsilon (radii[1][0], 2 * radii[0][0], 0.02);
  g_assert_cmpfloat_with_epsilon (radii[1][1], radii[0][0], 0.02);
}

/* On a small sheet the third of it that a legend takes is narrower than this word, and the sheet is
 * wider. */
static void
test_words_of_the_legend_stay_whole (void)
{
  const double values[] = { 1, 4, 8, 12, 15 };
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");
  fixture.data.direction_high = "weinig tewerkstellingsmogelijkheden hier";

  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);
  StreekLayoutOptions options = map_fixture_make_options (240, 240);
  g_autofree char *text = map_fixture_dup_scene_text (figure, &options);

  g_assert_nonnull (strstr (text, "tewerkstellingsmogelijkheden"));
  map_fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/map/legend-equals-class-table", test_legend_equals_class_table);
  g_test_add_data_func ("/figure/map/missing-is-not-zero/choropleth",
                        GINT_TO_POINTER (STREEK_FIGURE_CHOROPLETH), test_missing_is_not_zero);
  g_test_add_data_func ("/figure/map/missing-is-not-zero/circles",
                        GINT_TO_POINTER (STREEK_FIGURE_CIRCLES), test_missing_is_not_zero);
  g_test_add_func ("/figure/map/nothing-known-is-all-hatches", test_nothing_known_is_all_hatches);
  g_test_add_func ("/figure/map/circle-areas-are-in-proportion",
                   test_circle_areas_are_in_proportion);
  g_test_add_func ("/figure/map/figures-are-read-in-their-class",
                   test_figures_are_read_in_their_class);
  g_test_add_func ("/figure/map/circles-refuse-ratios", test_circles_refuse_ratios);
  g_test_add_func ("/figure/map/kind-follows-the-indicator", test_kind_follows_the_indicator);
  g_test_add_func ("/figure/map/two-sets-at-once", test_two_sets_at_once);
  g_test_add_func ("/figure/map-layout/overlapping-areas-lie-over-the-map",
                   test_overlapping_areas_lie_over_the_map);
  g_test_add_func ("/figure/map/scale-bar-fits-the-projection", test_scale_bar_fits_the_projection);
  g_test_add_func ("/figure/map/scale-bars-are-round", test_scale_bars_are_round);
  g_test_add_func ("/figure/map/every-size-has-its-title-or-says-no",
                   test_every_size_has_its_title_or_says_no);
  g_test_add_func ("/figure/map/bare-map-has-no-furniture", test_bare_map_has_no_furniture);
  g_test_add_func ("/figure/map/same-figure-same-scene", test_same_figure_same_scene);
  g_test_add_func ("/figure/map/tells-every-mark", test_tells_every_mark);
  g_test_add_func ("/figure/legend/words-stay-whole", test_words_of_the_legend_stay_whole);
  g_test_add_func ("/figure/legend/shared-limits-stay", test_shared_limits_stay);
  g_test_add_func ("/figure/legend/shared-circles-keep-their-size",
                   test_shared_circles_keep_their_size);

  return g_test_run ();
}
