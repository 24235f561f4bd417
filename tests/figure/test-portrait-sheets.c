/* test-portrait-sheets.c: a portrait on as many pages as it needs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "figure/streek-portrait-sheets.h"

#include "streek-scene-words.h"

#include <string.h>

#define N_ROWS 90
#define N_WORDS 1800

static const StreekSheet a4 = { .size = { 595, 842 }, .language = "nl", .title = "Project" };

static StreekImage *
make_image (void)
{
  const guint32 red = 0xffff0000, pixels[] = { red, red, red, red };
  g_autoptr (GBytes) bytes = g_bytes_new (pixels, sizeof pixels);

  return streek_image_new (2, 2, bytes);
}

/* A table over pages, a text longer than a page in which every word is another one, a picture. */
static StreekPortrait *
make_portrait (void)
{
  static const char *const heads[] = { "Partner", "Amount" };
  StreekPortrait *portrait = streek_portrait_new ("Project", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (StreekImage) image = make_image ();

  streek_portrait_add_heading (portrait, 1, "Nothing here", NULL);
  streek_portrait_add_heading (portrait, 1, "Partners", NULL);
  streek_portrait_add_head (portrait, heads, 2, 1u << 1);
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *name = g_strdup_printf ("partner-%03u", i);
      const char *const cells[] = { name, "1.000" };

      streek_portrait_add_row (portrait, cells, 2, NULL);
    }
  for (guint i = 0; i < N_WORDS; i++)
    g_string_append_printf (text, "word%04u ", i);
  streek_portrait_add_heading (portrait, 1, "Long", NULL);
  streek_portrait_add_fact (portrait, "Approach", text->str);
  streek_portrait_add_picture (portrait, "Logo", g_strdup ("fund:1"));
  streek_portrait_set_picture (portrait, streek_portrait_get_n_lines (portrait) - 1, image, NULL);

  return portrait;
}

static GPtrArray *
lay_out (const StreekPortrait *portrait)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *pages =
    streek_portrait_sheets_layout (portrait, NULL, streek_format_get ("nl"), &a4, &error);

  g_assert_no_error (error);

  return pages;
}

static char *
join_text (const GPtrArray *pages)
{
  GString *all = g_string_new (NULL);

  for (guint page = 0; page < pages->len; page++)
    {
      g_autofree char *text = streek_scene_to_text (pages->pdata[page]);

      g_string_append (all, text);
    }

  return g_string_free (all, FALSE);
}

static void
test_nothing_is_cut (void)
{
  g_autoptr (StreekPortrait) portrait = make_portrait ();
  g_autoptr (GPtrArray) pages = lay_out (portrait);
  g_autofree char *text = join_text (pages);

  g_assert_cmpuint (pages->len, >, 3);
  g_assert_null (strstr (text, "…"));

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *name = g_strdup_printf ("partner-%03u", i);

      g_assert_cmpuint (streek_scene_words_count (text, name), ==, 1);
    }
  for (guint i = 0; i < N_WORDS; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%04u", i);

      g_assert_cmpuint (streek_scene_words_count (text, word), ==, 1);
    }
  for (guint page = 0; page < pages->len; page++)
    streek_scene_words_check (pages->pdata[page]);
}

static guint
count_rules (const StreekPortrait *portrait)
{
  g_autoptr (GPtrArray) pages = lay_out (portrait);
  g_autofree char *text = join_text (pages);

  return streek_scene_words_count (text, "rule");
}

