/* test-matrix.c: words in rows and columns, in a window and on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure/streek-matrix.h"
#include "figure/streek-paper-format.h"
#include "streek-sample-grids.h"
#include "streek-scene-words.h"

#include <stdio.h>
#include <string.h>

static StreekGridDrawing *
layout (const StreekMatrix *matrix, double width, double text_scale)
{
  const StreekGridOptions options = {
    .width = width,
    .theme = streek_theme_get_screen (),
    .format = streek_format_get ("nl"),
    .text_scale = text_scale,
  };

  return streek_matrix_layout (matrix, &options);
}

static GPtrArray *
layout_pages (const StreekMatrix *matrix,
              StreekPaperFormat format,
              gboolean landscape,
              gboolean grey)
{
  const StreekSheet sheet = { .size = streek_paper_format_get_size (format, landscape),
                              .language = "nl",
                              .footer = "Dagelijks bestuur" };
  g_autoptr (GError) error = NULL;
  GPtrArray *pages = streek_matrix_layout_pages (matrix, &sheet, grey, &error);

  g_assert_no_error (error);

  return pages;
}

/* All pages as text, one after the other. */
static char *
join_pages (GPtrArray *pages)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *text = streek_scene_to_text (g_ptr_array_index (pages, i));

      g_string_append (all, text);
    }

  return g_string_free (all, FALSE);
}

/* How often the words of a cell of the large sample begin; its name may have a line to itself. */
static guint
count_cell (const char *text, guint row, guint column)
{
  g_autofree char *alone = g_strdup_printf ("\"r%uc%u\"", row, column);
  g_autofree char *words = g_strdup_printf ("\"r%uc%u ", row, column);

  return streek_scene_words_count (text, alone) + streek_scene_words_count (text, words);
}

static const StreekGridSpot *
get_spot (const StreekGridDrawing *drawing, int row, int column)
{
  int index = streek_grid_drawing_find (drawing, row, column);

  g_assert_cmpint (index, >=, 0);

  return &g_array_index (drawing->spots, StreekGridSpot, (guint) index);
}

/* In a window */

static void
test_parts_fit_each_other (void)
{
  g_autoptr (StreekMatrix) matrix = streek_sample_matrix_new ();
  const double widths[] = { 240, 500, 900, 1400 };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (StreekGridDrawing) drawing = layout (matrix, widths[i], 1);
      StreekSize corner = streek_grid_drawing_get_size (drawing, STREEK_GRID_CORNER);
      StreekSize head = streek_grid_drawing_get_size (drawing, STREEK_GRID_HEAD);
      StreekSize side = streek_grid_drawing_get_size (drawing, STREEK_GRID_SIDE);
      StreekSize body = streek_grid_drawing_get_size (drawing, STREEK_GRID_BODY);

      g_assert_cmpfloat (corner.width, ==, side.width);
      g_assert_cmpfloat (corner.height, ==, head.height);
      g_assert_cmpfloat_with_epsilon (head.width, body.width, 0.001);
      g_assert_cmpfloat_with_epsilon (side.height, body.height, 0.001);
      g_assert_cmpfloat (side.width, <=, MAX (widths[i] * 0.35, 65));

      if (widths[i] >= 900)
        g_assert_cmpfloat (side.width + body.width, <=, widths[i] + 0.01);
    }
}

/* Every row that is no heading has a spot for each column, empty ones too. */
static void
test_spots_tile_the_body (void)
{
  g_autoptr (StreekMatrix) matrix = streek_sample_matrix_new ();
  g_autoptr (StreekGridDrawing) drawing = layout (matrix, 700, 1);
  StreekSize body = streek_grid_drawing_get_size (drawing, STREEK_GRID_BODY);
  guint n_columns = streek_matrix_get_n_columns (matrix);

  /* 5 heads, 8 names, 6 rows of 5 cells */
  g_assert_cmpuint (drawing->spots->len, ==, 5 + 8 + 6 * 5);
  g_assert_cmpint (streek_grid_drawing_find (drawing, 0, 0), ==, -1);

  for (guint column = 1; column < n_columns; column++)
    {
      StreekRect left = get_spot (drawing, 1, (int) column - 1)->zone;
      StreekRect right = get_spot (drawing, 1, (int) column)->zone;

      g_assert_cmpfloat_with_epsilon (left.x + left.width, right.x, 0.001);
      g_assert_cmpfloat (left.y, ==, right.y);
    }

  StreekRect first = get_spot (drawing, 1, 0)->zone, last = get_spot (drawing, 7, 4)->zone;

  g_assert_cmpfloat (first.x, ==, 0);
  g_assert_cmpfloat (last.x + last.width, <, body.width); /* the totals follow */
  g_assert_cmpint (
    streek_grid_drawing_pick (drawing, STREEK_GRID_BODY, (StreekPoint){ last.x + 1, last.y + 1 }),
    ==, streek_grid_drawing_find (drawing, 7, 4));
  g_assert_cmpint (streek_grid_drawing_pick (drawing, STREEK_GRID_BODY, (StreekPoint){ -1, 3 }), ==,
                   -1);
}

