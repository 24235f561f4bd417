/* streek-indicator-target-private.h: what the files of the target share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-indicator-target.h"
#include "indicator/streek-roster.h"
#include "indicator/streek-vector.h"

#define STREEK_NO_CELL G_MAXUINT32
#define STREEK_MAX_OTHERS 3

/* Which chain a text means, whatever the date. */
typedef struct
{
  const char *set;                       /* (nullable): NULL where it is none */
  const char *code;                      /* "~SET:CODE" where it is not located any nearer */
  const char *others[STREEK_MAX_OTHERS]; /* codes that the same name had at other times, or NULL */
  StreekDate hint;                       /* areas of this date, as "gemeente2018" says; or none */
  guint8 state;                          /* StreekRowState where it is none */
} StreekResolvedArea;

/* The area of that day, under the code that its name had then. */
const StreekArea *streek_resolved_area_find (const StreekAreas *areas,
                                             const StreekResolvedArea *resolved,
                                             StreekDate on);

/* Names and codes, looked up once a text. */
typedef struct _StreekAreaIndex StreekAreaIndex;

StreekAreaIndex *streek_area_index_new (StreekAreas *areas);
void streek_area_index_free (StreekAreaIndex *index);
StreekTextKinds streek_area_index_recognise (StreekAreaIndex *index, const char *text);
const char *streek_area_index_get_level (StreekAreaIndex *index, const char *text);
/* (element-type StreekResolvedArea) by number of the staged area */
GArray *streek_area_index_resolve (StreekAreaIndex *index,
                                   const StreekStaging *staging,
                                   StreekImport *import);

/* Asks which area a text is that none was found for. */
void streek_area_index_ask (StreekAreaIndex *index,
                            const StreekStaging *staging,
                            StreekImport *import,
                            guint32 id);

/* An area as of one date. */
typedef struct
{
  const StreekArea *area; /* (nullable): NULL where it is not located */
  const char *set;
  const char *code;
  StreekDate on; /* of the roster it goes into */
} StreekTargetCell;

/* Staged areas as cells of one period. */
typedef struct
{
  guint32 n_areas;
  guint32 *cells;     /* (array length=n_areas): STREEK_NO_CELL: see states */
  guint8 *states;     /* (array length=n_areas): StreekRowState */
  GArray *list;       /* (element-type StreekTargetCell) */
  GPtrArray *rosters; /* (element-type StreekTargetRoster) of all cells by set and date */
} StreekAreaTable;

/* A roster, and which cell goes where in it. */
typedef struct
{
  StreekRoster *roster;
  guint32 *order; /* (array length=roster->n): cell */
} StreekTargetRoster;

StreekAreaTable *streek_area_table_new (StreekAreas *areas,
                                        GArray *known_rosters,
                                        const GArray *resolved,
                                        const guint8 *is_used,
                                        StreekDate on,
                                        const StreekStaging *staging,
                                        StreekImport *import);
void streek_area_table_free (StreekAreaTable *table);
StreekTargetRoster *
streek_target_roster_new (const GArray *list, const guint32 *cells, guint n_cells);
void streek_target_roster_free (StreekTargetRoster *roster);

/* A set and date of which figures stand in the file already. */
typedef struct
{
  char *set;
  StreekDate on;
} StreekKnownRoster;

/* What a commit writes. */
typedef struct
{
  char *indicator;
  char *period;
  guint series;         /* in StreekImport.series */
  StreekRoster *roster; /* owned by prepared */
  gboolean is_known_roster;
  StreekVector *vector;
  GArray *touched; /* (element-type guint32) (nullable): cells that change; NULL: all */
  GArray *notes;   /* (element-type StreekVectorNote) (nullable) */
} StreekPreparedVector;

/* Figures of a vector in the file that the import says again. */
typedef struct
{
  guint series;         /* in StreekImport.series */
  StreekRoster *roster; /* owned by prepared */
  guint8 *bits;         /* a bit an entry: millions of figures may be the same */
} StreekPreparedSame;

typedef struct
{
  guint32 entry;
  guint8 qualifier;
  char flag[STREEK_NUMBER_MAX_FLAG + 1];
} StreekVectorNote;

/* What the file calls an indicator. */
typedef struct
{
  char *indicator;
  char *label;
} StreekPreparedLabel;

typedef struct
{
  GPtrArray *vectors;  /* (element-type StreekPreparedVector) */
  GPtrArray *same;     /* (element-type StreekPreparedSame) */
  GHashTable *rosters; /* id -> StreekRoster */
  GPtrArray
    *new_indicators;   /* (element-type utf8): codes of mapping->new_indicators that are used */
  GHashTable *sources; /* code -> source of an indicator that is there already */
  GArray *labels;      /* (element-type StreekPreparedLabel) */
} StreekPreparedImport;

StreekPreparedImport *streek_prepared_import_new (void);
void streek_prepared_import_free (gpointer data);
void streek_prepared_vector_free (gpointer data);

/* Inside a command. */
gboolean streek_target_write_labels (StreekDb *db,
                                     const StreekPreparedImport *prepared,
                                     const char *batch,
                                     GError **error);
