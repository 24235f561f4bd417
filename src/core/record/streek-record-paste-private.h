/* streek-record-paste-private.h: what deciding on rows and filling in their fields share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-paste.h"
#include "record/streek-record-typed.h"

/* One round over all rows but those that were rejected before. */
typedef struct
{
  const StreekRecordSheet *sheet;
  StreekRecordView *view;
  StreekRecords *records;
  StreekRecordPaste *paste;
  StreekRecordFinder *finder;
  GPtrArray *faults;   /* (nullable elements) StreekFinding of each row: kept over the rounds */
  GHashTable *claimed; /* id → line */
  guint n_faults;      /* of this round */
} StreekPasting;

/* A record that a row fills in. */
typedef struct
{
  guint row; /* of the grid */
  gint64 id;
  gint64 owner;               /* what it is part of; 0: nothing, or not known */
  const StreekRecord *record; /* (nullable): as it is now */
  guint n_set;                /* fields that change, and what hangs on it */
} StreekPastedRow;

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
/* The record that a name means; made where there is none and that is wanted. FALSE with @fault. */
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
guint32 streek_pasting_get_flags (const StreekPasting *self, guint row, guint column);
