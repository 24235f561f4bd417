/* streek-chart-pen.h: what every kind of chart draws with: text, styles, axes and legends */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/streek-scale.h"
#include "figure/streek-chart-private.h"
#include "figure/streek-palette.h"

/* Text, styles and legends need no chart: other kinds of figure draw with them too. */
typedef struct
{
  const StreekChart *chart; /* (nullable) */
  const StreekLayoutOptions *options;
  const StreekTheme *theme;
  const StreekFormat *format;
  StreekTypesetter *typesetter;
  StreekSceneBuilder *builder;
  StreekChartDrawing *drawing;
  gboolean grey; /* without colour */
  double text_scale;
  double size_pt; /* of labels */
} StreekChartPen;

/* How one line or bar looks, in colour or in grey. */
typedef struct
{
  StreekStroke line;
  StreekPaint fill;
  StreekSymbol symbol;
  StreekColor ink; /* for words about it */
} StreekSeriesStyle;

typedef enum
{
  STREEK_KEY_LINE,
  STREEK_KEY_BOX, /* with its sign in it, where it has one */
  STREEK_KEY_SYMBOL,
  STREEK_KEY_HOLLOW,
  STREEK_KEY_SIGN, /* a word in place of a drawing */
  STREEK_KEY_BREAK,
} StreekKeyKind;

typedef struct
{
  StreekKeyKind kind;
  StreekSeriesStyle style;
  const char *sign;
  char *label;
} StreekKey;

/* A place in one direction for a text of some height; moved apart by streek_pen_spread(). */
typedef struct
{
  double wanted;
  double height;
  double at; /* (out): its middle */
  guint index;
} StreekSlot;

void streek_chart_pen_init (StreekChartPen *pen,
                            const StreekChart *chart,
                            const StreekLayoutOptions *options,
                            StreekTypesetter *typesetter,
                            StreekSceneBuilder *builder,
                            StreekChartDrawing *drawing);
StreekChartDrawing *streek_chart_drawing_new (void);
void streek_chart_draw_in (StreekChartPen *pen, StreekRect frame);

StreekSeriesStyle streek_pen_get_style (const StreekChartPen *pen, guint index);
StreekSeriesStyle streek_pen_get_reference_style (const StreekChartPen *pen, guint index);
/* A fill that says how sure the value is: pale and outlined where it is not final. */
StreekPaint streek_pen_get_fill (const StreekChartPen *pen,
                                 const StreekSeriesStyle *style,
                                 const StreekChartCell *cell,
                                 StreekStroke *outline);
/* For what contradicts itself: parts that are more than their total. */
StreekColor streek_pen_get_alarm (const StreekChartPen *pen);
StreekColor streek_pen_get_ink_on (const StreekPaint *paint);

StreekTextRun *
streek_pen_set (const StreekChartPen *pen, double factor, StreekWeight weight, const char *text);
StreekTextRun *streek_pen_set_wrapped (const StreekChartPen *pen,
                                       double factor,
                                       StreekWeight weight,
                                       const char *text,
                                       double width,
                                       guint max_lines,
                                       StreekAlign align);
double streek_pen_measure (const StreekChartPen *pen, double factor, const char *text);
double streek_pen_get_line_height (const StreekChartPen *pen, double factor);
/* @across: 0 left of the text at x, 1 right; @down: 0 top at y, 1 bottom */
void streek_pen_add_run (StreekChartPen *pen,
                         StreekTextRun *run,
                         double x,
                         double y,
                         double across,
                         double down,
                         StreekColor color,
                         gboolean has_halo,
                         int row);
/* In the middle of a fill, on a strip of paper where that is hatched. */
void streek_pen_add_run_on (StreekChartPen *pen,
                            StreekTextRun *run,
                            double x,
                            double y,
                            double across,
                            const StreekPaint *paint,
                            int row);
void streek_pen_add_text (StreekChartPen *pen,
                          double factor,
                          StreekWeight weight,
                          const char *text,
                          double x,
                          double y,
                          double across,
                          double down,
                          StreekColor color,
                          int row);
