/* streek-source-kept.h: records kept in memory, for formats that do not come record by record */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/streek-source-private.h"

typedef struct
{
  gsize at; /* in the text */
  guint32 length;
  guint32 flags;
} StreekKeptField;

typedef struct
{
  guint64 line;
  gsize first_field;
} StreekKeptRecord;

typedef struct
{
  GString *text;
  GArray *fields;  /* (element-type StreekKeptField) */
  GArray *records; /* (element-type StreekKeptRecord) */
  GArray *lent;    /* (element-type StreekField): of the record last looked at */
} StreekKept;

StreekKept *streek_kept_new (void);
void streek_kept_free (StreekKept *kept);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekKept, streek_kept_free)

void streek_kept_clear (StreekKept *kept);
void streek_kept_begin_record (StreekKept *kept, guint64 line);
void streek_kept_add_field (StreekKept *kept, const char *text, gsize length, guint flags);
void streek_kept_drop_empty_fields (StreekKept *kept);
void streek_kept_look_at (StreekKept *kept, guint index, StreekSourceRecord *record);

StreekSourceReader *streek_kept_reader_new (StreekKept *kept);
