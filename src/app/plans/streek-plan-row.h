/* streek-plan-row.h: one goal or action in the tree of a plan, for lists */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/streek-plan-tree.h"
#include "record/streek-record-view.h"

#include <gio/gio.h>

/* A tree with what its rows are told with; counted, so that every row keeps it. */
typedef struct
{
  grefcount references;
  StreekRecordView *view;
  StreekPlanTree *tree;
} StreekPlanShown;

StreekPlanShown *streek_plan_shown_new (StreekRecordView *view, gint64 pact);
StreekPlanShown *streek_plan_shown_ref (StreekPlanShown *shown);
void streek_plan_shown_unref (StreekPlanShown *shown);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekPlanShown, streek_plan_shown_unref)

#define STREEK_TYPE_PLAN_ROW (streek_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (StreekPlanRow, streek_plan_row, STREEK, PLAN_ROW, GObject)

/* Signal "changed": it tells of other records now. */

const StreekPlanNode *streek_plan_row_get_node (StreekPlanRow *self);
gint64 streek_plan_row_get_id (StreekPlanRow *self);
StreekPlanShown *streek_plan_row_get_shown (StreekPlanRow *self);
/* @shown: in which the same item stands at the same place */
void streek_plan_row_set_shown (StreekPlanRow *self, StreekPlanShown *shown);
/* Whether the same items stand under each other in both. */
gboolean streek_plan_shown_is_alike (const StreekPlanShown *a, const StreekPlanShown *b);
/* (element-type StreekPlanRow): what stands under a node, NULL where nothing does; -1: the top */
GListModel *streek_plan_row_list_children (StreekPlanShown *shown, int parent);

/* Each (transfer full), as a column says it. */
char *streek_plan_row_dup_timing (StreekPlanRow *self);
char *streek_plan_row_dup_state (StreekPlanRow *self); /* overdue, no news …; "" for goals */
/* Of an action the years of the programmes that carry it out, of a goal how many of its actions
 * are in one: "3 of 5". */
char *streek_plan_row_dup_coverage (StreekPlanRow *self);
gboolean streek_plan_row_is_late (StreekPlanRow *self);