/* The nth rect with a hatch. */
static StreekRect
find_hatched (const char *text, guint nth)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  StreekRect rect = { 0 };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchug (lines[i]);

      if (!g_str_has_prefix (line, "rect ") || strstr (line, " diagonal ") == NULL || nth-- > 0)
        continue;

      g_assert_cmpint (
        sscanf (line, "rect %lf %lf %lf %lf", &rect.x, &rect.y, &rect.width, &rect.height), ==, 4);
      break;
    }

  return rect;
}

/* The hatch of "not described" is as large as the place itself: the fourth row, its first and its
 * fourth column. Both gaps have their sign. */
static void
test_marks_lie_in_their_cell (void)
{
  g_autoptr (StreekMatrix) matrix = streek_sample_matrix_new ();
  g_autoptr (StreekGridDrawing) drawing = layout (matrix, 700, 1);
  StreekScene *body = drawing->parts[STREEK_GRID_BODY];
  g_autofree char *text = streek_scene_to_text (body);
  const int columns[] = { 0, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      StreekRect zone = get_spot (drawing, 3, columns[i])->zone, rect = find_hatched (text, i);
      StreekPoint corner = { zone.x + zone.width - 2, zone.y + zone.height - 2 };

      g_assert_cmpfloat_with_epsilon (rect.x, zone.x, 0.006);
      g_assert_cmpfloat_with_epsilon (rect.y, zone.y, 0.006);
      g_assert_cmpfloat_with_epsilon (rect.width, zone.width, 0.006);
      g_assert_cmpfloat_with_epsilon (rect.height, zone.height, 0.006);
      g_assert_cmpint (streek_scene_pick (body, corner), ==, 3 * 5 + columns[i]);
    }

  g_assert_cmpuint (streek_scene_words_count (text, "\"!\""), ==, 2);
}

static void
test_larger_letters_make_larger_cells (void)
{
  g_autoptr (StreekMatrix) matrix = streek_sample_matrix_new ();
  g_autoptr (StreekGridDrawing) drawing = layout (matrix, 700, 1);
  g_autoptr (StreekGridDrawing) large = layout (matrix, 700, 2);
  StreekSize small_body = streek_grid_drawing_get_size (drawing, STREEK_GRID_BODY);
  StreekSize large_body = streek_grid_drawing_get_size (large, STREEK_GRID_BODY);

  g_assert_cmpfloat (large_body.height, >, small_body.height * 1.9);
  g_assert_cmpuint (large->spots->len, ==, drawing->spots->len);
}

