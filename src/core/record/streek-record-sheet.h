/* streek-record-sheet.h: rows of a spreadsheet, and which of their columns is what of a kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-columns.h"
#include "record/streek-record-head.h"

/* How many rows are taken at once. */
#define STREEK_RECORD_SHEET_MAX_ROWS 20000

typedef struct _StreekPasting StreekPasting;
typedef struct _StreekPastedRow StreekPastedRow;
typedef struct _StreekRecordSheetHooks StreekRecordSheetHooks;

/* What to do with a name of nothing that is there: one of these, or the id of a record, the code of
 * an indicator, SET:CODE or a word that it stands for. */
#define STREEK_RECORD_ANSWER_MAKE "+"
#define STREEK_RECORD_ANSWER_LEAVE_OUT "-"

/* Owned by one thread at a time, who may change what columns are. */
typedef struct
{
  const StreekRecordKind *kind;
  StreekGrid *grid;
  StreekRecordHead head;
  GStrv headers; /* of every column; "1", "2" … without a header */
  guint n_columns;
  GPtrArray *known;                      /* StreekRecordListColumn: all of the kind */
  const StreekRecordListColumn **fields; /* (array length=n_columns) (nullable elements) */
  int id_column;                         /* -1: none; ids of records, which are those very ones */
  /* Of records that are part of another: which one, where the rows do not say (a plan); 0: none */
  int owner_field; /* -1: none */
  gint64 owner;
  gboolean makes_new;      /* organisations, themes … that are not there yet are made */
  gboolean empties_fields; /* an empty cell makes the field empty; else it leaves it as it is */
  gboolean asks;       /* names of nothing that is there are asked about; else reject their row */
  gboolean asks_cells; /* so are numbers, days and periods that cannot be read */
  GHashTable *answers; /* key of a StreekRecordQuestion → as STREEK_RECORD_ANSWER_… says */
  gint *permille;      /* (nullable): how far reading is, set atomically */
  const StreekRecordSheetHooks *hooks; /* (nullable) */
  gpointer hooks_data;
} StreekRecordSheet;

/* Looks for a header, and guesses what the columns are by label, id and what files call it.
 * @order: (nullable) (array zero-terminated): ids of columns, for rows that come without a header
 */
StreekRecordSheet *
streek_record_sheet_new (const StreekRecordKind *kind, StreekGrid *grid, const char *const *order);
/* From what stands on the clipboard: lines with tabs. */
StreekRecordSheet *streek_record_sheet_new_for_text (const StreekRecordKind *kind,
                                                     const char *text,
                                                     const char *const *order,
                                                     GError **error);
/* From a file: text in columns or a spreadsheet. @name: (nullable): of a sheet; else the first in
 * which columns are recognised. Blocks. */
StreekRecordSheet *streek_record_sheet_open (const StreekRecordKind *kind,
                                             const char *path,
                                             const char *name,
                                             GCancellable *cancellable,
                                             GError **error);
void streek_record_sheet_free (StreekRecordSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekRecordSheet, streek_record_sheet_free)

/* Whether a column can be filled in from a file. */
gboolean streek_record_list_column_can_paste (const StreekRecordKind *kind,
                                              const StreekRecordListColumn *column);
/* @id: (nullable): of a column, "id" for ids of records; NULL: the column is left out. Takes it
 * from the column that had it. FALSE where there is no such column, or it cannot be filled in. */
gboolean streek_record_sheet_set_field (StreekRecordSheet *sheet, guint column, const char *id);
/* (nullable): what a word of a header says that a column is, of those in @known that can be filled
 * in from a file. @quality: (out): 3 its label, 2 its id, 1 another word for it */
const StreekRecordListColumn *streek_record_columns_match (const StreekRecordKind *kind,
                                                           const GPtrArray *known,
                                                           const char *word,
                                                           guint *quality);
/* (transfer full): letters and digits, folded: "Start-datum" is "startdatum" */
char *streek_record_header_squeeze (const char *header);
int streek_record_sheet_find_field (const StreekRecordSheet *sheet, const char *id); /* -1: none */
/* Whether its head is that of something computed, which an export has and no file can fill in. */
gboolean streek_record_sheet_is_computed (const StreekRecordSheet *sheet, guint column);
