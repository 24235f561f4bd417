/* streek-record-changes.h: records that are added, changed and deleted together, as one command */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-records.h"

/* Owned by one thread at a time. What is set last counts. */
StreekRecordChanges *streek_record_changes_new (void);
void streek_record_changes_free (StreekRecordChanges *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRecordChanges, streek_record_changes_free)
gboolean streek_record_changes_is_empty (const StreekRecordChanges *changes);
guint streek_record_changes_count (const StreekRecordChanges *changes); /* records touched */

/* A new record; its id is there at once, for others to refer to. */
gint64 streek_record_changes_add (StreekRecordChanges *changes, const StreekRecordKind *kind);
/* The same with an id of the caller's, above 0, where files must come out the same each time. */
void streek_record_changes_add_as (StreekRecordChanges *changes,
                                   const StreekRecordKind *kind,
                                   gint64 id);
/* A new record with the fields of @record, without its parts. */
gint64 streek_record_changes_copy (StreekRecordChanges *changes, const StreekRecord *record);

/* Empty text, NAN, no day, no period and 0 as a reference make the field empty. Text is trimmed,
 * and tidied where its field has one way in which it is kept. */
void streek_record_changes_set_text (StreekRecordChanges *changes,
                                     const StreekRecordKind *kind,
                                     gint64 id,
                                     guint field,
                                     const char *text);
void streek_record_changes_set_number (StreekRecordChanges *changes,
                                       const StreekRecordKind *kind,
                                       gint64 id,
                                       guint field,
                                       double number);
void streek_record_changes_set_integer (StreekRecordChanges *changes,
                                        const StreekRecordKind *kind,
                                        gint64 id,
                                        guint field,
                                        gint64 integer);
void streek_record_changes_set_flag (StreekRecordChanges *changes,
                                     const StreekRecordKind *kind,
                                     gint64 id,
                                     guint field,
                                     gboolean flag);
/* Also of a period: that very day. */
void streek_record_changes_set_day (StreekRecordChanges *changes,
                                    const StreekRecordKind *kind,
                                    gint64 id,
                                    guint field,
                                    StreekDate day);
void streek_record_changes_set_period (StreekRecordChanges *changes,
                                       const StreekRecordKind *kind,
                                       gint64 id,
                                       guint field,
                                       StreekPeriod period);
void streek_record_changes_set_reference (StreekRecordChanges *changes,
                                          const StreekRecordKind *kind,
                                          gint64 id,
                                          guint field,
                                          gint64 reference);
/* @bytes: (nullable) */
void streek_record_changes_set_bytes (StreekRecordChanges *changes,
                                      const StreekRecordKind *kind,
                                      gint64 id,
                                      guint field,
                                      GBytes *bytes);
void streek_record_changes_clear (StreekRecordChanges *changes,
                                  const StreekRecordKind *kind,
                                  gint64 id,
                                  guint field);

/* Adds what @other changes, which counts where both change a field. */
void streek_record_changes_merge (StreekRecordChanges *changes, const StreekRecordChanges *other);

/* One that names a record which is to go, and is no part of it. */
typedef struct
{
  const StreekRecord *record; /* lent by the records */
  guint field;                /* the reference */
} StreekRecordUse;

/* (element-type StreekRecordUse): who refers to the records @ids or to a part of them. */
GArray *streek_records_list_uses (const StreekRecords *records,
                                  const StreekRecordKind *kind,
                                  const gint64 *ids,
                                  guint n_ids);
/* Whether it goes along, though it is no link: it cannot be without what it names. */
gboolean streek_record_use_goes_along (const StreekRecordUse *use);
/* (element-type StreekRecord): what is part of the records @ids, and goes with them. */
GPtrArray *streek_records_list_parts (const StreekRecords *records,
                                      const StreekRecordKind *kind,
                                      const gint64 *ids,
                                      guint n_ids);
/* Deletes a record with its parts. Links to it go, other references to it become empty. */
void streek_record_changes_delete (StreekRecordChanges *changes,
                                   const StreekRecords *records,
                                   const StreekRecordKind *kind,
                                   gint64 id);

/* The records as they will be; @changes lends what it holds, and outlives them. */
StreekRecords *streek_record_changes_preview (StreekRecordChanges *changes, StreekRecords *records);
/* Whether a field of a record is set or emptied. */
gboolean streek_record_changes_has (const StreekRecordChanges *changes,
                                    const StreekRecordKind *kind,
                                    gint64 id,
                                    guint field);
/* Adds what else changes where records are added, as their kinds have it; once, before it is
 * checked and written. */
void streek_record_changes_complete (StreekRecordChanges *changes, StreekRecords *records);
/* Whether all of it can be written: STREEK_RECORD_ERROR_INVALID names the record and what to do. */
gboolean
streek_record_changes_check (StreekRecordChanges *changes, StreekRecords *records, GError **error);
/* Whether one field may be as it is, the others left aside: STREEK_RECORD_ERROR_INVALID says what
 * to do, without naming the record; for beside the field in a form. */
gboolean streek_record_check_field (const StreekRecord *record,
                                    guint field,
                                    const StreekRecords *records,
                                    GError **error);
/* What was typed is no draft any more once this is written: a draft goes in the same command. */
void streek_record_changes_end_draft (StreekRecordChanges *changes, gint64 draft);
/* Inside a command. */
gboolean streek_record_changes_write (StreekRecordChanges *changes, StreekDb *db, GError **error);
