/* streek-areas-private.h: the inside of a snapshot of areas, for the files of this room only */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"

typedef struct
{
  const char *code;
  StreekMesh *mesh;
  const char *base; /* code of the set whose areas are the members of all others */
  char *attribution;
  GPtrArray *unit_codes; /* of const char *, by unit */
  gboolean own;          /* of a set that people brought */
} StreekAreasMesh;

/* Areas of one set: a run of StreekAreas.areas, ordered by code, then by date. */
typedef struct
{
  StreekAreaSet set;
  StreekAreasMesh *mesh;
  guint first;
  guint n;
} StreekAreasSet;

typedef struct
{
  const char *set;
  const char *old_code;
  const char *new_code;
  StreekDate on;
} StreekSuccession;

typedef struct
{
  const char *set;
  const char *code;
  const char *alias;
  gboolean given; /* by people */
} StreekAreaAlias;

/* A membership whose member is not there all that time: for the checks. */
typedef struct
{
  const char *set;
  const char *code;
  const char *member;
  StreekInterval valid;
  gboolean corrected;
  gboolean known; /* the code exists, at another time */
} StreekLooseMember;

/* A name folded for searching; filled by the first who searches. */
typedef struct
{
  char *folded;
  const StreekArea *first; /* of the chain it finds */
  guint penalty;
} StreekSearchName;

struct _StreekAreas
{
  gatomicrefcount references;
  GStringChunk *strings;
  GPtrArray *meshes;     /* of StreekAreasMesh */
  GPtrArray *sets;       /* of StreekAreasSet, by rank */
  GPtrArray *areas;      /* of StreekArea */
  StreekDate oldest;     /* the first day of any of them */
  GArray *successions;   /* of StreekSuccession, by set, old code, date */
  GArray *aliases;       /* of StreekAreaAlias */
  GArray *loose_members; /* of StreekLooseMember */

  gsize names_made;
  GArray *names; /* of StreekSearchName */
};

StreekAreasSet *streek_areas_find_entry (const StreekAreas *areas, const char *set);
/* Index of the first area of the chain, and how many; 0 where the code is unknown. */
guint streek_areas_find_chain (const StreekAreas *areas,
                               const StreekAreasSet *entry,
                               const char *code,
                               guint *first);
void streek_areas_sort_across (const StreekAreas *areas,
                               const GPtrArray *list,
                               const StreekArea *container,
                               GPtrArray *inside,
                               GPtrArray *straddling);
const StreekArea *streek_areas_get_area (const StreekAreas *areas, guint index);
