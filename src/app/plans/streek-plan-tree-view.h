/* streek-plan-tree-view.h: the tree of a plan: read, walked, moved about and edited */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/streek-record-book.h"

#include <gtk/gtk.h>

#define STREEK_TYPE_PLAN_TREE_VIEW (streek_plan_tree_view_get_type ())
G_DECLARE_FINAL_TYPE (StreekPlanTreeView, streek_plan_tree_view, STREEK, PLAN_TREE_VIEW, GtkWidget)

/* Signal "chosen": another item is chosen, or none, or something else can be done. Implements
 * StreekPrintable. It follows the book by itself, and keeps what is open and chosen. */

GtkWidget *streek_plan_tree_view_new (StreekRecordBook *book);
/* @pact: 0: none */
void streek_plan_tree_view_set_pact (StreekPlanTreeView *self, gint64 pact);
/* The one that has the keyboard among those chosen; 0: none. */
gint64 streek_plan_tree_view_get_chosen (StreekPlanTreeView *self);
/* (transfer full): gint64, in reading order */
GArray *streek_plan_tree_view_list_chosen (StreekPlanTreeView *self);
/* (transfer full): gint64: all that are chosen, where what is dragged is one of them */
GArray *streek_plan_tree_view_list_dragged (StreekPlanTreeView *self, gint64 dragged);
/* Opens what stands above it, chooses it and scrolls to it. */
void streek_plan_tree_view_choose (StreekPlanTreeView *self, gint64 item);
/* The same, with the keyboard on it. */
void streek_plan_tree_view_show (StreekPlanTreeView *self, gint64 item);
/* (transfer none): which columns it shows, as a menu of the actions "columns.ID" … */
GMenuModel *streek_plan_tree_view_get_columns_menu (StreekPlanTreeView *self);
/* … of this group. */
GActionGroup *streek_plan_tree_view_get_columns_group (StreekPlanTreeView *self);
/* What is asked of a row with the other mouse button, or with the Menu key. @menu: kept */
void streek_plan_tree_view_set_menu (StreekPlanTreeView *self, GMenuModel *menu);
/* Whether an action of it ("plan.cut") has something to do now. */
gboolean streek_plan_tree_view_can (StreekPlanTreeView *self, const char *name);
