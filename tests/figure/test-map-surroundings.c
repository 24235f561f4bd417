/* test-map-surroundings.c: sea, countries and regions behind a map, and what they never touch */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-figure.h"
#include "streek-letters.h"

#include <math.h>
#include <string.h>

/* One area by 0, 0, a long way from anywhere; the views below look at other places. */
static const char *const picture[] = { "AB", "AB" };
static const gint32 row_of[] = { 0, -1 };
static const gint32 context_of[] = { -1, 0 };

/* Where the coast of France is: sea in the north, land in the south. */
static const StreekView coast = { 507000, 705000, 100 };

typedef struct
{
  StreekFigureSpec *spec;
  StreekFigureData data;
} Fixture;

static void
fixture_init (Fixture *self)
{
  *self = (Fixture){ .spec = streek_figure_spec_new () };
  self->spec->set = g_strdup ("letter");
  self->data.mesh = streek_letters_new_mesh (picture, G_N_ELEMENTS (picture));
  self->data.n_rows = 1;
  self->data.row_of = row_of;
  self->data.context_of = context_of;
  self->data.table = streek_table_new ();
  self->data.title = "Letters";
  self->data.set_name = "Letters";
  streek_table_add_column (self->data.table, "code", "Code", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (self->data.table, "name", "Naam", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_row (self->data.table);
  streek_table_set_text (self->data.table, 0, 0, "A");
  streek_table_set_text (self->data.table, 0, 1, "Aalst");
}

static void
fixture_clear (Fixture *self)
{
  streek_figure_spec_free (self->spec);
  streek_mesh_unref (self->data.mesh);
  streek_table_unref (self->data.table);
}

static StreekScene *
layout (const Fixture *fixture, StreekView view)
{
  const StreekLayoutOptions options = {
    .size = { 500, 400 },
    .theme = streek_theme_get_screen (),
    .format = streek_format_get ("nl"),
    .language = "nl",
    .view = view,
    .hovered = -1,
    .bare = TRUE,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekFigure) figure = streek_figure_new (fixture->spec, &fixture->data, &error);

  g_assert_no_error (error);

  StreekScene *scene = streek_figure_layout (figure, &options, &error);

  g_assert_no_error (error);

  return scene;
}

static char *
layout_to_text (const Fixture *fixture, StreekView view)
{
  g_autoptr (StreekScene) scene = layout (fixture, view);

  return streek_scene_to_text (scene);
}

static void
test_sea_and_countries_have_names (void)
{
  Fixture fixture;

  fixture_init (&fixture);

  g_autofree char *text = layout_to_text (&fixture, coast);

  g_assert_nonnull (strstr (text, "abroad"));
  g_assert_nonnull (strstr (text, "\"Noordzee\""));
  g_assert_nonnull (strstr (text, "\"Frankrijk\""));
  g_assert_null (strstr (text, "\"Duitsland\"")); /* out of sight */
  fixture_clear (&fixture);
}

/* Where @what stands, "text X Y … "what"", as two numbers. */
static StreekPoint
find_text (const char *text, const char *what)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (lines[i]), " ", 4);

      if (strstr (lines[i], what) != NULL && g_str_equal (words[0], "text"))
        return (StreekPoint){ g_ascii_strtod (words[1], NULL), g_ascii_strtod (words[2], NULL) };
    }

  g_assert_not_reached ();
}

/* The map goes half a kilometre to the east, at 100 metres a point 5 points: so do names, or by
 * whole steps more where one would leave the map. */
static void
test_names_move_with_the_map (void)
{
  static const StreekView before = { 512000, 705000, 100 };
  static const StreekView after = { 512500, 705000, 100 };
  Fixture fixture;

  fixture_init (&fixture);

  g_autofree char *here = layout_to_text (&fixture, before);
  g_autofree char *there = layout_to_text (&fixture, after);
  StreekPoint from = find_text (here, "\"Noordzee\""), to = find_text (there, "\"Noordzee\"");
  double step = 500.0 / 28; /* of the grid that names stand on */
  double moved = (from.x - 5 - to.x) / step;

  g_assert_cmpfloat_with_epsilon (moved, round (moved), 0.01);
  g_assert_cmpfloat_with_epsilon (from.y, to.y, 0.01);
  fixture_clear (&fixture);
}

static void
test_nothing_of_it_can_be_hit (void)
{
  Fixture fixture;

  fixture_init (&fixture);

  g_autoptr (StreekScene) scene = layout (&fixture, coast);

  for (double x = 5; x < 500; x += 10)
    for (double y = 5; y < 400; y += 10)
      g_assert_cmpint (streek_scene_pick (scene, (StreekPoint){ x, y }), ==, -1);

  fixture_clear (&fixture);
}

static void
test_is_left_out_on_request (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  fixture.spec->furniture.surroundings = FALSE;

  g_autofree char *text = layout_to_text (&fixture, coast);

  g_assert_null (strstr (text, "abroad"));
  g_assert_null (strstr (text, "\"Noordzee\""));
  fixture_clear (&fixture);
}

static void
test_is_left_out_where_the_map_shows_none (void)
{
  Fixture fixture;

  fixture_init (&fixture);

  g_autofree char *text = layout_to_text (&fixture, (StreekView){ 0 });

  g_assert_null (strstr (text, "abroad"));
  fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/map-surroundings/have-names", test_sea_and_countries_have_names);
  g_test_add_func ("/figure/map-surroundings/names-move-with-the-map",
                   test_names_move_with_the_map);
  g_test_add_func ("/figure/map-surroundings/cannot-be-hit", test_nothing_of_it_can_be_hit);
  g_test_add_func ("/figure/map-surroundings/are-left-out-on-request", test_is_left_out_on_request);
  g_test_add_func ("/figure/map-surroundings/are-left-out-where-there-are-none",
                   test_is_left_out_where_the_map_shows_none);

  return g_test_run ();
}