/* Each marked word has its line, also on the page on which its text goes on. */
static void
test_words_are_marked (void)
{
  static const StreekWordsMark marks[] = { STREEK_WORDS_STRUCK, STREEK_WORDS_NEW };
  g_autoptr (StreekPortrait) portrait = streek_portrait_new ("P", NULL);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (StreekTextSpan));
  g_autoptr (GString) text = g_string_new (NULL);

  /* every hundredth word of nine bytes */
  for (guint i = 0; i < N_WORDS; i++)
    {
      StreekTextSpan span = { text->len, text->len + 8, marks[i / 100 % 2] };

      if (i % 100 == 50)
        g_array_append_val (spans, span);
      g_string_append_printf (text, "word%04u ", i);
    }
  streek_portrait_add_fact (portrait, "Old text", text->str);

  g_autoptr (GPtrArray) pages = lay_out (portrait);
  guint n_rules = count_rules (portrait);

  g_assert_cmpuint (pages->len, >, 1);
  streek_portrait_mark (portrait, spans);
  g_assert_cmpuint (count_rules (portrait) - n_rules, ==, N_WORDS / 100);
}

static void
test_heads_are_repeated (void)
{
  g_autoptr (StreekPortrait) portrait = make_portrait ();
  g_autoptr (GPtrArray) pages = lay_out (portrait);
  guint n_with_rows = 0, n_with_heads = 0;

  for (guint page = 0; page < pages->len; page++)
    {
      g_autofree char *text = streek_scene_to_text (pages->pdata[page]);
      g_autofree char *number = g_strdup_printf ("\"Page %u of %u\"", page + 1, pages->len);

      n_with_rows += strstr (text, "\"partner-") != NULL;
      n_with_heads += strstr (text, "\"Partner\"") != NULL;
      g_assert_nonnull (strstr (text, number));
      g_assert_null (strstr (text, "Nothing here"));
    }

  g_assert_cmpuint (n_with_rows, >, 1);
  g_assert_cmpuint (n_with_heads, ==, n_with_rows);
}

static void
test_a_word_longer_than_a_page_ends (void)
{
  g_autoptr (StreekPortrait) portrait = streek_portrait_new ("P", NULL);
  g_autofree char *word = g_strnfill (12000, 'x');
  static const char *const heads[] = { "A", "B" };
  const char *const cells[] = { "short", word };

  streek_portrait_add_head (portrait, heads, 2, 0);
  streek_portrait_add_row (portrait, cells, 2, NULL);

  g_autoptr (GPtrArray) pages = lay_out (portrait);
  g_autofree char *text = join_text (pages);

  g_assert_cmpuint (pages->len, >, 1);
  g_assert_cmpuint (streek_scene_words_count (text, "short"), ==, 1);
}

static void
test_pictures_and_their_faults (void)
{
  g_autoptr (StreekPortrait) portrait = make_portrait ();
  g_autoptr (GPtrArray) pages = lay_out (portrait);
  g_autofree char *text = join_text (pages);
  g_autoptr (StreekPortrait) broken = streek_portrait_new ("P", NULL);

  g_assert_cmpuint (streek_scene_words_count (text, "image 2×2"), ==, 1);

  streek_portrait_add_picture (broken, "Logo", g_strdup ("fund:1"));
  streek_portrait_set_picture (broken, 0, NULL, "It cannot be shown.");

  g_autoptr (GPtrArray) others = lay_out (broken);
  g_autofree char *said = join_text (others);

  g_assert_nonnull (strstr (said, "It cannot be shown."));
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;

  return n;
}

/* Four years with 2014 between the second and the third: two lines, a foot, three full dots and
 * one that is open; name and words are beside it. */