void streek_pen_add_line (
  StreekChartPen *pen, double x0, double y0, double x1, double y1, const StreekStroke *stroke);
void streek_pen_add_spot (
  StreekChartPen *pen, guint row, int strand, int step, StreekPoint at, StreekRect zone);
/* A ring around what is selected or pointed at. */
void streek_pen_mark_point (StreekChartPen *pen, guint row, StreekPoint at, double radius);
void streek_pen_mark_rect (StreekChartPen *pen, guint row, StreekRect rect);
gboolean streek_pen_is_marked (const StreekChartPen *pen, guint row);

/* Legends */
GArray *streek_pen_new_keys (void);
void streek_pen_add_key (
  GArray *keys, StreekKeyKind kind, const StreekSeriesStyle *style, const char *sign, char *label);
/* What the signs of this chart mean: kinds of missing, status, breaks. @has_lines: of a line */
void streek_pen_add_sign_keys (const StreekChartPen *pen, GArray *keys, gboolean has_lines);
/* Returns: the height it takes; draws only where @draws */
double streek_pen_draw_keys (StreekChartPen *pen, GArray *keys, StreekRect frame, gboolean draws);

/* Axes */
double streek_pen_measure_value_axis (const StreekChartPen *pen, const StreekScale *scale, guint n);
/* Numbers at the left of @plot and pale lines across it; a zigzag where it does not start at 0. */
void streek_pen_draw_left_axis (StreekChartPen *pen,
                                const StreekScale *scale,
                                StreekRect plot,
                                guint n_ticks);
/* Numbers over @plot and pale lines down it. */
void streek_pen_draw_top_axis (
  StreekChartPen *pen, const StreekScale *scale, StreekRect plot, guint n_ticks, gboolean is_below);
void streek_pen_draw_time_axis (StreekChartPen *pen, const StreekScale *scale, StreekRect plot);
guint streek_pen_count_ticks (const StreekChartPen *pen, double length_pt, gboolean is_vertical);
/* The scale of values: from zero where bars need it or nothing is lost by it. */
StreekScale streek_pen_make_value_scale (const StreekChartPen *pen,
                                         double lower,
                                         double upper,
                                         gboolean from_zero,
                                         double start_pt,
                                         double end_pt,
                                         guint n_ticks);

/* Moves texts apart in @from … @to so that none overlaps, each as near as can be to where it wants
 * to be; sorts @slots. Returns: FALSE where they do not fit. */
gboolean streek_pen_spread (StreekSlot *slots, guint n, double from, double to);

/* The kinds */
void streek_chart_draw_lines (StreekChartPen *pen, StreekRect frame);
void streek_chart_draw_rows (StreekChartPen *pen, StreekRect frame);
void streek_chart_draw_columns (StreekChartPen *pen, StreekRect frame);
void streek_chart_draw_slope (StreekChartPen *pen, StreekRect frame);
void streek_chart_draw_scatter (StreekChartPen *pen, StreekRect frame);
void streek_chart_draw_histogram (StreekChartPen *pen, StreekRect frame);
void streek_chart_draw_pyramid (StreekChartPen *pen, StreekRect frame);
void streek_chart_draw_ladder (StreekChartPen *pen, StreekRect frame);
void streek_chart_draw_snake (StreekChartPen *pen, StreekRect frame);
void streek_chart_draw_multiples (StreekChartPen *pen, StreekRect frame);
void streek_chart_draw_monitor (StreekChartPen *pen, StreekRect frame);

/* One line through its values: gaps stay gaps, breaks are not bridged, what is expected is dashed.
 * @has_dots: a dot at every value, not only where it says something */
void streek_chart_draw_series (StreekChartPen *pen,
                               const StreekScale *x,
                               const StreekScale *y,
                               guint indicator,
                               guint area,
                               const StreekSeriesStyle *style,
                               gboolean has_dots,
                               int strand);
