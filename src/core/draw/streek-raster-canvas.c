/* streek-raster-canvas.c: the marks of a scene into pixels, by Cairo and by us */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-cairo-private.h"
#include "draw/streek-passing-lines.h"
#include "draw/streek-raster-canvas.h"
#include "stats/streek-blocks.h"

#include <math.h>
#include <string.h>

#define LEAST_POINTS 16
#define POINTS_A_PART 12
#define ROWS_AT_ONCE 16
#define LEAST_PIXELS (512 * 512) /* of which a second thread is worth its start */
#define WHOLE_PX 1e-3
#define TOUCHED_PX 3

gboolean
streek_mark_is_areas (const StreekMark *mark)
{
  return mark->item == STREEK_ITEM_MARK && mark->type == STREEK_MARK_AREAS;
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
  const StreekPixelRows *rows; /* what is painted of it */
  StreekLineMask *mask;        /* (nullable): for paths, once there was one */
  StreekRasterGround *ground;  /* (nullable): keeps what the marks over the areas hide */
  gboolean is_cleared;
} Canvas;

static void
clip_to_rows (Canvas *canvas, const StreekPixelRows *rows)
{
  const double dots = canvas->grid->dots_per_point;

  cairo_rectangle (canvas->cr, 0, rows->first / dots, canvas->grid->frame.width / dots,
                   (rows->end - rows->first) / dots);
  cairo_clip (canvas->cr);
}

static void
canvas_init (Canvas *canvas,
             const StreekPixelGrid *grid,
             guint32 *pixels,
             const StreekPixelRows *rows)
{
  const StreekPixelRect *frame = &grid->frame;
  const double dots = grid->dots_per_point;

  canvas->grid = grid;
  canvas->pixels = pixels;
  canvas->surface = cairo_image_surface_create_for_data (
    (guchar *) pixels, CAIRO_FORMAT_ARGB32, frame->width, frame->height, frame->width * 4);
  canvas->cr = cairo_create (canvas->surface);
  cairo_scale (canvas->cr, dots, dots);
  clip_to_rows (canvas, rows);
  streek_cairo_prepare (canvas->cr);
  canvas->rows = rows;
  canvas->mask = NULL;
  canvas->ground = NULL;
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
                             &mark->stroke.color, canvas->rows);
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
    return streek_raster_paint_text (canvas->pixels, canvas->grid, mark, canvas->rows);

  if (mark->type == STREEK_MARK_PATH)
    return paint_line (canvas, mark);

  return mark->type == STREEK_MARK_SYMBOL &&
         streek_raster_paint_circle (canvas->pixels, canvas->grid, mark, canvas->rows);
}

/* The pixels are ours again when it is done. */
static void
draw_with_cairo (Canvas *canvas, const StreekMark *mark)
{
  const double dots = canvas->grid->dots_per_point;
  StreekMark snapped = canvas->grid->snap ? snap_mark (mark, dots) : *mark;

  cairo_surface_mark_dirty (canvas->surface);
  streek_cairo_draw_mark (canvas->cr, &snapped);
  cairo_surface_flush (canvas->surface);
}

static void
paint_mark (Canvas *canvas, const StreekMark *mark)
{
  if (mark->item == STREEK_ITEM_MARK && !paint_directly (canvas, mark))
    draw_with_cairo (canvas, mark);
}

/* Whether a box is one colour up to whole pixels, as paper and surroundings are. */
static gboolean
get_plain_box (const Canvas *canvas, const StreekMark *mark, StreekPixelRect *rect)
{
  if (mark->item != STREEK_ITEM_MARK || mark->type != STREEK_MARK_RECT ||
      mark->paint.color.alpha < 1 || mark->paint.hatch != STREEK_HATCH_NONE ||
      streek_stroke_is_visible (&mark->stroke))
    return FALSE;

  const double dots = canvas->grid->dots_per_point;
  const StreekRect *box = &mark->rect;
  const StreekRect on_grid = { box->x * dots, box->y * dots, (box->x + box->width) * dots,
                               (box->y + box->height) * dots };
  const StreekPixelRect *frame = &canvas->grid->frame;

  *rect = streek_pixel_grid_get_clip (canvas->grid, box);

  /* of what lies beyond the picture nothing is seen */
  return canvas->grid->snap || ((on_grid.x <= 0 || fabs (on_grid.x - rect->x) < WHOLE_PX) &&
                                (on_grid.y <= 0 || fabs (on_grid.y - rect->y) < WHOLE_PX) &&
                                (on_grid.width >= frame->width ||
                                 fabs (on_grid.width - rect->x - rect->width) < WHOLE_PX) &&
                                (on_grid.height >= frame->height ||
                                 fabs (on_grid.height - rect->y - rect->height) < WHOLE_PX));
}

