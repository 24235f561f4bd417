/* streek-palette.h: the fills of a figure, measured for grey print and colour-blind readers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-vision.h"
#include "table/streek-value.h"

typedef enum
{
  STREEK_PALETTE_SEQUENTIAL,  /* from little to much */
  STREEK_PALETTE_DIVERGING,   /* two arms from a middle */
  STREEK_PALETTE_QUALITATIVE, /* colours without an order, for kinds */
  STREEK_N_PALETTE_KINDS,
} StreekPaletteKind;

/* Static data; never freed. */
typedef struct _StreekPalette StreekPalette;

/* The least distances that a palette keeps between any two of its classes. */
typedef struct
{
  double grey_neighbours; /* ΔL* of classes side by side, as printed in grey mode */
  double color[STREEK_N_VISIONS];
  double worst; /* the least of @color */
} StreekPaletteMeasure;

/* Below these a palette is refused; what they let through was looked at on paper. */
#define STREEK_PALETTE_MIN_DIFFERENCE 7.0
#define STREEK_PALETTE_MIN_LIGHTNESS_STEP 7.0
#define STREEK_PALETTE_MAX_CLASSES 7
#define STREEK_N_CATEGORY_PAINTS 6
#define STREEK_N_SERIES_COLORS 8
/* Three classes of one indicator by three of another. */
#define STREEK_N_PAIR_PAINTS 9
#define STREEK_N_PAIR_PALETTES 2

guint streek_palette_get_n_shipped (void);
const StreekPalette *streek_palette_get_shipped (guint index);
const StreekPalette *streek_palette_get_default (StreekPaletteKind kind);
const StreekPalette *streek_palette_find (const char *name, GError **error);
const char *streek_palette_get_name (const StreekPalette *palette);
StreekPaletteKind streek_palette_get_kind (const StreekPalette *palette);
const char *streek_palette_kind_get_label (StreekPaletteKind kind);

gboolean streek_palette_paint_classes (const StreekPalette *palette,
                                       guint n_classes,
                                       gboolean grey,
                                       StreekPaint *paints,
                                       GError **error);
void streek_palette_measure (const StreekPalette *palette,
                             guint n_classes,
                             StreekPaletteMeasure *measure);

/* How far apart two fills of grey mode read; any two colours, to every kind of eyes. */
double streek_paint_measure_grey (const StreekPaint *a, const StreekPaint *b);
void streek_colors_measure (const StreekColor *colors, guint n, StreekPaletteMeasure *measure);

const char *streek_pair_palette_get_name (guint index);
const char *streek_pair_palette_get_label (guint index); /* translated */
gboolean streek_pair_palette_find (const char *name, guint *index, GError **error);
StreekPaint streek_pair_palette_get_paint (guint index, guint first, guint second, gboolean grey);
void streek_pair_palette_measure (guint index, StreekPaletteMeasure *measure);

StreekPaint streek_palette_get_category_paint (guint index, gboolean grey);
/* Of the lines and bars of a chart; @index below %STREEK_N_SERIES_COLORS. */
StreekColor streek_palette_get_series_color (guint index);
void streek_palette_measure_series (StreekPaletteMeasure *measure);
StreekPaint streek_palette_get_missing_paint (StreekMissing missing);

guint8 *streek_palette_color_neighbours (const StreekMesh *mesh,
                                         const gint32 *row_of,
                                         guint n_rows,
                                         guint n_colors);
