/* streek-participation.h: which municipalities take part in which projects */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-view.h"

typedef struct
{
  const StreekArea *municipality; /* lent by the areas of the view */
  GPtrArray *projects;            /* (element-type StreekRecord): each once, however many of its
                                   * areas reach here; lent by the records of the view */
  gboolean is_partial;            /* of a project only a part of it lies in its areas */
} StreekParticipant;

typedef struct
{
  StreekDate on;           /* the day whose municipalities these are */
  GArray *participants;    /* (element-type StreekParticipant): by code; those that take part */
  guint n_projects;        /* asked, and there */
  guint n_without_area;    /* projects of which no area is entered */
  guint n_placed;          /* projects that take place in some municipality */
  guint n_in_several;      /* projects that take place in more than one municipality */
  guint n_counts;          /* of all municipalities together: projects count more than once */
  GPtrArray *by_strand;    /* (element-type utf8): names of areas of strands by which projects reach
                            * more than by their own, each once */
  GPtrArray *surroundings; /* (element-type utf8): names of areas "and surroundings", each once */
  GPtrArray *left_out;     /* (element-type utf8): names of areas that no municipality can be told
                            * of: unknown ones, and those with borders of their own */
} StreekParticipation;

/* @projects: (array length=n): ids; @on: %STREEK_DATE_NONE: the newest areas there are */
StreekParticipation *streek_participation_new (
  const StreekRecordView *view, const gint64 *projects, guint n, StreekDate on, GError **error);
void streek_participation_free (StreekParticipation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekParticipation, streek_participation_free)

/* (transfer full) (element-type utf8): sentences that must stand beside it: that projects count in
 * every municipality, what is left out, which areas have no border */
GPtrArray *streek_participation_list_notes (const StreekParticipation *self);

/* Whether a part of the area of a strand (a record of strand_area) lies in none of those that are
 * entered of its project, where any is. */
gboolean streek_strand_area_is_beyond (const StreekRecords *records,
                                       StreekAreas *areas,
                                       const StreekRecord *strand_area);
