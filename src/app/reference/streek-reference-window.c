/* streek-reference-window.c: shows what newer reference data would change, and takes them over */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reference/streek-reference-window.h"
#include "reference/streek-report-view.h"
#include "workspace/streek-reference-changes.h"
#include "streek-waiting.h"

#include <glib/gi18n.h>

struct _StreekReferenceWindow
{
  AdwWindow parent_instance;

  GtkStack *stack; /* busy, current, changes, error */
  GtkButton *update_button;
  AdwStatusPage *busy_page;
  AdwStatusPage *current_page;
  AdwStatusPage *error_page;
  GtkLabel *summary_label;
  StreekReportView *report;

  StreekWorkspace *workspace;
  GCancellable *comparing;
  char *new_version;
  gboolean is_updating;
};

enum
{
  SIGNAL_UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StreekReferenceWindow, streek_reference_window, ADW_TYPE_WINDOW)

static const char *
get_icon (StreekReferenceChangeKind kind)
{
  switch (kind)
    {
    case STREEK_REFERENCE_ADDED:
      return "list-add-symbolic";
    case STREEK_REFERENCE_REMOVED:
      return "list-remove-symbolic";
    case STREEK_REFERENCE_CHANGED:
    default:
      return "document-edit-symbolic";
    }
}

static const char *
get_meaning (StreekReferenceChangeKind kind)
{
  switch (kind)
    {
    case STREEK_REFERENCE_ADDED:
      return C_ ("reference data", "Added");
    case STREEK_REFERENCE_REMOVED:
      return C_ ("reference data", "Removed");
    case STREEK_REFERENCE_CHANGED:
    default:
      return C_ ("reference data", "Changed");
    }
}

static GListStore *
make_lines (GPtrArray *lines)
{
  GListStore *rows = g_list_store_new (STREEK_TYPE_REPORT_ROW);

  for (guint i = 0; i < lines->len; i++)
    {
      const StreekReferenceLine *line = g_ptr_array_index (lines, i);
      g_autoptr (StreekReportRow) row = streek_report_row_new (
        get_icon (line->kind), get_meaning (line->kind), line->subject, line->detail, NULL);

      g_list_store_append (rows, row);
    }

  return rows;
}

static void
append_group (
  GListStore *rows, const char *icon_name, const char *title, const char *detail, GPtrArray *lines)
{
  g_autoptr (GListStore) children = make_lines (lines);
  g_autoptr (StreekReportRow) row =
    streek_report_row_new (icon_name, "", title, detail, G_LIST_MODEL (children));

  g_list_store_append (rows, row);
}

static GListStore *
make_rows (const StreekReferenceUpdate *update)
{
  static const char *const icons[STREEK_REFERENCE_N_GROUPS] = {
    [STREEK_REFERENCE_GROUP_AREAS] = "streek-map-symbolic",
    [STREEK_REFERENCE_GROUP_MEMBERSHIPS] = "streek-tree-symbolic",
    [STREEK_REFERENCE_GROUP_NAMES] = "document-edit-symbolic",
    [STREEK_REFERENCE_GROUP_BOUNDARIES] = "streek-map-symbolic",
    [STREEK_REFERENCE_GROUP_INDICATORS] = "streek-indicators-symbolic",
    [STREEK_REFERENCE_GROUP_FIGURES] = "streek-table-symbolic",
  };
  GListStore *rows = g_list_store_new (STREEK_TYPE_REPORT_ROW);
  guint n_corrections = update->corrections->len;

  if (n_corrections > 0)
    {
      g_autofree char *stays = g_strdup_printf (
        ngettext ("%u correction stays as it is", "%u corrections stay as they are", n_corrections),
        n_corrections);

      append_group (rows, "avatar-default-symbolic", _ ("Your Corrections"), stays,
                    update->corrections);
    }

  for (guint i = 0; i < update->groups->len; i++)
    {
      const StreekReferenceGroup *group = g_ptr_array_index (update->groups, i);
      g_autofree char *summary = streek_reference_group_dup_summary (group);

      append_group (rows, icons[group->id], group->title, summary, group->lines);
    }

  return rows;
}

static void
show_current (StreekReferenceWindow *self, const char *version)
{
  /* Translators: %s is a version number. */
  g_autofree char *description = g_strdup_printf (_ ("Version %s"), version);

  gtk_widget_set_visible (GTK_WIDGET (self->update_button), FALSE);
  adw_status_page_set_title (self->current_page, _ ("Reference Data Are Up to Date"));
  adw_status_page_set_description (self->current_page, description);
  gtk_stack_set_visible_child_name (self->stack, "current");
}

/* The file comes from a later program than this one. */
static void
show_newer (StreekReferenceWindow *self, const StreekReferenceUpdate *update)
{
  /* Translators: %1$s and %2$s are version numbers. */
  g_autofree char *description = g_strdup_printf (
    _ ("The file has version %1$s, this program comes with version %2$s. Nothing needs updating."),
    update->old_version, update->new_version);

  adw_status_page_set_title (self->current_page, _ ("The File Has Newer Reference Data"));
  adw_status_page_set_description (self->current_page, description);
  gtk_stack_set_visible_child_name (self->stack, "current");
}

