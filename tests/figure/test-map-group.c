/* test-map-group.c: maps on one sheet: one legend or one each, the same ground, what is missing */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-map-group.h"
#include "streek-letters.h"
#include "streek-scene-words.h"

#include <math.h>
#include <string.h>

/* 4 km by 2 km. */
static const char *const picture[] = { "AABB", "AACC" };

static StreekMesh *mesh;

/* Three areas of these values, in two equal classes of 0 to 100 that maps share. */
static StreekFigure *
make_whole_figure (const char *set,
                   const char *indicator,
                   const double *values,
                   const char *source,
                   const StreekFurniture *furniture)
{
  static const gint32 row_of[] = { 0, 1, 2 };
  static const double all[] = { 0, 20, 45, 60, 100 };
  static const char *const names[] = { "A", "B", "C" };
  static const char *const notes[] = { "Said of all.", NULL };
  const StreekFigureShared shared = { .first = { .values = all, .n_values = G_N_ELEMENTS (all) },
                                      .limits_words = "Together" };
  g_autoptr (StreekFigureSpec) spec = streek_figure_spec_new ();
  g_autoptr (StreekTable) table = streek_table_new ();
  g_autoptr (GError) error = NULL;

  spec->kind = STREEK_FIGURE_CHOROPLETH;
  spec->kind_is_automatic = FALSE;
  spec->set = g_strdup (set);
  spec->indicator = g_strdup (indicator);
  spec->method = STREEK_CLASSES_EQUAL;
  spec->n_classes = 2;
  if (furniture != NULL)
    spec->furniture = *furniture;
  streek_table_add_column (table, "code", "Code", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "name", "Naam", STREEK_COLUMN_TEXT, NULL, 0);
  streek_table_add_column (table, "value", "Graad", STREEK_COLUMN_NUMBER, "%", 0);
  streek_table_add_column (table, "members", "Leden", STREEK_COLUMN_INTEGER, NULL, 0);

  for (guint row = 0; row < 3; row++)
    {
      streek_table_add_row (table);
      streek_table_set_text (table, row, 0, names[row]);
      streek_table_set_text (table, row, 1, names[row]);
      if (isnan (values[row]))
        streek_table_set_missing (table, row, 2, STREEK_MISSING_HIDDEN);
      else
        streek_table_set_number (table, row, 2, values[row], STREEK_STATUS_FINAL);
      if (row == 0)
        streek_table_set_at_least (table, row, 2);
      streek_table_set_integer (table, row, 3, row + 1);
    }

  const StreekFigureData data = { .mesh = mesh,
                                  .n_rows = 3,
                                  .row_of = row_of,
                                  .table = table,
                                  .shared = &shared,
                                  .indicator_name = indicator,
                                  .unit = "%",
                                  .is_ratio = TRUE,
                                  .title = "Letters",
                                  .context = "Letters (3)",
                                  .source = source,
                                  .notes = notes,
                                  .set_name = "Letters" };
  StreekFigure *figure = streek_figure_new (spec, &data, &error);

  g_assert_no_error (error);

  return figure;
}

static StreekFigure *
make_arranged_figure (const char *indicator,
                      const double *values,
                      const char *source,
                      const StreekFurniture *furniture)
{
  return make_whole_figure ("letter", indicator, values, source, furniture);
}

static StreekFigure *
make_figure_of_set (const char *set, const char *indicator, const double *values)
{
  return make_whole_figure (set, indicator, values, "", NULL);
}

static StreekFigure *
make_figure (const char *indicator, const double *values, const char *source)
{
  return make_arranged_figure (indicator, values, source, NULL);
}

static const double before[] = { 20, 60, 100 };
static const double after[] = { 45, 60, NAN };

static StreekMapGroup *
make_group (const char *indicator, const char *other, guint n)
{
  static const char *const headings[] = { "1999", "2009", "2019", "2020", "2021", "2022", "2023" };
  g_autoptr (GPtrArray) figures =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_figure_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (figures, make_figure (i == 0 ? indicator : other, i == 0 ? before : after,
                                           "Source: a drawing."));

  return streek_map_group_new ((StreekFigure *const *) figures->pdata, n, headings, "All letters",
                               NULL);
}

