/* streek-record-list-spec.h: what a list shows: columns, order, groups, and which records */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-columns.h"

typedef enum
{
  STREEK_RECORD_CONTAINS, /* a text with one of the values in it, accents and case aside */
  STREEK_RECORD_IS,       /* one of the values */
  STREEK_RECORD_IS_NOT,   /* none of them; what is empty is none */
  STREEK_RECORD_IS_EMPTY,
  STREEK_RECORD_IS_FILLED,
  STREEK_RECORD_AT_LEAST, /* of numbers; of days and periods: not before the value */
  STREEK_RECORD_AT_MOST,  /* not after it */
  STREEK_RECORD_UNDER,    /* an area in the value; a record that is it, or stands below it */
} StreekRecordOperator;

/* A column, an operator and values as files hold them: words by id, days and periods as
 * "2026-03-03" and "2026-Q1" (a period does for a day too), numbers with a point, references as
 * ids, areas as SET:CODE, indicators by code, flags as 1 and 0. */
typedef struct
{
  char *column;
  StreekRecordOperator op;
  char **values; /* none for IS_EMPTY and IS_FILLED, one for AT_LEAST and AT_MOST */
} StreekRecordCondition;

typedef struct
{
  char *column;
  gboolean descending;
} StreekRecordSort;

/* A plain value; whoever has it may change it. */
typedef struct
{
  const StreekRecordKind *kind;
  char **columns;        /* ids, in order */
  GPtrArray *sorts;      /* StreekRecordSort, the weightiest first */
  char *group;           /* (nullable): a column */
  GPtrArray *conditions; /* StreekRecordCondition: all of them hold */
  char *search;          /* (nullable): words that a record has, all of them */
  char *area;            /* (nullable): SET:CODE that a record, or what it is part of, lies in */
} StreekRecordListSpec;

/* All records of @kind, with the columns that are shown from the start and those that say what each
 * is part of; what stays as it was written by its day, the newest first. */
StreekRecordListSpec *streek_record_list_spec_new (const StreekRecordKind *kind);
StreekRecordListSpec *streek_record_list_spec_copy (const StreekRecordListSpec *spec);
void streek_record_list_spec_free (StreekRecordListSpec *spec);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRecordListSpec, streek_record_list_spec_free)
gboolean streek_record_list_spec_equal (const StreekRecordListSpec *a,
                                        const StreekRecordListSpec *b);

/* Setters. @columns: (array zero-terminated); @group, @search, @area: (nullable) */
void streek_record_list_spec_set_columns (StreekRecordListSpec *spec, const char *const *columns);
void streek_record_list_spec_set_group (StreekRecordListSpec *spec, const char *group);
void streek_record_list_spec_set_search (StreekRecordListSpec *spec, const char *search);
void streek_record_list_spec_set_area (StreekRecordListSpec *spec, const char *area);
void streek_record_list_spec_clear_sorts (StreekRecordListSpec *spec);
void streek_record_list_spec_add_sort (StreekRecordListSpec *spec,
                                       const char *column,
                                       gboolean descending);
/* @values: (nullable) (array zero-terminated) */
void streek_record_list_spec_add_condition (StreekRecordListSpec *spec,
                                            const char *column,
                                            StreekRecordOperator op,
                                            const char *const *values);
/* Those of one column; all of them where @column is NULL. */
void streek_record_list_spec_clear_conditions (StreekRecordListSpec *spec, const char *column);

/* What can be asked of a column. */
gboolean streek_record_list_column_can (const StreekRecordKind *kind,
                                        const StreekRecordListColumn *column,
                                        StreekRecordOperator op);
const char *streek_record_operator_get_id (StreekRecordOperator op); /* "at_least" */
/* translated, for a choice beside the label of a column: "at least"; of days "from" */
const char *streek_record_operator_get_label (StreekRecordOperator op, StreekRecordType type);

/* Whether the columns are there and can do what is asked: STREEK_RECORD_ERROR_UNKNOWN or INVALID */
gboolean streek_record_list_spec_check (const StreekRecordListSpec *spec, GError **error);
char *streek_record_list_spec_to_json (const StreekRecordListSpec *spec); /* one line */
/* Everything of it is checked: a saved list may come from a stranger. */
StreekRecordListSpec *streek_record_list_spec_from_json (const char *json, GError **error);
/* (transfer full) (array zero-terminated): a sentence for each thing that narrows the list:
 * "Status: Under way", "From: from 2020", "Area: Westhoek" */
char **streek_record_list_spec_list_filters (const StreekRecordListSpec *spec,
                                             const StreekRecordView *view);
/* (transfer full) (nullable): the same joined, NULL where nothing narrows it */
char *streek_record_list_spec_describe (const StreekRecordListSpec *spec,
                                        const StreekRecordView *view);
