/* test-map-points.c: places over a map: signs, names, legend, and what they never colour */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-figure.h"
#include "streek-letters.h"

#include <math.h>
#include <string.h>

/* 8 km by 4 km: A and B in the west, C, D and E in the east; dots are the sea. */
static const char *const picture[] = { "AABBCCCC", "AABBCCDD", "AABB..DE", "AAAA..DD" };
static const char *const letters[] = { "Aalst", "Bree", "Cadzand", "Deurne", "Essen" };

typedef struct
{
  StreekFigureSpec *spec;
  StreekFigureData data;
  gint32 row_of[5];
} Fixture;

static void
fixture_init (Fixture *self)
{
  *self = (Fixture){ .spec = streek_figure_spec_new () };
  self->spec->kind = STREEK_FIGURE_CHOROPLETH;
  self->spec->kind_is_automatic = FALSE;
  self->spec->set = g_strdup ("letter");
  self->spec->indicator = g_strdup ("degree");
  self->spec->method = STREEK_CLASSES_EQUAL;
  self->spec->n_classes = 4;
  self->spec->points.source = g_strdup (STREEK_POINTS_OF_PLACES);
  self->data = (StreekFigureData){
    .mesh = streek_letters_new_mesh (picture, G_N_ELEMENTS (picture)),
    .n_rows = 5,
    .row_of = self->row_of,
    .table = streek_table_new (),
    .title = "Letters",
    .context = "Letters (5)",
    .source = "Bron: een tekening.",
    .set_name = "Letters",
    .unit = "%",
    .indicator_name = "Graad",
    .is_ratio = TRUE,
    .points = streek_table_new (),
    .points_title = "Plaatsen",
  };
  streek_table_add_column (self->data.table, "code", "Code", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (self->data.table, "name", "Naam", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (self->data.table, "value", "Graad", STREEK_COLUMN_NUMBER, "%", 0);
  streek_table_add_column (self->data.points, "name", "Naam", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (self->data.points, "kind", "Soort", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (self->data.points, "symbol", "Teken", STREEK_COLUMN_INTEGER, NULL, 0);
  streek_table_add_column (self->data.points, "point", "Punt", STREEK_COLUMN_POINT, NULL, 0);
  streek_table_add_column (self->data.points, "source", "Bron", STREEK_COLUMN_TEXT, NULL, 0);

  for (guint row = 0; row < 5; row++)
    {
      self->row_of[row] = (gint32) row;
      streek_table_add_row (self->data.table);
      streek_table_set_text (self->data.table, row, 0, letters[row]);
      streek_table_set_text (self->data.table, row, 1, letters[row]);
      streek_table_set_number (self->data.table, row, 2, 10.0 * row, STREEK_STATUS_FINAL);
    }
}

static void
fixture_clear (Fixture *self)
{
  streek_figure_spec_free (self->spec);
  streek_mesh_unref (self->data.mesh);
  streek_table_unref (self->data.table);
  streek_table_unref (self->data.points);
}

static void
add_place (Fixture *self, const char *name, const char *kind, guint symbol, double x, double y)
{
  guint row = streek_table_add_row (self->data.points);

  streek_table_set_text (self->data.points, row, 0, name);
  streek_table_set_text (self->data.points, row, 1, kind);
  streek_table_set_integer (self->data.points, row, 2, symbol);
  streek_table_set_point (self->data.points, row, 3, x, y);
  streek_table_set_text (self->data.points, row, 4, "Een proef");
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
make_options (void)
{
  return (StreekLayoutOptions){
    .size = { 800, 500 },
    .theme = streek_theme_get_print (),
    .format = streek_format_get ("nl"),
    .language = "nl",
    .hovered = -1,
  };
}

static StreekScene *
lay_out (const StreekFigure *figure)
{
  const StreekLayoutOptions options = make_options ();
  g_autoptr (GError) error = NULL;
  StreekScene *scene = streek_figure_layout (figure, &options, &error);

  g_assert_no_error (error);

  return scene;
}

static GPtrArray *
lay_marks (const StreekFigure *figure)
{
  const StreekLayoutOptions options = make_options ();

  return streek_figure_lay_points (figure, &options);
}

/* Entries of @kind, with the places they stand for. */
static guint
count_entries (const StreekFigure *figure, StreekLegendKind kind, guint *n_places)
{
  guint n = 0;

  *n_places = 0;
  for (guint i = 0; i < streek_figure_get_n_legend_entries (figure); i++)
    {
      StreekLegendEntry entry = streek_figure_get_legend_entry (figure, i);

      if (entry.kind != kind)
        continue;

      n++;
      *n_places += entry.n_rows;
    }

  return n;
}

static void
test_legend_lists_kinds (void)
{
  Fixture fixture;
  guint n_places;

  fixture_init (&fixture);
  add_place (&fixture, "Kaai", "haven", 0, 500, 500);
  add_place (&fixture, "Dok", "haven", 0, 2500, 2500);
  add_place (&fixture, "Terrein", "terrein", 1, 5500, 3500);

  g_autoptr (StreekFigure) figure = make_figure (&fixture);

  g_assert_cmpuint (streek_figure_get_n_points (figure), ==, 3);
  g_assert_cmpuint (count_entries (figure, STREEK_LEGEND_POINT, &n_places), ==, 2);
  g_assert_cmpuint (n_places, ==, 3);
  g_assert_nonnull (strstr (streek_figure_get_source (figure), "Plaatsen: Een proef."));

  g_autoptr (StreekScene) scene = lay_out (figure);
  g_autofree char *text = streek_scene_to_text (scene);

  g_assert_nonnull (strstr (text, "points"));
  g_assert_nonnull (strstr (text, "Kaai"));
  g_assert_nonnull (strstr (text, "haven"));
  g_assert_nonnull (strstr (text, "(2)"));
  fixture_clear (&fixture);
}

/* The check of row A10: a fact of a place never colours its municipality, nor enters its figure. */
static void
test_a_place_colours_nothing (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  streek_table_add_column (fixture.data.points, "value", "Schepen", STREEK_COLUMN_NUMBER, NULL, 0);
  add_place (&fixture, "Kaai", "haven", 0, 500, 500);
  streek_table_set_number (fixture.data.points, 0, 5, 1e6, STREEK_STATUS_FINAL);
  fixture.data.points_value_name = "Schepen";

  g_autoptr (StreekFigure) without = make_figure (&fixture);

  fixture.spec->points.count = g_strdup ("Schepen");

  g_autoptr (StreekFigure) with = make_figure (&fixture);
  guint n_places;

  for (guint row = 0; row < 5; row++)
    {
      g_autofree char *before = streek_figure_format_value (without, row, streek_format_get ("nl"));
      g_autofree char *after = streek_figure_format_value (with, row, streek_format_get ("nl"));

      g_assert_cmpstr (before, ==, after);
      g_assert_cmpint (streek_figure_get_class (without, row), ==,
                       streek_figure_get_class (with, row));
    }

  g_assert_cmpuint (count_entries (with, STREEK_LEGEND_POINT_CIRCLE, &n_places), >, 0);
  g_assert_cmpuint (count_entries (without, STREEK_LEGEND_POINT_CIRCLE, &n_places), ==, 0);
  fixture_clear (&fixture);
}

/* A size that no circle on the map has would be read as one. */
static void
test_no_sizes_without_circles (void)
{
  Fixture fixture;
  guint n_places;

  fixture_init (&fixture);
  streek_table_add_column (fixture.data.points, "value", "Schepen", STREEK_COLUMN_NUMBER, NULL, 0);
  add_place (&fixture, "Kaai", "haven", 0, 500, 500);
  fixture.data.points_value_name = "Schepen";
  fixture.data.points_largest = 1000;
  fixture.spec->points.count = g_strdup ("Schepen");

  g_autoptr (StreekFigure) figure = make_figure (&fixture);

  g_assert_cmpuint (count_entries (figure, STREEK_LEGEND_POINT_CIRCLE, &n_places), ==, 0);
  g_assert_cmpuint (count_entries (figure, STREEK_LEGEND_POINT_TEXT, &n_places), ==, 3);
  fixture_clear (&fixture);
}

/* At sea, abroad, or nowhere at all. */
static void
test_what_lies_outside_is_said (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  add_place (&fixture, "Kaai", "haven", 0, 500, 500);
  add_place (&fixture, "Boei", "haven", 0, 4500, 500);
  add_place (&fixture, "Ver", "haven", 0, 1e8, -1e8);

  g_autoptr (StreekFigure) figure = make_figure (&fixture);

  g_assert_cmpuint (streek_figure_get_n_points (figure), ==, 1);
  g_assert_true (g_strv_contains (streek_figure_get_notes (figure),
                                  "2 places lie outside the areas of this map and are not drawn."));
  fixture_clear (&fixture);
}

static void
test_kinds_are_chosen (void)
{
  static const char *const wanted[] = { "terrein", NULL };
  Fixture fixture;

  fixture_init (&fixture);
  add_place (&fixture, "Kaai", "haven", 0, 500, 500);
  add_place (&fixture, "Terrein", "terrein", 1, 5500, 3500);
  fixture.spec->points.kinds = g_strdupv ((char **) wanted);

  g_autoptr (StreekFigure) figure = make_figure (&fixture);

  g_assert_cmpuint (streek_figure_get_n_points (figure), ==, 1);
  g_assert_cmpstr (streek_figure_get_point_name (figure, 0), ==, "Terrein");
  fixture_clear (&fixture);
}

/* Two at one spot make room for each other; a crowd is one sign with its number. */
static void
test_signs_do_not_hide_each_other (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  add_place (&fixture, "Kaai", "haven", 0, 500, 500);
  add_place (&fixture, "Dok", "haven", 0, 510, 500);

  g_autoptr (StreekFigure) two = make_figure (&fixture);
  g_autoptr (GPtrArray) pair = lay_marks (two);
  const StreekPointMark *first = pair->pdata[0], *second = pair->pdata[1];

  g_assert_cmpuint (pair->len, ==, 2);
  g_assert_cmpfloat (hypot (first->place.x - second->place.x, first->place.y - second->place.y), >=,
                     first->radius_pt + second->radius_pt);
  g_assert_cmpint (streek_point_marks_find (pair, first->place), ==, 0);
  g_assert_cmpint (streek_point_marks_find (pair, second->place), ==, 1);
  g_assert_cmpint (streek_point_marks_find (pair, (StreekPoint){ 0, 0 }), ==, -1);

  for (guint i = 0; i < 20; i++)
    add_place (&fixture, "Boot", "haven", 0, 505 + i, 505);

  g_autoptr (StreekFigure) many = make_figure (&fixture);
  g_autoptr (GPtrArray) crowd = lay_marks (many);
  g_autoptr (StreekScene) scene = lay_out (many);
  g_autofree char *text = streek_scene_to_text (scene);

  g_assert_cmpuint (crowd->len, ==, 1);
  g_assert_cmpuint (((StreekPointMark *) crowd->pdata[0])->points->len, ==, 22);
  g_assert_nonnull (strstr (text, "\"22\""));
  fixture_clear (&fixture);
}

static void
test_names_can_be_left_out (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  add_place (&fixture, "Kaai", "haven", 0, 500, 500);
  fixture.spec->points.hides_names = TRUE;

  g_autoptr (StreekFigure) figure = make_figure (&fixture);
  g_autoptr (StreekScene) scene = lay_out (figure);
  g_autofree char *text = streek_scene_to_text (scene);

  g_assert_null (strstr (text, "Kaai"));
  g_assert_nonnull (strstr (text, "Aalst"));
  fixture_clear (&fixture);
}

static void
test_spec_reads_back (void)
{
  static const char *const kinds[] = { "haven", "Eigen, soort", NULL };
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();
  g_autoptr (GError) error = NULL;

  spec->set = g_strdup ("gemeente");
  spec->points.source = g_strdup (STREEK_POINTS_OF_PLACES);
  spec->points.kinds = g_strdupv ((char **) kinds);
  spec->points.count = g_strdup ("Schepen");
  spec->points.hides_names = TRUE;

  g_autofree char *json = streek_figure_spec_to_json (spec);
  g_autoptr (StreekFigureSpec) read = streek_figure_spec_from_json (json, &error);
  g_autoptr (StreekFigureSpec) copy = streek_figure_spec_copy (spec);

  g_assert_no_error (error);
  g_assert_true (streek_figure_spec_equal (spec, read));
  g_assert_true (streek_figure_spec_equal (spec, copy));
  copy->points.hides_names = FALSE;
  g_assert_false (streek_figure_spec_equal (spec, copy));
}

static void
test_hostile_spec_is_refused (void)
{
  static const char *const views[] = {
    "{\"set\":\"gemeente\",\"points\":7}",
    "{\"set\":\"gemeente\",\"points\":{}}",
    "{\"set\":\"gemeente\",\"points\":{\"source\":3}}",
    "{\"set\":\"gemeente\",\"points\":{\"source\":\"places\",\"kinds\":\"haven\"}}",
    "{\"set\":\"gemeente\",\"points\":{\"source\":\"places\",\"kinds\":[1]}}",
    "{\"set\":\"gemeente\",\"points\":{\"source\":\"places\",\"hides-names\":\"yes\"}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekFigureSpec) spec = streek_figure_spec_from_json (views[i], &error);

      g_test_message ("%s", views[i]);
      g_assert_null (spec);
      g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_INVALID);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/map-points/legend-lists-kinds", test_legend_lists_kinds);
  g_test_add_func ("/figure/map-points/a-place-colours-nothing", test_a_place_colours_nothing);
  g_test_add_func ("/figure/map-points/no-sizes-without-circles", test_no_sizes_without_circles);
  g_test_add_func ("/figure/map-points/what-lies-outside-is-said", test_what_lies_outside_is_said);
  g_test_add_func ("/figure/map-points/kinds-are-chosen", test_kinds_are_chosen);
  g_test_add_func ("/figure/map-points/signs-do-not-hide-each-other",
                   test_signs_do_not_hide_each_other);
  g_test_add_func ("/figure/map-points/names-can-be-left-out", test_names_can_be_left_out);
  g_test_add_func ("/figure/map-points/spec-reads-back", test_spec_reads_back);
  g_test_add_func ("/figure/map-points/hostile-spec-is-refused", test_hostile_spec_is_refused);

  return g_test_run ();
}
