/* streek-record-list.h: records of a kind as a list shows them: chosen, ordered, in groups */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-list-spec.h"
#include "table/streek-table.h"

/* Immutable, counted atomically: any thread may read it. Holds the view it was made of. */
typedef struct _StreekRecordList StreekRecordList;

typedef struct
{
  const StreekRecord *record; /* lent by the list */
  guint group;                /* 0 where there are no groups */
} StreekRecordRow;

/* Rows of a group follow each other. */
typedef struct
{
  char *title; /* as people read it; "Not filled in" comes last */
  guint first; /* row */
  guint n;     /* records */
} StreekRecordGroup;

/* @error: STREEK_RECORD_ERROR_UNKNOWN and INVALID for what a spec asks that is not there */
StreekRecordList *
streek_record_list_new (StreekRecordView *view, const StreekRecordListSpec *spec, GError **error);
StreekRecordList *streek_record_list_ref (StreekRecordList *list);
void streek_record_list_unref (StreekRecordList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRecordList, streek_record_list_unref)

StreekRecordView *streek_record_list_get_view (const StreekRecordList *list);
const StreekRecordListSpec *streek_record_list_get_spec (const StreekRecordList *list);

/* Records, each once, and all of the kind; rows may be more than records where groups overlap. */
guint streek_record_list_count (const StreekRecordList *list);
guint streek_record_list_count_all (const StreekRecordList *list);
guint streek_record_list_get_n_rows (const StreekRecordList *list);
const StreekRecordRow *streek_record_list_get_row (const StreekRecordList *list, guint row);
int streek_record_list_find (const StreekRecordList *list, gint64 id); /* its first row; -1 */
guint streek_record_list_get_n_groups (const StreekRecordList *list);  /* 0: not in groups */
const StreekRecordGroup *streek_record_list_get_group (const StreekRecordList *list, guint group);

/* The columns of the spec, in its order. */
guint streek_record_list_get_n_columns (const StreekRecordList *list);
const StreekRecordListColumn *streek_record_list_get_column (const StreekRecordList *list,
                                                             guint column);
const char *streek_record_list_get_label (const StreekRecordList *list, guint column);
/* (transfer full): a cell as people read it; what is several things has one a line */
char *streek_record_list_dup_cell (const StreekRecordList *list, guint row, guint column);

/* (transfer full) (nullable): "Budget: 1.250.000 €; 12 of 30 are filled in", of the records of a
 * group or, with -1, of all, each once. NULL for what is no money, and where none is filled in. */
char *streek_record_list_dup_sum (const StreekRecordList *list, int group, guint column);
/* "Projects"; of a list that is narrowed to what has a name of its own that name: "Actions" */
const char *streek_record_list_get_title (const StreekRecordList *list);
/* (transfer full): "By Status · as known on 3 March 2026": what stands under the title on paper */
char *streek_record_list_dup_context (const StreekRecordList *list);
/* (transfer full) (array zero-terminated): what must be said under the list: what narrows it, sums,
 * records that stand in more than one group */
char **streek_record_list_list_remarks (const StreekRecordList *list);

typedef enum
{
  STREEK_RECORD_TABLE_SEEN = 0,
  STREEK_RECORD_TABLE_HEADINGS = 1 << 0, /* groups as rows of their own; else a column in front */
  STREEK_RECORD_TABLE_RAW = 1 << 1, /* words, areas and indicators as files hold them, and ids */
} StreekRecordTableFlags;

/* (transfer full): as seen, for paper, files and the clipboard */
StreekTable *streek_record_list_make_table (const StreekRecordList *list,
                                            StreekRecordTableFlags flags);
