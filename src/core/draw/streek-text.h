/* streek-text.h: measured text: glyphs and the characters they stand for */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-word-diff.h"

#include <glib.h>

/* Sets text with a Pango context of our own: 72 dpi, metrics unhinted, positions unrounded, so
 * that a label is as wide in the window as on paper. Any thread may use any of them: they share one
 * font map and take turns. */
typedef struct _StreekTypesetter StreekTypesetter;

typedef enum
{
  STREEK_WEIGHT_NORMAL,
  STREEK_WEIGHT_BOLD,
} StreekWeight;

typedef enum
{
  STREEK_ALIGN_START,
  STREEK_ALIGN_CENTER,
  STREEK_ALIGN_END,
} StreekAlign;

typedef struct
{
  double size_pt;
  StreekWeight weight;
  gboolean italic;
} StreekFont;

/* One or more set lines; immutable, counted atomically, free of Pango. */
typedef struct _StreekTextRun StreekTextRun;

StreekTypesetter *streek_typesetter_new (void);
void streek_typesetter_free (StreekTypesetter *typesetter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekTypesetter, streek_typesetter_free)

StreekTextRun *
streek_typesetter_set (StreekTypesetter *typesetter, StreekFont font, const char *text);
/* Wrapped at @width points, at most @max_lines lines (0: any), the last one ellipsized. */
StreekTextRun *streek_typesetter_set_wrapped (StreekTypesetter *typesetter,
                                              StreekFont font,
                                              const char *text,
                                              double width,
                                              guint max_lines,
                                              StreekAlign align);

/* The same, with some of its words marked; where @text is no UTF-8, without. */
StreekTextRun *streek_typesetter_set_marked (StreekTypesetter *typesetter,
                                             StreekFont font,
                                             const char *text,
                                             double width,
                                             const StreekTextSpan *spans,
                                             guint n_spans);

/* A line through or under a part of a line of text, from the left end of the first baseline. */
typedef struct
{
  guint line;
  StreekWordsMark mark;
  double x;
  double y;
  double width;
  double thickness;
} StreekTextStroke;

/* @n: (out); who puts a run into a scene needs not draw them */
const StreekTextStroke *streek_text_run_get_strokes (const StreekTextRun *run, guint *n);

/* How high lines @first up to @end are. */
double streek_text_run_get_lines_height (const StreekTextRun *run, guint first, guint end);
/* (transfer full): those lines alone; as wide as all of them. */
StreekTextRun *streek_text_run_slice (const StreekTextRun *run, guint first, guint end);
/* How wide its widest word is, in points; lines also break at a slash and a hyphen. */
double
streek_typesetter_measure_word (StreekTypesetter *typesetter, StreekFont font, const char *text);

StreekTextRun *streek_text_run_ref (StreekTextRun *run);
void streek_text_run_unref (StreekTextRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekTextRun, streek_text_run_unref)

const char *streek_text_run_get_text (const StreekTextRun *run);
double streek_text_run_get_width (const StreekTextRun *run);
double streek_text_run_get_height (const StreekTextRun *run); /* of all lines */
double streek_text_run_get_ascent (const StreekTextRun *run); /* first baseline below the top */
guint streek_text_run_get_n_lines (const StreekTextRun *run);
