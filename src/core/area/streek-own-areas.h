/* streek-own-areas.h: area sets that people bring themselves, from geodata or from a list of codes
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas.h"

/* A set as it would be written: read, checked and compared with the municipalities. Immutable,
 * counted atomically: any thread may read it. */
typedef struct _StreekOwnAreas StreekOwnAreas;

typedef enum
{
  STREEK_OWN_AREAS_UNION, /* every area is made of municipalities: figures of those add up */
  STREEK_OWN_AREAS_MESH,  /* borders of its own, each stored once */
  STREEK_OWN_AREAS_PLAIN, /* its areas lie over each other: every outline by itself */
} StreekOwnAreasKind;

typedef struct
{
  const char *path;
  const char *layer;    /* (nullable): the only one, or the first */
  const char *set;      /* code of the set; one of people's own is replaced */
  const char *set_name; /* (nullable): the code */
  const char *code_field;
  const char *name_field;
  StreekDate from; /* since when; STREEK_DATE_NONE: as long as there are areas */
} StreekOwnAreasRequest;

/* Areas that somebody chose in a list or on the map, and what is to be made of them. */
typedef struct
{
  const char *set;      /* code of the set; one of people's own keeps its other areas */
  const char *set_name; /* (nullable): the code; a set that is there keeps its name */
  const char *code;     /* of the area, where they make one together */
  const char *name;
  gboolean apart;           /* each is an area by itself, with its own code and name */
  const char *source_set;   /* whose areas were chosen */
  const char *const *codes; /* (array zero-terminated) */
  StreekDate on;            /* the day whose areas they are */
  StreekDate from;          /* since when; STREEK_DATE_NONE: as long as there are areas */
  StreekDate until;         /* the first day on which it is gone; STREEK_DATE_NONE: still there */
  const char *source;       /* (nullable): who says so */
} StreekOwnAreasSelection;

/* How many features of the file: read = taken + ignored + rejected. */
typedef struct
{
  guint n_read;
  guint n_taken;
  guint n_ignored;
  guint n_rejected;
} StreekOwnAreasCounts;

/* @fraction: 0 to 1, negative where nobody knows; in the thread that reads */
typedef void (*StreekOwnAreasProgress) (double fraction, gpointer data);

StreekOwnAreas *streek_own_areas_read (const StreekAreas *areas,
                                       const StreekOwnAreasRequest *request,
                                       StreekOwnAreasProgress progress,
                                       gpointer data,
                                       GCancellable *cancellable,
                                       GError **error);
StreekOwnAreas *streek_own_areas_from_selection (const StreekAreas *areas,
                                                 const StreekOwnAreasSelection *selection,
                                                 GError **error);
StreekOwnAreas *streek_own_areas_ref (StreekOwnAreas *self);
void streek_own_areas_unref (StreekOwnAreas *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekOwnAreas, streek_own_areas_unref)

const char *streek_own_areas_get_set (const StreekOwnAreas *self);
const char *streek_own_areas_get_name (const StreekOwnAreas *self);
StreekOwnAreasKind streek_own_areas_get_kind (const StreekOwnAreas *self);
StreekOwnAreasCounts streek_own_areas_get_counts (const StreekOwnAreas *self);
/* (element-type StreekFinding): with an error among them nothing can be written */
GPtrArray *streek_own_areas_get_findings (const StreekOwnAreas *self);
/* Whether it was chosen, not read from a file. */
gboolean streek_own_areas_is_by_hand (const StreekOwnAreas *self);
gboolean streek_own_areas_can_write (const StreekOwnAreas *self);
StreekDate streek_own_areas_get_from (const StreekOwnAreas *self);
gboolean streek_own_areas_has_code (const StreekOwnAreas *self, const char *code);
/* Whether writing it leaves an area of the set with this code as it is. */
gboolean streek_own_areas_keeps (const StreekOwnAreas *self, const char *code);
gboolean streek_own_areas_is_moved (const StreekOwnAreas *self, const char *code);

/* Both run inside a command of the store. */
gboolean streek_own_areas_write (StreekDb *db, const StreekOwnAreas *self, GError **error);
gboolean streek_own_areas_remove (StreekDb *db, const char *set, GError **error);
gboolean streek_own_areas_is_written (StreekDb *db,
                                      const StreekOwnAreas *self,
                                      gboolean *written,
                                      GError **error);
