/* test-back-ends.c: window, printer and file show the same picture */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-cairo.h"
#include "draw/streek-output.h"
#include "sample-scene.h"
#include "streek-pictures.h"
#include "streek-sample-grids.h"

#define DOTS 3.0

static cairo_surface_t *
draw_with_cairo (const StreekScene *scene, double dots)
{
  StreekSize size = streek_scene_get_size (scene);
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) (size.width * dots), (int) (size.height * dots));
  g_autoptr (cairo_t) cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, dots, dots);
  streek_scene_draw (scene, cr);

  return surface;
}

static cairo_surface_t *
draw_raster (const StreekScene *scene, double dots)
{
  g_autoptr (StreekRaster) raster = streek_raster_new (scene, dots, FALSE);

  return streek_pictures_new_from_pixels (streek_raster_get_pixels (raster),
                                          streek_raster_get_width (raster),
                                          streek_raster_get_height (raster));
}

static const struct
{
  const char *name;
  SampleKind kind;
} samples[] = {
  { "plain", SAMPLE_PLAIN },
  { "recoloured", SAMPLE_RECOLOURED },
  { "regrouped", SAMPLE_REGROUPED },
  { "areas", SAMPLE_AREAS_ONLY },
};

static void
test_raster_is_like_cairo (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (StreekScene) scene = sample_scene_new (samples[i].kind);
      g_autoptr (cairo_surface_t) expected = draw_with_cairo (scene, DOTS);
      g_autoptr (cairo_surface_t) result = draw_raster (scene, DOTS);
      g_autofree char *name = g_strconcat ("raster-", samples[i].name, NULL);

      streek_pictures_assert_alike (name, result, expected, 0.0005);
    }
}

/* At a size that no pixel grid was made for. */
static void
test_raster_is_like_cairo_at_odd_sizes (void)
{
  const double sizes[] = { 96 / 72.0, 200 / 72.0 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (StreekScene) scene = sample_scene_new (SAMPLE_AREAS_ONLY);
      g_autoptr (StreekRaster) raster = streek_raster_new (scene, sizes[i], FALSE);
      int width = streek_raster_get_width (raster), height = streek_raster_get_height (raster);
      g_autoptr (cairo_surface_t) result =
        streek_pictures_new_from_pixels (streek_raster_get_pixels (raster), width, height);
      g_autoptr (cairo_surface_t) expected =
        cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      g_autoptr (cairo_t) cr = cairo_create (expected);

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_scale (cr, sizes[i], sizes[i]);
      streek_scene_draw (scene, cr);
      streek_pictures_assert_alike ("raster-odd-size", result, expected, 0.001);
    }
}

static void
test_svg_is_like_cairo (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (StreekScene) scene = sample_scene_new (samples[i].kind);
      g_autoptr (cairo_surface_t) expected = draw_with_cairo (scene, DOTS);
      g_autofree char *svg = streek_scene_to_svg (scene);
      g_autofree char *name = g_strconcat ("svg-", samples[i].name, NULL);
      g_autoptr (cairo_surface_t) result = streek_pictures_new_from_svg (
        svg, cairo_image_surface_get_width (expected), cairo_image_surface_get_height (expected));

      streek_pictures_assert_alike (name, result, expected, 0.002);
    }
}

/* Four colours, two of them see-through, over a line. */
static StreekScene *
new_scene_with_image (void)
{
  const guint32 corners[] = { 0xffff0000, 0x80000080, 0xff00ff00, 0x80008000 };
  guint32 pixels[90 * 60];

  for (guint i = 0; i < G_N_ELEMENTS (pixels); i++)
    pixels[i] = corners[(i % 90 >= 45) + 2 * (i / 90 >= 30)];

  g_autoptr (GBytes) bytes = g_bytes_new (pixels, sizeof pixels);
  g_autoptr (StreekImage) image = streek_image_new (90, 60, bytes);
  g_autoptr (StreekSceneBuilder) builder = streek_scene_builder_new ((StreekSize){ 60, 40 });
  const StreekStroke line = { { 0, 0, 0, 1 }, 3, 0, 0 };
  const StreekPaint paper = { { 1, 1, 1, 1 }, STREEK_HATCH_NONE, { 0 } };

  streek_scene_builder_add_rect (builder, (StreekRect){ 0, 0, 60, 40 }, &paper, NULL, -1);
  streek_scene_builder_add_rule (builder, (StreekPoint){ 5, 5 }, (StreekPoint){ 55, 35 }, &line,
                                 -1);
  streek_scene_builder_add_image (builder, image, (StreekRect){ 10, 10, 30, 20 }, -1);

  return streek_scene_builder_end (g_steal_pointer (&builder));
}

