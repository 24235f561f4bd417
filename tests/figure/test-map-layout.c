/* test-map-layout.c: maps as scenes: legend, labels, hatches, circles, scale bar, tiny paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-figure.h"
#include "figure/streek-map-furniture.h"
#include "figure/streek-map-labels.h"
#include "figure/streek-palette.h"
#include "figure/streek-vision.h"
#include "streek-letters.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* 8 km by 4 km: A and B in the west, C, D and E in the east; dots are the sea. */
static const char *const picture[] = { "AABBCCCC", "AABBCCDD", "AABB..DE", "AAAA..DD" };

static const char *const letters[] = { "Aalst-Berg", "Bree", "Sint-Cornelis", "Deurne", "Essen" };

typedef struct
{
  StreekFigureSpec *spec;
  StreekFigureData data;
  gint32 row_of[5];
  gint32 outline_of[5];
  gint32 context_of[5];
  const char *outlines[2];
} Fixture;

static void
fixture_init (Fixture *self, StreekFigureKind kind, const double *values, const char *unit)
{
  static const StreekMissing kinds[] = { STREEK_MISSING_UNKNOWN, STREEK_MISSING_HIDDEN,
                                         STREEK_MISSING_NOT_APPLICABLE, STREEK_MISSING_NOT_YET };
  guint n_missing = 0;

  *self = (Fixture){ .spec = streek_figure_spec_new () };
  self->spec->kind = kind;
  self->spec->kind_is_automatic = FALSE;
  self->spec->set = g_strdup ("letter");
  self->spec->method = STREEK_CLASSES_EQUAL;
  self->spec->n_classes = 4;
  self->data.mesh = streek_letters_new_mesh (picture, G_N_ELEMENTS (picture));
  self->data.n_rows = 5;
  self->data.row_of = self->row_of;
  self->data.context_of = self->context_of;
  self->data.table = streek_table_new ();
  self->data.title = "Letters";
  self->data.context = "Letters (5) · gebieden van 1 januari 2009";
  self->data.source = "Bron: een tekening.";
  self->data.set_name = "Letters";
  self->data.unit = unit;
  self->data.indicator_name = "Graad";
  self->data.is_ratio = kind == STREEK_FIGURE_CHOROPLETH;
  streek_table_add_column (self->data.table, "code", "Code", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (self->data.table, "name", "Naam", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (self->data.table, "value", "Graad", STREEK_COLUMN_NUMBER, unit, 0);

  if (values != NULL)
    self->spec->indicator = g_strdup ("degree");

  for (guint row = 0; row < 5; row++)
    {
      self->row_of[row] = row;
      self->outline_of[row] = row < 2 ? 0 : 1;
      self->context_of[row] = -1;
      streek_table_add_row (self->data.table);
      streek_table_set_text (self->data.table, row, 0, letters[row]);
      streek_table_set_text (self->data.table, row, 1, letters[row]);

      if (values != NULL && isnan (values[row]))
        streek_table_set_missing (self->data.table, row, 2,
                                  kinds[n_missing++ % G_N_ELEMENTS (kinds)]);
      else if (values != NULL)
        streek_table_set_number (self->data.table, row, 2, values[row], STREEK_STATUS_FINAL);
    }
}

static void
fixture_clear (Fixture *self)
{
  streek_figure_spec_free (self->spec);
  streek_mesh_unref (self->data.mesh);
  streek_table_unref (self->data.table);
}

static StreekFigure *
make_figure (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StreekFigure *figure = streek_figure_new (fixture->spec, &fixture->data, &error);

  g_assert_no_error (error);

  return figure;
}

static StreekLayoutOptions
make_options (double width, double height)
{
  return (StreekLayoutOptions){
    .size = { width, height },
    .theme = streek_theme_get_print (),
    .format = streek_format_get ("nl"),
    .language = "nl",
    .hovered = -1,
  };
}

static char *
layout_to_text (const StreekFigure *figure, const StreekLayoutOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekScene) scene = streek_figure_layout (figure, options, &error);

  g_assert_no_error (error);

  return streek_scene_to_text (scene);
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    n++;

  return n;
}

static void
test_legend_equals_class_table (void)
{
  const double values[] = { 10, 14, 20, 27, 30 };
  Fixture fixture;

  fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");

  g_autoptr (StreekFigure) figure = make_figure (&fixture);
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

  StreekLayoutOptions options = make_options (595, 420);
  g_autofree char *text = layout_to_text (figure, &options);

  g_assert_nonnull (strstr (text, "\"10–14\""));
  g_assert_nonnull (strstr (text, "\"20–24\""));
  g_assert_nonnull (strstr (text, "\"25–30\""));
  g_assert_nonnull (strstr (text, "\"Graad (%)\""));
  g_assert_nonnull (strstr (text, "classes: 4 asked, 3 possible"));
  fixture_clear (&fixture);
}

/* U09: one 0, one unknown, one hidden, one not applicable: four signs, in the legend too. */
static void
test_missing_is_not_zero (gconstpointer data)
{
  const double values[] = { 0, NAN, NAN, NAN, 8 };
  Fixture fixture;

  fixture_init (&fixture, GPOINTER_TO_INT (data), values, "%");

  g_autoptr (StreekFigure) figure = make_figure (&fixture);
  StreekLayoutOptions options = make_options (595, 420);
  g_autofree char *text = layout_to_text (figure, &options);
  guint n_missing = 0;

  for (guint i = 0; i < streek_figure_get_n_legend_entries (figure); i++)
    n_missing += streek_figure_get_legend_entry (figure, i).kind == STREEK_LEGEND_MISSING;

  g_assert_cmpuint (n_missing, ==, 3);

  /* once on the map and once in the legend */
  g_assert_cmpuint (count (text, " diagonal"), ==, 2);
  g_assert_cmpuint (count (text, " cross"), ==, 2);
  g_assert_cmpuint (count (text, " dots"), ==, 2);
  g_assert_cmpint (streek_figure_find_legend_entry (figure, 1), !=,
                   streek_figure_find_legend_entry (figure, 2));

  g_autofree char *zero = streek_figure_describe_row (figure, 0, streek_format_get ("nl"));
  g_autofree char *unknown = streek_figure_describe_row (figure, 1, streek_format_get ("nl"));

  g_assert_nonnull (strstr (zero, "0 %"));
  g_assert_cmpstr (unknown, ==, "Bree: no figure, unknown");
  fixture_clear (&fixture);
}

static void
test_nothing_known_is_all_hatches (void)
{
  const double values[] = { NAN, NAN, NAN, NAN, NAN };
  Fixture fixture;

  fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");
  g_autoptr (StreekFigure) figure = make_figure (&fixture);

  g_assert_null (streek_figure_get_classes (figure));
  g_assert_cmpuint (streek_figure_get_n_legend_entries (figure), ==, 4);
  fixture_clear (&fixture);
}

/* "symbol circle x y radius …": radii of the circles of rows 0 to 4, 0 where there is none. */
static void
read_radii (const char *text, double *radii)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 0);

  for (guint row = 0; row < 5; row++)
    radii[row] = 0;

  for (char **line = lines; *line != NULL; line++)
    {
      const char *circle = strstr (*line, "circle ");
      const char *row = strstr (*line, "row ");

      if (circle == NULL || row == NULL)
        continue;

      g_auto (GStrv) words = g_strsplit (circle, " ", 0);

      radii[atoi (row + strlen ("row "))] = g_ascii_strtod (words[3], NULL);
    }
}

