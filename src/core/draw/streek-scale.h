/* streek-scale.h: from values to places on paper and back: linear, logarithmic and time */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-format.h"

#include <glib.h>

typedef enum
{
  STREEK_SCALE_LINEAR,
  STREEK_SCALE_LOG,
  STREEK_SCALE_TIME, /* values are days as in StreekDate */
} StreekScaleKind;

/* A plain value. start_pt is where lower lies; end_pt may be smaller, as on a vertical axis. */
typedef struct
{
  StreekScaleKind kind;
  double lower;
  double upper;
  double start_pt;
  double end_pt;
} StreekScale;

/* One place on an axis; label is "" where there is no room for it. */
typedef struct
{
  double value;
  char *label;
  gboolean is_major; /* has a longer mark: the first of a year on an axis of months */
} StreekTick;

StreekScale streek_scale_linear (double lower, double upper, double start_pt, double end_pt);
StreekScale streek_scale_log (double lower, double upper, double start_pt, double end_pt);
StreekScale
streek_scale_time (StreekPeriod first, StreekPeriod last, double start_pt, double end_pt);

/* NAN for a missing value, and for one that the scale has no place for (0 on a log scale). */
double streek_scale_to_position (const StreekScale *scale, double value);
double streek_scale_to_value (const StreekScale *scale, double position_pt);

/* The ends moved outwards to round numbers, such that about @n_ticks steps fit between. */
void streek_scale_round (StreekScale *scale, guint n_ticks);
double streek_scale_get_step (const StreekScale *scale, guint n_ticks);

/* (element-type StreekTick) ascending; free with g_array_unref() */
GArray *
streek_scale_list_ticks (const StreekScale *scale, guint n_ticks, const StreekFormat *format);
/* Of a time scale: a tick for each period, labels thinned out to about @n_labels. */
GArray *streek_scale_list_period_ticks (const StreekScale *scale,
                                        const StreekPeriod *periods,
                                        guint n_periods,
                                        guint n_labels,
                                        const StreekFormat *format);
