/* streek-indicator-target-work.h: one import while it is resolved, and the rooms it goes through */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-indicator-target-private.h"

typedef struct
{
  StreekImportTarget parent;

  StreekDb *db;
  StreekAreas *areas;
  StreekCatalogue *catalogue;
  StreekAreaIndex *index;
  GHashTable *indicators_by_name; /* folded name -> StreekIndicator */
} StreekIndicatorTarget;

/* What a staged measure becomes. */
typedef struct
{
  const char *code; /* (nullable): interned; NULL where it is none, see state */
  const char *name;
  char *label;                      /* (nullable): what the file calls it */
  const StreekIndicator *indicator; /* (nullable): one that is there */
  StreekNewIndicator *fresh;        /* (nullable): one that is made */
  StreekTimeKind time_kind;
  guint8 state;         /* StreekRowState */
  guint32 contribution; /* same members to sum over, same number */
  gboolean is_written;  /* something of it is new, or changes */
} StreekTargetMeasure;

/* The series that go into one indicator and period. */
typedef struct
{
  const StreekTargetMeasure *measure;
  StreekPeriod period;
  GPtrArray *series; /* (element-type StreekStagedSeries) */
} StreekTargetBatch;

/* Figures that are in the file, one vector of one indicator and period. */
typedef struct
{
  StreekRoster *roster;
  StreekVector *vector;
  GHashTable *places; /* area, or interned "~" code -> entry + 1; owned by the roster's cache */
} StreekTargetExisting;

/* While one import is resolved. */
typedef struct
{
  StreekIndicatorTarget *target;
  StreekStaging *staging;
  StreekImport *import;
  StreekPreparedImport *prepared;
  GArray *resolved;          /* (element-type StreekResolvedArea) */
  GArray *measures;          /* (element-type StreekTargetMeasure) */
  GHashTable *claimed_codes; /* code that was made -> what for */
  GHashTable *batches;       /* "code\tperiod" -> StreekTargetBatch */
  GPtrArray *in_order;       /* (element-type StreekTargetBatch) */
  GArray *known_rosters;     /* (element-type StreekKnownRoster) */
  GHashTable *roster_places; /* id -> places of a roster that figures in the file stand on */
  sqlite3_stmt *select;      /* vectors of an indicator and period */
  StreekDictionary *contributions;
  GHashTable *touched_areas;
  GArray *blank_rows;   /* (element-type guint32): text without figures, unless they are taken */
  GArray *change_dates; /* (element-type StreekDate): of any set */
  GPtrArray *tables;    /* of the batches up to now, the latest last */

  /* of the batch at hand, by cell */
  StreekAreaTable *table;
  guint8 *is_touched; /* of its table */
  double *values;
  guint8 *metas;
  guint8 *filled;    /* by the contribution at hand */
  guint8 *has_total; /* by any */
  guint8 *conflicts;
  guint32 *from_rows;
  double *parts;
  guint8 *part_metas;
  guint n_room;
} StreekTargetWork;

/* -measures.c: which indicator each measure is */
const StreekIndicator *streek_target_find_indicator (StreekIndicatorTarget *target,
                                                     const char *text);
void streek_target_resolve_measures (StreekTargetWork *work);

/* -labels.c: what the file calls a measure */
char *streek_target_dup_label (const StreekStaging *staging, const StreekStagedMeasure *staged);
void streek_target_prepare_labels (StreekTargetWork *work);

/* -batches.c: series by indicator and period, and the cells of their areas */
GHashTable *streek_target_batches_new (void);
GPtrArray *streek_target_tables_new (void);
void streek_target_gather_batches (StreekTargetWork *work);
void streek_target_choose_table (StreekTargetWork *work, const StreekTargetBatch *batch);
/* Which areas got a figure; once a table, as its batches mostly have the same. */
void streek_target_count_touched (StreekTargetWork *work);

/* -facts.c: the facts of a batch in the cells of its table */
void streek_target_lay_batch (StreekTargetWork *work, const StreekTargetBatch *batch);
void streek_target_cells_clear (StreekTargetWork *work);

/* -existing.c: what the file has already */
GArray *streek_target_known_rosters_new (void);
GHashTable *streek_target_roster_places_new (void);
gboolean streek_target_open_existing (StreekTargetWork *work, GError **error);
/* (transfer full) (element-type StreekTargetExisting) */
GArray *streek_target_load_existing (StreekTargetWork *work,
                                     const StreekTargetBatch *batch,
                                     GError **error);
gboolean streek_target_find_existing (const GArray *existing,
                                      const StreekTargetCell *cell,
                                      guint *which,
                                      guint *entry);

/* -merge.c: the one beside the other, and what has to be written */
gboolean
streek_target_merge_batch (StreekTargetWork *work, const StreekTargetBatch *batch, GError **error);