static void
fill_box (Canvas *canvas, const StreekPixelRect *rect, guint32 color, const StreekPixelRows *rows)
{
  const gsize width = canvas->grid->frame.width;
  const int end = MIN (rows->end, rect->y + rect->height);

  for (int y = MAX (rows->first, rect->y); y < end; y++)
    {
      guint32 *row = canvas->pixels + (gsize) y * width + rect->x;

      for (int x = 0; x < rect->width; x++)
        row[x] = color;
    }
}

static void
paint_box (Canvas *canvas, const StreekMark *mark, const StreekPixelRows *rows)
{
  StreekPixelRect rect;

  if (mark->item != STREEK_ITEM_MARK)
    return;

  if (get_plain_box (canvas, mark, &rect))
    {
      fill_box (canvas, &rect, streek_raster_premultiply (&mark->paint.color), rows);
      return;
    }

  cairo_save (canvas->cr);
  clip_to_rows (canvas, rows);
  draw_with_cairo (canvas, mark);
  cairo_restore (canvas->cr);
}

/* What lies under everything else: marks that follow each other, with the layers among them. */
typedef struct
{
  Canvas *canvas;
  const StreekMark *marks;
  guint n_marks;
  const StreekRasterLayer *layers;
  guint n_layers;
  gboolean has_passing;         /* whether passing lines are painted too */
  StreekAreaPainter **painters; /* while it is painted */
  StreekPassingLines **passing; /* (nullable): of each layer */
  guint32 background;           /* what the first layer paints beside its areas, 0: nothing */
  gboolean must_clear;          /* it begins with something else than paper over everything */
} Ground;

/* Paper, surroundings, areas and lines all cover the whole picture: they are painted a few rows at
 * a time, so that the picture goes through the memory once and not once for each of them. */
static gboolean
is_ground (const StreekMark *mark)
{
  return mark->item != STREEK_ITEM_MARK || mark->type == STREEK_MARK_RECT ||
         streek_mark_is_areas (mark);
}

static guint
find_ground_end (const StreekScene *scene, guint first)
{
  guint end = first;

  while (end < scene->n_marks && is_ground (&scene->marks[end]))
    end++;

  return end;
}

static gboolean
is_whole_frame (const Canvas *canvas, const StreekPixelRect *rect)
{
  const StreekPixelRect *frame = &canvas->grid->frame;

  return rect->x == 0 && rect->y == 0 && rect->width == frame->width &&
         rect->height == frame->height;
}

static const StreekMark *
find_mark (const Ground *ground, guint *place)
{
  while (*place < ground->n_marks && ground->marks[*place].item != STREEK_ITEM_MARK)
    (*place)++;

  return *place < ground->n_marks ? &ground->marks[(*place)++] : NULL;
}

static gboolean
is_opaque (const StreekAreasMark *areas)
{
  for (guint i = 0; i < areas->n_groups; i++)
    if (areas->paints[i].color.alpha < 1)
      return FALSE;

  return TRUE;
}

/* Paper over the whole picture need not be painted where the areas that follow cover it too: then
 * they paint what lies beside them. */
static void
find_background (Ground *ground)
{
  Canvas *canvas = ground->canvas;
  guint place = 0;
  const StreekMark *paper = find_mark (ground, &place);
  StreekPixelRect rect;

  ground->must_clear = !canvas->is_cleared;

  if (paper == NULL || !get_plain_box (canvas, paper, &rect) || !is_whole_frame (canvas, &rect))
    return;

  const StreekMark *next = find_mark (ground, &place);

  ground->must_clear = FALSE;

  if (next != NULL && streek_mark_is_areas (next) &&
      is_whole_frame (canvas, &ground->layers[0].ids->rect) && is_opaque (next->areas))
    ground->background = streek_raster_premultiply (&paper->paint.color);
}

static void
clear_rows (Canvas *canvas, const StreekPixelRows *rows)
{
  const gsize width = canvas->grid->frame.width;

  memset (canvas->pixels + rows->first * width, 0,
          (rows->end - rows->first) * width * sizeof *canvas->pixels);
}

static void
paint_ground_rows (const Ground *ground, const StreekPixelRows *rows)
{
  Canvas *canvas = ground->canvas;
  gboolean has_background = ground->background != 0;
  guint layer = 0;

  if (ground->must_clear)
    clear_rows (canvas, rows);

  for (guint i = 0; i < ground->n_marks; i++)
    {
      const StreekMark *mark = &ground->marks[i];

      if (streek_mark_is_areas (mark))
        {
          streek_area_painter_paint (ground->painters[layer], canvas->pixels,
                                     canvas->grid->frame.width, rows);
          if (ground->has_passing)
            streek_passing_lines_paint (ground->passing[layer], canvas->pixels,
                                        canvas->grid->frame.width, rows);
          layer++;
        }
      else if (layer > 0 || !has_background)
        {
          paint_box (canvas, mark, rows);
        }
    }
}

