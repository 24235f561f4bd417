/* streek-change.h: how much a figure changed, from when to when, and how far a target is */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-period.h"

typedef enum
{
  STREEK_CHANGE_ABSOLUTE,          /* to - from, in the unit of the figure */
  STREEK_CHANGE_PERCENT,           /* 100 (to - from) / from */
  STREEK_CHANGE_PERCENTAGE_POINTS, /* to - from, of figures that are percentages themselves */
} StreekChangeKind;

double streek_change_compute (StreekChangeKind kind, double from, double to);
double streek_change_average (StreekChangeKind kind, double from, double to, double years);
double streek_change_count_years (StreekPeriod from, StreekPeriod to);
gboolean streek_index_series (const double *values, gsize n, gsize base, double *index);
const char *streek_change_kind_get_id (StreekChangeKind kind);