/* The boxes of a sheet of four maps by item, without a width where there is none. */
static void
list_boxes (const StreekFurniture *furniture, StreekRect *boxes, StreekRect *rooms)
{
  static const char *const headings[] = { "1999", "2009", "2019", "2020" };
  const StreekLayoutOptions options = {
    .size = { 842, 595 },
    .theme = streek_theme_get_print (),
    .format = streek_format_get ("nl"),
    .language = "nl",
    .hovered = -1,
  };
  g_autoptr (GPtrArray) figures =
    g_ptr_array_new_with_free_func ((GDestroyNotify) streek_figure_unref);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    g_ptr_array_add (figures, make_arranged_figure ("Graad", i == 0 ? before : after,
                                                    "Source: a drawing.", furniture));

  g_autoptr (StreekMapGroup) group =
    streek_map_group_new ((StreekFigure *const *) figures->pdata, 4, headings, "Letters", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekScene) scene = streek_map_group_layout (group, &options, &error);

  g_assert_no_error (error);
  memset (boxes, 0, sizeof *boxes * STREEK_N_FURNITURE);
  for (guint i = 0; i < streek_scene_get_n_movables (scene); i++)
    {
      const StreekMovable *movable = streek_scene_get_movable (scene, i);

      boxes[movable->item] = movable->box;
      rooms[movable->item] = movable->room;
    }
}

/* On a sheet of several maps everything can be put elsewhere too: by hand, a quarter along and
 * three quarters down the room it has, and always on the sheet. */
static void
test_furniture_of_a_sheet_is_moved (void)
{
  for (StreekFurnitureItem item = 0; item < STREEK_N_FURNITURE; item++)
    {
      StreekFurniture furniture;
      StreekRect boxes[STREEK_N_FURNITURE], rooms[STREEK_N_FURNITURE];

      streek_furniture_init (&furniture);
      furniture.north = TRUE;
      furniture.inset = STREEK_INSET_SHOWN;
      list_boxes (&furniture, boxes, rooms);
      if (item == STREEK_FURNITURE_INSET) /* a map of letters lies in no region */
        continue;

      g_test_message ("%s", streek_furniture_item_get_id (item));
      g_assert_cmpfloat (boxes[item].width, >, 0);
      streek_furniture_move (&furniture, item, 0.25, 0.75);
      list_boxes (&furniture, boxes, rooms);

      StreekRect box = boxes[item], room = rooms[item];

      g_assert_cmpfloat_with_epsilon (box.x, room.x + 0.25 * (room.width - box.width), 1e-9);
      g_assert_cmpfloat_with_epsilon (box.y, room.y + 0.75 * (room.height - box.height), 1e-9);
      g_assert_cmpfloat (room.x, >=, 0);
      g_assert_cmpfloat (room.y, >=, 0);
      g_assert_cmpfloat (room.x + room.width, <=, 842);
      g_assert_cmpfloat (room.y + room.height, <=, 595);
    }
}

/* Five lines have room: four remarks, and how many are left out. */
static void
test_remarks_are_never_lost (void)
{
  static const char *const headings[] = { "1999", "2009" };
  const char *notes[] = { "One.", "Two.", "Three.", "Four.", "Five.", NULL };
  StreekFigure *figures[] = { make_figure ("Graad", before, "Source: a drawing."),
                              make_figure ("Graad", after, "Source: a drawing.") };
  g_autoptr (StreekMapGroup) many =
    streek_map_group_new (figures, 2, headings, "All letters", notes);

  notes[4] = NULL;

  g_autoptr (StreekMapGroup) five =
    streek_map_group_new (figures, 2, headings, "All letters", notes);

  g_assert_cmpuint (g_strv_length ((char **) streek_map_group_get_notes (many)), ==, 5);
  g_assert_cmpstr (streek_map_group_get_notes (many)[3], ==, "Four.");
  g_assert_cmpstr (streek_map_group_get_notes (many)[4], ==,
                   "2 more remarks: see each map by itself.");
  g_assert_cmpuint (g_strv_length ((char **) streek_map_group_get_notes (five)), ==, 5);
  g_assert_cmpstr (streek_map_group_get_notes (five)[4], ==, "Said of all.");
  streek_figure_unref (figures[0]);
  streek_figure_unref (figures[1]);
}

