/* streek-atlas-sheet.h: one page of an atlas, measured and drawn */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-atlas-private.h"

typedef struct
{
  int area;          /* -1: a list of the pages */
  guint part;        /* 0: the page itself, more: where it goes on */
  guint first_entry; /* of a list */
  GStrv notes;
  double top; /* of an area, where its parts may begin and end */
  double bottom;
} StreekAtlasPage;

struct _StreekAtlasPages
{
  gatomicrefcount refs;
  StreekAtlas *atlas;
  StreekLayoutOptions options; /* owns its words */
  GArray *pages;               /* (element-type StreekAtlasPage) */
  gboolean is_apart;
  double top; /* of the parts of most pages: what stands on all stands in one place */
  double bottom;
};

/* One page while it is drawn, or measured where there is no builder. */
typedef struct
{
  const StreekAtlasPages *pages;
  const StreekAtlas *atlas;
  const StreekAtlasPage *page;
  StreekTypesetter *typesetter;
  StreekSceneBuilder *builder;
  StreekChartDrawing *drawing;
  StreekChartPen pen; /* of the figures */
  char *description;
  char *footer;
  StreekSheet sheet;
} StreekAtlasSheet;

/* @self has no title yet. */
void streek_atlas_sheet_init (StreekAtlasSheet *self,
                              const StreekAtlasPages *pages,
                              const StreekAtlasPage *page);
void streek_atlas_sheet_clear (StreekAtlasSheet *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekAtlasSheet, streek_atlas_sheet_clear)

/* As many notes as fit in @height; at least one, or a page would never end. */
guint streek_atlas_sheet_count_notes (const StreekAtlasSheet *sheet,
                                      char **notes,
                                      double width,
                                      double height);
/* Short ones stand beside each other on a line: what they need is taken from the page. */
GStrv streek_atlas_sheet_pack_notes (const StreekAtlasSheet *sheet, char **notes, double width);
/* The number of the first entry of the list of pages that does not fit on this one. */
guint streek_atlas_sheet_count_entries (StreekAtlasSheet *self, StreekRect content);
/* %FALSE where it has no room for all of it. */
gboolean streek_atlas_sheet_draw (StreekAtlasSheet *self, StreekRect content);
