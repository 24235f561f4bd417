/* streek-atlas.h: an atlas: its figures and its areas, laid out page by page */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-atlas-spec.h"
#include "figure/streek-chart.h"

/* An area that has a page; the mesh is that of its units. */
typedef struct
{
  const char *ref; /* SET:CODE */
  const char *name;
  StreekFigureFocus shape;
} StreekAtlasArea;

/* What the pages are drawn from, gathered by the workspace. */
typedef struct
{
  StreekFigure *map; /* (nullable): the same on all pages */
  /* every indicator of the atlas, of every area of its set and those of reference, through time:
   * the figures that a chart of them has, so that a page can say nothing else */
  StreekChart *figures;
  guint n_areas;
  const StreekAtlasArea *areas; /* in the order of the pages; all of them are in @figures */
  const char *title;
  const char *source; /* of figures, areas and boundaries, each once */
} StreekAtlasData;

/* Immutable, counted atomically: any thread lays out any page. */
typedef struct _StreekAtlas StreekAtlas;

/* Copies what it needs of @data. */
StreekAtlas *
streek_atlas_new (const StreekAtlasSpec *spec, const StreekAtlasData *data, GError **error);
StreekAtlas *streek_atlas_ref (StreekAtlas *atlas);
void streek_atlas_unref (StreekAtlas *atlas);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekAtlas, streek_atlas_unref)

const StreekAtlasSpec *streek_atlas_get_spec (const StreekAtlas *atlas);
const char *streek_atlas_get_title (const StreekAtlas *atlas);
guint streek_atlas_get_n_areas (const StreekAtlas *atlas);
const char *streek_atlas_get_area_name (const StreekAtlas *atlas, guint area);
/* What the pages say of one area: code, indicator, period, value, references, change and rank, as
 * they are printed; for tests and for who reads no pictures. */
StreekTable *
streek_atlas_make_table (const StreekAtlas *atlas, guint area, const StreekFormat *format);

/* Which page is what, on some paper. Immutable, counted atomically. */
typedef struct _StreekAtlasPages StreekAtlasPages;

/* @options: size, looks and words of every page; copied. @is_apart: each area goes its own way. */
StreekAtlasPages *
streek_atlas_paginate (StreekAtlas *atlas, const StreekLayoutOptions *options, gboolean is_apart);
StreekAtlasPages *streek_atlas_pages_ref (StreekAtlasPages *pages);
void streek_atlas_pages_unref (StreekAtlasPages *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekAtlasPages, streek_atlas_pages_unref)

StreekAtlas *streek_atlas_pages_get_atlas (const StreekAtlasPages *pages);
guint streek_atlas_pages_get_n (const StreekAtlasPages *pages);
/* The area that a page is about, -1: none, it lists them. */
int streek_atlas_pages_get_area (const StreekAtlasPages *pages, guint page);
/* The first page of an area. */
guint streek_atlas_pages_find_area (const StreekAtlasPages *pages, guint area);
/* "Kortrijk", "Contents" */
char *streek_atlas_pages_dup_name (const StreekAtlasPages *pages, guint page);
StreekScene *streek_atlas_pages_layout (const StreekAtlasPages *pages, guint page, GError **error);
