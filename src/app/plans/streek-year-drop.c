/* streek-year-drop.c: goals and actions of a plan, dragged from its tree into a year */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plans/streek-year-drop.h"

#include "plans/streek-plan-row.h"

#define TREE_KEY "streek-tree"
#define HINT_KEY "streek-hint"
#define HINT_WIDTH_CHARS 44

static GArray *
list_dragged (GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);
  StreekPlanTreeView *tree = g_object_get_data (G_OBJECT (target), TREE_KEY);

  return value != NULL && G_VALUE_HOLDS (value, STREEK_TYPE_PLAN_ROW)
           ? streek_plan_tree_view_list_dragged (
               tree, streek_plan_row_get_id (g_value_get_object (value)))
           : g_array_new (FALSE, FALSE, sizeof (gint64));
}

static GtkWidget *
get_hint (GtkDropTarget *target)
{
  return g_object_get_data (G_OBJECT (target), HINT_KEY);
}

static void
set_lit (GtkDropTarget *target, gboolean is_lit)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  if (is_lit)
    gtk_widget_add_css_class (widget, "drop-here");
  else
    gtk_widget_remove_css_class (widget, "drop-here");
}

/* A page is pointed at by its upper edge, a tab as a whole. */
static void
show_hint (GtkDropTarget *target, const char *words)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GtkWidget *hint = get_hint (target);
  GdkRectangle edge = { gtk_widget_get_width (widget) / 2, 0, 1, 1 };

  gtk_label_set_text (GTK_LABEL (gtk_popover_get_child (GTK_POPOVER (hint))), words);
  if (STREEK_IS_YEAR_PAGE (widget))
    gtk_popover_set_pointing_to (GTK_POPOVER (hint), &edge);
  gtk_popover_popup (GTK_POPOVER (hint));
}

static GdkDragAction
look (GtkDropTarget *target, StreekYearPage *page)
{
  g_autoptr (GArray) items = list_dragged (target);
  g_autofree char *words = NULL;
  gboolean can_take;

  if (items->len == 0)
    return 0;

  can_take = streek_year_page_describe_take (page, items, &words);
  set_lit (target, can_take);
  show_hint (target, words);

  return can_take ? GDK_ACTION_COPY : 0;
}

static GdkDragAction
on_enter_cb (GtkDropTarget *target, double x, double y, StreekYearPage *page)
{
  look (target, page);

  return GDK_ACTION_COPY; /* what hangs there is known a moment later */
}

static GdkDragAction
on_motion_cb (GtkDropTarget *target, double x, double y, StreekYearPage *page)
{
  return gtk_drop_target_get_value (target) != NULL ? look (target, page) : GDK_ACTION_COPY;
}

static void
on_value_cb (GtkDropTarget *target, GParamSpec *pspec, StreekYearPage *page)
{
  if (gtk_drop_target_get_value (target) != NULL)
    look (target, page);
}

static void
on_leave_cb (GtkDropTarget *target, StreekYearPage *page)
{
  set_lit (target, FALSE);
  gtk_popover_popdown (GTK_POPOVER (get_hint (target)));
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, StreekYearPage *page)
{
  StreekPlanTreeView *tree = g_object_get_data (G_OBJECT (target), TREE_KEY);
  StreekPlanRow *row = g_value_get_object (value);

  on_leave_cb (target, page);

  if (row == NULL)
    return FALSE;

  g_autoptr (GArray) items =
    streek_plan_tree_view_list_dragged (tree, streek_plan_row_get_id (row));

  return streek_year_page_take (page, items);
}

/* It belongs to no layout: who has it as a parent lets it go. */
static void
on_widget_destroy_cb (GtkWidget *hint)
{
  gtk_widget_unparent (hint);
}

static GtkWidget *
new_hint (GtkWidget *widget)
{
  GtkWidget *hint = gtk_popover_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), HINT_WIDTH_CHARS);
  gtk_popover_set_child (GTK_POPOVER (hint), label);
  gtk_popover_set_autohide (GTK_POPOVER (hint), FALSE);
  gtk_popover_set_position (GTK_POPOVER (hint), GTK_POS_BOTTOM);
  gtk_widget_set_can_target (hint, FALSE);
  gtk_widget_set_parent (hint, widget);
  g_signal_connect_object (widget, "destroy", G_CALLBACK (on_widget_destroy_cb), hint,
                           G_CONNECT_SWAPPED);

  return hint;
}

void
streek_year_drop_add (GtkWidget *widget, StreekYearPage *page, StreekPlanTreeView *tree)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && STREEK_IS_YEAR_PAGE (page));

  GtkDropTarget *target = gtk_drop_target_new (STREEK_TYPE_PLAN_ROW, GDK_ACTION_COPY);

  gtk_drop_target_set_preload (target, TRUE);
  g_object_set_data (G_OBJECT (target), TREE_KEY, tree);
  g_object_set_data (G_OBJECT (target), HINT_KEY, new_hint (widget));
  g_signal_connect_object (target, "enter", G_CALLBACK (on_enter_cb), page, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (on_motion_cb), page, 0);
  g_signal_connect_object (target, "notify::value", G_CALLBACK (on_value_cb), page, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (on_leave_cb), page, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), page, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
