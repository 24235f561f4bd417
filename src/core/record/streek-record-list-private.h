/* streek-record-list-private.h: what a list and its table share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-list.h"

struct _StreekRecordList
{
  gatomicrefcount references;
  StreekRecordView *view;
  StreekRecordListSpec *spec;
  const GPtrArray *all; /* every column of the kind, lent by the view */
  GPtrArray *columns;   /* those of the spec, borrowed */
  GArray *rows;         /* of StreekRecordRow */
  GArray *groups;       /* of StreekRecordGroup */
  GHashTable *places;   /* id → first row + 1 */
  guint n_records;      /* each once */
  guint n_all;          /* of the kind */
};