static void
test_circle_areas_are_in_proportion (void)
{
  const double values[] = { 100, 25, 400, 4, 900 };
  double radii[5];
  Fixture fixture;

  fixture_init (&fixture, STREEK_FIGURE_CIRCLES, values, "personen");
  fixture.spec->show_names = FALSE;

  g_autoptr (StreekFigure) figure = make_figure (&fixture);
  StreekLayoutOptions options = make_options (595, 842);
  g_autofree char *text = layout_to_text (figure, &options);

  read_radii (text, radii);
  g_assert_cmpfloat (radii[4], >, 5);

  for (guint row = 0; row < 5; row++)
    g_assert_cmpfloat_with_epsilon (radii[row] / radii[4], sqrt (values[row] / 900), 0.003);

  /* the largest first, so that no circle is hidden */
  const char *circles = strstr (text, "circles");
  const char *largest = strstr (circles, "row 4");
  const char *smallest = strstr (circles, "row 3");

  g_assert_nonnull (largest);
  g_assert_true (largest < smallest);
  fixture_clear (&fixture);
}

/* The other indicator, of the same five areas. */
static void
add_second (Fixture *self, StreekFigureKind kind, const double *values, gboolean is_ratio)
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

static void
own_limits (GArray **limits, double one, double other)
{
  *limits = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_val (*limits, one);
  g_array_append_val (*limits, other);
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
      Fixture fixture;

      fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, i == 0 ? near : far, "%");
      fixture.spec->method = STREEK_CLASSES_MANUAL;
      own_limits (&fixture.spec->breaks, 0, 0.05);

      g_autoptr (StreekFigure) figure = make_figure (&fixture);
      g_autofree char *value = streek_figure_format_value (figure, 0, format);
      g_autofree char *expected =
        streek_format_number (format, i == 0 ? near[0] : far[0], i == 0 ? 2 : 0);

      for (guint row = 0; row < 5; row++)
        g_assert_cmpint (streek_figure_get_class (figure, row), ==, classes[row]);
      g_assert_cmpstr (value, ==, expected);
      fixture_clear (&fixture);
    }
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
  Fixture fixture;

  fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, first, "%");
  add_second (&fixture, STREEK_FIGURE_BIVARIATE, second, TRUE);
  fixture.spec->method = STREEK_CLASSES_MANUAL;
  own_limits (&fixture.spec->breaks, 15, 25);
  own_limits (&fixture.spec->second_breaks, 2, 4);

  g_autoptr (StreekFigure) figure = make_figure (&fixture);

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

  StreekLayoutOptions options = make_options (595, 420);
  g_autofree char *text = layout_to_text (figure, &options);

  /* both axes with their names and limits, and the hatches of both reasons */
  g_assert_nonnull (strstr (text, "\"Graad (%)\""));
  g_assert_nonnull (strstr (text, "\"Tweede (stuks)\""));
  g_assert_nonnull (strstr (text, "\"15\""));
  g_assert_nonnull (strstr (text, "\"25\""));
  g_assert_nonnull (strstr (text, "\"4\""));
  g_assert_cmpuint (count (text, " diagonal"), ==, 2);
  g_assert_cmpuint (count (text, " cross"), ==, 2);
  fixture_clear (&fixture);
}

