/* streek-raster.c: a scene as pixels, for the window and for PNG */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-cairo-private.h"
#include "draw/streek-id-buffer.h"
#include "draw/streek-line-mask.h"
#include "draw/streek-output.h"
#include "draw/streek-pages.h"
#include "draw/streek-raster-paint.h"
#include "draw/streek-raster-marks.h"

#include <math.h>

#define LEAST_POINTS 16
#define POINTS_A_PART 12
#define ROWS_AT_ONCE 16
#define MAX_SIDE_PX 32000 /* Cairo's own limit is 32767 */
#define MAX_PIXELS 250e6  /* 1 GB */

/* The part of a picture that does not change with the paints of one map. */
typedef struct
{
  const StreekAreasMark *areas; /* lives as long as the scene of the raster */
  StreekIdBuffer *ids;
  StreekLineMask **masks; /* (array length=areas->n_lines) */
} Layer;

struct _StreekRaster
{
  gatomicrefcount ref_count;
  StreekScene *scene;
  StreekPixelGrid grid;
  GBytes *pixels;
  guint n_layers;
  Layer *layers;
};

static gboolean
is_same_grid (const StreekPixelGrid *a, const StreekPixelGrid *b)
{
  return a->dots_per_point == b->dots_per_point && a->snap == b->snap &&
         a->frame.width == b->frame.width && a->frame.height == b->frame.height;
}

static gboolean
is_same_view (const StreekAreasMark *a, const StreekAreasMark *b)
{
  return a->mesh == b->mesh && a->level == b->level &&
         memcmp (&a->projection, &b->projection, sizeof a->projection) == 0 &&
         memcmp (&a->clip, &b->clip, sizeof a->clip) == 0;
}

static gboolean
is_same_grouping (const StreekAreasMark *areas, const gint32 *a, const gint32 *b)
{
  return memcmp (a, b, streek_mesh_get_n_units (areas->mesh) * sizeof *a) == 0;
}

static gboolean
is_same_lines (const StreekAreasMark *areas, const StreekAreaLines *a, const StreekAreaLines *b)
{
  return a->stroke.width == b->stroke.width && a->stroke.dash == b->stroke.dash &&
         a->stroke.gap == b->stroke.gap && a->outer_only == b->outer_only &&
         is_same_grouping (areas, a->group_of, b->group_of);
}

static StreekIdBuffer *
find_ids (const StreekRaster *previous, const StreekAreasMark *areas)
{
  for (guint i = 0; i < previous->n_layers; i++)
    {
      const Layer *layer = &previous->layers[i];

      if (is_same_view (layer->areas, areas) && layer->areas->n_groups == areas->n_groups &&
          is_same_grouping (areas, layer->areas->group_of, areas->group_of))
        return streek_id_buffer_ref (layer->ids);
    }

  return NULL;
}

static StreekLineMask *
find_mask (const StreekRaster *previous, const StreekAreasMark *areas, const StreekAreaLines *lines)
{
  for (guint i = 0; i < previous->n_layers; i++)
    {
      const Layer *layer = &previous->layers[i];

      if (!is_same_view (layer->areas, areas))
        continue;

      for (guint j = 0; j < layer->areas->n_lines; j++)
        if (is_same_lines (areas, &layer->areas->lines[j], lines))
          return streek_line_mask_ref (layer->masks[j]);
    }

  return NULL;
}

static void
layer_init (Layer *layer,
            const StreekAreasMark *areas,
            const StreekPixelGrid *grid,
            const StreekRaster *previous)
{
  gboolean may_reuse = previous != NULL && is_same_grid (&previous->grid, grid);

  layer->areas = areas;
  layer->ids = may_reuse ? find_ids (previous, areas) : NULL;
  layer->masks = g_new0 (StreekLineMask *, MAX (areas->n_lines, 1));

  if (layer->ids == NULL)
    layer->ids = streek_id_buffer_new (areas, grid);

  for (guint i = 0; i < areas->n_lines; i++)
    {
      layer->masks[i] = may_reuse ? find_mask (previous, areas, &areas->lines[i]) : NULL;

      if (layer->masks[i] == NULL)
        layer->masks[i] = streek_line_mask_new (areas, &areas->lines[i], grid);
    }
}

static void
layer_clear (Layer *layer)
{
  for (guint i = 0; i < layer->areas->n_lines; i++)
    streek_line_mask_unref (layer->masks[i]);

  g_free (layer->masks);
  streek_id_buffer_unref (layer->ids);
}

