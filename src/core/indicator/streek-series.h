/* streek-series.h: all vectors of one indicator, their rosters turned into units of a mesh */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"
#include "indicator/streek-roster.h"
#include "indicator/streek-vector.h"

/* A roster and the land that its codes name. */
typedef struct
{
  StreekRoster *roster;
  const char *mesh;          /* (nullable): NULL where no code of it is known */
  const StreekArea **areas;  /* (array length=n): NULL where the code is not known */
  const StreekArea **owners; /* (array length=n): of a "~" entry, the area it belongs to */
  StreekInterval valid;      /* days on which all its known codes mean this land */
  guint n_not_located;       /* how many "~" entries it has */
  guint n_units;             /* size of first, less one */
  guint32 *first;            /* unit -> where its entries begin in entries */
  guint32 *entries;          /* entry numbers, unit after unit */
} StreekVintage;

/* What holds for one cell only. */
typedef struct
{
  StreekQualifier qualifier;
  StreekPeriod reference; /* kind NONE: of the vector's period */
  char *note;             /* all of it in words */
} StreekCellMark;

/* One vector in its place, with what staff corrected already in it. */
typedef struct
{
  StreekPeriod period;
  const StreekVintage *vintage;
  StreekVector *vector;
  char *source;
  GHashTable *corrections; /* (nullable): entry -> reason */
  GHashTable *entered;     /* (nullable): entry -> source of a figure typed in by staff */
  GHashTable *marks;       /* (nullable): entry -> StreekCellMark */
} StreekSlice;

typedef struct
{
  char *indicator;
  GPtrArray *slices; /* (element-type StreekSlice): by period */
} StreekSeries;

StreekVintage *streek_vintage_new (StreekRoster *roster, StreekAreas *areas);
void streek_vintage_free (StreekVintage *vintage);
/* The entries that hold a unit, in their order. */
static inline const guint32 *
streek_vintage_get_entries (const StreekVintage *vintage, guint32 unit, guint *n)
{
  if (unit >= vintage->n_units)
    {
      *n = 0;
      return NULL;
    }

  *n = vintage->first[unit + 1] - vintage->first[unit];

  return vintage->entries + vintage->first[unit];
}

int streek_vintage_get_distance (const StreekVintage *vintage, StreekDate on);

/* @vintages: (element-type utf8 StreekVintage): those known so far; new ones are added */
StreekSeries *streek_series_load (
  StreekDb *db, StreekAreas *areas, GHashTable *vintages, const char *indicator, GError **error);
void streek_series_free (StreekSeries *series);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekSeries, streek_series_free)
/* (nullable) */
const StreekCellMark *streek_slice_find_mark (const StreekSlice *slice, guint entry);
/* The slices of one period: the first and how many follow each other. */
StreekSlice *const *
streek_series_find (const StreekSeries *series, StreekPeriod period, guint *n_slices);
