/* streek-areas.h: every area set of a workspace, through time, as one immutable snapshot */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-units.h"
#include "base/streek-date.h"
#include "geo/streek-mesh.h"
#include "store/streek-db.h"

/* Immutable, counted atomically: any thread may read it. A change to the workspace makes a new one.
 */
typedef struct _StreekAreas StreekAreas;

typedef enum
{
  STREEK_CERTAINTY_DOCUMENTED,
  STREEK_CERTAINTY_INFERRED,
  STREEK_CERTAINTY_CORRECTED, /* a member of staff corrected the membership */
} StreekCertainty;

/* A way to divide land: "gemeente", "RESOC", "referentieregio" … */
typedef struct
{
  const char *code;
  const char *name;          /* data, in Dutch */
  const char *mesh;          /* code of the mesh its units are of */
  const char *partition_of;  /* (nullable): "gewest:02000", several joined by "+": covered once;
                              * NULL: partitions nothing */
  StreekDate partition_from; /* since when; STREEK_DATE_NONE: since the set exists */
  gboolean overlaps;         /* its areas may share units */
  int rank;                  /* order in lists, coarse to fine */
  const char *source;
  const char *note;
  const char *legal_basis; /* "" where there is none */
  gboolean own;            /* people brought it themselves */
  gboolean own_borders;    /* and it has a mesh of its own */
} StreekAreaSet;

/* A maximal interval of time with one code and one set of units. */
typedef struct
{
  const StreekAreaSet *set;
  const char *code;
  const char *name;
  const char *name_fr; /* (nullable) */
  StreekInterval valid;
  /* the weakest of its memberships, on the day that is best attested: while the units stay the
   * same, codes that mergers bring make them no less certain */
  StreekCertainty certainty;
  StreekUnits units;
  const char *source;
  const char *note;
  const char *legal_basis; /* that of its set */
} StreekArea;

#define STREEK_AREA_ERROR (streek_area_error_quark ())
GQuark streek_area_error_quark (void);

typedef enum
{
  STREEK_AREA_ERROR_UNKNOWN_SET,
  STREEK_AREA_ERROR_UNKNOWN_AREA,
  STREEK_AREA_ERROR_NOT_THEN,       /* known, but not on that date, nor near it */
  STREEK_AREA_ERROR_BAD_REF,        /* not of the form SET:CODE */
  STREEK_AREA_ERROR_INVALID,        /* the workspace's own tables contradict themselves */
  STREEK_AREA_ERROR_BAD_CORRECTION, /* no source, no members, or ends before it begins */
} StreekAreaError;

StreekAreas *streek_areas_load (StreekDb *db, GError **error);
StreekAreas *streek_areas_load_without_meshes (StreekDb *db, GError **error);
StreekAreas *streek_areas_ref (StreekAreas *areas);
void streek_areas_unref (StreekAreas *areas);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekAreas, streek_areas_unref)

StreekMesh *streek_areas_get_mesh (const StreekAreas *areas, const char *mesh_code);
const char *streek_areas_get_unit_code (const StreekAreas *areas, const char *mesh, guint unit);

/* (element-type StreekAreaSet) in order of rank */
GPtrArray *streek_areas_list_sets (const StreekAreas *areas);
const StreekAreaSet *
streek_areas_find_set (const StreekAreas *areas, const char *set, GError **error);

/* Whether all of @inner lies in @outer; whether they share land. Areas of different meshes have no
 * units in common, so neither can be said of them: FALSE. */
gboolean streek_area_is_inside (const StreekArea *inner, const StreekArea *outer);
gboolean streek_area_overlaps (const StreekArea *a, const StreekArea *b);

