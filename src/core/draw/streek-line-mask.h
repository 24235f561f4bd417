/* streek-line-mask.h: the lines of a map as a mask of pixels (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-id-buffer.h"

/* Immutable and counted atomically. */
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
                                      const StreekPixelGrid *grid);
/* Of one path, inside @bounds (points), which hold it and its width. */
StreekLineMask *streek_line_mask_new_from_path (const StreekPoint *points,
                                                guint n_points,
                                                gboolean closed,
                                                const StreekStroke *stroke,
                                                const StreekRect *bounds,
                                                const StreekPixelGrid *grid);
StreekLineMask *streek_line_mask_ref (StreekLineMask *mask);
void streek_line_mask_unref (StreekLineMask *mask);
