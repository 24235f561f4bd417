/* test-map-numbers.c: areas that have no room for their name: numbers, their order and their list
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-figure.h"
#include "streek-letters.h"

#include <string.h>

/* Four square kilometres in a square of 4 km by 4 km. */
static const char *const quarters[] = { "AABB", "AABB", "CCDD", "CCDD" };
/* Rows in another order than the squares lie on the map. */
static const gint32 row_of[] = { 2, 0, 3, 1 };
#define LONG_TAIL                                                                                  \
  "bosbeekdallandschapsparkgemeentehuispleinvijve"                                                 \
  "rrandwegkruispuntwijkgebouwvoorlopigezijingangbosbeekdallandschapsparkgemeentehuispleinvijverr" \
  "andwegkruispuntwijkgebouwvoorlopigezijingang"
/* No map of the tests is as wide as these, and nothing in them can be cut or shortened. */
static const char *const long_names[] = {
  "Boven" LONG_TAIL,
  "Donkerdal" LONG_TAIL,
  "Aardbeiendal" LONG_TAIL,
  "Centrumwijk" LONG_TAIL,
};
static const char *const short_names[] = { "Bree", "Diest", "Aalst", "Chaam" };

typedef struct
{
  StreekFigureSpec *spec;
  StreekFigureData data;
} Fixture;