static gboolean
is_areas (const StreekMark *mark)
{
  return mark->item == STREEK_ITEM_MARK && mark->type == STREEK_MARK_AREAS;
}

static void
create_layers (StreekRaster *raster, const StreekRaster *previous)
{
  const StreekScene *scene = raster->scene;

  for (guint i = 0; i < scene->n_marks; i++)
    raster->n_layers += is_areas (&scene->marks[i]);

  raster->layers = g_new0 (Layer, MAX (raster->n_layers, 1));

  for (guint i = 0, n = 0; i < scene->n_marks; i++)
    if (is_areas (&scene->marks[i]))
      {
        layer_init (&raster->layers[n++], scene->marks[i].areas, &raster->grid, previous);
      }
}

static double
snap_line (double at, double width_px, double dots)
{
  gboolean is_odd = (int) width_px % 2 == 1;

  return is_odd ? (floor (at * dots) + 0.5) / dots : round (at * dots) / dots;
}

/* Straight lines and boxes on whole pixels are crisp; anything else stays where it is. */
static StreekMark
snap_mark (const StreekMark *mark, double dots)
{
  StreekMark snapped = *mark;
  double width_px =
    streek_stroke_is_visible (&mark->stroke) ? fmax (round (mark->stroke.width * dots), 1) : 0;

  if (mark->type == STREEK_MARK_RECT)
    {
      double x = snap_line (mark->rect.x, width_px, dots);
      double y = snap_line (mark->rect.y, width_px, dots);
      double right = snap_line (mark->rect.x + mark->rect.width, width_px, dots);
      double bottom = snap_line (mark->rect.y + mark->rect.height, width_px, dots);

      snapped.rect = (StreekRect){ x, y, right - x, bottom - y };
    }
  else if (mark->type == STREEK_MARK_RULE && mark->rule.from.x == mark->rule.to.x)
    {
      snapped.rule.from.x = snapped.rule.to.x = snap_line (mark->rule.from.x, width_px, dots);
    }
  else if (mark->type == STREEK_MARK_RULE && mark->rule.from.y == mark->rule.to.y)
    {
      snapped.rule.from.y = snapped.rule.to.y = snap_line (mark->rule.from.y, width_px, dots);
    }
  else
    {
      return snapped;
    }

  if (width_px > 0)
    snapped.stroke.width = width_px / dots;

  return snapped;
}

/* A picture while it is drawn: by Cairo, and by us on the same pixels. */
typedef struct
{
  const StreekPixelGrid *grid;
  guint32 *pixels;
  cairo_surface_t *surface;
  cairo_t *cr;
  StreekLineMask *mask; /* (nullable): for paths, once there was one */
  gboolean is_cleared;
} Canvas;

static void
canvas_init (Canvas *canvas, const StreekPixelGrid *grid, guint32 *pixels)
{
  const StreekPixelRect *frame = &grid->frame;

  canvas->grid = grid;
  canvas->pixels = pixels;
  canvas->surface = cairo_image_surface_create_for_data (
    (guchar *) pixels, CAIRO_FORMAT_ARGB32, frame->width, frame->height, frame->width * 4);
  canvas->cr = cairo_create (canvas->surface);
  cairo_scale (canvas->cr, grid->dots_per_point, grid->dots_per_point);
  streek_cairo_prepare (canvas->cr);
  canvas->mask = NULL;
  canvas->is_cleared = FALSE;
}

static void
canvas_clear (Canvas *canvas)
{
  cairo_destroy (canvas->cr);
  cairo_surface_finish (canvas->surface);
  cairo_surface_destroy (canvas->surface);
  streek_line_mask_unref (canvas->mask);
}

static void
paint_part (Canvas *canvas, const StreekMark *mark, const StreekPoint *points, guint n_points)
{
  const double margin = mark->stroke.width / 2;
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < n_points; i++)
    {
      left = fmin (left, points[i].x - margin);
      top = fmin (top, points[i].y - margin);
      right = fmax (right, points[i].x + margin);
      bottom = fmax (bottom, points[i].y + margin);
    }

  const StreekRect bounds = { left, top, right - left, bottom - top };

  if (canvas->mask == NULL)
    canvas->mask = streek_line_mask_new_for_paths (canvas->grid);

  streek_line_mask_draw_path (canvas->mask, points, n_points, FALSE, &mark->stroke, &bounds,
                              canvas->grid);
  streek_raster_paint_lines (canvas->pixels, canvas->grid->frame.width, canvas->mask,
                             &mark->stroke.color,
                             &(StreekPixelRows){ 0, canvas->grid->frame.height });
  streek_line_mask_wipe (canvas->mask);
}

