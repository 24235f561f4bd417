/* streek-record-finder.h: from a name in a file to the record, area or indicator that it means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-view.h"

/* Of one thread. */
typedef struct _StreekRecordFinder StreekRecordFinder;

/* Looks among the records of @view, and what is added to it. */
StreekRecordFinder *streek_record_finder_new (StreekRecordView *view);
void streek_record_finder_free (StreekRecordFinder *finder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRecordFinder, streek_record_finder_free)

/* Of kinds of which only some records are meant: whether @record is. Before anything is looked for.
 */
typedef gboolean (*StreekRecordWithinFunc) (const StreekRecord *record,
                                            const StreekRecords *records,
                                            gpointer data);
void streek_record_finder_limit (StreekRecordFinder *finder,
                                 StreekRecordWithinFunc is_within,
                                 gpointer data);

/* The field that tells records of a kind apart; -1: none. */
int streek_record_kind_find_key (const StreekRecordKind *kind);
/* The field that says what records are part of, of which they cannot do without; -1: none. */
int streek_record_kind_find_owner (const StreekRecordKind *kind);

/* Of a new record. @key: (nullable) */
void streek_record_finder_add (StreekRecordFinder *finder,
                               const StreekRecordKind *kind,
                               gint64 id,
                               gint64 owner,
                               const char *key,
                               const char *title);
/* How many records of @kind, part of @owner (0: of any), have @key, or are called @title.
 * @id: (out): one of them. */
guint streek_record_finder_find_key (StreekRecordFinder *finder,
                                     const StreekRecordKind *kind,
                                     gint64 owner,
                                     const char *key,
                                     gint64 *id);
/* @key: (nullable): those that have another one are not meant */
guint streek_record_finder_find_title (StreekRecordFinder *finder,
                                       const StreekRecordKind *kind,
                                       gint64 owner,
                                       const char *key,
                                       const char *title,
                                       gint64 *id);
/* By title, by key or by "key title". */
guint streek_record_finder_find (StreekRecordFinder *finder,
                                 const StreekRecordKind *kind,
                                 gint64 owner,
                                 const char *text,
                                 gint64 *id);

/* (transfer full) (nullable): "gemeente:34022" for that, for a name or a code. A name that areas of
 * several sets have is the municipality where there is one, else none: @fault (out) says why. */
char *streek_record_finder_find_area (StreekRecordFinder *finder, const char *text, char **fault);
/* (nullable): the code of an indicator, by code or name; lent by the catalogue */
const char *streek_record_finder_find_indicator (StreekRecordFinder *finder, const char *text);
