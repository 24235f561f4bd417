/* streek-own-areas-private.h: the inside of a set of one's own, for the files that make it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas-loader.h"
#include "area/streek-own-areas.h"
#include "rule/streek-finding.h"

typedef struct
{
  const char *code; /* both among the texts of the set */
  const char *name;
  guint32 number; /* of the area in its set, and of its unit in a mesh of its own */
  GArray *units;  /* (nullable): of guint32, of the shipped mesh; NULL: that one */
} StreekOwnArea;

static inline StreekUnits
streek_own_area_get_units (const StreekOwnArea *area)
{
  return area->units != NULL
           ? (StreekUnits){ area->units->len, (const guint32 *) (gpointer) area->units->data }
           : (StreekUnits){ 1, &area->number };
}

struct _StreekOwnAreas
{
  gatomicrefcount references;
  char *set;
  char *name;
  char *source; /* name of the file; "" for one made by hand */
  char *digest; /* of all that is written: the same file again changes nothing */
  StreekDate from;
  StreekDate until; /* the first day on which they are gone */
  gboolean by_hand;
  gboolean keeps_others; /* areas of the set that are not among these stay as they are */
  StreekOwnAreasKind kind;
  gboolean overlaps;
  StreekOwnAreasCounts counts;
  GPtrArray *areas;      /* of StreekOwnArea; area i is unit i of a mesh of its own */
  GStringChunk *texts;   /* its codes and names: so many that freeing each would be noticed */
  StreekMesh *mesh;      /* (nullable): of its own */
  GPtrArray *unit_codes; /* (nullable): (element-type utf8) of the shipped mesh, by unit */
  GPtrArray *findings;   /* of StreekFinding */
  GHashTable *codes;     /* of its areas, once it is finished */
  GHashTable *moved;     /* codes of areas that get another outline than they have */
  GHashTable *n_said;    /* id of a finding → how many there were */
};

/* Begins a set, with what is to be said of its code.
 * @adds: to a set of people's own with the same code, in place of replacing it */
StreekOwnAreas *streek_own_areas_begin (
  const StreekAreas *areas, const char *set, const char *name, StreekDate from, gboolean adds);
gboolean streek_own_areas_is_code (const char *code);
/* FALSE where @code cannot be the code of an area, or is one already, which is said then. */
gboolean streek_own_areas_check_code (StreekOwnAreas *self,
                                      GHashTable *codes,
                                      const char *place,
                                      const char *code);
void streek_own_areas_add (StreekOwnAreas *self, const char *code, const char *name);
/* At most twenty of one kind; how many more there are is said once, at the end. */
void streek_own_areas_say (StreekOwnAreas *self,
                           StreekSeverity severity,
                           const char *id,
                           const char *place,
                           const char *message);
void streek_own_areas_compare (StreekOwnAreas *self, const StreekAreas *areas);
/* (transfer full) (array length=n_units): a number for each outline. */
guint64 *streek_own_areas_hash_outlines (const StreekMesh *mesh);
/* (transfer full) (nullable): an area that is still there ends on no day */
char *streek_own_areas_dup_until (const StreekOwnAreas *self);
void streek_own_areas_finish (StreekOwnAreas *self);
gboolean streek_own_areas_has_errors (const StreekOwnAreas *self);

/* The mesh that the municipalities are units of, NULL where the workspace has none. */
const StreekAreasMesh *streek_own_areas_find_base (const StreekAreas *areas);
/* Whether any unit lies in two of its areas. */
gboolean streek_own_areas_share_units (const StreekOwnAreas *self, guint n_units);
gboolean
streek_own_areas_fit (StreekOwnAreas *self, const StreekMesh *base, GCancellable *cancellable);
