/* streek-area-sheet.h: the pixels of one map, ready to be coloured (private) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-id-buffer.h"
#include "draw/streek-line-mask.h"

/* Groups are counted from 1 here, 0 is no group. */
#define STREEK_MIXED_ID(word) ((word) &0x00ffffffu)
#define STREEK_MIXED_SHARE(word) ((word) >> 24)

/* What may be written beyond the end of a run, since what follows is painted after it. */
#define STREEK_RUN_OVERSHOOT 8

/* Pixels of one group beside each other, and how many mixed ones come after them. */
typedef struct
{
  guint32 is_exact : 1; /* nothing may be written beyond its end */
  guint32 id : 31;      /* 0: nothing is painted here, but perhaps rich pixels */
  guint16 n_plain;
  guint16 n_mixed;
} StreekAreaRun;

/* A pixel of one or two groups under the common line: the first group and the line have shares of
 * 256 in the upper byte, the second group has the rest. */
typedef struct
{
  guint32 first;
  guint32 second; /* with the share of the line */
} StreekMixedPixel;

/* Any other pixel on a border: beside no group, or under another line or several. */
typedef struct
{
  guint32 first;
  guint32 second;
  guint32 ink; /* premultiplied: the lines over both */
  guint16 x;
  guint8 coverage; /* of 255: the share of the first group */
} StreekRichPixel;

/* What is in one row of pixels; one mixed pixel more may be read than there are. */
typedef struct
{
  const StreekAreaRun *runs;
  const StreekMixedPixel *mixed;
  const StreekRichPixel *rich;
  guint n_runs;
  guint n_mixed;
  guint n_rich;
} StreekSheetRow;

/* Where those of a band of rows are kept. */
typedef struct
{
  StreekAreaRun *runs;
  StreekMixedPixel *mixed;
  StreekRichPixel *rich;
} StreekSheetBand;

/* Immutable and counted atomically: pictures in other paints share it. */
typedef struct
{
  gatomicrefcount ref_count;
  StreekIdBuffer *ids;
  guint n_lines;
  StreekLineMask **masks; /* (array length=n_lines) */
  StreekColor *inks;      /* (array length=n_lines) */
  guint32 common_ink;     /* opaque: of the line that most pixels lie under */
  StreekSheetBand *bands;
  StreekSheetRow *rows; /* (array length=height) */
} StreekAreaSheet;

/* The lines of a map that stay while it is pointed at: those before the first passing one. */
guint streek_area_sheet_count_lines (const StreekAreasMark *areas);
StreekAreaSheet *streek_area_sheet_new (StreekIdBuffer *ids,
                                        const StreekAreasMark *areas,
                                        StreekLineMask *const *masks);
gboolean streek_area_sheet_is_of (const StreekAreaSheet *sheet,
                                  const StreekIdBuffer *ids,
                                  const StreekAreasMark *areas,
                                  StreekLineMask *const *masks);
StreekAreaSheet *streek_area_sheet_ref (StreekAreaSheet *sheet);
void streek_area_sheet_unref (StreekAreaSheet *sheet);
