/* test-pdf.c: a PDF holds vectors, words and their fonts, and is the same twice */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-cairo-private.h"
#include "draw/streek-output.h"
#include "draw/streek-scene.h"
#include "sample-scene.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

static GBytes *
create_pdf (StreekScene *scene)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = streek_scenes_to_pdf (&scene, 1, &error);

  g_assert_no_error (error);

  return bytes;
}

static gboolean
has_text (GBytes *bytes, const char *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, text, strlen (text)) != NULL;
}

/* What another program reads from the file, for the tests that need one; NULL where it is absent.
 */
static char *
run_reader (const char *program, const char *option, GBytes *pdf)
{
  g_autofree char *found = g_find_program_in_path (program);

  if (found == NULL)
    return NULL;

  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("streek-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_assert_true (g_close (fd, NULL));
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);

  const char *argv[] = { found, option, path, "-", NULL };
  char *output = NULL;

  if (!g_str_equal (program, "pdftotext"))
    argv[3] = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_remove (path);

  return output;
}

/* Strokes are measured coarsely; arcs that come after one must not be made so. */
static void
test_a_stroke_leaves_curves_fine (void)
{
  g_autoptr (StreekScene) scene = sample_scene_new (SAMPLE_PLAIN);
  g_autoptr (cairo_surface_t) surface = cairo_pdf_surface_create (NULL, 100, 100);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  streek_cairo_prepare (cr);

  double tolerance = cairo_get_tolerance (cr);

  for (guint i = 0; i < scene->n_marks; i++)
    {
      streek_cairo_draw_mark (cr, &scene->marks[i]);
      g_assert_cmpfloat (cairo_get_tolerance (cr), ==, tolerance);
    }

  g_assert_cmpuint (scene->n_marks, >, 0);
}

static void
test_same_bytes_twice (void)
{
  g_autoptr (StreekScene) first = sample_scene_new (SAMPLE_PLAIN);
  g_autoptr (StreekScene) second = sample_scene_new (SAMPLE_PLAIN);

  g_setenv ("SOURCE_DATE_EPOCH", "1230768000", TRUE);

  g_autoptr (GBytes) one = create_pdf (first);
  g_autoptr (GBytes) two = create_pdf (second);

  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_true (g_bytes_equal (one, two));
  g_assert_true (has_text (one, "/CreationDate (20090101000000Z)"));
}

static void
test_holds_no_image (void)
{
  g_autoptr (StreekScene) scene = sample_scene_new (SAMPLE_PLAIN);
  g_autoptr (GBytes) pdf = create_pdf (scene);

  g_assert_false (has_text (pdf, "/Image"));
  g_assert_false (has_text (pdf, "/Pattern <<"));
  g_assert_false (has_text (pdf, "/SMask /"));
  g_assert_true (has_text (pdf, "/FontFile3"));
  g_assert_true (has_text (pdf, "/ToUnicode"));
  g_assert_true (has_text (pdf, "/Subject"));
  g_assert_false (has_text (pdf, "/Author"));
}

static void
test_words_can_be_copied (void)
{
  g_autoptr (StreekScene) scene = sample_scene_new (SAMPLE_PLAIN);
  g_autoptr (GBytes) pdf = create_pdf (scene);
  g_autofree char *words = run_reader ("pdftotext", "-layout", pdf);

  if (words == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }

  g_assert_nonnull (strstr (words, "Één <kaart> & meer"));
  g_assert_nonnull (strstr (words, "Diksmuide"));
  g_assert_nonnull (strstr (words, "Bron: verzonnen cijfers van een"));
}

static void
test_every_page_has_its_size (void)
{
  StreekSceneBuilder *builder = streek_scene_builder_new ((StreekSize){ 842, 595 });
  g_autoptr (StreekScene) first = sample_scene_new (SAMPLE_PLAIN);
  g_autoptr (StreekScene) second = streek_scene_builder_end (builder);
  StreekScene *const scenes[] = { first, second };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = streek_scenes_to_pdf (scenes, 2, &error);

  g_assert_no_error (error);
  g_assert_true (has_text (pdf, "/Count 2"));
  g_assert_true (has_text (pdf, "/MediaBox [ 0 0 200 160 ]"));
  g_assert_true (has_text (pdf, "/MediaBox [ 0 0 842 595 ]"));
}

static void
test_refused_where_it_cannot_stand (void)
{
  g_autoptr (StreekScene) scene = sample_scene_new (SAMPLE_PLAIN);
  StreekScene *const scenes[] = { scene };
  g_autoptr (GError) error = NULL;

  g_assert_false (streek_scene_write_pdf (scenes, 1, "/nowhere/at/all.pdf", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draw/pdf/a-stroke-leaves-curves-fine", test_a_stroke_leaves_curves_fine);
  g_test_add_func ("/draw/pdf/same-bytes-twice", test_same_bytes_twice);
  g_test_add_func ("/draw/pdf/holds-no-image", test_holds_no_image);
  g_test_add_func ("/draw/pdf/words-can-be-copied", test_words_can_be_copied);
  g_test_add_func ("/draw/pdf/every-page-has-its-size", test_every_page_has_its_size);
  g_test_add_func ("/draw/pdf/refused-where-it-cannot-stand", test_refused_where_it_cannot_stand);

  return g_test_run ();
}
