/* streek-own-count.h: what a place, an organisation, a body, a project or an action counts: never
 * a statistic of an area, and never summed into one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "indicator/streek-indicator.h"
#include "table/streek-count-course.h"
#include "table/streek-table.h"

typedef enum
{
  STREEK_SUBJECT_PLACE,
  STREEK_SUBJECT_ORGANISATION,
  STREEK_SUBJECT_BODY,
  STREEK_SUBJECT_PROJECT,
  STREEK_SUBJECT_ACTION,
  STREEK_SUBJECT_OTHER,
  STREEK_N_SUBJECTS,
} StreekSubjectKind;

const char *streek_subject_get_id (StreekSubjectKind kind);
const char *streek_subject_get_label (StreekSubjectKind kind); /* translated */
gboolean streek_subject_parse_id (const char *id, StreekSubjectKind *kind);

/* What was counted on one day. */
typedef struct
{
  gint64 id;         /* 0: not written yet */
  StreekPeriod date; /* a day, a month or a year; kind NONE: not known */
  double value;      /* finite where missing is STREEK_MISSING_NONE */
  StreekMissing missing;
  StreekQualifier qualifier;
  char *source; /* (nullable) */
  char *note;   /* (nullable) */
} StreekOwnCountValue;

typedef struct
{
  gint64 id; /* 0: not written yet */
  char *name;
  char *unit;
  StreekSubjectKind subject_kind;
  char *subject_key; /* (nullable): of the row it hangs on, where the file has one */
  char *subject_name;
  char *note;        /* (nullable) */
  GPtrArray *values; /* (element-type StreekOwnCountValue) by date, unknown dates first */
} StreekOwnCount;

StreekOwnCount *streek_own_count_new (void);
StreekOwnCount *streek_own_count_copy (const StreekOwnCount *count);
void streek_own_count_free (StreekOwnCount *count);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekOwnCount, streek_own_count_free)
StreekOwnCountValue *streek_own_count_add_value (StreekOwnCount *count);
/* (transfer full) (nullable): its values through time; NULL where fewer than two of them have a
 * date and a number, and where two are of the same period */
StreekCountCourse *streek_own_count_make_course (const StreekOwnCount *count,
                                                 const StreekFormat *format);
gboolean streek_own_count_check (const StreekOwnCount *count, GError **error);

/* (element-type StreekOwnCount) by kind of subject, subject, name */
GPtrArray *streek_own_counts_list (StreekDb *db, GError **error);
/* Columns: id, name, unit, subject_kind, subject_key, subject_name, date, value, qualifier, kind,
 * source, note; one row a value */
StreekTable *streek_own_counts_make_table (GPtrArray *counts);
StreekTable *streek_own_counts_read_table (StreekDb *db, GError **error);
/* To be run inside a command: the count with all its values, in place of what there was. */
gboolean streek_own_count_write (StreekDb *db, const StreekOwnCount *count, GError **error);
gboolean streek_own_count_delete (StreekDb *db, gint64 id, GError **error);
/* What hangs on a row of the file follows its name, or is left with it alone when it is deleted. */
gboolean streek_own_counts_rename_subject (
  StreekDb *db, StreekSubjectKind kind, const char *key, const char *name, GError **error);
gboolean streek_own_counts_release_subject (StreekDb *db,
                                            StreekSubjectKind kind,
                                            const char *key,
                                            GError **error);