static void
test_arrow_keys_walk_cells (void)
{
  g_autoptr (StreekMatrix) matrix = streek_sample_matrix_new ();
  g_autoptr (StreekGridDrawing) drawing = layout (matrix, 700, 1);
  int spot = streek_grid_drawing_walk (drawing, -1, STREEK_WALK_DOWN);

  g_assert_cmpint (spot, ==, streek_grid_drawing_find (drawing, 1, 0));
  spot = streek_grid_drawing_walk (drawing, spot, STREEK_WALK_RIGHT);
  g_assert_cmpint (spot, ==, streek_grid_drawing_find (drawing, 1, 1));
  spot = streek_grid_drawing_walk (drawing, spot, STREEK_WALK_DOWN);
  spot = streek_grid_drawing_walk (drawing, spot, STREEK_WALK_DOWN);
  g_assert_cmpint (spot, ==, streek_grid_drawing_find (drawing, 3, 1));
  spot = streek_grid_drawing_walk_to_end (drawing, spot, TRUE);
  g_assert_cmpint (spot, ==, streek_grid_drawing_find (drawing, 3, 4));
  g_assert_cmpint (streek_grid_drawing_walk (drawing, spot, STREEK_WALK_RIGHT), ==, spot);

  /* a heading has no cells: the column goes on below it, and ends in its own head */
  spot = streek_grid_drawing_walk (drawing, spot, STREEK_WALK_DOWN);
  g_assert_cmpint (spot, ==, streek_grid_drawing_find (drawing, 5, 4));
  spot = streek_grid_drawing_find (drawing, 1, 2);
  spot = streek_grid_drawing_walk (drawing, spot, STREEK_WALK_UP);
  g_assert_cmpint (spot, ==, streek_grid_drawing_find (drawing, STREEK_GRID_HEADING, 2));

  /* names lead to names, those of headings too */
  spot = streek_grid_drawing_find (drawing, 3, STREEK_GRID_HEADING);
  spot = streek_grid_drawing_walk (drawing, spot, STREEK_WALK_DOWN);
  g_assert_cmpint (spot, ==, streek_grid_drawing_find (drawing, 4, STREEK_GRID_HEADING));
  g_assert_cmpint (
    streek_grid_drawing_walk (drawing, streek_grid_drawing_find (drawing, 1, STREEK_GRID_HEADING),
                              STREEK_WALK_LEFT),
    ==, streek_grid_drawing_find (drawing, 1, STREEK_GRID_HEADING));
}

/* A board of cards: no side, lanes over the cells, and each card has an id. */
static void
test_a_board_has_no_side (void)
{
  g_autoptr (StreekMatrix) matrix = streek_sample_board_new ();
  g_autoptr (StreekGridDrawing) drawing = layout (matrix, 600, 1);
  g_autofree char *body = streek_scene_to_text (drawing->parts[STREEK_GRID_BODY]);
  g_autofree char *words = streek_matrix_describe (matrix, 1, 1);
  g_autofree char *csv = streek_table_to_csv (streek_matrix_get_table (matrix), NULL);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  int spot = streek_grid_drawing_find (drawing, 2, 0);

  g_assert_null (drawing->parts[STREEK_GRID_SIDE]);
  g_assert_null (drawing->parts[STREEK_GRID_CORNER]);
  g_assert_cmpuint (streek_scene_words_count (body, "\"Ruimte en mobiliteit\""), ==, 1);
  g_assert_cmpuint (drawing->spots->len, ==, 4 + 3 * 4);
  g_assert_cmpint (streek_grid_drawing_walk (drawing, spot, STREEK_WALK_DOWN), ==,
                   streek_grid_drawing_find (drawing, 4, 0));

  g_assert_cmpstr (streek_matrix_get_cell_id (matrix, 1, 1), ==, "a1");
  g_assert_null (streek_matrix_get_cell_id (matrix, 1, 2));
  g_assert_cmpstr (words, ==, "bezig: trekker: Onderwijsbeurs; K1, emphasised");
  g_assert_cmpstr (g_strchomp (lines[0]), ==, "group,gepland,bezig,vertraagd,klaar");
  g_assert_cmpstr (g_strchomp (lines[4]), ==, "Totaal,3,1,0,1");

  g_autoptr (GPtrArray) pages = layout_pages (matrix, STREEK_PAPER_A4, FALSE, FALSE);

  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_cmpuint (streek_scene_words_check (g_ptr_array_index (pages, 0)), >, 10);
}

/* On paper */

