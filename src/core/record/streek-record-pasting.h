/* streek-record-pasting.h: what deciding on rows and filling in their fields share, for kinds whose
 * rows say more than their fields too */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-paste.h"
#include "record/streek-record-typed.h"

/* One round over all rows but those that were rejected before. */
struct _StreekPasting
{
  const StreekRecordSheet *sheet;
  StreekRecordView *view;
  StreekRecords *records;
  StreekRecordPaste *paste;
  StreekRecordFinder *finder;
  GPtrArray *faults;   /* (nullable elements) StreekFinding of each row: kept over the rounds */
  GHashTable *claimed; /* id → line */
  guint n_faults;      /* of this round */
  gboolean *are_open;  /* of each row: something is asked about it in this round */
  GHashTable *asked;   /* key of a question → StreekRecordQuestion of the paste */
  guint32 *marks;      /* of numbers in each column: STREEK_RECORD_MARKS, 0: unknown */
};

/* A record that a row fills in. */
struct _StreekPastedRow
{
  guint row; /* of the grid */
  gint64 id;
  gint64 owner;               /* what it is part of; 0: nothing, or not known */
  const StreekRecord *record; /* (nullable): as it is now */
  guint n_set;                /* fields that change, and what hangs on it */
  gboolean keeps_empty;       /* its empty cells say nothing */
};

/* What rows say beside the fields of their kind: where they stand in a tree, and since when. */
struct _StreekRecordSheetHooks
{
  /* At the begin of each round: what is made once for all rows. */
  void (*begin) (StreekPasting *self, gpointer data);
  /* Which record a row is about, new or not: its id, and what it is part of. FALSE where the row is
   * rejected. */
  gboolean (*find) (StreekPasting *self, StreekPastedRow *at, gpointer data);
  /* Sets what no column of the kind says. FALSE where the row is rejected. */
  gboolean (*fill) (StreekPasting *self, StreekPastedRow *at, gpointer data);
  /* (nullable): what a reference means that is not to be looked for among all records: FALSE where
   * it is. @typed: (out): with what it means; else @fault: (out): why it means nothing. */
  gboolean (*refer) (StreekPasting *self,
                     const StreekPastedRow *at,
                     const StreekRecordField *field,
                     const char *text,
                     StreekRecordTyped *typed,
                     char **fault,
                     gpointer data);
  /* (nullable): whether a column that is no field says something all the same. */
  gboolean (*reads_column) (StreekPasting *self, guint column, gpointer data);
};

/* Tells that @done of @total rows are through a part of the work, from @from to @to ‰ of all of it.
 * @permille: (nullable). FALSE where it is cancelled. */
gboolean streek_pasting_step (
  gint *permille, guint from, guint to, guint done, guint total, GCancellable *cancellable);
/* @message: (transfer full); @column: (nullable): whose cell it is */
void streek_pasting_reject (StreekPasting *self,
                            guint row,
                            const StreekRecordListColumn *column,
                            const char *id,
                            char *message);
void streek_pasting_note (StreekPasting *self,
                          guint row,
                          const StreekRecordListColumn *column,
                          const char *id,
                          char *message);
/* Makes the record of a row that is about none. @key, @title: by which others name it; "" */
void streek_pasting_add_new (StreekPasting *self,
                             StreekPastedRow *at,
                             const char *key,
                             const char *title);
/* What a cell means; a record of that name is made where there is none and that is wanted. FALSE
 * with
 * @fault, or without where a name of nothing that is there is left out, or asked about. */
gboolean streek_pasting_read (StreekPasting *self,
                              StreekPastedRow *at,
                              const StreekRecordListColumn *column,
                              const StreekRecordField *field,
                              const char *text,
                              guint32 flags,
                              StreekRecordTyped *typed,
                              char **fault);
/* Whether the record says it in those words already: "Westhoek", "3 maart 2026", "1.000 €". */
gboolean streek_pasting_says_already (const StreekPasting *self,
                                      const StreekPastedRow *at,
                                      const StreekRecordListColumn *column,
                                      const char *text);
/* Sets the fields of a row, and what hangs on it. FALSE where the row is rejected. */
gboolean streek_pasting_fill (StreekPasting *self, StreekPastedRow *at);
/* What hangs on a record: partners, areas, themes, separated by semicolons. */
gboolean streek_pasting_fill_links (StreekPasting *self,
                                    StreekPastedRow *at,
                                    const StreekRecordListColumn *column,
                                    const char *text);
guint64 streek_pasting_get_line (const StreekPasting *self, guint row);
/* Whether an empty cell of the row makes a field empty. */
gboolean streek_pasting_empties (const StreekPasting *self, const StreekPastedRow *at);

/* For hooks that read cells by themselves: a name of nothing that is there becomes a question, once
 * for all cells that have it. */
void streek_pasting_ask (StreekPasting *self,
                         const StreekPastedRow *at,
                         const StreekRecordListColumn *column,
                         const StreekRecordField *field,
                         const char *text,
                         gboolean can_be_made);
const char *streek_pasting_get_answer (const StreekPasting *self,
                                       const StreekRecordField *field,
                                       const char *text); /* (nullable) */
/* FALSE where the answer names nothing that is there either. */
gboolean streek_pasting_take_answer (const StreekPasting *self,
                                     const StreekRecordField *field,
                                     const char *answer,
                                     StreekRecordTyped *typed);
/* StreekFieldFlags of a cell, and STREEK_RECORD_MARKS of its column */
guint32 streek_pasting_get_flags (const StreekPasting *self, guint row, guint column);