static char *
lay_out (const StreekMapGroup *group, double width, double height)
{
  const StreekLayoutOptions options = { .size = { width, height },
                                        .theme = streek_theme_get_print (),
                                        .format = streek_format_get ("nl"),
                                        .language = "nl",
                                        .hovered = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekScene) scene = streek_map_group_layout (group, &options, &error);

  g_assert_no_error (error);

  return streek_scene_to_text (scene);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;

  return n;
}

/* What only the second map lacks is in the legend too; counts would be those of one map. */
static void
test_one_legend_says_it_for_all (void)
{
  g_autoptr (StreekMapGroup) group = make_group ("one", "one", 2);
  g_autofree char *text = lay_out (group, 842, 595);

  g_assert_true (streek_map_group_has_one_legend (group));
  g_assert_cmpuint (count (text, "\"Together\""), ==, 1);
  g_assert_cmpuint (count (text, "\"one (%)\""), ==, 1);
  g_assert_cmpuint (count (text, "\"No figure: "), ==, 1);
  g_assert_cmpuint (count (text, "\"(1)\""), ==, 0);
  g_assert_cmpuint (count (text, "\"1999\""), ==, 2); /* a group, and its heading */
  g_assert_cmpuint (count (text, "\"2009\""), ==, 2);
  g_assert_cmpuint (count (text, "Said of all."), ==, 1);
  g_assert_cmpuint (count (text, "Source: a drawing."), ==, 1);
  g_assert_cmpuint (count (text, "\"All letters\""), >=, 1);
}

static void
test_other_indicators_have_their_own (void)
{
  g_autoptr (StreekMapGroup) group = make_group ("one", "two", 2);
  g_autofree char *text = lay_out (group, 842, 595);

  g_assert_false (streek_map_group_has_one_legend (group));
  g_assert_cmpuint (count (text, "\"one (%)\""), ==, 1);
  g_assert_cmpuint (count (text, "\"two (%)\""), ==, 1);
}

/* The map is twice as wide as high: two stand beside each other on a wide sheet, and under each
 * other on a high one. */
static void
test_maps_are_as_large_as_can_be (void)
{
  g_autoptr (StreekMapGroup) group = make_group ("one", "one", 2);
  g_autoptr (StreekMapGroup) four = make_group ("one", "one", 4);

  g_assert_cmpuint (streek_map_group_count_columns (group, 800, 200, 10), ==, 2);
  g_assert_cmpuint (streek_map_group_count_columns (group, 400, 400, 10), ==, 1);
  /* as high on three columns as on two, but for the margins: they stand two by two */
  g_assert_cmpuint (streek_map_group_count_columns (four, 690, 220, 10), ==, 2);
}

static void
test_many_maps_say_no_names (void)
{
  g_autoptr (StreekMapGroup) group = make_group ("one", "one", 7);
  g_autofree char *text = lay_out (group, 842, 595);

  g_assert_cmpuint (count (text, "\"2023\""), ==, 2);
  g_assert_cmpuint (count (text, "\"B\""), ==, 0);
}

static void
test_no_room_is_said (void)
{
  const StreekLayoutOptions options = { .size = { 120, 100 },
                                        .theme = streek_theme_get_print (),
                                        .format = streek_format_get ("nl"),
                                        .hovered = -1 };
  g_autoptr (StreekMapGroup) group = make_group ("one", "one", 7);
  g_autoptr (GError) error = NULL;

  g_assert_null (streek_map_group_layout (group, &options, &error));
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_TOO_SMALL);
}

/* On small paper, from postcard to A5: five legends of their own under as many maps, with names
 * that have to wrap, and seven small maps, whose scale bar has no room on them. */
