/* streek-line-mask.h: the lines of a map as a mask of pixels (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-id-buffer.h"

/* Immutable and counted atomically; one of streek_line_mask_new_for_paths() has one owner. */
typedef struct
{
  gatomicrefcount ref_count;
  StreekPixelRect rect;
  guint8 *coverage;  /* row by row */
  gboolean is_small; /* from the allocator: a mask of a window comes in pages */
  int *row_first;    /* per row: the first pixel that the lines touch, and the one after the last */
  int *row_end;
} StreekLineMask;

StreekLineMask *streek_line_mask_new (const StreekAreasMark *areas,
                                      const StreekAreaLines *lines,
                                      const StreekPixelGrid *grid,
                                      GCancellable *cancellable);
StreekLineMask *streek_line_mask_new_of_steps (const StreekAreasMark *areas,
                                               const StreekAreaLines *lines,
                                               const StreekPixelGrid *grid,
                                               double narrowest_px,
                                               double reach_px,
                                               GCancellable *cancellable);
/* Of nothing: whoever draws into it says which pixels of each row it touched. */
StreekLineMask *streek_line_mask_new_empty (const StreekPixelRect *rect);
/* Empty, with room for any path: one after the other, wiped in between. */
StreekLineMask *streek_line_mask_new_for_paths (const StreekPixelGrid *grid);
/* One path, inside @bounds (points), which hold it and its width. */
void streek_line_mask_draw_path (StreekLineMask *mask,
                                 const StreekPoint *points,
                                 guint n_points,
                                 gboolean closed,
                                 const StreekStroke *stroke,
                                 const StreekRect *bounds,
                                 const StreekPixelGrid *grid);
void streek_line_mask_wipe (StreekLineMask *mask);
StreekLineMask *streek_line_mask_ref (StreekLineMask *mask);
void streek_line_mask_unref (StreekLineMask *mask);
