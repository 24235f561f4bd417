/* streek-saved-list.h: a list as somebody left it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-kind.h"

/* A list as somebody left it: its columns, order, groups and filters as JSON. */
enum
{
  STREEK_SAVED_LIST_KIND,
  STREEK_SAVED_LIST_NAME,
  STREEK_SAVED_LIST_SPEC,
  STREEK_SAVED_LIST_RANK,
  STREEK_SAVED_LIST_N_FIELDS,
};

extern const StreekRecordKind streek_saved_list_kind;

/* (nullable): the list of records of @kind (its id) that is called @name, case and accents aside.
 */
const StreekRecord *
streek_saved_list_find (const StreekRecords *records, const char *kind, const char *name);
