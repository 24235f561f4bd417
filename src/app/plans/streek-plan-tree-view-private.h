/* streek-plan-tree-view-private.h: what showing a tree and changing it share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plans/streek-plan-row.h"
#include "plans/streek-plan-tree-view.h"

struct _StreekPlanTreeView
{
  GtkWidget parent_instance;

  GtkStack *stack; /* tree, empty, loading */
  GtkColumnView *column_view;

  StreekRecordBook *book;
  gint64 pact;
  StreekPlanShown *shown;       /* (nullable) */
  GtkTreeListModel *tree;       /* (nullable) */
  GtkMultiSelection *selection; /* (nullable) */
  GHashTable *closed;           /* gint64 of items whose children are not shown: a set */
  gint64 to_choose;             /* one that will be there when the book is read again, 0: none */
  GArray *clipboard;            /* gint64: what was copied or cut */
  gint64 clipboard_pact;
  gboolean is_cut;
  gboolean is_filling;
};

/* (transfer full) (nullable): the row at a position of the list */
StreekPlanRow *streek_plan_tree_view_dup_row (StreekPlanTreeView *self, guint position);
gboolean streek_plan_tree_view_can_write (StreekPlanTreeView *self);

/* What is chosen, or what can be done with it, is another thing now. */
void streek_plan_tree_view_tell (StreekPlanTreeView *self);

/* streek-plan-tree-edit.c */
void streek_plan_tree_view_install_edits (GtkWidgetClass *widget_class);
void streek_plan_tree_view_update_edits (StreekPlanTreeView *self);
/* One command: @items go under @parent, before @before (0: to the end). */
void streek_plan_tree_view_move (
  StreekPlanTreeView *self, const gint64 *items, guint n_items, gint64 parent, gint64 before);

/* streek-plan-tree-drag.c: for the widget of a row */
void streek_plan_tree_view_add_drag (StreekPlanTreeView *self, GtkListItem *item, GtkWidget *child);