/* Three hundred of them: in columns, on pages of their own where there is no room. */
static void
test_many_sources_stand_in_columns (void)
{
  const StreekMatrixRow rows[] = { { .id = "r", .name = "rij" } };
  const StreekMatrixColumn columns[] = { { .id = "c", .name = "kolom" } };
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 300; i++)
    g_ptr_array_add (sources, g_strdup_printf ("bron %u", i + 1));

  const StreekMatrixSpec spec = { .title = "Eén",
                                  .n_rows = 1,
                                  .rows = rows,
                                  .n_columns = 1,
                                  .columns = columns,
                                  .n_sources = sources->len,
                                  .sources = (const char *const *) sources->pdata };
  g_autoptr (StreekMatrix) matrix = streek_matrix_new (&spec, NULL);
  const StreekSheet card = { .size = { 300, 200 }, .language = "nl" };
  g_autoptr (GPtrArray) sheet = layout_pages (matrix, STREEK_PAPER_A4, TRUE, FALSE);
  g_autoptr (GPtrArray) cards = streek_matrix_layout_pages (matrix, &card, FALSE, NULL);
  g_autofree char *text = join_pages (sheet);
  g_autofree char *card_text = join_pages (cards);

  g_assert_cmpuint (sheet->len, ==, 1);
  g_assert_cmpuint (cards->len, >, 3);

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *source = g_strdup_printf ("\"%u. bron %u\"", i + 1, i + 1);

      g_assert_cmpuint (streek_scene_words_count (text, source), ==, 1);
      g_assert_cmpuint (streek_scene_words_count (card_text, source), ==, 1);
    }

  for (guint i = 0; i < cards->len; i++)
    streek_scene_words_check (g_ptr_array_index (cards, i));
  streek_scene_words_check (g_ptr_array_index (sheet, 0));
}

static const struct
{
  StreekPaperFormat format;
  gboolean landscape;
} papers[] = {
  { STREEK_PAPER_A4, FALSE },
  { STREEK_PAPER_A4, TRUE },
  { STREEK_PAPER_A3, FALSE },
  { STREEK_PAPER_A3, TRUE },
};

static void
test_every_cell_is_printed_once (void)
{
  g_autoptr (StreekMatrix) matrix = streek_sample_matrix_new_large (30, 20);

  for (gsize p = 0; p < G_N_ELEMENTS (papers); p++)
    {
      g_autoptr (GPtrArray) pages =
        layout_pages (matrix, papers[p].format, papers[p].landscape, FALSE);
      g_autofree char *all = join_pages (pages);

      g_assert_cmpuint (pages->len, >, 1);

      for (guint i = 0; i < 30 * 20; i++)
        {
          g_assert_cmpuint (count_cell (all, i / 20, i % 20), ==, 1);
        }
    }
}

/* A page that shows a cell shows the name of its row and of its column. */
static void
test_every_page_has_head_and_side (void)
{
  g_autoptr (StreekMatrix) matrix = streek_sample_matrix_new_large (30, 20);
  g_autoptr (GPtrArray) pages = layout_pages (matrix, STREEK_PAPER_A4, TRUE, FALSE);

  for (guint page = 0; page < pages->len; page++)
    {
      g_autofree char *text = streek_scene_to_text (g_ptr_array_index (pages, page));
      g_autofree char *number = g_strdup_printf ("\"Page %u of %u\"", page + 1, pages->len);

      g_assert_nonnull (strstr (text, number));
      g_assert_nonnull (strstr (text, "\"Dagelijks bestuur\""));
      g_assert_nonnull (strstr (text, "\"trekker\""));

      for (guint i = 0; i < 30 * 20; i++)
        {
          g_autofree char *row = g_strdup_printf ("\"rij %u\"", i / 20);
          g_autofree char *column = g_strdup_printf ("\"kolom %u\"", i % 20);

          if (count_cell (text, i / 20, i % 20) == 0)
            continue;

          g_assert_cmpuint (streek_scene_words_count (text, row), ==, 1);
          g_assert_cmpuint (streek_scene_words_count (text, column), ==, 1);
        }
    }
}

static void
test_words_keep_off_each_other (void)
{
  g_autoptr (StreekMatrix) small = streek_sample_matrix_new ();
  g_autoptr (StreekMatrix) large = streek_sample_matrix_new_large (30, 20);

  for (gsize p = 0; p < G_N_ELEMENTS (papers); p++)
    {
      g_autoptr (GPtrArray) pages =
        layout_pages (small, papers[p].format, papers[p].landscape, FALSE);
      g_autoptr (GPtrArray) more =
        layout_pages (large, papers[p].format, papers[p].landscape, TRUE);

      g_ptr_array_extend (pages, more, (GCopyFunc) (void (*) (void)) streek_scene_ref, NULL);

      for (guint i = 0; i < pages->len; i++)
        g_assert_cmpuint (streek_scene_words_check (g_ptr_array_index (pages, i)), >, 10);
    }
}

