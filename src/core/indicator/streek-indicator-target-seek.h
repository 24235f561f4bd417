/* streek-indicator-target-seek.h: one area of a file while its meaning is sought */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-area-names.h"
#include "indicator/streek-indicator-target-private.h"

/* A chain that has a name. */
typedef struct
{
  const StreekArea *area; /* a link of it */
  StreekAreaNameKind kind;
} StreekNamedArea;

struct _StreekAreaIndex
{
  StreekAreas *areas;
  GHashTable *by_name; /* tidy name -> GArray of StreekNamedArea */
  GHashTable *by_code; /* code -> GPtrArray of StreekArea, one a set */
};

/* One staged area while its meaning is sought. */
typedef struct
{
  StreekAreaIndex *index;
  const StreekStaging *staging;
  StreekImport *import;
  guint32 id;
  const char *text;         /* of the column that names it most exactly */
  const char *parent;       /* (nullable): of the column before it */
  const char *level;        /* (nullable): its set, where that is known */
  const char *parent_level; /* (nullable): of @parent */
  StreekDate hint;
  const StreekArea *above; /* (nullable): the last arrondissement that stood in the same column */
  gboolean has_prefixes;   /* others in the column say "Provincie …" */
  StreekResolvedArea result;
} StreekAreaSeeker;

/* "Provincie Antwerpen" names its kind, which @set gets; what is left is the name. */
const char *streek_area_name_cut_prefix (const char *name, const char **set);

/* -names.c; (nullable) (element-type StreekArea), one a set */
const GPtrArray *streek_area_index_find_by_code (StreekAreaIndex *index, const char *text);
/* (nullable) (element-type StreekNamedArea): chains of that name; @level gets the set that the
 * name itself says, @qualifier what stands in brackets */
const GArray *streek_area_index_find_by_name (StreekAreaIndex *index,
                                              const char *text,
                                              const char **level,
                                              char **qualifier);
/* "gemeente2018" is "gemeente", as of 1 January 2018, which @hint gets. */
const char *
streek_area_index_find_level (StreekAreaIndex *index, const char *text, StreekDate *hint);

/* -candidates.c: several of one name */
void streek_area_seeker_narrow_down (StreekAreaSeeker *seeker,
                                     GArray *candidates,
                                     const char *said_level,
                                     const char *qualifier);
gboolean streek_area_candidates_are_successors (const GArray *candidates);
/* The one that still exists; what its name was at other times is kept beside it. */
StreekNamedArea streek_area_seeker_pick_newest (StreekAreaSeeker *seeker, const GArray *candidates);

/* -suggest.c: asks a person */
void streek_area_seeker_ask_which (const StreekAreaSeeker *seeker, const GArray *candidates);
void streek_area_seeker_ask_what (const StreekAreaSeeker *seeker);
