/* test-text.c: text is measured the same everywhere, and keeps its characters */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-cairo.h"
#include "draw/streek-text-private.h"

static const StreekFont font = { .size_pt = 10 };

/* Advances of Cantarell Regular 0.303, in thousandths of an em, from its hmtx table: S 553, t 361,
 * r 377, e 528, k 498 (FreeType, unscaled); "Streek" has no kerning pair. */
static void
test_width_is_that_of_the_font (void)
{
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  g_autoptr (StreekTextRun) run = streek_typesetter_set (typesetter, font, "Streek");
  const double expected = 10 * (553 + 361 + 377 + 528 + 528 + 498) / 1000.0;

  g_assert_cmpfloat_with_epsilon (streek_text_run_get_width (run), expected, 0.01);
  g_assert_cmpuint (streek_text_run_get_n_lines (run), ==, 1);
  g_assert_cmpstr (streek_text_run_get_text (run), ==, "Streek");
}

/* No hinting and no rounding: ten times the size is ten times the width. */
static void
test_width_grows_with_size (void)
{
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  g_autoptr (StreekTextRun) small =
    streek_typesetter_set (typesetter, (StreekFont){ .size_pt = 7 }, "Oostende-Westhoek");
  g_autoptr (StreekTextRun) large =
    streek_typesetter_set (typesetter, (StreekFont){ .size_pt = 70 }, "Oostende-Westhoek");

  g_assert_cmpfloat_with_epsilon (streek_text_run_get_width (large),
                                  10 * streek_text_run_get_width (small), 0.5);
}

static void
test_bold_and_italic_differ (void)
{
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  g_autoptr (StreekTextRun) plain = streek_typesetter_set (typesetter, font, "Streek");
  g_autoptr (StreekTextRun) bold = streek_typesetter_set (
    typesetter, (StreekFont){ .size_pt = 10, .weight = STREEK_WEIGHT_BOLD }, "Streek");
  g_autoptr (StreekTextRun) italic =
    streek_typesetter_set (typesetter, (StreekFont){ .size_pt = 10, .italic = TRUE }, "Streek");

  g_assert_cmpfloat (streek_text_run_get_width (bold), >, streek_text_run_get_width (plain));
  g_assert_cmpfloat (plain->glyphs[0].matrix.xy, ==, 0);
  g_assert_cmpfloat (italic->glyphs[0].matrix.xy, <, 0); /* slanted: Cantarell has no italic */
}

static void
assert_same_glyphs (const StreekGlyphs *line, const StreekGlyphs *layout)
{
  g_assert_cmpstr (line->text, ==, layout->text);
  g_assert_true (line->face == layout->face);
  g_assert_cmpmem (&line->matrix, sizeof line->matrix, &layout->matrix, sizeof layout->matrix);
  g_assert_cmpint (line->n_glyphs, ==, layout->n_glyphs);
  g_assert_cmpint (line->n_clusters, ==, layout->n_clusters);

  for (int i = 0; i < line->n_glyphs; i++)
    {
      g_assert_cmpuint (line->glyphs[i].index, ==, layout->glyphs[i].index);
      g_assert_cmpfloat (line->glyphs[i].x, ==, layout->glyphs[i].x);
      g_assert_cmpfloat (line->glyphs[i].y, ==, layout->glyphs[i].y);
    }
}

/* A line feed takes a layout: the first of its lines is what the text alone must be. */
static void
test_a_line_alone_stands_as_in_a_layout (void)
{
  static const char *const texts[] = { "Sint-Niklaas",
                                       "AVATAR To, Ve.",
                                       "1 234,5 %",
                                       " a  b ",
                                       "Œuvre – café ≈ 3",
                                       "a\xc2\xa0"
                                       "b",
                                       "fi ffl",
                                       "e\xcc\x81" };
  static const double sizes[] = { 6.3, 7.694, 9.5, 15 };
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts) * G_N_ELEMENTS (sizes); i++)
    {
      const char *text = texts[i / G_N_ELEMENTS (sizes)];
      StreekFont sized = { .size_pt = sizes[i % G_N_ELEMENTS (sizes)], .weight = i % 2 };
      g_autofree char *twice = g_strdup_printf ("%s\n%s", text, text);
      g_autoptr (StreekTextRun) line = streek_typesetter_set (typesetter, sized, text);
      g_autoptr (StreekTextRun) layout = streek_typesetter_set (typesetter, sized, twice);

      g_assert_cmpuint (line->n_lines, ==, 1);
      g_assert_cmpuint (layout->n_lines, ==, 2);
      g_assert_cmpstr (line->lines[0].text, ==, layout->lines[0].text);
      g_assert_cmpfloat (line->lines[0].width, ==, layout->lines[0].width);
      g_assert_cmpfloat (line->width, ==, layout->width);
      g_assert_cmpfloat (line->ascent, ==, layout->ascent);
      g_assert_cmpfloat (line->height, ==, layout->height / 2);
      g_assert_cmpuint (line->n_glyphs, ==, layout->lines[0].n);

      for (guint run = 0; run < line->n_glyphs; run++)
        assert_same_glyphs (&line->glyphs[run], &layout->glyphs[run]);
    }
}

