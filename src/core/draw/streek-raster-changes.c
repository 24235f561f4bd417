/* streek-raster-changes.c: which rows of a picture differ from an earlier one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "draw/streek-raster-changes.h"
#include "draw/streek-raster-canvas.h"

#include <string.h>

/* A hand that moves over a map changes a line around one area, thirty times a second. */

static gboolean
is_same_stroke (const StreekStroke *a, const StreekStroke *b)
{
  return a->width == b->width && a->dash == b->dash && a->gap == b->gap &&
         streek_color_equal (&a->color, &b->color);
}

static gboolean
is_same_glyphs (const StreekGlyphs *a, const StreekGlyphs *b)
{
  return a->face == b->face && a->n_glyphs == b->n_glyphs &&
         memcmp (&a->matrix, &b->matrix, sizeof a->matrix) == 0 &&
         memcmp (a->glyphs, b->glyphs, a->n_glyphs * sizeof *a->glyphs) == 0;
}

static gboolean
is_same_text (const StreekTextShape *a, const StreekTextShape *b)
{
  if (a->origin.x != b->origin.x || a->origin.y != b->origin.y)
    return FALSE;

  if (a->run == b->run)
    return TRUE;

  if (a->run->n_glyphs != b->run->n_glyphs || a->run->font.size_pt != b->run->font.size_pt)
    return FALSE;

  for (guint i = 0; i < a->run->n_glyphs; i++)
    if (!is_same_glyphs (&a->run->glyphs[i], &b->run->glyphs[i]))
      return FALSE;

  return TRUE;
}

static gboolean
is_same_shape (const StreekMark *a, const StreekMark *b)
{
  switch (a->type)
    {
    case STREEK_MARK_RECT:
      return memcmp (&a->rect, &b->rect, sizeof a->rect) == 0;
    case STREEK_MARK_PATH:
      return a->path.n_points == b->path.n_points && a->path.closed == b->path.closed &&
             memcmp (a->path.points, b->path.points, a->path.n_points * sizeof *a->path.points) ==
               0;
    case STREEK_MARK_RULE:
      return memcmp (&a->rule, &b->rule, sizeof a->rule) == 0;
    case STREEK_MARK_SYMBOL:
      return a->symbol.symbol == b->symbol.symbol && a->symbol.center.x == b->symbol.center.x &&
             a->symbol.center.y == b->symbol.center.y && a->symbol.radius == b->symbol.radius;
    case STREEK_MARK_TEXT:
      return is_same_text (&a->text, &b->text);
    case STREEK_MARK_IMAGE:
      return a->image.image == b->image.image &&
             memcmp (&a->image.box, &b->image.box, sizeof a->image.box) == 0;
    case STREEK_MARK_AREAS:
    default:
      return FALSE;
    }
}

static gboolean
is_same_mark (const StreekMark *a, const StreekMark *b)
{
  if (a->item != b->item)
    return FALSE;

  return a->item != STREEK_ITEM_MARK ||
         (a->type == b->type && streek_paint_equal (&a->paint, &b->paint) &&
          is_same_stroke (&a->stroke, &b->stroke) && is_same_shape (a, b));
}

static gboolean
has_same_ground (const StreekRasterLayer *a, const StreekRasterLayer *b)
{
  if (a->sheet != b->sheet || a->areas->n_groups != b->areas->n_groups)
    return FALSE;

  for (guint i = 0; i < a->areas->n_groups; i++)
    if (!streek_paint_equal (&a->areas->paints[i], &b->areas->paints[i]))
      return FALSE;

  return TRUE;
}

static void
add_lines (StreekPixelRows *rows, const StreekRasterLayer *layer, guint first)
{
  for (guint i = first; i < layer->areas->n_lines - layer->n_masks; i++)
    {
      const StreekLineMask *mask = layer->outlines[i]->mask;

      for (int y = 0; y < mask->rect.height; y++)
        if (mask->row_first[y] < mask->row_end[y])
          {
            rows->first = MIN (rows->first, mask->rect.y + y);
            rows->end = MAX (rows->end, mask->rect.y + y + 1);
          }
    }
}

static gboolean
is_same_line (const StreekRasterLayer *a, const StreekRasterLayer *b, guint i)
{
  return a->outlines[i] == b->outlines[i] &&
         is_same_stroke (&a->areas->lines[a->n_masks + i].stroke,
                         &b->areas->lines[b->n_masks + i].stroke);
}

/* The lines over the ground from the first that differs. */
static void
compare_lines (StreekPixelRows *rows, const StreekRasterLayer *a, const StreekRasterLayer *b)
{
  const guint n = MIN (a->areas->n_lines - a->n_masks, b->areas->n_lines - b->n_masks);
  guint i = 0;

  while (i < n && is_same_line (a, b, i))
    i++;

  add_lines (rows, a, i);
  add_lines (rows, b, i);
}

StreekPixelRows
streek_raster_find_changed_rows (const StreekRasterContent *before,
                                 const StreekRasterContent *after,
                                 int height,
                                 gboolean *is_same_ground)
{
  const StreekPixelRows all = { 0, height };
  StreekPixelRows rows = { height, 0 };
  guint n_layers = 0;

  *is_same_ground = FALSE;

  if (before->scene->n_marks != after->scene->n_marks)
    return all;

  for (guint i = 0; i < after->scene->n_marks; i++)
    {
      const StreekMark *a = &before->scene->marks[i], *b = &after->scene->marks[i];

      if (!streek_mark_is_areas (a) || !streek_mark_is_areas (b))
        {
          if (!is_same_mark (a, b))
            return all;

          continue;
        }

      if (!has_same_ground (&before->layers[n_layers], &after->layers[n_layers]))
        return all;

      compare_lines (&rows, &before->layers[n_layers], &after->layers[n_layers]);
      n_layers++;
    }

  *is_same_ground = TRUE;

  return rows.first < rows.end ? rows : (StreekPixelRows){ 0, 0 };
}