/* Circles of one indicator over the classes of another: those keep their colours. */
static void
test_circles_over_classes (void)
{
  const double shares[] = { 10, 14, 20, 27, 30 };
  const double counts[] = { 100, 25, 400, NAN, 900 };
  double radii[5];
  Fixture fixture;

  fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, shares, "%");
  add_second (&fixture, STREEK_FIGURE_COMBINED, counts, FALSE);
  fixture.spec->show_names = FALSE;

  g_autoptr (StreekFigure) figure = make_figure (&fixture);
  StreekLayoutOptions options = make_options (595, 842);
  g_autofree char *text = layout_to_text (figure, &options);
  const char *circles = strstr (text, "circles");

  g_assert_true (streek_figure_has_circles (figure));
  g_assert_nonnull (streek_figure_get_classes (figure));
  g_assert_cmpint (streek_figure_get_class (figure, 4), ==, 2);
  read_radii (text, radii);
  for (guint row = 0; row < 5; row++)
    g_assert_cmpfloat_with_epsilon (radii[row] / radii[4],
                                    isnan (counts[row]) ? 0 : sqrt (counts[row] / 900), 0.003);

  /* the largest first; a ring and its casing each, and no fill */
  g_assert_true (strstr (circles, "row 4") < strstr (circles, "row 1"));
  g_assert_cmpuint (count (circles, "symbol circle"), >=, 8);
  g_assert_nonnull (strstr (text, "\"Graad (%)\""));
  g_assert_nonnull (strstr (text, "\"Tweede (stuks)\""));
  g_assert_nonnull (strstr (text, "No circle: no figure (1)"));
  g_assert_nonnull (strstr (streek_figure_get_description (figure), "1 area has none"));
  fixture_clear (&fixture);
}

static void
test_circles_over_classes_refuse_ratios (void)
{
  const double values[] = { 1, 2, 3, 4, 5 };
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");
  add_second (&fixture, STREEK_FIGURE_COMBINED, values, TRUE);
  g_assert_null (streek_figure_new (fixture.spec, &fixture.data, &error));
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
  fixture_clear (&fixture);
}

static void
test_circles_refuse_ratios (void)
{
  const double values[] = { 1, 2, 3, 4, 5 };
  Fixture fixture;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture, STREEK_FIGURE_CIRCLES, values, "%");
  fixture.data.is_ratio = TRUE;
  g_assert_null (streek_figure_new (fixture.spec, &fixture.data, &error));
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
  fixture_clear (&fixture);
}

