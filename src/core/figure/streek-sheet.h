/* streek-sheet.h: the furniture of a printed page: title, context, notes, source, page number */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scene.h"

/* Everything is lent for the time of the layout. */
typedef struct
{
  StreekSize size; /* of the paper */
  const char *language;
  const char *title;
  const char *description;  /* (nullable): one sentence, for screen readers */
  const char *context;      /* (nullable): which areas, which date */
  const char *const *notes; /* (nullable) */
  const char *source;       /* (nullable) */
  const char *organisation; /* (nullable) */
  const char *footer;       /* (nullable) */
  gboolean is_single;       /* one picture: no page number, and no foot without a footer */
  gboolean has_loose_head;  /* title and context stand elsewhere */
  gboolean has_loose_notes; /* and so do notes and source */
  gboolean has_logo;        /* keep the place of streek_sheet_get_logo_frame() free */
} StreekSheet;

#define STREEK_SHEET_INK ((StreekColor){ 0.13, 0.13, 0.15, 1 })
#define STREEK_SHEET_PALE_INK ((StreekColor){ 0.38, 0.38, 0.42, 1 })
#define STREEK_SHEET_LINE ((StreekColor){ 0.72, 0.72, 0.75, 1 })

/* Draws the furniture of page @page (from 0) of @n_pages; returns what is left for the content. */
StreekRect streek_sheet_begin (const StreekSheet *sheet,
                               StreekSceneBuilder *builder,
                               StreekTypesetter *typesetter,
                               guint page,
                               guint n_pages);
/* The same frame without drawing, to see how much fits on a page. */
StreekRect streek_sheet_measure (const StreekSheet *sheet, StreekTypesetter *typesetter);
/* Letters and margins of paper of this size, 1 on A4: larger on a wall, smaller on a card. */
double streek_sheet_get_scale (StreekSize size);
/* Sets a figure in every font of a sheet, so that no text has to wait until its font is found. */
void streek_sheet_find_fonts (StreekTypesetter *typesetter, StreekSize size);
/* Where the organisation's logo goes: the top right corner inside the margins. */
StreekRect streek_sheet_get_logo_frame (StreekSize size);
/* What every printer leaves white. */
double streek_sheet_get_margin (StreekSize size);

/* Head or notes that stand elsewhere, in a box as wide as they need it. */
typedef enum
{
  STREEK_SHEET_HEAD,
  STREEK_SHEET_NOTES,
} StreekSheetPart;

StreekSize streek_sheet_measure_part (const StreekSheet *sheet,
                                      StreekTypesetter *typesetter,
                                      StreekSheetPart part,
                                      double max_width);
void streek_sheet_draw_part (const StreekSheet *sheet,
                             StreekSceneBuilder *builder,
                             StreekTypesetter *typesetter,
                             StreekSheetPart part,
                             StreekRect box);
/* Where head and notes stand otherwise; their size is 0 where there are none. */
StreekRect streek_sheet_get_part (const StreekSheet *sheet,
                                  StreekTypesetter *typesetter,
                                  StreekSheetPart part);