static void
test_empty_columns_are_kept (void)
{
  g_autoptr (StreekMatrix) matrix = streek_sample_matrix_new ();
  g_autoptr (GPtrArray) pages = layout_pages (matrix, STREEK_PAPER_A4, TRUE, FALSE);
  g_autofree char *text = join_pages (pages);

  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_cmpuint (streek_scene_words_count (text, "\"Onderwijsinstellingen\""), ==, 1);
  g_assert_nonnull (
    strstr (streek_matrix_get_description (matrix), "Nothing stands in: Onderwijsinstellingen."));
}

static void
test_sources_are_numbered (void)
{
  g_autoptr (StreekMatrix) matrix = streek_sample_matrix_new ();
  g_autoptr (GPtrArray) pages = layout_pages (matrix, STREEK_PAPER_A3, TRUE, FALSE);
  g_autofree char *text = join_pages (pages);

  g_assert_cmpuint (streek_scene_words_count (text, "\"trekker¹\""), ==, 1);
  g_assert_cmpuint (streek_scene_words_count (text, "\"1. Nota over de werking, p. 12\""), ==, 1);
  g_assert_cmpuint (streek_scene_words_count (text, "\"3. Jaarplanning, bijlage 2\""), ==, 1);
}

static gboolean
is_grey (const char *color)
{
  return strncmp (color, color + 2, 2) == 0 && strncmp (color + 2, color + 4, 2) == 0;
}

/* Red, green and blue differ by no more than ink does, which is a little blue. */
static void
test_grey_has_no_colour (void)
{
  g_autoptr (StreekMatrix) matrix = streek_sample_matrix_new ();
  g_autoptr (GPtrArray) pages = layout_pages (matrix, STREEK_PAPER_A4, TRUE, TRUE);
  g_autofree char *text = join_pages (pages);
  guint n = 0;

  for (const char *at = text; (at = strchr (at, '#')) != NULL; at++)
    {
      if (g_str_has_prefix (at, "#212126") || g_str_has_prefix (at, "#61616b") ||
          g_str_has_prefix (at, "#b8b8bf"))
        continue;

      g_assert_true (is_grey (at + 1));
      n++;
    }

  g_assert_cmpuint (n, >, 20);
}

static void
test_a_cell_higher_than_the_paper_goes_on (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const StreekMatrixRow rows[] = { { .id = "r", .name = "rij" } };
  const StreekMatrixColumn columns[] = { { .id = "c", .name = "kolom" } };
  const StreekSheet sheet = { .size = { 300, 200 }, .language = "nl" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append (words, "overleg ");

  const StreekMatrixCell cells[] = { { .kind = STREEK_MATRIX_ORDINARY,
                                       .text = words->str,
                                       .category = STREEK_MATRIX_NONE,
                                       .source = STREEK_MATRIX_NONE } };
  const StreekMatrixSpec spec = { .title = "Eén",
                                  .n_rows = 1,
                                  .rows = rows,
                                  .n_columns = 1,
                                  .columns = columns,
                                  .n_cells = 1,
                                  .cells = cells };
  g_autoptr (StreekMatrix) matrix = streek_matrix_new (&spec, NULL);
  g_autoptr (GPtrArray) pages = streek_matrix_layout_pages (matrix, &sheet, FALSE, &error);
  guint n_words = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, >, 1);

  for (guint page = 0; page < pages->len; page++)
    {
      g_autofree char *text = streek_scene_to_text (pages->pdata[page]);

      g_assert_cmpint (strstr (text, "\"rij\"") != NULL, ==, page == 0);
      g_assert_cmpint (strstr (text, "rij, continued") != NULL, ==, page > 0);
      for (const char *p = text; (p = strstr (p, "overleg")) != NULL; p++)
        n_words++;
    }

  g_assert_cmpuint (n_words, ==, 400);

  /* where not even a line has room */
  const StreekSheet strip = { .size = { 300, 60 }, .language = "nl" };
  g_autoptr (GPtrArray) none = streek_matrix_layout_pages (matrix, &strip, FALSE, &error);

  g_assert_null (none);
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_TOO_SMALL);
}

/* In words */

static void
test_nothing_is_an_error (void)
{
  const StreekMatrixSpec spec = { .title = "Leeg" };
  g_autoptr (GError) error = NULL;

  g_assert_null (streek_matrix_new (&spec, &error));
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_NO_DATA);
}

