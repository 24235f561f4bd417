/* streek-output.h: the back ends: one scene to a window, a printer, a PDF, an SVG or a PNG */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

#include <cairo.h>
#include <gio/gio.h>

#define STREEK_DRAW_ERROR (streek_draw_error_quark ())
GQuark streek_draw_error_quark (void);

typedef enum
{
  STREEK_DRAW_ERROR_FAILED,
  STREEK_DRAW_ERROR_TOO_LARGE,
  STREEK_DRAW_ERROR_FORMAT, /* a file name that ends in none of .pdf .svg .png */
} StreekDrawError;

/* Cairo: printing and PDF. */
void streek_scene_draw (const StreekScene *scene, cairo_t *cr);

/* Whole or absent: written under a temporary name beside @path, synced, renamed. The creation
 * date comes from SOURCE_DATE_EPOCH where set. @scenes: one page each. */
gboolean streek_scene_write_pdf (StreekScene *const *scenes,
                                 guint n_scenes,
                                 const char *path,
                                 GError **error);
GBytes *streek_scenes_to_pdf (StreekScene *const *scenes, guint n_scenes, GError **error);
/* (transfer full): one of many pages, made when it is its turn */
typedef StreekScene *(*StreekSceneFunc) (guint page, gpointer data, GError **error);
/* Draws over each page what no scene holds, such as a picture; where a page is as large as @size.
 */
typedef struct
{
  void (*draw) (cairo_t *cr, StreekSize size, gpointer data);
  gpointer data;
} StreekPdfOverlay;
/* @overlay: (nullable) */
GBytes *streek_pages_to_pdf (StreekSceneFunc get_page,
                             gpointer data,
                             guint n_pages,
                             const StreekPdfOverlay *overlay,
                             GError **error);
gboolean streek_scene_write_svg (const StreekScene *scene, const char *path, GError **error);
gboolean
streek_scene_write_png (const StreekScene *scene, double dpi, const char *path, GError **error);
/* By the ending of @path: .pdf, .svg or .png (at 200 dpi). */
gboolean streek_scene_write (const StreekScene *scene, const char *path, GError **error);
char *streek_scene_to_svg (const StreekScene *scene);
GBytes *streek_scene_to_png (const StreekScene *scene, double dpi, GError **error);

/* Pixels: the window and PNG. Premultiplied native-endian ARGB, as cairo and GDK_MEMORY_DEFAULT. */
typedef struct _StreekRaster StreekRaster;

/* @dots_per_point: 96/72 for a window at scale 1, dpi/72 for a picture; @snap: vertices to the
 * pixel grid. Keeps the id buffer of the areas, so that a scene that differs only in paints is
 * redrawn by table lookup. */
StreekRaster *streek_raster_new (const StreekScene *scene, double dots_per_point, gboolean snap);
/* The same view with other paints, labels or legend; reuses the id buffer where the geometry is
 * the same. @previous: (nullable) (transfer none): may be read by another thread meanwhile.
 * @cancellable: (nullable): NULL where it was stopped. */
StreekRaster *streek_raster_new_from (const StreekScene *scene,
                                      double dots_per_point,
                                      gboolean snap,
                                      StreekRaster *previous,
                                      GCancellable *cancellable);
StreekRaster *streek_raster_ref (StreekRaster *raster);
void streek_raster_unref (StreekRaster *raster);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRaster, streek_raster_unref)

int streek_raster_get_width (const StreekRaster *raster);
int streek_raster_get_height (const StreekRaster *raster);
int streek_raster_get_stride (const StreekRaster *raster);
GBytes *streek_raster_get_pixels (const StreekRaster *raster); /* (transfer none) */
/* Row of the table under a pixel, -1 for none; constant time over areas. */
int streek_raster_pick (const StreekRaster *raster, int x, int y);
