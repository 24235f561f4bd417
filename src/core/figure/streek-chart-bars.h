/* streek-chart-bars.h: what stands in the bars of a chart, before they lie or stand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-chart-pen.h"

typedef struct
{
  guint row;
  guint style;
  double from; /* values */
  double to;
  gboolean is_remainder; /* of a total that its parts leave open; row is that of the total */
} StreekBarPart;

typedef struct
{
  GArray *parts;       /* (element-type StreekBarPart): empty where nothing is known */
  guint row;           /* of the whole bar, or of what is missing */
  double end;          /* value at its end */
  double whole;        /* the total that its parts belong to, NAN: none */
  gboolean is_partial; /* a part is not known */
  gboolean exceeds;    /* the parts are more than the total */
} StreekBar;

typedef struct
{
  char *name;
  guint area;
  guint period;
  gboolean is_reference;
  guint n_bars;
  StreekBar *bars;
} StreekBarGroup;

/* (element-type StreekBarGroup) in the order of the spec */
GPtrArray *streek_chart_list_bar_groups (const StreekChart *chart,
                                         gboolean with_references,
                                         const StreekFormat *format);
void streek_bar_groups_get_range (const GPtrArray *groups, double *lower, double *upper);
/* The colours of parts and bars, where there are several. */
void streek_chart_add_bar_keys (const StreekChartPen *pen, const GPtrArray *groups, GArray *keys);
gboolean streek_chart_is_stacked (const StreekChart *chart);
double streek_chart_measure_stack (const StreekChart *chart, guint area);
StreekSeriesStyle streek_chart_get_part_style (const StreekChartPen *pen,
                                               const StreekBarGroup *group,
                                               const StreekBarPart *part);
/* Draws the parts of a bar inside @rect, which is as long as the plot; @scale runs along it. */
void streek_chart_draw_bar (StreekChartPen *pen,
                            const StreekBarGroup *group,
                            const StreekBar *bar,
                            const StreekScale *scale,
                            StreekRect rect,
                            gboolean lies,
                            double factor);
/* What stands at the end of a bar: its value, "≥ 12", or the sign of what is missing. */
char *streek_chart_format_bar (const StreekChartPen *pen, const StreekBar *bar);
