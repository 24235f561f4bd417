/* streek-limits.h: where one class ends and the next begins, method by method */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Rounded values, each once, ascending, and how often it occurs. */
typedef struct
{
  double *values;
  double *weights;
  gsize n;     /* distinct values, at least 1 */
  gsize n_all; /* values, equal ones counted each */
  int decimals;
} StreekSample;

GArray *streek_limits_find_quantile (const StreekSample *sample, guint n_classes);
GArray *streek_limits_find_equal (const StreekSample *sample, guint n_classes);
GArray *streek_limits_find_natural (const StreekSample *sample, guint n_classes);
GArray *streek_limits_find_pretty (const StreekSample *sample, guint n_classes);
GArray *streek_limits_find_deviation (const StreekSample *sample, guint n_classes);
GArray *streek_limits_find_geometric (const StreekSample *sample, guint n_classes);
double
streek_limits_get_deviation (const double *values, const double *weights, gsize n, double *mean);
GArray *
streek_limits_take_manual (const StreekSample *sample, const double *limits, guint n_limits);
