/* streek-role-map.h: the matrix of roles as a map: what each body does, over its area */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/streek-figure.h"
#include "record/streek-record-view.h"
#include "workspace/streek-workspace.h"

/* What the colours say. */
typedef enum
{
  STREEK_ROLE_MAP_CATEGORY, /* consults, works on projects, both, no core task: as the matrix */
  STREEK_ROLE_MAP_ROLE,     /* the role itself; several are a class of their own */
  STREEK_ROLE_MAP_STATED,   /* the kind of body that its pact says it is */
  STREEK_ROLE_MAP_DERIVED,  /* the kind that its roles make it */
  STREEK_ROLE_MAP_WEIGHT,   /* how heavily a theme weighs */
  STREEK_N_ROLE_MAP_SUBJECTS,
} StreekRoleMapSubject;

typedef struct
{
  StreekRoleMapSubject subject;
  gint64 theme; /* 0: in general; STATED and DERIVED are of the body, whatever the theme */
  char *kind;   /* (nullable): of the bodies: "resoc"; NULL: that of which most is said */
  /* The areas and bodies of that day; NONE: of the first day of @pact where it has one, else the
   * day on which most of the bodies existed of which something is said. */
  StreekDate on;
  gint64 pact; /* 0: none */
  gboolean grey;
} StreekRoleMapSpec;

typedef struct
{
  StreekFigure *figure; /* a row an area; its table has "body", the id of one, and "words" */
  StreekTable *table;   /* a row a body: what stands on paper and in files beside the map */
  char *kind;           /* that is shown */
  StreekDate on;        /* whose areas are shown */
} StreekRoleMap;

void streek_role_map_free (StreekRoleMap *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRoleMap, streek_role_map_free)
void streek_role_map_spec_clear (StreekRoleMapSpec *spec);
StreekRoleMapSpec *streek_role_map_spec_copy (const StreekRoleMapSpec *spec);
void streek_role_map_spec_free (StreekRoleMapSpec *spec);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRoleMapSpec, streek_role_map_spec_free)

const char *streek_role_map_subject_get_id (guint subject);    /* "category" */
const char *streek_role_map_subject_get_label (guint subject); /* translated */
/* Whether it is said theme by theme. */
gboolean streek_role_map_subject_has_theme (StreekRoleMapSubject subject);

/* (transfer full) (element-type utf8): kinds of bodies with an area of which something is said,
 * those with the most of it first */
GPtrArray *streek_role_map_list_kinds (const StreekRecordView *view);
/* @areas: those of @view, with their meshes. STREEK_FIGURE_ERROR_NO_DATA where there is nothing to
 * show, INVALID for the weight of no theme. */
StreekRoleMap *streek_role_map_new (const StreekRecordView *view,
                                    StreekAreas *areas,
                                    const StreekRoleMapSpec *spec,
                                    GError **error);
/* The same of a workspace as it is now. Blocks; any thread. */
StreekRoleMap *streek_workspace_make_role_map (StreekWorkspace *workspace,
                                               const StreekRoleMapSpec *spec,
                                               GError **error);
/* The map on a page, and the list of bodies on the next ones. (element-type StreekScene) */
GPtrArray *streek_role_map_layout_pages (const StreekRoleMap *map,
                                         const StreekLayoutOptions *options,
                                         GError **error);
