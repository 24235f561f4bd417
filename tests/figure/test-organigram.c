/* test-organigram.c: a tree of areas on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure/streek-organigram.h"
#include "streek-scene-words.h"

#include <stdio.h>
#include <string.h>

/* West-Vlaanderen in June 2016, with a few of its municipalities: one RESOC over two SERRs. */
static const StreekOrganigramNode nodes[] = {
  { "ERSV West-Vlaanderen", "7 gemeenten", -1, 0, FALSE },
  { "SERR Brugge", "2 gemeenten", 0, 1, FALSE },
  { "RESOC Noord-West-Vlaanderen", "2 van 4 gemeenten", 1, 2, TRUE },
  { "Brugge", NULL, 2, 3, FALSE },
  { "Damme", NULL, 2, 3, FALSE },
  { "SERR Oostende-Westhoek", "5 gemeenten", 0, 1, FALSE },
  { "RESOC Noord-West-Vlaanderen", "2 van 4 gemeenten", 5, 2, TRUE },
  { "Bredene", NULL, 6, 3, FALSE },
  { "Oostende", NULL, 6, 3, FALSE },
  { "RESOC Westhoek", "3 gemeenten", 5, 2, FALSE },
  { "Diksmuide", NULL, 9, 3, FALSE },
  { "Ieper", NULL, 9, 3, FALSE },
  { "Veurne", NULL, 9, 3, FALSE },
  { "ERSV Limburg", "1 gemeente", -1, 0, FALSE },
  { "SERR Limburg", "1 gemeente", 13, 1, FALSE },
  { "RESOC Limburg", "1 gemeente", 14, 2, FALSE },
  { "Hasselt", NULL, 15, 3, FALSE },
};

static const StreekSheet a4_landscape = {
  .size = { 842, 595 },
  .language = "nl",
  .title = "Structuur",
  .context = "Gebieden van 1 juni 2016",
};

static char *
layout_page (const StreekSheet *sheet, guint page, gboolean grey)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages =
    streek_organigram_layout (nodes, G_N_ELEMENTS (nodes), sheet, grey, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, 2);

  return streek_scene_to_text (g_ptr_array_index (pages, page));
}

/* The box of a node: its rect is the only mark that both is a rect and has that row. */
static StreekRect
find_box (const char *text, guint row)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *ending = g_strdup_printf (" row %u", row);
  StreekRect box = { 0 };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (g_str_has_prefix (line, "rect ") && g_str_has_suffix (line, ending))
        g_assert_cmpint (
          sscanf (line, "rect %lf %lf %lf %lf", &box.x, &box.y, &box.width, &box.height), ==, 4);
    }

  g_assert_cmpfloat (box.width, >, 0);

  return box;
}

static void
test_each_root_has_a_page (void)
{
  g_autofree char *west = layout_page (&a4_landscape, 0, FALSE);
  g_autofree char *limburg = layout_page (&a4_landscape, 1, FALSE);

  g_assert_cmpuint (streek_scene_words_count (west, "\"Diksmuide\""), ==, 1);
  g_assert_cmpuint (streek_scene_words_count (west, "\"Hasselt\""), ==, 0);
  g_assert_cmpuint (streek_scene_words_count (limburg, "\"Hasselt\""), ==, 1);
  g_assert_cmpuint (streek_scene_words_count (limburg, "\"Diksmuide\""), ==, 0);
}

static void
test_boxes_stand_under_their_parent (void)
{
  static const guint boxes[] = { 1, 2, 5, 6, 9 };
  g_autofree char *text = layout_page (&a4_landscape, 0, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      StreekRect box = find_box (text, boxes[i]);
      StreekRect parent = find_box (text, (guint) nodes[boxes[i]].parent);

      g_assert_cmpfloat (box.y, >, parent.y + parent.height);
      g_assert_cmpfloat (box.x, >=, parent.x - 0.02);
      g_assert_cmpfloat (box.x + box.width, <=, parent.x + parent.width + 0.02);
    }
}

static void
test_boxes_of_a_level_do_not_touch (void)
{
  g_autofree char *text = layout_page (&a4_landscape, 0, FALSE);
  StreekRect left = find_box (text, 6), right = find_box (text, 9);

  g_assert_cmpfloat (left.y, ==, right.y);
  g_assert_cmpfloat (left.height, ==, right.height);
  g_assert_cmpfloat (left.x + left.width, <, right.x);
}

/* The two places of RESOC Noord-West-Vlaanderen, and the lines to them. */
static void
test_parts_are_dashed (void)
{
  g_autofree char *text = layout_page (&a4_landscape, 0, FALSE);

  g_assert_cmpuint (streek_scene_words_count (text, " dash "), ==, 4);
}

static void
test_grey_has_no_colour (void)
{
  g_autofree char *text = layout_page (&a4_landscape, 0, TRUE);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *fill = strstr (lines[i], "fill #");

      if (fill == NULL)
        continue;

      g_assert_cmpint (strncmp (fill + 6, fill + 8, 2), ==, 0);
      g_assert_cmpint (strncmp (fill + 8, fill + 10, 2), ==, 0);
    }
}

static void
test_too_small_paper_is_refused (void)
{
  StreekSheet sheet = a4_landscape;
  g_autoptr (GError) error = NULL;

  sheet.size = (StreekSize){ 200, 200 };

  g_autoptr (GPtrArray) pages =
    streek_organigram_layout (nodes, G_N_ELEMENTS (nodes), &sheet, FALSE, &error);

  g_assert_null (pages);
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_TOO_SMALL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/organigram/each-root-has-a-page", test_each_root_has_a_page);
  g_test_add_func ("/figure/organigram/boxes-stand-under-their-parent",
                   test_boxes_stand_under_their_parent);
  g_test_add_func ("/figure/organigram/boxes-of-a-level-do-not-touch",
                   test_boxes_of_a_level_do_not_touch);
  g_test_add_func ("/figure/organigram/parts-are-dashed", test_parts_are_dashed);
  g_test_add_func ("/figure/organigram/grey-has-no-colour", test_grey_has_no_colour);
  g_test_add_func ("/figure/organigram/too-small-paper-is-refused",
                   test_too_small_paper_is_refused);

  return g_test_run ();
}
