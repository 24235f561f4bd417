/* streek-plan-tree-private.h: what reading a tree and changing it share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/streek-plan-tree.h"

struct _StreekPlanTree
{
  StreekRecords *records;
  gint64 pact;
  GArray *nodes;     /* StreekPlanNode */
  GHashTable *by_id; /* gint64 of the record → index + 1 */
  GPtrArray *levels; /* const StreekRecord: pact_level, from the top */
};
