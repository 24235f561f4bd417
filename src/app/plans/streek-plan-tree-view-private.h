/* streek-plan-tree-view-private.h: what showing a tree and changing it share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plans/streek-plan-columns.h"
#include "plans/streek-plan-tree-view.h"
#include "table/streek-table.h"

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
  guint n_show_frames;          /* since one was to be shown */
  GArray *clipboard;            /* gint64: what was copied or cut */
  gint64 clipboard_pact;
  GdkContentProvider *copied; /* (nullable): what the desktop's clipboard has, while it is ours */
  gboolean is_cut;
  gboolean is_filling;

  GSettings *settings;
  GPtrArray *columns;          /* StreekPlanColumn: all that can be shown */
  GPtrArray *cells;            /* StreekPlanCell that show something now, lent */
  GSimpleActionGroup *toggles; /* a column each: whether it is shown */
  GMenu *menu;                 /* of them */
  GtkWidget *row_menu;         /* (nullable): a popover of its own */
  char *column;                /* id of the one that keys edit */
  guint order_id;              /* source that keeps the order of the columns, 0: none */
  gboolean is_arranging;
};

/* (transfer full) (nullable): the row at a position of the list */
StreekPlanRow *streek_plan_tree_view_dup_row (StreekPlanTreeView *self, guint position);
/* GTK_INVALID_LIST_POSITION: it is not seen */
guint streek_plan_tree_view_find_position (StreekPlanTreeView *self, gint64 item);
gboolean streek_plan_tree_view_can_write (StreekPlanTreeView *self);

/* (transfer full): all that is open, or what is chosen of it, as seen */
StreekTable *streek_plan_tree_view_make_table (StreekPlanTreeView *self, gboolean chosen_only);
/* What is chosen, or what can be done with it, is another thing now. */
void streek_plan_tree_view_tell (StreekPlanTreeView *self);

/* streek-plan-tree-edit.c */
void streek_plan_tree_view_install_edits (GtkWidgetClass *widget_class);
void streek_plan_tree_view_update_edits (StreekPlanTreeView *self);
/* One command: @items go under @parent, before @before (0: to the end). */
void streek_plan_tree_view_move (
  StreekPlanTreeView *self, const gint64 *items, guint n_items, gint64 parent, gint64 before);

/* streek-plan-tree-grid.c: columns, and cells that are edited */
void streek_plan_tree_view_start_grid (StreekPlanTreeView *self);
/* Brings the keyboard to a row; FALSE where it is not on the screen. */
gboolean streek_plan_tree_view_grab_row (StreekPlanTreeView *self, gint64 item);
void streek_plan_tree_view_end_grid (StreekPlanTreeView *self);
void streek_plan_tree_view_install_menu (GtkWidgetClass *widget_class);
/* Those that are shown, in order. */
guint streek_plan_tree_view_get_n_columns (StreekPlanTreeView *self);
const StreekPlanColumn *streek_plan_tree_view_get_column (StreekPlanTreeView *self, guint i);
/* (transfer full) (array zero-terminated): their ids */
char **streek_plan_tree_view_list_columns (StreekPlanTreeView *self);
/* The cell of the row that is chosen, in the column where one was last edited. */
void streek_plan_tree_view_edit_cell (StreekPlanTreeView *self);

/* streek-plan-tree-drag.c: for the widget of a row */
void streek_plan_tree_view_add_drag (StreekPlanTreeView *self, GtkListItem *item, GtkWidget *child);
