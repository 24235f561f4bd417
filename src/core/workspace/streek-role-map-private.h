/* streek-role-map-private.h: what gathering a map of roles and putting it into words share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace/streek-role-map.h"

/* What is said of one body. */
typedef struct
{
  const StreekRecord *body;
  GPtrArray *roles;      /* (element-type StreekRecord): of the theme, else in general */
  GPtrArray *in_actions; /* (element-type StreekRecord): of single actions */
  gboolean is_general;
  const StreekRecord *weight; /* (nullable) */
  const char *stated;         /* (nullable): ids of kinds */
  const char *derived;
  char *words; /* what it says, a line each; "" for nothing */
} StreekRoleMapSaid;

/* One area, with the bodies that work in it. */
typedef struct
{
  const StreekArea *area;
  GPtrArray *said; /* (element-type StreekRoleMapSaid), lent */
} StreekRoleMapRow;

typedef struct
{
  const StreekRecordView *view;
  const StreekRecords *records;
  StreekAreas *areas;
  const StreekRoleMapSpec *spec;
  char *kind;         /* (nullable): of the bodies */
  StreekDate on;      /* whose areas are shown */
  StreekDate asked;   /* of the pact, where nothing could be shown of it; NONE: nobody asked */
  GPtrArray *said;    /* StreekRoleMapSaid, owned */
  GPtrArray *rows;    /* StreekRoleMapRow, owned, by name */
  GPtrArray *gone;    /* (element-type StreekRecord): not there on that day, but spoken of */
  GPtrArray *off_map; /* (element-type StreekRecord): with an area of another kind, or of none */
  GPtrArray *moved;   /* (element-type StreekRecord): of which the area is of another day */
} StreekRoleMapMaking;

StreekRoleMapSaid *streek_role_map_said_new (const StreekRoleMapMaking *making,
                                             const StreekRecord *body);
void streek_role_map_said_free (gpointer data);
void streek_role_map_row_free (gpointer data);
StreekFigure *streek_role_map_make_figure (const StreekRoleMapMaking *making, GError **error);
StreekTable *streek_role_map_make_table (const StreekRoleMapMaking *making);
/* The title, and what a reader must know, before what is to be said of the areas. */
char *streek_role_map_dup_title (const StreekRoleMapMaking *making);
void streek_role_map_add_notes (const StreekRoleMapMaking *making, GPtrArray *notes);
/* (transfer full): the documents that are cited */
char *streek_role_map_dup_source (const StreekRoleMapMaking *making);
