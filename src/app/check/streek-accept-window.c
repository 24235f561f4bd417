/* streek-accept-window.c: why a finding may stand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "check/streek-accept-window.h"

#include "workspace/streek-checks.h"

#include <glib/gi18n.h>

struct _StreekAcceptWindow
{
  AdwWindow parent_instance;

  GtkLabel *message_label;
  AdwEntryRow *reason_row;
  GtkInfoBar *error_bar;
  GtkLabel *error_label;

  StreekWorkspace *workspace;
  StreekCheckList *list;
  const StreekCheckEntry *entry; /* in list */
};

G_DEFINE_FINAL_TYPE (StreekAcceptWindow, streek_accept_window, ADW_TYPE_WINDOW)

static char *
dup_reason (StreekAcceptWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_row))));
}

static void
update (StreekAcceptWindow *self)
{
  g_autofree char *reason = dup_reason (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "accept.save", reason[0] != '\0');
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StreekAcceptWindow) self = user_data; /* the reference taken when it was sent */
  g_autoptr (GError) error = NULL;

  if (streek_checks_command_finish (self->workspace, result, &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  gtk_label_set_text (self->error_label, error->message);
  gtk_info_bar_set_revealed (self->error_bar, TRUE);
  update (self);
}

static void
save (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StreekAcceptWindow *self = STREEK_ACCEPT_WINDOW (widget);
  g_autofree char *reason = dup_reason (self);

  gtk_widget_action_set_enabled (widget, "accept.save", FALSE);
  streek_checks_accept_async (self->workspace, self->entry, reason, on_done_cb,
                              g_object_ref (self));
}

static void
on_apply_cb (StreekAcceptWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "accept.save", NULL);
}

static void
streek_accept_window_dispose (GObject *object)
{
  StreekAcceptWindow *self = STREEK_ACCEPT_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->list, streek_check_list_unref);

  G_OBJECT_CLASS (streek_accept_window_parent_class)->dispose (object);
}

static void
streek_accept_window_class_init (StreekAcceptWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = streek_accept_window_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/be/streekatlas/Streekatlas/ui/streek-accept-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StreekAcceptWindow, message_label);
  gtk_widget_class_bind_template_child (widget_class, StreekAcceptWindow, reason_row);
  gtk_widget_class_bind_template_child (widget_class, StreekAcceptWindow, error_bar);
  gtk_widget_class_bind_template_child (widget_class, StreekAcceptWindow, error_label);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_apply_cb);
  gtk_widget_class_install_action (widget_class, "accept.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
streek_accept_window_init (StreekAcceptWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "accept.save", FALSE);
}

GtkWidget *
streek_accept_window_new (GtkWindow *parent,
                          StreekWorkspace *workspace,
                          StreekCheckList *list,
                          const StreekCheckEntry *entry)
{
  StreekAcceptWindow *self = g_object_new (STREEK_TYPE_ACCEPT_WINDOW, "transient-for", parent,
                                           "modal", TRUE, "destroy-with-parent", TRUE, NULL);

  self->workspace = g_object_ref (workspace);
  self->list = streek_check_list_ref (list);
  self->entry = entry;
  gtk_label_set_text (self->message_label, entry->finding->message);

  return GTK_WIDGET (self);
}