/* The area of that code on that date, NULL without error where it is not valid then. */
const StreekArea *
streek_areas_find (const StreekAreas *areas, const char *set, const char *code, StreekDate on);
/* Every link of the chain SET:CODE, oldest first; empty where the code is unknown. */
GPtrArray *streek_areas_list_chain (const StreekAreas *areas, const char *set, const char *code);
/* As find, at the nearest date the code existed where it did not exist @on; @used says which. */
const StreekArea *streek_areas_resolve (const StreekAreas *areas,
                                        const char *set,
                                        const char *code,
                                        StreekDate on,
                                        StreekDate *used,
                                        GError **error);
/* The same from "SET:CODE". */
const StreekArea *streek_areas_resolve_ref (
  const StreekAreas *areas, const char *ref, StreekDate on, StreekDate *used, GError **error);
/* Areas of a set on a date, ordered by code; at the set's nearest date where it had none @on. */
GPtrArray *streek_areas_list (
  const StreekAreas *areas, const char *set, StreekDate on, StreekDate *used, GError **error);
/* Of those, the ones wholly inside @container; @straddling (out) (optional) gets the ones that
 * cross its border. */
GPtrArray *streek_areas_list_within (const StreekAreas *areas,
                                     const char *set,
                                     StreekDate on,
                                     const StreekArea *container,
                                     GPtrArray **straddling,
                                     StreekDate *used,
                                     GError **error);
/* The area of a set that holds all of @area on that date; NULL where it reaches over a border. */
const StreekArea *streek_areas_find_container (const StreekAreas *areas,
                                               const char *set,
                                               const StreekArea *area,
                                               StreekDate on);
/* Every area of any set with exactly these units on that date: "which definition is this?" */
GPtrArray *streek_areas_list_equal_units (const StreekAreas *areas,
                                          const char *mesh,
                                          StreekUnits units,
                                          StreekDate on);
/* What a code went on as after it ended, on that date: areas of the same set; often none. */
GPtrArray *streek_areas_list_successors (const StreekAreas *areas,
                                         const char *set,
                                         const char *code,
                                         StreekDate on);
/* Days on which any area of the set (NULL: of any set) begins or ends, ascending. */
GArray *streek_areas_list_change_dates (const StreekAreas *areas, const char *set);
StreekDate streek_areas_get_newest_date (const StreekAreas *areas);
/* Areas whose name, former name, alias or code contains @text, accents and case aside; best first.
 */
GPtrArray *streek_areas_search (const StreekAreas *areas, const char *text, StreekDate on);
/* Names as a file may have them. */
typedef enum
{
  STREEK_AREA_NAME_OWN,
  STREEK_AREA_NAME_FRENCH,
  STREEK_AREA_NAME_ALIAS, /* French names of sets without official ones are among these */
  STREEK_AREA_NAME_GIVEN, /* by people, in this file */
} StreekAreaNameKind;

typedef void (*StreekAreaNameFunc) (const StreekArea *area,
                                    const char *name,
                                    StreekAreaNameKind kind,
                                    gpointer data);
void streek_areas_foreach_name (const StreekAreas *areas, StreekAreaNameFunc func, gpointer data);
/* (element-type StreekFinding): gaps, doubles, straddling, unknown members */
GPtrArray *streek_areas_check (const StreekAreas *areas);
/* Sentences beside a list: what is left out of it, what is shown as of another date; NULL: nothing.
 */
/* "arrondissement", "RESOC": what one of its areas is, in Dutch as their names are */
const char *streek_area_set_get_word (const StreekAreaSet *set);
/* (transfer full): "RESOC Brugge", "arrondissement Kortrijk": a municipality, and what says its set
 * itself, by name alone */
char *streek_area_dup_label (const StreekArea *area);
char *streek_areas_describe_none_within (const StreekAreaSet *set, const StreekArea *container);
char *streek_areas_describe_left_out (const StreekArea *container, const GPtrArray *straddling);
char *streek_areas_describe_moved (const char *what, StreekDate asked, StreekDate used);
/* The lines that every map of these areas must show. */
const char *streek_areas_get_attribution (const StreekAreas *areas, const char *mesh);
