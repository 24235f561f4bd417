/* streek-staging.h: what was read of a file, by its own words, before anything is made of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/streek-period.h"
#include "exchange/streek-mapping.h"

/* Texts, each once, numbered in the order in which they first came. */
typedef struct _StreekDictionary StreekDictionary;

StreekDictionary *streek_dictionary_new (void);
void streek_dictionary_free (StreekDictionary *dictionary);
guint32 streek_dictionary_intern (StreekDictionary *dictionary, const char *text, gsize length);
const char *streek_dictionary_get (const StreekDictionary *dictionary, guint32 id);
guint32 streek_dictionary_get_n (const StreekDictionary *dictionary);

/* What became of a row. The first that holds is kept; a row of which anything was taken is taken.
 */
typedef enum
{
  STREEK_ROW_PENDING, /* staged: what stands in it decides */
  STREEK_ROW_TAKEN,
  STREEK_ROW_BLANK, /* from here on: ignored, with reason */
  STREEK_ROW_TITLE,
  STREEK_ROW_HEADER,
  STREEK_ROW_FOOTER,
  STREEK_ROW_OTHER_MEMBER, /* of a breakdown of which one member was chosen */
  STREEK_ROW_DUPLICATE,    /* says again what another row says */
  STREEK_ROW_LEFT_OUT,     /* an area or indicator that is left out on purpose */
  STREEK_ROW_FOREIGN,      /* NUTS codes of other countries */
  STREEK_ROW_BAD_NUMBER,   /* from here on: rejected */
  STREEK_ROW_BAD_PERIOD,
  STREEK_ROW_BAD_SHAPE, /* too many or too few cells */
  STREEK_ROW_UNKNOWN_AREA,
  STREEK_ROW_AMBIGUOUS_AREA,
  STREEK_ROW_UNKNOWN_INDICATOR,
  STREEK_ROW_CONTRADICTION, /* another row says something else of the same */
  STREEK_ROW_N_STATES,
} StreekRowState;

gboolean streek_row_state_is_rejected (StreekRowState state);
const char *streek_row_state_get_id (StreekRowState state);
const char *streek_row_state_get_label (StreekRowState state); /* translated */

/* A sign before a value, or letters behind it. */
typedef struct
{
  guint32 fact;
  guint8 qualifier; /* StreekQualifier */
  char flag[STREEK_NUMBER_MAX_FLAG + 1];
} StreekStagedNote;

#define STREEK_FACT_MISSING(meta) ((StreekMissing) ((meta) &0x07))
#define STREEK_FACT_STATUS(meta) ((StreekStatus) (((meta) >> 3) & 0x03))
#define STREEK_FACT_IS_BLANK(meta) (((meta) &0x20) != 0)
/* A cell that holds no number, of a total: nothing is known of that part. */
#define STREEK_FACT_IS_REJECTED(meta) (((meta) &0x40) != 0)
/* Set by a target: its cell was taken for a figure. */
#define STREEK_FACT_TAKEN 0x80

/* The values of one measure in one period, in the order of the file. */
typedef struct
{
  guint32 measure;
  guint32 period;
  guint32 n;
  guint32 room;
  guint32 *areas;
  guint32 *rows;
  double *values;
  guint8 *metas;
  GArray *notes; /* (element-type StreekStagedNote) (nullable) */
} StreekStagedSeries;

/* One value column with one combination of indicator and breakdown members. */
typedef struct
{
  const StreekMappingColumn *column;
  guint32 base; /* texts of the indicator column and the breakdowns */
} StreekStagedMeasure;

typedef struct
{
  guint sheet;
  char *name;
  GPtrArray *asides; /* (element-type StreekImportAside): the first of its footers */
  guint32 first_row;
  guint32 n_rows;
} StreekStagedSheet;

/* Filled by one thread, read by the target, then freed. */
typedef struct
{
  StreekMapping *mapping; /* a copy of its own */

  GPtrArray *area_columns; /* (element-type StreekMappingColumn) in their order */
  gboolean has_level;
  StreekDictionary *area_texts;
  StreekDictionary *areas; /* tuples: one text a column, then the level; 1 + id, 0: nothing */
  GArray *area_first_rows; /* (element-type guint32) */

  GPtrArray *breakdowns; /* (element-type StreekMappingColumn) */
  gboolean has_indicator;
  StreekDictionary *base_texts;
  StreekDictionary *bases; /* tuples: the indicator, then one text a breakdown; 1 + id */

  GArray *measures;  /* (element-type StreekStagedMeasure) */
  GArray *periods;   /* (element-type StreekPeriod) */
  GPtrArray *series; /* (element-type StreekStagedSeries) */

  GByteArray *row_states; /* StreekRowState of every row of every sheet */
  GArray *lines;          /* (element-type guint32) (nullable): where lines are not rows + 1 */
  GPtrArray *sheets;      /* (element-type StreekStagedSheet) */
} StreekStaging;

StreekStaging *streek_staging_new (const StreekMapping *mapping);
void streek_staging_free (StreekStaging *staging);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekStaging, streek_staging_free)

guint32 streek_staging_add_period (StreekStaging *staging, StreekPeriod period);
guint32 streek_staging_intern_area (StreekStaging *staging, const guint32 *texts, guint32 row);
guint32 streek_staging_find_measure (StreekStaging *staging,
                                     const StreekMappingColumn *column,
                                     guint32 base);
StreekStagedSeries *
streek_staging_get_series (StreekStaging *staging, guint32 measure, guint32 period);
void streek_staged_series_add (StreekStagedSeries *series,
                               guint32 area,
                               guint32 row,
                               const StreekNumber *number);
void streek_staged_series_add_rejected (StreekStagedSeries *series, guint32 area, guint32 row);
void streek_staged_series_drop_facts (StreekStagedSeries *series);

/* The texts of a staged area, NULL where a cell is empty. */
const char *streek_staging_get_area_text (const StreekStaging *staging, guint32 area, guint column);
const char *streek_staging_get_level_text (const StreekStaging *staging, guint32 area);
const char *streek_staging_get_indicator_text (const StreekStaging *staging, guint32 base);
const char *streek_staging_get_member (const StreekStaging *staging, guint32 base, guint breakdown);
guint64 streek_staging_get_line (const StreekStaging *staging, guint32 row);
const StreekStagedSheet *streek_staging_get_sheet (const StreekStaging *staging, guint32 row);
/* Settles a row that is still pending; a taken row stays taken. */
void streek_staging_settle (StreekStaging *staging, guint32 row, StreekRowState state);