static void
fixture_init (Fixture *self, const char *const *names)
{
  *self = (Fixture){ .spec = streek_figure_spec_new () };
  self->spec->set = g_strdup ("letter");
  self->data.mesh = streek_letters_new_mesh (quarters, G_N_ELEMENTS (quarters));
  self->data.n_rows = 4;
  self->data.row_of = row_of;
  self->data.table = streek_table_new ();
  self->data.title = "Letters";
  self->data.set_name = "Letters";
  streek_table_add_column (self->data.table, "code", "Code", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (self->data.table, "name", "Naam", STREEK_COLUMN_TEXT, NULL, 0);

  for (guint row = 0; row < 4; row++)
    {
      streek_table_add_row (self->data.table);
      streek_table_set_text (self->data.table, row, 0, short_names[row]);
      streek_table_set_text (self->data.table, row, 1, names[row]);
    }
}

static void
fixture_clear (Fixture *self)
{
  streek_figure_spec_free (self->spec);
  streek_mesh_unref (self->data.mesh);
  streek_table_unref (self->data.table);
}

/* (nullable): where there is no room for the map */
static StreekScene *
try_lay_out (const Fixture *fixture, double width, double height, gboolean bare)
{
  const StreekLayoutOptions options = {
    .size = { width, height },
    .theme = streek_theme_get_print (),
    .format = streek_format_get ("nl"),
    .language = "nl",
    .hovered = -1,
    .bare = bare,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekFigure) figure = streek_figure_new (fixture->spec, &fixture->data, &error);

  g_assert_no_error (error);

  return streek_figure_layout (figure, &options, NULL);
}

static StreekScene *
lay_out (const Fixture *fixture, double width, double height, gboolean bare)
{
  StreekScene *scene = try_lay_out (fixture, width, height, bare);

  g_assert_nonnull (scene);

  return scene;
}

static guint
count_numbered (const StreekScene *scene)
{
  guint n;

  streek_scene_get_numbered (scene, &n);

  return n;
}

static void
test_names_that_fit_have_no_numbers (void)
{
  Fixture fixture;

  fixture_init (&fixture, short_names);

  g_autoptr (StreekScene) scene = lay_out (&fixture, 595, 420, FALSE);
  g_autofree char *text = streek_scene_to_text (scene);

  g_assert_cmpuint (count_numbered (scene), ==, 0);
  g_assert_cmpuint (streek_scene_get_n_unnamed (scene), ==, 0);
  g_assert_null (strstr (text, "Numbers on the map"));
  fixture_clear (&fixture);
}

/* The squares from the north west as a page is read: A, B, C, D, which are the rows 2, 0, 3, 1. */
static void
test_numbers_run_as_a_page_is_read (void)
{
  static const StreekNumbered expected[] = { { 1, 2 }, { 2, 0 }, { 3, 3 }, { 4, 1 } };
  Fixture fixture;

  fixture_init (&fixture, short_names);
  fixture.spec->furniture.numbers = STREEK_NUMBERS_ALL;

  for (guint bare = 0; bare < 2; bare++)
    {
      g_autoptr (StreekScene) scene = lay_out (&fixture, 400, 400, bare);
      guint n;
      const StreekNumbered *rows = streek_scene_get_numbered (scene, &n);

      g_assert_cmpmem (rows, n * sizeof *rows, expected, sizeof expected);
      g_assert_cmpuint (streek_scene_get_n_unnamed (scene), ==, 0);
    }

  fixture_clear (&fixture);
}

/* On paper the list says every name that the map does not; the window shows its own. */
static void
test_list_has_every_name_that_does_not_fit (void)
{
  Fixture fixture;

  fixture_init (&fixture, long_names);

  g_autoptr (StreekScene) paper = lay_out (&fixture, 420, 298, FALSE);
  g_autoptr (StreekScene) window = lay_out (&fixture, 150, 150, TRUE);
  g_autofree char *on_paper = streek_scene_to_text (paper);
  g_autofree char *in_window = streek_scene_to_text (window);

  g_assert_cmpuint (count_numbered (paper), ==, 4);
  g_assert_cmpuint (count_numbered (window), ==, 4);
  g_assert_nonnull (strstr (on_paper, "Numbers on the map"));
  g_assert_null (strstr (in_window, "Numbers on the map"));
  g_assert_null (strstr (in_window, long_names[0]));
  fixture_clear (&fixture);
}

/* Whatever the paper that has room for the map: what has no name has a number or is counted, and
 * the count is on paper. */
static void
test_nothing_is_left_out_in_silence (void)
{
  Fixture fixture;

  fixture_init (&fixture, long_names);

  for (double width = 180; width < 600; width += 37)
    for (double height = 180; height < 500; height += 41)
      {
        fixture.spec->show_names = FALSE;

        g_autoptr (StreekScene) without = try_lay_out (&fixture, width, height, FALSE);

        if (without == NULL)
          continue;

        fixture.spec->show_names = TRUE;

        g_autoptr (StreekScene) scene = lay_out (&fixture, width, height, FALSE);
        g_autofree char *text = streek_scene_to_text (scene);
        guint n_unnamed = streek_scene_get_n_unnamed (scene), n_names = 0;

        for (guint row = 0; row < 4; row++)
          n_names += strstr (text, long_names[row]) != NULL;

        g_test_message ("%g x %g", width, height);
        g_assert_cmpuint (count_numbered (scene) + n_unnamed, ==, 4);
        /* a name in the list may end in an ellipsis, and is one of the numbered all the same */
        g_assert_cmpuint (n_names, <=, count_numbered (scene));
        if (n_unnamed > 0)
          g_assert_nonnull (strstr (text, "There is no room for the name"));
      }

  fixture_clear (&fixture);
}

/* Without numbers the words say how many names are not there. */
static void
test_words_say_what_is_not_named (void)
{
  Fixture fixture;

  fixture_init (&fixture, long_names);
  fixture.spec->furniture.numbers = STREEK_NUMBERS_NONE;

  g_autoptr (StreekScene) scene = lay_out (&fixture, 420, 298, FALSE);
  g_autofree char *text = streek_scene_to_text (scene);

  g_assert_cmpuint (count_numbered (scene), ==, 0);
  g_assert_cmpuint (streek_scene_get_n_unnamed (scene), ==, 4);
  g_assert_nonnull (strstr (text, "There is no room for the names of 4"));

  fixture.spec->show_names = FALSE;

  g_autoptr (StreekScene) silent = lay_out (&fixture, 420, 298, FALSE);

  g_assert_cmpuint (streek_scene_get_n_unnamed (silent), ==, 0);
  fixture_clear (&fixture);
}

/* Where a name stands on the ground and how: "Bree 7.5" at so many metres. (nullable): nowhere */
static char *
dup_place (const StreekScene *scene, const char *name, const StreekView *view)
{
  g_autofree char *text = streek_scene_to_text (scene);
  g_autofree char *quoted = g_strdup_printf ("\"%s", name);
  char *end = strstr (text, quoted);

  if (end == NULL)
    return NULL;

  *strchr (end, '\n') = '\0';

  char *start = g_strrstr_len (text, end - text, "text ") + strlen ("text ");
  double x = g_ascii_strtod (start, &start), y = g_ascii_strtod (start, &start);
  double size = g_ascii_strtod (start, NULL);

  /* on paper of 300 by 300; places are rounded to 0.01 pt in the text */
  return g_strdup_printf ("%.0f %.0f %g %s", (view->x + (x - 150) * view->metres_per_point) / 4,
                          (view->y - (y - 150) * view->metres_per_point) / 4, size, end);
}

/* Moved by parts of a point, names that hardly fit keep place, size and lines. */
static void
test_names_stay_while_the_map_moves (void)
{
  static const char *const names[] = { "Sint-Bree-Berg", "Oud-Diestdorp", "Aalst-Nieuwland",
                                       "Chaam en Omstreken" };
  Fixture fixture;

  fixture_init (&fixture, names);
  fixture.spec->furniture.numbers = STREEK_NUMBERS_NONE;

  g_autoptr (StreekFigure) figure = streek_figure_new (fixture.spec, &fixture.data, NULL);

  for (double metres = 18; metres < 60; metres += 1.7)
    {
      g_auto (GStrv) before = NULL;

      for (guint step = 0; step < 8; step++)
        {
          const StreekView view = { 2003 + step * metres * 0.37, 1994 + step * metres * 0.61,
                                    metres };
          const StreekLayoutOptions options = {
            .size = { 300, 300 },
            .theme = streek_theme_get_screen (),
            .format = streek_format_get ("nl"),
            .language = "nl",
            .view = view,
            .hovered = -1,
            .bare = TRUE,
          };
          g_autoptr (StreekScene) scene = streek_figure_layout (figure, &options, NULL);
          char **now = g_new0 (char *, 5);

          for (guint row = 0; row < 4; row++)
            {
              g_autofree char *first = g_strndup (names[row], 5);
              g_autofree char *place = dup_place (scene, first, &view);

              now[row] = g_strdup (place != NULL ? place : "nowhere");
            }

          g_test_message ("%g m, step %u", metres, step);
          for (guint row = 0; before != NULL && row < 4; row++)
            g_assert_cmpstr (now[row], ==, before[row]);
          g_strfreev (before);
          before = now;
        }
    }

  fixture_clear (&fixture);
}

/* The baselines of the words in the group of the list. */
static GArray *
list_places (const StreekScene *scene)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (StreekPoint));
  g_autofree char *text = streek_scene_to_text (scene);
  g_auto (GStrv) lines = g_strsplit (strstr (text, "group numbers \""), "\n", -1);

  for (guint i = 1; g_str_has_prefix (g_strchug (lines[i]), "text "); i++)
    {
      char *end;
      StreekPoint place = { g_ascii_strtod (lines[i] + strlen ("text "), &end), 0 };

      place.y = g_ascii_strtod (end, NULL);
      g_array_append_val (places, place);
    }

  return places;
}