static void
paint_ground_blocks (StreekBlocks *blocks, gpointer data)
{
  const Ground *ground = data;
  const StreekPixelRows *rows = ground->canvas->rows;
  guint block;

  while (streek_blocks_take (blocks, &block))
    {
      int first = rows->first + (int) block * ROWS_AT_ONCE;

      paint_ground_rows (ground,
                         &(StreekPixelRows){ first, MIN (first + ROWS_AT_ONCE, rows->end) });
    }
}

/* Cairo draws in one thread only. */
static gboolean
needs_cairo (const Ground *ground)
{
  StreekPixelRect rect;

  for (guint i = 0; i < ground->n_marks; i++)
    {
      const StreekMark *mark = &ground->marks[i];

      if (mark->item == STREEK_ITEM_MARK && !streek_mark_is_areas (mark) &&
          !get_plain_box (ground->canvas, mark, &rect))
        return TRUE;
    }

  return FALSE;
}

static void
prepare_layers (Ground *ground)
{
  const double dots = ground->canvas->grid->dots_per_point;
  const guint n = MAX (ground->n_layers, 1);

  ground->painters = g_new (StreekAreaPainter *, n);
  ground->passing = g_new0 (StreekPassingLines *, n);

  for (guint i = 0; i < ground->n_layers; i++)
    {
      const StreekRasterLayer *layer = &ground->layers[i];

      ground->painters[i] =
        streek_area_painter_new (layer->sheet, layer->areas, dots, i == 0 ? ground->background : 0);
      if (ground->has_passing)
        ground->passing[i] = streek_passing_lines_new (layer, dots);
    }
}

static void
clear_layers (Ground *ground)
{
  for (guint i = 0; i < ground->n_layers; i++)
    {
      streek_area_painter_free (ground->painters[i]);
      streek_passing_lines_free (ground->passing[i]);
    }

  g_free (ground->painters);
  g_free (ground->passing);
}