static void
test_small_paper_keeps_words_apart (void)
{
  static const StreekSize papers[] = { { 420, 298 }, { 595, 420 }, { 420, 595 }, { 842, 595 } };
  g_autoptr (StreekMapGroup) own = make_group ("Aandeel van de inwoners, verandering 2001–2009",
                                               "Aandeel van de woningen, verandering 2001–2024", 5);
  g_autoptr (StreekMapGroup) shared = make_group ("one", "one", 7);

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      const StreekLayoutOptions options = { .size = papers[i],
                                            .theme = streek_theme_get_print (),
                                            .format = streek_format_get ("nl"),
                                            .language = "nl",
                                            .hovered = -1 };
      g_autoptr (GError) error = NULL;
      g_autoptr (StreekScene) one = streek_map_group_layout (own, &options, &error);

      g_assert_no_error (error);

      g_autoptr (StreekScene) other = streek_map_group_layout (shared, &options, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (streek_scene_words_check (one), >, 10);
      g_assert_cmpuint (streek_scene_words_check (other), >, 10);
    }
}

static void
test_values_of_an_area (void)
{
  g_autoptr (StreekMapGroup) group = make_group ("one", "one", 2);
  g_autofree char *both = streek_map_group_dup_values (group, "A", streek_format_get ("nl"));
  g_autofree char *nobody = streek_map_group_dup_values (group, "Z", streek_format_get ("nl"));
  g_autoptr (StreekTable) table = streek_map_group_make_table (group);

  g_assert_cmpstr (both, ==, "1999: ≥\u00a020 %\n2009: ≥\u00a045 %");
  g_assert_null (nobody);
  g_assert_cmpuint (streek_table_get_n_rows (table), ==, 6);
  g_assert_cmpstr (streek_table_get_text (table, 3, 0), ==, "2009");
  g_assert_cmpfloat (streek_table_get_number (table, 3, 3), ==, 45);
  g_assert_cmpint (streek_table_get_missing (table, 5, 3), ==, STREEK_MISSING_HIDDEN);
  /* what is known of a figure is known beside others too */
  g_assert_true (streek_table_is_at_least (table, 3, 3));
  g_assert_cmpstr (streek_table_get_column_id (table, 4), ==, "members");
  g_assert_cmpint (streek_table_get_integer (table, 4, 4), ==, 2);
}

/* Numbered all, the same area has the same number on each map, and one list says them once: of the
 * letters from the north and west A, B, C. */
static void
test_numbers_are_the_same_on_all_maps (void)
{
  static const guint n_maps[] = { 2, 6 };

  for (guint i = 0; i < G_N_ELEMENTS (n_maps); i++)
    {
      const StreekLayoutOptions options = {
        .size = { 842, 595 },
        .theme = streek_theme_get_print (),
        .format = streek_format_get ("nl"),
        .language = "nl",
        .hovered = -1,
      };
      StreekFurniture furniture;
      static const char *const headings[] = { "K", "L", "M", "N", "O", "P" };
      g_autoptr (GPtrArray) figures =
        g_ptr_array_new_with_free_func ((GDestroyNotify) streek_figure_unref);
      g_autoptr (GError) error = NULL;

      streek_furniture_init (&furniture);
      furniture.numbers = STREEK_NUMBERS_ALL;
      for (guint map = 0; map < n_maps[i]; map++)
        g_ptr_array_add (figures, make_arranged_figure ("Graad", before, "", &furniture));

      g_autoptr (StreekMapGroup) group = streek_map_group_new (
        (StreekFigure *const *) figures->pdata, n_maps[i], headings, "Letters", NULL);
      g_autoptr (StreekScene) scene = streek_map_group_layout (group, &options, &error);
      g_autofree char *text = streek_scene_to_text (scene);
      const char *list = strstr (text, "group numbers");

      g_assert_no_error (error);
      g_assert_nonnull (list);
      g_assert_nonnull (strstr (list, "\"1\""));
      g_assert_nonnull (strstr (list, "\"A\""));
      g_assert_nonnull (strstr (list, "\"C\""));
      /* on every map, and in the list */
      g_assert_cmpuint (count (text, "\"3\""), ==, n_maps[i] + 1);
      g_assert_cmpuint (count (text, "\"C\""), ==, 1);
    }
}

/* A column for each map under its heading; C has a figure on the first and is hidden on the other.
 */