/* What is moved by hand never comes over the list: it has the rest of the sheet. */
static void
test_list_keeps_its_room (void)
{
  static const double ends[] = { 0, 0.5, 1 };

  for (guint i = 0; i < 9; i++)
    {
      Fixture fixture;

      fixture_init (&fixture, short_names);
      fixture.spec->furniture.numbers = STREEK_NUMBERS_ALL;
      fixture.spec->furniture.north = TRUE;
      streek_furniture_move (&fixture.spec->furniture, STREEK_FURNITURE_NORTH, ends[i % 3],
                             ends[i / 3]);

      g_autoptr (StreekScene) scene = lay_out (&fixture, 400, 300, FALSE);
      g_autoptr (GArray) places = list_places (scene);

      g_assert_cmpuint (places->len, ==, 1 + 2 * 4); /* a heading, four numbers, four names */
      for (guint k = 0; k < streek_scene_get_n_movables (scene); k++)
        for (guint p = 0; p < places->len; p++)
          {
            StreekRect box = streek_scene_get_movable (scene, k)->box;
            StreekPoint place = g_array_index (places, StreekPoint, p);

            g_assert_false (place.x >= box.x && place.x <= box.x + box.width && place.y >= box.y &&
                            place.y <= box.y + box.height);
          }

      fixture_clear (&fixture);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/map-numbers/names-that-fit-have-no-numbers",
                   test_names_that_fit_have_no_numbers);
  g_test_add_func ("/figure/map-numbers/numbers-run-as-a-page-is-read",
                   test_numbers_run_as_a_page_is_read);
  g_test_add_func ("/figure/map-numbers/list-has-every-name-that-does-not-fit",
                   test_list_has_every_name_that_does_not_fit);
  g_test_add_func ("/figure/map-numbers/nothing-is-left-out-in-silence",
                   test_nothing_is_left_out_in_silence);
  g_test_add_func ("/figure/map-numbers/words-say-what-is-not-named",
                   test_words_say_what_is_not_named);
  g_test_add_func ("/figure/map-numbers/names-stay-while-the-map-moves",
                   test_names_stay_while_the_map_moves);
  g_test_add_func ("/figure/map-numbers/list-keeps-its-room", test_list_keeps_its_room);

  return g_test_run ();
}