static void
test_kind_follows_the_indicator (void)
{
  const double values[] = { 1, 2, 3, 4, 5 };

  for (guint is_ratio = 0; is_ratio <= 1; is_ratio++)
    {
      Fixture fixture;

      fixture_init (&fixture, STREEK_FIGURE_AREAS, values, "");
      fixture.spec->kind_is_automatic = TRUE;
      fixture.data.is_ratio = is_ratio;

      g_autoptr (StreekFigure) figure = make_figure (&fixture);

      g_assert_cmpint (streek_figure_get_spec (figure)->kind, ==,
                       is_ratio ? STREEK_FIGURE_CHOROPLETH : STREEK_FIGURE_CIRCLES);
      fixture_clear (&fixture);
    }
}

static void
test_two_sets_at_once (void)
{
  Fixture fixture;

  fixture_init (&fixture, STREEK_FIGURE_AREAS, NULL, NULL);
  fixture.outlines[0] = "West";
  fixture.outlines[1] = "Oost";
  fixture.data.outline_of = fixture.outline_of;
  fixture.data.n_outlines = 2;
  fixture.data.outline_names = fixture.outlines;
  fixture.data.outline_set_name = "Helften";

  g_autoptr (StreekFigure) figure = make_figure (&fixture);
  StreekLayoutOptions options = make_options (595, 420);
  g_autofree char *text = layout_to_text (figure, &options);

  /* five fills of their own and one line; each name in the legend, and on the map */
  g_assert_cmpuint (streek_figure_get_n_legend_entries (figure), ==, 6);
  g_assert_cmpint (streek_figure_get_legend_entry (figure, 5).kind, ==, STREEK_LEGEND_OUTLINE);
  g_assert_cmpuint (count (text, "\"Bree\""), ==, 2);
  g_assert_cmpuint (count (text, "\"Helften\""), ==, 1);
  g_assert_cmpuint (count (text, "\"Oost\""), >=, 1);
  fixture_clear (&fixture);
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
  Fixture fixture;

  fixture_init (&fixture, STREEK_FIGURE_AREAS, NULL, NULL);
  fixture.data.overlay_mesh = fixture.data.mesh;
  fixture.data.n_overlays = 2;
  fixture.data.overlays = halves;
  fixture.data.overlay_names = names;
  fixture.data.overlay_set_name = "Helften";

  g_autoptr (StreekFigure) figure = make_figure (&fixture);
  StreekLayoutOptions options = make_options (595, 420);
  g_autofree char *text = layout_to_text (figure, &options);
  StreekLegendEntry first = streek_figure_get_legend_entry (figure, 5);
  StreekLegendEntry second = streek_figure_get_legend_entry (figure, 6);

  g_assert_cmpuint (streek_figure_get_n_legend_entries (figure), ==, 7);
  g_assert_cmpint (first.kind, ==, STREEK_LEGEND_OVERLAY);
  g_assert_cmpint (first.n_rows, ==, 0);
  g_assert_cmpint (first.paint.hatch, !=, second.paint.hatch);
  g_assert_cmpfloat (first.paint.color.alpha, ==, 1); /* on paper, but not on the map */
  g_assert_cmpuint (count (text, "fill #00000000 over-diagonal"), ==, 2);
  g_assert_cmpuint (count (text, " level "), ==, 3);
  g_assert_cmpuint (count (text, "\"Westhelft\""), ==, 1);
  g_assert_cmpuint (count (text, "over-diagonal"), ==, 3); /* for each sheet, and in the legend */
  g_assert_nonnull (strstr (streek_figure_get_description (figure), "Westhelft, Oosthelft"));
  fixture_clear (&fixture);
}

/* 2 000 metres on the ground must be 2 000 / metres_per_point on paper. */
static void
test_scale_bar_fits_the_projection (void)
{
  Fixture fixture;
  StreekRect frame;

  fixture_init (&fixture, STREEK_FIGURE_AREAS, NULL, NULL);

  g_autoptr (StreekFigure) figure = make_figure (&fixture);
  StreekLayoutOptions options = make_options (595, 420);
  StreekView view = streek_figure_get_view (figure, &options, &frame);
  double bar = streek_map_choose_scale_bar (view.metres_per_point, frame.width * 0.2);
  g_autofree char *text = layout_to_text (figure, &options);
  g_autofree char *width = g_strdup_printf (" %.4g ", bar / view.metres_per_point);
  g_autofree char *label = g_strdup_printf ("\"%g km\"", bar / 1000);
  const char *scale = strstr (text, "scale");

  g_assert_cmpfloat_with_epsilon (view.x, 4000, 1e-6);
  g_assert_cmpfloat_with_epsilon (view.y, 2000, 1e-6);
  g_assert_nonnull (scale);
  g_assert_nonnull (strstr (scale, label));
  g_assert_nonnull (strstr (scale, width));
  fixture_clear (&fixture);
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
  Fixture fixture;

  fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");

  g_autoptr (StreekFigure) figure = make_figure (&fixture);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      StreekLayoutOptions options = make_options (sizes[i][0], sizes[i][1]);
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
  fixture_clear (&fixture);
}

