/* streek-natural.h: natural breaks: the classes with the least squares around their means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

guint *streek_natural_breaks (
  const double *values, const double *weights, gsize n, guint n_classes, double *within_ss);
