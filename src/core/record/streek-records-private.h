/* streek-records-private.h: what the snapshot and those who change it share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-records.h"

typedef union
{
  const char *text;
  double number;
  gint64 integer; /* also of flags, references and sizes */
  StreekDate day;
  StreekPeriod period;
} StreekRecordRaw;

struct _StreekRecord
{
  gint64 id;
  const StreekRecordKind *kind;
  guint64 filled; /* a bit a field */
  guint64 unread; /* a bit a field: the file holds something that is none of its type */
  StreekRecordRaw cells[];
};

/* All of one kind. */
typedef struct
{
  gatomicrefcount references;
  const StreekRecordKind *kind;
  GStringChunk *texts;  /* of its own records; (nullable) */
  GPtrArray *own;       /* StreekRecord, owned */
  GPtrArray *in_order;  /* by rank, then id; borrowed */
  GHashTable *by_id;    /* &record->id → record */
  GPtrArray **by_field; /* (array length=n_fields) (nullable elements): by what a reference names,
                           then in order */
  void *lender;         /* (nullable): the set that lends those that are not its own */
} StreekRecordSet;

/* What a kind may have; a bit each in StreekRecord.filled. */
#define STREEK_RECORD_MAX_FIELDS 64

/* Whether the cells of a type are texts. */
gboolean streek_record_type_is_text (StreekRecordType type);

StreekRecordSet *streek_record_set_new (const StreekRecordKind *kind, StreekRecordSet *lender);
void streek_record_set_unref (StreekRecordSet *set);
StreekRecord *streek_record_set_add (StreekRecordSet *set, gint64 id);
void streek_record_set_lend (StreekRecordSet *set, const StreekRecord *record);
/* After the last record: orders and indexes them. */
void streek_record_set_close (StreekRecordSet *set);

StreekRecordSet *streek_records_get_set (const StreekRecords *records,
                                         const StreekRecordKind *kind);
/* A snapshot in which the sets of @sets (element-type StreekRecordSet) stand in the place of
 * those of their kinds. */
StreekRecords *streek_records_replace (StreekRecords *records, GPtrArray *sets);

char *streek_record_kind_make_select (const StreekRecordKind *kind);
