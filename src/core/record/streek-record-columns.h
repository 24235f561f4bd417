/* streek-record-columns.h: what a list can show of a kind: fields, what is computed, what hangs on
 * it
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-view.h"

/* One column of the lists of a kind. */
typedef struct
{
  const char *id; /* of its field, of what is computed, or of the kind that links; stable */
  StreekRecordType type;
  const char *unit; /* (nullable): not translated yet */
  int decimals;
  gboolean shown;                     /* from the start */
  int field;                          /* -1: none; else the field of the kind that it shows */
  const StreekRecordColumn *computed; /* (nullable) */
  const StreekRecordKind *link;       /* (nullable): whose records hang on one: project_partner */
  guint owner;                        /* of @link: the field that names whose it is */
} StreekRecordListColumn;

/* (transfer full) (element-type StreekRecordListColumn): every column that lists of @kind have */
GPtrArray *streek_record_kind_list_columns (const StreekRecordKind *kind);
/* (nullable): by id, of such a list */
const StreekRecordListColumn *streek_record_columns_find (const GPtrArray *columns, const char *id);
const char *streek_record_list_column_get_label (const StreekRecordKind *kind,
                                                 const StreekRecordListColumn *column);
/* What its values are: what a partner is, where the column lists partners. */
const StreekRecordField *streek_record_list_column_get_field (const StreekRecordKind *kind,
                                                              const StreekRecordListColumn *column);
/* Whether it says what a record is part of: on its own in a list nothing else does. */
gboolean streek_record_list_column_is_owner (const StreekRecordKind *kind,
                                             const StreekRecordListColumn *column);
/* Whether records can be put in groups by it. */
gboolean streek_record_list_column_can_group (const StreekRecordListColumn *column);
/* Whether words of any length stand in it: where there is room to spare it is for these. */
gboolean streek_record_list_column_is_wide (const StreekRecordListColumn *column);
/* Whether amounts of it can be added up: money only. */
gboolean streek_record_list_column_is_money (const StreekRecordListColumn *column);

/* (transfer full): a sum of what it says, without its unit */
char *streek_record_list_column_dup_amount (const StreekRecordListColumn *column,
                                            double number,
                                            const StreekFormat *format);
/* (nullable): the id of the column in whose cells it stands on narrow paper */
const char *streek_record_list_column_get_under (const StreekRecordKind *kind,
                                                 const StreekRecordListColumn *column);

/* Whether it is a whole number that can be nothing but a year. */
gboolean streek_record_field_is_year (const StreekRecordField *field);
/* (transfer full): with as few decimals as tell it and without its unit; a year has no mark between
 * thousands: "2025" */
char *streek_record_field_dup_number (const StreekRecordField *field,
                                      double number,
                                      const StreekFormat *format);
/* (transfer full): a number field that is filled in, with its unit: "28.8 %", "417 people" */
char *
streek_record_dup_number (const StreekRecord *record, const StreekRecordView *view, guint field);

/* One thing that a column says of a record. What it lends lives as long as the call. */
typedef struct
{
  StreekRecordType type;          /* never STREEK_RECORD_LIST */
  const StreekRecordField *field; /* (nullable): NULL of what is computed, but for its words */
  const char *text;               /* as files hold it: of texts, choices, areas and indicators */
  double number;                  /* of numbers, whole numbers and flags */
  gboolean is_measured;           /* of a number: @measure is its own, not that of its column */
  StreekRecordMeasure measure;
  gint64 reference;
  StreekDate day;
  StreekPeriod period;
} StreekRecordValue;

/* Of a field that is filled in. */
StreekRecordValue streek_record_value_read (const StreekRecord *record, guint field);
typedef void (*StreekRecordValueFunc) (const StreekRecordValue *value, gpointer data);
/* Calls @func for each; not at all where the column says nothing of @record. */
void streek_record_list_column_foreach (const StreekRecordListColumn *column,
                                        const StreekRecord *record,
                                        const StreekRecordView *view,
                                        StreekRecordValueFunc func,
                                        gpointer data);
/* (transfer full): as people read it */
char *streek_record_value_dup_text (const StreekRecordValue *value,
                                    const StreekRecordListColumn *column,
                                    const StreekRecordView *view);
/* Whether it says the names of parts that nobody put in an order: they stand in that of their
 * names, for ids are random. */
gboolean streek_record_list_column_is_named (const StreekRecordListColumn *column);
/* (transfer full): all that it says, joined; "" where it says nothing. What hangs on the record
 * with what else is shown of it: "Poperinge (And surroundings)" */
char *streek_record_list_column_dup_text (const StreekRecordListColumn *column,
                                          const StreekRecord *record,
                                          const StreekRecordView *view,
                                          const char *separator);
