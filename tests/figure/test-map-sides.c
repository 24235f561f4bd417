/* test-map-sides.c: maps whose colours part at a reference, and the hue of either side */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-figure-private.h"
#include "figure/streek-palette.h"
#include "figure/streek-vision.h"
#include "map-fixture.h"

#include <string.h>

static char *
join_legend (const StreekFigure *figure)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < streek_figure_get_n_legend_entries (figure); i++)
    {
      g_autofree char *label = streek_figure_dup_legend_label (figure, i, streek_format_get ("nl"));

      g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", label);
    }

  return g_string_free (text, FALSE);
}

/* By hand: distances 40 20 0 10 30, halfway at 20. */
static void
test_difference_parts_at_zero (void)
{
  const double values[] = { -40, -20, 0, 10, 30 };
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_CIRCLES, values, "plaatsen");
  fixture.spec->kind_is_automatic = TRUE;
  fixture.data.is_difference = TRUE;
  fixture.data.direction_low = "te weinig";

  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);
  g_autofree char *legend = join_legend (figure);
  StreekPaint far_below = streek_figure_get_legend_entry (figure, 1).paint;
  StreekPaint above = streek_figure_get_legend_entry (figure, 4).paint;
  StreekLayoutOptions options = map_fixture_make_options (400, 300);
  g_autofree char *scene = map_fixture_dup_scene_text (figure, &options);

  g_assert_cmpint (streek_figure_get_spec (figure)->kind, ==, STREEK_FIGURE_CHOROPLETH);
  g_assert_cmpstr (legend, ==,
                   "Below 0: te weinig | −40 to −21 | −20 to −1 | 0 and above | 0–19 | 20–30");
  g_assert_nonnull (strstr (scene, "Below 0: te weinig"));
  g_assert_nonnull (strstr (scene, "the same distances on both sides"));
  g_assert_nonnull (strstr (streek_figure_get_description (figure),
                            "Colours part at 0. Below it: 2. At it or above: 3."));
  /* the arms of a diverging palette: violet against orange */
  g_assert_cmpfloat (far_below.color.blue, >, far_below.color.red);
  g_assert_cmpfloat (above.color.red, >, above.color.blue);

  map_fixture_clear (&fixture);
}

/* Violet is below, orange above, and the pale middle neither: no class may have the hue of the
 * other side. */
static gboolean
is_violet (StreekColor color)
{
  return color.blue > color.red + 0.02;
}

static gboolean
is_orange (StreekColor color)
{
  return color.red > color.blue + 0.02;
}

static void
take_breaks (MapFixture *fixture, const double *limits, guint n)
{
  fixture->spec->method = STREEK_CLASSES_MANUAL;
  fixture->spec->breaks = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (fixture->spec->breaks, limits, n);
}

static StreekColor
get_row_color (const StreekFigure *figure, guint row)
{
  return streek_figure_get_row_paint (figure, row).color;
}

/* Own limits with one class below 0 and four above it: more than a palette has on one side. */
static void
test_long_side_keeps_its_hue (void)
{
  const double limits[] = { 0, 10, 20, 30 };
  const double grows[] = { -5, 5, 15, 25, 35 };
  const double shrinks[] = { 35, 25, 15, 5, -5 };
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, grows, "%");
  take_breaks (&fixture, limits, G_N_ELEMENTS (limits));

  g_autoptr (StreekFigure) above = map_fixture_make_figure (&fixture);

  map_fixture_clear (&fixture);
  g_assert_true (is_violet (get_row_color (above, 0)));
  g_assert_false (is_violet (get_row_color (above, 1)));
  for (guint row = 2; row < 5; row++)
    g_assert_true (is_orange (get_row_color (above, row)));

  /* the same below a target of 30, in grey: what lies below it is hatched */
  map_fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, shrinks, "%");
  take_breaks (&fixture, limits, G_N_ELEMENTS (limits));
  fixture.spec->reference = 30;
  fixture.spec->grey = TRUE;

  g_autoptr (StreekFigure) below = map_fixture_make_figure (&fixture);

  map_fixture_clear (&fixture);
  g_assert_cmpint (streek_figure_get_row_paint (below, 0).hatch, ==, STREEK_HATCH_NONE);
  for (guint row = 1; row < 5; row++)
    g_assert_cmpint (streek_figure_get_row_paint (below, row).hatch, !=, STREEK_HATCH_NONE);
}

