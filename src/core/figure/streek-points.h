/* streek-points.h: points over a map, from any table with a column of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure.h"

/* Radius of the largest circle around a point, on A4. */
#define STREEK_LARGEST_POINT_PT 16.0

typedef struct
{
  guint table_row;
  const char *key; /* lent by the table, as all words here */
  const char *name;
  double x; /* metres */
  double y;
  guint kind;   /* in StreekPoints.kinds */
  int row;      /* of the map: in which area it lies */
  double value; /* NAN: none */
  StreekMissing missing;
} StreekMapPoint;

typedef struct
{
  const char *name;
  const char *label;
  guint symbol;
  guint n;
} StreekPointKind;

/* Immutable. */
typedef struct
{
  StreekTable *table;
  char *title;
  GArray *points;   /* (element-type StreekMapPoint): those in an area of the map */
  GArray *kinds;    /* (element-type StreekPointKind): those that occur, in order of symbol */
  guint n_outside;  /* wanted, but in no area of the map */
  int value_column; /* -1: no circles */
  char *value_name; /* (nullable) */
  char *unit;       /* (nullable) */
  int decimals;
  double largest;  /* of the values, 0 where there are none */
  guint n_missing; /* points without a value */
  guint64 hash;    /* of everything that its names depend on */
} StreekPoints;

/* (nullable): NULL where the spec shows none */
StreekPoints *streek_points_new (const StreekFigureSpec *spec, const StreekFigureData *data);
void streek_points_free (StreekPoints *points);
/* What the map says of them under it, and where they come from; (transfer full) (nullable) */
char *streek_points_dup_note (const StreekPoints *points);
char *streek_points_dup_source (const StreekPoints *points);
char *streek_points_dup_description (const StreekPoints *points);
double streek_points_get_radius (const StreekPoints *points, double value);
