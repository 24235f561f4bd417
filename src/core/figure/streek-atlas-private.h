/* streek-atlas-private.h: what the files of the atlas share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-atlas.h"
#include "figure/streek-chart-pen.h"
#include "figure/streek-map-layout.h"

typedef struct
{
  char *ref;
  char *name;
  guint index; /* of the area in the figures */
  StreekMesh *mesh;
  guint32 *units;
  guint n_units;
  StreekExtent extent; /* of those units */
} StreekAtlasPlace;

/* What holds of one key figure on all pages. */
typedef struct
{
  guint indicator;      /* index in the figures */
  int period;           /* index of what is shown, -1: no figure of any period */
  int since;            /* index of what it is compared with, -1: nothing */
  guint *ranks;         /* (array length: areas of the figures): 0: no figure, or of reference */
  guint n_ranked;       /* areas with a figure */
  guint n_areas;        /* without those of reference */
  gboolean lower_first; /* 1 is the lowest */
} StreekKeyFigure;

struct _StreekAtlas
{
  gatomicrefcount refs;
  StreekAtlasSpec *spec;
  StreekFigure *map; /* (nullable) */
  StreekChart *figures;
  guint n_places;
  StreekAtlasPlace *places;
  guint n_figures;
  StreekKeyFigure *key_figures; /* (array length=n_figures) */
  StreekKeyFigure chart_figure; /* of the chart; has no ranks of its own where it is a key figure */
  guint n_references;
  guint *references; /* (array length=n_references): index in the figures */
  char *title;
  char *source;
};

/* Notes of one page, each once, with the number by which figures point at it. */
typedef struct
{
  GPtrArray *texts; /* (element-type utf8) */
} StreekAtlasNotes;

/* Columns of the key figures. */
typedef enum
{
  STREEK_ATLAS_COLUMN_NAME,
  STREEK_ATLAS_COLUMN_VALUE,
  STREEK_ATLAS_COLUMN_PERIOD,
  STREEK_ATLAS_COLUMN_CHANGE,
  STREEK_ATLAS_COLUMN_RANK,
  STREEK_ATLAS_FIRST_REFERENCE,
} StreekAtlasColumn;

/* 1 is the first; equal figures share a place; 0 where @values has none. */
void streek_atlas_rank (const double *values, guint n, gboolean lower_first, guint *ranks);
/* The number of a note, from 1; 0 where there is no text. */
guint streek_atlas_notes_add (StreekAtlasNotes *self, const char *text);

/* Words of a cell; what must be known of it goes to @notes. */
char *streek_atlas_dup_cell (const StreekAtlas *atlas,
                             guint place,
                             guint figure,
                             guint column,
                             const StreekFormat *format,
                             StreekAtlasNotes *notes);
char *streek_atlas_dup_head (const StreekAtlas *atlas, guint place, guint column);
guint streek_atlas_count_columns (const StreekAtlas *atlas);

/* What must be said on the page of an area: of its figures, its map and its chart. */
GStrv streek_atlas_dup_notes (const StreekAtlas *atlas, guint place, const StreekFormat *format);
/* The line chart of an area beside those of reference. */
StreekChart *streek_atlas_make_line (const StreekAtlas *atlas, guint place, GError **error);
/* "Inwoners, 2001–2024" */
char *streek_atlas_dup_chart_title (const StreekAtlas *atlas, const StreekFormat *format);

/* The parts of a page, each in its frame. @pen: of the figures. */
double streek_atlas_draw_table (StreekChartPen *pen,
                                const StreekAtlas *atlas,
                                guint place,
                                StreekRect frame,
                                double factor,
                                gboolean may_break,
                                gboolean draws);
gboolean streek_atlas_draw_ranking (StreekChartPen *pen,
                                    const StreekAtlas *atlas,
                                    guint place,
                                    StreekRect frame);
