/* streek-import-read-private.h: the road of rows into a staging, as its files share it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-import-layout.h"
#include "exchange/streek-import-read.h"

#define STREEK_IMPORT_MAX_PARTS 16
#define STREEK_IMPORT_MAX_KEYS 32 /* columns of areas, or of breakdowns; more are refused */
#define STREEK_NO_FIELD G_MAXUINT

/* A column of values, bound to a field. */
typedef struct
{
  const StreekBoundColumn *bound;
  guint field;
  guint mapping_index;
  guint32 period; /* its own + 1; 0: the row's */
} StreekValueColumn;

typedef struct
{
  StreekImportReading *reading;
  StreekStaging *staging;
  StreekSheetLayout *layout;
  StreekMissingWords *words;

  /* of all sheets */
  GPtrArray *series_of;           /* (element-type GPtrArray): measure -> period -> series */
  GPtrArray *measures_of;         /* (element-type GArray): mapping column -> base -> measure + 1 */
  StreekDictionary *period_texts; /* "2019", or "2019\tQ3" */
  GArray *period_of_text;         /* (element-type guint32): period + 1, 0: none */
  GArray *is_projection;          /* (element-type gboolean): by period */
  guint32 n_rows;

  /* of this sheet; fields: of a record, then the parts of the first one */
  guint area_fields[STREEK_IMPORT_MAX_KEYS];
  guint breakdown_fields[STREEK_IMPORT_MAX_KEYS];
  guint level_field;
  guint period_field;
  guint part_field;
  guint indicator_field;
  guint status_field;
  guint32 sheet_period; /* + 1 */
  StreekPeriodKind part_means;
  GArray *values; /* (element-type StreekValueColumn) */
  StreekField parts[STREEK_IMPORT_MAX_PARTS];
  guint64 n_sheet_rows;
} StreekImportRoad;

/* -bind.c: the columns of a sheet */
void streek_import_road_bind (StreekImportRoad *road);
guint32 streek_import_road_add_period (StreekImportRoad *road, StreekPeriod period);

/* -row.c: a row, and what becomes of it */
StreekRowState
streek_import_road_read_row (StreekImportRoad *road, const StreekSourceRecord *record, guint32 row);
gboolean streek_record_is_blank (const StreekSourceRecord *record);
char *streek_record_dup_text (const StreekSourceRecord *record);

/* -tell.c: findings about cells, rows and sheets */
void streek_import_road_tell_bad_cell (StreekImportRoad *road,
                                       const StreekValueColumn *value,
                                       const StreekField *field,
                                       StreekNumberFault fault,
                                       guint32 row);
void streek_import_road_tell_missing (StreekImportRoad *road,
                                      const StreekField *field,
                                      guint32 row,
                                      StreekMissing missing);
void streek_import_road_tell_qualifier (StreekImportRoad *road,
                                        const StreekValueColumn *value,
                                        const StreekField *field,
                                        guint32 row);
void streek_import_road_tell_merged (StreekImportRoad *road,
                                     const StreekValueColumn *value,
                                     guint32 row);
void
streek_import_road_tell_bad_period (StreekImportRoad *road, const StreekField *field, guint32 row);
void streek_import_road_tell_bad_shape (StreekImportRoad *road,
                                        const StreekSourceRecord *record,
                                        guint32 row);
void streek_import_road_tell_skipped (StreekImportRoad *road,
                                      const char *sheet,
                                      const StreekSheetLayout *layout);
/* Columns that are not read, by the reason that the mapping gives. */
void streek_import_road_tell_unread (StreekImportRoad *road);
/* A header that stands over two columns of this sheet. */
void streek_import_road_tell_doubled (StreekImportRoad *road, guint32 first_row);