/* Colour and sign are in the words: the first cell is emphasised and of the category "trekker". */
static void
test_table_says_what_colours_say (void)
{
  g_autoptr (StreekMatrix) matrix = streek_sample_matrix_new ();
  g_autofree char *csv = streek_table_to_csv (streek_matrix_get_table (matrix), NULL);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  g_assert_cmpstr (g_strchomp (lines[0]), ==, "group,row,c1,c2,c3,c4,c5,total");
  g_assert_cmpstr (g_strchomp (lines[1]), ==,
                   "Werken en leren,Aansluiting onderwijs en arbeidsmarkt (pijler 1),"
                   "\"trekker, nadruk [1]\",partner; overgangen [2],,adviseren,,3");
  g_assert_cmpstr (g_strchomp (lines[2]), ==,
                   "Werken en leren,Werkplekleren,partner,missing,,,aanwezig [3],3");
  g_assert_cmpstr (g_strchomp (lines[3]), ==,
                   "Werken en leren,Sociale economie,not described,,,"
                   "not described; enkel vermeld [3],in bepaalde gevallen,2");
  g_assert_cmpstr (g_strchomp (lines[7]), ==, ",Totaal,5,4,0,4,3,");
  g_assert_cmpuint (streek_table_get_n_remarks (streek_matrix_get_table (matrix)), ==, 3);
}

static void
test_each_place_in_words (void)
{
  g_autoptr (StreekMatrix) matrix = streek_sample_matrix_new ();
  g_autofree char *cell = streek_matrix_describe (matrix, 1, 0);
  g_autofree char *empty = streek_matrix_describe (matrix, 1, 2);
  g_autofree char *row = streek_matrix_describe (matrix, 1, STREEK_GRID_HEADING);
  g_autofree char *column = streek_matrix_describe (matrix, STREEK_GRID_HEADING, 3);

  g_assert_cmpstr (cell, ==,
                   "Aansluiting onderwijs en arbeidsmarkt, Noord: trekker, nadruk\n"
                   "Zit het overleg voor.\nSource 1: Nota over de werking, p. 12");
  g_assert_cmpstr (empty, ==,
                   "Aansluiting onderwijs en arbeidsmarkt, Onderwijsinstellingen: nothing");
  g_assert_cmpstr (row, ==, "Aansluiting onderwijs en arbeidsmarkt\npijler 1\nTotaal: 3");
  g_assert_cmpstr (column, ==, "Werknemersorganisaties\nSociale partners\nTotaal: 4");
}

static void
test_description_counts (void)
{
  g_autoptr (StreekMatrix) matrix = streek_sample_matrix_new ();

  /* counted by hand in the sample: 15 cells, 2 of them gaps and 2 not described */
  g_assert_true (
    g_str_has_prefix (streek_matrix_get_description (matrix),
                      "Matrix: Rollen per thema. 6 rows by 5 columns, 11 cells filled. "
                      "2 cells: missing. 2 cells: not described. "));
  g_assert_cmpint (streek_matrix_find_row (matrix, "r4"), ==, 5);
  g_assert_cmpint (streek_matrix_find_column (matrix, "c4"), ==, 3);
  g_assert_cmpint (streek_matrix_find_column (matrix, "c9"), ==, -1);
}

