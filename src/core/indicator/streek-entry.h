/* streek-entry.h: figures that sources state, typed in one by one: of an area, or between two */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-cell.h"

/* One published value of an area as it was then. */
typedef struct
{
  const StreekIndicator *indicator;
  const StreekArea *area;
  StreekPeriod period;
  StreekCorrection value; /* reason and source: where it was read, and why it is typed in */
  StreekCellNote note;
} StreekEntry;

/* To be run inside a command. Where the file has a cell of exactly that area it goes there; else
 * a roster of all areas of the set and a vector are made, in which the others are unknown. */
gboolean streek_entry_write (StreekDb *db,
                             StreekAreas *areas,
                             StreekCatalogue *catalogue,
                             const StreekEntry *entry,
                             GError **error);

/* A difference that a source states without the figures themselves: the other area less this. */
typedef struct
{
  gint64 id; /* 0: not written yet */
  char *indicator;
  char *area;       /* SET:CODE */
  char *other_area; /* (nullable): SET:CODE */
  char *other_name; /* (nullable): as the source calls it */
  StreekPeriod period;
  double value; /* finite where missing is STREEK_MISSING_NONE */
  StreekMissing missing;
  StreekQualifier qualifier;
  char *unit;
  char *source;
  char *note; /* (nullable) */
} StreekAreaGap;

StreekAreaGap *streek_area_gap_copy (const StreekAreaGap *gap);
void streek_area_gap_free (StreekAreaGap *gap);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekAreaGap, streek_area_gap_free)

/* (element-type StreekAreaGap) by period, area; @indicator: (nullable) */
GPtrArray *streek_area_gaps_list (StreekDb *db, const char *indicator, GError **error);
/* To be run inside a command; an id of 0 is drawn by chance. */
gboolean streek_area_gap_write (StreekDb *db, const StreekAreaGap *gap, GError **error);
gboolean streek_area_gap_delete (StreekDb *db, gint64 id, GError **error);
