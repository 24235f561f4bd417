/* streek-id-buffer.h: which group of a map lies under each pixel (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

#include <gio/gio.h>
#include <math.h>

/* Arcs that are drawn before a look at whether anybody still waits. */
#define STREEK_ARCS_A_LOOK 512

/* The pixels that the clip of a map covers in a picture. */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
} StreekPixelRect;

/* How points become pixels. */
typedef struct
{
  double dots_per_point;
  gboolean snap;         /* vertices to whole pixels */
  StreekPixelRect frame; /* the whole picture */
} StreekPixelGrid;

/* A pixel on a border: the share of the first group, of 255; the second has the rest. Groups are
 * counted from 1 here, 0 is no group. */
typedef struct
{
  guint32 first;
  guint32 second;
  guint8 coverage;
} StreekEdge;

#define STREEK_ID_IS_EDGE(id) (((id) &0x80000000u) != 0)

/* Rows that one thread does at a time. */
#define STREEK_BAND_ROWS 32

/* Immutable and counted atomically: pictures in other paints share it. */
typedef struct
{
  gatomicrefcount ref_count;
  StreekPixelRect rect;
  guint32 *ids;       /* row by row: group + 1, or an edge */
  StreekEdge **bands; /* of each band of rows its edges, in the order of the pixels */
} StreekIdBuffer;

static inline guint
streek_pixel_rect_count_bands (const StreekPixelRect *rect)
{
  return (guint) (rect->height + STREEK_BAND_ROWS - 1) / STREEK_BAND_ROWS;
}

/* Returns: how many threads may do them: 1, or 0 for one per processor */
guint streek_pixel_rect_count_threads (const StreekPixelRect *rect);

/* @id: of a pixel in row @y of the buffer that is one */
static inline const StreekEdge *
streek_id_buffer_get_edge (const StreekIdBuffer *buffer, int y, guint32 id)
{
  return &buffer->bands[y / STREEK_BAND_ROWS][id & 0x7fffffffu];
}

StreekPixelRect streek_pixel_grid_get_clip (const StreekPixelGrid *grid, const StreekRect *clip);
/* Where a vertex of the mesh falls, in pixels of @rect. A large map has a million of them. */
static inline StreekPoint
streek_pixel_grid_place (const StreekPixelGrid *grid,
                         const StreekPixelRect *rect,
                         const StreekProjection *projection,
                         StreekVertex vertex)
{
  const double scale = projection->scale * grid->dots_per_point;
  double x = (vertex.x - projection->x0) * scale;
  double y = (projection->y0 - vertex.y) * scale;

  if (grid->snap)
    {
      x = rint (x);
      y = rint (y);
    }

  return (StreekPoint){ x - rect->x, y - rect->y };
}

StreekIdBuffer *streek_id_buffer_new (const StreekAreasMark *areas,
                                      const StreekPixelGrid *grid,
                                      GCancellable *cancellable);
StreekIdBuffer *streek_id_buffer_ref (StreekIdBuffer *buffer);
void streek_id_buffer_unref (StreekIdBuffer *buffer);
/* The group under a pixel of the picture, -1 for none; on a border the one with most of it. */
gint32 streek_id_buffer_pick (const StreekIdBuffer *buffer, int x, int y);
