/* streek-regression.h: how two figures of the same areas go together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef struct
{
  gsize n; /* pairs of which both figures are known */
  double slope;
  double intercept;
  double r_squared;
} StreekRegression;

gboolean streek_regression_fit (
  const double *x, const double *y, gsize n, StreekRegression *regression, GError **error);
double streek_correlation_pearson (const double *x, const double *y, gsize n);