/* An open line; a short one is not worth a mask. One that nothing shines through is painted in
 * parts: the mask of a whole one is mostly empty. */
static gboolean
paint_line (Canvas *canvas, const StreekMark *mark)
{
  const StreekPoint *points = mark->path.points;
  const guint n = mark->path.n_points;

  if (mark->path.closed || n < LEAST_POINTS || !streek_stroke_is_visible (&mark->stroke))
    return FALSE;

  if (mark->stroke.dash > 0 || mark->stroke.color.alpha < 1)
    {
      paint_part (canvas, mark, points, n);
      return TRUE;
    }

  for (guint i = 0; i + 1 < n; i += POINTS_A_PART)
    paint_part (canvas, mark, points + i, MIN (POINTS_A_PART + 1, n - i));

  return TRUE;
}

/* Names, circles and points of lines come by the hundred and are faster without Cairo. */
static gboolean
paint_directly (Canvas *canvas, const StreekMark *mark)
{
  if (mark->type == STREEK_MARK_TEXT)
    return streek_raster_paint_text (canvas->pixels, canvas->grid, mark);

  if (mark->type == STREEK_MARK_PATH)
    return paint_line (canvas, mark);

  return mark->type == STREEK_MARK_SYMBOL &&
         streek_raster_paint_circle (canvas->pixels, canvas->grid, mark);
}

static void
paint_mark (Canvas *canvas, const StreekMark *mark)
{
  if (mark->item != STREEK_ITEM_MARK)
    return;

  cairo_surface_flush (canvas->surface);

  gboolean is_painted = paint_directly (canvas, mark);

  cairo_surface_mark_dirty (canvas->surface);

  if (is_painted)
    return;

  const double dots = canvas->grid->dots_per_point;
  StreekMark snapped = canvas->grid->snap ? snap_mark (mark, dots) : *mark;

  streek_cairo_draw_mark (canvas->cr, &snapped);
}

static void
paint_layer (Canvas *canvas,
             const Layer *layer,
             const StreekAreaPainter *painter,
             const StreekPixelRows *rows)
{
  const int width = canvas->grid->frame.width;

  cairo_surface_flush (canvas->surface);
  streek_area_painter_paint (painter, canvas->pixels, width, rows);

  for (guint i = 0; i < layer->areas->n_lines; i++)
    streek_raster_paint_lines (canvas->pixels, width, layer->masks[i],
                               &layer->areas->lines[i].stroke.color, rows);

  cairo_surface_mark_dirty (canvas->surface);
}

static void
paint_box (Canvas *canvas, const StreekMark *mark, const StreekPixelRows *rows)
{
  const double dots = canvas->grid->dots_per_point;

  cairo_save (canvas->cr);
  cairo_rectangle (canvas->cr, 0, rows->first / dots, canvas->grid->frame.width / dots,
                   (rows->end - rows->first) / dots);
  cairo_clip (canvas->cr);
  paint_mark (canvas, mark);
  cairo_restore (canvas->cr);
}

/* What lies under everything else: marks that follow each other, with the layers among them. */
typedef struct
{
  const StreekMark *marks;
  guint n_marks;
  const Layer *layers;
  guint n_layers;
  StreekAreaPainter **painters; /* while it is painted */
} Ground;

/* Paper, surroundings, areas and lines all cover the whole picture: they are painted a few rows at
 * a time, so that the picture goes through the memory once and not once for each of them. */
static gboolean
is_ground (const StreekMark *mark)
{
  return mark->item != STREEK_ITEM_MARK || mark->type == STREEK_MARK_RECT || is_areas (mark);
}

static guint
find_ground_end (const StreekScene *scene, guint first)
{
  guint end = first;

  while (end < scene->n_marks && is_ground (&scene->marks[end]))
    end++;

  return end;
}

static void
clear_rows (Canvas *canvas, const StreekPixelRows *rows)
{
  const gsize width = canvas->grid->frame.width;

  cairo_surface_flush (canvas->surface);
  memset (canvas->pixels + rows->first * width, 0,
          (rows->end - rows->first) * width * sizeof *canvas->pixels);
  cairo_surface_mark_dirty (canvas->surface);
}