/* Cairo and librsvg blend pixels of two colours each in its own way, near the edges alone. */
static void
test_images (void)
{
  g_autoptr (StreekScene) scene = new_scene_with_image ();
  g_autoptr (cairo_surface_t) expected = draw_with_cairo (scene, DOTS);
  g_autoptr (cairo_surface_t) raster = draw_raster (scene, DOTS);
  g_autofree char *svg = streek_scene_to_svg (scene);
  g_autoptr (cairo_surface_t) drawn = streek_pictures_new_from_svg (
    svg, cairo_image_surface_get_width (expected), cairo_image_surface_get_height (expected));

  streek_pictures_assert_alike ("raster-image", raster, expected, 0.0005);
  streek_pictures_assert_alike ("svg-image", drawn, expected, 0.02);
}

/* Squares that are drawn one by one are the whole picture: marks that reach into a square from
 * outside are not left out. */
static void
test_squares_make_the_picture (void)
{
  g_autoptr (StreekMatrix) matrix = streek_sample_matrix_new ();
  const StreekSheet sheet = { .size = { 595, 421 }, .language = "nl" };
  g_autoptr (GPtrArray) pages = streek_matrix_layout_pages (matrix, &sheet, FALSE, NULL);
  StreekScene *scene = g_ptr_array_index (pages, 0);
  g_autoptr (cairo_surface_t) expected = draw_with_cairo (scene, 1);
  int width = cairo_image_surface_get_width (expected);
  int height = cairo_image_surface_get_height (expected);
  g_autoptr (cairo_surface_t) result =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  for (int x = 0; x < width; x += 37)
    for (int y = 0; y < height; y += 37)
      {
        g_autoptr (cairo_t) cr = cairo_create (result);

        cairo_rectangle (cr, x, y, 37, 37);
        cairo_clip (cr);
        cairo_set_source_rgb (cr, 1, 1, 1);
        cairo_paint (cr);
        streek_scene_draw (scene, cr);
      }

  streek_pictures_assert_alike ("squares", result, expected, 0);
}

/* A page of a matrix and one of a timeline, in colour and in grey: every kind of cell and bar. */
static void
test_matrices_and_timelines_are_alike (void)
{
  const StreekSheet sheet = { .size = { 595, 421 }, .language = "nl" };

  for (int grey = 0; grey < 2; grey++)
    {
      g_autoptr (StreekMatrix) matrix = streek_sample_matrix_new ();
      g_autoptr (StreekTimeline) timeline = streek_sample_timeline_new ();
      g_autoptr (GPtrArray) pages = streek_matrix_layout_pages (matrix, &sheet, grey, NULL);
      g_autoptr (GPtrArray) more = streek_timeline_layout_pages (timeline, &sheet, grey, NULL);

      g_ptr_array_extend (pages, more, (GCopyFunc) (void (*) (void)) streek_scene_ref, NULL);

      for (guint i = 0; i < pages->len; i++)
        {
          StreekScene *scene = g_ptr_array_index (pages, i);
          g_autoptr (cairo_surface_t) expected = draw_with_cairo (scene, DOTS);
          g_autoptr (cairo_surface_t) raster = draw_raster (scene, DOTS);
          g_autofree char *svg = streek_scene_to_svg (scene);
          g_autofree char *name = g_strdup_printf ("grid-%u-%s", i, grey ? "grey" : "colour");
          g_autofree char *svg_name = g_strconcat (name, "-svg", NULL);
          g_autoptr (cairo_surface_t) read =
            streek_pictures_new_from_svg (svg, cairo_image_surface_get_width (expected),
                                          cairo_image_surface_get_height (expected));

          streek_pictures_assert_alike (name, raster, expected, 0.0005);
          streek_pictures_assert_alike (svg_name, read, expected, 0.002);
        }
    }
}

/* The comparison itself must notice that two areas became one. */
static void
test_other_pictures_are_unlike (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_failed ();
      g_test_trap_assert_stderr ("*share <= tolerance*");
      return;
    }

  g_autoptr (StreekScene) plain = sample_scene_new (SAMPLE_PLAIN);
  g_autoptr (StreekScene) other = sample_scene_new (SAMPLE_REGROUPED);
  g_autoptr (cairo_surface_t) expected = draw_with_cairo (plain, DOTS);
  g_autoptr (cairo_surface_t) result = draw_with_cairo (other, DOTS);

  streek_pictures_assert_alike ("unlike-on-purpose", result, expected, 0.002);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draw/back-ends/raster-is-like-cairo", test_raster_is_like_cairo);
  g_test_add_func ("/draw/back-ends/raster-is-like-cairo-at-odd-sizes",
                   test_raster_is_like_cairo_at_odd_sizes);
  g_test_add_func ("/draw/back-ends/svg-is-like-cairo", test_svg_is_like_cairo);
  g_test_add_func ("/draw/back-ends/squares-make-the-picture", test_squares_make_the_picture);
  g_test_add_func ("/draw/back-ends/matrices-and-timelines-are-alike",
                   test_matrices_and_timelines_are_alike);
  g_test_add_func ("/draw/back-ends/other-pictures-are-unlike", test_other_pictures_are_unlike);

  g_test_add_func ("/draw/back-ends/images", test_images);

  return g_test_run ();
}