static void
test_a_course_is_drawn (void)
{
  g_autoptr (StreekPortrait) portrait = streek_portrait_new ("P", NULL);
  StreekCountCourse *course = streek_count_course_new ();

  streek_count_course_add (course, streek_period_from_year (2012), 120, STREEK_QUALIFIER_NONE,
                           "120");
  streek_count_course_add (course, streek_period_from_year (2013), 200, STREEK_QUALIFIER_ABOUT,
                           "200");
  streek_count_course_add (course, streek_period_from_year (2015), 350, STREEK_QUALIFIER_NONE,
                           "350");
  streek_count_course_add (course, streek_period_from_year (2016), 0, STREEK_QUALIFIER_NONE, "0");
  streek_portrait_add_course (portrait, "Facebook", course, "From 120 to 0.", NULL);

  g_autoptr (GPtrArray) pages = lay_out (portrait);
  g_autofree char *text = join_text (pages);

  g_test_message ("%s", text);
  g_assert_cmpuint (count (text, "stroke #212126 1.2"), ==, 2);
  g_assert_cmpuint (count (text, "circle "), ==, 4);
  g_assert_cmpuint (count (text, "stroke #212126 0.9"), ==, 1);
  g_assert_nonnull (strstr (text, "\"Facebook\""));
  g_assert_nonnull (strstr (text, "From 120 to 0. Open dots are not exact."));
  streek_scene_words_check (pages->pdata[0]);
}

/* It goes to the next page whole, and a story in the place of its name goes on without it. */
static void
test_a_course_is_never_cut (void)
{
  for (guint n_words = 1; n_words <= N_WORDS; n_words += N_WORDS - 1)
    {
      g_autoptr (StreekPortrait) portrait = streek_portrait_new ("P", NULL);
      g_autoptr (GString) name = g_string_new (NULL);

      for (guint i = 0; i < n_words; i++)
        g_string_append_printf (name, "word%04u ", i);
      for (guint i = 0; i < 40; i++)
        {
          StreekCountCourse *course = streek_count_course_new ();

          streek_count_course_add (course, streek_period_from_year (2012), 1, STREEK_QUALIFIER_NONE,
                                   "1");
          streek_count_course_add (course, streek_period_from_year (2013), 2, STREEK_QUALIFIER_NONE,
                                   "2");
          streek_portrait_add_course (portrait, i == 0 ? name->str : "F", course, "From 1 to 2.",
                                      NULL);
        }

      g_autoptr (GPtrArray) pages = lay_out (portrait);
      g_autofree char *text = join_text (pages);

      g_assert_cmpuint (pages->len, >, 1);
      g_assert_cmpuint (count (text, "circle "), ==, n_words == 1 ? 80 : 78);
      for (guint i = 0; i < n_words; i++)
        {
          g_autofree char *word = g_strdup_printf ("word%04u", i);

          g_assert_cmpuint (streek_scene_words_count (text, word), ==, 1);
        }
      for (guint page = 0; page < pages->len; page++)
        streek_scene_words_check (pages->pdata[page]);
    }
}

static void
test_paper_that_is_too_small (void)
{
  g_autoptr (StreekPortrait) portrait = make_portrait ();
  const StreekSheet stamp = { .size = { 90, 90 }, .language = "nl", .title = "P" };
  g_autoptr (GError) error = NULL;

  g_assert_null (
    streek_portrait_sheets_layout (portrait, NULL, streek_format_get ("nl"), &stamp, &error));
  g_assert_error (error, STREEK_FIGURE_ERROR, STREEK_FIGURE_ERROR_TOO_SMALL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/portrait-sheets/nothing-is-cut", test_nothing_is_cut);
  g_test_add_func ("/figure/portrait-sheets/heads-are-repeated", test_heads_are_repeated);
  g_test_add_func ("/figure/portrait-sheets/marked-words", test_words_are_marked);
  g_test_add_func ("/figure/portrait-sheets/a-word-longer-than-a-page-ends",
                   test_a_word_longer_than_a_page_ends);
  g_test_add_func ("/figure/portrait-sheets/pictures-and-their-faults",
                   test_pictures_and_their_faults);
  g_test_add_func ("/figure/portrait-sheets/a-course-is-drawn", test_a_course_is_drawn);
  g_test_add_func ("/figure/portrait-sheets/a-course-is-never-cut", test_a_course_is_never_cut);
  g_test_add_func ("/figure/portrait-sheets/paper-that-is-too-small", test_paper_that_is_too_small);

  return g_test_run ();
}
