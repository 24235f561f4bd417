/* test-pdf.c: a PDF holds vectors, words and their fonts, and is the same twice */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-cairo-private.h"
#include "draw/streek-cairo.h"
#include "draw/streek-output.h"
#include "draw/streek-pdf-forms.h"
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

/* The name of a picture of the first page at 144 dpi; @path is removed. */
static char *
draw_with_reader (const char *program, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat (path, ".page", NULL);
  const char *argv[] = { program, "-png", "-r", "144", "-singlefile", path, name, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_remove (path);

  return g_strconcat (name, ".png", NULL);
}

/* What another program reads from the file. */
static char *
run_reader (const char *program, const char *option, GBytes *pdf)
{
  g_autofree char *found = g_find_program_in_path (program); /* of poppler-utils */
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("streek-XXXXXX.pdf", &path, &error);

  g_assert_nonnull (found);
  g_assert_no_error (error);
  g_assert_true (g_close (fd, NULL));
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);

  const char *argv[] = { found, option, path, "-", NULL };
  char *output = NULL;

  if (!g_str_equal (program, "pdftotext"))
    argv[3] = NULL;

  if (g_str_equal (program, "pdftocairo"))
    return draw_with_reader (found, path);

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

  g_assert_nonnull (strstr (words, "Één <kaart> & meer"));
  g_assert_nonnull (strstr (words, "Diksmuide"));
  g_assert_nonnull (strstr (words, "Bron: verzonnen cijfers van een"));
}

/* The table at the end says of each object where it begins, or no reader finds it; numbers that
 * nothing was written under are free. */
static void
check_table (const char *data, gsize size)
{
  const char *mark = memmem (data + size - 40, 40, "startxref\n", 10);

  g_assert_nonnull (mark);

  const char *table = data + g_ascii_strtoull (mark + 10, NULL, 10);
  guint n_objects = (guint) g_ascii_strtoull (table + strlen ("xref\n0 "), NULL, 10);
  const char *entries = memchr (table + strlen ("xref\n"), '\n', 20);

  g_assert_cmpuint (n_objects, >, 5);

  for (guint i = 1; i < n_objects; i++)
    {
      const char *entry = entries + 1 + i * 20;
      const char *object = data + g_ascii_strtoull (entry, NULL, 10);
      g_autofree char *head = g_strdup_printf ("%u 0 obj\n", i);

      if (entry[17] == 'f')
        g_assert_true (object == data);
      else
        g_assert_true (g_str_has_prefix (object, head));
    }
}

static void
test_areas_take_the_place_of_forms (void)
{
  g_autoptr (StreekScene) scene = sample_scene_new (SAMPLE_PLAIN);
  g_autoptr (GBytes) pdf = create_pdf (scene);
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  check_table (data, size);

  /* fills and lines of the sample, with hatches between them, in the clip of its areas */
  const char *form = memmem (data, size, "/BBox [ 5 35 145 145 ]", 22);

  g_assert_nonnull (form);
  g_assert_nonnull (memmem (form + 1, size - (form + 1 - data), "/BBox [ 5 35 145 145 ]", 22));
  g_assert_false (has_text (pdf, " 30013 ]"));
}

static void
test_a_file_of_another_kind_is_left_alone (void)
{
  static const char *const files[] = {
    "",
    "startxref\n",
    "%PDF-1.4\nstartxref\n9\n%%EOF\n",
    "%PDF-1.4\nxref\n0 9999999999\nstartxref\n9\n%%EOF\n",
    "%PDF-1.4\nxref\n0 2\n0000000000 65535 f \n0000000900 00000 n \nstartxref\n9\n%%EOF\n",
    "%PDF-1.4\n1 0 obj\n<< >>\nendobj\nxref\n0 2\n0000000000 65535 f \n"
    "0000000008 00000 n \nstartxref\n31\n%%EOF\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (StreekPdfForms) forms = streek_pdf_forms_new ();
      g_autoptr (GByteArray) pdf = g_byte_array_new ();

      g_byte_array_append (pdf, (const guint8 *) files[i], (guint) strlen (files[i]));
      g_assert_null (streek_pdf_forms_fill_in (forms, pdf));
    }
}

/* Of the pixels of one picture, those that differ by more than a fifth in some colour. */
static double
compare_with_reader (StreekScene *scene, GBytes *pdf)
{
  const double dpi = 144;
  g_autoptr (StreekRaster) raster = streek_raster_new (scene, dpi / 72, FALSE);
  g_autofree char *output = run_reader ("pdftocairo", "-png", pdf);
  g_autoptr (cairo_surface_t) read = cairo_image_surface_create_from_png (output);
  const guint32 *ours = g_bytes_get_data (streek_raster_get_pixels (raster), NULL);
  const int width = streek_raster_get_width (raster), height = streek_raster_get_height (raster);
  guint n_different = 0;

  g_remove (output);
  g_assert_cmpint (cairo_image_surface_get_width (read), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (read), ==, height);

  for (int y = 0; y < height; y++)
    {
      const guint32 *row =
        (const guint32 *) (void *) (cairo_image_surface_get_data (read) +
                                    (gsize) y * cairo_image_surface_get_stride (read));

      for (int x = 0; x < width; x++)
        {
          guint32 ink = ours[(gsize) y * width + x];
          guint worst = 0;

          for (guint shift = 0; shift < 24; shift += 8)
            {
              /* the page is white where nothing was drawn */
              int one = (int) ((ink >> shift & 255) + 255 - (ink >> 24));
              int other = (int) (row[x] >> shift & 255);

              worst = MAX (worst, (guint) ABS (one - other));
            }

          n_different += worst > 51;
        }
    }

  return (double) n_different / (width * height);
}