/* A goal with cells of its own over two actions: one inherits, one nobody entered anything of. */
static void
test_a_heading_may_have_cells (void)
{
  static const StreekMatrixRow rows[] = {
    { .id = "goal", .name = "Doel", .is_heading = TRUE },
    { .id = "a", .name = "Actie" },
    { .id = "empty", .name = "Leeg doel", .is_heading = TRUE },
    { .id = "b", .name = "Andere actie" },
  };
  static const StreekMatrixColumn columns[] = { { .id = "x", .name = "Werk" },
                                                { .id = "y", .name = "Wonen" } };
  static const StreekMatrixCell cells[] = {
    { 0, 0, STREEK_MATRIX_ORDINARY, NULL, NULL, STREEK_MATRIX_NONE, STREEK_MATRIX_NONE },
    { 1, 0, STREEK_MATRIX_INHERITED, NULL, "Via Doel", STREEK_MATRIX_NONE, STREEK_MATRIX_NONE },
    { 3, 1, STREEK_MATRIX_UNKNOWN, NULL, NULL, STREEK_MATRIX_NONE, STREEK_MATRIX_NONE },
  };
  static const StreekMatrixSpec spec = { .title = "Acties",
                                         .corner = "Actie",
                                         .n_rows = G_N_ELEMENTS (rows),
                                         .rows = rows,
                                         .n_columns = G_N_ELEMENTS (columns),
                                         .columns = columns,
                                         .n_cells = G_N_ELEMENTS (cells),
                                         .cells = cells };
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekMatrix) matrix = streek_matrix_new (&spec, &error);

  g_assert_no_error (error);

  g_autoptr (StreekGridDrawing) drawing = layout (matrix, 500, 1);
  g_autofree char *body = streek_scene_to_text (drawing->parts[STREEK_GRID_BODY]);
  g_autofree char *legend = streek_scene_to_text (drawing->parts[STREEK_GRID_LEGEND]);
  g_autofree char *csv = streek_table_to_csv (streek_matrix_get_table (matrix), NULL);
  g_autofree char *inherited = streek_matrix_describe (matrix, 1, 0);

  /* 2 heads, 4 names, 3 rows of 2 cells: the empty heading has none */
  g_assert_cmpuint (drawing->spots->len, ==, 2 + 4 + 3 * 2);
  g_assert_cmpint (streek_grid_drawing_find (drawing, 0, 1), >=, 0);
  g_assert_cmpint (streek_grid_drawing_find (drawing, 2, 1), ==, -1);
  g_assert_cmpuint (streek_scene_words_count (body, "\"–\""), ==, 1);
  g_assert_cmpuint (streek_scene_words_count (legend, "\"inherited\""), ==, 1);
  g_assert_cmpuint (streek_scene_words_count (legend, "\"not entered\""), ==, 1);
  g_assert_cmpstr (inherited, ==, "Actie, Werk: inherited\nVia Doel");
  g_assert_nonnull (strstr (csv, "Doel,Doel,applies,\n"));
  g_assert_nonnull (strstr (csv, "Doel,Actie,inherited,\n"));
  g_assert_nonnull (strstr (csv, "Leeg doel,Andere actie,,not entered\n"));
  g_assert_null (strstr (streek_matrix_get_description (matrix), "Nothing stands in"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/matrix/parts-fit-each-other", test_parts_fit_each_other);
  g_test_add_func ("/figure/matrix/spots-tile-the-body", test_spots_tile_the_body);
  g_test_add_func ("/figure/matrix/marks-lie-in-their-cell", test_marks_lie_in_their_cell);
  g_test_add_func ("/figure/matrix/larger-letters-make-larger-cells",
                   test_larger_letters_make_larger_cells);
  g_test_add_func ("/figure/matrix/arrow-keys-walk-cells", test_arrow_keys_walk_cells);
  g_test_add_func ("/figure/matrix/a-board-has-no-side", test_a_board_has_no_side);
  g_test_add_func ("/figure/matrix/many-sources-stand-in-columns",
                   test_many_sources_stand_in_columns);
  g_test_add_func ("/figure/matrix/every-cell-is-printed-once", test_every_cell_is_printed_once);
  g_test_add_func ("/figure/matrix/every-page-has-head-and-side",
                   test_every_page_has_head_and_side);
  g_test_add_func ("/figure/matrix/words-keep-off-each-other", test_words_keep_off_each_other);
  g_test_add_func ("/figure/matrix/empty-columns-are-kept", test_empty_columns_are_kept);
  g_test_add_func ("/figure/matrix/sources-are-numbered", test_sources_are_numbered);
  g_test_add_func ("/figure/matrix/grey-has-no-colour", test_grey_has_no_colour);
  g_test_add_func ("/figure/matrix/a-cell-higher-than-the-paper-goes-on",
                   test_a_cell_higher_than_the_paper_goes_on);
  g_test_add_func ("/figure/matrix/nothing-is-an-error", test_nothing_is_an_error);
  g_test_add_func ("/figure/matrix/table-says-what-colours-say", test_table_says_what_colours_say);
  g_test_add_func ("/figure/matrix/each-place-in-words", test_each_place_in_words);
  g_test_add_func ("/figure/matrix/description-counts", test_description_counts);
  g_test_add_func ("/figure/matrix/a-heading-may-have-cells", test_a_heading_may_have_cells);

  return g_test_run ();
}
