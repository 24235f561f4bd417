/* streek-records.h: every record of a workspace, of all kinds, as one immutable snapshot */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"
#include "store/streek-store.h"

/* A snapshot is immutable and counted atomically: any thread may read it. Records are lent by the
 * snapshot that they came from. */

/* Reads every registered kind. @former: (nullable): the records before, of the same store; kinds
 * that did not change since are shared with them. @store: (nullable): asked what changed. */
StreekRecords *streek_records_load (
  StreekDb *db, StreekStore *store, guint64 generation, StreekRecords *former, GError **error);
StreekRecords *streek_records_ref (StreekRecords *records);
void streek_records_unref (StreekRecords *records);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRecords, streek_records_unref)

/* By id; NULL for one that is not there, and for 0. */
const StreekRecord *
streek_records_find (const StreekRecords *records, const StreekRecordKind *kind, gint64 id);
/* All of a kind, in the order of their rank; those without one after them, by name where they say
 * it themselves, else by id. @n: (out) */
const StreekRecord *const *
streek_records_list (const StreekRecords *records, const StreekRecordKind *kind, guint *n);
/* Those whose reference @field names the record @id, in the same order. @n: (out); NULL where there
 * are none */
const StreekRecord *const *streek_records_list_by (
  const StreekRecords *records, const StreekRecordKind *kind, guint field, gint64 id, guint *n);
/* (transfer full): what a record is called; "" for one that is not there. */
char *
streek_records_dup_title (const StreekRecords *records, const StreekRecordKind *kind, gint64 id);

/* Of one record */
gint64 streek_record_get_id (const StreekRecord *record);
const StreekRecordKind *streek_record_get_kind (const StreekRecord *record);
gboolean streek_record_has (const StreekRecord *record, guint field); /* whether it is filled in */
/* The file holds something there that cannot be read; the field is empty for everybody. */
gboolean streek_record_is_unread (const StreekRecord *record, guint field);
/* NULL where it is empty, "" where it must not be and is nevertheless. Of texts, choices, areas and
 * indicators. */
const char *streek_record_get_text (const StreekRecord *record, guint field);
double streek_record_get_number (const StreekRecord *record, guint field);  /* NAN: empty */
gint64 streek_record_get_integer (const StreekRecord *record, guint field); /* 0: empty */
gboolean streek_record_get_flag (const StreekRecord *record, guint field);
StreekDate streek_record_get_day (const StreekRecord *record, guint field);
StreekPeriod streek_record_get_period (const StreekRecord *record, guint field);
/* A day, or the first or last one of a period, whichever the field is. */
StreekDate streek_record_get_first_day (const StreekRecord *record, guint field);
StreekDate streek_record_get_last_day (const StreekRecord *record, guint field);
gint64 streek_record_get_reference (const StreekRecord *record, guint field); /* 0: none */
gsize streek_record_get_size (const StreekRecord *record, guint field);       /* of bytes */
/* (transfer full): as files hold it: days as "2026-03-03", numbers with a point, references as ids,
 * a raised flag as "1"; "" where it is empty, and for bytes. */
char *streek_record_dup_raw (const StreekRecord *record, guint field);
gboolean streek_record_is (const StreekRecord *record, guint field, const char *word);
/* At most 2 000 letters of it, and "…". */
char *streek_record_dup_title (const StreekRecord *record, const StreekRecords *records);

/* Whether a day lies between two of its fields, days or periods: what is empty is open. NONE is any
 * day. */
gboolean
streek_record_holds_on (const StreekRecord *record, guint starts, guint ends, StreekDate on);

/* The record that a reference names; NULL where there is none. */
const StreekRecord *
streek_record_follow (const StreekRecord *record, guint field, const StreekRecords *records);
/* The bytes themselves, from the file. Blocks. NULL without an error where there are none. */
GBytes *streek_record_read_bytes (
  StreekDb *db, const StreekRecordKind *kind, gint64 id, guint field, GError **error);

/* A check of kinds: whether exactly one of the references that say what it is part of is filled in.
 */
gboolean streek_record_check_one_owner (const StreekRecord *record,
                                        const StreekRecords *records,
                                        GError **error);
/* For the checks of kinds. Either may be STREEK_DATE_NONE: nothing to hold against each other. */
gboolean streek_record_check_order (const StreekRecord *record,
                                    StreekDate first,
                                    StreekDate last,
                                    GError **error);
