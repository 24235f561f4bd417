/* streek-report-view.c: a report on the file as a list whose lines open */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reference/streek-report-view.h"

struct _StreekReportView
{
  GtkWidget parent_instance;

  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (StreekReportView, streek_report_view, GTK_TYPE_WIDGET)

static GListModel *
create_children_cb (gpointer item, gpointer user_data)
{
  GListModel *children = streek_report_row_get_children (STREEK_REPORT_ROW (item));

  return children != NULL ? g_object_ref (children) : NULL;
}

static void
streek_report_view_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (streek_report_view_parent_class)->dispose (object);
}

static void
streek_report_view_class_init (StreekReportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_report_view_dispose;

  g_type_ensure (STREEK_TYPE_REPORT_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-report-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekReportView, list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
streek_report_view_init (StreekReportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
streek_report_view_set_rows (StreekReportView *self, GListModel *rows, gboolean open)
{
  g_return_if_fail (STREEK_IS_REPORT_VIEW (self));

  GtkTreeListModel *tree =
    gtk_tree_list_model_new (g_object_ref (rows), FALSE, open, create_children_cb, NULL, NULL);
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (tree));

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}