static void
test_wraps_and_aligns (void)
{
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  g_autoptr (StreekTextRun) run = streek_typesetter_set_wrapped (
    typesetter, font, "Regionaal Economisch en Sociaal Overlegcomité", 100, 0, STREEK_ALIGN_END);
  double longest = 0;

  g_assert_cmpuint (streek_text_run_get_n_lines (run), >=, 3);
  g_assert_cmpfloat (streek_text_run_get_width (run), <=, 100);

  for (guint i = 0; i < run->n_lines; i++)
    {
      const StreekTextLine *line = &run->lines[i];

      longest = MAX (longest, line->width);
      g_assert_cmpfloat_with_epsilon (line->x + line->width, run->width, 0.01);
      g_assert_cmpfloat (line->y, ==, i == 0 ? 0 : line->y);
    }

  g_assert_cmpfloat_with_epsilon (longest, run->width, 0.001);
  g_assert_cmpfloat (run->lines[1].y, >, 10);
  g_assert_cmpfloat_with_epsilon (streek_text_run_get_height (run), run->n_lines * run->lines[1].y,
                                  0.01);
}

static void
test_ends_in_ellipsis (void)
{
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  const char *text = "Samenwerkingsverband streekbeleid Westhoek";
  g_autoptr (StreekTextRun) run =
    streek_typesetter_set_wrapped (typesetter, font, text, 90, 1, STREEK_ALIGN_START);

  g_assert_cmpuint (streek_text_run_get_n_lines (run), ==, 1);
  g_assert_cmpfloat (streek_text_run_get_width (run), <=, 90);
  g_assert_cmpstr (streek_text_run_get_text (run), ==, text);
  g_assert_true (g_str_has_prefix (run->lines[0].text, "Samenwerkings"));
  g_assert_true (g_str_has_suffix (run->lines[0].text, "…"));
}

/* Every character belongs to a cluster: else it could not be copied from a PDF. */
static void
test_clusters_cover_the_text (void)
{
  const char *texts[] = { "Één", "office fit", "a\u0301", "שלום 12", "Brugge 日" };
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (StreekTextRun) run = streek_typesetter_set (typesetter, font, texts[i]);
      gsize n_bytes = 0;

      for (guint j = 0; j < run->n_glyphs; j++)
        {
          const StreekGlyphs *glyphs = &run->glyphs[j];
          int n_glyphs = 0, n_run_bytes = 0;

          for (int k = 0; k < glyphs->n_clusters; k++)
            {
              n_glyphs += glyphs->clusters[k].num_glyphs;
              n_run_bytes += glyphs->clusters[k].num_bytes;
            }

          g_assert_cmpint (n_glyphs, ==, glyphs->n_glyphs);
          g_assert_cmpint (n_run_bytes, ==, strlen (glyphs->text));
          n_bytes += n_run_bytes;
        }

      g_assert_cmpuint (n_bytes, ==, strlen (texts[i]));
      g_assert_cmpstr (run->lines[0].text, ==, texts[i]);
    }
}

static void
test_survives_what_is_no_text (void)
{
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  g_autoptr (StreekTextRun) empty = streek_typesetter_set (typesetter, font, "");
  g_autoptr (StreekTextRun) broken = streek_typesetter_set (typesetter, font, "Li\xe8ge");

  g_assert_cmpfloat (streek_text_run_get_width (empty), ==, 0);
  g_assert_cmpfloat (streek_text_run_get_height (empty), >, 0);
  g_assert_cmpfloat (streek_text_run_get_width (broken), >, 0);
}

static gpointer
draw_in_thread (gpointer data)
{
  g_autoptr (cairo_surface_t) surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 60, 20);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  guint64 sum = 0;

  cairo_translate (cr, 2, 14);
  streek_cairo_set_font_options (cr);
  streek_cairo_show_text (cr, data);
  cairo_surface_flush (surface);

  const guchar *pixels = cairo_image_surface_get_data (surface);

  for (int i = 0; i < 20 * cairo_image_surface_get_stride (surface); i++)
    sum += pixels[i];

  return GSIZE_TO_POINTER (sum);
}

static void
test_outlives_its_typesetter_in_other_threads (void)
{
  StreekTypesetter *typesetter = streek_typesetter_new ();
  g_autoptr (StreekTextRun) run = streek_typesetter_set (typesetter, font, "Streek");
  GThread *threads[4];

  streek_typesetter_free (typesetter);

  gsize expected = GPOINTER_TO_SIZE (draw_in_thread (run));

  g_assert_cmpuint (expected, >, 1000);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("draw", draw_in_thread, run);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_SIZE (g_thread_join (threads[i])), ==, expected);
}

