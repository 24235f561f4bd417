/* streek-record-portrait.h: records as facts and tables of a portrait */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-view.h"
#include "table/streek-portrait.h"

/* A column of a table of records: a field, or words of its own. */
typedef struct
{
  int field;         /* -1: none */
  const char *label; /* (nullable): marked with N_(): that of the field */
  /* (nullable): (transfer full): what it says; else the field as people read it */
  char *(*dup_cell) (const StreekRecord *record, const StreekRecordView *view);
} StreekPortraitColumn;

/* (transfer full): "strand:12" */
char *streek_record_dup_place (const StreekRecord *record);
/* (nullable): the record of @kind at such a place; NULL where that is of another kind, and where it
 * is not there any more. @place: (nullable) */
const StreekRecord *streek_records_find_place (const StreekRecords *records,
                                               const StreekRecordKind *kind,
                                               const char *place);
/* (transfer container) (element-type StreekRecord): as streek_records_list_by(), those without a
 * rank by what they are called; to be ordered otherwise or added to */
GPtrArray *streek_records_gather (const StreekRecords *records,
                                  const StreekRecordKind *kind,
                                  guint field,
                                  gint64 id);
/* Orders such records by a day, those without one last; those of one day stay as they were. */
void streek_records_sort_by_day (GPtrArray *records, guint field);
/* (transfer full) (nullable): "1 januari 2020 – 31 december 2022", "From …", "Until …" */
char *streek_record_view_dup_span (const StreekRecordView *view,
                                   const StreekRecord *record,
                                   guint starts,
                                   guint ends);
/* (transfer full): "500", "About 500": a number, and the word that says how exactly it is meant */
char *streek_record_view_dup_stated (const StreekRecordView *view,
                                     const StreekRecord *record,
                                     guint number,
                                     guint qualifier);
/* (transfer full): what a reference to several is called, joined */
char *
streek_record_view_dup_titles (const StreekRecordView *view, const GPtrArray *records, guint field);

/* A fact for each of these fields that is filled in; one that names a document leads to it. */
void streek_portrait_add_fields (StreekPortrait *portrait,
                                 const StreekRecordView *view,
                                 const StreekRecord *record,
                                 const guint *fields,
                                 guint n_fields);
/* A fact of that label; where the field names a document it leads to that. */
void streek_portrait_add_field (StreekPortrait *portrait,
                                const StreekRecordView *view,
                                const StreekRecord *record,
                                guint field,
                                const char *text);
/* A table of records of one kind; columns in which nothing stands are left out, but the first. */
void streek_portrait_add_records (StreekPortrait *portrait,
                                  const StreekRecordView *view,
                                  const GPtrArray *records,
                                  const StreekPortraitColumn *columns,
                                  guint n_columns);
/* A note with the sum of amounts, which says how many of them are not known; nothing where there
 * are no records. Returns: the sum; @n_unknown: (out) */
double streek_portrait_add_sum (StreekPortrait *portrait,
                                const StreekRecordView *view,
                                const GPtrArray *records,
                                guint field,
                                guint *n_unknown);
