/* streek-raster.c: a scene as pixels, for the window and for PNG */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-output.h"
#include "draw/streek-pages.h"
#include "draw/streek-raster-canvas.h"
#include "draw/streek-raster-changes.h"

#include <math.h>
#include <string.h>

#define MAX_SIDE_PX 32000 /* Cairo's own limit is 32767 */
#define MAX_PIXELS 250e6  /* 1 GB */
#define MANY_ROWS 3       /* a share of them for which a ground is worth painting */

struct _StreekRaster
{
  gatomicrefcount ref_count;
  StreekScene *scene;
  StreekPixelGrid grid;
  GBytes *pixels;
  StreekRasterGround *ground; /* (nullable): the same without passing lines */
  guint n_layers;
  StreekRasterLayer *layers;
};

static gboolean
is_same_grid (const StreekPixelGrid *a, const StreekPixelGrid *b)
{
  return a->dots_per_point == b->dots_per_point && a->snap == b->snap &&
         a->frame.width == b->frame.width && a->frame.height == b->frame.height;
}

static void
create_layers (StreekRaster *raster, const StreekRaster *previous, GCancellable *cancellable)
{
  const StreekScene *scene = raster->scene;
  gboolean may_reuse = previous != NULL && is_same_grid (&previous->grid, &raster->grid);

  for (guint i = 0; i < scene->n_marks; i++)
    raster->n_layers += streek_mark_is_areas (&scene->marks[i]);

  raster->layers = g_new0 (StreekRasterLayer, MAX (raster->n_layers, 1));

  for (guint i = 0, n = 0; i < scene->n_marks; i++)
    if (streek_mark_is_areas (&scene->marks[i]))
      streek_raster_layer_init (&raster->layers[n++], scene->marks[i].areas, &raster->grid,
                                may_reuse ? previous->layers : NULL,
                                may_reuse ? previous->n_layers : 0, cancellable);
}

static gsize
count_pixels (const StreekRaster *raster)
{
  return (gsize) raster->grid.frame.width * raster->grid.frame.height;
}

static GBytes *
take_pixels (const StreekRaster *raster, guint32 *pixels)
{
  return g_bytes_new_with_free_func (pixels, count_pixels (raster) * sizeof *pixels,
                                     streek_pages_free, pixels);
}

static gboolean
has_passing (const StreekRaster *raster)
{
  for (guint i = 0; i < raster->n_layers; i++)
    if (raster->layers[i].n_masks < raster->layers[i].areas->n_lines)
      return TRUE;

  return FALSE;
}

/* The picture without passing lines, and what its marks hide. */
static GBytes *
paint_ground (StreekRaster *raster)
{
  const StreekPixelGrid *grid = &raster->grid;
  const StreekPixelRows all = { 0, grid->frame.height };
  guint32 *pixels = streek_pages_new (count_pixels (raster) * sizeof *pixels);
  StreekRasterGround *ground = streek_raster_ground_new (&grid->frame);

  streek_raster_paint_scene (pixels, grid, raster->scene, raster->layers, &all, ground);

  GBytes *bytes = take_pixels (raster, pixels);

  if (streek_raster_ground_finish (ground, bytes))
    raster->ground = ground;
  else
    streek_raster_ground_unref (ground);

  return bytes;
}

static GBytes *
renew (const StreekRaster *raster, const StreekRaster *previous, const StreekPixelRows *rows)
{
  guint32 *pixels = streek_pages_new (count_pixels (raster) * sizeof *pixels);

  streek_raster_renew_passing (pixels, &raster->grid, raster->scene, raster->layers, rows,
                               g_bytes_get_data (previous->pixels, NULL), raster->ground);

  return take_pixels (raster, pixels);
}

static GBytes *
paint_rows (const StreekRaster *raster, const StreekRaster *previous, const StreekPixelRows *rows)
{
  const StreekPixelGrid *grid = &raster->grid;
  const gsize width = (gsize) grid->frame.width;
  const gsize n_pixels = count_pixels (raster);
  guint32 *pixels = streek_pages_new (n_pixels * sizeof *pixels);

  if (previous != NULL && rows->end - rows->first < grid->frame.height)
    {
      const guint32 *before = g_bytes_get_data (previous->pixels, NULL);

      memcpy (pixels, before, rows->first * width * sizeof *pixels);
      memcpy (pixels + rows->end * width, before + rows->end * width,
              (n_pixels - rows->end * width) * sizeof *pixels);
    }

  streek_raster_paint_scene (pixels, grid, raster->scene, raster->layers, rows, NULL);

  return take_pixels (raster, pixels);
}

/* Where only passing lines differ, the ground of the picture before serves again. It is painted for
 * its own sake when such lines change a second time over one that nobody kept. A picture that is
 * not for the window stays alone, and keeps nothing. */
static GBytes *
paint_pixels (StreekRaster *raster, const StreekRaster *previous)
{
  StreekPixelRows rows = { 0, raster->grid.frame.height };
  gboolean is_same_ground = FALSE;

  if (previous != NULL && is_same_grid (&previous->grid, &raster->grid))
    rows =
      streek_raster_find_changed_rows (&(StreekRasterContent){ previous->scene, previous->layers },
                                       &(StreekRasterContent){ raster->scene, raster->layers },
                                       raster->grid.frame.height, &is_same_ground);

  if (is_same_ground && previous->ground != NULL)
    raster->ground = streek_raster_ground_ref (previous->ground);

  if (rows.first >= rows.end)
    return g_bytes_ref (previous->pixels);

  if (!has_passing (raster) && raster->ground != NULL)
    return g_bytes_ref (streek_raster_ground_get_pixels (raster->ground));

  if (!has_passing (raster) && !is_same_ground && raster->grid.snap)
    return paint_ground (raster);

  if (!streek_raster_can_renew (raster->scene, raster->layers) || !is_same_ground ||
      !raster->grid.snap)
    return paint_rows (raster, previous, &rows);

  if (raster->ground == NULL && rows.end - rows.first > raster->grid.frame.height / MANY_ROWS)
    g_bytes_unref (paint_ground (raster));

  return raster->ground != NULL ? renew (raster, previous, &rows)
                                : paint_rows (raster, previous, &rows);
}

