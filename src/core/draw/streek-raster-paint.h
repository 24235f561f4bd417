/* streek-raster-paint.h: the table that turns groups into colours, pixel by pixel (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-area-sheet.h"

/* The rows of a picture that are painted in one go. */
typedef struct
{
  int first;
  int end;
} StreekPixelRows;

/* Turns the groups of one map into pixels. */
typedef struct _StreekAreaPainter StreekAreaPainter;

StreekAreaPainter *streek_area_painter_new (const StreekAreaSheet *sheet,
                                            const StreekAreasMark *areas,
                                            double dots_per_point,
                                            guint32 background);
void streek_area_painter_free (StreekAreaPainter *painter);

/* @pixels: premultiplied ARGB, @width pixels a row. Both draw over what is there. */
void streek_area_painter_paint (const StreekAreaPainter *painter,
                                guint32 *pixels,
                                int width,
                                const StreekPixelRows *rows);
void streek_raster_paint_lines (guint32 *pixels,
                                int width,
                                const StreekLineMask *mask,
                                const StreekColor *color,
                                const StreekPixelRows *rows);
void
streek_raster_paint_row (guint32 *row, const guint8 *coverage, int first, int end, guint32 ink);
void streek_raster_paint_ink_row (guint32 *row, const guint32 *inks, int width);
void streek_raster_paint_steps (
  guint32 *row, const guint8 *steps, int first, int end, const guint32 *inks);
/* The first pixel from @x on that is covered, or @end. */
int streek_raster_find_covered (const guint8 *coverage, int x, int end);
guint32 streek_raster_premultiply (const StreekColor *color);

/* A premultiplied colour, @amount of 255 of it. */
static inline guint32
streek_raster_scale (guint32 color, guint amount)
{
  guint32 rb = (color & 0xff00ff) * amount + 0x800080;
  guint32 ag = ((color >> 8) & 0xff00ff) * amount + 0x800080;

  rb = ((rb + ((rb >> 8) & 0xff00ff)) >> 8) & 0xff00ff;
  ag = (ag + ((ag >> 8) & 0xff00ff)) & 0xff00ff00;

  return rb | ag;
}

static inline guint32
streek_raster_paint_over (guint32 below, guint32 color)
{
  guint alpha = color >> 24;

  if (alpha == 255)
    return color;

  return alpha == 0 ? below : color + streek_raster_scale (below, 255 - alpha);
}