static void
test_bare_map_has_no_furniture (void)
{
  Fixture fixture;

  fixture_init (&fixture, STREEK_FIGURE_AREAS, NULL, NULL);

  g_autoptr (StreekFigure) figure = make_figure (&fixture);
  StreekLayoutOptions options = make_options (400, 200);

  options.bare = TRUE;
  options.view = (StreekView){ 1000, 2000, 10 };
  options.hovered = 2;

  StreekRect frame;
  StreekView view = streek_figure_get_view (figure, &options, &frame);
  g_autofree char *text = layout_to_text (figure, &options);
  g_autoptr (StreekScene) scene = streek_figure_layout (figure, &options, NULL);

  g_assert_cmpfloat (view.metres_per_point, ==, 10);
  g_assert_cmpfloat (frame.width, ==, 400);
  g_assert_null (strstr (text, "een tekening"));
  /* 1 km east of the middle of the view is 100 points: B */
  g_assert_cmpint (streek_scene_pick (scene, (StreekPoint){ 200 + 150, 100 - 50 }), ==, 1);
  fixture_clear (&fixture);
}

static void
test_same_figure_same_scene (void)
{
  const double values[] = { 10, 14, 20, 27, 30 };
  Fixture fixture;

  fixture_init (&fixture, STREEK_FIGURE_CIRCLES, values, "personen");

  g_autoptr (StreekFigure) first = make_figure (&fixture);
  g_autoptr (StreekFigure) second = make_figure (&fixture);
  StreekLayoutOptions options = make_options (595, 842);
  g_autofree char *one = layout_to_text (first, &options);
  g_autofree char *other = layout_to_text (second, &options);

  g_assert_cmpstr (one, ==, other);
  fixture_clear (&fixture);
}

/* Every mark and place of a small map, which says what moved when something does. */
static void
test_tells_every_mark (void)
{
  const double values[] = { 10, 14, NAN, 27, 30 };
  Fixture fixture;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "figure", "letters-map.txt", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");

  g_autoptr (StreekFigure) figure = make_figure (&fixture);
  StreekLayoutOptions options = make_options (420, 297);
  g_autofree char *text = layout_to_text (figure, &options);

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
  fixture_clear (&fixture);
}

/* Solves from + t (to - from) for both; they cross where both t lie inside. */
static gboolean
leaders_cross (const StreekPlacedLabel *a, const StreekPlacedLabel *b)
{
  double ax = a->leader_to.x - a->leader_from.x, ay = a->leader_to.y - a->leader_from.y;
  double bx = b->leader_to.x - b->leader_from.x, by = b->leader_to.y - b->leader_from.y;
  double dx = b->leader_from.x - a->leader_from.x, dy = b->leader_from.y - a->leader_from.y;
  double det = ax * by - ay * bx;
  double t = (dx * by - dy * bx) / det, u = (dx * ay - dy * ax) / det;

  return det != 0 && t > 1e-6 && t < 1 - 1e-6 && u > 1e-6 && u < 1 - 1e-6;
}

