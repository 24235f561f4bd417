/* streek-outline.h: the lines around what is pointed at or chosen, for any picture (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-area-sheet.h"
#include "draw/streek-raster-paint.h"

#include <gio/gio.h>

#define STREEK_OUTLINE_STEPS 256

/* How far the pixels near a line are from its middle: what lines of several widths, one over the
 * other, are painted from. Immutable and counted atomically. */
typedef struct
{
  gatomicrefcount ref_count;
  StreekLineMask *mask;                     /* steps in place of coverage, 0: far away */
  double reach_px;                          /* beyond it all is far away */
  float distances_px[STREEK_OUTLINE_STEPS]; /* of each step */
} StreekOutline;

/* Whether the same distances serve both. */
gboolean streek_outline_is_same_borders (const StreekAreasMark *areas,
                                         const StreekAreaLines *a,
                                         const StreekAreaLines *b);
/* Lines from @first on that follow the same borders, each over the one before. */
guint streek_outline_count_lines (const StreekAreasMark *areas, guint first);
double
streek_outline_get_reach (const StreekAreaLines *lines, guint n_lines, const StreekPixelGrid *grid);
StreekOutline *streek_outline_new (const StreekAreasMark *areas,
                                   const StreekAreaLines *lines,
                                   guint n_lines,
                                   const StreekPixelGrid *grid,
                                   const StreekAreaSheet *sheet,
                                   GCancellable *cancellable);
StreekOutline *streek_outline_ref (StreekOutline *outline);
void streek_outline_unref (StreekOutline *outline);

/* What each step becomes under all of @lines. */
void streek_outline_mix_inks (const StreekOutline *outline,
                              const StreekAreaLines *lines,
                              guint n_lines,
                              double dots_per_point,
                              guint32 inks[STREEK_OUTLINE_STEPS]);
void streek_outline_paint (const StreekOutline *outline,
                           const guint32 inks[STREEK_OUTLINE_STEPS],
                           guint32 *pixels,
                           int width,
                           const StreekPixelRows *rows);
