/* streek-cover.h: which published cells stand for an area, each piece of land once */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-series.h"

/* A cell that was chosen. */
typedef struct
{
  const StreekSlice *slice;
  guint entry;
  gboolean is_located; /* FALSE: somewhere in the area, no one knows where */
} StreekPart;

#define STREEK_COVER_NO_PART (-1)

/* Arrays over the area's units, in their order. Reused from area to area. */
typedef struct
{
  GArray *parts;        /* (element-type StreekPart) */
  int exact;            /* the part that is the whole area, or STREEK_COVER_NO_PART */
  guint n_units;        /* of the area */
  guint8 *states;       /* StreekMissing of each unit */
  gint32 *part_of_unit; /* the located part it is in, or STREEK_COVER_NO_PART */
} StreekCover;

/* Which unit of a mesh is which unit of the area at hand; kept between covers, for speed. */
typedef struct _StreekCoverScratch StreekCoverScratch;

StreekCoverScratch *streek_cover_scratch_new (void);
void streek_cover_scratch_free (StreekCoverScratch *scratch);

void streek_cover_init (StreekCover *cover);
void streek_cover_clear (StreekCover *cover);

typedef enum
{
  STREEK_COVER_EXACT_FIRST, /* a cell of exactly the area wins */
  STREEK_COVER_FINEST,      /* the finest cells inside win, also over the area's own */
} StreekCoverMode;

void streek_cover_build (StreekCover *cover,
                         StreekCoverScratch *scratch,
                         StreekSlice *const *slices,
                         guint n_slices,
                         const StreekArea *area,
                         StreekDate on,
                         StreekCoverMode mode);

double streek_part_get_value (const StreekPart *part);
StreekMissing streek_part_get_missing (const StreekPart *part);
StreekStatus streek_part_get_status (const StreekPart *part);

/* The cell of exactly the area, unknown ones too; FALSE where no roster has it. */
gboolean streek_cover_find_exact (StreekSlice *const *slices,
                                  guint n_slices,
                                  const StreekArea *area,
                                  StreekDate on,
                                  StreekPart *part);
/* How many cells strictly inside the area are hidden, in the roster that has fewest of them. */
guint streek_cover_count_hidden_inside (StreekCoverScratch *scratch,
                                        StreekSlice *const *slices,
                                        guint n_slices,
                                        const StreekArea *area);
