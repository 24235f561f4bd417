/* streek-plan-sheet.h: a file whose rows are goals and actions, and what its columns are */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-sheet.h"

/* How deep a tree of columns goes. */
#define STREEK_PLAN_SHEET_MAX_LEVELS 8
/* Columns beyond these are not looked at. */
#define STREEK_PLAN_SHEET_MAX_COLUMNS 256

/* What a column is, by id: one of these (a mark under a period, of which there may be several),
 * "level-1" to "level-8", "target." with a field of targets,
 * or a column of the lists of goals and actions; "" is left out. */
#define STREEK_PLAN_ROLE_NONE ""
#define STREEK_PLAN_ROLE_ID "id"
#define STREEK_PLAN_ROLE_TIMING "timing"
#define STREEK_PLAN_ROLE_MARK "mark"
#define STREEK_PLAN_ROLE_LEVEL "level-"
#define STREEK_PLAN_ROLE_TARGET "target."

typedef struct
{
  char *id;
  char *label; /* translated */
} StreekPlanRole;

/* Owned by one thread at a time, who may change it through the functions below. */
typedef struct
{
  GPtrArray *names; /* utf8: of each sheet of the file */
  GPtrArray *grids; /* StreekGrid */
  GArray *parts;    /* gboolean of each: it is a part of a plan that was written here */
  guint sheet;      /* the one that is read */
  StreekRecordHead head;
  guint n_columns;
  GStrv headers;    /* of every column; "1", "2" … without a header */
  GPtrArray *roles; /* utf8, of every column */
  GPtrArray *known; /* StreekRecordListColumn of goals and actions */
  GStrv levels;     /* (nullable): of a plan that was written here, as its file lists them */

  gint64 pact;             /* the plan that takes them in; 0: a new one */
  char *title;             /* of a new one */
  gboolean leaves_parts;   /* other sheets of a file that was written here are not taken in */
  gboolean splits_codes;   /* "1.2 Netwerk" is the code 1.2 and the title Netwerk */
  gboolean makes_new;      /* organisations, themes … that are not there yet are made */
  gboolean empties_fields; /* an empty cell makes the field empty; else it leaves it as it is */
  GHashTable *answers;     /* as those of #StreekRecordSheet */
  char *profile;           /* (nullable): the one that said what the columns are */
  char *profile_title;     /* (nullable): as people read it */
  gint *permille;          /* (nullable): how far reading is, set atomically */
} StreekPlanSheet;

/* From a file: text in columns or a spreadsheet, all of its sheets. Blocks. */
StreekPlanSheet *
streek_plan_sheet_open (const char *path, GCancellable *cancellable, GError **error);
/* From lines with tabs. */
StreekPlanSheet *streek_plan_sheet_new_for_text (const char *text, GError **error);
void streek_plan_sheet_free (StreekPlanSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekPlanSheet, streek_plan_sheet_free)

/* Says which plan it is for (@pact: 0: a new one, called @title), and guesses which sheet holds the
 * goals and actions and what its columns are, from its header and the levels of that plan. */
void streek_plan_sheet_set_plan (StreekPlanSheet *sheet,
                                 const StreekRecords *records,
                                 gint64 pact,
                                 const char *title);
/* Another sheet, or another row as header (-1: none) and how many rows it has (0: recognised):
 * columns are guessed anew. */
void
streek_plan_sheet_set_sheet (StreekPlanSheet *sheet, const StreekRecords *records, guint number);
void streek_plan_sheet_set_header (StreekPlanSheet *sheet,
                                   const StreekRecords *records,
                                   int header_row,
                                   guint n_header_rows);

/* (element-type StreekPlanRole): all that a column can be, "" first. */
GPtrArray *streek_plan_sheet_list_roles (const StreekPlanSheet *sheet,
                                         const StreekRecords *records);
/* Takes it from the column that had it, where only one can. FALSE where there is no such role. */
gboolean streek_plan_sheet_set_role (StreekPlanSheet *sheet, guint column, const char *role);
const char *streek_plan_sheet_get_role (const StreekPlanSheet *sheet, guint column);
/* -1: none. @nth: of a role that several columns can have, from 0 */
int streek_plan_sheet_find_role (const StreekPlanSheet *sheet, const char *role, guint nth);
/* The level of "level-2" from 0; -1: it is none */
int streek_plan_role_get_level (const char *role);
const StreekGrid *streek_plan_sheet_get_grid (const StreekPlanSheet *sheet);
/* (transfer full) (nullable): what the plan of a file that was written here is called there */
char *streek_plan_sheet_dup_title (const StreekPlanSheet *sheet);
/* (transfer full) (nullable): names of the other sheets that are parts of the plan, as those of a
 * file that was written here; and of those that mean nothing here: "SWOT, Scores" */
char *streek_plan_sheet_dup_parts (const StreekPlanSheet *sheet);
char *streek_plan_sheet_dup_others (const StreekPlanSheet *sheet);