/* What another program sees on the page is what the window shows. */
static void
test_readers_see_the_same (void)
{
  const SampleKind kinds[] = { SAMPLE_AREAS_ONLY, SAMPLE_PLAIN, SAMPLE_RECOLOURED };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (StreekScene) scene = sample_scene_new (kinds[i]);
      g_autoptr (GBytes) pdf = create_pdf (scene);

      g_assert_cmpfloat (compare_with_reader (scene, pdf), <, 0.02);
    }
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

/* A page with areas, so that the file is written by us; what leads to it stands on the first. */
static void
test_links_lead_to_pages (void)
{
  g_autoptr (StreekMesh) mesh = sample_mesh_new ();
  const gint32 group_of[] = { 0, 0, 0, 0 }, rows[] = { 0 };
  const StreekPaint paint = { .color = { 1, 0, 0, 1 } };
  const StreekAreasMark areas = {
    .mesh = mesh,
    .projection = { .x0 = 0, .y0 = 4000, .scale = 0.02 },
    .clip = { 0, 0, 100, 100 },
    .group_of = group_of,
    .n_groups = 1,
    .paints = &paint,
    .rows = rows,
  };
  const StreekStroke line = { { 0, 0, 0, 1 }, 0.5, 0, 0 };
  StreekSceneBuilder *list = streek_scene_builder_new ((StreekSize){ 100, 100 });
  StreekSceneBuilder *map = streek_scene_builder_new ((StreekSize){ 100, 100 });

  streek_scene_builder_add_rule (list, (StreekPoint){ 10, 25 }, (StreekPoint){ 40, 25 }, &line, -1);
  streek_scene_builder_add_link (list, (StreekRect){ 10, 20, 30, 5 }, 1);
  streek_scene_builder_set_bookmark (map, "Kortrijk");
  streek_scene_builder_add_areas (map, &areas);

  g_autoptr (StreekScene) first = streek_scene_builder_end (list);
  g_autoptr (StreekScene) second = streek_scene_builder_end (map);
  StreekScene *const scenes[] = { first, second };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = streek_scenes_to_pdf (scenes, 2, &error);
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  g_assert_no_error (error);
  g_assert_true (has_text (pdf, "/Subtype /Link"));
  g_assert_true (has_text (pdf, "/Rect [ 10 75 40 80 ]")); /* from below */
  g_assert_true (has_text (pdf, "/Dest (page-2)"));
  g_assert_true (has_text (pdf, "/Names"));
  g_assert_true (has_text (pdf, "/BBox [ 0 0 100 100 ]"));
  g_assert_false (has_text (pdf, " 30013 ]"));
  check_table (data, size);
}

static StreekScene *
take_sample (guint page, gpointer data, GError **error)
{
  return sample_scene_new (SAMPLE_PLAIN);
}

static void
draw_stamp (cairo_t *cr, StreekSize size, gpointer data)
{
  g_assert_cmpfloat (size.width, ==, 200);
  g_assert_cmpfloat (size.height, ==, 160);
  cairo_set_source_surface (cr, data, size.width - 20, 5);
  cairo_paint (cr);
}

static guint
count_text (GBytes *bytes, const char *text)
{
  gsize length, n = strlen (text);
  const char *data = g_bytes_get_data (bytes, &length), *end = data + length;
  guint count = 0;

  while ((data = memmem (data, (gsize) (end - data), text, n)) != NULL)
    {
      data += n;
      count++;
    }

  return count;
}

/* The sample itself has no picture; one that stands on three pages is in the file once. */
static void
test_picture_over_each_page_is_there_once (void)
{
  g_autoptr (cairo_surface_t) stamp = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 16, 16);
  const StreekPdfOverlay overlay = { draw_stamp, stamp };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = streek_pages_to_pdf (take_sample, NULL, 3, &overlay, &error);
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  g_assert_no_error (error);
  g_assert_cmpuint (count_text (pdf, "/Subtype /Image"), ==, 1);
  g_assert_true (has_text (pdf, "/Count 3"));
  g_assert_false (has_text (pdf, " 30013 ]"));
  check_table (data, size);
}