static void
paint_ground_rows (Canvas *canvas, const Ground *ground, const StreekPixelRows *rows)
{
  guint layer = 0;

  if (!canvas->is_cleared)
    clear_rows (canvas, rows);

  for (guint i = 0; i < ground->n_marks; i++)
    {
      const StreekMark *mark = &ground->marks[i];

      if (!is_areas (mark))
        {
          paint_box (canvas, mark, rows);
          continue;
        }

      paint_layer (canvas, &ground->layers[layer], ground->painters[layer], rows);
      layer++;
    }
}

static void
paint_ground (Canvas *canvas, Ground *ground)
{
  const int height = canvas->grid->frame.height;

  ground->painters = g_new (StreekAreaPainter *, MAX (ground->n_layers, 1));

  for (guint i = 0; i < ground->n_layers; i++)
    ground->painters[i] = streek_area_painter_new (ground->layers[i].ids, ground->layers[i].areas,
                                                   canvas->grid->dots_per_point);

  for (int y = 0; y < height; y += ROWS_AT_ONCE)
    paint_ground_rows (canvas, ground, &(StreekPixelRows){ y, MIN (y + ROWS_AT_ONCE, height) });

  for (guint i = 0; i < ground->n_layers; i++)
    streek_area_painter_free (ground->painters[i]);

  g_free (ground->painters);
  canvas->is_cleared = TRUE;
}

static void
paint (StreekRaster *raster, guint32 *pixels)
{
  const StreekScene *scene = raster->scene;
  const StreekPixelRows all = { 0, raster->grid.frame.height };
  guint next_layer = 0;
  Canvas canvas;

  canvas_init (&canvas, &raster->grid, pixels);

  for (guint i = 0; i < scene->n_marks;)
    {
      guint end = find_ground_end (scene, i);
      Ground ground = { &scene->marks[i], end - i, raster->layers + next_layer, 0, NULL };

      for (guint j = i; j < end; j++)
        ground.n_layers += is_areas (&scene->marks[j]);

      if (ground.n_layers > 0)
        {
          paint_ground (&canvas, &ground);
          next_layer += ground.n_layers;
          i = end;
          continue;
        }

      if (!canvas.is_cleared)
        clear_rows (&canvas, &all);

      canvas.is_cleared = TRUE;
      paint_mark (&canvas, &scene->marks[i++]);
    }

  if (!canvas.is_cleared)
    clear_rows (&canvas, &all);

  canvas_clear (&canvas);
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
  return streek_raster_new_from (scene, dots_per_point, snap, NULL);
}

/**
 * streek_raster_new_from:
 * @scene: what to draw
 * @dots_per_point: as for streek_raster_new()
 * @snap: as for streek_raster_new()
 * @previous: (nullable): a picture of an earlier scene; may be read by others meanwhile
 *
 * Draws like streek_raster_new(), pixel for pixel. What @previous knows of the same view is used
 * again: the borders of areas with the same groups, and every style of line with the same groups
 * and width. Other paints then cost a look in a table for each pixel.
 *
 * Returns: (transfer full) (nullable): the picture
 */
StreekRaster *
streek_raster_new_from (const StreekScene *scene,
                        double dots_per_point,
                        gboolean snap,
                        StreekRaster *previous)
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
  create_layers (raster, previous);

  gsize n_bytes = (gsize) raster->grid.frame.width * raster->grid.frame.height * 4;
  /* One picture is spared its page faults; where one follows the other the allocator has the memory
   * of the last but one at hand. */
  gboolean is_first = previous == NULL;
  guint32 *pixels = is_first ? streek_pages_new0 (n_bytes) : g_malloc (n_bytes);

  paint (raster, pixels);
  raster->pixels =
    g_bytes_new_with_free_func (pixels, n_bytes, is_first ? streek_pages_free : g_free, pixels);

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
    layer_clear (&raster->layers[i]);

  g_free (raster->layers);
  g_bytes_unref (raster->pixels);
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
pick_layer (const Layer *layer, int x, int y)
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
      int row = is_areas (mark) ? pick_layer (&raster->layers[--next_layer], x, y)
                                : streek_mark_pick (mark, place);

      if (row >= 0)
        return row;
    }

  return -1;
}
