/* streek-plan-tree-drag.c: rows of a plan dragged to another place */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-plan-tree-view-private.h"

/* Which third of a row the pointer is over says where what is dropped goes. */
typedef enum
{
  BEFORE,
  INTO,
  AFTER,
} Place;

static const char *const classes[] = { "drop-before", "drop-into", "drop-after" };

static StreekPlanRow *
dup_row_of (GtkListItem *item)
{
  GtkTreeListRow *tree_row = gtk_list_item_get_item (item);

  return tree_row != NULL ? gtk_tree_list_row_get_item (tree_row) : NULL;
}

static GdkContentProvider *
on_prepare_cb (GtkDragSource *source, double x, double y, GtkListItem *item)
{
  g_autoptr (StreekPlanRow) row = dup_row_of (item);

  return row != NULL ? gdk_content_provider_new_typed (STREEK_TYPE_PLAN_ROW, row) : NULL;
}

static void
on_begin_cb (GtkDragSource *source, GdkDrag *drag, GtkListItem *item)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (gtk_list_item_get_child (item));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static Place
find_place (GtkWidget *widget, double y)
{
  int height = gtk_widget_get_height (widget);

  return y < height / 3.0 ? BEFORE : y > height * 2 / 3.0 ? AFTER : INTO;
}

static void
mark (GtkWidget *widget, int place)
{
  for (int i = BEFORE; i <= AFTER; i++)
    if (i == place)
      gtk_widget_add_css_class (widget, classes[i]);
    else
      gtk_widget_remove_css_class (widget, classes[i]);
}

static GdkDragAction
on_motion_cb (GtkDropTarget *target, double x, double y, GtkListItem *item)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  mark (widget, (int) find_place (widget, y));

  return GDK_ACTION_MOVE;
}

static void
on_leave_cb (GtkDropTarget *target, GtkListItem *item)
{
  mark (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), -1);
}

GArray *
streek_plan_tree_view_list_dragged (StreekPlanTreeView *self, gint64 dragged)
{
  GArray *chosen = streek_plan_tree_view_list_chosen (self);

  for (guint i = 0; i < chosen->len; i++)
    if (g_array_index (chosen, gint64, i) == dragged)
      return chosen;

  g_array_set_size (chosen, 0);
  g_array_append_val (chosen, dragged);

  return chosen;
}

static gint64
get_id_at (StreekPlanTree *tree, guint index, int parent)
{
  if (index >= streek_plan_tree_get_n_nodes (tree))
    return 0;

  const StreekPlanNode *node = streek_plan_tree_get_node (tree, index);

  return node->parent == parent ? streek_record_get_id (node->item) : 0;
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkListItem *item)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  StreekPlanTreeView *self =
    STREEK_PLAN_TREE_VIEW (gtk_widget_get_ancestor (widget, STREEK_TYPE_PLAN_TREE_VIEW));
  StreekPlanRow *dragged = g_value_get_object (value);
  g_autoptr (StreekPlanRow) row = dup_row_of (item);

  mark (widget, -1);

  if (row == NULL || dragged == NULL || self->shown == NULL ||
      streek_plan_tree_find (self->shown->tree, streek_plan_row_get_id (dragged)) < 0)
    return FALSE;

  gint64 id = streek_plan_row_get_id (row);
  const StreekPlanNode *node = streek_plan_row_get_node (row);
  int index = streek_plan_tree_find (self->shown->tree, id);
  gint64 parent = node->parent >= 0
                    ? streek_record_get_id (
                        streek_plan_tree_get_node (self->shown->tree, (guint) node->parent)->item)
                    : 0;
  g_autoptr (GArray) items =
    streek_plan_tree_view_list_dragged (self, streek_plan_row_get_id (dragged));
  Place place = find_place (widget, y);

  streek_plan_tree_view_move (
    self, (const gint64 *) items->data, items->len, place == INTO ? id : parent,
    place == BEFORE ? id
    : place == AFTER
      ? get_id_at (self->shown->tree, (guint) index + 1 + node->n_below, node->parent)
      : 0);

  return TRUE;
}

void
streek_plan_tree_view_add_drag (StreekPlanTreeView *self, GtkListItem *item, GtkWidget *child)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (STREEK_TYPE_PLAN_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE | GDK_ACTION_COPY); /* into a year */
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_prepare_cb), item, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_begin_cb), item, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (on_motion_cb), item, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (on_leave_cb), item, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), item, 0);
  gtk_widget_add_controller (child, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (child, GTK_EVENT_CONTROLLER (target));
}
