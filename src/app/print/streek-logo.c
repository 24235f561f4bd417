/* streek-logo.c: the office's picture in the corner of a sheet */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "print/streek-logo.h"

#include "draw/streek-cairo.h"
#include "exchange/streek-image-file.h"
#include "figure/streek-sheet.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

struct _StreekLogo
{
  gatomicrefcount ref_count;
  StreekImage *picture;
};

StreekLogo *
streek_logo_load (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);
  StreekImage *picture = bytes != NULL ? streek_image_decode (bytes, error) : NULL;

  if (picture == NULL)
    {
      g_prefix_error (error, "%s: ", _ ("The logo could not be read"));
      return NULL;
    }

  StreekLogo *logo = g_new0 (StreekLogo, 1);

  g_atomic_ref_count_init (&logo->ref_count);
  logo->picture = picture;

  return logo;
}

StreekLogo *
streek_logo_ref (StreekLogo *logo)
{
  g_atomic_ref_count_inc (&logo->ref_count);

  return logo;
}

void
streek_logo_unref (StreekLogo *logo)
{
  if (!g_atomic_ref_count_dec (&logo->ref_count))
    return;

  streek_image_unref (logo->picture);
  g_free (logo);
}

cairo_surface_t *
streek_logo_make_surface (const StreekLogo *logo)
{
  return streek_cairo_create_image (logo->picture);
}

/**
 * streek_logo_draw_surface:
 * @surface: of streek_logo_make_surface()
 * @size: of the sheet
 *
 * As streek_logo_draw().
 */
void
streek_logo_draw_surface (cairo_surface_t *surface, cairo_t *cr, StreekSize size)
{
  StreekRect frame = streek_sheet_get_logo_frame (size);
  double width = cairo_image_surface_get_width (surface);
  double height = cairo_image_surface_get_height (surface);
  double scale = MIN (frame.width / width, frame.height / height);

  cairo_save (cr);
  cairo_translate (cr, frame.x + frame.width - width * scale, frame.y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

/**
 * streek_logo_draw:
 * @size: of the sheet
 *
 * Draws the logo in the top right corner inside the margins, keeping its proportions.
 */
void
streek_logo_draw (const StreekLogo *logo, cairo_t *cr, StreekSize size)
{
  g_autoptr (cairo_surface_t) surface = streek_logo_make_surface (logo);

  streek_logo_draw_surface (surface, cr, size);
}