static void
test_figures_of_each_map_stand_beside_each_other (void)
{
  g_autoptr (StreekMapGroup) group = make_group ("Graad", "Graad", 2);
  StreekTable *table = streek_map_group_get_wide_table (group);
  int first = streek_table_find_column (table, "value_1");
  int second = streek_table_find_column (table, "value_2");

  g_assert_cmpuint (streek_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (streek_table_get_n_columns (table), ==, 4);
  g_assert_cmpstr (streek_table_get_column_title (table, (guint) first), ==, "1999");
  g_assert_cmpstr (streek_table_get_column_title (table, (guint) second), ==, "2009");
  g_assert_cmpstr (streek_table_get_column_unit (table, (guint) second), ==, "%");
  g_assert_cmpstr (streek_table_get_text (table, 2, 0), ==, "C");
  g_assert_cmpfloat (streek_table_get_number (table, 0, (guint) first), ==, 20);
  g_assert_true (streek_table_is_at_least (table, 0, (guint) first));
  g_assert_cmpfloat (streek_table_get_number (table, 0, (guint) second), ==, 45);
  g_assert_cmpfloat (streek_table_get_number (table, 2, (guint) first), ==, 100);
  g_assert_cmpint (streek_table_get_missing (table, 2, (guint) second), ==, STREEK_MISSING_HIDDEN);
  g_assert_null (streek_table_get_note (table, 2, (guint) second));
}

/* Areas of another set have figures of their own: what a map does not have says so, and no code of
 * the other set can be taken for one of the first. */
static void
test_areas_of_another_set_are_others (void)
{
  static const char *const headings[] = { "One", "Other" };
  g_autoptr (StreekFigure) one = make_figure ("Graad", before, "");
  g_autoptr (StreekFigure) two = make_figure_of_set ("lijn", "Graad", after);
  StreekFigure *const figures[] = { one, two };
  g_autoptr (StreekMapGroup) group = streek_map_group_new (figures, 2, headings, "Both", NULL);
  StreekTable *table = streek_map_group_get_wide_table (group);

  g_assert_cmpuint (streek_table_get_n_rows (table), ==, 6);
  g_assert_cmpstr (streek_table_get_text (table, 0, 0), ==, "A");
  g_assert_null (streek_table_get_text (table, 3, 0));
  g_assert_cmpstr (streek_table_get_text (table, 3, 1), ==, "A");
  g_assert_cmpint (streek_table_get_missing (table, 3, 2), ==, STREEK_MISSING_NOT_APPLICABLE);
  g_assert_nonnull (streek_table_get_note (table, 3, 2));
  g_assert_cmpfloat (streek_table_get_number (table, 3, 3), ==, 45);
  g_assert_cmpint (streek_table_get_missing (table, 0, 3), ==, STREEK_MISSING_NOT_APPLICABLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mesh = streek_letters_new_mesh (picture, G_N_ELEMENTS (picture));
  g_test_add_func ("/figure/map-group/remarks-are-never-lost", test_remarks_are_never_lost);
  g_test_add_func ("/figure/map-group/one-legend-says-it-for-all", test_one_legend_says_it_for_all);
  g_test_add_func ("/figure/map-group/other-indicators-have-their-own",
                   test_other_indicators_have_their_own);
  g_test_add_func ("/figure/map-group/maps-are-as-large-as-can-be",
                   test_maps_are_as_large_as_can_be);
  g_test_add_func ("/figure/map-group/many-maps-say-no-names", test_many_maps_say_no_names);
  g_test_add_func ("/figure/map-group/furniture-of-a-sheet-is-moved",
                   test_furniture_of_a_sheet_is_moved);
  g_test_add_func ("/figure/map-group/no-room-is-said", test_no_room_is_said);
  g_test_add_func ("/figure/map-group/small-paper-keeps-words-apart",
                   test_small_paper_keeps_words_apart);
  g_test_add_func ("/figure/map-group/values-of-an-area", test_values_of_an_area);
  g_test_add_func ("/figure/map-group/numbers-are-the-same-on-all-maps",
                   test_numbers_are_the_same_on_all_maps);
  g_test_add_func ("/figure/map-group/figures-of-each-map-stand-beside-each-other",
                   test_figures_of_each_map_stand_beside_each_other);
  g_test_add_func ("/figure/map-group/areas-of-another-set-are-others",
                   test_areas_of_another_set_are_others);

  int status = g_test_run ();

  streek_mesh_unref (mesh);

  return status;
}
