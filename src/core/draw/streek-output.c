/* streek-output.c: a file in the format that its name asks for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-output.h"

#include <glib/gi18n-lib.h>

#define PICTURE_DPI 200

G_DEFINE_QUARK (streek_draw_error, streek_draw_error)

static gboolean
has_ending (const char *path, const char *ending)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ending);
}

/**
 * streek_scene_write:
 * @path: a name that ends in .pdf, .svg or .png, in small letters or capitals; an existing file is
 *   replaced at once or not at all
 * @error: return location for a #StreekDrawError or #GIOErrorEnum
 *
 * Writes one page or picture; PNG at 200 dpi.
 */
gboolean
streek_scene_write (const StreekScene *scene, const char *path, GError **error)
{
  StreekScene *const scenes[] = { (StreekScene *) scene };

  if (has_ending (path, ".pdf"))
    return streek_scene_write_pdf (scenes, 1, path, error);

  if (has_ending (path, ".svg"))
    return streek_scene_write_svg (scene, path, error);

  if (has_ending (path, ".png"))
    return streek_scene_write_png (scene, PICTURE_DPI, path, error);

  g_set_error_literal (error, STREEK_DRAW_ERROR, STREEK_DRAW_ERROR_FORMAT,
                       _ ("The name must end in .pdf, .svg or .png."));
  return FALSE;
}
