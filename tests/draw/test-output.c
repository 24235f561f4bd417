/* test-output.c: PNG and SVG files, and the choice between formats */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-output.h"
#include "sample-scene.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_png_is_what_it_says (void)
{
  g_autoptr (StreekScene) scene = sample_scene_new (SAMPLE_PLAIN);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = streek_scene_to_png (scene, 144, &error);
  g_autoptr (GBytes) again = streek_scene_to_png (scene, 144, &error);
  gsize length;
  const guchar *data = g_bytes_get_data (png, &length);

  /* PNG specification 2003: signature, then IHDR with width and height, 8 bit, colour type 2 */
  const guchar head[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0,    13, 'I',
                          'H',  'D', 'R', 0,   0,    0x01, 0x90, 0,    0, 1, 0x40, 8,  2 };
  /* 144 dpi are 5669 dots a metre */
  const guchar dots[] = { 'p', 'H', 'Y', 's', 0, 0, 0x16, 0x25, 0, 0, 0x16, 0x25, 1 };

  g_assert_no_error (error);
  g_assert_cmpmem (data, sizeof head, head, sizeof head);
  g_assert_nonnull (memmem (data, length, "sRGB", 4));
  g_assert_nonnull (memmem (data, length, dots, sizeof dots));
  g_assert_nonnull (memmem (data, length, "Één <kaart> & meer", strlen ("Één <kaart> & meer")));
  g_assert_true (g_bytes_equal (png, again));
}

typedef struct
{
  GHashTable *elements; /* name → how often */
  GHashTable *ids;
  GString *words;
} Outline;

static void
on_element_cb (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer user_data,
               GError **error)
{
  Outline *outline = user_data;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (outline->elements, element));

  g_hash_table_replace (outline->elements, g_strdup (element), GUINT_TO_POINTER (n + 1));

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "id"))
      g_assert_true (g_hash_table_add (outline->ids, g_strdup (values[i])));
}

static void
on_words_cb (
  GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Outline *outline = user_data;

  g_string_append_len (outline->words, text, (gssize) length);
}

static guint
count (const Outline *outline, const char *element)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (outline->elements, element));
}

/* Every id is there once, or adding it would have failed. */
static void
test_svg_has_words_and_names (void)
{
  const GMarkupParser parser = { .start_element = on_element_cb, .text = on_words_cb };
  const char *ids[] = { "title", "desc", "areas", "legend", "labels", "area-0", "area-3", "clip" };
  g_autoptr (GHashTable) elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Outline outline = { elements, names, g_string_new (NULL) };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &outline, NULL);
  g_autoptr (StreekScene) scene = sample_scene_new (SAMPLE_PLAIN);
  g_autofree char *svg = streek_scene_to_svg (scene);
  g_autofree char *again = streek_scene_to_svg (scene);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (svg, ==, again);
  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_true (g_hash_table_contains (names, ids[i]));

  g_assert_cmpuint (count (&outline, "image"), ==, 0);
  g_assert_cmpuint (count (&outline, "text"), ==, 4);
  g_assert_cmpuint (count (&outline, "pattern"), ==, 2);
  g_assert_nonnull (strstr (outline.words->str, "Één <kaart> & meer"));
  g_assert_nonnull (strstr (outline.words->str, "Vier gebieden in \"kleur\"."));
  g_assert_nonnull (strstr (outline.words->str, "streek die niet bestaat"));
  g_string_free (outline.words, TRUE);
}

static void
test_svg_survives_strange_names (void)
{
  StreekSceneBuilder *builder = streek_scene_builder_new ((StreekSize){ 10, 10 });
  const GMarkupParser parser = { .start_element = NULL };
  g_autoptr (GError) error = NULL;

  streek_scene_builder_set_metadata (builder, "a\001b ]]> <![CDATA[", "\xff", "n\"l");
  streek_scene_builder_push_group (builder, "1 \"é\" <", "<&\"'\002");
  streek_scene_builder_push_group (builder, "1 \"é\" <", NULL);

  g_autoptr (StreekScene) scene = streek_scene_builder_end (builder);
  g_autofree char *svg = streek_scene_to_svg (scene);
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, NULL, NULL);

  g_assert_true (g_markup_parse_context_parse (context, svg, -1, &error));
  g_assert_no_error (error);
  g_assert_null (strchr (svg, '\001'));
  g_assert_null (strchr (svg, '\002'));
  g_assert_nonnull (strstr (svg, "<g id=\"part-1-------\""));
  g_assert_nonnull (strstr (svg, "<g id=\"part-1-------.2\""));
  g_markup_parse_context_free (context);
}

static void
test_ending_chooses_the_format (void)
{
  const struct
  {
    const char *name;
    const char *start;
  } cases[] = { { "a.pdf", "%PDF-1." }, { "b.SVG", "<?xml" }, { "c.Png", "\x89PNG" } };
  g_autoptr (StreekScene) scene = sample_scene_new (SAMPLE_PLAIN);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("streek-output-XXXXXX", &error);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
      g_autofree char *content = NULL;

      g_assert_true (streek_scene_write (scene, path, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, NULL, &error));
      g_assert_true (g_str_has_prefix (content, cases[i].start));
      g_remove (path);
    }

  g_autofree char *other = g_build_filename (folder, "d.bmp", NULL);

  g_assert_false (streek_scene_write (scene, other, &error));
  g_assert_error (error, STREEK_DRAW_ERROR, STREEK_DRAW_ERROR_FORMAT);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draw/output/png-is-what-it-says", test_png_is_what_it_says);
  g_test_add_func ("/draw/output/svg-has-words-and-names", test_svg_has_words_and_names);
  g_test_add_func ("/draw/output/svg-survives-strange-names", test_svg_survives_strange_names);
  g_test_add_func ("/draw/output/ending-chooses-the-format", test_ending_chooses_the_format);

  return g_test_run ();
}