/* Two hundred names in a field where not all can stand. */
static void
test_labels_never_overlap (void)
{
  const StreekRect frame = { 0, 0, 400, 300 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  g_autoptr (StreekLabeller) labeller = streek_labeller_new (typesetter, frame);
  StreekLabelWish wishes[200];
  StreekVertex square[] = { { 50, 50 }, { 350, 50 }, { 350, 250 }, { 50, 250 } };
  guint starts[] = { 0, 4 };
  StreekRings rings = { 1, starts, square };
  StreekProjection projection = { 0, 300, 1 };
  g_autoptr (StreekRowGrid) grid = streek_row_grid_new (&rings, 1, &projection, frame, 2);
  guint n_leaders = 0;

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    wishes[i] = (StreekLabelWish){
      .row = i,
      .name = i % 3 == 0 ? "Sint-Martens-Latem" : "Kortrijk",
      .anchor = { g_rand_double_range (rand, 50, 350), g_rand_double_range (rand, 50, 250) },
      .radius_pt = 20,
      .font = { 8, STREEK_WEIGHT_NORMAL, FALSE },
      .may_lead = TRUE,
    };

  streek_labeller_block (labeller, (StreekRect){ 0, 0, 60, 40 }, -1);
  streek_labeller_place (labeller, wishes, G_N_ELEMENTS (wishes), grid);

  guint n = streek_labeller_get_n_placed (labeller);

  g_assert_cmpuint (n, >, 40);
  g_assert_cmpuint (n, <, 200);

  for (guint i = 0; i < n; i++)
    {
      const StreekPlacedLabel *a = streek_labeller_get_placed (labeller, i);

      n_leaders += a->has_leader;
      g_assert_true (a->rect.x >= 0 && a->rect.x + a->rect.width <= 400);
      g_assert_true (a->rect.y >= 0 && a->rect.y + a->rect.height <= 300);
      g_assert_false (a->rect.x < 60 && a->rect.y < 40);

      for (guint j = 0; j < i; j++)
        {
          const StreekPlacedLabel *b = streek_labeller_get_placed (labeller, j);

          if (a->has_leader && b->has_leader)
            g_assert_false (leaders_cross (a, b));

          g_assert_false (
            a->rect.x < b->rect.x + b->rect.width && b->rect.x < a->rect.x + a->rect.width &&
            a->rect.y < b->rect.y + b->rect.height && b->rect.y < a->rect.y + a->rect.height);
        }
    }

  g_assert_cmpuint (n_leaders, >, 0);
}

static void
test_names_are_shortened (void)
{
  const char *const cases[][3] = {
    { "Sint-Martens-Latem", "St.-Martens-Latem", "Sint-Martens-\nLatem" },
    { "Midden-West-Vlaanderen", "M.-W.-Vl.", "Midden-West-\nVlaanderen" },
    { "Heist-op-den-Berg", NULL, "Heist-op-\nden-Berg" },
    { "De Panne", NULL, NULL },
    { "Gent en Rondom Gent", "Gent & Rondom Gent", "Gent en\nRondom Gent" },
    { "Ieper", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *abbreviated = streek_label_abbreviate (cases[i][0]);
      g_autofree char *split = streek_label_split (cases[i][0]);

      g_assert_cmpstr (abbreviated, ==, cases[i][1]);
      g_assert_cmpstr (split, ==, cases[i][2]);
    }
}

/* The grid tells where areas lie: the western half of a square, with a hole. */
static void
test_grid_knows_holes (void)
{
  StreekVertex vertices[] = { { 0, 0 },   { 50, 0 },  { 50, 100 }, { 0, 100 },
                              { 20, 40 }, { 20, 60 }, { 40, 60 },  { 40, 40 } };
  guint starts[] = { 0, 4, 8 };
  StreekRings rings = { 2, starts, vertices };
  StreekProjection projection = { 0, 100, 1 };
  g_autoptr (StreekRowGrid) grid =
    streek_row_grid_new (&rings, 1, &projection, (StreekRect){ 0, 0, 100, 100 }, 2);

  g_assert_cmpfloat (streek_row_grid_measure (grid, (StreekRect){ 4, 4, 30, 20 }, 0), ==, 1);
  g_assert_cmpfloat (streek_row_grid_measure (grid, (StreekRect){ 22, 42, 10, 10 }, 0), ==, 0);
  g_assert_cmpfloat (streek_row_grid_measure_any (grid, (StreekRect){ 60, 4, 30, 90 }), ==, 0);
  g_assert_cmpfloat_with_epsilon (
    streek_row_grid_measure (grid, (StreekRect){ 30, 4, 39.9, 20 }, 0), 0.5, 0.05);
}

/* By hand, of cells of 2 points: the square that the frame leaves of a bar of 50 by 100, its right
 * 30 points, has its middle 15 from either side; a square of 20 in it is of the other group. */
static void
test_grid_finds_room_in_what_is_seen (void)
{
  StreekVertex bar[] = { { 0, 0 }, { 50, 0 }, { 50, 100 }, { 0, 100 } };
  StreekVertex square[] = { { 20, 80 }, { 40, 80 }, { 40, 100 }, { 20, 100 } };
  StreekVertex far[] = { { 500, 500 }, { 501, 500 }, { 501, 501 } };
  guint starts[] = { 0, 4 }, three[] = { 0, 3 };
  StreekRings rings[] = { { 1, starts, bar }, { 1, starts, square }, { 1, three, far } };
  StreekProjection projection = { 0, 100, 1 };
  g_autoptr (StreekRowGrid) grid =
    streek_row_grid_new (rings, 3, &projection, (StreekRect){ 20, 0, 80, 100 }, 2);
  g_autofree StreekRoom *rooms = streek_row_grid_find_rooms (grid, 3);

  g_assert_cmpfloat (rooms[0].radius_pt, ==, 15);
  g_assert_cmpfloat (rooms[0].middle.x, ==, 35);
  g_assert_cmpfloat (rooms[0].middle.y, >=, 20 + 15);
  g_assert_cmpfloat (rooms[0].middle.y, <=, 100 - 15);
  /* ten cells across have two middles */
  g_assert_cmpfloat (rooms[1].radius_pt, ==, 9);
  g_assert_cmpfloat_with_epsilon (rooms[1].middle.x, 30, 1.5);
  g_assert_cmpfloat_with_epsilon (rooms[1].middle.y, 10, 1.5);
  g_assert_cmpfloat (rooms[2].radius_pt, ==, 0);
}

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
  Fixture fixture;

  fixture_init (&fixture, STREEK_FIGURE_CIRCLES, values, "plaatsen");
  fixture.spec->kind_is_automatic = TRUE;
  fixture.data.is_difference = TRUE;
  fixture.data.direction_low = "te weinig";

  g_autoptr (StreekFigure) figure = make_figure (&fixture);
  g_autofree char *legend = join_legend (figure);
  StreekPaint far_below = streek_figure_get_legend_entry (figure, 1).paint;
  StreekPaint above = streek_figure_get_legend_entry (figure, 4).paint;
  StreekLayoutOptions options = make_options (400, 300);
  g_autofree char *scene = layout_to_text (figure, &options);

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

  fixture_clear (&fixture);
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
take_breaks (Fixture *fixture, const double *limits, guint n)
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
  Fixture fixture;

  fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, grows, "%");
  take_breaks (&fixture, limits, G_N_ELEMENTS (limits));

  g_autoptr (StreekFigure) above = make_figure (&fixture);

  fixture_clear (&fixture);
  g_assert_true (is_violet (get_row_color (above, 0)));
  g_assert_false (is_violet (get_row_color (above, 1)));
  for (guint row = 2; row < 5; row++)
    g_assert_true (is_orange (get_row_color (above, row)));

  /* the same below a target of 30, in grey: what lies below it is hatched */
  fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, shrinks, "%");
  take_breaks (&fixture, limits, G_N_ELEMENTS (limits));
  fixture.spec->reference = 30;
  fixture.spec->grey = TRUE;

  g_autoptr (StreekFigure) below = make_figure (&fixture);

  fixture_clear (&fixture);
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
  Fixture fixture;

  fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");
  fixture.data.decimals = 1;
  take_breaks (&fixture, limits, G_N_ELEMENTS (limits));

  g_autoptr (StreekFigure) figure = make_figure (&fixture);

  for (guint row = 0; row < 5; row++)
    {
      g_assert_true (is_violet (get_row_color (figure, row)) == (row < 2));
      g_assert_true (is_orange (get_row_color (figure, row)) == (row >= 2));
    }

  fixture_clear (&fixture);
}

