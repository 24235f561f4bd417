/* streek-check-window.c: whether the open file is whole, as a list of findings */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reference/streek-check-window.h"
#include "reference/streek-report-findings.h"
#include "reference/streek-report-view.h"
#include "rule/streek-finding.h"
#include "streek-waiting.h"

#include <glib/gi18n.h>

struct _StreekCheckWindow
{
  AdwWindow parent_instance;

  GtkStack *stack; /* busy, whole, findings, error */
  GtkLabel *summary_label;
  StreekReportView *report;
  AdwStatusPage *error_page;

  GCancellable *checking;
};

G_DEFINE_FINAL_TYPE (StreekCheckWindow, streek_check_window, ADW_TYPE_WINDOW)

static void
show_findings (StreekCheckWindow *self, GPtrArray *findings)
{
  g_autoptr (GListStore) rows = streek_report_rows_from_findings (findings);
  g_autofree char *found = g_strdup_printf (
    ngettext ("%u thing stands out.", "%u things stand out.", findings->len), findings->len);
  const char *advice =
    streek_finding_get_worst (findings) == STREEK_SEVERITY_ERROR
      ? _ ("The file is damaged. Save a copy now, and go on with the newest backup that is whole.")
      : _ ("Nothing is damaged; this is good to know.");
  g_autofree char *summary = g_strconcat (found, " ", advice, NULL);

  gtk_label_set_text (self->summary_label, summary);
  streek_report_view_set_rows (self->report, G_LIST_MODEL (rows), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "findings");
}

static void
on_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekCheckWindow) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (findings == NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
    }
  else if (findings->len == 0)
    gtk_stack_set_visible_child_name (self->stack, "whole");
  else
    show_findings (self, findings);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *findings = streek_workspace_verify (task_data, cancellable, &error);

  if (findings != NULL)
    g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static gboolean
streek_check_window_close_request (GtkWindow *window)
{
  g_cancellable_cancel (STREEK_CHECK_WINDOW (window)->checking);

  return GTK_WINDOW_CLASS (streek_check_window_parent_class)->close_request (window);
}

static void
streek_check_window_dispose (GObject *object)
{
  StreekCheckWindow *self = STREEK_CHECK_WINDOW (object);

  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);

  G_OBJECT_CLASS (streek_check_window_parent_class)->dispose (object);
}

static void
streek_check_window_class_init (StreekCheckWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_check_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = streek_check_window_close_request;

  g_type_ensure (STREEK_TYPE_REPORT_VIEW);
  g_type_ensure (STREEK_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-check-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekCheckWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckWindow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckWindow, report);
  gtk_widget_class_bind_template_child (widget_class, StreekCheckWindow, error_page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_check_window_init (StreekCheckWindow *self)
{
  self->checking = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
streek_check_window_new (StreekWorkspace *workspace)
{
  StreekCheckWindow *self = g_object_new (STREEK_TYPE_CHECK_WINDOW, NULL);
  StreekStore *store = streek_workspace_get_store (workspace);
  g_autoptr (GTask) task = g_task_new (NULL, self->checking, on_checked_cb, g_object_ref (self));

  g_task_set_source_tag (task, streek_check_window_new);
  g_task_set_task_data (task, g_strdup (streek_store_get_path (store)), g_free);
  g_task_run_in_thread (task, check_in_thread);

  return GTK_WIDGET (self);
}