/* Limits that hold no value do not bring a hue over to the other side either. */
static void
test_far_limits_keep_their_hue (void)
{
  const double limits[] = { -4, -3, -2, -1, 0, 10, 20 };
  const double values[] = { -1.5, -0.5, 5, 15, 25 };
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");
  fixture.data.decimals = 1;
  take_breaks (&fixture, limits, G_N_ELEMENTS (limits));

  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);

  for (guint row = 0; row < 5; row++)
    {
      g_assert_true (is_violet (get_row_color (figure, row)) == (row < 2));
      g_assert_true (is_orange (get_row_color (figure, row)) == (row >= 2));
    }

  map_fixture_clear (&fixture);
}

/* Five classes on one side: colours run from little to much, unless somebody asks for two of them:
 * then it is said. */
static void
test_too_long_a_side_does_not_part (void)
{
  const double limits[] = { 0, 10, 20, 30, 40 };
  const double values[] = { 5, 15, 25, 35, 45 };
  MapFixture fixture;
  g_autoptr (GError) error = NULL;

  map_fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");
  take_breaks (&fixture, limits, G_N_ELEMENTS (limits));
  fixture.spec->reference = 0;

  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);

  for (guint row = 1; row < 5; row++)
    g_assert_cmpfloat (streek_color_get_lightness (get_row_color (figure, row)), <,
                       streek_color_get_lightness (get_row_color (figure, row - 1)));
  g_assert_null (strstr (streek_figure_get_description (figure), "Colours part"));

  fixture.spec->palette = g_strdup ("PuOr");
  g_assert_null (streek_figure_new (fixture.spec, &fixture.data, &error));
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
  map_fixture_clear (&fixture);
}

/* −0.4 is shown as 0, which is not below 0. */
static void
test_sides_are_counted_as_shown (void)
{
  const double values[] = { -20, -0.4, 0, 10, 30 };
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "plaatsen");

  g_autoptr (StreekFigure) figure = map_fixture_make_figure (&fixture);

  g_assert_nonnull (strstr (streek_figure_get_description (figure),
                            "Colours part at 0. Below it: 1. At it or above: 4."));
  map_fixture_clear (&fixture);
}

/* A target is a reference like any other; figures on one side only do not part by themselves. */
static void
test_reference_is_asked (void)
{
  const double values[] = { 10, 14, 20, 27, 30 };
  MapFixture fixture;

  map_fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");

  g_autoptr (StreekFigure) plain = map_fixture_make_figure (&fixture);

  fixture.spec->reference = 20;

  g_autoptr (StreekFigure) parted = map_fixture_make_figure (&fixture);
  g_autofree char *plain_legend = join_legend (plain);
  g_autofree char *parted_legend = join_legend (parted);

  g_assert_null (strstr (plain_legend, "Below"));
  g_assert_true (g_str_has_prefix (parted_legend, "Below 20 | "));
  g_assert_nonnull (strstr (parted_legend, "20 and above | 20–"));

  map_fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/legend/difference-parts-at-zero", test_difference_parts_at_zero);
  g_test_add_func ("/figure/legend/long-side-keeps-its-hue", test_long_side_keeps_its_hue);
  g_test_add_func ("/figure/legend/far-limits-keep-their-hue", test_far_limits_keep_their_hue);
  g_test_add_func ("/figure/legend/too-long-a-side-does-not-part",
                   test_too_long_a_side_does_not_part);
  g_test_add_func ("/figure/legend/sides-are-counted-as-shown", test_sides_are_counted_as_shown);
  g_test_add_func ("/figure/legend/reference-is-asked", test_reference_is_asked);

  return g_test_run ();
}