/* Five classes on one side: colours run from little to much, unless somebody asks for two of them:
 * then it is said. */
static void
test_too_long_a_side_does_not_part (void)
{
  const double limits[] = { 0, 10, 20, 30, 40 };
  const double values[] = { 5, 15, 25, 35, 45 };
  Fixture fixture;
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");
  take_breaks (&fixture, limits, G_N_ELEMENTS (limits));
  fixture.spec->reference = 0;

  g_autoptr (StreekFigure) figure = make_figure (&fixture);

  for (guint row = 1; row < 5; row++)
    g_assert_cmpfloat (streek_color_get_lightness (get_row_color (figure, row)), <,
                       streek_color_get_lightness (get_row_color (figure, row - 1)));
  g_assert_null (strstr (streek_figure_get_description (figure), "Colours part"));

  fixture.spec->palette = g_strdup ("PuOr");
  g_assert_null (streek_figure_new (fixture.spec, &fixture.data, &error));
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
  fixture_clear (&fixture);
}

/* −0.4 is shown as 0, which is not below 0. */
static void
test_sides_are_counted_as_shown (void)
{
  const double values[] = { -20, -0.4, 0, 10, 30 };
  Fixture fixture;

  fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "plaatsen");

  g_autoptr (StreekFigure) figure = make_figure (&fixture);

  g_assert_nonnull (strstr (streek_figure_get_description (figure),
                            "Colours part at 0. Below it: 1. At it or above: 4."));
  fixture_clear (&fixture);
}

