/* streek-plan-tree.h: the goals and actions of one plan in reading order, and moving them about */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-changes.h"

/* Immutable; of one thread. Keeps the records that it was made of. */
typedef struct _StreekPlanTree StreekPlanTree;

typedef struct
{
  const StreekRecord *item;
  int parent;       /* index of the node above, -1 at the top */
  guint depth;      /* 0 at the top */
  guint n_children; /* right below */
  guint n_below;    /* all below; they follow this one */
  gboolean is_action;
} StreekPlanNode;

StreekPlanTree *streek_plan_tree_new (StreekRecords *records, gint64 pact);
void streek_plan_tree_free (StreekPlanTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StreekPlanTree, streek_plan_tree_free)

guint streek_plan_tree_get_n_nodes (const StreekPlanTree *tree);
const StreekPlanNode *streek_plan_tree_get_node (const StreekPlanTree *tree, guint i);
int streek_plan_tree_find (const StreekPlanTree *tree, gint64 item); /* -1: not of this plan */
gboolean streek_plan_tree_is_below (const StreekPlanTree *tree, guint node, guint above);
/* What items at that depth are called; NULL where the plan has fewer levels. */
const StreekRecord *streek_plan_tree_get_level (const StreekPlanTree *tree, guint depth);
guint streek_plan_tree_get_n_levels (const StreekPlanTree *tree);

/* Whether an item is something that is done: its level says so, or, in a plan without levels, that
 * nothing stands under it. */
gboolean streek_plan_item_is_action (const StreekRecord *item, const StreekRecords *records);
/* Whether it is one that is neither done nor dropped, of a plan that is not closed. */
gboolean streek_plan_item_is_open_action (const StreekRecord *item, const StreekRecords *records);
/* (transfer full): "Pijler 1 › Doelstelling 2": all that stands above; "" at the top */
char *streek_plan_item_dup_path (const StreekRecord *item, const StreekRecords *records);
/* (transfer full): "1.2 Title", the code where it has one */
char *streek_plan_item_dup_label (const StreekRecord *item);

/* Each adds to @changes what has to change. Positions: under @parent (0: at the top), right before
 * the item @before (0: at the end). Items take the level of their new depth. */

/* A new item. */
gint64 streek_plan_tree_add (const StreekPlanTree *tree,
                             StreekRecordChanges *changes,
                             gint64 parent,
                             gint64 before);
/* @items with all below them; those below another of @items stay below it. FALSE where one would
 * end up under itself: STREEK_RECORD_ERROR_INVALID. */
gboolean streek_plan_tree_move (const StreekPlanTree *tree,
                                StreekRecordChanges *changes,
                                const gint64 *items,
                                guint n_items,
                                gint64 parent,
                                gint64 before,
                                GError **error);
/* @items of @source, with all below and what hangs on them (themes, areas, partners …), once more
 * in
 * @tree. What was reported of them is not copied. */
void streek_plan_tree_paste (const StreekPlanTree *tree,
                             StreekRecordChanges *changes,
                             const StreekPlanTree *source,
                             const gint64 *items,
                             guint n_items,
                             gint64 parent,
                             gint64 before);

typedef enum
{
  STREEK_PLAN_UP,   /* before the one above it, of the same parent */
  STREEK_PLAN_DOWN, /* after the one below it */
  STREEK_PLAN_IN,   /* under the one above it */
  STREEK_PLAN_OUT,  /* after its parent */
} StreekPlanStep;

/* FALSE where there is nowhere to go; nothing is added then. */
gboolean streek_plan_tree_step (const StreekPlanTree *tree,
                                StreekRecordChanges *changes,
                                gint64 item,
                                StreekPlanStep step);
