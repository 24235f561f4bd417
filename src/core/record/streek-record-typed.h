/* streek-record-typed.h: what a cell of a file means as a field of a record */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-changes.h"
#include "record/streek-record-finder.h"

/* A value on its way into a field. */
typedef struct
{
  char *text; /* (nullable): of texts, choices, areas and indicators */
  double number;
  gint64 integer; /* of whole numbers, flags and references */
  StreekDate day;
  StreekPeriod period;
} StreekRecordTyped;

typedef enum
{
  STREEK_RECORD_TYPED_OK,
  STREEK_RECORD_TYPED_FAULT,     /* it says something that the field cannot hold */
  STREEK_RECORD_TYPED_UNKNOWN,   /* a name of nothing that is there */
  STREEK_RECORD_TYPED_AMBIGUOUS, /* a name of several */
} StreekRecordTypedResult;

void streek_record_typed_clear (StreekRecordTyped *typed);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StreekRecordTyped, streek_record_typed_clear)

/* @text: not empty; @flags: StreekFieldFlags of its cell; @owner: of what a reference names: what
 * it is part of, 0: anything. @fault: (out): a sentence, where the result is not OK; @note: (out)
 * (nullable): a sentence on what was taken for something. */
StreekRecordTypedResult streek_record_typed_read (StreekRecordTyped *typed,
                                                  const StreekRecordField *field,
                                                  StreekRecordFinder *finder,
                                                  const StreekFormat *format,
                                                  gint64 owner,
                                                  const char *text,
                                                  guint32 flags,
                                                  char **fault,
                                                  char **note);
/* Whether a field of @record says that already. */
gboolean
streek_record_typed_is (const StreekRecordTyped *typed, const StreekRecord *record, guint field);
void streek_record_typed_set (const StreekRecordTyped *typed,
                              StreekRecordChanges *changes,
                              const StreekRecordKind *kind,
                              gint64 id,
                              guint field);