/* A target is a reference like any other; figures on one side only do not part by themselves. */
static void
test_reference_is_asked (void)
{
  const double values[] = { 10, 14, 20, 27, 30 };
  Fixture fixture;

  fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");

  g_autoptr (StreekFigure) plain = make_figure (&fixture);

  fixture.spec->reference = 20;

  g_autoptr (StreekFigure) parted = make_figure (&fixture);
  g_autofree char *plain_legend = join_legend (plain);
  g_autofree char *parted_legend = join_legend (parted);

  g_assert_null (strstr (plain_legend, "Below"));
  g_assert_true (g_str_has_prefix (parted_legend, "Below 20 | "));
  g_assert_nonnull (strstr (parted_legend, "20 and above | 20–"));

  fixture_clear (&fixture);
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
  Fixture fixture;

  fixture_init (&fixture, STREEK_FIGURE_CHOROPLETH, values, "%");
  fixture.data.shared = &shared;

  g_autoptr (StreekFigure) figure = make_figure (&fixture);
  StreekLayoutOptions options = make_options (595, 420);
  g_autofree char *text = layout_to_text (figure, &options);

  g_assert_cmpuint (streek_classes_get_n (streek_figure_get_classes (figure)), ==, 4);
  g_assert_nonnull (strstr (text, "\"30–40\""));
  g_assert_nonnull (strstr (text, "\"(3)\""));
  g_assert_nonnull (strstr (text, "\"(0)\""));
  g_assert_nonnull (strstr (text, "\"Of all years\""));
  g_assert_null (strstr (text, "\"Circles of all years\""));
  fixture_clear (&fixture);
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
  StreekLayoutOptions options = make_options (595, 842);
  double radii[2][5];

  for (guint i = 0; i < 2; i++)
    {
      Fixture fixture;

      fixture_init (&fixture, STREEK_FIGURE_CIRCLES, i == 0 ? small : large, "personen");
      fixture.spec->show_names = FALSE;
      fixture.data.shared = &shared;

      g_autoptr (StreekFigure) figure = make_figure (&fixture);
      g_autofree char *text = layout_to_text (figure, &options);

      read_radii (text, radii[i]);
      g_assert_nonnull (strstr (text, "\"Circles of all years\""));
      fixture_clear (&fixture);
    }

  g_assert_cmpfloat_with_epsilon (radii[1][0], 2 * radii[0][0], 0.02);
  g_assert_cmpfloat_with_epsilon (radii[1][1], radii[0][0], 0.02);
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
  g_test_add_func ("/figure/map/two-indicators-in-nine-classes",
                   test_two_indicators_in_nine_classes);
  g_test_add_func ("/figure/map/circles-over-classes", test_circles_over_classes);
  g_test_add_func ("/figure/map/circles-over-classes-refuse-ratios",
                   test_circles_over_classes_refuse_ratios);
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
  g_test_add_func ("/figure/labels/never-overlap", test_labels_never_overlap);
  g_test_add_func ("/figure/legend/difference-parts-at-zero", test_difference_parts_at_zero);
  g_test_add_func ("/figure/legend/long-side-keeps-its-hue", test_long_side_keeps_its_hue);
  g_test_add_func ("/figure/legend/far-limits-keep-their-hue", test_far_limits_keep_their_hue);
  g_test_add_func ("/figure/legend/too-long-a-side-does-not-part",
                   test_too_long_a_side_does_not_part);
  g_test_add_func ("/figure/legend/sides-are-counted-as-shown", test_sides_are_counted_as_shown);
  g_test_add_func ("/figure/legend/reference-is-asked", test_reference_is_asked);
  g_test_add_func ("/figure/legend/shared-limits-stay", test_shared_limits_stay);
  g_test_add_func ("/figure/legend/shared-circles-keep-their-size",
                   test_shared_circles_keep_their_size);
  g_test_add_func ("/figure/labels/names-are-shortened", test_names_are_shortened);
  g_test_add_func ("/figure/grid/knows-holes", test_grid_knows_holes);
  g_test_add_func ("/figure/grid/finds-room-in-what-is-seen", test_grid_finds_room_in_what_is_seen);

  return g_test_run ();
}
