/* streek-areas-loader.h: the rows that areas are computed from, while a snapshot is made */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "area/streek-areas-private.h"

/* Rows are read in the order of set and code, so that names, members, units and corrections are
 * joined by walking along them. */
typedef struct
{
  const char *set;
  const char *code;
  StreekInterval valid;
  const char *name;
  const char *name_fr;
  const char *source;
  const char *note;
} StreekNameRow;

typedef struct
{
  const char *set;
  const char *code;
  StreekInterval valid;
  guint32 unit;
} StreekUnitRow;

typedef struct
{
  const char *set;
  const char *code;
  const char *member;
  StreekInterval valid;
  StreekCertainty certainty;
  gboolean present; /* of a correction */
} StreekMemberRow;

/* What a column held in the row before: sets, codes and dates repeat. */
typedef struct
{
  const char *text;      /* (nullable) */
  const char *date_text; /* (nullable): the last one that was read as a date, and what it meant */
  StreekDate date;
} StreekAreasCell;

#define STREEK_AREAS_N_COLUMNS 10

typedef struct
{
  StreekAreas *areas;
  StreekDb *db;
  gboolean with_meshes;     /* else they stay NULL, and only their units are known */
  GArray *names;            /* of StreekNameRow */
  GArray *units;            /* of StreekUnitRow */
  GArray *members;          /* of StreekMemberRow */
  GArray *corrections;      /* of StreekMemberRow */
  GHashTable *base_of_mesh; /* code of mesh → code of the set that has units */
  GHashTable *unit_of_code; /* code of a unit of the shipped mesh → its number + 1 */
  GHashTable *units_of;     /* set and code → the first StreekUnitRow of both; all interned */
  StreekAreasCell before[STREEK_AREAS_N_COLUMNS];
} StreekAreasLoader;

gboolean streek_areas_read_tables (StreekAreasLoader *loader, GError **error);
gboolean streek_areas_refuse (GError **error);