/* The room that Cairo keeps for a form begins at 0: so must what stands in it. */
static void
test_halo_of_a_name_is_there_once (void)
{
  StreekSceneBuilder *builder = streek_scene_builder_new ((StreekSize){ 200, 160 });
  StreekTypesetter *typesetter = streek_typesetter_new ();
  g_autoptr (StreekTextRun) run =
    streek_typesetter_set (typesetter, (StreekFont){ 9, STREEK_WEIGHT_NORMAL, FALSE }, "Kortrijk");
  const StreekColor ink = { 0, 0, 0, 1 };
  const StreekStroke halo = { { 1, 1, 1, 0.8 }, 2.5, 0, 0 };

  streek_scene_builder_add_text (builder, run, (StreekPoint){ 20, 30 }, ink, &halo, -1);
  streek_scene_builder_add_text (builder, run, (StreekPoint){ 90, 130 }, ink, &halo, -1);
  streek_typesetter_free (typesetter);

  g_autoptr (StreekScene) scene = streek_scene_builder_end (builder);
  g_autoptr (GBytes) pdf = create_pdf (scene);
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  g_assert_cmpuint (count_text (pdf, "/Subtype /Form"), ==, 1);
  g_assert_cmpuint (count_text (pdf, "/BBox [ 0 0 "), ==, 1);
  g_assert_true (has_text (pdf, "/CA 0.8"));
  g_assert_false (has_text (pdf, " 30013 ]"));
  check_table (data, size);
}

/* Two dashed lines of a chart, each in a group of its own, with a solid one between them; then a
 * square over them, and a dashed rule over that. */
static StreekScene *
make_dashes (void)
{
  StreekSceneBuilder *builder = streek_scene_builder_new ((StreekSize){ 200, 160 });
  const StreekPoint line[] = { { 10, 20 }, { 60, 120.3 }, { 110, 30.7 }, { 190, 90 } };
  const StreekPoint other[] = { { 10, 140 }, { 100, 15 }, { 190, 140 } };
  const StreekStroke dashes = { { 0.8, 0.1, 0, 1 }, 3, 7, 2.5 };
  const StreekStroke solid = { { 0, 0.4, 0.7, 0.5 }, 4, 0, 0 };
  const StreekPaint paint = { .color = { 0.2, 0.6, 0.3, 1 } };

  streek_scene_builder_push_group (builder, "line-1", "Aalst");
  streek_scene_builder_add_polygon (builder, line, G_N_ELEMENTS (line), FALSE, NULL, &dashes, 0);
  streek_scene_builder_pop_group (builder);
  streek_scene_builder_push_group (builder, "line-2", "Gent");
  streek_scene_builder_add_polygon (builder, other, G_N_ELEMENTS (other), FALSE, NULL, &solid, 1);
  streek_scene_builder_add_rule (builder, (StreekPoint){ 10, 100 }, (StreekPoint){ 190, 100 },
                                 &dashes, 2);
  streek_scene_builder_pop_group (builder);
  streek_scene_builder_add_rect (builder, (StreekRect){ 50, 50, 60, 70 }, &paint, NULL, 3);
  streek_scene_builder_add_rule (builder, (StreekPoint){ 40, 80 }, (StreekPoint){ 160, 80 },
                                 &dashes, 4);

  return streek_scene_builder_end (builder);
}

/* What lies over a line stays over it: lines before and after the square are two forms. */
static void
test_dashed_lines_take_the_place_of_forms (void)
{
  g_autoptr (StreekScene) scene = make_dashes ();
  g_autoptr (GBytes) pdf = create_pdf (scene);
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  double share = compare_with_reader (scene, pdf);

  g_assert_cmpuint (count_text (pdf, "/Subtype /Form"), ==, 2);
  g_assert_true (has_text (pdf, "/CA 0.5"));
  g_assert_false (has_text (pdf, " 30013 ]"));
  check_table (data, size);
  if (share >= 0)
    g_assert_cmpfloat (share, <, 0.005);
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
  g_test_add_func ("/draw/pdf/areas-take-the-place-of-forms", test_areas_take_the_place_of_forms);
  g_test_add_func ("/draw/pdf/a-file-of-another-kind-is-left-alone",
                   test_a_file_of_another_kind_is_left_alone);
  g_test_add_func ("/draw/pdf/readers-see-the-same", test_readers_see_the_same);
  g_test_add_func ("/draw/pdf/every-page-has-its-size", test_every_page_has_its_size);
  g_test_add_func ("/draw/pdf/links-lead-to-pages", test_links_lead_to_pages);
  g_test_add_func ("/draw/pdf/picture-over-each-page-is-there-once",
                   test_picture_over_each_page_is_there_once);
  g_test_add_func ("/draw/pdf/halo-of-a-name-is-there-once", test_halo_of_a_name_is_there_once);
  g_test_add_func ("/draw/pdf/dashed-lines-take-the-place-of-forms",
                   test_dashed_lines_take_the_place_of_forms);
  g_test_add_func ("/draw/pdf/refused-where-it-cannot-stand", test_refused_where_it_cannot_stand);

  return g_test_run ();
}
