/* test-image-file.c: pictures that people bring: read, bounded, or refused in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/streek-image-file.h"

#include <string.h>

/* Three by two in plain colours, written by hand after the formats PPM and SVG. */
static const char ppm[] = "P6 3 2 255\n"
                          "\377\0\0\0\377\0\0\0\377\0\0\0\377\377\377\20\40\60";
static const char svg[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\">"
                          "<rect width=\"20\" height=\"10\" fill=\"#0000ff\"/></svg>";

static StreekImage *
decode (const char *bytes, gsize n, GError **error)
{
  g_autoptr (GBytes) file = g_bytes_new_static (bytes, n);

  return streek_image_decode (file, error);
}

static void
test_pixels (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekImage) image = decode (ppm, sizeof ppm - 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (streek_image_get_width (image), ==, 3);
  g_assert_cmpuint (streek_image_get_height (image), ==, 2);

  const guint32 *pixels = g_bytes_get_data (streek_image_get_pixels (image), NULL);
  const guint32 expected[] = { 0xffff0000, 0xff00ff00, 0xff0000ff,
                               0xff000000, 0xffffffff, 0xff102030 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmphex (pixels[i], ==, expected[i]);
}

/* What is drawn comes out large enough for print. */
static void
test_drawings_are_large (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekImage) image = decode (svg, sizeof svg - 1, &error);

  g_assert_no_error (error); /* GTK cannot do without a reader of SVG either */
  g_assert_cmpuint (streek_image_get_width (image), ==, 920);
  g_assert_cmpuint (streek_image_get_height (image), ==, 460);
  g_assert_cmphex (*(const guint32 *) g_bytes_get_data (streek_image_get_pixels (image), NULL), ==,
                   0xff0000ff);
}

static void
test_what_is_no_picture (void)
{
  static const char *const files[] = { "", "no picture", "\211PNG\r\n\032\n\0\0", "GIF89a" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (decode (files[i], strlen (files[i]), &error));
      g_assert_error (error, STREEK_SOURCE_ERROR, STREEK_SOURCE_ERROR_UNREADABLE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/image-file/pixels", test_pixels);
  g_test_add_func ("/exchange/image-file/drawings-are-large", test_drawings_are_large);
  g_test_add_func ("/exchange/image-file/what-is-no-picture", test_what_is_no_picture);

  return g_test_run ();
}