/* Three lines: the last two alone stand as if they had been set alone. */
static void
test_slices (void)
{
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  g_autoptr (StreekTextRun) run =
    streek_typesetter_set_wrapped (typesetter, font, "een\ntwee\ndrie", 200, 0, STREEK_ALIGN_START);
  g_autoptr (StreekTextRun) alone =
    streek_typesetter_set_wrapped (typesetter, font, "twee\ndrie", 200, 0, STREEK_ALIGN_START);
  g_autoptr (StreekTextRun) slice = streek_text_run_slice (run, 1, 3);

  g_assert_cmpstr (streek_text_run_get_text (slice), ==, "twee\ndrie");
  g_assert_cmpuint (streek_text_run_get_n_lines (slice), ==, 2);
  g_assert_cmpuint (slice->n_glyphs, ==, alone->n_glyphs);
  g_assert_cmpfloat_with_epsilon (streek_text_run_get_height (slice),
                                  streek_text_run_get_height (alone), 0.01);
  g_assert_cmpfloat_with_epsilon (streek_text_run_get_lines_height (run, 0, 1) +
                                    streek_text_run_get_lines_height (run, 1, 3),
                                  streek_text_run_get_height (run), 0.01);

  for (guint i = 0; i < slice->n_glyphs; i++)
    {
      g_assert_cmpstr (slice->glyphs[i].text, ==, alone->glyphs[i].text);
      g_assert_cmpfloat_with_epsilon (slice->glyphs[i].glyphs[0].y, alone->glyphs[i].glyphs[0].y,
                                      0.01);
    }
}

/* The line through a word begins where the word does and is as long; one that is new is wider than
 * it would be, for it is bold; where a mark goes over two lines it is two. */
static void
test_marks_words (void)
{
  static const StreekTextSpan spans[] = { { 4, 8, STREEK_WORDS_STRUCK },
                                          { 9, 18, STREEK_WORDS_NEW } };
  g_autoptr (StreekTypesetter) typesetter = streek_typesetter_new ();
  g_autoptr (StreekTextRun) run =
    streek_typesetter_set_marked (typesetter, font, "van hier naar\nhuis", 200, spans, 2);
  g_autoptr (StreekTextRun) before = streek_typesetter_set (typesetter, font, "van ");
  g_autoptr (StreekTextRun) word = streek_typesetter_set (typesetter, font, "hier");
  g_autoptr (StreekTextRun) plain = streek_typesetter_set (typesetter, font, "naar");
  guint n;
  const StreekTextStroke *strokes = streek_text_run_get_strokes (run, &n);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (strokes[0].mark, ==, STREEK_WORDS_STRUCK);
  g_assert_cmpfloat_with_epsilon (strokes[0].x, streek_text_run_get_width (before), 0.01);
  g_assert_cmpfloat_with_epsilon (strokes[0].width, streek_text_run_get_width (word), 0.01);
  g_assert_cmpfloat (strokes[0].y, <, 0);
  g_assert_cmpint (strokes[1].mark, ==, STREEK_WORDS_NEW);
  g_assert_cmpfloat (strokes[1].width, >, streek_text_run_get_width (plain));
  g_assert_cmpfloat (strokes[1].y, >, 0);
  g_assert_cmpuint (strokes[2].line, ==, 1);

  g_autoptr (StreekTextRun) second = streek_text_run_slice (run, 1, 2);

  strokes = streek_text_run_get_strokes (second, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (strokes[0].line, ==, 0);
  g_assert_cmpfloat (strokes[0].y, <, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draw/text/width-is-that-of-the-font", test_width_is_that_of_the_font);
  g_test_add_func ("/draw/text/width-grows-with-size", test_width_grows_with_size);
  g_test_add_func ("/draw/text/bold-and-italic-differ", test_bold_and_italic_differ);
  g_test_add_func ("/draw/text/a-line-alone-stands-as-in-a-layout",
                   test_a_line_alone_stands_as_in_a_layout);
  g_test_add_func ("/draw/text/wraps-and-aligns", test_wraps_and_aligns);
  g_test_add_func ("/draw/text/ends-in-ellipsis", test_ends_in_ellipsis);
  g_test_add_func ("/draw/text/clusters-cover-the-text", test_clusters_cover_the_text);
  g_test_add_func ("/draw/text/survives-what-is-no-text", test_survives_what_is_no_text);
  g_test_add_func ("/draw/text/outlives-its-typesetter-in-other-threads",
                   test_outlives_its_typesetter_in_other_threads);

  g_test_add_func ("/draw/text/slices", test_slices);
  g_test_add_func ("/draw/text/marks-words", test_marks_words);

  return g_test_run ();
}