static void
show_changes (StreekReferenceWindow *self, const StreekReferenceUpdate *update)
{
  StreekStore *store = streek_workspace_get_store (self->workspace);
  gboolean read_only = streek_store_is_read_only (store);
  g_autoptr (GListStore) rows = make_rows (update);
  g_autofree char *why_not = streek_store_dup_read_only_sentence (store);
  /* Translators: %1$s and %2$s are version numbers. */
  g_autofree char *offer = g_strdup_printf (
    _ ("The program comes with newer areas and figures: version %2$s, where this file has version "
       "%1$s. This is what would change. What you entered or corrected stays."),
    *update->old_version != '\0' ? update->old_version : "0", update->new_version);
  g_autofree char *summary =
    read_only ? g_strconcat (offer, "\n\n", why_not, NULL) : g_strdup (offer);

  g_free (self->new_version);
  self->new_version = g_strdup (update->new_version);
  gtk_label_set_text (self->summary_label, summary);
  streek_report_view_set_rows (self->report, G_LIST_MODEL (rows), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->update_button), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->update_button), !read_only);
  gtk_stack_set_visible_child_name (self->stack, "changes");
}

static void
show_error (StreekReferenceWindow *self, const char *title, const GError *error)
{
  gtk_widget_set_visible (GTK_WIDGET (self->update_button), FALSE);
  adw_status_page_set_title (self->error_page, title);
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
on_compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekReferenceWindow) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;
  g_autoptr (StreekReferenceUpdate) update =
    streek_workspace_read_update_finish (STREEK_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (update == NULL)
    {
      show_error (self, _ ("The Reference Data Could Not Be Compared"), error);
      return;
    }

  int order = streek_reference_compare_versions (update->old_version, update->new_version);

  if (order < 0)
    show_changes (self, update);
  else if (order > 0)
    show_newer (self, update);
  else
    show_current (self, update->new_version);
}

static void
on_applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekReferenceWindow) self = user_data; /* the reference taken when it began */
  g_autoptr (GError) error = NULL;

  self->is_updating = FALSE;
  gtk_window_set_deletable (GTK_WINDOW (self), TRUE);

  if (!streek_workspace_apply_update_finish (STREEK_WORKSPACE (source), result, &error))
    {
      show_error (self, _ ("The Reference Data Could Not Be Updated"), error);
      return;
    }

  show_current (self, self->new_version);
  g_signal_emit (self, signals[SIGNAL_UPDATED], 0);
}

static void
on_update_cb (StreekReferenceWindow *self)
{
  self->is_updating = TRUE;
  gtk_window_set_deletable (GTK_WINDOW (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->update_button), FALSE);
  adw_status_page_set_title (self->busy_page, _ ("Updating…"));
  gtk_stack_set_visible_child_name (self->stack, "busy");
  streek_workspace_apply_update_async (self->workspace, NULL, on_applied_cb, g_object_ref (self));
}

/* What has begun to be written is waited for: its outcome must be seen. */
static gboolean
streek_reference_window_close_request (GtkWindow *window)
{
  StreekReferenceWindow *self = STREEK_REFERENCE_WINDOW (window);

  if (self->is_updating)
    return TRUE;

  g_cancellable_cancel (self->comparing);

  return GTK_WINDOW_CLASS (streek_reference_window_parent_class)->close_request (window);
}

static void
streek_reference_window_dispose (GObject *object)
{
  StreekReferenceWindow *self = STREEK_REFERENCE_WINDOW (object);

  if (self->comparing != NULL)
    g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->new_version, g_free);

  G_OBJECT_CLASS (streek_reference_window_parent_class)->dispose (object);
}

static void
streek_reference_window_class_init (StreekReferenceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_reference_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = streek_reference_window_close_request;

  /**
   * StreekReferenceWindow::updated:
   *
   * The workspace has the new data.
   */
  signals[SIGNAL_UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STREEK_TYPE_REPORT_VIEW);
  g_type_ensure (STREEK_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-reference-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekReferenceWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, StreekReferenceWindow, update_button);
  gtk_widget_class_bind_template_child (widget_class, StreekReferenceWindow, busy_page);
  gtk_widget_class_bind_template_child (widget_class, StreekReferenceWindow, current_page);
  gtk_widget_class_bind_template_child (widget_class, StreekReferenceWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, StreekReferenceWindow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, StreekReferenceWindow, report);
  gtk_widget_class_bind_template_callback (widget_class, on_update_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_reference_window_init (StreekReferenceWindow *self)
{
  self->comparing = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
streek_reference_window_new (StreekWorkspace *workspace)
{
  StreekReferenceWindow *self = g_object_new (STREEK_TYPE_REFERENCE_WINDOW, NULL);

  self->workspace = g_object_ref (workspace);
  streek_workspace_read_update_async (workspace, self->comparing, on_compared_cb,
                                      g_object_ref (self));

  return GTK_WIDGET (self);
}
