/* streek-cairo.c: a scene through Cairo: for printers and PDF, and for small pictures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-area-lines.h"
#include "draw/streek-cairo-private.h"
#include "draw/streek-hatch.h"
#include "draw/streek-output.h"

#include <math.h>

/* Cairo's image back end slows down more than in proportion to the length of one path. */
#define MAX_POINTS_A_STROKE 512
#define CLIP_MARGIN_PT 4.0

static void
set_color (cairo_t *cr, const StreekColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

/* A PDF keeps lines and curves as they are. Cairo only flattens them to know how far a stroke
 * reaches, three times over and with round ends for every dash; a pen with four corners, which is
 * what a tolerance of its radius makes, reaches as far. */
static void
relax_tolerance (cairo_t *cr, double line_width)
{
  double x = line_width / 2;
  double y = 0;

  if (cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_PDF)
    return;

  cairo_user_to_device_distance (cr, &x, &y);
  cairo_set_tolerance (cr, hypot (x, y));
}

static void
set_stroke (cairo_t *cr, const StreekStroke *stroke)
{
  const double dashes[] = { stroke->dash, stroke->gap };

  set_color (cr, &stroke->color);
  relax_tolerance (cr, stroke->width);
  cairo_set_line_width (cr, stroke->width);
  cairo_set_dash (cr, dashes, stroke->dash > 0 ? 2 : 0, 0);
}

/* Fills the path and keeps it. */
static void
fill_path (cairo_t *cr, const StreekPaint *paint)
{
  if (paint->color.alpha > 0)
    {
      set_color (cr, &paint->color);
      cairo_fill_preserve (cr);
    }

  if (paint->hatch == STREEK_HATCH_NONE)
    return;

  cairo_path_t *path = cairo_copy_path (cr);

  cairo_save (cr);
  cairo_clip (cr);
  streek_hatch_draw (paint->hatch, &paint->hatch_color, cr);
  cairo_restore (cr);
  cairo_new_path (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
}

static void
stroke_path (cairo_t *cr, const StreekStroke *stroke)
{
  if (!streek_stroke_is_visible (stroke))
    return;

  double tolerance = cairo_get_tolerance (cr);

  set_stroke (cr, stroke);
  cairo_stroke_preserve (cr);
  cairo_set_tolerance (cr, tolerance); /* of which the arcs of the next circle are made */
}

static void
add_points (cairo_t *cr, const StreekPoint *points, guint n_points, gboolean closed)
{
  for (guint i = 0; i < n_points; i++)
    {
      if (i == 0)
        cairo_move_to (cr, points[i].x, points[i].y);
      else
        cairo_line_to (cr, points[i].x, points[i].y);
    }

  if (closed)
    cairo_close_path (cr);
}

static void
add_symbol (cairo_t *cr, const StreekSymbolShape *shape)
{
  StreekPoint corners[4];
  guint n = streek_symbol_get_corners (shape, corners);

  if (n > 0)
    {
      add_points (cr, corners, n, TRUE);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, shape->center.x, shape->center.y, shape->radius, 0, 2 * G_PI);
  cairo_close_path (cr);
}

/* Surfaces that know characters get them; on the others Cairo would move every glyph to a whole
 * pixel, and the letters of a word would stand unevenly. */
static void
show_text (cairo_t *cr, const StreekTextRun *run)
{
  if (cairo_surface_has_show_text_glyphs (cairo_get_target (cr)))
    {
      streek_cairo_show_text (cr, run);
      return;
    }

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING); /* letters overlap themselves */
  streek_cairo_add_text_path (cr, run);
  cairo_fill (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
}

static void
draw_halo (cairo_t *cr, const StreekMark *mark)
{
  cairo_save (cr);
  cairo_translate (cr, mark->text.origin.x, mark->text.origin.y);
  set_stroke (cr, &mark->stroke);
  streek_cairo_add_text_path (cr, mark->text.run);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
streek_cairo_draw_letters (cairo_t *cr, const StreekMark *mark)
{
  cairo_save (cr);
  cairo_translate (cr, mark->text.origin.x, mark->text.origin.y);
  set_color (cr, &mark->paint.color);
  show_text (cr, mark->text.run);
  cairo_restore (cr);
}

static void
add_polylines (cairo_t *cr, const StreekPolylines *lines)
{
  for (guint i = 0; i < lines->n_lines; i++)
    add_points (cr, lines->points + lines->starts[i], lines->starts[i + 1] - lines->starts[i],
                lines->closed[i]);
}

/* One shape of them all; its path is gone afterwards. */
void
streek_cairo_fill_polylines (cairo_t *cr, const StreekPolylines *lines, const StreekPaint *paint)
{
  cairo_new_path (cr);
  add_polylines (cr, lines);
  fill_path (cr, paint);
  cairo_new_path (cr);
}

static void
fill_areas (cairo_t *cr, const StreekAreasMark *areas)
{
  g_autoptr (StreekAreaPaints) paints = streek_area_paints_new (areas);
  StreekRings *rings =
    streek_mesh_build_rings (areas->mesh, areas->level, paints->paint_of, paints->n_paints);

  for (guint i = 0; i < paints->n_paints; i++)
    {
      g_autoptr (StreekPolylines) lines = streek_polylines_new_from_rings (areas, &rings[i]);

      streek_cairo_fill_polylines (cr, lines, &paints->paints[i]);
    }

  streek_rings_free_array (rings, paints->n_paints);
}

/* An opaque line may be drawn in parts; what shines through must be drawn at once, or it would be
 * darker where two lines meet. */
static void
stroke_lines (cairo_t *cr, const StreekAreasMark *areas, const StreekAreaLines *lines)
{
  if (!streek_stroke_is_visible (&lines->stroke))
    return;

  g_autoptr (StreekPolylines) polylines = streek_polylines_new_from_lines (areas, lines);
  gboolean may_split = lines->stroke.color.alpha >= 1;
  guint n_pending = 0;

  cairo_new_path (cr);
  set_stroke (cr, &lines->stroke);

  for (guint i = 0; i < polylines->n_lines; i++)
    {
      guint n = polylines->starts[i + 1] - polylines->starts[i];

      add_points (cr, polylines->points + polylines->starts[i], n, polylines->closed[i]);
      n_pending += n;

      if (may_split && n_pending >= MAX_POINTS_A_STROKE)
        {
          cairo_stroke (cr);
          n_pending = 0;
        }
    }

  cairo_stroke (cr);
}

static void
draw_areas (cairo_t *cr, const StreekAreasMark *areas)
{
  cairo_save (cr);
  cairo_rectangle (cr, areas->clip.x, areas->clip.y, areas->clip.width, areas->clip.height);
  cairo_clip (cr);
  fill_areas (cr, areas);

  for (guint i = 0; i < areas->n_lines; i++)
    stroke_lines (cr, areas, &areas->lines[i]);

  cairo_restore (cr);
}

static void
draw_shape (cairo_t *cr, const StreekMark *mark)
{
  const StreekRect *rect = &mark->rect;

  cairo_new_path (cr);

  switch (mark->type)
    {
    case STREEK_MARK_RECT:
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      break;
    case STREEK_MARK_PATH:
      add_points (cr, mark->path.points, mark->path.n_points, mark->path.closed);
      break;
    case STREEK_MARK_RULE:
      cairo_move_to (cr, mark->rule.from.x, mark->rule.from.y);
      cairo_line_to (cr, mark->rule.to.x, mark->rule.to.y);
      break;
    case STREEK_MARK_SYMBOL:
      add_symbol (cr, &mark->symbol);
      break;
    case STREEK_MARK_TEXT:
    case STREEK_MARK_AREAS:
    case STREEK_MARK_IMAGE:
    default:
      return;
    }

  if (mark->type != STREEK_MARK_RULE && (mark->type != STREEK_MARK_PATH || mark->path.closed))
    fill_path (cr, &mark->paint);

  stroke_path (cr, &mark->stroke);
  cairo_new_path (cr);
}

/* Whoever draws it may do so later, so the pixels live as long as the surface. */
cairo_surface_t *
streek_cairo_create_image (StreekImage *image)
{
  static const cairo_user_data_key_t key;
  GBytes *pixels = streek_image_get_pixels (image);
  int width = (int) streek_image_get_width (image);
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
    (unsigned char *) g_bytes_get_data (pixels, NULL), CAIRO_FORMAT_ARGB32, width,
    (int) streek_image_get_height (image), 4 * width);

  cairo_surface_set_user_data (surface, &key, g_bytes_ref (pixels),
                               (cairo_destroy_func_t) g_bytes_unref);

  return surface;
}

static void
draw_image (cairo_t *cr, const StreekImageShape *shape)
{
  g_autoptr (cairo_surface_t) surface = streek_cairo_create_image (shape->image);

  cairo_save (cr);
  cairo_rectangle (cr, shape->box.x, shape->box.y, shape->box.width, shape->box.height);
  cairo_clip (cr);
  cairo_translate (cr, shape->box.x, shape->box.y);
  cairo_scale (cr, shape->box.width / streek_image_get_width (shape->image),
               shape->box.height / streek_image_get_height (shape->image));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* Draws one mark on a context that streek_cairo_prepare() has seen. */
void
streek_cairo_draw_mark (cairo_t *cr, const StreekMark *mark)
{
  if (mark->item != STREEK_ITEM_MARK)
    return;

  if (mark->type == STREEK_MARK_TEXT)
    {
      if (streek_stroke_is_visible (&mark->stroke))
        draw_halo (cr, mark);
      streek_cairo_draw_letters (cr, mark);
    }
  else if (mark->type == STREEK_MARK_AREAS)
    draw_areas (cr, mark->areas);
  else if (mark->type == STREEK_MARK_IMAGE)
    draw_image (cr, &mark->image);
  else
    draw_shape (cr, mark);
}

void
streek_cairo_prepare (cairo_t *cr)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  streek_cairo_set_font_options (cr);
}

/* Letters may reach out of their box a little. */
static gboolean
is_in_clip (const StreekMark *mark, const double clip[4])
{
  const StreekRect *bounds = &mark->bounds;

  return bounds->x <= clip[2] + CLIP_MARGIN_PT && bounds->y <= clip[3] + CLIP_MARGIN_PT &&
         bounds->x + bounds->width >= clip[0] - CLIP_MARGIN_PT &&
         bounds->y + bounds->height >= clip[1] - CLIP_MARGIN_PT;
}

/**
 * streek_scene_draw:
 * @scene: what to draw
 * @cr: where: one unit of it is a point
 *
 * Draws with nothing but fills, strokes, clips and alpha, so that a vector surface stays vectors.
 * Areas that look the same are filled as one shape, and each line between areas is drawn once. What
 * lies outside the clip is left out: of a scene larger than its window most is.
 */
void
streek_scene_draw (const StreekScene *scene, cairo_t *cr)
{
  g_return_if_fail (scene != NULL && cr != NULL);

  double clip[4];

  cairo_save (cr);
  streek_cairo_prepare (cr);
  cairo_clip_extents (cr, &clip[0], &clip[1], &clip[2], &clip[3]);

  for (guint i = 0; i < scene->n_marks; i++)
    if (is_in_clip (&scene->marks[i], clip))
      streek_cairo_draw_mark (cr, &scene->marks[i]);

  cairo_restore (cr);
}
