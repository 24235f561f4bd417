/* streek-surroundings-source.h: coasts of GSHHG and countries of the DCW, out of their netCDF files
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* A line, or a ring whose last point is its first again, in degrees of WGS 84. */
typedef struct
{
  guint n;
  double *x;
  double *y;
} StreekDegreeLine;

/* (element-type StreekDegreeLine): lines between sea and land in whole bins of one degree */
GPtrArray *
streek_read_coast (const char *path, int west, int south, int east, int north, GError **error);
/* (element-type StreekDegreeLine): the rings of a country, @code as FR */
GPtrArray *streek_read_country (const char *path, const char *code, GError **error);