static void
paint_ground (Ground *ground)
{
  Canvas *canvas = ground->canvas;
  const guint n_rows = (guint) (canvas->rows->end - canvas->rows->first);
  const gboolean is_small = n_rows * (guint) canvas->grid->frame.width < LEAST_PIXELS;

  find_background (ground);
  prepare_layers (ground);
  streek_blocks_run ((n_rows + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE,
                     is_small || needs_cairo (ground) ? 1 : 0, paint_ground_blocks, ground, NULL,
                     NULL);
  clear_layers (ground);
  canvas->is_cleared = TRUE;
}

/* A little more than a mark may touch: letters reach out of the box of their line. */
static StreekPixelRect
get_touched (const StreekPixelGrid *grid, const StreekMark *mark)
{
  const gboolean is_text = mark->type == STREEK_MARK_TEXT;
  const double margin = (is_text ? mark->text.run->font.size_pt : 0) / 2 + mark->stroke.width / 2 +
                        TOUCHED_PX / grid->dots_per_point;
  const StreekRect *bounds = &mark->bounds;
  const StreekRect box = { bounds->x - margin, bounds->y - margin, bounds->width + 2 * margin,
                           bounds->height + 2 * margin };

  return streek_pixel_grid_get_clip (grid, &box);
}

/* A mark over the areas. Boxes right after them are painted as those below them are. */
static void
paint_above (Canvas *canvas, const StreekMark *mark, gboolean is_box)
{
  if (mark->item != STREEK_ITEM_MARK)
    return;

  if (canvas->ground != NULL)
    {
      const StreekPixelRect touched = get_touched (canvas->grid, mark);

      streek_raster_ground_save (canvas->ground, canvas->pixels, &touched);
    }

  if (is_box)
    paint_box (canvas, mark, canvas->rows);
  else
    paint_mark (canvas, mark);
}

/* The layer that people point at: passing lines lie over it, and under all that follows. */
static guint
find_pointed_layer (const StreekScene *scene)
{
  for (guint i = 0; i < scene->n_marks; i++)
    {
      const StreekMark *mark = &scene->marks[i];

      if (!streek_mark_is_areas (mark))
        continue;

      for (guint group = 0; group < mark->areas->n_groups; group++)
        if (mark->areas->rows[group] >= 0)
          return i;
    }

  return scene->n_marks;
}

/* Marks @first to @end; @layers: those before the first; returns those after the last. */
static const StreekRasterLayer *
paint_marks (Canvas *canvas,
             const StreekMark *marks,
             guint n_marks,
             const StreekRasterLayer *layers,
             gboolean has_passing,
             gboolean is_above)
{
  const StreekScene part = { .marks = (StreekMark *) marks, .n_marks = n_marks };
  guint end_of_boxes = is_above ? find_ground_end (&part, 0) : 0;

  for (guint i = 0; i < n_marks;)
    {
      const guint end = find_ground_end (&part, i);
      Ground ground = {
        .canvas = canvas,
        .marks = &marks[i],
        .n_marks = end - i,
        .layers = layers,
        .has_passing = has_passing,
      };

      for (guint j = i; j < end; j++)
        ground.n_layers += streek_mark_is_areas (&marks[j]);

      if (ground.n_layers > 0)
        {
          if (canvas->ground != NULL && is_above)
            streek_raster_ground_give_up (canvas->ground);

          paint_ground (&ground);
          layers += ground.n_layers;
          i = end;
          continue;
        }

      if (!canvas->is_cleared)
        clear_rows (canvas, canvas->rows);

      canvas->is_cleared = TRUE;

      if (is_above)
        paint_above (canvas, &marks[i], i < end_of_boxes);
      else
        paint_mark (canvas, &marks[i]);

      i++;
    }

  return layers;
}

/* The whole drawing; @ground: (nullable): then all rows and no passing lines, and what marks hide
 * is kept there. */
void
streek_raster_paint_scene (guint32 *pixels,
                           const StreekPixelGrid *grid,
                           const StreekScene *scene,
                           const StreekRasterLayer *layers,
                           const StreekPixelRows *rows,
                           StreekRasterGround *ground)
{
  const guint below = MIN (find_pointed_layer (scene) + 1, scene->n_marks);
  const gboolean has_passing = ground == NULL;
  Canvas canvas;

  canvas_init (&canvas, grid, pixels, rows);
  canvas.ground = ground;
  layers = paint_marks (&canvas, scene->marks, below, layers, has_passing, FALSE);
  paint_marks (&canvas, scene->marks + below, scene->n_marks - below, layers, has_passing, TRUE);

  if (!canvas.is_cleared)
    clear_rows (&canvas, rows);

  canvas_clear (&canvas);
}

/* Rows of a known ground under other passing lines. */
typedef struct
{
  Canvas *canvas;
  const StreekRasterGround *ground;
  const guint32 *before; /* what stays in the other rows */
  StreekPassingLines *passing;
} Renewal;

static void
renew_blocks (StreekBlocks *blocks, gpointer data)
{
  const Renewal *renewal = data;
  Canvas *canvas = renewal->canvas;
  const gsize width = canvas->grid->frame.width;
  const int height = canvas->grid->frame.height;
  guint block;

  while (streek_blocks_take (blocks, &block))
    {
      const int from = (int) block * ROWS_AT_ONCE, to = MIN (from + ROWS_AT_ONCE, height);
      const StreekPixelRows rows = { CLAMP (canvas->rows->first, from, to),
                                     CLAMP (canvas->rows->end, from, to) };
      const gsize above = from * width, below = rows.end * width;

      memcpy (canvas->pixels + above, renewal->before + above,
              (rows.first - from) * width * sizeof *canvas->pixels);
      memcpy (canvas->pixels + below, renewal->before + below,
              (to - rows.end) * width * sizeof *canvas->pixels);

      if (rows.first >= rows.end)
        continue;

      streek_raster_ground_copy (renewal->ground, canvas->pixels, &rows);
      streek_passing_lines_paint (renewal->passing, canvas->pixels, (int) width, &rows);
    }
}

void
streek_raster_renew_passing (guint32 *pixels,
                             const StreekPixelGrid *grid,
                             const StreekScene *scene,
                             const StreekRasterLayer *layers,
                             const StreekPixelRows *rows,
                             const guint32 *before,
                             const StreekRasterGround *ground)
{
  const guint pointed = find_pointed_layer (scene);
  Canvas canvas;
  Renewal renewal = { .canvas = &canvas, .ground = ground, .before = before };

  for (guint i = 0; i < pointed; i++)
    layers += streek_mark_is_areas (&scene->marks[i]);

  canvas_init (&canvas, grid, pixels, rows);
  renewal.passing = streek_passing_lines_new (layers, grid->dots_per_point);
  streek_blocks_run (((guint) grid->frame.height + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE, 0,
                     renew_blocks, &renewal, NULL, NULL);
  canvas.is_cleared = TRUE;
  paint_marks (&canvas, scene->marks + pointed + 1, scene->n_marks - pointed - 1, layers + 1, FALSE,
               TRUE);
  streek_passing_lines_free (renewal.passing);
  canvas_clear (&canvas);
}

gboolean
streek_raster_can_renew (const StreekScene *scene, const StreekRasterLayer *layers)
{
  const guint pointed = find_pointed_layer (scene);
  guint layer = 0;

  for (guint i = 0; i < scene->n_marks; i++)
    if (streek_mark_is_areas (&scene->marks[i]))
      {
        if (i != pointed && layers[layer].n_masks < layers[layer].areas->n_lines)
          return FALSE;

        layer++;
      }

  return pointed < scene->n_marks;
}
