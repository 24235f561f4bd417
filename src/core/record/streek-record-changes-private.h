/* streek-record-changes-private.h: what gathering changes and writing them share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-changes.h"
#include "record/streek-records-private.h"

typedef struct
{
  guint field;
  gboolean is_filled;
  StreekRecordRaw raw;
  char *text;    /* (nullable): what raw lends */
  GBytes *bytes; /* (nullable) */
} StreekChangedCell;

typedef struct _StreekRecordChange StreekRecordChange;

struct _StreekRecordChange
{
  const StreekRecordKind *kind;
  gint64 id;
  gboolean is_new;
  gboolean is_gone;
  GArray *cells;            /* of StreekChangedCell */
  StreekRecordChange *next; /* (nullable): another kind's, of the same id */
};

struct _StreekRecordChanges
{
  GPtrArray *list;   /* StreekRecordChange, owned, in the order they came */
  GHashTable *by_id; /* &change->id → the last of that id */
  gint64 draft;      /* that goes when this is written, 0: none */
};
