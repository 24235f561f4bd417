/* test-map-furniture.c: dashes of mergers, the inset, the north arrow: when they are there, and
 * where */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-figure.h"
#include "streek-letters.h"

#include <string.h>

/* 8 km by 4 km; dots are the sea. */
static const char *const picture[] = { "AABBCCCC", "AABBCCDD", "AABB..DE", "AAAA..DD" };
static const char *const region_names[] = { NULL };
static const gint32 region_of[] = { 0, 0, 0, 0, 0 };

typedef struct
{
  StreekFigureSpec *spec;
  StreekFigureData data;
  gint32 row_of[5];
} Fixture;

/* Rows are the first @n_rows letters. */
static void
fixture_init (Fixture *self, guint n_rows)
{
  *self = (Fixture){ .spec = streek_figure_spec_new () };
  self->spec->set = g_strdup ("letter");
  self->data.mesh = streek_letters_new_mesh (picture, G_N_ELEMENTS (picture));
  self->data.n_rows = n_rows;
  self->data.row_of = self->row_of;
  self->data.n_regions = 1;
  self->data.region_of = region_of;
  self->data.region_names = region_names;
  self->data.table = streek_table_new ();
  self->data.title = "Letters";
  self->data.set_name = "Letters";
  streek_table_add_column (self->data.table, "code", "Code", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (self->data.table, "name", "Naam", STREEK_COLUMN_TEXT, NULL, 0);

  for (guint row = 0; row < 5; row++)
    {
      const char name[] = { (char) ('A' + row), '\0' };

      self->row_of[row] = row < n_rows ? (gint32) row : -1;
      if (row >= n_rows)
        continue;

      streek_table_add_row (self->data.table);
      streek_table_set_text (self->data.table, row, 0, name);
      streek_table_set_text (self->data.table, row, 1, name);
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

static char *
layout_to_text (const Fixture *fixture, gboolean bare)
{
  const StreekLayoutOptions options = {
    .size = { 595, 420 },
    .theme = streek_theme_get_print (),
    .format = streek_format_get ("nl"),
    .language = "nl",
    .hovered = -1,
    .bare = bare,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekFigure) figure = make_figure (fixture);
  g_autoptr (StreekScene) scene = streek_figure_layout (figure, &options, &error);

  g_assert_no_error (error);

  return streek_scene_to_text (scene);
}

static gboolean
has_group (const char *text, const char *id)
{
  g_autofree char *line = g_strdup_printf ("group \"%s\"", id);
  g_autofree char *bare_line = g_strdup_printf ("group %s", id);

  return strstr (text, line) != NULL || strstr (text, bare_line) != NULL;
}

static guint
count_dashes (const char *text)
{
  guint n = 0;

  for (const char *at = strstr (text, "dash"); at != NULL; at = strstr (at + 1, "dash"))
    n++;

  return n;
}

/* A and B are one municipality, D and E another: their two common borders are dashed, and the
 * legend has the same dash once. B and C are two. */
static void
test_borders_inside_a_merger_are_dashed (void)
{
  static const gint32 municipality_of[] = { 0, 0, 1, 2, 2 };
  Fixture fixture;

  fixture_init (&fixture, 5);

  g_autofree char *without = layout_to_text (&fixture, FALSE);

  g_assert_cmpuint (count_dashes (without), ==, 0);

  fixture.data.municipality_of = municipality_of;

  g_autofree char *with = layout_to_text (&fixture, FALSE);
  g_autoptr (StreekFigure) figure = make_figure (&fixture);
  guint last = streek_figure_get_n_legend_entries (figure) - 1;
  StreekLegendEntry entry = streek_figure_get_legend_entry (figure, last);

  g_assert_true (has_group (with, "predecessors"));
  g_assert_cmpuint (count_dashes (with), ==, 3);
  g_assert_cmpint (entry.kind, ==, STREEK_LEGEND_PREDECESSORS);
  g_assert_cmpfloat (entry.stroke.dash, >, 0);
  fixture_clear (&fixture);
}

/* Outside the rows nothing is dashed: A and B are a merger that the map is not about. */
static void
test_mergers_elsewhere_are_not_dashed (void)
{
  static const gint32 municipality_of[] = { 0, 1, 1, 2, 3 };
  Fixture fixture;

  fixture_init (&fixture, 1);
  fixture.data.municipality_of = municipality_of;

  g_autofree char *text = layout_to_text (&fixture, FALSE);

  g_assert_false (has_group (text, "predecessors"));
  fixture_clear (&fixture);
}

/* By hand, in square kilometres: A has 10 of 28. */
static void
test_inset_comes_where_less_than_half_is_shown (void)
{
  Fixture part, whole;

  fixture_init (&part, 1);
  fixture_init (&whole, 5);

  g_autofree char *on_paper = layout_to_text (&part, FALSE);
  g_autofree char *in_window = layout_to_text (&part, TRUE);
  g_autofree char *of_all = layout_to_text (&whole, FALSE);

  g_assert_true (has_group (on_paper, "inset"));
  g_assert_false (has_group (in_window, "inset"));
  g_assert_false (has_group (of_all, "inset"));
  fixture_clear (&part);
  fixture_clear (&whole);
}

static void
test_inset_obeys (void)
{
  Fixture part, whole;

  fixture_init (&part, 1);
  fixture_init (&whole, 5);
  part.spec->furniture.inset = STREEK_INSET_HIDDEN;
  whole.spec->furniture.inset = STREEK_INSET_SHOWN;

  g_autofree char *hidden = layout_to_text (&part, FALSE);
  g_autofree char *shown = layout_to_text (&whole, FALSE);
  g_autofree char *in_window = layout_to_text (&whole, TRUE);

  g_assert_false (has_group (hidden, "inset"));
  g_assert_true (has_group (shown, "inset"));
  g_assert_true (has_group (in_window, "inset"));
  fixture_clear (&part);
  fixture_clear (&whole);
}

static void
test_arrow_comes_on_request (void)
{
  Fixture fixture;

  fixture_init (&fixture, 5);

  g_autofree char *without = layout_to_text (&fixture, FALSE);

  g_assert_false (has_group (without, "north"));
  fixture.spec->furniture.north = TRUE;

  g_autofree char *with = layout_to_text (&fixture, FALSE);

  g_assert_true (has_group (with, "north"));
  fixture_clear (&fixture);
}

/* The movables of a sheet of paper, by item; without a width where there is none. */
static void
list_movables (const Fixture *fixture, StreekRect *boxes, StreekRect *rooms)
{
  const StreekLayoutOptions options = {
    .size = { 595, 420 },
    .theme = streek_theme_get_print (),
    .format = streek_format_get ("nl"),
    .language = "nl",
    .hovered = -1,
  };
  g_autoptr (StreekFigure) figure = make_figure (fixture);
  g_autoptr (StreekScene) scene = streek_figure_layout (figure, &options, NULL);

  memset (boxes, 0, sizeof *boxes * STREEK_N_FURNITURE);
  for (guint i = 0; i < streek_scene_get_n_movables (scene); i++)
    {
      const StreekMovable *movable = streek_scene_get_movable (scene, i);

      boxes[movable->item] = movable->box;
      if (rooms != NULL)
        rooms[movable->item] = movable->room;
    }
}

static void
show_everything (Fixture *fixture)
{
  fixture_init (fixture, 5);
  fixture->data.source = "Bron: een tekening.";
  fixture->spec->furniture.north = TRUE;
  fixture->spec->furniture.inset = STREEK_INSET_SHOWN;
}

static gboolean
rects_meet (StreekRect a, StreekRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/* Moved to the corners of its room everything stays on the sheet, and off the title. */
static void
test_what_is_moved_stays_on_the_sheet (void)
{
  static const double ends[] = { 0, 0.5, 1 };

  for (StreekFurnitureItem item = 0; item < STREEK_N_FURNITURE; item++)
    for (guint i = 0; i < 9; i++)
      {
        Fixture fixture;
        StreekRect boxes[STREEK_N_FURNITURE];

        show_everything (&fixture);
        streek_furniture_move (&fixture.spec->furniture, item, ends[i % 3], ends[i / 3]);
        list_movables (&fixture, boxes, NULL);
        g_test_message ("%s %u", streek_furniture_item_get_id (item), i);

        StreekRect box = boxes[item];

        g_assert_cmpfloat (box.width, >, 0);
        g_assert_cmpfloat (box.x, >=, 0);
        g_assert_cmpfloat (box.y, >=, 0);
        g_assert_cmpfloat (box.x + box.width, <=, 595);
        g_assert_cmpfloat (box.y + box.height, <=, 420);
        if (item != STREEK_FURNITURE_TITLE)
          g_assert_false (rects_meet (box, boxes[STREEK_FURNITURE_TITLE]));
        fixture_clear (&fixture);
      }
}

/* A title in the middle of the sheet, and everything else put there too. */
static void
test_nothing_lies_over_a_moved_title (void)
{
  Fixture fixture;
  StreekRect boxes[STREEK_N_FURNITURE];

  show_everything (&fixture);
  for (StreekFurnitureItem item = 0; item < STREEK_N_FURNITURE; item++)
    streek_furniture_move (&fixture.spec->furniture, item, 0.5, 0.5);
  list_movables (&fixture, boxes, NULL);

  for (StreekFurnitureItem item = 1; item < STREEK_N_FURNITURE; item++)
    {
      g_test_message ("%s", streek_furniture_item_get_id (item));
      g_assert_cmpfloat (boxes[item].width, >, 0);
      g_assert_false (rects_meet (boxes[item], boxes[STREEK_FURNITURE_TITLE]));
    }
  fixture_clear (&fixture);
}

/* By hand: from its room and its box, the place that was asked. */
static void
test_a_place_is_a_share_of_the_room (void)
{
  Fixture fixture;
  StreekRect boxes[STREEK_N_FURNITURE], rooms[STREEK_N_FURNITURE];

  show_everything (&fixture);
  streek_furniture_move (&fixture.spec->furniture, STREEK_FURNITURE_SCALE, 0.25, 0.75);
  list_movables (&fixture, boxes, rooms);

  StreekRect box = boxes[STREEK_FURNITURE_SCALE], room = rooms[STREEK_FURNITURE_SCALE];

  g_assert_cmpfloat_with_epsilon ((box.x - room.x) / (room.width - box.width), 0.25, 1e-9);
  g_assert_cmpfloat_with_epsilon ((box.y - room.y) / (room.height - box.height), 0.75, 1e-9);
  fixture_clear (&fixture);
}

/* Dropped somewhere, it stands there when it is laid out anew. */
static void
test_stands_where_it_is_dropped (void)
{
  Fixture fixture;
  StreekRect boxes[STREEK_N_FURNITURE], rooms[STREEK_N_FURNITURE];

  show_everything (&fixture);
  list_movables (&fixture, boxes, rooms);

  const StreekMovable movable = { STREEK_FURNITURE_INSET, boxes[STREEK_FURNITURE_INSET],
                                  rooms[STREEK_FURNITURE_INSET] };

  streek_furniture_move_to (&fixture.spec->furniture, &movable, (StreekPoint){ 123, 234 });
  list_movables (&fixture, boxes, NULL);
  g_assert_cmpfloat_with_epsilon (boxes[STREEK_FURNITURE_INSET].x, 123, 1e-6);
  g_assert_cmpfloat_with_epsilon (boxes[STREEK_FURNITURE_INSET].y, 234, 1e-6);

  /* beyond the sheet it stops at the end of its room */
  streek_furniture_move_to (&fixture.spec->furniture, &movable, (StreekPoint){ 5000, -50 });
  g_assert_cmpfloat (fixture.spec->furniture.places[STREEK_FURNITURE_INSET].across, ==, 1);
  g_assert_cmpfloat (fixture.spec->furniture.places[STREEK_FURNITURE_INSET].along, ==, 0);
  fixture_clear (&fixture);
}

static void
test_reset_puts_everything_back (void)
{
  Fixture fixture;

  show_everything (&fixture);

  g_autofree char *before = layout_to_text (&fixture, FALSE);

  for (StreekFurnitureItem item = 0; item < STREEK_N_FURNITURE; item++)
    streek_furniture_move (&fixture.spec->furniture, item, 0.4, 0.6);

  g_autofree char *moved = layout_to_text (&fixture, FALSE);

  g_assert_true (streek_furniture_has_moved (&fixture.spec->furniture));
  for (StreekFurnitureItem item = 0; item < STREEK_N_FURNITURE; item++)
    streek_furniture_reset (&fixture.spec->furniture, item);

  g_autofree char *after = layout_to_text (&fixture, FALSE);

  g_assert_cmpstr (before, !=, moved);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (streek_furniture_has_moved (&fixture.spec->furniture));
  fixture_clear (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/map-furniture/borders-inside-a-merger-are-dashed",
                   test_borders_inside_a_merger_are_dashed);
  g_test_add_func ("/figure/map-furniture/mergers-elsewhere-are-not-dashed",
                   test_mergers_elsewhere_are_not_dashed);
  g_test_add_func ("/figure/map-furniture/inset-comes-where-less-than-half-is-shown",
                   test_inset_comes_where_less_than_half_is_shown);
  g_test_add_func ("/figure/map-furniture/inset-obeys", test_inset_obeys);
  g_test_add_func ("/figure/map-furniture/arrow-comes-on-request", test_arrow_comes_on_request);
  g_test_add_func ("/figure/map-furniture/what-is-moved-stays-on-the-sheet",
                   test_what_is_moved_stays_on_the_sheet);
  g_test_add_func ("/figure/map-furniture/nothing-lies-over-a-moved-title",
                   test_nothing_lies_over_a_moved_title);
  g_test_add_func ("/figure/map-furniture/a-place-is-a-share-of-the-room",
                   test_a_place_is_a_share_of_the_room);
  g_test_add_func ("/figure/map-furniture/stands-where-it-is-dropped",
                   test_stands_where_it_is_dropped);
  g_test_add_func ("/figure/map-furniture/reset-puts-everything-back",
                   test_reset_puts_everything_back);

  return g_test_run ();
}
