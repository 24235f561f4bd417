/* streek-text-private.h: what the back ends see of set text */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-text.h"

#include <cairo.h>

/* The one place that names the font of every figure. */
#define STREEK_FONT_FAMILY "Cantarell"
#define STREEK_FONT_FALLBACK "sans-serif"

/* Glyphs of one font, placed from the left end of the first baseline. */
typedef struct
{
  char *text; /* the characters of these glyphs, as the clusters map them */
  cairo_font_face_t *face;
  cairo_matrix_t matrix; /* size, and slant where the font has no italic */
  int n_glyphs;
  cairo_glyph_t *glyphs;
  int n_clusters;
  cairo_text_cluster_t *clusters;
  cairo_text_cluster_flags_t flags;
} StreekGlyphs;

typedef struct
{
  char *text; /* as shown: cut off and with its ellipsis where there was no room */
  double x;   /* from the left end of the first baseline */
  double y;
  double width;
  guint first; /* index of its first glyphs */
  guint n;
} StreekTextLine;

struct _StreekTextRun
{
  gatomicrefcount ref_count;
  char *text;
  StreekFont font;
  double width;
  double height;
  double ascent;
  guint n_lines;
  StreekTextLine *lines;
  guint n_glyphs;
  StreekGlyphs *glyphs;
  guint n_strokes;
  StreekTextStroke *strokes; /* (nullable) */
};

void streek_cairo_set_font_options (cairo_t *cr);
void streek_cairo_show_text (cairo_t *cr, const StreekTextRun *run);
void streek_cairo_add_text_path (cairo_t *cr, const StreekTextRun *run);
