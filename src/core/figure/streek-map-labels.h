/* streek-map-labels.h: names on a map: none over another, in their area or with a leader line */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-row-grid.h"

typedef struct
{
  int row;            /* what the name is of; -1: of no row */
  int group;          /* in the grid that tells where its area lies */
  const char *name;   /* lent */
  const char *figure; /* (nullable): stands under the name */
  StreekPoint anchor;
  double radius_pt; /* room around the anchor inside the area */
  StreekFont font;
  double circle_pt;      /* radius of a circle around the anchor, 0 for none */
  gboolean stays_inside; /* on a crowded map no name runs far over a border */
  gboolean may_lead;     /* worth a leader line where it does not fit */
  gboolean is_point;     /* of a place rather than of an area */
  guint number;          /* the one it has in the place of its name; 0: as it comes */
} StreekLabelWish;

typedef struct
{
  int row;
  guint number;       /* stands in the place of the name; 0: the name itself */
  StreekTextRun *run; /* owned */
  StreekRect rect;
  gboolean is_around; /* of what lies around the map */
  gboolean is_point;  /* of a place */
  gboolean has_leader;
  StreekPoint leader_from; /* in the area */
  StreekPoint leader_to;   /* at the name */
} StreekPlacedLabel;

typedef struct _StreekLabeller StreekLabeller;

StreekLabeller *streek_labeller_new (StreekTypesetter *typesetter, StreekRect frame);
void streek_labeller_free (StreekLabeller *labeller);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekLabeller, streek_labeller_free)

void streek_labeller_block (StreekLabeller *labeller, StreekRect rect, int row);
void streek_labeller_place (StreekLabeller *labeller,
                            const StreekLabelWish *wishes,
                            guint n_wishes,
                            const StreekRowGrid *grid);
/* Of the wishes that were placed last: which found no place, as their indices. */
const GArray *streek_labeller_get_homeless (const StreekLabeller *labeller);
/* Numbers of one size for the wishes at @indices (element-type guint), the first @most at most. */
void streek_labeller_place_numbers (StreekLabeller *labeller,
                                    const StreekLabelWish *wishes,
                                    const GArray *indices,
                                    guint most,
                                    StreekFont font,
                                    const StreekRowGrid *grid);
/* What is called by a name of its own, where nothing else stands. */
gboolean streek_labeller_is_free (const StreekLabeller *labeller, StreekRect rect);
gboolean streek_labeller_take (StreekLabeller *labeller, StreekTextRun *run, StreekPoint middle);
guint streek_labeller_get_n_placed (const StreekLabeller *labeller);
const StreekPlacedLabel *streek_labeller_get_placed (const StreekLabeller *labeller, guint index);

GArray *streek_labeller_get_array (StreekLabeller *labeller);

char *streek_label_abbreviate (const char *name);
char *streek_label_split (const char *name);