/**
 * streek_raster_new:
 * @scene: what to draw
 * @dots_per_point: 96/72 for a window at scale 1, dpi/72 for a picture
 * @snap: whether vertices, boxes and straight lines move to whole pixels: crisper and faster, but
 *   not where they should be; for the window only
 *
 * Returns: (transfer full) (nullable): the picture, transparent where nothing was drawn; %NULL
 *   where it would have more than 250 million pixels, or 32000 on a side
 */
StreekRaster *
streek_raster_new (const StreekScene *scene, double dots_per_point, gboolean snap)
{
  return streek_raster_new_from (scene, dots_per_point, snap, NULL, NULL);
}

/**
 * streek_raster_new_from:
 * @scene: what to draw
 * @dots_per_point: as for streek_raster_new()
 * @snap: as for streek_raster_new()
 * @previous: (nullable): a picture of an earlier scene; may be read by others meanwhile
 * @cancellable: (nullable): to stop
 *
 * Draws like streek_raster_new(), pixel for pixel. What @previous knows of the same view is used
 * again: the borders of areas with the same groups, and every style of line with the same groups
 * and width. Other paints then cost a look in a table for each pixel, and where only passing lines
 * differ, they are painted over a copy of the map below them. Large maps are drawn by several
 * threads.
 *
 * Returns: (transfer full) (nullable): the picture; %NULL where it was stopped, too
 */
StreekRaster *
streek_raster_new_from (const StreekScene *scene,
                        double dots_per_point,
                        gboolean snap,
                        StreekRaster *previous,
                        GCancellable *cancellable)
{
  g_return_val_if_fail (scene != NULL && dots_per_point > 0, NULL);

  /* A hair less, so that 595.28 points at 72/72 are not 596 pixels by rounding alone. */
  double width = ceil (scene->size.width * dots_per_point - 0.01);
  double height = ceil (scene->size.height * dots_per_point - 0.01);

  if (width > MAX_SIDE_PX || height > MAX_SIDE_PX || width * height > MAX_PIXELS)
    return NULL;

  StreekRaster *raster = g_new0 (StreekRaster, 1);

  g_atomic_ref_count_init (&raster->ref_count);
  raster->scene = streek_scene_ref ((StreekScene *) scene);
  raster->grid.dots_per_point = dots_per_point;
  raster->grid.snap = snap;
  raster->grid.frame.width = (int) MAX (width, 1);
  raster->grid.frame.height = (int) MAX (height, 1);
  create_layers (raster, previous, cancellable);

  if (g_cancellable_is_cancelled (cancellable))
    {
      streek_raster_unref (raster);
      return NULL;
    }

  raster->pixels = paint_pixels (raster, previous);

  return raster;
}

StreekRaster *
streek_raster_ref (StreekRaster *raster)
{
  g_return_val_if_fail (raster != NULL, NULL);

  g_atomic_ref_count_inc (&raster->ref_count);

  return raster;
}

void
streek_raster_unref (StreekRaster *raster)
{
  if (raster == NULL || !g_atomic_ref_count_dec (&raster->ref_count))
    return;

  for (guint i = 0; i < raster->n_layers; i++)
    streek_raster_layer_clear (&raster->layers[i]);

  g_free (raster->layers);
  g_clear_pointer (&raster->pixels, g_bytes_unref);
  streek_raster_ground_unref (raster->ground);
  streek_scene_unref (raster->scene);
  g_free (raster);
}

int
streek_raster_get_width (const StreekRaster *raster)
{
  return raster->grid.frame.width;
}

int
streek_raster_get_height (const StreekRaster *raster)
{
  return raster->grid.frame.height;
}

int
streek_raster_get_stride (const StreekRaster *raster)
{
  return raster->grid.frame.width * 4;
}

/**
 * streek_raster_get_pixels:
 *
 * Returns: (transfer none): rows of premultiplied ARGB in the byte order of the machine, for
 *   CAIRO_FORMAT_ARGB32 and GDK_MEMORY_DEFAULT; may be kept longer than the raster
 */
GBytes *
streek_raster_get_pixels (const StreekRaster *raster)
{
  return raster->pixels;
}

static int
pick_layer (const StreekRasterLayer *layer, int x, int y)
{
  gint32 group = streek_id_buffer_pick (layer->ids, x, y);

  return group >= 0 ? layer->areas->rows[group] : -1;
}

/**
 * streek_raster_pick:
 * @x: pixels from the left
 * @y: pixels from the top
 *
 * Tells which row is seen at a pixel: of the topmost mark with one. However many areas a map has,
 * it takes the same time; marks above the map are asked in turn.
 *
 * Returns: the row of the table, -1 for none
 */
int
streek_raster_pick (const StreekRaster *raster, int x, int y)
{
  const double dots = raster->grid.dots_per_point;
  const StreekPoint place = { (x + 0.5) / dots, (y + 0.5) / dots };
  guint next_layer = raster->n_layers;

  for (guint i = raster->scene->n_marks; i > 0; i--)
    {
      const StreekMark *mark = &raster->scene->marks[i - 1];
      int row = streek_mark_is_areas (mark) ? pick_layer (&raster->layers[--next_layer], x, y)
                                            : streek_mark_pick (mark, place);

      if (row >= 0)
        return row;
    }

  return -1;
}
